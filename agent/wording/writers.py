"""How each move is worded offline: most by their wording alone, some with parts worked out."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from agent.listening.words import is_han
from agent.moves.brief import Brief, Draft
from agent.wording.compose import Material, compose
from agent.wording.frames import frame_parts, own_words
from agent.wording.gathered import decision, digest, summary
from agent.wording.handing import worth_handing_on
from agent.wording.lexicon import pattern
from agent.wording.marks import marks_in
from agent.wording.material import material_of, neat_topics
from agent.wording.occasions import day_marked, planned_topic
from agent.wording.phrases import either_or, passage_in, phrases_in, size, subject_of
from agent.wording.provocations import (
    frame_for,
    lettered,
    named_topic,
    positions_in,
    tension_for,
)
from agent.wording.pushes import notice_in, poll, pushed
from agent.wording.taps import tapped
from prompts.packs import Tension
from prompts.wordings import wording

MATTER = 4
"""Characters of a matter that can be named in passing."""
DONE = frozenset({"result", "tried", "thing", "steps", "number", "repair", "failure"})
"""Marks of a message in which something was done."""
ROOM = {"zh": 54, "en": 140}
"""Characters of a small question before its lead and its close no longer fit beside it."""
LATELY = 12
"""Last messages of a room that decide whether a light question fits."""
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
    spoken = (
        *("phrase", "phrase2", "question", "about", "peer_phrase", "other_phrase", "earlier"),
        *("topic", "first_point", "second_point"),
    )
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
        topic = named_topic(tension, neat_topics(brief))
        return {**(_asked(tension, brief.language) or {}), "topic": topic}
    sides = _asked(positions_in(brief), brief.language)
    return {**sides, "positions": "1"} if sides else None


def _low_cost(brief: Brief) -> Mapping[str, str] | None:
    """A tension about a pain point where there is one and room for it, else a small frame."""
    tension = tension_for(brief)
    topic = named_topic(tension, neat_topics(brief)) if tension and tension.scene else ""
    if tension and topic:
        asked = _asked(replace(tension, options=tension.options[:3]), brief.language)
        if asked and len(asked["tension"] + asked["options"]) <= ROOM[brief.language]:
            return {**asked, "topic": topic}
    tension = frame_for(brief) or tension
    return _asked(tension and replace(tension, options=tension.options[:3]), brief.language)


def _is_matter(span: str, language: str) -> bool:
    """Whether a span is about the matter: nobody is aimed at, nothing is thrown."""
    heated = (
        pattern("aimed").search(span)
        or pattern("heated").search(span)
        or pattern("asking", language).search(span)
    )
    return not heated and size(span, language) >= (7 if language == "zh" else 5)


def _supplement(brief: Brief) -> Mapping[str, str] | None:
    """The signed passage that answers, cut between clauses."""
    known = dict(brief.facts).get("passage_1", "")
    language = "zh" if is_han(known) else "en"
    span = passage_in(known, language, 60 if language == "zh" else 26)
    return {"passage": span} if span else None


def _covered(brief: Brief) -> Mapping[str, str] | None:
    """The notice that light talk has covered, where it is among the lines shown."""
    covered = dict(brief.facts).get("buried", "")
    lines = (*brief.lines, *brief.others)
    found = next((line for line in lines if str(line.message_id) == covered), None)
    if found is None:
        return {"notice": ""}
    spans = phrases_in(found.text, brief.language)
    told = notice_in(found.text, brief.language).get("phrase")
    return {"notice": told or (spans[0] if spans else "")}


def _first(brief: Brief) -> Mapping[str, str] | None:
    """A question whose two answers are put as letters is named by what it is about."""
    text = brief.anchor.text if brief.anchor else ""
    lettered_out = either_or(text, brief.language) and "ask_how" in marks_in(text, brief.language)
    subject = subject_of(text, brief.language) if lettered_out else None
    return {"question": "", "about": subject} if subject else {}


def _led(brief: Brief) -> Mapping[str, str] | None:
    """Nobody goes first on what asked nothing."""
    found = pushed(brief)
    return found if found and (found.get("asked") or found.get("options")) else None


def _revoiced(brief: Brief) -> Mapping[str, str] | None:
    """Two points of a long message, in the order they were made; None where it has no two."""
    text = brief.anchor.text if brief.anchor else ""
    points = sorted(phrases_in(text, brief.language)[:2], key=text.find)
    if len(points) < 2:  # noqa: PLR2004
        return None
    number = f"[{brief.anchor.message_id}]" if brief.anchor else ""
    return {"first_point": points[0], "second_point": points[1], "ids": number}


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
    """What this side cares about, and the words that hurt; no word aimed at a person is a care."""
    to = brief.names[0] if brief.names else (brief.anchor.name if brief.anchor else "")
    own = [line for line in brief.lines if line.name == to]
    others = [line.name for line in brief.lines if line.name != to]
    said = [span for line in own for span in phrases_in(line.text, brief.language)]
    cares = [span for span in said if _is_matter(span, brief.language)]
    care = max(cares, key=lambda span: pattern("own").search(span) is not None, default="")
    aimed = next((span for span in reversed(said) if pattern("aimed").search(span)), "")
    return {"care": care, "harsh": aimed, "other_one": others[-1] if others else ""}


def _escalate(brief: Brief) -> Mapping[str, str] | None:
    """Distress, a danger, a rumour and a quarrel that goes on are each spoken of otherwise."""
    facts = dict(brief.facts)
    matter = facts.get("matter", "")
    distressed = "" if matter or "harsh" in facts else "1"
    lonely = "1" if distressed and facts.get("accompanied") == "False" else ""
    return {"distressed": distressed, "lonely": lonely, **({matter: "1"} if matter else {})}


def _bonding(brief: Brief) -> Mapping[str, str] | None:
    """Nothing playful right after something that weighed on somebody."""
    late = brief.lines[-LATELY:]
    return {"heavy": "1" if any(pattern("heavy").search(line.text) for line in late) else ""}


def _reminded(brief: Brief) -> Mapping[str, str] | None:
    """What is asked for differs by what was done."""
    return {f"did_{dict(brief.facts).get('broken', '')}": "1"}


PREPARED: Mapping[str, Prepare] = {
    "no_orphan": worth_handing_on,
    "first_step": tapped,
    "silent_tap": tapped,
    "churn_check": tapped,
    "revive": _low_cost,
    "poll": poll,
    "host_first": _led,
    "supplement": _supplement,
    "decision_log": decision,
    "digest_kb": digest,
    "mediate": _mediate,
    "mediate_other": _mediate,
    "revoice": _revoiced,
    "first_reply": _first,
    "escalate": _escalate,
    "bonding": _bonding,
    "house_rule": _reminded,
    "praise": _praise,
    "off_topic": _covered,
    "followup_push": pushed,
    "expert_handoff": _handoff,
    "ask_better": own_words,
    "provoke": _provoke,
    "low_cost_q": _low_cost,
    "summary": summary,
    "scaffold_public": frame_parts,
    "scaffold_private": own_words,
    "seed_post": planned_topic,
    "seed_nobody": planned_topic,
    "milestone": day_marked,
}
