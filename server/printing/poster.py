"""What a poster says: one article, or the best of a week; who said it by consent."""

from collections.abc import Sequence
from datetime import date, timedelta
from io import BytesIO
from typing import Literal

import segno

from community.distillation import Distillation
from community.errors import NotFound
from server.printing.lettering import breakable, cut, has_words, held, printable
from server.printing.outside import Words, notes_of, sentences_told, title_of, topic_told
from server.shelving import Shelf

Design = Literal["ember", "paper", "night"]
MOST_SENTENCES = 24
"""Sentences a poster is given; what fits of them is decided where it is set."""
EACH = 2
"""Sentences of each of them."""
WEEK = timedelta(days=7)
MOST_NAMES = 6
"""Names that are told on a poster; the others are counted."""
DARK = {"ember": "#2a231e", "paper": "#171412", "night": "#16241f"}


def article_poster(
    shelf: Shelf, article_id: int, words: Words, design: Design, address: str
) -> dict[str, object]:
    """The sheet of one article; `address` is where it stands, "" where it has none outside."""
    found = shelf.article(article_id)
    if found is None:
        raise NotFound("article_not_found", article=article_id)
    article = shelf.leaving(found)
    told = [sentences_told(shelf, article, claim, words) for claim in article.claims]
    entries, cut_off = _first(told)
    if not entries:
        raise NotFound("nothing_to_print")
    title = title_of(shelf, article, words)
    return {
        **_frame(shelf, words, design, address, cut_off=cut_off),
        "week": False,
        "eyebrow": topic_told(shelf, article, words),
        "title": _heading(title),
        "plain_title": title,
        "entries": entries,
        "foot": _foot(shelf, article, words),
    }


def week_poster(
    shelf: Shelf,
    articles: Sequence[Distillation],
    monday: date,
    words: Words,
    design: Design,
    address: str,
) -> dict[str, object]:
    """The sheet of the best of a week."""
    entries: list[dict[str, object]] = []
    more = False
    for article in (shelf.leaving(each) for each in articles):
        claims = (sentences_told(shelf, article, claim, words) for claim in article.claims)
        told = [each for claim in claims for each in claim]
        more = more or len(told) > EACH
        title = breakable(title_of(shelf, article, words))
        if told:
            entries.append({"title": title, "sentences": told[:EACH]})
    if not entries:
        raise NotFound("nothing_this_week")
    title = words.say("week_title", count=len(entries))
    names = [name for each in articles for name in shelf.credits(each)[0]]
    unsaid = sum(shelf.credits(each)[1] for each in articles)
    return {
        **_frame(shelf, words, design, address, cut_off=more),
        "week": True,
        "eyebrow": words.say(
            "week_of",
            first=words.day_short(monday),
            last=words.day_short(monday + WEEK - timedelta(days=1)),
        ),
        "title": _heading(title),
        "plain_title": title,
        "entries": entries,
        "foot": [
            words.say("checked_each", count=len(entries)),
            *_said_by(tuple(dict.fromkeys(names)), unsaid, words),
            _origin(shelf, words),
        ],
    }


def _first(told: Sequence[Sequence[str]]) -> tuple[list[dict[str, object]], bool]:
    """The claims that are given to a poster, and whether some were not."""
    entries: list[dict[str, object]] = []
    left = MOST_SENTENCES
    for claim in told:
        if claim[:left]:
            entries.append({"title": "", "sentences": list(claim[:left])})
        left = max(0, left - len(claim))
    return entries, sum(len(claim) for claim in told) > MOST_SENTENCES


def _heading(title: str) -> str:
    return held(breakable(title))


def _frame(
    shelf: Shelf, words: Words, design: Design, address: str, *, cut_off: bool
) -> dict[str, object]:
    return {
        "language": words.language,
        "community": cut(printable(shelf.home.name), 40),
        "more": words.say("more" if address else "more_inside"),
        "cut": cut_off,
        "scan": words.say("scan"),
        "seal": words.say("seal"),
        "qr": code_of(address, DARK[design]) if address else None,
    }


def code_of(address: str, dark: str) -> str:
    """A QR code as SVG; it can still be read with a seventh of it gone."""
    written = BytesIO()
    segno.make(address, error="m").save(
        written, kind="svg", border=0, dark=dark, omitsize=True, xmldecl=False
    )
    return written.getvalue().decode()


def _foot(shelf: Shelf, article: Distillation, words: Words) -> list[str]:
    notes = notes_of(shelf, article, words)
    return [*notes, *_said_by(*shelf.credits(article), words), _origin(shelf, words)]


def _said_by(names: tuple[str, ...], unsaid: int, words: Words) -> list[str]:
    shown = [cut(printable(name), 24) for name in names if has_words(name)]
    more = unsaid + len(names) - len(shown) + max(0, len(shown) - MOST_NAMES)
    known = words.joined(shown[:MOST_NAMES])
    if known and more:
        return [words.say("said_by_and", names=known, more=more)]
    if known:
        return [words.say("said_by", names=known)]
    return [words.say("said_by_members", count=more)] if more else []


def _origin(shelf: Shelf, words: Words) -> str:
    return words.say("origin", community=cut(printable(shelf.home.name), 40))
