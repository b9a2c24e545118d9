"""Which question to put: from a pack where the talk names its words, else a frame on a topic."""

from collections.abc import Sequence

from agent.moves.brief import Brief
from agent.wording.compose import pick
from agent.wording.material import neat_topics
from agent.wording.phrases import phrases_in, size
from prompts.packs import Tension, frames, tensions

LETTERS = "ABCD"


def tension_for(brief: Brief) -> Tension | None:
    """The tension the talk is closest to, not one asked lately; None where nothing fits."""
    near = " ".join(
        line.text for line in (*((brief.anchor,) if brief.anchor else ()), *brief.others)
    )
    around = " ".join([*brief.topics, *(line.text for line in brief.lines)])
    ranked = sorted(
        ((_hits(tension, near, around), tension) for tension in tensions(brief.language)),
        key=lambda found: -found[0],
    )
    if not ranked:
        return frame_for(brief)
    fitting = [tension for hits, tension in ranked if hits >= max(1.0, ranked[0][0] / 2)]
    fresh = [tension for tension in fitting if not _asked(tension, brief.avoid)][:3]
    if fresh:
        return fresh[pick(f"tension:{brief.variant}", len(fresh))]
    return frame_for(brief)


def positions_in(brief: Brief) -> Tension | None:
    """Two sides that members took in their own words, as the options of one question."""
    if brief.anchor is None or not brief.others:
        return None
    longest = 12 if brief.language == "zh" else 6
    sides = [
        next(
            (
                span
                for span in phrases_in(line.text, brief.language)
                if size(span, brief.language) <= longest
            ),
            "",
        )
        for line in (brief.anchor, brief.others[0])
    ]
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


def frame_for(brief: Brief) -> Tension | None:
    """A small question that fits the topic the members keep naming; None without a topic."""
    topics = neat_topics(brief)
    if not topics:
        return None
    known = frames(brief.language)
    fresh = [frame for frame in known if not _asked(frame, brief.avoid)] or list(known)
    return fresh[pick(f"frame:{brief.variant}:{topics[0]}", len(fresh))]


def lettered(options: Sequence[str], language: str) -> str:
    """The options in one line, each behind its letter."""
    mark, between = (" ", " ") if language == "zh" else (") ", "  ")
    return between.join(
        f"{letter}{mark}{option}" for letter, option in zip(LETTERS, options, strict=False)
    )


def _hits(tension: Tension, near: str, around: str) -> float:
    """Keywords named in the talk; in the lines it is about they count three times."""
    words = [word.lower() for word in tension.keywords]
    return sum((word in around.lower()) + 3 * (word in near.lower()) for word in words)


def _asked(tension: Tension, avoid: Sequence[str]) -> bool:
    return any(
        sum(option in text for option in tension.options) >= len(tension.options) - 1
        for text in avoid
    )
