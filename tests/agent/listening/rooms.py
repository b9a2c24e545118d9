"""Rooms small enough to read, for the tests of signals."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from agent.listening.signal import Signal, SignalKind
from agent.listening.signals import signals_in
from community.conversation import Link, LinkSource, Message, MessageKind, Reaction, Talk
from community.people import Member, Purpose, Role
from tests.builders import MONDAY, a_member, a_talk, said

HOST = a_member(1, "周老师", Role.FACILITATOR)
MIN, LI, WU, NEW = (a_member(i, n) for i, n in ((2, "小敏"), (3, "李想"), (4, "吴越"), (5, "新来")))
ALL = (HOST, MIN, LI, WU, NEW)


def linked(message: Message, parent: int | None, confidence: float = 0.9) -> Link:
    return Link(
        message_id=message.id,
        parent_id=parent,
        confidence=confidence,
        by=LinkSource.PLATFORM if message.reply_to_id else LinkSource.MODEL,
    )


def room(
    messages: Sequence[Message],
    *,
    members: Sequence[Member] = ALL,
    reactions: Sequence[Reaction] = (),
    purpose: Purpose = Purpose.WORK,
) -> Talk:
    """A talk in which native replies are the links and the rest starts something."""
    links = [linked(m, m.reply_to_id) for m in messages if m.kind is not MessageKind.SYSTEM]
    return a_talk(messages, members, reactions=reactions, links=links, purpose=purpose)


def after(minutes: float) -> datetime:
    return MONDAY + timedelta(minutes=minutes)


def noticed(talk: Talk, minutes: float) -> dict[SignalKind, Signal]:
    return {signal.kind: signal for signal in signals_in(talk, after(minutes))}


def chat(*lines: str, members: Sequence[Member] = ALL) -> Talk:
    """A talk from lines "minute name>parent: text"; parents are counted from the first line, 1."""
    by_name = {member.name: member for member in members}
    messages: list[Message] = []
    for id_, line in enumerate(lines, 1):
        when, rest = line.split(" ", 1)
        who, text = rest.split(": ", 1)
        name, _, parent = who.partition(">")
        reply_to = int(parent) if parent else None
        messages.append(said(id_, by_name[name], text, minutes=float(when), reply_to=reply_to))
    return room(messages, members=members)
