"""Who never spoke, who helps, birthdays, and answers that shrink: what shows it and what not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from agent.listening.signal import SignalKind
from community.people import Role
from tests.agent.listening.rooms import ALL, HOST, MIN, NEW, chat, noticed
from tests.builders import MONDAY

HOUR = 60
DAY = 24 * HOUR
HELLO = "0 小敏: 早"


@pytest.mark.parametrize("hours", [24, 47, 72])
def test_who_came_days_ago_and_said_nothing_never_spoke(hours: int) -> None:
    members = (HOST, MIN, replace(NEW, joined_at=MONDAY))
    signal = noticed(chat(HELLO, members=members), hours * HOUR)[SignalKind.NEVER_SPOKE]
    assert signal.member_ids == (NEW.id,)
    assert signal.facts == {"hours": hours}


@pytest.mark.parametrize(
    ("lines", "hours", "changes"),
    [
        pytest.param((HELLO,), 23, {}, id="came today"),
        pytest.param((HELLO,), 73, {}, id="left in peace after three days"),
        pytest.param((HELLO, "9 新来: 大家好"), 30, {}, id="spoke"),
        pytest.param((HELLO,), 30, {"left_at": MONDAY + timedelta(hours=2)}, id="gone again"),
        pytest.param((HELLO,), 30, {"role": Role.ASSISTANT}, id="staff"),
        pytest.param((HELLO,), 30, {"opted_out": True}, id="opted out"),
    ],
)
def test_who_spoke_left_or_works_here_is_not_called_silent(
    lines: tuple[str, ...], hours: int, changes: dict[str, object]
) -> None:
    fresh = replace(NEW, joined_at=MONDAY, **changes)
    found = noticed(chat(*lines, members=(HOST, MIN, fresh)), hours * HOUR)
    assert SignalKind.NEVER_SPOKE not in found


def _help(answers: int, *, name: str = "小敏", days: int = 24) -> Iterator[str]:
    """Questions of 李想 and 吴越, day after day; `name` answers so many of them."""
    number = 0
    for nth in range(answers):
        at = nth * days * DAY // max(1, answers - 1)
        asker = ("李想", "吴越")[nth % 2]
        number += 2
        yield f"{at} {asker}: 请问第{nth}课的板书怎么排?"
        yield f"{at + 5} {name}>{number - 1}: 第{nth}课我分三栏,左边留给学生"
    yield f"{days * DAY + 60} 新来: 早"


@pytest.mark.parametrize(
    ("answers", "days", "weeks"), [(8, 24, 4), (9, 27, 4), (12, 22, 4), (20, 41, 6)]
)
def test_who_answered_most_is_a_helper_and_in_how_many_weeks_is_said(
    answers: int, days: int, weeks: int
) -> None:
    talk = chat(*_help(answers, days=days))
    signal = noticed(talk, days * DAY + 70)[SignalKind.HELPER]
    assert signal.member_ids == (MIN.id,)
    assert signal.facts == {"answers": answers, "people": 2, "weeks": weeks}


def test_weeks_grow_while_nothing_is_added_and_are_never_fewer_than_two() -> None:
    talk = chat("0 新来: 早", *_help_after(22))
    assert noticed(talk, 22 * DAY + 200)[SignalKind.HELPER].facts["weeks"] == 2
    assert noticed(talk, 30 * DAY)[SignalKind.HELPER].facts["weeks"] == 2
    assert noticed(talk, 40 * DAY)[SignalKind.HELPER].facts["weeks"] == 3


def _help_after(day: int) -> Iterator[str]:
    """Eight answers within an hour of one day."""
    for nth in range(8):
        at = day * DAY + nth * 5
        yield f"{at} {('李想', '吴越')[nth % 2]}: 请问第{nth}课的板书怎么排?"
        yield f"{at + 2} 小敏>{2 * nth + 2}: 第{nth}课我分三栏,左边留给学生"


def test_a_helper_is_seen_in_four_weeks_of_a_longer_talk() -> None:
    """What a look is given is all it counts."""
    talk = chat(*_help(10, days=30))
    now = 30 * DAY + 70
    since = MONDAY + timedelta(minutes=now) - timedelta(days=28)
    seen = replace(talk, messages=tuple(m for m in talk.messages if m.at >= since))
    assert noticed(seen, now)[SignalKind.HELPER].member_ids == (MIN.id,)


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        pytest.param(tuple(_help(7)), 24, id="too few"),
        pytest.param(tuple(_help(10, days=9)), 9, id="a young room"),
        pytest.param(tuple(_help(10, name="周老师")), 24, id="staff"),
        pytest.param(
            tuple(line.replace("请问第", "第").replace("怎么排?", "排了") for line in _help(10)),
            24,
            id="nobody had asked",
        ),
    ],
)
def test_few_answers_or_the_hosts_own_make_no_helper(lines: tuple[str, ...], days: int) -> None:
    assert SignalKind.HELPER not in noticed(chat(*lines), days * DAY + 70)


def test_who_opted_out_is_no_helper() -> None:
    members = [replace(m, opted_out=m.id == MIN.id) for m in ALL]
    assert SignalKind.HELPER not in noticed(chat(*_help(10), members=members), 24 * DAY + 70)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("@小敏 生日快乐呀", id="zh"),
        pytest.param("今天是老陆的生日", id="told"),
        pytest.param("happy birthday Mei!", id="en"),
        pytest.param("🎂🎂", id="a cake"),
    ],
)
def test_a_first_wish_shows_a_birthday(text: str) -> None:
    signal = noticed(chat(f"0 李想: {text}", f"3 吴越: {text}"), 10)[SignalKind.BIRTHDAY]
    assert signal.facts == {"wishes": 2}


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        pytest.param("报名表里的生日填错了怎么改?", 1, id="a form"),
        pytest.param("生日那一栏别漏", 1, id="a column"),
        pytest.param("do we need the date of birth or the birthday in the form?", 1, id="en"),
        pytest.param("@小敏 生日快乐呀", 9, id="hours ago"),
    ],
)
def test_a_form_or_an_old_wish_is_no_birthday(text: str, hours: int) -> None:
    assert SignalKind.BIRTHDAY not in noticed(chat(f"0 李想: {text}"), hours * HOUR)


SAID = (
    "先停一停等安静了再讲,",
    "抽签,抽到谁谁就先说说看,",
    "让后排同学来板书一遍,",
    "小组里推一位代表来讲,",
)
SAID_EN = (
    "we stop until it ends ",
    "a coin decides who talks ",
    "one of each team ",
    "i ask twice ",
)


def _pushes(*rounds: int, texts: tuple[str, ...] = SAID) -> Iterator[str]:
    """A topic a day; each number is how many times over 李想 and 吴越 answer."""
    number = 0
    for nth, times in enumerate(rounds):
        at = nth * DAY
        number += 1
        root = number
        yield f"{at} 周老师: 本周话题:第{nth + 1}题,大家说说自己的做法"
        if times:
            number += 2
            yield f"{at + 5} 李想>{root}: {texts[nth] * times}"
            yield f"{at + 9} 吴越>{root}: 我这里{texts[nth - 1] * times}"


@pytest.mark.parametrize(
    "rounds",
    [
        pytest.param(tuple(_pushes(3, 3, 1, 1)), id="shorter"),
        pytest.param(tuple(_pushes(3, 3, 0, 0)), id="none any more"),
        pytest.param(tuple(_pushes(3, 3, 1, 1, texts=SAID_EN)), id="en"),
    ],
)
def test_answers_that_shrink_for_two_rounds_are_perfunctory(rounds: tuple[str, ...]) -> None:
    signal = noticed(chat(*rounds), 4 * DAY)[SignalKind.PERFUNCTORY]
    assert signal.facts["form"] == "shrinks"
    before, now = signal.facts["before"], signal.facts["now"]
    assert isinstance(before, float)
    assert isinstance(now, float)
    assert now <= before / 2


@pytest.mark.parametrize(
    "rounds",
    [
        pytest.param(tuple(_pushes(3, 3, 1)), id="one round"),
        pytest.param(tuple(_pushes(3, 3, 1, 3)), id="up again"),
        pytest.param(tuple(_pushes(1, 1, 1, 1)), id="always short"),
        pytest.param(tuple(_pushes(0, 0, 0, 0)), id="never answered"),
    ],
)
def test_answers_as_ever_are_not_perfunctory(rounds: tuple[str, ...]) -> None:
    assert SignalKind.PERFUNCTORY not in noticed(chat(*rounds), 4 * DAY)
