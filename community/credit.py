"""Whose words are shown and under what name: the one place that decides it.

Inside a community its members know each other, so names are shown. Outside of it (posters,
handbooks, exports) stands only what the member chose; who chose nothing is not named. Who opted
out, and who asked not to be quoted, is neither named nor quoted anywhere.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import InitVar, dataclass, field, replace
from datetime import datetime
from difflib import SequenceMatcher
from enum import StrEnum

from community.agreement import Consent
from community.distillation import Claim
from community.people import Member

UNNAMED = ""
"""What stands for a name that is not told; the caller has a word for it, "a member"."""
VERBATIM = 8
"""Words or Han characters in a row from which a sentence repeats somebody's very words."""
_WORDS = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LETTER = r"[^\W_\u3400-\u9fff]"
LONGEST_NICKNAME = 80


class Shape(StrEnum):
    """How somebody's words are shown outside: under a name, without one, or not at all."""

    NAME = "name"
    NICKNAME = "nickname"
    ANONYMOUS = "anonymous"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteConsent:
    """What one member says about being quoted in one article; anonymous until they answer."""

    id: int
    community_id: int
    distillation_id: int
    member_id: int
    shape: Shape
    asked_at: datetime
    nickname: str | None = None
    answered_at: datetime | None = None


def shape_of(
    member: Member, consent: Consent | None, quote_consent: QuoteConsent | None = None
) -> tuple[Shape, str]:
    """How a member is shown outside, and their nickname ("" without one).

    The word about this article counts before the one about all; `consent` is the standing one of
    kind credit. Who opted out is withheld whatever they agreed to before.
    """
    if member.opted_out:
        return Shape.WITHHELD, ""
    if quote_consent is not None and quote_consent.answered_at is not None:
        return _whole(quote_consent.shape, quote_consent.nickname)
    if consent is None or consent.revoked_at is not None:
        return Shape.ANONYMOUS, ""
    known = {shape.value: shape for shape in Shape}
    shape = known.get(str(consent.value.get("shape")), Shape.ANONYMOUS)
    return _whole(shape, str(consent.value.get("nickname") or ""))


def _whole(shape: Shape, nickname: str | None) -> tuple[Shape, str]:
    """A nickname that is missing names nobody."""
    said = " ".join((nickname or "").split())
    if shape is Shape.NICKNAME and not said:
        return Shape.ANONYMOUS, ""
    return shape, said


def credited(
    member: Member, consent: Consent | None, quote_consent: QuoteConsent | None = None
) -> str:
    """What a member is called outside the community; `UNNAMED` where they are not to be named."""
    shape, nickname = shape_of(member, consent, quote_consent)
    if shape is Shape.NAME:
        return member.name
    return nickname if shape is Shape.NICKNAME else UNNAMED


def may_quote(member: Member | None, quote_consent: QuoteConsent | None = None) -> bool:
    """Whether the very words of a member may be shown, inside or outside.

    Words without a member (an announcement, a text that was brought along) are nobody's to keep.
    """
    if member is None:
        return True
    withheld = quote_consent is not None and quote_consent.shape is Shape.WITHHELD
    return not member.opted_out and not withheld


def named_inside(member: Member | None, quote_consent: QuoteConsent | None = None) -> str | None:
    """What a member is called inside the community beside their words; None where they are not."""
    return member.name if member is not None and may_quote(member, quote_consent) else None


def unquotable(
    members: Iterable[Member], quote_consents: Mapping[int, QuoteConsent]
) -> frozenset[int]:
    """The members whose words an article may not show; consents by member id."""
    return frozenset(
        member.id for member in members if not may_quote(member, quote_consents.get(member.id))
    )


def without_withheld(
    claim: Claim, authors: Mapping[int, int | None], withheld: Collection[int]
) -> Claim:
    """The claim without the words of those who may not be quoted; `authors` by message id."""
    left = tuple(
        citation for citation in claim.citations if authors.get(citation.message_id) not in withheld
    )
    return claim if left == claim.citations else replace(claim, citations=left)


def rests_on(claim: Claim, authors: Mapping[int, int | None]) -> tuple[int, ...]:
    """Whose words a claim quotes, each once, in order; `authors` by message id."""
    found = (authors.get(citation.message_id) for citation in claim.citations)
    return tuple(dict.fromkeys(author for author in found if author is not None))


def says_words_of(text: str, withheld: Iterable[str], left: Iterable[str]) -> bool:
    """Whether a sentence repeats withheld words, `VERBATIM` in a row, that no quote left says."""
    return _repeats(_words(text), [_words(one) for one in withheld], [_words(one) for one in left])


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.lower())


def _repeats(said: list[str], withheld: Iterable[list[str]], others: Sequence[list[str]]) -> bool:
    for theirs in withheld:
        same = SequenceMatcher(None, said, theirs, autojunk=False).find_longest_match()
        stretch = said[same.a : same.a + same.size]
        if same.size >= min(VERBATIM, max(len(theirs), 1)) and not _in_any(stretch, others):
            return True
    return False


def names_one(text: str, member: Member) -> bool:
    """Whether a text calls a member by name or by another name of theirs; one letter is no name."""
    return any(
        re.search(_whole_word(name), text)
        for name in (member.name, *member.aliases)
        if len(name) > 1
    )


def _whole_word(name: str) -> str:
    """Ann is not in Announcement; Han characters have no edges between them."""
    left = "" if _HAN.match(name[0]) else rf"(?<!{_LETTER})"
    right = "" if _HAN.match(name[-1]) else rf"(?!{_LETTER})"
    return f"{left}{re.escape(name)}{right}"


def stretches(text: str) -> frozenset[tuple[str, ...]]:
    """Every `VERBATIM` words or Han characters in a row of a text."""
    words = _words(text)
    return frozenset(tuple(words[at : at + VERBATIM]) for at in range(len(words) - VERBATIM + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """Who is neither named nor quoted in an article, what they said, and what others said.

    Former words of a claim may rest on no source any more, so they are held against the whole
    messages too; `quotes` are what is cited of them, which counts however short it is. All of it
    is cut into words once, for the many texts it is held against.
    """

    members: tuple[Member, ...] = ()
    theirs: InitVar[tuple[str, ...]] = ()
    quotes: InitVar[tuple[str, ...]] = ()
    others: InitVar[tuple[str, ...]] = ()
    _alone: frozenset[tuple[str, ...]] = field(init=False, repr=False)
    _quoted: tuple[list[str], ...] = field(init=False, repr=False)
    _left: tuple[list[str], ...] = field(init=False, repr=False)

    def __post_init__(
        self, theirs: tuple[str, ...], quotes: tuple[str, ...], others: tuple[str, ...]
    ) -> None:
        """Keep the stretches that they alone said, and the words of quotes and of others."""
        said = frozenset[tuple[str, ...]]().union(*map(stretches, theirs))
        object.__setattr__(self, "_alone", said.difference(*map(stretches, others)))
        object.__setattr__(self, "_quoted", tuple(map(_words, quotes)))
        object.__setattr__(self, "_left", tuple(map(_words, others)) if quotes else ())

    def hides(self, text: str) -> bool:
        """Whether a text names one of them, or says their words in a row that no other said."""
        if any(names_one(text, member) for member in self.members):
            return True
        if self._quoted and _repeats(_words(text), self._quoted, self._left):
            return True
        return not self._alone.isdisjoint(stretches(text))


def _in_any(stretch: list[str], quotes: Sequence[list[str]]) -> bool:
    size = len(stretch)
    return any(
        stretch == quote[at : at + size] for quote in quotes for at in range(len(quote) - size + 1)
    )
