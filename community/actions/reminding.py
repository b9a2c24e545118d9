"""Verifiers reminded of what is due: one line to each, once a week at most."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from community.actions.verifying import OPEN
from community.distillation import Distillation
from community.people import Member
from community.store import distillations as rows
from community.store import members
from community.store.engine import Tx
from community.store.verifying import set_reminded
from community.verifying import verifier_of

EVERY = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """Somebody is asked to look at these again; `fallen` are those that were another's."""

    member: Member
    due: tuple[Distillation, ...]
    fallen: tuple[Distillation, ...]


async def remind_verifiers(tx: Tx, *, community_id: int, now: datetime) -> tuple[Reminder, ...]:
    """Say whom to remind of what, and keep that it was done.

    Somebody who was reminded of anything within a week is left alone.
    """
    people = await members.members(tx, community_id)
    open_ones = await rows.distillations_of(tx, community_id, states=OPEN, limit=10_000)
    mine: dict[int, list[Distillation]] = defaultdict(list)
    asked: dict[int, Member] = {}
    fallen: set[int] = set()
    for one in open_ones:
        verifier = verifier_of(one, people)
        if verifier is not None:
            asked[verifier.member.id] = verifier.member
            mine[verifier.member.id].append(one)
            fallen |= {one.id} if verifier.instead_of else set()
    made: list[Reminder] = []
    for member_id, ones in mine.items():
        due = tuple(one for one in ones if one.verify_by and one.verify_by <= now)
        last = max((one.reminded_at for one in ones if one.reminded_at), default=None)
        if not due or (last is not None and now - last < EVERY):
            continue
        await set_reminded(tx, [one.id for one in due], now)
        others = tuple(one for one in due if one.id in fallen)
        made.append(Reminder(member=asked[member_id], due=due, fallen=others))
    return tuple(made)
