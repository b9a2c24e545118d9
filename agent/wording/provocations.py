"""Which question to put: from a pack where the talk names its words, else a frame on a topic."""

from collections import Counter
from collections.abc import Sequence

from agent.moves.brief import Brief
from agent.wording.clauses import bare, clauses_of
from agent.wording.compose import pick
from agent.wording.domains import word_pattern
from agent.wording.marks import marks_in
from agent.wording.material import neat_topics
from agent.wording.phrases import TOLD, is_usable, phrases_in, size
from prompts.packs import Tension, frames, tensions

LETTERS = "ABCD"
HOME = 3.0
"""What speaking of the domain the whole talk speaks of is worth, in hits."""
NEAR_TOP = 0.75
LEAST = 3.0
"""A tension fits where the talk names it so much: near it once, or around thrice."""


def tension_for(brief: Brief) -> Tension | None:
    """The tension of the community's own work the talk is closest to; None where nothing fits.

    Not one asked in 90 days, and none of another line of work.
    """
    near = " ".join(
        line.text for line in (*((brief.anchor,) if brief.anchor else ()), *brief.others)
    )
    around = " ".join([*brief.topics, *(line.text for line in brief.lines)])
    known = [one for one in tensions(brief.language) if one.domain in brief.domains]
    hits = {tension.id: _hits(tension, near, around) for tension in known}
    home = Counter[str]()
    for tension in known:
        home[tension.domain] += int(hits[tension.id])
    best = max(home.values(), default=0) or 1
    worth = {one.id: hits[one.id] + HOME * home[one.domain] / best for one in known}
    fitting = [one for one in known if hits[one.id] >= LEAST]
    fitting.sort(key=lambda one: -worth[one.id])
    top = worth[fitting[0].id] if fitting else 0.0
    near_top = [one for one in fitting if worth[one.id] >= NEAR_TOP * top]
    fresh = [one for one in near_top if not _asked(one, (*brief.avoid, *brief.asked))][:3]
    if fresh:
        return fresh[pick(f"tension:{brief.variant}", len(fresh))]
    return frame_for(brief)


def positions_in(brief: Brief) -> Tension | None:
    """Two sides that members took in their own words, as the options of one question."""
    if brief.anchor is None or not brief.others:
        return None
    longest = 12 if brief.language == "zh" else 6
    lines = (brief.anchor, brief.others[0])
    sides = [_side(line.text, brief.language, longest) for line in lines]
    if not all(sides) or brief.anchor.name == brief.others[0].name:
        return None
    zh = brief.language == "zh"
    return Tension(
        id="positions",
        domain="",
        scene="",
        tension="你更靠哪边：" if zh else "You lean to:",
        options=(*sides, "看情况" if zh else "it depends"),
        keywords=(),
    )


def _side(text: str, language: str, longest: int) -> str:
    """A span short enough for an answer; what came of it is no side, where there is another."""
    parts = (bare(text[one.start : one.end], language) for one in clauses_of(text, language))
    said = [*phrases_in(text, language), *sorted(parts, key=len, reverse=True)]
    short = [each for each in said if is_usable(each, language) and size(each, language) <= longest]
    sides = [each for each in short if not TOLD & set(marks_in(each, language))]
    return next(iter(sides or short), "")


def frame_for(brief: Brief) -> Tension | None:
    """A small question that fits the topic the members keep naming; None without a topic."""
    topics = neat_topics(brief)
    if not topics:
        return None
    known = frames(brief.language)
    lately = (*brief.avoid, *brief.asked)
    fresh = [frame for frame in known if not _asked(frame, lately)] or list(known)
    return fresh[pick(f"frame:{brief.variant}:{topics[0]}", len(fresh))]


def lettered(options: Sequence[str], language: str) -> str:
    """The options in one line, each behind its letter."""
    mark, between = (" ", " ") if language == "zh" else (") ", "  ")
    return between.join(
        f"{letter}{mark}{option}" for letter, option in zip(LETTERS, options, strict=False)
    )


def _hits(tension: Tension, near: str, around: str) -> float:
    """Keywords named in the talk; in the lines it is about they count three times."""
    found = (word_pattern((word.lower(),)) for word in tension.keywords)
    return sum(
        bool(word.search(around.lower())) + 3 * bool(word.search(near.lower())) for word in found
    )


def named_topic(tension: Tension, topics: Sequence[str]) -> str:
    """The topic a tension is about, in the members' words; '' where none names it."""
    named = word_pattern(tuple(word.lower() for word in tension.keywords))
    return next((topic for topic in topics if named.search(topic.lower())), "")


def _asked(tension: Tension, avoid: Sequence[str]) -> bool:
    return any(
        sum(option in text for option in tension.options) >= len(tension.options) - 1
        for text in avoid
    )
