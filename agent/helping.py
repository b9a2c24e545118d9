"""Which kind of help suits who a private text is for; the reading itself goes no further."""

from collections.abc import Mapping
from datetime import datetime

from agent.context import Context
from agent.listening.barriers import Barrier
from agent.moves.catalogue import MOVES
from community.suggestion import Audience, Candidate

HELPS: Mapping[Barrier, str] = {
    Barrier.NOT_WANTING: "relevance",
    Barrier.NOT_DARING: "safety",
    Barrier.NOT_KNOWING_HOW: "scaffold",
}
"""不想讲 → something of their own, a choice · 不敢讲 → private, an imperfect example first ·
不会讲 → blanks to fill."""
HELPING = frozenset({"first_step", "invite_specific", "scaffold_private", "churn_check"})
"""Private moves that are worded differently by the kind of help."""


async def help_for(candidate: Candidate, context: Context, now: datetime) -> str | None:
    """The kind of help for the one person a private text is for; None in public, or unsure."""
    move = MOVES[candidate.move]
    private = move.audience is Audience.PRIVATE and move.id in HELPING
    if not private or candidate.to_id is None or context.reading is None:
        return None
    reading = await context.reading(candidate.to_id, now)
    return HELPS.get(reading.barrier) if reading.usable else None
