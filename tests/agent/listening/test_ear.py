"""A room heard message by message sounds exactly as the same talk read anew."""

import random
import time
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from agent.decide import linked
from agent.gate_settings import GateSettings
from agent.listening.ear import Ear
from agent.listening.room.room import Room
from agent.listening.scene import Scene, scene_of
from agent.listening.signal import SignalKind
from agent.listening.signals import NOTICING
from agent.moves.waiting import patience_of, waiting
from community.conversation import Link, LinkSource, Message, Reaction, Talk
from evals.labelled import read_sample
from tests.agent.listening.rooms import ALL, LI, MIN, WU, room
from tests.builders import MONDAY, said

SAMPLES = Path(__file__).parents[3] / "connectors" / "samples"
WINDOW = timedelta(days=14)
REMEMBERED = {"drawers", "version", "answered"}
"""What a scene keeps to itself."""

SOON = 0.5
"""Seconds for the longest message with everything loaded anew; 0.2 on a quiet machine."""
MANY = 600
BLAMING = {
    SignalKind.ADVERT,
    SignalKind.CONFLICT,
    SignalKind.INJECTION,
    SignalKind.OFFENCE,
    SignalKind.PERSONAL_DATA,
    SignalKind.PUT_DOWN,
}


def empty(talk: Talk) -> Talk:
    return replace(talk, messages=(), reactions=(), links={})


def heard(scene: Scene) -> list[object]:
    """Everything that is noticed, and what the gate hears."""
    noticed = [signal for notice in NOTICING for signal in notice(scene)]
    patience = patience_of(scene, GateSettings())
    return [*noticed, patience, *waiting(scene, patience)]


def assert_same(kept: Scene, anew: Scene) -> None:
    for each in fields(Scene):
        if each.name not in REMEMBERED:
            assert getattr(kept, each.name) == getattr(anew, each.name), each.name
    assert heard(kept) == heard(anew)


@pytest.fixture(scope="module", params=["zh", "en"])
def talk(request: pytest.FixtureRequest) -> Talk:
    return linked(read_sample(SAMPLES / str(request.param)).talk)


def test_hearing_message_by_message_gives_what_a_fresh_look_gives(talk: Talk) -> None:
    kept = Room(empty(talk))
    for number, message in enumerate(talk.messages[:260]):
        kept.hear(message, talk.links[message.id])
        kept.forget_before(message.at - WINDOW)
        for now in (message.at, message.at + timedelta(minutes=75)) if number % 9 == 0 else ():
            assert_same(kept.scene(now), scene_of(kept.talk(), (), now))


@pytest.mark.parametrize("seed", range(3))
def test_edits_recalls_reactions_and_moved_links_change_the_same_as_a_fresh_look(
    talk: Talk, seed: int
) -> None:
    draw = random.Random(seed)  # noqa: S311
    start = 80 * seed
    kept = Room(empty(talk))
    now = talk.messages[start].at
    for number, message in enumerate(talk.messages[start : start + 90]):
        now = max(now, message.at)
        kept.hear(message, talk.links[message.id])
        for _ in range(draw.randint(0, 2)):
            _disturb(kept, draw, now)
        kept.forget_before(now - timedelta(days=5))
        if number % 6 == 0:
            at = now + timedelta(minutes=draw.choice((0, 1, 20, 130, 3000)))
            assert_same(kept.scene(at), scene_of(kept.talk(), (), at))


def _disturb(kept: Room, draw: random.Random, now: datetime) -> None:
    """Something that happens to what was said already."""
    known = kept.talk()
    old = draw.choice(known.messages[-30:] or known.messages)
    some = draw.choice(known.messages)
    match draw.randrange(8):
        case 0:
            kept.hear(replace(old, text=some.text, revision=old.revision + 1, edited_at=now))
        case 1:
            kept.hear(replace(old, text="", recalled_at=now))
        case 2:
            kept.react(
                Reaction(message_id=old.id, member_id=some.author_id or 1, emoji="+", at=now)
            )
        case 3 if known.reactions:
            kept.take_back(draw.choice(known.reactions))
        case 4:
            link = Link(message_id=old.id, parent_id=some.id, confidence=1, by=LinkSource.PERSON)
            kept.link(link)
        case 5:
            kept.link(Link(message_id=old.id, parent_id=None, confidence=0.3, by=LinkSource.MODEL))
        case 6:
            late = replace(some, id=10_000 + draw.randrange(10_000), at=old.at, reply_to_id=None)
            kept.hear(
                late,
                Link(message_id=late.id, parent_id=old.id, confidence=0.7, by=LinkSource.MODEL),
            )
        case _:
            kept.forget(some.id)


def test_a_scene_that_somebody_holds_does_not_change_when_the_room_goes_on() -> None:
    kept = Room(room([said(1, MIN, "谁有课表?"), said(2, LI, "我有", minutes=1, reply_to=1)]))
    before = kept.scene(MONDAY + timedelta(minutes=2))
    replies, by_id = dict(before.replies), dict(before.by_id)
    noticed = heard(before)
    kept.hear(said(3, LI, "发你了", minutes=3, reply_to=1))
    kept.react(Reaction(message_id=1, member_id=3, emoji="👍", at=MONDAY + timedelta(minutes=3)))
    assert (dict(before.replies), dict(before.by_id), before.reacted) == (replies, by_id, {})
    assert heard(before) == noticed


