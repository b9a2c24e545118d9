"""Every figure of a community at a moment, each with its unit and what to do next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from agent.figures import activity, contents, equity, network, newcomers, replying
from agent.figures.advice import advised
from agent.figures.view import Reading, View

Unit = Literal["people", "share", "count", "seconds", "ratio"]
Group = Literal["activity", "newcomers", "replying", "equity", "network", "contents"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A named figure, where it belongs, its unit, its value or why there is none, what next."""

    code: str
    group: Group
    unit: Unit
    reading: Reading
    next_code: str


Formula = tuple[Group, Unit, Callable[[View], Reading]]

FORMULAS: Mapping[str, Formula] = {
    "dau": ("activity", "people", activity.dau),
    "wau": ("activity", "people", activity.wau),
    "mau": ("activity", "people", activity.mau),
    "stickiness": ("activity", "share", activity.stickiness),
    "speakers": ("activity", "people", activity.speakers),
    "speaker_rate": ("activity", "share", activity.speaker_rate),
    "silent_share": ("activity", "share", activity.silent_share),
    "messages": ("activity", "count", activity.messages),
    "interactions": ("activity", "count", activity.interactions),
    "simmer_share": ("activity", "share", activity.simmer_share),
    "first_message_rate": ("newcomers", "share", newcomers.first_message_rate),
    "join_to_first_message": ("newcomers", "seconds", newcomers.join_to_first_message),
    "d7": ("newcomers", "share", newcomers.d7),
    "d30": ("newcomers", "share", newcomers.d30),
    "cohort_return": ("newcomers", "share", newcomers.cohort_return),
    "reply_rate": ("replying", "share", replying.reply_rate),
    "reply_rate_with_simmer": ("replying", "share", replying.reply_rate_with_simmer),
    "first_reply_median": ("replying", "seconds", replying.first_reply_median),
    "first_reply_p90": ("replying", "seconds", replying.first_reply_p90),
    "orphan_rate": ("replying", "share", replying.orphan_rate),
    "quick_shares": ("replying", "share", replying.quick_shares),
    "push_follow_up": ("replying", "share", replying.push_follow_up),
    "talk_gini": ("equity", "ratio", equity.talk_gini),
    "top_share": ("equity", "share", equity.top_share),
    "effective_speakers": ("equity", "people", equity.effective_speakers),
    "praise_share": ("equity", "share", equity.praise_share),
    "reciprocity": ("network", "share", network.reciprocity),
    "density": ("network", "share", network.density),
    "isolates": ("network", "people", network.isolates),
    "facilitator_dependence": ("network", "share", network.facilitator_dependence),
    "member_started": ("network", "share", network.member_started),
    "help_edges": ("network", "count", network.help_edges),
    "connected": ("network", "share", network.connected),
    "content_mix": ("contents", "ratio", contents.content_mix),
    "driver_balance": ("contents", "ratio", contents.driver_balance),
}


def figures_of(view: View) -> tuple[Figure, ...]:
    """Every figure, in the order of the table above."""
    found: list[Figure] = []
    for code, (group, unit, formula) in FORMULAS.items():
        reading = formula(view)
        found.append(
            Figure(
                code=code,
                group=group,
                unit=unit,
                reading=reading,
                next_code=advised(code, reading),
            )
        )
    return tuple(found)
