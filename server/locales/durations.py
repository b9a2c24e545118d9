"""How long something took, as people say it: minutes, hours or days, never 2757 minutes."""

from collections.abc import Mapping

MINUTES_IN: Mapping[str, int] = {"minutes": 1, "hours": 60, "days": 24 * 60}
"""The unit a fact ends with → how many minutes one of it has."""
ALSO_MINUTES = frozenset({"patience"})
HOURS_FROM, DAYS_FROM = 90, 36 * 60
"""Minutes from which a span is told in hours, and in days."""
HOUR, FINE = 60, 3 * 60
"""Minutes of an hour, and below which half an hour counts."""
UNITS: Mapping[str, tuple[str, str, str]] = {
    "minute": ("{} 分钟", "{} minute", "{} minutes"),
    "hour": ("{} 小时", "{} hour", "{} hours"),
    "day": ("{} 天", "{} day", "{} days"),
}


def minutes_in(name: str, fact: object) -> float | None:
    """The minutes of a fact named for a span (minutes, waited_minutes, hours …); None for others.

    `work_hours` are hours of working days and counted like any others.
    """
    if isinstance(fact, bool) or not isinstance(fact, int | float):
        return None
    if name in ALSO_MINUTES:
        return float(fact)
    unit = MINUTES_IN.get(name.rpartition("_")[2])
    return None if unit is None else float(fact * unit)


def duration(minutes: float, language: str) -> str:
    """A span in the largest unit that still says it: '40 minutes', '1.5 hours', '2 days'."""
    whole = max(1, round(minutes))
    if whole < HOURS_FROM and whole != HOUR:
        return _said("minute", whole, language)
    if minutes < FINE:
        return _said("hour", round(minutes / 30) / 2, language)
    if minutes < DAYS_FROM:
        return _said("hour", round(minutes / 60), language)
    return _said("day", round(minutes / (24 * 60)), language)


def _said(unit: str, number: float, language: str) -> str:
    chinese, one, many = UNITS[unit]
    form = chinese if language == "zh" else one if number == 1 else many
    return form.format(f"{number:g}")
