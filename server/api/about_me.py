"""Everything kept about the person who asks, what is guessed of them, and how to say no."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from agent.distilling.support import checked
from community.actions import contests as actions
from community.contest import About
from community.people import Member, Role
from community.store import Tx, consents, contests, own, pains, seeds, trials
from community.store.own import Amount
from community.suggestion import Suggestion
from server.api.asked_of_me import asked_of
from server.api.readings import (
    ContestOut,
    GuessOut,
    contest_out,
    grounds_of,
    reading_out,
)
from server.auth import Inside
from server.broadcast import Change
from server.deps import Given
from server.tongue import Tongue

router = APIRouter(tags=["people"])
CONSENT = ("kind", "value", "given_at", "revoked_at")
ASKED = ("topic", "brief", "for_at", "asked_at", "state", "answered_at", "message_id")
TRIED = ("claim_id", "asked_at", "outcome", "condition", "answered_at")
"""What of a consent, of a talk to begin and of a thing to try is in the download."""
OTHERS = {"asker", "text", "claim"}
"""What of a question about one's own words is somebody else's."""


class AmountOut(BaseModel):
    """How much of somebody's is kept."""

    messages: int
    reactions: int
    questions: int
    first_at: datetime | None
    last_at: datetime | None


class OwnTapOut(BaseModel):
    """The private question what is hardest now, and the answer: own words or a problem chosen."""

    id: int
    asked_at: datetime
    answered_at: datetime | None
    declined_at: datetime | None
    text: str | None
    words: str | None


class AboutMeOut(BaseModel):
    """What is kept of the person who asks; `guesses` is empty for who opted out."""

    name: str
    aliases: list[str]
    role: Role
    joined_at: datetime | None
    opted_out: bool
    amount: AmountOut
    guesses: list[GuessOut]
    contests: list[ContestOut]
    taps: list[OwnTapOut]


class ContestIn(BaseModel):
    """A member says that one guess is not so."""

    about: About
    text: str = Field(max_length=4000)


class OptOutIn(BaseModel):
    """Whether one wants to be left alone by Simmer."""

    opted_out: bool


@router.get("/communities/{community_id}/me")
async def read_about_me(
    community_id: int, here: Inside, deps: Given, language: Tongue
) -> AboutMeOut:
    """What is kept of the person who asks, and what is guessed of them now."""
    thinking = await deps.thinking()
    reading = await thinking.reading(community_id, here.me.id, deps.clock())
    async with deps.store.read() as tx:
        amount = await own.amount_of(tx, here.me.id)
        said = await contests.contests_of(tx, here.me.id)
        taps = await _taps(tx, here.me)
        found = [reading] if reading else []
        grounds = await grounds_of(tx, community_id, found, language, "mine")
    shown = [reading_out(each, grounds) for each in found]
    return AboutMeOut(
        name=here.me.name,
        aliases=list(here.me.aliases),
        role=here.me.role,
        joined_at=here.me.joined_at,
        opted_out=here.me.opted_out,
        amount=_amount(amount),
        guesses=[guess for each in shown for guess in (each.segment, each.barrier)],
        contests=[contest_out(each) for each in said],
        taps=taps,
    )


async def _taps(tx: Tx, me: Member) -> list[OwnTapOut]:
    """What somebody was asked in private, newest first, with the words they chose or wrote."""
    found: list[OwnTapOut] = []
    for tap in await pains.taps_of(tx, me.id):
        chosen = await pains.pain(tx, tap.pain_id) if tap.pain_id is not None else None
        found.append(
            OwnTapOut(
                id=tap.id,
                asked_at=tap.asked_at,
                answered_at=tap.answered_at,
                declined_at=tap.declined_at,
                text=tap.text,
                words=chosen.said if chosen else None,
            )
        )
    return found


