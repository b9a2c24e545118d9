"""outbox → platform: each text is posted once, and never again where nobody knows."""

from dataclasses import dataclass, replace
from datetime import timedelta

from community.actions.messages import look_job
from community.actions.posting import deliver_job
from community.citing import without_marks
from community.delivery import Delivery, DeliveryState, check_fits
from community.errors import Invalid, NotFound
from community.store import communities, outbox
from community.store.suggestions import anchors_of
from connectors import room
from connectors.base import Connector, Outgoing, Receipt, Refused, Retry, Sent
from server.broadcast import Change
from server.jobs.removing import carry_out_accepted
from server.platforms import connector_of
from server.work import Work


async def deliver(work: Work) -> None:
    """Post one accepted text where its community lives."""
    async with work.deps.store.read() as tx:
        waiting = await outbox.delivery(tx, work.number("delivery"))
        home = None if waiting is None else await communities.community(tx, waiting.community_id)
    if waiting is None or home is None:
        return
    connector = connector_of(work.deps, home)
    if connector is None:
        await _post_in_room(work, waiting)
    else:
        await _send(work, waiting, connector)


async def _post_in_room(work: Work, waiting: Delivery) -> None:
    """The room is ours: the message and the end of the delivery commit together."""
    if waiting.state is not DeliveryState.PENDING:
        return
    async with work.finishing() as change:
        if not await _move(change, work, waiting, DeliveryState.SENDING):
            return
        refused = await carry_out_accepted(change, work, waiting)
        receipt = refused or await room.post(
            change.tx,
            _outgoing(waiting),
            at=work.now,
            approved_by_id=waiting.approved_by_id,
            suggestion_id=waiting.suggestion_id,
        )
        await _settle(change, work, replace(waiting, state=DeliveryState.SENDING), receipt)


async def _send(work: Work, waiting: Delivery, connector: Connector) -> None:
    """Mark before the call: after a crash only a platform that knows the key is asked again."""
    if waiting.state is DeliveryState.PENDING:
        async with work.deps.changing() as change:
            if not await _move(change, work, waiting, DeliveryState.SENDING):
                return
    elif waiting.state is not DeliveryState.SENDING:
        return
    elif not connector.capabilities.idempotent:
        await _give_to_a_person(work, waiting)
        return
    receipt = await _carried(connector, _outgoing(await _leaving(work, waiting)))
    async with work.finishing() as change:
        await _settle(change, work, replace(waiting, state=DeliveryState.SENDING), receipt)


async def _carried(connector: Connector, outgoing: Outgoing) -> Receipt:
    """What came of sending; what was accepted for another platform is not sent to one it harms."""
    try:
        check_fits(outgoing.text, connector.capabilities, private=outgoing.to is not None)
    except Invalid as unfit:
        return Refused(reason=unfit.code)
    return await connector.send(outgoing)


async def _leaving(work: Work, waiting: Delivery) -> Delivery:
    """The text without marks of ours: elsewhere they lead nowhere."""
    if waiting.suggestion_id is None:
        return waiting
    async with work.deps.store.read() as tx:
        evidence = await anchors_of(tx, [waiting.suggestion_id])
    text = without_marks(waiting.text, evidence.get(waiting.suggestion_id, ()))
    return replace(waiting, text=text)


async def _give_to_a_person(work: Work, waiting: Delivery) -> None:
    async with work.finishing() as change:
        await _move(change, work, waiting, DeliveryState.UNKNOWN, error="interrupted")


@dataclass(frozen=True, slots=True)
class _Outcome:
    state: DeliveryState
    message_id: int | None = None
    error: str | None = None


def _outcome(receipt: Receipt) -> _Outcome:
    if isinstance(receipt, Sent):
        number = int(receipt.message) if receipt.message.isdigit() else None
        return _Outcome(DeliveryState.SENT, message_id=number)
    if isinstance(receipt, Retry):
        return _Outcome(DeliveryState.PENDING)
    state = DeliveryState.REFUSED if isinstance(receipt, Refused) else DeliveryState.UNKNOWN
    return _Outcome(state, error=receipt.reason)


async def _settle(change: Change, work: Work, sending: Delivery, receipt: Receipt) -> None:
    """Keep what came of it, and what follows from that."""
    outcome = _outcome(receipt)
    kept = await _move(
        change, work, sending, outcome.state, message_id=outcome.message_id, error=outcome.error
    )
    if kept and isinstance(receipt, Retry):
        again = replace(sending, not_before=work.now + timedelta(seconds=receipt.after))
        await work.deps.queue.put(change.tx, deliver_job(again))
    if kept and outcome.message_id is not None:
        zone = await communities.zone(change.tx, sending.zone_id)
        if zone is None:
            raise NotFound("zone_not_found", zone=sending.zone_id)
        await work.deps.queue.put(change.tx, look_job(zone, work.now))
        change.tell("message", sending.community_id, outcome.message_id, sending.zone_id)


async def _move(
    change: Change,
    work: Work,
    waiting: Delivery,
    to: DeliveryState,
    *,
    message_id: int | None = None,
    error: str | None = None,
) -> bool:
    if waiting.suggestion_id is not None:
        change.tell("suggestion", waiting.community_id, waiting.suggestion_id, waiting.zone_id)
    return await outbox.move_delivery(
        change.tx,
        waiting.id,
        was=waiting.state,
        to=to,
        at=work.now,
        message_id=message_id,
        error=error,
    )


def _outgoing(waiting: Delivery) -> Outgoing:
    def text(number: int | None) -> str | None:
        return None if number is None else str(number)

    return Outgoing(
        idempotency_key=waiting.idempotency_key,
        zone=str(waiting.zone_id),
        text=waiting.text,
        member=text(waiting.author_id),
        to=text(waiting.to_id),
        reply_to=text(waiting.reply_to_id),
    )
