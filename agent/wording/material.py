"""From a brief to the slots and marks its wording may use."""

from agent.moves.brief import Brief, Line
from agent.wording.compose import Material
from agent.wording.marks import marks_in
from agent.wording.phrases import either_or, phrases_in, question_in, trim

SLOTS = frozenset(
    """phrase phrase2 question name peer peer2 peer_phrase other other_phrase names host expert
    community zone topic topic2 topic3 option_a option_b earlier""".split()
)
"""What every wording may name; a move's facts add their own."""


def material_of(brief: Brief, extra: dict[str, str] | None = None) -> Material:
    """All that is known, by slot; what is unknown is left out, so its forms drop out too."""
    anchor = brief.anchor or Line(message_id=0, name="", text="")
    slots = dict(brief.facts) | _said(brief, anchor) | _people(brief, anchor)
    slots |= {"community": brief.community, "zone": brief.zone}
    for number, topic in enumerate(brief.topics[:3], 1):
        slots["topic" if number == 1 else f"topic{number}"] = trim(topic, brief.language, 14)
    slots |= extra or {}
    filled = {key: value for key, value in slots.items() if value}
    noticed = marks_in(anchor.text, brief.language) if anchor.text else ()
    return Material(slots=filled, marks=(*noticed, *sorted(filled), *_wanted(brief)))


def _said(brief: Brief, anchor: Line) -> dict[str, str]:
    longest = 14 if brief.language == "zh" else 8
    given = tuple(phrase for phrase in brief.phrases if phrase in anchor.text)
    phrases = given or phrases_in(anchor.text, brief.language)
    either = either_or(anchor.text, brief.language)
    return {
        "phrase": trim(phrases[0], brief.language, longest) if phrases else "",
        "phrase2": trim(phrases[1], brief.language, longest) if len(phrases) > 1 else "",
        "question": question_in(anchor.text, brief.language) or "",
        "option_a": either[0] if either else "",
        "option_b": either[1] if either else "",
    }


def _people(brief: Brief, anchor: Line) -> dict[str, str]:
    peers = [peer for peer in brief.peers if peer.name != anchor.name]
    others = [line for line in brief.others if line.name != anchor.name]
    earlier = [line for line in brief.others if line.name == anchor.name]
    space = " " if brief.language == "zh" else ", "
    return {
        "name": anchor.name,
        "names": space.join(f"@{name}" for name in brief.names),
        "peer": peers[0].name if peers else "",
        "peer2": peers[1].name if len(peers) > 1 else "",
        "peer_phrase": _best(peers[0].text, brief.language) if peers else "",
        "other": others[0].name if others else "",
        "other_phrase": _best(others[0].text, brief.language) if others else "",
        "earlier": _best(earlier[0].text, brief.language) if earlier else "",
        "host": brief.host or "",
        "expert": brief.expert or "",
    }


def _best(text: str, language: str) -> str:
    found = phrases_in(text, language, 1)
    return trim(found[0], language, 12 if language == "zh" else 7) if found else ""


def _wanted(brief: Brief) -> tuple[str, ...]:
    barrier = (f"barrier_{brief.barrier}",) if brief.barrier else ()
    return (f"level_{brief.level}", *barrier)
