from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from agent.decide import decide
from agent.moves.brief import Brief
from agent.recall import brief_for
from community.conversation import Message
from community.errors import Fact
from community.people import Member, Role
from community.review import Decision, Ledger, Review, Subject
from community.suggestion import (
    Audience,
    Candidate,
    Lane,
    Speaker,
    Suggestion,
    SuggestionState,
    Why,
)
from tests.builders import MONDAY, a_member, a_talk, said

HOST = a_member(1, "周姐", Role.FACILITATOR)
LIN, MIN = a_member(2, "小林"), a_member(3, "阿敏")
NOW = MONDAY + timedelta(hours=2)
ASKED = said(50, LIN, "请问月底的报表交给谁,纸质还是电子版?", minutes=60)


def a_brief_of(
    move: str,
    *messages: Message,
    anchors: tuple[int, ...],
    facts: Mapping[str, Fact] | None = None,
    ledger: Ledger | None = None,
    members: tuple[Member, ...] = (HOST, LIN, MIN),
) -> Brief:
    talk = a_talk(messages, members)
    decided = decide(talk, ledger or Ledger(), NOW)
    candidate = Candidate(
        move=move,
        lane=Lane.OBLIGATION,
        anchor_ids=anchors,
        value=4.0,
        confidence=0.9,
        cost=0.0,
        why=Why(code=move, facts=facts or {}),
    )
    return brief_for(candidate, decided.moment, decided.past)


def an_offer(number: int, text: str, **changes: object) -> Suggestion:
    offer = Suggestion(
        id=number,
        community_id=1,
        zone_id=1,
        key=f"no_orphan:{number}",
        move="no_orphan",
        lane=Lane.OBLIGATION,
        audience=Audience.PUBLIC,
        speaker=Speaker.FACILITATOR,
        text=text,
        language="zh",
        anchor_ids=(),
        why=Why(code="no_orphan"),
        confidence=0.9,
        created_at=MONDAY - timedelta(days=9 - number),
        state=SuggestionState.ACCEPTED,
    )
    return replace(offer, **changes)  # pyright: ignore[reportArgumentType]


def an_edit(number: int, text: str, *, undone: bool = False) -> Review:
    return Review(
        id=number,
        community_id=1,
        subject=Subject.SUGGESTION,
        subject_id=number,
        member_id=HOST.id,
        decision=Decision.EDIT,
        at=MONDAY - timedelta(days=1),
        text=text,
        undone_at=MONDAY if undone else None,
    )


def examples(*offers: Suggestion, reviews: tuple[Review, ...] = ()) -> tuple[str, ...]:
    ledger = Ledger(suggestions=offers, reviews=reviews)
    quiet = replace(a_member(4, "老何"), opted_out=True)
    members = (HOST, LIN, MIN, quiet)
    brief = a_brief_of("no_orphan", ASKED, anchors=(50,), ledger=ledger, members=members)
    return brief.accepted


def test_a_new_community_has_no_examples() -> None:
    assert examples() == ()


def test_examples_are_the_newest_three_that_people_took_as_they_rewrote_them() -> None:
    offers = [an_offer(number, f"第{number}条") for number in (1, 2, 3, 4)]
    told = examples(*offers, reviews=(an_edit(4, "改过的"), an_edit(3, "又撤了", undone=True)))
    assert told == ("改过的", "第3条", "第2条")


def test_an_example_is_public_accepted_of_the_same_move_and_names_nobody_who_opted_out() -> None:
    others = (
        an_offer(1, "只给小林的话", audience=Audience.PRIVATE),
        an_offer(2, "没人要的", state=SuggestionState.DISMISSED),
        an_offer(3, "还没看的", state=SuggestionState.OFFERED),
        an_offer(4, "别的一步", move="say_more"),
        an_offer(5, "another language", language="en"),
        an_offer(6, "@老何 你那边有准信吗？"),
        an_offer(7, "长" * 401),
    )
    assert examples(*others, an_offer(8, "就它")) == ("就它",)


def test_the_other_wording_somebody_took_is_the_example() -> None:
    took = replace(an_edit(1, "另一种写法"), decision=Decision.ACCEPT)
    assert examples(an_offer(1, "第一种写法"), reviews=(took,)) == ("另一种写法",)


def test_what_answered_somebody_who_has_opted_out_since_is_no_example() -> None:
    quiet = replace(a_member(4, "老何"), opted_out=True)
    theirs = said(7, quiet, "想问下表格怎么填，谁填过", minutes=-600)
    ledger = Ledger(suggestions=(an_offer(1, "“表格怎么填”，谁填过？", anchor_ids=(7,)),))
    members = (HOST, LIN, MIN, quiet)
    brief = a_brief_of("no_orphan", theirs, ASKED, anchors=(50,), ledger=ledger, members=members)
    assert brief.accepted == ()


def test_a_covered_line_is_given_with_its_words() -> None:
    notice = said(1, HOST, "通知：明天的会改到三楼，下午两点", minutes=50)
    light = said(2, LIN, "哈哈哈哈", minutes=51)
    given = a_brief_of("off_topic", notice, light, anchors=(2,), facts={"buried": 1})
    assert [line.text for line in given.others] == [notice.text]
    without = a_brief_of("off_topic", notice, light, anchors=(2,), facts={"buried": None})
    assert without.others == ()


def test_what_a_quarrel_began_with_is_told_with_it() -> None:
    talk = (
        said(1, MIN, "签到表我昨晚十点才收到，今天一早就要交", minutes=100),
        said(2, LIN, "群里周三就发过了", minutes=101, reply_to=1),
        said(3, MIN, "你发的那个打不开，我问了你没回", minutes=102, reply_to=2),
        said(4, LIN, "你自己不看怪谁，每次都是你", minutes=103, reply_to=3),
        said(5, MIN, "你有病吧，会不会说话", minutes=104, reply_to=4),
    )
    brief = a_brief_of("mediate", *talk, anchors=(5, 4))
    assert [line.message_id for line in brief.lines] == [1, 2, 3, 4, 5]


def test_the_brief_says_what_the_zone_is_for() -> None:
    assert a_brief_of("no_orphan", ASKED, anchors=(50,)).purpose == "work"
