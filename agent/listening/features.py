"""What speaks for one message answering another: one row for each candidate, the first is "none".

Families: who (author, mention, partner), when (distance, seconds, ratio to the room's own pace),
what (shared words, weighted by how seldom they are heard), which cue (question, thanks, call …)
and the state of the talk (threads so far, who is in them, who has been answered).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest

import numpy as np
from numpy.typing import NDArray

from agent.listening.following import AHEAD, following
from agent.listening.memory import (
    AUTHOR,
    AUTHOR_AT,
    BEFORE,
    FIRST,
    LAST_OF_AUTHOR,
    LAST_OF_THREAD,
    LENGTH,
    NOBODY,
    ORDER,
    ORDINAL,
    PARENT,
    PARENT_AUTHOR,
    REPLIES,
    ROOM,
    SECOND,
    THREAD,
    THREAD_AT,
    WEIGHTS,
    WORDS,
    Floats,
    Heard,
    Ints,
    Memory,
)

FAR = 3
GENERAL = 31
WHO, WHEN, WHAT, STATE, PAIR = 18, 26, 57, 71, 83
"""Where each family of a pair ends; what follows fills the rest."""
Flags = NDArray[np.bool_]
Rows = NDArray[np.float32]


Shared = tuple[dict[int, float], dict[int, float]]
"""Weight of shared words by position, and by place of the thread (each word once)."""


@dataclass(frozen=True, slots=True)
class Lineup:
    """The candidates of one message side by side, newest first: what is remembered of each.

    `seconds` is the time since each; negative where the clock jumped back.
    """

    at: Ints
    table: Ints
    cue: Floats
    seconds: Floats
    mine: Flags
    newest: Flags
    """Whether it is the newest of its author."""

    def among(self, name: int, members: tuple[int, ...]) -> Flags:
        """Whether a column holds one of these members."""
        column = self.table[name]
        found = np.zeros(len(column), dtype=bool)
        for member in members[:3]:
            found |= column == member
        return found


def line_up(memory: Memory, heard: Heard, positions: Ints) -> Lineup:
    """What is remembered of the candidates at these positions."""
    places = positions - memory.base
    table = memory.columns[:, places]
    return Lineup(
        at=positions,
        table=table,
        cue=memory.cues[:, places],
        seconds=heard.at - memory.at[places],
        mine=table[AUTHOR] == heard.author,
        newest=table[LAST_OF_AUTHOR] == 1,
    )


def candidates(memory: Memory, heard: Heard, shared: dict[int, float]) -> Ints:
    """Positions that may be answered, newest first: the nearest, and the latest by and to whom."""
    found = set(memory.near)
    for author in (heard.author, *heard.mentions):
        found.update(memory.by_author.get(author, ()))
    found.update(memory.naming.get(heard.author, ()))
    found.update(nsmallest(FAR, shared, key=lambda p: (-shared[p], -p)))
    return np.array(sorted((p for p in found if p >= memory.base), reverse=True), dtype=np.int64)


def features(
    memory: Memory, heard: Heard, ahead: Sequence[Heard] = (), *, whole: bool = True
) -> tuple[Lineup, Rows]:
    """The candidates, and a row for "none" followed by one row for each of them.

    `ahead` is what was said next, where it is known already: whom the author turns to next often
    tells whom they were answering. Live there is none, and the columns stay 0. What is true of the
    message whatever it answers is the same in every row; it stays 0 unless `whole`.
    """
    shared = _shared(memory, heard)
    lineup = line_up(memory, heard, candidates(memory, heard, shared[0]))
    columns = np.zeros((1 + GENERAL + PAIR, len(lineup.at) + 1), dtype=np.float32)
    columns[0, 0] = 1
    if whole:
        general = [*_general(memory, heard), len(ahead) / AHEAD]
        columns[1 : 1 + GENERAL] = np.array(general)[:, None]
    if len(lineup.at):
        pair = columns[1 + GENERAL :, 1:]
        _who(memory, heard, lineup, pair[:WHO])
        _when(memory, heard, lineup, pair[WHO:WHEN])
        _what(heard, lineup, shared, memory.base, pair[WHEN:WHAT])
        _state(memory, heard, lineup, pair[WHAT:STATE])
        following(heard, lineup.table, ahead, pair[STATE:])
    return lineup, columns.T


def _general(memory: Memory, heard: Heard) -> list[float]:
    """What is true of the message itself, whatever it answers."""
    last = memory.last_of(heard.author)
    since = memory.spoken - memory.value(ORDER, last) if last >= memory.base else 400
    own_gap = heard.at - memory.at[last - memory.base] if last >= memory.base else 1e6
    naming = memory.naming.get(heard.author)
    called = bool(naming) and naming[-1] > last if naming else False
    near = memory.near
    previous = memory.at[near[-1] - memory.base] if near else heard.at
    named_here = [m for m in heard.mentions if memory.last_of(m) >= memory.base]
    authors = {memory.value(AUTHOR, p) for p in list(near)[-20:]}
    return [
        *heard.cues,
        float(bool(heard.mentions)),
        float(bool(named_here)),
        float(last >= memory.base),
        np.log1p(since),
        np.log1p(max(0.0, own_gap)),
        float(called),
        np.log1p(heard.length),
        np.log1p(len(heard.words)),
        np.log1p(max(0.0, heard.at - previous)),
        np.log1p(memory.pace()),
        len(authors) / 10,
        np.log1p(memory.totals.get(heard.author, 0)),
        float(last >= memory.base and memory.value(PARENT, last) == NOBODY),
    ]


def _who(memory: Memory, heard: Heard, lineup: Lineup, out: Rows) -> None:
    me, at, table = heard.author, lineup.at, lineup.table
    author, first = table[AUTHOR], table[FIRST]
    last, partner = memory.last_of(me), memory.partner.get(me, NOBODY)
    mine, latest = lineup.mine, lineup.newest
    after = at > last
    out[0] = mine
    out[1] = mine & (at == last)
    naming = memory.naming.get(me)
    others = first != NOBODY
    if naming:
        names_me = (first == me) | (table[SECOND] == me)
        out[4] = names_me
        out[5] = names_me & after
        out[6] = names_me & (at == naming[-1])
        others &= ~names_me
    out[7] = others
    if heard.mentions:
        named = lineup.among(AUTHOR, heard.mentions)
        out[2] = named
        out[3] = named & latest
        out[9] = lineup.among(FIRST, heard.mentions)
        out[10] = ~named
    else:
        out[8] = others
    if partner != NOBODY:
        out[11] = author == partner
    out[12] = memory.partners[table[AUTHOR_AT]] == me
    last_parent_author = memory.value(PARENT_AUTHOR, last) if last != NOBODY else NOBODY
    if last_parent_author != NOBODY:
        out[13] = author == last_parent_author
    out[14] = after
    out[15] = latest
    _met(memory, me, author, out[16:])


def _met(memory: Memory, me: int, author: Ints, out: Rows) -> None:
    """How often the author turned to each, and each to the author."""
    authors: list[int] = author.tolist()
    for at, met in enumerate((memory.towards.get(me), memory.back.get(me))):
        if met:
            out[at] = np.log1p(np.array([met.get(other, 0) for other in authors], dtype=float))


def _when(memory: Memory, heard: Heard, lineup: Lineup, out: Rows) -> None:
    at, table = lineup.at, lineup.table
    distance = memory.spoken - table[ORDER]
    seconds = np.maximum(0.0, lineup.seconds)
    out[0] = distance == 1
    out[1] = distance == 2  # noqa: PLR2004
    out[5] = np.minimum(memory.counts[table[AUTHOR_AT]] - table[ORDINAL] - 1, 5)
    own = memory.by_author.get(heard.author)
    spans = np.empty((4, len(at)))
    spans[0] = spans[3] = distance
    spans[1] = seconds
    spans[2] = seconds / (1.0 + memory.pace())
    if own:
        out[6] = len(own) - np.array(own).searchsorted(at, side="right")
    if memory.totals.get(heard.author, 0):
        last = memory.last_of(heard.author)
        spans[3] = np.abs(table[ORDER] - memory.value(ORDER, last))
    out[[2, 3, 4, 7]] = np.log1p(spans)


def _shared(memory: Memory, heard: Heard) -> Shared:
    by_position: defaultdict[int, float] = defaultdict(float)
    by_thread: defaultdict[int, float] = defaultdict(float)
    base, in_thread = memory.base, memory.threads
    for word in heard.words:
        found = memory.postings.get(word)
        if not found:
            continue
        weight = WEIGHTS[len(found)]
        threads: set[int] = set()
        for position in found:
            by_position[position] += weight
            threads.add(in_thread[position - base])
        for thread in threads:
            by_thread[thread] += weight
    return by_position, by_thread


def _what(heard: Heard, lineup: Lineup, known: Shared, base: int, out: Rows) -> None:
    by_position, by_thread = known
    table, cue, said = lineup.table, lineup.cue, heard.cues
    if by_position:
        weights = np.zeros(ROOM + 1)
        weights[np.array([*by_position]) - base] = [*by_position.values()]
        places = np.maximum(np.array([lineup.at, table[BEFORE], table[PARENT]]) - base, NOBODY)
        shared, beside, above = weights[places]
        out[0] = shared / 6
        out[1] = shared / (1.0 + np.sqrt((1.0 + len(heard.words)) * (1.0 + table[WORDS])))
        out[2] = beside / 6
        out[3] = above / 6
        around = np.zeros(ROOM)
        around[[*by_thread]] = [*by_thread.values()]
        out[4] = around[table[THREAD_AT]] / 10
        out[5] = shared == max(by_position.values())
    out[6:-8] = cue
    answering = (1 - said[0], said[5], said[0], said[3], said[4], said[8], said[4])
    out[-8:-1] = cue[_ANSWERED] * np.array(answering)[:, None]
    out[-1] = np.log1p(table[LENGTH])


_ANSWERED = np.array([0, 1, 0, 3, 7, 8, 4])
"""The cues of a candidate that the message may be the answer to: asks, ends, asks, thanks …"""


def _state(memory: Memory, heard: Heard, lineup: Lineup, out: Rows) -> None:
    me, last, table = heard.author, memory.last_of(heard.author), lineup.table
    threads, parent_author, parent = table[THREAD_AT], table[PARENT_AUTHOR], table[PARENT]
    if last != NOBODY and (own_thread := memory.value(THREAD, last)) != NOBODY:
        out[0] = table[THREAD] == own_thread
    out[1] = memory.in_threads((me,))[threads]
    course = memory.courses[:, threads]
    course[2] = np.maximum(0.0, heard.at - course[2])
    out[3:6] = np.log1p(course)
    replies = table[REPLIES]
    root = parent == NOBODY
    out[6] = table[LAST_OF_THREAD]
    out[7] = np.minimum(replies, 4)
    out[8] = root
    out[9] = (root & (replies == 0)) * lineup.cue[0]
    out[10] = parent_author == me
    if last != NOBODY:
        out[11] = parent == last
    if heard.mentions:
        out[2] = memory.in_threads(heard.mentions)[threads]
        out[12] = lineup.among(PARENT_AUTHOR, heard.mentions)
    out[13] = parent_author == table[AUTHOR]
