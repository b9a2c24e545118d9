"""One section for each move, from its data, its moments and one example draft: docs/moves.md.

    python -m evals.move_pages

What is written by hand is the purpose in one line, shown on the settings page as well.
"""

import asyncio
import inspect
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from agent.context import Context
from agent.gate import NEVER_CAPPED
from agent.gate_settings import GateSettings
from agent.graphs.facilitate import word_move
from agent.ledger import UNASKED
from agent.models.offline import OfflineModel
from agent.moves.catalogue import MOVES
from agent.moves.errands import ERRANDS, Errand
from agent.moves.move import Move
from community.consequence import REMOVES, WARNS
from community.pains import Pain
from community.review import Ledger
from community.suggestion import ASKED, Audience, Lane, Speaker, Suggestion
from evals.examples import ROOT
from evals.made import Made, decided, read_made, talk_of
from server.locales import sentences

PAGE = ROOT / "docs" / "moves.md"
HEAD = """# The moves

Everything Simmer may propose, one section each. When it speaks at all is decided by the
[gate](gate.md). Each move can be switched off by a community on the settings page. `make docs`
writes this page anew from the moves themselves, the made moments they are tested on and the drafts
the offline engine makes of them; nobody chose the examples.

Nothing is posted without a person. In quiet hours, while people talk to each other and for a day
after grief, distress or a quarrel nothing is offered, but for what the line *held back by* leaves
out. A move counts half after two dismissals in a week and rests two weeks after four.
"""
LANES = {
    Lane.SAFETY: "Somebody may come to harm: first in line, in no budget.",
    Lane.MENTION: "Somebody asked for it: in no budget.",
    Lane.OBLIGATION: "Somebody waits for a word: in no daily budget, within Simmer's share.",
    Lane.OPPORTUNITY: "A good moment, owed to nobody: in the daily budget.",
    Lane.CALENDAR: "A day or an event calls for it: in the daily budget, last in line.",
}
SPOKEN = {
    Speaker.FACILITATOR: "the facilitator who accepts it",
    Speaker.EXPERT: "the expert, who alone can accept it",
    Speaker.LEADER: "the leader, who alone can accept it",
    Speaker.SIMMER: "Simmer, disclosed",
}
READ = {
    Audience.PUBLIC: "the room",
    Audience.PRIVATE: "one member, in private",
    Audience.FACILITATOR: "whoever runs the group, and nobody else",
}
DAY = 24
DAILY = f"counts as one of the {GateSettings().posts_per_day} unasked posts of a day"
HARD = {"zh": "交接永远说不清", "en": "handovers take forever"}
"""What questions to the group are about on this page: made rooms have no pain point."""


ACCEPTED = {
    REMOVES: "takes the message down after the time to undo and tells its author in private, in"
    " words that are the same for everybody; it lies under Settings, to be put back. What was said"
    " on another platform is removed there by hand",
    WARNS: "warns the author in private, in the name of who accepts, and with the second button"
    " takes the message down too; the exact words and who decided are kept. On another platform a"
    " person does it by hand",
}
"""What accepting a note does, where it does something."""
OWNERS = "the owners, where there are any; other hosts see that there is one"


def page() -> str:
    """The whole page."""
    made = tuple(read_made())
    lines = [HEAD]
    for lane in Lane:
        found = [move for move in MOVES.values() if move.lane is lane]
        lines.append(f"## {lane.value.capitalize()}\n\n{LANES[lane]}\n")
        for move in found:
            moments = [each for each in made if each.move == move.id]
            lines.extend((*told(move, moments), *_example(move, moments)))
        for errand in (each for each in ERRANDS.values() if each.lane is lane):
            lines.extend(told_errand(errand))
    return "\n".join(lines)


def told(move: Move, made: list[Made]) -> Iterator[str]:
    """The section of a move without its example draft."""
    zh, en = sentences("zh"), sentences("en")
    name = en[f"move.{move.id}"]
    yield f"### {name} · {zh[f'move.{move.id}']} `{move.id}`\n"
    yield f"{en[f'purpose.{move.id}']}\n"
    rows = (
        ("when", _said(inspect.getdoc(move.when) or "")),
        ("moments", _cases(made, fires=True)),
        ("not when", _cases(made, fires=False)),
        ("speaks", _speaks(move)),
        ("read by", OWNERS if move.id == WARNS else READ[move.audience]),
        *((("accepting", ACCEPTED[move.id]),) if move.id in ACCEPTED else ()),
        ("shape", f"at most {move.length} Chinese characters, {move.length * 5 // 2} in English"),
        ("checks", _checks(move)),
        ("comes back", _rest(move)),
        ("budget", _budget(move)),
        ("held back by", _held(move)),
        ("lapses", f"after {_span(move.due_hours)}"),
        ("value", f"{move.value:g} of 5"),
        ("switch", f"Settings, Moves, “{name}”"),
    )
    yield "| | |\n|---|---|"
    for label, text in rows:
        yield f"| {label} | {text.replace('|', '∣')} |"
    yield ""


