"""What to do next about a figure: a code where it is low or high, and one where it is fine."""

from collections.abc import Mapping
from dataclasses import dataclass

from agent.figures.view import NotObservable, Reading

FINE = "fine"
UNSEEN = "unseen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A figure below `least` or above `most` asks for something; the numbers are [D]."""

    next_code: str
    least: float | None = None
    most: float | None = None


HOUR = 3600.0
BOUNDS: Mapping[str, Bound] = {
    "speaker_rate": Bound(least=0.25, next_code="low_cost_question"),
    "silent_share": Bound(most=0.5, next_code="invite_quiet"),
    "stickiness": Bound(least=0.15, next_code="weekly_rhythm"),
    "simmer_share": Bound(most=0.10, next_code="simmer_less"),
    "first_message_rate": Bound(least=0.5, next_code="first_step"),
    "join_to_first_message": Bound(most=72 * HOUR, next_code="first_step"),
    "d7": Bound(least=0.4, next_code="welcome_back"),
    "d30": Bound(least=0.5, next_code="welcome_back"),
    "cohort_return": Bound(least=0.6, next_code="weekly_rhythm"),
    "reply_rate": Bound(least=0.75, next_code="answer_first"),
    "reply_rate_with_simmer": Bound(least=0.75, next_code="answer_first"),
    "first_reply_median": Bound(most=2 * HOUR, next_code="duty"),
    "first_reply_p90": Bound(most=24 * HOUR, next_code="duty"),
    "orphan_rate": Bound(most=0.2, next_code="answer_first"),
    "talk_gini": Bound(most=0.75, next_code="share_the_floor"),
    "top_share": Bound(most=0.5, next_code="share_the_floor"),
    "praise_share": Bound(most=0.5, next_code="share_the_praise"),
    "reciprocity": Bound(least=0.3, next_code="bridge"),
    "connected": Bound(least=0.4, next_code="bridge"),
    "facilitator_dependence": Bound(most=0.6, next_code="hand_over"),
    "member_started": Bound(least=0.4, next_code="members_begin"),
    "quick_shares": Bound(least=0.5, next_code="applaud"),
    "content_mix": Bound(most=0.2, next_code="mix_contents"),
    "driver_balance": Bound(least=0.6, next_code="missing_driver"),
    "push_follow_up": Bound(least=0.6, next_code="follow_up"),
}


def advised(code: str, reading: Reading) -> str:
    """The code of what to do next about a figure."""
    if isinstance(reading, NotObservable):
        return UNSEEN
    bound = BOUNDS.get(code)
    if bound is None:
        return FINE
    low = bound.least is not None and reading.value < bound.least
    high = bound.most is not None and reading.value > bound.most
    return bound.next_code if low or high else FINE
