"""A handbook of the library by topic: what is signed, by whom, until when; sources by consent."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from community.distillation import Distillation
from community.errors import NotFound
from server.printing.crediting import Quote, credit_of, quotes_of
from server.printing.lettering import breakable, has_words, printable
from server.printing.outside import notes_of, told_outside
from server.printing.spoken import Form
from server.printing.standing import Desk, Entry, Line, Standing
from server.printing.teaching import confesses
from server.printing.typography import in_print
from server.shelving import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One claim: a statement, a question with its answer, or voices that each have their line.

    `beside` are corrections it must not stand without, `remarks` what a reader has to know of it,
    `credit` says whose words they are and of which day.
    """

    question: str
    lines: tuple[Line, ...]
    beside: tuple[str, ...]
    remarks: tuple[str, ...]
    credit: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One article: its number in the index, who checked it and until when."""

    id: int
    number: int
    title: str
    notes: tuple[str, ...]
    passages: tuple[Passage, ...]
    open_questions: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """The articles of one topic."""

    number: int
    topic: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributor:
    """Somebody who agreed to be named, with the numbers of the articles they contributed to."""

    name: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Handbook:
    """Everything a handbook prints, in the order in which it stands; `said` are its own words."""

    language: str
    title: str
    community: str
    note: str
    origin: str
    said: dict[str, str]
    chapters: tuple[Chapter, ...]
    contributors: tuple[Contributor, ...]
    unnamed: str
    claim_ids: tuple[int, ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        """Its articles from front to back."""
        return tuple(section for chapter in self.chapters for section in chapter.sections)

    @property
    def index(self) -> tuple[Section, ...]:
        """Its articles by their questions, in the order of their letters."""
        return tuple(sorted(self.sections, key=lambda section: section.title.lower()))


SAID = (
    *("contents", "index", "contributors", "still_open", "left_out"),
    *("corrected", "asked", "answered"),
)


def handbook_of(desk: Desk, topic: str | None, now: datetime) -> Handbook:
    """The handbook of a library, or of one topic; NotFound where there is nothing to print.

    Topics stand by size, articles newest first; what rests on withheld words is left out.
    """
    shelf, words = desk.shelf, desk.words
    chapters, printed = _chapters(desk, _chosen(desk, topic))
    if not chapters:
        raise NotFound("library_empty")
    community = printable(shelf.home.name)
    title = words.say("handbook", community=community)
    if topic:
        title = words.say("handbook_topic", community=community, topic=_heading(desk, topic))
    contributors, unnamed = _contributors(shelf, [article for article, _ in printed])
    day = words.day(now, shelf.home.timezone)
    return Handbook(
        language=words.language,
        title=title,
        community=community,
        note=words.say("handbook_note", articles=len(printed), day=day),
        origin=words.say("origin", community=community),
        said={code: words.say(code) for code in SAID},
        chapters=chapters,
        contributors=contributors,
        unnamed=words.say("unnamed", count=unnamed) if unnamed else "",
        claim_ids=tuple(each.claim.id for _, standing in printed for each in standing.entries),
    )


def _chapters(
    desk: Desk, chosen: Sequence[tuple[str, Sequence[Distillation]]]
) -> tuple[tuple[Chapter, ...], list[tuple[Distillation, Standing]]]:
    """The topics with what stands of their articles, numbered, and the same in one row."""
    chapters: list[Chapter] = []
    printed: list[tuple[Distillation, Standing]] = []
    for heading, articles in chosen:
        sections: list[Section] = []
        for article in (desk.shelf.leaving(each) for each in articles):
            standing = desk.standing(article, disputed=True)
            if standing.entries:
                printed.append((article, standing))
                sections.append(_section(desk, article, standing, len(printed)))
        if sections:
            number = len(chapters) + 1
            chapters.append(Chapter(number=number, topic=heading, sections=tuple(sections)))
    return tuple(chapters), printed


def _chosen(desk: Desk, topic: str | None) -> Sequence[tuple[str, Sequence[Distillation]]]:
    """The headings with their articles: the largest topics first, what has none at the end."""
    shelf = desk.shelf
    names = [shelf.topics.get(each.id, "") for each in shelf.articles]
    if not names:
        raise NotFound("library_empty")
    if topic is not None and topic not in names:
        raise NotFound("topic_not_found", topic=topic)
    found: dict[str, list[Distillation]] = {}
    for name in sorted(set(names), key=lambda name: (-names.count(name), name)):
        if topic is None or name == topic:
            found.setdefault(_heading(desk, name), []).extend(shelf.in_topic(name))
    other = desk.words.say("no_topic")
    return sorted(found.items(), key=lambda each: each[0] == other)


def _heading(desk: Desk, topic: str) -> str:
    """A topic as a heading; one that is somebody's name is none."""
    shown = printable(topic)
    if shown and desk.is_name(shown):
        shown = ""
    return (shown[:1].upper() + shown[1:]) or desk.words.say("no_topic")


