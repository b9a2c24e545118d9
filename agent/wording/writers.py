"""How each move is worded offline: most by their wording alone, some with parts worked out."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from agent.moves.brief import Brief, Draft
from agent.wording.compose import Material, compose
from agent.wording.frames import frame_parts, own_words
from agent.wording.material import material_of
from agent.wording.provocations import frame_for, lettered, tension_for
from agent.wording.summaries import Point, numbered, open_question_of, points_of
from prompts.packs import Tension
from prompts.wordings import wording

Prepare = Callable[[Brief], Mapping[str, str] | None]
"""The parts of a move that need working out; None when there is nothing to say."""


def write(brief: Brief) -> Draft | None:
    """The draft of a move, or None when nothing honest can be made of what is known."""
    try:
        words = wording(brief.move, brief.language)
    except LookupError:
        return None
    prepare = PREPARED.get(brief.move)
    extra = prepare(brief) if prepare else {}
    if extra is None:
        return None
    material = material_of(brief, dict(extra))
    text = compose(words, material, variant=brief.variant, avoid=brief.avoid)
    return _draft(text, material, dict(extra)) if text else None


def _draft(text: str, material: Material, extra: dict[str, str]) -> Draft:
    spoken = ("phrase", "phrase2", "question", "peer_phrase", "other_phrase", "earlier", "topic")
    quoted = [material.slots[name] for name in spoken if name in material.slots]
    options = tuple(option for option in extra.get("_options", "").split("\n") if option)
    return Draft(
        text=text,
        options=tuple(option for option in options if option in text),
        quoted=tuple(dict.fromkeys(span for span in quoted if span in text)),
    )


def _asked(tension: Tension | None, language: str) -> Mapping[str, str] | None:
    if tension is None:
        return None
    return {
        "scene_text": tension.scene,
        "tension": tension.tension,
        "options": lettered(tension.options, language),
        "_options": "\n".join(tension.options),
    }


def _provoke(brief: Brief) -> Mapping[str, str] | None:
    tension = tension_for(brief)
    return _asked(tension if tension and tension.scene else None, brief.language)


def _low_cost(brief: Brief) -> Mapping[str, str] | None:
    tension = frame_for(brief) or tension_for(brief)
    return _asked(tension and replace(tension, options=tension.options[:3]), brief.language)


def _summary(brief: Brief) -> Mapping[str, str] | None:
    points = points_of(brief.lines, brief.language)
    if len(points) < 2:  # noqa: PLR2004
        return None
    said = [_bullet(point, brief.language) for point in points]
    if asked := open_question_of(brief.lines, brief.language):
        label = "还没人答：" if brief.language == "zh" else "Still open: "
        said.append(f"· {label}{asked[1]} @{asked[0].name} {numbered([asked[0].message_id])}")
    return {"points": "\n".join(said)}


def _bullet(point: Point, language: str) -> str:
    zh = language == "zh"
    label = ("（看法不同）" if zh else " (sees it differently)") if point.differs else ""
    colon = "：" if zh else ": "
    too = ""
    if point.with_names:
        too = f"，{'、'.join(point.with_names)}也认" if zh else f"; so does {', '.join(point.with_names)}"
    ids = numbered([point.line.message_id, *point.with_ids])
    return f"· {point.line.name}{label}{colon}{point.span}{too} {ids}"


PREPARED: Mapping[str, Prepare] = {
    "provoke": _provoke,
    "low_cost_q": _low_cost,
    "summary": _summary,
    "scaffold_public": frame_parts,
    "scaffold_private": own_words,
}
