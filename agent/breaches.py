"""Which rule of the house a message goes against: told by its words, or not told at all.

Never what staff said, what is quoted of others, talk about the rules, or what somebody says they do
not do. A subject that a community named itself counts once two messages within half an hour hold
it. Below that nothing is said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time, timedelta

from agent.house_rules import HouseRule
from agent.listening import noticing_cues as more
from agent.listening import rule_cues as cues
from agent.listening.offence import own_words
from agent.listening.scene import Scene
from agent.listening.signals_order import handled, is_chained
from agent.listening.stretch import is_private_person, opens
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
    return not scene.is_staff(message) and not is_private_person(scene, message.author_id)


def _against(scene: Scene, message: Message, rules: Sequence[HouseRule]) -> Iterator[Breach]:
    text = TAGS.get(message.kind) or own_words(message.text)
    if cues.ON_RULES.search(text) or cues.AGREED.search(text):
        return
    for rule in rules:
        matter = next(_matters(text, rule), None) or _elsewise(scene, message, text, rule)
        if matter is not None:
            yield Breach(message=message, rule=rule, matter=matter)
        elif _on_subject(scene, message, text, rule):
            yield Breach(message=message, rule=rule, matter="subject", confidence=LIKELY)


def _matters(text: str, rule: HouseRule) -> Iterator[str]:
    """The matters of a rule that a text breaks; nothing of what it declines or only reports."""
    reports = more.SAID_BY_OTHERS.search(text) is not None
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
    if cues.PRESSING.search(text) or not opens(scene, message) or len(text) < WORTH_WAITING:
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
    """Whether it opens a talk on what may not be talked about: a second message takes it up."""
    if not _holds(text, rule.subjects):
        return False
    earlier = [m for m in scene.within(OPEN_FOR + NEAR) if timedelta(0) < message.at - m.at <= NEAR]
    if any(_holds(own_words(m.text), rule.subjects) for m in earlier):
        return False
    return any(_holds(own_words(m.text), rule.subjects) for m in scene.later(message, NEAR))


def _holds(text: str, subjects: Sequence[str]) -> bool:
    """Whether a text speaks of a subject: as a word of its own, and not as data of a task."""
    lowered = text.lower()
    if cues.AS_DATA.search(lowered) or cues.DECLINES.search(lowered):
        return False
    return any(
        re.search(rf"\b{re.escape(each)}\b" if each.isascii() else re.escape(each), lowered)
        for each in subjects
    )


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
