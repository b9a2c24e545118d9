"""A room heard message by message: the scene of any instant without reading the talk again."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from sys import getrefcount
from typing import TypeVar
from zoneinfo import ZoneInfo

from agent.listening.arrivals import arrivals, next_change
from agent.listening.line import Drawers, Line, order
from agent.listening.names import known_names
from agent.listening.pace import least_of, tau_of
from agent.listening.room.answers import Answers
from agent.listening.room.strands import Strands
from agent.listening.room.voices import Voices, Wakefulness
from agent.listening.scene import Scene, scene_of, staff_of
from agent.listening.spoken import is_speech
from community.conversation import Link, Message, MessageKind, Reaction, Talk

K = TypeVar("K")
V = TypeVar("V")
HELD_HERE = 3
"""Who holds a dictionary of the room while it is asked: the room, the question and its answer."""


class Room:
    """Everything a scene holds, kept up as messages are said, edited, recalled and forgotten.

    `scene(now)` gives what `scene_of(room.talk(), (), now)` gives; each call costs what changed
    and not the length of the talk. Hearing a message again replaces it (an edit, a recall); one
    that comes late takes its place by (at, id).
    """

    def __init__(self, talk: Talk) -> None:
        self._talk = replace(talk, messages=(), reactions=(), links={})
        self._links: dict[int, Link] = {}
        self._lent = False
        self._messages = Line()
        self._by_id: dict[int, Message] = {}
        self._reactions: dict[tuple[int, int, str], Reaction] = {}
        self._reacted: dict[int, frozenset[int]] = {}
        self._reacted_at = datetime.min.replace(tzinfo=UTC)
        self._begin()
        for message in talk.messages:
            self.hear(message, talk.links.get(message.id))
        for reaction in talk.reactions:
            self.react(reaction)

    def _begin(self) -> None:
        """Everything that follows from the messages, before the first of them."""
        self._zone = ZoneInfo(self._talk.community.timezone)
        self._names = known_names(self._talk.members)
        self._staff = staff_of(self._talk.members)
        self._system = Line()
        self._spoken = Line()
        self._said: dict[int, Message] = {}
        self._strands = Strands()
        self._answers = Answers(self._zone)
        self._voices = Voices(self._spoken, self._names)
        self._wakeful = Wakefulness(self._zone)
        self._drawers = Drawers(self._spoken, lasting=True)
        self._arrived: dict[int, datetime] | None = None
        self._arrived_from = self._arrived_until = datetime.min.replace(tzinfo=self._zone)

    def know(self, talk: Talk) -> None:
        """The community, the zone or the members have changed: all is made ready once more."""
        before = self._talk
        self._talk = replace(talk, messages=(), reactions=(), links={})
        members = before.members is talk.members or before.members == talk.members
        if members and before.community.timezone == talk.community.timezone:
            return
        self._begin()
        for message in self._messages.said:
            self._take_in(message)

    def hear(self, message: Message, link: Link | None = None) -> None:
        """A message as it is now; without a link the one that is known stays."""
        self._let_go()
        before = self._by_id.get(message.id)
        if before is not None:
            self._take_out(before)
            self._messages.remove(before)
        later = bool(self._messages.said) and order(message) < order(self._messages.said[-1])
        if before is not None or later:
            self._drawers.reopen()
        if link is not None:
            self._links[message.id] = link
        self._by_id[message.id] = message
        self._messages.add(message)
        self._take_in(message)

    def link(self, link: Link) -> None:
        """A link was judged or given anew."""
        self._let_go()
        message = self._by_id.get(link.message_id)
        if message is None or self._links.get(link.message_id) == link:
            return
        self._take_out(message)
        self._links[link.message_id] = link
        self._take_in(message)
        self._drawers.reopen()

    def forget(self, message_id: int) -> None:
        """A message that is here no more."""
        message = self._by_id.get(message_id)
        if message is None:
            return
        oldest = self._messages.said[0].id == message_id
        thread = self._drop(message)
        self._drawers.reopen(thread if oldest else None)

    def _drop(self, message: Message) -> tuple[Message, ...]:
        """Take a message out of everything, and give the thread it stood in."""
        self._let_go()
        message_id = message.id
        del self._by_id[message_id]
        thread = self._take_out(message)
        self._messages.remove(message)
        self._links.pop(message_id, None)
        if self._reacted.pop(message_id, None):
            gone = [key for key in self._reactions if key[0] == message_id]
            for key in gone:
                del self._reactions[key]
        return thread

    def forget_before(self, start: datetime) -> None:
        """Forget what was said before an instant."""
        gone = self._messages.said[: bisect_left(self._messages.times, start)]
        if gone:
            threads = [self._drop(message) for message in gone]
            self._drawers.reopen({m.id: m for thread in threads for m in thread}.values())

    def react(self, reaction: Reaction) -> None:
        """A reaction to a message that is here."""
        key = (reaction.message_id, reaction.member_id, reaction.emoji)
        if reaction.message_id in self._by_id:
            self._reactions[key] = reaction
            self._reacted_at = max(self._reacted_at, reaction.at)
            self._count_reactions(reaction.message_id)

    def take_back(self, reaction: Reaction) -> None:
        """A reaction was taken back."""
        key = (reaction.message_id, reaction.member_id, reaction.emoji)
        if self._reactions.pop(key, None) is not None:
            self._drawers.reopen()
            self._count_reactions(reaction.message_id)

    def _count_reactions(self, message_id: int) -> None:
        self._let_go()
        self._drawers.version += 1
        found = frozenset(key[1] for key in self._reactions if key[0] == message_id)
        self._reacted[message_id] = found
        if not found:
            del self._reacted[message_id]

    @property
    def links(self) -> Mapping[int, Link]:
        """The links known now."""
        return self._links

    def talk(self) -> Talk:
        """The talk as it is known now."""
        self._lent = True
        return replace(
            self._talk,
            messages=tuple(self._messages.said),
            reactions=tuple(self._reactions.values()),
            links=self._links,
        )

    def scene(self, now: datetime) -> Scene:
        """The room at an instant; where something is known that is later, it is read anew."""
        talk = self.talk()
        later = bool(self._messages.times) and self._messages.times[-1] > now
        if later or (self._reacted_at > now and any(each.at > now for each in talk.reactions)):
            return scene_of(talk, (), now)
        start = self._voices.settle(now)
        hours = self._wakeful.hours()
        self._answers.wake(hours)
        recent = slice(start, None)
        times = tuple(self._spoken.times[recent])
        return Scene(
            talk=talk,
            now=now,
            zone=self._zone,
            spoken=tuple(self._spoken.said),
            recent=tuple(self._spoken.said[recent]),
            times=times,
            system=tuple(self._system.said),
            links=talk.links,
            replies=self._answers.replies,
            threads=tuple(self._strands.threads),
            long_threads=tuple(self._strands.long),
            thread_of=self._strands.thread_of,
            reacted=self._reacted,
            staff=self._staff,
            names=self._names,
            by_id=self._said,
            by_author=self._voices.by_author.copy(),
            addressed=self._voices.addressed.copy(),
            hours=hours,
            arrived=self._arrivals(now),
            asking=tuple(self._answers.asking.said),
            tau=tau_of(self._answers.waits, least_of(times, now, hours)),
            waits=tuple(self._answers.waits),
            minutes=tuple(self._answers.minutes),
            answered=self._answers.state,
            drawers=self._drawers,
            version=self._drawers.version,
        )

    def _let_go(self) -> None:
        """Before anything changes: what somebody was given, and still holds, stays as it was."""
        if not self._lent:
            return
        self._lent = False
        self._said = _mine(self._said)
        self._links = _mine(self._links)
        self._reacted = _mine(self._reacted)
        self._answers.replies = _mine(self._answers.replies)
        self._strands.thread_of = _mine(self._strands.thread_of)

    def _arrivals(self, now: datetime) -> Mapping[int, datetime]:
        """Who came, read off again when the room's own lines or the members say so."""
        if self._arrived is None or not self._arrived_from <= now < self._arrived_until:
            self._arrived = arrivals(self._system.said, self._talk.members, now)
            self._arrived_from = now
            self._arrived_until = next_change(self._talk.members, now)
        return self._arrived

    def _take_in(self, message: Message) -> None:
        if message.kind is MessageKind.SYSTEM:
            self._system.add(message)
            self._arrived = None
        if not is_speech(message):
            return
        at = self._spoken.add(message)
        self._said[message.id] = message
        self._voices.added(at, message)
        self._wakeful.added(at, message)
        self._answers.add(message, self._links.get(message.id))
        self._strands.add(message, self._links)
        self._drawers.add(message)

    def _take_out(self, message: Message) -> tuple[Message, ...]:
        """Give the thread it stood in."""
        if message.kind is MessageKind.SYSTEM:
            self._system.remove(message)
            self._arrived = None
        if not is_speech(message):
            return ()
        at = self._spoken.remove(message)
        del self._said[message.id]
        self._voices.removed(at, message)
        self._wakeful.removed(at)
        self._answers.remove(message, self._links.get(message.id))
        self._drawers.remove(message)
        return self._strands.remove(message, self._links)


def _mine(given: dict[K, V]) -> dict[K, V]:
    """The same, or a copy where anybody but the room holds it."""
    return given if getrefcount(given) <= HELD_HERE else given.copy()
