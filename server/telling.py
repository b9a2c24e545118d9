"""What webhooks are told when an article is signed or withdrawn, and of what it is made."""

import json
from datetime import datetime

from community.actions.webhooks import tell_webhooks
from community.distillation import Distillation
from community.store.communities import community
from community.webhook import Occasion
from server.addresses import article_address
from server.broadcast import Change
from server.leaving import may_leave, signer_leaving
from server.shelving import shelf_of
from server.work import Work


async def tell_of_article(change: Change, work: Work, article: Distillation, *, live: bool) -> int:
    """Tell every webhook of a community what became of an article; each signature once."""
    if article.signed_at is None:
        return 0
    occasion = Occasion.PUBLISHED if live else Occasion.WITHDRAWN
    home = await community(change.tx, article.community_id)
    if home is None:
        return 0
    shelf = await shelf_of(change.tx, home)
    left, signer = may_leave(shelf, article), signer_leaving(shelf, article)
    if live and not left.approved:
        return 0
    address = article_address(work.deps.settings, home, article.id)
    return await tell_webhooks(
        change.tx,
        work.deps.queue,
        community_id=article.community_id,
        occasion=occasion,
        key=f"{occasion.value}:{article.id}:{article.signed_at.isoformat()}:{article.verify_by}",
        body=told(occasion, left, signer, address, work.now),
        at=work.now,
    )


def told(
    occasion: Occasion, article: Distillation, signer: str, address: str, now: datetime
) -> str:
    """The body of a notice: what is withdrawn is named, its words are not repeated."""
    facts: dict[str, object] = {
        "id": article.id,
        "title": article.title,
        "kind": article.kind.value,
        "language": article.language,
        "version": article.version,
        "url": address,
    }
    if occasion is Occasion.PUBLISHED and article.signed_at is not None:
        facts |= {
            "signed_by": signer,
            "signed_at": article.signed_at.isoformat(),
            "verify_by": article.verify_by.isoformat() if article.verify_by else None,
            "claims": [each.text for each in article.approved],
        }
    return body_of(occasion, now, facts)


def body_of(occasion: Occasion, now: datetime, facts: dict[str, object]) -> str:
    """A notice as JSON: type, timestamp and data, as the specification recommends."""
    return json.dumps(
        {"type": occasion.value, "timestamp": now.isoformat(), "data": facts}, ensure_ascii=False
    )


def title_told(body: str) -> str:
    """The title of the article a notice names; "" for one that names none."""
    return str(json.loads(body)["data"].get("title", ""))
