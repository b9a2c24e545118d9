"""A signed distillation → the passages that answer for it. Pure."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from community.distillation import Claim, Distillation

LENGTH = 1200
"""Characters of a passage: a claim longer than this is cut between sentences."""
QUOTED = 400
"""Characters of the talk's own words that count for a passage's meaning."""
EXPANDED = 0.5
"""What all expansions together count for a passage's meaning, where a face counts 1.

Learnt on the communities that may be read: at 1 the questions drown what is said."""
LONG = {"zh": 120, "en": 360}
"""Characters from which a passage is more than a claim and is also embedded sentence by sentence:
one vector of many sentences is near to each of them and nearest to none."""
_END = re.compile(r"(?<=[。！？!?；;\n])\s*|(?<=[.])\s+(?=[A-Z\"'(])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A citable stretch of a signed article: what is found, quoted and numbered.

    `id` is unique for article, version and place in it. `title` is the article's question;
    `claim_ids` and `message_ids` are what the words rest on. `quotes` are the cited words of the
    talk: searched, because members ask as they talk, and never shown as the article's.
    `expansions` are questions it answers: they count for its meaning and are never shown.
    `speakers` are whose words it cites, each once, by the names they go by here; "" is somebody who
    is not named. An expert's own words and a text that was brought are nobody's.
    """

    id: str
    community_id: int
    distillation_id: int
    version: int
    position: int
    title: str
    text: str
    claim_ids: tuple[int, ...]
    message_ids: tuple[int, ...]
    language: str
    signed_by: str = ""
    signed_at: datetime | None = None
    quotes: tuple[str, ...] = ()
    expansions: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What its words are searched in: the title as the question it answers, text, quotes."""
        return "\n".join(part for part in (self.title, self.text, *self.quotes) if part)

    @property
    def faces(self) -> tuple[str, ...]:
        """What its meaning is taken from: the text alone, under its title, and as it was said.

        The talk's own words come as one face, cut to QUOTED characters: members ask as they talk.
        """
        titled = f"{self.title}\n{self.text}" if self.title else ""
        quoted = "\n".join(self.quotes)[:QUOTED]
        return tuple(face for face in (self.text, titled, quoted) if face.strip())

    @property
    def weighed_faces(self) -> tuple[tuple[str, float], ...]:
        """Every text its meaning is taken from, and how much each counts."""
        share = EXPANDED / max(len(self.expansions), 1)
        asked = [(question, share) for question in self.expansions if question.strip()]
        return (*((face, 1.0) for face in self.faces), *asked)

    @property
    def parts(self) -> tuple[str, ...]:
        """The sentences of a long passage, each embedded alone; none of a short one."""
        found = sentences_of(self.text) if len(self.text) >= LONG[_script(self.text)] else ()
        return found if len(found) > 1 else ()

    @property
    def digest(self) -> str:
        """Hash of the words: a vector belongs to it, not to the place."""
        whole = "\n".join((self.words, *self.expansions))
        return hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:32]

    @property
    def key(self) -> str:
        """Place and words in one: an index entry of other words is another entry."""
        return f"{self.id}-{self.digest[:8]}"


def passages_of(
    distillation: Distillation, *, signed_by: str = "", authors: Mapping[int, str] | None = None
) -> tuple[Passage, ...]:
    """Every approved claim as one passage, a long one as several; an unsigned draft has none.

    `authors` are what the writers of cited messages are called, by the id of the message.
    """
    if distillation.signed_at is None:
        return ()
    pieces = [(claim, piece) for claim in distillation.approved for piece in pieces_of(claim.text)]
    return tuple(
        replace(
            _passage(distillation, claim, piece, position, signed_by),
            speakers=_speakers(claim, authors or {}),
        )
        for position, (claim, piece) in enumerate(pieces)
    )


def _passage(
    distillation: Distillation, claim: Claim, text: str, position: int, signed_by: str
) -> Passage:
    messages = dict.fromkeys(citation.message_id for citation in claim.citations)
    return Passage(
        id=f"{distillation.id}.{distillation.version}.{position}",
        community_id=distillation.community_id,
        distillation_id=distillation.id,
        version=distillation.version,
        position=position,
        title=distillation.title,
        text=text,
        claim_ids=(claim.id,),
        message_ids=tuple(messages),
        language=distillation.language,
        signed_by=signed_by,
        signed_at=distillation.signed_at,
        quotes=tuple(dict.fromkeys(citation.quote for citation in claim.citations)),
        expansions=() if claim.own_words else claim.expansions,
    )


def _speakers(claim: Claim, authors: Mapping[int, str]) -> tuple[str, ...]:
    cited = dict.fromkeys(citation.message_id for citation in claim.citations)
    named = (authors[id_] for id_ in cited if id_ in authors)
    return () if claim.own_words else tuple(dict.fromkeys(named))


def _script(text: str) -> str:
    return "zh" if any("\u4e00" <= character <= "\u9fff" for character in text) else "en"


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a text, in order, with their own full stops."""
    return tuple(part.strip() for part in _END.split(text) if part.strip())


def pieces_of(text: str, length: int = LENGTH) -> tuple[str, ...]:
    """The text itself, or whole sentences of it joined up to `length` characters."""
    if len(text) <= length:
        return (text,) if text.strip() else ()
    return tuple(_joined(sentences_of(text), length))


def _joined(sentences: Iterable[str], length: int) -> Iterable[str]:
    piece = ""
    for sentence in sentences:
        gap = " " if piece and piece[-1].isascii() else ""
        if piece and len(piece) + len(gap) + len(sentence) > length:
            yield piece
            piece = sentence
        else:
            piece += gap + sentence
    if piece:
        yield piece
