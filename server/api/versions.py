"""The life of a signed article: who verifies it until when, its versions, what took its place."""

from collections.abc import Sequence
from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel

from community.actions import verifying, versions
from community.distillation import ArticleKind, Distillation, DistillationState
from community.errors import NotFound
from community.people import Member
from community.store import Tx, members
from community.store import distillations as rows
from community.verifying import can_verify, holds_for, verifier_of
from community.versions import Change, Stretch, side_by_side
from server.access import ACCESS
from server.auth import Here, Inside
from server.cited import cited_words
from server.deps import Given

router = APIRouter(tags=["library"])
READABLE = (*verifying.OPEN, DistillationState.ARCHIVED)
"""States every member may read an article in; what does not answer any more is marked."""


class VersionRow(BaseModel):
    """One version of an article."""

    id: int
    version: int
    state: DistillationState
    title: str
    signed_by: str | None
    signed_at: datetime | None


class PersonOut(BaseModel):
    """Somebody of the community."""

    id: int
    name: str


class ArticleLifeOut(BaseModel):
    """Where an article stands in its life.

    `seal` is what a verification is bound to; `instead_of` is whose article it was where that
    person can no longer verify; `current` is the article to read instead of this one.
    """

    id: int
    title: str
    kind: ArticleKind
    state: DistillationState
    version: int
    signed_by: str | None
    signed_at: datetime | None
    verified_at: datetime | None
    verify_by: datetime | None
    period_days: int
    own_period: bool
    verifier: PersonOut | None
    instead_of: PersonOut | None
    seal: str
    current: VersionRow | None
    superseded: bool
    versions: list[VersionRow]
    may_keep: bool
    verifiers: list[PersonOut]


class OldSentenceOut(BaseModel):
    """A sentence of a version, with the words it rests on."""

    text: str
    quotes: list[str]


class OldArticleOut(BaseModel):
    """A version as it stood; `answers` is False where it is only kept to be read."""

    life: ArticleLifeOut
    answers: bool
    sentences: list[OldSentenceOut]


class StretchOut(BaseModel):
    """A piece of a sentence."""

    text: str
    changed: bool


class PairOut(BaseModel):
    """One sentence before and after."""

    change: Change
    before: list[StretchOut]
    after: list[StretchOut]


class ComparisonOut(BaseModel):
    """Two versions side by side."""

    before: VersionRow
    after: VersionRow
    pairs: list[PairOut]


class PeriodIn(BaseModel):
    """For how many days it holds; null: as long as its kind does."""

    days: int | None = None


class VerifierIn(BaseModel):
    """Who is asked from now on."""

    member_id: int


class SupersedeIn(BaseModel):
    """The article that takes its place."""

    other_id: int


class BegunOut(BaseModel):
    """The draft of the new version, to be reviewed."""

    id: int


@router.get("/articles/{article_id}/life")
async def read_article_life(article_id: int, here: Inside, deps: Given) -> ArticleLifeOut:
    """Who verifies it, until when it holds, its versions and what took its place."""
    async with deps.store.read() as tx:
        return await life_of(tx, await _readable(tx, article_id, here), here)


@router.get("/articles/{article_id}/version")
async def read_version(article_id: int, here: Inside, deps: Given) -> OldArticleOut:
    """A version as it stood, marked where it does not answer."""
    async with deps.store.read() as tx:
        found = await _readable(tx, article_id, here)
        life = await life_of(tx, found, here)
        words = await cited_words(tx, here.community.id, (found,))
    sentences = [
        OldSentenceOut(text=claim.text, quotes=[one.quote for one in words.get(claim.id, ())])
        for claim in found.approved
    ]
    return OldArticleOut(life=life, answers=found.state in rows.LIVE, sentences=sentences)


@router.get("/articles/{article_id}/comparison")
async def compare_versions(
    article_id: int, against: int, here: Inside, deps: Given
) -> ComparisonOut:
    """Another version of the same article beside this one; the older one stands first."""
    async with deps.store.read() as tx:
        one, other = [await _readable(tx, each, here) for each in (article_id, against)]
        people = await members.members(tx, here.community.id)
    if one.root_id != other.root_id:
        raise NotFound("not_found")
    before, after = sorted((one, other), key=lambda each: each.version)
    pairs = side_by_side(
        [claim.text for claim in before.approved], [claim.text for claim in after.approved]
    )
    return ComparisonOut(
        before=_row(before, people),
        after=_row(after, people),
        pairs=[
            PairOut(change=each.change, before=_side(each.before), after=_side(each.after))
            for each in pairs
        ],
    )


@router.put("/articles/{article_id}/period")
async def set_article_period(
    article_id: int, body: PeriodIn, here: Inside, deps: Given
) -> ArticleLifeOut:
    """Let an article hold longer or shorter than its kind does."""
    async with deps.changing() as change:
        kept = await verifying.set_period(
            change.tx,
            deps.queue,
            article_id=article_id,
            days=body.days,
            by=here.me,
            at=deps.clock(),
        )
        change.tell("distillation", kept.community_id, kept.id, kept.zone_id)
        return await life_of(change.tx, kept, here)


