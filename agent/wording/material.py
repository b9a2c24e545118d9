"""From a brief to the slots and marks its wording may use."""

import re
from collections.abc import Mapping

from agent.moves.brief import Brief, Line
from agent.wording.compose import Material
from agent.wording.handing import beside, best, lived, to_ask
from agent.wording.lexicon import pattern
from agent.wording.marks import marks_in
from agent.wording.names import called
from agent.wording.phrases import (
    asks,
    either_or,
    leans,
    names_no_matter,
    phrases_in,
    question_in,
    size,
    subject_of,
)

NOTHING = frozenset({"False", "None", "0", ""})
"""Facts that say that there is nothing to name."""
NAMING = frozenset(
    (
        *("name", "to", "peer", "peer2", "other", "before", "host", "expert", "who", "first"),
        *("host_or", "expert_or", "other_one", "before_or"),
    )
)
"""Slots that name one person."""
CUT = 60
"""Characters at which a topic was cut before it came here."""
PREFERS = {
    "be_seen": "tried",
    "praise": "result",
    "tried_it": "plan",
    "escalate": "distress",
    "followup_push": "notice",
    "farewell": "fond",
}
"""The mark a move is about, where it is about one."""
FULLER = frozenset({"farewell"})
"""Of these the longest span about it is taken."""
NARROW = frozenset({"say_more", "press_example", "press_reason"})
"""Moves about one span of a message."""
FIRST = (
    "expert",
    "positions",
    "question",
    "other_question",
    "topical",
    "topic3",
    "topic2",
    "peer",
    "phrase",
)
"""Of two slots that a variant may need alone, the one that says more."""
UNNAMED = {
    "zh": {
        "host_or": "群主",
        "expert_or": "能拿主意的人",
        "other_one": "对方",
        "before_or": "对方",
    },
    "en": {
        "host_or": "the host",
        "expert_or": "somebody who decides",
        "other_one": "the other side",
        "before_or": "the other person",
    },
}


def material_of(brief: Brief, extra: dict[str, str] | None = None) -> Material:
    """All that is known, by slot; what is unknown is left out, so its forms drop out too."""
    anchor = brief.anchor or Line(message_id=0, name="", text="")
    slots = {key: value for key, value in brief.facts if value not in NOTHING}
    slots |= _said(brief, anchor) | _people(brief, anchor)
    here = re.sub(r"\s*[（(【\[].*$", "", brief.community)
    slots |= {"community": brief.community, "zone": brief.zone, "here": here}
    for number, topic in enumerate(neat_topics(brief), 1):
        slots["topic" if number == 1 else f"topic{number}"] = topic
    slots |= _or_else(slots, brief.language) | (extra or {})
    if slots["own_point"] == slots["phrase"]:
        slots["own_point"] = ""
    filled = {key: value for key, value in slots.items() if value}
    noticed = _noticed(anchor.text, filled, brief)
    known = sorted(filled, key=lambda name: FIRST.index(name) if name in FIRST else len(FIRST))
    short = {slot: called(filled[slot], brief.language) for slot in NAMING if slot in filled}
    return Material(
        slots=filled,
        marks=(*noticed, *known, *_wanted(brief)),
        called=short,
        speaker=brief.speaker or "",
    )


def _noticed(text: str, slots: Mapping[str, str], brief: Brief) -> tuple[str, ...]:
    """The marks of the span taken up, then those of the rest; asking is asked of the whole.

    A follow-up asks about the span alone, so that it never asks for what was not said there. What
    asks without saying what for is taken as something told.
    """
    if not text:
        return ()
    whole = marks_in(text, brief.language)
    kinds = ("ask", "share", "ask_how", "ask_fact")
    span = [mark for mark in marks_in(slots.get("phrase", ""), brief.language) if mark not in kinds]
    rest = whole if brief.move not in NARROW else [mark for mark in whole if mark in kinds]
    found = dict.fromkeys([*span, *(mark for mark in rest if mark != "number")])
    if "ask" in found and not (slots.get("question") or slots.get("about")):
        return (*(mark for mark in found if mark not in kinds), "share")
    if slots.get("about"):
        return tuple("ask_how" if mark == "ask_fact" else mark for mark in found)
    return tuple(found)


def neat_topics(brief: Brief) -> tuple[str, ...]:
    """Recurring problems in a few of their owner's own words; where and when are no problems.

    A topic that can only be had by cutting a clause in two is left out.
    """
    longest = 16 if brief.language == "zh" else 8
    found: list[str] = []
    for text in brief.topics:
        asked = (
            question_in(text, brief.language) if "ask_how" in marks_in(text, brief.language) else ""
        )
        whole = text if "ask" not in marks_in(text, brief.language) else ""
        found += [
            span
            for span in (whole, asked or "")
            if 0 < size(span, brief.language) <= longest and not _cut_off(span, text)
        ][:1]
    return tuple(dict.fromkeys(found))[:3]


def _cut_off(span: str, text: str) -> bool:
    """Whether a span ends where a long message was cut."""
    return len(text) >= CUT and text.endswith(span)


def _said(brief: Brief, anchor: Line) -> dict[str, str]:
    given = tuple(phrase for phrase in brief.phrases if phrase in anchor.text)
    phrases = _preferred(given or phrases_in(anchor.text, brief.language), brief)
    either = either_or(anchor.text, brief.language)
    question, about = _asked(anchor.text, brief.language)
    if question and not about and leans(question, brief.language):
        about = _told(brief.above, brief.language)
        question = "" if about else question
    other = (one for one in phrases if one not in question and not asks(one, brief.language))
    return {
        "told": next(other, "") if question else "",
        "phrase": phrases[0] if phrases else "",
        "phrase2": phrases[1] if len(phrases) > 1 else "",
        "question": question,
        "about": about,
        "option_a": either[0] if either else "",
        "option_b": either[1] if either else "",
    }


