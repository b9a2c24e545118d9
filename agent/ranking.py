"""How many wordings are asked for, and which of several is offered first."""

from dataclasses import dataclass, replace

from agent.checks import check
from agent.checks.quality import question_quality
from agent.checks.source import similarity
from agent.checks.subject import Subject
from agent.listening.uptake import uptake
from agent.models.base import OFFLINE, Completion
from agent.moves.brief import Draft, Wording
from agent.moves.move import Move
from community.suggestion import Alternative, Audience, CheckResult, Lane

WORDINGS = 3
"""Asked for at once where there is a choice worth having."""
SHORT = 140
"""Chinese characters up to which a draft is short enough to be worded three times."""
ASKING = frozenset({"OPT", "QUAL"})
"""Checks of the moves that put a question of our own to the group."""
BEST_QUESTION = 8
SAME = 0.8
"""From this similarity on two wordings are one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """One wording, what the checks say of it, and how much it promises (more is better)."""

    draft: Draft
    checks: tuple[CheckResult, ...]
    score: float

    @property
    def failed(self) -> tuple[str, ...]:
        """The codes of the checks it failed."""
        return tuple(result.code for result in self.checks if not result.passed)

    @property
    def alternative(self) -> Alternative:
        """As it is kept beside the one that was offered."""
        return Alternative(text=self.draft.text, score=self.score, failed=self.failed)


def wordings_of(move: Move) -> int:
    """Three of a short line to members; one where it is urgent, long or a note to the desk."""
    pays = move.lane is not Lane.SAFETY and move.audience is not Audience.FACILITATOR
    return WORDINGS if pays and move.length <= SHORT else 1


def ranked(move: Move, completion: Completion[Draft], subject: Subject) -> tuple[Graded, ...]:
    """All wordings of a completion, the one to offer first; `subject` is what they are checked by.

    Fewest failed checks, then how far it takes up the message it answers (and how good a question
    it is, where it asks the group), then the shorter. The offline engine varies its forms itself:
    its first stands where it passes, else all drafts would take the one form that quotes most.
    """
    draft = completion.value
    ways = (Wording(text=draft.text, options=draft.options), *draft.others)
    found = [_graded(move, subject, draft, way) for way in _apart(ways)]
    if completion.engine == OFFLINE and not found[0].failed:
        return (found[0], *sorted(found[1:], key=_order))
    return tuple(sorted(found, key=_order))


def _order(one: Graded) -> tuple[int, float, int]:
    return len(one.failed), -one.score, len(one.draft.text)


def _apart(ways: tuple[Wording, ...]) -> list[Wording]:
    """The wordings without those that say the same once more, and without empty ones."""
    kept = [ways[0]]
    for way in ways[1:]:
        fresh = all(similarity(way.text, other.text) < SAME for other in kept)
        if way.text.strip() and fresh:
            kept.append(way)
    return kept


def _graded(move: Move, subject: Subject, draft: Draft, way: Wording) -> Graded:
    worded = replace(subject, text=way.text, options=way.options)
    return Graded(
        draft=replace(draft, text=way.text, options=way.options, others=()),
        checks=check(move.checks, worded),
        score=round(_promise(move, worded), 3),
    )


def _promise(move: Move, subject: Subject) -> float:
    """Uptake (z-score of raters) of the message answered, plus 0–1 for a question to the group."""
    brief = subject.brief
    taken = uptake(brief.anchor.text, subject.text, brief.language) if brief.anchor else 0.0
    asks = set(move.checks) >= ASKING
    return taken + (question_quality(subject) / BEST_QUESTION if asks else 0.0)
