"""Third step: one model call words the move."""

from langgraph.runtime import Runtime

from agent.context import Context
from agent.examine import is_declined
from agent.look_state import State, Update
from agent.models.base import Request
from agent.moves.brief import Draft
from agent.moves.catalogue import MOVES
from community.errors import ModelFailed
from community.suggestion import Usage, Why


async def draft(state: State, runtime: Runtime[Context]) -> Update:
    """A wording, the failure of the model, or its word that there is nothing worth saying."""
    brief = state.brief
    assert brief is not None
    request = Request(
        purpose=f"move_{brief.move}", variables=brief, result=Draft, language=brief.language
    )
    try:
        completion = await runtime.context.model.complete(request)
    except ModelFailed as failed:
        return {"completion": None, "failure": Why(code=failed.code, facts=failed.facts)}
    spent = Usage(
        tokens_in=state.usage.tokens_in + completion.usage.tokens_in,
        tokens_out=state.usage.tokens_out + completion.usage.tokens_out,
    )
    if is_declined(MOVES[brief.move], completion.value):
        declined = Why(code="model_declined", facts={"purpose": request.purpose})
        return {"completion": None, "usage": spent, "failure": declined}
    return {"completion": completion, "usage": spent, "failure": completion.failure}
