"""Trials: who was asked whether a claim worked for them, and what they said."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import cast

from sqlalchemy import RowMapping, insert, select, update

from community.store.engine import Tx
from community.store.tables import citations, claims, distillations, messages, questions, uses
from community.store.tables import trials as table
from community.trials import Trial, TrialOutcome

_t = table.c


def _read(row: RowMapping) -> Trial:
    fields = dict(row)
    fields["outcome"] = None if row["outcome"] is None else TrialOutcome(row["outcome"])
    return Trial(**fields)


def _values(one: Trial) -> dict[str, object]:
    values: dict[str, object] = asdict(one)
    del values["id"]
    values["outcome"] = one.outcome.value if one.outcome else None
    return values


async def trial(tx: Tx, id_: int) -> Trial | None:
    """One trial."""
    row = (await tx.execute(select(table).where(_t.id == id_))).mappings().one_or_none()
    return None if row is None else _read(row)


async def trials_of(tx: Tx, member_id: int) -> tuple[Trial, ...]:
    """What a member was asked, the newest first."""
    statement = select(table).where(_t.member_id == member_id)
    rows = await tx.execute(statement.order_by(_t.asked_at.desc(), _t.id.desc()))
    return tuple(_read(row) for row in rows.mappings())


async def trials_by_claim(tx: Tx, claim_ids: Collection[int]) -> Mapping[int, Sequence[Trial]]:
    """The trials of these claims, by claim; `community.trials.field_result` counts them."""
    statement = select(table).where(_t.claim_id.in_(sorted(set(claim_ids))))
    found: dict[int, list[Trial]] = defaultdict(list)
    for row in (await tx.execute(statement.order_by(_t.id))).mappings():
        found[row["claim_id"]].append(_read(row))
    return found


async def insert_trial(tx: Tx, new: Trial) -> Trial:
    """Keep that a member is asked; the id is given here."""
    statement = insert(table).values(_values(new)).returning(_t.id)
    return replace(new, id=cast("int", await tx.scalar(statement)))


async def update_trial(tx: Tx, changed: Trial) -> None:
    """Keep every field of a trial as it is now."""
    await tx.execute(update(table).where(_t.id == changed.id).values(_values(changed)))


async def answered_with(
    tx: Tx, member_id: int, *, since: datetime, until: datetime
) -> tuple[tuple[int, int], ...]:
    """(question, claim) a member was answered with and never asked about, the oldest first.

    Nothing where they said the answer did not help, nor of what they said themselves.
    """
    asked = select(_t.claim_id).where(_t.member_id == member_id)
    own = (
        select(citations.c.claim_id)
        .join(messages, messages.c.id == citations.c.message_id)
        .where(messages.c.author_id == member_id, citations.c.set_aside.is_(False))
    )
    statement = (
        select(questions.c.id, uses.c.claim_id)
        .join(questions, questions.c.id == uses.c.question_id)
        .join(claims, claims.c.id == uses.c.claim_id)
        .join(distillations, distillations.c.id == claims.c.distillation_id)
        .where(
            questions.c.member_id == member_id,
            uses.c.at >= since,
            uses.c.at < until,
            questions.c.feedback.is_(None) | (questions.c.feedback == "helpful"),
            claims.c.state == "approved",
            distillations.c.state.in_(["shelved", "due"]),
            uses.c.claim_id.not_in(asked),
            uses.c.claim_id.not_in(own),
        )
        .order_by(uses.c.at, uses.c.id)
    )
    return tuple((row[0], row[1]) for row in await tx.execute(statement))
