"""Keeping what a look decided: links, the observation, the draft, the next look."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from community.actions.messages import look_job_in
from community.actions.seeds import arrange_seed, settle_seeds
from community.actions.suggestions import offer_suggestion
from community.conversation import Link, LinkSource, Message, Talk
from community.heard import Mark
from community.jobs import Job
from community.people import Zone
from community.seed import SeedState
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
        await arrange_seed(change.tx, kept)
        change.tell("suggestion", kept.community_id, kept.id, kept.zone_id)
    return kept


async def end_seeds(change: Change, work: Work, zone_id: int, said: Sequence[Message]) -> None:
    """End the tasks to begin a talk that what was said, or the hour, has settled.

    Where a volunteer said "next time" the room is looked at once more: the next may be asked.
    """
    for each in await settle_seeds(change.tx, zone_id, said, work.now):
        change.tell("seed", each.community_id, each.id, zone_id)
        if each.state is SeedState.DECLINED:
            await work.deps.queue.put(change.tx, look_job_in(zone_id, work.now))


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
    """Keep what this look judged, for the first time or otherwise than before, with its threads.

    What answers a message goes where the message goes. Whatever a person moved while the look was
    thinking stays where they put it, and a guess does not change what the platform said.
    """
    judged = [
        link
        for said in linked.messages
        if (link := linked.links.get(said.id)) and link != heard.links.get(said.id)
    ]
    before = await links.links_and_roots(change.tx, [link.message_id for link in judged])
    new = [link for link in judged if not _is_settled(link, before)]
    around = {link.parent_id for link in new if link.parent_id is not None}
    roots = _roots(new, await links.roots_of(change.tx, around))
    await links.keep_links(change.tx, new, roots)
    now = {link.message_id: roots[link.message_id] for link in new}
    for message_id, root in now.items():
        _, old = before.get(message_id, (None, root))
        if old != root:
            moved = links.below(message_id, await links.parents_in(change.tx, old))
            await links.set_roots(change.tx, moved, root)
    await links.follow_roots(change.tx, {id_: now[id_] for id_ in now.keys() - before.keys()})
    return bool(new)


def _is_settled(link: Link, before: Mapping[int, tuple[Link, int]]) -> bool:
    """Whether what is kept weighs more than this judgement: a person's word, or the platform's."""
    kept, _ = before.get(link.message_id, (link, 0))
    told = kept.by is LinkSource.PLATFORM and link.by is not LinkSource.PERSON
    return kept.by is LinkSource.PERSON or (told and kept != link)


def _roots(new: list[Link], known: Mapping[int, int]) -> dict[int, int]:
    """The root of each new link: its parent's, or itself where it starts a topic."""
    roots = dict(known)
    for link in new:
        parent = link.parent_id
        roots[link.message_id] = link.message_id if parent is None else roots.get(parent, parent)
    return roots
