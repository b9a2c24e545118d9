"""Whose words a claim is made of and of which day, as it may be said outside."""

from dataclasses import dataclass

from community.conversation import Message
from community.distillation import Distillation
from community.people import Member
from server.printing.lettering import printable
from server.printing.spoken import Form
from server.printing.standing import Desk, Entry
from server.printing.voices import is_question

REPEATED = 0.5
"""Share of a quotation's pairs of letters a sentence holds when the quotation says little new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Somebody's very words, where they agreed and the sentence does not hold them already."""

    by: str
    text: str


def credit_of(desk: Desk, article: Distillation, entry: Entry) -> str:
    """Who said it, those without a name counted, and on which day or days.

    Where each voice has its line already, the days alone.
    """
    said = _said(desk, entry)
    if not said:
        return ""
    zone = desk.shelf.home.timezone
    first, last = (desk.words.day(each.at, zone) for each in (said[0], said[-1]))
    day = first if first == last else desk.words.say("days", first=first, last=last)
    if entry.told.form is Form.EXCHANGE:
        return day
    speakers = {turn.author_id for turn in entry.told.lines} - {None}
    authors = dict.fromkeys(
        each.author_id for each in said if not speakers or each.author_id in speakers
    )
    names = [_name(desk, article, id_) for id_ in authors]
    known = [name for name in dict.fromkeys(names) if name]
    more = names.count("")
    if known and more:
        by = desk.words.say("source_by_and", names=desk.words.joined(known), more=more)
    elif known:
        by = desk.words.joined(known)
    else:
        by = desk.words.say("source_members", count=more)
    return desk.words.say("source", by=by, day=day)


def quotes_of(desk: Desk, article: Distillation, entry: Entry) -> tuple[Quote, ...]:
    """The quotations that tell more than the sentence, of members who agreed to it."""
    found: list[Quote] = []
    for each in entry.claim.citations:
        message = desk.shelf.said.get(each.message_id)
        member = _member(desk, message)
        if message is None or not desk.shelf.is_quotable_outside(article, member):
            continue
        text = desk.set(article, each.quote)
        told = f"{entry.question}{entry.claim.text}"
        if text and not is_question(each.quote) and _share(text, told) < REPEATED:
            found.append(Quote(by=_name(desk, article, message.author_id), text=text))
    return tuple(dict.fromkeys(found))


def _said(desk: Desk, entry: Entry) -> list[Message]:
    cited = dict.fromkeys(each.message_id for each in entry.claim.citations)
    known = (desk.shelf.said[id_] for id_ in cited if id_ in desk.shelf.said)
    return sorted(known, key=lambda each: (each.at, each.id))


def _member(desk: Desk, message: Message | None) -> Member | None:
    return desk.shelf.people.get((message.author_id if message else None) or 0)


def _name(desk: Desk, article: Distillation, id_: int | None) -> str:
    return printable(desk.shelf.named_outside(article, desk.shelf.people.get(id_ or 0)))


def _share(text: str, other: str) -> float:
    wanted, held = (
        {letters[at : at + 2] for at in range(len(letters) - 1)}
        for letters in ("".join(x for x in one.lower() if x.isalnum()) for one in (text, other))
    )
    return len(wanted & held) / len(wanted) if wanted else 1.0
