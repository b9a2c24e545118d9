"""New signed words → the questions that waited for them; told, or shown to who looks after them."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from agent.answering.folding import Near, folded, same
from agent.answering.late import Late, chance_of, late
from agent.gate_settings import settings_of
from agent.hours import awake_at
from community.actions.questions import propose_answer
from community.distillation import Distillation
from community.errors import Invalid
from community.jobs import Job
from community.people import Community
from community.question import WAITING, Answer, Question
from community.store import communities
from community.store.distillations import distillation
from community.store.questions import questions_of
from knowledge_base.lexical import plain
from server.late import answer_and_tell
from server.relaying import relayed_in
from server.work import Work

REMEMBERED = timedelta(days=90)
"""A question older than this is no longer brought back."""
MEANT = 60
"""Waiting questions compared by their meaning, the newest; the others by words alone."""
NOTHING = Answer(answered=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """What was signed or changed, and the waiting questions it was written for."""

    home: Community
    article: Distillation
    written_for: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the library says now to a question that waited, and what becomes of it."""

    answer: Answer
    verdict: Late


def reask_job(work: Work, article: Distillation, due: datetime | None = None) -> Job:
    """Ask again, in open hours, what this article may answer now."""
    return Job(
        name="reask",
        key=f"reask:{article.community_id}:{article.id}",
        room=f"library:{article.community_id}",
        due=due or work.now,
        payload={"community": article.community_id, "distillation": article.id},
    )


async def reask(work: Work) -> None:
    """Ask every waiting question again after one article was signed or changed.

    What the article answers for certain, or was written for, is told to its asker alone; what it
    may answer is shown to those who look after questions; all else waits on.
    """
    async with work.deps.store.read() as tx:
        home = await communities.community(tx, work.number("community"))
        article = await distillation(tx, work.number("distillation"))
        waiting = () if home is None else await questions_of(tx, home.id, states=WAITING)
        brought = frozenset[int]() if article is None else await relayed_in(tx, article)
    if home is None or article is None:
        return
    awake = awake_at(settings_of(home.settings), work.now, home.timezone)
    if awake > work.now:
        async with work.finishing() as change:
            await work.deps.queue.put(change.tx, reask_job(work, article, awake))
        return
    since = work.now - REMEMBERED
    asked = [each for each in waiting if each.at > since]
    likeness = (await work.deps.thinking()).library.likeness
    await asyncio.to_thread(likeness.know, [each.whole for each in asked][:MEANT])
    made = _written_for(asked, article, brought, likeness.between)
    signed = Signed(home=home, article=article, written_for=made)
    found = {each.id: await _again(work, signed, each) for each in asked}
    await _settle(work, home, asked, found, likeness.between)


async def _settle(
    work: Work, home: Community, asked: Sequence[Question], found: Mapping[int, Found], near: Near
) -> None:
    answers = {key: each.answer for key, each in found.items() if each.verdict is Late.TELL}
    async with work.finishing() as change:
        told = set[int]()
        for group in shared(asked, answers, near):
            await answer_and_tell(change, work.deps, home, group, work.now)
            told |= {each.id for each, _ in group}
        for each in asked:
            proposed = each.id not in told and found[each.id].verdict is Late.PROPOSE
            if proposed and await propose_answer(change.tx, each, found[each.id].answer):
                change.tell("question", home.id, each.id, each.zone_id)


def _written_for(
    asked: Sequence[Question], article: Distillation, brought: frozenset[int], near: Near
) -> frozenset[int]:
    """The questions whose own relay or title the article has, and those that ask the same."""
    titled = plain(article.title)
    own = [each for each in asked if each.id in brought or plain(each.whole) == titled]
    return frozenset(
        each.id
        for each in asked
        if article.id not in each.declined and any(same(each.whole, one.whole, near) for one in own)
    )


async def _again(work: Work, signed: Signed, asked: Question) -> Found:
    """What the library says now; what is no question any more stays without an answer."""
    thinking = await work.deps.thinking()
    article = signed.article
    try:
        given = await thinking.ask(signed.home, asked.whole, work.now)
        if asked.id in signed.written_for and not _rests_on(given, article):
            given = await thinking.ask(signed.home, article.title, work.now)
    except Invalid:
        return Found(answer=NOTHING, verdict=Late.WAIT)
    kept = replace(given, understood=asked.answer.understood)
    if not _rests_on(given, article):
        return Found(answer=NOTHING, verdict=Late.WAIT)
    if asked.id in signed.written_for:
        return Found(answer=kept, verdict=Late.TELL)
    searched = await thinking.search(signed.home.id, asked.whole)
    chance = chance_of(searched, article.id)
    return Found(answer=kept, verdict=late(given, article.id, chance, asked.declined))


def _rests_on(given: Answer, article: Distillation) -> bool:
    return any(one.distillation_id == article.id for one in given.citations)


def shared(
    asked: Sequence[Question], answers: Mapping[int, Answer], near: Near
) -> list[list[tuple[Question, Answer]]]:
    """Groups that ask the same, each with its own answer or that of one of them; none has none."""
    known = {each.id: each for each in asked}
    found: list[list[tuple[Question, Answer]]] = []
    for group in folded([(each.id, each.whole) for each in asked], near):
        given = next((answers[id_] for id_ in group if id_ in answers), None)
        if given is not None:
            own = [(known[id_], answers.get(id_, given)) for id_ in group]
            found.append([_with(*each) for each in own if not _declined(*each)])
    return found


def _declined(asked: Question, given: Answer) -> bool:
    return any(one.distillation_id in asked.declined for one in given.citations)


def _with(asked: Question, given: Answer) -> tuple[Question, Answer]:
    return asked, replace(given, understood=asked.answer.understood)
