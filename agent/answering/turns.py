"""A passage as talk: whose words each sentence of it is. Pure.

A signed claim may hold the words of several people; each stands after its name and a colon. What is
told of it never stands without that name.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from knowledge_base.lexical import has_han
from knowledge_base.passages import sentences_of

SOMEBODY = {"zh": "一位成员", "en": "One member"}
"""Who said it, where they are not named."""
LEFT_OUT = "… "
_JOINT = re.compile(r"\s+(?=…\s)")
"""Between two messages that a passage joins."""
_LEAD_HAN = re.compile(r"^(?:…\s)?([^\s:：；。，,!！?？…“”]{2,12})：\s*")
_LEAD = re.compile(r"^(?:…\s)?(?-i:([A-ZÀ-Ž][\w'’.-]*(?: [A-ZÀ-Ž][\w'’.-]*)?)): ")
_ANY_LEAD = re.compile(r"^(?:…\s)?([^:：…]{1,40})[:：]\s*")
_ANSWERED = re.compile(r"^→\s*")
"""Between a question and its answer in one claim."""
_BEGINS = re.compile(r"(?<=[?!.;]) (?=[A-ZÀ-Ž][\w'’.-]*: )")
"""Before the name of the next one who speaks, in an English passage."""
_MINE = re.compile(
    r"我(?!国)|咱|自己班|^(?:试过|用过|做过|带过|上学期|去年|以前)"
    r"|^(?:got|had|did|went|tried|was|came|lost|cut|switched|stopped|started|used to|moved)\b"
    r"|\b(?:i|i'(?:m|d|ve|ll)|im|ive|me|my|mine|we|we'(?:re|d|ve|ll)|our|ours|us)\b",
    re.IGNORECASE,
)
_NO_NAMES = frozenset({"Note", "Question", "Answer", "Update", "Report", "Example", "Tip", "Rule"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Sentences of one voice in a row; `speaker` "" is not known."""

    speaker: str
    pieces: tuple[str, ...]

    @property
    def text(self) -> str:
        """Its sentences after its name."""
        said = joined(self.pieces).removeprefix(LEFT_OUT).rstrip("；;")
        if not self.speaker:
            return said
        return f"{self.speaker}{'：' if has_han(said) else ': '}{said}"


def turns_of(text: str, speakers: Collection[str] = ()) -> tuple[Turn, ...]:
    """The voices of a passage in their order; `speakers` are the names that may stand there."""
    turns: list[Turn] = []
    for piece in pieces_in(text):
        named, said = lead_of(piece, speakers)
        if turns and (not named or named == turns[-1].speaker):
            turns[-1] = replace(turns[-1], pieces=(*turns[-1].pieces, said))
        else:
            turns.append(Turn(speaker=named, pieces=(said,)))
    return tuple(turns)


def lead_of(piece: str, speakers: Collection[str] = ()) -> tuple[str, str]:
    """Who is named before the colon a piece begins with ("" for nobody), and the rest of it."""
    any_lead = _ANY_LEAD.match(piece)
    if any_lead and any_lead[1].strip() in {*speakers, *SOMEBODY.values()}:
        return any_lead[1].strip(), piece[any_lead.end() :]
    lead = _LEAD_HAN.match(piece) or _LEAD.match(piece)
    if lead is None or lead[1] in _NO_NAMES or not piece[lead.end() :].strip():
        return "", piece
    return lead[1], piece[lead.end() :]


def is_mine(text: str) -> bool:
    """Whether somebody speaks of themselves in it."""
    return bool(_MINE.search(lead_of(text)[1]))


def attributed(text: str, speakers: Sequence[str]) -> str:
    """The text with whose words it is before it, where somebody says "I" and nobody is named.

    Of several who are cited it is one of them.
    """
    first = next(iter(turns_of(text, speakers)), None)
    if not speakers or first is None or first.speaker or not _MINE.search(joined(first.pieces)):
        return text
    language = "zh" if has_han(text) else "en"
    only = speakers[0] if len(speakers) == 1 else ""
    return Turn(speaker=only or SOMEBODY[language], pieces=(text,)).text


def pieces_in(text: str) -> list[str]:
    """The sentences of a text; where it joins messages each begins anew, after its “…”."""
    pieces: list[str] = []
    for sentence in sentences_of(text):
        for part in _JOINT.split(sentence):
            for piece in _BEGINS.split(_ANSWERED.sub("", part)):
                if pieces and not any(each.isalnum() for each in piece):
                    pieces[-1] += piece
                else:
                    pieces.append(piece)
    return pieces


def joined(sentences: Sequence[str]) -> str:
    """Sentences after one another."""
    text = ""
    for sentence in sentences:
        apart = text[-1:].isascii() or sentence.startswith(LEFT_OUT)
        text += (" " if text and apart else "") + sentence
    return text