def _told(above: Line | None, language: str) -> str:
    """What a line tells, for a message that says nothing without it."""
    told = phrases_in(above.text, language) if above else ()
    return next((span for span in told if not asks(span, language)), "")


def _asked(text: str, language: str) -> tuple[str, str]:
    """The question of a message, or what it is about where the question says nothing alone."""
    question = question_in(text, language) or ""
    if question and not leans(question, language):
        return question, ""
    about = subject_of(text, language) or ""
    itself = about.casefold() in question.casefold()
    return ("", about) if about and not itself else (question, "")


def _preferred(phrases: tuple[str, ...], brief: Brief) -> tuple[str, ...]:
    """For a move about one thing said, the span that says it comes first."""
    wanted = PREFERS.get(brief.move)
    if brief.move == "ad_removal":
        sells = [word for word in dict(brief.facts).get("words", "").split(" · ") if word]
        return tuple(sorted(phrases, key=lambda span: -sum(each in span for each in sells)))
    if wanted is None:
        return phrases
    fuller = brief.move in FULLER
    return tuple(
        sorted(
            phrases,
            key=lambda span: (
                wanted not in marks_in(span, brief.language),
                -size(span, brief.language) if fuller else 0,
            ),
        )
    )


def _people(brief: Brief, anchor: Line) -> dict[str, str]:
    asked = _asked(anchor.text, brief.language)[0]
    anything = bool(asked) and not brief.above and names_no_matter(asked, brief.language)
    peers, turned = ([], {}) if anything else to_ask(brief, anchor)
    others = [line for line in brief.others if line.name != anchor.name]
    own = brief.lines if brief.move == "escalate" else ()
    said = [line for line in (*brief.others, *own) if line.name == anchor.name]
    earlier = [line for line in said if line.message_id != anchor.message_id]
    before = _before(brief, anchor)
    space = " " if brief.language == "zh" else ", "
    return {
        "name": anchor.name,
        "own": "1" if anchor.name and anchor.name == brief.speaker else "",
        "names": space.join(f"@{name}" for name in brief.names),
        "peer": peers[0].name if peers else "",
        "peer2": peers[1].name if len(peers) > 1 else "",
        "peer_phrase": lived(peers[0].text, anchor.text, brief.language) if peers else "",
        "other": others[0].name if others else "",
        "other_phrase": beside(others[0].text, anchor.text, brief.language) if others else "",
        "other_question": question_in(others[0].text, brief.language) or "" if others else "",
        "earlier": _earlier(earlier, brief),
        "first_asked": _first_asked(earlier, brief.language),
        "to": brief.names[0] if brief.names else anchor.name,
        "before": before.name if before else "",
        "before_phrase": best(before.text, brief.language) if before else "",
        "number_id": f"[{anchor.message_id}]" if anchor.message_id else "",
        "own_point": _own_point(anchor, brief),
        "file": "1" if any(_is_file(line, anchor) for line in brief.lines) else "",
        "host": brief.host or "",
        "expert": brief.expert or "",
        **turned,
    }


def _own_point(anchor: Line, brief: Brief) -> str:
    """What somebody who mocked wants, in their own words: a span that is aimed at nobody."""
    if brief.move != "soften":
        return ""
    spans = phrases_in(anchor.text, brief.language)
    aimed = ("mocks", "aimed", "heated", "points_at")
    calm = (span for span in spans if not any(pattern(each).search(span) for each in aimed))
    return next(calm, "")


def _is_file(line: Line, anchor: Line) -> bool:
    """Whether the author of a message put a file under it."""
    below = line.name == anchor.name and line.message_id > anchor.message_id
    return below and re.match(r"\[(?:file|文件|image|图片)\b", line.text) is not None


def _first_asked(said: list[Line], language: str) -> str:
    """What the same member asked before, where that says more than asking again."""
    asked = (question_in(line.text, language) for line in said)
    return next((each for each in asked if each and not leans(each, language)), "")


def _earlier(said: list[Line], brief: Brief) -> str:
    """What the same member wrote beside it: of a move about one thing, the span that says it."""
    wanted = PREFERS.get(brief.move, "")
    spans = [span for line in said for span in phrases_in(line.text, brief.language)]
    telling = (span for span in spans if wanted in marks_in(span, brief.language))
    return next(telling, best(said[0].text, brief.language) if said else "")


def _or_else(slots: Mapping[str, str], language: str) -> dict[str, str]:
    """People a private word refers to, by name where they are known, else by their part."""
    mark = {"host_or": "host", "expert_or": "expert", "other_one": "other", "before_or": "before"}
    return {key: slots.get(name) or UNNAMED[language][key] for key, name in mark.items()}


def _before(brief: Brief, anchor: Line) -> Line | None:
    """The last line of somebody else ahead of the one answered."""
    ids = [line.message_id for line in brief.lines]
    at = ids.index(anchor.message_id) if anchor.message_id in ids else 0
    told = [line for line in brief.lines[:at] if line.name != anchor.name]
    telling = (line for line in reversed(told) if phrases_in(line.text, brief.language))
    return next(telling, told[-1] if told else None)


def _wanted(brief: Brief) -> tuple[str, ...]:
    helped = (f"help_{brief.help}",) if brief.help else ()
    return (f"level_{brief.level}", *helped)
