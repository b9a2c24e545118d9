"""Counting bit by bit equals counting anew, whatever comes late, twice or is taken back."""

import json
import random
from datetime import UTC, date, datetime, timedelta

import pytest

from agent.figures.counting import Counting, counted
from agent.figures.keeping import kept, tally_of
from agent.figures.tally import Call, Tally
from agent.figures.utterance import SIMMER, Act, Utterance, acts_of, utterance_of
from community.conversation import Link, LinkSource, MessageKind, Reaction
from tests.builders import a_member, said

START = datetime(2026, 3, 2, 1, tzinfo=UTC)
ACTS = (Act.NOTHING, Act.ASKS, Act.THANKS, Act.CALLS, Act.SHARES, Act.BARE, Act.PRAISES)
LIN, ZHOU = a_member(1, "小林"), a_member(2, "老周")


def uttered(
    number: int, author: int, minutes: float, parent: int | None = None, acts: Act = Act.NOTHING
) -> Utterance:
    at = START + timedelta(minutes=minutes)
    return Utterance(id=number, author_id=author, at=at, parent_id=parent, acts=acts)


def drawn(draw: random.Random, number: int) -> Utterance:
    """Any message, its parent not always one that is there or came before."""
    acts = draw.choice(ACTS) | draw.choice(ACTS)
    return Utterance(
        id=number,
        author_id=draw.randint(SIMMER, 5),
        at=START + timedelta(minutes=draw.randint(0, 6000)),
        parent_id=draw.choice([None, *range(1, 31)]),
        linked=draw.random() < 0.9,
        acts=acts,
        gone=draw.random() < 0.15,
    )


@pytest.mark.parametrize("seed", range(25))
def test_a_history_in_any_order_with_edits_and_recalls_counts_the_same(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311
    counting = Counting("Europe/Lisbon")
    latest: dict[int, Utterance] = {}
    given: dict[tuple[int, int], Reaction] = {}
    for _ in range(80):
        number = draw.randint(1, 30)
        if draw.random() < 0.7:
            latest[number] = drawn(draw, number)
            counting.hear(latest[number])
        else:
            react_or_not(draw, counting, given, number)
        if draw.random() < 0.2:
            counting.tallies()
    assert counting.tallies() == counted("Europe/Lisbon", latest.values(), given.values())


def react_or_not(
    draw: random.Random,
    counting: Counting,
    given: dict[tuple[int, int], Reaction],
    number: int,
) -> None:
    member = draw.randint(1, 5)
    before = given.pop((number, member), None)
    if before is not None:
        counting.unreact(before)
        return
    at = START + timedelta(minutes=draw.randint(0, 6000))
    given[number, member] = Reaction(message_id=number, member_id=member, emoji="👍", at=at)
    counting.react(given[number, member])


def one_day(*heard: Utterance) -> Tally:
    (tally,) = counted("Asia/Shanghai", heard)
    return tally


def test_a_question_its_answer_and_thanks_are_counted_by_hand() -> None:
    tally = one_day(
        uttered(1, 1, 0, acts=Act.ASKS),
        uttered(2, 2, 10, parent=1),
        uttered(3, 3, 20, parent=1),
        uttered(4, 1, 30, parent=1, acts=Act.THANKS),
        uttered(5, SIMMER, 5, parent=1),
    )
    assert tally.said == {1: 2, 2: 1, 3: 1}
    assert tally.simmer == 1
    assert tally.answers == {(2, 1): 1, (3, 1): 1}
    assert tally.helps == {(2, 1): 1, (3, 1): 1}
    assert tally.opened == {1: (1, 1)}
    (owed,) = tally.contributions
    assert (owed.wait, owed.simmer_wait) == (600, 300)
    assert tally.drivers == (2, 0, 1, 0)


def test_a_recalled_answer_answers_nothing() -> None:
    gone = Utterance(id=2, author_id=2, at=START + timedelta(minutes=9), parent_id=1, gone=True)
    (owed,) = one_day(uttered(1, 1, 0, acts=Act.ASKS), gone).contributions
    assert owed.wait is None


def test_who_speaks_under_a_call_within_26_hours_is_heard() -> None:
    tallies = counted(
        "Asia/Shanghai",
        [
            uttered(1, 9, 0, acts=Act.CALLS),
            uttered(2, 2, 60, parent=1),
            uttered(3, 9, 90, parent=2),
            uttered(4, 3, 27 * 60, parent=1),
        ],
    )
    assert tallies[0].calls == (Call(id=1, author_id=9, voices=(2, 9)),)


def test_a_day_of_a_clock_change_is_one_local_day() -> None:
    """In Lisbon 29 March 2026 has 23 hours and begins an hour before the next one in UTC."""
    times = (
        datetime(2026, 3, 28, 23, 59, tzinfo=UTC),
        datetime(2026, 3, 29, 0, 1, tzinfo=UTC),
        datetime(2026, 3, 29, 22, 59, tzinfo=UTC),
        datetime(2026, 3, 29, 23, 1, tzinfo=UTC),
    )
    heard = [Utterance(id=at, author_id=1, at=one) for at, one in enumerate(times, 1)]
    days = {tally.day: tally.messages for tally in counted("Europe/Lisbon", heard)}
    assert days == {date(2026, 3, 28): 1, date(2026, 3, 29): 2, date(2026, 3, 30): 1}


def test_a_tally_is_read_back_as_it_was_kept() -> None:
    draw = random.Random(5)  # noqa: S311
    heard = [drawn(draw, number) for number in range(1, 200)]
    given = Reaction(message_id=3, member_id=4, emoji="👍", at=START)
    for tally in counted("Asia/Shanghai", heard, [given]):
        assert tally_of(tally.day, json.loads(json.dumps(kept(tally)))) == tally


@pytest.mark.parametrize(
    ("text", "act"),
    [
        pytest.param("请问月考范围是哪几章?", Act.ASKS, id="asks"),
        pytest.param("【通知】周五前交总结", Act.CALLS, id="calls"),
        pytest.param("这周的话题:怎么看待家长群?大家说说", Act.INVITES, id="invites"),
        pytest.param("谢谢,解决了", Act.THANKS, id="thanks"),
        pytest.param(
            "Here's the template we use for the first week, we cut it to one page",
            Act.SHARES,
            id="shares",
        ),
        pytest.param("试了老周的办法,讲完了,效果不错", Act.TELLS_OUTCOME, id="outcome"),
        pytest.param("欢迎小何", Act.WELCOMES, id="welcomes"),
        pytest.param("收到", Act.BARE, id="bare"),
    ],
)
def test_a_text_is_read_for_what_it_does(text: str, act: Act) -> None:
    assert act in acts_of(text)


def test_a_picture_asks_for_nothing() -> None:
    assert acts_of("怎么办?", MessageKind.MEDIA) is Act.BARE


def test_lines_of_the_platform_and_private_words_are_not_counted() -> None:
    system = said(1, None, "小林加入了群聊", kind=MessageKind.SYSTEM)
    assert utterance_of(system, None) is None
    assert utterance_of(said(2, LIN, "你好"), None) is not None


def test_a_guess_below_four_tenths_is_no_answer() -> None:
    guess = Link(message_id=2, parent_id=1, confidence=0.3, by=LinkSource.MODEL)
    heard = utterance_of(said(2, ZHOU, "对"), guess)
    assert heard is not None
    assert (heard.parent_id, heard.linked) == (None, True)
