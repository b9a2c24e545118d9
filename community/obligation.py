"""What a room owes to a message: until when, to be met by whom, and what became of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum


class DebtKind(StrEnum):
    """What is waited for; docs/obligations.md says when each opens and what meets it."""

    QUESTION = "question"
    MENTION = "mention"
    FIRST_MESSAGE = "first_message"
    SHARE = "share"
    PUSH_FOLLOW_UP = "push_follow_up"
    PUSH_NEXT_DAY = "push_next_day"
    PROMISE = "promise"


class DebtState(StrEnum):
    """open → met | excused (with a reason) | missed (time ran out)."""

    OPEN = "open"
    MET = "met"
    EXCUSED = "excused"
    MISSED = "missed"


HEARD_AS: Mapping[str, tuple[str, ...]] = {
    DebtKind.QUESTION: ("question", "bare_question", "unresolved", "stuck"),
    DebtKind.MENTION: ("question",),
    DebtKind.FIRST_MESSAGE: ("first_message", "question", "share"),
    DebtKind.SHARE: ("share",),
    DebtKind.PUSH_FOLLOW_UP: ("push",),
    DebtKind.PUSH_NEXT_DAY: ("push", "dropped_push"),
    DebtKind.PROMISE: ("promise_open",),
}
"""The signals that call for what a debt asks: once it is excused by hand they are silent."""
BEFORE_US = "before_us"
"""Why a debt of an imported history is closed: nobody here could have met it."""
RECALLED = "recalled"
CHANGED = "changed"
PERHAPS = "perhaps_answered"
HISTORY = timedelta(days=7)
"""What is older than this when it comes in with a history is no debt of ours [D]."""
FIRST_SIGHT = timedelta(hours=24)
"""Younger debts of a history are open at least so long after they came in [D]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """One debt of a room.

    Due at `due_at`, passed on to the next on duty at `escalates_at`, missed at `lapses_at`; all
    three are fixed when it opens. `unsure` says that a guessed reply may have met it: then nobody
    is late. `reason` says why it was excused; `closed_by_id` who did so by hand, `reopened_at`
    from when on closings count again. `id` is 0 until it is kept.
    """

    id: int = 0
    community_id: int
    zone_id: int
    message_id: int
    kind: DebtKind
    opened_at: datetime
    due_at: datetime
    escalates_at: datetime
    lapses_at: datetime
    owner_id: int | None = None
    state: DebtState = DebtState.OPEN
    closed_at: datetime | None = None
    met_by_id: int | None = None
    met_message_id: int | None = None
    reason: str | None = None
    escalated_at: datetime | None = None
    closed_by_id: int | None = None
    reopened_at: datetime | None = None
    from_history: bool = False
    unsure: bool = False

    @property
    def key(self) -> tuple[int, DebtKind]:
        """What it is known by: one debt of a kind for each message."""
        return self.message_id, self.kind

    @property
    def turns_at(self) -> datetime | None:
        """When time alone changes it next: it is passed on, then it is missed."""
        if self.state is not DebtState.OPEN:
            return None
        waits = self.escalated_at is None and not self.unsure
        return min(self.escalates_at, self.lapses_at) if waits else self.lapses_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """An accepted draft that went out: which messages it answers, when, and who approved it."""

    anchor_ids: tuple[int, ...]
    at: datetime
    by_id: int | None
    message_id: int | None = None


def first_kept(found: Obligation, now: datetime) -> Obligation:
    """A debt as it is kept when it is first seen; a history gives none older than seven days."""
    if _in_time(found, found.lapses_at):
        return found
    new = _open_again(found, unsure=found.unsure)
    if not found.from_history:
        return aged(new, now)
    if found.opened_at < now - HISTORY:
        return _excused(new, BEFORE_US, found.opened_at + HISTORY)
    until = max(found.lapses_at, now + FIRST_SIGHT)
    later = max(found.escalates_at, now + FIRST_SIGHT / 2)
    return replace(new, escalates_at=later, lapses_at=until)


def settled(kept: Obligation, found: Obligation | None, now: datetime) -> Obligation:
    """A kept debt after the talk was read again.

    What a person closed by hand stays closed. Otherwise the talk decides: an answer that turns
    up later but came in time still meets it, one that was taken back no longer does. None means
    that the message no longer asks for anything.
    """
    if kept.closed_by_id is not None or kept.reason in (BEFORE_US, RECALLED):
        return kept
    if found is None:
        over = kept.state is not DebtState.OPEN
        return kept if over else _excused(kept, CHANGED, now)
    if not _in_time(found, kept.lapses_at):
        return aged(_open_again(kept, unsure=found.unsure), now)
    return replace(
        kept,
        state=found.state,
        closed_at=found.closed_at,
        met_by_id=found.met_by_id,
        met_message_id=found.met_message_id,
        reason=found.reason,
        unsure=False,
    )


def _in_time(found: Obligation, lapses_at: datetime) -> bool:
    """Whether it was closed before its time was over."""
    return found.closed_at is not None and found.closed_at <= lapses_at


def _open_again(debt: Obligation, *, unsure: bool) -> Obligation:
    return replace(
        debt,
        state=DebtState.OPEN,
        closed_at=None,
        met_by_id=None,
        met_message_id=None,
        reason=None,
        unsure=unsure,
    )


def aged(debt: Obligation, now: datetime) -> Obligation:
    """An open debt whose time ran out is missed; where it may have been met, it is excused."""
    if debt.state is not DebtState.OPEN or debt.lapses_at > now:
        return debt
    if debt.unsure:
        return _excused(debt, PERHAPS, debt.lapses_at)
    return replace(debt, state=DebtState.MISSED, closed_at=debt.lapses_at)


def _excused(debt: Obligation, reason: str, at: datetime) -> Obligation:
    return replace(debt, state=DebtState.EXCUSED, reason=reason, closed_at=at)


def without_recalled(
    kept: Collection[Obligation], recalled: dict[int, datetime]
) -> tuple[Obligation, ...]:
    """The kept debts; those whose message was taken back while they were open are excused."""
    return tuple(
        _excused(each, RECALLED, recalled[each.message_id])
        if each.state is DebtState.OPEN and each.message_id in recalled
        else each
        for each in kept
    )