def test_a_clock_that_jumps_back_puts_a_message_in_its_place() -> None:
    kept = Room(empty(room([])))
    for message in (said(1, MIN, "谁有课表?", minutes=90), said(2, LI, "我有课表", minutes=5)):
        kept.hear(message)
    now = MONDAY + timedelta(minutes=90)
    assert [m.id for m in kept.scene(now).spoken] == [2, 1]
    assert [m.id for m in kept.scene(now - timedelta(minutes=30)).spoken] == [2]
    assert_same(kept.scene(now), scene_of(kept.talk(), (), now))


def test_members_who_come_change_whom_a_name_means() -> None:
    talk = room([said(1, MIN, "@小敏 @李想 来了"), said(2, LI, "来了", minutes=1)])
    kept = Room(talk)
    renamed = {m.id: replace(m, name="李想") if m is MIN else m for m in ALL}
    kept.know(replace(talk, members=renamed))
    now = MONDAY + timedelta(minutes=2)
    assert dict(kept.scene(now).addressed) == {}
    assert_same(kept.scene(now), scene_of(kept.talk(), (), now))


def _life(talk: Talk) -> Iterator[Message]:
    for message in talk.messages[:60]:
        yield replace(message, reply_to_id=None)


def test_an_ear_links_each_message_once_and_forgets_what_is_old(talk: Talk) -> None:
    ear = Ear(empty(talk), window=timedelta(days=3))
    links = [ear.hear(message) for message in _life(talk)]
    last = talk.messages[59].at
    known = ear.talk()
    assert known.messages[0].at >= last - timedelta(days=3)
    assert set(known.links) == {m.id for m in known.messages}
    edited = replace(known.messages[-1], text="改了", revision=1)
    assert ear.hear(edited) == links[-1]
    assert ear.talk().messages[-1].text == "改了"


def test_what_a_person_gave_stays_when_the_message_is_edited() -> None:
    ear = Ear(room([said(1, MIN, "谁有课表?")]))
    given = Link(message_id=2, parent_id=1, confidence=1, by=LinkSource.PERSON)
    ear.hear(said(2, LI, "我有", minutes=1), given)
    assert ear.hear(replace(said(2, LI, "我有的", minutes=1), revision=1)) == given
    assert [m.text for m in ear.scene(MONDAY + timedelta(minutes=2)).replies[1]] == ["我有的"]


ODD = [
    pytest.param("长得很,谁有办法?" * 12_500, id="a hundred thousand signs"),
    pytest.param("does anyone know? " * 5_600, id="a hundred thousand letters"),
    pytest.param("🎂🎂👨‍👩‍👧‍👦🥲" * 400, id="only emoji"),
    pytest.param("\u202eمرحبا بكم في المجموعة\u202c", id="right to left"),
    pytest.param("\u200b\u200d\ufeff", id="only zero-width"),
    pytest.param("", id="nothing"),
    pytest.param("@" * 5_000, id="only ats"),
    pytest.param("ſſıİ ΑΣς ß\x00", id="letters that fold oddly"),
]


@pytest.mark.parametrize("text", ODD)
def test_any_text_is_heard_soon_and_held_against_nobody(text: str) -> None:
    ear = Ear(room([said(1, MIN, "大家早"), said(2, LI, "早", minutes=1)]))
    started = time.process_time()
    ear.hear(said(3, MIN, text, minutes=2))
    now = MONDAY + timedelta(minutes=2)
    noticed = [signal for notice in NOTICING for signal in notice(ear.scene(now))]
    assert time.process_time() - started < SOON
    assert not [signal for signal in noticed if signal.kind in BLAMING]
    assert_same(ear.scene(now), scene_of(ear.talk(), (), now))


def test_thousands_of_messages_in_one_second_are_heard_in_time() -> None:
    ear = Ear(room([]))
    started = time.process_time()
    for id_ in range(1, MANY + 1):
        parent = id_ - 1 if id_ % 3 else None
        link = Link(message_id=id_, parent_id=parent, confidence=0.9, by=LinkSource.PLATFORM)
        ear.hear(said(id_, ALL[id_ % 5], f"谁有第{id_}课的课件?"), link)
    heard(ear.scene(MONDAY))
    assert time.process_time() - started < MANY / 200


def test_a_member_renamed_to_anothers_name_is_blamed_for_nothing_they_did_not_say() -> None:
    talk = room([said(1, MIN, "限时99元,加V:abc 先到先得")])
    ear = Ear(talk)
    renamed = {m.id: replace(m, name="小敏") if m is LI else m for m in ALL}
    ear.know(replace(talk, members=renamed))
    ear.hear(said(2, WU, "@小敏 你这是广告吧", minutes=1))
    scene = ear.scene(MONDAY + timedelta(minutes=1))
    noticed = [signal for notice in NOTICING for signal in notice(scene)]
    assert {member for signal in noticed for member in signal.member_ids} == {MIN.id}
    assert scene.addressed == {}
