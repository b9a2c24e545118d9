"""Signals about calls to everybody: what a push is, and who took it up."""

import re
from collections.abc import Iterator
from datetime import timedelta

from agent.listening import cues
from agent.listening.contribution_cues import OPTIONS
from agent.listening.contributions import CALLS, asks_all, is_for_later, is_mere_notice
from agent.listening.replying import DONE_WITHIN, TOLD, belongs_elsewhere, is_chatter
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind, author
from agent.listening.sorting import wording
from agent.listening.words import words
from community.conversation import Message

PUSH_FIRST = timedelta(hours=2)
PUSH_LAST = timedelta(hours=26)
PUSH_ENOUGH = 3
PICKS = re.compile(r"\W*[A-D](?![A-Za-z])", re.IGNORECASE)
MAY_PUSH = wording(cues.NOTICE, cues.PUSH, cues.ASKS, *CALLS)
"""No message of another kind is a push."""


def pushes(scene: Scene) -> Iterator[Signal]:
    """A notice or a question to all by staff with fewer than 3 answers after 2 h (until 26 h)."""
    for message in scene.marked(MAY_PUSH, PUSH_LAST):
        if not is_push(scene, message) or is_for_later(scene.text(message)):
            continue
        waited = scene.waited(message)
        replies = push_answers(scene, message)
        if waited < PUSH_FIRST or replies >= PUSH_ENOUGH:
            continue
        yield Signal(
            kind=SignalKind.PUSH,
            message_ids=(message.id,),
            member_ids=author(message),
            confidence=0.85,
            facts={
                "replies": replies,
                "hours": round(waited.total_seconds() / 3600, 1),
                "notice": is_mere_notice(scene.text(message)),
            },
        )


def push_answers(scene: Scene, message: Message) -> int:
    """How many people other than its author took up a push; talk beside a notice is no answer."""
    asked = scene.text(message)
    poll = bool(cues.PUSH.search(asked)) or not cues.NOTICE.search(asked)
    listed = bool(OPTIONS.search(asked))
    people = {
        m.author_id
        for m in scene.in_thread(message)
        if m.at >= message.at
        and m.author_id != message.author_id
        and (
            takes_up(scene, message, m)
            or (listed and PICKS.match(scene.text(m)))
            or (poll and _may_answer(scene, message, m))
        )
    }
    chained = any(
        cues.CHAIN.match(scene.text(m)) and m.author_id != message.author_id
        for m in scene.later(message, PUSH_LAST)
    )
    return max(len(people), PUSH_ENOUGH if chained else 0)


def _may_answer(scene: Scene, push: Message, said: Message) -> bool:
    """Whether a line in the thread of a question to all could be an answer to it."""
    link = scene.links.get(said.id)
    if link is None or link.by in TOLD:
        return True
    text = scene.text(said)
    return not (cues.ASKS.search(text) or belongs_elsewhere(scene, push, said) or is_chatter(text))


def takes_up(scene: Scene, notice: Message, said: Message) -> bool:
    """Whether it reacts to a notice: a reply, a 收到, a mention of its author or a word of it."""
    text = scene.text(said)
    link = scene.links.get(said.id)
    native = link is not None and link.by in TOLD and link.parent_id == notice.id
    return (
        native
        or bool(
            cues.ACK.match(text) or cues.CHAIN.match(text) or cues.DONE.search(text[:DONE_WITHIN])
        )
        or notice.author_id in scene.names_in(said)
        or bool(words(text) & words(scene.text(notice)))
    )


def is_push(scene: Scene, message: Message) -> bool:
    """Whether staff speaks to everybody: a notice, a call, a question of the week."""
    if not scene.is_staff(message) or message.reply_to_id is not None:
        return False
    if not scene.opens(message):
        return False
    text = scene.text(message)
    return bool(cues.NOTICE.search(text) or cues.PUSH.search(text)) or asks_all(scene, message)
