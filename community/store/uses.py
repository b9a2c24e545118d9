"""Where signed claims were used, one row a use; who asked is known through the question alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import RowMapping, func, insert, select

from community.proven import Use, UseKind
from community.store.engine import Tx
from community.store.tables import citations, claims, messages, questions
from community.store.tables import uses as table

_t = table.c


async def record_uses(
    tx: Tx,
    community_id: int,
    claim_ids: Iterable[int],
    kind: UseKind,
    now: datetime,
    question_id: int | None = None,
) -> int:
    """Note that claims were used; the result is how many were new.

    A claim counts once a call, and once a question however often that one is answered. Claims that
    are gone are left out.
    """
    wanted = set(claim_ids)
    known = set(await tx.scalars(select(claims.c.id).where(claims.c.id.in_(sorted(wanted)))))
    if question_id is not None:
        counted = select(_t.claim_id).where(_t.question_id == question_id)
        known -= set(await tx.scalars(counted))
    rows = [
        {
            "community_id": community_id,
            "claim_id": claim_id,
            "question_id": question_id,
            "kind": kind.value,
            "at": now,
        }
        for claim_id in sorted(known)
    ]
    if rows:
        await tx.execute(insert(table), rows)
    return len(rows)


def _read(row: RowMapping) -> Use:
    fields = dict(row)
    fields["kind"] = UseKind(row["kind"])
    return Use(**fields)


async def uses_of(
    tx: Tx, community_id: int, *, since: datetime, until: datetime
) -> tuple[Use, ...]:
    """The uses of a community's claims from a moment to before another, oldest first."""
    statement = select(table).where(_t.community_id == community_id, _t.at >= since, _t.at < until)
    rows = (await tx.execute(statement.order_by(_t.at, _t.id))).mappings()
    return tuple(_read(row) for row in rows)


async def use_counts(tx: Tx, community_id: int) -> Mapping[int, int]:
    """How often each claim was ever used."""
    statement = (
        select(_t.claim_id, func.count())
        .where(_t.community_id == community_id)
        .group_by(_t.claim_id)
    )
    return {row[0]: row[1] for row in await tx.execute(statement)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """How far a member's sentences went: people answered with them, and uses in all."""

    people: int
    uses: int


async def echo_of(tx: Tx, member_id: int, *, since: datetime, until: datetime) -> Echo:
    """Count the uses of claims that cite what a member said.

    Only counts leave here. An answer to the member's own question is no echo.
    """
    asker = questions.c.member_id
    said = (
        select(citations.c.claim_id)
        .join(messages, messages.c.id == citations.c.message_id)
        .where(
            messages.c.author_id == member_id,
            messages.c.recalled_at.is_(None),
            citations.c.set_aside.is_(False),
        )
    )
    statement = (
        select(func.count(asker.distinct()), func.count(_t.id))
        .select_from(table.outerjoin(questions, questions.c.id == _t.question_id))
        .where(
            _t.claim_id.in_(said),
            _t.at >= since,
            _t.at < until,
            asker.is_(None) | (asker != member_id),
        )
    )
    people, uses = (await tx.execute(statement)).one()
    return Echo(people=people, uses=uses)
