"""Fourth step: every draft is checked; one that fails is written anew, twice at most."""

from dataclasses import replace

from langgraph.runtime import Runtime

from agent.context import Context
from agent.examine import revised, subject_of
from agent.look_state import CANDIDATES, REVISIONS, State, Update
from agent.moves.catalogue import MOVES
from agent.ranking import ranked


async def check(state: State, runtime: Runtime[Context]) -> Update:  # noqa: ARG001
    """The best of the wordings with the results of all its checks; the others beside it."""
    assert state.decided is not None
    assert state.brief is not None
    if state.completion is None:
        return {"checks": (), "alternatives": ()}
    move, draft = MOVES[state.brief.move], state.completion.value
    subject = subject_of(move, state.brief, draft, state.decided)
    best, *others = ranked(move, state.completion, subject)
    return {
        "completion": replace(state.completion, value=best.draft),
        "checks": best.checks,
        "alternatives": tuple(other.alternative for other in others),
    }


async def revise(state: State, runtime: Runtime[Context]) -> Update:  # noqa: ARG001
    """The same brief with what failed and why, and another form."""
    assert state.brief is not None
    assert state.completion is not None
    brief = revised(state.brief, state.completion.value, state.checks)
    return {"brief": brief, "tries": state.tries + 1}


def judge(state: State) -> str:
    """Keep what passed, revise what did not; after the last try the next move, then silence."""
    if state.completion is not None and all(result.passed for result in state.checks):
        return "keep"
    if state.completion is not None and state.tries < REVISIONS:
        return "revise"
    return "drop" if len(state.skipped) + 1 >= CANDIDATES else "next"
