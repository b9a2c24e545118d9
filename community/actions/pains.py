"""Pain points: found again each day under the id they have, decided on by people."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from community.errors import Conflict, Invalid, NotFound
from community.jobs import Job, JobQueue
from community.pains import Pain, PainState, Tap
from community.people import Member
from community.store import pains as rows
from community.store.engine import Tx
from community.store.jobs import is_waiting
from community.store.members import member
from community.store.messages import messages_by_id

Decision = Literal["pin", "unpin", "dismiss", "reopen", "merge", "reword"]
SAME = 0.5
"""Share of the smaller of two sets of tellings that makes both one problem."""
TOLD_ANEW = 2
"""New tellings after which a dismissed problem is shown again."""
KEPT = timedelta(days=28)
"""How long a problem nobody tells any more is remembered."""
FIRST = timedelta(hours=1)
"""Until a community that was never read is read."""
WORDS_MOST = 300
SHOWN = (PainState.OPEN, PainState.PINNED)
_BEFORE: dict[Decision, tuple[PainState, ...]] = {
    "pin": (PainState.OPEN,),
    "unpin": (PainState.PINNED,),
    "dismiss": SHOWN,
    "merge": SHOWN,
    "reopen": (PainState.DISMISSED, PainState.MERGED),
    "reword": SHOWN,
}
_AFTER: dict[Decision, PainState] = {
    "pin": PainState.PINNED,
    "unpin": PainState.OPEN,
    "dismiss": PainState.DISMISSED,
    "merge": PainState.MERGED,
    "reopen": PainState.OPEN,
}


def pains_job(community_id: int, due: datetime) -> Job:
    """The next reading of a community's troubles; the latest put counts."""
    key = f"pains:{community_id}"
    return Job(name="pains", key=key, room=key, due=due, payload={"community": community_id})


async def plan_pains(tx: Tx, queue: JobQueue[Tx], community_id: int, now: datetime) -> None:
    """See to it that a community's troubles are read; what is planned stays as it is."""
    job = pains_job(community_id, now + FIRST)
    if not await is_waiting(tx, job.key):
        await queue.put(tx, job)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a person says about a pain point; `into` for a merge, `words` for own words."""

    decision: Decision
    into: int | None = None
    words: str | None = None


async def refresh_pains(
    tx: Tx,
    community_id: int,
    found: Sequence[Pain],
    *,
    now: datetime,
    silent: frozenset[int] = frozenset(),
) -> tuple[int, ...]:
    """Bring what is kept up to what was found; the ids of those that changed.

    A problem keeps its id while half of its tellings are the same. What a person decided stays
    decided: a dismissed one comes back only when it was told twice anew since.
    """
    known = {one.id: one for one in await rows.pains_in(tx, community_id)}
    taps = await rows.answered_taps(tx, community_id, since=now - KEPT)
    free, changed = dict(known), list[int]()
    for new in found:
        old = _same(new, list(free.values()))
        if old is None:
            changed.append((await rows.insert_pain(tx, new)).id)
            continue
        del free[old.id]
        named = [tap for tap in taps if tap.pain_id == old.id]
        merged = _named(_carried(old, new), named, silent)
        if merged != old:
            await rows.update_pain(tx, merged)
            changed.append(old.id)
    heads = {one.merged_into_id for one in known.values()} | {tap.pain_id for tap in taps}
    gone = [one.id for one in free.values() if _is_over(one, now) and one.id not in heads]
    if gone:
        await rows.delete_pains(tx, gone)
    return (*changed, *gone)


def _tellings(pain: Pain) -> frozenset[tuple[str, int]]:
    messages = (("message", each) for each in pain.message_ids)
    return frozenset((*messages, *(("tap", each) for each in pain.tap_ids)))


def _same(new: Pain, known: Sequence[Pain]) -> Pain | None:
    """The kept problem with the most of the same tellings, where it is half of the smaller."""

    def share(one: Pain) -> float:
        least = min(len(_tellings(one)), len(_tellings(new)))
        return len(_tellings(one) & _tellings(new)) / least if least else 0.0

    best = max(known, key=lambda one: (share(one), -one.id), default=None)
    return best if best is not None and share(best) >= SAME else None


def _carried(old: Pain, new: Pain) -> Pain:
    """The kept problem as it is told now, with what people decided on it."""
    state = old.state
    if state is PainState.DISMISSED:
        if len(_tellings(new) - _tellings(old)) < TOLD_ANEW:
            return old
        state = PainState.OPEN
    return replace(
        new,
        id=old.id,
        state=state,
        own_words=old.own_words,
        merged_into_id=old.merged_into_id,
        decided_by_id=old.decided_by_id,
        decided_at=old.decided_at,
        first_at=min(old.first_at, new.first_at),
    )


def _named(pain: Pain, taps: Sequence[Tap], silent: frozenset[int]) -> Pain:
    """The problem with those who named it in a tap."""
    people = tuple(dict.fromkeys((*pain.people_ids, *(tap.member_id for tap in taps))))
    touched = {tap.member_id for tap in taps} & silent
    return replace(
        pain,
        tap_ids=tuple(dict.fromkeys((*pain.tap_ids, *(tap.id for tap in taps)))),
        people_ids=people,
        silent_ids=tuple(sorted({*pain.silent_ids, *touched})),
        strength=pain.strength + len(people) - len(pain.people_ids),
    )


def _is_over(pain: Pain, now: datetime) -> bool:
    """Whether nobody tells it any more; what a person decided on is remembered."""
    undecided = pain.state is PainState.OPEN and pain.own_words is None
    return undecided or (pain.state is not PainState.PINNED and now - pain.last_at > 2 * KEPT)


async def decide_pain(tx: Tx, *, pain_id: int, by: Member, ruling: Ruling, at: datetime) -> Pain:
    """Decide on a pain point; each decision has one that takes it back."""
    found = await rows.pain(tx, pain_id)
    if found is None or found.community_id != by.community_id:
        raise NotFound("not_found")
    if found.state not in _BEFORE[ruling.decision]:
        raise Conflict("pain_already_decided", state=found.state.value)
    changed = replace(
        found,
        state=_AFTER.get(ruling.decision, found.state),
        merged_into_id=None,
        decided_by_id=by.id,
        decided_at=at,
    )
    if ruling.decision == "merge":
        changed = replace(changed, merged_into_id=await _head(tx, found, ruling.into))
    if ruling.decision == "reword":
        changed = replace(changed, own_words=_worded(ruling.words))
    await rows.update_pain(tx, changed)
    return changed


async def _head(tx: Tx, found: Pain, into: int | None) -> int:
    """The shown problem another is merged into; those merged into it follow."""
    head = await rows.pain(tx, into) if into is not None else None
    if head is None or head.community_id != found.community_id or head.state not in SHOWN:
        raise Invalid("pain_merge_needs_another")
    if head.id == found.id:
        raise Invalid("pain_merge_needs_another")
    for one in await rows.pains_in(tx, found.community_id, PainState.MERGED):
        if one.merged_into_id == found.id:
            await rows.update_pain(tx, replace(one, merged_into_id=head.id))
    return head.id


def _worded(words: str | None) -> str | None:
    """Own words on one line; none brings back the member's."""
    clean = " ".join((words or "").split())
    if len(clean) > WORDS_MOST:
        raise Invalid("pain_words_too_long", most=WORDS_MOST)
    return clean or None


