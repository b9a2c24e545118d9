"""Third step: one model call words the move."""

from langgraph.runtime import Runtime

from agent.context import Context
from agent.look_state import State, Update
from agent.models.base import Request
from agent.moves.brief import Draft
from community.errors import ModelFailed
from community.suggestion import Usage, Why


async def draft(state: State, runtime: Runtime[Context]) -> Update:
    """A wording, or the failure of the model."""
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
    return {"completion": completion, "usage": spent, "failure": completion.failure}
