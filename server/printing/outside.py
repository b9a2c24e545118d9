"""What may be said outside a community, in the language of a page: names by consent alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from community.distillation import Distillation
from community.errors import Fact
from server.locales import sentence
from server.printing.lettering import cut, has_words, printable, unnamed
from server.shelving import Shelf

LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The language a page is set in and the way names are said in it."""

    language: str

    def say(self, code: str, **facts: Fact) -> str:
        """A sentence of ours on paper."""
        return sentence(self.language, f"print.{code}", facts)

    def day(self, moment: datetime | date, timezone: str) -> str:
        """A day in the community's zone, in words."""
        day = moment
        if isinstance(moment, datetime):
            day = moment.astimezone(ZoneInfo(timezone)).date()
        month = sentence(self.language, f"print.month_{day.month}", {})
        return self.say("day", year=day.year, month=month, day=day.day)

    def day_short(self, day: date) -> str:
        """A day without its year."""
        month = sentence(self.language, f"print.month_{day.month}", {})
        return self.say("day_short", month=month, day=day.day)

    def joined(self, names: Sequence[str]) -> str:
        """Names one after another."""
        return self.say("and").join(names)


def outside_names(shelf: Shelf, article: Distillation) -> dict[str, str]:
    """Everything members are called, with the name each has outside ("" for none)."""
    return {
        name: shelf.named_outside(article, member)
        for member in shelf.people.values()
        for name in (*member.aliases, member.name)
    }


def told_outside(shelf: Shelf, article: Distillation, text: str, words: Words) -> str:
    """A text of an article as it may leave: nobody in it is named who did not agree to it."""
    people = {
        name: member.id
        for member in shelf.people.values()
        for name in (*member.aliases, member.name)
    }
    return unnamed(
        printable(text),
        outside_names(shelf, article),
        words.say("somebody"),
        other=words.say("somebody_else"),
        people=people,
    )


def title_of(shelf: Shelf, article: Distillation, words: Words) -> str:
    """The title in letters the fonts have; without a word in it, what the article is about."""
    title = told_outside(shelf, article, article.title, words).replace("\n", " ")
    return cut(title, LONGEST_TITLE) if has_words(title) else topic_told(shelf, article, words)


def topic_told(shelf: Shelf, article: Distillation, words: Words) -> str:
    """What an article is about, as a heading; its kind where nothing says so, or only a name."""
    topic = printable(shelf.topics.get(article.id, ""))
    if told_outside(shelf, article, topic, words) != topic:
        topic = ""
    return topic[:1].upper() + topic[1:] or words.say(f"kind_{article.kind.value}")


def notes_of(shelf: Shelf, article: Distillation, words: Words) -> tuple[str, ...]:
    """Who checked an article, until when it holds, and who contributed: each by consent."""
    assert article.signed_at is not None
    zone = shelf.home.timezone
    signer = printable(shelf.named_outside(article, shelf.people.get(article.signed_by_id or 0)))
    day = words.day(article.signed_at, zone)
    code = "checked_by" if signer else "checked"
    notes = [words.say(code, name=signer, day=day)]
    if article.verify_by is not None:
        code = "due" if shelf.is_due(article) else "until"
        notes.append(words.say(code, day=words.day(article.verify_by, zone)))
    return tuple(notes)
