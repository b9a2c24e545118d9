"""Imports: staged rows become part of a community in one transaction; each import is a row."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import insert, select, update

from community.intake import ImportReport
from community.store import bulk
from community.store.engine import Tx
from community.store.messages import messages_by_id
from community.store.newcomers import Newcomers, resolve_members
from community.store.revisions import revise
from community.store.staging import LaterRow, Staging
from community.store.tables import EPOCH, imports

Kept = Callable[[int], Awaitable[None]]
"""Is told how many staged messages have been kept so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where staged rows go: zone ids by key, and which message (by key) is which suggestion.

    Messages from `live_from` (ms) on are talk that goes on; all others are history.
    """

    community_id: int
    zones: Mapping[str, int]
    live_from: int | None = None
    suggestions: Mapping[str, int] = field(default_factory=dict[str, int])


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRow:
    """One import as it is kept: state running → done | failed, and the report or the failure."""

    id: int
    community_id: int
    name: str
    digest: str
    state: str
    report: Mapping[str, object]
    created_at: datetime
    finished_at: datetime | None


async def insert_import(tx: Tx, community_id: int, name: str, digest: str, at: datetime) -> int:
    """Remember that an import began; its id."""
    values: dict[str, object] = {
        "community_id": community_id,
        "name": name[:300],
        "digest": digest,
        "state": "running",
        "report": {},
        "created_at": at,
    }
    return cast("int", await tx.scalar(insert(imports).values(values).returning(imports.c.id)))


async def finish_import(
    tx: Tx, import_id: int, *, state: str, report: Mapping[str, object], at: datetime
) -> None:
    """Remember how an import ended."""
    await tx.execute(
        update(imports)
        .where(imports.c.id == import_id)
        .values(state=state, report=dict(report), finished_at=at)
    )


async def import_row(tx: Tx, import_id: int) -> ImportRow | None:
    """The import with this id."""
    found = await tx.execute(select(imports).where(imports.c.id == import_id))
    row = found.mappings().one_or_none()
    return None if row is None else ImportRow(**dict(row))


async def running_imports(tx: Tx) -> tuple[int, ...]:
    """The ids of imports that have not ended."""
    found = await tx.scalars(select(imports.c.id).where(imports.c.state == "running"))
    return tuple(found)


async def fail_imports(tx: Tx, ids: Collection[int], at: datetime) -> tuple[tuple[int, int], ...]:
    """Say of those that still run that nobody works on them any more; id and community of each."""
    values = {"state": "failed", "report": {"code": "import_interrupted"}, "finished_at": at}
    ended = await tx.execute(
        update(imports)
        .where(imports.c.id.in_(ids), imports.c.state == "running")
        .values(values)
        .returning(imports.c.id, imports.c.community_id)
    )
    return tuple((row.id, row.community_id) for row in ended)


async def publish(
    tx: Tx, staging: Staging, places: Places, report: ImportReport, kept: Kept
) -> ImportReport:
    """Make everything staged part of the community; all of it or, on an error, nothing.

    `report` brings the format and the name.
    """
    met = await resolve_members(tx, places.community_id, staging)
    staging.place(places.zones, met.ids)
    total, fresh = 0, 0
    for rows in staging.said(places.community_id, places.live_from):
        fresh += await bulk.write_all(tx, bulk.INSERT_MESSAGES, rows)
        total += len(rows)
        await kept(total)
    await bulk.set_suggestions(tx, places.community_id, places.suggestions)
    replies = await _publish_replies(tx, staging, places.community_id)
    edits, recalls, reactions = await _publish_later(tx, staging, places, met)
    first, last = staging.span()
    return replace(
        report,
        members=met.new,
        messages=fresh,
        replies=replies,
        joins=met.joins,
        edits=edits,
        recalls=recalls,
        reactions=reactions,
        known=total - fresh,
        skipped=staging.skipped,
        lines=tuple(staging.lines),
        zone_ids=tuple(dict.fromkeys(places.zones.values())) if fresh else (),
        first_at=_moment(first) if total else None,
        last_at=_moment(last) if total else None,
    )


def _moment(at: int) -> datetime:
    return EPOCH + timedelta(milliseconds=at)


async def _publish_replies(tx: Tx, staging: Staging, community_id: int) -> int:
    many = 0
    for rows in staging.replies():
        keys = [key for child, parent, _ in rows for key in (child, parent) if key]
        ids = await bulk.ids_by_source_key(tx, community_id, keys)
        older = [reply for _, parent, reply in rows if parent is None]
        elsewhere = await bulk.ids_by_external_id(tx, community_id, older)
        parents: list[tuple[int, int]] = []
        for child, parent, reply in rows:
            found = ids.get(parent) if parent else elsewhere.get(reply)
            if found is not None and found != ids[child]:
                parents.append((found, ids[child]))
        many += await bulk.write_all(tx, bulk.SET_PARENTS, parents)
    return many


async def _publish_later(
    tx: Tx, staging: Staging, places: Places, met: Newcomers
) -> tuple[int, int, int]:
    """Edits, recalls and reactions; those of unknown messages are skipped and counted."""
    edits = recalls = reactions = 0
    for rows in staging.later():
        wanted = [row.message for row in rows]
        ids = await bulk.ids_by_external_id(tx, places.community_id, wanted)
        given: list[tuple[object, ...]] = []
        for row in rows:
            message_id = ids.get(row.message)
            if message_id is None:
                staging.skip_later(row)
            elif row.kind == "reaction":
                member_id = met.ids.get(row.member or "")
                if member_id is not None:
                    given.append((message_id, member_id, row.text, row.at))
            elif await _revised(tx, row, message_id):
                edits += row.kind == "edit"
                recalls += row.kind == "recall"
        reactions += await bulk.write_all(tx, bulk.INSERT_REACTIONS, given)
    return edits, recalls, reactions


async def _revised(tx: Tx, row: LaterRow, message_id: int) -> bool:
    said = (await messages_by_id(tx, (message_id,)))[message_id]
    text = row.text if row.kind == "edit" else None
    return await revise(tx, said, at=_moment(row.at), source_key=row.key, text=text) is not None
