from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from agent.appointments import KEPT
from agent.decide import Decided, decide
from agent.gate import next_look_at
from agent.gate_settings import GateSettings
from agent.moves.catalogue import MOVES
from agent.moves.occasions import DAYTIME
from agent.replay import placeholder
from community.conversation import Message, Talk
from community.people import Member, Role
from community.review import Decision, DismissReason, Ledger, Review, Subject
from community.suggestion import Candidate, Suggestion, SuggestionState, Why
from tests.builders import MONDAY, a_member, a_talk, said

HOST = a_member(1, "周姐", Role.FACILITATOR)
PEOPLE = [a_member(number, name) for number, name in enumerate(("小林", "阿敏", "大刘", "小何"), 2)]
EVERYBODY = [HOST, *PEOPLE]
ASKED = "请问月底的报表交给谁,纸质还是电子版?"


def a_room(*later: Message, before: int = 12) -> Talk:
    """A room in which people said hello the day before."""
    hello = [
        said(100 + number, HOST, f"第{number}层打印机修好了", minutes=-1500 + number)
        for number in range(before)
    ]
    return a_talk([*hello, *later], EVERYBODY)


def looked(
    talk: Talk, minutes: float, ledger: Ledger | None = None, settings: GateSettings | None = None
) -> Decided:
    return decide(talk, ledger or Ledger(), MONDAY + timedelta(minutes=minutes), settings)


def chosen(decision: Decided) -> str | None:
    return decision.choice.candidate.move if decision.choice.candidate else None


def an_offer(talk: Talk, move: str, anchor: int, *, hours_ago: float, id_: int = 0) -> Suggestion:
    candidate = Candidate(
        move=move,
        lane=MOVES[move].lane,
        anchor_ids=(anchor,),
        value=1,
        confidence=1,
        cost=0,
        why=Why(code=move),
    )
    made = placeholder(candidate, talk, MONDAY + timedelta(minutes=70) - timedelta(hours=hours_ago))
    return replace(made, id=id_)


def dismissals(offers: Sequence[Suggestion], reason: DismissReason) -> Ledger:
    reviews = tuple(
        Review(
            id=offer.id,
            community_id=1,
            subject=Subject.SUGGESTION,
            subject_id=offer.id,
            member_id=HOST.id,
            decision=Decision.DISMISS,
            reason=reason,
            at=offer.created_at,
        )
        for offer in offers
    )
    states = tuple(replace(offer, state=SuggestionState.DISMISSED) for offer in offers)
    return Ledger(suggestions=states, reviews=reviews)


def test_a_question_over_the_patience_of_the_group_is_owed_an_answer() -> None:
    talk = a_room(said(1, PEOPLE[0], ASKED))
    assert chosen(looked(talk, 70)) == "no_orphan"
    assert chosen(looked(talk, 30)) is None


def test_a_debt_is_named_once() -> None:
    talk = a_room(said(1, PEOPLE[0], ASKED))
    told = Ledger(suggestions=(an_offer(talk, "no_orphan", 1, hours_ago=0.1),))
    decision = looked(talk, 70, told)
    assert chosen(decision) is None
    assert decision.choice.why.code == "cool_down"


def test_two_different_moves_never_answer_one_message() -> None:
    talk = a_room(said(1, PEOPLE[0], ASKED))
    told = Ledger(suggestions=(an_offer(talk, "first_reply", 1, hours_ago=0.1),))
    assert chosen(looked(talk, 70, told)) is None


def test_debts_wait_for_the_morning_and_danger_does_not() -> None:
    night = 14 * 60 + 5
    tired = said(1, PEOPLE[0], "我真不想干了,手一直抖,睡不着", minutes=night)
    assert chosen(looked(a_room(tired), night + 1)) == "escalate"
    debt = a_room(said(1, PEOPLE[0], ASKED, minutes=12 * 60 + 50))
    decision = looked(debt, night + 5)
    assert decision.choice.why.code == "quiet_hours"


def test_a_move_that_is_switched_off_is_not_made() -> None:
    talk = a_room(said(1, PEOPLE[0], ASKED))
    decision = looked(talk, 70, settings=GateSettings(off=frozenset({"no_orphan"})))
    assert decision.choice.why.code == "switched_off"


def test_a_muted_zone_hears_of_danger_only() -> None:
    talk = a_room(said(1, PEOPLE[0], ASKED))
    muted = replace(talk, zone=replace(talk.zone, muted=True))
    assert looked(muted, 70).choice.why.code == "zone_muted"


def test_four_dismissals_in_a_week_switch_a_move_off_for_two() -> None:
    talk = a_room(said(1, PEOPLE[0], ASKED))
    offers = [
        an_offer(talk, "no_orphan", 50 + n, hours_ago=24 * n + 24, id_=n) for n in range(1, 5)
    ]
    decision = looked(talk, 70, dismissals(offers, DismissReason.WRONG_MOMENT))
    assert decision.choice.why.code == "dismissed_often"


