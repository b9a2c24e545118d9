"""答疑精华: the best answers of a week as a draft for the group; a person posts it or does not."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from agent.moves.errands import is_on
from community.actions.suggestions import offer_suggestion
from community.distillation import Distillation
from community.jobs import JobQueue
from community.people import Community, Purpose, Zone
from community.question import WAITING
from community.store import Tx, communities
from community.store.questions import questions_of
from community.suggestion import Audience, Lane, Speaker, Suggestion, Why
from server.locales import sentence
from server.printing.lettering import cut
from server.shelving import Shelf, shelf_of
from server.weekly import answered_in, best_of

MOVE = "week_digest"
LONGEST = 110
"""Characters that are told of one answer."""
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
    chosen = best_of(shelf, monday, await answered_in(tx, shelf, monday))
    zone = await room_of(tx, home)
    if not chosen or zone is None:
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
            text=digest_text(shelf, chosen, waiting, home.language),
            language=home.language,
            anchor_ids=_sources(shelf, chosen),
            why=Why(code="week_digest", facts={"count": len(chosen)}),
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


def digest_text(
    shelf: Shelf, chosen: Sequence[Distillation], waiting: Sequence[str], language: str
) -> str:
    """The words of a digest: each answer with who checked it and the messages it rests on."""

    def say(code: str, **facts: str | int) -> str:
        return sentence(language, f"digest.{code}", facts)

    lines = [say("begin", count=len(chosen))]
    for number, article in enumerate(chosen, 1):
        told = cut(" ".join(article.claims[0].text.split()), LONGEST)
        marks = "".join(f" [{id_}]" for id_ in _cited(shelf, article)[:2])
        signer = shelf.people.get(article.signed_by_id or 0)
        by = say("by", name=signer.name) if signer and not signer.opted_out else ""
        lines.append(f"{number}. {article.title}\n   {told}{marks}{by}")
    if waiting:
        lines.append(say("waiting"))
        lines += [f"· {cut(' '.join(each.split()), LONGEST_QUESTION)}" for each in waiting[:ASKED]]
    return "\n".join([*lines, say("end")])


def _cited(shelf: Shelf, article: Distillation) -> tuple[int, ...]:
    """The messages the first claim of an article rests on that were said in the talk."""
    if shelf.is_brought(article):
        return ()
    return tuple(dict.fromkeys(each.message_id for each in article.claims[0].citations))


def _sources(shelf: Shelf, chosen: Sequence[Distillation]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(id_ for each in chosen for id_ in _cited(shelf, each)[:2]))