async def shown_pains(tx: Tx, community_id: int, *, limit: int | None = None) -> tuple[Pain, ...]:
    """The open and pinned problems, each with all that was merged into it.

    Words that were taken back or changed since, or whose member opted out, are shown no more.
    """
    shown = [one for one in await rows.pains_in(tx, community_id, *SHOWN) if await _stands(tx, one)]
    merged = await rows.pains_in(tx, community_id, PainState.MERGED)
    whole = [
        _joined(one, [each for each in merged if each.merged_into_id == one.id]) for one in shown
    ]
    whole.sort(key=lambda one: (one.state is not PainState.PINNED, -one.strength, one.id))
    return tuple(whole[:limit])


async def _stands(tx: Tx, pain: Pain) -> bool:
    """Whether the words are a host's own, or still said by somebody who may be quoted."""
    if pain.own_words is not None:
        return True
    told = (await messages_by_id(tx, pain.message_ids)).values()
    saying = [said for said in told if pain.words in said.text]
    if not saying:
        return await _tapped(tx, pain)
    authors = [await member(tx, said.author_id) for said in saying if said.author_id]
    return any(author is not None and not author.opted_out for author in authors)


async def _tapped(tx: Tx, pain: Pain) -> bool:
    taps = [await rows.tap(tx, each) for each in pain.tap_ids]
    quoted = [tap for tap in taps if tap and tap.may_quote and pain.words in (tap.text or "")]
    authors = [await member(tx, tap.member_id) for tap in quoted]
    return any(author is not None and not author.opted_out for author in authors)


def _joined(head: Pain, parts: Sequence[Pain]) -> Pain:
    def all_of(
        name: Literal["message_ids", "tap_ids", "people_ids", "silent_ids"],
    ) -> tuple[int, ...]:
        return tuple(sorted({each for one in (head, *parts) for each in getattr(one, name)}))

    if not parts:
        return head
    return replace(
        head,
        message_ids=all_of("message_ids"),
        tap_ids=all_of("tap_ids"),
        people_ids=all_of("people_ids"),
        silent_ids=all_of("silent_ids"),
        strength=head.strength + sum(one.strength for one in parts),
        first_at=min(one.first_at for one in (head, *parts)),
        last_at=max(one.last_at for one in (head, *parts)),
    )
