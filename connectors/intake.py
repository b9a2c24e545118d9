"""Taking in an export: events are staged in a thread, then published in one commit."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from community.actions.communities import FIRST_ZONE
from community.actions.messages import look_job_in
from community.errors import Invalid, NotFound, SimmerError
from community.intake import ImportReport, SkippedLine
from community.jobs import Job, JobQueue
from community.people import Community, Purpose, Zone
from community.store import Store, Tx, communities, imports
from community.store.staging import LaterRow, SaidRow, StagedMember, Staging, milliseconds
from connectors.base import (
    Event,
    MemberSeen,
    MessageEdited,
    MessagePosted,
    MessageRecalled,
    Reacted,
    Skipped,
)
from connectors.exports.base import Export

Phase = Literal["read", "keep"]
Progress = Callable[[Phase, int, int], None]
"""Is told (phase, done, total): bytes of the file while it is read, messages while kept."""

SLICE = 4000
MAIN = "main"
"""The zone that takes what names no room of its own."""
SOCIAL = ("random", "off-topic", "offtopic", "social", "fun", "闲聊", "饭搭子", "灌水", "水群")
NOTICE = ("announce", "notice", "公告", "通知")


def silent(phase: Phase, done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Where an export goes: `zone` (a key or a name) takes all of it, else its own rooms do.

    `scratch` is a folder with room for a copy of the file; the system's own by default.
    Messages from `live_from` on are talk that goes on, all others history; so is everything
    where it is None.
    """

    community_id: int
    zone: str | None = None
    import_id: int | None = None
    live_from: datetime | None = None
    scratch: Path | None = None
    suggestions: Mapping[str, int] | None = None


async def import_export(
    store: Store,
    queue: JobQueue[Tx],
    export: Export,
    intake: Intake,
    *,
    now: datetime,
    on_progress: Progress = silent,
) -> ImportReport:
    """Take in one file: all of it in one commit, or nothing.

    Raises Invalid for a file that cannot be read and for one in which nothing could be. For each
    room with new history it leaves the job 'history' in the same transaction.
    """
    try:
        with (
            TemporaryDirectory(dir=intake.scratch, prefix="simmer-import-") as folder,
            Staging(Path(folder)) as staging,
        ):
            async for done in _stage(export, staging):
                on_progress("read", done, export.size)
            if not staging.count() and not staging.members:
                raise _nothing(staging)
            async with store.write() as tx:
                return await _publish(tx, queue, export, staging, intake, now, on_progress)
    except SimmerError as error:
        if intake.import_id is not None:
            why = {"code": error.code, "facts": dict(error.facts)}
            async with store.write() as tx:
                await imports.finish_import(
                    tx, intake.import_id, state="failed", report=why, at=now
                )
        raise


async def _publish(
    tx: Tx,
    queue: JobQueue[Tx],
    export: Export,
    staging: Staging,
    intake: Intake,
    now: datetime,
    on_progress: Progress,
) -> ImportReport:
    total = staging.count()

    async def kept(many: int) -> None:
        on_progress("keep", many, total)
        await asyncio.sleep(0)

    places = await _places(tx, export, staging, intake)
    blank = ImportReport(format=export.format, name=export.name)
    report = await imports.publish(tx, staging, places, blank, kept)
    if intake.import_id is not None:
        plain = report.as_json()
        await imports.finish_import(tx, intake.import_id, state="done", report=plain, at=now)
    is_live = _is_live(report, intake)
    for zone_id in report.zone_ids:
        await queue.put(tx, look_job_in(zone_id, now) if is_live else history_job(zone_id, now))
    return report


def _is_live(report: ImportReport, intake: Intake) -> bool:
    """Whether the newest of what came in is talk that goes on."""
    if intake.live_from is None or report.last_at is None:
        return False
    return report.last_at >= intake.live_from


