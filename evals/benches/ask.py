"""How long a member waits for an answer: question in, cited answer out, offline.

Shelves `--size` passages of one community (10,000 without), opens the index, and asks questions
one by one, each embedded by the real embedder and answered extractively; `first_sentence` is when
a page that listens hears the first one. The vectors of the passages are drawn, not made: making
them is no part of an answer. Floor: embedding the question alone, and one exact comparison with
all vectors.
"""

import asyncio
import random
import tempfile
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from agent.answering.telling import Heard
from agent.graphs.answer import Find, answer
from community.question import AnswerSentence
from evals.squad import COMMUNITY
from evals.task import Figures, Options
from knowledge_base.embedders.base import Embedder, Vectors, unit
from knowledge_base.embedders.installed import installed_embedder
from knowledge_base.lexical import tokens
from knowledge_base.library import Library
from knowledge_base.passages import Passage
from knowledge_base.shelf import Search

SIZE = 10_000
QUESTIONS = 200
DEEP = 10
_WHEN = datetime(2026, 1, 1, tzinfo=UTC)
_WHO = "新来的老师 班主任 课代表 家长委员 值日组长 实习生 老客户 项目经理 测试组 小组长"
_WHAT = "晚到条 复课条 报价单 周报 值班表 家访记录 分层作业 错题本 预算表 面试题 复盘会 公开课"
_HOW = "先写 每周核对 提前一天发 当面讲清 贴在墙上 分两次交 只留三条 换人复核 录下来看"
_WHY = "怕忘 省时间 防止返工 让人安心 少吵架 好交接 能对账 不用再问 数字对得上"


class DrawnVectors:
    """The real embedder takes its time for a question; directions are drawn from the words.

    Texts that share words lie near each other, as they do for a real model.
    """

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._size = len(embedder.embed_question("问"))
        self._drawn: dict[str, Vectors] = {}
        self.id = f"drawn-{embedder.id}"

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors (len(texts), d): the mean direction of the words."""
        sums = np.zeros((len(texts), self._size), dtype=np.float32)
        for row, text in enumerate(texts):
            for token in tokens(text):
                sums[row] += self._direction(token)
        return unit(sums)

    def embed_question(self, text: str) -> Vectors:
        """A direction among those of the passages, after the real model's time."""
        self._embedder.embed_question(text)
        return self.embed_passages([text])[0]

    def _direction(self, token: str) -> Vectors:
        if token not in self._drawn:
            seed = zlib.crc32(token.encode())
            drawn = np.random.default_rng(seed).normal(size=self._size)
            self._drawn[token] = drawn.astype(np.float32)
        return self._drawn[token]


def passages(size: int) -> Iterator[Passage]:
    """Short claims, no two alike: who does what how and why, with a number."""
    draw = random.Random(7)  # noqa: S311
    for number in range(1, size + 1):
        who, what = draw.choice(_WHO.split()), draw.choice(_WHAT.split())
        how, why = draw.choice(_HOW.split()), draw.choice(_WHY.split())
        yield Passage(
            id=f"{number}.1.0",
            community_id=COMMUNITY,
            distillation_id=number,
            version=1,
            position=0,
            title=f"{what}怎么弄?",
            text=f"{who}的{what}{how},{why};第{number}组满{draw.randint(2, 90)}天见效,之前不算",
            claim_ids=(number,),
            message_ids=(number,),
            language="zh",
            signed_by="expert",
            signed_at=_WHEN,
        )


@dataclass(slots=True)
class Told:
    """When each sentence was heard, in seconds of the clock."""

    sentences: list[float] = field(default_factory=list[float])

    def hear(self, piece: Heard) -> None:
        """Note a sentence; sources come before and are no words of an answer."""
        if isinstance(piece, AnswerSentence):
            self.sentences.append(time.perf_counter())


