"""How each move is worded offline: most by their wording alone, some with parts worked out."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from agent.moves.brief import Brief, Draft
from agent.wording.compose import Material, compose
from agent.wording.frames import frame_parts, own_words
from agent.wording.material import material_of, short_topic
from agent.wording.provocations import frame_for, lettered, tension_for
from agent.wording.summaries import Point, numbered, open_question_of, points_of, settled_in
from agent.wording.phrases import passage_in, phrases_in
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
    known = {key: value for key, value in extra.items() if value}
    material = material_of(brief, known)
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


def _choice(brief: Brief) -> Mapping[str, str] | None:
    """Options about the member: the topics of the room, else why one reads without writing."""
    zh = brief.language == "zh"
    topics = [short_topic(topic, brief.language) for topic in brief.topics[:2]]
    if brief.move in FIXED:
        options = FIXED[brief.move][0 if zh else 1]
    elif len(topics) == 2:  # noqa: PLR2004
        options = (*topics, "都不是" if zh else "none of it")
    else:
        options = FIXED["first_step"][0 if zh else 1]
    return {"options": lettered(options, brief.language), "_options": "\n".join(options)}


FIXED = {
    "first_step": (("先看看", "有事想问", "还没空看"), ("looking around", "have a question", "no time yet")),
    "churn_check": (
        ("跟手头的活不搭", "不太想在群里开口", "就是忙"),
        ("not my work anymore", "rather not write here", "just busy"),
    ),
}
"""Answers a private tap offers, zh and en."""


def _decision(brief: Brief) -> Mapping[str, str] | None:
    settled = settled_in(brief.lines, brief.language)
    if settled is None:
        return None
    line, span, agreed = settled
    between = "、" if brief.language == "zh" else ", "
    return {
        "who": line.name,
        "what": span,
        "ids": numbered([line.message_id, *(other.message_id for other in agreed)]),
        "with": between.join(dict.fromkeys(other.name for other in agreed)),
    }


def _digest(brief: Brief) -> Mapping[str, str] | None:
    points = sorted(points_of(brief.lines, brief.language), key=lambda point: -point.weight)[:3]
    ordered = sorted(points, key=lambda point: point.line.message_id)
    said = [f"· {_tight(point, brief.language)}" for point in ordered]
    return {"points": "\n".join(said)} if said else None


def _tight(point: Point, language: str) -> str:
    colon = "：" if language == "zh" else ": "
    span = passage_in(point.line.text, language, 26 if language == "zh" else 12) or point.span
    return f"{point.line.name}{colon}{span} {numbered([point.line.message_id])}"


def _mediate(brief: Brief) -> Mapping[str, str] | None:
    to = brief.names[0] if brief.names else (brief.anchor.name if brief.anchor else "")
    own = [line for line in brief.lines if line.name == to]
    others = [line.name for line in brief.lines if line.name != to]
    second = re.compile(r"你|\byou|\byour", re.IGNORECASE)
    cares = [span for line in own for span in phrases_in(line.text, brief.language)]
    care = next((span for span in cares if not second.search(span)), "")
    harsh = [span for line in own for span in phrases_in(line.text, brief.language)]
    aimed = next((span for span in reversed(harsh) if second.search(span)), "")
    return {"care": care, "harsh": aimed, "other_one": others[-1] if others else ""}


PREPARED: Mapping[str, Prepare] = {
    "first_step": _choice,
    "silent_tap": _choice,
    "churn_check": _choice,
    "revive": _low_cost,
    "poll": _low_cost,
    "decision_log": _decision,
    "digest_kb": _digest,
    "mediate": _mediate,
    "ask_better": own_words,
    "provoke": _provoke,
    "low_cost_q": _low_cost,
    "summary": _summary,
    "scaffold_public": frame_parts,
    "scaffold_private": own_words,
}
