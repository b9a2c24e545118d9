"""Messages as text inside a token budget: compact lines, nearest to the anchor first."""

from collections.abc import Callable, Collection, Sequence

from agent.listening.words import plain, words
from agent.moves.brief import Line
from agent.tokens import count

LONGEST = 400
"""Characters of one message that are shown; more is a paste."""
GAP = "…"
NEARER = 2
"""A line that belongs to the anchor counts as near as one that shares so many words with it."""


def line_of(line: Line) -> str:
    """One message on one line: its number, who said it, what was said."""
    said = " ".join(line.text.split())
    cut = f"{said[:LONGEST]}{GAP}" if len(said) > LONGEST else said
    return f"[{line.message_id}] {line.name}: {quoted(cut)}"


def quoted(text: str) -> str:
    """Text of members as data: it cannot close the fence it stands in."""
    return text.replace("<<<", "‹‹‹").replace(">>>", "›››")


def transcript(
    lines: Sequence[Line],
    *,
    budget: int,
    anchor_id: int | None = None,
    belonging: Collection[int] = (),
    tokens: Callable[[str], int] = count,
) -> str:
    """The lines that fit, in their order: the anchor first, its neighbours before all else.

    Further off, a line that belongs to the anchor (its number is given) or speaks of the same
    counts as so many lines nearer.
    """
    place = next((at for at, line in enumerate(lines) if line.message_id == anchor_id), len(lines))
    about = words(plain(lines[place].text)) if place < len(lines) else frozenset[str]()

    def distance(at: int) -> float:
        line = lines[at]
        alike = len(words(plain(line.text)) & about)
        return abs(at - place) / (1 + alike + NEARER * (line.message_id in belonging))

    kept: set[int] = set()
    left = budget
    for at in sorted(range(len(lines)), key=distance):
        cost = tokens(line_of(lines[at])) + 1
        if cost > left:
            break
        left -= cost
        kept.add(at)
    return "\n".join(_with_gaps(lines, kept))


def _with_gaps(lines: Sequence[Line], kept: set[int]) -> list[str]:
    shown: list[str] = []
    for at, line in enumerate(lines):
        if at in kept:
            shown.append(line_of(line))
        elif not shown or shown[-1] != GAP:
            shown.append(GAP)
    return shown
