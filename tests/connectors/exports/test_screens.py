from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from community.conversation import Message
from connectors.base import MessagePosted
from connectors.exports.pasted import Pasted, Room, read_pasted
from connectors.exports.times import Clock
from tests.builders import a_member

NOW = datetime(2026, 3, 4, 12, 30, tzinfo=UTC)
"""A Wednesday, 20:30 in the group's own time."""
HERE = ZoneInfo("Asia/Shanghai")
Said = list[tuple[str, str]]

EN: Said = [("Anna", "how do you keep notes?"), ("Bob", "in a shared page"), ("Anna", "thanks")]
ZH: Said = [("许冉", "大家怎么记笔记？"), ("罗一鸣", "写在共享文档里"), ("许冉", "谢谢")]
FORMS = {
    "name time": "{name} 10:0{n}\n{text}\n\n",
    "name time, tight": "{name} 10:0{n}\n{text}\n",
    "name time, no gap but two spaces": "{name}  10:0{n}:33\n{text}\n\n",
    "am": "{name}  10:0{n} AM\n{text}\n\n",
    "am, tight": "{name}  10:0{n} AM\n{text}\n",
    "am in brackets": "{name}  [10:0{n} AM]\n{text}\n\n",
    "forenoon": "{name} 上午10:0{n}\n{text}\n\n",
    "forenoon, space": "{name} 上午 10:0{n}\n{text}\n",
    "yesterday": "{name} 昨天 10:0{n}\n{text}\n\n",
    "yesterday forenoon": "{name} 昨天上午10:0{n}\n{text}\n",
    "week": "{name} 星期二 10:0{n}\n{text}\n\n",
    "week, english": "{name} Tuesday 10:0{n} AM\n{text}\n\n",
    "discord": "{name} — Yesterday at 10:0{n} AM\n{text}\n\n",
    "date": "{name} 2026/3/4 10:0{n}\n{text}\n\n",
    "month and day": "{name} 3月4日 10:0{n}\n{text}\n",
    "date, tight": "{name} 2026-03-04 10:0{n}:12\n{text}\n",
    "telegram": "{name}, [04.03.2026 10:0{n}]\n{text}\n\n",
    "colon": "{name}: {text}\n",
    "wide colon": "{name}：{text}\n",
    "colon, spaced": "{name}: {text}\n\n",
    "block": "{name}:\n{text}\n\n",
    "block, tight": "{name}：\n{text}\n",
    "whatsapp": "[2026/3/4, 10:0{n}:00] {name}: {text}\n",
    "whatsapp web": "[10:0{n}, 3/4/2026] {name}: {text}\n",
    "dashes": "04/03/2026, 10:0{n} - {name}: {text}\n",
    "time in brackets first": "[10:0{n}] {name}: {text}\n",
    "time first": "10:0{n} {name}: {text}\n",
    "time inside": "{name} 10:0{n}: {text}\n",
    "time inside, brackets": "{name} (10:0{n}): {text}\n",
    "month before day": "{name} 03-04 10:0{n}:33\n{text}\n\n",
    "month in words": "{name}  Mar 4th at 10:0{n} AM\n{text}\n",
    "tab": "{name}\t10:0{n}\n{text}\n",
    "blank line under the head": "{name}  10:0{n}\n\n{text}\n\n",
    "two lines": "{name}\n10:0{n}\n{text}\n\n",
    "two lines, slack": "{name}\n  10:0{n} AM\n{text}\n",
}
HARD: Said = [
    ("许冉", "大家注意：明天7:20小测"),
    ("罗一鸣", "好的"),
    ("罗一鸣", "资料在 https://example.org:8080/a?b=1:2"),
    ("周砚秋", "7:20小测？\n我以为 8:00"),
    ("Anna Lee", "note: bring pens"),
]


def _screen(form: str, said: Said, first: int = 0) -> str:
    return "".join(
        FORMS[form].format(name=name, text=text, n=n) for n, (name, text) in enumerate(said, first)
    )


