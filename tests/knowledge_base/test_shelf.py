import numpy as np
import pytest

from knowledge_base.embedders.base import Embedder
from knowledge_base.library import passage_vectors
from knowledge_base.passages import Passage
from knowledge_base.shelf import Shelf
from tests.knowledge_base.shelving import TEACHING, a_passage


def filled(embedder: Embedder, *passages: Passage) -> Shelf:
    shelf = Shelf()
    for passage in passages:
        shelf.put(passage)
    shelf.set_vectors([one.id for one in passages], passage_vectors(embedder, passages))
    return shelf


def found(shelf: Shelf, embedder: Embedder, question: str) -> list[int]:
    search = shelf.search(question, embedder.embed_question(question), 3)
    return [hit.passage.distillation_id for hit in search.hits]


@pytest.mark.parametrize(
    ("question", "article"),
    [
        pytest.param("调课要提前几天?", 3, id="the same words"),
        pytest.param("調課要提前幾天?", 3, id="traditional characters"),
        pytest.param("How long must a pupil with flu stay at home?", 1, id="another language"),
        pytest.param("孩子发高烧好了以后隔多长时间可以去学校", 1, id="hardly a word in common"),
    ],
)
def test_a_question_finds_its_passage(embedder: Embedder, question: str, article: int) -> None:
    assert found(filled(embedder, *TEACHING), embedder, question)[0] == article


def test_words_find_it_before_there_is_a_vector() -> None:
    shelf = Shelf()
    for passage in TEACHING:
        shelf.put(passage)
    assert shelf.search("复课条", None, 1).hits[0].passage.distillation_id == 1
    assert len(shelf.without_vector()) == len(TEACHING)


def test_an_empty_shelf_finds_nothing(embedder: Embedder) -> None:
    assert found(Shelf(), embedder, "复课条") == []


def test_a_passage_of_the_same_id_is_replaced(embedder: Embedder) -> None:
    shelf = filled(embedder, *TEACHING)
    shelf.put(a_passage(1, "春游改到四月"))
    assert len(shelf) == len(TEACHING)
    assert shelf.search("春游哪天", None, 1).hits[0].passage.text == "春游改到四月"
    assert all("退烧" not in one.text for one in shelf.passages)


def test_what_was_taken_out_is_found_by_neither_search(embedder: Embedder) -> None:
    shelf = filled(embedder, *TEACHING)
    shelf.take("1.1.0")
    shelf.take("unknown")
    assert 1 not in found(shelf, embedder, "流感退烧后满48小时")


def test_what_is_hidden_for_one_search_is_there_for_the_next(embedder: Embedder) -> None:
    shelf = filled(embedder, *TEACHING)
    question = "流感退烧后满几小时"
    vector = embedder.embed_question(question)
    hidden = shelf.search(question, vector, 4, None, {"1.1.0"})
    assert all(hit.passage.id != "1.1.0" for hit in hidden.hits)
    assert found(shelf, embedder, question)[0] == 1


def test_sweeping_out_the_dead_keeps_the_living(embedder: Embedder) -> None:
    shelf = filled(embedder, *TEACHING)
    for number in range(100, 280):
        shelf.put(a_passage(number, f"第{number}条临时通知"))
        shelf.take(f"{number}.1.0")
    assert found(shelf, embedder, "调课要提前几天")[0] == 3
    assert shelf.without_vector() == ()


def test_the_index_names_rows_and_the_words_add_theirs(embedder: Embedder) -> None:
    shelf = filled(embedder, *TEACHING)
    question = "复课条"
    search = shelf.search(question, embedder.embed_question(question), 4, ["2.1.0", "gone.1.0"])
    assert {hit.passage.distillation_id for hit in search.hits} >= {1, 2}


def test_the_passage_that_answers_stands_out(embedder: Embedder) -> None:
    shelf = filled(embedder, *TEACHING)
    question = "初中书面作业每天多少分钟"
    search = shelf.search(question, embedder.embed_question(question), 4)
    assert search.hits[0].score > 0.8
    assert search.evidence.cover > 0.6
    assert np.isclose(sum(hit.score for hit in search.hits), 1, atol=0.01)
