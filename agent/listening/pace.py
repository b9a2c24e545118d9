"""The pace of a room: its waking hours, how long its answers take, how far back it is read."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TypeVar
from zoneinfo import ZoneInfo

from agent.listening import cues
from agent.listening.words import read
from community.conversation import Link, LinkSource, Message

SURE = 0.4
"""Confidence below which a guessed link counts for nothing."""
READ_DAYS = timedelta(days=4)
READ_LEAST = 60
COLD_TAU = timedelta(minutes=60)
TAU_LEAST = timedelta(minutes=10)
TAU_MOST = timedelta(hours=24)
ENOUGH_ANSWERS = 20
MARGIN = 1.2
ASSUMED, FADES = timedelta(minutes=50), 8
GAPS = 2
ENOUGH_MESSAGES = 100
HOURS_FROM = 1000
DEFAULT_HOURS = frozenset(range(8, 23))
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
HOUR, QUARTER, QUARTERS = timedelta(hours=1), timedelta(minutes=15), 4
DAY, MOST = timedelta(days=1), timedelta(days=14)
NO_TIME = timedelta(0)
QUICK = timedelta(hours=1)
"""A wait up to this long counts as it is, asleep or awake."""

Wait = TypeVar("Wait", timedelta, float)
Replies = Mapping[int, tuple[Message, ...]]


def read_since(now: datetime) -> datetime:
    """What was said from here on is read again at each look, and the last 60 messages always."""
    return now - READ_DAYS


def hours_of(counts: Counter[int], said: int) -> frozenset[int]:
    """Eight in the morning to ten in the evening, and what else holds 2 % of what was said."""
    least = max(ENOUGH_MESSAGES, said)
    return DEFAULT_HOURS | {hour for hour, count in counts.items() if count * 50 >= least}


def hours_in(spoken: Sequence[Message], zone: ZoneInfo) -> frozenset[int]:
    """The hours in which a room is awake, by its last thousand messages."""
    last = spoken[-HOURS_FROM:]
    return hours_of(Counter(m.at.astimezone(zone).hour for m in last), len(spoken))


def awake(start: datetime, end: datetime, hours: frozenset[int], zone: ZoneInfo) -> timedelta:
    """Time between two moments that fell into the local `hours`, at most fourteen days of it."""
    until, last, tail = _end(end, hours, zone)
    since = start - EPOCH
    days = min(MOST, until - since).days
    if days > 0:
        since = max(since, until - MOST) + days * DAY
    if since >= until:
        return HOUR * (max(0, days) * len(hours))
    first, lead, begins_awake = _begin(since, hours, zone)
    if first == last:
        return HOUR * (max(0, days) * len(hours)) + (until - since if begins_awake else NO_TIME)
    rest = lead + tail + _whole(first + 1, last, hours, zone)
    return rest if days <= 0 else rest + HOUR * (days * len(hours))


@lru_cache(maxsize=1024)
def _end(end: datetime, hours: frozenset[int], zone: ZoneInfo) -> tuple[timedelta, int, timedelta]:
    """A moment since the epoch, the hour it falls into, and how much of that hour is awake."""
    until = end - EPOCH
    last, beyond = divmod(until, HOUR)
    return until, last, beyond if _hour(last * QUARTERS, zone) in hours else NO_TIME


@lru_cache(maxsize=16384)
def _begin(since: timedelta, hours: frozenset[int], zone: ZoneInfo) -> tuple[int, timedelta, bool]:
    """The hour a moment falls into, how much is left of it awake, and whether it is awake."""
    first, into = divmod(since, HOUR)
    begins_awake = _hour(since // QUARTER, zone) in hours
    return first, HOUR - into if begins_awake else NO_TIME, begins_awake


@lru_cache(maxsize=16384)
def _hour(quarter: int, zone: ZoneInfo) -> int:
    """The local hour, by the quarters of an hour since the epoch: zones differ by such."""
    return (EPOCH + quarter * QUARTER).astimezone(zone).hour


@lru_cache(maxsize=16384)
def _whole(first: int, last: int, hours: frozenset[int], zone: ZoneInfo) -> timedelta:
    """The waking ones of the whole hours from one to before another, counted since the epoch."""
    return HOUR * sum(_hour(hour * QUARTERS, zone) in hours for hour in range(first, last))


def answered_by(message: Message, link: Link | None) -> int | None:
    """What a message answers; links below .4 count for nothing unless a person gave them."""
    if link is None:
        return message.reply_to_id
    return link.parent_id if link.confidence >= SURE or link.by is LinkSource.PERSON else None


def is_asking(message: Message, link: Link | None) -> bool:
    """Whether it begins a topic or puts a question: those a room owes an answer."""
    opens = link is not None and link.parent_id is None
    return opens or bool(cues.ASKS.search(read(message.text)))


def wait_of(
    asked: Message, replies: Replies, hours: frozenset[int], zone: ZoneInfo
) -> tuple[timedelta, float] | None:
    """How long the first answer of somebody else took: in waking time, and in minutes.

    Minutes are those of the clock up to an hour and of the waking hours beyond; None where
    nobody answered.
    """
    for reply in replies.get(asked.id, ()):
        if reply.author_id != asked.author_id:
            waited = awake(asked.at, reply.at, hours, zone)
            gap = reply.at - asked.at
            return waited, (waited if gap > QUICK else gap).total_seconds() / 60
    return None


def waits_of(
    asking: Iterable[Message], replies: Replies, hours: frozenset[int], zone: ZoneInfo
) -> tuple[list[timedelta], list[float]]:
    """All waits for first answers, both kinds sorted."""
    waits: list[timedelta] = []
    minutes: list[float] = []
    for message in asking:
        found = wait_of(message, replies, hours, zone)
        if found is not None:
            insort(waits, found[0])
            insort(minutes, found[1])
    return waits, minutes


def tau_of(waits: Sequence[timedelta], least: timedelta = TAU_LEAST) -> timedelta:
    """P90 of the room's own first answers to what started or asked something, and a fifth more.

    `waits` are sorted. Clamped to `least` (10 minutes at the least)–24 hours; 60 minutes until
    twenty answers are known (thresholds §2), and from there on answers of 50 minutes are assumed
    beside them, one fewer for every eight of its own.
    """
    if len(waits) < ENOUGH_ANSWERS:
        return COLD_TAU
    slow = slowest_but_a_tenth(waits, ASSUMED, ENOUGH_ANSWERS)
    return min(TAU_MOST, max(TAU_LEAST, least, MARGIN * slow))


def slowest_but_a_tenth(waits: Sequence[Wait], assumed: Wait, weight: int) -> Wait:
    """P90 of sorted waits and of `weight` assumed ones, one fewer for every eight of its own."""
    times = max(0, weight - len(waits) // FADES)
    at = int((len(waits) + times) * 0.9)
    before = bisect_left(waits, assumed)
    if before <= at < before + times:
        return assumed
    return waits[at if at < before else at - times]


def least_of(times: Sequence[datetime], now: datetime, hours: frozenset[int]) -> timedelta:
    """Twice the mean gap between two lines of the last days in waking time; an hour at most.

    Where a line comes every half hour, ten silent minutes say nothing, however quickly those
    answered who were in a running talk.
    """
    if not times:
        return COLD_TAU
    return min(COLD_TAU, GAPS * ((now - times[0]) * len(hours) / 24) / len(times))