def _paste(text: str, tail: Sequence[Message] = (), now: datetime = NOW) -> Pasted:
    names = dict.fromkeys(name for name, _ in [*EN, *ZH, *HARD]) if tail else ()
    people = [a_member(n, name) for n, name in enumerate(names, 1)]
    room = Room(key="1", tail=tail, members={one.id: one for one in people})
    return read_pasted(text, room, Clock(timezone="Asia/Shanghai", now=now))


def _posts(pasted: Pasted) -> list[MessagePosted]:
    return [event for event in pasted.events if isinstance(event, MessagePosted)]


def _said(pasted: Pasted) -> Said:
    return [((one.member or "").removeprefix("name:"), one.text) for one in _posts(pasted)]


def _tail(pasted: Pasted) -> list[Message]:
    ids = {name: n for n, name in enumerate(dict.fromkeys(n for n, _ in [*EN, *ZH, *HARD]), 1)}
    return [
        Message(
            id=n,
            community_id=1,
            zone_id=1,
            author_id=ids[(one.member or "").removeprefix("name:")],
            at=one.at,
            text=one.text,
        )
        for n, one in enumerate(_posts(pasted), 1)
    ]


@pytest.mark.parametrize("said", [EN, ZH], ids=["en", "zh"])
@pytest.mark.parametrize("form", FORMS)
def test_each_form_gives_every_message_to_who_said_it(form: str, said: Said) -> None:
    read = _paste(_screen(form, said))
    assert _said(read) == said
    whens = [one.at for one in _posts(read)]
    assert whens == sorted(whens)
    assert NOW - timedelta(days=2) < whens[0] <= whens[-1] <= NOW


@pytest.mark.parametrize("form", FORMS)
def test_colons_addresses_and_times_inside_texts_stay_there(form: str) -> None:
    assert _said(_paste(_screen(form, HARD))) == HARD


@pytest.mark.parametrize("later", [timedelta(minutes=3), timedelta(hours=2)])
@pytest.mark.parametrize("said", [EN, ZH], ids=["en", "zh"])
@pytest.mark.parametrize("form", FORMS)
def test_an_overlapping_paste_adds_only_the_new(form: str, said: Said, later: timedelta) -> None:
    tail = _tail(_paste(_screen(form, said)))
    again = _paste(_screen(form, said), tail, NOW + later)
    more: Said = [*said[1:], (said[1][0], "不客气 you are welcome")]
    second = _paste(_screen(form, more, first=1), tail, NOW + later)
    assert (again.events, again.known) == ((), 3)
    assert (second.known, _said(second)) == (2, more[-1:])
    assert _posts(second)[0].at >= tail[-1].at


def test_the_same_words_are_known_though_another_form_gives_other_times() -> None:
    tail = _tail(_paste(_screen("colon", EN)))
    assert _paste(_screen("name time", EN), tail).known == 3
    tail = _tail(_paste(_screen("name time", ZH)))
    assert _paste(_screen("wide colon", ZH), tail).known == 3


def test_a_bare_time_is_today_or_yesterday_if_it_is_still_to_come() -> None:
    read = _paste("Anna 22:50\nhello there\n\nBob 23:10\nhi\n\nAnna 09:05\ngood morning\n")
    local = [one.at.astimezone(HERE).strftime("%d %H:%M") for one in _posts(read)]
    assert local == ["03 22:50", "03 23:10", "04 09:05"]
    read = _paste("Anna 10:01\nhello there\n\nBob 21:10\nhi\n")
    local = [one.at.astimezone(HERE).strftime("%d %H:%M") for one in _posts(read)]
    assert local == ["03 10:01", "03 21:10"]


