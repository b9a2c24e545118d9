"""Members' questions asked of a library that holds what an expert would sign.

The must_keep claims are signed, one article per thread under the words that opened it, each with
the messages it rests on and the questions distilling writes beside it offline; then every labelled
question is asked of the product as a member would.
"""

import asyncio
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypedDict, cast

from agent.decide import linked
from agent.distilling.expansions import asked_before, expansions_of
from agent.distilling.keyterms import key_terms
from agent.distilling.parents import Exchange, exchange_of
from agent.distilling.sentences import tidy
from agent.graphs.answer import answer
from agent.listening.threads import threads_of
from agent.models.base import ChatModel
from agent.models.batch import BatchModel
from community.conversation import Message, Talk
from community.distillation import (
    ArticleKind,
    Citation,
    Claim,
    ClaimKind,
    ClaimState,
    Distillation,
)
from community.errors import Invalid
from community.question import Answer
from evals.engines import engine_of
from evals.labelled import Sample, read_sample
from evals.task import Figures, Options
from evals.vectors import cached
from knowledge_base.embedders.base import Embedder
from knowledge_base.embedders.installed import installed_embedder
from knowledge_base.library import Library
from knowledge_base.passages import Passage, passages_of
from knowledge_base.shelf import Search

TITLE = 120
_WHEN = datetime(2026, 1, 1, tzinfo=UTC)


class Known(TypedDict, total=False):
    """One labelled claim."""

    thread_root: str
    claim: str
    ids: list[str]
    kind: str
    must_keep: bool


class Question(TypedDict):
    """One labelled question; the ids of the messages that answer it."""

    id: str
    question: str
    answerable: bool
    ids: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A labelled question, what it was answered, and the export's ids the answer cites."""

    id: str
    answerable: bool
    ids: frozenset[str]
    answer: Answer
    cited: frozenset[str]

    @property
    def right(self) -> bool:
        """Answered with a right id among the citations, or refused where nobody answered."""
        if not self.answerable:
            return not self.answer.answered
        return self.answer.answered and bool(self.ids & self.cited)


def measure(options: Options) -> Figures:
    """answered_right and refused_right of one labelled folder; with a model how often it spoke.

    With `--requests` the requests that wait for a reply are written and nothing is scored.
    """
    assert options.data is not None
    engine = None if options.engine == "offline" else engine_of(options)
    asked = asyncio.run(ask_all(options.data, cached(installed_embedder()), engine))
    if isinstance(engine, BatchModel):
        if options.requests is not None:
            lines = "".join(f"{line}\n" for line in engine.waiting.values())
            options.requests.write_text(lines, encoding="utf-8")
            return {"requests": len(engine.waiting)}
        spoke = sum(one.answer.engine == engine.engine for one in asked)
        return figures(asked) | {"by_model": spoke, "unanswered_requests": len(engine.waiting)}
    return figures(asked)


def figures(asked: Sequence[Asked]) -> Figures:
    """Shares of the answerable and of the unanswerable questions that came out right."""
    shares = {
        name: [one.right for one in asked if one.answerable is answerable]
        for name, answerable in (("answered_right", True), ("refused_right", False))
    }
    return {name: round(sum(right) / len(right), 4) for name, right in shares.items() if right}


async def ask_all(
    folder: Path, embedder: Embedder, model: ChatModel | None = None
) -> tuple[Asked, ...]:
    """Ask every question of the folder; without a model the passages speak."""
    sample = read_sample(folder)
    library = await Library.exact(signed_claims(read_known(folder), sample), embedder)
    language = sample.talk.community.language

    async def search(question: str) -> Search:
        return await library.search(sample.talk.community.id, question)

    found: list[Asked] = []
    for row in read_questions(folder):
        try:
            given = await answer(
                row["question"], language=language, search=search, model=model, now=_WHEN
            )
        except Invalid:
            given = Answer(answered=False)
        cited = {sample.ids[id_] for one in given.citations for id_ in one.message_ids}
        found.append(
            Asked(
                id=row["id"],
                answerable=row["answerable"],
                ids=frozenset(row["ids"]),
                answer=given,
                cited=frozenset(cited),
            )
        )
    return tuple(found)


def read_known(folder: Path) -> list[Known]:
    """What a labelled folder says its people know."""
    return cast("list[Known]", _lines(folder / "knowledge.jsonl"))


def read_questions(folder: Path) -> list[Question]:
    """The labelled questions of a folder."""
    return cast("list[Question]", _lines(folder / "questions.jsonl"))


def signed_claims(known: Sequence[Known], sample: Sample) -> tuple[Passage, ...]:
    """The claims an expert would keep, thread by thread, as signed articles."""
    ours = {theirs: id_ for id_, theirs in sample.ids.items()}
    messages = {message.id: message for message in sample.talk.messages}
    threads: dict[str, list[Claim]] = defaultdict(list)
    for number, row in enumerate(known, start=1):
        if row.get("must_keep"):
            cited = [messages[ours[theirs]] for theirs in row.get("ids", []) if theirs in ours]
            threads[row.get("thread_root", "")].append(_claim(number, row, cited))
    exchanges = _exchanges(sample.talk)
    return tuple(
        passage
        for number, (root, claims) in enumerate(threads.items(), start=1)
        for passage in passages_of(
            expanded(
                _article(number, messages.get(ours.get(root, 0)), claims, sample),
                sample.talk,
                exchanges,
            ),
            signed_by="expert",
        )
    )


def _exchanges(talk: Talk) -> Mapping[int, Exchange]:
    """The thread of each message, by the product's own links."""
    whole = linked(talk)
    exchanges = (
        exchange_of(thread, whole) for thread in threads_of(whole.messages, whole.links.values())
    )
    return {message.id: each for each in exchanges for message in each.thread.messages}


def expanded(article: Distillation, talk: Talk, exchanges: Mapping[int, Exchange]) -> Distillation:
    """The article with the questions that distilling writes beside its claims."""
    return replace(
        article,
        claims=tuple(_asked_of(claim, article, talk, exchanges) for claim in article.claims),
    )


def _asked_of(
    claim: Claim, article: Distillation, talk: Talk, exchanges: Mapping[int, Exchange]
) -> Claim:
    exchange = exchanges.get(claim.citations[0].message_id) if claim.citations else None
    if exchange is None:
        return claim
    terms = [term.text for term in key_terms(article.claims, talk, exchange.thread.messages)]
    above = asked_before(claim, exchange, ())
    return replace(claim, expansions=expansions_of(claim, (*above, article.title), terms))


def _claim(number: int, row: Known, cited: Sequence[Message]) -> Claim:
    return Claim(
        id=number,
        text=row.get("claim", ""),
        kind=ClaimKind(row.get("kind", "fact")),
        citations=tuple(
            Citation(message_id=one.id, start=0, end=len(one.text), quote=one.text) for one in cited
        ),
        state=ClaimState.APPROVED,
    )


def _article(
    number: int, root: Message | None, claims: Sequence[Claim], sample: Sample
) -> Distillation:
    return Distillation(
        id=number,
        community_id=sample.talk.community.id,
        zone_id=sample.talk.zone.id,
        root_id=root.id if root else 1,
        title=tidy(root.text)[:TITLE] if root else "",
        kind=ArticleKind.FAQ,
        language=sample.talk.community.language,
        claims=tuple(claims),
        message_ids=(),
        created_at=_WHEN,
        signed_by_id=1,
        signed_at=_WHEN,
    )


def _lines(path: Path) -> list[Mapping[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
