from datetime import timedelta

import pytest

from community.actions.feedbacks import answer_feedback, rate_answer, see_reply
from community.actions.questions import (
    answer_late,
    ask_question,
    decline_proposed,
    hand_on_questions,
    pass_on_question,
    propose_answer,
    resolve_question,
    wait_again,
)
from community.errors import Conflict, Invalid, NotAllowed, NotFound
from community.feedback import Feedback, FeedbackKind
from community.question import Answer, AnswerCitation, AnswerSentence, Question, QuestionState
from community.store import Tx, feedbacks
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


async def _pass_on(tx: Tx, question_id: int, member_id: int) -> Question:
    return await pass_on_question(
        tx, question_id=question_id, member_id=member_id, to="group", at=MONDAY
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
            await _pass_on(tx, kept.id, group.bo.id)
        passed = await pass_on_question(
            tx, question_id=kept.id, member_id=group.ann.id, to="expert", at=MONDAY
        )
        assert (passed.state, passed.passed_to) == (QuestionState.PASSED_ON, "expert")
        with pytest.raises(Conflict, match="question_not_open"):
            await _pass_on(tx, kept.id, group.ann.id)


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
        for kind in (FeedbackKind.HELPED, FeedbackKind.OUTDATED):
            await rate_answer(
                tx, question_id=kept.id, member_id=group.ann.id, kind=kind, at=MONDAY, note=" 旧了 "
            )
        (said,) = await feedbacks.feedbacks_of(tx, group.community.id)
        found = await rows.question(tx, kept.id)
    assert found is not None
    assert (found.feedback, said.kind, said.note) == ("outdated", FeedbackKind.OUTDATED, "旧了")


async def test_feedback_is_replied_to_once_and_seen_by_who_gave_it(group: Group) -> None:
    kept = await _ask(group, ANSWERED)
    async with group.store.write() as tx:
        said = await rate_answer(
            tx, question_id=kept.id, member_id=group.ann.id, kind=FeedbackKind.WRONG, at=MONDAY
        )

        async def reply(text: str) -> Feedback:
            return await answer_feedback(
                tx,
                feedback_id=said.id,
                community_id=group.community.id,
                by=group.bo.id,
                text=text,
                at=MONDAY,
            )

        done = await reply("改了")
        assert (done.answer, done.waits) == ("改了", False)
        with pytest.raises(Conflict, match="feedback_answered"):
            await reply("又改了")
        with pytest.raises(NotFound):
            await see_reply(tx, feedback_id=said.id, member_id=group.bo.id, at=MONDAY)
        await see_reply(tx, feedback_id=said.id, member_id=group.ann.id, at=MONDAY)
        found = await feedbacks.feedback(tx, said.id)
    assert found is not None
    assert found.seen_at is not None


async def test_what_was_not_answered_cannot_be_rated(group: Group) -> None:
    kept = await _ask(group, REFUSED)
    async with group.store.write() as tx:
        with pytest.raises(Conflict, match="question_not_answered"):
            await rate_answer(
                tx, question_id=kept.id, member_id=group.ann.id, kind=FeedbackKind.HELPED, at=MONDAY
            )


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
            await _pass_on(tx, 99, group.ann.id)


async def test_a_late_answer_that_was_none_lets_the_question_wait_and_is_not_told_again(
    group: Group,
) -> None:
    kept = await _ask(group, REFUSED)
    async with group.store.write() as tx:
        await _pass_on(tx, kept.id, group.ann.id)
        assert await answer_late(tx, kept.id, ANSWERED, MONDAY)
        with pytest.raises(NotAllowed, match="not_your_question"):
            await wait_again(tx, question_id=kept.id, member_id=group.bo.id)
        again = await wait_again(tx, question_id=kept.id, member_id=group.ann.id)
        assert (again.state, again.declined) == (QuestionState.PASSED_ON, (3,))
        assert (again.answer.answered, again.told_at) == (False, None)
        with pytest.raises(Conflict, match="question_not_told_late"):
            await wait_again(tx, question_id=kept.id, member_id=group.ann.id)


async def test_an_answer_given_at_once_does_not_wait_again(group: Group) -> None:
    kept = await _ask(group, ANSWERED)
    async with group.store.write() as tx:
        with pytest.raises(Conflict, match="question_not_told_late"):
            await wait_again(tx, question_id=kept.id, member_id=group.ann.id)


async def test_what_is_proposed_waits_on_and_a_declined_article_is_kept_in_mind(
    group: Group,
) -> None:
    asked = await _ask(group, REFUSED)
    async with group.store.write() as tx:
        assert await propose_answer(tx, asked, ANSWERED)
        (kept,) = await rows.questions_of(tx, group.community.id)
        assert (kept.state, kept.proposed) == (QuestionState.REFUSED, ANSWERED)
        await decline_proposed(tx, [kept])
        (kept,) = await rows.questions_of(tx, group.community.id)
        assert (kept.proposed, kept.declined) == (None, (3,))
        with pytest.raises(Conflict, match="nothing_proposed"):
            await decline_proposed(tx, [kept])


async def test_only_who_passed_a_question_on_by_name_is_named(group: Group) -> None:
    mine, theirs, silent = [await _ask(group, REFUSED) for _ in range(3)]
    async with group.store.write() as tx:
        named = await _pass_on(tx, mine.id, group.ann.id)
        unnamed = await pass_on_question(
            tx,
            question_id=theirs.id,
            member_id=group.ann.id,
            to="expert",
            at=MONDAY,
            unnamed=True,
        )
        handed = await hand_on_questions(tx, [named, unnamed, silent], to="group", at=MONDAY)
        found = await rows.questions_by_id(tx, [each.id for each in handed])
    assert [found[each.id].is_named for each in (mine, theirs, silent)] == [True, False, False]
    assert not silent.is_named
