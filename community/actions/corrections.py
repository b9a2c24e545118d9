"""What people say of what was heard: a message moved to another thread, a mark right or wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from community.actions.messages import look_job_in
from community.conversation import Link, LinkSource, Message
from community.errors import Conflict, Fact, Invalid, NotAllowed, NotFound
from community.heard import About, Correction, Mark, MarkVerdict, may_see
from community.jobs import JobQueue
from community.people import HOSTS, Member
from community.store import corrections, links, marks, messages
from community.store.engine import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person says of a mark; `kind` is what it rather is, where they know."""

    verdict: MarkVerdict
    kind: str | None = None


async def move_message(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    message_id: int,
    parent_id: int | None,
    member: Member,
    at: datetime,
) -> Correction:
    """Say which earlier message this one answers, or (None) that it starts a topic.

    Its author may, and who hosts the room. What answers it comes along; later judging of the
    linker never changes it back.
    """
    said = await _movable(tx, message_id, member)
    if parent_id is not None:
        await _check_parent(tx, said, parent_id)
    known = (await links.links_of(tx, [said.id])).get(said.id)
    new = Link(message_id=said.id, parent_id=parent_id, confidence=1.0, by=LinkSource.PERSON)
    await _tie(tx, said.id, new, parent_id)
    kept = await _keep(tx, said, member, at, before=_facts(known), after=_facts(new))
    await queue.put(tx, look_job_in(said.zone_id, at))
    return kept


async def _movable(tx: Tx, message_id: int, member: Member) -> Message:
    said = await messages.message(tx, message_id)
    if said is None or said.to_id is not None or said.recalled_at is not None:
        raise NotFound("message_not_found", message=message_id)
    if said.author_id != member.id and member.role not in HOSTS:
        raise NotAllowed("not_your_message")
    return said


async def _check_parent(tx: Tx, said: Message, parent_id: int) -> None:
    parent = await messages.message(tx, parent_id)
    if parent is None or parent.zone_id != said.zone_id or parent.to_id is not None:
        raise NotFound("message_not_found", message=parent_id)
    if (parent.at, parent.id) >= (said.at, said.id):
        raise Invalid("answers_what_came_later")


async def _tie(tx: Tx, message_id: int, link: Link | None, parent_id: int | None) -> None:
    """Set the link, and the root of the message and of everything that hangs on it."""
    roots = await links.roots_of(tx, [message_id, *([] if parent_id is None else [parent_id])])
    below = links.below(message_id, await links.parents_in(tx, roots.get(message_id, message_id)))
    if parent_id in below:
        raise Conflict("answers_what_came_later")
    root = message_id if parent_id is None else roots.get(parent_id, parent_id)
    await links.put_link(tx, message_id, link, root)
    await links.set_roots(tx, below - {message_id}, root)


def _facts(link: Link | None) -> dict[str, Fact]:
    if link is None:
        return {"parent": None, "confidence": None, "by": None}
    return {"parent": link.parent_id, "confidence": link.confidence, "by": link.by.value}


async def _keep(
    tx: Tx,
    said: Message,
    member: Member,
    at: datetime,
    *,
    before: Mapping[str, Fact],
    after: Mapping[str, Fact],
    kind: str | None = None,
) -> Correction:
    new = Correction(
        id=0,
        community_id=said.community_id,
        zone_id=said.zone_id,
        message_id=said.id,
        about=About.LINK if kind is None else About.SIGNAL,
        kind=kind,
        before=before,
        after=after,
        member_id=member.id,
        at=at,
    )
    return replace(new, id=await corrections.insert_correction(tx, new))


async def judge_mark(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    mark_id: int,
    judgement: Judgement,
    member: Member,
    at: datetime,
) -> Correction:
    """Say that a mark is right, wrong, or rather something else; the last word counts.

    What is wrong is gone at once and is not heard again at that message.
    """
    found = await _seen(tx, mark_id, member)
    said = await messages.message(tx, found.message_id)
    if said is None:
        raise NotFound("message_not_found", message=found.message_id)
    if judgement.kind == found.kind or (judgement.kind and judgement.verdict is MarkVerdict.RIGHT):
        raise Invalid("mark_is_that_already")
    kept = await _keep(
        tx,
        said,
        member,
        at,
        before={"confidence": found.confidence},
        after={"verdict": judgement.verdict.value, "kind": judgement.kind},
        kind=found.kind,
    )
    await queue.put(tx, look_job_in(said.zone_id, at))
    return kept


async def _seen(tx: Tx, mark_id: int, member: Member) -> Mark:
    found = await marks.mark(tx, mark_id)
    if found is None or not may_see(found.kind, member.role):
        raise NotFound("mark_not_found")
    return found


async def undo_correction(
    tx: Tx, queue: JobQueue[Tx], *, correction_id: int, member: Member, at: datetime
) -> Correction:
    """Take a correction back: whoever made it, or a host. Undoing twice is undoing once."""
    found = await corrections.correction(tx, correction_id)
    if found is None or not _may_undo(found, member):
        raise NotFound("correction_not_found")
    if found.undone_at is not None:
        return found
    if found.about is About.LINK:
        await _untie(tx, found)
    await corrections.take_back(tx, found.id, at)
    await queue.put(tx, look_job_in(found.zone_id, at))
    return replace(found, undone_at=at)


def _may_undo(found: Correction, member: Member) -> bool:
    if found.about is About.SIGNAL:
        return may_see(found.kind or "", member.role)
    return found.member_id == member.id or member.role in HOSTS


async def _untie(tx: Tx, found: Correction) -> None:
    """Put the link back as it was, unless somebody has moved the message on since."""
    last = await corrections.last_move(tx, found.zone_id, found.message_id)
    if last is None or last.id != found.id:
        raise Conflict("moved_on_since")
    link = _link(found.message_id, found.before)
    await _tie(tx, found.message_id, link, link.parent_id if link else None)


def _link(message_id: int, facts: Mapping[str, Fact]) -> Link | None:
    by, parent = facts["by"], facts["parent"]
    if by is None:
        return None
    return Link(
        message_id=message_id,
        parent_id=None if parent is None else int(parent),
        confidence=float(facts["confidence"] or 0),
        by=LinkSource(str(by)),
    )
