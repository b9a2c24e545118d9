"""Parts made of a whole talk: its points, what was agreed, what is worth keeping."""

from collections.abc import Mapping
from dataclasses import replace

from agent.moves.brief import Brief, Line
from agent.wording.deals import is_dated, settled_in
from agent.wording.marks import marks_in
from agent.wording.names import called
from agent.wording.phrases import question_in, size
from agent.wording.pushes import own_options, pushed
from agent.wording.summaries import Point, numbered, open_question_of, points_of


def summary(brief: Brief) -> Mapping[str, str] | None:
    """As many whole points as the card has room for; None where fewer than two stand alone."""
    asked = open_question_of(brief.lines, brief.language)
    room = CARD[brief.language]
    for most, longest in FITS[brief.language]:
        points = points_of(brief.lines, brief.language, longest, most)
        if len(points) < 2:  # noqa: PLR2004
            continue
        said = [_bullet(point, brief.language) for point in points]
        said += [_left_open(asked, brief.language)] if asked else []
        if sum(map(len, said)) <= room:
            return {"points": "\n".join(said), **_title(brief)}
    return None


def _left_open(asked: tuple[Line, str], language: str) -> str:
    label = "还没人答：" if language == "zh" else "Still open: "
    return f"· {label}{asked[1]} @{asked[0].name} {numbered([asked[0].message_id])}"


CARD = {"zh": 205, "en": 540}
"""Characters of all points together."""
FITS = {
    "zh": ((4, 40), (4, 32), (3, 40), (3, 28), (2, 30)),
    "en": ((4, 24), (4, 18), (3, 24), (3, 16), (2, 18)),
}
"""How many points of what length are tried, one after the other."""


def _title(brief: Brief) -> Mapping[str, str]:
    """What a question with options asked, without them; else the question or phrase stands."""
    if brief.anchor is None or not own_options(brief.anchor.text, brief.language):
        return {}
    asked = (pushed(brief) or {}).get("asked")
    return {"question": asked} if asked else {}


def _bullet(point: Point, language: str) -> str:
    zh = language == "zh"
    label = ("（看法不同）" if zh else " (sees it differently)") if point.differs else ""
    colon = "：" if zh else ": "
    too = ""
    if point.with_names:
        names = [called(name, language) for name in point.with_names]
        too = f"（{'、'.join(names)}也是）" if zh else f" ({', '.join(names)} too)"
    ids = numbered([point.line.message_id, *point.with_ids])
    return f"· {called(point.line.name, language)}{label}{colon}{point.span}{too} {ids}"


def decision(brief: Brief) -> Mapping[str, str] | None:
    """Who proposed what, who said yes, and whether it says when."""
    settled = settled_in(brief.lines, brief.language, brief.anchor)
    if settled is None:
        return None
    line, what, agreed = settled
    between = "、" if brief.language == "zh" else ", "
    names = dict.fromkeys(called(other.name, brief.language) for other in agreed)
    return {
        "who": line.name,
        "what": what,
        "ids": numbered([line.message_id, *(other.message_id for other in agreed)]),
        "with": between.join(names),
        "undated": "" if is_dated(what) else "1",
    }


WORTH, BESIDE, ALONE = 1.5, 0.5, 3.0
"""Weights: of the point a note is made for, of what may stand beside it, of one that needs none."""
KEPT = {"zh": (32, 26, 20), "en": (20, 16, 12)}
"""Lengths of a point that a note for the library may have, the fullest that fits is taken."""
NOTE = {"zh": 115, "en": 290}


def digest(brief: Brief) -> Mapping[str, str] | None:
    """Up to three points worth keeping, under the question that the talk answered."""
    for longest in KEPT[brief.language]:
        found = points_of(brief.lines, brief.language, longest)
        points = sorted(found, key=lambda point: -point.weight)[:3]
        points = [point for point in points if point.weight >= BESIDE]
        if not points or points[0].weight < (WORTH if len(points) > 1 else ALONE):
            continue
        ordered = sorted(points, key=lambda point: point.line.message_id)
        said = [_bullet(replace(point, with_names=()), brief.language) for point in ordered]
        if sum(map(len, said)) <= NOTE[brief.language]:
            names = [called(point.line.name, brief.language) for point in ordered]
            between = "、" if brief.language == "zh" else ", "
            return {
                "points": "\n".join(said),
                "with": between.join(dict.fromkeys(names)),
                "question": _asked_in(brief),
                "phrase": "",
                **_title(brief),
            }
    return None


def _asked_in(brief: Brief) -> str:
    """The question that a talk was about: of the message it began with, else the first how."""
    lines = (*((brief.anchor,) if brief.anchor else ()), *brief.lines)
    longest = LONGEST_TITLE[brief.language]
    for line in lines:
        if "ask_how" in marks_in(line.text, brief.language) or line is brief.anchor:
            asked = question_in(line.text, brief.language)
            if asked and SHORT_TITLE[brief.language] <= size(asked, brief.language) <= longest:
                return asked
    return ""


SHORT_TITLE = {"zh": 6, "en": 4}
LONGEST_TITLE = {"zh": 26, "en": 14}
