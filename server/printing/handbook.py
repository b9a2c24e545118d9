"""A handbook of the library by topic: what is signed, by whom, until when; sources by consent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from community.distillation import Claim, Distillation
from community.errors import NotFound
from server.printing.lettering import breakable, has_words, printable
from server.printing.outside import Words, notes_of, told_outside
from server.shelving import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Whose words a sentence rests on, as it may be said outside; `quote` "" where not agreed."""

    by: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One sentence with its sources; `remark` marks the verifier's own words."""

    text: str
    remark: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One article: its number in the index, who checked it and until when."""

    id: int
    number: int
    title: str
    notes: tuple[str, ...]
    entries: tuple[Entry, ...]
    open_questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """The articles of one topic."""

    topic: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Handbook:
    """Everything a handbook prints, in the order in which it stands."""

    language: str
    title: str
    note: str
    contents: str
    index_title: str
    still_open: str
    origin: str
    chapters: tuple[Chapter, ...]
    claim_ids: tuple[int, ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        """Its articles from front to back."""
        return tuple(section for chapter in self.chapters for section in chapter.sections)

    @property
    def index(self) -> tuple[Section, ...]:
        """Its articles by their questions, in the order of their letters."""
        return tuple(sorted(self.sections, key=lambda section: section.title.lower()))


def handbook_of(shelf: Shelf, topic: str | None, words: Words, now: datetime) -> Handbook:
    """The handbook of a library, or of one topic; NotFound where there is nothing to print.

    Topics stand by size, articles newest first; what rests on withheld words is left out.
    """
    chosen = _chosen(shelf, topic)
    chapters: list[Chapter] = []
    number = 0
    claim_ids: list[int] = []
    for name in chosen:
        sections: list[Section] = []
        for article in (shelf.leaving(each) for each in shelf.in_topic(name)):
            if not article.claims:
                continue
            number += 1
            sections.append(_section(shelf, article, number, words))
            claim_ids += [claim.id for claim in article.claims]
        if sections:
            shown = printable(name) or words.say("no_topic")
            chapters.append(Chapter(topic=shown, sections=tuple(sections)))
    if not chapters:
        raise NotFound("library_empty")
    community = printable(shelf.home.name)
    title = words.say("handbook", community=community)
    if topic:
        title = words.say("handbook_topic", community=community, topic=printable(topic))
    return Handbook(
        language=words.language,
        title=title,
        note=words.say("handbook_note", articles=number, day=words.day(now, shelf.home.timezone)),
        contents=words.say("contents"),
        index_title=words.say("index"),
        still_open=words.say("still_open"),
        origin=words.say("origin", community=community),
        chapters=tuple(chapters),
        claim_ids=tuple(claim_ids),
    )


def _chosen(shelf: Shelf, topic: str | None) -> Sequence[str]:
    names = [shelf.topics.get(each.id, "") for each in shelf.articles]
    if not names:
        raise NotFound("library_empty")
    if topic is None:
        return sorted(set(names), key=lambda name: (name == "", -names.count(name), name))
    if topic not in names:
        raise NotFound("topic_not_found", topic=topic)
    return [topic]


def _section(shelf: Shelf, article: Distillation, number: int, words: Words) -> Section:
    title = told_outside(shelf, article, article.title, words).replace("\n", " ")
    return Section(
        id=article.id,
        number=number,
        title=title if has_words(title) else words.say(f"kind_{article.kind.value}"),
        notes=notes_of(shelf, article, words),
        entries=tuple(_entry(shelf, article, claim, words) for claim in article.claims),
        open_questions=tuple(
            told_outside(shelf, article, each, words) for each in article.open_questions
        ),
    )


def _entry(shelf: Shelf, article: Distillation, claim: Claim, words: Words) -> Entry:
    sources: list[Source] = []
    for each in claim.citations:
        said = shelf.said.get(each.message_id)
        if said is None:
            continue
        member = shelf.people.get(said.author_id or 0)
        name = printable(shelf.named_outside(article, member))
        day = words.day(said.at, shelf.home.timezone)
        by = words.say("source_by", name=name, day=day) if name else words.say("source_of", day=day)
        agreed = shelf.is_quotable_outside(article, member)
        quote = told_outside(shelf, article, each.quote, words) if agreed else ""
        sources.append(Source(by=by, quote=quote))
    return Entry(
        text=told_outside(shelf, article, claim.text, words),
        remark=words.say("own_words") if claim.own_words else "",
        sources=tuple(dict.fromkeys(sources)),
    )


def sheet_of(book: Handbook) -> dict[str, object]:
    """A handbook as the template is given it."""
    return {
        "language": book.language,
        "title": book.title,
        "note": book.note,
        "contents": book.contents,
        "index_title": book.index_title,
        "still_open": book.still_open,
        "origin": book.origin,
        "chapters": [
            {
                "topic": breakable(chapter.topic),
                "sections": [_set(each) for each in chapter.sections],
            }
            for chapter in book.chapters
        ],
        "index": [{"title": breakable(each.title), "number": each.number} for each in book.index],
    }


def _set(section: Section) -> dict[str, object]:
    return {
        "number": section.number,
        "title": breakable(section.title),
        "notes": list(section.notes),
        "entries": [
            {
                "text": breakable(each.text),
                "remark": each.remark,
                "sources": [{"by": one.by, "quote": breakable(one.quote)} for one in each.sources],
            }
            for each in section.entries
        ],
        "open_questions": [breakable(each) for each in section.open_questions],
    }
