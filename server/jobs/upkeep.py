"""Signed words kept true: aged, set against each other, and their verifiers reminded; every day."""

import asyncio
from datetime import datetime, timedelta

from agent.comparing_many import Match, Told, matches
from agent.gate_settings import settings_of
from agent.hours import awake_at
from community.actions.articles import age_articles
from community.actions.reminding import Reminder, remind_verifiers
from community.conflict import ClaimConflict, ConflictKind, words_digest
from community.conversation import Message
from community.errors import Fact
from community.jobs import Job
from community.people import Community
from community.store import Tx, communities
from community.store.conflicts import keep_conflicts
from community.store.distillations import live_distillations
from server.broadcast import Change
from server.locales import sentence
from server.speaking import say
from server.work import Work

SOON = timedelta(minutes=1)
"""After a signature: thirty signed in one sitting are compared once."""
NAMED = 3
"""Titles a reminder names; the page has the others."""


def upkeep_job(community_id: int, due: datetime) -> Job:
    """Look after the library of a community."""
    return Job(
        name="upkeep",
        key=f"upkeep:{community_id}",
        room=f"library:{community_id}",
        due=due,
        payload={"community": community_id},
    )


async def upkeep(work: Work) -> None:
    """Age what is old, find duplicates and contradictions, remind, and come back tomorrow."""
    now = work.now
    async with work.deps.store.read() as tx:
        home = await communities.community(tx, work.number("community"))
        told = () if home is None else await _told(tx, home.id)
    if home is None:
        return
    found = await asyncio.to_thread(matches, told)
    texts = {each.id: each.text for each in told}
    gate = settings_of(home.settings)
    awake = awake_at(gate, now, home.timezone) == now
    async with work.finishing() as change:
        moved = await age_articles(change.tx, work.deps.queue, community_id=home.id, now=now)
        kept = [_conflict(each, home.id, texts, now) for each in found]
        await keep_conflicts(change.tx, home.id, kept)
        if awake:
            for each in await remind_verifiers(change.tx, community_id=home.id, now=now):
                await _remind(change, home, each, now)
        change.tell("distillation", home.id, moved[0] if moved else 0)
        again = awake_at(gate, now + timedelta(days=1) if awake else now, home.timezone)
        await work.deps.queue.put(change.tx, upkeep_job(home.id, again))


async def _told(tx: Tx, community_id: int) -> tuple[Told, ...]:
    """Every claim that may answer now."""
    live = await live_distillations(tx, community_id)
    return tuple(
        Told(id=claim.id, home_id=one.id, text=claim.text, title=one.title)
        for one in live
        for claim in one.claims
    )


def _conflict(
    found: Match, community_id: int, texts: dict[int, str], now: datetime
) -> ClaimConflict:
    return ClaimConflict(
        id=0,
        community_id=community_id,
        claim_id=found.one_id,
        other_id=found.other_id,
        kind=ConflictKind(found.finding.kind.value),
        score=found.finding.score,
        digest=words_digest(texts[found.one_id], texts[found.other_id]),
        found_at=now,
    )


async def _remind(change: Change, home: Community, reminder: Reminder, now: datetime) -> None:
    """One private line to a verifier."""
    zones = await communities.zones(change.tx, home.id)
    if not zones:
        return
    told = Message(
        id=0,
        community_id=home.id,
        zone_id=zones[0].id,
        author_id=None,
        at=now,
        text=reminder_text(reminder, home.language),
        to_id=reminder.member.id,
        by_simmer=True,
    )
    await say(change, told, f"upkeep:{reminder.member.id}:{now:%Y%m%d}")


def reminder_text(reminder: Reminder, language: str) -> str:
    """How many are due, the first titles, and what fell to the one who is asked."""
    titles = [one.title for one in reminder.due[:NAMED]]
    listed = "、".join(f"《{each}》" for each in titles)
    if language != "zh":
        listed = ", ".join(f"“{each}”" for each in titles)
    more, fallen = len(reminder.due) - len(titles), len(reminder.fallen)
    rest = sentence(language, "room.articles_more", {"more": more}) if more else ""
    facts: dict[str, Fact] = {"count": len(reminder.due), "titles": listed, "rest": rest}
    text = sentence(language, "room.articles_due", facts)
    if not fallen:
        return text
    return f"{text}\n{sentence(language, 'room.articles_fallen', {'fallen': fallen})}"
