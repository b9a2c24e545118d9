# pyright: reportUnknownMemberType=false
"""A thread becomes a draft article: read → ask a model | extract → check → judge → compose.

read ─┬─ nothing to teach ────────────────→ END
      └─ draft ─┬─ a model's claims ─→ check ─→ judge ─→ write → END
                └─ extracted claims ─↗

Reading, checking and composing are pure and may take long over thousands of messages: they run
beside the event loop. What a model does not answer is extracted, window by window.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypedDict

from langgraph.graph import END, START, StateGraph
from langgraph.runtime import Runtime

from agent.context import Context
from agent.distilling.asking import Asked, ask_judge, ask_reduced, ask_windows
from agent.distilling.composing import compose, language_of
from agent.distilling.corrections import corrected, corrections_in
from agent.distilling.drafting import DraftedArticle, claims_of, merged, questions_kept, title_kept
from agent.distilling.extracting import Reading, claims_in, read_thread
from agent.distilling.grounding import grounded
from agent.distilling.reducing import reduced
from agent.distilling.support import checked
from agent.distilling.together import as_one, calm
from agent.distilling.windows import Window, citable, windows_of
from agent.distilling.worth import hints, promising, worthy
from community.conversation import Talk, Thread
from community.distillation import ArticleKind, Claim, Distillation


@dataclass(frozen=True, kw_only=True)
class State:
    """One run; only what a step added is set. `kept`: whether extraction found enough to sign."""

    thread: Thread
    talk: Talk
    now: datetime
    wanted: bool = False
    judging: bool = False
    reading: Reading | None = None
    windows: tuple[Window, ...] = ()
    kept: bool = False
    article: DraftedArticle | None = None
    engine: str = "offline"
    prompt_version: str = ""
    claims: tuple[Claim, ...] = ()
    distillation: Distillation | None = None

    @property
    def language(self) -> str:
        """The language most of the thread is in."""
        return language_of(self.thread, self.talk.community.language)


class Update(TypedDict, total=False):
    """What one node adds."""

    reading: Reading
    windows: tuple[Window, ...]
    kept: bool
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
    quotable = [m for m in reading.exchange.thread.messages if m.id not in reading.left_out]
    if not reading.teaches and not hints(quotable):
        return Update(reading=reading)
    claims = claims_in(reading, talk)
    return Update(
        reading=reading,
        claims=claims,
        kept=worthy(claims, reading.exchange, talk, reading.left_out),
        windows=tuple(windows_of(reading.exchange, talk, reading.left_out, corrections_in(talk))),
    )


def worth(state: State) -> Literal["draft", "nothing"]:
    """Whether a model or a person is to see it: what one says alone only where somebody asks."""
    if state.reading is None or not state.windows:
        return "nothing"
    reading = state.reading
    asked = state.kept or (state.wanted and reading.teaches)
    if asked or promising(state.claims, reading.exchange, reading.left_out):
        return "draft"
    return "nothing"


async def draft(state: State, runtime: Runtime[Context]) -> Update:
    """Ask the model window by window; what it does not answer is left to extraction."""
    model = runtime.context.model
    asked = await ask_windows(model, state.windows, state.language)
    if not asked.answers:
        return Update()
    claims = await asyncio.to_thread(_claimed, state, asked)
    article = merged([article for _, article in asked.answers])
    if len(state.windows) > 1:
        titles = [one.title for _, one in asked.answers]
        whole = await ask_reduced(model, titles, claims, state.language)
        claims = reduced(claims, whole)
        article = merged([DraftedArticle(title=whole.title, kind=whole.kind), article])
    return Update(
        article=article, claims=claims, engine=asked.engine, prompt_version=asked.prompt_version
    )


def _claimed(state: State, asked: Asked) -> tuple[Claim, ...]:
    """The model's claims, and the extracted ones of what it left unanswered."""
    assert state.reading is not None
    sources = {message.id: message for message in state.talk.messages}
    hidden = citable(state.reading.left_out)
    names, exchange = _names(state.talk), state.reading.exchange
    drafted = (
        grounded(claim, exchange, names, hidden)
        for claim in claims_of(asked.answers, sources, hidden)
    )
    left = frozenset[int]().union(*(window.ids for window in asked.unanswered))
    extracted = (c for c in state.claims if {one.message_id for one in c.citations} <= left)
    return (*drafted, *extracted)


async def check(state: State) -> Update:
    """Every claim against its sources, in code; a failing one is kept and says why."""
    return await asyncio.to_thread(_check, state)


def _check(state: State) -> Update:
    sources = {message.id: message for message in state.talk.messages}
    names = _names(state.talk)
    claims = state.claims
    if state.article is not None:
        claims = corrected(claims, corrections_in(state.talk))
    return Update(claims=tuple(checked(claim, sources, names) for claim in claims))


async def judge(state: State, runtime: Runtime[Context]) -> Update:
    """Let a second reader see what code let pass, where the community wants one."""
    if not state.judging or state.article is None:
        return Update()
    sources = {message.id: message for message in state.talk.messages}
    model = runtime.context.model
    return Update(claims=await ask_judge(model, state.claims, sources, state.language))


def _names(talk: Talk) -> Mapping[str, int]:
    return {
        name: member.id
        for member in talk.members.values()
        for name in (member.name, *member.aliases)
    }


async def write(state: State) -> Update:
    """Put the draft article together; one without claims, or with nothing to sign, is none."""
    if state.reading is None or not state.claims or not _to_sign(state):
        return Update()
    made = await asyncio.to_thread(_compose, state, state.reading)
    return Update(distillation=made)


def _to_sign(state: State) -> bool:
    """What somebody asked for, what extraction found worth it, or what a model holds for it."""
    if state.wanted or state.kept:
        return True
    return state.article is not None and any(claim.supported for claim in state.claims)


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
    graph.add_node("judge", judge)
    graph.add_node("write", write)
    graph.add_edge(START, "read")
    graph.add_conditional_edges("read", worth, {"draft": "draft", "nothing": END})
    graph.add_edge("draft", "check")
    graph.add_edge("check", "judge")
    graph.add_edge("judge", "write")
    graph.add_edge("write", END)
    return graph.compile()


GRAPH = _graph()


async def distil(
    thread: Thread,
    talk: Talk,
    now: datetime,
    ctx: Context,
    *,
    wanted: bool = False,
    judging: bool = False,
) -> Distillation | None:
    """What a thread taught, as a draft for an expert; None where nothing is worth a signature.

    `wanted`: an expert asked for this thread, so whatever it teaches is drafted; `judging`: a model
    reads its own claims once more.
    """
    state = State(thread=thread, talk=talk, now=now, wanted=wanted, judging=judging)
    end = await GRAPH.ainvoke(state, context=ctx)
    return end.get("distillation")


async def distil_together(
    threads: Sequence[Thread], talk: Talk, now: datetime, ctx: Context, *, about: str = ""
) -> Distillation | None:
    """Several threads as one draft, each distilled by itself, then put together.

    `about` is the topic somebody named, and the title.
    """
    found = [await distil(thread, talk, now, ctx, wanted=True) for thread in calm(threads, talk)]
    made = [one for one in found if one is not None]
    if not made:
        return None
    claims = [claim for one in made for claim in one.claims]
    whole = await ask_reduced(ctx.model, [one.title for one in made], claims, made[0].language)
    return await asyncio.to_thread(as_one, made, whole, about)
