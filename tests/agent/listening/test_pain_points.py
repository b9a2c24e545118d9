from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from agent.listening.pain_points import PainPoint, Vectors, pain_points
from agent.listening.pain_words import shortened
from agent.listening.scene import scene_of
from agent.listening.trouble_worth import worth_of
from agent.listening.troubles import Voice
from community.conversation import Link, LinkSource, Message, Reaction
from community.people import Member, Purpose, Role
from tests.builders import MONDAY, a_member, a_talk, said

ANN, BO, CY, DEE = (
    a_member(number, name) for number, name in enumerate(("安安", "小博", "陈陈", "丁丁"), 1)
)
HOST = a_member(9, "群主老周", Role.OWNER)
BEFORE = tuple(
    said(900 + number, HOST, text, minutes=-60)
    for number, text in enumerate(
        ("这一周的安排已经发在文件里", "周四晚上八点照常线上聊", "新来的几位欢迎")
    )
)
NOW = MONDAY + timedelta(days=3)
LATE = "早自习迟到的越来越多,扣分也没用"
PAID = "老客户的账又拖了两个月,怎么催都没反应"


def heard(
    *messages: Message,
    members: Sequence[Member] = (ANN, BO, CY, DEE, HOST),
    answers: dict[int, int] | None = None,
    reactions: Sequence[Reaction] = (),
    purpose: Purpose = Purpose.WORK,
    taps: Sequence[Voice] = (),
    language: str = "zh",
    later: timedelta = timedelta(0),
) -> tuple[PainPoint, ...]:
    parents = answers or {}
    messages = (*BEFORE, *messages)
    links = [
        Link(message_id=m.id, parent_id=parents.get(m.id), confidence=0.9, by=LinkSource.MODEL)
        for m in messages
    ]
    talk = a_talk(
        messages, members, links=links, reactions=reactions, purpose=purpose, language=language
    )
    now = NOW + later
    return pain_points([scene_of(talk, (), now)], now, _apart, taps)


def _apart(texts: Sequence[str]) -> Vectors:
    """Every text as unlike every other as can be, but for the same text."""
    places = {text: at for at, text in enumerate(dict.fromkeys(texts))}
    vectors = np.zeros((len(texts), len(places)), dtype=np.float32)
    for at, text in enumerate(texts):
        vectors[at, places[text]] = 1.0
    return vectors


@pytest.mark.parametrize(
    "text",
    [
        LATE,
        PAID,
        "作业分三层我根本改不完",
        "求支招,客户张口要降8个点,不降这周就定别家",
        "周报系统是不是又崩了,点提交转圈",
        "走一次特价审批要五天,客户等不及",
        "i struggle with quiet people in one on ones, they just say all good",
        "merging two tables always duplicates my rows, no idea why",
        "our release is late again because the tests keep failing",
        "how do you say no to a good candidate? i hate the template",
    ],
)
def test_a_trouble_with_the_work_is_heard(text: str) -> None:
    assert worth_of(text) >= 0.7


@pytest.mark.parametrize(
    "text",
    [
        "食堂今天的鱼谁点谁后悔",
        "谢谢,弄好了",
        "录播室钥匙在谁那",
        "明天下午两点开会,带上清单",
        "昨晚睡不着,今天请病假",
        "我的办法是先收手机再讲课,很管用",
        "the coffee machine is broken again",
        "where do i find the recording of the call?",
        "thanks, works now",
        "happy to share my notes",
    ],
)
def test_errands_jokes_answers_and_private_life_are_no_trouble(text: str) -> None:
    assert worth_of(text) < 0.7


def test_the_words_are_verbatim_and_say_who_and_when() -> None:
    [point] = heard(said(1, ANN, f"大家好。{PAID}。谢谢各位", minutes=60))
    assert point.words == PAID
    assert (point.words_from, point.people, point.message_ids) == (1, (ANN.id,), (1,))
    assert point.first_at == point.last_at == MONDAY + timedelta(minutes=60)


def test_me_too_in_the_thread_counts_and_two_problems_stay_two() -> None:
    points = heard(
        said(1, ANN, LATE),
        said(2, BO, "我班也是", minutes=5),
        said(3, CY, PAID, minutes=600),
        answers={2: 1},
    )
    assert [(point.words, point.people) for point in points] == [
        (LATE, (ANN.id, BO.id)),
        (PAID, (CY.id,)),
    ]


