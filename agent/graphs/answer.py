# pyright: reportUnknownMemberType=false
"""question → made whole → passages → answerable? → cited answer | nobody knows yet.

Whoever asked is told as it comes: first the sources, then each sentence that passed the check.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, TypedDict

from langgraph.graph import END, START, StateGraph
from langgraph.runtime import Runtime

from agent.answering.brief import AnswerBrief, AnswerReply, CitedSentence
from agent.answering.cite import (
    SOURCES,
    answer_of,
    likely,
    nearest,
    refusal,
    sources_of,
    to_judge,
)
from agent.answering.compose import composed
from agent.answering.following import Completed, Followed, FollowUp, content_of, followed
from agent.answering.private import is_private
from agent.answering.readable import LONGEST, readable_question
from agent.answering.support import kept
from agent.answering.teaching import lessons
from agent.answering.telling import Listening, Tell, Telling, silent
from agent.answering.titled import of_that_title
from agent.answering.tongues import is_foreign
from agent.distilling.cues import INJECTION
from agent.models.base import ChatModel, Request
from community.errors import Invalid, ModelFailed
from community.question import Answer, AnswerSentence
from knowledge_base.fusion import THRESHOLD
from knowledge_base.lexical import ASKING, in_simplified, tokens
from knowledge_base.shelf import Hit, Search

FAR = 0.7
"""From this probability on a question in a third language is answered: its cosines are unknown."""
NOT_SEARCHED = Search(hits=())
Find = Callable[[str], Awaitable[Search]]
"""From a question to what the asker's library has on it."""


@dataclass(frozen=True, kw_only=True)
class State:
    """One question from asking to answer; only what a step added is set.

    `hits` are the passages it may be made of, `sure` those among them, the first ones, that answer
    by their evidence alone: without a model they are the same.
    """

    question: str
    former: str = ""
    asked: Followed | None = None
    found: Search = NOT_SEARCHED
    hits: tuple[Hit, ...] = ()
    sure: tuple[Hit, ...] = ()
    telling: Telling = field(default_factory=lambda: Telling(()))
    sentences: tuple[CitedSentence, ...] = ()
    engine: str = "offline"
    failure: str = ""
    answer: Answer | None = None

    @property
    def whole(self) -> str:
        """The question as it is searched and answered."""
        return self.question if self.asked is None else self.asked.question


class Update(TypedDict, total=False):
    """What one node adds."""

    asked: Followed
    found: Search
    hits: tuple[Hit, ...]
    sure: tuple[Hit, ...]
    telling: Telling
    sentences: tuple[CitedSentence, ...]
    engine: str
    failure: str
    answer: Answer


@dataclass(frozen=True, kw_only=True)
class Asking:
    """What one run is given; `tell` hears each piece of the answer as it is known."""

    language: str
    search: Find
    model: ChatModel | None
    now: datetime
    tell: Tell


async def complete(state: State, runtime: Runtime[Asking]) -> Update:
    """Make a question whole that leans on the one before it: by the model, else by code."""
    if not state.former:
        return {}
    asked = FollowUp(former=state.former, question=state.question)
    by_code = followed(asked)
    if runtime.context.model is None or by_code.question == state.question:
        return {"asked": by_code}
    request = Request(
        purpose="follow_up", variables=asked, result=Completed, language=runtime.context.language
    )
    try:
        said = (await runtime.context.model.complete(request)).value.question.strip()
    except ModelFailed:
        said = ""
    return {"asked": replace(by_code, question=said) if is_usable(said, asked) else by_code}


def is_usable(said: str, asked: FollowUp) -> bool:
    """Whether a model's completion says nothing that neither question said."""
    given = {*tokens(asked.former), *tokens(asked.question)}
    own = {each for each in tokens(said) if len(each) == 1 or each.isascii()}
    return 0 < len(said) <= LONGEST and own <= given | ASKING


async def recall(state: State, runtime: Runtime[Asking]) -> Update:
    """Search the library of the one who asks; an order is not searched.

    A private matter neither, unless it is word for word what a signed article is about.
    """
    if INJECTION.search(state.whole):
        return {"found": NOT_SEARCHED}
    found = await runtime.context.search(in_simplified(state.whole))
    if is_private(in_simplified(state.whole)) and not of_that_title(state.whole, found.hits):
        return {"found": NOT_SEARCHED}
    return {"found": found}


async def weigh(state: State, runtime: Runtime[Asking]) -> Update:
    """Keep what answers by its evidence, and what a model may judge; tell what is sure."""
    sure = answering(state)
    judged = runtime.context.model is not None and not is_foreign(state.whole)
    hits = to_judge(state.found, sure) if judged else sure
    telling = Telling(hits, runtime.context.tell)
    if sure:
        telling.show(range(1, len(sure) + 1))
    return {"hits": hits, "sure": sure, "telling": telling}


