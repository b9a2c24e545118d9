"""One statement a claim: what several said is taken apart, an objection kept with its answer."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from agent.distilling import cues, occasions
from agent.distilling.agreement import says_yes
from agent.distilling.figures import numbers_in
from agent.distilling.parents import Exchange
from agent.distilling.sentences import size, tidy
from agent.distilling.strands import Part, Strand, asks_in
from agent.distilling.weights import TEACHES, substance
from community.conversation import Message

TURNS = 3
PEOPLE = 2
"""What stays one claim: a statement, the objection to it and the answer to that, of two people."""
MOST = 130.0
"""Chinese characters (a Latin word counts two) two people may fill before they are told apart."""
MOST_OWN = 90.0
"""The same of what one person said in two turns with others between."""
STANDS = 1.5
"""Substance of what an objection or a result must say to stand alone."""
ANSWERS = 0.8
BARE = 20.0
"""Size below which an objection says nothing without what it objects to."""

Turn = tuple[Part, ...]


def single(strands: Sequence[Strand], exchange: Exchange) -> list[Strand]:
    """Every strand as one or several that each tell one thing, nothing of it told twice."""
    found: list[Strand] = []
    told: set[int] = set()
    for strand in strands:
        for unit in _units(strand, exchange):
            rest = tuple(p for p in unit.parts if p.role == "asked" or p.message.id not in told)
            said = [part for part in rest if part.role != "asked"]
            if len(rest) < len(unit.parts) and _weight(said) < TEACHES:
                continue
            unit_ = unit if len(rest) == len(unit.parts) else replace(unit, parts=_first(rest))
            told |= {part.message.id for part in said}
            found.append(unit_)
    return found


def _units(strand: Strand, exchange: Exchange) -> list[Strand]:
    asked = tuple(part for part in strand.parts if part.role == "asked")
    terms = tuple(part for part in strand.parts if part.role == "agreed")
    turns = _turns(strand, terms)
    people = {turn[0].message.author_id for turn in turns}
    if len(people) < PEOPLE:
        return [strand]
    root = exchange.thread.messages[0]
    few = len(turns) <= TURNS and len(people) <= PEOPLE
    if few and (_size(turns) <= MOST or _amends(turns)):
        return [replace(strand, parts=(*asked, *_roles(turns), *terms))]
    units = _grouped(turns, exchange)
    settled = _settling(units) if strand.decided else None
    kept = [
        Strand(parts=(*_roles(unit), *(terms if at == settled else ())), decided=at == settled)
        for at, unit in enumerate(units)
        if at == settled or (_stands(unit, exchange) and not _troubles(unit, root))
    ]
    if kept and asked and kept[0].first.id == turns[0][0].message.id:
        kept[0] = replace(kept[0], parts=(*asked, *kept[0].parts))
    return kept or [strand]


def _troubles(unit: Sequence[Turn], root: Message) -> bool:
    """Whether it is no more than what the thread was asked for: that is its title."""
    alone = [part.message for turn in unit for part in turn] == [root]
    return alone and (asks_in(root) or bool(occasions.TROUBLE.search(root.text)))


def _turns(strand: Strand, terms: Sequence[Part]) -> list[Turn]:
    """What each said in a row, in the order of time."""
    told = [part for part in strand.parts if part.role != "asked" and part not in terms]
    told.sort(key=lambda part: (part.message.at, part.message.id))
    return [tuple(turn) for _, turn in groupby(told, lambda part: part.message.author_id)]


def _grouped(turns: Sequence[Turn], exchange: Exchange) -> list[list[Turn]]:
    """Statements by themselves; an objection with the answer it got, a bare one with its object."""
    units: list[list[Turn]] = []
    for turn in turns:
        last = units[-1] if units else []
        answers = bool(last) and _answers(turn, last[-1], exchange)
        if len(units) > 1 and _goes_on(turn, units[-2], last):
            units[-2:] = [[(*units[-2][0], *turn)]]
            continue
        if last and _asks_for(last[-1], turn, exchange):
            _with_question(units, turn)
            continue
        bare = _size([turn]) <= BARE
        people = {one[0].message.author_id for one in (*last, turn)}
        fits = len(last) < TURNS and len(people) <= PEOPLE and _size([*last, turn]) <= MOST
        resolves = answers and objects(last[-1]) and not objects(turn)
        came = answers and any(part.role == "outcome" for part in turn)
        own = answers and last[0][0].message.author_id == turn[0].message.author_id
        if last and fits and (own or resolves or came or (answers and bare and objects(turn))):
            last.append(turn)
        else:
            units.append([turn])
    return _own(units)


def _own(units: Sequence[list[Turn]]) -> list[list[Turn]]:
    """What one said in two turns, others between, as the one claim they hold."""
    kept: list[list[Turn]] = []
    for unit in units:
        home = next(
            (
                one
                for one in kept
                if len(one) == len(unit) == 1
                and one[0][0].message.author_id == unit[0][0].message.author_id
                and _size([*one, *unit]) <= MOST_OWN
                and _weight(unit[0]) >= STANDS
                and not says_yes(unit[0][0].message)
            ),
            None,
        )
        if home is None:
            kept.append(unit)
        else:
            home[0] = (*home[0], *unit[0])
    return kept


def _asks_for(before: Turn, turn: Turn, exchange: Exchange) -> bool:
    """Whether a turn answers what the one before it asked."""
    asked = asks_in(before[-1].message) and before[0].message.author_id != turn[0].message.author_id
    return asked and _answers(turn, before, exchange) and not objects(turn)


def _with_question(units: list[list[Turn]], turn: Turn) -> None:
    """The answer stays with its question, and with what was asked about while it fits."""
    last = units[-1]
    people = {one[0].message.author_id for one in (*last, turn)}
    if len(last) < TURNS and len(people) <= PEOPLE and _size([*last, turn]) <= MOST:
        last.append(turn)
        return
    asking = last.pop()
    if not last:
        units.pop()
    units.append([asking, turn])


def _amends(turns: Sequence[Turn]) -> bool:
    """Whether the first speaker takes up a figure of their own: it may not be told without."""
    if len(turns) < TURNS:
        return False
    told = {n for part in turns[0] for n in numbers_in(part.text)}
    again = {n for part in turns[-1] for n in numbers_in(part.text)}
    return bool(told & again)


def _goes_on(turn: Turn, before: Sequence[Turn], between: Sequence[Turn]) -> bool:
    """Whether somebody goes on with one way of doing it after a word between: 有小绿三角没."""
    if len(before) != 1 or len(between) != 1 or objects(turn) or objects(between[0]):
        return False
    own = before[0][0].message.author_id == turn[0].message.author_id
    little = _weight(between[0]) < TEACHES and not any(p.role == "outcome" for p in between[0])
    return own and little and _size([before[0], turn]) <= MOST


def _stands(unit: Sequence[Turn], exchange: Exchange) -> bool:
    """Whether it says something by itself; what answers a question says less."""
    parts = [part for turn in unit for part in turn]
    if all(says_yes(part.message) for part in parts) and _weight(parts) < TEACHES:
        return False
    above = exchange.parent(unit[0][0].message)
    other = above is not None and above.author_id != unit[0][0].message.author_id
    answers = above is not None and other and asks_in(above)
    return _weight(parts) >= (ANSWERS if answers else STANDS)


def objects(turn: Turn) -> bool:
    """Whether a turn is said against another's."""
    return any(
        cues.OPPOSES.search(said) or cues.LEANS.search(said) or cues.LIMITS.search(said)
        for said in (tidy(part.message.text) for part in turn)
    )


