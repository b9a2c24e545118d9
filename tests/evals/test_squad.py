import hashlib
import json
from pathlib import Path

import pytest

from community.errors import Invalid
from evals.squad import read_squad, signed, withheld

TEXTS = ("退烧后满48小时才能返校。", "作业每天不超过90分钟。")


def written(folder: Path) -> Path:
    paragraphs = [
        {"context": text, "qas": [{"id": f"q{place}", "question": f"问{place}"}]}
        for place, text in enumerate(TEXTS)
    ]
    path = folder / "few.json"
    path.write_text(json.dumps({"data": [{"paragraphs": paragraphs}]}), encoding="utf-8")
    return path


def test_a_file_gives_its_paragraphs_and_questions(tmp_path: Path) -> None:
    found = read_squad(written(tmp_path))
    assert found.texts == TEXTS
    assert [(one.id, one.text, one.paragraph) for one in found.questions] == [
        ("q0", "问0", 0),
        ("q1", "问1", 1),
    ]


@pytest.mark.parametrize("content", ["{}", "[]", "no json", '{"data": [{}]}'])
def test_a_file_of_another_shape_is_said_to_be_one(tmp_path: Path, content: str) -> None:
    path = tmp_path / "odd.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(Invalid):
        read_squad(path)


def test_every_text_becomes_a_signed_article() -> None:
    assert [(one.distillation_id, one.text) for one in signed(TEXTS)] == list(enumerate(TEXTS, 1))


@pytest.mark.parametrize("text", TEXTS)
def test_an_even_digest_is_withheld(text: str) -> None:
    last = hashlib.sha256(text.encode()).hexdigest()[-1]
    assert withheld(text) == (last in "02468ace")
