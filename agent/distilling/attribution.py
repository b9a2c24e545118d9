"""Whose words they are: what a claim says that somebody said is carried by what they said."""

from collections.abc import Mapping, Sequence

from agent.distilling.sentences import tidy
from agent.listening.words import plain, words
from community.conversation import Message

LEAST = 0.5
"""Share of the words of a part that its speaker's own messages should hold."""
AHEAD = 0.4
"""So much more of them in another's cited message tells whose they are."""


def put_in_a_mouth(
    parts: Sequence[tuple[str, str]],
    sources: Sequence[Message],
    names: Mapping[str, int],
) -> bool:
    """Whether a part (name, words) is said by another of the cited than the one it names.

    Only what another's message carries plainly better counts: a writer may tell somebody's view
    in words that neither used.
    """
    return any(_is_another(words(plain(text)), names.get(name), sources) for name, text in parts)


def _is_another(said: frozenset[str], speaker: int | None, sources: Sequence[Message]) -> bool:
    own = [one for one in sources if one.author_id == speaker]
    if not said or not own:
        return False
    held = _share(said, " ".join(one.text for one in own))
    others = (_share(said, one.text) for one in sources if one.author_id != speaker)
    return held < LEAST and max(others, default=0.0) >= held + AHEAD


def _share(said: frozenset[str], text: str) -> float:
    return len(said & words(plain(tidy(text)))) / len(said)
