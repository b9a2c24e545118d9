"""Telling an address by POST, signed after the Standard Webhooks specification 1.0."""

import asyncio
import base64
import hmac
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from ipaddress import ip_address
from urllib.parse import urlsplit

import httpx

from community.webhook import Notice, Webhook

PATIENCE = 10.0
"""Seconds an address has to answer."""
ACCEPTED = range(200, 300)
GONE = 410
"""The answer by which an address asks never to be told again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What an address answered: a status, or the code of why there is none."""

    status: int | None = None
    error: str | None = None

    @property
    def accepted(self) -> bool:
        """Whether it was told."""
        return self.status in ACCEPTED

    @property
    def final(self) -> bool:
        """Whether asking again is of no use."""
        return self.status == GONE or self.error == "webhook_private"


def signature(secret: str, message_id: str, at: int, body: str) -> str:
    """v1,<base64 of HMAC-SHA256 over id.timestamp.body>; `secret` is whsec_<base64 of the key>."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{message_id}.{at}.{body}".encode()
    return "v1," + base64.b64encode(hmac.new(key, signed, sha256).digest()).decode()


async def tell(hook: Webhook, told: Notice, now: datetime, *, private: bool) -> Reply:
    """Post one notice. Without `private`, addresses inside one's own network are not called.

    A redirect is not followed: it could lead there after all.
    """
    if not private and await _is_inside(hook.url):
        return Reply(error="webhook_private")
    stamp = int(now.timestamp())
    message_id = f"msg_{told.id}"
    headers = {
        "content-type": "application/json",
        "webhook-id": message_id,
        "webhook-timestamp": str(stamp),
        "webhook-signature": signature(hook.secret, message_id, stamp, told.body),
        "user-agent": "Simmer",
    }
    try:
        async with httpx.AsyncClient(timeout=PATIENCE, follow_redirects=False) as client:
            answer = await client.post(hook.url, content=told.body.encode(), headers=headers)
    except httpx.TimeoutException:
        return Reply(error="webhook_timeout")
    except httpx.HTTPError:
        return Reply(error="webhook_unreachable")
    return Reply(status=answer.status_code)


async def _is_inside(url: str) -> bool:
    """Whether a host is of this machine or its network; one that has no address is not."""
    parts = urlsplit(url)
    try:
        found = await asyncio.get_running_loop().getaddrinfo(parts.hostname, parts.port or 443)
    except OSError:
        return False
    return any(not ip_address(str(address[4][0])).is_global for address in found)
