"""Back after a silence, and saying ever less: what shows it and what does not."""

from collections.abc import Iterator

import pytest

from agent.listening.signal import SignalKind
from tests.agent.listening.rooms import MIN, chat, noticed

DAY = 24 * 60


def _room_goes_on(days: int, *, skip: frozenset[int] = frozenset()) -> Iterator[str]:
    for day in range(1, days):
        if day not in skip:
            yield f"{day * DAY} 李想: 第{day}天的晨读记录交了"
            yield f"{day * DAY + 5} 吴越: 我班第{day}天也好了些"


@pytest.mark.parametrize(
    ("days", "text"),
    [
        pytest.param(16, "我回来了,上周的分享看了", id="sixteen days"),
        pytest.param(25, "the card trick works in my class too", id="en"),
        pytest.param(15, "食堂的面不错", id="anything at all"),
    ],
)
def test_who_speaks_after_two_weeks_is_back(days: int, text: str) -> None:
    lines = ["0 小敏: 这周先到这", *_room_goes_on(days), f"{days * DAY} 小敏: {text}"]
    signal = noticed(chat(*lines), days * DAY + 30)[SignalKind.RETURN]
    assert signal.message_ids == (len(lines), 1)
    assert signal.facts["days"] == days


@pytest.mark.parametrize(
    ("first", "going_on", "last"),
    [
        pytest.param("0 小敏: 这周先到这", 20, "小敏: 收到", id="a nod"),
        pytest.param(
            "0 小敏: 这周先到这", 20, "小敏: bye all, I'm dropping out here", id="goodbye"
        ),
        pytest.param("0 小敏: 这周先到这", 0, "小敏: 有人在群里吗", id="the room was silent too"),
        pytest.param("0 李想: 这周先到这", 20, "小敏: 大家好呀,我是小敏", id="never spoke before"),
        pytest.param("0 周老师: 这周先到这", 20, "周老师: 我出差回来了", id="staff"),
    ],
)
def test_a_nod_a_goodbye_or_a_silent_room_is_no_return(
    first: str, going_on: int, last: str
) -> None:
    between = list(_room_goes_on(going_on))
    lines = [first, *between, f"{20 * DAY} {last}"]
    assert SignalKind.RETURN not in noticed(chat(*lines), 20 * DAY + 30)


def test_three_days_away_is_no_return() -> None:
    lines = ["0 小敏: 这周先到这", *_room_goes_on(16), f"{13 * DAY + 7} 小敏: 我来晚了"]
    assert SignalKind.RETURN not in noticed(chat(*sorted(lines, key=_minute)), 13 * DAY + 30)


def _minute(line: str) -> int:
    return int(line.split(maxsplit=1)[0])


def _weeks(last: int, *, others_stop: bool = False, text: str = "晨读记录") -> Iterator[str]:
    """Four weeks: 小敏 says six things a week, in the last one `last`; two others keep on."""
    for week in range(4):
        own = last if week == 3 else 6
        for nth in range(6):
            at = (week * 7 + nth) * DAY + 60
            if nth < own:
                yield f"{at} 小敏: 第{week}周第{nth}次{text}"
            if not (others_stop and week == 3):
                yield f"{at + 5} 李想: 我们班第{week}周第{nth}次也记了"
                yield f"{at + 9} 吴越: 第{week}周第{nth}次,我这里也是"


@pytest.mark.parametrize("last", [0, 1])
def test_a_steady_member_who_says_seventy_percent_less_is_fading(last: int) -> None:
    signal = noticed(chat(*_weeks(last)), 28 * DAY)[SignalKind.FADING]
    assert signal.member_ids == (MIN.id,)
    assert (signal.facts["before"], signal.facts["now"]) == (6.0, last)


def test_a_steady_member_writing_english_fades_alike() -> None:
    lines = _weeks(1, text=" notes from the morning")
    assert noticed(chat(*lines), 28 * DAY)[SignalKind.FADING].member_ids == (MIN.id,)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(tuple(_weeks(3)), id="half is not enough"),
        pytest.param(tuple(_weeks(1, others_stop=True)), id="everybody says less"),
        pytest.param((*_weeks(1), f"{27 * DAY} 小敏: 这周发烧请病假,先不写了"), id="they told why"),
        pytest.param((*_weeks(1), f"{27 * DAY} 周老师: 月考周,大家忙"), id="an announced break"),
    ],
)
def test_who_has_a_reason_is_not_fading(lines: tuple[str, ...]) -> None:
    assert SignalKind.FADING not in noticed(chat(*lines), 28 * DAY)
