"""More that speaks for a link in groups that know each other: who else answered the same.

In such a group many answer one call (收到, +1, wishes, a poll), a long gap ends a topic, and an
answer may come hours later to somebody named. A row here stands beside the row of
agent.listening.features with the same candidate; the ranker for groups reads both.
"""

import numpy as np

from agent.listening.features import Lineup, Rows
from agent.listening.memory import (
    AUTHOR,
    LENGTH,
    NOBODY,
    PARENT,
    REPLIES,
    THREAD,
    Heard,
    Memory,
)

SHORT = 10
LONG = 40
QUICK = 180.0
PAUSE = 1800.0
NIGHT = 6 * 3600.0
(ASKS, ENDS, GREETS, THANKS, ACK, YES, LINK, CALL, CHAIN, LAUGHS, AND, TRY, THAT, HOW) = range(14)


def group_features(memory: Memory, heard: Heard, lineup: Lineup) -> Rows:
    """One row for "none" and one for each candidate."""
    alone = _alone(memory, heard)
    width = len(alone)
    columns = np.zeros((width + PAIR, len(lineup.at) + 1), dtype=np.float32)
    columns[:width, 0] = alone
    if len(lineup.at):
        pair = columns[width:, 1:]
        _course(memory, heard, lineup, pair[:COURSE])
        _siblings(memory, heard, lineup, pair[COURSE:SIBLINGS])
        _address(memory, heard, lineup, pair[SIBLINGS:])
    return columns.T


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


COURSE, SIBLINGS, PAIR = 16, 22, 30
"""Where each family ends."""


def _course(memory: Memory, heard: Heard, lineup: Lineup, out: Rows) -> None:
    """Where in the talk it stands; the newest message is the first candidate."""
    newest, at, table, cue, mine = memory.near[-1], lineup.at, lineup.table, lineup.cue, lineup.mine
    above, root = memory.value(PARENT, newest), memory.value(THREAD, newest)
    short, long = heard.length <= SHORT, heard.length >= LONG
    gap = float(lineup.seconds[0])
    out[0, 0] = mine[0] and gap <= QUICK
    out[1, 0] = not mine[0] and gap <= QUICK
    out[2, 0] = gap > PAUSE
    if above != NOBODY:
        out[3] = at == above
        out[6] = out[3] * short
    out[4] = out[5] = at == root
    out[5, 0] = 0
    out[7] = out[4] * short
    out[8] = out[4] * long
    out[9, 0] = short
    out[10, 0] = table[LENGTH, 0] <= SHORT
    started, call = table[PARENT] == NOBODY, cue[CALL] > 0
    out[11] = started & (cue[ASKS] > 0)
    if heard.cues[ACK] + heard.cues[CHAIN] > 0:
        out[12] = started & call
    else:
        out[13] = call
    out[14] = mine & (table[REPLIES] == 0)
    out[15, 0] = cue[ACK, 0] + cue[THANKS, 0] > 0


def _siblings(memory: Memory, heard: Heard, lineup: Lineup, out: Rows) -> None:
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
    short = heard.length <= SHORT
    if shared:
        like = np.array([shared.get(p, 0.0) for p in lineup.at.tolist()])
        out[0] = like / 5
        out[1] = (like > 0) & (like == max(shared.values()))
        out[2] = (like > 0) * short
    replies = lineup.table[REPLIES]
    fresh = lineup.seconds <= 2 * PAUSE
    several = (replies > 1) & fresh
    out[3] = np.log1p(replies) * fresh
    out[4] = several * short
    out[5] = several * (heard.length >= LONG)


def _address(memory: Memory, heard: Heard, lineup: Lineup, out: Rows) -> None:
    """Whether it turns to the author of the candidate, or the candidate to its own."""
    table, asks = lineup.table, lineup.cue[ASKS] > 0
    alone = table[REPLIES] == 0
    if heard.mentions:
        named = lineup.among(AUTHOR, heard.mentions)
        out[0] = named & asks
        out[1] = named & lineup.newest & (lineup.seconds < PAUSE)
        out[2] = named & (table[PARENT] == NOBODY)
        out[3] = named & alone & asks
        out[4] = named & (lineup.seconds > NIGHT)
    last = memory.last_of(heard.author)
    if last != NOBODY:
        to_me = table[PARENT] == last
        out[5] = to_me & lineup.newest
        out[6] = to_me * (heard.cues[THANKS] + heard.cues[ACK] > 0)
    out[7] = asks & alone & ~lineup.mine
