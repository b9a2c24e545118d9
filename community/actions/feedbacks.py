"""Feedback on answers: said by who asked, replied to by who signs, and told back."""

from datetime import datetime

from community.errors import Conflict, Invalid, NotAllowed, NotFound
from community.feedback import Feedback, FeedbackKind
from community.store import feedbacks as rows
from community.store import questions
from community.store.engine import Tx

LONGEST = 500
"""Characters of a note and of a reply."""


async def rate_answer(
    tx: Tx,
    *,
    question_id: int,
    member_id: int,
    kind: FeedbackKind,
    at: datetime,
    note: str | None = None,
) -> Feedback:
    """Keep what the one who asked says about the answer; the last word counts."""
    found = await questions.question(tx, question_id)
    if found is None:
        raise NotFound("question_not_found", question=question_id)
    if found.member_id != member_id:
        raise NotAllowed("not_your_question")
    if not found.answer.answered:
        raise Conflict("question_not_answered")
    await questions.set_feedback(tx, found.id, kind.value)
    new = Feedback(
        id=0,
        community_id=found.community_id,
        question_id=found.id,
        member_id=member_id,
        kind=kind,
        note=_words(note or "") or None,
        at=at,
    )
    return await rows.keep_feedback(tx, new)


async def answer_feedback(
    tx: Tx, *, feedback_id: int, community_id: int, by: int, text: str, at: datetime
) -> Feedback:
    """Reply to what was said; once, by the first who does."""
    found = await _found(tx, feedback_id, community_id)
    words = _words(text)
    if not words:
        raise Invalid("message_empty")
    if not found.waits or not await rows.set_answer(tx, found.id, by=by, text=words, at=at):
        raise Conflict("feedback_answered")
    return await _found(tx, feedback_id, community_id)


async def see_reply(tx: Tx, *, feedback_id: int, member_id: int, at: datetime) -> None:
    """Note that the one who asked has seen the reply."""
    found = await rows.feedback(tx, feedback_id)
    if found is None or found.member_id != member_id:
        raise NotFound("feedback_not_found", feedback=feedback_id)
    await rows.set_seen(tx, found.id, at)


async def _found(tx: Tx, feedback_id: int, community_id: int) -> Feedback:
    found = await rows.feedback(tx, feedback_id)
    if found is None or found.community_id != community_id:
        raise NotFound("feedback_not_found", feedback=feedback_id)
    return found


def _words(text: str) -> str:
    words = " ".join(text.replace("\x00", "").split())
    if len(words) > LONGEST:
        raise Invalid("feedback_too_long", length=len(words), limit=LONGEST)
    return words
