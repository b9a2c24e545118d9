"""What is read of members over all rooms of a community, now and never kept; contests win."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from agent.decide import linked
from agent.listening.acts import WINDOW
from agent.listening.barriers import Barrier, Reading, reading_of
from agent.listening.scene import scene_of
from agent.listening.segments import Segment
from agent.listening.traces import backdrop_of
from community.contest import About, Contest
from community.conversation import Talk
from community.review import Decision, Ledger
from community.store import Store, communities, contests, messages, suggestions

FRAMES = frozenset({"scaffold_private", "ask_better"})
"""Private moves that give somebody blanks to fill."""
TAKEN = frozenset({Decision.ACCEPT, Decision.EDIT})


async def readings(
    store: Store, community_id: int, now: datetime, member_ids: Iterable[int] | None = None
) -> Mapping[int, Reading]:
    """The readings of these members, or of all that are here and did not opt out."""
    async with store.read() as tx:
        rooms = await communities.zones(tx, community_id)
        offered = await suggestions.ledger(tx, community_id, now=now)
        talks = [await messages.talk(tx, room.id, now=now, days=WINDOW.days) for room in rooms]
    wanted = None if member_ids is None else frozenset(member_ids)
    return await asyncio.to_thread(_read, talks, now, wanted, frames_in(offered))


async def usable_reading(store: Store, community_id: int, member_id: int, now: datetime) -> Reading:
    """What may be used of one member: nothing of what they contest."""
    async with store.read() as tx:
        against = await contests.open_contests(tx, community_id)
    mine = [each for each in against if each.member_id == member_id]
    if any(each.about is About.BARRIER for each in mine):
        return Reading(member_id=member_id)
    found = await readings(store, community_id, now, (member_id,))
    return without_contested(found.get(member_id, Reading(member_id=member_id)), mine)


def without_contested(reading: Reading, against: Iterable[Contest]) -> Reading:
    """The reading with nothing in it that its member contests."""
    about = {each.about for each in against}
    if About.BARRIER in about:
        reading = replace(reading, barrier=Barrier.UNKNOWN, confidence=0.0, evidence=())
    if About.SEGMENT in about:
        reading = replace(reading, segment=Segment.UNKNOWN, segment_evidence=())
    return reading


def frames_in(offered: Ledger) -> Mapping[int, tuple[datetime, ...]]:
    """When each member was given blanks to fill in private: drafts a person accepted."""
    frames = {each.id: each.to_id for each in offered.suggestions if each.move in FRAMES}
    found: dict[int, tuple[datetime, ...]] = {}
    for review in offered.reviews:
        to = frames.get(review.subject_id)
        if to is not None and review.decision in TAKEN and review.undone_at is None:
            found[to] = (*found.get(to, ()), review.at)
    return found


def _read(
    talks: Sequence[Talk],
    now: datetime,
    wanted: frozenset[int] | None,
    frames: Mapping[int, tuple[datetime, ...]],
) -> dict[int, Reading]:
    rooms = [backdrop_of(scene_of(linked(talk), (), now)) for talk in talks]
    members = {id_: each for talk in talks for id_, each in talk.members.items()}
    return {
        id_: reading_of(id_, rooms, frames.get(id_, ()))
        for id_, member in members.items()
        if not member.opted_out and member.left_at is None and (wanted is None or id_ in wanted)
    }
