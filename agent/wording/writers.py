"""How each move is worded offline: most by their wording alone, some with parts worked out."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from agent.checks.shape import options_in
from agent.moves.brief import Brief, Draft
from agent.wording.compose import Material, compose
from agent.wording.frames import frame_parts, own_words
from agent.wording.lexicon import pattern
from agent.wording.marks import marks_in
from agent.wording.material import material_of, neat_topics
from agent.wording.phrases import passage_in, phrases_in, question_in, size
from agent.wording.provocations import frame_for, lettered, positions_in, tension_for
from agent.wording.summaries import Point, numbered, open_question_of, points_of, settled_in
from prompts.packs import Tension
from prompts.wordings import wording

MATTER = 4
"""Characters of a matter that can be named in passing."""
DONE = frozenset({"result", "tried", "thing", "steps", "number", "repair", "failure"})
"""Marks of a message in which something was done."""
Prepare = Callable[[Brief], Mapping[str, str] | None]
"""The parts of a move that need working out; None when there is nothing to say."""


def write(brief: Brief) -> Draft | None:
    """The draft of a move, or None when nothing honest can be made of what is known."""
    try:
        words = wording(brief.move, brief.language)
    except LookupError:
        return None
    prepare = PREPARED.get(brief.move)
    extra: Mapping[str, str] | None = prepare(brief) if prepare else dict[str, str]()
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
        "tension": f"{tension.scene}{'' if language == 'zh' else ' '}{tension.tension}".strip(),
        "scene_text": tension.scene,
        "options": lettered(tension.options, language),
        "_options": "\n".join(tension.options),
    }


def _provoke(brief: Brief) -> Mapping[str, str] | None:
    """From a pack where the talk names its words, else from two sides the talk took itself."""
    tension = tension_for(brief)
    if tension is not None and tension.scene:
        topics = neat_topics(brief)
        named = [each for each in topics if any(word in each for word in tension.keywords)]
        return {**(_asked(tension, brief.language) or {}), "topic": named[0] if named else ""}
    sides = _asked(positions_in(brief), brief.language)
    return {**sides, "positions": "1"} if sides else None


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
    return {"points": "\n".join(said), **_title(brief)}


def _title(brief: Brief) -> Mapping[str, str]:
    """What a question with options asked, without them; else the question or phrase stands."""
    if brief.anchor is None or not _own_options(brief.anchor.text, brief.language):
        return {}
    asked = (_pushed(brief) or {}).get("asked")
    return {"question": asked} if asked else {}


def _bullet(point: Point, language: str) -> str:
    zh = language == "zh"
    label = ("（看法不同）" if zh else " (sees it differently)") if point.differs else ""
    colon = "：" if zh else ": "
    too = ""
    if point.with_names:
        too = (
            f"，{'、'.join(point.with_names)}也认"
            if zh
            else f"; so does {', '.join(point.with_names)}"
        )
    ids = numbered([point.line.message_id, *point.with_ids])
    return f"· {point.line.name}{label}{colon}{point.span}{too} {ids}"


def _choice(brief: Brief) -> Mapping[str, str] | None:
    """Options about the member: the topics of the room, else why one reads without writing."""
    zh = brief.language == "zh"
    topics = [
        topic for topic in neat_topics(brief) if size(topic, brief.language) <= (12 if zh else 6)
    ]
    topical = brief.move not in FIXED and len(topics) > 1
    fixed = FIXED.get(brief.move, FIXED["first_step"])[0 if zh else 1]
    options = (*topics[:2], "都不是" if zh else "none of it") if topical else fixed
    return {
        "options": lettered(options, brief.language),
        "_options": "\n".join(options),
        "topical": "1" if topical else "",
    }


FIXED = {
    "first_step": (
        ("先看看", "有事想问", "还没空看"),
        ("looking around", "have a question", "no time yet"),
    ),
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


WORTH = 2.0
"""Weight of a point that is more than chat."""


def _digest(brief: Brief) -> Mapping[str, str] | None:
    found = [point for point in points_of(brief.lines, brief.language) if point.weight >= WORTH / 2]
    if len(found) < 2 or max(point.weight for point in found) < WORTH:  # noqa: PLR2004
        return None
    points = sorted(found, key=lambda point: -point.weight)[:3]
    ordered = sorted(points, key=lambda point: point.line.message_id)
    said = [f"· {_tight(point, brief.language)}" for point in ordered]
    asks = brief.anchor and "ask" in marks_in(brief.anchor.text, brief.language)
    best = phrases_in(points[0].line.text, brief.language)
    taken = {"phrase": best[0], "name": points[0].line.name} if best and not asks else {}
    return {"points": "\n".join(said), **taken, **_title(brief)}


def _tight(point: Point, language: str) -> str:
    colon = "：" if language == "zh" else ": "
    span = passage_in(point.line.text, language, 26 if language == "zh" else 12) or point.span
    return f"{point.line.name}{colon}{span} {numbered([point.line.message_id])}"


def _is_matter(span: str, language: str) -> bool:
    """Whether a span is about the matter: nobody is aimed at, nothing is thrown."""
    heated = (
        pattern("aimed").search(span)
        or pattern("heated").search(span)
        or pattern("asking", language).search(span)
    )
    return not heated and size(span, language) >= (7 if language == "zh" else 5)


def _own_options(text: str, language: str) -> tuple[str, ...]:
    """The lettered answers a question brought itself; a stray letter makes none."""
    own = options_in(text)[:4]
    longest = 12 if language == "zh" else 6
    short = all(0 < size(option, language) <= longest for option in own)
    listed = re.search(r"(?:^|[\s,，:：])A[\s.、)]?\S", text)
    return own if short and listed else ()


def _pushed(brief: Brief) -> Mapping[str, str] | None:
    """What a push asked, without its heading and its options."""
    if brief.anchor is None:
        return None
    text = re.sub(r"^.{0,10}?(?:题|question|friday q)[^::]{0,4}[::]\s*", "", brief.anchor.text)
    before = re.split(
        r"[\s,，](?:你是|你会|你多半会|would you)?\s*[A1][\s.、)]?(?=[一-鿿\s])", text
    )[0]
    own = _own_options(brief.anchor.text, brief.language)
    asked = question_in(text, brief.language) if not own else None
    asked = asked or passage_in(before, brief.language, 24 if brief.language == "zh" else 12)
    listed = {"options": lettered(own, brief.language), "_options": "\n".join(own)} if own else {}
    return {"asked": asked or "", **listed}


def _poll(brief: Brief) -> Mapping[str, str] | None:
    """The options of the question that few answered, else the three that fit any."""
    if brief.anchor is None:
        return None
    zh = brief.language == "zh"
    own = _own_options(brief.anchor.text, brief.language)
    options = own or (
        ("碰到过", "没碰到", "不好说") if zh else ("yes, often", "not yet", "hard to say")
    )
    return {
        **(_pushed(brief) or {}),
        "options": lettered(options, brief.language),
        "_options": "\n".join(options),
    }


def _supplement(brief: Brief) -> Mapping[str, str] | None:
    """The signed passage that answers, cut between clauses."""
    known = dict(brief.facts).get("passage_1", "")
    span = passage_in(known, brief.language, 60 if brief.language == "zh" else 26)
    return {"passage": span} if span else None


def _covered(brief: Brief) -> Mapping[str, str] | None:
    """The notice that light talk has covered, where it is among the lines shown."""
    covered = dict(brief.facts).get("buried", "")
    lines = (*brief.lines, *brief.others)
    found = next((line for line in lines if str(line.message_id) == covered), None)
    spans = phrases_in(found.text, brief.language) if found else ()
    told = next((span for span in spans if "notice" in marks_in(span, brief.language)), "")
    return {"notice": told or (spans[0] if spans else "")}


def _handoff(brief: Brief) -> Mapping[str, str] | None:
    """The matter by its one word, where it is one."""
    matter = dict(brief.facts).get("matter", "")
    short = brief.language == "zh" and size(matter, "zh") <= MATTER
    return {"matter": matter if short else ""}


def _praise(brief: Brief) -> Mapping[str, str] | None:
    """Nothing where nothing was done, tried, made or put right: no empty praise."""
    noticed = marks_in(brief.anchor.text, brief.language) if brief.anchor else ()
    return {} if DONE & set(noticed) else None


def _mediate(brief: Brief) -> Mapping[str, str] | None:
    to = brief.names[0] if brief.names else (brief.anchor.name if brief.anchor else "")
    own = [line for line in brief.lines if line.name == to]
    others = [line.name for line in brief.lines if line.name != to]
    cares = [span for line in own for span in phrases_in(line.text, brief.language)]
    care = next((span for span in cares if _is_matter(span, brief.language)), "")
    harsh = [span for line in own for span in phrases_in(line.text, brief.language)]
    aimed = next((span for span in reversed(harsh) if pattern("aimed").search(span)), "")
    return {"care": care, "harsh": aimed, "other_one": others[-1] if others else ""}


PREPARED: Mapping[str, Prepare] = {
    "first_step": _choice,
    "silent_tap": _choice,
    "churn_check": _choice,
    "revive": _low_cost,
    "poll": _poll,
    "host_first": _pushed,
    "supplement": _supplement,
    "decision_log": _decision,
    "digest_kb": _digest,
    "mediate": _mediate,
    "praise": _praise,
    "off_topic": _covered,
    "followup_push": _pushed,
    "expert_handoff": _handoff,
    "ask_better": own_words,
    "provoke": _provoke,
    "low_cost_q": _low_cost,
    "summary": _summary,
    "scaffold_public": frame_parts,
    "scaffold_private": own_words,
}
