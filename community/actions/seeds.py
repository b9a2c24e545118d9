"""Tasks to begin a talk: arranged from a draft, answered in one tap, ended by what was said."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from community.actions.messages import look_job_in
from community.actions.posting import UNDO_WINDOW
from community.agreement import Agreed, Consent, ConsentKind
from community.conversation import Message
from community.delivery import DeliveryState
from community.duty import away
from community.errors import Conflict, NotFound
from community.jobs import JobQueue
from community.people import Member, Purpose, Zone
from community.review import DismissReason
from community.seed import AFTER, BEFORE, OPEN, Seed, SeedState
from community.store import communities, consents, duties, outbox, suggestions
from community.store import seeds as rows
from community.store.engine import Tx
from community.suggestion import Suggestion, SuggestionState

SEED = "seed_post"
"""The move whose draft asks a volunteer."""
Answer = Literal["take", "next_time", "reopen"]
"""Yes, somebody else this time, or neither after all."""
_TO = {"take": SeedState.TAKEN, "next_time": SeedState.DECLINED}
ANSWERED = frozenset({SeedState.TAKEN, SeedState.DECLINED})
REMEMBERED = timedelta(days=180)
"""So far back it counts who was asked when."""
MOMENT = timedelta(seconds=1)
SOON = UNDO_WINDOW + timedelta(seconds=2)
"""The next volunteer is drafted when a "next time" can no longer be taken back."""
CLOSING = frozenset({DismissReason.ALREADY_DONE, DismissReason.TOO_MANY})
"""Why a host turned a draft down: of these nobody else is asked for the topic."""
NEXT_TIME = re.compile(r"(?:下次|下回)(?:吧|再说|再来)?|(?:maybe )?next time", re.IGNORECASE)
"""The words by which a volunteer lets somebody else begin."""


async def arrange_seed(tx: Tx, draft: Suggestion) -> Seed | None:
    """Keep who is asked to begin which topic when; None where the draft asks for nothing of it."""
    for_at = draft.why.facts.get("on")
    if draft.move != SEED or draft.to_id is None or not isinstance(for_at, str):
        return None
    return await rows.insert_seed(
        tx,
        Seed(
            id=0,
            community_id=draft.community_id,
            zone_id=draft.zone_id,
            member_id=draft.to_id,
            topic=str(draft.why.facts.get("topic", "")),
            brief=draft.text,
            for_at=datetime.fromisoformat(for_at),
            asked_at=draft.created_at,
            suggestion_id=draft.id,
        ),
    )


async def tasks_of(tx: Tx, member: Member, now: datetime) -> tuple[tuple[Seed, str], ...]:
    """The tasks a volunteer sees now, each in the words in which a host accepted it."""
    if member.opted_out:
        return ()
    found = [each for each in await rows.seeds_of(tx, member.id) if each.shows(now)]
    drafts = [each.suggestion_id for each in found if each.suggestion_id is not None]
    sent = await outbox.deliveries_of(tx, drafts)
    return tuple(
        (each, at.text if (at := sent.get(each.suggestion_id or 0)) else each.brief)
        for each in found
    )


async def answer_seed(
    tx: Tx, queue: JobQueue[Tx], *, seed_id: int, by: Member, answer: Answer, at: datetime
) -> Seed:
    """Take a task, leave it to somebody else, or take either answer back while there is time."""
    found = await rows.seed(tx, seed_id)
    if found is None or found.member_id != by.id or not found.is_known:
        raise NotFound("not_found")
    if answer == "reopen":
        late = found.answered_at is None or at > found.answered_at + UNDO_WINDOW
        was, to, answered_at = ANSWERED, SeedState.ASKED, None
        if late:
            raise Conflict("too_late_to_undo")
    else:
        was, to, answered_at = OPEN, _TO[answer], at
    if not await rows.move_seed(tx, found.id, was=was, to=to, answered_at=answered_at):
        raise Conflict("seed_over")
    if to is SeedState.DECLINED:
        await queue.put(tx, look_job_in(found.zone_id, at, SOON))
    return await rows.seed(tx, found.id) or found


async def pass_over(
    tx: Tx, queue: JobQueue[Tx], draft: Suggestion, *, reason: str | None, at: datetime
) -> None:
    """Somebody else is asked where a host turned a draft down; some reasons leave the topic alone.

    The room is looked at once the host can no longer take it back.
    """
    if draft.move != SEED or reason in CLOSING:
        return
    found = await rows.seed_of_draft(tx, draft.id)
    if found is not None and await rows.move_seed(
        tx, found.id, was={SeedState.ASKED}, to=SeedState.ASKED, answered_at=at
    ):
        await queue.put(tx, look_job_in(found.zone_id, at, SOON))


async def ask_after_all(tx: Tx, draft: Suggestion) -> None:
    """The host took it back: the draft stands as before."""
    found = await rows.seed_of_draft(tx, draft.id) if draft.move == SEED else None
    if found is not None:
        was = {SeedState.ASKED}
        await rows.move_seed(tx, found.id, was=was, to=SeedState.ASKED, answered_at=None)


async def settle_seeds(
    tx: Tx, zone_id: int, said: Sequence[Message], now: datetime
) -> tuple[Seed, ...]:
    """End the tasks of a zone that were done, left or overtaken by time; those that ended."""
    ended: list[Seed] = []
    for each in await rows.open_seeds_in(tx, zone_id):
        outcome = settled(each, said, now)
        if outcome is not None and await rows.move_seed(
            tx, each.id, was=OPEN, to=outcome[0], answered_at=now, message_id=outcome[1]
        ):
            ended.append(replace(each, state=outcome[0]))
    return tuple(ended)


def settled(
    seed: Seed, said: Iterable[Message], now: datetime
) -> tuple[SeedState, int | None] | None:
    """What became of an open task by what was said in its zone, and the message that tells it.

    None while it goes on. Only the volunteer's own public words count.
    """
    if seed.state not in OPEN:
        return None
    if seed.is_known:
        for message in said:
            if message.author_id != seed.member_id or message.to_id or message.recalled_at:
                continue
            if message.at > seed.asked_at and NEXT_TIME.fullmatch(message.text.strip(" 。.!！~")):
                return SeedState.DECLINED, message.id
            if seed.for_at - BEFORE <= message.at < seed.for_at + AFTER:
                return SeedState.DONE, message.id
    over = seed.for_at + AFTER if seed.is_known else seed.for_at
    return (SeedState.LAPSED, None) if now >= over else None


async def withdraw_seeds(tx: Tx, member: Member, at: datetime) -> tuple[Seed, ...]:
    """End every open task of a member who no longer agrees, and what was on its way to them."""
    found = [each for each in await rows.seeds_of(tx, member.id) if each.state in OPEN]
    for each in found:
        await rows.move_seed(tx, each.id, was=OPEN, to=SeedState.WITHDRAWN, answered_at=at)
        if each.suggestion_id is not None:
            await _let_go(tx, each.suggestion_id, at)
    return tuple(found)


async def _let_go(tx: Tx, suggestion_id: int, at: datetime) -> None:
    for state in (SuggestionState.OFFERED, SuggestionState.SNOOZED):
        await suggestions.set_state(tx, suggestion_id, was=state, to=SuggestionState.EXPIRED)
    sent = (await outbox.deliveries_of(tx, [suggestion_id])).get(suggestion_id)
    if sent is not None:
        still, back = DeliveryState.PENDING, DeliveryState.TAKEN_BACK
        await outbox.move_delivery(tx, sent.id, was=still, to=back, at=at)


async def agreed_in(tx: Tx, community_id: int, now: datetime) -> Agreed:
    """What a look may know of who agreed to what, and where warm words go."""
    volunteers = await consents.active_consents(tx, community_id, ConsentKind.SEED)
    days = await consents.active_consents(tx, community_id, ConsentKind.MILESTONE)
    zones = await communities.zones(tx, community_id)
    roster = await duties.duties_in(tx, community_id, since=now, until=now + MOMENT)
    return Agreed(
        volunteer_ids=tuple(each.member_id for each in volunteers),
        birthdays={each.member_id: _birthday(each) for each in days},
        away_ids=away(roster, now),
        seeds=await rows.seeds_since(tx, community_id, now - REMEMBERED),
        warm_zone_id=_warm(zones),
        social=next((each.name for each in zones if each.purpose is Purpose.SOCIAL), ""),
    )


def _birthday(given: Consent) -> str | None:
    found = given.value.get("birthday")
    return found if isinstance(found, str) else None


def _warm(zones: Sequence[Zone]) -> int | None:
    """The first zone for being together, else the first for work; None where there is neither."""
    for purpose in (Purpose.SOCIAL, Purpose.WORK):
        for zone in zones:
            if zone.purpose is purpose and not zone.muted:
                return zone.id
    return None
