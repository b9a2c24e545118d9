"""Keeping what is owed: read off the talk, passed on in time, excused and handed over by people."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from community.duty import WEEK, Duty, away, next_owner, owner_of
from community.errors import Conflict, Invalid, NotFound
from community.jobs import Job
from community.obligation import (
    FIRST_SIGHT,
    DebtKind,
    DebtState,
    Obligation,
    aged,
    first_kept,
    settled,
    without_recalled,
)
from community.people import STAFF, Member
from community.store import duties, members
from community.store import obligations as rows
from community.store.engine import Tx

LONGEST_REASON = 300
PUSHES = frozenset({DebtKind.PUSH_FOLLOW_UP, DebtKind.PUSH_NEXT_DAY})
MAY_OWN = STAFF
"""Who may have a debt or a duty: everybody with a task in the community."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """Who may be given a debt at a moment."""

    roster: Sequence[Duty]
    people: Sequence[Member]
    now: datetime

    def owner(self, debt: Obligation, author_id: int | None) -> int | None:
        """To whom a new debt falls; who is asked by name first, nobody their own question."""
        here = {each.id for each in self.people if each.left_at is None}
        if debt.owner_id in here and debt.owner_id not in away(self.roster, self.now):
            return debt.owner_id
        own = {author_id} if author_id is not None and debt.kind not in PUSHES else set[int]()
        return owner_of(self.roster, self.people, self.now, own)

    def passed_on(self, debt: Obligation) -> Obligation:
        """The debt with the next on duty, once, where its owner let half its time pass again."""
        waits = debt.state is DebtState.OPEN and debt.escalated_at is None and not debt.unsure
        if not waits or debt.escalates_at > self.now:
            return debt
        to = next_owner(self.roster, self.people, self.now, debt.owner_id)
        return replace(debt, owner_id=to or debt.owner_id, escalated_at=self.now)


async def staff_of(tx: Tx, community_id: int, now: datetime) -> Staff:
    """The roster around a moment, and the members it is about."""
    return Staff(
        roster=await duties.duties_in(tx, community_id, since=now, until=now + WEEK),
        people=await members.members(tx, community_id),
        now=now,
    )


def owe_job(zone_id: int, at: datetime) -> Job:
    """Read the debts of a room anew, now that something happened there."""
    return _owe_job(f"owe:{zone_id}", zone_id, at)


def turn_job(zone_id: int, at: datetime) -> Job:
    """Read them anew when time alone changes one; its key is its own, so that news is not lost."""
    return _owe_job(f"owe:{zone_id}:turn", zone_id, at)


def _owe_job(key: str, zone_id: int, at: datetime) -> Job:
    return Job(
        name="owe",
        key=key,
        room=f"owe:{zone_id}",
        due=at,
        payload={"zone": zone_id},
    )


async def reconcile_obligations(
    tx: Tx,
    *,
    community_id: int,
    kept: Collection[Obligation],
    found: Iterable[Obligation],
    authors: Mapping[int, int | None],
    now: datetime,
) -> tuple[Obligation, ...]:
    """Make the rows say what the talk says now; the result is what changed.

    New debts get an owner; what a person excused stays; what stood too long is passed on; open
    debts whose message was recalled are excused. `authors` are those of the messages read.
    """
    staff = await staff_of(tx, community_id, now)
    read = {each.key: each for each in found}
    recalled = await rows.recalled_among(tx, {each.message_id for each in kept})
    changed: list[Obligation] = []
    for before, each in zip(kept, without_recalled(kept, recalled), strict=True):
        said = read.pop(each.key, None)
        known = each.message_id in authors
        after = staff.passed_on(settled(each, said, now) if known else aged(each, now))
        if after != before:
            await rows.update_obligation(tx, after)
            changed.append(after)
    for each in read.values():
        new = first_kept(each, now)
        if new.state is DebtState.OPEN:
            new = replace(new, owner_id=staff.owner(new, authors.get(new.message_id)))
        inserted = await rows.insert_obligation(tx, staff.passed_on(new))
        changed += [] if inserted is None else [inserted]
    return tuple(changed)


async def _open_debt(tx: Tx, obligation_id: int) -> Obligation:
    found = await rows.obligation(tx, obligation_id)
    if found is None:
        raise NotFound("not_found")
    if found.state is not DebtState.OPEN:
        raise Conflict("obligation_closed", state=found.state.value)
    return found


async def excuse_obligation(
    tx: Tx, *, obligation_id: int, by: Member, reason: str, at: datetime
) -> Obligation:
    """Let an open debt go, with a reason that stays on record."""
    words = " ".join(reason.replace("\x00", "").split())
    if not words:
        raise Invalid("excuse_needs_reason")
    if len(words) > LONGEST_REASON:
        raise Invalid("reason_too_long", limit=LONGEST_REASON)
    found = await _open_debt(tx, obligation_id)
    excused = replace(
        found, state=DebtState.EXCUSED, reason=words, closed_at=at, closed_by_id=by.id
    )
    await rows.update_obligation(tx, excused)
    return excused


async def reopen_obligation(tx: Tx, *, obligation_id: int, by: Member, at: datetime) -> Obligation:
    """Open a closed debt again for a day at least; only what is said from now on meets it.

    Who reopens it owns it where nobody did. Undoing one's own excuse gives it back as it was.
    """
    found = await rows.obligation(tx, obligation_id)
    if found is None:
        raise NotFound("not_found")
    if found.state is DebtState.OPEN:
        raise Conflict("obligation_open")
    undone = found.closed_by_id is not None
    opened = replace(
        found,
        state=DebtState.OPEN,
        closed_at=None,
        met_by_id=None,
        met_message_id=None,
        reason=None,
        closed_by_id=None,
        owner_id=found.owner_id or by.id,
        reopened_at=found.reopened_at if undone else at,
        lapses_at=max(found.lapses_at, at + FIRST_SIGHT),
    )
    await rows.update_obligation(tx, opened)
    return opened


async def hand_over_obligation(
    tx: Tx, *, obligation_id: int, to_id: int, at: datetime
) -> Obligation:
    """Give one open debt to somebody else with a task here."""
    found = await _open_debt(tx, obligation_id)
    await heir(tx, found.community_id, to_id, at)
    given = replace(found, owner_id=to_id)
    await rows.update_obligation(tx, given)
    return given


async def hand_over_obligations(
    tx: Tx,
    *,
    community_id: int,
    from_id: int | None,
    to_id: int,
    at: datetime,
    only: Collection[int] | None = None,
) -> tuple[int, ...]:
    """Give the open debts of one person to another in one step; the result is their ids.

    Handing these ids back undoes it; what was closed or passed on since then stays where it is.
    """
    await heir(tx, community_id, to_id, at)
    given: list[int] = []
    for each in await rows.debts_of(tx, community_id, (DebtState.OPEN,)):
        if each.owner_id == from_id and (only is None or each.id in only):
            await rows.update_obligation(tx, replace(each, owner_id=to_id))
            given.append(each.id)
    return tuple(given)


async def heir(tx: Tx, community_id: int, member_id: int, at: datetime) -> Member:
    """Who is to have it: somebody with a task here who has not left."""
    found = await members.member(tx, member_id)
    if found is None or found.community_id != community_id:
        raise NotFound("member_not_found", member=member_id)
    gone = found.left_at is not None and found.left_at <= at
    if gone or found.role not in MAY_OWN:
        raise Invalid("may_not_own", name=found.name)
    return found
