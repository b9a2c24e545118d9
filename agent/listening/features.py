"""What speaks for one message answering another: one row for each candidate, the first is "none".

Families: who (author, mention, partner), when (distance, seconds, ratio to the room's own pace),
what (shared words, weighted by how seldom they are heard), which cue (question, thanks, call …)
and the state of the talk (threads so far, who is in them, who has been answered).
"""

from collections import defaultdict
from collections.abc import Sequence
from heapq import nsmallest

import numpy as np
from numpy.typing import NDArray

from agent.listening.following import AHEAD, following
from agent.listening.memory import (
    AUTHOR,
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
    SECOND,
    THREAD,
    WEIGHTS,
    WORDS,
    Columns,
    Heard,
    Ints,
    Memory,
)

FAR = 3
PAIR = 83
Rows = NDArray[np.float32]


Shared = tuple[dict[int, float], dict[int, float]]
"""Weight of shared words by position, and by thread (each word once)."""


def candidates(memory: Memory, heard: Heard, shared: dict[int, float]) -> Ints:
    """Positions that may be answered, newest first: the nearest, and the latest by and to whom."""
    found = set(memory.near)
    for author in (heard.author, *heard.mentions):
        found.update(memory.by_author.get(author, ()))
    found.update(memory.naming.get(heard.author, ()))
    found.update(nsmallest(FAR, shared, key=lambda p: (-shared[p], -p)))
    return np.array(sorted((p for p in found if p >= memory.base), reverse=True), dtype=np.int64)


def features(memory: Memory, heard: Heard, ahead: Sequence[Heard] = ()) -> tuple[Ints, Rows]:
    """Candidate positions and a row for "none" followed by one row for each of them.

    `ahead` is what was said next, where it is known already: whom the author turns to next often
    tells whom they were answering. Live there is none, and the columns stay 0.
    """
    shared = _shared(memory, heard)
    positions = candidates(memory, heard, shared[0])
    general = [*_general(memory, heard), len(ahead) / AHEAD]
    if not len(positions):
        return positions, np.array([[1.0, *general, *[0.0] * PAIR]], dtype=np.float32)
    table = memory.columns[:, positions - memory.base]
    pair = [
        *_who(memory, heard, positions, table),
        *_when(memory, heard, positions, table),
        *_what(memory, heard, positions, table, shared),
        *_state(memory, heard, positions, table),
        *following(heard, table, ahead),
    ]
    rows = np.zeros((len(positions) + 1, 1 + len(general) + len(pair)), dtype=np.float32)
    rows[0, 0] = 1
    rows[:, 1 : 1 + len(general)] = general
    rows[1:, 1 + len(general) :] = side_by_side(pair)
    return positions, rows


def side_by_side(columns: Columns) -> Rows:
    """Columns of numbers and flags as one table."""
    joined = np.concatenate(columns, dtype=np.float32, casting="unsafe")
    return joined.reshape(len(columns), -1).T


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
        np.log1p(pace(memory)),
        len(authors) / 10,
        np.log1p(memory.totals.get(heard.author, 0)),
        float(last >= memory.base and memory.value(PARENT, last) == NOBODY),
    ]


