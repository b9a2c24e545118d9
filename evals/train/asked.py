"""Questions with and without an answer on the shelf, and the evidence a search finds for each.

What evals/train/answerable.py learns from.
"""

import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypedDict, cast

from agent.answering.cite import SOURCES, nearest
from agent.answering.private import is_private
from evals.labelled import read_sample
from evals.paraphrased import Paraphrase
from evals.scorers.answers import read_known, read_questions, signed_claims
from evals.squad import signed
from knowledge_base.centring import centred
from knowledge_base.embedders.base import Embedder, Vectors
from knowledge_base.fusion import Evidence
from knowledge_base.library import embed_into
from knowledge_base.passages import Passage, sentences_of
from knowledge_base.shelf import Search, Shelf

UNHEARD = (0x3500, 0x4D00)
"""A range of Han characters that modern texts do not use."""
REGIMES = ((False, 0.0), (True, 0.0), (True, 0.5))
"""Whole paragraphs or single sentences, and the share of strange characters in the question."""
WITHHELD = 0.3
"""Weight of a member's question asked of a shelf that lost its answer."""
PARAPHRASED = 0.3
"""Weight of a question made for the learning."""
SINGLE = 0.2
"""Weight of a question asked of its article alone, and of all other articles alone together."""
ELSEWHERE = 0.05
"""Weight of a question asked of a community it has nothing to do with."""
ABROAD = 0.02
"""The same where the community speaks another language: few questions cross, and these count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The evidence for one question, whether what was found answers it, and what the row weighs.

    `answerable` is the label of a question a member asked; None of one made for the learning.
    """

    evidence: Evidence
    right: bool
    weighs: float
    answerable: bool | None = None


class _Told(TypedDict):
    text: str


class _Asked(TypedDict):
    question: str
    answers: list[_Told]


class _Paragraph(TypedDict):
    context: str
    qas: list[_Asked]


def read(path: Path) -> list[_Paragraph]:
    """The paragraphs with their questions and the words that answer them."""
    articles = json.loads(path.read_text(encoding="utf-8"))["data"]
    return [one for article in articles for one in cast("list[_Paragraph]", article["paragraphs"])]


def shelf_of(texts: list[str], embedder: Embedder) -> Shelf:
    """A shelf whose article numbers are the places of the texts, from 1."""
    return shelf_with(signed(texts), embedder)


def asked_with_and_without(
    paragraphs: list[_Paragraph], embedder: Embedder, *, by_sentence: bool, strange: float
) -> Iterator[tuple[Evidence, bool]]:
    """The evidence of every question, and whether what was found holds the answer."""
    pieces = [
        (home, text)
        for home, one in enumerate(paragraphs)
        for text in (sentences_of(one["context"]) if by_sentence else (one["context"],))
    ]
    shelf = shelf_of([text for _, text in pieces], embedder)
    ids: dict[int, set[str]] = defaultdict(set)
    for passage in shelf.passages:
        ids[pieces[passage.distillation_id - 1][0]].add(passage.id)
    texts = {passage.id: passage.text for passage in shelf.passages}
    draw = random.Random(5)  # noqa: S311
    for home, paragraph in enumerate(paragraphs):
        for asked in paragraph["qas"]:
            question = reworded(asked["question"], strange, draw)
            told = [answer["text"] for answer in asked["answers"]]
            holding = {one for one in ids[home] if any(text in texts[one] for text in told)}
            vector = asked_vector(embedder, asked["question"])
            for without in (set[str](), holding, ids[home]):
                found = shelf.search(question, vector, 1, None, without)
                if found.hits:
                    yield found.evidence, found.hits[0].passage.id in holding


def asked_vector(embedder: Embedder, question: str) -> Vectors:
    """The vector (d,) a library would search with."""
    return centred(embedder.id, question, embedder.embed_question(question))