@router.put("/articles/{article_id}/verifier")
async def set_article_verifier(
    article_id: int, body: VerifierIn, here: Inside, deps: Given
) -> ArticleLifeOut:
    """Ask somebody else to verify it."""
    async with deps.changing() as change:
        kept = await verifying.set_verifier(
            change.tx, article_id=article_id, member_id=body.member_id, by=here.me
        )
        change.tell("distillation", kept.community_id, kept.id, kept.zone_id)
        return await life_of(change.tx, kept, here)


@router.post("/articles/{article_id}/revise", status_code=201)
async def revise_article(article_id: int, here: Inside, deps: Given) -> BegunOut:
    """Begin a new version; the old one answers until the new one is signed."""
    async with deps.changing() as change:
        begun = await versions.revise_article(
            change.tx, article_id=article_id, by=here.me, at=deps.clock()
        )
        change.tell("distillation", begun.community_id, begun.id, begun.zone_id)
    return BegunOut(id=begun.id)


@router.post("/articles/{article_id}/supersede")
async def supersede_article(
    article_id: int, body: SupersedeIn, here: Inside, deps: Given
) -> ArticleLifeOut:
    """Let another article answer in its place."""
    async with deps.changing() as change:
        gone = await versions.supersede_article(
            change.tx,
            deps.queue,
            article_id=article_id,
            other_id=body.other_id,
            by=here.me,
            at=deps.clock(),
        )
        change.tell("distillation", gone.community_id, gone.id, gone.zone_id)
        return await life_of(change.tx, gone, here)


@router.post("/articles/{article_id}/archive")
async def archive_article(article_id: int, here: Inside, deps: Given) -> ArticleLifeOut:
    """Put an article away; it stays readable."""
    async with deps.changing() as change:
        gone = await versions.archive_article(
            change.tx, deps.queue, article_id=article_id, by=here.me, at=deps.clock()
        )
        change.tell("distillation", gone.community_id, gone.id, gone.zone_id)
        return await life_of(change.tx, gone, here)


@router.post("/articles/{article_id}/restore")
async def restore_article(article_id: int, here: Inside, deps: Given) -> ArticleLifeOut:
    """Bring back what was archived, superseded or withdrawn."""
    async with deps.changing() as change:
        back = await versions.restore_article(
            change.tx, deps.queue, article_id=article_id, by=here.me, at=deps.clock()
        )
        change.tell("distillation", back.community_id, back.id, back.zone_id)
        return await life_of(change.tx, back, here)


async def _readable(tx: Tx, article_id: int, here: Here) -> Distillation:
    found = await verifying.article_in(tx, here.community.id, article_id)
    keeps = here.me.role in ACCESS["archive_article"].roles
    withdrawn = found.state is DistillationState.WITHDRAWN and keeps
    if found.signed_at is None or (found.state not in READABLE and not withdrawn):
        raise NotFound("not_found")
    return found


async def life_of(tx: Tx, one: Distillation, here: Here) -> ArticleLifeOut:
    """Where an article stands, for one who asks."""
    people = await members.members(tx, one.community_id)
    every = await rows.versions_of(tx, one.community_id, one.root_id)
    signed = [each for each in every if each.signed_at and each.state in READABLE]
    asked = verifier_of(one, people)
    current = await _current(tx, one, signed)
    return ArticleLifeOut(
        id=one.id,
        title=one.title,
        kind=one.kind,
        state=one.state,
        version=one.version,
        signed_by=_name(people, one.signed_by_id),
        signed_at=one.signed_at,
        verified_at=one.verified_at or one.signed_at,
        verify_by=one.verify_by,
        period_days=holds_for(one).days,
        own_period=one.hold_days is not None,
        verifier=None if asked is None else _person(asked.member),
        instead_of=_person(asked.instead_of) if asked and asked.instead_of else None,
        seal=verifying.seal_of(one),
        current=None if current is None else _row(current, people),
        superseded=one.superseded_by_id is not None,
        versions=[_row(each, people) for each in signed],
        may_keep=here.me.role in ACCESS["archive_article"].roles,
        verifiers=[_person(each) for each in people if can_verify(each)],
    )


async def _current(
    tx: Tx, one: Distillation, signed: Sequence[Distillation]
) -> Distillation | None:
    """What answers in place of an article: what superseded it, else a newer version on the shelf.

    Followed on, as long as what it points at gave way too.
    """
    here, passed = one, {one.id}
    while here.state not in verifying.OPEN:
        after = None
        if here.superseded_by_id is not None:
            after = await rows.distillation(tx, here.superseded_by_id)
        elif here.id == one.id:
            after = next((each for each in signed if each.state in verifying.OPEN), None)
        if after is None or after.id in passed:
            return None
        passed.add(after.id)
        here = after
    return None if here.id == one.id else here


def _row(one: Distillation, people: Sequence[Member]) -> VersionRow:
    return VersionRow(
        id=one.id,
        version=one.version,
        state=one.state,
        title=one.title,
        signed_by=_name(people, one.signed_by_id),
        signed_at=one.signed_at,
    )


def _name(people: Sequence[Member], member_id: int | None) -> str | None:
    return next((each.name for each in people if each.id == member_id), None)


def _person(member: Member) -> PersonOut:
    return PersonOut(id=member.id, name=member.name)


def _side(stretches: Sequence[Stretch]) -> list[StretchOut]:
    return [StretchOut(text=each.text, changed=each.changed) for each in stretches]
