"""The linker: hears messages one by one and says which earlier one each answers."""

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from agent.listening.names import Names, mentioned, names_of
from agent.listening.words import plain, words
from community.conversation import Link, LinkSource, Message, MessageKind
from community.people import Member

WINDOW = 200
SESSION = timedelta(minutes=30)
BREATH = timedelta(minutes=3)
HALF_DAY = timedelta(hours=12)
_ACK = re.compile(
    r"^\W*(收到|已?交了?|刚交|已填|好的?|好嘞|可以|行啊?|同意|\+1|1|in|done|ok|got it|👌|👍|🙏)\W*",
    re.I,
)
_CALL = re.compile(
    r"@所有人|@all|@here|@channel|通知|接龙|回[“\"']?\w|回个|报个|\+1 here|just the number", re.I
)
_CHAIN = re.compile(r"^\W*#?接龙")
_ASKS = re.compile(
    r"[??]|吗|有没有|谁有|谁知道|求|请问|怎么|咋|\b(anyone|how do|does any|who)\b", re.I
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A message as the linker remembers it."""

    message: Message
    text: str
    words: frozenset[str]
    mentions: tuple[int, ...]
    parent_id: int | None


class Linker:
    """Hears the messages of one room in order; remembers the last 200 of them.

    Native replies and a person's corrections are taken as given. The clock may jump back: order
    is the order of hearing, and a negative gap counts as none.
    """

    def __init__(self, members: Iterable[Member]) -> None:
        self._names: Names = names_of(members)
        self._heard: deque[Heard] = deque(maxlen=WINDOW)

    def hear(self, message: Message, given: Link | None = None) -> Link:
        """The link of this message; what is given is kept as it is."""
        text = plain(message.text)
        mentions = tuple(
            member for member in mentioned(text, self._names) if member != message.author_id
        )
        link = given or self._native(message) or self._judge(message, text, mentions)
        self._heard.append(
            Heard(
                message=message,
                text=text,
                words=words(text),
                mentions=mentions,
                parent_id=link.parent_id,
            )
        )
        return link

    def _native(self, message: Message) -> Link | None:
        if message.reply_to_id is None:
            return None
        return _link(message, message.reply_to_id, 0.98, LinkSource.PLATFORM)

    def _judge(self, message: Message, text: str, mentions: tuple[int, ...]) -> Link:
        if message.kind is MessageKind.SYSTEM or not self._heard:
            return _link(message, None, 0.95)
        last = self._heard[-1]
        for member in mentions:
            spoke = self._last_of(member, message, HALF_DAY)
            if spoke:
                return _link(message, spoke.message.id, 0.8, LinkSource.MENTION)
        if _CHAIN.match(text) or (_ACK.match(text) and len(text) < 40):
            call = self._last_call(message)
            if call:
                return _link(message, call.message.id, 0.75)
        gap = message.at - last.message.at
        if last.message.author_id == message.author_id and gap <= BREATH:
            return _link(message, last.message.id, 0.7)
        own = self._last_of(message.author_id, message, BREATH)
        if own and not last.mentions:
            return _link(message, own.message.id, 0.5)
        if gap <= SESSION and last.message.kind is not MessageKind.SYSTEM:
            asks_anew = bool(_ASKS.search(text)) and not mentions and not words(text) & last.words
            return _link(message, None if asks_anew and len(text) > 25 else last.message.id, 0.5)
        return _link(message, None, 0.6)

    def _last_of(self, author_id: int | None, message: Message, within: timedelta) -> Heard | None:
        for heard in reversed(self._heard):
            if message.at - heard.message.at > within:
                return None
            if heard.message.author_id == author_id:
                return heard
        return None

    def _last_call(self, message: Message) -> Heard | None:
        for heard in reversed(self._heard):
            if message.at - heard.message.at > HALF_DAY:
                return None
            if _CALL.search(heard.text):
                return heard
        return None


def _link(
    message: Message,
    parent_id: int | None,
    confidence: float,
    by: LinkSource = LinkSource.MODEL,
) -> Link:
    return Link(message_id=message.id, parent_id=parent_id, confidence=confidence, by=by)
