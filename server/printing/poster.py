"""What a poster says: one article, or the best of a week; who said it by consent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from io import BytesIO

import segno

from community.distillation import Distillation
from community.errors import Conflict, NotFound
from community.people import Member
from server.printing.designs import LONGEST, Design, Page, best_of_designs, ems, pages_of
from server.printing.lettering import breakable, cut, has_words, held, printable
from server.printing.outside import Words, notes_of, title_of, topic_told
from server.printing.spoken import Form
from server.printing.standing import Desk, Entry, Standing
from server.printing.teaching import arranges, guides, on_wall
from server.printing.typography import in_print
from server.printing.worth import chosen_of, worth
from server.shelving import Shelf
from server.weekly import MOST, Picked

LONGEST_OF_WEEK = 110.0
"""Ems of what is told of one article on the poster of a week."""
WEEK = timedelta(days=7)
MOST_NAMES = 6
"""Names that are told on a poster; the others are counted."""
DARK = {
    "ember": "#2a231e",
    "quiet": "#171412",
    "figure": "#3b1606",
    "sides": "#16241f",
    "steps": "#17283f",
    "week": "#2a231e",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What can be printed of an article: a page or a reason for each design, and the best one."""

    article: Distillation
    standing: Standing
    pages: Mapping[Design, Page | str]
    best: Design

    def page(self, design: Design) -> Page:
        """The page of a design; refused with its reason and the design that fits."""
        page = self.pages[design]
        if isinstance(page, Page):
            return page
        if page == "nothing_to_print":
            raise NotFound(page)
        raise Conflict(page, better=self.best)


def plan_of(desk: Desk, article_id: int, claims: Sequence[int] = ()) -> Plan:
    """What can be printed of an article, or of these claims of it; NotFound where nothing can."""
    article = desk.shelf.article(article_id)
    if article is None:
        raise NotFound("article_not_found", article=article_id)
    standing = desk.standing(article)
    if claims:
        wanted = tuple(each for each in standing.entries if each.claim.id in claims)
        standing = Standing(entries=wanted, left_out=standing.left_out)
    shown = standing if claims else on_wall(desk, article, standing)
    pages: Mapping[Design, Page | str] = pages_of(desk, article, shown)
    if standing.entries and not any(isinstance(each, Page) for each in pages.values()):
        pages = {each: _why(page) for each, page in pages.items()}
    return Plan(
        article=article, standing=standing, pages=pages, best=best_of_designs(article, pages)
    )


def _why(page: Page | str) -> Page | str:
    """Why there is no page though sentences stand: nothing of it teaches, unless it is too long."""
    return "poster_teaches_nothing" if page == "nothing_to_print" else page


def article_poster(desk: Desk, plan: Plan, design: Design, address: str) -> dict[str, object]:
    """The sheet of one article; `address` is where it stands, "" where it has none outside."""
    page = plan.page(design)
    article, words = plan.article, desk.words
    title = in_print(title_of(desk.shelf, article, words), ends=False)
    all_claims = {claim.id for claim in desk.shelf.leaving(article).claims}
    return {
        **_frame(desk.shelf, words, DARK[design], address),
        "more": _more(len(all_claims), words, address),
        "left": len(all_claims - page.shown),
        "eyebrow": topic_told(desk.shelf, article, words),
        "title": held(breakable(title)),
        "plain_title": title,
        "entries": [_set(entry, rank) for entry, rank in page.entries],
        "number": page.number,
        "unit": page.unit,
        "sides": [{"by": each.by, "texts": list(each.texts)} for each in page.sides],
        "turns": _turns(page),
        "steps": [held(each) for each in page.steps],
        "foot": _foot(desk, article, [entry for entry, _ in page.entries]),
    }


def _set(entry: Entry, rank: int) -> dict[str, object]:
    return {
        "question": held(entry.question),
        "lines": [{"by": each.by, "text": held(each.text)} for each in entry.lines],
        "beside": [held(each) for each in entry.beside],
        "rank": rank,
    }


def _turns(page: Page) -> list[dict[str, object]]:
    """What two voices said to each other, in the order they said it; [] for two claims."""
    if len(page.entries) != 1 or page.entries[0][0].told.form is not Form.EXCHANGE:
        return []
    names = [each.by for each in page.sides]
    lines = page.entries[0][0].lines
    return [{"side": names.index(one.by), "text": one.text} for one in lines if one.by in names]


def _more(most: int, words: Words, address: str) -> list[str]:
    """The last line for every number of claims that are left out, none for none."""
    code = "more" if address else "more_inside"
    return ["", *(words.say(code, count=count) for count in range(1, most + 1))]


