"""The passages of one community in memory: words, vectors, and the search over both."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge_base.asked_about import asked_about
from knowledge_base.embedders.base import Vectors
from knowledge_base.fusion import (
    NOTHING,
    RERANKED,
    Asked,
    Candidate,
    Evidence,
    evidence,
    fused,
    minmax,
    probabilities,
)
from knowledge_base.lexical import Floats, LexicalIndex, Rows, asked, best, coverage, tokens
from knowledge_base.passages import Passage

REACH = 60
"""Candidates each of the two searches names."""
RIVALS = 9
"""Strongest cosines the best one is compared with."""
MANY = 1000
"""Rows from which several threads compare them sooner than one."""
WEIGHED = 3
"""Hits whose own evidence is weighed: the best answers, the next are offered where it does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage found, its probability to be the best, and the two scores behind it.

    `evidence` is what speaks for it; only the first WEIGHED hits have any.
    """

    passage: Passage
    score: float
    lexical: float
    cosine: float
    evidence: Evidence = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What a search gave: hits, best first, and the evidence of the best."""

    hits: tuple[Hit, ...]
    evidence: Evidence = NOTHING


class Shelf:
    """Rows of passages. Adding costs what the passage costs; removing acts at once."""

    def __init__(self) -> None:
        self._rows: list[Passage | None] = []
        self._of: dict[str, int] = {}
        self._lexical = LexicalIndex()
        self._vectors: Vectors | None = None
        self._has_vector = np.zeros(0, dtype=bool)
        self._parts: dict[str, Vectors] = {}

    def __len__(self) -> int:
        """How many passages may be found."""
        return len(self._of)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage that may be found."""
        return tuple(passage for passage in self._rows if passage is not None)

    def put(self, passage: Passage) -> None:
        """Put a passage in; one of the same id is replaced."""
        self.take(passage.id)
        self._of[passage.id] = self._lexical.add(passage.words)
        self._rows.append(passage)

    def take(self, id: str) -> None:  # noqa: A002
        """Take a passage out; an unknown one is none."""
        row = self._of.pop(id, None)
        if row is None:
            return
        self._lexical.remove(row)
        self._rows[row] = None
        self._parts.pop(id, None)
        if row < len(self._has_vector):
            self._has_vector[row] = False
        if self._lexical.is_half_dead:
            self._sweep()

    def of_distillation(self, distillation_id: int) -> tuple[Passage, ...]:
        """The passages of one article."""
        return tuple(one for one in self.passages if one.distillation_id == distillation_id)

    def without_vector(self) -> tuple[Passage, ...]:
        """Passages that only their words can find yet."""
        self._grow(0)
        return tuple(self._passage(row) for row in self._of.values() if not self._has_vector[row])

    def set_vectors(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Give passages their vectors, of length 1; those gone meanwhile are passed over."""
        self._grow(vectors.shape[1])
        assert self._vectors is not None
        for id_, vector in zip(ids, vectors, strict=True):
            row = self._of.get(id_)
            if row is not None:
                self._vectors[row] = vector
                self._has_vector[row] = bool(vector.any())

    def set_parts(self, parts: Mapping[str, Vectors]) -> None:
        """Give long passages the vectors (n, d) of their sentences, by id."""
        self._parts |= {id_: vectors for id_, vectors in parts.items() if id_ in self._of}

    def vectors_of(self, ids: Sequence[str]) -> tuple[list[str], Vectors]:
        """The ids that have a vector, and these."""
        self._grow(0)
        known = [id_ for id_ in ids if id_ in self._of and self._has_vector[self._of[id_]]]
        if self._vectors is None or not known:
            return [], np.zeros((0, 0), dtype=np.float32)
        return known, self._vectors[[self._of[id_] for id_ in known]]

    def keyed_vectors(self, ids: Sequence[str]) -> tuple[list[str], Vectors]:
        """Return the keys of the passages that have a vector, and these."""
        known, vectors = self.vectors_of(ids)
        return [self._passage(self._of[id_]).key for id_ in known], vectors

    def search(
        self,
        question: str,
        vector: Vectors | None,
        k: int,
        near: Iterable[str] | None = None,
        without: Collection[str] = (),
    ) -> Search:
        """Find the k best passages.

        `near` are ids that an index names as nearest to the vector; without it all vectors are
        compared exactly. Passages named in `without` are passed over.
        """
        if not self._of:
            return Search(hits=())
        hidden = np.array([self._of[id_] for id_ in without if id_ in self._of], dtype=np.int64)
        tokens_asked = asked(question)
        scores = self._lexical.scores(tokens_asked, REACH + len(hidden))
        scores[hidden] = 0
        by_words = best(scores, REACH).rows
        rows = np.union1d(by_words, self._by_meaning(vector, near, by_words, hidden))
        if len(rows) == 0:
            return Search(hits=())
        lexical = self._lexical.scores_of(tokens_asked, rows)
        cosines = None
        if vector is not None and self._vectors is not None and vector.any():
            cosines = self._closer(rows, self._cosines(vector, rows), vector)
        first = self._passage(int(by_words[0])).words if len(by_words) else ""
        return self._ranked(self._asked(question), rows, first, lexical, cosines, k)

    def _by_meaning(
        self, vector: Vectors | None, near: Iterable[str] | None, by_words: Rows, hidden: Rows
    ) -> Rows:
        """Nearest rows among those named by the index or by words, or among all; none without."""
        self._grow(0)
        if vector is None or self._vectors is None or not vector.any():
            return by_words[:0]
        if near is None:
            cosines = self._cosines(vector, slice(len(self._rows)))
            cosines[hidden] = 0
            return best(cosines, REACH).rows
        named = np.array([self._of[id_] for id_ in near if id_ in self._of], dtype=np.int64)
        among = np.setdiff1d(np.union1d(named, by_words), hidden)
        return among[best(self._cosines(vector, among), REACH).rows]

    def _asked(self, question: str) -> Asked:
        weights = asked(question)
        worth = {token: weight * self._lexical.idf(token) for token, weight in weights.items()}
        known = {name for one in self.passages for name in one.speakers if name}
        people = asked_about(question, known)
        return Asked(text=question, worth=worth, rarest=self._lexical.idf(""), people=people)

    def _ranked(
        self,
        question: Asked,
        rows: Rows,
        first: str,
        lexical: Floats,
        dense: Floats | None,
        k: int,
    ) -> Search:
        """Fuse both scores, look at the best more closely, and weigh the winner."""
        share = coverage(question.worth, tokens(first), question.worth)
        cosines = np.zeros(len(rows), np.float32) if dense is None else dense
        scores = fused(lexical, dense, share)
        order = np.lexsort((rows, -scores))[: max(k, RERANKED)]
        candidates = self._candidates(rows, order, lexical, cosines, scores)
        leads = probabilities(question, candidates[:RERANKED])
        ranking = [int(place) for place in np.argsort(-leads, kind="stable")]
        ranking += range(len(leads), len(candidates))
        weighed = [
            self._weighed(question, candidates, cosines, order, place, float(leads[place]))
            for place in ranking[:WEIGHED]
            if place < RERANKED
        ]
        hits = tuple(
            Hit(
                passage=self._passage(int(rows[order[place]])),
                score=float(leads[place]) if place < RERANKED else 0.0,
                lexical=candidates[place].lexical,
                cosine=candidates[place].cosine,
                evidence=weighed[at] if at < len(weighed) else NOTHING,
            )
            for at, place in enumerate(ranking[:k])
        )
        return Search(hits=hits, evidence=weighed[0])

    def _weighed(
        self,
        question: Asked,
        candidates: list[Candidate],
        cosines: Floats,
        order: Rows,
        place: int,
        lead: float,
    ) -> Evidence:
        others = np.delete(cosines, order[place])
        rivals = [float(one) for one in np.sort(others)[::-1][:RIVALS]]
        return evidence(question, candidates[place], lead, rivals)

    def _candidates(
        self, rows: Rows, order: Rows, lexical: Floats, cosines: Floats, scores: Floats
    ) -> list[Candidate]:
        stretched = minmax(cosines)
        return [
            Candidate(
                text=self._passage(int(rows[place])).words,
                lexical=float(lexical[place]),
                cosine=float(cosines[place]),
                fused=float(scores[place]),
                stretched=float(stretched[place]),
                told=self._passage(int(rows[place])).text,
                speakers=self._passage(int(rows[place])).speakers,
            )
            for place in order
        ]

    def _closer(self, rows: Rows, cosines: Floats, vector: Vectors) -> Floats:
        """Of a long passage the mean of its cosine and that of its nearest sentence."""
        closer = cosines.copy()
        for place, row in enumerate(rows):
            parts = self._parts.get(self._passage(int(row)).id)
            if parts is not None:
                closer[place] = (cosines[place] + float((parts @ vector).max())) / 2
        return closer

    def _cosines(self, vector: Vectors, rows: Rows | slice) -> Floats:
        """Cosine of each of these rows; 0 of one without a vector.

        A few rows are multiplied in this thread: those of BLAS go on spinning for as long as a
        question takes to be embedded, on the core that would help with it.
        """
        assert self._vectors is not None
        chosen = self._vectors[rows]
        few = len(chosen) <= MANY
        cosines = np.einsum("ij,j->i", chosen, vector) if few else chosen @ vector
        return np.where(self._has_vector[rows], cosines, 0).astype(np.float32)

    def _passage(self, row: int) -> Passage:
        passage = self._rows[row]
        assert passage is not None
        return passage

    def _grow(self, size: int) -> None:
        """Make room for a vector of `size` numbers per row, doubling as it grows."""
        room = len(self._has_vector)
        if room < len(self._rows):
            more = max(len(self._rows), room * 2, 64) - room
            self._has_vector = np.concatenate([self._has_vector, np.zeros(more, dtype=bool)])
            if self._vectors is not None:
                wide = np.zeros((more, self._vectors.shape[1]), dtype=np.float32)
                self._vectors = np.concatenate([self._vectors, wide])
        if self._vectors is None and size:
            self._vectors = np.zeros((len(self._has_vector), size), dtype=np.float32)

    def _sweep(self) -> None:
        """Build everything anew from what is alive."""
        alive = self.passages
        ids, vectors = self.vectors_of([passage.id for passage in alive])
        parts = self._parts
        self._rows, self._of, self._lexical = [], {}, LexicalIndex()
        self._vectors, self._has_vector = None, np.zeros(0, dtype=bool)
        self._parts = {}
        for passage in alive:
            self.put(passage)
        if ids:
            self.set_vectors(ids, vectors)
        self.set_parts(parts)
