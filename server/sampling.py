"""Making the sample communities ready: loaded, looked at, distilled, one article signed in each."""

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

from agent.distilling.support import checked
from community.actions.articles import sign_article
from community.actions.distillations import DRAFT, ClaimDecision, ClaimVerdict, review_claim
from community.actions.members import token_digest
from community.distillation import Claim, Distillation
from community.ordering import most_valuable_first
from community.people import Community, Member, Role
from community.store import members, reactions
from community.store.distillations import distillation, distillations_of, live_distillations
from community.store.jobs import Yielding, count_jobs
from connectors.samples import load_samples, sample_accounts
from server.auth import new_token, sign_in_address
from server.deps import Deps
from server.jobqueue.embedded import EmbeddedQueue, Pace
from server.working import do_job

Told = Callable[[str], None]
"""Is told the code of each step that begins."""
MARK = {"zh": "（示例）", "en": " (sample)"}
ABREAST = 4
"""Jobs at a time: while one embeds, another reads."""
FEWEST = 2
"""Supported claims an article needs to be worth signing."""


async def is_ready(deps: Deps) -> bool:
    """Whether the samples were made ready before."""
    async with deps.store.read() as tx:
        return bool(await sample_accounts(tx)) and not await count_jobs(tx, "history", "distil")


async def make_ready(deps: Deps, told: Told) -> None:
    """Load the samples, take the first looks, distil, and sign one article in each."""
    told("samples")
    loaded = await load_samples(deps.store, deps.clock(), deps.queue)
    told("engines")
    thinking = await deps.thinking()
    told("looks")
    await asyncio.gather(_work_off(deps), thinking.library.catch_up())
    told("signing")
    for home in loaded:
        await sign_one(deps, home)
    await _work_off(deps)
    told("index")
    await thinking.library.catch_up()


async def _work_off(deps: Deps) -> None:
    """Do all that is due: nobody waits in a room yet, so that distilling need not stand back."""
    queue = EmbeddedQueue(deps.store, deps.clock, Pace(yielding=Yielding()))
    await queue.work_off(lambda claim: do_job(deps, claim), abreast=ABREAST)


async def sign_one(deps: Deps, home: Community) -> None:
    """Let the sample's expert sign the most worthwhile draft, where nothing is signed yet."""
    async with deps.store.read() as tx:
        if await live_distillations(tx, home.id):
            return
        drafts = await distillations_of(tx, home.id, states=DRAFT)
        people = await members.members(tx, home.id)
        cited = {c.message_id for one in drafts for claim in one.claims for c in claim.citations}
        given = Counter(one.message_id for one in await reactions.reactions_of(tx, cited))
    expert = next((one for one in people if one.role is Role.EXPERT), None)
    ordered = most_valuable_first(drafts, given, deps.clock())
    best = next((each for each in ordered if _supported(each) >= FEWEST), None)
    if expert is not None and best is not None:
        await sign(deps, best, expert, MARK[home.language])


def _supported(draft: Distillation) -> int:
    return sum(claim.supported for claim in draft.claims)


async def sign(deps: Deps, draft: Distillation, expert: Member, mark: str = "") -> None:
    """Let an expert approve what is supported, reject the rest, and sign."""
    async with deps.changing() as change:
        for claim in draft.claims:
            await review_claim(
                change.tx,
                deps.queue,
                claim_id=claim.id,
                by=expert.id,
                verdict=_verdict(claim),
                at=deps.clock(),
                check=checked,
            )
        decided = await distillation(change.tx, draft.id)
        assert decided is not None
        await sign_article(
            change.tx,
            deps.queue,
            distillation_id=draft.id,
            by=expert.id,
            at=deps.clock(),
            seen=[claim.digest for claim in decided.approved],
            title=f"{draft.title}{mark}",
        )


def _verdict(claim: Claim) -> ClaimVerdict:
    decision = ClaimDecision.APPROVE if claim.supported else ClaimDecision.REJECT
    return ClaimVerdict(decision=decision, seen=claim.digest)


async def sign_in_links(deps: Deps) -> dict[Role, str]:
    """A fresh one-time link for each of the four people of the samples."""
    now = deps.clock()
    expires = now + timedelta(hours=deps.settings.link_hours)
    made: dict[Role, str] = {}
    async with deps.store.write() as tx:
        for role, account in (await sample_accounts(tx)).items():
            token = new_token()
            await members.insert_signin_link(tx, token_digest(token), account.id, now, expires)
            made[role] = sign_in_address(deps.settings, token)
    return made