def week_poster(
    desk: Desk, chosen: Sequence[Picked], monday: date, address: str
) -> dict[str, object]:
    """The sheet of the best of a week: of each article the claim that is worth most."""
    shelf, words = desk.shelf, desk.words
    told = told_of_week(desk, chosen)
    entries = [
        {
            **_set(entry, at),
            "title": breakable(in_print(title_of(shelf, each.article, words), ends=False)),
            "why": words.say(each.why[0], **each.why[1]),
        }
        for at, (each, entry) in enumerate(told)
    ]
    if not entries:
        raise NotFound("nothing_this_week")
    printed = [(each.article, [entry]) for each, entry in told]
    title = words.say("week_title")
    total = sum(len(shelf.leaving(each).claims) for each, _ in printed)
    return {
        **_frame(shelf, words, DARK["week"], address),
        "more": _more(total, words, address),
        "left": total - len(entries),
        "week": True,
        "eyebrow": words.say(
            "week_of",
            first=words.day_short(monday),
            last=words.day_short(monday + WEEK - timedelta(days=1)),
        ),
        "title": held(breakable(title)),
        "plain_title": title,
        "entries": entries,
        "foot": [
            words.say("checked_each"),
            *_said_by(*_credits(desk, printed), words),
            _origin(shelf, words),
        ],
    }


def week_claims(desk: Desk, chosen: Sequence[Picked]) -> list[int]:
    """The claims the poster of a week shows."""
    return [entry.claim.id for _, entry in told_of_week(desk, chosen)]


def told_of_week(desk: Desk, chosen: Sequence[Picked]) -> list[tuple[Picked, Entry]]:
    """The articles that helped or answered most, then those whose best claim is worth most."""
    told = [(each, best_entry(desk, each.article, LONGEST_OF_WEEK)) for each in chosen]
    known = [(each, one) for each, one in told if one and ems(one.text) <= LONGEST_OF_WEEK]

    def rank(one: tuple[Picked, Entry]) -> tuple[float, ...]:
        each, entry = one
        return -each.helped, -each.answered, not each.fresh, -worth(entry, each.article, desk)

    return sorted(known, key=rank)[:MOST]


def best_entry(desk: Desk, article: Distillation, longest: float) -> Entry | None:
    """The claim of an article that is worth most where there is little room; None for none.

    A claim with a correction beside it needs the room of both.
    """
    standing = on_wall(desk, article, desk.standing(article))
    for most in (longest, LONGEST):
        fitting = [
            each
            for each in standing.entries
            if ems(each.text) <= most
            and each.told.form is not Form.EXCHANGE
            and not arranges(each.text)
            and guides(each.told.text)
        ]
        if fitting:
            return next(e for e, rank in chosen_of(fitting, article, desk, 1) if rank == 0)
    return None


def _credits(
    desk: Desk, printed: Sequence[tuple[Distillation, Sequence[Entry]]]
) -> tuple[tuple[str, ...], int]:
    """Who is named outside of those whose words are shown, and how many are not: each once."""
    shelf = desk.shelf
    named: dict[str, None] = {}
    known: set[int] = set()
    unnamed: set[int] = set()
    for article, entries in printed:
        for member in (one for entry in entries for one in _speaking(desk, article, entry)):
            name = shelf.named_outside(article, member)
            if name:
                named[name] = None
                known.add(member.id)
            else:
                unnamed.add(member.id)
    return tuple(named), len(unnamed - known)


def _speaking(desk: Desk, article: Distillation, entry: Entry) -> tuple[Member, ...]:
    """Whose words an entry shows; of words of nobody alone, everybody they rest on."""
    people = desk.shelf.people
    ids = [turn.author_id for turn in entry.told.lines]
    beside = tuple(desk.leaving[id_][1] for id_ in entry.beside_ids)
    if None in ids:
        return desk.shelf.authors(replace(article, claims=(entry.claim, *beside)))
    own = tuple(people[id_] for id_ in dict.fromkeys(ids) if id_ is not None and id_ in people)
    return (*own, *desk.shelf.authors(replace(article, claims=beside)))


def _frame(shelf: Shelf, words: Words, dark: str, address: str) -> dict[str, object]:
    return {
        "language": words.language,
        "community": cut(printable(shelf.home.name), 40),
        "scan": words.say("scan"),
        "seal": words.say("seal"),
        "corrected": words.say("corrected"),
        "asked": words.say("asked"),
        "answered": words.say("answered"),
        "qr": code_of(address, dark) if address else None,
    }


def code_of(address: str, dark: str) -> str:
    """A QR code as SVG with its quiet zone of four modules; readable with a seventh of it gone."""
    written = BytesIO()
    segno.make(address, error="m", micro=False).save(
        written, kind="svg", border=4, dark=dark, light="#ffffff", omitsize=True, xmldecl=False
    )
    return written.getvalue().decode()


def _foot(desk: Desk, article: Distillation, entries: Sequence[Entry]) -> list[str]:
    words = desk.words
    notes = notes_of(desk.shelf, article, words)
    names = _said_by(*_credits(desk, [(article, entries)]), words)
    return [*notes, *names, _origin(desk.shelf, words)]


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
