"""The ear: hears one room message by message, links each, and gives the scene of any instant."""

from datetime import datetime, timedelta

from agent.listening.linker import Linker
from agent.listening.room.room import Room
from agent.listening.scene import Scene
from community.conversation import Link, Message, Reaction, Talk

FOUR_WEEKS = timedelta(days=28)


class Ear:
    """Hears a room as it lives: new messages, edits, recalls and reactions, in the order they come.

    Each message is linked once, as it comes; what is older than the window is forgotten. For a
    room that is heard on and on (a replay, a bench, a stream). The worker of the product reads the
    room from the store at each look instead: looks are minutes apart, may run in any of several
    processes, and what people corrected in between must count, so the store is the only truth.
    """

    def __init__(self, talk: Talk, window: timedelta = FOUR_WEEKS) -> None:
        self._window = window
        self._linker = Linker(talk.members.values())
        self._room = Room(talk)
        for message in talk.messages:
            self._linker.hear(self._linker.read(message), talk.links.get(message.id))

    def hear(self, message: Message, given: Link | None = None) -> Link:
        """A new message and the link it was given; one heard before is an edit or a recall."""
        known = self._room.links.get(message.id)
        link = given or known or self._linker.hear(self._linker.read(message))
        if known is None and given is not None:
            self._linker.hear(self._linker.read(message), given)
        self._room.hear(message, link)
        self._room.forget_before(message.at - self._window)
        return link

    def react(self, reaction: Reaction) -> None:
        """A reaction to a message that is still known."""
        self._room.react(reaction)

    def take_back(self, reaction: Reaction) -> None:
        """A reaction that is there no more."""
        self._room.take_back(reaction)

    def know(self, talk: Talk) -> None:
        """The community, the zone or the members have changed."""
        self._linker.know(talk.members.values())
        self._room.know(talk)

    def talk(self) -> Talk:
        """The talk as the ear knows it."""
        return self._room.talk()

    def scene(self, now: datetime) -> Scene:
        """The room at an instant: the same as a fresh look at the same talk."""
        return self._room.scene(now)
