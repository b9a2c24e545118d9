"""The points of a talk: what each member said that is worth passing on, with message numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agent.moves.brief import Line
from agent.wording.clauses import size
from agent.wording.lexicon import pattern
from agent.wording.summaries import NUMBER, corrected_numbers, standing
from agent.wording.worth import is_mocking, passages_in, standing_of

MOST = 4
"""Points of a summary: fewer, but whole."""
SHORTEST_POINT = {"zh": 7, "en": 7}
SHORTEST_PLAIN = {"zh": 12, "en": 8}
"""What a span must hold, and one that tells neither a way nor what came of it."""
LEAST, BESIDE = 1.6, 0.48
"""What a point must be worth, and what part of the best one."""
KEEPS = 0.9
"""A shorter span may stand in for the best one where it keeps so much of its worth."""
EARLY, AT_ONCE = 0.5, 5
"""What a line gains that comes among the first after the question."""
HANGS = 1.3
SHORT = {"zh": 24, "en": 14}
"""What a short line loses that answers somebody else than who asked: it hangs on what they said."""
OTHER_SIDE = 1.2
"""What seeing it otherwise gains: a second side is not left out."""
OBJECTION = 1.0
"""What an objection must be worth to come before a third voice that says the same."""
ANSWERED = 0.8
"""What setting a limit in answer to who objected gains."""
REASON, REASONED = 0.0, 24
"""What the line must be worth with which somebody goes on who only said that they object, and
the characters kept free for it."""
AROUND = 10
"""Characters of a point beside its span and the name: mark, colon, number."""
MORE, AGAIN = 2.2, 3.0
"""What a second span must be worth: where it tells something else, and where it does not."""
APART = 8
"""Messages between two spans of one point, at most."""
ECHO = 40
"""Characters up to which a reply may be a mere yes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A span of one message and what it is worth."""

    line: Line
    span: str
    worth: float
    kinds: frozenset[str] = frozenset()
    counters: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What one member holds, in one or two spans of their own messages, and who came along."""

    line: Line
    span: str
    weight: float
    more: Said | None = None
    differs: bool = False
    with_ids: tuple[int, ...] = ()
    with_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """How much a text has room for: `room` for a span, `most` points, `size` characters in all.

    `expert` is whose word counts more, `asker` the question the talk began with: no point itself.
    """

    language: str
    room: int
    most: int = MOST
    size: int = 10_000
    expert: str | None = None
    asker: Line | None = None


def points_of(lines: Sequence[Line], card: Card) -> tuple[Point, ...]:
    """What each member said that is worth most, in the order it was said.

    A second span of the same member is added where there is room and it tells something else: a
    way and what came of it.
    """
    said = _by_author(lines, card)
    kept = _fitting(said, card, lines)
    points = [_point(one, more, lines) for one, more in kept]
    points.sort(key=lambda point: lines.index(point.line))
    return tuple(_supported(point, lines) for point in points)


def _by_author(lines: Sequence[Line], card: Card) -> dict[str, list[Said]]:
    """The spans of each member, best first; none that is mocking or holds a number taken back."""
    wrong = corrected_numbers(lines)
    found: dict[str, list[Said]] = {}
    for line in standing(lines):
        if line == card.asker or pattern("no_point").search(line.text) or is_mocking(line.text):
            continue
        gained = standing_of(line, lines, card.expert)
        counters = _counters(line, lines, card)
        other_side = OTHER_SIDE * counters
        hangs = HANGS * (_answers_another(line, card) and not counters)
        early = EARLY * _answers_at_once(line, lines, card.asker)
        repairs = pattern("repairs").search(line.text)
        for passage in passages_in(line.text, card.language, card.room):
            least = SHORTEST_POINT if passage.kinds else SHORTEST_PLAIN
            short = size(passage.text, card.language) < least[card.language]
            named = set(NUMBER.findall(passage.text))
            gone = named & wrong and (not repairs or named <= wrong)
            if short or gone:
                continue
            worth = (
                passage.worth + min(gained, max(0.0, passage.worth)) + other_side + early - hangs
            )
            told = Said(
                line=line, span=passage.text, worth=worth, kinds=passage.kinds, counters=counters
            )
            found.setdefault(line.name, []).append(told)
    for spans in found.values():
        spans.sort(key=lambda one: -one.worth)
    return found


def _answers_another(line: Line, card: Card) -> bool:
    """Whether a short line speaks to somebody by name who is not the one that asked."""
    short = size(line.text, card.language) <= SHORT[card.language]
    to_asker = card.asker is not None and line.text.startswith(f"@{card.asker.name}")
    return short and line.text.startswith("@") and not to_asker


def _counters(line: Line, lines: Sequence[Line], card: Card) -> bool:
    """Whether a line sees it otherwise than one before it that was no question."""
    first = card.asker is None or line.name != card.asker.name
    began = bool(lines) and line is not lines[0]
    return first and began and pattern("counters").search(line.text) is not None


def _meets(line: Line, lines: Sequence[Line], card: Card) -> bool:
    """Whether a line answers by name somebody who objected just before, and sets a limit."""
    before = lines[max(0, lines.index(line) - AT_ONCE) : lines.index(line)]
    objected = (
        other for other in before if other.name != line.name and _counters(other, lines, card)
    )
    limits = pattern("condition").search(line.text) is not None
    return limits and any(line.text.startswith(f"@{other.name}") for other in objected)