def test_a_dismissal_because_somebody_was_faster_counts_for_nothing() -> None:
    talk = a_room(said(1, PEOPLE[0], ASKED))
    offers = [
        an_offer(talk, "no_orphan", 50 + n, hours_ago=24 * n + 24, id_=n) for n in range(1, 5)
    ]
    assert chosen(looked(talk, 70, dismissals(offers, DismissReason.ALREADY_DONE))) == "no_orphan"


def test_two_dismissals_halve_the_score() -> None:
    talk = a_room(said(1, PEOPLE[0], ASKED))
    offers = [an_offer(talk, "no_orphan", 50 + n, hours_ago=24 * n + 24, id_=n) for n in (1, 2)]
    plain = looked(talk, 70).choice.weighed[0].score
    slowed = looked(talk, 70, dismissals(offers, DismissReason.OTHER)).choice.weighed[0].score
    assert slowed == plain / 2


CLAIM = "早读根本没用,从来都是走过场"


def test_nothing_unasked_is_said_in_a_new_room() -> None:
    talk = a_room(said(1, PEOPLE[0], CLAIM), before=3)
    assert looked(talk, 12).choice.why.code == "warm_up"
    assert chosen(looked(a_room(said(1, PEOPLE[0], CLAIM)), 12)) == "press_reason"


def test_the_budget_of_the_day_is_reserved_by_what_is_pending_and_freed_by_dismissal() -> None:
    talk = a_room(said(1, PEOPLE[0], CLAIM))
    offers = tuple(an_offer(talk, "summary", 60 + n, hours_ago=12 + n, id_=n) for n in range(3))
    assert looked(talk, 12, Ledger(suggestions=offers)).choice.why.code == "budget_spent"
    freed = tuple(replace(each, state=SuggestionState.DISMISSED) for each in offers)
    assert chosen(looked(talk, 12, Ledger(suggestions=freed))) == "press_reason"


def test_own_posts_keep_their_distance() -> None:
    talk = a_room(said(1, PEOPLE[0], CLAIM))
    recent = Ledger(suggestions=(an_offer(talk, "summary", 60, hours_ago=1.1),))
    assert looked(talk, 12, recent).choice.why.code == "too_soon"


def test_grief_locks_the_room_for_what_nobody_is_owed() -> None:
    loss = said(1, PEOPLE[1], "我父亲昨天夜里走了,这几天手机不太看")
    talk = a_room(loss, said(2, PEOPLE[0], ASKED, minutes=10))
    assert looked(talk, 90).choice.why.code == "locked_grief"
    assert chosen(looked(talk, 150)) == "no_orphan"


def test_an_empty_room_is_a_reason_and_has_no_next_look() -> None:
    decision = looked(a_talk([], EVERYBODY), 0)
    assert decision.choice.why.code == "empty_room"
    assert next_look_at(decision.moment, decision.choice) is None


def test_an_empty_room_with_a_planned_topic_is_looked_at_on_the_morning_before() -> None:
    empty = a_talk([], EVERYBODY)
    rows = [{"zone_id": empty.zone.id, "topic": "复盘", "at": "20:00", "weekday": 2}]
    planned = replace(empty, community=replace(empty.community, settings={KEPT: rows}))
    decision = looked(planned, 0)
    at = next_look_at(decision.moment, decision.choice)
    assert at is not None
    assert (at.hour + 8) % 24 == DAYTIME.start


def test_the_next_look_lies_ahead_and_in_open_hours() -> None:
    talk = a_room(said(1, PEOPLE[0], ASKED, minutes=13 * 60 + 40))
    decision = looked(talk, 13 * 60 + 41)
    at = next_look_at(decision.moment, decision.choice)
    assert at is not None
    assert at > decision.moment.now
    assert 7 <= (at.hour + 8) % 24 < 23


def test_a_lone_member_and_a_future_message_break_nothing() -> None:
    alone: list[Member] = [PEOPLE[0]]
    talk = a_talk([said(1, PEOPLE[0], ASKED, minutes=500)], alone)
    assert chosen(looked(talk, 0)) is None


def test_the_next_look_comes_when_a_question_falls_due() -> None:
    talk = a_room(said(1, PEOPLE[0], ASKED))
    early = looked(talk, 35)
    assert early.choice.why.code == "leave_room"
    due = MONDAY + timedelta(minutes=early.moment.patience, seconds=1)
    assert next_look_at(early.moment, early.choice) == due
    answered = a_room(said(1, PEOPLE[0], ASKED), said(2, PEOPLE[1], "交前台", reply_to=1))
    late = looked(answered, 35)
    assert late.choice.why.code == "nothing_due"
    assert next_look_at(late.moment, late.choice) == late.moment.now + timedelta(hours=24)


def test_the_next_look_comes_when_a_push_is_followed_up() -> None:
    pushed = "@所有人 本周的话题：带新人第一周，你最先教的是哪一步？"
    seen = looked(a_room(said(1, HOST, pushed)), 35)
    assert next_look_at(seen.moment, seen.choice) == MONDAY + timedelta(hours=2, seconds=1)
