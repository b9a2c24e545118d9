"""Listen to one room and draft one move, or stay silent with a reason.

listen ─ weigh ─┬─ silent ─────────────────────────────▶ end
                └─ speak ─▶ recall ─▶ draft ─▶ check ─┬─ keep ─▶ end
                                        ▲             ├─ drop ─▶ end
                                        └── revise ◀──┘
"""
# pyright: reportUnknownMemberType=false

from collections.abc import Hashable
from dataclasses import replace
from datetime import datetime
from typing import cast

from langgraph.graph import END, START, StateGraph

from agent.context import Context
from agent.decide import decide
from agent.gate import Choice
from agent.look import look_of
from agent.look_state import State
from agent.nodes.check import check, judge, revise
from agent.nodes.draft import draft
from agent.nodes.listen import go_on, listen, pass_over, weigh
from agent.nodes.recall import recall
from community.conversation import Talk
from community.review import Ledger
from community.suggestion import Candidate, Look

EXITS: dict[Hashable, str] = {"keep": END, "revise": "revise", "next": "pass_over", "drop": END}


def _build() -> "StateGraph[State, Context, State, State]":
    graph = _wording(EXITS)
    graph.add_node("listen", listen)
    graph.add_node("pass_over", pass_over)
    graph.add_edge(START, "listen")
    graph.add_conditional_edges("listen", weigh, {"silent": END, "speak": "recall"})
    graph.add_conditional_edges("pass_over", go_on, {"silent": END, "speak": "recall"})
    return graph


def _build_wording() -> "StateGraph[State, Context, State, State]":
    """The wording alone, for a move a person chose: nothing is weighed, no other is tried."""
    graph = _wording(EXITS | {"next": END})
    graph.add_edge(START, "recall")
    return graph


def _wording(exits: dict[Hashable, str]) -> "StateGraph[State, Context, State, State]":
    """From a chosen move to a checked draft; where a judged draft goes is the caller's."""
    graph = StateGraph(State, context_schema=Context)
    for step in (recall, draft, check, revise):
        graph.add_node(step.__name__, step)
    graph.add_edge("recall", "draft")
    graph.add_edge("draft", "check")
    graph.add_conditional_edges("check", judge, exits)
    graph.add_edge("revise", "draft")
    return graph


GRAPH = _build().compile(name="facilitate")


async def facilitate(talk: Talk, ledger: Ledger, now: datetime, ctx: Context) -> Look:
    """One look at a room: an observation always, a checked suggestion where it is worth one."""
    start = State(talk=talk, ledger=ledger, now=now)
    values = cast("dict[str, object]", await GRAPH.ainvoke(start, context=ctx))
    return look_of(State(**values))  # pyright: ignore[reportArgumentType]


WORDING = _build_wording().compile(name="word_move")


async def word_move(
    talk: Talk, ledger: Ledger, now: datetime, ctx: Context, candidate: Candidate
) -> Look:
    """A checked suggestion of the move a person asked for, or the reason why there are no words."""
    decided = decide(talk, ledger, now)
    chosen = replace(decided, choice=Choice(candidate=candidate, why=candidate.why))
    start = State(talk=talk, ledger=ledger, now=now, decided=chosen)
    values = cast("dict[str, object]", await WORDING.ainvoke(start, context=ctx))
    return look_of(State(**values))  # pyright: ignore[reportArgumentType]
