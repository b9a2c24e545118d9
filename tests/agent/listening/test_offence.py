"""Offence: insults score high, counter-speech and quoted speech do not, English mostly abstains."""

import json
from pathlib import Path

import pytest

import evals
from agent.listening.offence import THRESHOLD, offence, own_words
from agent.listening.thresholds import OFFENCE

ODD = {
    "nothing": "",
    "long": "滚" * 100_000,
    "emoji": "😀🎉" * 500,
    "right to left": "\u202eمرحبا بالعالم\u202c",
    "zero width": "\u200b\u200d\ufeff",
    "lone surrogate": "\ud83d",
}


@pytest.mark.parametrize(
    "text", ["河南人都是骗子,滚出去", "女司机就是垃圾,脑残一样", "你们这些废物,真恶心"]
)
def test_an_insult_is_offensive_and_says_by_which_words(text: str) -> None:
    judged = offence(text)
    assert judged.chance >= THRESHOLD
    assert judged.words
    assert all(word in text for word in judged.words)


@pytest.mark.parametrize(
    "text",
    [
        "请不要地域黑,每个地方都有好人和坏人",
        "我是河南人,希望大家不要有偏见,谢谢",
        "今天的作业是第三章,记得周五交",
        "这节课的分组讨论很有用,谢谢李老师",
    ],
)
def test_who_speaks_against_prejudice_or_of_work_does_not_offend(text: str) -> None:
    assert offence(text).chance < THRESHOLD


def test_quoted_speech_is_not_the_speakers_own() -> None:
    assert own_words("他在群里说“你们这些废物真恶心”,请处理") == "他在群里说 ,请处理"
    assert offence("他在群里说“你们这些废物真恶心”,请处理一下").chance < THRESHOLD


def test_english_abstains_but_for_plain_insults() -> None:
    assert not offence("Your report missed two numbers, can you check").known
    insulted = offence("shut up, you are such an idiot")
    assert insulted.known
    assert insulted.chance >= THRESHOLD
    assert "shut up" in insulted.words
    assert not offence("a plain remark").known


@pytest.mark.parametrize("name", ODD)
def test_odd_texts_get_a_chance(name: str) -> None:
    assert 0 <= offence(ODD[name]).chance <= 1


def test_of_made_english_lines_few_harmless_ones_are_taken_for_an_offence() -> None:
    """Their author wrote the wordings too: what this holds is that nothing is lost again."""
    home = Path(evals.__file__).parent / "datasets"
    lines = [json.loads(row) for row in (home / "offence_en.jsonl").read_text().splitlines()]
    for half in (lines[0::2], lines[1::2]):
        told = [line for line in half if offence(line["text"]).chance >= OFFENCE]
        wrong = sum(not line["offends"] for line in told)
        assert len(told) - wrong >= 0.8 * sum(line["offends"] for line in half)
        assert wrong <= 0.1 * len(half) / 2


@pytest.mark.parametrize(
    "text", ["you " * 500, "so " * 600 + "you are", "women " * 300 + "are all"]
)
def test_a_long_line_is_read_at_once(text: str) -> None:
    assert not offence(text).known
