"""Whom a message names; what two members share names nobody."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from agent.listening.words import plain
from community.people import Member

LONGEST = 40
_OPENING = re.compile(r"\s*([^\s,:]{2,40})[,:](?=\s|$|[^\x00-\x7f])")
_EDGES = "\"'`()[]{}<>*.,;:!?~…。,、!?"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Names:
    """Who is meant by a name; a name that two members carry means nobody.

    `han` holds the names written in Han characters by their first sign: in running Chinese text a
    name stands between other signs without a space.
    """

    by_name: Mapping[str, int]
    han: Mapping[str, tuple[str, ...]]
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
    han: dict[str, tuple[str, ...]] = {}
    for name in sorted(known, key=len, reverse=True):
        if any("\u3400" <= sign <= "\u9fff" for sign in name):
            han[name[0]] = (*han.get(name[0], ()), name)
    longest = min(LONGEST, max(map(len, known), default=0))
    return Names(by_name=known, han=han, longest=longest)


def known_names(members: Mapping[int, Member]) -> Names:
    """Who is meant by a name among these members; remembered by their names."""
    return _known_names(tuple((m.id, m.name, m.aliases) for m in members.values()))


@lru_cache(maxsize=64)
def _known_names(members: tuple[tuple[int, str, tuple[str, ...]], ...]) -> Names:
    return names_of(
        Member(id=id_, community_id=0, name=name, aliases=aliases) for id_, name, aliases in members
    )


@lru_cache(maxsize=4096)
def mentioned(text: str, names: Names) -> tuple[int, ...]:
    """Members addressed: after an @, or by name and a colon or comma at the start; in order."""
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
    opening = _OPENING.match(lowered)
    if opening and (member := names.by_name.get(opening[1])) is not None:
        found[member] = None
    return tuple(found)


def named(text: str, names: Names) -> tuple[int, ...]:
    """Members addressed first, then those only spoken of by name."""
    found = dict.fromkeys(mentioned(text, names))
    lowered = text.lower()
    for token in lowered.split():
        bare = token.strip(_EDGES) if token not in names.by_name else token
        member = names.by_name.get(bare) or names.by_name.get(bare.removesuffix("'s"))
        if member is not None and len(bare) > 2:  # noqa: PLR2004
            found[member] = None
    for at, sign in enumerate(lowered):
        for name in names.han.get(sign, ()):
            if lowered.startswith(name, at):
                found[names.by_name[name]] = None
                break
    return tuple(found)
