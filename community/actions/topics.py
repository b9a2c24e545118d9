"""What articles are about, said by those who sign: named, renamed, put together, taken back."""

from collections.abc import Mapping

from community.errors import Invalid, NotFound
from community.store import shelves
from community.store.engine import Tx

LONGEST_TOPIC = 40
MOST_AT_ONCE = 1000


def topic_of(written: str | None) -> str | None:
    """A topic as it is kept: one line, at most 40 characters; None where nothing is left of it."""
    topic = " ".join((written or "").split())
    if len(topic) > LONGEST_TOPIC:
        raise Invalid("topic_too_long", most=LONGEST_TOPIC)
    return topic or None


async def set_topics(
    tx: Tx, community_id: int, wanted: Mapping[int, str | None]
) -> Mapping[int, str | None]:
    """Set topics by article id; the result is what was set before, which undoes it.

    Renaming a topic, or putting two together, is one call for all its articles.
    """
    if len(wanted) > MOST_AT_ONCE:
        raise Invalid("topics_too_many", most=MOST_AT_ONCE)
    before = await shelves.topics_set(tx, community_id, wanted)
    for article_id, written in wanted.items():
        if article_id not in before:
            raise NotFound("article_not_found", article=article_id)
        await shelves.set_topic(tx, article_id, topic_of(written))
    return before
