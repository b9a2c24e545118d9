"""Articles: drafts, signed ones and what became of them; with their claims."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from sqlalchemy import RowMapping, delete, insert, select, update

from community.distillation import (
    ArticleKind,
    Claim,
    ClaimState,
    Distillation,
    DistillationState,
)
from community.store.claims import claims_of, home_of, insert_claims
from community.store.engine import Tx
from community.store.tables import claims as claim_table
from community.store.tables import distillations as table

_t = table.c
LIVE = (DistillationState.SHELVED, DistillationState.DUE)
"""States in which an article answers; in the second one it says that it is due."""
_PLAIN = (
    "community_id",
    "zone_id",
    "root_id",
    "title",
    "language",
    "version",
    "engine",
    "prompt_version",
    "created_at",
    "signed_by_id",
    "signed_at",
    "verify_by",
    "topic",
    "superseded_by_id",
    "reminded_at",
    "verifier_id",
    "verified_at",
    "hold_days",
)


def _values(one: Distillation) -> dict[str, object]:
    values: dict[str, object] = {name: getattr(one, name) for name in _PLAIN}
    return values | {
        "kind": one.kind.value,
        "state": one.state.value,
        "message_ids": list(one.message_ids),
        "open_questions": list(one.open_questions),
    }


def _read(row: RowMapping, claims: Sequence[Claim]) -> Distillation:
    return Distillation(
        id=row["id"],
        **{name: row[name] for name in _PLAIN},
        kind=ArticleKind(row["kind"]),
        state=DistillationState(row["state"]),
        message_ids=tuple(row["message_ids"]),
        open_questions=tuple(row["open_questions"]),
        claims=tuple(claims),
    )


async def _with_claims(tx: Tx, rows: Sequence[RowMapping]) -> tuple[Distillation, ...]:
    claims = await claims_of(tx, [row["id"] for row in rows])
    return tuple(_read(row, claims.get(row["id"], ())) for row in rows)


async def insert_distillation(tx: Tx, new: Distillation) -> Distillation:
    """Keep a draft with its claims; ids are given here."""
    values = _values(replace(new, title=new.title[:300]))
    id_ = cast("int", await tx.scalar(insert(table).values(values).returning(_t.id)))
    await insert_claims(tx, id_, new.claims)
    kept = await distillation(tx, id_)
    assert kept is not None
    return kept


async def distillation(tx: Tx, id_: int) -> Distillation | None:
    """One article with its claims."""
    row = (await tx.execute(select(table).where(_t.id == id_))).mappings().one_or_none()
    return None if row is None else (await _with_claims(tx, [row]))[0]


async def distillation_of_claim(tx: Tx, claim_id: int) -> Distillation | None:
    """The article a claim belongs to."""
    id_ = await home_of(tx, claim_id)
    return None if id_ is None else await distillation(tx, id_)


async def versions_of(tx: Tx, community_id: int, root_id: int) -> tuple[Distillation, ...]:
    """Every article made of one thread, the newest first."""
    statement = (
        select(table)
        .where(_t.community_id == community_id, _t.root_id == root_id)
        .order_by(_t.version.desc())
    )
    return await _with_claims(tx, list((await tx.execute(statement)).mappings()))


async def distillations_of(
    tx: Tx,
    community_id: int,
    *,
    states: Collection[DistillationState] | None = None,
    limit: int = 200,
) -> tuple[Distillation, ...]:
    """The articles of a community in these states (all without), the newest first."""
    statement = select(table).where(_t.community_id == community_id)
    if states is not None:
        statement = statement.where(_t.state.in_([state.value for state in states]))
    ordered = statement.order_by(_t.created_at.desc(), _t.id.desc()).limit(limit)
    return await _with_claims(tx, list((await tx.execute(ordered)).mappings()))


async def live_distillations(tx: Tx, community_id: int) -> tuple[Distillation, ...]:
    """What may answer now: shelved or due, signed, with approved claims alone."""
    statement = (
        select(table)
        .where(
            _t.community_id == community_id,
            _t.state.in_([state.value for state in LIVE]),
            _t.signed_at.is_not(None),
        )
        .order_by(_t.id)
    )
    found = await _with_claims(tx, list((await tx.execute(statement)).mappings()))
    return tuple(replace(one, claims=one.approved) for one in found if one.approved)


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveClaim:
    """What the search is checked against before it answers."""

    claim_id: int
    distillation_id: int
    version: int
    text: str


async def live_claims(
    tx: Tx, community_id: int, claim_ids: Collection[int]
) -> dict[int, LiveClaim]:
    """Of these claims those that may answer at this moment, by id: the index may lag, SQL not."""
    wanted = sorted(set(claim_ids))
    statement = (
        select(
            claim_table.c.id,
            claim_table.c.text,
            claim_table.c.distillation_id,
            _t.version,
        )
        .join(table, _t.id == claim_table.c.distillation_id)
        .where(
            _t.community_id == community_id,
            _t.state.in_([state.value for state in LIVE]),
            _t.signed_at.is_not(None),
            claim_table.c.state == ClaimState.APPROVED.value,
            claim_table.c.id.in_(wanted),
        )
    )
    return {
        row.id: LiveClaim(
            claim_id=row.id,
            distillation_id=row.distillation_id,
            version=row.version,
            text=row.text,
        )
        for row in await tx.execute(statement)
    }


async def states_of(tx: Tx, ids: Collection[int]) -> dict[int, DistillationState]:
    """The states of these articles, by id."""
    found = await tx.execute(select(_t.id, _t.state).where(_t.id.in_(sorted(ids))))
    return {row[0]: DistillationState(row[1]) for row in found}


async def communities_of(tx: Tx, ids: Collection[int]) -> dict[int, int]:
    """The communities these articles belong to, by article."""
    found = await tx.execute(select(_t.id, _t.community_id).where(_t.id.in_(sorted(ids))))
    return {row[0]: row[1] for row in found}


async def set_state(
    tx: Tx, id_: int, *, was: Collection[DistillationState], to: DistillationState
) -> bool:
    """Move an article to a state; False where it is in none of `was` any more."""
    result = await tx.execute(
        update(table)
        .where(_t.id == id_, _t.state.in_([state.value for state in was]))
        .values(state=to.value)
    )
    return result.rowcount == 1


async def open_questions_in(
    tx: Tx, community_id: int
) -> dict[int, tuple[tuple[str, ...], tuple[int, ...]]]:
    """What articles leave open and the messages they are made of, by article, without claims."""
    columns = select(_t.id, _t.open_questions, _t.message_ids)
    rows = (await tx.execute(columns.where(_t.community_id == community_id))).mappings()
    return {
        row["id"]: (tuple(row["open_questions"]), tuple(row["message_ids"]))
        for row in rows
        if row["open_questions"]
    }


async def set_open_questions(tx: Tx, id_: int, questions: Sequence[str]) -> None:
    """Keep what an article still leaves open."""
    await tx.execute(update(table).where(_t.id == id_).values(open_questions=list(questions)))


async def set_signed(
    tx: Tx, id_: int, *, title: str, by: int, at: datetime, verify_by: datetime
) -> bool:
    """Sign a draft in review; False where somebody was first."""
    result = await tx.execute(
        update(table)
        .where(
            _t.id == id_,
            _t.state.in_(
                [DistillationState.IN_REVIEW.value, DistillationState.CHANGES_REQUESTED.value]
            ),
        )
        .values(
            state=DistillationState.SHELVED.value,
            title=title,
            signed_by_id=by,
            signed_at=at,
            verified_at=at,
            verify_by=verify_by,
        )
    )
    return result.rowcount == 1


async def delete_distillation(tx: Tx, id_: int) -> None:
    """Forget a draft nobody decided on, made anew from the same thread."""
    await tx.execute(delete(table).where(_t.id == id_))
