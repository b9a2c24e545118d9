"""What a quarter's sheet of assets is counted from: signatures, uses, questions."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, func, select, type_coerce

from community.distillation import Distillation
from community.question import WAITING
from community.store.distillations import distillation
from community.store.engine import Tx
from community.store.tables import claims, distillations, questions, uses

LATER = timedelta(minutes=10)
"""An answer that came more than this after its question came later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Questions of a stretch: asked, answered at once or later, and still waiting."""

    asked: int
    at_once: int
    later: int
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """How often an article was used, by kind of use, and how many people it answered."""

    uses: dict[str, int]
    people: int


async def signed_between(
    tx: Tx, community_id: int, since: datetime, until: datetime
) -> tuple[Distillation, ...]:
    """The articles signed in a stretch, whatever became of them since; the oldest first."""
    statement = (
        select(distillations.c.id)
        .where(
            distillations.c.community_id == community_id,
            distillations.c.signed_at >= since,
            distillations.c.signed_at < until,
        )
        .order_by(distillations.c.signed_at, distillations.c.id)
    )
    found = [await distillation(tx, id_) for id_ in list(await tx.scalars(statement))]
    return tuple(each for each in found if each is not None)


async def reuse_between(
    tx: Tx, community_id: int, since: datetime, until: datetime
) -> dict[int, Reuse]:
    """The uses of a stretch by article; a question, a handbook or a poster counts once each."""
    within = (uses.c.community_id == community_id, uses.c.at >= since, uses.c.at < until)
    home = uses.join(claims, claims.c.id == uses.c.claim_id).outerjoin(
        questions, questions.c.id == uses.c.question_id
    )
    each = func.coalesce(uses.c.question_id, -type_coerce(uses.c.at, BigInteger))
    by_kind = (
        select(claims.c.distillation_id, uses.c.kind, func.count(each.distinct()))
        .select_from(home)
        .where(*within)
        .group_by(claims.c.distillation_id, uses.c.kind)
    )
    people = (
        select(claims.c.distillation_id, func.count(questions.c.member_id.distinct()))
        .select_from(home)
        .where(*within)
        .group_by(claims.c.distillation_id)
    )
    counts: dict[int, dict[str, int]] = {}
    for article_id, kind, many in await tx.execute(by_kind):
        counts.setdefault(article_id, {})[kind] = many
    answered: dict[int, int] = {row[0]: row[1] for row in await tx.execute(people)}
    return {id_: Reuse(uses=kinds, people=answered[id_]) for id_, kinds in counts.items()}


async def asked_between(tx: Tx, community_id: int, since: datetime, until: datetime) -> Asked:
    """What became of the questions of a stretch, as of now."""
    first = (
        select(uses.c.question_id, func.min(uses.c.at).label("answered_at"))
        .where(uses.c.community_id == community_id, uses.c.question_id.is_not(None))
        .group_by(uses.c.question_id)
        .subquery()
    )
    statement = (
        select(questions.c.state, questions.c.at, first.c.answered_at)
        .outerjoin(first, first.c.question_id == questions.c.id)
        .where(
            questions.c.community_id == community_id,
            questions.c.at >= since,
            questions.c.at < until,
        )
    )
    rows = (await tx.execute(statement)).all()
    waiting = {state.value for state in WAITING}
    answered = [row for row in rows if row.state == "answered"]
    later = sum(
        row.answered_at is not None and row.answered_at - row.at > LATER for row in answered
    )
    return Asked(
        asked=len(rows),
        at_once=len(answered) - later,
        later=later + sum(row.state == "resolved" for row in rows),
        waiting=sum(row.state in waiting for row in rows),
    )
