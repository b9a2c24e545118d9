"""Acts of a member that anybody in the room could see: the only ground on which they are read.

Who the member is (role, name, age, profile) is asked nowhere.

    spoke         said something
    started       began a thread, and nothing prompted it
    joined_in     went along in what others began, unprompted
    stirred       spoke within 24 h of a push they took up, or within 48 h of being named
    reacted       gave a reaction
    took_up       answered an open call in words of their own
    ticked        answered a call that brings its answers along
    nodded        answered an open call with next to nothing, or with a copy
    passed_by     was there within 24 h of an open call and let it be
    named_passed  was asked by name, was there, and let it be
    hedged        took the own words back while saying them
    took_back     recalled an own message
    put_down      what they told was made little of
    left_alone    told or asked something, and nobody took it up
    wordless      said that the words are missing
    asked_back    was asked what they mean
    asked_again   asked the same a second time
    reworked      edited an own message
    used_frame    spoke within 24 h of being given blanks to fill in private
    away          told of an illness, a death or a leave of their own
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

WINDOW = timedelta(days=42)
"""How far back a member is read: as far as a look remembers."""
FRAME_LASTS = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing a member did or met with; `message_ids` can be opened, most telling first."""

    code: str
    at: datetime
    message_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """All acts of one member, oldest first.

    `since` is when they could first be seen: they joined, or the talk begins. `others` counts the
    messages of others in the older and in the newer half of the window.
    """

    member_id: int
    since: datetime | None
    acts: tuple[Act, ...]
    others: tuple[int, int]

    def of(self, code: str) -> tuple[Act, ...]:
        """The acts of one kind."""
        return tuple(act for act in self.acts if act.code == code)


def merged(member_id: int, found: Iterable[Traces]) -> Traces:
    """The traces of one member in several rooms as one."""
    rooms = tuple(found)
    known = [each.since for each in rooms if each.since is not None]
    return Traces(
        member_id=member_id,
        since=min(known, default=None),
        acts=tuple(sorted((act for each in rooms for act in each.acts), key=lambda act: act.at)),
        others=(sum(each.others[0] for each in rooms), sum(each.others[1] for each in rooms)),
    )


def with_frames(traces: Traces, given: Iterable[datetime]) -> Traces:
    """The traces with what was said soon after each private frame that was given, once each."""
    said = traces.of("spoke")
    used: dict[int, Act] = {}
    for at in given:
        first = next((act for act in said if at < act.at <= at + FRAME_LASTS), None)
        if first is not None:
            used[first.message_ids[0]] = replace(first, code="used_frame")
    return replace(traces, acts=tuple(sorted((*traces.acts, *used.values()), key=lambda a: a.at)))
