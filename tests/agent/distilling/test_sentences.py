import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.distilling.digest import clauses_of
from agent.distilling.figures import denials_in, measures_in, numbers_in
from agent.distilling.sentences import is_chinese, joined, sentences_in, tidy
from tests.builders import a_member, said

ANN = a_member(1, "Ann")
TALK = st.text(
    alphabet=st.sampled_from("我们先试3天,再说。然后呢?no “it’s” ok. 1.5 @Bo \n!……[笑]🙂abc"),
    max_size=120,
)


@given(st.one_of(TALK, st.text(max_size=200)))
def test_every_span_is_verbatim_whatever_the_text(text: str) -> None:
    message = said(1, ANN, text)
    sentences = sentences_in(message)
    for span in (*sentences, *joined(sentences, text), *(c.span for c in clauses_of([message]))):
        assert text[span.start : span.end] == span.text
        assert span.text


@given(TALK)
def test_tidying_adds_no_number_and_no_word(text: str) -> None:
    said_words = tidy(text)
    assert set(said_words) <= set(text) | set("，; ")
    assert tidy(said_words) == said_words


def test_a_figure_is_not_cut_at_its_point_nor_a_quoted_question_from_its_sentence() -> None:
    message = said(1, ANN, 'it took 1.5 days. i ask "can i use this?" per topic. then stop')
    assert [sentence.text for sentence in sentences_in(message)] == [
        "it took 1.5 days.",
        'i ask "can i use this?" per topic.',
        "then stop",
    ]


def test_numbers_are_read_however_they_are_written() -> None:
    assert set(numbers_in("两周后从9个到二十三个,three times, 1.5倍")) == {
        "2",
        "9",
        "23",
        "3",
        "1.5",
    }
    assert measures_in("48小时")[("48", "小时")] == 1
    assert not numbers_in("一定要一起做")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("早上七点二十开始,十一点收", {("7:20", ""), ("11", "点")}),
        ("7点20到,三点半走", {("7:20", ""), ("3:30", "")}),
        ("下午一点开会,一点也不急", {("1", "点")}),
        ("三分之一没交,百分之二十迟到", {("1/3", ""), ("20", "%")}),
        ("用了半小时,一半人走了", {("1/2", "小时"), ("1/2", "人")}),
        ("a third of them needed half an hour", {("1/3", ""), ("1/2", "h")}),
        ("十一个人", {("11", "人")}),
        ("30 now, 30 then", {("30", "")}),
    ],
)
def test_times_and_shares_are_one_number_however_they_are_written(
    text: str, read: set[tuple[str, str]]
) -> None:
    assert set(measures_in(text)) == read


def test_a_number_told_twice_counts_twice() -> None:
    assert numbers_in("30 now, 30 then")["30"] == 2


def test_denials_are_counted_and_questions_of_the_a_not_a_kind_are_none() -> None:
    assert denials_in("不许问人,没有例外") == 2
    assert denials_in("不过这个不错") == 0
    assert denials_in("是不是要改") == 0
    assert denials_in("we don't and never will") == 2
    assert denials_in("count what they want, present or different") == 0
    assert denials_in("it didnt work") == 1


def test_the_language_is_read_from_the_letters() -> None:
    assert is_chinese("用 merge 对表")
    assert not is_chinese("use merge, 谢")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (
            'df[mask]["x"] = 1 did nothing, use .loc[mask, "x"]',
            'df[mask]["x"] = 1 did nothing, use .loc[mask, "x"]',
        ),
        ("今天起取消早自习[旺柴]", "今天起取消早自习"),
        ("啊我记岔了,抱歉抱歉,应该按90分钟算", "应该按90分钟算"),
        ("sorry, it is 3 days", "it is 3 days"),
    ],
)
def test_code_stays_as_it_was_typed_and_excuses_and_smileys_go(said: str, kept: str) -> None:
    assert tidy(said) == kept
