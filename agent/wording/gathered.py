"""Parts made of a whole talk: its points, what was agreed, what is worth keeping."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from agent.moves.brief import Brief, Line
from agent.wording.clauses import bare, clauses_of
from agent.wording.deals import DATED, is_dated, settled_in
from agent.wording.lexicon import pattern
from agent.wording.marks import marks_in
from agent.wording.names import called
from agent.wording.phrases import leans, phrases_in, question_in, size, subject_of
from agent.wording.points import MOST, Card, Point, points_of
from agent.wording.pushes import COUNTS, own_options, pushed
from agent.wording.summaries import numbered, open_question_of
from agent.wording.tallies import tally_of


def summary(brief: Brief) -> Mapping[str, str] | None:
    """As many whole points as the card has room for; None where fewer than two stand alone."""
    language = brief.language
    tally = tally_of(brief)
    asked = open_question_of(brief.lines, language)
    beside = [each for each in (tally, _agreed(brief)) if each]
    left_open = [_left_open(asked, language)] if asked else []
    title = _title(brief)
    named = title.get("question") or _asked_in(brief) or "x" * LEAST_LEAD[language]
    room = CARD[language] - sum(map(len, (named, *beside, *left_open)))
    points = points_of(
        brief.lines,
        Card(
            language=language,
            room=LONGEST[language],
            most=MOST - bool(tally),
            size=room,
            expert=brief.expert,
            asker=_asker(brief),
        ),
    )
    if len(points) + len(beside) < 2:  # noqa: PLR2004
        return None
    said = [*beside, *(_bullet(point, language) for point in points), *left_open]
    return {"points": "\n".join(said), **title}


def _asker(brief: Brief) -> Line | None:
    """The message that began the talk, where it asks or tells what nobody understands yet."""
    noticed = marks_in(brief.anchor.text, brief.language) if brief.anchor else ()
    return brief.anchor if {"ask", "puzzled"} & set(noticed) else None


def _agreed(brief: Brief) -> str:
    """What was settled in the talk and who said yes, where somebody put it so; else ''."""
    zh = brief.language == "zh"
    for line in reversed(brief.lines):
        settles = any(
            pattern("settles", brief.language).search(part) for part in SENTENCES.split(line.text)
        )
        settled = settled_in(brief.lines, brief.language, line) if settles else None
        if settled and settled[0] is line and len(settled[2]) > 1:
            names = (called(other.name, brief.language) for other in settled[2])
            yes = f"（{'、'.join(names)}同意）" if zh else f" ({', '.join(names)} agreed)"
            who = called(line.name, brief.language)
            label = f"{who}提的，定了：" if zh else f"Settled, from {who}: "
            return f"· {label}{settled[1]}{yes} {numbered([line.message_id])}"
    return ""


SENTENCES = re.compile(r"[。.!！?？\n]\s*")


def _left_open(asked: tuple[Line, str], language: str) -> str:
    label = "还没人答：" if language == "zh" else "Still open: "
    return f"· {label}{asked[1]} @{asked[0].name} {numbered([asked[0].message_id])}"


CARD = {"zh": 226, "en": 560}
"""Characters of all points together with what they are about."""
LONGEST = {"zh": 46, "en": 28}
"""What one span of a summary may hold."""


def _title(brief: Brief) -> Mapping[str, str]:
    """What a question with options asked, without them; else the question or phrase stands."""
    if brief.anchor is None or not own_options(brief.anchor.text, brief.language):
        return {}
    asked = (pushed(brief) or {}).get("asked")
    return {"question": asked} if asked else {}


def _bullet(point: Point, language: str) -> str:
    zh = language == "zh"
    spans = f"{point.span}{point.more.span if point.more else ''}"
    unsaid = point.differs and not pattern("objects").search(spans)
    label = ("（看法不同）" if zh else " (sees it differently)") if unsaid else ""
    colon = "：" if zh else ": "
    too = ""
    if point.with_names:
        names = [called(name, language) for name in point.with_names]
        too = f"（{'、'.join(names)}也是）" if zh else f" ({', '.join(names)} too)"
    more = point.more
    span = f"{point.span}{'；' if zh else '; '}{more.span}" if more else point.span
    cited = (point.line.message_id, *((more.line.message_id,) if more else ()))
    ids = numbered([*cited, *point.with_ids])
    return f"· {called(point.line.name, language)}{label}{colon}{span}{too} {ids}"


def decision(brief: Brief) -> Mapping[str, str] | None:
    """Who proposed what, who said yes, and whether it says when."""
    settled = settled_in(brief.lines, brief.language, brief.anchor)
    if settled is None:
        return None
    line, what, agreed = settled
    between = "、" if brief.language == "zh" else ", "
    yes = [
        f"{called(each.name, brief.language)}{_on_terms(each, brief.language)}"
        f" {numbered([each.message_id])}"
        for each in agreed
    ]
    return {
        "who": line.name,
        "what": what,
        "id": numbered([line.message_id]),
        "with": "1" if agreed else "",
        "yes": between.join(yes),
        "said_when": _when(agreed, what, brief.language),
        "undated": "" if is_dated(what) else "1",
    }


def _on_terms(line: Line, language: str) -> str:
    """What somebody made their yes depend on, in their own words; '' where they only said yes."""
    parts = (
        bare(line.text[each.start : each.end], language) for each in clauses_of(line.text, language)
    )
    terms = (part for part in parts if pattern("terms").search(part))
    told = next((part for part in terms if 1 < size(part, language) <= TERMS[language]), "")
    if not told:
        return ""
    return f"（{told}）" if language == "zh" else f" ({told})"


TERMS = {"zh": 12, "en": 9}
"""Length of a condition that stands beside a yes."""


def _when(agreed: Sequence[Line], what: str, language: str) -> str:
    """The date somebody named in saying yes, where the proposal does not hold it."""
    for line in agreed:
        dates = {found[0] for found in DATED.finditer(line.text)} - {""}
        told = [span for span in phrases_in(line.text, language) if any(d in span for d in dates)]
        if told and any(date not in what for date in dates):
            return f"{told[0]} {numbered([line.message_id])}"
    return ""


ALONE = 3.2
"""What one point must be worth to be kept alone."""
KEPT = {"zh": 52, "en": 30}
"""Length of a span that a note for the library may hold."""
NOTE = {"zh": 138, "en": 340}
"""Characters of all points together with what they are about."""
LEAST_LEAD = {"zh": 10, "en": 30}
KEEPS_MOST = 4


def digest(brief: Brief) -> Mapping[str, str] | None:
    """Up to three points worth keeping, under the question that the talk answered."""
    language = brief.language
    counted = brief.anchor is not None and COUNTS.search(brief.anchor.text)
    title = {"question": ""} if counted else _title(brief) or {"question": _asked_in(brief)}
    card = Card(
        language=language,
        room=KEPT[language],
        most=KEEPS_MOST,
        size=NOTE[language] - len(title["question"] or "x" * LEAST_LEAD[language]),
        expert=brief.expert,
        asker=_asker(brief),
    )
    points = points_of(brief.lines, card)
    if not points or (len(points) == 1 and points[0].weight < ALONE and not points[0].more):
        return None
    said = [_bullet(replace(point, with_ids=(), with_names=()), language) for point in points]
    names = dict.fromkeys(called(point.line.name, language) for point in points)
    between = "、" if language == "zh" else ", "
    return {"points": "\n".join(said), "with": between.join(names), "phrase": "", **title}


def _asked_in(brief: Brief) -> str:
    """The question that a talk was about: of the message it began with, else the first how."""
    lines = (*((brief.anchor,) if brief.anchor else ()), *brief.lines)
    longest = LONGEST_TITLE[brief.language]
    for line in lines:
        if "ask_how" in marks_in(line.text, brief.language) or line is brief.anchor:
            asked = question_in(line.text, brief.language)
            if asked is None or leans(asked, brief.language):
                asked = subject_of(line.text, brief.language)
            if asked and SHORT_TITLE[brief.language] <= size(asked, brief.language) <= longest:
                return asked
    return ""


SHORT_TITLE = {"zh": 6, "en": 4}
LONGEST_TITLE = {"zh": 26, "en": 14}
