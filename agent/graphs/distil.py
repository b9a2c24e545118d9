# pyright: reportUnknownMemberType=false
"""A thread becomes a draft article: read → ask a model | extract → check → compose.

read ─┬─ nothing worth signing ───────────→ END
      └─ draft ─┬─ a model's claims ─→ check ─→ compose → END
                └─ extracted claims ─↗

Reading, checking and composing are pure and may take long over thousands of messages: they run
beside the event loop.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, TypedDict

from langgraph.graph import END, START, StateGraph
from langgraph.runtime import Runtime

from agent.context import Context
from agent.distilling.composing import compose, language_of
from agent.distilling.drafting import (
    DraftedArticle,
    claim_of,
    merged,
    questions_kept,
    title_kept,
    windows_of,
)
from agent.distilling.extracting import Reading, claims_in, read_thread
from agent.distilling.support import checked
from agent.distilling.worth import worthy
from agent.models.base import Request
from community.conversation import Talk, Thread
from community.distillation import ArticleKind, Claim, Distillation
from community.errors import ModelFailed


@dataclass(frozen=True, kw_only=True)
class State:
    """One run; only what a step added is set."""

    thread: Thread
    talk: Talk
    now: datetime
    wanted: bool = False
    reading: Reading | None = None
    article: DraftedArticle | None = None
    engine: str = "offline"
    prompt_version: str = ""
    claims: tuple[Claim, ...] = ()
    distillation: Distillation | None = None


class Update(TypedDict, total=False):
    """What one node adds."""

    reading: Reading
    article: DraftedArticle
    engine: str
    prompt_version: str
    claims: tuple[Claim, ...]
    distillation: Distillation


async def read(state: State) -> Update:
    """Leave out what may not be taught, apply later corrections, extract what is left."""
    return await asyncio.to_thread(_read, state.thread, state.talk)


def _read(thread: Thread, talk: Talk) -> Update:
    reading = read_thread(thread, talk)
    claims = claims_in(reading, talk) if reading.teaches else ()
    return Update(reading=reading, claims=claims)


def worth(state: State) -> Literal["draft", "nothing"]:
    """Whether it is worth a signature; what somebody asked for needs only something to teach."""
    if state.reading is None or not state.reading.teaches:
        return "nothing"
    reading = state.reading
    kept = worthy(state.claims, reading.exchange, state.talk, reading.left_out)
    return "draft" if state.wanted or kept else "nothing"


async def draft(state: State, runtime: Runtime[Context]) -> Update:
    """Ask the model window by window; an engine without words for it leaves it to extraction."""
    assert state.reading is not None
    language = language_of(state.thread, state.talk.community.language)
    articles: list[DraftedArticle] = []
    engine, version = "offline", ""
    try:
        for brief in windows_of(state.reading.exchange, state.reading.left_out):
            variables = replace(brief, community=state.talk.community.name)
            request = Request(
                purpose="distil", variables=variables, result=DraftedArticle, language=language
            )
            completion = await runtime.context.model.complete(request)
            articles.append(completion.value)
            engine, version = completion.engine, completion.prompt_version
    except ModelFailed:
        return Update()
    return Update(article=merged(articles), engine=engine, prompt_version=version)


async def check(state: State) -> Update:
    """Every claim against its sources, in code; a failing one is kept and says why."""
    return await asyncio.to_thread(_check, state)


def _check(state: State) -> Update:
    assert state.reading is not None
    sources = {message.id: message for message in state.talk.messages}
    names = _names(state.talk)
    claims = state.claims
    if state.article is not None:
        drafted = state.article.claims
        claims = tuple(claim_of(one, sources, state.reading.left_out) for one in drafted)
    return Update(claims=tuple(checked(claim, sources, names) for claim in claims))


def _names(talk: Talk) -> Mapping[str, int]:
    return {
        name: member.id
        for member in talk.members.values()
        for name in (member.name, *member.aliases)
    }


async def write(state: State) -> Update:
    """Put the draft article together; one without claims is none."""
    if state.reading is None or not state.claims:
        return Update()
    made = await asyncio.to_thread(_compose, state, state.reading)
    return Update(distillation=made)


def _compose(state: State, reading: Reading) -> Distillation:
    article = state.article or DraftedArticle()
    quotable = [one for one in reading.exchange.thread.messages if one.id not in reading.left_out]
    return compose(
        reading.exchange,
        state.talk,
        state.claims,
        state.now,
        left_out=reading.left_out,
        engine=state.engine,
        prompt_version=state.prompt_version,
        title=title_kept(article.title, state.claims, quotable[0].text if quotable else ""),
        kind=ArticleKind(article.kind) if article.kind else None,
        open_questions=questions_kept(article.open_questions, quotable) or None,
    )


def _graph() -> Any:  # noqa: ANN401 - langgraph's compiled type has five parameters of its own
    graph = StateGraph(State, context_schema=Context)
    graph.add_node("read", read)
    graph.add_node("draft", draft)
    graph.add_node("check", check)
    graph.add_node("write", write)
    graph.add_edge(START, "read")
    graph.add_conditional_edges("read", worth, {"draft": "draft", "nothing": END})
    graph.add_edge("draft", "check")
    graph.add_edge("check", "write")
    graph.add_edge("write", END)
    return graph.compile()


GRAPH = _graph()


async def distil(
    thread: Thread, talk: Talk, now: datetime, ctx: Context, *, wanted: bool = False
) -> Distillation | None:
    """What a thread taught, as a draft for an expert; None where nothing is worth a signature.

    `wanted`: an expert asked for this thread, so whatever it teaches is drafted.
    """
    state = State(thread=thread, talk=talk, now=now, wanted=wanted)
    end = await GRAPH.ainvoke(state, context=ctx)
    return end.get("distillation")
