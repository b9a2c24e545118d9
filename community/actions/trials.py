"""试了吗: members privately asked, once, whether what they were answered with worked for them."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from community.errors import Invalid, NotFound
from community.people import Member
from community.store import members, questions, trials
from community.store.engine import Tx
from community.trials import TRIED, Trial, TrialOutcome

AFTER = timedelta(days=5)
"""Between an answer and the question whether it was tried."""
UNTIL = timedelta(days=45)
"""An answer older than this is no longer asked about."""
EVERY = timedelta(days=7)
"""Nobody is asked about two claims within a week."""
AGAIN = timedelta(days=14)
"""Who had not tried it yet sees the same question once more after this."""
CONDITION_MOST = 120
HAN = re.compile(r"[\u3400-\u9fff]")
SHORTEST_NAME = 2
"""Characters of a name that is looked for in a condition: one may be any word."""


async def due_trial(tx: Tx, member: Member, *, now: datetime) -> Trial | None:
    """What this member should be asked now; the id is 0 where it was not asked before.

    Never who opted out, left or cannot sign in. Of an answer the first claim is asked about: the
    one that answered best.
    """
    if member.account_id is None or member.left_at is not None or member.opted_out:
        return None
    asked = await trials.trials_of(tx, member.id)
    for each in asked:
        late = each.answered_at is not None and now - each.answered_at >= AGAIN
        twice = each.answered_at is not None and each.answered_at - each.asked_at >= AGAIN
        if each.outcome is TrialOutcome.NOT_YET and late and not twice:
            return each
    waiting = next((each for each in asked if each.outcome is None), None)
    if waiting is not None:
        return waiting
    if asked and now - asked[0].asked_at < EVERY:
        return None
    found = await trials.answered_with(tx, member.id, since=now - UNTIL, until=now - AFTER)
    for question_id, claim_id in found:
        question = await questions.question(tx, question_id)
        cited = question.answer.citations if question else ()
        if not cited or claim_id in cited[0].claim_ids:
            return Trial(
                id=0,
                community_id=member.community_id,
                claim_id=claim_id,
                member_id=member.id,
                asked_at=now,
            )
    return None


async def ask_trial(tx: Tx, due: Trial) -> Trial:
    """Keep that a member is asked, so that it is asked once."""
    return due if due.id else await trials.insert_trial(tx, due)


async def answer_trial(
    tx: Tx,
    *,
    trial_id: int,
    by: Member,
    outcome: TrialOutcome | None,
    condition: str | None,
    at: datetime,
) -> Trial:
    """Keep what a member says; it can be changed, and taken back (None) at any time."""
    found = await trials.trial(tx, trial_id)
    if found is None or found.member_id != by.id:
        raise NotFound("not_found")
    words = " ".join((condition or "").split()) or None
    if words is not None and len(words) > CONDITION_MOST:
        raise Invalid("condition_too_long", most=CONDITION_MOST)
    if words is not None and await _names_somebody(tx, by.community_id, words):
        raise Invalid("condition_names_somebody")
    changed = replace(
        found,
        outcome=outcome,
        condition=words if outcome in TRIED else None,
        answered_at=None if outcome is None else at,
    )
    await trials.update_trial(tx, changed)
    return changed


async def _names_somebody(tx: Tx, community_id: int, words: str) -> bool:
    """Whether a condition that all will read has a member's name in it."""
    said = words.casefold()
    for member in await members.members(tx, community_id):
        for name in (member.name, *member.aliases):
            if len(name) >= SHORTEST_NAME and re.search(_whole(name.casefold()), said):
                return True
    return False


def _whole(name: str) -> str:
    """A name as a whole word where its script has words."""
    bare = re.escape(name)
    return bare if HAN.search(name) else rf"(?<!\w){bare}(?!\w)"
