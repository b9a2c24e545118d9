"""Who speaks in a claim: its text by voices, each piece by whoever said it. Pure.

A claim made from talk holds the words of several people one after another; on paper each of them
has a line of their own. Which words are whose is read from the messages the claim cites, and from
a name before a colon.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import groupby

from agent.distilling import cues
from agent.distilling.sentences import is_chinese, size, tidy, unquoted
from agent.distilling.weights import substance
from community.conversation import Message
from community.distillation import Claim

_JOINT = re.compile(r"(?:\s+…\s+|；\s*|;\s+)")
_END = re.compile(r"(?<=[。！？!?…])(?![”’\"」』）)。！？!?…])\s*|(?<=[a-z)\"'][.])\s+(?=\S)|\n+")
_LEAD = re.compile(r"^@?([^:：\n]{1,30})[:：]\s*")
CARRIED = 0.6
"""Share of a piece's pairs of letters a message holds when the piece is from it."""
WHOLLY = 0.9
"""The same share of all that stands between two joints: then none of it is another's."""
LITTLE = 6.0
"""Size below which what is said in agreement is only agreement."""
SAYS_LITTLE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one voice says without a break; `author_id` None are the words of nobody alone."""

    author_id: int | None
    pieces: tuple[str, ...]

    @property
    def text(self) -> str:
        """Its pieces as one text."""
        return run_on(self.pieces)

    @property
    def asks(self) -> bool:
        """Whether it does nothing but ask."""
        return all(is_question(each) for each in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One sentence with its voice; `message_id` None where no cited message holds it."""

    author_id: int | None
    message_id: int | None
    text: str


def turns_of(
    claim: Claim, said: Mapping[int, Message], names: Mapping[str, int]
) -> tuple[Turn, ...]:
    """The voices of a claim as they spoke: by the time of their messages where all are known.

    `names` are what members are called, with their ids. An expert's own words, and words no cited
    message holds, are one voice.
    """
    pieces = _pieces(claim, said, names)
    authors = {each.author_id for each in pieces}
    if claim.own_words or len(authors) < 2:  # noqa: PLR2004
        only = next(iter(authors), None)
        texts = tuple(each.text for each in pieces)
        return (Turn(author_id=None if claim.own_words else only, pieces=texts),) if texts else ()
    if all(each.message_id in said for each in pieces):
        pieces.sort(key=lambda each: (said[each.message_id or 0].at, each.message_id or 0))
    return tuple(
        Turn(author_id=author, pieces=tuple(dict.fromkeys(each.text for each in run)))
        for author, run in groupby(pieces, key=lambda each: each.author_id)
    )


def _pieces(claim: Claim, said: Mapping[int, Message], names: Mapping[str, int]) -> list[Piece]:
    cited = dict.fromkeys(each.message_id for each in claim.citations)
    sources = [said[id_] for id_ in cited if id_ in said]
    found: list[Piece] = []
    speaker: int | None = None
    for part in _JOINT.split(claim.text):
        named, text = _named(part, names)
        speaker = named if named is not None else speaker
        whole = _source(text, sources, speaker, WHOLLY)
        for told in (each.strip() for each in _END.split(text) if each.strip()):
            named, piece = _named(told, names)
            speaker = named if named is not None else speaker
            source = whole or _source(piece, sources, speaker, CARRIED)
            if source is not None:
                speaker = source.author_id
            elif speaker is None and len({each.author_id for each in sources}) == 1:
                speaker = sources[0].author_id
            found.append(
                Piece(
                    author_id=speaker,
                    message_id=source.id if source else (found[-1].message_id if found else None),
                    text=piece,
                )
            )
    return found


def _named(part: str, names: Mapping[str, int]) -> tuple[int | None, str]:
    """Whose name stands before the colon, and the part without it."""
    lead = _LEAD.match(part.strip())
    author = names.get(lead[1].strip()) if lead else None
    return (author, part.strip()[lead.end() :]) if lead and author else (None, part.strip())


def _source(
    piece: str, sources: Collection[Message], speaker: int | None, least: float
) -> Message | None:
    """The cited message that holds a piece; of several that do, one of who speaks already."""
    shares = [(_held(piece, each.text), each.author_id == speaker, each) for each in sources]
    best = max(shares, key=lambda each: each[:2], default=None)
    return best[2] if best is not None and best[0] >= least else None


def _held(piece: str, text: str) -> float:
    wanted = letter_pairs(piece)
    return len(wanted & letter_pairs(text)) / len(wanted) if wanted else 0.0


def letter_pairs(text: str) -> frozenset[str]:
    """Every two letters that follow each other, small, signs left out."""
    letters = "".join(each for each in text.lower() if each.isalnum())
    return frozenset(letters[at : at + 2] for at in range(max(1, len(letters) - 1)) if letters)


def run_on(pieces: Collection[str]) -> str:
    """Sentences after one another, each with its own end."""
    text = ""
    for piece in pieces:
        if not text:
            text = piece
            continue
        chinese = is_chinese(text)
        if text[-1].isalnum() or text[-1] in "”’\"'）)」%％":
            text += "；" if chinese else ". "
        elif not chinese and not text[-1].isspace():
            text += " "
        text += piece
    return text


def is_question(text: str) -> bool:
    """Whether a sentence asks and says nothing; questions counted as steps are things to ask."""
    if len(cues.STEPS.findall(text)) > 1:
        return False
    return cues.QUESTION.search(unquoted(tidy(text) or text)) is not None


def only_agrees(text: str) -> bool:
    """Whether a turn is a yes, with nothing beside it that one could learn."""
    bare = text.strip()
    yes = cues.AGREES.search(bare) or cues.CONFIRMS.search(bare)
    rest = tidy(bare)
    if yes and yes.start() == 0:
        rest = tidy(bare[yes.end() :])
    return (
        bool(yes)
        and not cues.OPPOSES.search(bare)
        and (size(rest) < LITTLE or substance(rest) < SAYS_LITTLE)
    )
