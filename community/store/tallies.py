"""What was counted day by day, and which days something happened on since it was counted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import ColumnElement, RowMapping, delete, func, select

from community.conversation import Message, MessageKind, Reaction
from community.store.engine import Tx
from community.store.once import insert_into
from community.store.tables import corrections, links, messages, reactions, revisions, tallies

MARKS = "marks"
"""The row of a community that says how far everything has been counted."""
SHAPE = 1
"""How a day is kept; to be raised with it, so that everything is counted anew."""
_BATCH = 500
_COLUMNS = tuple(messages.c[name] for name in Message.__dataclass_fields__)
Counts = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The last message, revision, reaction and correction that were counted, by id.

    `revisions` and `reactions` are how many there were: fewer than that and what is newer means
    that some were taken back, which leaves no row.
    """

    message: int = 0
    revision: int = 0
    reaction: int = 0
    correction: int = 0
    revisions: int = 0
    reactions: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The counts kept of a community by local day, how far they go, and when they were made."""

    days: Mapping[str, Counts]
    marks: Marks
    through: datetime | None


def _message(row: RowMapping) -> Message:
    fields = dict(row)
    fields["kind"] = MessageKind(row["kind"])
    return Message(**fields)


async def kept_counts(tx: Tx, community_id: int) -> Kept:
    """Everything that was counted of a community; nothing where it was kept in another shape."""
    columns = (tallies.c.day, tallies.c.counts, tallies.c.through)
    rows = await tx.execute(select(*columns).where(tallies.c.community_id == community_id))
    found = {str(day): (cast("Counts", counts), through) for day, counts, through in rows}
    counts, through = found.pop(MARKS, ({}, None))
    marks = dict(cast("Mapping[str, int]", counts))
    if marks.pop("shape", None) != SHAPE:
        return Kept(days={}, marks=Marks(), through=None)
    days = {day: one for day, (one, _) in sorted(found.items())}
    return Kept(days=days, marks=Marks(**marks), through=through)


async def keep_counts(
    tx: Tx, community_id: int, days: Mapping[str, Counts | None], marks: Marks, at: datetime
) -> None:
    """Keep the counts of these days, None where nothing is left of one, and how far they go."""
    gone = [day for day, counts in days.items() if counts is None]
    await tx.execute(
        delete(tallies).where(tallies.c.community_id == community_id, tallies.c.day.in_(gone))
    )
    kept = {day: counts for day, counts in days.items() if counts is not None}
    rows = [
        {"community_id": community_id, "day": day, "counts": counts, "through": at}
        for day, counts in {**kept, MARKS: {**asdict(marks), "shape": SHAPE}}.items()
    ]
    statement = insert_into(tx, tallies)
    given = statement.excluded
    await tx.execute(
        statement.on_conflict_do_update(
            index_elements=["community_id", "day"],
            set_={"counts": given.counts, "through": given.through},
        ),
        rows,
    )


async def latest_marks(tx: Tx, community_id: int) -> Marks:
    """How far there is anything to count."""
    ours = messages.c.community_id == community_id
    message = select(func.max(messages.c.id)).where(ours)
    revision = select(func.max(revisions.c.id), func.count()).join(messages).where(ours)
    reaction = select(func.max(reactions.c.id), func.count()).join(messages).where(ours)
    correction = select(func.max(corrections.c.id)).where(
        corrections.c.community_id == community_id
    )
    last_revision, many_revisions = (await tx.execute(revision)).one()
    last_reaction, many_reactions = (await tx.execute(reaction)).one()
    return Marks(
        message=(await tx.execute(message)).scalar_one() or 0,
        revision=last_revision or 0,
        reaction=last_reaction or 0,
        correction=(await tx.execute(correction)).scalar_one() or 0,
        revisions=many_revisions,
        reactions=many_reactions,
    )


async def taken_back(tx: Tx, community_id: int, before: Marks, now: Marks) -> bool:
    """Whether a reaction was taken back, or a recall undone, since."""
    ours = messages.c.community_id == community_id
    newer = (
        select(func.count())
        .select_from(revisions)
        .join(messages)
        .where(ours, revisions.c.id > before.revision),
        select(func.count())
        .select_from(reactions)
        .join(messages)
        .where(ours, reactions.c.id > before.reaction),
    )
    revised, reacted = [(await tx.execute(each)).scalar_one() for each in newer]
    return now.revisions < before.revisions + revised or now.reactions < before.reactions + reacted


async def message_count(tx: Tx, community_id: int) -> int:
    """How many messages a community has."""
    statement = select(func.count()).where(messages.c.community_id == community_id)
    return (await tx.execute(statement)).scalar_one()


async def changed_messages(tx: Tx, community_id: int, since: Marks, undone: datetime) -> set[int]:
    """Messages that came, were edited, recalled, reacted to or corrected since, by id."""
    ours = messages.c.community_id == community_id
    newer = (
        select(messages.c.id).where(ours, messages.c.id > since.message),
        select(messages.c.id).join(revisions).where(ours, revisions.c.id > since.revision),
        select(messages.c.id).join(reactions).where(ours, reactions.c.id > since.reaction),
        select(corrections.c.message_id).where(
            corrections.c.community_id == community_id,
            (corrections.c.id > since.correction) | (corrections.c.undone_at >= undone),
        ),
    )
    return {row[0] for statement in newer for row in await tx.execute(statement)}


async def reacted_since(tx: Tx, community_id: int, since: Marks) -> list[datetime]:
    """When the reactions that came since were given."""
    statement = (
        select(reactions.c.at)
        .join(messages)
        .where(messages.c.community_id == community_id, reactions.c.id > since.reaction)
    )
    return [row[0] for row in await tx.execute(statement)]


async def moments_of(tx: Tx, message_ids: Iterable[int]) -> list[datetime]:
    """When these messages were said."""
    rows = await _in(tx, (messages.c.at,), messages.c.id, message_ids)
    return [cast("datetime", row[0]) for row in rows]


async def parents_of(tx: Tx, message_ids: Iterable[int]) -> set[int]:
    """What these messages answer, by the platform or by a link."""
    wanted = tuple(message_ids)
    rows = [
        *await _in(tx, (messages.c.reply_to_id,), messages.c.id, wanted),
        *await _in(tx, (links.c.parent_id,), links.c.message_id, wanted),
    ]
    return {cast("int", row[0]) for row in rows if row[0] is not None}


async def children_of(tx: Tx, community_id: int, message_ids: Iterable[int]) -> set[int]:
    """What answers these messages, by the platform or by a link."""
    wanted = tuple(message_ids)
    ours = messages.c.community_id == community_id
    native = await _in(tx, (messages.c.id,), messages.c.reply_to_id, wanted, ours)
    linked = await _in(tx, (links.c.message_id,), links.c.parent_id, wanted)
    return {cast("int", row[0]) for row in (*native, *linked)}


async def said_between(
    tx: Tx, community_id: int, start: datetime, end: datetime
) -> tuple[Message, ...]:
    """Every message of a community from `start` to before `end`, private and recalled ones too."""
    statement = (
        select(*_COLUMNS)
        .where(messages.c.community_id == community_id, messages.c.at >= start, messages.c.at < end)
        .order_by(messages.c.at, messages.c.id)
    )
    return tuple(_message(row) for row in (await tx.execute(statement)).mappings())


async def reactions_between(
    tx: Tx, community_id: int, start: datetime, end: datetime
) -> tuple[Reaction, ...]:
    """Reactions given from `start` to before `end` to public messages of a community."""
    columns = (reactions.c.message_id, reactions.c.member_id, reactions.c.emoji, reactions.c.at)
    statement = (
        select(*columns)
        .join(messages)
        .where(
            messages.c.community_id == community_id,
            messages.c.to_id.is_(None),
            reactions.c.at >= start,
            reactions.c.at < end,
        )
        .order_by(reactions.c.id)
    )
    return tuple(Reaction(**dict(row)) for row in (await tx.execute(statement)).mappings())


async def sees_reactions(tx: Tx, community_id: int) -> bool:
    """Whether reactions can be seen: one was, or something was said in a room of our own.

    A history that came from a file without a single reaction says nothing about them.
    """
    ours = messages.c.community_id == community_id
    given = select(reactions.c.id).join(messages).where(ours).limit(1)
    own = select(messages.c.id).where(
        ours, messages.c.from_history.is_(False), messages.c.by_simmer.is_(False)
    )
    seen = (await tx.execute(given)).first() or (await tx.execute(own.limit(1))).first()
    return seen is not None


async def spans_of(tx: Tx, community_id: int, until: datetime) -> tuple[datetime, datetime] | None:
    """The first and the last message up to then; None where there is none."""
    statement = select(func.min(messages.c.at), func.max(messages.c.at)).where(
        messages.c.community_id == community_id, messages.c.at <= until
    )
    first, last = (await tx.execute(statement)).one()
    return None if first is None else (first, last)


async def _in(
    tx: Tx,
    columns: Sequence[ColumnElement[object]],
    key: ColumnElement[int] | ColumnElement[int | None],
    wanted: Iterable[int],
    *conditions: ColumnElement[bool],
) -> list[tuple[object, ...]]:
    ids = sorted(set(wanted))
    found: list[tuple[object, ...]] = []
    for start in range(0, len(ids), _BATCH):
        statement = select(*columns).where(key.in_(ids[start : start + _BATCH]), *conditions)
        found += [tuple(row) for row in await tx.execute(statement)]
    return found
