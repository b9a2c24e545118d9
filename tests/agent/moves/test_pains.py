from dataclasses import replace
from datetime import timedelta

from agent.decide import hear, linked
from agent.gate_settings import GateSettings
from agent.ledger import past_of
from agent.listening.scene import scene_of
from agent.moves.catalogue import MOVES
from agent.moves.moment import Moment
from agent.recall import brief_for
from community.pains import Pain
from community.people import Role
from community.review import Ledger
from tests.builders import MONDAY, a_member, a_talk, said

PEOPLE = [a_member(number, f"成员{number}") for number in range(1, 12)]
HOST = a_member(20, "群主老周", Role.OWNER)
NOW = MONDAY + timedelta(days=21, hours=6)
LATE = "大家交接都怎么弄的?怕交完客户就凉了"


def a_room(*pains: Pain, told: dict[int, tuple[str, ...]] | None = None) -> Moment:
    """Three weeks in which two of eleven spoke, the last of it this morning."""
    lines = [
        said(1, PEOPLE[0], "大家好,我是新来的"),
        said(2, PEOPLE[1], LATE, minutes=60 * 24 * 16),
        said(3, PEOPLE[0], "周报我已经发到邮箱里了", minutes=60 * 24 * 21),
    ]
    talk = replace(a_talk(lines, [*PEOPLE, HOST]), pains=pains)
    settings = GateSettings()
    past = past_of(Ledger(), talk.zone.id, NOW, settings)
    return replace(hear(scene_of(linked(talk), (), NOW), past, settings), told=told or {})


def a_pain(*message_ids: int) -> Pain:
    return Pain(
        id=1,
        community_id=1,
        words=LATE,
        message_ids=message_ids,
        tap_ids=(),
        people_ids=(2,),
        silent_ids=(),
        strength=3.0,
        first_at=MONDAY,
        last_at=MONDAY,
    )


def anchors(moment: Moment) -> tuple[int, ...]:
    [candidate] = MOVES["low_cost_q"].candidates(moment)
    return candidate.anchor_ids


def test_an_easy_question_turns_to_what_hurts() -> None:
    assert anchors(a_room()) == (3,)
    assert anchors(a_room(a_pain(2))) == (2,)


def test_what_was_asked_about_or_is_told_elsewhere_is_passed_over() -> None:
    assert anchors(a_room(a_pain(2), told={2: ("low_cost_q",)})) == (3,)
    assert anchors(a_room(a_pain(77))) == (3,)


def test_its_words_come_first_among_the_topics() -> None:
    moment = a_room(a_pain(2))
    [candidate] = MOVES["low_cost_q"].candidates(moment)
    past = past_of(Ledger(), moment.talk.zone.id, NOW, GateSettings())
    assert brief_for(candidate, moment, past).topics[0] == "怕交完客户就凉了"
