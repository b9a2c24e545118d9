"""Messages that were taken down: what they said, why, by whom, and putting them back."""

from collections.abc import Sequence
from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel

from community.actions.removals import REMOVED, removed_among, restore_message
from community.conversation import Message
from community.store import Tx, members, messages, revisions
from community.store.audits import Audit, audits_of
from server.api.spoken_messages import MessageOut
from server.api.zones import Inhabited
from server.auth import Inside
from server.deps import Given
from server.locales import sentence

router = APIRouter(tags=["room"])

SHOWN = 20


class RemovalOut(BaseModel):
    """One message that was taken down; `score` 0–1, `words` what made it.

    `by` is who accepted it; None where Simmer did it by itself.
    """

    message_id: int
    zone_id: int
    author: str
    at: datetime
    text: str
    score: float
    words: str
    restored: bool
    by: str | None


class RemovalsOut(BaseModel):
    """What was taken back, newest first."""

    removals: list[RemovalOut]


@router.get("/communities/{community_id}/removals")
async def list_removals(community_id: int, _: Inside, deps: Given) -> RemovalsOut:
    """The last messages that were taken down, restored or not."""
    async with deps.store.read() as tx:
        done = await audits_of(tx, community_id, REMOVED, limit=SHOWN)
        said = await messages.messages_by_id(tx, tuple(map(_message_of, done)))
        gone = await removed_among(tx, tuple(said.values()))
        return RemovalsOut(removals=await _shown(tx, done, said, gone))


@router.post("/messages/{message_id}/restore")
async def restore_removed(message_id: int, room: Inhabited) -> MessageOut:
    """Put a message back that was taken down."""
    async with room.deps.changing() as change:
        zone, _ = await room.message(change, message_id)
        language = room.here.community.language
        await restore_message(
            change.tx,
            room.deps.queue,
            zone=zone,
            message_id=message_id,
            by=room.here.me,
            notice=sentence(language, "room.advert_restored", {"zone": zone.name}),
            at=room.deps.clock(),
        )
        return await room.out(change, message_id)


async def _shown(
    tx: Tx, done: Sequence[Audit], said: dict[int, Message], gone: frozenset[int]
) -> list[RemovalOut]:
    out: list[RemovalOut] = []
    for each in done:
        found = said.get(_message_of(each))
        if found is None:
            continue
        author = await members.member(tx, found.author_id or 0)
        by = await members.member(tx, int(each.facts.get("by", 0)))
        out.append(
            RemovalOut(
                message_id=found.id,
                zone_id=found.zone_id,
                author=author.name if author else "",
                at=each.at,
                text=found.text or await revisions.last_words(tx, found),
                score=int(each.facts.get("per_mille", 0)) / 1000,
                words=str(each.facts.get("words", "")),
                restored=found.id not in gone,
                by=by.name if by else None,
            )
        )
    return out


def _message_of(done: Audit) -> int:
    return int(done.subject.partition(":")[2])
