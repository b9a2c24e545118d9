"""Keeping the tallies of a community true: only the days on which something changed are counted."""

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from agent.figures.counting import Counting
from agent.figures.keeping import Counts, kept, tally_of
from agent.figures.tally import Tally
from agent.figures.utterance import utterance_of
from agent.figures.view import MONTH, View
from community.conversation import Link, Message, Reaction
from community.jobs import Job
from community.people import Community
from community.store import Tx, links, members, messages, reactions, tallies
from community.store.praised import praised_since
from community.store.tallies import Kept, Marks
from server.deps import Deps

AT_ONCE = 5_000
"""New messages that are counted while somebody waits; more is a job."""
TOGETHER = 62
"""Length in days of a stretch that is read at once."""
FRESH = timedelta(seconds=20)
RECENT = 2
"""Last days counted at every turn: what was said there is linked by and by."""
LINKED_LATE = 35
"""Last days counted again while some of their messages are not linked."""
NIGHT = time(4)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What is needed to count some days: their messages and whatever hangs on them."""

    messages: tuple[Message, ...]
    links: dict[int, Link]
    reactions: tuple[Reaction, ...]


def tally_job(home: Community, due: datetime) -> Job:
    """Count what has changed in a community."""
    return Job(
        name="tally",
        key=f"tally:{home.id}",
        room=f"tally:{home.id}",
        due=due,
        payload={"community": home.id},
    )


def next_night(home: Community, now: datetime) -> datetime:
    """Four in the morning, local time."""
    zone = ZoneInfo(home.timezone)
    today = now.astimezone(zone).date()
    return datetime.combine(today + timedelta(days=1), NIGHT, zone).astimezone(UTC)


async def count(deps: Deps, home: Community) -> None:
    """Bring the kept days of a community up to the moment."""
    now = deps.clock()
    async with deps.store.read() as tx:
        before = await tallies.kept_counts(tx, home.id)
        marks = await tallies.latest_marks(tx, home.id)
        days = await _changed_days(tx, home, before, now)
        if await tallies.taken_back(tx, home.id, before.marks, marks):
            days = sorted({*days, *_last_days(home, TOGETHER, now)})
    found: dict[str, tallies.Counts | None] = {}
    for part in _parts(days):
        async with deps.store.read() as tx:
            loaded = await _load(tx, home, part, now)
        found |= await asyncio.to_thread(_counted, home.timezone, part, loaded)
    async with deps.store.write() as tx:
        await tallies.keep_counts(tx, home.id, found, marks, now)


async def waits_for_count(tx: Tx, home: Community, before: Kept, now: datetime) -> bool | None:
    """Whether to count first: None where nothing is new, True where it is much."""
    marks = await tallies.latest_marks(tx, home.id)
    if before.through is not None and now - before.through < FRESH and marks == before.marks:
        return None
    if before.through is None:
        return await tallies.message_count(tx, home.id) > AT_ONCE
    return marks.message - before.marks.message > AT_ONCE


async def view(tx: Tx, home: Community, now: datetime) -> View:
    """The community as it was last counted."""
    return await _view(tx, home, (await tallies.kept_counts(tx, home.id)).days, now)


async def _view(tx: Tx, home: Community, days: Mapping[str, tallies.Counts], now: datetime) -> View:
    today = now.astimezone(ZoneInfo(home.timezone)).date().isoformat()
    return View(
        tallies=tuple(
            tally_of(date.fromisoformat(day), cast("Counts", counts))
            for day, counts in days.items()
            if day <= today
        ),
        members=await members.members(tx, home.id),
        now=now,
        timezone=home.timezone,
        reactions=await tallies.sees_reactions(tx, home.id),
        praised=await praised_since(tx, home.id, since=now - timedelta(days=MONTH), until=now),
    )


def _parts(days: Sequence[date]) -> Iterator[Sequence[date]]:
    """The days in stretches of the calendar short enough to be read at once."""
    part: list[date] = []
    for day in days:
        if part and (day - part[0]).days >= TOGETHER:
            yield part
            part = []
        part.append(day)
    if part:
        yield part


async def counted_anew(tx: Tx, home: Community, now: datetime) -> View:
    """The community counted from its messages, whatever is kept; changes nothing."""
    nothing = Kept(days={}, marks=Marks(), through=None)
    days = await _changed_days(tx, home, nothing, now)
    found: dict[str, tallies.Counts | None] = {}
    for part in _parts(days):
        loaded = await _load(tx, home, part, now)
        found |= await asyncio.to_thread(_counted, home.timezone, part, loaded)
    kept_days = {day: counts for day, counts in found.items() if counts is not None}
    return await _view(tx, home, kept_days, now)


async def _changed_days(tx: Tx, home: Community, before: Kept, now: datetime) -> list[date]:
    """The local days whose counts may differ from what is kept, oldest first."""
    zone = ZoneInfo(home.timezone)
    span = await tallies.spans_of(tx, home.id, now)
    today = now.astimezone(zone).date()
    if span is None:
        return [date.fromisoformat(day) for day in before.days]
    if before.through is None:
        first = span[0].astimezone(zone).date()
        return [first + timedelta(days=after) for after in range((today - first).days + 1)]
    touched = await tallies.changed_messages(tx, home.id, before.marks, before.through)
    moments = await tallies.moments_of(tx, await _around(tx, home.id, touched))
    moments += await tallies.reacted_since(tx, home.id, before.marks)
    days = {at.astimezone(zone).date() for at in moments if at <= now}
    days |= {*_last_days(home, RECENT, now)}
    return sorted(days | _still_unlinked(before, today))


def _last_days(home: Community, count: int, now: datetime) -> list[date]:
    today = now.astimezone(ZoneInfo(home.timezone)).date()
    return [today - timedelta(days=back) for back in range(count)]


def _still_unlinked(before: Kept, today: date) -> set[date]:
    since = (today - timedelta(days=LINKED_LATE)).isoformat()
    return {
        date.fromisoformat(day)
        for day, counts in before.days.items()
        if day >= since and cast("Counts", counts)["unlinked"]
    }


async def _around(tx: Tx, community_id: int, touched: Iterable[int]) -> set[int]:
    """Messages whose rows a change alters: two above it and what answers them."""
    above = set(touched)
    above |= await tallies.parents_of(tx, above)
    return (
        above
        | await tallies.parents_of(tx, above)
        | await tallies.children_of(tx, community_id, above)
    )


async def _load(tx: Tx, home: Community, days: Sequence[date], now: datetime) -> Loaded:
    """The messages of these days, what they answer, and what answers either, two deep."""
    zone = ZoneInfo(home.timezone)
    start = datetime.combine(days[0], time(), zone).astimezone(UTC)
    end = datetime.combine(days[-1] + timedelta(days=1), time(), zone).astimezone(UTC)
    own = await tallies.said_between(tx, home.id, start, end)
    ids = {message.id for message in own}
    near = ids | await tallies.parents_of(tx, ids)
    near |= await tallies.children_of(tx, home.id, near)
    near |= await tallies.children_of(tx, home.id, near)
    others = await messages.messages_by_id(tx, tuple(near - ids))
    said = tuple(one for one in (*own, *others.values()) if one.at <= now)
    public = [one.id for one in own if one.to_id is None]
    return Loaded(
        messages=said,
        links=await links.links_of(tx, [one.id for one in said]),
        reactions=(
            *await reactions.reactions_of(tx, public),
            *await tallies.reactions_between(tx, home.id, start, end),
        ),
    )


def _counted(
    timezone: str, days: Sequence[date], loaded: Loaded
) -> dict[str, tallies.Counts | None]:
    """The counts of these days; None where nothing happened."""
    made = {tally.day: tally for tally in _tallies(timezone, loaded)}
    return {
        day.isoformat(): cast("tallies.Counts", kept(made[day])) if day in made else None
        for day in days
    }


def _tallies(timezone: str, loaded: Loaded) -> tuple[Tally, ...]:
    counting = Counting(timezone)
    for message in loaded.messages:
        said = utterance_of(message, loaded.links.get(message.id))
        if said is not None:
            counting.hear(said)
    for given in loaded.reactions:
        counting.react(given)
    return counting.tallies()
