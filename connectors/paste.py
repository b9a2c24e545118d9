"""Taking in a pasted screen of a chat that no program may listen to."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from community.errors import NotFound
from community.intake import ImportReport
from community.jobs import JobQueue
from community.people import Zone
from community.store import Store, Tx, communities, members, messages
from connectors.base import Event, MessagePosted
from connectors.exports.base import Export, Told
from connectors.exports.pasted import TAIL, Pasted, Room, read_pasted
from connectors.exports.times import Clock
from connectors.intake import Intake, import_export

FORMAT = "paste"
LIVE = timedelta(days=1)
"""Talk of the last day is going on; what is older comes in as history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PasteReport:
    """What a paste brought, the keys of its messages, and the suggestions seen posted in it."""

    report: ImportReport
    confirmed: tuple[int, ...] = ()
    keys: tuple[str, ...] = ()


async def preview_pasted(
    store: Store,
    zone: Zone,
    text: str,
    *,
    now: datetime,
    awaiting: Mapping[int, str] | None = None,
) -> Pasted:
    """What pasted chat text would bring to a room; nothing is kept."""
    async with store.read() as tx:
        room, timezone = await _room(tx, zone, awaiting or {})
    clock = Clock(timezone=timezone, now=now)
    return await asyncio.to_thread(read_pasted, text, room, clock)


async def import_pasted(
    store: Store,
    queue: JobQueue[Tx],
    zone: Zone,
    text: str,
    *,
    now: datetime,
    awaiting: Mapping[int, str] | None = None,
) -> PasteReport:
    """Take in pasted chat text: only what is new after the known tail of the room.

    A new message with the words of an awaited suggestion (id → text) is kept as that suggestion
    posted; the caller then marks it. New talk asks for a look at once.
    """
    pasted = await preview_pasted(store, zone, text, now=now, awaiting=awaiting)
    blank = ImportReport(format=FORMAT, name=zone.name, known=pasted.known)
    if not pasted.events:
        return PasteReport(report=blank)
    export = Export(format=FORMAT, name=zone.name, size=len(text), read=_replay(pasted))
    intake = Intake(
        community_id=zone.community_id,
        zone=zone.key,
        live_from=now - LIVE,
        suggestions=pasted.confirmed,
    )
    report = await import_export(store, queue, export, intake, now=now)
    return PasteReport(
        report=replace(report, known=report.known + pasted.known),
        confirmed=tuple(sorted(pasted.confirmed.values())),
        keys=tuple(each.key for each in pasted.events if isinstance(each, MessagePosted)),
    )


def _replay(pasted: Pasted) -> Callable[[Told], Iterator[Event]]:
    def read(told: Told) -> Iterator[Event]:  # noqa: ARG001 - it is short
        yield from pasted.events

    return read


async def _room(tx: Tx, zone: Zone, awaiting: Mapping[int, str]) -> tuple[Room, str]:
    group = await communities.community(tx, zone.community_id)
    if group is None:
        raise NotFound("community_not_found", community=zone.community_id)
    people = await members.members(tx, group.id)
    room = Room(
        key=f"{zone.id}",
        tail=await messages.messages_in(tx, zone.id, limit=TAIL),
        members={one.id: one for one in people},
        awaiting=awaiting,
    )
    return room, group.timezone
