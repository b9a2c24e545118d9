"""What the linker remembers of a room: the last few hundred messages as columns."""

from collections import defaultdict, deque
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

KEPT = 400
ROOM = 1024
POSTINGS = 16
RECENT = 4
NEAR = 40
NOBODY = -1
(AUTHOR, FIRST, SECOND, ORDER, ORDINAL, THREAD, PARENT, PARENT_AUTHOR, REPLIES) = range(9)
(LAST_OF_AUTHOR, LAST_OF_THREAD, BEFORE, WORDS, LENGTH, AUTHOR_AT, THREAD_AT) = range(9, 16)
COLUMNS = 16
COLD_PACE = 60.0
WEIGHTS = tuple(log(1 + KEPT / (1 + found)) for found in range(POSTINGS + 1))
"""What a word says by how often it was heard lately."""

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One message as read for linking: seconds, author, whom it names, its words and cues."""

    at: float
    author: int
    mentions: tuple[int, ...]
    words: frozenset[str]
    cues: tuple[float, ...]
    length: int


class Memory:
    """Columns over the last messages of one room, and indexes from people and words to them.

    Positions count every message ever heard; `base` is the position of column 0. When the
    columns are full all but the last 400 messages are forgotten, so that memory stays flat.
    `counts` (messages) and `partners` (whom they spoke with last) are told of each author at the
    place that column AUTHOR_AT gives, `courses` (messages, speakers, time of the last) of each
    thread at THREAD_AT.
    """

    def __init__(self, cues: int) -> None:
        self.base = 0
        self.end = 0
        self.spoken = 0
        self.at: Floats = np.zeros(ROOM)
        self.columns: Ints = np.full((COLUMNS, ROOM), NOBODY, dtype=np.int64)
        self.cues: Floats = np.zeros((cues, ROOM))
        self.words: deque[frozenset[str]] = deque()
        self.authors: list[int] = []
        self.threads: list[int] = []
        self.parents: list[int] = []
        """Three of the columns once more, to be read one by one; of a thread its place."""
        self._forget_indexes()

    def _forget_indexes(self) -> None:
        self.near: deque[int] = deque(maxlen=NEAR)
        self.by_author: dict[int, deque[int]] = {}
        self.naming: dict[int, deque[int]] = {}
        self.totals: defaultdict[int, int] = defaultdict(int)
        self.partner: dict[int, int] = {}
        self.towards: dict[int, dict[int, int]] = {}
        self.back: dict[int, dict[int, int]] = {}
        self.postings: dict[str, deque[int]] = {}
        self.last_in: dict[int, int] = {}
        self.counts: Ints = np.zeros(ROOM, dtype=np.int64)
        self.partners: Ints = np.full(ROOM, NOBODY, dtype=np.int64)
        self.courses: Floats = np.zeros((3, ROOM))
        self._author_at: dict[int, int] = {}
        self._thread_at: dict[int, int] = {}
        self._spoke_in: defaultdict[int, set[int]] = defaultdict(set)

    def column(self, name: int, positions: Ints) -> Ints:
        """One column at positions; those forgotten give -1."""
        at = positions - self.base
        return np.where(at >= 0, self.columns[name][np.maximum(at, 0)], NOBODY)

    def value(self, name: int, position: int) -> int:
        """One column at one position; -1 when it is forgotten."""
        at = position - self.base
        return int(self.columns[name, at]) if at >= 0 else NOBODY

    def idf(self, word: str) -> float:
        """How much a word says in this room now: the seldom heard ones say more."""
        found = self.postings.get(word)
        return WEIGHTS[len(found)] if found else WEIGHTS[0]

    def mean_gap(self, now: float) -> float:
        """Mean seconds between the last forty messages; a room hardly heard yet counts as slow."""
        if len(self.near) < NEAR:
            return float("inf")
        return max(0.0, now - float(self.at[self.near[0] - self.base])) / NEAR

    def pace(self) -> float:
        """Median seconds between the last messages: the room's own measure of time."""
        if len(self.near) < 2:  # noqa: PLR2004
            return COLD_PACE
        times = self.at[self.near[0] - self.base : self.end - self.base]
        gaps = np.maximum(times[1:] - times[:-1], 0.0)
        gaps.sort()
        return float(gaps[len(gaps) // 2])

    def in_threads(self, members: tuple[int, ...]) -> Flags:
        """Whether any of them spoke in a thread, by the place of the thread."""
        found = np.zeros(ROOM, dtype=bool)
        for member in members:
            spoke = self._spoke_in.get(member)
            if spoke:
                found[[*spoke]] = True
        return found

    def last_of(self, author: int) -> int:
        """The position of somebody's newest message, or -1."""
        found = self.by_author.get(author)
        return found[-1] if found else NOBODY

    def hear(self, heard: Heard, parent: int) -> int:
        """Remember a message and the position it answers (-1: none); give its position."""
        if self.end - self.base == ROOM:
            self._forget()
        position, at = self.end, self.end - self.base
        self.end += 1
        kept = parent if parent >= self.base else NOBODY
        thread = self.value(THREAD, kept) if kept != NOBODY else position
        row = self.columns[:, at]
        row[AUTHOR] = heard.author
        row[FIRST] = heard.mentions[0] if heard.mentions else NOBODY
        row[SECOND] = heard.mentions[1] if len(heard.mentions) > 1 else NOBODY
        row[ORDER], row[ORDINAL] = self.spoken, self.totals[heard.author]
        row[THREAD], row[PARENT] = thread, kept
        row[PARENT_AUTHOR] = self.value(AUTHOR, kept) if kept != NOBODY else NOBODY
        row[REPLIES] = 0
        row[BEFORE] = self.last_of(heard.author)
        row[WORDS], row[LENGTH] = len(heard.words), heard.length
        row[LAST_OF_AUTHOR] = row[LAST_OF_THREAD] = 1
        self.at[at] = heard.at
        self.cues[:, at] = heard.cues
        self.words.append(heard.words)
        self.authors.append(heard.author)
        self.parents.append(kept)
        self._index(heard, position, kept, thread)
        return position

    def _place(self, at: int, author: int, thread: int) -> None:
        """Count a message of an author in a thread, each at its place."""
        mine = self._author_at.setdefault(author, len(self._author_at))
        there = self._thread_at.setdefault(thread, len(self._thread_at))
        self.columns[AUTHOR_AT, at], self.columns[THREAD_AT, at] = mine, there
        self.threads.append(there)
        self.totals[author] += 1
        self.counts[mine] = self.totals[author]
        course = self.courses[:, there]
        course[0] += 1
        if there not in self._spoke_in[author]:
            self._spoke_in[author].add(there)
            course[1] += 1
        course[2] = self.at[at]

    def _index(self, heard: Heard, position: int, parent: int, thread: int) -> None:
        author = heard.author
        self._flag(LAST_OF_AUTHOR, self.last_of(author))
        self._flag(LAST_OF_THREAD, self.last_in.get(thread, NOBODY))
        self.last_in[thread] = position
        self.spoken += 1
        self._place(position - self.base, author, thread)
        self.near.append(position)
        self.by_author.setdefault(author, deque(maxlen=RECENT)).append(position)
        for named in heard.mentions:
            self.naming.setdefault(named, deque(maxlen=RECENT)).append(position)
            self._meet(author, named)
        for word in heard.words:
            self.postings.setdefault(word, deque(maxlen=POSTINGS)).append(position)
        if parent != NOBODY:
            self.columns[REPLIES, parent - self.base] += 1
            other = self.value(AUTHOR, parent)
            if other not in (author, NOBODY):
                self._meet(author, other)

    def _meet(self, author: int, other: int) -> None:
        self.partner[author] = self.partners[self._author_at[author]] = other
        towards, back = self.towards.setdefault(author, {}), self.back.setdefault(other, {})
        towards[other] = back[author] = towards.get(other, 0) + 1

    def _flag(self, name: int, position: int) -> None:
        if position >= self.base:
            self.columns[name, position - self.base] = 0

    def _forget(self) -> None:
        """Keep the last 400 messages and rebuild the indexes from them."""
        cut = ROOM - KEPT
        for table in (self.columns, self.cues):
            table[:, :KEPT] = table[:, cut:].copy()
        self.at[:KEPT] = self.at[cut:].copy()
        self.base += cut
        for _ in range(cut):
            self.words.popleft()
        for column in (self.authors, self.parents):
            del column[:cut]
        self.threads.clear()
        self._forget_indexes()
        for at in range(KEPT):
            self._reindex(at)

    def _reindex(self, at: int) -> None:
        row, position = self.columns[:, at], self.base + at
        author, thread = int(row[AUTHOR]), int(row[THREAD])
        self.last_in[thread] = position
        self.totals[author] = int(row[ORDINAL])
        self._place(at, author, thread)
        self.near.append(position)
        self.by_author.setdefault(author, deque(maxlen=RECENT)).append(position)
        for named in (int(row[FIRST]), int(row[SECOND])):
            if named != NOBODY:
                self.naming.setdefault(named, deque(maxlen=RECENT)).append(position)
                self._meet(author, named)
        for word in self.words[at]:
            self.postings.setdefault(word, deque(maxlen=POSTINGS)).append(position)
        other = int(row[PARENT_AUTHOR])
        if other not in (author, NOBODY):
            self._meet(author, other)
