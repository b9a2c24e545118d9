"""What the reader agreed to, one tap to give and one to take back, and the talks they may begin."""

from collections.abc import Mapping
from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel, Field

from community.actions import consents as actions
from community.actions import seeds
from community.actions.messages import look_job_in
from community.agreement import Consent, ConsentKind, CreditShape
from community.people import Zone
from community.seed import Seed, SeedState
from community.store import Tx, communities, consents
from server.auth import Inside
from server.deps import Given

router = APIRouter(tags=["people"])


class ConsentOut(BaseModel):
    """One thing that can be agreed to; `given_at` is null where it is not agreed to now."""

    kind: ConsentKind
    given_at: datetime | None
    birthday: str | None
    shape: CreditShape | None
    nickname: str | None


class ConsentsOut(BaseModel):
    """Everything there is to agree to, in the order in which it is asked."""

    consents: list[ConsentOut]


class ConsentIn(BaseModel):
    """What belongs to it: a birthday as MM-DD, or how one is named."""

    birthday: str | None = Field(default=None, max_length=20)
    shape: str | None = Field(default=None, max_length=20)
    nickname: str | None = Field(default=None, max_length=200)


class SeedOut(BaseModel):
    """A talk the reader was asked to begin: when, where, on what, in whose words they are asked."""

    id: int
    topic: str
    brief: str
    for_at: datetime
    state: SeedState
    zone: str
    zone_key: str


class SeedsOut(BaseModel):
    """The talks that may be begun, the nearest first."""

    seeds: list[SeedOut]


class SeedIn(BaseModel):
    """'take', 'next_time', or 'reopen' to take either back."""

    answer: seeds.Answer


@router.get("/communities/{community_id}/me/consents")
async def list_consents(community_id: int, here: Inside, deps: Given) -> ConsentsOut:
    """What the reader agreed to; nobody else sees it here."""
    assert community_id == here.community.id
    async with deps.store.read() as tx:
        return await _all(tx, here.me.id)


@router.put("/communities/{community_id}/me/consents/{kind}")
async def give_consent(
    community_id: int, kind: ConsentKind, body: ConsentIn, here: Inside, deps: Given
) -> ConsentsOut:
    """Agree in one's own name; nobody can for somebody else."""
    assert community_id == here.community.id
    value: Mapping[str, object] = body.model_dump(exclude_none=True)
    async with deps.changing() as change:
        await actions.give_consent(change.tx, here.me, kind, deps.clock(), value)
        for zone in await communities.zones(change.tx, community_id):
            await deps.queue.put(change.tx, look_job_in(zone.id, deps.clock()))
        return await _all(change.tx, here.me.id)


@router.delete("/communities/{community_id}/me/consents/{kind}")
async def revoke_consent(
    community_id: int, kind: ConsentKind, here: Inside, deps: Given
) -> ConsentsOut:
    """Take it back: from now on, and with every open task that came of it."""
    assert community_id == here.community.id
    async with deps.changing() as change:
        now = deps.clock()
        for each in await actions.revoke_consent(change.tx, here.me, kind, now):
            change.tell("seed", community_id, each.id, each.zone_id)
            change.tell("suggestion", community_id, each.suggestion_id or 0, each.zone_id)
            await deps.queue.put(change.tx, look_job_in(each.zone_id, now))
        return await _all(change.tx, here.me.id)


@router.get("/communities/{community_id}/me/seeds")
async def list_seeds(community_id: int, here: Inside, deps: Given) -> SeedsOut:
    """The talks the reader was asked to begin."""
    async with deps.store.read() as tx:
        return await _tasks(tx, community_id, here, deps.clock())


@router.put("/seeds/{seed_id}")
async def answer_seed(seed_id: int, body: SeedIn, here: Inside, deps: Given) -> SeedsOut:
    """Take it, or leave it to somebody else; a reason is not asked for."""
    async with deps.changing() as change:
        kept = await seeds.answer_seed(
            change.tx, deps.queue, seed_id=seed_id, by=here.me, answer=body.answer, at=deps.clock()
        )
        change.tell("seed", kept.community_id, kept.id, kept.zone_id)
        return await _tasks(change.tx, kept.community_id, here, deps.clock())


async def _all(tx: Tx, member_id: int) -> ConsentsOut:
    found = [await consents.consent_of(tx, member_id, kind) for kind in ConsentKind]
    pairs = zip(ConsentKind, found, strict=True)
    return ConsentsOut(consents=[consent_out(kind, each) for kind, each in pairs])


def consent_out(kind: ConsentKind, given: Consent | None) -> ConsentOut:
    """One thing agreed to, or not, as the page shows it."""
    value = given.value if given else dict[str, object]()
    texts = {name: str(each) for name, each in value.items()}
    shape = texts.get("shape")
    return ConsentOut(
        kind=kind,
        given_at=given.given_at if given else None,
        birthday=texts.get("birthday"),
        shape=CreditShape(shape) if shape else None,
        nickname=texts.get("nickname"),
    )


async def _tasks(tx: Tx, community_id: int, here: Inside, now: datetime) -> SeedsOut:
    zones = {zone.id: zone for zone in await communities.zones(tx, community_id)}
    tasks = await seeds.tasks_of(tx, here.me, now)
    ordered = sorted(tasks, key=lambda each: each[0].for_at)
    return SeedsOut(seeds=[_seed_out(each, text, zones[each.zone_id]) for each, text in ordered])


def _seed_out(each: Seed, text: str, zone: Zone) -> SeedOut:
    return SeedOut(
        id=each.id,
        topic=each.topic,
        brief=text,
        for_at=each.for_at,
        state=each.state,
        zone=zone.name,
        zone_key=zone.key,
    )
