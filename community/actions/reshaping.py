"""Claims put together, taken apart or approved at once: what makes a review short."""

from collections.abc import Callable, Collection, Mapping, Sequence
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
from community.store import members, reviews
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
    speakers = await _speakers(tx, home.community_id)
    words = _together(attributed(first, speakers), attributed(second, speakers))
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


async def unmerged(tx: Tx, home: Distillation, other_id: int, check: Check) -> Distillation:
    """The draft with a merge taken back, once the claim it set aside was reopened.

    The claim that took its words gets back its own words, sources and holders; where it was
    decided on or edited since, it stays as it is.
    """
    second = next((claim for claim in home.claims if claim.id == other_id), None)
    both = next((one for one in home.claims if second is not None and _holds(one, second)), None)
    if second is None or both is None or home.state not in DRAFT:
        return home
    left = tuple(one for one in both.citations if one not in second.citations)
    alone = replace(both, text=both.original_text or both.text, citations=left)
    sources = await cited_by(tx, alone)
    said = {message.author_id for message in sources.values()}
    holders = tuple(one for one in both.holder_ids if one in said or one not in second.holder_ids)
    first = replace(alone, holder_ids=holders, problems=(), supported=True)
    fresh = check(first, sources, await names_of(tx, home.community_id))
    if not await claim_rows.save_claim(tx, fresh, was=both):
        raise Conflict("claim_changed", claim=both.id)
    await claim_rows.set_citations(tx, both.id, left)
    return await _draft_of(tx, home.id)


def _holds(both: Claim, second: Claim) -> bool:
    """Whether a claim is still the two: its own words, then those of the other."""
    bare = second.text.rpartition(" → ")[2]
    return (
        both.id != second.id
        and both.state is ClaimState.OPEN
        and both.original_text is not None
        and both.text.endswith(bare)
        and set(second.citations) < set(both.citations)
    )


async def _speakers(tx: Tx, community_id: int) -> dict[int, str]:
    """What those who may be named are called."""
    everyone = await members.members(tx, community_id)
    return {one.id: one.name for one in everyone if not one.opted_out}


def attributed(claim: Claim, speakers: Mapping[int, str]) -> str:
    """The words after who said them, the question before them gone: nobody speaks for another."""
    text = claim.text.rpartition(" → ")[2] if claim.text.count(" → ") == 1 else claim.text
    known = [speakers[one] for one in claim.holder_ids if one in speakers]
    if not known or claim.own_words or text.startswith(tuple(speakers.values())):
        return text
    wide = any("\u3400" <= letter <= "\u9fff" for letter in text)
    return f"{known[0]}：{text}" if wide else f"{known[0]}: {text}"


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
