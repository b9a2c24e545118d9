"""Rows of features with the annotated parents, heard as the linker hears them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from agent.listening.features import Rows, features
from agent.listening.following import AHEAD
from agent.listening.group_features import group_features
from agent.listening.link_cues import CUES
from agent.listening.linker import Linker
from agent.listening.memory import NOBODY, ORDER, Heard, Ints, Memory
from community.conversation import MessageKind
from evals.chats import Labelled
from evals.irc import Log
from evals.train.network import Samples

OWN_WITHIN = 20
Choose = Callable[[int, Memory, Heard, Ints, Rows], int]


@dataclass(slots=True)
class Gathered:
    """Rows as they come in, to be joined at the end."""

    rows: list[NDArray[np.float16]] = field(default_factory=list[NDArray[np.float16]])
    right: list[list[int]] = field(default_factory=list[list[int]])
    logs: list[int] = field(default_factory=list[int])

    def add(self, rows: Rows, positions: Ints, parents: set[int], log: int) -> None:
        """One message: a row is right when its position is among the parents."""
        self.rows.append(rows.astype(np.float16))
        alone = int(parents == {NOBODY})
        self.right.append([alone, *(int(position in parents) for position in positions.tolist())])
        self.logs.append(log)

    def joined(self) -> Samples:
        """All of it."""
        return Samples(
            rows=np.concatenate(self.rows),
            right=np.concatenate([np.array(right, dtype=np.int8) for right in self.right]),
            counts=np.array([len(right) for right in self.right], dtype=np.int64),
            logs=np.array(self.logs, dtype=np.int64),
        )


def channel_rows(logs: Iterable[Log], choose: Choose) -> Samples:
    """Rows of the annotated lines; `choose` says which link the memory keeps (its state)."""
    gathered = Gathered()
    for number, log in enumerate(logs):
        memory, positions_of = Memory(CUES), dict[int, int]()
        linker = Linker(log.members)
        said = [m for m in log.messages if m.kind is not MessageKind.SYSTEM]
        heard = [linker.read(message).heard for message in said]
        for at, (message, one) in enumerate(zip(said, heard, strict=True)):
            lineup, rows = features(memory, one, heard[at + 1 : at + 1 + AHEAD])
            positions = lineup.at
            if message.id in log.parents:
                parents = {
                    NOBODY if parent == message.id else positions_of.get(parent, -2)
                    for parent in log.parents[message.id]
                }
                gathered.add(rows, positions, parents, number)
            chosen = choose(number, memory, one, positions, rows)
            positions_of[message.id] = memory.hear(one, chosen)
    return gathered.joined()


def group_rows(labelled: Labelled, number: int, choose: Choose | None) -> Samples:
    """Rows of a labelled group; without `choose` the memory keeps the annotated links."""
    gathered, memory, positions_of = Gathered(), Memory(CUES), dict[int, int]()
    linker = Linker(labelled.members)
    for message in labelled.messages:
        if message.kind is MessageKind.SYSTEM:
            continue
        reading = linker.read(message)
        heard = replace(reading.heard, words=reading.heard.words | reading.short)
        lineup, rows = features(memory, heard)
        positions = lineup.at
        rows = np.concatenate([rows, group_features(memory, heard, lineup)], axis=1)
        parent = labelled.parents[message.id]
        known = NOBODY if parent is None else positions_of.get(parent, -2)
        chosen = max(known, NOBODY)
        if message.reply_to_id is None:
            gathered.add(rows, positions, {known}, number)
            chosen = chosen if choose is None else choose(number, memory, heard, positions, rows)
        elif choose is not None:
            chosen = positions_of.get(message.reply_to_id, NOBODY)
        positions_of[message.id] = memory.hear(heard, chosen)
    return gathered.joined()


def by_rule(_log: int, memory: Memory, heard: Heard, _positions: Ints, _rows: Rows) -> int:
    """The untrained rule: whom it names or who named its author, its author's last, the newest."""
    for member in heard.mentions:
        if (spoke := memory.last_of(member)) != NOBODY:
            return spoke
    last, naming = memory.last_of(heard.author), memory.naming.get(heard.author)
    if naming and naming[-1] > last:
        return naming[-1]
    if last != NOBODY and memory.spoken - memory.value(ORDER, last) <= OWN_WITHIN:
        return last
    return NOBODY if heard.cues[0] or not memory.near else memory.near[-1]
