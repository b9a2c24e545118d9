"""First step: hear the room and let the gate weigh what could be said."""

from langgraph.runtime import Runtime

from agent.context import Context
from agent.decide import decide, decide_again
from agent.look_state import State, Update
from agent.lookup import known_of


async def listen(state: State, runtime: Runtime[Context]) -> Update:
    """The signals, candidates and choice of this instant."""
    known = await known_of(state.talk, state.now, runtime.context.similar)
    settings = runtime.context.settings
    return {"decided": decide(state.talk, state.ledger, state.now, settings, known)}


async def pass_over(state: State, runtime: Runtime[Context]) -> Update:  # noqa: ARG001
    """The next best move where the best one found no words that hold."""
    decided = state.decided
    assert decided is not None
    assert decided.choice.candidate is not None
    candidate = decided.choice.candidate
    skipped = (*state.skipped, (candidate.move, candidate.anchor_ids))
    again = decide_again(decided, skipped)
    if again.choice.candidate is None:
        return {"skipped": skipped, "tries": 0}
    return {"decided": again, "skipped": skipped, "tries": 0, "completion": None, "checks": ()}


def go_on(state: State) -> str:
    """Whether another move was found."""
    decided = state.decided
    assert decided is not None
    candidate = decided.choice.candidate
    fresh = candidate and (candidate.move, candidate.anchor_ids) not in state.skipped
    return "speak" if fresh else "silent"


def weigh(state: State) -> str:
    """Whether the gate chose to speak."""
    assert state.decided is not None
    return "silent" if state.decided.choice.candidate is None else "speak"
