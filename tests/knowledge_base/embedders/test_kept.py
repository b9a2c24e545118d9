from collections.abc import Sequence
from pathlib import Path

import numpy as np

from knowledge_base.embedders.base import Vectors
from knowledge_base.embedders.kept import KeptEmbedder


class CountingEmbedder:
    """Embeds by length and remembers what it was asked."""

    id = "counting-1"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Length and 1."""
        self.asked += texts
        return np.array([[len(text), 1] for text in texts], dtype=np.float32).reshape(-1, 2)

    def embed_question(self, text: str) -> Vectors:
        """Length and 2."""
        self.asked.append(text)
        return np.array([len(text), 2], dtype=np.float32)


def test_a_passage_is_embedded_once_also_by_the_next_process(tmp_path: Path) -> None:
    first, second = CountingEmbedder(), CountingEmbedder()
    kept = KeptEmbedder(first, tmp_path)
    kept.embed_passages(["一", "两个", "一"])
    kept.close()
    again = KeptEmbedder(second, tmp_path)
    assert again.embed_passages(["两个", "一", "第三个"]).tolist() == [[2, 1], [1, 1], [3, 1]]
    again.close()
    assert (first.asked, second.asked) == (["一", "两个"], ["第三个"])


def test_questions_are_not_kept_unless_wanted(tmp_path: Path) -> None:
    engine = CountingEmbedder()
    kept = KeptEmbedder(engine, tmp_path)
    assert kept.embed_question("谁").tolist() == kept.embed_question("谁").tolist() == [1, 2]
    kept.close()
    public = KeptEmbedder(engine, tmp_path, questions=True)
    public.embed_question("何时")
    assert public.embed_question("何时").tolist() == [2, 2]
    public.close()
    assert engine.asked == ["谁", "谁", "何时"]


def test_what_nobody_may_read_any_more_is_forgotten(tmp_path: Path) -> None:
    engine = CountingEmbedder()
    kept = KeptEmbedder(engine, tmp_path)
    kept.embed_passages(["一", "二"])
    kept.forget(["一"])
    kept.embed_passages(["一", "二"])
    kept.close()
    assert engine.asked == ["一", "二", "一"]


def test_another_embedder_has_another_file(tmp_path: Path) -> None:
    kept = KeptEmbedder(CountingEmbedder(), tmp_path)
    kept.close()
    assert (tmp_path / "counting-1.sqlite").exists()
