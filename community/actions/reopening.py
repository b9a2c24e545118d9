"""Claims that what was said later sets right: open again, out of every answer."""

from collections.abc import Callable, Iterable
from datetime import datetime

from community.actions.distillations import shelve_job
from community.conversation import Message
from community.distillation import Claim, ClaimState
from community.jobs import JobQueue
from community.store import claims as claim_rows
from community.store import distillations as rows
from community.store.engine import Tx

Amend = Callable[[Claim], Claim | None]
"""A claim → the same, open again and with the correction beside it; None where it stands."""


async def reopen_corrected(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    by: Message,
    targets: Iterable[int],
    amend: Amend,
    at: datetime,
) -> tuple[int, ...]:
    """Reopen every claim on a message that `by` set right after the claim was drafted.

    The result are the ids of their articles.

    They leave answers with this transaction, and the correction is cited beside what it corrects,
    so that whoever approves the claim again has seen it. Rejected claims stay rejected.
    """
    touched: dict[int, None] = {}
    for message_id in sorted(targets):
        for claim_id, home_id in await claim_rows.citing(tx, message_id):
            claim = await claim_rows.claim(tx, claim_id)
            home = await rows.distillation(tx, home_id)
            if claim is None or home is None or home.created_at >= by.at:
                continue
            fresh = None if claim.state is ClaimState.REJECTED else amend(claim)
            if fresh is None or not await claim_rows.save_claim(tx, fresh, was=claim):
                continue
            await claim_rows.set_citations(tx, claim_id, fresh.citations)
            touched[home_id] = None
            if home.state in rows.LIVE:
                await queue.put(tx, shelve_job(home, at))
    return tuple(touched)
