"""One rule of the advert score: a name, a weight to begin with, a wording in both languages."""

from dataclasses import dataclass

from agent.listening.cue import Cue


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that speaks for an advert (weight above 0) or against it.

    `repeats` says that different words of it count for more than one.
    """

    name: str
    weight: float
    pattern: Cue
    repeats: bool = False
