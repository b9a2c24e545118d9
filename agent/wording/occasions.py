"""What is said of a day that is marked and of a topic that is planned: from the calendar alone."""

from collections.abc import Mapping

from agent.moves.brief import Brief

DAYS_MARKED = {
    ("zh", "birthday"): "过生日",
    ("zh", "month"): "入群满一个月",
    ("zh", "year"): "入群满{years}",
    ("en", "birthday"): "has a birthday",
    ("en", "month"): "has been here for a month",
    ("en", "year"): "has been here for {years}",
}
YEARS = {"zh": ("一年", "{}年"), "en": ("a year", "{} years")}


def planned_topic(brief: Brief) -> Mapping[str, str] | None:
    """The topic of the calendar, not one heard in the talk."""
    return {"topic": dict(brief.facts).get("topic", "")}


def day_marked(brief: Brief) -> Mapping[str, str] | None:
    """What day it is, as the sentence goes on from a name."""
    facts = dict(brief.facts)
    years = facts.get("years", "")
    said = DAYS_MARKED[brief.language, facts.get("occasion", "")]
    one, more = YEARS[brief.language]
    return {"occasion": said.format(years=one if years == "1" else more.format(years))}
