from agent.left_out import without
from agent.moves.brief import Brief, Line
from community.people import Member
from tests.builders import a_member


def gone(id_: int, name: str) -> Member:
    return Member(id=id_, community_id=1, name=name, opted_out=True)


SAID = Line(message_id=1, name="小林", text="老陆上次说交前台,@老陆 是吗")
BRIEF = Brief(
    move="no_orphan",
    language="zh",
    community="c",
    zone="z",
    lines=(SAID,),
    anchor=SAID,
    phrases=("老陆上次说交前台", "交前台"),
    topics=("老陆的表怎么填",),
    facts=(("names", "老陆"),),
    avoid=("@老陆 说一句？",),
    accepted=("@老陆 有准信吗？", "谁有准信？"),
)


def test_who_opted_out_is_named_nowhere() -> None:
    brief = without(BRIEF, [gone(9, "老陆"), a_member(2, "小林")])
    assert "老陆" not in repr(brief)
    assert brief.anchor is not None
    assert brief.anchor.text == "某位群友上次说交前台,@某位群友 是吗"
    assert (brief.phrases, brief.accepted, brief.avoid) == (("交前台",), ("谁有准信？",), ())


def test_where_nobody_opted_out_nothing_changes() -> None:
    assert without(BRIEF, [a_member(2, "小林")]) is BRIEF


def test_a_name_inside_a_longer_one_or_a_word_is_somebody_elses() -> None:
    line = Line(message_id=1, name="x", text="ben and Ben Alder wrote a bench note")
    brief = Brief(move="praise", language="en", community="c", zone="z", lines=(line,))
    told = without(brief, [gone(9, "ben"), gone(8, "Ben"), a_member(2, "Ben Alder")])
    assert told.lines[0].text == "someone and Ben Alder wrote a bench note"
