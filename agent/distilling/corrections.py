"""Later corrections win: which earlier sentences are struck, and which number replaces which.

A correction speaks of a number or a day of the week; one without either that answers a message
outright strikes its sentences on the same matter.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import lru_cache

from agent.distilling import cues, occasions
from agent.distilling.denials import answered, denies, in_place
from agent.distilling.figures import numbers_in
from agent.distilling.marks import marks_in, measures, says, units_in
from agent.distilling.sentences import Sentence, sentences_in, unaddressed
from agent.listening.words import words
from community.conversation import Message, Talk
from community.distillation import Citation, Claim, ClaimState

CORRECTED_LATER = "corrected_later"
"""The problem of a claim whose source was set right after it was written down."""
WITHIN = timedelta(days=28)
SHORTLY = timedelta(hours=12)
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
_MOVED_FROM = re.compile(
    r"(\b(?:moved|changed|shifted|postponed|extended|brought)\b[^.;\d]{0,20}?)"
    r"\bfrom [^.;]{1,24}? (?=to\b)"
    r"|()(?:从|由)(?=[^，,。；]{0,12}[\d一二三四五六日天])[^，,。；→]{1,14}"
    r"(?=(?:改|挪|推迟|提前|延|调整?)(?:到|至|成|为))",
    re.IGNORECASE,
)
_NOT_BUT = re.compile(r"不是[^，,。；]{0,8}\d[\d:：]*[^，,。；]{0,4}[，,](?=是\S{0,4}\d)")
_NOT_OLD = re.compile(r"(\d(?: [a-z]+){0,3}),? (?:and )?not \d[\d.:]*(?![\d:])", re.IGNORECASE)
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
    units: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """The units in which a number was set right: 2 seconds leave 2 pages alone."""

    @property
    def proof(self) -> Sentence | None:
        """The sentence that gives the right number; where none is given, the first that says so."""
        right = set(self.replaced.values()) or self.struck
        told = sentences_in(self.by)
        found = (s for s in told if set(marks_in(s.text)) & right)
        return next(found, told[0] if told else None)

    def concluded(self, text: str, message: Message) -> str | None:
        """The rule its own author drew from a figure that this says again: 以后就乘1.6."""
        withdrawn = set(self.replaced) | _denied(self.by.text)
        again = set(numbers_in(unaddressed(self.by.text))) - withdrawn
        clauses = re.split(r"[.;。；]\s*(?=\D)", text)
        rule = next((one for one in clauses if occasions.CONCLUDES.search(one)), None)
        own = self.by.author_id == message.author_id
        return rule if rule and own and set(numbers_in(rule)) <= again else None

    def denies(self, text: str) -> bool:
        """Whether the text holds what was set right and may not be said any more."""
        if self.struck or self.replaced:
            return says(text, self.struck | set(self.replaced), self.units)
        return len(words(unaddressed(text)) & words(unaddressed(self.by.text))) >= SHARED

    def right(self, sentence: Sentence) -> str | None:
        """The sentence with right numbers; None where it may not be said any more."""
        wrong = set(numbers_in(sentence.text)) & set(self.replaced)
        if not wrong and self.denies(sentence.text):
            return None
        if says(sentence.text, self.struck - set(self.replaced), self.units):
            return None
        old = "|".join(re.escape(number) for number in sorted(wrong, key=len, reverse=True))
        if not old:
            return sentence.text
        text, times = re.subn(
            rf"(?<![\d.])(?:{old})(?![\d.]\d|\d)", lambda m: self.replaced[m[0]], sentence.text
        )
        return text if times else None


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
        if not occasions.STANDS.search(sentence.text) and not cues.QUESTION.search(sentence.text):
            spoken |= marks_in(unaddressed(sentence.text))
    return frozenset((spoken - set(replaced.values())) | _denied(message.text))


def _targets(
    correction: Message, earlier: Iterable[Message], talk: Talk, struck: frozenset[str]
) -> frozenset[int]:
    link = talk.links.get(correction.id)
    parent = correction.reply_to_id or (link.parent_id if link else None)
    own = bool(cues.CORRECTS_SELF.search(correction.text))
    explicit = bool(cues.CORRECTS.search(correction.text))
    denied = _denied(correction.text)
    about = words(unaddressed(correction.text))
    units = units_in(correction.text)
    earlier = tuple(earlier)
    latest = _latest_with(denied, correction, earlier) if explicit else None
    return frozenset(
        message.id
        for message in earlier
        if says(message.text, struck, units)
        and (not own or message.author_id == correction.author_id)
        and (
            message.id in {parent, latest}
            or (explicit and own and bool(denied & set(numbers_in(unaddressed(message.text)))))
            or (explicit and len(words(unaddressed(message.text)) & about) >= SHARED)
        )
    )


def _latest_with(denied: set[str], correction: Message, earlier: Sequence[Message]) -> int | None:
    """The last message of another that used a denied number shortly before."""
    for message in reversed(earlier):
        if correction.at - message.at > SHORTLY:
            return None
        own = message.author_id == correction.author_id
        if not own and denied & set(numbers_in(unaddressed(message.text))):
            return message.id
    return None


@lru_cache(maxsize=8192)
def _says_wrong(text: str) -> bool:
    """Read once for the many threads of one talk."""
    return cues.CORRECTS.search(text) is not None


def _corrects(message: Message, talk: Talk) -> bool:
    """Whether it says that something was wrong, or in answer to it that it holds no more."""
    if _says_wrong(message.text):
        return not cues.QUESTION.search(message.text)
    if answered(message, talk) is None or cues.AGREES.search(message.text):
        return False
    return bool(cues.OUTDATED.search(message.text)) and len(numbers_in(message.text)) > 1


def settled(text: str) -> str:
    """The sentence without the date or number it says was moved: what holds is the new one."""
    return _NOT_OLD.sub(r"\1", _NOT_BUT.sub("", _MOVED_FROM.sub(r"\1", text)))


def corrections_in(talk: Talk) -> tuple[Correction, ...]:
    """Every correction in the talk with the messages it sets right."""
    found: list[Correction] = []
    for position, message in enumerate(talk.messages):
        if message.recalled_at or message.by_simmer:
            continue
        since = bisect_left(talk.messages, message.at - WITHIN, key=lambda one: one.at)
        earlier = talk.messages[since:position] if denies(message) else ()
        placed = in_place(message, earlier, talk)
        if not placed and not _corrects(message, talk):
            continue
        replaced = placed or _pairs(message.text)
        struck = frozenset(placed) or _struck(message, replaced)
        targets = _targets(message, talk.messages[since:position], talk, struck)
        if not marks_in(unaddressed(message.text)):
            targets = _outright(message, talk)
        if targets:
            correction = Correction(
                by=message,
                target_ids=targets,
                replaced=replaced,
                struck=struck,
                units=units_in(message.text),
            )
            found += [correction, *_told_on(correction, talk.messages, position)]
    return tuple(found)


def _told_on(
    correction: Correction, messages: Sequence[Message], position: int
) -> Iterator[Correction]:
    """The same for what repeats a withdrawn number afterwards, on the same matter."""
    by = correction.by
    wrong = [one for one in messages[:position] if one.id in correction.target_ids]
    withdrawn = _withdrawn(correction, wrong)
    if not withdrawn:
        return
    right = frozenset(marks_in(unaddressed(by.text))) - withdrawn
    about = frozenset[str]().union(*(words(unaddressed(one.text)) for one in (by, *wrong)))
    later = (one for one in messages[position + 1 :] if one.at - by.at <= WITHIN)
    again = frozenset(
        one.id
        for one in later
        if says(one.text, withdrawn, correction.units)
        and not right & frozenset(marks_in(unaddressed(one.text)))
        and len(words(unaddressed(one.text)) & about) >= SHARED
    )
    if again:
        yield replace(correction, target_ids=again, replaced={}, struck=withdrawn)


def _withdrawn(correction: Correction, wrong: Sequence[Message]) -> frozenset[str]:
    """The numbers that hold no more: replaced, denied, or told before with another one now."""
    said = unaddressed(correction.by.text)
    before = {pair for one in wrong for pair in measures(unaddressed(one.text)) if pair[1]}
    renewed = {unit for _, unit in measures(said) - before}
    old = {number for number, unit in measures(said) & before if unit in renewed}
    own = old if _says_wrong(said) else set[str]()
    return frozenset(own | set(correction.replaced) | _denied(said))


def _outright(correction: Message, talk: Talk) -> frozenset[int]:
    """What a correction without numbers answers on the platform, where its author may say so."""
    target = next((one for one in talk.messages if one.id == correction.reply_to_id), None)
    if target is None or not cues.CORRECTS.search(correction.text):
        return frozenset()
    about = words(unaddressed(correction.text)) & words(unaddressed(target.text))
    return frozenset({target.id}) if len(about) >= SHARED else frozenset()


def amended(claim: Claim, correction: Correction) -> Claim | None:
    """The claim with the correction beside it, open again; None where it stands as it is."""
    cited = {citation.message_id for citation in claim.citations}
    proof = correction.proof
    if proof is None or correction.by.id in cited or not cited & correction.target_ids:
        return None
    if not correction.denies(claim.text):
        return None
    beside = Citation(
        message_id=proof.message_id, start=proof.start, end=proof.end, quote=proof.text
    )
    problems = tuple(dict.fromkeys((*claim.problems, CORRECTED_LATER)))
    return replace(
        claim,
        citations=(*claim.citations, beside),
        problems=problems,
        supported=False,
        state=ClaimState.OPEN,
    )


def corrected(claims: Iterable[Claim], corrections: Iterable[Correction]) -> tuple[Claim, ...]:
    """The claims, each that says what was set right with the correction beside it."""
    found = list(claims)
    for correction in corrections:
        found = [amended(claim, correction) or claim for claim in found]
    return tuple(found)
