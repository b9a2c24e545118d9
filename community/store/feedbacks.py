"""What members said about answers: one row a question and member, the last word counts."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, insert, select, update

from community.feedback import Feedback, FeedbackKind
from community.store.engine import Tx
from community.store.tables import feedbacks as table

_t = table.c


def _read(row: RowMapping) -> Feedback:
    fields: dict[str, Any] = dict(row)
    fields["kind"] = FeedbackKind(row["kind"])
    return Feedback(**fields)


async def keep_feedback(tx: Tx, new: Feedback) -> Feedback:
    """Keep what was said; said again it takes the place of the first and waits anew."""
    values = {
        "kind": new.kind.value,
        "note": new.note,
        "at": new.at,
        "answered_by_id": None,
        "answer": None,
        "answered_at": None,
        "seen_at": None,
    }
    mine = (_t.question_id == new.question_id, _t.member_id == new.member_id)
    changed = await tx.execute(update(table).where(*mine).values(values))
    if not changed.rowcount:
        keys = {
            "community_id": new.community_id,
            "question_id": new.question_id,
            "member_id": new.member_id,
        }
        await tx.execute(insert(table).values(keys | values))
    row = (await tx.execute(select(table).where(*mine))).mappings().one()
    return _read(row)


async def feedback(tx: Tx, id_: int) -> Feedback | None:
    """One word about an answer."""
    row = (await tx.execute(select(table).where(_t.id == id_))).mappings().one_or_none()
    return None if row is None else _read(row)


async def feedbacks_of(tx: Tx, community_id: int, limit: int = 200) -> tuple[Feedback, ...]:
    """Everything said about answers in a community, the newest first."""
    statement = (
        select(table)
        .where(_t.community_id == community_id)
        .order_by(_t.at.desc(), _t.id.desc())
        .limit(limit)
    )
    return tuple(_read(row) for row in (await tx.execute(statement)).mappings())


async def feedback_on(
    tx: Tx, member_id: int, question_ids: Iterable[int]
) -> Mapping[int, Feedback]:
    """What one member said about these questions' answers, by question."""
    statement = select(table).where(
        _t.member_id == member_id, _t.question_id.in_(sorted(set(question_ids)))
    )
    found = (_read(row) for row in (await tx.execute(statement)).mappings())
    return {each.question_id: each for each in found}


async def set_answer(tx: Tx, id_: int, *, by: int, text: str, at: datetime) -> bool:
    """Keep the reply; False where somebody replied before."""
    result = await tx.execute(
        update(table)
        .where(_t.id == id_, _t.answered_at.is_(None))
        .values(answered_by_id=by, answer=text, answered_at=at, seen_at=None)
    )
    return result.rowcount == 1


async def set_seen(tx: Tx, id_: int, at: datetime) -> None:
    """Note that the one who asked saw the reply."""
    await tx.execute(update(table).where(_t.id == id_).values(seen_at=at))
