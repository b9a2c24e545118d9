"""Several threads on one matter are one topic: one article instead of several thin ones."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from agent.distilling import cues
from agent.distilling.figures import numbers_in
from agent.distilling.sentences import tidy, unaddressed
from agent.listening.words import plain, words
from community.conversation import MessageKind, Thread

NEAR = timedelta(days=4)
"""How far apart two threads may lie and still answer one question [D]."""
RARE = 0.04
RARE_IN_FEW = 3
RARE_IN_MOST = 12
"""A term tells matters apart where it is used in few threads: this share, within these bounds."""
SHARED_TERMS = 4
SHARED_SHARE = 0.35
"""Rare terms two threads must share, and how much of the thinner one's rarity they make up."""
REPORTED_TERMS = 2
"""Rare terms of the earlier thread that somebody who comes back takes up."""
RETURNS = timedelta(days=14)
"""How much later somebody who took part may still say, alone, what came of it [D]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spoken:
    """A thread beside the rare terms used in it, with what each weighs, and who spoke."""

    thread: Thread
    terms: Mapping[str, float]
    speakers: frozenset[int | None]


def topics_of(threads: Sequence[Thread]) -> tuple[Thread, ...]:
    """The threads with those on one matter joined under the earliest root, in order of root.

    Only threads that share a rare term are compared: the work grows with what they share, not
    with the square of their number.
    """
    spoken = _spoken(sorted(threads, key=_began))
    home = list(range(len(spoken)))
    pairs = _shared(spoken)
    for (early, late), shared in sorted(pairs.items()):
        if home[late] == late and _one_matter(spoken[early], spoken[late], shared):
            home[late] = home[early]
    for late, early in _told_of(spoken, pairs).items():
        if home[late] == late:
            home[late] = home[early]
    parts: dict[int, list[Thread]] = {}
    for at, one in enumerate(spoken):
        parts.setdefault(home[at], []).append(one.thread)
    return tuple(_joined(found) for found in parts.values())


def _began(thread: Thread) -> tuple[datetime, int]:
    return thread.messages[0].at, thread.root_id


def _spoken(threads: Sequence[Thread]) -> list[_Spoken]:
    used = [_terms(thread) for thread in threads]
    spread = Counter(term for terms in used for term in terms)
    most = min(max(RARE_IN_FEW, int(RARE * len(threads))), RARE_IN_MOST)
    return [
        _Spoken(
            thread=thread,
            terms={
                term: math.log(len(threads) / spread[term])
                for term in terms
                if spread[term] <= most
            },
            speakers=frozenset(message.author_id for message in thread.messages),
        )
        for thread, terms in zip(threads, used, strict=True)
    ]


def _terms(thread: Thread) -> frozenset[str]:
    found: set[str] = set()
    for message in thread.messages:
        found |= words(plain(unaddressed(message.text)))
    return frozenset(found)


def _shared(spoken: Sequence[_Spoken]) -> dict[tuple[int, int], list[str]]:
    """The rare terms of each pair of threads that lie close enough together."""
    users: dict[str, list[int]] = {}
    for at, one in enumerate(spoken):
        for term in one.terms:
            users.setdefault(term, []).append(at)
    found: dict[tuple[int, int], list[str]] = {}
    for term, places in users.items():
        for index, late in enumerate(places):
            for early in reversed(places[:index]):
                if _near(spoken[early], spoken[late]):
                    found.setdefault((early, late), []).append(term)
    return found


def _near(early: _Spoken, late: _Spoken) -> bool:
    gap = late.thread.messages[0].at - early.thread.messages[-1].at
    return gap <= NEAR or (gap <= RETURNS and _tells_alone(early, late))


def _one_matter(early: _Spoken, late: _Spoken, shared: Sequence[str]) -> bool:
    """Whether the later thread answers the same question, or says what came of the earlier."""
    if late.thread.messages[0].at - early.thread.messages[-1].at > NEAR:
        return False
    if len(shared) >= REPORTED_TERMS and _comes_back(early, late):
        return True
    thinner = min(early, late, key=lambda one: sum(one.terms.values()))
    whole = sum(thinner.terms.values())
    return (
        len(shared) >= SHARED_TERMS
        and sum(thinner.terms[term] for term in shared) >= SHARED_SHARE * whole
    )


def _told_of(
    spoken: Sequence[_Spoken], pairs: Mapping[tuple[int, int], Sequence[str]]
) -> dict[int, int]:
    """Places of lone threads whose author says what came of an earlier one, beside that one."""
    best: dict[int, tuple[float, int]] = {}
    for (early, late), shared in pairs.items():
        if len(shared) >= REPORTED_TERMS and _tells_alone(spoken[early], spoken[late]):
            weight = sum(spoken[early].terms[term] for term in shared)
            best[late] = max(best.get(late, (0.0, 0)), (weight, early))
    return {late: early for late, (_, early) in best.items()}


def _tells_alone(early: _Spoken, late: _Spoken) -> bool:
    """Whether one who spoke before adds a figure to it in a message that nobody took up."""
    root = late.thread.messages[0]
    if len(late.speakers) > 1 or root.author_id not in early.speakers:
        return False
    said = unaddressed(root.text)
    other = (cues.QUESTION, cues.PROMPT, cues.NOTICE, cues.DECIDES)
    told = bool(numbers_in(said)) and not any(cue.search(said) for cue in other)
    return root.kind is MessageKind.TEXT and told


def _comes_back(early: _Spoken, late: _Spoken) -> bool:
    """Whether somebody who spoke before begins with a report, or sets right what was said."""
    root = late.thread.messages[0]
    if root.author_id not in early.speakers:
        return False
    said = unaddressed(root.text).strip()
    return any(
        cue.search(said) or cue.search(tidy(said))
        for cue in (cues.REPORTS, cues.OUTCOME, cues.CORRECTS)
    )


def _joined(threads: Sequence[Thread]) -> Thread:
    if len(threads) == 1:
        return threads[0]
    every = {message.id: message for thread in threads for message in thread.messages}
    messages = sorted(every.values(), key=lambda message: (message.at, message.id))
    return Thread(root_id=threads[0].root_id, messages=tuple(messages))
