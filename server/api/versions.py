"""Versions of a signed article: read, compared, begun, put in another's place, archived."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from fastapi import APIRouter
from pydantic import BaseModel

from community.actions import verifying, versions
from community.actions.withholding import withheld_from
from community.distillation import Distillation, DistillationState
from community.errors import NotFound
from community.review import Subject
from community.store import Tx, members, reviews
from community.store import distillations as rows
from community.versions import Change, Stretch, side_by_side
from server.access import ACCESS
from server.api.article_life import READABLE, ArticleLifeOut, VersionRow, life_of, version_row
from server.api.drafted_articles import names_in
from server.auth import Here, Inside
from server.cited import cited_words
from server.deps import Given
from server.locales import sentence
from server.tongue import Tongue

router = APIRouter(tags=["library"])


class OldSentenceOut(BaseModel):
    """A sentence of a version, with the words it rests on, or whose own words it is."""

    text: str
    own_by: str | None
    quotes: list[str]


class OldArticleOut(BaseModel):
    """A version as it stood; `answers` is False where it is only kept to be read.

    `withdrawn` says who withdrew it, when and why.
    """

    life: ArticleLifeOut
    answers: bool
    withdrawn: str | None
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
        return await life_of(tx, await readable_article(tx, article_id, here), here)


@router.get("/articles/{article_id}/version")
async def read_version(article_id: int, here: Inside, deps: Given, tongue: Tongue) -> OldArticleOut:
    """A version as it stood, marked where it does not answer."""
    async with deps.store.read() as tx:
        found = await readable_article(tx, article_id, here)
        life = await life_of(tx, found, here)
        words = await cited_words(tx, here.community.id, (found,))
        told = await _told(tx, found)
        names = await names_in(tx, here.community.id)
        taken = found.state is DistillationState.WITHDRAWN
        why = await gone(tx, found, here) if taken else None
    sentences = [
        OldSentenceOut(
            text=claim.text,
            own_by=names.get(claim.reviewer_id or 0, "") if claim.own_words else None,
            quotes=[one.quote for one in words.get(claim.id, ())],
        )
        for claim in found.approved
        if claim.text in told
    ]
    return OldArticleOut(
        life=life,
        answers=found.state in rows.LIVE,
        withdrawn=None if why is None else sentence(tongue, f"error.{why.code}", why.facts),
        sentences=sentences,
    )


@router.get("/articles/{article_id}/comparison")
async def compare_versions(
    article_id: int, against: int, here: Inside, deps: Given
) -> ComparisonOut:
    """Another version of the same article beside this one; the older one stands first."""
    async with deps.store.read() as tx:
        one, other = [await readable_article(tx, each, here) for each in (article_id, against)]
        people = await members.members(tx, here.community.id)
        told = {each.id: await _told(tx, each) for each in (one, other)}
    if one.root_id != other.root_id:
        raise NotFound("not_found")
    before, after = sorted((one, other), key=lambda each: each.version)
    pairs = side_by_side(told[before.id], told[after.id])
    return ComparisonOut(
        before=version_row(before, people),
        after=version_row(after, people),
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


async def readable_article(tx: Tx, article_id: int, here: Here) -> Distillation:
    """An article one may read, answering or not; withdrawn ones only for those who sign."""
    found = await verifying.article_in(tx, here.community.id, article_id)
    keeps = here.me.role in ACCESS["archive_article"].roles
    withdrawn = found.state is DistillationState.WITHDRAWN and keeps
    if found.signed_at is not None and found.state is DistillationState.WITHDRAWN and not keeps:
        raise await gone(tx, found, here)
    if found.signed_at is None or (found.state not in READABLE and not withdrawn):
        raise NotFound("not_found")
    return found


async def gone(tx: Tx, article: Distillation, here: Here) -> NotFound:
    """That an article was withdrawn: by whom, on which day there, and why where it was said."""
    last = await reviews.last_review(tx, Subject.ARTICLE, article.id)
    if last is None:
        return NotFound("not_found")
    names = await names_in(tx, article.community_id)
    day = last.at.astimezone(ZoneInfo(here.community.timezone)).date().isoformat()
    facts = {"name": names.get(last.member_id, ""), "day": day}
    if last.reason:
        return NotFound("article_withdrawn_why", **facts, reason=last.reason)
    return NotFound("article_withdrawn", **facts)


async def _told(tx: Tx, one: Distillation) -> list[str]:
    withheld = await withheld_from(tx, one)
    return [claim.text for claim in one.approved if not withheld.hides(claim.text)]


def _side(stretches: Sequence[Stretch]) -> list[StretchOut]:
    return [StretchOut(text=each.text, changed=each.changed) for each in stretches]
