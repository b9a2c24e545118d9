from dataclasses import replace
from datetime import datetime, timedelta

from agent.replay import as_known_then, look_again_at, placeholder, replay
from community.conversation import Link, LinkSource
from community.people import Role
from community.review import Ledger
from community.suggestion import SuggestionState
from tests.builders import MONDAY, a_member, a_talk, said

HOST, ASKER, PEER = a_member(1, "周姐", Role.FACILITATOR), a_member(2, "小林"), a_member(3, "阿敏")
TALK = a_talk(
    [
        *[said(100 + n, HOST, f"第{n}层打印机修好了", minutes=-1500 + n) for n in range(12)],
        said(1, ASKER, "请问月底的报表交给谁,纸质还是电子版?"),
        said(2, PEER, "交前台,电子版就行", minutes=200, reply_to=1),
    ],
    [HOST, ASKER, PEER],
)


def minutes(*values: float) -> list[datetime]:
    return [MONDAY + timedelta(minutes=value) for value in values]


def test_a_debt_is_told_once_and_the_future_is_not_seen() -> None:
    looks = [look.candidate for look in replay(TALK, minutes(30, 70, 100, 250))]
    assert [look.move if look else None for look in looks] == [None, "no_orphan", None, None]


def test_a_look_reads_nothing_later_than_itself() -> None:
    (look,) = replay(TALK, minutes(70))
    assert {each.id for each in look.decided.moment.talk.messages} == {1, *range(100, 112)}


def test_the_same_history_is_decided_the_same_way_twice() -> None:
    first = [look.decided.choice for look in replay(TALK, minutes(30, 70, 100))]
    assert first == [look.decided.choice for look in replay(TALK, minutes(30, 70, 100))]


def test_a_past_look_is_worked_out_from_what_was_known_then() -> None:
    asked = look_again_at(replace(TALK, messages=TALK.messages[:13]), Ledger(), minutes(70)[0])
    assert asked.choice.candidate is not None
    assert asked.choice.candidate.move == "no_orphan"
    offer = placeholder(asked.choice.candidate, TALK, minutes(65)[0])
    since = replace(offer, id=1, state=SuggestionState.DISMISSED)
    again = look_again_at(TALK, Ledger(suggestions=(since,)), minutes(70)[0])
    assert again.choice.candidate is None
    assert again.past.offers[0].state is SuggestionState.OFFERED


def test_the_last_guesses_are_judged_again_by_what_came_before_them() -> None:
    ids = [each.id for each in TALK.messages]
    guess = {
        each: Link(message_id=each, parent_id=ids[0], confidence=0.9, by=LinkSource.MODEL)
        for each in ids[1:]
    }
    told = Link(message_id=2, parent_id=1, confidence=1.0, by=LinkSource.PERSON)
    known = as_known_then(replace(TALK, links={**guess, 2: told}))
    assert known.links[2] == told
    assert known.links[1].parent_id is None
    assert set(known.links) == set(ids)


def test_every_candidate_of_a_look_tells_what_spoke_against_it() -> None:
    (early, late) = replay(TALK, minutes(70, 75))
    first, *others = early.decided.choice.weighed
    assert first.against is None
    assert all(each.against is not None for each in others)
    assert late.candidate is None
    assert {each.against.code for each in late.decided.choice.weighed if each.against} == {
        "cool_down"
    }
