"""How a claim begins and closes: no greeting, address or filler before it, no sign left open."""

import re
from collections.abc import Iterable
from dataclasses import replace

from agent.distilling import cues
from agent.distilling.omissions import unfit
from agent.distilling.sentences import Sentence, sentences_in, size
from agent.distilling.strands import Part

LEAST_LEFT = 6.0
"""Size that must be left of what begins: a filler that is all there is stays."""
_OPENS = (
    re.compile(
        r"(?:(?:hi|hey|hello|morning)(?: (?:all|everyone|folks|team|there|guys))?\b[,.!:\s]+"
        r"|[A-Z][\w'’-]{1,20} here\.\s+"
        r"|(?:quick|small|dumb|stupid|silly|random|honest) (?:one|q|question)\b[,.:\s-]+"
        r"|(?:many )?thank(?:s| you)\b[^.!;]{0,40}[.!;]\s+"
        r"|(?:thinking out loud|alum here|long[- ]time lurker|first wall)\b[^.;:!]{0,40}[.;:!]\s+"
        r"|(?:late|new) (?:to|here)\b[^.;:!]{0,40}[.;:!]\s+"
        r"|i'?ll (?:start|go(?: first)?)[.,;:!]\s+"
        r"|(?:reminder|update|ps|psa|note|fyi|question|report|careful)\b[^.:;,]{0,10}:\s+"
        r"|(?:also|and|but|so|well|anyway|btw|ok(?:ay)?|yeah|fair|true|nice|right)[,.;!]\s+"
        r"|but ok[,.;!]\s+|(?:also|and|honestly|so|imo|imho|tbh|fwiw)\s+(?=\S))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:救命[呀啊]?|求(?:支招|助|教|指点|救|建议)|请教(?:一?下)?(?:大家|各位)?|想请教|大家|说下"
        r"|(?:想|请)?问一?下?(?:大家|各位)|各位(?:问下|请教)?|说真的|说实话|讲真|话说|我先说(?:一下)?"
        r"|先说一句|我说个不一样的|来?汇报一?下?|来登记|来交代一下)[，,。！!：:\s]+"
    ),
)
_POINTS = re.compile(
    r"(?:it|they|he|she|that|this|those|these)\b(?! (?:half|is the|one))"
    r"|(?:他|她|它|这种|那种|这个|那个)(?=[咋怎是要会能行有没不])",
    re.IGNORECASE,
)
_PAIRS = ("“”", "「」", "『』", "（）", "()", "[]", "【】")
_LISTED = re.compile(r"(?:^|(?<=[\s;；，,]))\w{1,2}[)）]|[:;]-?[)(]")
"""1) and a) are marks of a list, :) a face."""


def opened(text: str, names: Iterable[str]) -> str:
    """The text from where it says something: without greetings, addresses and fillers before."""
    rest, before = text, None
    while rest != before:
        before = rest
        for rule in (*_OPENS, _address(names)):
            found = rule.match(rest)
            if found and size(rest[found.end() :]) >= LEAST_LEFT:
                rest = rest[found.end() :]
    return rest


def _address(names: Iterable[str]) -> re.Pattern[str]:
    """A member's name, or its first word, before a comma or a colon."""
    called = {form for name in names for form in (name, name.split()[0] if name.split() else "")}
    known = "|".join(re.escape(one) for one in sorted(called, key=len, reverse=True) if one)
    return re.compile(rf"(?:{known})[,，:：]\s*" if known else r"(?!)")


def closed(text: str) -> str:
    """The text without quotation marks and brackets that have no other half."""
    lone: set[int] = set()
    listed = {at for found in _LISTED.finditer(text) for at in range(*found.span())}
    for left, right in _PAIRS:
        open_: list[int] = []
        for at, sign in enumerate(text):
            if at in listed:
                continue
            if sign == left:
                open_.append(at)
            elif sign == right:
                lone |= {at} if not open_ else set()
                open_ = open_[:-1]
        lone |= set(open_)
    straight = [at for at, sign in enumerate(text) if sign == '"']
    lone |= {straight[-1]} if len(straight) % 2 else set()
    return "".join(sign for at, sign in enumerate(text) if at not in lone).strip()


def with_antecedent(part: Part) -> Part:
    """The part with the sentence before it where it begins with a pronoun: 这种咋弄."""
    first = part.sentences[0]
    before = _before(first, part)
    if before is None or not _POINTS.match(part.texts[0]) or part.corrected_by:
        return part
    return replace(part, sentences=(before, *part.sentences), texts=(before.text, *part.texts))


def _before(first: Sentence, part: Part) -> Sentence | None:
    """The sentence right before one in its message, where it may be told."""
    told = [one for one in sentences_in(part.message) if one.end <= first.start]
    if not told or unfit(told[-1].text):
        return None
    hearsay = cues.HEARSAY.search(told[-1].text) or cues.THIRD_PERSON.search(told[-1].text)
    return None if hearsay else told[-1]
