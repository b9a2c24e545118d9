"""Threads against threads: links, scaled variation of information, exactly matched threads.

The measures of Kummerfeld et al. 2019 (irc-disentanglement): link precision, recall and F1 count a
message that starts something as linked to itself; clusters_vi is 1 − VI / log2(n); exact_f1 counts
threads of two and more messages that match in full.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from math import log2

Key = tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkScore:
    """Counts of links in common, guessed and annotated."""

    right: int
    guessed: int
    annotated: int

    @property
    def precision(self) -> float:
        """Share of the guessed links that are annotated."""
        return self.right / max(1, self.guessed)

    @property
    def recall(self) -> float:
        """Share of the annotated links that were guessed."""
        return self.right / max(1, self.annotated)

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.right / max(1, self.guessed + self.annotated)

    def __add__(self, other: "LinkScore") -> "LinkScore":
        """Both counts together."""
        return LinkScore(
            right=self.right + other.right,
            guessed=self.guessed + other.guessed,
            annotated=self.annotated + other.annotated,
        )


def link_score(guess: Mapping[int, int], parents: Mapping[int, frozenset[int]]) -> LinkScore:
    """One guessed parent (or the message itself) for each annotated message."""
    return LinkScore(
        right=sum(guess[child] in parents[child] for child in parents),
        guessed=len(parents),
        annotated=sum(map(len, parents.values())),
    )


def clusters(pairs: Iterable[tuple[Key, Key]], kept: Iterable[Key]) -> dict[Key, Key]:
    """The thread (named by one of its messages) of each kept message, joined by pairs."""
    above: dict[Key, Key] = {}

    def root(key: Key) -> Key:
        while above.setdefault(key, key) != key:
            above[key] = key = above[above[key]]
        return key

    for one, two in pairs:
        above[root(one)] = root(two)
    return {key: root(key) for key in kept}


def scaled_vi(one: Mapping[Key, Hashable], two: Mapping[Key, Hashable]) -> float:
    """1 − variation of information / log2(n): 1 for the same threads."""
    total = len(one)
    both = Counter((one[key], two[key]) for key in one)
    left, right = Counter(one.values()), Counter(two.values())
    vi = sum(
        -count / total * (log2(count / left[a]) + log2(count / right[b]))
        for (a, b), count in both.items()
    )
    return 1 - vi / log2(total) if total > 1 else 1.0


def exact_f1(one: Mapping[Key, Hashable], two: Mapping[Key, Hashable]) -> float:
    """F1 of threads with two messages and more that are the same in both."""
    ours, theirs = _sets(one), _sets(two)
    same = len(ours & theirs)
    return 2 * same / max(1, len(ours) + len(theirs))


def _sets(threads: Mapping[Key, Hashable]) -> set[frozenset[Key]]:
    grouped: dict[Hashable, list[Key]] = {}
    for key, thread in threads.items():
        grouped.setdefault(thread, []).append(key)
    return {frozenset(keys) for keys in grouped.values() if len(keys) > 1}
