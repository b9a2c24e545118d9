"""What a move is: data about it and one pure condition."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from agent.listening.signal import Signal
from agent.moves.moment import Moment
from community.errors import Fact
from community.suggestion import Audience, Candidate, Lane, Speaker, Why

Scope = Literal["message", "thread", "member", "room"]
"""What a cool-down is counted for."""
NOBODY: tuple[int, ...] = ()
NO_FACTS: Mapping[str, Fact] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """An occasion to make a move: which messages, how sure, for whom, and the facts of it."""

    anchor_ids: tuple[int, ...] = NOBODY
    confidence: float = 1.0
    facts: Mapping[str, Fact] = field(default_factory=dict[str, Fact])
    to_id: int | None = None
    why: str = ""


def chance(
    signal: Signal,
    more: Mapping[str, Fact] = NO_FACTS,
    *,
    anchors: tuple[int, ...] | None = None,
    to: int | None = None,
    why: str = "",
) -> Chance:
    """A signal as an occasion: its messages, its confidence, its facts and `more` of them."""
    return Chance(
        anchor_ids=signal.message_ids if anchors is None else anchors,
        confidence=signal.confidence,
        facts={**signal.facts, **more},
        to_id=to,
        why=why,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One thing a facilitator may do.

    `when` names the chances of a moment. `value` is 1–5. `length` is the most Chinese
    characters of a draft (2.5 times as many in English). `checks` are codes of agent.checks.
    The same move comes back for one `scope` after `rest_hours`. `due_hours` is how long the
    offer is worth something; it expires after. A `social` move may be made in a social zone
    too; a `settling` one still while grief, distress or conflict lock the room. `wakes` may be
    offered in quiet hours. `solicited` answers an event: no warm-up. `interrupts` may be said
    while people are talking, since the talk itself is its reason.
    """

    id: str
    lane: Lane
    value: float
    when: Callable[[Moment], Iterable[Chance]]
    audience: Audience = Audience.PUBLIC
    speaker: Speaker = Speaker.FACILITATOR
    length: int = 80
    checks: tuple[str, ...] = ()
    scope: Scope = "thread"
    rest_hours: float = 24.0
    due_hours: float = 24.0
    social: bool = False
    settling: bool = False
    wakes: bool = False
    solicited: bool = False
    interrupts: bool = False

    def candidates(self, moment: Moment) -> tuple[Candidate, ...]:
        """The move as it could be made now, once for each chance."""
        return tuple(
            Candidate(
                move=self.id,
                lane=self.lane,
                anchor_ids=chance.anchor_ids,
                value=self.value,
                confidence=chance.confidence,
                cost=0.0,
                why=Why(code=chance.why or self.id, facts=chance.facts),
                to_id=chance.to_id,
            )
            for chance in self.when(moment)
        )
