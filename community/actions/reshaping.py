"""Claims put together, taken apart or approved at once: what makes a review short."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime

from community.actions.distillations import (
    DRAFT,
    Check,
    ClaimDecision,
    ClaimVerdict,
    cited_by,
    names_of,
    review_of,
)
from community.actions.editing import LONGEST_CLAIM
from community.actions.withholding import quotable
from community.distillation import Citation, Claim, ClaimState, Distillation
from community.errors import Conflict, Invalid, NotFound
from community.store import claims as claim_rows
from community.store import distillations as rows
from community.store import reviews
from community.store.engine import Tx

PARTS = 8
"""Into so many sentences one claim may be split."""


async def _draft_of(tx: Tx, distillation_id: int) -> Distillation:
    found = await rows.distillation(tx, distillation_id)
    if found is None:
        raise NotFound("article_not_found", article=distillation_id)
    if found.state not in DRAFT:
        raise Conflict("article_closed", state=found.state.value)
    return found


def _shown(home: Distillation, claim_id: int, seen: str) -> Claim:
    """An open claim of the draft, still as it was shown."""
    found = next((claim for claim in home.claims if claim.id == claim_id), None)
    if found is None:
        raise NotFound("claim_not_found", claim=claim_id)
    if found.digest != seen:
        raise Conflict("claim_changed", claim=claim_id)
    if found.state is not ClaimState.OPEN:
        raise Conflict("claim_already_decided", claim=claim_id, state=found.state.value)
    return found


async def approve_supported(
    tx: Tx,
    *,
    distillation_id: int,
    by: int,
    at: datetime,
    seen: Collection[str],
    check: Check,
) -> Distillation:
    """Approve every open claim that was shown and that its source carries; the rest stays open."""
    home = await _draft_of(tx, distillation_id)
    names = await names_of(tx, home.community_id)
    for claim in home.claims:
        if claim.state is not ClaimState.OPEN or claim.digest not in set(seen):
            continue
        shown = await quotable(tx, claim, home)
        fresh = replace(shown, problems=(), supported=True)
        found = check(fresh, await cited_by(tx, shown), names)
        if not found.supported:
            continue
        approved = replace(found, state=ClaimState.APPROVED, reviewer_id=by)
        if not await claim_rows.save_claim(tx, approved, was=claim):
            raise Conflict("claim_changed", claim=claim.id)
        if shown is not claim:
            await claim_rows.set_citations(tx, claim.id, shown.citations)
        verdict = ClaimVerdict(decision=ClaimDecision.APPROVE, seen=claim.digest)
        await reviews.insert_review(tx, review_of(home, approved, verdict, by, at))
    return await _draft_of(tx, distillation_id)


async def merge_claims(
    tx: Tx,
    *,
    claim_id: int,
    other_id: int,
    by: int,
    seen: Sequence[str],
    check: Check,
) -> Distillation:
    """Put the words and sources of another open claim into this one; it stays open.

    The other one is kept, set aside with the reason `merged`: reopening it brings it back.
    """
    found = await rows.distillation_of_claim(tx, claim_id)
    if found is None or claim_id == other_id:
        raise NotFound("claim_not_found", claim=other_id)
    home = await _draft_of(tx, found.id)
    first = _shown(home, claim_id, seen[0])
    second = _shown(home, other_id, seen[-1])
    words = _together(first.text, second.text)
    if len(words) > LONGEST_CLAIM:
        raise Invalid("claim_too_long", characters=len(words), limit=LONGEST_CLAIM)
    both = replace(
        first,
        text=words,
        citations=_distinct((*first.citations, *second.citations)),
        holder_ids=tuple(dict.fromkeys((*first.holder_ids, *second.holder_ids))),
        original_text=first.original_text or first.text,
        problems=(),
        supported=True,
    )
    fresh = check(both, await cited_by(tx, both), await names_of(tx, home.community_id))
    aside = replace(second, state=ClaimState.REJECTED, reviewer_id=by, reason="merged")
    if not await claim_rows.save_claim(tx, fresh, was=first):
        raise Conflict("claim_changed", claim=first.id)
    if not await claim_rows.save_claim(tx, aside, was=second):
        raise Conflict("claim_changed", claim=second.id)
    await claim_rows.set_citations(tx, first.id, fresh.citations)
    return await _draft_of(tx, home.id)


def _together(first: str, second: str) -> str:
    """Two sentences in a row, with a stop between them."""
    if first.endswith(("。", "！", "？", "；")):
        return first + second
    if first.endswith((".", "!", "?", ";")):
        return f"{first} {second}"
    wide = any("\u3400" <= letter <= "\u9fff" for letter in first)
    return f"{first}；{second}" if wide else f"{first}; {second}"


def _distinct(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    return tuple({citation.digest: citation for citation in citations}.values())


async def split_claim(
    tx: Tx,
    *,
    claim_id: int,
    parts: Sequence[str],
    seen: str,
    check: Check,
) -> Distillation:
    """Take an open claim apart; each part keeps the fewest sources that carry it, and is open."""
    found = await rows.distillation_of_claim(tx, claim_id)
    if found is None:
        raise NotFound("claim_not_found", claim=claim_id)
    home = await _draft_of(tx, found.id)
    whole = _shown(home, claim_id, seen)
    sentences = [" ".join(part.split()) for part in parts if part.strip()]
    if not 1 < len(sentences) <= PARTS:
        raise Invalid("claim_parts", count=len(sentences), limit=PARTS)
    sources, names = await cited_by(tx, whole), await names_of(tx, home.community_id)
    original = whole.original_text or whole.text
    apart = [
        _narrowed(
            replace(whole, text=text, original_text=original, problems=(), supported=True),
            lambda claim: check(claim, sources, names),
        )
        for text in sentences
    ]
    if not await claim_rows.save_claim(tx, apart[0], was=whole):
        raise Conflict("claim_changed", claim=whole.id)
    await claim_rows.set_citations(tx, whole.id, apart[0].citations)
    await claim_rows.insert_claims_after(tx, home.id, whole.id, apart[1:])
    return await _draft_of(tx, home.id)


def _narrowed(part: Claim, check: Callable[[Claim], Claim]) -> Claim:
    """The part with the one source that carries it, or with all of them where none does alone."""
    for citation in part.citations:
        alone = check(replace(part, citations=(citation,)))
        if alone.supported:
            return alone
    return check(part)
