"""How much a sentence teaches: what can be done, measured, conditioned or disputed in it."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from agent.distilling import cues, occasions
from agent.distilling.figures import numbers_in
from agent.distilling.parents import Exchange
from agent.distilling.sentences import Sentence, size, tidy, unquoted
from agent.listening.words import words
from community.conversation import Message, Reaction

TEACHES = 2.0
"""A sentence below this says too little to stand alone."""


def asks(sentence: Sentence) -> bool:
    """Whether the sentence asks instead of saying."""
    return bool(cues.QUESTION.search(unquoted(tidy(sentence.text))))


@lru_cache(maxsize=16384)
def substance(text: str) -> float:
    """Points for numbers, conditions, ways to do it, experience, reasons, contrast, dissent."""
    length = size(text)
    if length < 6:  # noqa: PLR2004
        return 0.0
    points = min(2.0, 1.0 * sum(numbers_in(text).values()))
    points += sum(
        weight
        for cue, weight in (
            (cues.CONDITION, 0.8),
            (cues.HOW_TO, 0.8),
            (cues.EXPERIENCE, 0.6),
            (cues.REASON, 0.5),
            (cues.OBLIGES, 0.7),
            (cues.CONTRAST, 0.8),
            (cues.OPPOSES, 1.0),
            (cues.DECIDES, 1.2),
            (occasions.CODE, 0.8),
        )
        if cue.search(text)
    )
    points += min(1.0, length / 40)
    if cues.SLOGAN.search(text) and not numbers_in(text):
        points -= 2.0
    if cues.HEARSAY.search(text):
        points -= 2.0
    if cues.COORDINATES.search(text):
        points -= 1.0
    if fleeting(text):
        points -= 1.5
    return points


def fleeting(text: str) -> bool:
    """Whether it is gone with its day: a date of this week that decides and measures nothing."""
    return bool(cues.FLEETING.search(text)) and not (
        cues.DECIDES.search(text) or cues.CHANGED.search(text)
    )


def passing(text: str) -> bool:
    """Whether it tells of a mood, a courtesy or the moment, and what else it says teaches nothing.

    The clause that tells of it counts for nothing: 让他们多喝水 is no way of doing anything.
    """
    if occasions.CLOSES.search(text):
        return True
    if not occasions.PASSING.search(text):
        return False
    clauses = re.split(r"[，,;；。.!！]\s*", text)
    rest = "，".join(one for one in clauses if not occasions.PASSING.search(one))
    return substance(rest) < TEACHES


def centrality(messages: Sequence[Message]) -> dict[int, float]:
    """How much of the thread's vocabulary a message shares, 0–1, longer threads alike."""
    spread: Counter[str] = Counter()
    own = {message.id: words(message.text) for message in messages}
    for found in own.values():
        spread.update(found)
    total = max(1, len(messages))
    shared = {
        id_: sum(math.log1p(spread[word] - 1) for word in found) / math.sqrt(len(found) or 1)
        for id_, found in own.items()
    }
    most = max(shared.values(), default=0.0) or 1.0
    return {id_: value / most if total > 1 else 0.0 for id_, value in shared.items()}


def echo(message: Message, exchange: Exchange, reactions: Sequence[Reaction]) -> float:
    """How the group took it up: thanks, agreement, reactions; who asked counts double."""
    asker = exchange.thread.messages[0].author_id
    liked = len({reaction.member_id for reaction in reactions})
    told = sum(
        2.0 if reply.author_id == asker else 1.0
        for reply in exchange.replies(message)
        if reply.author_id != message.author_id
        and (cues.CONFIRMS.search(reply.text) or cues.AGREES.search(reply.text))
    )
    return math.log1p(told + liked)
