from agent.distilling.attribution import put_in_a_mouth
from tests.builders import a_member, said

JIANG, LIU = a_member(3, "江楠"), a_member(4, "柳青")
NAMES = {"江楠": 3, "柳青": 4}
CITED = (
    said(1, JIANG, "九化只讲错误率40%以上的题,40%以下的贴答案+小老师"),
    said(2, LIU, "40%一刀切我不同意。有的题错误率20%,但是那道是下单元的底子"),
)


def test_words_of_another_are_put_in_nobodys_mouth() -> None:
    assert put_in_a_mouth([("柳青", "九化只讲错误率40%以上的题")], CITED, NAMES)


def test_everybodys_own_words_stand() -> None:
    own = [("江楠", "九化只讲错误率40%以上的题"), ("柳青", "40%一刀切不行，有的题是下单元的底子")]
    assert not put_in_a_mouth(own, CITED, NAMES)


def test_what_neither_said_in_these_words_is_left_to_the_other_checks() -> None:
    assert not put_in_a_mouth([("柳青", "要看这一章后面还用不用得上")], CITED, NAMES)


def test_a_speaker_who_is_not_cited_is_left_to_the_check_of_names() -> None:
    assert not put_in_a_mouth([("柳青", "九化只讲错误率40%以上的题")], CITED[:1], NAMES)
