import random

import numpy as np
import pytest

from knowledge_base.lexical import (
    POOL,
    LexicalIndex,
    asked,
    best,
    coverage,
    plain,
    stem,
    tokens,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("作业", ["作", "业", "作业"], id="characters and pairs"),
        pytest.param("Weekly meetings", ["week", "meet"], id="words without their endings"),
        pytest.param("９０分鐘", ["90", "分", "钟", "分钟"], id="full width and traditional"),
        pytest.param("7:20、40%", ["7:20", "40%"], id="numbers stay whole"),
        pytest.param("🙂 ……", [], id="nothing to find"),
    ],
)
def test_a_text_becomes_tokens(text: str, found: list[str]) -> None:
    assert tokens(text) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [("stopping", "stopped"), ("policies", "policy"), ("gives", "given"[:4]), ("hour", "hours")],
)
def test_forms_of_a_word_share_a_root(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_two_spellings_are_one_word() -> None:
    assert plain("課程ＡＢＣ") == plain("课程abc")


def index_of(*texts: str) -> LexicalIndex:
    index = LexicalIndex()
    for text in texts:
        index.add(text)
    return index


def test_the_passage_that_holds_the_rare_word_comes_first() -> None:
    index = index_of("家长会在周五", "家长会要签到", "家长群里发复课条")
    assert index.search(asked("复课条在哪里拿"), 3).rows[0] == 2


def test_a_search_without_a_common_word_finds_nothing() -> None:
    assert len(index_of("家长会在周五").search(asked("budget"), 3).rows) == 0


def test_an_empty_index_and_an_empty_question_find_nothing() -> None:
    assert len(LexicalIndex().search(asked("家长会"), 3).rows) == 0
    assert len(index_of("家长会").search(asked(""), 3).rows) == 0


def test_a_removed_row_is_never_found_again() -> None:
    index = index_of("家长会在周五", "家长会要签到")
    index.remove(0)
    index.remove(0)
    assert list(index.search(asked("家长会周五"), 3).rows) == [1]
    assert len(index) == 1


def test_an_added_row_is_found_at_once() -> None:
    index = index_of("家长签到")
    assert index.search(asked("运动会"), 1).rows.size == 0
    row = index.add("运动会改到下周")
    assert list(index.search(asked("运动会"), 1).rows) == [row]


def test_it_asks_to_be_built_anew_when_half_is_dead() -> None:
    index = index_of(*(f"第{n}条" for n in range(140)))
    for row in range(69):
        index.remove(row)
    assert not index.is_half_dead
    for row in range(71):
        index.remove(row)
    assert index.is_half_dead


def test_scores_agree_with_the_formula() -> None:
    index = index_of("甲", "乙 乙")
    idf = np.log(1 + (2 - 1 + 0.5) / (1 + 0.5))
    norm = 1.2 * (1 - 0.75 + 0.75 * 1 / 1.5)
    assert index.scores({"甲": 1.0})[0] == pytest.approx(idf * 2.2 / (1 + norm))


def test_a_word_said_often_is_counted_up_to_a_limit() -> None:
    index = index_of("好" * 1000, "好")
    assert index.scores({"好": 1.0}).tolist()[1] > 0


def test_asking_words_weigh_less() -> None:
    weights = asked("请问作业多少分钟")
    assert weights["多少"] < weights["作业"]


def test_best_is_stable_and_leaves_out_zeros() -> None:
    hits = best(np.array([0, 2, 2, 1], dtype=np.float32), 10)
    assert hits.rows.tolist() == [1, 2, 3]


def test_coverage_is_weighted_by_rarity() -> None:
    rarity = {"诺如": 3.0, "学生": 1.0}
    assert coverage(rarity, tokens("诺如要等"), rarity) == pytest.approx(0.75)
    assert coverage([], ["a"], rarity) == 0


def test_chosen_rows_are_scored_as_all_rows_are_and_dead_ones_not_at_all() -> None:
    index = LexicalIndex()
    rows = [index.add(text) for text in ("流感退烧后满48小时", "诺如满72小时", "先拿复课条")]
    index.remove(rows[1])
    question = asked("退烧后几小时")
    chosen = np.array(rows, dtype=np.int64)
    assert np.allclose(index.scores_of(question, chosen), index.scores(question))
    assert index.scores_of(question, chosen)[1] == 0


def test_a_common_token_tells_rivals_apart_that_rare_ones_named() -> None:
    index = LexicalIndex()
    for number in range(POOL * 2):
        index.add(f"周报 小组{number % 2} 第{number}条 " + ("满分" if number % 3 else "零分"))
    question = asked("小组1满分周报")
    found = index.search(question, 5)
    exact = index.scores_of(question, np.arange(POOL * 2, dtype=np.int64))
    assert np.allclose(found.scores, np.sort(exact)[::-1][:5], rtol=1e-4)


def test_the_best_few_are_the_same_whether_or_not_hopeless_rows_are_left_out() -> None:
    index = LexicalIndex()
    draw = random.Random(3)  # noqa: S311
    for number in range(POOL * 3):
        words = draw.choices("甲乙丙丁戊己庚辛", k=4)
        index.add(f"周报{''.join(words)}满{number % 90}天")
    for row in range(0, POOL * 3, 7):
        index.remove(row)
    question = dict.fromkeys(tokens("周报甲乙丙满天"), 1.0)
    whole = index.scores(question)
    assert np.allclose(index.search(question, 9).scores, best(whole, 9).scores, rtol=1e-4)
