"""Fill a wording: forms made of parts made of slots, a different one each time, all in bounds."""

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from agent.checks.shape import questions_in
from agent.checks.source import ALIKE, similarity
from agent.wording.skeleton import skeleton
from prompts.wordings import Wording

SLOT = re.compile(r"\{([a-z_0-9]+)\}")
TRIES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a wording may be filled with: slots by name, and what was noticed.

    `called` holds for a slot with a name what the person is called in passing; behind an @ the
    name stays whole. `speaker` posts it: no form calls them with an @.
    """

    slots: Mapping[str, str]
    marks: tuple[str, ...] = ()
    called: Mapping[str, str] = field(default_factory=dict[str, str])
    speaker: str = ""


def pick(seed: str, among: int) -> int:
    """A number below `among` that depends on the seed alone."""
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:6], "big") % among


def compose(
    wording: Wording, material: Material, *, variant: int, avoid: Sequence[str] = ()
) -> str | None:
    """The first text within bounds whose skeleton is new; None when no form can be filled.

    Bounds are the length and the number of questions of the wording. Where every try repeats
    something said lately one of them is given: the check decides.
    """
    said = {skeleton(text) for text in avoid}
    spare: str | None = None
    for attempt in range(TRIES):
        text = _filled(wording, material, f"{wording.move}:{variant}:{attempt}")
        if text is None or not _within(text, wording):
            continue
        spare = spare or text
        if skeleton(text) in said:
            continue
        if all(similarity(text, other) < ALIKE for other in avoid):
            return text
        spare = text
    return spare


def _within(text: str, wording: Wording) -> bool:
    fits = len(text) <= wording.characters
    return fits and wording.questions in (None, questions_in(text))


def _filled(wording: Wording, material: Material, seed: str) -> str | None:
    for form in _shuffled(wording.forms, seed):
        text = _expanded(form, wording, material, seed)
        if text is not None:
            return tidied(text)
    return None


def _expanded(entry: str, wording: Wording, material: Material, seed: str) -> str | None:
    values: dict[str, str] = {}
    for name in SLOT.findall(entry):
        if name in values:
            continue
        if name in wording.parts:
            value = _part(name, wording, material, f"{seed}:{name}")
        else:
            value = material.slots.get(name)
        if value is None or (not value and name not in wording.parts):
            return None
        if value == material.speaker and f"@{{{name}}}" in entry:
            return None
        values[name] = value

    def said(slot: re.Match[str]) -> str:
        mentions = entry[: slot.start()].endswith("@")
        whole = values[slot[1]]
        return whole if mentions else material.called.get(slot[1], whole)

    return SLOT.sub(said, entry)


def _part(name: str, wording: Wording, material: Material, seed: str) -> str | None:
    for key in _fitting(wording.parts[name], material.marks):
        for entry in _shuffled(wording.parts[name][key], seed):
            text = _expanded(entry, wording, material, seed)
            if text is not None:
                return text
    return None


def _fitting(variants: Collection[str], marks: Sequence[str]) -> list[str]:
    """The variants whose marks were all noticed: the most particular and most telling first."""
    known = [key.split("+") for key in variants if key and set(key.split("+")) <= set(marks)]
    known.sort(key=lambda key: (-len(key), marks.index(key[0])))
    return ["+".join(key) for key in known] + ([""] if "" in variants else [])


def _shuffled(entries: Sequence[str], seed: str) -> list[str]:
    start = pick(seed, len(entries))
    step = 1 + pick(f"{seed}:step", max(1, len(entries) - 1))
    order = [entries[(start + number * step) % len(entries)] for number in range(len(entries))]
    return list(dict.fromkeys([*order, *entries]))


def tidied(text: str) -> str:
    """Doubled stops and spaces gone; what stands in quotes is left as it was said."""
    text = re.sub(r"[ \t]+", " ", text).replace(" \n", "\n").strip()
    return re.sub(r"([。！？!?，,；;])[，,。；;](?=\s|$|[^\d])", r"\1", text)
