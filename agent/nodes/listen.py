"""First step: hear the room and let the gate weigh what could be said."""

from langgraph.runtime import Runtime

from agent.context import Context
from agent.decide import decide
from agent.graphs.facilitate_state import State, Update


async def listen(state: State, runtime: Runtime[Context]) -> Update:
    """The signals, candidates and choice of this instant."""
    return {"decided": decide(state.talk, state.ledger, state.now, runtime.context.settings)}


def weigh(state: State) -> str:
    """Whether the gate chose to speak."""
    assert state.decided is not None
    return "silent" if state.decided.choice.candidate is None else "speak"
