"""Whom a message names; what two members share names nobody."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from agent.listening.words import plain
from community.people import Member


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Who is meant by a name; a name that two members carry means nobody."""

    by_name: Mapping[str, int]
    longest: int


def names_of(members: Iterable[Member]) -> Names:
    """Every name and alias in lower case; what two members share is left out."""
    found: dict[str, int] = {}
    shared: set[str] = set()
    for member in members:
        for name in {plain(name).lower() for name in (member.name, *member.aliases)}:
            if len(name) > 1 and found.setdefault(name, member.id) != member.id:
                shared.add(name)
    known = {name: id_ for name, id_ in found.items() if name not in shared}
    return Names(by_name=known, longest=max(map(len, known), default=0))


def mentioned(text: str, names: Names) -> tuple[int, ...]:
    """Members named with an @, and those addressed by name at the start, in order."""
    lowered = text.lower()
    found: dict[int, None] = {}
    at = lowered.find("@")
    while at >= 0:
        rest = lowered[at + 1 : at + 1 + names.longest]
        for end in range(len(rest), 1, -1):
            member = names.by_name.get(rest[:end])
            if member is not None:
                found[member] = None
                break
        at = lowered.find("@", at + 1)
    opening = re.match(r"\W*([^\s,:，：]{2,40})[,:，：]", lowered)
    if opening and (member := names.by_name.get(opening[1])) is not None:
        found[member] = None
    return tuple(found)
