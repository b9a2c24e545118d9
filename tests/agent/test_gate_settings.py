from datetime import date

from agent.gate_settings import GateSettings, settings_of


def test_a_community_without_settings_has_the_defaults() -> None:
    assert settings_of({}) == GateSettings()


def test_numbers_words_and_days_are_read() -> None:
    kept = {
        "gate": {
            "posts_per_day": 1,
            "threshold": 2,
            "off": ["poll"],
            "untouchable": ["merger"],
            "holidays": ["2026-05-01"],
        }
    }
    settings = settings_of(kept)
    assert settings.posts_per_day == 1
    assert settings.threshold == 2.0
    assert settings.off == {"poll"}
    assert settings.untouchable == ("merger",)
    assert settings.holidays == {date(2026, 5, 1)}


def test_what_cannot_be_a_number_is_left_out() -> None:
    settings = settings_of({"gate": {"posts_per_day": "many", "gap_minutes": -3, "warm_up": True}})
    assert settings == GateSettings()
