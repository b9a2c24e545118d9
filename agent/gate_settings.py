"""The numbers of the gate: defaults with their sources, each a setting of a community."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date
from typing import cast

from agent.calendars import BY_PLACE, COUNTRIES, NOWHERE

CALENDARS = frozenset({*COUNTRIES, BY_PLACE, NOWHERE})


@dataclass(frozen=True, slots=True, kw_only=True)
class GateSettings:
    """When Simmer may speak. M measured, O read in a source, D our choice (thresholds.md §2)."""

    open_from: int = 7
    """First open hour of the day in the community's timezone [D]."""
    open_until: int = 23
    """First quiet hour of the evening [D]; safety ignores quiet hours."""
    posts_per_day: int = 3
    """Unsolicited public posts in 24 h: the gentler arm was rated better [O Fontys]."""
    share_limit: float = 0.15
    """Hard share of Simmer's own among all messages of 24 h: 13.5 % beat 39.2 % [O]."""
    share_target: float = 0.10
    """Above this share only what is owed is said [O/D]."""
    share_from: int = 20
    """Messages in 24 h from which a share means something [D]."""
    gap_minutes: int = 30
    """Between two own posts of the opportunity lane [D, after MUCA's cool-down]."""
    gap_messages: int = 8
    """Human messages between two own posts of the opportunity lane [D]."""
    warm_up: int = 10
    """Human messages a new room is given before anything unasked is said [D]."""
    flow_window: int = 10
    """Last messages the flow guard looks at [D from 2603.11409]."""
    flow_speakers: int = 3
    """Speakers in them from which a talk is in flow [D]."""
    flow_minutes: float = 2.0
    """Median gap below which it is in flow [D]."""
    reply_prior: float = 50.0
    """Minutes an answer takes in a group that has not shown its own pace yet [D]."""
    reply_prior_weight: int = 20
    """How many observed answers that counts for [D]."""
    reply_grace: float = 1.2
    """Times P90 of the group's own answers: with the prior an hour at the start [D]."""
    reply_floor: float = 10.0
    """τ is never below this [M: after 10 silent minutes 0.7 % were still answered on IRC]."""
    reply_ceiling: float = 1440.0
    """τ is never above a day [D]."""
    summary_messages: int = 15
    """A talk this long is worth a summary [D]."""
    summary_speakers: int = 4
    """… when so many spoke [D]."""
    quiet_minutes: float = 30.0
    """A talk that has been quiet so long is over; also the session gap [D, O2]."""
    ripe_minutes: float = 150.0
    """So long after its end a talk is still fresh enough to be summed up [D]."""
    first_step_hours: float = 30.0
    """A newcomer who has not spoken is left alone for a day and a morning [D, moves.md: 24–72]."""
    speaker_share: float = 0.20
    """Weekly speakers below this call for a question anyone can answer [D]."""
    churn_days: int = 16
    """Silent for two weeks and a weekend after having been active [D, moves.md: 14]."""
    lock_hours: float = 24.0
    """How long grief, distress and conflict keep everything but safety and debts quiet [D]."""
    hush_hours: float = 2.0
    """How long even debts wait after it [D]."""
    invite_days: int = 14
    """Between two invitations by name of one member [D]."""
    dismissal_days: int = 7
    """Window in which dismissals of one move in one room count [D]."""
    dismissals_slow: int = 2
    """So many halve its score [D]."""
    dismissals_off: int = 4
    """So many switch it off for two weeks [D]."""
    off_days: int = 14
    """How long it stays off [D]."""
    threshold: float = 1.6
    """Least score (value × confidence × (1 − cost), 0–5) that is offered [D, fitted]."""
    history_drafts: int = 10
    """Most drafts offered from an imported history [D]."""
    holidays: frozenset[date] = frozenset()
    """Days without work, beside those of the calendar."""
    calendar: str = BY_PLACE
    """Whose public holidays hold: a country (CN, GB, …), "none", or by the timezone ("auto")."""
    off: frozenset[str] = frozenset()
    """Moves this community switched off."""
    untouchable: tuple[str, ...] = ()
    """Topics never named in a draft."""


def settings_of(kept: Mapping[str, object]) -> GateSettings:
    """The defaults, with what the community set; a value of the wrong sort is left out."""
    gate = kept.get("gate", kept)
    chosen = cast("Mapping[str, object]", gate if isinstance(gate, Mapping) else kept)
    default = GateSettings()
    changes: dict[str, object] = {}
    for field in fields(GateSettings):
        value = chosen.get(field.name)
        known = getattr(default, field.name)
        if isinstance(known, (int, float)):
            changes[field.name] = _number(value, known)
        elif field.name == "calendar":
            changes[field.name] = value if value in CALENDARS else known
        elif field.name == "holidays":
            changes[field.name] = frozenset(_days(value))
        else:
            changes[field.name] = type(known)(_words(value))
    return GateSettings(**changes)  # pyright: ignore[reportArgumentType]


def _number(value: object, default: float) -> float:
    """A kept number of the default's type; anything else, or below zero, is the default."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0:
        return type(default)(value)
    return default


def _days(value: object) -> Iterator[date]:
    for word in _words(value):
        with suppress(ValueError):
            yield date.fromisoformat(word)


def _words(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)):
        return ()
    return tuple(str(word) for word in cast("list[object]", value))
