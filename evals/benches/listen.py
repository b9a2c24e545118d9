"""What listening costs for each new message of a live room, everything together.

`simmer bench listen --json`: median and p95 milliseconds to hear a message (or an edit, a recall, a
reaction), link it, and weigh all that is noticed and all that the gate hears in the last four weeks
of its room; times of this process on one core, so that they hold on a busy machine. The talk is
that of the two samples, ten times as fast and over and over, no text twice the same: some 3,000
messages stand in the window. Floors: reading the text alone, and reading the whole room anew.
`memory_mb_*` is what an ear holds after 10,000 and after `size` messages (100,000), its links
given, a look every fifty messages.
"""

import random
import statistics
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path

from agent.decide import HEARD
from agent.gate_settings import GateSettings
from agent.listening.ear import Ear
from agent.listening.scene import Scene, scene_of
from agent.listening.signals import NOTICING
from agent.listening.words import plain, words
from agent.moves.waiting import patience_of, waiting
from community.conversation import Link, LinkSource, Message, MessageKind, Reaction, Talk
from community.people import Community, Role, Zone
from evals.labelled import read_sample
from evals.task import Figures, Options

SAMPLES = Path(__file__).parents[2] / "connectors" / "samples"
START = datetime(2026, 3, 2, 8, tzinfo=UTC)
MEMBERS = 40
FASTER = 10
ROOM = 3_600
TIMED = 600
FRESH = 12
SMALL = 10_000
LOOK_EVERY = 50
EDITED, RECALLED, REACTED = 0.02, 0.005, 0.15
SETTINGS = GateSettings()


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that happens in the room: somebody says or changes something, or reacts."""

    at: datetime
    message: Message | None = None
    reaction: Reaction | None = None


def measure(options: Options) -> Figures:
    """Median and p95 of everything together, its parts, the floors and the memory."""
    size = options.size or 100_000
    ear = Ear(_empty())
    spent: dict[str, list[float]] = {"all": [], "links": [], "floor": [], "fresh": []}
    for number, happening in enumerate(_life(random.Random(7), ROOM + TIMED)):  # noqa: S311
        started = time.process_time()
        heard = _hear(ear, happening)
        linked = time.process_time()
        if number < ROOM:
            continue
        weigh(ear.scene(happening.at))
        spent["all"].append(time.process_time() - started)
        if heard is not None:
            spent["links"].append(linked - started)
            spent["floor"].append(_seconds_to_read(heard))
        if number % (TIMED // FRESH) == 0:
            spent["fresh"].append(_seconds_anew(ear.talk(), happening.at))
    return {
        "median_ms": _ms(statistics.median(spent["all"])),
        "p95_ms": _ms(statistics.quantiles(spent["all"], n=20)[-1]),
        "hearing_median_ms": _ms(statistics.median(spent["links"])),
        "hearing_p95_ms": _ms(statistics.quantiles(spent["links"], n=20)[-1]),
        "floor_read_median_ms": _ms(statistics.median(spent["floor"])),
        "floor_anew_median_ms": _ms(statistics.median(spent["fresh"])),
        "room_messages": len(ear.talk().messages),
        "members": MEMBERS,
        **_memory(size),
    }


def weigh(scene: Scene) -> int:
    """All that is noticed, and what the gate hears instead of plain questions; how much it is."""
    noticed = sum(1 for notice in NOTICING for _ in notice(scene))
    owed = sum(1 for _ in waiting(scene, patience_of(scene, SETTINGS)))
    return noticed + owed + len(HEARD)


def _memory(size: int) -> Figures:
    """Megabytes held after 10,000 messages and at the end; links are given, looks are had."""
    ear = Ear(_empty())
    tracemalloc.start()
    small = 0.0
    for number, happening in enumerate(_life(random.Random(8), size), 1):  # noqa: S311
        if happening.message is not None:
            ear.hear(happening.message, _given(happening.message))
        elif happening.reaction is not None:
            ear.react(happening.reaction)
        if number % LOOK_EVERY == 0:
            weigh(ear.scene(happening.at))
        if number == min(SMALL, size):
            small = tracemalloc.get_traced_memory()[0] / 1e6
    end = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    return {
        "memory_messages": size,
        "memory_mb_10k": round(small, 2),
        "memory_mb_end": round(end, 2),
    }


def _given(message: Message) -> Link:
    """Every third message starts something, the others answer the one before."""
    parent = None if message.id % 3 == 1 else message.id - 1
    return Link(message_id=message.id, parent_id=parent, confidence=0.9, by=LinkSource.PLATFORM)


def _hear(ear: Ear, happening: Happening) -> Message | None:
    if happening.reaction is not None:
        ear.react(happening.reaction)
    elif happening.message is not None:
        ear.hear(happening.message)
    return happening.message


def _empty() -> Talk:
    people = [*read_sample(SAMPLES / "zh").talk.members.values()]
    people += [*read_sample(SAMPLES / "en").talk.members.values()]
    members = {
        id_: replace(member, id=id_, role=Role.FACILITATOR if id_ == 1 else Role.MEMBER)
        for id_, member in enumerate(people[:MEMBERS], 1)
    }
    return Talk(
        community=Community(
            id=1,
            slug="bench",
            name="bench",
            language="zh",
            timezone="Asia/Shanghai",
            created_at=START,
        ),
        zone=Zone(id=1, community_id=1, key="main", name="main"),
        members=members,
        messages=(),
    )


def _life(draw: random.Random, count: int) -> Iterator[Happening]:
    """What people say, and now and then what they change and react to."""
    last: Message | None = None
    for message in islice(_said(), count):
        happens = draw.random()
        if last is not None and happens < RECALLED:
            yield Happening(at=message.at, message=replace(last, text="", recalled_at=message.at))
        elif last is not None and happens < EDITED:
            edited = replace(last, text=f"{last.text}~", revision=1, edited_at=message.at)
            yield Happening(at=message.at, message=edited)
        elif last is not None and happens < REACTED:
            by = draw.randint(1, MEMBERS)
            reaction = Reaction(message_id=last.id, member_id=by, emoji="👍", at=message.at)
            yield Happening(at=message.at, reaction=reaction)
        yield Happening(at=message.at, message=message)
        last = message


def _said() -> Iterator[Message]:
    """The samples one after the other, again and again, each time a little different in sign."""
    talks = [read_sample(SAMPLES / language).talk for language in ("zh", "en")]
    at, id_ = START, 0
    for number, talk in enumerate(cycle(talks)):
        mark = f"{number // 2:b}".translate({ord("0"): ".", ord("1"): "~"})
        begun, first = at, id_
        places = {message.id: place for place, message in enumerate(talk.messages, 1)}
        for said in talk.messages:
            id_, at = id_ + 1, begun + (said.at - talk.messages[0].at) / FASTER
            parent = places.get(said.reply_to_id or 0)
            yield replace(
                said,
                id=id_,
                zone_id=1,
                community_id=1,
                at=at,
                author_id=None if said.author_id is None else _speaker(said.author_id, number),
                text=said.text + mark if said.kind is not MessageKind.SYSTEM else said.text,
                reply_to_id=None if parent is None else first + parent,
            )
        at += timedelta(minutes=30)


def _speaker(author_id: int, number: int) -> int:
    """Somebody else each time round: nobody asks what they asked the week before."""
    return 1 + (author_id + 7 * number) % MEMBERS


def _seconds_to_read(message: Message) -> float:
    started = time.process_time()
    words(plain(message.text))
    return time.process_time() - started


def _seconds_anew(talk: Talk, now: datetime) -> float:
    started = time.process_time()
    weigh(scene_of(talk, (), now))
    return time.process_time() - started


def _ms(seconds: float) -> float:
    return round(1000 * seconds, 3)
