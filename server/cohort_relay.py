"""跨期接力: what the earlier cohort was stuck on in the same week, as a draft for the group."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from agent.moves.errands import is_on
from community.actions.suggestions import offer_suggestion
from community.jobs import JobQueue
from community.people import Community
from community.store import Tx
from community.suggestion import Audience, Lane, Speaker, Suggestion, Why
from server.cohorts import Stuck, parent_of, stuck_in, week_number
from server.locales import sentence
from server.weekly_digest import room_of

MOVE = "cohort_relay"
TOLD = 3
"""Things that are told of one week."""
WORTH = timedelta(days=6)
SOON = timedelta(days=1)
CONFIDENCE = 0.8


async def offer_relay(
    tx: Tx, queue: JobQueue[Tx], home: Community, now: datetime
) -> Suggestion | None:
    """Offer the relay of this week; None without an earlier cohort, or where it was told."""
    parent = await parent_of(tx, home) if is_on(home.settings, MOVE) else None
    if parent is None:
        return None
    number = week_number(home, now)
    stuck = [each for each in await stuck_in(tx, parent, number) if each.answer]
    zone = await room_of(tx, home)
    if not stuck or zone is None:
        return None
    return await offer_suggestion(
        tx,
        queue,
        Suggestion(
            id=0,
            community_id=home.id,
            zone_id=zone.id,
            key=f"{MOVE}:{parent.id}:{number}",
            move=MOVE,
            lane=Lane.CALENDAR,
            audience=Audience.PUBLIC,
            speaker=Speaker.FACILITATOR,
            text=relay_text(stuck, number, home.language),
            language=home.language,
            anchor_ids=(),
            why=Why(code="cohort_relay", facts={"week": number, "name": parent.name}),
            confidence=CONFIDENCE,
            created_at=now,
            due_at=now + SOON,
            expires_at=now + WORTH,
        ),
    )


def relay_text(stuck: Sequence[Stuck], number: int, language: str) -> str:
    """The words of a relay: what it was, how many, and what was signed about it; nobody's name."""
    lines = [sentence(language, "relay.begin", {"week": number})]
    for each in stuck[:TOLD]:
        people = sentence(language, "relay.people", {"people": each.people})
        lines.append(f"· {each.words}{people}\n  → {each.answer}")
    return "\n".join([*lines, sentence(language, "relay.end", {})])
