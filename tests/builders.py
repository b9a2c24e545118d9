"""Short ways to say a member, a message or a talk in a test."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from community.conversation import Link, Message, MessageKind, Reaction, Talk
from community.people import Community, Member, Purpose, Role, Zone

MONDAY = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
"""A working Monday, 09:00 in Shanghai."""


def a_community(language: str = "zh", **changes: object) -> Community:
    fields: dict[str, object] = {
        "id": 1,
        "slug": "group",
        "name": "示例群" if language == "zh" else "Sample group",
        "language": language,
        "timezone": "Asia/Shanghai" if language == "zh" else "Europe/Lisbon",
        "created_at": MONDAY - timedelta(days=60),
    }
    return Community(**(fields | changes))  # pyright: ignore[reportArgumentType]


def a_zone(purpose: Purpose = Purpose.WORK) -> Zone:
    return Zone(id=1, community_id=1, key="main", name="main", purpose=purpose)


def a_member(
    id: int,  # noqa: A002
    name: str,
    role: Role = Role.MEMBER,
    *,
    joined: datetime | None = None,
    opted_out: bool = False,
) -> Member:
    return Member(
        id=id, community_id=1, name=name, role=role, joined_at=joined, opted_out=opted_out
    )


def said(
    id: int,  # noqa: A002
    author: Member | None,
    text: str,
    *,
    minutes: float = 0,
    reply_to: int | None = None,
    kind: MessageKind = MessageKind.TEXT,
) -> Message:
    """A message `minutes` after MONDAY."""
    return Message(
        id=id,
        community_id=1,
        zone_id=1,
        author_id=author.id if author else None,
        at=MONDAY + timedelta(minutes=minutes),
        text=text,
        kind=kind,
        reply_to_id=reply_to,
    )


def a_talk(
    messages: Sequence[Message],
    members: Sequence[Member],
    *,
    language: str = "zh",
    reactions: Sequence[Reaction] = (),
    links: Sequence[Link] = (),
    purpose: Purpose = Purpose.WORK,
) -> Talk:
    return Talk(
        community=a_community(language),
        zone=a_zone(purpose),
        members={member.id: member for member in members},
        messages=tuple(messages),
        reactions=tuple(reactions),
        links={link.message_id: link for link in links},
    )
