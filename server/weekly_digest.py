"""答疑精华: the best answers of a week as a draft for the group; a person posts it or does not."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from agent.moves.errands import is_on
from community.actions.suggestions import offer_suggestion
from community.jobs import JobQueue
from community.people import Community, Purpose, Zone
from community.question import WAITING
from community.store import Tx, communities
from community.store.questions import questions_of
from community.suggestion import Audience, Lane, Speaker, Suggestion, Why
from server.locales import sentence
from server.printing.designs import ems
from server.printing.lettering import cut
from server.printing.outside import Words
from server.printing.poster import best_entry
from server.printing.standing import Desk, desk_of
from server.shelving import Shelf, shelf_of
from server.weekly import MOST, Picked, best_of, week_in

MOVE = "week_digest"
LONGEST = 80.0
"""Ems one answer should have; a correction beside it comes on top."""
MOST_SAID = 200.0
"""Ems from which an answer is left out whole."""
MARKS = 2
ASKED = 2
"""Questions that went to the group and wait that are told again."""
LONGEST_QUESTION = 60
WORTH = timedelta(days=6)
SOON = timedelta(days=1)
CONFIDENCE = 0.9


async def offer_digest(
    tx: Tx, queue: JobQueue[Tx], home: Community, monday: date, now: datetime
) -> Suggestion | None:
    """Offer the digest of a week; None where the week has none, or it was told or is off."""
    if not is_on(home.settings, MOVE):
        return None
    shelf = await shelf_of(tx, home)
    chosen = best_of(shelf, monday, await week_in(tx, shelf, monday))
    desk = await asyncio.to_thread(desk_of, shelf, Words(language=home.language))
    told = tuple(each for one in chosen if (each := _told(desk, one)) is not None)[:MOST]
    zone = await room_of(tx, home)
    if not told or zone is None:
        return None
    waiting = [
        each.text
        for each in await questions_of(tx, home.id, states=WAITING, limit=50)
        if each.passed_to == "group" and each.at >= now - timedelta(days=7)
    ]
    return await offer_suggestion(
        tx,
        queue,
        Suggestion(
            id=0,
            community_id=home.id,
            zone_id=zone.id,
            key=f"{MOVE}:{monday.isoformat()}",
            move=MOVE,
            lane=Lane.CALENDAR,
            audience=Audience.PUBLIC,
            speaker=Speaker.FACILITATOR,
            text=digest_text(shelf, told, waiting, home.language),
            language=home.language,
            anchor_ids=tuple(dict.fromkeys(id_ for each in told for id_ in each.cited)),
            why=Why(code="week_digest", facts={"count": len(told)}),
            confidence=CONFIDENCE,
            created_at=now,
            due_at=now + SOON,
            expires_at=now + WORTH,
        ),
    )


async def room_of(tx: Tx, home: Community) -> Zone | None:
    """Where what is for everybody is said: the first zone of work, else the first of all."""
    zones = await communities.zones(tx, home.id)
    return next((each for each in zones if each.purpose is Purpose.WORK), next(iter(zones), None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer of a digest: the claim that is worth most, by its voices, and its messages."""

    picked: Picked
    lines: tuple[str, ...]
    cited: tuple[int, ...]


def _told(desk: Desk, picked: Picked) -> Answer | None:
    """What is told of an article; None where nothing of it can stand alone."""
    article = picked.article
    entry = best_entry(desk, article, LONGEST)
    if entry is None or ems(entry.text) > MOST_SAID:
        return None
    say = desk.words.say
    lines = [f"{say('asked')}: {entry.question}"] if entry.question else []
    lines += [f"{line.by}: {line.text}" if line.by else line.text for line in entry.lines]
    lines += [f"{say('corrected')}: {text}" for text in entry.beside]
    cited = entry.claim.citations if desk.shelf.is_talk(article) else ()
    marks = tuple(dict.fromkeys(each.message_id for each in cited))[:MARKS]
    return Answer(picked=picked, lines=tuple(lines), cited=marks)


def digest_text(
    shelf: Shelf, answers: Sequence[Answer], waiting: Sequence[str], language: str
) -> str:
    """The words of a digest: each answer, who checked it, why it is here and its messages."""

    def say(code: str, **facts: str | int) -> str:
        return sentence(language, f"digest.{code}", facts)

    lines = [say("begin", count=len(answers))]
    for number, answer in enumerate(answers, 1):
        article = answer.picked.article
        marks = "".join(f" [{id_}]" for id_ in answer.cited)
        signer = shelf.people.get(article.signed_by_id or 0)
        by = say("by", name=signer.name) if signer and not signer.opted_out else ""
        code, facts = answer.picked.why
        why = sentence(language, f"print.{code}", facts)
        told = "\n   ".join(answer.lines)
        lines.append(f"{number}. {article.title}\n   {told}{marks}{by}\n   {why}")
    if waiting:
        lines.append(say("waiting"))
        lines += [f"· {cut(' '.join(each.split()), LONGEST_QUESTION)}" for each in waiting[:ASKED]]
    return "\n".join([*lines, say("end")])
