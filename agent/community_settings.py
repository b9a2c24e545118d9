"""What a community may choose for itself, within which bounds, and how it is kept.

Numbers of the gate are kept under "gate" in the settings of the community, the rest beside it.
Only what differs from the default is kept; names nobody here knows are left as they are.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from agent.calendars import BY_PLACE
from agent.gate_settings import CALENDARS, settings_of
from agent.house_rules import house_rules
from agent.listening.thresholds import ADVERT, OFFENCE, threshold_of
from community.errors import Invalid

GATE = (
    *("open_from", "open_until", "posts_per_day", "threshold"),
    *("holidays", "calendar", "untouchable", "off"),
)
BOUNDS: Mapping[str, tuple[float, float]] = {
    "open_from": (0, 23),
    "open_until": (1, 24),
    "posts_per_day": (0, 20),
    "threshold": (0.8, 3.2),
    "offence_threshold": (0.5, 0.95),
    "advert_threshold": (0.5, 0.95),
}
"""Least and most. Below .5 a message is more likely harmless, and nobody is told of it."""
TOPICS_MOST = 40
TOPIC_LENGTH = 40
HOLIDAYS_MOST = 200
RULES_MOST = 20
RULE_LENGTH = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What a community chose; hours of its day, drafts per day, scores as in gate_settings.

    `advert_threshold` and `offence_threshold` are chances 0–1 from which a person is told;
    `calendar` is the country whose public holidays hold, "none", or "auto" for the timezone's.
    `house_rules` are the group's own, in their order: a reminder names the number.
    `remove_adverts` lets Simmer take back what it scores .98 or more, and is off at first.
    """

    open_from: int
    open_until: int
    posts_per_day: int
    threshold: float
    holidays: tuple[date, ...] = ()
    calendar: str = BY_PLACE
    untouchable: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    house_rules: tuple[str, ...] = ()
    offence_threshold: float = OFFENCE
    advert_threshold: float = ADVERT
    two_person_rule: bool = True
    remove_adverts: bool = False


def chosen_of(kept: Mapping[str, object]) -> Chosen:
    """What the kept settings of a community come to."""
    gate = settings_of(kept)
    return Chosen(
        open_from=gate.open_from,
        open_until=gate.open_until,
        posts_per_day=gate.posts_per_day,
        threshold=gate.threshold,
        holidays=tuple(sorted(gate.holidays)),
        calendar=gate.calendar,
        untouchable=gate.untouchable,
        off=tuple(sorted(gate.off)),
        house_rules=house_rules(kept),
        offence_threshold=threshold_of(kept, "offence_threshold"),
        advert_threshold=threshold_of(kept, "advert_threshold"),
        two_person_rule=kept.get("two_person_rule") is not False,
        remove_adverts=kept.get("remove_adverts") is True,
    )


def with_changes(
    kept: Mapping[str, object], changes: Mapping[str, object], moves: Collection[str]
) -> dict[str, object]:
    """The settings to keep once `changes` (by the names of Chosen) are made; Invalid if not.

    `moves` are the moves there are: no other can be switched off.
    """
    wanted = {name: _clean(name, value) for name, value in changes.items()}
    _check_hours(chosen_of(kept), wanted)
    _check_moves(cast("list[str]", wanted.get("off", [])), chosen_of(kept).off, moves)
    old = kept.get("gate")
    gate = dict(cast("Mapping[str, object]", old)) if isinstance(old, Mapping) else {}
    rest = {name: value for name, value in kept.items() if name != "gate"}
    if not gate:  # older rows keep the numbers of the gate beside everything else
        gate = {name: rest.pop(name) for name in GATE if name in rest}
    default = chosen_of({})
    for name, value in wanted.items():
        shelf = gate if name in GATE else rest
        shelf.pop(name, None)
        if value != _listed(getattr(default, name)):
            shelf[name] = value
    return {**rest, "gate": gate} if gate else rest


def _clean(name: str, value: object) -> object:
    """A value as it is kept: within its bounds, lists without repeats."""
    if name in BOUNDS:
        return _within(name, cast("float", value))
    clean = _CLEAN.get(name)
    return clean(value) if clean else bool(value)


def _holidays(value: object) -> list[str]:
    days = sorted({day.isoformat() for day in cast("list[date]", value)})
    if len(days) > HOLIDAYS_MOST:
        raise Invalid("setting_too_many", count=len(days), limit=HOLIDAYS_MOST)
    return days


def _calendar(value: object) -> str:
    chosen = cast("str", value)
    if chosen not in CALENDARS:
        raise Invalid("setting_calendar_unknown", calendar=chosen[:40])
    return chosen


def _within(name: str, value: float) -> float:
    least, most = BOUNDS[name]
    if not least <= value <= most:
        raise Invalid("setting_out_of_bounds", name=name, value=value, least=least, most=most)
    return value


def _topics(value: object) -> list[str]:
    topics = _lines(value)
    if len(topics) > TOPICS_MOST:
        raise Invalid("setting_too_many", count=len(topics), limit=TOPICS_MOST)
    long = next((each for each in topics if len(each) > TOPIC_LENGTH), None)
    if long is not None:
        raise Invalid("setting_topic_too_long", topic=long[:TOPIC_LENGTH], limit=TOPIC_LENGTH)
    return topics


def _lines(value: object) -> list[str]:
    given = cast("list[str]", value)
    return list(dict.fromkeys(" ".join(each.split()) for each in given if each.strip()))


def _rules(value: object) -> list[str]:
    rules = _lines(value)
    if len(rules) > RULES_MOST:
        raise Invalid("setting_too_many", count=len(rules), limit=RULES_MOST)
    long = next((each for each in rules if len(each) > RULE_LENGTH), None)
    if long is not None:
        raise Invalid("setting_rule_too_long", rule=long[:RULE_LENGTH], limit=RULE_LENGTH)
    return rules


def _check_hours(now: Chosen, wanted: Mapping[str, object]) -> None:
    opens = cast("int", wanted.get("open_from", now.open_from))
    closes = cast("int", wanted.get("open_until", now.open_until))
    if opens >= closes:
        raise Invalid("setting_hours_crossed", open_from=opens, open_until=closes)


def _check_moves(off: list[str], before: Collection[str], moves: Collection[str]) -> None:
    """A move that was switched off and exists no more may stay off."""
    unknown = next((each for each in off if each not in moves and each not in before), None)
    if unknown is not None:
        raise Invalid("setting_move_unknown", move=unknown[:40])


def _listed(value: object) -> object:
    return list(cast("tuple[object, ...]", value)) if isinstance(value, tuple) else value


def _off(value: object) -> list[str]:
    return sorted(set(cast("list[str]", value)))


_CLEAN: Mapping[str, Callable[[object], object]] = {
    "holidays": _holidays,
    "calendar": _calendar,
    "untouchable": _topics,
    "house_rules": _rules,
    "off": _off,
}
