"""Adverts taken back by Simmer: only where the owner wants it, only the surest, never for good.

The rule, all of it: the community switched it on; the score is at least .98; the message stands in
the built-in room, in public, as it was when it was judged; a member without a task wrote it; and
nobody restored it before. The words stay kept, the author is told in private, and a facilitator
puts the message back with one touch. Nothing else is ever removed by a score; what a person
accepts to take down (consequences.py) lies on the same list and is put back the same way.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from community.actions.messages import look_job
from community.conversation import Message
from community.errors import Conflict, NotAllowed, NotFound
from community.jobs import JobQueue
from community.people import PLAIN, RUNNING, Member, Zone
from community.store import audits, communities, members, messages, revisions
from community.store.engine import Tx

LEAST = 0.98
SWITCH = "remove_adverts"
REMOVED, RESTORED = "advert_removed", "advert_restored"
WORDS_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Advertised:
    """A message as it was judged: its words then, the score 0–1, the words that made it."""

    message_id: int
    text: str
    score: float
    words: str


async def remove_advert(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    zone: Zone,
    judged: Advertised,
    notice: str,
    at: datetime,
) -> Message | None:
    """Take an advert back and tell its author `notice`; None where the rule says no."""
    said = await messages.message(tx, judged.message_id)
    if said is None or judged.score < LEAST or not await _may_go(tx, zone, said, judged):
        return None
    gone = await recall_message(tx, said, at=at)
    if gone is None:
        return None
    await _note(tx, REMOVED, said, at=at, facts=_facts(judged))
    await _tell(tx, said, notice, at=at, key=f"removal_told:{said.id}")
    await queue.put(tx, look_job(zone, at))
    return gone


async def recall_message(tx: Tx, said: Message, *, at: datetime) -> Message | None:
    """Take a message back so that `restore_message` finds it; None where it is back already."""
    return await messages.recall(tx, said, at=at, source_key=_key(said.id))


async def restore_message(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    zone: Zone,
    message_id: int,
    by: Member,
    notice: str,
    at: datetime,
) -> Message:
    """Put back what was taken down, word for word; it is never removed by a score again."""
    if by.role not in RUNNING:
        raise NotAllowed("role_may_not", role=by.role)
    said = await messages.message(tx, message_id)
    if said is None or said.zone_id != zone.id:
        raise NotFound("message_not_found", message=message_id)
    back = await revisions.take_back(tx, said, source_key=_key(said.id))
    if back is None:
        raise Conflict("nothing_to_restore")
    await _note(tx, RESTORED, said, at=at, by=by)
    await _tell(tx, said, notice, at=at, key=f"restored_told:{said.id}")
    await queue.put(tx, look_job(zone, at))
    return back


async def removed_among(tx: Tx, said: tuple[Message, ...]) -> frozenset[int]:
    """Which of these messages were taken down here and nobody put back."""
    gone = {_key(each.id): each for each in said if each.recalled_at is not None}
    found = await revisions.known_keys(tx, {key: each.community_id for key, each in gone.items()})
    return frozenset(gone[key].id for key in found)


async def _may_go(tx: Tx, zone: Zone, said: Message, judged: Advertised) -> bool:
    home = await communities.community(tx, zone.community_id)
    if home is None or home.settings.get(SWITCH) is not True:
        return False
    author = None if said.author_id is None else await members.member(tx, said.author_id)
    if author is None or author.role not in PLAIN or not _stands(zone, said, judged):
        return False
    if said.from_history or not await messages.was_said_here(tx, said.id):
        return False
    return _subject(said) not in await audits.audited(tx, zone.community_id, RESTORED)


def _stands(zone: Zone, said: Message, judged: Advertised) -> bool:
    """Whether it is a public message of this room, and still what was judged."""
    public = said.zone_id == zone.id and said.to_id is None and not said.by_simmer
    return public and said.recalled_at is None and said.text == judged.text


async def _note(
    tx: Tx,
    action: str,
    said: Message,
    *,
    at: datetime,
    by: Member | None = None,
    facts: Mapping[str, str | int] | None = None,
) -> None:
    await audits.insert_audit(
        tx,
        at=at,
        action=action,
        subject=_subject(said),
        community_id=said.community_id,
        account_id=None if by is None else by.account_id,
        facts=facts,
    )


async def _tell(tx: Tx, said: Message, notice: str, *, at: datetime, key: str) -> None:
    """A private line of Simmer's own to the author."""
    line = Message(
        id=0,
        community_id=said.community_id,
        zone_id=said.zone_id,
        author_id=None,
        at=at,
        text=notice,
        to_id=said.author_id,
        by_simmer=True,
    )
    await messages.insert_message(tx, line, key)


def _facts(judged: Advertised) -> dict[str, str | int]:
    return {"per_mille": round(1000 * judged.score), "words": judged.words[:WORDS_MOST]}


def _subject(said: Message) -> str:
    return f"message:{said.id}"


def _key(message_id: int) -> str:
    return f"removal:{message_id}"