def _answers(turn: Turn, before: Turn, exchange: Exchange) -> bool:
    ids = {part.message.id for part in before}
    return any(exchange.parents.get(part.message.id) in ids for part in turn)


def _settling(units: Sequence[Sequence[Turn]]) -> int | None:
    """The place of what was decided: the last that says so, else the last plan."""
    for cue in (cues.DECIDES, occasions.PROPOSES, cues.PLAN):
        for at in range(len(units) - 1, -1, -1):
            if any(
                cue.search(part.message.text)
                for turn in units[at]
                for part in turn
                if not says_yes(part.message) and part.role != "opposed"
            ):
                return at
    return len(units) - 1 if units else None


def _roles(turns: Sequence[Turn]) -> tuple[Part, ...]:
    """The first speaker says it, whoever answers is none of those who hold it."""
    first = turns[0][0].message.author_id
    return tuple(
        replace(part, role="said") if part.message.author_id == first else _answering(part)
        for turn in turns
        for part in turn
    )


def _answering(part: Part) -> Part:
    return replace(part, role="replied") if part.role in {"said", "opposed"} else part


def _first(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts with one that says it: what is left of a claim is no answer to what is gone."""
    if any(part.role == "said" for part in parts):
        return parts
    return tuple(part if part.role == "asked" else replace(part, role="said") for part in parts)


def _size(turns: Sequence[Turn]) -> float:
    return sum(size(part.text) for turn in turns for part in turn)


def _weight(parts: Sequence[Part]) -> float:
    told = substance(" ".join(part.text for part in parts))
    return told + (1.0 if any(numbers_in(part.text) for part in parts) else 0.0)