def told_errand(errand: Errand) -> Iterator[str]:
    """The section of a draft that no look makes: it has no moments and no example."""
    zh, en = sentences("zh"), sentences("en")
    name = en[f"move.{errand.id}"]
    speaks = SPOKEN[errand.speaker]
    own = "the expert who asked for it, else the facilitator who accepts it"
    yield f"### {name} · {zh[f'move.{errand.id}']} `{errand.id}`\n"
    yield f"{en[f'purpose.{errand.id}']}\n"
    rows = (
        ("when", errand.asked_by),
        ("made of", errand.made_of),
        ("speaks", own if errand.speaker is Speaker.EXPERT else speaks),
        ("read by", READ[errand.audience]),
        ("budget", "none: it was asked for" if errand.lane in NEVER_CAPPED else DAILY),
        ("held back by", "nothing: it is no look of the gate"),
        ("lapses", f"after {_span(errand.due_hours)}" if errand.due_hours else "never"),
        ("switch", f"Settings, Moves, “{name}”"),
    )
    yield "| | |\n|---|---|"
    yield from (f"| {label} | {text} |" for label, text in rows)
    yield ""


def _speaks(move: Move) -> str:
    note = move.audience is Audience.FACILITATOR
    return "nobody: it is a note" if note else SPOKEN[move.speaker]


def _said(doc: str) -> str:
    return " ".join(doc.split())


def _cases(made: list[Made], *, fires: bool) -> str:
    return "; ".join(each.case for each in made if each.fires is fires)


def _checks(move: Move) -> str:
    known = sentences("en")
    own = (f"{known[f'passed.{code}']} ({code})" for code in move.checks)
    return ", ".join([*own, "those of every draft"])


def _rest(move: Move) -> str:
    if move.scope == "message":
        return "once for a message or a day"
    return f"once for a {move.scope} in {_span(move.rest_hours)}"


def _budget(move: Move) -> str:
    if move.audience is not Audience.PUBLIC:
        return "none: nothing of it is said in the room"
    if move.lane in NEVER_CAPPED:
        return "none"
    if move.lane in UNASKED:
        return f"one of the {GateSettings().posts_per_day} unasked posts of a day"
    return f"within {GateSettings().share_limit:.0%} of what is said in a day"


def _held(move: Move) -> str:
    told = [] if move.wakes else ["quiet hours"]
    if not move.settling and move.lane is not Lane.SAFETY:
        told.append("grief, distress and quarrels")
    public = move.audience is Audience.PUBLIC
    if public and move.lane is Lane.OPPORTUNITY and not move.interrupts:
        told.append("a talk in flow")
    if public and move.lane in UNASKED and not move.solicited:
        told.append("a room that is new to it")
    return ", ".join(told) or "nothing"


def _span(hours: float) -> str:
    if hours < DAY or hours % DAY:
        return f"{hours:g} hour{'' if hours == 1 else 's'}"
    days = int(hours // DAY)
    return f"{days} day{'' if days == 1 else 's'}"


def _example(move: Move, made: list[Made]) -> Iterator[str]:
    """The first draft that passes its checks, of an English moment where there is one."""
    fitting = sorted((each for each in made if each.fires), key=lambda each: each.language != "en")
    for each in fitting:
        offered = _offered(each)
        if offered is None or offered.move != move.id:
            continue
        said = {one.id: one for one in talk_of(each).messages}
        names = {one.id: one.name for one in talk_of(each).members.values()}
        anchor = said.get(offered.anchor_ids[0]) if offered.anchor_ids else None
        if anchor is not None and anchor.author_id in names:
            yield f"> **{names[anchor.author_id]}**: {' '.join(anchor.text.split())}\n"
        yield "\n".join(f"    {line}" for line in offered.text.splitlines()) + "\n"
        return


def _offered(made: Made) -> Suggestion | None:
    """The draft of a moment, with what the library holds on it and one thing that is hard here."""
    found = decided(made)
    candidate, now = found.choice.candidate, found.moment.now
    assert candidate is not None
    asks = candidate.move in ASKED
    talk = replace(talk_of(made), pains=(_hard(made.language, now),) if asks else ())

    async def similar(_text: str) -> tuple[str, ...]:
        return tuple(made.known.values())

    context = Context(model=OfflineModel(), similar=similar)
    return asyncio.run(word_move(talk, Ledger(), now, context, candidate)).suggestion


def _hard(language: str, now: datetime) -> Pain:
    return Pain(
        id=1,
        community_id=1,
        words=HARD[language],
        message_ids=(),
        tap_ids=(),
        people_ids=(),
        silent_ids=(),
        strength=1.0,
        first_at=now,
        last_at=now,
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