def _answers_at_once(line: Line, lines: Sequence[Line], asker: Line | None) -> bool:
    """Whether a line comes among the first after the question the talk began with."""
    return asker in lines and 0 < lines.index(line) - lines.index(asker) <= AT_ONCE


def _fitting(
    said: dict[str, list[Said]], card: Card, lines: Sequence[Line]
) -> list[tuple[Said, Said | None]]:
    """The best span of as many members as there is room for, each with a second where that fits.

    The second span of one member is taken before the first of another that is worth less.
    """
    by_worth = sorted(said.values(), key=lambda spans: -spans[0].worth)
    ranked, ahead = _objection_next(by_worth, card.expert)
    floor = max(LEAST, BESIDE * ranked[0][0].worth) if ranked else LEAST
    kept: list[tuple[Said, Said | None]] = []
    left = card.size
    for number, spans in enumerate(ranked):
        lowest = OBJECTION if spans[0].counters else floor
        if len(kept) == card.most or spans[0].worth < lowest:
            continue
        least = max(min(LEAST, lowest), KEEPS * spans[0].worth)
        cost = len(spans[0].line.name) + AROUND
        kept_free = _next_cost(ranked[number + 1 : max(ahead, 2)], floor)
        following = _next_cost(ranked[number + 1 : number + 2], floor)
        good = [one for one in spans if one.worth >= least and len(one.span) + cost <= left]
        good = [one for one in good if not _meets(one.line, lines, card)] or good
        beside = (one for one in good if len(one.span) + cost <= left - following)
        best = next(beside, next(iter(good), None))
        if best is None:
            continue
        left -= len(best.span) + cost
        more = _second(best, spans, left - kept_free, lines, card)
        left -= len(more.span) + AROUND if more else 0
        kept.append((best, more))
    return kept


def _objection_next(
    ranked: Sequence[list[Said]], expert: str | None
) -> tuple[list[list[Said]], int]:
    """The best objection of another member before those who only add; how many come first.

    The point worth most, the expert's and what it objects to stay ahead of it.
    """
    found = [
        (one.worth, at, [one, *(each for each in spans if each is not one)])
        for at, spans in enumerate(ranked[1:], 1)
        for one in spans
        if one.counters and one.worth >= OBJECTION
    ]
    plain = not ranked or ranked[0][0].counters or not found
    _, at, spans = (0.0, -1, []) if plain else max(found, key=lambda each: each[:2])
    others = [each for n, each in enumerate(ranked) if n != at]
    met = spans[0].line.text if spans else ""
    first = [
        each
        for each in others[1:]
        if each[0].line.name == expert or met.startswith(f"@{each[0].line.name}")
    ]
    ahead = [*others[:1], *first, *([spans] if spans else [])]
    return [*ahead, *(each for each in others[1:] if each not in first)], max(2, len(ahead))


def _next_cost(ranked: Sequence[Sequence[Said]], floor: float) -> int:
    """What the best spans of the next members take, where they are good enough."""
    best = [spans[0] for spans in ranked if spans[0].counters or spans[0].worth >= floor]
    bare = sum(one.counters and not one.kinds for one in best)
    return REASONED * bare + sum(len(one.span) + len(one.line.name) + AROUND for one in best)


def _second(
    first: Said, spans: Sequence[Said], left: int, lines: Sequence[Line], card: Card
) -> Said | None:
    """Another span of the same member, said near the first, that tells something else."""
    at = lines.index(first.line)
    for one in spans:
        near = abs(lines.index(one.line) - at) <= APART and one.line is not first.line
        reason = first.counters and not first.kinds and lines.index(one.line) == at + 1
        whole = one.worth >= KEEPS * max(each.worth for each in spans if each.line is one.line)
        fits = whole and len(one.span) + AROUND <= left
        worth = one.worth + ANSWERED * _meets(one.line, lines, card)
        least = REASON if reason else MORE if one.kinds - first.kinds else AGAIN
        if near and fits and worth >= least:
            return one
    return None


def _point(one: Said, more: Said | None, lines: Sequence[Line]) -> Point:
    first, then = one, more
    if more is not None and lines.index(more.line) < lines.index(one.line):
        first, then = more, one
    differs = pattern("objects").search(first.line.text)
    return Point(
        line=first.line,
        span=first.span,
        weight=one.worth,
        more=then,
        differs=bool(differs) and not _settled(first.line, lines),
    )


def _settled(line: Line, lines: Sequence[Line]) -> bool:
    """The one who disagreed came round later."""
    later = lines[lines.index(line) + 1 :]
    return any(
        other.name == line.name and pattern("settled").search(other.text.strip()) for other in later
    )


def _supported(point: Point, lines: Sequence[Line]) -> Point:
    """Those who said so too: they name the author, or speak right after."""
    at = lines.index(point.line)
    came: dict[str, int] = {}
    for number, other in enumerate(lines[at + 1 :]):
        near = number == 0 or f"@{point.line.name}" in other.text
        agrees = len(other.text) <= ECHO and pattern("agrees").search(other.text)
        objects = pattern("differs").search(other.text)
        if near and other.name != point.line.name and agrees and not objects:
            came.setdefault(other.name, other.message_id)
    return replace(point, with_ids=tuple(came.values()), with_names=tuple(came))
