"""What six weeks of a room say of one member, and the histories of which nothing may be said."""

from dataclasses import replace

import pytest

from agent.listening.barriers import Barrier, Reading, reading_of
from agent.listening.scene import scene_of
from agent.listening.segments import Segment
from agent.listening.traces import backdrop_of
from community.conversation import LinkSource
from community.people import Role
from tests.agent.listening.histories import (
    DAY,
    HER,
    History,
    begins,
    hedges_and_deletes,
    misses_words,
    mixed,
    moved,
    nods_and_thins,
    on_leave,
    one_day_of_doubt,
    one_put_down,
    only_reads,
    passes_by,
    polite,
    put_down_and_silent,
    self_driven_and_doubting,
    ticks_only,
    willing_but_busy,
)
from tests.agent.listening.rooms import LI, WU, after
from tests.builders import a_member


@pytest.mark.parametrize(
    ("told", "barrier", "codes"),
    [
        pytest.param(
            passes_by(), Barrier.NOT_WANTING, {"passed_by", "named_passed"}, id="lets calls be"
        ),
        pytest.param(
            nods_and_thins(), Barrier.NOT_WANTING, {"nodded", "thinned"}, id="nods and thins out"
        ),
        pytest.param(
            hedges_and_deletes(), Barrier.NOT_DARING, {"hedged", "took_back"}, id="takes back"
        ),
        pytest.param(
            put_down_and_silent(),
            Barrier.NOT_DARING,
            {"put_down", "quiet_after"},
            id="silent since a put-down",
        ),
        pytest.param(
            misses_words(),
            Barrier.NOT_KNOWING_HOW,
            {"wordless", "asked_back", "asked_again"},
            id="misses the words",
        ),
        pytest.param(
            ticks_only(),
            Barrier.NOT_KNOWING_HOW,
            {"wordless", "only_ready_made"},
            id="only ready-made answers",
        ),
    ],
)
def test_a_barrier_is_read_from_acts_that_can_be_opened(
    told: History, barrier: Barrier, codes: set[str]
) -> None:
    read = told.read()
    assert read.barrier is barrier
    assert read.usable
    assert codes <= {each.code for each in read.evidence}
    shown = [id_ for each in read.evidence for id_ in each.message_ids]
    assert len(set(shown)) >= 3
    assert set(shown) <= {each.id for each in told.lines}


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(History(), id="never seen to do anything"),
        pytest.param(one_put_down(), id="one put-down and silence since"),
        pytest.param(polite(), id="a polite hedge now and then"),
        pytest.param(one_day_of_doubt(), id="all on one day"),
        pytest.param(mixed(), id="two barriers as likely"),
        pytest.param(on_leave(), id="told that she is ill"),
        pytest.param(willing_but_busy(), id="answers some calls at length"),
        pytest.param(only_reads(), id="reads along without a word"),
        pytest.param(self_driven_and_doubting(), id="speaks by herself every week"),
    ],
)
def test_what_was_seen_too_little_or_both_ways_stays_unknown(told: History) -> None:
    read = told.read()
    assert read.barrier is Barrier.UNKNOWN
    assert not read.usable
    assert read.evidence == ()


def test_nothing_is_said_of_who_came_less_than_two_weeks_ago() -> None:
    late = misses_words()
    assert late.read(joined=0).barrier is Barrier.NOT_KNOWING_HOW
    assert late.read(joined=30).barrier is Barrier.UNKNOWN


def test_nothing_is_read_of_who_opted_out() -> None:
    told = hedges_and_deletes()
    told.who = replace(HER, opted_out=True)
    assert told.read() == Reading(member_id=HER.id)


@pytest.mark.parametrize("role", [Role.MEMBER, Role.EXPERT, Role.LEADER])
def test_who_somebody_is_changes_nothing(role: Role) -> None:
    """The same acts under another role and name read the same."""
    told = misses_words()
    usual = told.read()
    told.who = replace(HER, role=role, name="张院长", profile={"age": 61, "gender": "f"})
    assert told.read() == usual


def test_a_guessed_answer_is_held_against_nobody() -> None:
    told = put_down_and_silent()
    scene = told.scene()
    by_guess = {
        key: replace(link, confidence=0.45, by=LinkSource.MODEL) if link.parent_id else link
        for key, link in scene.talk.links.items()
    }
    weak = scene_of(replace(scene.talk, links=by_guess), (), scene.now)
    reading = reading_of(HER.id, [backdrop_of(weak)])
    assert "put_down" not in {each.code for each in reading.evidence}


@pytest.mark.parametrize(
    ("told", "joined", "segment"),
    [
        pytest.param(begins((18, 30)), None, Segment.SELF_DRIVEN, id="began in two weeks"),
        pytest.param(begins((38,)), None, Segment.UNKNOWN, id="began once"),
        pytest.param(begins((2, 4)), None, Segment.ABSENT, id="nothing for 28 days"),
        pytest.param(moved(), None, Segment.STIRRABLE, id="spoke after two calls"),
        pytest.param(only_reads(), None, Segment.STIRRABLE, id="reacts without a word"),
        pytest.param(History(), None, Segment.ABSENT, id="never a word"),
        pytest.param(History(), 30, Segment.UNKNOWN, id="never a word, but new"),
    ],
)
def test_a_segment_follows_four_weeks_of_acts(
    told: History, joined: float | None, segment: Segment
) -> None:
    assert told.read(joined=joined).segment is segment


def test_rooms_are_read_together() -> None:
    """What was let be in one room was perhaps said in another."""
    quiet = nods_and_thins()
    busy = History()
    for day in range(22, 41, 2):
        busy.say(HER, "器材室的表我改好了,你们对一下", day=day, reply_to=1)
    assert quiet.read().barrier is Barrier.NOT_WANTING
    both = reading_of(HER.id, map(backdrop_of, (quiet.scene(), busy.scene())))
    assert "thinned" not in {each.code for each in both.evidence}


def test_english_hedges_and_missing_words_are_heard_too() -> None:
    told = History(who=a_member(HER.id, "Mia"))
    for day, text in (
        (5, "just my two cents, I let them read standing for five minutes"),
        (14, "I might be wrong, but I'd put the late list behind the door"),
        (23, "correct me if I misread it, the sheet has three columns"),
        (33, "for what it's worth, ours settled down after a week"),
    ):
        told.say(HER, text, day=day, reply_to=1)
    assert told.read().barrier is Barrier.NOT_DARING


def test_words_that_came_with_a_frame_twice_are_a_sign() -> None:
    told = History()
    for day in (10, 25):
        told.say(HER, "遇到:晚自习吵 试了:先读五分钟", day=day, hour=9, reply_to=1)
    asked = told.say(HER, "那个表怎么弄啊,就是那个统计", day=30)
    told.say(LI, "哪个意思?能具体点吗", day=30, hour=5, reply_to=asked)
    asked = told.say(HER, "家访的名单谁有啊,上次发过的", day=34)
    told.say(WU, "没看懂,你说的是哪张", day=34, hour=5, reply_to=asked)
    room = backdrop_of(told.scene())
    framed = reading_of(HER.id, [room], [after(10 * DAY), after(25 * DAY)])
    assert framed.barrier is Barrier.NOT_KNOWING_HOW
    assert "used_frame" in {each.code for each in framed.evidence}
    assert reading_of(HER.id, [room], [after(15 * DAY)]).barrier is Barrier.UNKNOWN
