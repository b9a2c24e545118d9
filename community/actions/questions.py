"""Questions to the library: kept with their answer, handed to somebody when nothing is known."""

from datetime import datetime

from community.errors import Conflict, Invalid, NotAllowed, NotFound
from community.question import Answer, Question, QuestionState
from community.store import questions as rows
from community.store.engine import Tx

LONGEST = 2000
PASS_TO = frozenset({"group", "expert"})
FEEDBACK = frozenset({"helpful", "not_helpful", "wrong"})


def readable(text: str) -> str:
    """The question without surplus white space; Invalid where there is none or too much."""
    words = " ".join(text.replace("\x00", "").split())
    if not words:
        raise Invalid("question_empty")
    if len(words) > LONGEST:
        raise Invalid("question_too_long", length=len(words), limit=LONGEST)
    return words


async def ask_question(
    tx: Tx,
    *,
    community_id: int,
    member_id: int,
    text: str,
    answer: Answer,
    at: datetime,
    zone_id: int | None = None,
) -> Question:
    """Keep what a member asked and what the library answered or refused."""
    state = QuestionState.ANSWERED if answer.answered else QuestionState.REFUSED
    new = Question(
        id=0,
        community_id=community_id,
        member_id=member_id,
        text=readable(text),
        at=at,
        state=state,
        answer=answer,
        zone_id=zone_id,
    )
    return await rows.insert_question(tx, new)


async def _own(tx: Tx, question_id: int, member_id: int) -> Question:
    found = await rows.question(tx, question_id)
    if found is None:
        raise NotFound("question_not_found", question=question_id)
    if found.member_id != member_id:
        raise NotAllowed("not_your_question")
    return found


async def pass_on_question(tx: Tx, *, question_id: int, member_id: int, to: str) -> Question:
    """Hand an unanswered question to the group or an expert; only who asked decides that."""
    if to not in PASS_TO:
        raise Invalid("pass_on_unknown", to=to)
    found = await _own(tx, question_id, member_id)
    if not await rows.set_passed_on(tx, found.id, to):
        raise Conflict("question_not_open", state=found.state.value)
    kept = await rows.question(tx, found.id)
    assert kept is not None
    return kept


async def rate_answer(tx: Tx, *, question_id: int, member_id: int, feedback: str) -> None:
    """Keep whether the answer helped; the last word counts."""
    if feedback not in FEEDBACK:
        raise Invalid("feedback_unknown", feedback=feedback)
    found = await _own(tx, question_id, member_id)
    await rows.set_feedback(tx, found.id, feedback)


async def answer_late(tx: Tx, question_id: int, answer: Answer) -> bool:
    """Keep the answer to a question that waited; False where somebody took care of it before."""
    return await rows.set_answered(tx, question_id, answer)


async def resolve_question(tx: Tx, *, question_id: int) -> None:
    """Note that somebody answered it in the group or wrote an article."""
    if not await rows.set_resolved(tx, question_id):
        raise Conflict("question_not_open")
