"""Later corrections win: which earlier sentences are struck, and which number replaces which."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from agent.distilling import cues
from agent.distilling.figures import measures_in, numbers_in
from agent.distilling.sentences import Sentence, sentences_in, unaddressed
from agent.listening.words import words
from community.conversation import Message, Talk

WITHIN = timedelta(days=28)
SHARED = 3
"""Content words (pairs of Han characters) two messages share when they speak of one thing."""
_N = r"\d+(?:[.:]\d+)*"
_REPLACES = (
    re.compile(
        rf"\bthe ({_N})\S* (?:is|was) wrong[,.; ]+(?:it'?s|it is|should be) ({_N})", re.IGNORECASE
    ),
    re.compile(rf"不是\s?({_N})[^，。,；\d]{{0,8}}[，,、；\s]+(?:而?是|应该是|要)\s?({_N})"),
    re.compile(
        rf"({_N})[^，。,；\d]{{0,6}}(?:是错的|错了|不对)[，,；\s]*(?:应该)?(?:是|改成)\s?({_N})"
    ),
    re.compile(rf"(?:把|从)\s?({_N})\S{{0,4}}(?:改成|改为|更正为)\s?({_N})"),
    re.compile(rf"\bnot ({_N})\S*[,;]? (?:but|it'?s) ({_N})", re.IGNORECASE),
)
_REPLACED_BY = (
    re.compile(rf"\bit'?s ({_N})\S*(?: \w+){{0,3}},? not ({_N})", re.IGNORECASE),
    re.compile(rf"(?:应该)?是\s?({_N})[^，。,；\d]{{0,6}}[，,]?不是\s?({_N})"),
)
_DENIES = re.compile(
    rf"不是\s?({_N})|({_N})[^，。,；\d]{{0,6}}(?:是错的|不对)"
    rf"|\bnot ({_N})|\b({_N})\S* (?:is|was) wrong",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A message that sets an earlier one right; `replaced` maps a wrong number to the right one."""

    by: Message
    target_ids: frozenset[int]
    replaced: Mapping[str, str]
    struck: frozenset[str]

    @property
    def proof(self) -> Sentence | None:
        """The sentence that gives the right number."""
        right = set(self.replaced.values())
        found = (s for s in sentences_in(self.by) if set(numbers_in(s.text)) & right)
        return next(found, None)

    def right(self, sentence: Sentence) -> str | None:
        """The sentence with right numbers; None where it may not be said any more."""
        numbers = set(numbers_in(sentence.text))
        wrong = numbers & set(self.replaced)
        if numbers & (self.struck - set(self.replaced)):
            return None
        text = sentence.text
        for number in wrong:
            text = re.sub(rf"(?<![\d.]){re.escape(number)}(?![\d.]\d)", self.replaced[number], text)
        return text


def _pairs(text: str) -> dict[str, str]:
    found = {match[1]: match[2] for rule in _REPLACES for match in rule.finditer(text)}
    found |= {match[2]: match[1] for rule in _REPLACED_BY for match in rule.finditer(text)}
    return found


def _denied(text: str) -> set[str]:
    return {next(filter(None, match.groups())) for match in _DENIES.finditer(text)}


def _struck(message: Message, replaced: Mapping[str, str]) -> frozenset[str]:
    """Numbers the correction speaks of anew: whoever used them before may be wrong."""
    spoken: set[str] = set()
    for sentence in sentences_in(message):
        if not cues.STANDS.search(sentence.text) and not cues.QUESTION.search(sentence.text):
            spoken |= set(numbers_in(unaddressed(sentence.text)))
    return frozenset((spoken - set(replaced.values())) | _denied(message.text))


def _speaks_of(message: Message, struck: frozenset[str], units: Mapping[str, set[str]]) -> bool:
    """Whether it uses a struck number in the same unit."""
    return any(
        number in struck and (not unit or not units.get(number) or unit in units[number])
        for number, unit in measures_in(unaddressed(message.text))
    )


def _targets(
    correction: Message, earlier: Iterable[Message], talk: Talk, struck: frozenset[str]
) -> frozenset[int]:
    link = talk.links.get(correction.id)
    parent = correction.reply_to_id or (link.parent_id if link else None)
    own = bool(cues.CORRECTS_SELF.search(correction.text))
    denied = _denied(correction.text)
    about = words(unaddressed(correction.text))
    units: dict[str, set[str]] = {}
    for number, unit in measures_in(unaddressed(correction.text)):
        units.setdefault(number, set()).update({unit} - {""})
    return frozenset(
        message.id
        for message in earlier
        if _speaks_of(message, struck, units)
        and (not own or message.author_id == correction.author_id)
        and (
            message.id == parent
            or (own and bool(denied & set(numbers_in(unaddressed(message.text)))))
            or len(words(unaddressed(message.text)) & about) >= SHARED
        )
    )


def corrections_in(talk: Talk) -> tuple[Correction, ...]:
    """Every correction of a number in the talk with the messages it sets right."""
    found: list[Correction] = []
    for position, message in enumerate(talk.messages):
        if not cues.CORRECTS.search(message.text) or not numbers_in(unaddressed(message.text)):
            continue
        replaced = _pairs(message.text)
        struck = _struck(message, replaced)
        since = bisect_left(talk.messages, message.at - WITHIN, key=lambda one: one.at)
        targets = _targets(message, talk.messages[since:position], talk, struck)
        if targets:
            found.append(
                Correction(by=message, target_ids=targets, replaced=replaced, struck=struck)
            )
    return tuple(found)
