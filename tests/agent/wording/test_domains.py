"""Which line of work a community talks about, and that no question of another is offered."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from agent.moves.brief import Brief, Line
from agent.wording.domains import LEAST, domains_in
from agent.wording.provocations import frame_for, named_topic, tension_for
from agent.wording.writers import write
from prompts.packs import pack
from tests.architecture.source import ROOT

ROOMS = [
    pytest.param("connectors/samples/zh", "zh", ("teaching",), id="teachers"),
    pytest.param("connectors/samples/en", "en", ("management", "engineering"), id="leads"),
    pytest.param("evals/datasets/communities/zh-sales", "zh", ("sales",), id="sellers"),
    pytest.param("evals/datasets/communities/en-python", "en", ("engineering",), id="learners"),
]


def said_in(folder: Path) -> list[str]:
    chat = json.loads((folder / "chat.json").read_text(encoding="utf-8"))
    return [each["content"] for each in chat["messages"] if each.get("content")]


@pytest.mark.parametrize(("folder", "language", "domains"), ROOMS)
def test_a_community_is_known_by_its_own_words(
    folder: str, language: str, domains: tuple[str, ...]
) -> None:
    assert domains_in(said_in(ROOT / folder), language) == domains


@pytest.mark.parametrize(("folder", "language", "domains"), ROOMS)
def test_every_question_of_a_pack_is_of_their_own_work_and_asked_once(
    folder: str, language: str, domains: tuple[str, ...]
) -> None:
    said = said_in(ROOT / folder)
    asked: list[str] = []
    for at in range(0, len(said) - 12, 6):
        lines = tuple(
            Line(message_id=number, name="x", text=text)
            for number, text in enumerate(said[at : at + 12])
        )
        brief = a_brief(language, lines=lines, anchor=lines[6], domains=domains, variant=at)
        brief = replace(brief, asked=tuple(asked))
        tension = tension_for(brief)
        if tension is None or not tension.scene:
            continue
        assert tension.domain in domains
        draft = write(brief)
        assert draft is not None
        asked.append(draft.text)
    scenes = [each.scene for domain in domains for each in pack(domain, language)]
    told = [scene for text in asked for scene in scenes if scene in text]
    assert len(told) == len(asked) == len(set(told)) > 3


def a_brief(language: str, **changes: object) -> Brief:
    brief = Brief(move="provoke", language=language, community="c", zone="z", lines=(), expert="E")
    return replace(brief, **changes)  # pyright: ignore[reportArgumentType]


def test_a_story_or_two_make_no_trade() -> None:
    story = ["家里老人住院，护士和医生都好，病房也安静", "出院了，医嘱说多休息"]
    assert domains_in([*story, *["周末去爬山吗"] * 60], "zh") == ()
    assert domains_in(["客户要报价，订单和样品都催"] * (LEAST - 1), "zh") == ()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_where_no_trade_is_plain_no_pack_is_opened(language: str) -> None:
    text = (
        "家长又问作业，学生都说写不完" if language == "zh" else "homework, parents and pupils again"
    )
    anchor = Line(message_id=1, name="x", text=text)
    brief = a_brief(language, lines=(anchor,), anchor=anchor, topics=(text,))
    assert tension_for(brief) == frame_for(brief)
    fits = tension_for(replace(brief, domains=("teaching",)))
    assert fits is not None
    assert fits.domain == "teaching"
    other = tension_for(replace(brief, domains=("sales",)))
    assert other is None or not other.domain


def test_a_latin_keyword_is_a_word_and_not_a_part_of_one() -> None:
    line = Line(message_id=1, name="x", text="in april we decide about the printer, shared or not")
    brief = a_brief("en", lines=(line,), anchor=line, domains=("engineering",))
    assert tension_for(brief) is None
    assert named_topic(pack("engineering", "en")[0], ("april", "two PRs a day")) == "two PRs a day"


def test_a_small_question_takes_the_scene_of_a_pain_point_where_there_is_room() -> None:
    line = Line(message_id=1, name="x", text="作业没交的天天是那几个")
    brief = a_brief("zh", lines=(line,), anchor=line, domains=("teaching",))
    brief = replace(brief, move="low_cost_q", topics=("作业没交的老是那几个",))
    draft = write(brief)
    assert draft is not None
    assert any(each.scene in draft.text for each in pack("teaching", "zh"))
    assert len(draft.text) <= 90
