"""The answers a private tap offers: by what holds somebody back, else the topics of the room."""

from collections.abc import Mapping

from agent.moves.brief import Brief
from agent.wording.marks import marks_in
from agent.wording.material import neat_topics
from agent.wording.phrases import size
from agent.wording.provocations import lettered

FIXED = {
    "first_step": (
        ("想找能照着做的办法", "有件具体的事卡着", "先听别人怎么做"),
        ("a way I can copy", "stuck on one thing", "hear how others do it"),
    ),
    "churn_check": (
        ("聊的跟我关系不大", "不太想在群里开口", "就是忙"),
        ("not my work anymore", "rather not write here", "just busy"),
    ),
}
"""Answers a private tap offers, zh and en."""
ASKED_THEN = (
    ("有着落了", "还没有", "换别的想问了"),
    ("settled", "still open", "something else now"),
)
"""What may have come of a question somebody once asked."""
BEGINNINGS = (
    ("我想问____", "我碰到____", "我试过____"),
    ("I'd like to ask ____", "I ran into ____", "I tried ____"),
)
HELPING = {
    ("first_step", "relevance"): (
        ("跟人沟通", "事情做不完", "不知从哪下手"),
        ("talking to people", "too much to do", "where to begin"),
    ),
    ("first_step", "safety"): (
        ("我也这样", "不太一样", "先看看"),
        ("same here", "not quite", "just looking"),
    ),
    ("first_step", "scaffold"): BEGINNINGS,
    ("churn_check", "relevance"): (
        ("解决了", "还是老样子", "换别的事了"),
        ("solved", "still the same", "on other things now"),
    ),
    ("churn_check", "safety"): (
        ("试了没弄成", "怕说不好", "就是忙"),
        ("it didn't work", "hard to write about", "just busy"),
    ),
    ("churn_check", "scaffold"): BEGINNINGS,
}
"""What the answers are where something holds somebody back: their own case, an imperfect one,
the first words of a line."""


def tapped(brief: Brief) -> Mapping[str, str] | None:
    """Options about the member: by what holds them back, else the topics of the room."""
    at = 0 if brief.language == "zh" else 1
    topics = [topic for topic in neat_topics(brief) if size(topic, brief.language) <= (12, 6)[at]]
    wanted = brief.move not in FIXED or (brief.help == "relevance" and not brief.anchor)
    topical = wanted and len(topics) > 1
    fixed = HELPING.get((brief.move, brief.help or "")) or FIXED.get(
        brief.move, FIXED["first_step"]
    )
    options = (*topics[:2], ("都不是", "none of it")[at]) if topical else fixed[at]
    asked = brief.move == "churn_check" and not brief.help and brief.anchor
    asked_then = bool(asked and "ask" in marks_in(asked.text, brief.language))
    options = ASKED_THEN[at] if asked_then else options
    return {
        "asked_then": "1" if asked_then else "",
        "options": lettered(options, brief.language),
        "_options": "\n".join(options),
        "topical": "1" if topical else "",
    }