def answering(state: State) -> tuple[Hit, ...]:
    """The passages that answer by their evidence alone; none on thin evidence."""
    titled = of_that_title(state.whole, state.found.hits)
    least = FAR if is_foreign(state.whole) else THRESHOLD
    if not titled and (likely(state.found) < least or misses_what_is_new(state)):
        return ()
    sure = titled or nearest(state.found.hits)
    return lessons(state.whole, sure, state.found.hits, SOURCES)


def misses_what_is_new(state: State) -> bool:
    """Whether a follow-up adds a case none of whose words the best passage knows."""
    added = state.asked.added if state.asked else ""
    if not added:
        return False
    return not content_of(added) & set(tokens(state.found.hits[0].passage.words))


async def compose(state: State, runtime: Runtime[Asking]) -> Update:
    """Word the answer from these passages alone; where a model fails, in their own words."""
    if runtime.context.model is None:
        return {"sentences": composed(_brief(state, state.sure)).sentences}
    try:
        return await _worded(runtime.context.model, state, runtime.context.language)
    except ModelFailed as failed:
        return _own_words(state, failed.code)


async def _worded(model: ChatModel, state: State, language: str) -> Update:
    """What a model says, nothing being an answer too; where none is carried, the passages."""
    brief = _brief(state, state.hits)
    request = Request(
        purpose="answer",
        variables=brief,
        result=AnswerReply,
        language=language,
        growing=Listening(brief, state.telling).hear,
    )
    said = await model.complete(request)
    sentences = said.value.sentences
    if sentences and not kept(said.value, brief.sources):
        return _own_words(state, "model_unsupported")
    failure = said.failure.code if said.failure else ""
    return {"sentences": sentences, "engine": said.engine, "failure": failure}


def _own_words(state: State, failure: str) -> Update:
    """What the passages say that answer by their evidence, and why nobody else worded it."""
    sentences = composed(_brief(state, state.sure)).sentences
    return {"sentences": sentences, "engine": "offline", "failure": failure}


def _brief(state: State, hits: tuple[Hit, ...]) -> AnswerBrief:
    return AnswerBrief(question=in_simplified(state.whole), sources=sources_of(hits))


async def check(state: State) -> Update:
    """Drop every sentence that what it cites does not carry, and say those not said yet."""
    found = kept(AnswerReply(sentences=state.sentences), sources_of(state.hits))
    if found:
        whole = (AnswerSentence(text=one.text, numbers=one.numbers) for one in found)
        state.telling.finish(tuple(whole))
    return {"sentences": found}


async def cite(state: State) -> Update:
    """Give each sentence its passages, articles and signers."""
    given = answer_of(state.sentences, state.hits, state.engine)
    return {"answer": replace(given, failure=state.failure)}


async def refuse(state: State) -> Update:
    """Say that nobody knows yet, and name the signed articles nearest to it."""
    return {"answer": replace(refusal(state.found.hits, state.engine), failure=state.failure)}


def after_weighing(state: State) -> Literal["compose", "refuse"]:
    """Compose only where something may answer."""
    return "compose" if state.hits else "refuse"


def after_checking(state: State) -> Literal["cite", "refuse"]:
    """Refuse where no sentence is left."""
    return "cite" if state.sentences else "refuse"


def _graph() -> StateGraph[State, Asking, State, State]:
    graph = StateGraph(State, context_schema=Asking)
    for node in (complete, recall, weigh, compose, check, cite, refuse):
        graph.add_node(node.__name__, node)
    graph.add_edge(START, "complete")
    graph.add_edge("complete", "recall")
    graph.add_edge("recall", "weigh")
    graph.add_conditional_edges("weigh", after_weighing)
    graph.add_edge("compose", "check")
    graph.add_conditional_edges("check", after_checking)
    graph.add_edge("cite", END)
    graph.add_edge("refuse", END)
    return graph


_RUN = _graph().compile(name="answer")


async def answer(
    question: str,
    *,
    language: str,
    search: Find,
    model: ChatModel | None,
    now: datetime,
    former: str = "",
    tell: Tell = silent,
) -> Answer:
    """Answer from signed passages or refuse; without a model in the passages' own sentences."""
    text = readable_question(question)
    context = Asking(language=language, search=search, model=model, now=now, tell=tell)
    done = (
        await _RUN.ainvoke(State(question=text, former=former), context=context, version="v2")
    ).value
    assert done.answer is not None
    if not done.answer.answered and is_foreign(text):
        raise Invalid("question_language")
    return replace(done.answer, understood="" if done.whole == text else done.whole)
