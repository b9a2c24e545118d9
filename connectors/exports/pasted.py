"""The last screen of a chat, pasted: what in it is new."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from community.conversation import Message, MessageKind
from community.errors import Invalid
from community.people import Member
from connectors.base import Event, MemberSeen, MessagePosted, Skipped
from connectors.exports.base import clean
from connectors.exports.lines import Line
from connectors.exports.overlap import Heard, overlap, words_of
from connectors.exports.screens import screen_style, straight
from connectors.exports.texts import crossings, kind_of, named
from connectors.exports.times import Clock, day_orders, is_bare, read_time
from connectors.exports.turns import Turn, turns_of

TAIL = 400
"""Known messages that a paste is compared with."""
MOST = 2000
"""Messages that are taken from one paste."""
SOON = timedelta(days=1)
SLIP = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The room a text was copied from: its last messages and its members.

    `awaiting` are drafts that were accepted but not yet seen there (suggestion id → text).
    """

    key: str
    tail: Sequence[Message]
    members: Mapping[int, Member]
    awaiting: Mapping[int, str] = field(default_factory=dict[int, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What a paste brings: new messages, and which of them (by key) is which awaited draft."""

    events: tuple[Event, ...]
    known: int
    confirmed: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    turn: Turn
    at: datetime | None
    bare: bool = False


def read_pasted(text: str, room: Room, clock: Clock) -> Pasted:
    """Read chat text; Invalid if nobody speaks in it.

    Messages without a time get one between their neighbours; those at the end were said just
    before `clock.now`, in their order.
    """
    words = re.split(r"\r\n|\r|\n", clean(text))
    lines = [Line(number=n, text=line) for n, line in enumerate(straight(words), 1)]
    names = {name for one in room.members.values() for name in (one.name, *one.aliases)}
    style = screen_style([line.text for line in lines], names)
    turns = list(turns_of(lines, style))[:MOST] if style else []
    if not turns:
        raise Invalid("paste_no_speakers")
    said = _timed(turns, clock)
    tail = room.tail[-TAIL:]
    pairs = overlap([_known(one, room) for one in tail], [_pasted(one) for one in said])
    whens = _whens(said, {j: tail[i].at for j, i in pairs.items()}, tail, clock.now)
    fresh = [(one.turn, whens[j]) for j, one in enumerate(said) if j not in pairs]
    keys = _keys(fresh, tail, room)
    return Pasted(
        events=tuple(_events(fresh, keys)),
        known=len(pairs),
        confirmed=_confirmed(fresh, keys, room.awaiting),
    )


def _timed(turns: list[Turn], clock: Clock) -> list[_Said]:
    """The turns with their times.

    Of two orders of day and month the one that is not ahead of now, and nearer to it, is meant.
    """
    stamps = [turn.stamp for turn in turns if turn.stamp]
    trials = [
        Clock(timezone=clock.timezone, now=clock.now, order=order)
        for order in day_orders(stamps, clock) or ("dmy",)
    ]

    def distance(trial: Clock) -> tuple[bool, timedelta]:
        times = [at for stamp in stamps if (at := read_time(stamp, trial))]
        last = max(times, default=clock.now)
        return last > clock.now + SOON, abs(clock.now - last)

    meant = min(trials, key=distance)
    said = [
        _Said(
            turn=one,
            at=read_time(one.stamp, meant) if one.stamp else None,
            bare=one.stamp is not None and is_bare(one.stamp),
        )
        for one in turns
    ]
    return _on_days(said, clock.now)


def _on_days(said: list[_Said], now: datetime) -> list[_Said]:
    """The same with a day for each time that names none.

    The last one is today, or yesterday if that were ahead of now; one that is later than what
    follows it is of the day before, unless it is a slip of minutes.
    """
    limit = now
    dated: list[_Said] = []
    for one in reversed(said):
        at = one.at
        if at is not None:
            if one.bare:
                ahead = at - limit
                if ahead > SLIP:
                    at -= SOON * -(-(ahead - SLIP) // SOON)
                at = min(at, limit)
            limit = min(at, limit)
        dated.append(replace(one, at=at))
    return dated[::-1]


def _known(message: Message, room: Room) -> Heard:
    author = room.members.get(message.author_id or 0)
    anybody = author is None or message.suggestion_id is not None
    quiet = message.kind is MessageKind.SYSTEM or not message.text
    return Heard(
        names=frozenset()
        if anybody or author is None
        else frozenset((author.name, *author.aliases)),
        words=words_of(message.text),
        at=message.at,
        silent=quiet or message.by_simmer,
    )


def _pasted(said: _Said) -> Heard:
    names = frozenset((said.turn.name,)) if said.turn.name else frozenset[str]()
    return Heard(names=names, words=words_of(said.turn.text), at=said.at, bare=said.bare)


def _whens(
    said: list[_Said], met: Mapping[int, datetime], tail: Sequence[Message], now: datetime
) -> list[datetime]:
    """A time for every turn: its own, that of the known message, or one between neighbours."""
    whens: list[datetime | None] = [met.get(j, one.at) for j, one in enumerate(said)]
    second = timedelta(seconds=1)
    for j, when in enumerate(whens):
        if when is not None:
            continue
        end = next((k for k in range(j, len(whens)) if whens[k] is not None), None)
        left = (end if end is not None else len(whens)) - j
        before = whens[j - 1] if j else None
        after = whens[end] if end is not None else now
        if after is None or (before is None and end is None and tail and tail[-1].at > now):
            after = now
        if before is None:
            whens[j] = after - left * second
        else:
            step = max(min((after - before) / (left + 1), second), timedelta(milliseconds=1))
            whens[j] = max(after - left * second, before + step) if end is None else before + step
    return [when or now for when in whens]


def _keys(fresh: list[tuple[Turn, datetime]], tail: Sequence[Message], room: Room) -> list[str]:
    """A key for each new message.

    It is made of room, author, time (or the message before all of them), text, and an ordinal
    among equals, those that are known included.
    """
    equals = Counter((one.at.replace(second=0, microsecond=0), words_of(one.text)) for one in tail)
    anchor = str(tail[-1].id) if tail else ""
    keys: list[str] = []
    for turn, at in fresh:
        minute = at.replace(second=0, microsecond=0)
        ordinal = equals[(minute, words_of(turn.text))]
        equals[(minute, words_of(turn.text))] += 1
        when = minute.isoformat() if turn.stamp else f"after {anchor}"
        facts = "\x1f".join((room.key, turn.name or "", when, turn.text, str(ordinal)))
        keys.append(f"paste:{hashlib.sha256(facts.encode()).hexdigest()[:32]}")
    return keys


def _events(fresh: list[tuple[Turn, datetime]], keys: list[str]) -> Iterator[Event]:
    for (turn, at), key in zip(fresh, keys, strict=True):
        if turn.name is None:
            yield from crossings(turn.text, at)
        if not turn.text.strip():
            yield Skipped(place=f"#{turn.number}", code="no_text")
            continue
        if turn.name is not None:
            yield MemberSeen(member=named(turn.name), name=turn.name[:200])
        yield MessagePosted(
            key=key,
            zone="",
            member=named(turn.name) if turn.name else None,
            at=at,
            text=turn.text,
            kind=kind_of(turn.text) if turn.name else MessageKind.SYSTEM,
        )


def _confirmed(
    fresh: list[tuple[Turn, datetime]], keys: list[str], awaiting: Mapping[int, str]
) -> dict[str, int]:
    """Which new message is which awaited draft: equal words, each draft once."""
    waiting: dict[str, list[int]] = {}
    for suggestion_id, text in sorted(awaiting.items()):
        waiting.setdefault(words_of(text), []).append(suggestion_id)
    found: dict[str, int] = {}
    for (turn, _), key in zip(fresh, keys, strict=True):
        if same := waiting.get(words_of(turn.text)):
            found[key] = same.pop(0)
    return found
