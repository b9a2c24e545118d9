"""What members told of late → the pain points of a community, under the ids they have."""

import asyncio
from datetime import datetime, timedelta

from agent.decide import linked
from agent.listening.pain_points import WINDOW, PainPoint, pain_points
from agent.listening.scene import Scene, scene_of
from agent.listening.troubles import Voice, members_silent_since
from community.actions.pains import pains_job, refresh_pains
from community.conversation import Talk
from community.pains import Pain, Tap
from community.store import Tx, communities, messages
from community.store.pains import answered_taps
from server.work import Work

AGAIN = timedelta(days=1)
"""So often a community's troubles are read."""
TAPPED = 1.0
"""What an answer in own words to the question is worth as a trouble."""


async def pains(work: Work) -> None:
    """Read the troubles of a community, and put down the next reading.

    A history that ended long ago is read as of its last message.
    """
    community_id, now = work.number("community"), work.now
    async with work.deps.store.read() as tx:
        heard, at = await _heard(tx, community_id, now)
        taps = await answered_taps(tx, community_id, since=now - WINDOW)
    embed = (await work.deps.thinking()).library.embed_lines
    rooms = await asyncio.to_thread(_scenes, heard, at)
    voices = [voice_of(tap, rooms) for tap in taps if tap.text]
    found = await asyncio.to_thread(pain_points, rooms, at, embed, voices)
    silent = members_silent_since(rooms, at - WINDOW)
    async with work.finishing() as change:
        kept = [_kept(one, community_id) for one in found]
        changed = await refresh_pains(change.tx, community_id, kept, now=at, silent=silent)
        for pain_id in changed:
            change.tell("pain", community_id, pain_id)
        await work.deps.queue.put(change.tx, pains_job(community_id, now + AGAIN))


async def _heard(tx: Tx, community_id: int, now: datetime) -> tuple[list[Talk], datetime]:
    """The rooms of a community and the moment as of which they are read."""
    zones = await communities.zones(tx, community_id)
    last = [said.at for zone in zones if (said := await messages.last_message(tx, zone.id))]
    newest = min(max(last, default=now), now)
    at = now if now - newest <= WINDOW else newest
    return [await messages.talk(tx, zone.id, now=at, days=WINDOW.days) for zone in zones], at


def _scenes(heard: list[Talk], at: datetime) -> tuple[Scene, ...]:
    return tuple(scene_of(linked(talk), (), at) for talk in heard)


def voice_of(tap: Tap, rooms: tuple[Scene, ...]) -> Voice:
    """An answer in own words as a voice; it is quoted only where its member agreed."""
    member = next(
        (
            scene.talk.members[tap.member_id]
            for scene in rooms
            if tap.member_id in scene.talk.members
        ),
        None,
    )
    return Voice(
        text=tap.text or "",
        member_id=tap.member_id,
        at=tap.answered_at or tap.asked_at,
        worth=TAPPED,
        tap_id=tap.id,
        quotable=tap.may_quote and not (member is not None and member.opted_out),
    )


def _kept(one: PainPoint, community_id: int) -> Pain:
    return Pain(
        id=0,
        community_id=community_id,
        words=one.words,
        message_ids=one.message_ids,
        tap_ids=one.tap_ids,
        people_ids=one.people,
        silent_ids=one.silent,
        strength=one.strength,
        first_at=one.first_at,
        last_at=one.last_at,
    )
