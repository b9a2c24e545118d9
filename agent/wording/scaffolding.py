"""帮我开口: what somebody typed, put into a scaffold in their own words, gaps left open."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.wording.lexicon import pattern
from agent.wording.marks import marks_in
from prompts.scaffolding import Scaffold, scaffold, scaffolds

SENTENCES = re.compile(r"[^。！？!?；;…\n.]+(?:\.(?=\d)[^。！？!?；;…\n.]+)*[。！？!?；;.]*")
CLAUSES = re.compile(r"[^，,、]+[，,、]*")
BLANK = "____"
LIGHTEST = "starter"
STARTED = 2
"""The rung from which more than one blank may be left open."""
NAMED = 3
"""The rung from which a named model is offered."""
ASKED = "?"
"""The cue of a slot that takes the question itself."""
BACKWARDS = 0.6
"""What going back to an earlier slot costs, in cues."""
LEAST = 2
"""Characters a stretch must have to fill a slot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """One slot: `value` is a stretch of the member's own text, None where it says nothing."""

    key: str
    label: str
    hint: str
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """What is offered to start from; the member changes it, sends it or leaves it."""

    scaffold: str
    title: str
    slots: tuple[Filled, ...]
    draft: str
    example: str


def compose(
    text: str,
    scaffold_id: str | None,
    language: str,
    context: Sequence[str] = (),
    *,
    domains: Sequence[str] = (),
    level: int | None = None,
) -> Composed:
    """Fill the asked-for or the fitting scaffold; LookupError for an unknown one.

    `domains` choose the example, `level` is the rung 0–4 of who writes: below 3 a named model
    gives way to three lines, below 2 no more than one blank is left open, but for a harder frame
    somebody asked for.
    """
    frame = (
        scaffold(scaffold_id, language)
        if scaffold_id
        else suggest_scaffold(text, context, language)
    )
    if level is not None and not scaffold_id and level < NAMED <= frame.level:
        frame = scaffold(LIGHTEST, language)
    slots = fill_scaffold(text, frame)
    gently = level is not None and level < STARTED and (frame.level == 1 or not scaffold_id)
    return Composed(
        scaffold=frame.id,
        title=frame.title,
        slots=slots,
        draft=drafted(slots, language, 1 if gently else None),
        example=frame.example_text(domains),
    )


def fill_scaffold(text: str, frame: Scaffold) -> tuple[Filled, ...]:
    """Give each stretch of the text to the slot it speaks to, in order; nothing is added or lost.

    A stretch goes to the slot whose cues it names; one without cues stays with the stretch before
    it. Only greetings and apologies are left out.
    """
    values: dict[str, str] = {}
    at = 0
    for stretch in _stretches(text, len(frame.slots)):
        if _is_greeting(stretch, frame.language):
            continue
        at = _slot_for(stretch, frame, at)
        key = frame.slots[at].key
        values[key] = f"{values[key]}{stretch}" if key in values else stretch
    return tuple(
        Filled(key=slot.key, label=slot.label, hint=slot.hint, value=_clean(values.get(slot.key)))
        for slot in frame.slots
    )


def suggest_scaffold(text: str, context: Sequence[str], language: str) -> Scaffold:
    """The lightest scaffold that suits what was typed: a question, a reply, a case or a start."""
    noticed = marks_in(text, language)
    if "ask" in noticed:
        wanted = "help_five"
    elif "opinion" in noticed and not {"result", "tried", "said"} & set(noticed):
        wanted = "prep"
    elif {"result", "tried"} & set(noticed) and {"thing", "steps"} & set(noticed):
        wanted = "scene_pain_fix"
    elif "feeling" in noticed:
        wanted = "four_f"
    elif context and not text.strip():
        wanted = "yes_and"
    else:
        wanted = "starter"
    return next(frame for frame in scaffolds(language) if frame.id == wanted)


def drafted(slots: Sequence[Filled], language: str, blanks: int | None = None) -> str:
    """One line per slot, a blank where nothing was said yet; no more blanks than asked for."""
    colon = "：" if language == "zh" else ": "
    open_ones = [slot.key for slot in slots if slot.value is None][:blanks]
    shown = [slot for slot in slots if slot.value is not None or slot.key in open_ones]
    return "\n".join(f"{slot.label}{colon}{slot.value or BLANK}" for slot in shown)


def _is_greeting(stretch: str, language: str) -> bool:
    bare = stretch.strip(" ,，、。….!！")
    told = pattern("leads", language).sub("", bare)
    return not told or pattern("empty", language).match(bare) is not None


def _stretches(text: str, wanted: int) -> list[str]:
    """Sentences; clauses where there are fewer sentences than slots."""
    sentences = [match[0] for match in SENTENCES.finditer(text) if match[0].strip()]
    if len(sentences) >= wanted:
        return sentences
    return [
        clause[0]
        for sentence in sentences
        for clause in CLAUSES.finditer(sentence)
        if clause[0].strip()
    ]


def _slot_for(stretch: str, frame: Scaffold, at: int) -> int:
    """The slot a stretch names most cues of; the one before it where it names none."""
    lowered = stretch.lower()
    asks = pattern("asking", frame.language).search(stretch) is not None

    def score(number: int) -> float:
        cues = frame.slots[number].cues
        hits = sum(cue in lowered for cue in cues) + 2.0 * (asks and ASKED in cues)
        return hits - BACKWARDS * max(0, at - number) if hits else 0.0

    best = max(range(len(frame.slots)), key=lambda number: (score(number), -abs(number - at)))
    return best if score(best) > 0 else at


def _clean(value: str | None) -> str | None:
    if value is None:
        return None
    bare = value.strip().strip("，,、；;。 ")
    return bare if len(bare) >= LEAST else None
