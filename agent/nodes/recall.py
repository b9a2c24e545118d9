"""Second step: gather what the draft may be made of."""

from dataclasses import replace

from langgraph.runtime import Runtime

from agent.context import Context
from agent.helping import help_for
from agent.look_state import State, Update
from agent.moves.catalogue import MOVES
from agent.ranking import wordings_of
from agent.recall import brief_for
from community.suggestion import Candidate


async def recall(state: State, runtime: Runtime[Context]) -> Update:
    """The brief of the chosen move, with what the library knows where it is asked."""
    decided = state.decided
    assert decided is not None
    assert decided.choice.candidate is not None
    brief = brief_for(decided.choice.candidate, decided.moment, decided.past)
    if runtime.context.similar is not None and brief.anchor is not None:
        known = await runtime.context.similar(brief.anchor.text)
        passages = tuple((f"passage_{number}", text) for number, text in enumerate(known[:3], 1))
        brief = replace(brief, facts=(*brief.facts, *passages))
    suits = await help_for(decided.choice.candidate, runtime.context, state.now)
    many = await _wordings(decided.choice.candidate, runtime.context)
    return {"brief": replace(brief, help=suits, wordings=many)}


async def _wordings(candidate: Candidate, ctx: Context) -> int:
    """One where the day's budget is getting short, else what the move deserves."""
    many = wordings_of(MOVES[candidate.move])
    return many if ctx.roomy is None or many == 1 or await ctx.roomy() else 1
