"""What a wording needs: most texts are ruled out, and nothing that would be found ever is."""

import re
from pathlib import Path

import pytest

from agent.listening import asking_cues, cues
from agent.listening.advert_cues import RULES
from agent.listening.cue import Cue
from agent.listening.telltale import needs_of
from agent.listening.words import plain
from evals.labelled import read_sample

SAMPLES = Path(__file__).parents[3] / "connectors" / "samples"
CUES = [
    *(each for each in vars(cues).values() if isinstance(each, Cue)),
    *(each for each in vars(asking_cues).values() if isinstance(each, Cue)),
    *(rule.pattern for rule in RULES),
]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    talks = [read_sample(SAMPLES / language).talk for language in ("zh", "en")]
    said = [plain(message.text) for talk in talks for message in talk.messages[::5]]
    return [*said, *(text.upper().replace("S", "ſ").replace("I", "ı") for text in said[::4])]


def test_a_cue_finds_what_its_pattern_finds(texts: list[str]) -> None:
    for cue in CUES:
        pattern = re.compile(cue.wording, re.IGNORECASE)
        for text in texts:
            here, there = cue.search(text), pattern.search(text)
            assert (here and here.span()) == (there and there.span()), (cue.wording[:40], text)


@pytest.mark.parametrize(
    ("wording", "needs"),
    [
        pytest.param("报错|打不开", {"报错", "打不开"}, id="alternatives"),
        pytest.param("不(想|敢)做", {"不想做", "不敢做"}, id="multiplied out"),
        pytest.param(r"\bta\b", {"\x00ta\x00"}, id="edges of a word"),
        pytest.param(r"thank you", {"thank\x00 \x00you"}, id="edges inside are certain"),
        pytest.param("哈{2,}", {"哈哈"}, id="repeated"),
        pytest.param("谢(谢)?", {"谢", "谢谢"}, id="optional"),
        pytest.param("(别)?说", {"说", "别说"}, id="optional before"),
        pytest.param(r"第\d+课", {"第"}, id="the best of what is known"),
        pytest.param("(?<!房)租房(?=子)", {"租房"}, id="looking around needs nothing"),
        pytest.param("[吗呢]$", {"吗", "呢"}, id="a class of few signs"),
    ],
)
def test_every_match_holds_one_of_its_needs(wording: str, needs: set[str]) -> None:
    assert needs_of(wording) == needs


@pytest.mark.parametrize("wording", [r"\d", "收到|.", "a*", r"[^a]", "(说)?", "[一-鿿]"])
def test_of_some_wordings_nothing_is_known(wording: str) -> None:
    assert needs_of(wording) is None


def test_an_empty_text_holds_what_needs_nothing() -> None:
    assert Cue("a*").search("")
    assert Cue("谢").search("") is None
