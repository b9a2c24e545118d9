"""Five claims on a phone: a link that needs no menu and no sign-in, for a few minutes of review."""

from datetime import datetime
from typing import Literal

import segno
from fastapi import APIRouter
from pydantic import BaseModel, Field

from agent.distilling.support import checked
from community.actions import articles, desk
from community.actions.distillations import ClaimDecision, ClaimVerdict, review_claim
from community.actions.members import check_may_invite, token_digest
from community.distillation import ClaimState, Distillation
from community.errors import NotAllowed, NotFound
from community.people import Member, Role
from community.reviewing import ReviewPass
from community.store import Tx, communities, members
from community.store.passes import set_opened
from server.api.draft_shapes import ClaimOut
from server.api.drafted_articles import shown
from server.api.signing import ClashOut, clashes_out
from server.auth import Inside, new_token
from server.broadcast import Change
from server.contradicting import clashes_of, keep_clashes, refuse_untold
from server.deps import Deps, Given
from server.locales import sentence
from server.tongue import Tongue

router = APIRouter(tags=["review"])


class PassIn(BaseModel):
    """For whom, and for which article; without either: for oneself, whatever waits first."""

    member_id: int | None = None
    distillation_id: int | None = None


class PassLinkOut(BaseModel):
    """In whose name, the link as text and as a QR code (a picture), and how much it opens."""

    name: str
    url: str
    qr: str
    claims: int
    expires_at: datetime


class PassTokenIn(BaseModel):
    """The token of a pass."""

    token: str = Field(max_length=200)


class PassDecisionIn(PassTokenIn):
    """A decision on one claim of the pass; `seen` is the digest of what was shown."""

    claim_id: int
    decision: Literal["approve", "edit", "reject", "reopen"]
    text: str | None = Field(default=None, min_length=1, max_length=2000)
    reason: str | None = Field(default=None, max_length=300)
    own: bool = False
    seen: str = Field(max_length=64)


class PassSignatureIn(PassTokenIn):
    """Signing an article from the phone; `seen` are the digests of its approved claims.

    `against` are the seals of the contradictions that were shown and are signed all the same.
    """

    distillation_id: int
    seen: list[str] = Field(max_length=200)
    against: list[str] = Field(default_factory=list[str], max_length=200)


class PassEndIn(PassTokenIn):
    """The end of a pass; `go_on` asks for the next few claims of the same article."""

    go_on: bool = False


class PassArticleOut(BaseModel):
    """An article of the pass: what is approved in it, what is left, and why not to sign yet."""

    id: int
    title: str
    left: int
    signed: bool
    approved: list[ClaimOut]
    against: list[ClashOut]
    bar: str | None
    bar_text: str | None


class PassClaimOut(BaseModel):
    """One claim of the pass, and the title of its article."""

    article_id: int
    title: str
    claim: ClaimOut


class PassOut(BaseModel):
    """What a pass opens."""

    name: str
    community: str
    timezone: str
    language: str
    expires_at: datetime
    claims: list[PassClaimOut]
    articles: list[PassArticleOut]


class PassEndOut(BaseModel):
    """What is left after the pass; `token` opens the next few claims where that was asked for."""

    left: int
    token: str | None


@router.post("/communities/{community_id}/review-passes", status_code=201)
async def make_review_pass(
    community_id: int, body: PassIn, here: Inside, deps: Given
) -> PassLinkOut:
    """Make a link for a phone: experts for themselves, who runs the community for an expert."""
    token, now = new_token(), deps.clock()
    async with deps.store.write() as tx:
        member = await _holder(tx, body.member_id, here.me, community_id)
        made = await desk.issue_pass(
            tx,
            member=member,
            digest=token_digest(token),
            at=now,
            distillation_id=body.distillation_id,
        )
    url = f"{deps.settings.address}/pass/{token}"
    return PassLinkOut(
        name=member.name,
        url=url,
        qr=segno.make(url, error="m").svg_data_uri(scale=4, border=2),
        claims=len(made.claim_ids),
        expires_at=made.expires_at,
    )


async def _holder(tx: Tx, member_id: int | None, me: Member, community_id: int) -> Member:
    """In whose name the link decides; nobody makes one for a stronger role."""
    if member_id is None or member_id == me.id:
        return me
    if me.role is Role.EXPERT:
        raise NotAllowed("pass_for_yourself")
    member = await members.member(tx, member_id)
    if member is None or member.community_id != community_id:
        raise NotFound("not_found")
    check_may_invite(member, by=me)
    return member


@router.post("/passes/open")
async def open_pass(body: PassTokenIn, deps: Given, language: Tongue) -> PassOut:
    """Look at the claims of a pass; why it is over, where it is."""
    now = deps.clock()
    async with deps.store.write() as tx:
        found, member = await desk.enter_pass(tx, token_digest(body.token), now)
        await set_opened(tx, found.id, now)
        return await _out(tx, found, member, language)


