"""Drafts that no look makes: a calendar or a person asks for them; switched like moves."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from agent.gate_settings import settings_of
from community.suggestion import Audience, Lane, Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """One kind of draft outside the gate; `asked_by` and `made_of` are told in the docs.

    What somebody asked for is no debt: nobody waits for it but who asked.
    """

    id: str
    lane: Lane
    asked_by: str
    made_of: str
    audience: Audience = Audience.PUBLIC
    speaker: Speaker = Speaker.FACILITATOR
    due_hours: int | None = None


ERRANDS: Mapping[str, Errand] = MappingProxyType(
    {
        each.id: each
        for each in (
            Errand(
                id="ask_author",
                lane=Lane.MENTION,
                asked_by="An expert who reviews a claim and wants to know more of whose words it"
                " rests on; never who opted out or left, never twice at once about one claim.",
                made_of="The expert's question with the author's own words beside it.",
                audience=Audience.PRIVATE,
                speaker=Speaker.EXPERT,
                due_hours=14 * 24,
            ),
            Errand(
                id="review_round",
                lane=Lane.MENTION,
                asked_by="Whoever led a review round and brings its minutes to the group.",
                made_of="What the round decided, in the words of who wrote it down.",
                speaker=Speaker.EXPERT,
            ),
            Errand(
                id="week_digest",
                lane=Lane.CALENDAR,
                asked_by="Monday morning, where articles were signed or used in answers last week.",
                made_of="The best answers of the week, each with who checked it and the messages it"
                " rests on, and at most two questions of the group that still wait.",
                due_hours=6 * 24,
            ),
            Errand(
                id="cohort_relay",
                lane=Lane.CALENDAR,
                asked_by="Monday morning, where an earlier cohort was stuck in the same week and"
                " signed an answer to it.",
                made_of="At most three such things with how many people met each, and the answer;"
                " nobody's name.",
                due_hours=6 * 24,
            ),
        )
    }
)


def is_on(kept: Mapping[str, object], errand: str) -> bool:
    """Whether the settings of a community leave it switched on."""
    return errand not in settings_of(kept).off
