"""What a list of articles says beside their words: topics set, questions answered."""

from collections.abc import Collection, Mapping

from sqlalchemy import func, select, update

from community.store.engine import Tx
from community.store.tables import claims as claim_table
from community.store.tables import distillations as table
from community.store.tables import uses

_t = table.c


async def topics_set(tx: Tx, community_id: int, ids: Collection[int]) -> Mapping[int, str | None]:
    """The topic set for each of these articles of a community; others are missing."""
    statement = select(_t.id, _t.topic).where(
        _t.community_id == community_id, _t.id.in_(sorted(ids))
    )
    return {row[0]: row[1] for row in await tx.execute(statement)}


async def set_topic(tx: Tx, id_: int, topic: str | None) -> None:
    """Say what an article is about; None lets its words say it."""
    await tx.execute(update(table).where(_t.id == id_).values(topic=topic))


async def answered_counts(tx: Tx, community_id: int) -> Mapping[int, int]:
    """How many questions each article helped to answer, by its id; those without are missing."""
    statement = (
        select(claim_table.c.distillation_id, func.count(uses.c.question_id.distinct()))
        .join(claim_table, claim_table.c.id == uses.c.claim_id)
        .where(uses.c.community_id == community_id, uses.c.question_id.is_not(None))
        .group_by(claim_table.c.distillation_id)
    )
    return {row[0]: row[1] for row in await tx.execute(statement)}


async def claims_answering(tx: Tx, community_id: int) -> Mapping[int, int]:
    """How many questions each claim helped to answer, by its id; those without are missing."""
    statement = (
        select(uses.c.claim_id, func.count(uses.c.question_id.distinct()))
        .where(uses.c.community_id == community_id, uses.c.question_id.is_not(None))
        .group_by(uses.c.claim_id)
    )
    return {row[0]: row[1] for row in await tx.execute(statement)}
