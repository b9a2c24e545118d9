"""A request as the two texts a chat endpoint is sent; the same for every engine with prompts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import TypeVar, cast

from agent.compaction import TALK, compacted, fitting
from agent.models.base import Request
from agent.moves.brief import Brief, Line
from agent.tokens import count
from agent.transcript import line_of, quoted, transcript
from community.errors import ModelFailed
from prompts.loader import PromptBroken, load
from prompts.shipped import examples, fault

T = TypeVar("T")
NOTHING = "-"
UNTOLD = frozenset({"move", "notes", "variant"})
"""Fields of a brief that have no place of their own in a prompt."""
NOBODY = {"zh": "（没有）", "en": "(nobody)"}
EMPTY = re.compile(r"^[^\n]+\n<<<\n-\n>>>\n", re.MULTILINE)
"""A heading and a fence with nothing in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """`system` is the same for all requests of a purpose; `talk` holds the members' text."""

    system: str
    talk: str
    version: str


def rendered(request: Request[T]) -> Rendered:
    """Fill the prompt of the purpose with the variables; ModelFailed where that cannot be done."""
    try:
        prompt = load(request.purpose, request.language)
        talk = EMPTY.sub("", prompt.render(values_of(request.variables)))
    except PromptBroken as broken:
        raise ModelFailed("model_no_prompt", purpose=request.purpose, what=str(broken)) from broken
    return Rendered(system=prompt.system, talk=talk, version=prompt.version)


def as_object(request: Request[T]) -> Request[object]:
    """The same request to one who does not read the reply."""
    return Request(
        purpose=request.purpose,
        variables=request.variables,
        result=object,
        language=request.language,
    )


def values_of(variables: object) -> Mapping[str, str]:
    """Each field of a frozen dataclass as text; a brief is cut to its budget first."""
    if not is_dataclass(variables) or isinstance(variables, type):
        return {}
    if isinstance(variables, Brief):
        return _of_brief(compacted(variables))
    return {each.name: as_text(getattr(variables, each.name)) for each in fields(variables)}


def _of_brief(brief: Brief) -> Mapping[str, str]:
    values = {
        each.name: as_text(getattr(brief, each.name))
        for each in fields(brief)
        if each.name not in UNTOLD
    }
    anchor_id = brief.anchor.message_id if brief.anchor else None
    belonging = {line.message_id for line in brief.others}
    talk = transcript(brief.lines, budget=TALK, anchor_id=anchor_id, belonging=belonging)
    values["lines"] = talk or NOTHING
    values["others"] = _beside(brief.others, talk)
    samples = brief.accepted or examples(brief.move, brief.language)
    values["accepted"] = "\n\n".join(map(quoted, samples)) or NOTHING
    values["peers"] = NOBODY[brief.language] if not brief.peers else values["peers"]
    values["last"] = "\n".join(_attempt(brief)) or NOTHING
    return values


def _attempt(brief: Brief) -> Iterator[str]:
    """The draft that failed, then an arrow and a sentence for each fault."""
    if brief.notes:
        yield quoted(brief.last.replace("→", "-"))
    for note in brief.notes:
        yield quoted(f"→ {fault(note.code, brief.language, note.facts)}")


def _beside(others: Sequence[Line], talk: str) -> str:
    """Lines that belong to the anchor; one that stands in the talk already is its number.

    What does not stand there has what is left of the same budget.
    """
    shown = [line_of(line) for line in others]
    known = set(talk.split("\n"))
    above = " ".join(f"[{line.message_id}]" for line in others if line_of(line) in known)
    fresh = fitting((line for line in shown if line not in known), TALK - count(talk))
    return "\n".join([*([above] if above else []), *fresh]) or NOTHING


def as_text(value: object) -> str:
    """A value as plain lines; what is missing or empty is a dash."""
    if value is None or value in ("", ()):
        return NOTHING
    if isinstance(value, Line):
        return line_of(value)
    if isinstance(value, tuple | list):
        return "\n".join(_entry(each) for each in cast("Sequence[object]", value))
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((each.name, as_text(getattr(value, each.name))) for each in fields(value))
        return " · ".join(f"{name}: {text}" for name, text in pairs)
    return quoted(str(value))


def _entry(value: object) -> str:
    if isinstance(value, tuple):
        return ": ".join(as_text(each) for each in cast("tuple[object, ...]", value))
    return as_text(value)
