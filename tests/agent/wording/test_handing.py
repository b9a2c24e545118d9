from dataclasses import replace

import pytest

from agent.moves.brief import Brief, Line
from agent.wording.handing import to_ask, worth_handing_on


def brief(asked: str, language: str, *peers: str) -> Brief:
    return Brief(
        move="no_orphan",
        language=language,
        community="c",
        zone="z",
        lines=(),
        anchor=Line(message_id=1, name="asker", text=asked),
        peers=tuple(
            Line(message_id=at, name=f"peer{at}", text=text) for at, text in enumerate(peers, 2)
        ),
        host="host",
        expert="expert",
    )


@pytest.mark.parametrize(
    ("asked", "language", "who"),
    [
        ("学生上课一直趴着睡,怎么处理", "zh", "expert"),
        ("请问新教师汇报课是第几周呀", "zh", "host"),
        ("难度比是7:2:1还是6:3:1?", "zh", "expert"),
        ("who approves the on-call morning off for contractors?", "en", "host"),
        ("anyone have a team charter template?", "en", "expert"),
    ],
)
def test_experience_is_asked_of_the_expert_and_a_rule_of_the_host(
    asked: str, language: str, who: str
) -> None:
    one = brief(asked, language)
    assert one.anchor is not None
    assert [line.name for line in to_ask(one, one.anchor)[0]] == [who]


def test_a_word_in_common_makes_nobody_know() -> None:
    asked = "does anyone track holidays taken? one of mine took 3 days since july"
    one = brief(asked, "en", "assumes you know it's 3 days. (see last week's fight)")
    assert one.anchor is not None
    assert to_ask(one, one.anchor)[0][0].name == "expert"


def test_who_told_of_the_same_thing_as_done_is_asked_first() -> None:
    asked = "早自习迟到的学生怎么办"
    one = brief(asked, "zh", "早自习迟到的学生我让他写晚到条,两周从八个降到2个")
    assert one.anchor is not None
    assert to_ask(one, one.anchor)[0][0].name == "peer2"


def test_nobody_is_asked_about_their_own_message() -> None:
    one = brief("学生上课一直趴着睡,怎么处理", "zh")
    assert one.anchor is not None
    alone = replace(one, expert="asker", host=None)
    assert to_ask(alone, one.anchor) == ([], {})


def test_a_joke_is_left_alone() -> None:
    assert worth_handing_on(brief("谁的保温杯在器材室 再不来我喝了", "zh")) is None
    assert worth_handing_on(brief("谁的保温杯在器材室", "zh")) == {}
