"""Personal data in a text: which kind, and from which to which character.

Kinds: phone, id (identity cards, passports, social security), bank (cards, accounts), mail, plate,
address. Forms are Chinese first (mobile numbers also in Chinese numerals, 18 and 15 digit identity
numbers, plates, streets with house numbers) and the common Western ones. Names are not looked for.
Numbers of things (orders, tickets, versions, meetings) are none.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import chain

from agent.listening import personal_cues as cues

READ_AT_MOST = 20_000
"""Characters that are read: a table pasted whole still is, a flood is not."""
BEFORE = 14
IBAN_DIGITS = 8
CARD_LEAST, CARD_GROUPED = 13, 16
PHONE_LEAST, PHONE_MOST = 7, 15
HOUSE = re.compile(r"[\d一二三四五六七八九十甲乙丙丁A-Za-z]")
_UNSEEN = {"Cf", "Mn", "Cc"}


class PersonalKind(StrEnum):
    """What the data is."""

    PHONE = "phone"
    ID = "id"
    BANK = "bank"
    MAIL = "mail"
    PLATE = "plate"
    ADDRESS = "address"


SHOWN = frozenset({PersonalKind.MAIL})
"""People give their address for mail on purpose; it is hidden from exports, not told off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalSpan:
    """Characters `start` to `end` (exclusive) of the text as given."""

    kind: PersonalKind
    start: int
    end: int


@lru_cache(maxsize=4096)
def personal_data(text: str) -> tuple[PersonalSpan, ...]:
    """Every place in the order of the text; no two overlap, the surer kind wins."""
    if not cues.MAY_HOLD.search("".join(map(_plain, text[:READ_AT_MOST]))):
        return ()
    folded, places = fold(text)
    taken: list[PersonalSpan] = []
    for found in chain(
        _mails(folded), _identities(folded), _banks(folded), _plates(folded), _phones(folded),
        _addresses(folded),
    ):  # fmt: skip
        if all(found.end <= other.start or found.start >= other.end for other in taken):
            taken.append(found)
    return tuple(
        PersonalSpan(kind=found.kind, start=places[found.start], end=places[found.end - 1] + 1)
        for found in sorted(taken, key=lambda each: each.start)
    )


def personal_kinds(text: str) -> tuple[PersonalKind, ...]:
    """Which kinds a text holds, each once, in the order of PersonalKind."""
    found = {span.kind for span in personal_data(text)}
    return tuple(kind for kind in PersonalKind if kind in found) if found else ()


@lru_cache(maxsize=4096)
def shown_kinds(text: str) -> tuple[PersonalKind, ...]:
    """Which kinds a text holds that are told off in a room."""
    return tuple(kind for kind in personal_kinds(text) if kind not in SHOWN)


def fold(text: str) -> tuple[str, list[int]]:
    """Full-width forms made plain, invisible signs gone; and where each kept character stood."""
    kept: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text[:READ_AT_MOST]):
        plain = _plain(sign)
        if plain:
            kept.append(plain)
            places.append(place)
    return "".join(kept), places


@lru_cache(maxsize=8192)
def _plain(sign: str) -> str:
    """One sign as it is read; nothing of an invisible one."""
    if sign != "\n" and unicodedata.category(sign) in _UNSEEN:
        return ""
    plain = unicodedata.normalize("NFKC", sign)
    return plain if len(plain) == 1 else sign


def _span(kind: PersonalKind, match: re.Match[str], group: int = 0) -> PersonalSpan:
    return PersonalSpan(kind=kind, start=match.start(group), end=match.end(group))


def _mails(text: str) -> Iterator[PersonalSpan]:
    return (_span(PersonalKind.MAIL, match) for match in cues.MAIL.finditer(text))


def _identities(text: str) -> Iterator[PersonalSpan]:
    for match in cues.IDENTITY.finditer(text):
        if not _of_a_thing(text, match.start()):
            yield _span(PersonalKind.ID, match)
    for match in cues.NAMED_IDENTITY.finditer(text):
        yield _span(PersonalKind.ID, match, 1)


def _banks(text: str) -> Iterator[PersonalSpan]:
    for match in cues.CARD.finditer(text):
        if not _of_a_thing(text, match.start()) and _is_card(text, match):
            yield _span(PersonalKind.BANK, match)
    for match in cues.IBAN.finditer(text):
        signs = match[0].replace(" ", "")
        if sum(sign.isdigit() for sign in signs) >= IBAN_DIGITS and _is_iban(signs):
            yield _span(PersonalKind.BANK, match)


def _plates(text: str) -> Iterator[PersonalSpan]:
    return (_span(PersonalKind.PLATE, match) for match in cues.PLATE.finditer(text))


def _phones(text: str) -> Iterator[PersonalSpan]:
    for match in cues.PHONE.finditer(text):
        if not _of_a_thing(text, match.start()) and _long_enough(match[0]):
            yield _span(PersonalKind.PHONE, match)
    for match in cues.NAMED_PHONE.finditer(text):
        if _long_enough(match[1]) and not cues.DATE.fullmatch(match[1]):
            yield _span(PersonalKind.PHONE, match, 1)


def _addresses(text: str) -> Iterator[PersonalSpan]:
    for match in cues.ADDRESS.finditer(text):
        lead = cues.ADDRESS_LEADS.match(match[0])
        start = match.start()
        if lead and not HOUSE.search(lead[0]):
            start += lead.end()
        yield PersonalSpan(kind=PersonalKind.ADDRESS, start=start, end=match.end())
    for match in cues.ADDRESS_ABROAD.finditer(text):
        yield _span(PersonalKind.ADDRESS, match)


def _of_a_thing(text: str, start: int) -> bool:
    """Whether the number is said to be that of an order, a ticket or a version."""
    return cues.NUMBER_OF_A_THING.search(text[max(0, start - BEFORE) : start]) is not None


def _long_enough(number: str) -> bool:
    signs = sum(not sign.isspace() and sign not in "()-.+·" for sign in number)
    return PHONE_LEAST <= signs <= PHONE_MOST


def _is_card(text: str, match: re.Match[str]) -> bool:
    """A bank's prefix in full length, or any card length that is named one or checks out."""
    digits = re.sub(r"\D", "", match[0])
    if digits.startswith("62") and len(digits) >= CARD_GROUPED:
        return True
    if re.fullmatch(r"[3-6]\d{3}([ -])\d{4}\1\d{4}\1\d{4}", match[0]):
        return True
    around = text[max(0, match.start() - BEFORE) : match.start()]
    named = cues.CARD_NAMED.search(around) is not None
    return len(digits) >= CARD_LEAST - named and (named or (digits[0] in "3456" and _luhn(digits)))


def _luhn(digits: str) -> bool:
    """The check digit of cards (ISO/IEC 7812-1)."""
    total = 0
    for at, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + at % 2)
        total += value - 9 if value > 9 else value  # noqa: PLR2004
    return total % 10 == 0


def _is_iban(signs: str) -> bool:
    """The check digits of an IBAN (ISO 13616): the number modulo 97 is 1."""
    turned = signs[4:] + signs[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1
