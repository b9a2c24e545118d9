"""A talk read for its debts: what came after a message, who touched it, what was posted for it."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from agent.gate_settings import GateSettings
from agent.listening.scene import Scene
from agent.owing.opening import SURE
from agent.owing.terms import Clock, Pace, pace_of
from community.conversation import LinkSource, Message, Reaction
from community.obligation import Posted

CITED = re.compile(r"\[\d+\]")
LONGEST = timedelta(days=14)
"""How far after a message anything can still meet it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One room with its clock and its pace.

    `posted` holds accepted drafts by the message they answer first of all, `own_replies` Simmer's
    own answers, `guessed` replies by links below .5, `touched` reactions of others, oldest first.
    """

    scene: Scene
    clock: Clock
    pace: Pace
    moments: Sequence[datetime]
    posted: Mapping[int, Sequence[Posted]]
    own_replies: Mapping[int, Sequence[Message]]
    guessed: Mapping[int, Sequence[Message]]
    touched: Mapping[int, Sequence[Reaction]]

    def after(self, message: Message) -> Iterable[Message]:
        """What people said after it in the next fortnight, oldest first."""
        start = bisect_right(self.moments, message.at)
        until = message.at + LONGEST
        for said in self.scene.spoken[start:]:
            if said.at > until:
                return
            yield said

    def thread_after(self, message: Message) -> Iterable[Message]:
        """What was said later in its thread."""
        thread = self.scene.thread_of.get(message.id)
        for said in thread.messages if thread else ():
            if (said.at, said.id) > (message.at, message.id):
                yield said

    def replies_to(self, message: Message) -> Sequence[Message]:
        """What is linked to it, guesses below .4 left out."""
        return self.scene.replies.get(message.id, ())

    def reactions_to(self, message: Message) -> Iterable[Reaction]:
        """What others answered with one touch, oldest first."""
        return (
            given
            for given in self.touched.get(message.id, ())
            if given.member_id != message.author_id
        )

    def parent_of(self, message: Message) -> int | None:
        """What it answers."""
        link = self.scene.links.get(message.id)
        return message.reply_to_id or (link.parent_id if link else None)


def room_of(scene: Scene, settings: GateSettings, posted: Iterable[Posted] = ()) -> Room:
    """Make a scene ready for its debts."""
    clock = Clock(timezone=scene.talk.community.timezone, settings=settings)
    drafts: defaultdict[int, list[Posted]] = defaultdict(list)
    for each in posted:
        if each.at <= scene.now:
            for anchor in each.anchor_ids[:1]:
                drafts[anchor].append(each)
    own: defaultdict[int, list[Message]] = defaultdict(list)
    for said in scene.talk.messages:
        if said.by_simmer and said.reply_to_id is not None and said.at <= scene.now:
            own[said.reply_to_id].append(said)
    touched: defaultdict[int, list[Reaction]] = defaultdict(list)
    for given in sorted(scene.talk.reactions, key=lambda each: each.at):
        if given.at <= scene.now:
            touched[given.message_id].append(given)
    return Room(
        scene=scene,
        clock=clock,
        pace=pace_of(scene, clock, settings),
        moments=[said.at for said in scene.spoken],
        posted=drafts,
        own_replies=own,
        guessed=_guessed(scene),
        touched=touched,
    )


def _guessed(scene: Scene) -> Mapping[int, Sequence[Message]]:
    found: defaultdict[int, list[Message]] = defaultdict(list)
    for said in scene.spoken:
        link = scene.links.get(said.id)
        if link is None or link.parent_id is None or link.by is not LinkSource.MODEL:
            continue
        if link.confidence < SURE:
            found[link.parent_id].append(said)
    return found
