from dataclasses import dataclass

import pytest

from knowledge_base import likeness as module
from knowledge_base.embedders.base import Vectors
from knowledge_base.likeness import Likeness
from tests.embedding import the_embedder


@dataclass
class Other:
    """An embedder whose cosines mean nothing known."""

    id: str = "other-1"

    def embed_passages(self, texts: object) -> Vectors:
        """Never asked."""
        raise AssertionError(texts)

    def embed_question(self, text: str) -> Vectors:
        """Never asked."""
        raise AssertionError(text)


def test_a_text_is_as_near_to_itself_as_can_be_and_an_unknown_one_to_nothing() -> None:
    likeness = Likeness(the_embedder())
    likeness.know(["几点发车", "几点发车"])
    assert likeness.between("几点发车", "几点发车") == pytest.approx(1, abs=1e-4)
    assert likeness.between("几点发车", "谁来开门") == 0


def test_of_an_embedder_with_another_scale_nothing_is_assumed() -> None:
    likeness = Likeness(Other())
    likeness.know(["几点发车"])
    assert likeness.between("几点发车", "几点发车") == 0


def test_only_the_last_texts_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HELD", 2)
    likeness = Likeness(the_embedder())
    for text in ("甲", "乙", "甲", "丙"):
        likeness.know([text])
    assert likeness.between("乙", "乙") == 0
    assert likeness.between("甲", "丙") != 0
