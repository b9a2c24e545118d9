"""Recording messages: what a member says, changes, takes back or answers with one touch."""

from datetime import datetime, timedelta

from community.conversation import Message, Reaction
from community.errors import Invalid, NotAllowed, NotFound
from community.jobs import Job, JobQueue
from community.people import Member, Role, Zone
from community.store import messages, reactions
from community.store.engine import Tx

DEBOUNCE = timedelta(seconds=2)
"""How long a room must be still before the gate looks; a newer message starts it anew."""

MAX_CHARACTERS = 8000
MAX_EMOJI = 40


def look_job(zone: Zone, at: datetime, debounce: timedelta = DEBOUNCE) -> Job:
    """The next look at a room, once it has been still for a moment."""
    return look_job_in(zone.id, at, debounce)


def look_job_in(zone_id: int, at: datetime, debounce: timedelta = DEBOUNCE) -> Job:
    """The same by the id of the zone."""
    return Job(
        name="facilitate",
        key=f"facilitate:{zone_id}",
        room=f"zone:{zone_id}",
        due=at + debounce,
        payload={"zone": zone_id},
    )


def _speakable(text: str) -> str:
    clean = text.replace("\x00", "")
    if not clean.strip():
        raise Invalid("message_empty")
    if len(clean) > MAX_CHARACTERS:
        raise Invalid("message_too_long", characters=len(clean), limit=MAX_CHARACTERS)
    return clean


async def _visible(tx: Tx, message_id: int, zone: Zone, reader: Member) -> Message:
    found = await messages.message(tx, message_id)
    if found is None or found.zone_id != zone.id:
        raise NotFound("message_not_found", message=message_id)
    if found.to_id is not None and reader.id not in (found.to_id, found.author_id):
        raise NotFound("message_not_found", message=message_id)
    return found


async def record_message(  # noqa: PLR0913 - each is a fact of the message
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    zone: Zone,
    author: Member,
    text: str,
    at: datetime,
    key: str,
    reply_to: int | None = None,
    debounce: timedelta = DEBOUNCE,
) -> Message:
    """Keep what a member says in a room; the same key of the same author says it once."""
    source_key = f"room:{author.id}:{key}"
    said = Message(
        id=0,
        community_id=zone.community_id,
        zone_id=zone.id,
        author_id=author.id,
        at=at,
        text=_speakable(text),
        reply_to_id=reply_to,
    )
    if author.community_id != zone.community_id:
        raise NotAllowed("not_your_community")
    if reply_to is not None:
        await _visible(tx, reply_to, zone, author)
    kept = await messages.insert_message(tx, said, source_key)
    if kept is None:
        known = await messages.message_by_source_key(tx, zone.community_id, source_key)
        return known or said
    await queue.put(tx, look_job(zone, at, debounce))
    return kept


async def edit_message(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    zone: Zone,
    message_id: int,
    editor: Member,
    text: str,
    at: datetime,
    debounce: timedelta = DEBOUNCE,
) -> Message:
    """Change the words of one's own message; what it said before is kept."""
    said = await _visible(tx, message_id, zone, editor)
    if said.author_id != editor.id:
        raise NotAllowed("not_your_message")
    if said.recalled_at is not None:
        raise Invalid("message_recalled")
    words = _speakable(text)
    if words == said.text:
        return said
    key = f"edit:{said.id}:{said.revision + 1}"
    changed = await messages.revise(tx, said, at=at, source_key=key, text=words)
    await queue.put(tx, look_job(zone, at, debounce))
    return changed or said


async def recall_message(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    zone: Zone,
    message_id: int,
    member: Member,
    at: datetime,
    debounce: timedelta = DEBOUNCE,
) -> Message:
    """Take a message back: authors their own, facilitators and owners any."""
    said = await _visible(tx, message_id, zone, member)
    if said.author_id != member.id and member.role not in (Role.FACILITATOR, Role.OWNER):
        raise NotAllowed("not_your_message")
    if said.recalled_at is not None:
        return said
    gone = await messages.recall(tx, said, at=at, source_key=f"recall:{said.id}")
    await queue.put(tx, look_job(zone, at, debounce))
    return gone or said


async def react(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    zone: Zone,
    message_id: int,
    member: Member,
    emoji: str,
    at: datetime,
    debounce: timedelta = DEBOUNCE,
) -> bool:
    """Answer a message with one touch; False where this member did so before."""
    said = await _visible(tx, message_id, zone, member)
    if not emoji.strip() or len(emoji) > MAX_EMOJI:
        raise Invalid("reaction_unreadable")
    given = Reaction(message_id=said.id, member_id=member.id, emoji=emoji, at=at)
    new = await reactions.insert_reaction(tx, given)
    if new:
        await queue.put(tx, look_job(zone, at, debounce))
    return new


async def unreact(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    zone: Zone,
    message_id: int,
    member: Member,
    emoji: str,
    at: datetime,
    debounce: timedelta = DEBOUNCE,
) -> bool:
    """Take one's reaction back; False where there was none."""
    said = await _visible(tx, message_id, zone, member)
    gone = await reactions.delete_reaction(tx, said.id, member.id, emoji)
    if gone:
        await queue.put(tx, look_job(zone, at, debounce))
    return gone
