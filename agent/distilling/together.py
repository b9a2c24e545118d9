"""Several threads as one article: which of a period are meant, and their claims side by side."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from agent.distilling.omissions import omissions_in, untouchable
from agent.distilling.parents import exchange_of
from agent.distilling.reducing import Reduced, reduced
from agent.distilling.sentences import unaddressed
from agent.distilling.support import GREEN, recall
from agent.listening.words import plain, words
from community.conversation import Talk, Thread
from community.distillation import Claim, Distillation

MOST_THREADS = 60
MOST_CLAIMS = 40
"""Beyond these a period is no article any more: the newest threads and their claims are kept."""
ABOUT = 0.5
"""Share of the words of a topic that a thread must use."""


def threads_between(threads: Iterable[Thread], since: datetime, until: datetime) -> list[Thread]:
    """The threads that began within a stretch of time; its end is no part of it."""
    return [thread for thread in threads if since <= thread.messages[0].at < until]


def threads_about(threads: Iterable[Thread], about: str) -> list[Thread]:
    """The threads that speak of a topic; all of them where none is named."""
    wanted = words(plain(about))
    return [thread for thread in threads if len(wanted & _terms(thread)) >= ABOUT * len(wanted)]


def _terms(thread: Thread) -> frozenset[str]:
    spoken = (words(plain(unaddressed(message.text))) for message in thread.messages)
    return frozenset[str]().union(*spoken)


def calm(threads: Iterable[Thread], talk: Talk) -> list[Thread]:
    """The newest of them, without those that are a quarrel or somebody's grief."""
    kept: list[Thread] = []
    for thread in threads:
        exchange = exchange_of(thread, talk)
        if untouchable(exchange) or "quarrel" in omissions_in(exchange, talk).values():
            continue
        kept.append(thread)
    return kept[-MOST_THREADS:]


def doubles_in(claims: Sequence[Claim]) -> tuple[tuple[int, ...], ...]:
    """Groups of places, from 1, of claims that code finds to say the same, the fullest first."""
    taken: set[int] = set()
    groups: list[tuple[int, ...]] = []
    for at, claim in enumerate(claims, 1):
        same = [
            place
            for place, other in enumerate(claims, 1)
            if place not in taken and place != at and _within(other, claim)
        ]
        if at not in taken and same:
            taken |= {at, *same}
            groups.append((at, *same))
    return tuple(groups)


def _within(other: Claim, claim: Claim) -> bool:
    own = {citation.message_id for citation in other.citations}
    if own and own <= {citation.message_id for citation in claim.citations}:
        return len(other.text) <= len(claim.text)
    return _bare(other.text) == _bare(claim.text) and recall(other.text, claim.text) > GREEN


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def as_one(made: Sequence[Distillation], whole: Reduced, about: str) -> Distillation | None:
    """The drafts of several threads as one; None where none of them teaches.

    Its root is the last message cited, so that no article of a single thread is replaced by it.
    """
    if not made:
        return None
    claims = tuple(claim for one in made for claim in _apart(made, one))
    kept = reduced(claims, replace(whole, same=(*whole.same, *doubles_in(claims))))[-MOST_CLAIMS:]
    ids = sorted({id_ for one in made for id_ in one.message_ids})
    questions = dict.fromkeys(question for one in made for question in one.open_questions)
    fullest = max(made, key=lambda one: len(one.claims))
    return replace(
        fullest,
        root_id=ids[-1],
        title=about or whole.title or fullest.title,
        claims=kept,
        message_ids=tuple(ids),
        open_questions=tuple(questions),
    )


def _apart(made: Sequence[Distillation], one: Distillation) -> tuple[Claim, ...]:
    """The claims of one draft, the numbers of its disagreements different from all others'."""
    before = sum(_sides(each) for each in made[: made.index(one)])
    return tuple(
        claim if claim.side is None else replace(claim, side=claim.side + before)
        for claim in one.claims
    )


def _sides(one: Distillation) -> int:
    return max((claim.side or 0 for claim in one.claims), default=0)