def test_a_line_with_a_day_holds_for_the_times_below_it() -> None:
    text = "2026年3月2日\n\n许冉 10:01\n早\n\n—— 昨天 ——\n\n罗一鸣 9:30\n大家早\n\n许冉 9:31\n早\n"
    read = _paste(text)
    assert _said(read) == [("许冉", "早"), ("罗一鸣", "大家早"), ("许冉", "早")]
    local = [one.at.astimezone(HERE).strftime("%d %H:%M") for one in _posts(read)]
    assert local == ["02 10:01", "03 09:30", "03 09:31"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "Anna 10:01\nwe meet at 9:30\nor at 10:30\nBob 10:02\nok\n",
            [("Anna", "we meet at 9:30\nor at 10:30"), ("Bob", "ok")],
            id="times at the end of lines",
        ),
        pytest.param(
            "许冉 10:01\n时间：周三\n地点：教室\n内容：讨论\n\n罗一鸣 10:02\n收到\n",
            [("许冉", "时间：周三\n地点：教室\n内容：讨论"), ("罗一鸣", "收到")],
            id="labels under a head",
        ),
        pytest.param(
            "许冉: 大家好\n注意：明天 7:20\n罗一鸣: 收到\n周砚秋: 好",
            [("许冉", "大家好\n注意：明天 7:20"), ("罗一鸣", "收到"), ("周砚秋", "好")],
            id="a label in a line of text",
        ),
        pytest.param(
            "许冉 10:01\n第一段\n\n第二段\n\n罗一鸣 10:02\n好\n",
            [("许冉", "第一段\n\n第二段"), ("罗一鸣", "好")],
            id="a blank line inside a text",
        ),
        pytest.param(
            "群聊的聊天记录\n\n许冉：大家好\n罗一鸣：好",
            [("许冉", "大家好"), ("罗一鸣", "好")],
            id="a title first",
        ),
        pytest.param(
            "the rest of a text\n\nBob 10:02\nnote: see https://x.example\n\nAnna 10:03\nok",
            [("Bob", "note: see https://x.example"), ("Anna", "ok")],
            id="begun in the middle of a message",
        ),
        pytest.param(
            "Anna 10:01\nhello\n\nBob 10:02\n", [("Anna", "hello")], id="cut off after a head"
        ),
        pytest.param(
            "Anna\n  10:01 AM\nhello\n10:02\nsecond\nBob\n  10:05 AM\nhey there\n",
            [("Anna", "hello"), ("Anna", "second"), ("Bob", "hey there")],
            id="a time alone is the same person again",
        ),
        pytest.param(
            "Anna: hi\nBob:\nyes\nCara: 7:20小测\n",
            [("Anna", "hi"), ("Bob", "yes"), ("Cara", "7:20小测")],
            id="words beside and below the name",
        ),
        pytest.param(
            "Anna 10:01\nsee below\n[2026/3/4 10:00] Cara: hi\nBob 10:02\nyes\n",
            [("Anna", "see below\n[2026/3/4 10:00] Cara: hi"), ("Bob", "yes")],
            id="a line of another chat",
        ),
        pytest.param(
            "小火慢炖🍲 10:01\nhello\n\n🌸 10:03\nhey\n",
            [("小火慢炖🍲", "hello"), ("🌸", "hey")],
            id="emoji names",
        ),
        pytest.param("Anna 10:01\nhello", [("Anna", "hello")], id="one message"),
        pytest.param("许冉：大家好", [("许冉", "大家好")], id="one line"),
        pytest.param(
            "A: hi\nB: hello\nC: hey", [("A", "hi"), ("B", "hello"), ("C", "hey")], id="abc"
        ),
        pytest.param(
            "Anna 10:01\nhello\n\nAnna 10:02\nanybody?\n\n七6罗一鸣 10:03\n在\n",
            [("Anna", "hello"), ("Anna", "anybody?"), ("七6罗一鸣", "在")],
            id="one after the other, digits in a name",
        ),
    ],
)
def test_what_only_looks_like_a_head_is_text(text: str, said: Said) -> None:
    assert _said(_paste(text)) == said
