"""Taps: one private question at joining and once a month; not now and never again are answers."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from community.actions.pains import SHOWN
from community.errors import Invalid, NotFound
from community.pains import Tap
from community.people import PLAIN, Member
from community.store import pains as rows
from community.store.engine import Tx

EVERY = timedelta(days=30)
SOON = timedelta(minutes=10)
"""After this an answer in own words is read together with what the talk tells."""
TEXT_MOST = 300
Choice = Literal["answer", "not_now", "never", "reopen"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TapAnswer:
    """What a member does with the question: names a problem, writes one, or leaves it."""

    choice: Choice
    pain_id: int | None = None
    text: str | None = None
    may_quote: bool = False


async def due_tap(tx: Tx, member: Member, *, now: datetime) -> Tap | None:
    """The question this member should see now; its id is 0 where it was not asked before.

    Only who can sign in is asked, so nobody of an imported list is; never who opted out, nor who
    declined for good.
    """
    reachable = member.account_id is not None and member.left_at is None and not member.opted_out
    if not reachable or member.role not in PLAIN:
        return None
    asked = await rows.taps_of(tx, member.id)
    if any(each.for_good for each in asked):
        return None
    if asked and now - asked[0].asked_at < EVERY:
        return asked[0] if asked[0].waits else None
    return Tap(id=0, community_id=member.community_id, member_id=member.id, asked_at=now)


async def ask_tap(tx: Tx, due: Tap) -> Tap:
    """Keep that a member is asked."""
    return due if due.id else await rows.insert_tap(tx, due)


async def answer_tap(tx: Tx, *, tap_id: int, by: Member, answer: TapAnswer, at: datetime) -> Tap:
    """Keep what a member answers; an answer can be changed or taken back at any time."""
    found = await rows.tap(tx, tap_id)
    if found is None or found.member_id != by.id:
        raise NotFound("not_found")
    changed = replace(
        found, answered_at=None, declined_at=None, for_good=False, pain_id=None, text=None,
        may_quote=False,
    )  # fmt: skip
    if answer.choice == "answer":
        changed = await _answered(tx, changed, answer, at)
    if answer.choice in {"not_now", "never"}:
        changed = replace(changed, declined_at=at, for_good=answer.choice == "never")
    await _count(tx, found, changed)
    await rows.update_tap(tx, changed)
    return changed


async def _answered(tx: Tx, tap: Tap, answer: TapAnswer, at: datetime) -> Tap:
    text = " ".join((answer.text or "").split())
    if len(text) > TEXT_MOST:
        raise Invalid("tap_too_long", most=TEXT_MOST)
    if answer.pain_id is not None:
        named = await rows.pain(tx, answer.pain_id)
        if named is None or named.community_id != tap.community_id or named.state not in SHOWN:
            raise Invalid("tap_names_nothing")
    elif not text:
        raise Invalid("tap_needs_answer")
    return replace(
        tap,
        answered_at=at,
        pain_id=answer.pain_id,
        text=text or None,
        may_quote=bool(text) and answer.may_quote,
    )


async def _count(tx: Tx, before: Tap, after: Tap) -> None:
    """Take a tap from the problem it named and give it to the one it names now."""
    for pain_id, names in ((before.pain_id, False), (after.pain_id, True)):
        found = await rows.pain(tx, pain_id) if pain_id is not None else None
        if found is None:
            continue
        ids = tuple(each for each in found.tap_ids if each != before.id)
        people = tuple(each for each in found.people_ids if each != before.member_id or names)
        if names:
            ids = (*ids, before.id)
            people = tuple(dict.fromkeys((*people, before.member_id)))
        await rows.update_pain(tx, replace(found, tap_ids=ids, people_ids=people))
