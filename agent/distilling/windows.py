"""A thread as a model is shown it: window by window, in lines that can be quoted and cited."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from agent.distilling.corrections import Correction
from agent.distilling.parents import Exchange
from agent.distilling.sentences import tidy
from agent.distilling.weights import substance
from agent.listening.personal_data import personal_kinds
from agent.transcript import quoted
from community.conversation import Message, Talk

WINDOW = 80
WINDOW_SIZE = 12000
"""Messages and characters one request shows; a longer thread is asked about window by window."""
MOST_WINDOWS = 12
"""Beyond this many windows only the messages that teach most are shown, with what they answer."""
SHOWN = frozenset({"joke", "notice", "greeting", "prompt", "care", "vote", "peace"})
"""What is left out of claims by rule but shown: a model tells a joke by what was said to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DistilBrief:
    """The variables of the prompt `distil`: members' words, quoted as material."""

    community: str
    talk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What one request shows: the lines, and the messages they stand for."""

    brief: DistilBrief
    ids: frozenset[int]


def citable(left_out: Mapping[int, str]) -> dict[int, str]:
    """What may not be cited nor shown to a model, with why."""
    return {id_: reason for id_, reason in left_out.items() if reason not in SHOWN}


def windows_of(
    exchange: Exchange,
    talk: Talk,
    left_out: Mapping[int, str],
    corrections: Iterable[Correction] = (),
) -> list[Window]:
    """The thread in windows, without what may not be shown; later corrections from elsewhere too.

    Each window begins with those earlier messages that it answers.
    """
    hidden = citable(left_out)
    thread = exchange.thread.messages
    own = {message.id for message in thread}
    righted = {
        one.by.id: one.by
        for one in corrections
        if one.target_ids & own and one.by.id not in own and _quotable(one.by, talk)
    }
    every = sorted((*thread, *righted.values()), key=lambda one: (one.at, one.id))
    shown = _fitting([one for one in every if one.id not in hidden], exchange)
    return [_window(part, shown, exchange, talk.community.name) for part in _cut(shown)]


def _quotable(message: Message, talk: Talk) -> bool:
    author = talk.members.get(message.author_id or 0)
    return author is not None and not author.opted_out and not personal_kinds(message.text)


def _fitting(shown: list[Message], exchange: Exchange) -> list[Message]:
    """All of it, or of a very long thread what teaches most and what that answers."""
    most = WINDOW * MOST_WINDOWS
    if len(shown) <= most and sum(len(one.text) for one in shown) <= WINDOW_SIZE * MOST_WINDOWS:
        return shown
    kept: set[int] = set()
    room = WINDOW_SIZE * MOST_WINDOWS
    known = {one.id for one in shown}
    for message in sorted(shown, key=lambda one: -substance(tidy(one.text)[:WINDOW_SIZE])):
        above = exchange.parents.get(message.id)
        room -= len(message.text)
        if room < 0 or len(kept) > most - 2:
            break
        kept |= {message.id, above} & known if above else {message.id}
    return [one for one in shown if one.id in kept]


def _cut(shown: Sequence[Message]) -> Iterable[Sequence[Message]]:
    part: list[Message] = []
    filled = 0
    for message in shown:
        if part and (len(part) >= WINDOW or filled + len(message.text) > WINDOW_SIZE):
            yield part
            part, filled = [], 0
        part.append(message)
        filled += len(message.text)
    if part:
        yield part


def _window(
    part: Sequence[Message], shown: Sequence[Message], exchange: Exchange, community: str
) -> Window:
    ids = {message.id for message in part}
    above = {exchange.parents.get(message.id) for message in part} - ids
    before = [one for one in shown if one.id in above]
    lines = [*_lines(before, exchange), *(["…"] if before else []), *_lines(part, exchange)]
    return Window(
        brief=DistilBrief(community=community, talk="\n".join(lines)),
        ids=frozenset(ids | {one.id for one in before}),
    )


def _lines(messages: Collection[Message], exchange: Exchange) -> list[str]:
    """`#id name > #parent: text`, and the day wherever a new one begins."""
    lines: list[str] = []
    day: date | None = None
    for message in messages:
        if message.at.date() != day:
            day = message.at.date()
            lines.append(f"— {day.isoformat()}")
        lines.append(_line(message, exchange))
    return lines


def _line(message: Message, exchange: Exchange) -> str:
    parent = exchange.parents.get(message.id)
    answers = f" > #{parent}" if parent else ""
    mark = "*" if exchange.hosted(message) else ""
    text = quoted(re.sub(r"\s*\n\s*", " / ", message.text.strip()))
    return f"#{message.id} {exchange.name(message) or '-'}{mark}{answers}: {text}"
