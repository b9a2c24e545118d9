"""A brief without the members who opted out: no name of theirs reaches any engine."""

import re
from collections.abc import Iterable
from dataclasses import replace

from agent.moves.brief import Brief, Line
from community.people import Member

SOMEONE = {"zh": "某位群友", "en": "someone"}
SHORTEST = 2
"""A name of one letter is part of too many words to be taken out."""


def without(brief: Brief, members: Iterable[Member]) -> Brief:
    """The same brief where nobody who opted out is named.

    In what others wrote they become "someone"; own texts and spans that name them are left out
    whole, since those are there to be copied.
    """
    people = list(members)
    gone = _names(people, opted_out=True)
    if not gone:
        return brief
    pattern = _pattern(gone, _names(people, opted_out=False))
    someone = SOMEONE[brief.language]

    def masked(text: str) -> str:
        return pattern.sub(lambda found: someone if found[0] in gone else found[0], text)

    def unnamed(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(text for text in texts if masked(text) == text)

    def lines(given: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(replace(line, text=masked(line.text)) for line in given)

    return replace(
        brief,
        lines=lines(brief.lines),
        anchor=next(iter(lines((brief.anchor,) if brief.anchor else ())), None),
        others=lines(brief.others),
        peers=lines(brief.peers),
        names=unnamed(brief.names),
        phrases=unnamed(brief.phrases),
        topics=tuple(map(masked, brief.topics)),
        facts=tuple((name, masked(value)) for name, value in brief.facts),
        accepted=unnamed(brief.accepted),
        avoid=unnamed(brief.avoid),
        asked=unnamed(brief.asked),
    )


def _names(members: Iterable[Member], *, opted_out: bool) -> frozenset[str]:
    return frozenset(
        name
        for each in members
        if each.opted_out is opted_out
        for name in (each.name, *each.aliases)
        if len(name) >= SHORTEST
    )


def _pattern(gone: frozenset[str], known: frozenset[str]) -> re.Pattern[str]:
    """Longer names first, those of others too: "ben" inside "ben a" is nobody else's."""
    longer = {name for name in known if any(each in name for each in gone)}
    ordered = sorted(gone | longer, key=lambda name: -len(name))
    bordered = (rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])" for name in ordered)
    return re.compile("|".join(bordered))
