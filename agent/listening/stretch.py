"""A stretch of what was said, also further back than the last days a scene keeps at hand."""

from bisect import bisect_left, bisect_right
from datetime import datetime

from agent.listening.scene import Scene
from community.conversation import LinkSource, Message

LIKELY = 0.5


def spoken_between(scene: Scene, start: datetime, end: datetime) -> tuple[Message, ...]:
    """What people said from `start` to `end`, both included, oldest first."""
    spoken = scene.spoken
    first = bisect_left(spoken, start, key=_at)
    return spoken[first : bisect_right(spoken, end, lo=first, key=_at)]


def _at(message: Message) -> datetime:
    return message.at


def parent_of(scene: Scene, message: Message) -> Message | None:
    """What it answers, where the link is likely or told; None of what starts something."""
    link = scene.links.get(message.id)
    if link is None or link.parent_id is None:
        return None
    told = link.by is not LinkSource.MODEL
    return scene.by_id.get(link.parent_id) if told or link.confidence >= LIKELY else None


def opens(scene: Scene, message: Message) -> bool:
    """Whether it starts something instead of answering."""
    link = scene.links.get(message.id)
    return link is None or link.parent_id is None


def author(message: Message) -> tuple[int, ...]:
    """Its author as the members of a signal."""
    return () if message.author_id is None else (message.author_id,)


def is_private_person(scene: Scene, member_id: int | None) -> bool:
    """Whether nothing may be told of this member: unknown here, opted out, or gone."""
    member = scene.talk.members.get(member_id or 0)
    return member is None or member.opted_out or member.left_at is not None
