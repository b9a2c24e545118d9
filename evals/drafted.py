"""A history gone through look by look, each chosen move worded and checked as it went."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from agent.decide import Decided, decide, linked
from agent.examine import is_declined, revised, subject_of
from agent.look_state import REVISIONS
from agent.models.base import ChatModel, Request
from agent.moves.brief import Brief, Draft
from agent.moves.catalogue import MOVES
from agent.ranking import ranked, wordings_of
from agent.recall import brief_for
from agent.replay import WINDOW, placeholder, remembered
from community.conversation import Talk
from community.errors import ModelFailed
from community.review import Ledger
from community.suggestion import CheckResult

AFTER = (timedelta(minutes=2), timedelta(minutes=35), timedelta(hours=2), timedelta(hours=20))
"""When a room is looked at again after a message, where nobody says more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """One chosen move: its brief, the last wording tried and what the checks said of each."""

    at: datetime
    move: str
    brief: Brief
    draft: Draft | None
    first: tuple[CheckResult, ...] = ()
    last: tuple[CheckResult, ...] = ()
    decided: Decided

    @property
    def offered(self) -> bool:
        """Whether a draft passed and would be in the queue."""
        return self.draft is not None and all(result.passed for result in self.last)

    @property
    def at_once(self) -> bool:
        """Whether the first wording passed."""
        return bool(self.first) and all(result.passed for result in self.first)


def instants(talk: Talk) -> Iterator[datetime]:
    """When the gate would look: shortly after each message and where it fell silent."""
    times = [message.at for message in talk.messages]
    for at, until in zip(times, [*times[1:], times[-1] + AFTER[-1] * 2], strict=True):
        yield from (at + delay for delay in AFTER if at + delay <= until)


async def drafts_of(
    talk: Talk, looks: Iterable[datetime], model: ChatModel, *, remembering: bool = True
) -> tuple[Drafted, ...]:
    """Every move the gate chose over the looks, worded by `model`; what passed counts as said.

    Without `remembering` no draft knows the words of those before it, so that every moment asks
    the same of a model whatever it answered before.
    """
    whole, kept, found = linked(talk), Ledger(), list[Drafted]()
    for at in looks:
        known = as_of(whole, at)
        decided = decide(known, kept, at, None)
        candidate = decided.choice.candidate
        if candidate is None:
            continue
        worded = await worded_at(decided, at, model)
        found.append(worded)
        offer = placeholder(candidate, known, at)
        said = worded.draft if remembering and worded.offered else None
        text = said.text if said else ""
        kept = remembered(kept, replace(offer, text=text), at)
    return tuple(found)


async def worded_at(decided: Decided, at: datetime, model: ChatModel) -> Drafted:
    """The chosen candidate worded and checked, revised as often as the product would."""
    assert decided.choice.candidate is not None
    move = MOVES[decided.choice.candidate.move]
    brief = brief_for(decided.choice.candidate, decided.moment, decided.past)
    brief = replace(brief, wordings=wordings_of(move))
    worded = Drafted(at=at, move=move.id, brief=brief, draft=None, decided=decided)
    for tried in range(REVISIONS + 1):
        request = Request(
            purpose=f"move_{move.id}", variables=brief, result=Draft, language=brief.language
        )
        try:
            completion = await model.complete(request)
        except ModelFailed:
            return worded
        if is_declined(move, completion.value):
            return replace(worded, draft=None)
        subject = subject_of(move, brief, completion.value, decided)
        best = ranked(move, completion, subject)[0]
        first = best.checks if tried == 0 else worded.first
        worded = replace(worded, brief=brief, draft=best.draft, first=first, last=best.checks)
        if worded.offered:
            return worded
        brief = revised(brief, best.draft, best.checks)
    return worded


def as_of(talk: Talk, at: datetime) -> Talk:
    """The talk as it was known at an instant."""
    said = tuple(each for each in talk.messages if at - WINDOW <= each.at <= at)
    return replace(
        talk, messages=said, reactions=tuple(each for each in talk.reactions if each.at <= at)
    )
