"""A week of silence in figures: how often Simmer looked, spoke, held back, and what people did."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from agent.gate_settings import GateSettings
from agent.hours import awake_at, local
from agent.look import SILENT
from community.obligation import DebtKind, DebtState, Obligation
from community.people import HOSTS, Member

TOP = 3
"""So many reasons are told."""
WEEK = timedelta(days=7)
ASKED = frozenset({DebtKind.QUESTION, DebtKind.MENTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietWeek:
    """One week of a community, Monday to Sunday of its own calendar.

    `reasons` are codes of silence with how often each was the reason, the most frequent first.
    `asked` are the questions that waited for the room while no draft of Simmer's had gone out on
    them; `answered` those of them a peer (nobody who runs the group) answered within τ. `came` are
    the newcomers who first spoke, `greeted` those a peer took up. `since` is the first day that
    was looked at, where that is not the Monday.
    """

    monday: date
    looked: int
    spoke: int
    reasons: tuple[tuple[str, int], ...]
    asked: int
    answered: int
    came: int
    greeted: int
    since: date | None = None


def week_bounds(monday: date, timezone: str) -> tuple[datetime, datetime]:
    """The first instant of a week and of the next, in UTC."""
    place = ZoneInfo(timezone)
    start, end = (datetime.combine(day, time(0), tzinfo=place) for day in (monday, monday + WEEK))
    return start.astimezone(UTC), end.astimezone(UTC)


def monday_of(at: datetime, timezone: str) -> date:
    """The Monday of the community's week an instant lies in."""
    day = local(at, timezone).date()
    return day - timedelta(days=day.weekday())


def told_at(monday: date, timezone: str, settings: GateSettings) -> datetime:
    """When a week is told of: on the Monday after it, as the open hours begin."""
    _, end = week_bounds(monday, timezone)
    return awake_at(settings, end, timezone)


def next_told_at(now: datetime, timezone: str, settings: GateSettings) -> datetime:
    """The next instant at which a week can be told of."""
    this = monday_of(now, timezone)
    last = told_at(this - WEEK, timezone, settings)
    return last if last > now else told_at(this, timezone, settings)


def quiet_week(
    monday: date,
    looks: Iterable[tuple[str, str, int]],
    debts: Sequence[Obligation],
    members: Mapping[int, Member],
    spoken_on: Mapping[int, datetime],
    since: date | None = None,
) -> QuietWeek:
    """A week from its looks (move, reason, how often) and the debts that opened in it.

    `spoken_on` tells when a draft on a message first went out: what people did after that is not
    counted as theirs alone. A debt of an imported history, or one excused, counts for nothing.
    """
    counted = tuple(looks)
    silent: dict[str, int] = {}
    for move, reason, times in counted:
        if move == SILENT:
            silent[reason] = silent.get(reason, 0) + times
    own = [each for each in debts if _counts(each) and _alone(each, spoken_on)]
    asked = [each for each in own if each.kind in ASKED]
    new = [each for each in own if each.kind is DebtKind.FIRST_MESSAGE]
    looked = sum(times for _, _, times in counted)
    return QuietWeek(
        monday=monday,
        looked=looked,
        spoke=looked - sum(silent.values()),
        reasons=tuple(sorted(silent.items(), key=lambda each: (-each[1], each[0]))[:TOP]),
        asked=len({each.message_id for each in asked}),
        answered=len({each.message_id for each in asked if _in_time(each, members)}),
        came=len({each.message_id for each in new}),
        greeted=len({each.message_id for each in new if _by_peer(each, members)}),
        since=since if since is not None and since > monday else None,
    )


def _counts(debt: Obligation) -> bool:
    return not debt.from_history and debt.state is not DebtState.EXCUSED


def _alone(debt: Obligation, spoken_on: Mapping[int, datetime]) -> bool:
    """Whether people were left to themselves until it was met."""
    spoke = spoken_on.get(debt.message_id)
    return spoke is None or (debt.closed_at is not None and debt.closed_at < spoke)


def _by_peer(debt: Obligation, members: Mapping[int, Member]) -> bool:
    peer = members.get(debt.met_by_id or 0)
    return debt.state is DebtState.MET and peer is not None and peer.role not in HOSTS


def _in_time(debt: Obligation, members: Mapping[int, Member]) -> bool:
    closed = debt.closed_at
    return _by_peer(debt, members) and closed is not None and closed <= debt.due_at
