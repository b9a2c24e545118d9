"""A request as the two texts a chat endpoint is sent; the same for every engine with prompts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import TypeVar, cast

from agent.models.base import Request
from agent.moves.brief import Brief, Line
from agent.transcript import line_of, quoted, transcript
from community.errors import ModelFailed
from prompts.loader import PromptBroken, load

T = TypeVar("T")
TALK_BUDGET = 1200
"""Tokens of talk around an anchor that a prompt carries."""
NOTHING = "-"


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
        talk = prompt.render(values_of(request.variables))
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
    """Each field of a frozen dataclass as text; members' lines are cut to the token budget."""
    if not is_dataclass(variables) or isinstance(variables, type):
        return {}
    values = {each.name: as_text(getattr(variables, each.name)) for each in fields(variables)}
    if isinstance(variables, Brief):
        anchor_id = variables.anchor.message_id if variables.anchor else None
        talk = transcript(variables.lines, budget=TALK_BUDGET, anchor_id=anchor_id)
        values["lines"] = talk or NOTHING
        values["others"] = _beside(variables.others, talk)
        values["anchor"] = line_of(variables.anchor) if variables.anchor else NOTHING
        values["accepted"] = "\n\n".join(map(quoted, variables.accepted)) or NOTHING
    return values


def _beside(others: Sequence[Line], talk: str) -> str:
    """Lines that belong to the anchor; one that stands in the talk already is its number."""
    shown = [line_of(line) for line in others]
    known = set(talk.split("\n"))
    above = " ".join(f"[{line.message_id}]" for line in others if line_of(line) in known)
    fresh = [line for line in shown if line not in known]
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
