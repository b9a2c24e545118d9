"""Each rule that holds a move back, at its border: the numbers are those the docs give."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from agent.decide import decide
from agent.gate import in_flow, lock, objection
from agent.gate_settings import GateSettings
from agent.ledger import Past, past_of
from agent.listening.signal import Signal, SignalKind
from agent.moves.catalogue import MOVES
from agent.moves.moment import Moment
from agent.replay import placeholder
from community.conversation import Message
from community.people import Role
from community.review import Decision, DismissReason, Ledger, Review, Subject
from community.suggestion import Candidate, Suggestion, SuggestionState, Why
from tests.builders import MONDAY, a_member, a_talk, said

HOST = a_member(1, "周姐", Role.FACILITATOR)
PEOPLE = [a_member(number, name) for number, name in enumerate(("小林", "阿敏", "大刘"), 2)]
UNASKED, OWED = "provoke", "no_orphan"


def talking(count: int, *, gap: float = 60, speakers: int = 3, until: float = -45) -> list[Message]:
    """So many messages, `gap` minutes apart, the last of them `until` minutes from MONDAY."""
    return [
        said(10 + number, PEOPLE[number % speakers], "今天的台账都交了", minutes=until - gap * back)
        for number, back in enumerate(range(count - 1, -1, -1))
    ]


def a_moment(
    messages: Sequence[Message], offers: Sequence[Suggestion] = (), *, minutes: float = 0
) -> tuple[Moment, Past]:
    talk = a_talk(messages, [HOST, *PEOPLE])
    now = MONDAY + timedelta(minutes=minutes)
    ledger = Ledger(suggestions=tuple(offers))
    decided = decide(talk, ledger, now, GateSettings())
    return decided.moment, past_of(ledger, 1, now, GateSettings())


def a_candidate(move: str, anchor: int | None = None) -> Candidate:
    return Candidate(
        move=move,
        lane=MOVES[move].lane,
        anchor_ids=(anchor,) if anchor else (),
        value=4,
        confidence=1,
        cost=0,
        why=Why(code=move),
    )


def an_offer(ago: float, anchor: int, move: str = "summary") -> Suggestion:
    """A pending post of the opportunity lane, so many minutes ago."""
    talk = a_talk([], [HOST])
    return placeholder(a_candidate(move, anchor), talk, MONDAY - timedelta(minutes=ago))


def said_against(move: str, moment: Moment, past: Past) -> str | None:
    flow = in_flow(moment)
    found = objection(a_candidate(move), MOVES[move], moment, past, flow=flow)
    return found.code if found else None


def test_the_defaults_are_those_the_sources_give() -> None:
    gate = GateSettings()
    assert (gate.posts_per_day, gate.share_target, gate.share_limit) == (3, 0.10, 0.15)
    assert (gate.gap_minutes, gate.gap_messages, gate.warm_up) == (30, 8, 10)
    assert (gate.flow_window, gate.flow_speakers, gate.flow_minutes) == (10, 3, 2.0)
    assert (gate.reply_floor, gate.reply_ceiling) == (10.0, 24 * 60)
    assert gate.reply_prior * gate.reply_grace == 60
    assert (gate.summary_messages, gate.summary_speakers, gate.quiet_minutes) == (15, 4, 30)
    assert (gate.dismissal_days, gate.dismissals_slow) == (7, 2)
    assert (gate.dismissals_off, gate.off_days) == (4, 14)
    assert gate.invite_days == 14


@pytest.mark.parametrize(
    ("count", "expected"), [pytest.param(9, "warm_up", id="nine"), pytest.param(10, None, id="ten")]
)
def test_a_new_room_is_left_alone_for_ten_messages(count: int, expected: str | None) -> None:
    assert said_against(UNASKED, *a_moment(talking(count))) == expected


@pytest.mark.parametrize(
    ("gap", "speakers", "until", "flows"),
    [
        pytest.param(1.9, 3, -1, True, id="three people, short gaps"),
        pytest.param(2.0, 3, -1, False, id="gaps of two minutes"),
        pytest.param(1.0, 2, -1, False, id="two people"),
        pytest.param(1.0, 3, -6, False, id="over for six minutes"),
    ],
)
def test_a_talk_in_flow_is_not_cut_into_but_for_debts(
    gap: float, speakers: int, until: float, *, flows: bool
) -> None:
    moment, past = a_moment(talking(12, gap=gap, speakers=speakers, until=until))
    assert in_flow(moment) == flows
    assert said_against(UNASKED, moment, past) == ("in_flow" if flows else None)
    assert said_against(OWED, moment, past) is None


@pytest.mark.parametrize(
    ("ago", "since", "expected"),
    [
        pytest.param(29, 10, "too_soon", id="29 minutes"),
        pytest.param(600, 7, "too_soon", id="seven messages"),
        pytest.param(600, 8, None, id="eight messages and ten hours"),
    ],
)
def test_own_posts_keep_half_an_hour_and_eight_messages_apart(
    ago: float, since: int, expected: str | None
) -> None:
    step = ago / (since + 1)
    before = [replace(each, id=each.id + 100) for each in talking(12, until=-2000)]
    after = talking(since, gap=step, speakers=2, until=-step / 2)
    assert said_against(UNASKED, *a_moment([*before, *after], [an_offer(ago, 1)])) == expected


@pytest.mark.parametrize(
    ("posts", "expected"),
    [pytest.param(2, None, id="two"), pytest.param(3, "budget_spent", id="three")],
)
def test_three_unasked_posts_are_a_days_budget(posts: int, expected: str | None) -> None:
    offers = [an_offer(700 + 60 * at, 500 + at) for at in range(posts)]
    moment, past = a_moment(talking(19), offers)
    assert said_against(UNASKED, moment, past) == expected
    assert said_against(OWED, moment, past) is None


@pytest.mark.parametrize(
    ("own", "unasked", "owed"),
    [
        pytest.param(1, None, None, id="9 %"),
        pytest.param(2, "share", None, id="13 %"),
        pytest.param(3, "share", "share", id="17 %"),
    ],
)
def test_the_share_of_the_talk_has_a_target_and_a_limit(
    own: int, unasked: str | None, owed: str | None
) -> None:
    offers = [an_offer(700 + 60 * at, 500 + at, OWED) for at in range(own)]
    moment, past = a_moment(talking(20), offers)
    assert said_against(UNASKED, moment, past) == unasked
    assert said_against(OWED, moment, past) == owed


@pytest.mark.parametrize(
    ("hour", "expected"),
    [
        pytest.param(6, "quiet_hours", id="06:00"),
        pytest.param(7, None, id="07:00"),
        pytest.param(22, None, id="22:00"),
        pytest.param(23, "quiet_hours", id="23:00"),
    ],
)
def test_the_night_is_quiet(hour: int, expected: str | None) -> None:
    moment, past = a_moment(talking(19, until=-60 * 9), minutes=60 * (hour - 9))
    assert said_against(OWED, moment, past) == expected
    safety = objection(a_candidate("escalate"), MOVES["escalate"], moment, past, flow=False)
    assert safety is None


@pytest.mark.parametrize(
    ("dismissals", "days_ago", "slowed", "off"),
    [
        pytest.param(1, 1, False, False, id="once"),
        pytest.param(2, 1, True, False, id="twice"),
        pytest.param(2, 8, False, False, id="twice, a week ago"),
        pytest.param(4, 1, True, True, id="four times"),
        pytest.param(4, 13, False, True, id="two weeks not over"),
        pytest.param(4, 15, False, False, id="two weeks over"),
    ],
)
def test_dismissals_slow_a_move_and_switch_it_off(
    dismissals: int, days_ago: int, *, slowed: bool, off: bool
) -> None:
    offers = tuple(
        replace(
            an_offer(24 * 60 * days_ago + at, 500 + at), id=at + 1, state=SuggestionState.DISMISSED
        )
        for at in range(dismissals)
    )
    reviews = tuple(
        Review(
            id=offer.id,
            community_id=1,
            subject=Subject.SUGGESTION,
            subject_id=offer.id,
            member_id=HOST.id,
            decision=Decision.DISMISS,
            reason=DismissReason.WRONG_WORDS,
            at=offer.created_at,
        )
        for offer in offers
    )
    past = past_of(Ledger(suggestions=offers, reviews=reviews), 1, MONDAY, GateSettings())
    assert (past.slowed("summary"), past.switched_off("summary")) == (slowed, off)


@pytest.mark.parametrize("kind", [SignalKind.GRIEF, SignalKind.DISTRESS, SignalKind.CONFLICT])
@pytest.mark.parametrize(
    ("hours", "patience", "unasked", "owed"),
    [
        pytest.param(1.9, 60, True, True, id="two hours for debts"),
        pytest.param(2.1, 60, True, False, id="then debts are told"),
        pytest.param(23.9, 60, True, False, id="a day for the rest"),
        pytest.param(24.1, 60, False, False, id="then it is over"),
        pytest.param(0.4, 10, True, True, id="half an hour in a channel"),
        pytest.param(0.6, 10, True, False, id="and no longer"),
    ],
)
def test_after_sorrow_or_a_quarrel_the_room_belongs_to_its_people(
    kind: SignalKind, hours: float, patience: float, *, unasked: bool, owed: bool
) -> None:
    moment, past = a_moment(talking(12, until=-60 * hours))
    signal = Signal(kind=kind, message_ids=(moment.people[-1].id,), confidence=0.9)
    moved = replace(moment, signals=(signal,), patience=patience)
    for move, locked in ((UNASKED, unasked), (OWED, owed)):
        found = lock(a_candidate(move), MOVES[move], moved, past)
        assert (found.code if found else None) == (f"locked_{kind}" if locked else None)
    assert lock(a_candidate("escalate"), MOVES["escalate"], moved, past) is None
