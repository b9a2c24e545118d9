"""What a signed article said before it was changed."""

from dataclasses import replace
from datetime import datetime

from community.distillation import Claim, ClaimState, Distillation, DistillationState
from community.errors import Conflict
from community.store import distillations as rows
from community.store.engine import Tx
from community.store.verifying import carry_trials, set_version


async def keep_version(tx: Tx, one: Distillation, at: datetime) -> Distillation:
    """Archive a signed article as it stands, before a claim of it gets other words.

    The article keeps its id and gets the next number; the copy keeps the old one. What the index
    still holds under the old number answers no more.
    """
    newest = (await rows.versions_of(tx, one.community_id, one.root_id))[0]
    moved = newest.version + 1
    if not await set_version(tx, one.id, was=one.version, version=moved):
        raise Conflict("claim_changed", article=one.id)
    past = tuple(_as_signed(claim) for claim in one.claims)
    old = replace(one, claims=past, state=DistillationState.ARCHIVED, created_at=at)
    await rows.insert_distillation(tx, old)
    return replace(one, version=moved)


async def carry_field_results(tx: Tx, new: Distillation, older: Distillation) -> None:
    """Let the trials of a claim that stands word for word in the new version go with it."""
    before = {claim.digest: claim.id for claim in older.approved}
    for claim in new.approved:
        if claim.digest in before:
            await carry_trials(tx, before[claim.digest], claim.id)


def _as_signed(claim: Claim) -> Claim:
    """The claim as the signature had it; what its source no longer carries stays out of sight."""
    signed = claim.state is ClaimState.OPEN and not claim.problems
    return replace(claim, id=0, state=ClaimState.APPROVED if signed else claim.state)
