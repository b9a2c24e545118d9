"""Which messages tell of a trouble with the work: the voices pain points are made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from agent.listening import cues, pain_cues
from agent.listening import temper_cues as temper
from agent.listening.adverts import is_advert
from agent.listening.asking import is_question
from agent.listening.offence_cues import QUOTED
from agent.listening.scene import Scene
from agent.listening.signals_tempers import is_harsh
from agent.listening.trouble_worth import worth_of
from agent.listening.words import words
from community.conversation import Link, LinkSource, Message, MessageKind
from community.people import Purpose

FOUNDING = 0.7
"""A voice worth so much is a problem by itself; a weaker one only adds to another."""
LONGEST = 600
"""Characters beyond which a text is a paste, not a voice."""
MATTER = 0.7
MATTER_WORDS = 6
TOGETHER = 2
"""People who answer a question that is the room's own."""
ERRANDS = (
    *(pain_cues.FACT, pain_cues.LEISURE, pain_cues.HEALTH, pain_cues.SOLVES),
    *(cues.PROPOSES, cues.PUSH, cues.LAUGHS, cues.SHARES),
)
HOPS = 3
"""Steps along the thread in which a reply still speaks of the same."""
SURE = 0.5
PRIVATE = timedelta(hours=2)
HEATED = timedelta(minutes=40)
HOT_LEAST = 3
BESIDE = timedelta(minutes=10)
SIGNS_LEAST = 2
EVERYBODY = re.compile(r"@(所有人|全体成员|all|here|channel|everyone)\b|@所有人", re.IGNORECASE)
MADE = (MessageKind.TEXT, MessageKind.LINK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One telling of a trouble: by a message, or by a private tap (`tap_id`).

    `worth` says how plainly it is one. `near` are earlier messages of its thread it may speak to,
    nearest first; `same` is a bare “me too” to the first of them. `quotable` is False where the
    words may be counted only.
    """

    text: str
    member_id: int
    at: datetime
    worth: float
    message_id: int | None = None
    tap_id: int | None = None
    near: tuple[int, ...] = ()
    same: bool = False
    asks: bool = False
    quotable: bool = True

    @property
    def says_it(self) -> bool:
        """Whether the words name the trouble themselves."""
        return self.worth > 0 or not self.same


def voices_of(scene: Scene, since: datetime) -> tuple[Voice, ...]:
    """Troubles with the work that members told since a moment, and who said that they have them.

    Never those of whoever keeps or teaches the room, nor jokes, adverts, quarrels, put-downs,
    illness, grief or despair: what is private stays private.
    """
    if scene.talk.zone.purpose is not Purpose.WORK:
        return ()
    shut = _private(scene) | _heated(scene)
    told = [m for m in scene.spoken if m.at >= since and m.id not in shut and _speaks(scene, m)]
    return tuple(voice for m in told if (voice := _voice(scene, m)) is not None)


def _speaks(scene: Scene, message: Message) -> bool:
    """Whether a member says it to the room in their own words."""
    text = QUOTED.sub(" ", scene.text(message))
    refused = (cues.INJECTS, cues.CHAIN, temper.BELITTLES, temper.SCOFFS, cues.CORRECTS)
    return (
        message.kind in MADE
        and message.author_id is not None
        and not scene.is_staff(message)
        and len(text) <= LONGEST
        and (not EVERYBODY.search(text) or bool(pain_cues.FAILED.search(text)))
        and not any(cue.search(text) for cue in refused)
        and not is_harsh(scene, message)
        and not is_advert(text)
        and not _answers_an_advert(scene, message)
    )


def _is_matter(scene: Scene, message: Message) -> bool:
    """Whether a question is no errand, and the room left it open or took it up together."""
    text = scene.text(message)
    if len(words(text)) < MATTER_WORDS or any(cue.search(text) for cue in ERRANDS):
        return False
    answered = {reply.author_id for reply in scene.answers(message)}
    waits = not answered and scene.age(message) >= timedelta(days=1)
    return waits or len(answered) >= TOGETHER


def _answers_an_advert(scene: Scene, message: Message) -> bool:
    above = scene.parent(message)
    return above is not None and is_advert(scene.text(above))


def _voice(scene: Scene, message: Message) -> Voice | None:
    text, near = scene.text(message), _near(scene, message)
    same = bool(near) and bool(pain_cues.SAME.search(text) or cues.ME_TOO.search(text))
    asks = is_question(scene, message) and "@" not in text
    worth = worth_of(text, is_reply=bool(near) or _is_answer(scene, message))
    if asks and not near and _is_matter(scene, message):
        worth = max(worth, MATTER)
    if worth <= 0.0 and not same and not asks:
        return None
    assert message.author_id is not None
    member = scene.talk.members.get(message.author_id)
    return Voice(
        text=message.text,
        member_id=message.author_id,
        at=message.at,
        worth=worth,
        message_id=message.id,
        near=near,
        same=same,
        asks=asks,
        quotable=member is None or not member.opted_out,
    )


def _is_answer(scene: Scene, message: Message) -> bool:
    link = scene.links.get(message.id)
    return link is not None and link.parent_id is not None and link.confidence >= SURE


def _near(scene: Scene, message: Message) -> tuple[int, ...]:
    """Earlier messages up its thread, a few steps; a question put to all ends the way."""
    found: list[int] = []
    link = scene.links.get(message.id)
    while _leads(link) and len(found) < HOPS:
        assert link is not None
        above = scene.by_id.get(link.parent_id or 0)
        if above is None or (scene.is_staff(above) and cues.PUSH.search(scene.text(above))):
            break
        found.append(above.id)
        link = scene.links.get(above.id)
    return tuple(found)


def _leads(link: Link | None) -> bool:
    if link is None or link.parent_id is None:
        return False
    return link.confidence >= SURE or link.by in {LinkSource.PERSON, LinkSource.PLATFORM}


def _private(scene: Scene) -> set[int]:
    """What was said around despair and grief, by those it is about and to them."""
    shut: set[int] = set()
    for said in scene.spoken:
        text = scene.text(said)
        if any(cue.search(text) for cue in (temper.ILLNESS, cues.LEAVES, temper.DISTRESS)):
            shut.add(said.id)
        if _is_grave(scene, said):
            shut |= {each.id for each in _around(scene, said)} | {said.id}
    return shut


def _is_grave(scene: Scene, message: Message) -> bool:
    """Whether it tells of a death, or with what stands beside it twice of despair."""
    text = scene.text(message)
    if temper.GRAVE.search(text) or temper.GRIEF.search(text):
        return True
    if not temper.DISTRESS.search(text):
        return False
    own = (m for m in scene.spoken if m.author_id == message.author_id)
    near = (m for m in own if abs(m.at - message.at) <= BESIDE)
    signs = {hit[0].lower() for m in near for hit in temper.DISTRESS.finditer(scene.text(m))}
    return len(signs) >= SIGNS_LEAST


def _around(scene: Scene, message: Message) -> Iterator[Message]:
    """Its thread, and what its author said in the same hours."""
    thread = scene.thread_of.get(message.id)
    ids = {each.id for each in thread.messages} if thread else set[int]()
    for each in scene.spoken:
        beside = each.id in ids or each.author_id == message.author_id
        if beside and abs(each.at - message.at) <= PRIVATE:
            yield each


def _heated(scene: Scene) -> set[int]:
    """What was said in a quarrel by those who had it: harsh lines, answered in kind."""
    shut: set[int] = set()
    for thread in scene.threads:
        harsh = [m for m in thread.messages if is_harsh(scene, m)]
        hot = [m for m in thread.messages if m in harsh or _accuses(scene, m)]
        people = {m.author_id for m in hot}
        if not harsh or len(hot) < HOT_LEAST or len(people) < 2:  # noqa: PLR2004
            continue
        shut |= {
            m.id
            for m in thread.messages
            if m.author_id in people and any(abs(m.at - h.at) <= HEATED for h in hot)
        }
    return shut


def _accuses(scene: Scene, message: Message) -> bool:
    return bool(temper.ACCUSES.search(QUOTED.sub(" ", scene.text(message))))


def members_silent_since(scenes: tuple[Scene, ...], since: datetime) -> frozenset[int]:
    """Members still here who have said nothing in any of these rooms since a moment."""
    present = {
        member.id
        for scene in scenes
        for member in scene.talk.members.values()
        if member.left_at is None or member.left_at > scene.now
    }
    return frozenset(present - set(_speakers(scenes, since)))


def _speakers(scenes: tuple[Scene, ...], since: datetime) -> Iterator[int]:
    for scene in scenes:
        for said in reversed(scene.spoken):
            if said.at < since:
                break
            if said.author_id is not None:
                yield said.author_id
