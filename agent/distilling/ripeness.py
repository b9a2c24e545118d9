"""Which threads of a talk are finished and rich enough to be distilled. Pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from agent.distilling.worth import shares
from community.conversation import Message, MessageKind, Thread

MESSAGES = 2
"""A question and its answer: what is too thin is told by what it teaches, not by its length [D]."""
QUIET = timedelta(minutes=30)
"""How long nobody has said anything before a talk counts as finished [O2]."""
SPEAKERS = 2
"""Somebody must have taken it up [D], unless it is a share with what came of it in figures."""


def ripe(threads: Iterable[Thread], now: datetime) -> tuple[Thread, ...]:
    """Threads with enough words of enough people that have been quiet for long enough."""
    return tuple(
        thread for thread in threads if _rich(thread) and thread.messages[-1].at <= now - QUIET
    )


def _rich(thread: Thread) -> bool:
    spoken = [said for said in thread.messages if _speech(said)]
    people = {said.author_id for said in spoken}
    several = len(spoken) >= MESSAGES and len(people) >= SPEAKERS
    return several or any(shares(said.text) for said in spoken)


def _speech(said: Message) -> bool:
    """Words of a member; Simmer teaches nobody, and what was recalled was never said."""
    return (
        said.author_id is not None
        and said.kind in (MessageKind.TEXT, MessageKind.LINK)
        and said.recalled_at is None
    )
