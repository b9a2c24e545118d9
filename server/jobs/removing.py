"""Taking messages down: the surest adverts where an owner wants that, and what was accepted."""

from dataclasses import replace

from agent.distilling.support import checked
from agent.listening.signal import SignalKind
from community.actions.consequences import carry_out
from community.actions.distillations import reopen_claims
from community.actions.removals import LEAST, SWITCH, Advertised, remove_advert
from community.conversation import Message, Talk
from community.delivery import Delivery
from community.errors import Conflict
from community.heard import Mark
from community.store import corrections
from community.suggestion import Look
from connectors.base import Refused
from server.broadcast import Change
from server.locales import sentence
from server.work import Work

PROPOSES = "ad_removal"
"""The move that proposes what is done here by itself."""


async def remove_adverts(change: Change, work: Work, heard: Talk, look: Look) -> frozenset[int]:
    """Take back what the look is sure of; the ids of what is gone. Nothing unless switched on."""
    if heard.community.settings.get(SWITCH) is not True:
        return frozenset()
    refused = await corrections.refused(change.tx, heard.zone.id, work.now)
    said = {each.id: each for each in heard.messages}
    sure = [
        mark
        for mark in look.marks
        if mark.kind == SignalKind.ADVERT.value
        and mark.confidence >= LEAST
        and (mark.message_id, mark.kind) not in refused
        and mark.message_id in said
    ]
    return frozenset(
        [
            mark.message_id
            for mark in sure
            if await _remove(change, work, heard, mark, said[mark.message_id].text)
        ]
    )


def without_done(look: Look, gone: frozenset[int]) -> Look:
    """The look without a proposal for what is gone already."""
    draft = look.suggestion
    done = draft is not None and draft.move == PROPOSES and gone.intersection(draft.anchor_ids)
    return replace(look, suggestion=None) if done else look


async def _remove(change: Change, work: Work, heard: Talk, mark: Mark, text: str) -> bool:
    words = str(mark.facts.get("words", ""))
    facts = {"zone": heard.zone.name, "words": words}
    gone = await remove_advert(
        change.tx,
        work.deps.queue,
        zone=heard.zone,
        judged=Advertised(
            message_id=mark.message_id, text=text, score=mark.confidence, words=words
        ),
        notice=sentence(heard.community.language, "room.advert_removed", facts),
        at=work.now,
    )
    if gone is None:
        return False
    await _follow(change, work, gone)
    return True


async def carry_out_accepted(change: Change, work: Work, notice: Delivery) -> Refused | None:
    """Take down what a person accepted to take down, with its notice; why not, where it is not."""
    try:
        gone = await carry_out(change.tx, notice, work.now)
    except Conflict as refused:
        return Refused(reason=refused.code)
    if gone is not None:
        await _follow(change, work, gone)
    return None


async def _follow(change: Change, work: Work, gone: Message) -> None:
    """What rested on the message is looked at again; open pages hear of it."""
    await reopen_claims(change.tx, work.deps.queue, message_id=gone.id, at=work.now, check=checked)
    change.tell("message", gone.community_id, gone.id, gone.zone_id)