@router.post("/passes/decide")
async def decide_by_pass(body: PassDecisionIn, deps: Given, language: Tongue) -> PassOut:
    """Decide on one claim of the pass in the name of its holder, or open it again."""
    verdict = ClaimVerdict(
        decision=ClaimDecision(body.decision),
        seen=body.seen,
        text=body.text,
        reason=body.reason,
        own=body.own,
    )
    now = deps.clock()
    async with deps.changing() as change:
        found, member = await desk.enter_pass(change.tx, token_digest(body.token), now)
        if body.claim_id not in found.claim_ids:
            raise NotFound("claim_not_found", claim=body.claim_id)
        home = await review_claim(
            change.tx,
            deps.queue,
            claim_id=body.claim_id,
            by=member.id,
            verdict=verdict,
            at=now,
            check=checked,
        )
        change.tell("distillation", home.community_id, home.id, home.zone_id)
        return await _out(change.tx, found, member, language)


@router.post("/passes/sign")
async def sign_by_pass(body: PassSignatureIn, deps: Given, language: Tongue) -> PassOut:
    """Sign an article whose last claims were in this pass."""
    now = deps.clock()
    async with deps.changing() as change:
        found, member = await desk.enter_pass(change.tx, token_digest(body.token), now)
        homes = await desk.articles_of(change.tx, found.claim_ids)
        home = next((each for each in homes if each.id == body.distillation_id), None)
        if home is None:
            raise NotFound("article_not_found", article=body.distillation_id)
        clashes = await clashes_of(change.tx, home)
        refuse_untold(clashes, body.against)
        signed = await articles.sign_article(
            change.tx,
            deps.queue,
            distillation_id=body.distillation_id,
            by=member.id,
            at=now,
            seen=body.seen,
        )
        await keep_clashes(change.tx, signed.community_id, clashes, now)
        change.tell("distillation", signed.community_id, signed.id, signed.zone_id)
        return await _out(change.tx, found, member, language)


@router.post("/passes/finish")
async def finish_pass(body: PassEndIn, deps: Given) -> PassEndOut:
    """Use the pass up; the next few claims come with a token that ends when this one would have."""
    now = deps.clock()
    async with deps.changing() as change:
        found, member = await desk.enter_pass(change.tx, token_digest(body.token), now)
        homes = await desk.articles_of(change.tx, found.claim_ids)
        await desk.finish_pass(change.tx, found, now)
        left = [(home, _left(home)) for home in homes if _left(home)]
        if not body.go_on or not left:
            return PassEndOut(left=sum(many for _, many in left), token=None)
        return await _next(change, deps, found, member, left)


async def _next(
    change: Change,
    deps: Deps,
    found: ReviewPass,
    member: Member,
    left: list[tuple[Distillation, int]],
) -> PassEndOut:
    token = new_token()
    await desk.issue_pass(
        change.tx,
        member=member,
        digest=token_digest(token),
        at=deps.clock(),
        distillation_id=left[0][0].id,
        expires_at=found.expires_at,
    )
    return PassEndOut(left=sum(many for _, many in left), token=token)


def _left(home: Distillation) -> int:
    return sum(claim.state is ClaimState.OPEN for claim in home.claims)


async def _out(tx: Tx, found: ReviewPass, member: Member, language: str) -> PassOut:
    community = await communities.community(tx, found.community_id)
    assert community is not None
    homes = await desk.articles_of(tx, found.claim_ids)
    claims: dict[int, PassClaimOut] = {}
    listed: list[PassArticleOut] = []
    for home in homes:
        drawn = await shown(tx, home, language)
        for each in drawn.claims:
            claims[each.id] = PassClaimOut(article_id=home.id, title=home.title, claim=each)
        bar = await desk.bars_signing(tx, home, member.id)
        clashes = await clashes_of(tx, home) if bar is None else ()
        facts = {"count": _left(home), "state": home.state.value}
        listed.append(
            PassArticleOut(
                id=home.id,
                title=home.title,
                left=_left(home),
                signed=home.signed_at is not None,
                approved=[each for each in drawn.claims if each.state is ClaimState.APPROVED],
                against=clashes_out(clashes),
                bar=bar,
                bar_text=None if bar is None else sentence(language, f"error.{bar}", facts),
            )
        )
    return PassOut(
        name=member.name,
        community=community.name,
        timezone=community.timezone,
        language=community.language,
        expires_at=found.expires_at,
        claims=[claims[id_] for id_ in found.claim_ids if id_ in claims],
        articles=listed,
    )
