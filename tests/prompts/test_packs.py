import re

import pytest

from prompts.packs import domains, frames, pack, tensions
from prompts.scaffolding import scaffolds

LANGUAGES = ("zh", "en")
PACKS = [(domain, language) for language in LANGUAGES for domain in domains(language)]
IDS = {
    *("starter", "three_points", "scene_pain_fix", "prep", "star", "scqa", "what_so_what"),
    *("four_f", "orid", "kiss", "aar", "fab", "five_w", "help_five", "yes_and"),
}


def short(option: str, language: str) -> bool:
    return len(option) <= 12 if language == "zh" else len(option.split()) <= 6


@pytest.mark.parametrize(("domain", "language"), PACKS)
def test_every_tension_has_a_scene_and_two_to_four_short_ways_to_answer(
    domain: str, language: str
) -> None:
    known = pack(domain, language)
    assert len(known) >= 15
    for tension in known:
        assert tension.scene
        assert tension.keywords
        assert 2 <= len(set(tension.options)) == len(tension.options) <= 4
        assert all(short(option, language) for option in tension.options), tension.options
        assert not re.search(r"[?？!！]", tension.scene + tension.tension)


def test_no_scene_is_told_twice() -> None:
    for language in LANGUAGES:
        scenes = [tension.scene for tension in tensions(language)]
        assert len(scenes) == len(set(scenes))


def test_frames_fit_any_topic_in_both_languages() -> None:
    assert len(frames("zh")) == len(frames("en"))
    for language in LANGUAGES:
        assert all(
            short(option, language) for frame in frames(language) for option in frame.options
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fifteen_scaffolds_are_there_with_a_worked_example(language: str) -> None:
    known = scaffolds(language)
    assert {frame.id for frame in known} == IDS
    for frame in known:
        assert 1 <= frame.level <= 3
        assert [slot.key for slot in frame.slots] == [key for key, _ in frame.example]
        assert all(text for _, text in frame.example)
        assert frame.mini
        assert frame.example_text.count("\n") == len(frame.slots) - 1


def test_a_scaffold_has_the_same_slots_in_both_languages() -> None:
    for one, other in zip(scaffolds("zh"), scaffolds("en"), strict=True):
        assert (one.id, one.level) == (other.id, other.level)
        assert [slot.key for slot in one.slots] == [slot.key for slot in other.slots]