def _contributors(
    shelf: Shelf, printed: Sequence[Distillation]
) -> tuple[tuple[Contributor, ...], int]:
    """Who is named, by their articles, and how many members contributed without a name."""
    named: dict[str, list[int]] = {}
    known: set[int] = set()
    everybody: set[int] = set()
    for number, article in enumerate(printed, 1):
        for member in shelf.authors(article):
            everybody.add(member.id)
            name = printable(shelf.named_outside(article, member))
            if name:
                known.add(member.id)
                named.setdefault(name, []).append(number)
    found = (
        Contributor(name=name, numbers=tuple(dict.fromkeys(numbers)))
        for name, numbers in sorted(named.items())
    )
    return tuple(found), len(everybody - known)


def _section(desk: Desk, article: Distillation, standing: Standing, number: int) -> Section:
    shelf, words = desk.shelf, desk.words
    title = told_outside(shelf, article, article.title, words).replace("\n", " ")
    asking = [each for each in article.claims if standing.left_out.get(each.id) == "only_asks"]
    reasons = Counter(code for code in standing.left_out.values() if code != "only_asks")
    return Section(
        id=article.id,
        number=number,
        title=in_print(title, ends=False)
        if has_words(title)
        else words.say(f"kind_{article.kind.value}"),
        notes=notes_of(shelf, article, words),
        passages=tuple(
            Passage(
                question=entry.question,
                lines=entry.lines,
                beside=entry.beside,
                remarks=_remarks(desk, entry),
                credit=credit_of(desk, article, entry),
                quotes=quotes_of(desk, article, entry),
            )
            for entry in sorted(standing.entries, key=_tells_habit)
        ),
        open_questions=tuple(
            dict.fromkeys(
                desk.set(article, each, asks=True)
                for each in (*article.open_questions, *(claim.text for claim in asking))
            )
        ),
        left_out=tuple(
            words.say("left_count", count=count, why=words.say(f"left_{code}"))
            for code, count in reasons.items()
        ),
    )


def _tells_habit(entry: Entry) -> bool:
    """Whether one voice tells what it used to do, and nobody answers it."""
    return entry.told.form is not Form.EXCHANGE and confesses(entry.told.text)


def _remarks(desk: Desk, entry: Entry) -> tuple[str, ...]:
    codes = ("own_words",) if entry.claim.own_words else ()
    if _tells_habit(entry):
        codes = (*codes, "past_habit")
    if entry.claim.id in desk.shelf.contested:
        codes = (*codes, "left_contested")
    return tuple(desk.words.say(code) for code in codes)


def sheet_of(book: Handbook) -> dict[str, object]:
    """A handbook as the template is given it."""
    return {
        "language": book.language,
        "title": book.title,
        "community": book.community,
        "note": book.note,
        "origin": book.origin,
        "said": book.said,
        "unnamed": book.unnamed,
        "chapters": [
            {
                "number": chapter.number,
                "topic": breakable(chapter.topic),
                "sections": [_set(each) for each in chapter.sections],
            }
            for chapter in book.chapters
        ],
        "index": [{"title": breakable(each.title), "number": each.number} for each in book.index],
        "contributors": [
            {"name": breakable(each.name), "numbers": list(each.numbers)}
            for each in book.contributors
        ],
    }


def _set(section: Section) -> dict[str, object]:
    return {
        "number": section.number,
        "title": breakable(section.title),
        "notes": list(section.notes),
        "passages": [
            {
                "question": each.question,
                "lines": [{"by": line.by, "text": line.text} for line in each.lines],
                "beside": list(each.beside),
                "remarks": list(each.remarks),
                "credit": each.credit,
                "quotes": [{"by": one.by, "text": breakable(one.text)} for one in each.quotes],
            }
            for each in section.passages
        ],
        "open_questions": list(section.open_questions),
        "left_out": list(section.left_out),
    }
