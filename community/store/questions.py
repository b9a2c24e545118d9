"""Questions members asked the library, with the answer they got, as JSON of its own shape."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import RowMapping, func, insert, null, select, update

from community.question import (
    WAITING,
    Answer,
    AnswerCitation,
    AnswerSentence,
    Question,
    QuestionState,
)
from community.store.engine import Tx
from community.store.tables import questions as table
from community.store.tables import uses

_t = table.c
_PLAIN = (
    "community_id",
    "member_id",
    "zone_id",
    "text",
    "at",
    "passed_to",
    "feedback",
    "follows_id",
    "passed_at",
    "unnamed",
    "told_at",
)


def _written(answer: Answer) -> dict[str, Any]:
    return {
        "answered": answer.answered,
        "engine": answer.engine,
        "understood": answer.understood,
        "failure": answer.failure,
        "sentences": [{"text": s.text, "numbers": list(s.numbers)} for s in answer.sentences],
        "citations": [
            {
                "number": c.number,
                "distillation_id": c.distillation_id,
                "claim_ids": list(c.claim_ids),
                "message_ids": list(c.message_ids),
                "title": c.title,
                "passage": c.passage,
                "signed_by": c.signed_by,
                "signed_at": c.signed_at.isoformat(),
                "due": c.due,
            }
            for c in answer.citations
        ],
        "nearest": [list(one) for one in answer.nearest],
    }


def _citation(kept: dict[str, Any]) -> AnswerCitation:
    fields = dict(kept)
    fields["claim_ids"] = tuple(kept["claim_ids"])
    fields["message_ids"] = tuple(kept["message_ids"])
    fields["signed_at"] = datetime.fromisoformat(kept["signed_at"])
    return AnswerCitation(**fields)


def _answer(kept: dict[str, Any]) -> Answer:
    return Answer(
        answered=kept["answered"],
        engine=kept["engine"],
        understood=kept.get("understood", ""),
        failure=kept.get("failure", ""),
        sentences=tuple(
            AnswerSentence(text=s["text"], numbers=tuple(s["numbers"])) for s in kept["sentences"]
        ),
        citations=tuple(_citation(one) for one in kept["citations"]),
        nearest=tuple((one[0], one[1]) for one in kept["nearest"]),
    )


def _read(row: RowMapping) -> Question:
    return Question(
        id=row["id"],
        **{name: row[name] for name in _PLAIN},
        state=QuestionState(row["state"]),
        answer=_answer(row["answer"]),
        proposed=None if row["proposed"] is None else _answer(row["proposed"]),
        declined=tuple(row["declined"] or ()),
    )


async def insert_question(tx: Tx, new: Question) -> Question:
    """Keep a question with its answer; its id is given here."""
    values: dict[str, object] = {name: getattr(new, name) for name in _PLAIN}
    values |= {"state": new.state.value, "answer": _written(new.answer)}
    values |= {"declined": list(new.declined)}
    id_ = cast("int", await tx.scalar(insert(table).values(values).returning(_t.id)))
    return replace(new, id=id_)


async def question(tx: Tx, id_: int) -> Question | None:
    """One question."""
    row = (await tx.execute(select(table).where(_t.id == id_))).mappings().one_or_none()
    return None if row is None else _read(row)


async def questions_of(
    tx: Tx,
    community_id: int,
    *,
    states: Collection[QuestionState] | None = None,
    limit: int = 200,
) -> tuple[Question, ...]:
    """Questions of a community in these states (all without), the newest first."""
    statement = select(table).where(_t.community_id == community_id)
    if states is not None:
        statement = statement.where(_t.state.in_([state.value for state in states]))
    ordered = statement.order_by(_t.at.desc(), _t.id.desc()).limit(limit)
    return tuple(_read(row) for row in (await tx.execute(ordered)).mappings())


async def questions_by(tx: Tx, member_id: int, *, limit: int = 30) -> tuple[Question, ...]:
    """What one member asked, the newest first."""
    statement = select(table).where(_t.member_id == member_id)
    ordered = statement.order_by(_t.at.desc(), _t.id.desc()).limit(limit)
    return tuple(_read(row) for row in (await tx.execute(ordered)).mappings())


async def questions_by_id(tx: Tx, ids: Collection[int]) -> dict[int, Question]:
    """These questions, by id; unknown ones are missing."""
    rows = await tx.execute(select(table).where(_t.id.in_(sorted(ids))))
    return {row["id"]: _read(row) for row in rows.mappings()}


async def set_passed_on(
    tx: Tx, id_: int, to: str, at: datetime, *, unnamed: bool = False, again: bool = False
) -> bool:
    """Note who shall see it; False where it no longer waits, or was passed on, unless `again`."""
    states = WAITING if again else (QuestionState.REFUSED,)
    result = await tx.execute(
        update(table)
        .where(_t.id == id_, _t.state.in_([state.value for state in states]))
        .values(state=QuestionState.PASSED_ON.value, passed_to=to, passed_at=at, unnamed=unnamed)
    )
    return result.rowcount == 1


async def set_resolved(tx: Tx, id_: int) -> bool:
    """Note that somebody took care of it; False where nothing was open."""
    result = await tx.execute(
        update(table)
        .where(_t.id == id_, _t.state.in_([state.value for state in WAITING]))
        .values(state=QuestionState.RESOLVED.value)
    )
    return result.rowcount == 1


async def set_answered(tx: Tx, id_: int, answer: Answer, at: datetime) -> bool:
    """Give a waiting question its answer; False where it no longer waits."""
    result = await tx.execute(
        update(table)
        .where(_t.id == id_, _t.state.in_([state.value for state in WAITING]))
        .values(
            state=QuestionState.ANSWERED.value,
            answer=_written(answer),
            told_at=at,
            proposed=null(),
        )
    )
    return result.rowcount == 1


async def set_proposed(
    tx: Tx, id_: int, answer: Answer | None, declined: Collection[int] = ()
) -> bool:
    """Keep an answer to be looked at, or none and what was declined; False where it waits not."""
    written = null() if answer is None else _written(answer)
    result = await tx.execute(
        update(table)
        .where(_t.id == id_, _t.state.in_([state.value for state in WAITING]))
        .values(proposed=written, declined=sorted(declined))
    )
    return result.rowcount == 1


async def set_waiting_again(
    tx: Tx, id_: int, state: QuestionState, answer: Answer, declined: Collection[int]
) -> bool:
    """Let a question wait whose late answer was none; False where it was not answered late."""
    result = await tx.execute(
        update(table)
        .where(
            _t.id == id_,
            _t.state == QuestionState.ANSWERED.value,
            _t.told_at.is_not(None),
        )
        .values(
            state=state.value,
            answer=_written(answer),
            declined=sorted(declined),
            told_at=None,
            feedback=None,
        )
    )
    return result.rowcount == 1


async def questions_citing(tx: Tx, claim_ids: Collection[int]) -> tuple[Question, ...]:
    """The questions whose answers used one of these claims."""
    used = select(uses.c.question_id).where(uses.c.claim_id.in_(sorted(claim_ids)))
    rows = await tx.execute(select(table).where(_t.id.in_(used)).order_by(_t.id))
    return tuple(_read(row) for row in rows.mappings())


async def set_answer(tx: Tx, id_: int, answer: Answer) -> None:
    """Keep an answer in place of the one there was."""
    await tx.execute(update(table).where(_t.id == id_).values(answer=_written(answer)))


async def set_feedback(tx: Tx, id_: int, feedback: str) -> None:
    """Keep what the member said about the answer; the last word counts."""
    await tx.execute(update(table).where(_t.id == id_).values(feedback=feedback))


async def counts(tx: Tx, community_id: int) -> dict[QuestionState, int]:
    """How many questions are in each state."""
    statement = (
        select(_t.state, func.count()).where(_t.community_id == community_id).group_by(_t.state)
    )
    return {QuestionState(row[0]): row[1] for row in await tx.execute(statement)}
