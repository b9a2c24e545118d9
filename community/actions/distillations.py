"""Draft articles: kept, decided on claim by claim, reopened when what they rest on changes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from community.actions.editing import Wording, edited, taken_back
from community.actions.past import keep_version
from community.actions.withholding import WITHHELD, quotable, refuse_withheld
from community.conversation import Message
from community.distillation import (
    Citation,
    Claim,
    ClaimState,
    Distillation,
    DistillationState,
)
from community.errors import Conflict, Invalid, NotAllowed, NotFound
from community.jobs import Job, JobQueue
from community.review import Decision, Review, Subject
from community.store import beside, communities, members, messages, reviews
from community.store import claims as claim_rows
from community.store import distillations as rows
from community.store.engine import Tx

Check = Callable[[Claim, Mapping[int, Message], Mapping[str, int]], Claim]
"""(claim, cited messages by id, names → member ids) → the claim with what the checks found."""

REVIEWABLE = frozenset(
    {
        DistillationState.IN_REVIEW,
        DistillationState.CHANGES_REQUESTED,
        DistillationState.SHELVED,
        DistillationState.DUE,
    }
)
DRAFT = frozenset({DistillationState.IN_REVIEW, DistillationState.CHANGES_REQUESTED})
LONGEST_REASON = 300


class ClaimDecision(StrEnum):
    """What an expert does with a claim."""

    APPROVE = "approve"
    EDIT = "edit"
    REJECT = "reject"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimVerdict:
    """A decision on a claim; `seen` is the digest of what the expert was shown.

    `own` and `sources` go with an edit (`Wording`).
    """

    decision: ClaimDecision
    seen: str
    text: str | None = None
    reason: str | None = None
    own: bool = False
    sources: tuple[Citation, ...] | None = None


def shelve_job(one: Distillation, at: datetime) -> Job:
    """The job that makes the index hold what may answer of this article, and nothing else."""
    return Job(
        name="shelve",
        key=f"shelve:{one.id}",
        room=f"library:{one.community_id}",
        due=at,
        payload={"distillation": one.id},
    )


def _substance(one: Distillation) -> set[str]:
    return {
        f"{claim.original_text or claim.text}|{'|'.join(c.digest for c in claim.citations)}"
        for claim in one.claims
    }


async def keep_distillation(tx: Tx, new: Distillation) -> Distillation:
    """Keep a draft of a thread; what an expert began is never replaced.

    The same claims again are the article there is. An untouched draft is made anew; a signed or
    closed article gets a new version, which answers once it is signed.
    """
    versions = await rows.versions_of(tx, new.community_id, new.root_id)
    if not versions:
        return await rows.insert_distillation(tx, replace(new, version=1))
    newest = versions[0]
    begun = any(claim.state is not ClaimState.OPEN for claim in newest.claims)
    begun = begun or await beside.is_talked_about(tx, newest.id)
    if _substance(newest) == _substance(new) or (newest.state in DRAFT and begun):
        return newest
    if newest.state in DRAFT:
        await rows.delete_distillation(tx, newest.id)
        return await rows.insert_distillation(tx, replace(new, version=newest.version))
    return await rows.insert_distillation(tx, replace(new, version=newest.version + 1))


async def cited_by(tx: Tx, claim: Claim) -> dict[int, Message]:
    """The messages a claim rests on, by id; those that are gone are missing."""
    found: dict[int, Message] = {}
    for citation in claim.citations:
        message = await messages.message(tx, citation.message_id)
        if message is not None:
            found[message.id] = message
    return found


async def _may_cite(
    tx: Tx, claim: Claim, home: Distillation, verdict: ClaimVerdict
) -> dict[int, Message]:
    """What a claim rests on or may rest on by this verdict; Invalid where words are not to be had.

    Others are chosen from the talk the article comes from, and from nobody who may not be quoted.
    """
    wanted = replace(claim, citations=verdict.sources or ())
    chosen = await cited_by(tx, wanted)
    here = {*home.message_ids, *(one.message_id for each in home.claims for one in each.citations)}
    for citation in wanted.citations:
        said = chosen.get(citation.message_id)
        if said is None or said.id not in here or said.to_id or said.recalled_at:
            raise Invalid("source_not_here")
    if await quotable(tx, wanted, home) != wanted:
        raise Invalid("source_withheld")
    rested = replace(claim, citations=(*claim.citations, *claim.set_aside))
    return chosen | await cited_by(tx, rested)


async def names_of(tx: Tx, community_id: int) -> dict[str, int]:
    """Every name and alias in a community, and whose it is."""
    everyone = await members.members(tx, community_id)
    return {name: member.id for member in everyone for name in (member.name, *member.aliases)}


def _allow(claim: Claim, home: Distillation, verdict: ClaimVerdict, by: int) -> None:
    if home.state not in REVIEWABLE:
        raise Conflict("article_closed", state=home.state.value)
    if claim.digest != verdict.seen:
        raise Conflict("claim_changed", claim=claim.id)
    decided = claim.state is not ClaimState.OPEN
    if verdict.decision is ClaimDecision.REOPEN:
        if not decided:
            raise Conflict("claim_already_open", claim=claim.id)
    elif decided and claim.reviewer_id != by:
        raise Conflict("claim_already_decided", claim=claim.id, state=claim.state.value)


async def _overtaken(tx: Tx, claim: Claim) -> Conflict:
    """Why a claim could not be written: it was decided meanwhile, or it is not what was shown."""
    fresh = await claim_rows.claim(tx, claim.id)
    if fresh is not None and fresh.state not in {ClaimState.OPEN, claim.state}:
        return Conflict("claim_already_decided", claim=claim.id, state=fresh.state.value)
    return Conflict("claim_changed", claim=claim.id)


def _decided(claim: Claim, verdict: ClaimVerdict, check: Callable[[Claim], Claim]) -> Claim:
    """The claim as it stands after the decision.

    An approval needs support in the source. An edit that the source does not say stays possible
    where the expert calls it their own words.
    """
    if verdict.decision is ClaimDecision.REOPEN:
        return taken_back(claim, check)
    if verdict.decision is ClaimDecision.REJECT:
        return replace(claim, state=ClaimState.REJECTED)
    if verdict.decision is ClaimDecision.EDIT:
        wording = Wording(text=verdict.text, own=verdict.own, sources=verdict.sources)
        return edited(claim, wording, check)
    found = check(replace(claim, problems=(), supported=True))
    if not found.supported and not claim.own_words:
        raise Invalid("claim_unsupported", claim=claim.id, problems=", ".join(found.problems))
    return replace(found, state=ClaimState.APPROVED)


async def review_claim(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    claim_id: int,
    by: int,
    verdict: ClaimVerdict,
    at: datetime,
    check: Check,
) -> Distillation:
    """Decide on one claim as it was shown; Conflict where it changed or somebody was first.

    Other words in a signed article make a new version of it; the old one stays readable.
    """
    claim = await claim_rows.claim(tx, claim_id)
    home = await rows.distillation_of_claim(tx, claim_id)
    if claim is None or home is None:
        raise NotFound("claim_not_found", claim=claim_id)
    _allow(claim, home, verdict, by)
    shown = await quotable(tx, claim, home)
    sources = await _may_cite(tx, shown, home, verdict)
    names = await names_of(tx, home.community_id)
    decided = _decided(shown, verdict, lambda one: check(one, sources, names))
    refuse_withheld(claim, shown, decided)
    if home.state not in DRAFT and decided.state is ClaimState.APPROVED:
        await _two_people(tx, replace(home, claims=(*home.approved, decided)), by)
    reason = (verdict.reason or "").strip()[:LONGEST_REASON] or None
    changed = replace(decided, reviewer_id=by, reason=reason)
    if home.state not in DRAFT and changed.text != claim.text:
        home = await keep_version(tx, home, at)
    if not await claim_rows.save_claim(tx, changed, was=claim):
        raise await _overtaken(tx, claim)
    if changed.state is ClaimState.APPROVED or changed.own_words is not claim.own_words:
        await claim_rows.set_citations(tx, claim.id, changed.citations, changed.set_aside)
    await reviews.insert_review(tx, review_of(home, changed, verdict, by, at))
    if home.state not in DRAFT:
        await queue.put(tx, shelve_job(home, at))
    kept = await rows.distillation(tx, home.id)
    assert kept is not None
    return kept


def review_of(
    home: Distillation, claim: Claim, verdict: ClaimVerdict, by: int, at: datetime
) -> Review:
    """The decision on a claim as a row."""
    return Review(
        id=0,
        community_id=home.community_id,
        subject=Subject.CLAIM,
        subject_id=claim.id,
        member_id=by,
        decision=Decision(verdict.decision.value),
        at=at,
        text=claim.text if verdict.decision is ClaimDecision.EDIT else None,
        reason=claim.reason,
    )


async def contributors(tx: Tx, one: Distillation) -> set[int]:
    """Who said what the approved claims rest on, and whose own words stand among them."""
    found: set[int] = set()
    for claim in one.approved:
        if claim.own_words and claim.reviewer_id is not None:
            found.add(claim.reviewer_id)
            continue
        for message in (await cited_by(tx, claim)).values():
            if message.author_id is not None:
                found.add(message.author_id)
    return found


async def _two_people(tx: Tx, one: Distillation, by: int) -> None:
    """Nobody signs alone what they alone said, unless the community switched the rule off."""
    community = await communities.community(tx, one.community_id)
    if community is not None and community.settings.get("two_person_rule") is False:
        return
    if await contributors(tx, one) == {by}:
        raise NotAllowed("sole_contributor")


require_second_person = _two_people


async def reopen_claims(
    tx: Tx, queue: JobQueue[Tx], *, message_id: int, at: datetime, check: Check | None = None
) -> tuple[int, ...]:
    """Reopen every claim that rests on a message that was edited or recalled; their ids.

    They leave answers with this transaction (`live_claims`); what the source no longer says
    verbatim is marked as unsupported. Rejected claims stay rejected.
    """
    touched: list[int] = []
    for claim_id, home_id in await claim_rows.citing(tx, message_id):
        claim = await claim_rows.claim(tx, claim_id)
        home = await rows.distillation(tx, home_id)
        if claim is None or home is None or claim.state is ClaimState.REJECTED:
            continue
        sources = await cited_by(tx, claim)
        broken = _broken(claim, sources)
        broken = (*broken, WITHHELD) if WITHHELD in claim.problems else broken
        fresh = replace(claim, problems=broken, supported=not broken, state=ClaimState.OPEN)
        if check is not None and not broken:
            fresh = check(fresh, sources, await names_of(tx, home.community_id))
        await claim_rows.save_claim(tx, fresh, was=claim)
        touched.append(claim_id)
        if home.state in rows.LIVE:
            await queue.put(tx, shelve_job(home, at))
    return tuple(touched)


def _broken(claim: Claim, sources: Mapping[int, Message]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for citation in claim.citations:
        source = sources.get(citation.message_id)
        if source is None or source.recalled_at is not None:
            found["source_missing"] = None
        elif source.text[citation.start : citation.end] != citation.quote:
            found["not_verbatim"] = None
    return tuple(found)