def _amount(amount: Amount) -> AmountOut:
    return AmountOut(
        messages=amount.messages,
        reactions=amount.reactions,
        questions=amount.questions,
        first_at=amount.first_at,
        last_at=amount.last_at,
    )


@router.put("/communities/{community_id}/me/opt-out", status_code=204)
async def set_opt_out(community_id: int, body: OptOutIn, here: Inside, deps: Given) -> None:
    """Not to be named, quoted or addressed any more, at once; or to be again."""
    async with deps.changing() as change:
        gone, articles = await actions.set_own_opt_out(
            change.tx,
            deps.queue,
            member=here.me,
            opted_out=body.opted_out,
            at=deps.clock(),
            check=checked,
        )
        _tell(change, community_id, gone)
        for each in articles:
            change.tell("distillation", community_id, each.id, each.zone_id)


@router.post("/communities/{community_id}/contests", status_code=201)
async def contest_reading(
    community_id: int, body: ContestIn, here: Inside, deps: Given
) -> ContestOut:
    """Say that a guess about oneself is wrong; it is used by nothing until this is withdrawn."""
    async with deps.changing() as change:
        kept, gone = await actions.contest_reading(
            change.tx, member=here.me, about=body.about, text=body.text, at=deps.clock()
        )
        _tell(change, community_id, gone)
    return contest_out(kept)


@router.delete("/contests/{contest_id}")
async def withdraw_contest(contest_id: int, here: Inside, deps: Given) -> ContestOut:
    """Take one's own contest back."""
    async with deps.store.write() as tx:
        found = await actions.withdraw_contest(
            tx, contest_id=contest_id, by=here.me, at=deps.clock()
        )
    return contest_out(found)


def _tell(change: Change, community_id: int, gone: Iterable[Suggestion]) -> None:
    for each in gone:
        change.tell("suggestion", community_id, each.id, each.zone_id)


@router.get("/communities/{community_id}/me/download", response_class=Response)
async def download_about_me(community_id: int, here: Inside, deps: Given) -> Response:
    """One's own words, reactions, questions, drafts in one's name, contests and consents, as JSON.

    Guesses are not in it: they are kept nowhere. Nobody else's words are in it either.
    """
    me = here.me
    async with deps.store.read() as tx:
        rows = await own.own_rows(tx, me.id)
        said = await contests.contests_of(tx, me.id)
        taps = await _taps(tx, me)
        agreed = await consents.consents_of(tx, me.id)
        asked = await seeds.seeds_of(tx, me.id)
        tried = await trials.trials_of(tx, me.id)
        words = await asked_of(tx, me)
    kept: Mapping[str, object] = {
        "community": here.community.name,
        "member": {
            "id": me.id,
            "name": me.name,
            "aliases": me.aliases,
            "role": me.role,
            "joined_at": me.joined_at,
            "opted_out": me.opted_out,
            "profile": dict(me.profile),
        },
        "messages": [dict(row) for row in rows.messages],
        "reactions": [dict(row) for row in rows.reactions],
        "questions": [dict(row) for row in rows.questions],
        "drafts_in_my_name": [dict(row) for row in rows.drafts],
        "private_questions": [each.model_dump(exclude={"words"}) for each in taps],
        "contests": [contest_out(each).model_dump() for each in said],
        "asked_about_my_words": words.model_dump(exclude={"questions": {"__all__": OTHERS}}),
        "consents": [_plainly(each, CONSENT) for each in agreed],
        "asked_whether_it_worked": [_plainly(each, TRIED) for each in tried],
        "asked_to_begin": [_plainly(each, ASKED) for each in asked if each.is_known],
    }
    text = json.dumps(kept, ensure_ascii=False, indent=1, default=_plain)
    name = f'attachment; filename="simmer-{community_id}-me.json"'
    return Response(text, media_type="application/json", headers={"Content-Disposition": name})


def _plainly(kept: object, names: tuple[str, ...]) -> dict[str, object]:
    return {name: getattr(kept, name) for name in names}


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
