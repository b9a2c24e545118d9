"""What waits for one expert, and a few claims of it to carry on a phone."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from community.actions.distillations import DRAFT, require_second_person
from community.distillation import Claim, ClaimState, Distillation
from community.errors import Invalid, NotAllowed, NotFound
from community.ordering import most_valuable_first
from community.people import SIGNERS, Member
from community.reviewing import HandOver, ReviewPass
from community.store import beside, members, passes, reactions
from community.store import distillations as rows
from community.store.engine import Tx
from community.verifying import verifier_of

AT_ONCE = 5
"""Claims in one pass: a few minutes on the way somewhere."""
PASS_LIFE = timedelta(days=3)


def on_desk(
    drafts: Sequence[Distillation],
    handed: Mapping[int, HandOver],
    member_id: int,
    own: Collection[int] = (),
) -> tuple[Distillation, ...]:
    """Drafts in the order of one expert: handed to them, then to nobody, then to somebody else.

    `own` are signed articles with a claim open again that they verify: as good as handed to them.
    """

    def rank(one: Distillation) -> int:
        given = handed.get(one.id)
        if given is None:
            return 0 if one.id in own else 1
        return 0 if given.to_id == member_id else 2

    return tuple(sorted(drafts, key=rank))


async def desk_of(
    tx: Tx, community_id: int, member_id: int, now: datetime
) -> tuple[tuple[Distillation, ...], dict[int, HandOver]]:
    """What waits for an expert, the most urgent first, and with whom each of them lies."""
    found = list(await rows.distillations_of(tx, community_id, states=DRAFT))
    people = await members.members(tx, community_id)
    own: set[int] = set()
    for article_id in await beside.reopened_in(tx, community_id):
        reopened = await rows.distillation(tx, article_id)
        if reopened is None:
            continue
        found.append(reopened)
        asked = verifier_of(reopened, people)
        own |= {article_id} if asked is not None and asked.member.id == member_id else set()
    cited = {c.message_id for one in found for claim in one.claims for c in claim.citations}
    given = Counter(one.message_id for one in await reactions.reactions_of(tx, cited))
    handed = await beside.open_hand_overs(tx, [each.id for each in found])
    return on_desk(most_valuable_first(found, given, now), handed, member_id, own), handed


def carried(drafts: Sequence[Distillation], limit: int = AT_ONCE) -> tuple[Claim, ...]:
    """The first open claims, article after article, so that one is finished before the next."""
    open_ones = [claim for one in drafts for claim in one.claims if claim.state is ClaimState.OPEN]
    return tuple(open_ones[:limit])


async def issue_pass(
    tx: Tx,
    *,
    member: Member,
    digest: str,
    at: datetime,
    distillation_id: int | None = None,
    expires_at: datetime | None = None,
) -> ReviewPass:
    """Put the first open claims of an expert, or of one article, behind a link of a few days."""
    if member.role not in SIGNERS or member.left_at is not None:
        raise NotAllowed("pass_not_a_signer")
    drafts, handed = await desk_of(tx, member.community_id, member.id, at)
    drafts = tuple(
        one
        for one in drafts
        if distillation_id in (None, one.id)
        and (distillation_id or handed.get(one.id) is None or handed[one.id].to_id == member.id)
    )
    claims = carried(drafts)
    if not claims:
        raise Invalid("pass_nothing_open")
    new = ReviewPass(
        id=0,
        community_id=member.community_id,
        member_id=member.id,
        digest=digest,
        claim_ids=tuple(claim.id for claim in claims),
        created_at=at,
        expires_at=expires_at or at + PASS_LIFE,
    )
    return await passes.insert_pass(tx, new)


async def enter_pass(tx: Tx, digest: str, at: datetime) -> tuple[ReviewPass, Member]:
    """The pass behind a link and in whose name it decides; why it is over, where it is."""
    found = await passes.pass_of(tx, digest)
    if found is None:
        raise NotFound("pass_unknown")
    if found.finished_at is not None:
        raise Invalid("pass_finished")
    if at >= found.expires_at:
        raise Invalid("pass_expired")
    member = await members.member(tx, found.member_id)
    if member is None or member.left_at is not None or member.role not in SIGNERS:
        raise NotAllowed("pass_not_a_signer")
    return found, member


async def finish_pass(tx: Tx, found: ReviewPass, at: datetime) -> None:
    """Use a pass up: its link opens nothing any more."""
    if not await passes.set_finished(tx, found.id, at):
        raise Invalid("pass_finished")


async def articles_of(tx: Tx, claim_ids: Collection[int]) -> tuple[Distillation, ...]:
    """The articles these claims belong to, each once, in the order of the claims."""
    found: dict[int, Distillation] = {}
    for claim_id in claim_ids:
        home = await rows.distillation_of_claim(tx, claim_id)
        if home is not None:
            found.setdefault(home.id, home)
    return tuple(found.values())


async def bars_signing(tx: Tx, one: Distillation, member_id: int) -> str | None:
    """Why this member may not sign an article that is decided; None where they may."""
    if one.state not in DRAFT:
        return "article_closed"
    if any(claim.state is ClaimState.OPEN for claim in one.claims):
        return "claims_undecided"
    if not one.approved:
        return "nothing_approved"
    try:
        await require_second_person(tx, one, member_id)
    except NotAllowed as refused:
        return refused.code
    return None
