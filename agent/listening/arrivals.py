"""Who came into a room and is still here."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache

from agent.listening import cues
from community.conversation import Message
from community.people import Member


def arrivals(
    lines: Iterable[Message], members: Mapping[int, Member], now: datetime
) -> dict[int, datetime]:
    """Who joined when and is still here: by the member's record, else by the room's own lines."""
    found: dict[int, datetime] = {}
    known = tuple((m.id, m.name, m.aliases) for m in members.values())
    gone = {m.id for m in members.values() if m.left_at is not None and m.left_at <= now}
    for line in lines:
        if cues.JOINED.search(line.text):
            who = line.text.split("邀请")[-1].split("通过")[0]
            found.update(dict.fromkeys(_meant(known, who), line.at))
            gone.difference_update(_meant(known, who))
        elif cues.LEFT.search(line.text):
            gone.update(_meant(known, line.text))
    for member in members.values():
        if member.joined_at is not None and member.joined_at <= now:
            found.setdefault(member.id, member.joined_at)
    return {member: at for member, at in found.items() if member not in gone}


def next_change(members: Mapping[int, Member], now: datetime) -> datetime:
    """When the next member comes or goes by their record."""
    times = (at for m in members.values() for at in (m.joined_at, m.left_at) if at is not None)
    return min((at for at in times if at > now), default=datetime.max.replace(tzinfo=UTC))


@lru_cache(maxsize=1024)
def _meant(known: tuple[tuple[int, str, tuple[str, ...]], ...], line: str) -> tuple[int, ...]:
    """Members whose name stands in a line of the room itself."""
    return tuple(id_ for id_, name, more in known if any(each in line for each in (name, *more)))
