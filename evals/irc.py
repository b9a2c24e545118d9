"""Channel logs with reply-to annotations, as jkkummerfeld/irc-disentanglement lays them out.

`NAME.ascii.txt` holds the lines, `NAME.annotation.txt` pairs of line numbers `a b -`: the later
line answers the earlier one, a line paired with itself starts something. Lines before the first
annotated one are context only. Times have minutes and no date; a clock that jumps back by hours
has passed midnight, or noon where it counts to twelve.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from community.conversation import Message, MessageKind
from community.people import Member

CONTEXT = 1000
HALF_DAY = timedelta(hours=12)
SKEW = timedelta(hours=1)
START = datetime(2026, 1, 1, tzinfo=UTC)
_SAID = re.compile(r"\[(\d\d):(\d\d)\] (?:<([^>]+)>|\s*\* (\S+)) ?(.*)")
_RENAMED = re.compile(r"=== (\S+) is now known as (\S+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """One log: message ids are line numbers; `parents` are the annotated ones of each line."""

    name: str
    members: tuple[Member, ...]
    messages: tuple[Message, ...]
    parents: dict[int, frozenset[int]]


def read_logs(folder: Path) -> Iterator[Log]:
    """Every annotated log of a folder, by name."""
    for path in sorted(folder.glob("*.annotation.txt")):
        name = path.name.removesuffix(".annotation.txt")
        lines = (folder / f"{name}.ascii.txt").read_text("utf-8", "replace").splitlines()
        yield read_log(name, lines, path.read_text().splitlines())


def read_log(name: str, lines: list[str], annotation: list[str]) -> Log:
    """One log from its two files."""
    parents: defaultdict[int, set[int]] = defaultdict(set)
    for line in annotation:
        one, two = sorted(int(number) for number in line.split()[:2])
        if two >= CONTEXT:
            parents[two].add(one)
    authors = _authors(lines)
    messages = tuple(_messages(lines, authors))
    known: defaultdict[int, list[str]] = defaultdict(list)
    for nick, id_ in authors.items():
        known[id_].append(nick)
    return Log(
        name=name,
        members=tuple(
            Member(id=id_, community_id=1, name=nicks[0], aliases=tuple(nicks[1:]))
            for id_, nicks in known.items()
        ),
        messages=messages,
        parents={line: frozenset(said) for line, said in parents.items()},
    )


def _authors(lines: list[str]) -> dict[str, int]:
    """An id for each nick that speaks; a renamed one keeps its id."""
    ids: dict[str, int] = {}
    for line in lines:
        said, renamed = _SAID.match(line), _RENAMED.match(line)
        if said:
            ids.setdefault((said[3] or said[4]).lower(), len(ids) + 1)
        elif renamed and renamed[1].lower() in ids:
            ids.setdefault(renamed[2].lower(), ids[renamed[1].lower()])
    return ids


def _messages(lines: list[str], authors: dict[str, int]) -> Iterator[Message]:
    at = START
    for number, line in enumerate(lines):
        said = _SAID.match(line)
        message = Message(
            id=number,
            community_id=1,
            zone_id=1,
            author_id=None,
            at=at,
            text=line,
            kind=MessageKind.SYSTEM,
        )
        if said:
            at = _moment(at, int(said[1]), int(said[2]))
            author = authors[(said[3] or said[4]).lower()]
            message = replace(message, author_id=author, at=at, text=said[5], kind=MessageKind.TEXT)
        yield message


def _moment(before: datetime, hour: int, minute: int) -> datetime:
    at = before.replace(hour=hour % 24, minute=minute % 60)
    while at < before - SKEW:
        at += HALF_DAY
    return at