def reworded(question: str, strange: float, draw: random.Random) -> str:
    """The question with a share of its Han characters replaced by ones no passage has."""
    return "".join(
        chr(draw.randint(*UNHEARD))
        if "\u4e00" <= one <= "\u9fff" and draw.random() < strange
        else one
        for one in question
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question of a community: its vector, ids of the passages that answer, and its label.

    `answerable` is None where it was made for the learning and no member asked it.
    """

    text: str
    vector: Vectors
    holding: frozenset[str]
    answerable: bool | None = None

    @property
    def is_private(self) -> bool:
        """Whether it is never searched."""
        return is_private(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A labelled community: what an expert would sign of it, and what is asked there."""

    passages: tuple[Passage, ...]
    shelf: Shelf
    asked: tuple[Asking, ...]


def room_of(folder: Path, embedder: Embedder, paraphrases: Sequence[Paraphrase]) -> Room:
    """Read a labelled community with the paraphrases that were made for it."""
    sample = read_sample(folder)
    passages = signed_claims(read_known(folder), sample)
    by_members = [
        Asking(
            text=row["question"],
            vector=asked_vector(embedder, row["question"]),
            holding=frozenset(
                one.id
                for one in passages
                if any(sample.ids[id_] in row["ids"] for id_ in one.message_ids)
            ),
            answerable=row["answerable"],
        )
        for row in read_questions(folder)
    ]
    made = [
        Asking(
            text=row["question"],
            vector=asked_vector(embedder, row["question"]),
            holding=frozenset(one.id for one in passages if row["claim"] in one.claim_ids),
        )
        for row in paraphrases
    ]
    shelf = shelf_with(passages, embedder)
    return Room(passages=passages, shelf=shelf, asked=(*by_members, *made))


def cases_of(room: Room, others: Sequence[Room], embedder: Embedder) -> Iterator[Case]:
    """The evidence of every question asked here, and of those of other communities asked here.

    Each is asked of the whole shelf, of one without what answers it, and of shelves that hold a
    single article: its own, and another. What is no case of this room weighs less.
    """
    single = _single_shelves(room, embedder)
    for asking in room.asked:
        weight = PARAPHRASED if asking.answerable is None else 1.0
        yield replace(_case(asking, room.shelf, weight), answerable=asking.answerable)
        if asking.is_private:
            continue
        if asking.holding:
            yield _case(asking, room.shelf, weight * WITHHELD, without=asking.holding)
        for shelf in single:
            own = any(one.id in asking.holding for one in shelf.passages)
            yield _case(asking, shelf, SINGLE if own else SINGLE / len(single))
    for other in others:
        for asking in other.asked:
            if asking.answerable is not None and not asking.is_private:
                case = _case(asking, room.shelf, ELSEWHERE)
                yield replace(case, weighs=ABROAD) if case.evidence.foreign else case


def _single_shelves(room: Room, embedder: Embedder) -> list[Shelf]:
    articles: dict[int, list[Passage]] = defaultdict(list)
    for passage in room.passages:
        articles[passage.distillation_id].append(passage)
    return [shelf_with(passages, embedder) for passages in articles.values()]


def _case(
    asking: Asking,
    shelf: Shelf,
    weighs: float,
    without: frozenset[str] = frozenset(),
) -> Case:
    if asking.is_private:
        found = Search(hits=())
    else:
        found = shelf.search(asking.text, asking.vector, SOURCES, None, without)
    return Case(
        evidence=found.evidence,
        right=any(hit.passage.id in asking.holding for hit in nearest(found.hits)),
        weighs=weighs if found.hits else 0.0,
    )


def shelf_with(passages: Sequence[Passage], embedder: Embedder) -> Shelf:
    """A shelf that holds these passages with their vectors."""
    shelf = Shelf()
    for passage in passages:
        shelf.put(passage)
    embed_into(shelf, embedder, passages)
    return shelf


def of_encyclopedia(path: Path, embedder: Embedder) -> list[Case]:
    """Every question of the file in every regime."""
    paragraphs = read(path)
    return [
        Case(evidence=evidence, right=right, weighs=1.0)
        for by_sentence, strange in REGIMES
        for evidence, right in asked_with_and_without(
            paragraphs, embedder, by_sentence=by_sentence, strange=strange
        )
    ]
