"""More that speaks for a link in groups that know each other: who else answered the same.

In such a group many answer one call (收到, +1, wishes, a poll), a long gap ends a topic, and an
answer may come hours later to somebody named. A row here stands beside the row of
agent.listening.features with the same candidate; the ranker for groups reads both.
"""

import numpy as np

from agent.listening.features import Rows, side_by_side
from agent.listening.memory import (
    AUTHOR,
    LAST_OF_AUTHOR,
    LENGTH,
    NOBODY,
    PARENT,
    REPLIES,
    THREAD,
    Columns,
    Heard,
    Ints,
    Memory,
)

SHORT = 10
LONG = 40
QUICK = 180.0
PAUSE = 1800.0
NIGHT = 6 * 3600.0
(ASKS, ENDS, GREETS, THANKS, ACK, YES, LINK, CALL, CHAIN, LAUGHS, AND, TRY, THAT, HOW) = range(14)


def group_features(memory: Memory, heard: Heard, positions: Ints) -> Rows:
    """One row for "none" and one for each candidate."""
    alone = _alone(memory, heard)
    width = len(alone)
    if not len(positions):
        return np.array([[*alone, *[0.0] * PAIR]], dtype=np.float32)
    table = memory.columns[:, positions - memory.base]
    pair = [
        *_course(memory, heard, positions, table),
        *_siblings(memory, heard, positions, table),
        *_address(memory, heard, positions, table),
    ]
    rows = np.zeros((len(positions) + 1, width + len(pair)), dtype=np.float32)
    rows[0, :width] = alone
    rows[1:, width:] = side_by_side(pair)
    return rows


def _alone(memory: Memory, heard: Heard) -> list[float]:
    """What speaks for answering nobody."""
    gap = heard.at - memory.at[memory.near[-1] - memory.base] if memory.near else NIGHT
    last = memory.last_of(heard.author)
    own_gap = heard.at - memory.at[last - memory.base] if last >= memory.base else NIGHT
    cue = heard.cues
    named = bool(heard.mentions)
    return [
        *cue,
        float(named),
        float(gap > PAUSE),
        float(gap > NIGHT),
        float(np.log1p(max(0.0, gap))) / 5,
        float(gap > PAUSE and not named),
        float(cue[ASKS] and not named),
        float(own_gap < QUICK),
        float(np.log1p(heard.length)) / 3,
        float(heard.length >= LONG),
        float(heard.length <= SHORT),
        float(not heard.words),
        float(gap > PAUSE and heard.length >= LONG),
    ]


PAIR = 30


def _course(memory: Memory, heard: Heard, at: Ints, table: Ints) -> Columns:
    newest = memory.near[-1]
    above, root = memory.value(PARENT, newest), memory.value(THREAD, newest)
    short, long = heard.length <= SHORT, heard.length >= LONG
    mine = table[AUTHOR] == heard.author
    gap = heard.at - memory.at[newest - memory.base]
    quick = gap <= QUICK
    before = at == newest
    to_above = (at == above) & (above != NOBODY)
    to_root = at == root
    started = table[PARENT] == NOBODY
    cue = memory.cues[:, at - memory.base]
    flags = (
        before & mine & quick,
        before & ~mine & quick,
        before & (gap > PAUSE),
        to_above,
        to_root,
        to_root & ~before,
        to_above & short,
        to_root & short,
        to_root & long,
        before & short,
        before & (table[LENGTH] <= SHORT),
        started & (cue[ASKS] > 0),
        started & (cue[CALL] > 0) & (heard.cues[ACK] + heard.cues[CHAIN] > 0),
        (cue[CALL] > 0) & (heard.cues[ACK] + heard.cues[CHAIN] == 0),
        mine & (table[REPLIES] == 0),
        before & (cue[ACK] + cue[THANKS] > 0),
    )
    return [*flags]


def _siblings(memory: Memory, heard: Heard, at: Ints, table: Ints) -> Columns:
    """How like this message is to those that already answered the candidate."""
    shared: dict[int, float] = {}
    base, me = memory.base, heard.author
    parents, authors = memory.parents, memory.authors
    for word in heard.words:
        weight = memory.idf(word)
        for position in memory.postings.get(word, ()):
            parent = parents[position - base]
            if parent != NOBODY and authors[position - base] != me:
                shared[parent] = max(shared.get(parent, 0.0), weight)
    best = max(shared.values(), default=0.0)
    like = np.array([shared.get(p, 0.0) for p in at.tolist()])
    replies = table[REPLIES].astype(float)
    short = float(heard.length <= SHORT)
    fresh = heard.at - memory.at[at - memory.base] <= 2 * PAUSE
    columns: Columns = [
        like / 5,
        (like > 0) & (like == best),
        (like > 0) * short,
        np.log1p(replies) * fresh,
        (replies > 1) * fresh * short,
        (replies > 1) * fresh * float(heard.length >= LONG),
    ]
    return columns


def _address(memory: Memory, heard: Heard, at: Ints, table: Ints) -> Columns:
    author = table[AUTHOR]
    named = np.zeros(len(at), dtype=bool)
    for member in heard.mentions:
        named |= author == member
    cue = memory.cues[:, at - memory.base]
    newest_of = table[LAST_OF_AUTHOR] == 1
    started = table[PARENT] == NOBODY
    seconds = heard.at - memory.at[at - memory.base]
    last = memory.last_of(heard.author)
    to_me = (table[PARENT] == last) & (last != NOBODY)
    flags = (
        named & (cue[ASKS] > 0),
        named & newest_of & (seconds < PAUSE),
        named & started,
        named & (table[REPLIES] == 0) & (cue[ASKS] > 0),
        named & (seconds > NIGHT),
        to_me & newest_of,
        to_me & (heard.cues[THANKS] + heard.cues[ACK] > 0),
        (cue[ASKS] > 0) & (table[REPLIES] == 0) & (author != heard.author),
    )
    return [*flags]