def pace(memory: Memory) -> float:
    """Median seconds between the last messages: the room's own measure of time."""
    if len(memory.near) < 2:  # noqa: PLR2004
        return 60.0
    times = memory.at[np.array(memory.near) - memory.base]
    gaps = np.sort(np.maximum(times[1:] - times[:-1], 0.0))
    return float(gaps[len(gaps) // 2])


def _who(memory: Memory, heard: Heard, at: Ints, table: Ints) -> Columns:
    me = heard.author
    author = table[AUTHOR]
    first, second = table[FIRST], table[SECOND]
    named = _among(author, heard.mentions)
    names_me = (first == me) | (second == me)
    target = _among(first, heard.mentions)
    mine = author == me
    latest_naming = memory.naming.get(me)
    partner = memory.partner.get(me, NOBODY)
    last = memory.last_of(me)
    authors: list[int] = author.tolist()
    towards = np.array([memory.meetings.get((me, other), 0) for other in authors], dtype=float)
    back = np.array([memory.meetings.get((other, me), 0) for other in authors], dtype=float)
    theirs = np.array([memory.partner.get(other, NOBODY) for other in authors])
    last_parent_author = memory.value(PARENT_AUTHOR, last) if last != NOBODY else NOBODY
    flags = (
        mine,
        mine & (at == last),
        named,
        named & (table[LAST_OF_AUTHOR] == 1),
        names_me,
        names_me & (at > last),
        names_me & (at == (latest_naming[-1] if latest_naming else NOBODY)),
        (first != NOBODY) & ~names_me,
        (first != NOBODY) & ~names_me & ~target & (not heard.mentions),
        target,
        bool(heard.mentions) & ~named,
        (author == partner) & (partner != NOBODY),
        theirs == me,
        (author == last_parent_author) & (last_parent_author != NOBODY),
        at > last,
        table[LAST_OF_AUTHOR] == 1,
    )
    return [*flags, np.log1p(towards), np.log1p(back)]


def _when(memory: Memory, heard: Heard, at: Ints, table: Ints) -> Columns:
    distance = memory.spoken - table[ORDER].astype(float)
    seconds = np.maximum(0.0, heard.at - memory.at[at - memory.base])
    totals = np.array([memory.totals.get(author, 0) for author in table[AUTHOR].tolist()])
    between = totals - table[ORDINAL] - 1
    mine = memory.totals.get(heard.author, 0)
    own = memory.by_author.get(heard.author, ())
    since = (np.array(own, dtype=np.int64)[:, None] > at).sum(axis=0).astype(float)
    last = memory.last_of(heard.author)
    to_last = np.abs(table[ORDER] - memory.value(ORDER, last)) if mine else distance
    return [
        distance == 1,
        distance == 2,  # noqa: PLR2004
        np.log1p(distance),
        np.log1p(seconds),
        np.log1p(seconds / (1.0 + pace(memory))),
        np.minimum(between, 5).astype(float),
        since,
        np.log1p(to_last.astype(float)),
    ]


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


def _what(memory: Memory, heard: Heard, at: Ints, table: Ints, known: Shared) -> Columns:
    by_position, by_thread = known
    shared = np.array([by_position.get(p, 0.0) for p in at.tolist()])
    beside = np.array([by_position.get(p, 0.0) for p in table[BEFORE].tolist()])
    above = np.array([by_position.get(p, 0.0) for p in table[PARENT].tolist()])
    around = np.array([by_thread.get(t, 0.0) for t in table[THREAD].tolist()])
    weight = 1.0 + np.sqrt((1.0 + len(heard.words)) * (1.0 + table[WORDS]))
    cue = memory.cues[:, at - memory.base]
    asks, ends, thanks, ack, call, chain = (cue[i] for i in (0, 1, 3, 4, 7, 8))
    return [
        shared / 6,
        shared / weight,
        beside / 6,
        above / 6,
        around / 10,
        shared == max(by_position.values(), default=-1.0),
        *cue,
        asks * (1 - heard.cues[0]),
        ends * heard.cues[5],
        asks * heard.cues[0],
        thanks * heard.cues[3],
        call * heard.cues[4],
        chain * heard.cues[8],
        ack * heard.cues[4],
        np.log1p(table[LENGTH].astype(float)),
    ]


def _state(memory: Memory, heard: Heard, at: Ints, table: Ints) -> Columns:
    me, last = heard.author, memory.last_of(heard.author)
    thread = table[THREAD]
    own_thread = memory.value(THREAD, last) if last != NOBODY else NOBODY
    threads: list[int] = thread.tolist()
    known = {t: memory.speakers.get(t, frozenset[int]()) for t in set(threads)}
    addressed = {t: not known[t].isdisjoint(heard.mentions) for t in known}
    in_it = np.array([me in known[t] for t in threads], dtype=float)
    named_in_it = np.array([addressed[t] for t in threads], dtype=float)
    sizes = np.array([memory.sizes.get(t, 0) for t in threads], dtype=float)
    speakers = np.array([len(known[t]) for t in threads], dtype=float)
    ends = np.array([memory.last_in.get(t, 0) for t in threads], dtype=np.int64) - memory.base
    quiet = np.maximum(0.0, heard.at - memory.at[np.maximum(ends, 0)])
    replies = table[REPLIES].astype(float)
    parent_author = table[PARENT_AUTHOR]
    parent = table[PARENT]
    return [
        (thread == own_thread) & (own_thread != NOBODY),
        in_it,
        named_in_it,
        np.log1p(sizes),
        np.log1p(speakers),
        np.log1p(quiet),
        table[LAST_OF_THREAD],
        np.minimum(replies, 4),
        parent == NOBODY,
        (parent == NOBODY) * (replies == 0) * memory.cues[0, at - memory.base],
        parent_author == me,
        (parent == last) & (last != NOBODY),
        _among(parent_author, heard.mentions),
        parent_author == table[AUTHOR],
    ]


def _among(column: Ints, members: tuple[int, ...]) -> NDArray[np.bool_]:
    found = np.zeros(len(column), dtype=bool)
    for member in members[:3]:
        found |= column == member
    return found
