"""A brief cut to a budget of tokens: what bears on the message to answer stays, the rest goes.

Members' lines come first (agent.transcript), then everything else by how many content words it
shares with the anchor, in the order it was given where nothing is shared.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from agent.listening.words import plain, words
from agent.moves.brief import Brief
from agent.tokens import count
from community.suggestion import ASKED

TALK = 800
"""Tokens of the talk around an anchor and of the lines that belong to it."""
EXAMPLES = 260
"""Tokens of examples of this kind of draft."""
MEMORY = 160
"""Tokens of what was posted lately, and again of what was asked this season."""
PEERS, PHRASES, TOPICS, NEAR_TOPICS = 3, 3, 5, 2
SAME = 2
"""Content words a topic shares with the message answered, where it bears on it."""
BY_TOPIC = ASKED | {"welcome", "first_step", "seed_post", "bonding", "host_first"}
"""Moves that may be about anything the community keeps coming back to."""
FOR_THE_GATE = frozenset({"tau_minutes"})
"""Facts that decided whether to speak; no draft is made of them."""


def compacted(brief: Brief) -> Brief:
    """The brief with no more in it than a draft of this move can use."""
    about = _subject(brief)
    return replace(
        brief,
        accepted=fitting(brief.accepted, EXAMPLES),
        avoid=fitting(nearest(brief.avoid, about), MEMORY),
        asked=fitting(nearest(brief.asked, about), MEMORY),
        peers=brief.peers[:PEERS],
        phrases=brief.phrases[:PHRASES],
        topics=_topics(brief, about),
        facts=tuple(fact for fact in brief.facts if fact[0] not in FOR_THE_GATE),
    )


def fitting(texts: Iterable[str], budget: int) -> tuple[str, ...]:
    """The texts that fit into so many tokens, in their order; one too long is passed over."""
    kept: list[str] = []
    left = budget
    for text in texts:
        cost = count(text) + 1
        if cost <= left:
            left -= cost
            kept.append(text)
    return tuple(kept)


def nearest(texts: Sequence[str], about: frozenset[str]) -> list[str]:
    """The texts that share most words with the subject first."""
    return sorted(texts, key=lambda text: -shared(text, about))


def shared(text: str, about: frozenset[str]) -> int:
    """Content words a text has in common with the subject."""
    return len(words(plain(text)) & about)


def _subject(brief: Brief) -> frozenset[str]:
    said = [brief.anchor.text] if brief.anchor else list(brief.topics)
    return words(plain(" ".join((*said, *brief.names))))


def _topics(brief: Brief, about: frozenset[str]) -> tuple[str, ...]:
    """All of them for a move that picks its subject; else the ones the anchor touches."""
    if brief.anchor is None or brief.move in BY_TOPIC:
        return brief.topics[:TOPICS]
    said = plain(brief.anchor.text)
    near = [one for one in nearest(brief.topics, about) if shared(one, about) >= SAME]
    return tuple(one for one in near if plain(one) not in said)[:NEAR_TOPICS]
