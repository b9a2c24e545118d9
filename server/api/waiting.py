"""What an asker reads of a question that waits: passed on to whom, and when."""

from collections.abc import Iterable, Sequence

from agent.answering.folding import same
from community.question import Question, QuestionState
from community.store import Tx
from server.api.answers import PassedOut
from server.relaying import expert_for


async def waiting_of(
    tx: Tx, asked: Iterable[Question], mine: Sequence[Question]
) -> dict[int, PassedOut]:
    """By question: where it, or the same question of the same member, waits for somebody."""
    passed = [each for each in mine if each.state is QuestionState.PASSED_ON]
    found: dict[int, PassedOut] = {}
    for each in asked:
        waits = _waits_as(each, passed)
        if waits is not None:
            found[each.id] = await _told(tx, waits)
    return found


def _waits_as(asked: Question, passed: Sequence[Question]) -> Question | None:
    if asked.state is QuestionState.PASSED_ON:
        return asked
    if asked.state is not QuestionState.REFUSED:
        return None
    return next((each for each in passed if same(each.whole, asked.whole)), None)


async def _told(tx: Tx, waits: Question) -> PassedOut:
    expert = await expert_for(tx, waits) if waits.passed_to == "expert" else None
    return PassedOut(
        to=waits.passed_to or "",
        at=waits.passed_at or waits.at,
        expert=expert.name if expert else None,
        named=waits.is_named,
    )
