"""What waits for something in a room, computed from the whole recent talk: the same at any time."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType

from agent.gate_settings import GateSettings
from agent.listening.scene import Scene, scene_of
from agent.owing.closing import Closing, closings, perhaps_met
from agent.owing.opening import Opening, opened_by, openings
from agent.owing.room import Room, room_of
from agent.owing.terms import terms_of
from community.conversation import Message, Talk
from community.obligation import DebtKind, DebtState, Obligation, Posted

REACH = timedelta(days=14)
"""So far back a look reads the debts of a room again: no debt stays open longer."""
Reopened = Mapping[tuple[int, DebtKind], datetime]
"""Debts a person opened again, and since when closings count again."""
NONE: Reopened = MappingProxyType({})


def owed_in(
    talk: Talk,
    now: datetime,
    settings: GateSettings,
    posted: Iterable[Posted] = (),
    *,
    reopened: Reopened = NONE,
    reach: timedelta | None = REACH,
) -> tuple[Obligation, ...]:
    """The debts that messages of the last `reach` opened (None: all of the talk), oldest first.

    Nothing later than `now` is read, and of a debt nothing but what came after its message may
    close it: reading the talk again gives the same debts. Open ones are open; that their time
    has run out is for `community.obligation.aged` to say.
    """
    scene = scene_of(talk, (), now)
    room = room_of(scene, settings, posted)
    return tuple(_obligation(room, each, reopened) for each in openings(scene, reach))


def _obligation(room: Room, opening: Opening, reopened: Reopened) -> Obligation:
    message = opening.message
    terms = terms_of(opening.kind, message.at, room.pace.at(message.at), room.clock)
    open_ = Obligation(
        community_id=message.community_id,
        zone_id=message.zone_id,
        message_id=message.id,
        kind=opening.kind,
        opened_at=_opened_at(room, opening),
        due_at=terms.due,
        escalates_at=terms.escalates,
        lapses_at=terms.lapses,
        owner_id=opening.asked_ids[0] if opening.asked_ids else None,
        from_history=message.from_history,
    )
    since = reopened.get(open_.key)
    first = min(
        (each for each in closings(room, opening) if since is None or each.at > since),
        key=_order,
        default=None,
    )
    return _closed(open_, first, unsure=perhaps_met(room, opening))


def _opened_at(room: Room, opening: Opening) -> datetime:
    """When it was said; the follow-up of the next day begins where the first one is due."""
    if opening.kind is DebtKind.PUSH_NEXT_DAY:
        return room.clock.after(opening.message.at, timedelta(hours=2))
    return opening.message.at


def _order(closing: Closing) -> tuple[datetime, int, int]:
    """The earliest; of what came at once, the message before the touch, the lower id first."""
    return closing.at, closing.message_id is None, closing.message_id or 0


def _closed(debt: Obligation, closing: Closing | None, *, unsure: bool) -> Obligation:
    if closing is None:
        return replace(debt, unsure=unsure)
    return replace(
        debt,
        state=closing.state,
        closed_at=max(closing.at, debt.opened_at),
        met_by_id=closing.by_id if closing.state is DebtState.MET else None,
        met_message_id=closing.message_id,
        reason=closing.reason,
    )


def due_of(scene: Scene, message: Message, settings: GateSettings) -> datetime | None:
    """When what a message asks for is due; None where it opens no debt."""
    room = room_of(scene, settings)
    first = next((m for m in scene.spoken if m.author_id == message.author_id), None)
    opening = next(opened_by(scene, message, first=first is message), None)
    if opening is None:
        return None
    return terms_of(opening.kind, message.at, room.pace.at(message.at), room.clock).due
