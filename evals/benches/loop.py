"""Message recorded → suggestion in the queue: offline, the real store, queue and worker.

Adverts are posted into the Chinese sample's room, one after the other: a danger is drafted at
once, whatever else the gate has in mind. Counted is the time after the debounce.
"""

import asyncio
import statistics
import time
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from community.actions.messages import record_message
from community.people import Member, Role, Zone
from community.store import communities, members, messages
from community.store.schema import migrate
from connectors.samples import load_samples
from connectors.samples.sample import TEACHERS
from evals.task import Figures, Options
from server.deps import Deps
from server.settings import Settings
from server.wiring import build, utc_now
from server.working import work, work_off

DEBOUNCE = 0.2
"""Seconds; short, so that the run is: it is taken off each figure."""
PATIENCE = 3.0
"""Seconds after which a suggestion counts as missed."""
MANY = 60
ADVERTS = (
    "老师们好，押题班只剩{n}席，原价1280今天{n}元，加V：zk{n}8888 抢名额",
    "押题班第{n}期名额还剩{n}个，原价1980现在{n}9元，抢名额加V：qm{n}123",
)


def measure(options: Options) -> Figures:
    """Post `--size` adverts (60) and time each until its draft is in the queue."""
    with TemporaryDirectory(prefix="simmer-loop-") as folder:
        settings = Settings(data_dir=Path(folder), debounce=DEBOUNCE)
        migrate(settings.store_url)
        return asyncio.run(_measure(settings, options.size or MANY))


async def _measure(settings: Settings, many: int) -> Figures:
    morning = _morning(utc_now())
    deps = build(settings, clock=lambda: utc_now() + morning)
    sample = (await load_samples(deps.store, deps.clock()))[0]
    async with deps.store.read() as tx:
        zone = (await communities.zones(tx, sample.id))[0]
        people = await members.members(tx, sample.id)
        said = len(await messages.messages_in(tx, zone.id))
    poster = next(one for one in people if one.role is Role.MEMBER)
    await _settle(deps, zone, poster)
    taken: list[float | None] = []
    working = asyncio.create_task(work(deps))
    try:
        for number in range(many):
            stranger = await _stranger(deps, sample.id, number)
            taken.append(await _one(deps, zone, stranger, _advert(number)))
    finally:
        working.cancel()
        with suppress(asyncio.CancelledError):
            await working
    floor = [await _floor(deps, zone, poster, each) for each in range(many)]
    await deps.store.close()
    return _figures([each for each in taken if each is not None], floor, many, said)


def _morning(now: datetime) -> timedelta:
    """How far the clock is moved so that it is ten in the morning there: nobody is disturbed."""
    there = now.astimezone(ZoneInfo(TEACHERS.timezone))
    return there.replace(hour=10, minute=0) - there


async def _stranger(deps: Deps, community_id: int, number: int) -> Member:
    """Somebody who has just come in."""
    new = Member(id=0, community_id=community_id, name=f"来客{number}", joined_at=deps.clock())
    async with deps.store.write() as tx:
        return await members.insert_member(tx, new)


def _advert(number: int) -> str:
    return ADVERTS[number % len(ADVERTS)].format(n=number + 10)


async def _settle(deps: Deps, zone: Zone, poster: Member) -> None:
    """Load the engines and do what the first look at a room leaves to be done."""
    await _one(deps, zone, poster, "大家早", waiting=DEBOUNCE)
    await asyncio.sleep(DEBOUNCE)
    await work_off(deps)


async def _one(
    deps: Deps, zone: Zone, poster: Member, text: str, *, waiting: float = PATIENCE
) -> float | None:
    """Milliseconds from the commit of a message to its draft, the debounce taken off."""
    with deps.broadcaster.listening(zone.community_id) as coming:
        async with deps.store.write() as tx:
            await record_message(
                tx,
                deps.queue,
                zone=zone,
                author=poster,
                text=text,
                at=deps.clock(),
                key=text,
                debounce=timedelta(seconds=DEBOUNCE),
            )
        began = time.perf_counter()
        with suppress(TimeoutError):
            async with asyncio.timeout(waiting):
                async for news in coming:
                    if news.kind == "suggestion":
                        return (time.perf_counter() - began - DEBOUNCE) * 1000
    return None


async def _floor(deps: Deps, zone: Zone, poster: Member, number: int) -> float:
    """Milliseconds to commit a message and to read its room again: no loop can do without."""
    began = time.perf_counter()
    async with deps.store.write() as tx:
        await record_message(
            tx,
            deps.queue,
            zone=zone,
            author=poster,
            text=f"{number}",
            at=deps.clock(),
            key=f"floor-{number}",
        )
    async with deps.store.read() as tx:
        await messages.talk(tx, zone.id, now=deps.clock())
    return (time.perf_counter() - began) * 1000


def _figures(taken: list[float], floor: list[float], many: int, said: int) -> Figures:
    ordered = sorted(taken)
    return {
        "messages": many,
        "room_messages": said,
        "drafts": len(ordered),
        "p50_ms": round(statistics.median(ordered), 1) if ordered else None,
        "p95_ms": round(ordered[int(0.95 * (len(ordered) - 1))], 1) if ordered else None,
        "floor_p50_ms": round(statistics.median(floor), 1),
        "debounce_ms": DEBOUNCE * 1000,
    }
