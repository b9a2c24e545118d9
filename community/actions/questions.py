"""Questions to the library: kept with their answer, handed to somebody when nothing is known."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from community.errors import Conflict, Invalid, NotAllowed, NotFound
from community.proven import UseKind
from community.question import Answer, Question, QuestionState
from community.store import questions as rows
from community.store.engine import Tx
from community.store.uses import record_uses

LONGEST = 2000
PASS_TO = frozenset({"group", "expert"})


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
    follows_id: int | None = None,
) -> Question:
    """Keep what a member asked and what the library answered or refused.

    The claims of an answer count as used. Only an own question can be followed.
    """
    if follows_id is not None:
        await _own(tx, follows_id, member_id)
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
        follows_id=follows_id,
    )
    kept = await rows.insert_question(tx, new)
    await _note_uses(tx, kept, at)
    return kept


async def _note_uses(tx: Tx, asked: Question, at: datetime) -> None:
    claims = {claim for each in asked.answer.citations for claim in each.claim_ids}
    if claims:
        await record_uses(tx, asked.community_id, claims, UseKind.ANSWER, at, question_id=asked.id)


async def _own(tx: Tx, question_id: int, member_id: int) -> Question:
    found = await rows.question(tx, question_id)
    if found is None:
        raise NotFound("question_not_found", question=question_id)
    if found.member_id != member_id:
        raise NotAllowed("not_your_question")
    return found


async def pass_on_question(
    tx: Tx, *, question_id: int, member_id: int, to: str, at: datetime, unnamed: bool = False
) -> Question:
    """Hand an unanswered question to the group or an expert; only who asked decides that.

    Those who look after questions read who asked, unless it is passed on `unnamed`.
    """
    if to not in PASS_TO:
        raise Invalid("pass_on_unknown", to=to)
    found = await _own(tx, question_id, member_id)
    if not await rows.set_passed_on(tx, found.id, to, at, unnamed=unnamed):
        raise Conflict("question_not_open", state=found.state.value)
    kept = await rows.question(tx, found.id)
    assert kept is not None
    return kept


async def answer_late(tx: Tx, question_id: int, answer: Answer, at: datetime) -> bool:
    """Keep the answer to a question that waited; False where somebody took care of it before."""
    if not await rows.set_answered(tx, question_id, answer, at):
        return False
    kept = await rows.question(tx, question_id)
    assert kept is not None
    await _note_uses(tx, kept, at)
    return True


async def propose_answer(tx: Tx, asked: Question, answer: Answer) -> bool:
    """Keep an answer for somebody to look at; the question waits on."""
    return await rows.set_proposed(tx, asked.id, answer, asked.declined)


async def decline_proposed(tx: Tx, asked: Sequence[Question]) -> None:
    """Note that what was proposed does not answer; its articles are not proposed again."""
    proposed = [(each, each.proposed) for each in asked if each.proposed is not None]
    if not proposed:
        raise Conflict("nothing_proposed")
    for each, answer in proposed:
        await rows.set_proposed(tx, each.id, None, _declined(each, answer))


async def wait_again(tx: Tx, *, question_id: int, member_id: int) -> Question:
    """Let an own question wait again: the late answer was none, its articles are not told again."""
    found = await _own(tx, question_id, member_id)
    state = QuestionState.PASSED_ON if found.passed_to else QuestionState.REFUSED
    near = {one.distillation_id: one.title for one in found.answer.citations}
    empty = Answer(answered=False, nearest=tuple(near.items()), understood=found.answer.understood)
    gone = _declined(found, found.answer)
    if not await rows.set_waiting_again(tx, found.id, state, empty, gone):
        raise Conflict("question_not_told_late")
    kept = await rows.question(tx, found.id)
    assert kept is not None
    return kept


def _declined(asked: Question, answer: Answer) -> set[int]:
    return {*asked.declined, *(one.distillation_id for one in answer.citations)}


async def hand_on_questions(
    tx: Tx, asked: Sequence[Question], *, to: str, at: datetime
) -> tuple[Question, ...]:
    """Hand questions that ask the same to the group or an expert; who looks after them decides.

    Who did not pass theirs on stays unnamed.
    """
    if to not in PASS_TO:
        raise Invalid("pass_on_unknown", to=to)
    handed: list[Question] = []
    for each in asked:
        unnamed = not each.is_named
        if await rows.set_passed_on(tx, each.id, to, at, unnamed=unnamed, again=True):
            state = QuestionState.PASSED_ON
            handed.append(replace(each, passed_to=to, state=state, passed_at=at, unnamed=unnamed))
    if not handed:
        raise Conflict("question_not_open", state=asked[0].state.value)
    return tuple(handed)


def readable_answer(text: str) -> str:
    """An answer somebody wrote, without white space around it; Invalid where there is none."""
    words = text.replace("\x00", "").strip()
    if not words:
        raise Invalid("message_empty")
    return words


async def resolve_question(tx: Tx, *, question_id: int) -> None:
    """Note that somebody answered it in the group or wrote an article."""
    if not await rows.set_resolved(tx, question_id):
        raise Conflict("question_not_open")
