"""Who was praised: authors of messages on which a praise was accepted."""

from collections import Counter
from datetime import datetime

from sqlalchemy import select

from community.review import Decision, Subject
from community.store.engine import Tx
from community.store.messages import messages_by_id
from community.store.tables import reviews, suggestions

PRAISE = ("praise", "be_seen")
"""Moves that praise somebody."""
_ACCEPTED = (Decision.ACCEPT.value, Decision.EDIT.value)


async def praised_since(
    tx: Tx, community_id: int, *, since: datetime, until: datetime
) -> Counter[int]:
    """How often each member's words were praised in (since, until]; undone decisions do not count.

    The praised one is the author of the first message that the draft is about.
    """
    statement = (
        select(suggestions.c.anchor_ids)
        .join(reviews, reviews.c.subject_id == suggestions.c.id)
        .where(
            reviews.c.subject == Subject.SUGGESTION.value,
            reviews.c.decision.in_(_ACCEPTED),
            reviews.c.undone_at.is_(None),
            reviews.c.at > since,
            reviews.c.at <= until,
            suggestions.c.community_id == community_id,
            suggestions.c.move.in_(PRAISE),
        )
    )
    about = [row.anchor_ids[0] for row in await tx.execute(statement) if row.anchor_ids]
    said = await messages_by_id(tx, tuple(set(about)))
    authors = (said[each].author_id for each in about if each in said)
    return Counter(each for each in authors if each is not None)
