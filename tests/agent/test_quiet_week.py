from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from agent.gate_settings import GateSettings
from agent.quiet_week import monday_of, next_told_at, quiet_week, told_at, week_bounds
from community.obligation import DebtKind, DebtState, Obligation
from community.people import Role
from tests.builders import MONDAY, a_member

DAY = date(2026, 3, 2)
HOST, PEER, ASKER = a_member(1, "周姐", Role.FACILITATOR), a_member(2, "小林"), a_member(3, "阿敏")
MEMBERS = {each.id: each for each in (HOST, PEER, ASKER)}
LOOKS = [
    ("stay_silent", "in_flow", 700),
    ("stay_silent", "nothing_due", 400),
    ("stay_silent", "leave_room", 90),
    ("stay_silent", "score_low", 5),
    ("no_orphan", "no_orphan", 9),
]


def a_debt(message_id: int, by: int | None = 2, minutes: float = 30, **other: object) -> Obligation:
    debt = Obligation(
        community_id=1,
        zone_id=1,
        message_id=message_id,
        kind=DebtKind.QUESTION,
        opened_at=MONDAY,
        due_at=MONDAY + timedelta(minutes=60),
        escalates_at=MONDAY + timedelta(minutes=90),
        lapses_at=MONDAY + timedelta(days=3),
        state=DebtState.MET if by else DebtState.MISSED,
        met_by_id=by,
        closed_at=MONDAY + timedelta(minutes=minutes),
    )
    return replace(debt, **other)  # pyright: ignore[reportArgumentType]


def test_looks_are_counted_and_the_three_most_frequent_reasons_told() -> None:
    week = quiet_week(DAY, LOOKS, [], MEMBERS, {})
    assert (week.looked, week.spoke) == (1204, 9)
    assert week.reasons == (("in_flow", 700), ("nothing_due", 400), ("leave_room", 90))


def test_only_what_peers_answered_in_time_is_theirs() -> None:
    debts = [
        a_debt(1),
        a_debt(2, by=1),
        a_debt(3, minutes=61),
        a_debt(4, by=None),
        a_debt(5, state=DebtState.EXCUSED),
        a_debt(6, from_history=True),
    ]
    week = quiet_week(DAY, LOOKS, debts, MEMBERS, {})
    assert (week.answered, week.asked) == (1, 4)


def test_what_was_answered_after_a_draft_went_out_is_not_counted_as_theirs_alone() -> None:
    spoke = MONDAY + timedelta(minutes=20)
    week = quiet_week(
        DAY, LOOKS, [a_debt(1, minutes=30), a_debt(2, minutes=10)], MEMBERS, {1: spoke, 2: spoke}
    )
    assert (week.answered, week.asked) == (1, 1)


def test_newcomers_count_as_greeted_when_a_member_took_them_up() -> None:
    first = DebtKind.FIRST_MESSAGE
    debts = [
        a_debt(1, kind=first, minutes=200),
        a_debt(2, by=1, kind=first),
        a_debt(3, by=None, kind=first),
    ]
    week = quiet_week(DAY, LOOKS, debts, MEMBERS, {})
    assert (week.greeted, week.came, week.asked) == (1, 3, 0)


def test_a_week_that_was_looked_at_in_part_says_since_when() -> None:
    thursday = DAY + timedelta(days=3)
    assert quiet_week(DAY, LOOKS, [], MEMBERS, {}, thursday).since == thursday
    assert quiet_week(DAY, LOOKS, [], MEMBERS, {}, DAY - timedelta(days=9)).since is None


def test_a_week_without_looks_is_empty() -> None:
    week = quiet_week(DAY, [], [], {}, {})
    assert (week.looked, week.spoke, week.reasons, week.asked) == (0, 0, (), 0)


def test_weeks_begin_on_monday_in_the_communitys_own_place() -> None:
    sunday_night = datetime(2026, 3, 8, 15, 59, tzinfo=UTC)
    assert monday_of(sunday_night, "Asia/Shanghai") == DAY
    assert monday_of(sunday_night + timedelta(minutes=1), "Asia/Shanghai") == DAY + timedelta(
        days=7
    )
    start, end = week_bounds(date(2026, 3, 23), "Europe/Lisbon")
    assert end - start == timedelta(days=7) - timedelta(hours=1)


def test_it_is_told_when_monday_opens() -> None:
    told = told_at(DAY, "Asia/Shanghai", GateSettings())
    assert told == datetime(2026, 3, 8, 23, tzinfo=UTC)


def test_the_next_line_is_a_week_away_once_monday_has_opened() -> None:
    opening = datetime(2026, 3, 8, 23, tzinfo=UTC)
    before, after = opening - timedelta(minutes=1), opening + timedelta(minutes=1)
    assert next_told_at(before, "Asia/Shanghai", GateSettings()) == opening
    assert next_told_at(after, "Asia/Shanghai", GateSettings()) == opening + timedelta(days=7)
