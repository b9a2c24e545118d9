"""Times as people and programs write them; day and month in the order a whole file shows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from connectors.exports.base import moment

Order = Literal["dmy", "mdy"]

DATE = (
    r"(?:(?P<y>\d{4})\s?[-/.年]\s?(?P<m>\d{1,2})\s?[-/.月]\s?(?P<d>\d{1,2})日?"
    r"|(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<yy>\d{4}|\d{2})"
    r"|(?P<cm>\d{1,2})月(?P<cd>\d{1,2})日"
    r"|(?P<word>昨天|前天|今天|yesterday|today)"
    r"|(?P<week>(?:星期|周|礼拜)[一二三四五六日天]"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?))"
)
CLOCK = (
    r"(?:(?P<half>上午|下午|凌晨|早上|中午|晚上|傍晚|清晨)\s?)?"
    r"(?P<h>\d{1,2}):(?P<min>\d{2})(?::(?P<s>\d{2}))?(?:[.,]\d{1,6})?"
    r"(?:\s?(?P<ampm>[AaPp]\.?\s?[Mm])\.?)?"
)
STAMP = rf"{DATE}(?:\s*[,，Tt]\s*|\s+(?:at\s+)?|(?=[上下凌早中晚傍清])){CLOCK}"
ZONE = r"(?P<zone>\s?Z|\s?(?:UTC|GMT)|\s?[+-]\d{2}:?\d{2})?"
WHOLE = re.compile(rf"^{STAMP}{ZONE}$", re.IGNORECASE)
SHORT = re.compile(rf"^(?:{DATE}|{CLOCK})$", re.IGNORECASE)
SPACES = str.maketrans({"\u202f": " ", "\u00a0": " ", "\u200e": None, "\u200f": None, "：": ":"})
WORDS = {"今天": 0, "today": 0, "昨天": 1, "yesterday": 1, "前天": 2}
WEEK = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6} | {
    day: n for n, day in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
}
LATE = frozenset({"下午", "晚上", "傍晚"})
EARLY = frozenset({"上午", "凌晨", "早上", "清晨"})
NOON = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """How times without a zone, a year or a clear order are to be understood."""

    timezone: str
    now: datetime
    order: Order = "dmy"


def plain(text: str) -> str:
    """The text with ordinary spaces and colons and without marks of direction."""
    return text.translate(SPACES).strip()


def read_time(text: str, clock: Clock) -> datetime | None:
    """The moment a text names, in UTC; None where it names none."""
    words = plain(text)
    if re.fullmatch(r"\d{9,10}(?:\.\d+)?|\d{12,13}", words):
        try:
            return moment(float(words))
        except (ValueError, OverflowError):
            return None
    found = WHOLE.match(words) or SHORT.match(words)
    return None if found is None else _moment(found.groupdict(), clock)


def _moment(parts: dict[str, str | None], clock: Clock) -> datetime | None:
    zone = ZoneInfo(clock.timezone)
    here = clock.now.astimezone(zone)
    try:
        day = _day(parts, clock, here)
        local = day.replace(
            hour=_hour(parts), minute=int(parts["min"] or 0), second=int(parts["s"] or 0)
        )
    except ValueError:
        return None
    if offset := (parts.get("zone") or "").strip().upper():
        if offset in ("Z", "UTC", "GMT"):
            return local.replace(tzinfo=UTC)
        away = timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:]))
        return local.replace(tzinfo=UTC) - (away if offset[0] == "+" else -away)
    return local.replace(tzinfo=zone).astimezone(UTC)


def _day(parts: dict[str, str | None], clock: Clock, here: datetime) -> datetime:
    """Midnight of the day named, without a zone; a day without a year is the last such one.

    A day of the week is the last such day before today.
    """
    today = datetime(here.year, here.month, here.day)  # noqa: DTZ001 - the zone is put on later
    if parts["y"]:
        return today.replace(
            year=int(parts["y"]), month=int(parts["m"] or 0), day=int(parts["d"] or 0)
        )
    if parts["a"]:
        first, second = int(parts["a"]), int(parts["b"] or 0)
        day, month = (first, second) if clock.order == "dmy" else (second, first)
        year = int(parts["yy"] or 0)
        return today.replace(year=year + 2000 if year < 100 else year, month=month, day=day)  # noqa: PLR2004
    if parts["cm"]:
        then = today.replace(month=int(parts["cm"]), day=int(parts["cd"] or 0))
        return then if then <= today + timedelta(days=1) else then.replace(year=then.year - 1)
    if week := (parts["week"] or "").lower():
        place = WEEK[week[:3] if week.isascii() else week[-1]]
        return today - timedelta(days=(today.weekday() - place) % 7 or 7)
    return today - timedelta(days=WORDS.get((parts["word"] or "today").lower(), 0))


def _hour(parts: dict[str, str | None]) -> int:
    hour = int(parts["h"] or 0)
    half = parts["half"] or (parts["ampm"] or "")[:1].lower()
    if half in LATE or half == "p":
        return hour + NOON if hour < NOON else hour
    if half in EARLY or half == "a":
        return 0 if hour == NOON else hour
    return hour + NOON if half == "中午" and hour < 3 else hour  # noqa: PLR2004 - 中午1点


def is_bare(stamp: str) -> bool:
    """Whether a time names no day."""
    return re.fullmatch(CLOCK, plain(stamp), re.IGNORECASE) is not None


def day_orders(stamps: Iterable[str], clock: Clock) -> tuple[Order, ...]:
    """The orders of day and month that a file's times allow, the likelier first.

    An order is out when it makes a month of 13 or more. Of two that remain, one that keeps the
    times ascending (or descending) beats one that does not.
    """
    texts = list(stamps)
    fits: dict[Order, bool] = {}
    orders: tuple[Order, Order] = ("dmy", "mdy")
    for order in orders:
        trial = Clock(timezone=clock.timezone, now=clock.now, order=order)
        times = [read_time(text, trial) for text in texts]
        known = [time for time in times if time is not None]
        if len(known) == len(texts):
            fits[order] = known in (sorted(known), sorted(known, reverse=True))
    sorted_ones: list[Order] = [order for order, in_order in fits.items() if in_order]
    return tuple(sorted_ones or fits)


def is_ambiguous(stamp: str) -> bool:
    """Whether a time names its day as two small numbers before the year."""
    found = WHOLE.match(plain(stamp))
    return found is not None and found["a"] is not None and found["a"] != found["b"]
