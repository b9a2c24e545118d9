"""Drafted moves: what is offered to a person, why, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from community.errors import Fact
from community.heard import Mark

ASKED = frozenset({"provoke", "low_cost_q", "revive"})
"""Moves that put a question of our own to the group."""


class Lane(StrEnum):
    """Which reason to speak goes first; the order here is the order of the gate."""

    SAFETY = "safety"
    MENTION = "mention"
    OBLIGATION = "obligation"
    OPPORTUNITY = "opportunity"
    CALENDAR = "calendar"


class Audience(StrEnum):
    """Who will read it once it is accepted."""

    PUBLIC = "public"
    PRIVATE = "private"
    FACILITATOR = "facilitator"


class Speaker(StrEnum):
    """In whose name it is posted; Simmer speaks from its own account, disclosed."""

    FACILITATOR = "facilitator"
    EXPERT = "expert"
    LEADER = "leader"
    SIMMER = "simmer"


class SuggestionState(StrEnum):
    """offered → accepted | dismissed | snoozed (comes back) | expired."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    SNOOZED = "snoozed"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why a move is offered or why nothing is: a code for the locales and the facts in it."""

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict[str, Fact])


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """One check of moves.md §1.2 on one draft."""

    code: str
    passed: bool
    facts: Mapping[str, Fact] = field(default_factory=dict[str, Fact])


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A move that could be made now; score = value × confidence × (1 − interruption cost).

    `against` is what spoke against it in its look; None for the one that was chosen.
    """

    move: str
    lane: Lane
    anchor_ids: tuple[int, ...]
    value: float
    confidence: float
    cost: float
    why: Why
    to_id: int | None = None
    against: Why | None = None

    @property
    def score(self) -> float:
        """Value × confidence × (1 − interruption cost), 0–5."""
        return self.value * self.confidence * (1 - self.cost)


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What one draft cost: tokens read and written by a model, 0 offline; all its attempts."""

    tokens_in: int = 0
    tokens_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """Another wording of the same draft. `score` orders them; `failed` are codes of checks.

    Only one that failed nothing is shown to people.
    """

    text: str
    score: float
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A drafted move that no member sees before a person accepted it.

    `anchor_ids` are the messages it answers, most important first. `key` is unique in the
    community: the same move on the same anchor is offered once. `id` is 0 until it is kept.
    """

    id: int
    community_id: int
    zone_id: int
    key: str
    move: str
    lane: Lane
    audience: Audience
    speaker: Speaker
    text: str
    language: str
    anchor_ids: tuple[int, ...]
    why: Why
    confidence: float
    created_at: datetime
    speaker_id: int | None = None
    to_id: int | None = None
    checks: tuple[CheckResult, ...] = ()
    state: SuggestionState = SuggestionState.OFFERED
    from_history: bool = False
    due_at: datetime | None = None
    expires_at: datetime | None = None
    snoozed_until: datetime | None = None
    engine: str = "offline"
    prompt_version: str = ""
    usage: Usage = Usage()
    alternatives: tuple[Alternative, ...] = ()

    @property
    def sound(self) -> tuple[Alternative, ...]:
        """The other wordings that passed every check, best first."""
        return tuple(each for each in self.alternatives if not each.failed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One look of the gate, kept whether it spoke or not: the flight recorder.

    `move` is 'stay_silent' or the chosen move; `why` says it in a sentence.
    """

    community_id: int
    zone_id: int
    at: datetime
    move: str
    why: Why
    signals: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    engine: str = "offline"
    prompt_version: str = ""
    usage: Usage = Usage()
    failure: Why | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one run of the facilitate graph returns: a decision, written by the caller."""

    observation: Observation
    suggestion: Suggestion | None = None
    next_look_at: datetime | None = None
    marks: tuple[Mark, ...] = ()
