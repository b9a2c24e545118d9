"""Reasons read like people: spans of time are told in the unit that says it."""

import pytest

from server.locales import LANGUAGES, sentence, sentences
from server.locales.durations import duration, minutes_in


@pytest.mark.parametrize(
    ("minutes", "zh", "en"),
    [
        pytest.param(0, "1 分钟", "1 minute", id="just now"),
        pytest.param(40, "40 分钟", "40 minutes", id="minutes"),
        pytest.param(60, "1 小时", "1 hour", id="an hour"),
        pytest.param(89, "89 分钟", "89 minutes", id="not yet hours"),
        pytest.param(92, "1.5 小时", "1.5 hours", id="an hour and a half"),
        pytest.param(125, "2 小时", "2 hours", id="no half where there is none"),
        pytest.param(1300, "22 小时", "22 hours", id="most of a day"),
        pytest.param(2757, "2 天", "2 days", id="days"),
    ],
)
def test_a_span_is_told_in_its_largest_unit(minutes: float, zh: str, en: str) -> None:
    assert (duration(minutes, "zh"), duration(minutes, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("name", "fact", "minutes"),
    [
        pytest.param("minutes", 5, 5, id="minutes"),
        pytest.param("waited_minutes", 5.5, 5.5, id="a kind of minutes"),
        pytest.param("work_hours", 2, 120, id="a kind of hours"),
        pytest.param("days", 3, 4320, id="days"),
        pytest.param("patience", 45, 45, id="the patience of a room"),
        pytest.param("messages", 3, None, id="a count"),
        pytest.param("days", None, None, id="unknown"),
        pytest.param("days", "three", None, id="words"),
    ],
)
def test_a_fact_named_for_a_span_is_one(name: str, fact: object, minutes: float | None) -> None:
    assert minutes_in(name, fact) == minutes


def test_a_reason_says_its_span_once_in_both_languages() -> None:
    facts = {"waited_minutes": 2757, "tau_minutes": 60}
    assert "等了 2 天没人接" in sentence("zh", "why.no_orphan", facts)
    assert "has waited 2 days; here" in sentence("en", "why.no_orphan", facts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_the_server_doubles_a_unit(language: str) -> None:
    after = {"zh": (" 分钟", "分钟", " 小时", "小时", " 天"), "en": (" minutes", " hours", " days")}
    slots = ("minutes}", "hours}", "days}", "{patience}")
    doubled = [
        key
        for key, text in sentences(language).items()
        if key.startswith(("why.", "check.", "error.", "command.", "doctor."))
        for slot in slots
        if any(slot + unit in text for unit in after[language])
    ]
    assert doubled == []


@pytest.mark.parametrize(
    ("replies", "said"),
    [(0, "nobody has answered"), (1, "only one person has"), (2, "only 2 people have")],
)
def test_a_count_chooses_its_words(replies: int, said: str) -> None:
    assert said in sentence("en", "why.followup_push", {"hours": 2, "replies": replies})


def test_two_forms_are_one_and_more() -> None:
    facts = {"members": 1}
    assert sentence("en", "why.welcome", facts).startswith("Somebody joined")
    assert sentence("en", "why.welcome", {"members": 3}).startswith("3 people joined")


def test_kinds_of_personal_data_are_named_and_not_shown_as_codes() -> None:
    facts = {"kinds": "phone · address"}
    assert "（电话号码、住址）" in sentence("zh", "why.rule_notice", facts)
    assert "(a phone number, an address)" in sentence("en", "why.rule_notice", facts)