def history_job(zone_id: int, at: datetime) -> Job:
    """One look at a room as of its last message, after history came in."""
    return Job(
        name="history",
        key=f"history:{zone_id}",
        room=f"zone:{zone_id}",
        due=at,
        payload={"zone": zone_id},
    )


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _nothing(staging: Staging) -> Invalid:
    place = staging.lines[0].place if staging.lines else ""
    return Invalid("import_nothing_readable", skipped=staging.skipped, place=place)


async def _stage(export: Export, staging: Staging) -> AsyncIterator[int]:
    """Stage everything, a slice at a time in a thread; the bytes read so far."""
    read = 0

    def told(done: int) -> None:
        nonlocal read
        read = done

    events = export.events(told)

    def some() -> bool:
        many = 0
        for event in islice(events, SLICE):
            stage(event, staging)
            many += 1
        return many == SLICE

    while await asyncio.to_thread(some):
        yield read
    await asyncio.to_thread(staging.seal)
    yield export.size


def stage(event: Event, staging: Staging) -> None:
    """Put one event where it waits."""
    match event:
        case MessagePosted():
            staging.say(
                SaidRow(
                    event.key,
                    event.zone,
                    event.member,
                    milliseconds(event.at),
                    event.text,
                    event.kind.value,
                    event.message,
                    event.reply_to,
                )
            )
        case MemberSeen():
            staging.meet(event.member, _seen(event))
        case Skipped():
            staging.skip(SkippedLine(place=event.place, code=event.code, facts=event.facts))
        case _:
            staging.happen(_later(event))


def _seen(event: MemberSeen) -> StagedMember:
    return StagedMember(
        name=event.name,
        named=event.joined_at is None and event.left_at is None,
        aliases=dict.fromkeys(event.aliases),
        roles=event.roles,
        joined_at=event.joined_at,
        left_at=event.left_at,
    )


def _later(event: MessageEdited | MessageRecalled | Reacted) -> LaterRow:
    at = milliseconds(event.at)
    match event:
        case MessageEdited():
            return LaterRow("edit", event.key, event.message, None, at, event.text)
        case MessageRecalled():
            return LaterRow("recall", event.key, event.message, None, at, "")
        case Reacted():
            return LaterRow("reaction", event.key, event.message, event.member, at, event.emoji)


async def _places(tx: Tx, export: Export, staging: Staging, intake: Intake) -> imports.Places:
    group = await communities.community(tx, intake.community_id)
    if group is None:
        raise NotFound("community_not_found", community=intake.community_id)
    zones = list(await communities.zones(tx, group.id))
    ids: dict[str, int] = {}
    for key in staging.zones():
        wanted = intake.zone if intake.zone is not None else key
        found = _zone_called(wanted, zones) if wanted else _main_zone(zones)
        if found is None:
            new = _new_zone(group, wanted, export.zones.get(wanted, wanted))
            found = await communities.insert_zone(tx, new)
            zones.append(found)
        ids[key] = found.id
    return imports.Places(
        community_id=group.id,
        zones=ids,
        live_from=milliseconds(intake.live_from) if intake.live_from else None,
        suggestions=intake.suggestions or {},
    )


def _zone_called(wanted: str, zones: list[Zone]) -> Zone | None:
    by_key = next((zone for zone in zones if zone.key == wanted), None)
    return by_key or next((zone for zone in zones if zone.name == wanted), None)


def _main_zone(zones: list[Zone]) -> Zone | None:
    return next((zone for zone in zones if zone.key == MAIN), None)


def _new_zone(group: Community, key: str, name: str) -> Zone:
    words = (name or key).casefold()
    purpose = Purpose.WORK
    if any(sign in words for sign in SOCIAL):
        purpose = Purpose.SOCIAL
    elif any(sign in words for sign in NOTICE):
        purpose = Purpose.NOTICE
    return Zone(
        id=0,
        community_id=group.id,
        key=(key or MAIN)[:120],
        name=(name or FIRST_ZONE[group.language])[:200],
        purpose=purpose,
    )
