"""What happened when members tried what a signed claim says. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

FEWEST = 3
"""Members who must have tried a claim before shares and conditions are shown: no one stands out."""


class TrialOutcome(StrEnum):
    """The answer to 试了吗: whether it worked; not yet tried; not to be asked about it again."""

    WORKED = "worked"
    PARTLY = "partly"
    NOT = "not"
    NOT_YET = "not_yet"
    DECLINED = "declined"


TRIED = (TrialOutcome.WORKED, TrialOutcome.PARTLY, TrialOutcome.NOT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One member asked once about one claim; `condition` are own words, shown without a name."""

    id: int
    community_id: int
    claim_id: int
    member_id: int
    asked_at: datetime
    outcome: TrialOutcome | None = None
    condition: str | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Under which condition something happened, and to how many."""

    outcome: TrialOutcome
    condition: str
    members: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldResult:
    """How many tried a claim and how it went; each member counts once.

    While fewer than FEWEST tried it, only `tried` is set and `shown` is False: a share of one or
    two people says who they are and little else.
    """

    tried: int
    worked: int
    partly: int
    not_worked: int
    conditions: tuple[Held, ...]

    @property
    def shown(self) -> bool:
        """Whether enough tried it for the shares to be shown."""
        return self.tried >= FEWEST


def field_result(trials: Iterable[Trial]) -> FieldResult:
    """Count the trials of one claim; conditions in the same words are one, the commonest first."""
    tried = [each for each in trials if each.outcome in TRIED]
    count = Counter(each.outcome for each in tried)
    if len(tried) < FEWEST:
        return FieldResult(tried=len(tried), worked=0, partly=0, not_worked=0, conditions=())
    said = Counter(
        (each.outcome, " ".join(each.condition.split()))
        for each in tried
        if each.outcome is not None and each.condition
    )
    conditions = tuple(
        Held(outcome=outcome, condition=words, members=members)
        for (outcome, words), members in said.most_common()
    )
    return FieldResult(
        tried=len(tried),
        worked=count[TrialOutcome.WORKED],
        partly=count[TrialOutcome.PARTLY],
        not_worked=count[TrialOutcome.NOT],
        conditions=conditions,
    )
