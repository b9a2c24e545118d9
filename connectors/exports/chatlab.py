"""ChatLab 0.0.2: what its members and messages say, one object at a time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from community.conversation import MessageKind
from connectors.base import Event, MemberSeen, MessagePosted, MessageRecalled, Skipped
from connectors.exports.base import Ordinals, clean, moment, short
from connectors.exports.system_lines import coming_or_going

Fields = Mapping[str, object]

SYSTEM, RECALL = 80, 81
KINDS = {
    0: MessageKind.TEXT,
    1: MessageKind.MEDIA,
    2: MessageKind.MEDIA,
    3: MessageKind.MEDIA,
    4: MessageKind.FILE,
    5: MessageKind.STICKER,
    7: MessageKind.LINK,
    24: MessageKind.LINK,
    25: MessageKind.TEXT,
    SYSTEM: MessageKind.SYSTEM,
}


def _word(value: object) -> str:
    if value is None:
        return ""
    return clean(str(value)).strip() if isinstance(value, str | int | float) else ""


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise TypeError(value)
    return float(value)


@dataclass(slots=True)
class Reading:
    """What has been seen so far of one group: names of members, keys without ids."""

    room: str
    ordinals: Ordinals
    ids: dict[str, str] = field(default_factory=dict[str, str])
    seen: dict[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])

    def member_named(self, name: str) -> str:
        """The id of the member of this name; one made of the name where there is none."""
        return self.ids.get(name, f"name:{name}")

    def meet(self, member: str, account: str, nickname: str) -> bool:
        """Remember the names of a member; False where nothing is new."""
        if self.seen.get(member) == (account, nickname):
            return False
        self.seen[member] = (account, nickname)
        self.ids.update({name: member for name in (account, nickname) if name})
        return True


def reading_of(meta: Fields) -> Reading:
    """Begin to read the group that the header describes."""
    group = _word(meta.get("groupId")) or _word(meta.get("name"))
    room = short(f"{_word(meta.get('platform')) or 'chatlab'}:{group}", 80)
    return Reading(room=room, ordinals=Ordinals(room))


def member_events(fields: Fields, reading: Reading) -> Iterator[Event]:
    """A member of the list; the group's own name for them goes first."""
    member = short(_word(fields.get("platformId")))
    account, nickname = _word(fields.get("accountName")), _word(fields.get("groupNickname"))
    if not member:
        return
    reading.meet(member, account, nickname)
    aliases = fields.get("aliases")
    others = [account, *(cast("list[object]", aliases) if isinstance(aliases, list) else [])]
    roles = fields.get("roles")
    name = nickname or account or member
    yield MemberSeen(
        member=member,
        name=name[:200],
        aliases=tuple(dict.fromkeys(_word(one) for one in others if _word(one) not in ("", name))),
        roles=tuple(_roles(cast("list[object]", roles) if isinstance(roles, list) else [])),
    )


def _roles(given: list[object]) -> Iterator[str]:
    for role in given:
        if isinstance(role, dict):
            fields = cast("Fields", role)
            yield from (word for key in ("id", "name") if (word := _word(fields.get(key))))


def message_events(fields: Fields, reading: Reading, place: str) -> Iterator[Event]:
    """One message: its author where they are new, who came or left, and the words."""
    try:
        at = moment(_number(fields.get("timestamp")))
        kind = int(_number(fields.get("type", 0)))
    except (TypeError, ValueError, OverflowError):
        yield Skipped(place=place, code="no_time")
        return
    sender = short(_word(fields.get("sender")))
    if not sender and kind != SYSTEM:
        yield Skipped(place=place, code="no_sender")
        return
    text = clean(str(fields.get("content") or ""))
    if kind == SYSTEM:
        yield from _crossings(text, at, reading)
        sender = ""
    else:
        yield from _author(fields, sender, reading)
    yield from _said(fields, reading, sender=sender, at=at, text=text, kind=kind)


def _author(fields: Fields, sender: str, reading: Reading) -> Iterator[Event]:
    account, nickname = _word(fields.get("accountName")), _word(fields.get("groupNickname"))
    known = reading.seen.get(sender)
    if known is not None and (known == (account, nickname) or not (account or nickname)):
        return
    if reading.meet(sender, account, nickname):
        name = (nickname or account or sender)[:200]
        aliases = (account,) if account not in ("", name) else ()
        yield MemberSeen(member=sender, name=name, aliases=aliases)


def _crossings(text: str, at: datetime, reading: Reading) -> Iterator[Event]:
    crossing = coming_or_going(text)
    for name in crossing.names if crossing else ():
        member = reading.member_named(name)
        if crossing and crossing.kind == "join":
            yield MemberSeen(member=member, name=name[:200], joined_at=at)
        else:
            yield MemberSeen(member=member, name=name[:200], left_at=at)


def _said(
    fields: Fields, reading: Reading, *, sender: str, at: datetime, text: str, kind: int
) -> Iterator[Event]:
    """The message; a recall is a message without words, or names the one it takes back."""
    message = short(_word(fields.get("platformMessageId"))) or None
    reply_to = short(_word(fields.get("replyToMessageId"))) or None
    if kind == RECALL and reply_to:
        key = f"{reading.room}:recall:{reply_to}"
        yield MessageRecalled(key=key, message=reply_to, at=at)
        return
    key = reading.ordinals.key(sender, at, text) if message is None else f"{reading.room}:{message}"
    yield MessagePosted(
        key=key,
        zone="",
        member=sender or None,
        at=at,
        text="" if kind == RECALL else text,
        kind=KINDS.get(kind, MessageKind.OTHER),
        message=message,
        reply_to=reply_to,
    )
    if kind == RECALL and message:
        yield MessageRecalled(key=f"{reading.room}:recall:{message}", message=message, at=at)
