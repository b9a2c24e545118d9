"""A question that leans on the one before it, made whole by code. Pure.

"And for new customers?" after "How do I open a difficult one-on-one?" is asked as "How do I open a
difficult one-on-one, for new customers?"; what stands on its own stays as it is.
"""

import re
from dataclasses import dataclass

from knowledge_base.kinds import kinds_asked
from knowledge_base.lexical import ASKING, tokens

SHORT = 6
"""Content tokens up to which a question that points back is taken to need the one before it."""
_AND_ZH = re.compile(
    r"^(?:那么?|还有|如果是?|要是|换成|换做|对于?|至于|假如)[,，\s]*(.{1,24}?)"
    r"(?:的话)?(?:呢|怎么办|怎么样|也一样吗|也是吗)?[?？。!！]*$"
)
_NE_ZH = re.compile(r"^(.{1,16}?)呢[?？。]*$")
_AND_EN = re.compile(
    r"^(?:(?:and|but|so|then)\b,?\s+)?(?:what about\b|how about\b"
    r"|what if\b(?: (?:it|they|there)'?(?:s|re)\b)?"
    r"|(?=(?:for|with|in|on|at|after|before|when|if|to|as|during|without)\b))\s*(.{1,60}?)[?.!]*$"
    r"|^and\s+(?!(?:how|why|when|where|who|what|which|is|are|do|does|can|should)\b)(.{1,60}?)[?.!]*$",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"[它他她]们?|这(?:个|样|条|事|种|时)|那(?:个|样|条|事|种|时|之后|然后|接下来)|前者|后者"
    r"|上面|刚才"
    r"|\b(?:it|its|they|them|that|this|those|these|then|he|she)\b|\bthe (?:same|other|latter)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"^(?:那么?|还有|(?:and|but|so|then)\b)[,，\s]*", re.IGNORECASE)
_END = "?？。.!！ \n"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A question after another: both as they were asked."""

    former: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed:
    """The question made whole; an engine's reply."""

    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """The question to search, and what it adds to the one before it ('' where nothing)."""

    question: str
    added: str = ""


def followed(asked: FollowUp) -> Followed:
    """The question with the subject it leaves out; unchanged where it leaves out none."""
    text, former = asked.question.strip(), asked.former.strip().strip(_END)
    added = _added(text)
    if added:
        return Followed(question=_with(former, added), added=added)
    if _leans(text):
        joint = "：" if _is_han(former) else ": "
        return Followed(question=f"{former}{joint}{_OPENING.sub('', text)}")
    return Followed(question=text)


def content_of(text: str) -> frozenset[str]:
    """What a text says beyond asking: words, numbers and pairs of characters."""
    found = [token for token in tokens(text) if token not in ASKING]
    return frozenset(token for token in found if len(token) > 1) or frozenset(found)


def _added(text: str) -> str:
    match = _AND_ZH.match(text) or _NE_ZH.match(text) or _AND_EN.match(text)
    said = next((group for group in match.groups() if group), "") if match else ""
    said = _OPENING.sub("", said).strip(_END + ",，呢")
    return "" if not said or kinds_asked(said) or _only_points(said) else said


def _only_points(said: str) -> bool:
    return not content_of(_BACK.sub(" ", said))


def _with(former: str, added: str) -> str:
    return f"{added}，{former}？" if _is_han(former) else f"{former}, {added}?"


def _leans(text: str) -> bool:
    """Whether it asks about what was said before: hardly a word of its own, or it points back."""
    own = content_of(_BACK.sub(" ", text))
    pairs = [token for token in own if len(token) > 1]
    if not pairs:
        return True
    return len(own) <= SHORT and bool(_BACK.search(text) or _OPENING.match(text))


def _is_han(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in text)