def measure(options: Options) -> Figures:
    """p50 and p95 of an answer in milliseconds, the floor, and recall against exact search."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(timed(options.size or SIZE, Path(folder)))


async def timed(size: int, folder: Path) -> Figures:
    """Ask QUESTIONS questions of `size` passages."""
    embedder = DrawnVectors(installed_embedder())
    shelved = list(passages(size))
    library = Library(folder / "index", embedder)
    shelving = await _shelved(library, shelved)
    sought, questions = _questions(shelved)

    async def search(text: str) -> Search:
        return await library.search(COMMUNITY, text)

    for question in questions[:5]:
        await answer(f"{question}呢", language="zh", search=search, model=None, now=_WHEN)
    searches, found = await _searched(search, sought)
    answers, first = await _answered(search, questions)
    exact = await Library.exact(shelved, embedder)
    again = [await exact.search(COMMUNITY, question) for question in sought]
    await library.close()
    matrix = embedder.embed_passages([one.text for one in shelved])
    return {
        "passages": size,
        "index": library.health.index.value,
        "p50_ms": milliseconds(answers, 0.5),
        "p95_ms": milliseconds(answers, 0.95),
        "answered": round(len(first) / len(questions), 4),
        "first_sentence_p95_ms": milliseconds(first or [0.0], 0.95),
        "search_p50_ms": milliseconds(searches, 0.5),
        "search_p95_ms": milliseconds(searches, 0.95),
        "recall": round(
            float(np.mean([_shared(*pair) for pair in zip(found, again, strict=True)])), 4
        ),
        "shelving_s": round(shelving, 2),
        **_floor(embedder, matrix, questions),
    }


async def _searched(search: Find, questions: Sequence[str]) -> tuple[list[float], list[Search]]:
    """Seconds of each search, and what it found."""
    seconds: list[float] = []
    found: list[Search] = []
    for question in questions:
        start = time.perf_counter()
        found.append(await search(question))
        seconds.append(time.perf_counter() - start)
    return seconds, found


async def _answered(search: Find, questions: Sequence[str]) -> tuple[list[float], list[float]]:
    """Seconds of each answer, and until its first sentence where there is one."""
    seconds: list[float] = []
    first: list[float] = []
    for question in questions:
        told, start = Told(), time.perf_counter()
        await answer(question, language="zh", search=search, model=None, now=_WHEN, tell=told.hear)
        seconds.append(time.perf_counter() - start)
        first += [at - start for at in told.sentences[:1]]
    return seconds, first


async def _shelved(library: Library, passages_: Sequence[Passage]) -> float:
    """Seconds until all of them stand in words, vectors and index."""
    start = time.perf_counter()
    await library.load(passages_)
    await library.catch_up()
    return time.perf_counter() - start


def _questions(shelved: Sequence[Passage]) -> tuple[list[str], list[str]]:
    """Those that are searched and those that are answered, no text twice: vectors are kept."""
    draw = random.Random(11)  # noqa: S311
    some = draw.sample(shelved, len(shelved))
    texts = list(dict.fromkeys(f"{one.text[:14]}要多少天见效" for one in some))
    half = min(QUESTIONS, len(texts) // 2)
    return texts[:half], texts[half : 2 * half]


def _shared(one: Search, other: Search) -> float:
    wanted = {hit.passage.id for hit in other.hits}
    return len({hit.passage.id for hit in one.hits} & wanted) / max(len(wanted), 1)


def _floor(embedder: Embedder, matrix: Vectors, questions: Sequence[str]) -> Figures:
    embedding: list[float] = []
    comparing: list[float] = []
    for question in questions:
        start = time.perf_counter()
        embedder.embed_question(question)
        embedding.append(time.perf_counter() - start)
    for vector in embedder.embed_passages(questions):
        start = time.perf_counter()
        np.argpartition(-(matrix @ vector), min(DEEP, len(matrix) - 1))
        comparing.append(time.perf_counter() - start)
    return {
        "floor_embedding_p50_ms": milliseconds(embedding, 0.5),
        "floor_embedding_p95_ms": milliseconds(embedding, 0.95),
        "floor_exact_p50_ms": milliseconds(comparing, 0.5),
    }


def milliseconds(seconds: Sequence[float], share: float) -> float:
    """A quantile in milliseconds."""
    return round(float(np.quantile(seconds, share)) * 1000, 2)
