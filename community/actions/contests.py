"""A member contests what is read of them, and takes it back; drafts that rest on it are let go."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from community.actions.distillations import Check
from community.actions.members import set_opt_out
from community.actions.seeds import withdraw_seeds
from community.actions.unquoting import follow_author, forget_open_questions
from community.consequence import REMOVES
from community.contest import HELP, About, Contest
from community.credit import Withheld
from community.delivery import DeliveryState
from community.distillation import Distillation
from community.errors import Conflict, Invalid, NotFound
from community.jobs import JobQueue
from community.people import Member
from community.store import claims, contests, distillations, messages, outbox, suggestions
from community.store.engine import Tx
from community.suggestion import Lane, Suggestion, SuggestionState

LONGEST = 500
"""Characters of a contest: a sentence or a few."""
OPEN = (SuggestionState.OFFERED, SuggestionState.SNOOZED)
MANY = 1000
ORDERLY = frozenset({REMOVES, "flood"})
"""Moves in the lane of safety for their haste alone: nobody is in danger where they are let go."""


async def contest_reading(
    tx: Tx, *, member: Member, about: About, text: str, at: datetime
) -> tuple[Contest, tuple[Suggestion, ...]]:
    """Say that a reading is wrong: it is used by nothing from now on until this is withdrawn.

    Open drafts to the member that were worded by it are let go and returned, and no kept reason
    names it any more.
    """
    clean = text.strip()
    if not clean:
        raise Invalid("contest_empty")
    if len(clean) > LONGEST:
        raise Invalid("contest_too_long", limit=LONGEST)
    if any(each.about is about for each in await _open_ones(tx, member)):
        raise Conflict("contested_already")
    kept = await contests.insert_contest(
        tx,
        Contest(
            id=0,
            community_id=member.community_id,
            member_id=member.id,
            about=about,
            text=clean,
            at=at,
        ),
    )
    if about is not About.BARRIER:
        return kept, ()
    gone = await _let_go(tx, member, lambda each: _was_helped(each, member))
    await _forget_help(tx, member)
    return kept, gone


def _was_helped(draft: Suggestion, member: Member) -> bool:
    return draft.to_id == member.id and HELP in draft.why.facts


async def withdraw_contest(tx: Tx, *, contest_id: int, by: Member, at: datetime) -> Contest:
    """Take one's own contest back; nobody else can."""
    found = await contests.contest(tx, contest_id)
    if found is None or found.member_id != by.id:
        raise NotFound("not_found")
    if not await contests.set_withdrawn(tx, contest_id, at):
        raise Conflict("contest_withdrawn_already")
    return replace(found, withdrawn_at=at)


async def set_own_opt_out(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    member: Member,
    opted_out: bool,
    at: datetime,
    check: Check,
) -> tuple[tuple[Suggestion, ...], tuple[Distillation, ...]]:
    """Respect at once that somebody is not to be named, quoted or addressed, or lift it.

    Open drafts that are for them, answer their words, name or quote them are let go and returned,
    and accepted texts of that kind are not posted. What is about somebody's safety stays. Claims on
    their words follow (`follow_author`); the articles that changed come with it.
    """
    await set_opt_out(tx, member_id=member.id, opted_out=opted_out)
    cited = await claims.homes_citing_author(tx, member.id)
    found = [await distillations.distillation(tx, id_) for id_ in cited]
    homes = [home for home in found if home is not None]
    changed = await follow_author(tx, queue, member_id=member.id, homes=homes, at=at, check=check)
    return (await _leave_alone(tx, member, at) if opted_out else ()), changed


async def _leave_alone(tx: Tx, member: Member, at: datetime) -> tuple[Suggestion, ...]:
    await withdraw_seeds(tx, member, at)
    await forget_open_questions(tx, member)
    theirs = await _said_by(tx, member)
    hers = Withheld(members=(member,), theirs=await messages.texts_by(tx, member.id))
    gone = await _let_go(tx, member, lambda each: _touches(each, hers, theirs))
    await _hold_back(tx, member, hers, at)
    return gone


def _touches(draft: Suggestion, hers: Withheld, theirs: frozenset[int]) -> bool:
    if draft.lane is Lane.SAFETY and draft.move not in ORDERLY:
        return False
    meant = any(each.id in (draft.to_id, draft.speaker_id) for each in hers.members)
    if meant or theirs & set(draft.anchor_ids):
        return True
    return any(hers.hides(text) for text in (draft.text, *(one.text for one in draft.sound)))


async def _hold_back(tx: Tx, member: Member, hers: Withheld, at: datetime) -> None:
    """Take back what was accepted and is not posted yet, where it is to, names or quotes them."""
    for each in await outbox.waiting_in(tx, member.community_id):
        meant = each.suggestion_id is not None and each.author_id != member.id
        if meant and (each.to_id == member.id or hers.hides(each.text)):
            still, back = DeliveryState.PENDING, DeliveryState.TAKEN_BACK
            await outbox.move_delivery(tx, each.id, was=still, to=back, at=at)


async def _open_ones(tx: Tx, member: Member) -> tuple[Contest, ...]:
    found = await contests.contests_of(tx, member.id)
    return tuple(each for each in found if each.withdrawn_at is None)


async def _drafts(tx: Tx, member: Member) -> tuple[Suggestion, ...]:
    return tuple(
        [
            draft
            for state in OPEN
            for draft in await suggestions.suggestions_in(
                tx, member.community_id, state, limit=MANY
            )
        ]
    )


async def _said_by(tx: Tx, member: Member) -> frozenset[int]:
    """The messages of this member among those that open drafts answer."""
    ids = {anchor for draft in await _drafts(tx, member) for anchor in draft.anchor_ids}
    known = await messages.messages_by_id(tx, tuple(sorted(ids)))
    return frozenset(said.id for said in known.values() if said.author_id == member.id)


async def _forget_help(tx: Tx, member: Member) -> None:
    """Take the kind of help out of every kept reason of a draft to this member."""
    for draft in await suggestions.suggestions_to(tx, member.id):
        if HELP in draft.why.facts:
            facts = {name: fact for name, fact in draft.why.facts.items() if name != HELP}
            await suggestions.set_why(tx, draft.id, replace(draft.why, facts=facts))


async def _let_go(
    tx: Tx, member: Member, touches: Callable[[Suggestion], bool]
) -> tuple[Suggestion, ...]:
    """Expire the open drafts of which this holds."""
    gone = [draft for draft in await _drafts(tx, member) if touches(draft)]
    for draft in gone:
        await suggestions.set_state(tx, draft.id, was=draft.state, to=SuggestionState.EXPIRED)
    return tuple(gone)
