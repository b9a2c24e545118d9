"""Dates and pointers of an article's life, each written only where nobody was first."""

from collections.abc import Collection
from datetime import datetime
from typing import cast

from sqlalchemy import func, select, update

from community.distillation import DistillationState
from community.review import Decision, Subject
from community.store.engine import Tx
from community.store.tables import distillations as table
from community.store.tables import reviews, trials

_t = table.c


async def set_verified(
    tx: Tx,
    id_: int,
    *,
    was: datetime | None,
    state: DistillationState,
    at: datetime | None,
    verify_by: datetime | None,
    verifier_id: int | None,
) -> bool:
    """Date a verification; False where the date is no longer `was`, or it left the shelf."""
    result = await tx.execute(
        update(table)
        .where(
            _t.id == id_,
            _t.verified_at.is_(None) if was is None else _t.verified_at == was,
            _t.state.in_(["shelved", "due", "stale"]),
        )
        .values(state=state.value, verified_at=at, verify_by=verify_by, verifier_id=verifier_id)
    )
    return result.rowcount == 1


async def set_hold(
    tx: Tx,
    id_: int,
    *,
    days: int | None,
    verify_by: datetime,
    state: DistillationState,
) -> None:
    """Give an article a period of its own, None for that of its kind."""
    values = {"hold_days": days, "verify_by": verify_by, "state": state.value}
    await tx.execute(update(table).where(_t.id == id_).values(values))


async def set_verifier(tx: Tx, id_: int, member_id: int) -> None:
    """Say who is asked next."""
    await tx.execute(update(table).where(_t.id == id_).values(verifier_id=member_id))


async def set_superseded(
    tx: Tx,
    id_: int,
    *,
    by: int | None,
    was: Collection[DistillationState],
    to: DistillationState,
) -> bool:
    """Point an article at the one that takes its place; False where it is in none of `was`."""
    result = await tx.execute(
        update(table)
        .where(_t.id == id_, _t.state.in_([state.value for state in was]))
        .values(superseded_by_id=by, state=to.value)
    )
    return result.rowcount == 1


async def set_reminded(tx: Tx, ids: Collection[int], at: datetime) -> None:
    """Note when the verifier of these was last reminded."""
    await tx.execute(update(table).where(_t.id.in_(sorted(ids))).values(reminded_at=at))


async def set_version(tx: Tx, id_: int, *, was: int, version: int) -> bool:
    """Number an article anew; False where it has another number by now."""
    result = await tx.execute(
        update(table).where(_t.id == id_, _t.version == was).values(version=version)
    )
    return result.rowcount == 1


async def carry_trials(tx: Tx, old_id: int, new_id: int) -> None:
    """Let what members tried of a claim stand with the same claim in a newer version."""
    await tx.execute(update(trials).where(trials.c.claim_id == old_id).values(claim_id=new_id))


async def last_approval(tx: Tx, article_id: int) -> datetime | None:
    """When an article was last signed or verified, counting nothing that was taken back."""
    statement = select(func.max(reviews.c.at)).where(
        reviews.c.subject == Subject.ARTICLE.value,
        reviews.c.subject_id == article_id,
        reviews.c.decision == Decision.APPROVE.value,
        reviews.c.undone_at.is_(None),
    )
    return cast("datetime | None", await tx.scalar(statement))
