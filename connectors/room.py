"""The built-in room as the first platform: a text sent here is a message row, once per key."""

from collections.abc import AsyncIterator, Callable
from datetime import datetime

from community.conversation import Message
from community.delivery import Capabilities
from community.store import Store, Tx, communities, messages
from connectors.base import Event, Outgoing, Receipt, Refused, Sent

EVERYTHING = Capabilities(private=True, idempotent=True, max_characters=8000)
"""The room is ours."""


async def post(
    tx: Tx,
    outgoing: Outgoing,
    *,
    at: datetime,
    approved_by_id: int | None,
    suggestion_id: int | None,
) -> Receipt:
    """Post in an open transaction, so that the outbox row and the message commit together.

    `zone`, `member`, `to` and `reply_to` are our own ids as text; no `member` means Simmer's
    own account.
    """
    zone = await communities.zone(tx, int(outgoing.zone))
    if zone is None:
        return Refused(reason="zone_not_found")
    key = f"post:{outgoing.idempotency_key}"
    said = Message(
        id=0,
        community_id=zone.community_id,
        zone_id=zone.id,
        author_id=int(outgoing.member) if outgoing.member else None,
        at=at,
        text=outgoing.text.replace("\x00", ""),
        reply_to_id=int(outgoing.reply_to) if outgoing.reply_to else None,
        to_id=int(outgoing.to) if outgoing.to else None,
        by_simmer=outgoing.member is None,
        approved_by_id=approved_by_id,
        suggestion_id=suggestion_id,
    )
    kept = await messages.insert_message(tx, said, key)
    known = kept or await messages.message_by_source_key(tx, zone.community_id, key)
    return Refused(reason="message_not_found") if known is None else Sent(message=str(known.id))


class Room:
    """The built-in room, or one that takes less; `clock` says when a text is posted."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        capabilities: Capabilities = EVERYTHING,
    ) -> None:
        self._store = store
        self._clock = clock
        self._capabilities = capabilities

    @property
    def capabilities(self) -> Capabilities:
        """What it takes."""
        return self._capabilities

    async def events(self, cursor: str | None) -> AsyncIterator[tuple[str, Event]]:
        """Nothing: what members say here is recorded by the actions themselves."""
        for nothing in ():
            yield cursor or "", nothing

    async def send(self, outgoing: Outgoing) -> Receipt:
        """Post one text; the same key again gives the same message."""
        async with self._store.write() as tx:
            return await post(
                tx, outgoing, at=self._clock(), approved_by_id=None, suggestion_id=None
            )
