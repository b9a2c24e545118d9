"""What opens a debt: read off a message and what came before it, so that it never changes later."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from agent.breaches import asks_for_what_is_kept_out
from agent.listening import cues
from agent.listening.adverts import is_advert
from agent.listening.asking import asks_unmarked, is_stuck
from agent.listening.scene import Scene
from agent.listening.signals_answers import NEW_FOR, is_push, is_share
from agent.listening.signals_order import is_chain
from agent.listening.signals_tempers import is_harsh
from agent.listening.signals_tries import is_promise
from agent.listening.words import is_han, words
from agent.moves.settling import PLAIN_ASKS
from agent.moves.waiting import CONFIRMS, EXCLAIMS, GOES_ON, PRESSES, SHORTEST
from community.conversation import LinkSource, Message, MessageKind
from community.obligation import DebtKind

SURE = 0.5
"""Nothing that rests on a link below this makes anybody late."""
KNOWN_BEFORE = timedelta(days=7)
GREETED = timedelta(hours=2)
PLAIN = 15
"""Characters from which a question inside a talk stands for itself."""
WORDED = frozenset({MessageKind.TEXT, MessageKind.LINK})
CALLS_SIMMER = re.compile(r"@\s*(simmer(?![a-z0-9_])|小火慢炖)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A message that waits for something; `excuse` where it is let off at once.

    `asked_ids` are the people with a task here whom it names, `inside` says that it asks on in a
    running talk, where whoever goes on has taken it up.
    """

    message: Message
    kind: DebtKind
    asked_ids: tuple[int, ...] = ()
    inside: bool = False
    excuse: str | None = None


def openings(scene: Scene, since: timedelta | None = None) -> Iterator[Opening]:
    """The debts that the messages of a room opened in the last `since`, oldest first."""
    firsts = _firsts(scene)
    for message in scene.spoken:
        if since is not None and scene.now - message.at > since:
            continue
        if message.author_id is None or message.author_id not in scene.talk.members:
            continue
        yield from opened_by(scene, message, first=firsts.get(message.author_id) == message.id)


def _firsts(scene: Scene) -> dict[int, int]:
    found: dict[int, int] = {}
    for message in scene.spoken:
        if message.author_id is not None:
            found.setdefault(message.author_id, message.id)
    return found


def opened_by(scene: Scene, message: Message, *, first: bool = False) -> Iterator[Opening]:
    """The debts one message opens: at most one, but for a push, which is followed up twice."""
    if message.kind not in WORDED or is_harsh(scene, message):
        return
    if cues.INJECTS.search(scene.text(message)):
        return
    excuse = excuse_of(scene, message)
    if is_push(scene, message):
        if not cues.LATER.search(scene.text(message)):
            for kind in (DebtKind.PUSH_FOLLOW_UP, DebtKind.PUSH_NEXT_DAY):
                yield Opening(message=message, kind=kind, excuse=excuse)
        return
    kind = _kind(scene, message, first=first)
    if kind is not None:
        yield Opening(
            message=message,
            kind=kind,
            asked_ids=_asked(scene, message) if kind is DebtKind.MENTION else (),
            inside=not _opens(scene, message),
            excuse=excuse,
        )


def _kind(scene: Scene, message: Message, *, first: bool) -> DebtKind | None:
    if first and _is_new(scene, message):
        return DebtKind.FIRST_MESSAGE
    if asks(scene, message):
        if _asked(scene, message) or CALLS_SIMMER.search(scene.text(message)):
            return DebtKind.MENTION
        return None if scene.is_staff(message) else DebtKind.QUESTION
    if is_share(scene, message) and _sure(scene, message):
        return DebtKind.SHARE
    return DebtKind.PROMISE if is_promise(scene, message) else None


def excuse_of(scene: Scene, message: Message) -> str | None:
    """Why a message is owed nothing from the start; None where it is."""
    author = scene.talk.members.get(message.author_id or 0)
    if author is not None and author.opted_out:
        return "opted_out"
    if is_advert(message.text):
        return "advert"
    if asks_for_what_is_kept_out(scene, message):
        return "breach"
    return "chain" if is_chain(scene, message) else None


def asks(scene: Scene, message: Message) -> bool:
    """Whether it asks for something, by its own words and place alone; no outcry, no press."""
    text = scene.text(message)
    if len(text) < SHORTEST[is_han(text)] or PRESSES.search(text):
        return False
    if is_stuck(scene, message) or asks_unmarked(scene, message):
        return True
    if cues.RHETORICAL.search(text) and not cues.SEEKS.search(text):
        return False
    marked = "?" in EXCLAIMS.sub("", text)
    if not marked and not PLAIN_ASKS.search(text) and not CONFIRMS.search(text):
        return False
    if _opens(scene, message) or (scene.names_in(message) and cues.SEEKS.search(text)):
        return True
    light = cues.RHETORICAL.search(text) or cues.LAUGHS.search(text)
    return not light and "?" in text and (len(words(text)) >= GOES_ON or len(text) >= PLAIN)


def _opens(scene: Scene, message: Message) -> bool:
    link = scene.links.get(message.id)
    return link is None or link.parent_id is None


def _sure(scene: Scene, message: Message) -> bool:
    link = scene.links.get(message.id)
    return link is None or link.by is not LinkSource.MODEL or link.confidence >= SURE


def _asked(scene: Scene, message: Message) -> tuple[int, ...]:
    """Whom with a task here it is put to, but its author."""
    named = scene.names_in(message)
    return tuple(each for each in named if each in scene.staff and each != message.author_id)


def _is_new(scene: Scene, message: Message) -> bool:
    """Whether its author is new here: came lately, says so, or asks and never spoke before.

    A greeting without a question is owed nothing where newcomers had just been greeted, nor is
    an answer to something: who joins in is in already.
    """
    author, text = message.author_id or 0, scene.text(message)
    if author in scene.staff:
        return False
    asking = bool(cues.ASKS.search(text))
    if not asking and (_greeted_before(scene, message) or not _opens(scene, message)):
        return False
    came = _came(scene, message)
    if came is not None and message.at - came <= NEW_FOR:
        return True
    if cues.INTRODUCES.search(text):
        return True
    return asking and message.at - scene.spoken[0].at >= KNOWN_BEFORE


def _came(scene: Scene, message: Message) -> datetime | None:
    """When its author came, by their record or the room's own lines; that they left changes none.

    A line "甲邀请乙加入了群聊" tells of 乙.
    """
    member = scene.talk.members[message.author_id or 0]
    if member.joined_at is not None and member.joined_at <= message.at:
        return member.joined_at
    names = (member.name, *member.aliases)
    for line in reversed(scene.system):
        who = line.text.split("邀请")[-1].split("通过")[0]
        joined = line.at <= message.at and cues.JOINED.search(line.text)
        if joined and any(name in who for name in names):
            return line.at
    return None


def _greeted_before(scene: Scene, message: Message) -> bool:
    near = scene.talk.messages
    return any(
        message.at - GREETED <= said.at <= message.at
        and said.author_id not in (message.author_id, None)
        and cues.GREETS.search(scene.text(said))
        for said in near
        if said.at <= message.at
    )
