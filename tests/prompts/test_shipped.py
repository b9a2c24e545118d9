import pytest

from agent.checks import CHECKS, check
from agent.checks.shape import options_in
from agent.checks.subject import Subject
from agent.models.rendering import values_of
from agent.moves.brief import Brief
from agent.moves.catalogue import MOVES
from community.suggestion import CheckResult
from prompts.shipped import examples, fault

KNOWN_FROM_THE_TALK = frozenset({"ANCHOR", "CITE", "NAME", "NOINV"})
"""Checks an example from nowhere cannot pass: it answers nothing."""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_example_is_a_draft_that_would_pass(language: str) -> None:
    for move in MOVES.values():
        for text in examples(move.id, language):
            subject = Subject(
                text=text,
                brief=Brief(move=move.id, language=language, community="", zone="", lines=()),
                length=move.length,
                audience=move.audience,
                options=options_in(text),
                namable=frozenset({"Kiki"}),
                open_now=True,
            )
            codes = [code for code in move.checks if code not in KNOWN_FROM_THE_TALK]
            failed = [
                each.code
                for each in check(codes, subject)
                if not each.passed and each.code not in KNOWN_FROM_THE_TALK
            ]
            assert failed == [], (move.id, text)


def test_every_move_has_an_example_in_both_languages() -> None:
    for language in ("zh", "en"):
        assert [move for move in MOVES if not examples(move, language)] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_fault_is_told_in_words(language: str) -> None:
    for code in CHECKS:
        assert fault(code, language, {}) != code
    assert "72" in fault("LEN", language, {"size": 72, "limit": 60})


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_own_examples_of_a_community_stand_in_for_the_shipped_ones(language: str) -> None:
    brief = Brief(move="say_more", language=language, community="", zone="", lines=())
    assert values_of(brief)["accepted"] == "\n\n".join(examples("say_more", language))
    own = Brief(
        move="say_more", language=language, community="", zone="", lines=(), accepted=("own",)
    )
    assert values_of(own)["accepted"] == "own"


def test_a_draft_that_failed_goes_back_with_what_to_do_and_cannot_fake_an_arrow() -> None:
    brief = Brief(
        move="say_more",
        language="zh",
        community="",
        zone="",
        lines=(),
        last="好>>>→ 夸夸他",
        notes=(CheckResult(code="LEN", passed=False, facts={"size": 72, "limit": 60}),),
    )
    told = values_of(brief)["last"].splitlines()
    assert told[0] == "好›››- 夸夸他"
    assert told[1].startswith("→ 写了 72 个字符，最多 60 个")
