import re
from itertools import combinations

import pytest

from agent.checks import check
from agent.checks.quality import question_quality
from agent.checks.source import similarity
from agent.checks.subject import Subject
from agent.moves.brief import Brief
from agent.moves.catalogue import MOVES
from agent.wording.provocations import lettered
from prompts.packs import Tension, domains, frames, pack, tensions
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
    assert len(known) >= 40
    for tension in known:
        assert tension.scene
        assert tension.keywords
        assert 2 <= len(set(tension.options)) == len(tension.options) <= 4
        assert all(short(option, language) for option in tension.options), tension.options
        assert not re.search(r"[?？!！]", tension.scene + tension.tension)


def test_the_same_six_lines_of_work_have_a_pack_in_both_languages() -> None:
    six = ("course", "engineering", "health", "management", "sales", "teaching")
    assert domains("zh") == domains("en") == six


def asked(tension: Tension, language: str) -> Subject:
    gap = "" if language == "zh" else " "
    told = f"{tension.scene}{gap}{tension.tension}{gap}{lettered(tension.options, language)}?"
    brief = Brief(move="provoke", language=language, community="", zone="", lines=())
    return Subject(text=told, brief=brief, length=76, options=tension.options)


@pytest.mark.parametrize(("domain", "language"), PACKS)
def test_every_tension_passes_the_checks_of_a_question_to_the_group(
    domain: str, language: str
) -> None:
    codes = (*MOVES["provoke"].checks, *MOVES["low_cost_q"].checks)
    for tension in pack(domain, language):
        subject = asked(tension, language)
        assert question_quality(subject) >= 7, subject.text
        failed = [each.code for each in check(codes, subject) if not each.passed]
        assert not failed, (subject.text, failed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_tensions_are_alike(language: str) -> None:
    told = [f"{each.scene}{''.join(each.options)}" for each in tensions(language)]
    alike = [pair for pair in combinations(told, 2) if similarity(*pair) >= 0.6]
    assert not alike


@pytest.mark.parametrize(("domain", "language"), PACKS)
def test_the_way_of_asking_changes_within_a_pack(domain: str, language: str) -> None:
    ways = [each.tension for each in pack(domain, language)]
    assert max(map(ways.count, ways)) <= len(ways) / 10


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
        assert len(frame.examples) >= 2
        for example in frame.examples:
            assert [slot.key for slot in frame.slots] == [key for key, _ in example.filled]
            assert all(text for _, text in example.filled)
            assert example.domain in ("", *domains(language))
        assert frame.example_text().count("\n") == len(frame.slots) - 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scaffold_is_called_by_what_it_is_for_and_by_its_acronym_second(language: str) -> None:
    for frame in scaffolds(language):
        assert not re.search(r"[A-Z]{2}|\d[A-Z]", frame.title), frame.title
        assert frame.acronym != frame.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_three_easiest_come_first_with_no_more_than_three_blanks(language: str) -> None:
    first = scaffolds(language)[:3]
    assert {frame.id for frame in first} == {"starter", "yes_and", "three_points"}
    assert all(frame.level == 1 and len(frame.slots) == 3 for frame in first)
    assert scaffolds(language)[3].level > 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_is_of_the_readers_own_work_else_of_anybodys(language: str) -> None:
    for frame in scaffolds(language):
        assert frame.examples[0].domain == ""
        assert frame.example_for(["teaching", ""]).domain in ("", "teaching")
        assert frame.example_for([]).domain == ""
    for frame in scaffolds(language)[:3]:
        for domain in domains(language):
            assert frame.example_for([domain]).domain == domain


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_shown_to_a_room_names_no_date_and_no_number(language: str) -> None:
    brief = Brief(move="scaffold_public", language=language, community="", zone="", lines=())
    for frame in scaffolds(language):
        for example in frame.examples if "share" in frame.suits else ():
            line = frame.example_line([example.domain])
            subject = Subject(text=line, brief=brief, length=200)
            assert all(each.passed for each in check(("YESAND", "TONE"), subject)), line


def test_a_scaffold_has_the_same_slots_in_both_languages() -> None:
    for one, other in zip(scaffolds("zh"), scaffolds("en"), strict=True):
        assert (one.id, one.level) == (other.id, other.level)
        assert [slot.key for slot in one.slots] == [slot.key for slot in other.slots]