def test_the_same_words_on_another_day_are_one_problem_with_more_people() -> None:
    [point] = heard(said(1, ANN, LATE), said(2, BO, LATE, minutes=2000))
    assert point.people == (ANN.id, BO.id)


def test_who_keeps_the_room_and_other_zones_tell_no_pain_points() -> None:
    assert heard(said(1, HOST, LATE)) == ()
    assert heard(said(1, ANN, LATE), purpose=Purpose.SOCIAL) == ()


def test_a_quarrel_despair_and_adverts_are_left_alone() -> None:
    quarrel = (
        said(1, ANN, "自习课又被占了,怎么办"),
        said(2, BO, "至于吗,你自己怎么不早说", minutes=1),
        said(3, ANN, "你要脸吗,凭什么占我的课", minutes=2),
        said(4, BO, "你少来,闭嘴", minutes=3),
    )
    assert heard(*quarrel, answers={2: 1, 3: 2, 4: 3}) == ()
    assert heard(said(1, ANN, "撑不下去了,活着没意思,天天做不完")) == ()
    sold = "客户总是谈不下来?【限时99元】名师课仅剩20席,加V:zk_99 立即抢购"
    assert heard(said(1, ANN, sold)) == ()


def test_who_opted_out_is_counted_but_never_quoted_nor_named() -> None:
    shy = replace(BO, opted_out=True)
    people = (ANN, shy, CY, DEE, HOST)
    [point] = heard(said(1, shy, LATE), said(2, ANN, LATE, minutes=2000), members=people)
    assert (point.people, point.words_from) == ((shy.id, ANN.id), 2)
    assert heard(said(1, shy, LATE), members=people) == ()
    assert all(
        "小博" not in one.words for one in heard(said(1, ANN, f"小博那边{LATE}"), members=people)
    )


def test_personal_data_is_never_in_the_words() -> None:
    points = heard(said(1, ANN, f"{PAID}。他的车鲁A12345总是打不开门"))
    assert [point.words for point in points] == [PAID]


def test_silent_members_who_reacted_are_touched() -> None:
    liked = [Reaction(message_id=1, member_id=DEE.id, emoji="👍", at=MONDAY)]
    [point] = heard(said(1, ANN, LATE), said(2, BO, "早上好", minutes=1), reactions=liked)
    assert point.silent == (DEE.id,)


def test_a_tap_counts_and_is_quoted_only_where_its_member_agreed() -> None:
    tap = Voice(text=LATE, member_id=DEE.id, at=MONDAY, worth=1.0, tap_id=5, quotable=False)
    assert heard(said(1, BO, "早上好"), taps=[tap]) == ()
    [quoted] = heard(said(1, BO, "早上好"), taps=[replace(tap, quotable=True)])
    assert (quoted.words, quoted.tap_ids, quoted.words_from) == (LATE, (5,), None)
    [counted] = heard(said(1, ANN, LATE), taps=[tap])
    assert (counted.words_from, counted.people, counted.silent) == (
        1,
        (ANN.id, DEE.id),
        (DEE.id,),
    )


def test_a_question_nobody_answered_that_comes_back_is_a_problem() -> None:
    asked = "请问新教师汇报课排在第几周,要写详案吗"
    assert heard(said(1, ANN, asked), answers={}) == ()
    [point] = heard(said(1, ANN, asked), said(2, BO, asked, minutes=1500))
    assert point.message_ids == (1, 2)


def test_what_is_older_than_four_weeks_is_over_and_fresh_ones_weigh_more() -> None:
    fresh = heard(said(1, ANN, LATE))
    stale = heard(said(1, ANN, LATE), later=timedelta(days=15))
    assert fresh[0].strength > stale[0].strength
    assert heard(said(1, ANN, LATE), later=timedelta(days=30)) == ()


def test_the_same_talk_gives_the_same_points() -> None:
    talk = (said(1, ANN, LATE), said(2, BO, PAID, minutes=5), said(3, CY, LATE, minutes=2000))
    assert heard(*talk) == heard(*talk)


def test_bad_input_is_survived() -> None:
    odd = ("", "😀" * 500, "长" * 100_000, "怎么办" * 200, "\u202e\u200b搞不定", "?" * 50)
    heard(*(said(number, ANN, text) for number, text in enumerate(odd, 1)))


def test_a_pain_point_is_shortened_to_whole_clauses() -> None:
    assert shortened("大家交接都怎么弄的?怕交完客户就凉了", 16) == "怕交完客户就凉了"
    assert shortened("今天天气不错", 16) == ""
