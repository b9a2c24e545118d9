"""ROUGE F1 over characters without white space: unigrams, bigrams, longest common subsequence."""

from collections import Counter
from collections.abc import Sequence


def characters(text: str) -> list[str]:
    """The characters compared; a space says nothing in Chinese."""
    return [character for character in text.lower() if not character.isspace()]


def rouge_n(told: Sequence[str], wanted: Sequence[str], n: int) -> float:
    """F1 of shared n-grams, 0–1 (Lin 2004)."""
    ours = Counter(tuple(told[at : at + n]) for at in range(len(told) - n + 1))
    theirs = Counter(tuple(wanted[at : at + n]) for at in range(len(wanted) - n + 1))
    both = sum((ours & theirs).values())
    return 2 * both / (ours.total() + theirs.total()) if both else 0.0


def rouge_l(told: Sequence[str], wanted: Sequence[str]) -> float:
    """F1 of the longest common subsequence, 0–1 (Lin 2004)."""
    row = [0] * (len(wanted) + 1)
    for mine in told:
        corner = 0
        for at, other in enumerate(wanted, start=1):
            above = row[at]
            row[at] = corner + 1 if mine == other else max(above, row[at - 1])
            corner = above
    return 2 * row[-1] / (len(told) + len(wanted)) if row[-1] else 0.0
