"""Pain points: what is hard for the members, in their words, and what a person does with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel, Field

from community.actions import pains as actions
from community.actions.pains import Decision, Ruling
from community.actions.suggestions import offer_suggestion
from community.conversation import Message
from community.errors import Conflict, NotFound
from community.pains import Pain, PainState
from community.people import Member
from community.store import Tx, communities, members, messages
from community.store import pains as rows
from server.asking_about import ask_about
from server.auth import Inside
from server.deps import Given

router = APIRouter(tags=["pains"])
SHOWN_MESSAGES = 12
"""Messages of one pain point that are shown at most: the newest."""


class ToldOut(BaseModel):
    """One message that tells of it; who opted out is counted, never shown."""

    message_id: int
    zone: str
    name: str
    text: str
    at: datetime


class PainOut(BaseModel):
    """A recurring problem. `words` are what it goes by, `found_words` a member's verbatim.

    `people` counts everyone who told it, `silent` those touched by it who have said nothing in
    four weeks, `taps` the private answers in it, which are never shown.
    """

    id: int
    words: str
    found_words: str
    state: PainState
    people: int
    silent: int
    taps: int
    first_at: datetime
    last_at: datetime
    messages: list[ToldOut]
    merged: list[int]
    merged_into: int | None


class AskedOut(BaseModel):
    """The draft that asks the group."""

    suggestion_id: int


class PainsOut(BaseModel):
    """Pinned ones first, then the strongest; and what was put away, for bringing it back."""

    pains: list[PainOut]
    away: list[PainOut]


class PainDecisionIn(BaseModel):
    """What is decided; `into` for a merge, `words` for own words (none brings back theirs)."""

    decision: Decision
    into: int | None = None
    words: str | None = Field(default=None, max_length=1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What the pain points are shown with: their messages, who is who, and the keys of zones."""

    told: Mapping[int, Message]
    people: Mapping[int, Member]
    zones: Mapping[int, str]


async def _around(tx: Tx, community_id: int, shown: tuple[Pain, ...]) -> _Around:
    ids = {each for one in shown for each in one.message_ids}
    return _Around(
        told=await messages.messages_by_id(tx, tuple(sorted(ids))),
        people={one.id: one for one in await members.members(tx, community_id)},
        zones={one.id: one.key for one in await communities.zones(tx, community_id)},
    )


@router.get("/communities/{community_id}/pains")
async def list_pains(community_id: int, _: Inside, deps: Given) -> PainsOut:
    """What is hard for this community now."""
    async with deps.store.read() as tx:
        shown = await actions.shown_pains(tx, community_id)
        away = await rows.pains_in(tx, community_id, PainState.DISMISSED, PainState.MERGED)
        around = await _around(tx, community_id, (*shown, *away))
    parts = {one.id: [each.id for each in away if each.merged_into_id == one.id] for one in shown}
    return PainsOut(
        pains=[_out(one, parts[one.id], around) for one in shown],
        away=[_out(one, [], around) for one in away],
    )


@router.put("/pains/{pain_id}")
async def decide_pain(pain_id: int, body: PainDecisionIn, here: Inside, deps: Given) -> PainOut:
    """Pin, put away, bring back, merge or reword one; each has a decision that takes it back."""
    ruling = Ruling(decision=body.decision, into=body.into, words=body.words)
    async with deps.changing() as change:
        decided = await actions.decide_pain(
            change.tx, pain_id=pain_id, by=here.me, ruling=ruling, at=deps.clock()
        )
        change.tell("pain", here.community.id, pain_id)
        around = await _around(change.tx, here.community.id, (decided,))
    return _out(decided, [], around)


@router.post("/pains/{pain_id}/ask", status_code=201)
async def ask_about_pain(pain_id: int, here: Inside, deps: Given) -> AskedOut:
    """Make a question to the group of it: a draft in the queue that a person decides on."""
    async with deps.store.read() as tx:
        known = await actions.shown_pains(tx, here.community.id)
    pain = next((each for each in known if each.id == pain_id), None)
    if pain is None:
        raise NotFound("pain_not_found")
    drafted = await ask_about(deps, here.community, pain, deps.clock())
    async with deps.changing() as change:
        kept = await offer_suggestion(change.tx, deps.queue, drafted)
        if kept is None:
            raise Conflict("pain_asked_already")
        change.tell("suggestion", kept.community_id, kept.id, kept.zone_id)
    return AskedOut(suggestion_id=kept.id)


def _out(one: Pain, parts: list[int], around: _Around) -> PainOut:
    return PainOut(
        id=one.id,
        words=one.said,
        found_words=one.words,
        state=one.state,
        people=len(one.people_ids),
        silent=len(one.silent_ids),
        taps=len(one.tap_ids),
        first_at=one.first_at,
        last_at=one.last_at,
        messages=_told(one, around)[:SHOWN_MESSAGES],
        merged=parts,
        merged_into=one.merged_into_id,
    )


def _told(one: Pain, around: _Around) -> list[ToldOut]:
    said = [around.told[each] for each in one.message_ids if each in around.told]
    shown = ((each, around.people.get(each.author_id or 0)) for each in said if each.text)
    told = [
        ToldOut(
            message_id=each.id,
            zone=around.zones.get(each.zone_id, ""),
            name=who.name,
            text=each.text,
            at=each.at,
        )
        for each, who in shown
        if who is not None and not who.opted_out
    ]
    return sorted(told, key=lambda each: each.at, reverse=True)
