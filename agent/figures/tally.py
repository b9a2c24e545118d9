"""What was counted on one day; everything the figures need, and no word of anybody."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """A message that opens a topic or asks: what a community owes an answer.

    `at` is in seconds since 1970. `wait` is the time in seconds to the first answer of another
    person, None where there is none yet; `simmer_wait` the same for Simmer. `reacted` says whether
    another person reacted; `calls` that it is a notice or a call to everybody.
    """

    id: int
    author_id: int
    at: int
    wait: int | None = None
    simmer_wait: int | None = None
    reacted: bool = False
    calls: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Something of their own that a member shared; `quick` people reacted within 30 minutes."""

    id: int
    author_id: int
    quick: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A notice or call, and who spoke under it within 26 hours (its author's own lines too)."""

    id: int
    author_id: int
    voices: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """One local day. Pairs are (who answered, whom) and (who helped, whom).

    `said` and `acted` are messages and reactions by member; `first` the second of each member's
    first message of the day; `opened` the topics by member and those of them somebody took up;
    `contents` what the openings of each author were (knowledge, interaction, incentive);
    `drivers` what was seen of usefulness, belonging, gain and recognition; `unlinked` the messages
    of which nobody judged yet what they answer.
    """

    day: date
    said: Mapping[int, int] = field(default_factory=dict[int, int])
    first: Mapping[int, int] = field(default_factory=dict[int, int])
    acted: Mapping[int, int] = field(default_factory=dict[int, int])
    answers: Mapping[Pair, int] = field(default_factory=dict[Pair, int])
    helps: Mapping[Pair, int] = field(default_factory=dict[Pair, int])
    opened: Mapping[int, Pair] = field(default_factory=dict[int, Pair])
    contents: Mapping[int, tuple[int, int, int]] = field(
        default_factory=dict[int, tuple[int, int, int]]
    )
    drivers: tuple[int, int, int, int] = (0, 0, 0, 0)
    contributions: tuple[Contribution, ...] = ()
    shares: tuple[Share, ...] = ()
    calls: tuple[Call, ...] = ()
    simmer: int = 0
    unlinked: int = 0

    @property
    def messages(self) -> int:
        """Messages of people."""
        return sum(self.said.values())

    @property
    def reactions(self) -> int:
        """Reactions of people."""
        return sum(self.acted.values())

    @property
    def active(self) -> frozenset[int]:
        """Who spoke or reacted."""
        return frozenset(self.said) | frozenset(self.acted)
