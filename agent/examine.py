"""What the checks compare a draft to, gathered from the look it was made in."""

from dataclasses import replace

from agent.checks.subject import Subject
from agent.decide import Decided
from agent.moves.brief import Brief, Draft
from agent.moves.move import Move
from agent.recall import OWN, spoken_by
from community.people import Role
from community.suggestion import CheckResult, Lane

GUARDED = 10
"""Last lines of experts whose answer a draft may not give away."""


def is_declined(move: Move, draft: Draft) -> bool:
    """Whether the model says that nothing is worth saying here: an empty text.

    Where somebody may be in danger there is no such answer: an empty draft fails its checks.
    """
    return not draft.text.strip() and move.lane is not Lane.SAFETY


def revised(brief: Brief, draft: Draft, checks: tuple[CheckResult, ...]) -> Brief:
    """The brief of the next attempt: the draft that failed, what failed, and another form."""
    failed = tuple(result for result in checks if not result.passed)
    return replace(brief, last=draft.text, notes=failed, wordings=1, variant=brief.variant + 1)


def subject_of(move: Move, brief: Brief, draft: Draft, decided: Decided) -> Subject:
    """The draft with the people, the own texts and the hour of its look."""
    moment, past = decided.moment, decided.past
    members = moment.talk.members.values()
    named = [(each, {each.name, *each.aliases}) for each in members]
    experts = {each.id for each in members if each.role is Role.EXPERT}
    speaker = spoken_by(move, moment)
    said = [each.text for each in moment.heard.recent if each.author_id in experts]
    return Subject(
        text=draft.text,
        brief=brief,
        length=move.length,
        audience=move.audience,
        options=draft.options,
        namable=frozenset(name for each, names in named if not each.opted_out for name in names),
        unnamable=frozenset(name for each, names in named if each.opted_out for name in names),
        speaking=frozenset({speaker.name, *speaker.aliases}) if speaker else frozenset(),
        own=tuple(offer.text for offer in reversed(past.offers[-OWN:]) if offer.text),
        guarded=tuple(said[-GUARDED:]),
        untouchable=moment.settings.untouchable,
        open_now=moment.is_open,
        wakes=move.wakes,
    )
