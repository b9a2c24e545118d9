"""Which drafts an expert sees first. Pure."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from community.distillation import ClaimState, Distillation

HALF_LIFE_DAYS = 30.0
"""After so long without a decision a draft is worth half: what was said grows stale [D]."""
PERSON = 0.5
"""What another person who holds a claim adds, beside one claim that may be signed."""
REACTION = 0.25
"""What doubling the reactions adds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What a draft offers whoever reviews it: claims that may be signed, people, reactions."""

    claims: int
    people: int
    reactions: int
    age_days: float

    @property
    def value(self) -> float:
        """(claims + ½ people + ¼ log2(1 + reactions)) × 2^(−age / 30 days); 0 without a claim."""
        if not self.claims:
            return 0.0
        offered = self.claims + PERSON * self.people + REACTION * math.log2(1 + self.reactions)
        return offered * 0.5 ** (self.age_days / HALF_LIFE_DAYS)


def worth_of(one: Distillation, reactions: Mapping[int, int], now: datetime) -> Worth:
    """What a draft is worth now; `reactions` counts them by message id."""
    signable = [
        claim
        for claim in one.claims
        if (claim.supported or claim.own_words) and claim.state is not ClaimState.REJECTED
    ]
    cited = {citation.message_id for claim in signable for citation in claim.citations}
    return Worth(
        claims=len(signable),
        people=len({holder for claim in signable for holder in claim.holder_ids}),
        reactions=sum(reactions.get(id_, 0) for id_ in cited),
        age_days=max(0.0, (now - one.created_at).total_seconds() / 86400),
    )


def most_valuable_first(
    drafts: Iterable[Distillation], reactions: Mapping[int, int], now: datetime
) -> tuple[Distillation, ...]:
    """The drafts by worth, the newer and then the later id first where they are worth the same."""
    return tuple(
        sorted(
            drafts,
            key=lambda one: (
                -worth_of(one, reactions, now).value,
                -one.created_at.timestamp(),
                -one.id,
            ),
        )
    )
