"""The linker: hears the messages of one room in order and says which earlier one each answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from agent.listening.features import features
from agent.listening.following import AHEAD
from agent.listening.group_features import group_features
from agent.listening.link_cues import CUES, cues_of
from agent.listening.memory import AUTHOR, NOBODY, ROOM, Heard, Ints, Memory
from agent.listening.names import Names, named, names_of
from agent.listening.ranker import Rankers, shipped
from agent.listening.words import plain, words
from community.conversation import Link, LinkSource, Message, MessageKind
from community.people import Member

NAMED_AT_MOST = 3
BUSY = 300.0
SHORT = 8
Chances = NDArray[np.float32]
SAID_BY_PLATFORM = 0.98
SYSTEM_LINE = 0.99
_MEDIA = frozenset({MessageKind.MEDIA, MessageKind.STICKER, MessageKind.FILE})


@dataclass(frozen=True, slots=True)
class Reading:
    """A message beside what the linker reads in it."""

    message: Message
    heard: Heard
    short: frozenset[str]


class Linker:
    """Hears one room. Native replies and what is given are kept; the rest is judged.

    The order of hearing is the order of the talk: a clock that jumps back counts as no time.
    Who nobody has heard yet in this room cannot be meant by a name.
    """

    def __init__(self, members: Iterable[Member], rankers: Rankers | None = None) -> None:
        self._names: Names = names_of(members)
        self._rankers = rankers or shipped()
        self._memory = Memory(CUES)
        self._ids: dict[int, int] = {}
        self._positions: dict[int, int] = {}
        self._known: set[int] = set()

    def know(self, members: Iterable[Member]) -> None:
        """Somebody came, or is called something else now."""
        self._names = names_of(members)

    def read(self, message: Message) -> Reading:
        """What counts in a message for linking; read in the order of the talk."""
        text = plain(message.text)
        author = message.author_id if message.author_id is not None else NOBODY - 1
        mentions = tuple(m for m in named(text, self._names) if m != author and m in self._known)
        self._known.add(author)
        heard = Heard(
            at=message.at.timestamp(),
            author=author,
            mentions=mentions[:NAMED_AT_MOST],
            words=words(text),
            cues=cues_of(text, media=message.kind in _MEDIA),
            length=len(text),
        )
        whole = {f"={text.lower()}"} if 0 < len(text) <= SHORT else ()
        return Reading(message, heard, frozenset(whole))

    def hear(
        self, reading: Reading, given: Link | None = None, ahead: Sequence[Heard] = ()
    ) -> Link:
        """The link of a message; `ahead` is what was said next, where it is known already."""
        message = reading.message
        if message.kind is MessageKind.SYSTEM:
            return given or _link(message, None, SYSTEM_LINE)
        busy = self._memory.mean_gap(reading.heard.at) < BUSY
        heard = reading.heard
        if not busy:
            heard = replace(heard, words=heard.words | reading.short)
        link = given or _native(message)
        if link is None:
            chances, positions = self._chances(heard, ahead[:AHEAD], busy=busy)
            link = self._choose(message, heard, chances, positions)
        parent = NOBODY
        if link.parent_id is not None:
            parent = self._positions.get(link.parent_id, NOBODY)
        position = self._memory.hear(heard, parent)
        self._ids[position] = message.id
        self._positions[message.id] = position
        if len(self._ids) > 2 * ROOM:
            self._forget()
        return link

    def _chances(self, heard: Heard, ahead: Sequence[Heard], *, busy: bool) -> tuple[Chances, Ints]:
        if busy:
            lineup, rows = features(self._memory, heard, ahead)
            return self._rankers.channels.chances(rows), lineup.at
        ranker = self._rankers.groups
        lineup, rows = features(self._memory, heard, whole=ranker.straight is None)
        more = group_features(self._memory, heard, lineup)
        return ranker.chances(np.concatenate([rows, more], axis=1)), lineup.at

    def _choose(self, message: Message, heard: Heard, chances: Chances, positions: Ints) -> Link:
        best = int(np.argmax(chances))
        if best == 0:
            return _link(message, None, float(chances[0]))
        position = int(positions[best - 1])
        named_one = self._memory.value(AUTHOR, position) in heard.mentions
        by = LinkSource.MENTION if named_one else LinkSource.MODEL
        return _link(message, self._ids[position], float(chances[best]), by)

    def _forget(self) -> None:
        base = self._memory.base
        self._ids = {position: id_ for position, id_ in self._ids.items() if position >= base}
        self._positions = {id_: position for position, id_ in self._ids.items()}


def link_all(
    messages: Sequence[Message],
    members: Iterable[Member],
    given: Mapping[int, Link],
    *,
    ahead: bool,
) -> tuple[Link, ...]:
    """Link a whole stretch of talk, each message with a view of the ones that follow it."""
    linker = Linker(members)
    readings = [linker.read(message) for message in messages]
    speech = [r.heard for r in readings if r.message.kind is not MessageKind.SYSTEM]
    links: list[Link] = []
    said = 0
    for reading in readings:
        said += reading.message.kind is not MessageKind.SYSTEM
        after = speech[said : said + AHEAD] if ahead else ()
        links.append(linker.hear(reading, given.get(reading.message.id), after))
    return tuple(links)


def _native(message: Message) -> Link | None:
    if message.reply_to_id is None:
        return None
    return _link(message, message.reply_to_id, SAID_BY_PLATFORM, LinkSource.PLATFORM)


def _link(
    message: Message,
    parent_id: int | None,
    confidence: float,
    by: LinkSource = LinkSource.MODEL,
) -> Link:
    return Link(message_id=message.id, parent_id=parent_id, confidence=confidence, by=by)
