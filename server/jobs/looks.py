"""Keeping what a look decided: links, the observation, the draft, the next look."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from community.actions.suggestions import offer_suggestion
from community.conversation import Link, LinkSource, Talk
from community.heard import Mark
from community.jobs import Job
from community.people import Zone
from community.store import corrections, links, marks
from community.store.observations import insert_observation
from community.suggestion import Look, Suggestion
from server.broadcast import Change
from server.work import Work

SOONEST = timedelta(seconds=30)
"""A look that asks for itself again at once may not spin."""


def next_look(zone_id: int, due: datetime) -> Job:
    """The next look at a room, should nothing be said until then."""
    return Job(
        name="facilitate",
        key=f"look:{zone_id}",
        room=f"zone:{zone_id}",
        due=due,
        payload={"zone": zone_id},
    )


async def keep_look(change: Change, work: Work, look: Look) -> Suggestion | None:
    """Keep what was seen and offer what was drafted; None where nothing new was offered."""
    await insert_observation(change.tx, look.observation)
    if look.suggestion is None:
        return None
    kept = await offer_suggestion(change.tx, work.deps.queue, look.suggestion)
    if kept is not None:
        change.tell("suggestion", kept.community_id, kept.id, kept.zone_id)
    return kept


async def look_again(change: Change, work: Work, zone_id: int, look: Look) -> None:
    """Put down when the room is to be looked at next."""
    if look.next_look_at is not None:
        due = max(look.next_look_at, work.now + SOONEST)
        await work.deps.queue.put(change.tx, next_look(zone_id, due))


async def keep_marks(
    change: Change, zone: Zone, heard: tuple[Mark, ...], at: datetime, *, news: bool = False
) -> None:
    """Keep what was heard as marks, but what a person refused meanwhile; tell the open pages.

    `news` says that something else of the room changed too.
    """
    refused = await corrections.refused(change.tx, zone.id, at)
    if await marks.keep_marks(change.tx, zone.id, heard, at, refused) or news:
        change.tell("heard", zone.community_id, zone.id, zone.id)


async def keep_new_links(change: Change, heard: Talk, linked: Talk) -> bool:
    """Keep the links that were judged in this look, each with the root of its thread.

    Whatever a person moved while the look was thinking stays where they put it.
    """
    judged = [
        linked.links[said.id]
        for said in linked.messages
        if said.id in linked.links and said.id not in heard.links
    ]
    moved = await _moved_by_a_person(change, judged)
    new = [link for link in judged if link.message_id not in moved]
    parents = {link.parent_id for link in new if link.parent_id is not None}
    roots = _roots(new, await links.roots_of(change.tx, parents | moved))
    await links.keep_links(change.tx, new, roots)
    await links.follow_roots(change.tx, {each.message_id: roots[each.message_id] for each in new})
    return bool(new)


async def _moved_by_a_person(change: Change, judged: list[Link]) -> set[int]:
    kept = await links.links_of(change.tx, [link.message_id for link in judged])
    return {id_ for id_, link in kept.items() if link.by is LinkSource.PERSON}


def _roots(new: list[Link], known: Mapping[int, int]) -> dict[int, int]:
    """The root of each new link: its parent's, or itself where it starts a topic."""
    roots = dict(known)
    for link in new:
        parent = link.parent_id
        roots[link.message_id] = link.message_id if parent is None else roots.get(parent, parent)
    return roots
