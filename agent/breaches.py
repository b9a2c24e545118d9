"""Which rule of the house a message goes against: told by its words, or not told at all.

Never what staff said, what is quoted of others, talk about the rules, or what somebody says they do
not do. A subject that may not be talked about counts once somebody asks the room about it, once two
messages within half an hour hold it, or two people answer to it. Below that nothing is said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time, timedelta

from agent.house_rules import HouseRule, house_rules, recognised
from agent.listening import manner_cues as manner
from agent.listening import rule_cues as cues
from agent.listening import topic_cues
from agent.listening.cues import ASKS, GREETS, INTRODUCES
from agent.listening.offence import own_words
from agent.listening.scene import Scene
from agent.listening.signals_order import handled, is_chained
from agent.listening.words import read
from community.conversation import Message, MessageKind

OPEN_FOR = timedelta(hours=12)
SURE, LIKELY = 0.8, 0.7
NEAR = timedelta(minutes=30)
"""Within which two messages make a talk of a subject."""
ROW = 5
"""Short messages of one person in a row, within two minutes, where a rule asks for one."""
ROW_WITHIN = timedelta(minutes=2)
SHORT = {True: 20, False: 50}
DAWN = time(6)
WORTH_WAITING = 5
"""Characters of a message that could as well have been sent in the morning."""
VERBATIM = {True: 8, False: 20}
"""Characters of somebody's line in quotes that make a quotation of it."""
REPORTED = frozenset({"swearing", "rudeness", "politics"})
"""Matters of which a message may speak by reporting what others said."""
MATTER_OF_TALK = frozenset(
    {"promotion", "politics", "religion", "answers", "money", "private_talk"}
)
"""Matters that are what a message is about, and not how or when it is said."""
VOICES = 2
"""So many who answer make a talk of what one said."""
PART = re.compile(r"(?<=[?？])|[，,。.;；!！\n]+")
"""Where one clause of a message ends and another begins."""
WHICH = re.compile(r"多少|哪[只支家个种]")
"""Asks without a mark."""
TAGS = {MessageKind.FILE: "[文件]", MessageKind.MEDIA: "[图片]", MessageKind.STICKER: "[表情]"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A message that goes against a rule, and which matter of it told."""

    message: Message
    rule: HouseRule
    matter: str
    confidence: float = SURE


def breaches(scene: Scene, rules: Sequence[HouseRule]) -> Iterator[Breach]:
    """The messages of the last hours that go against a rule, oldest first, each told once."""
    last = [each for each in scene.within(OPEN_FOR) if _may_be_told(scene, each)] if rules else []
    for message in last:
        found = next(_against(scene, message, rules), None)
        if found is not None and not handled(scene, message, by_anyone=True):
            yield found
    yield from _rows(scene, last, rules)


def _may_be_told(scene: Scene, message: Message) -> bool:
    """Whether its author may be written to about it: a member who is here and keeps no room."""
    return not scene.is_staff(message) and not scene.is_private(message.author_id)


def _against(scene: Scene, message: Message, rules: Sequence[HouseRule]) -> Iterator[Breach]:
    text = TAGS.get(message.kind) or own_words(message.text)
    if _on_the_rules(text):
        return
    for rule in rules:
        matter = next(_matters(text, rule), None) or _elsewise(scene, message, text, rule)
        if matter is not None:
            yield Breach(message=message, rule=rule, matter=matter)
        elif _on_subject(scene, message, text, rule):
            yield Breach(message=message, rule=rule, matter="subject", confidence=LIKELY)


def _matters(text: str, rule: HouseRule) -> Iterator[str]:
    """The matters of a rule that a text breaks; nothing of what it declines or only reports."""
    reports = manner.SAID_BY_OTHERS.search(text) is not None
    for key in rule.matters:
        found = cues.MATTERS[key].broken.search(text)
        if found is None or (reports and key in REPORTED):
            continue
        before = cues.DECLINES.search(text, 0, found.end())
        if before is None or before.end() < found.start() - 8:
            yield key


def _elsewise(scene: Scene, message: Message, text: str, rule: HouseRule) -> str | None:
    """What is told by the hour, or by whose words they are."""
    if rule.late is not None and _is_late(scene, message, text, rule):
        return "late"
    return "quoting" if rule.quoting and _quotes_who_left(scene, message) else None


def _is_late(scene: Scene, message: Message, text: str, rule: HouseRule) -> bool:
    """Whether it begins something after hours that could wait; answers to each other may go on."""
    if cues.PRESSING.search(text) or not scene.opens(message) or len(text) < WORTH_WAITING:
        return False
    at = message.at.astimezone(scene.zone).time()
    late = rule.late is not None and (at >= rule.late or at < DAWN)
    return late and (not rule.calls or "@" in text)


def _quotes_who_left(scene: Scene, message: Message) -> bool:
    """Whether it repeats, in quotes, a line of somebody who does not want to be quoted."""
    spans = [
        match[0][1:-1] for match in re.finditer(r"[“\"「][^”\"」\n]{8,400}[”\"」]", message.text)
    ]
    gone = [
        said.text
        for said in scene.spoken
        if said.author_id != message.author_id
        and (member := scene.talk.members.get(said.author_id or 0)) is not None
        and member.opted_out
    ]
    han = bool(re.search(r"[\u3400-\u9fff]", message.text))
    return any(len(span) >= VERBATIM[han] and span in text for span in spans for text in gone)


def _on_subject(scene: Scene, message: Message, text: str, rule: HouseRule) -> bool:
    """Whether it opens a talk on what may not be talked about, or asks the room about it."""
    if not _holds(text, rule):
        return False
    earlier = [
        own_words(m.text)
        for m in scene.within(OPEN_FOR + NEAR)
        if timedelta(0) < message.at - m.at <= NEAR
    ]
    if _asks_about(text, rule):
        return not any(_asks_about(each, rule) for each in earlier)
    if any(_holds(each, rule) for each in earlier):
        return False
    taken_up = any(_holds(own_words(m.text), rule) for m in scene.later(message, NEAR))
    return taken_up or _talked_on(scene, message)


def _talked_on(scene: Scene, message: Message) -> bool:
    """Whether two others answer what is no greeting: then it is talked about, in whatever words."""
    if INTRODUCES.search(scene.text(message)) or GREETS.search(scene.text(message)):
        return False
    soon = (each for each in scene.answers(message) if each.at - message.at <= NEAR)
    return scene.opens(message) and len({each.author_id for each in soon}) >= VOICES


def _asks_about(text: str, rule: HouseRule) -> bool:
    """Whether a clause that speaks of what may not be talked about asks something."""
    if not _holds(text, rule):
        return False
    return any(_asks(each) and _holds(each, rule) for each in PART.split(read(text)))


def _asks(clause: str) -> bool:
    return bool(ASKS.search(clause) or WHICH.search(clause))


def _holds(text: str, rule: HouseRule) -> bool:
    """Whether a text speaks of it: as a word of its own, not as data of a task, not as a figure."""
    if any(each.search(text) for each in (cues.AS_DATA, cues.DECLINES, topic_cues.BORROWED)):
        return False
    spoken = [topic_cues.TOPICS[key].spoken for key in rule.topics]
    spoken += [re.compile(_word(each), re.IGNORECASE) for each in rule.subjects]
    return any(
        topic_cues.OF_A_TRADE.search(text[found.end() :]) is None
        for each in spoken
        for found in each.finditer(text)
    )


def _word(subject: str) -> str:
    return rf"\b{re.escape(subject)}\b" if subject.isascii() else re.escape(subject)


def asks_for_what_is_kept_out(scene: Scene, message: Message) -> bool:
    """Whether what a message asks for is what a rule keeps out: nobody owes it an answer.

    Told by the message alone. Rules on the hour or the form (links, voice, many lines) leave a
    question what it is.
    """
    rules = recognised(house_rules(scene.talk.community.settings))
    text = own_words(message.text)
    if not rules or not _may_be_told(scene, message) or _on_the_rules(text):
        return False
    return any(
        _asks_about(text, rule) or not MATTER_OF_TALK.isdisjoint(_matters(text, rule))
        for rule in rules
    )


def _on_the_rules(text: str) -> bool:
    return bool(cues.ON_RULES.search(text) or cues.AGREED.search(text))


def _rows(scene: Scene, last: Sequence[Message], rules: Sequence[HouseRule]) -> Iterator[Breach]:
    """Five short messages of one person in a row, where a rule wants them in one."""
    rule = next((each for each in rules if each.flood), None)
    row: list[Message] = []
    for message in scene.within(OPEN_FOR) if rule else ():
        if row and message.author_id == row[-1].author_id and message.at - row[0].at <= ROW_WITHIN:
            row.append(message)
        else:
            row = [message]
        text = scene.text(message)
        short = len(text) <= SHORT[bool(re.search(r"[\u3400-\u9fff]", text))]
        if not short or is_chained(text):
            row = []
        elif len(row) == ROW and message in last and rule is not None:
            yield Breach(message=message, rule=rule, matter="flood", confidence=LIKELY)
