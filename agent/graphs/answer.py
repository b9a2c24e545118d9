# pyright: reportUnknownMemberType=false
"""question → passages → answerable? → cited answer | nobody knows yet."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypedDict

from langgraph.graph import END, START, StateGraph
from langgraph.runtime import Runtime

from agent.answering.brief import AnswerBrief, AnswerReply, CitedSentence
from agent.answering.cite import answer_of, nearest, refusal, sources_of
from agent.answering.compose import composed
from agent.answering.private import is_private
from agent.answering.support import kept
from agent.distilling.cues import INJECTION
from agent.models.base import ChatModel, Request
from community.errors import Invalid, ModelFailed
from community.question import Answer
from knowledge_base.fusion import THRESHOLD, answerable
from knowledge_base.shelf import Hit, Search

LONGEST = 2000
"""Characters of a question; who pastes more is asked for the question itself."""
NOT_SEARCHED = Search(hits=())
Find = Callable[[str], Awaitable[Search]]
"""From a question to what the asker's library has on it."""


@dataclass(frozen=True, kw_only=True)
class State:
    """One question from asking to answer; only what a step added is set."""

    question: str
    found: Search = NOT_SEARCHED
    hits: tuple[Hit, ...] = ()
    sentences: tuple[CitedSentence, ...] = ()
    engine: str = "offline"
    answer: Answer | None = None


class Update(TypedDict, total=False):
    """What one node adds."""

    found: Search
    hits: tuple[Hit, ...]
    sentences: tuple[CitedSentence, ...]
    engine: str
    answer: Answer


@dataclass(frozen=True, kw_only=True)
class Asking:
    """What one run is given."""

    language: str
    search: Find
    model: ChatModel | None
    now: datetime


async def recall(state: State, runtime: Runtime[Asking]) -> Update:
    """Search the library of the one who asks."""
    return {"found": await runtime.context.search(state.question)}


async def weigh(state: State) -> Update:
    """Keep what may answer: nothing for a private matter, an order, or on thin evidence."""
    if is_private(state.question) or INJECTION.search(state.question):
        return {"hits": ()}
    if answerable(state.found.evidence) < THRESHOLD:
        return {"hits": ()}
    return {"hits": nearest(state.found.hits)}


async def compose(state: State, runtime: Runtime[Asking]) -> Update:
    """Word the answer from these passages alone; where a model fails, in their own words."""
    brief = AnswerBrief(question=state.question, sources=sources_of(state.hits))
    model, language = runtime.context.model, runtime.context.language
    reply, engine = composed(brief), "offline"
    if model is not None:
        try:
            request = Request(
                purpose="answer", variables=brief, result=AnswerReply, language=language
            )
            completion = await model.complete(request)
            reply, engine = completion.value, completion.engine
        except ModelFailed:
            engine = "offline"
    return {"sentences": reply.sentences, "engine": engine}


async def check(state: State) -> Update:
    """Drop every sentence that what it cites does not carry."""
    reply = AnswerReply(sentences=state.sentences)
    return {"sentences": kept(reply, sources_of(state.hits))}


async def cite(state: State) -> Update:
    """Give each sentence its passages, articles and signers."""
    return {"answer": answer_of(state.sentences, state.hits, state.engine)}


async def refuse(state: State) -> Update:
    """Say that nobody knows yet, and name the signed articles nearest to it."""
    return {"answer": refusal(state.found.hits, state.engine)}


def after_weighing(state: State) -> Literal["compose", "refuse"]:
    """Compose only where something may answer."""
    return "compose" if state.hits else "refuse"


def after_checking(state: State) -> Literal["cite", "refuse"]:
    """Refuse where no sentence is left."""
    return "cite" if state.sentences else "refuse"


def _graph() -> StateGraph[State, Asking, State, State]:
    graph = StateGraph(State, context_schema=Asking)
    for node in (recall, weigh, compose, check, cite, refuse):
        graph.add_node(node.__name__, node)
    graph.add_edge(START, "recall")
    graph.add_edge("recall", "weigh")
    graph.add_conditional_edges("weigh", after_weighing)
    graph.add_edge("compose", "check")
    graph.add_conditional_edges("check", after_checking)
    graph.add_edge("cite", END)
    graph.add_edge("refuse", END)
    return graph


_RUN = _graph().compile(name="answer")


async def answer(
    question: str, *, language: str, search: Find, model: ChatModel | None, now: datetime
) -> Answer:
    """Answer from signed passages, each sentence with its sources, or refuse.

    Raises Invalid for a question that is empty or longer than 2,000 characters. `model` None is
    the offline engine: the passages' own sentences.
    """
    text = question.strip()
    if not any(character.isalnum() for character in text):
        raise Invalid("question_empty")
    if len(text) > LONGEST:
        raise Invalid("question_too_long", length=len(text), limit=LONGEST)
    context = Asking(language=language, search=search, model=model, now=now)
    state = await _RUN.ainvoke(State(question=text), context=context, version="v2")
    done = state.value
    assert done.answer is not None
    return done.answer
