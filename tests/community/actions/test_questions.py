from datetime import timedelta

import pytest

from community.actions.questions import (
    ask_question,
    pass_on_question,
    rate_answer,
    resolve_question,
)
from community.errors import Conflict, Invalid, NotAllowed, NotFound
from community.question import Answer, AnswerCitation, AnswerSentence, Question, QuestionState
from community.store import questions as rows
from tests.builders import MONDAY
from tests.stores import Group

ANSWERED = Answer(
    answered=True,
    sentences=(AnswerSentence(text="7:20 小测。", numbers=(1,)),),
    citations=(
        AnswerCitation(
            number=1,
            distillation_id=3,
            claim_ids=(5,),
            message_ids=(7, 8),
            title="迟到怎么办？",
            passage="7:20 小测。",
            signed_by="老陆",
            signed_at=MONDAY,
        ),
    ),
)
REFUSED = Answer(answered=False, nearest=((3, "迟到怎么办？"),))


async def _ask(group: Group, answer: Answer, minutes: int = 0) -> Question:
    async with group.store.write() as tx:
        return await ask_question(
            tx,
            community_id=group.community.id,
            member_id=group.ann.id,
            text="  迟到\n怎么办 ",
            answer=answer,
            at=MONDAY + timedelta(minutes=minutes),
        )


async def test_a_question_comes_back_with_its_whole_answer(group: Group) -> None:
    kept = await _ask(group, ANSWERED)
    assert (kept.text, kept.state) == ("迟到 怎么办", QuestionState.ANSWERED)
    async with group.store.read() as tx:
        assert await rows.question(tx, kept.id) == kept


async def test_a_refused_question_is_handed_on_once_by_whoever_asked(group: Group) -> None:
    kept = await _ask(group, REFUSED)
    async with group.store.write() as tx:
        with pytest.raises(NotAllowed, match="not_your_question"):
            await pass_on_question(tx, question_id=kept.id, member_id=group.bo.id, to="group")
        passed = await pass_on_question(
            tx, question_id=kept.id, member_id=group.ann.id, to="expert"
        )
        assert (passed.state, passed.passed_to) == (QuestionState.PASSED_ON, "expert")
        with pytest.raises(Conflict, match="question_not_open"):
            await pass_on_question(tx, question_id=kept.id, member_id=group.ann.id, to="group")


async def test_those_who_look_after_questions_see_the_open_ones_newest_first(group: Group) -> None:
    first, second = await _ask(group, REFUSED), await _ask(group, REFUSED, minutes=5)
    await _ask(group, ANSWERED)
    async with group.store.write() as tx:
        await resolve_question(tx, question_id=first.id)
    async with group.store.read() as tx:
        waiting = await rows.questions_of(
            tx, group.community.id, states=[QuestionState.REFUSED, QuestionState.PASSED_ON]
        )
        assert [one.id for one in waiting] == [second.id]
        counted = await rows.counts(tx, group.community.id)
    assert counted == {
        QuestionState.REFUSED: 1,
        QuestionState.RESOLVED: 1,
        QuestionState.ANSWERED: 1,
    }


async def test_feedback_is_kept_and_the_last_word_counts(group: Group) -> None:
    kept = await _ask(group, ANSWERED)
    async with group.store.write() as tx:
        for word in ("helpful", "wrong"):
            await rate_answer(tx, question_id=kept.id, member_id=group.ann.id, feedback=word)
        with pytest.raises(Invalid, match="feedback_unknown"):
            await rate_answer(tx, question_id=kept.id, member_id=group.ann.id, feedback="meh")
        found = await rows.question(tx, kept.id)
    assert found is not None
    assert found.feedback == "wrong"


async def test_questions_without_words_or_without_end_are_refused(group: Group) -> None:
    async with group.store.write() as tx:
        for text, code in ((" \n", "question_empty"), ("问" * 2001, "question_too_long")):
            with pytest.raises(Invalid, match=code):
                await ask_question(
                    tx,
                    community_id=group.community.id,
                    member_id=group.ann.id,
                    text=text,
                    answer=REFUSED,
                    at=MONDAY,
                )
        with pytest.raises(NotFound, match="question_not_found"):
            await pass_on_question(tx, question_id=99, member_id=group.ann.id, to="group")
