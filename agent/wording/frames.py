"""A scaffold inside a move: offered to the room with an example, or filled for one member."""

from collections.abc import Mapping

from agent.moves.brief import Brief
from agent.wording import scaffolding
from prompts.scaffolding import Scaffold, scaffold, scaffolds


def frame_parts(brief: Brief) -> Mapping[str, str] | None:
    """The blanks of a scaffold and its one-line example, for an open topic."""
    frame = _frame(brief)
    slots = frame.slots[:4]
    colon, between = ("：", "\n") if brief.language == "zh" else (": ", "\n")
    return {
        "frame": frame.title,
        "blanks": between.join(f"{slot.label}{colon}{scaffolding.BLANK}" for slot in slots),
        "mini": frame.example_line(brief.domains),
    }


def own_words(brief: Brief) -> Mapping[str, str] | None:
    """What the member typed, put into the slots; None when they typed nothing."""
    if brief.anchor is None or not brief.anchor.text.strip():
        return None
    context = [line.text for line in brief.lines]
    composed = scaffolding.compose(
        brief.anchor.text,
        brief.scaffold,
        brief.language,
        context,
        level=brief.level if brief.move == "scaffold_private" else None,
    )
    return {"draft": composed.draft}


def _frame(brief: Brief) -> Scaffold:
    """The one asked for, else the easiest; a named model where most are past that."""
    if brief.scaffold:
        return scaffold(brief.scaffold, brief.language)
    share = [frame for frame in scaffolds(brief.language) if "share" in frame.suits]
    return share[-1 if brief.level >= scaffolding.NAMED else 0]
