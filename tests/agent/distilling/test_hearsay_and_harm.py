"""What is told on, told of others, said to hurt or said to comfort is no knowledge."""

import pytest

from agent.distilling.corrections import corrections_in
from agent.distilling.extracting import claims_in, read_thread
from agent.distilling.sentences import Sentence, sentences_in
from agent.distilling.weights import asks
from community.people import Role
from tests.agent.distilling.threads import Line, a_thread
from tests.builders import a_member, said

MIN, LIN, TAO = a_member(2, "阿敏"), a_member(3, "小林", Role.EXPERT), a_member(4, "阿涛")
ANN, BOB, CY = a_member(5, "Ann"), a_member(6, "Bob", Role.EXPERT), a_member(7, "Cy")


def left_out(lines: list[Line], language: str) -> dict[int, str]:
    thread, talk = a_thread(lines, language=language)
    return dict(read_thread(thread, talk).left_out)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "zh",
            [
                (MIN, "我把自己拍的三十秒短片放出来了,第一次剪,主角是我家猫"),
                (TAO, "三十秒全是晃的,这不能算短片", 1),
                (MIN, "我以后少拍", 2),
                (TAO, "昨天那句话说重了,对不起,三十秒我也剪了一晚上", 3),
            ],
        ),
        (
            "en",
            [
                (ANN, "my first quilt is done, 40 squares, i did it on the kitchen table"),
                (CY, "40 squares is not a quilt, that's a place mat", 1),
                (ANN, "fine by me", 2),
                (CY, "that came out wrong yesterday. 40 is more than i ever finished", 3),
            ],
        ),
    ],
)
def test_a_put_down_its_author_takes_back_is_left_out_with_the_taking_back(
    language: str, lines: list[Line]
) -> None:
    found = left_out(lines, language)
    assert found[2] == "attack"
    assert found[4] == "peace"
    assert 1 not in found


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "zh",
            [
                (MIN, "我也念一段,我昨天跟客人说了五分钟英文"),
                (TAO, "五分钟错了八处,先把语法学完再开口,不然白练", 1),
                (CY, "可是你敢开口就已经很棒了", 1),
            ],
        ),
        (
            "en",
            [
                (ANN, "i also read mine out, i spoke to a guest for five minutes"),
                (CY, "eight mistakes. learn the grammar first, otherwise it's no use", 1),
                (MIN, "but you spoke for five minutes, well done", 1),
            ],
        ),
    ],
)
def test_a_put_down_is_known_by_who_stands_by_the_one_it_hurt(
    language: str, lines: list[Line]
) -> None:
    assert left_out(lines, language) == {2: "attack", 3: "peace"}


def test_an_objection_and_an_experts_word_are_no_put_down() -> None:
    objection: list[Line] = [
        (ANN, "we always ask for 40 a month on the form"),
        (CY, "i would not, 25 brought us twice as many people", 1),
        (ANN, "then i try 25", 2),
    ]
    assert left_out(objection, "en") == {}
    expert: list[Line] = [
        (MIN, "我都是先拌粉再腌"),
        (LIN, "顺序不对,先腌10分钟再拌粉", 1),
        (CY, "很棒", 1),
    ]
    assert 2 not in left_out(expert, "zh")


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh", [(MIN, "听说平台下个月抽成涨到8%,有人知道吗"), (TAO, "我也听人说了")]),
        (
            "en",
            [
                (
                    ANN,
                    "a guy at the fair told me the card fee goes to 5% in may. anyone know more?",
                ),
                (CY, "i heard that too, from two people"),
            ],
        ),
    ],
)
def test_what_members_pass_on_of_others_is_hearsay_with_the_question_about_it(
    language: str, lines: list[Line]
) -> None:
    assert left_out(lines, language) == {1: "hearsay", 2: "hearsay"}


def test_a_rumour_beside_something_of_ones_own_and_a_hosts_word_stay() -> None:
    own: list[Line] = [
        (MIN, "听说要涨价。我们店把备货从7天改成10天,先用旧价囤着,断货少了一半"),
        (LIN, "据说归据说,合同里写的是每年3月1号才能调价", 1),
    ]
    assert left_out(own, "zh") == {}


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "zh",
            [
                (LIN, "新学员第一个月的续课率是32%,这是去年全网的数"),
                (LIN, "我说错了,32%是全部学员的,新学员续课率是23%,用23%"),
                (TAO, "我在写汇报:新学员续课率32%,全网去年的数", 0),
            ],
        ),
        (
            "en",
            [
                (BOB, "in our return last year 32% of first-time donors gave again"),
                (BOB, "I was wrong. 32% is all donors. First-time donors only: 23%"),
                (CY, "writing my slide: 32% of first donors gave again", 0),
            ],
        ),
    ],
)
def test_a_withdrawn_figure_told_on_later_is_struck(language: str, lines: list[Line]) -> None:
    thread, talk = a_thread(lines, language=language)
    again = next(one for one in corrections_in(talk) if 3 in one.target_ids)
    assert "32" in again.struck
    assert "23" not in again.struck
    assert not any(
        "32" in claim.text
        for claim in claims_in(read_thread(thread, talk), talk)
        if {c.message_id for c in claim.citations} == {3}
    )


def test_a_figure_set_right_in_one_unit_leaves_the_same_figure_in_another_alone() -> None:
    lines: list[Line] = [
        (LIN, "1. 选2页以内的材料,每天读一遍\n2. 跟读落后原声2秒\n3. 同一段读满5遍再换"),
        (LIN, "更正!我写错了,跟读落后是半秒到一秒,别按2秒练"),
    ]
    thread, talk = a_thread(lines)
    kept = read_thread(thread, talk).parts[1].text
    assert "选2页以内" in kept
    assert "满5遍" in kept
    assert "2秒" not in kept


def test_a_phrase_to_say_in_another_language_asks_nobody_here() -> None:
    text = "递过去,说 Could you type it? 药名别靠猜,结尾加 Correct?"
    found = sentences_in(said(1, MIN, text))
    assert [one.text for one in found] == [text]
    assert not asks(found[0])
    asked = "你们用过 pandas 吗?我想学"
    assert len(sentences_in(said(2, MIN, asked))) == 2
    assert asks(Sentence(message_id=1, start=0, end=9, text="Correct?"))


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "zh",
            [
                (LIN, "周报统一周五前交,每组一份"),
                (MIN, "我没脸见大家了,什么都没意思", 1),
                (TAO, "你先睡,明天我去找你,报告我来写3页", 2),
            ],
        ),
        (
            "en",
            [
                (BOB, "the report is due every friday, one per team"),
                (ANN, "i feel numb and worthless, what's the point", 1),
                (CY, "go to sleep, i'll write 3 pages of it and call you at 8", 2),
            ],
        ),
    ],
)
def test_what_is_said_to_a_cry_for_help_is_not_harvested(language: str, lines: list[Line]) -> None:
    assert left_out(lines, language) == {2: "distress", 3: "distress"}


def test_who_sets_their_own_figure_right_in_the_same_breath_gave_nothing_up() -> None:
    lines: list[Line] = [
        (
            BOB,
            "for first gifts the rule of thumb: 32% of first-time donors give again within a year",
        ),
        (ANN, "32 for first-time only? we are at 20", 1),
        (BOB, "I was wrong. 32% is all donors. First-time donors only: 23%. please use 23", 2),
        (ANN, "noted, 23", 3),
    ]
    thread, talk = a_thread(lines, language="en")
    assert any("23%" in claim.text for claim in claims_in(read_thread(thread, talk), talk))
