"""What each design of a poster is for, what it takes, and why it refuses an article. Pure."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from agent.distilling import cues
from agent.distilling.sentences import size, unquoted
from community.distillation import ArticleKind, ClaimKind, Distillation
from server.printing.spoken import Form
from server.printing.standing import Desk, Entry, Standing
from server.printing.voices import Turn, only_agrees
from server.printing.worth import chosen_of

Design = Literal["ember", "quiet", "figure", "sides", "steps"]
DESIGNS: tuple[Design, ...] = get_args(Design)
MOST_ENTRIES = 5
MOST_QUIET = 2
LONGEST = 400.0
"""Ems of a claim that still fits on a sheet at the smallest size; a Latin letter is half of one."""
LONGEST_QUIET = 150.0
LONGEST_FIGURE = 130.0
DOMINANT = 60.0
"""Ems of a claim whose one figure is most of what it says."""
LONGEST_SIDE = 230.0
MOST_STEPS, FEWEST_STEPS, LONGEST_STEP = 8, 3, 70.0
TWO = 2
FULL_WIDTH = 0x2E80
_NUMBER = r"\d+(?:[.,]\d+)*"
_FIGURE = re.compile(
    rf"(?<![A-Za-z\d.:/-])(?P<number>\d+(?::\d+){{2,}}|(?:{_NUMBER}\s?[-–~～]\s?)?{_NUMBER})"
    r"\s?(?P<unit>%|％|个?百分点|分钟|小时|个月|个?工作日|个人"
    r"|[天周年秒分条道张个人次节题倍块元度步遍斤克升]"
    r"|minutes?|mins?|hours?|hrs?|h\b|days?|weeks?|months?|years?|people|times|points?|x\b)?"
    r"(?![\w/:.]*[A-Za-z\d])",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+(?:\s?[.,:：–~～-]\s?\d+)*")
_STEP = re.compile(
    r"(?:(?<=^)|(?<=[\s:：,，.。;；]))(?:第?(?P<han>[一二三四五六七八])(?:步|[、,，:：是])"
    r"|(?P<digit>[1-9])(?:[.、)）:：](?!\d)|(?=[\u3400-\u9fff])|\s(?=[a-z\u3400-\u9fff]))|(?P<ring>[①-⑨]))\s*",
    re.MULTILINE,
)
_HAN_STEPS = "一二三四五六七八"
_RINGS = "①②③④⑤⑥⑦⑧⑨"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two views: who holds it, and what they say, in the order of the talk."""

    by: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a design sets of an article; entries with their ranks, or its own parts of them."""

    entries: tuple[tuple[Entry, int], ...]
    number: str = ""
    unit: str = ""
    sides: tuple[Side, ...] = ()
    steps: tuple[str, ...] = ()
    shown: frozenset[int] = frozenset()
    """Claims that are on the page."""


def ems(text: str) -> float:
    """How wide a text is set on one line, in ems; wide Latin letters count as what they are."""
    return sum(_em(each) for each in text)


def _em(letter: str) -> float:
    if ord(letter) >= FULL_WIDTH or letter in "WM@%":
        return 1.0
    return 0.72 if letter.isupper() else 0.5


def pages_of(desk: Desk, article: Distillation, standing: Standing) -> Mapping[Design, Page | str]:
    """Each design's page of an article, or the code of why it has none."""
    return {design: _DRAWN[design](desk, article, standing) for design in DESIGNS}


def best_of_designs(article: Distillation, pages: Mapping[Design, Page | str]) -> Design:
    """The design that fits an article best: sides of a debate, steps of a list, one figure, few."""
    everyday, figured = pages["ember"], pages["figure"]
    few = isinstance(everyday, Page) and len(everyday.entries) <= MOST_QUIET
    dominant = isinstance(figured, Page) and ems(figured.entries[0][0].text) <= DOMINANT
    disputed = article.kind is ArticleKind.DEBATE or not isinstance(everyday, Page)
    listed = article.kind in (ArticleKind.CHECKLIST, ArticleKind.PLAYBOOK)
    wanted: Sequence[tuple[Design, bool]] = (
        ("sides", disputed),
        ("steps", listed or few),
        ("figure", few and dominant),
        ("quiet", few),
        ("ember", True),
        ("quiet", True),
    )
    for design, fits in wanted:
        if fits and isinstance(pages[design], Page):
            return design
    return "ember"


def _page(entries: Sequence[tuple[Entry, int]], **parts: object) -> Page:
    shown = {id_ for each, _ in entries for id_ in (each.claim.id, *each.beside_ids)}
    return Page(entries=tuple(entries), shown=frozenset(shown), **parts)  # pyright: ignore[reportArgumentType]


def _short(entries: Sequence[Entry], longest: float) -> list[Entry]:
    return [each for each in entries if ems(each.text) <= longest]


def _stands_alone(entry: Entry) -> bool:
    """Whether it is one voice that nobody in the article holds the contrary of."""
    return entry.told.form is not Form.EXCHANGE and entry.claim.side is None


def _ember(desk: Desk, article: Distillation, standing: Standing) -> Page | str:
    fitting = _short(standing.entries, LONGEST)
    if not fitting:
        return "poster_too_long" if standing.entries else "nothing_to_print"
    undisputed = [each for each in fitting if each.claim.side is None]
    return _page(chosen_of(undisputed or fitting, article, desk, MOST_ENTRIES))


def _quiet(desk: Desk, article: Distillation, standing: Standing) -> Page | str:
    fitting = [
        each
        for each in _short(standing.entries, LONGEST_QUIET)
        if _stands_alone(each) and len(steps_in(each.told.text)) < FEWEST_STEPS
    ]
    if not fitting:
        return "poster_no_statement"
    return _page(chosen_of(fitting, article, desk, MOST_QUIET))


def _figure(desk: Desk, article: Distillation, standing: Standing) -> Page | str:
    fitting = [
        each
        for each in _short(standing.entries, LONGEST_FIGURE)
        if _stands_alone(each) and not each.beside and _is_settled(each) and figure_of(each)
    ]
    if not fitting:
        return "poster_no_figure"
    (entry, rank), *_ = sorted(
        chosen_of(fitting, article, desk, MOST_ENTRIES), key=lambda each: each[1]
    )
    number, unit = figure_of(entry) or ("", "")
    return _page(((entry, rank),), number=number, unit=unit)


def _is_settled(entry: Entry) -> bool:
    """Whether it says what holds, not what somebody tried, thinks or has heard of others."""
    text = entry.lines[0].text
    ruled = entry.claim.kind in (ClaimKind.FACT, ClaimKind.DECISION) or entry.claim.own_words
    doubts = (cues.HEARSAY, cues.LIMITS, cues.OPPOSES)
    return bool(ruled or cues.OBLIGES.search(text)) and not any(d.search(text) for d in doubts)


def figure_of(entry: Entry) -> tuple[str, str] | None:
    """The only figure of a claim, with its unit; None where it has none, or a second one."""
    text = unquoted(entry.lines[0].text)
    found = list(_FIGURE.finditer(text))
    if len(found) != 1 or len(_DIGITS.findall(text)) != 1:
        return None
    only = found[0]
    return (only["number"], only["unit"] or "") if only["unit"] or ":" in only["number"] else None


def _sides(desk: Desk, article: Distillation, standing: Standing) -> Page | str:
    sided = [each for each in standing.entries if each.claim.side is not None]
    groups: dict[int | None, list[Entry]] = {}
    for each in sided:
        groups.setdefault(each.claim.side, []).append(each)
    for group in groups.values():
        if len(group) == TWO:
            return _opposed(desk, article, group) or "poster_no_sides"
    talks = [
        each
        for each in standing.entries
        if each.told.form is Form.EXCHANGE
        and len({turn.author_id for turn in each.told.lines}) == TWO
        and any(objects(turn.text) for turn in each.told.lines[1:])
    ]
    for entry, _ in sorted(
        chosen_of(talks, article, desk, MOST_ENTRIES) if talks else (), key=lambda one: one[1]
    ):
        names = list(dict.fromkeys(line.by for line in entry.lines))
        sides = tuple(
            Side(by=by, texts=tuple(line.text for line in entry.lines if line.by == by))
            for by in names
        )
        if len(sides) == TWO and all(_fits(each) for each in sides):
            return _page(((entry, 0),), sides=sides)
    return "poster_no_sides"


def objects(text: str) -> bool:
    """Whether a turn says that something is otherwise, or not always so."""
    cues_ = (cues.OPPOSES, cues.LEANS, cues.LIMITS)
    return any(cue.search(text) for cue in cues_) and not only_agrees(text)


def _fits(side: Side) -> bool:
    return sum(ems(text) for text in side.texts) <= LONGEST_SIDE


def _opposed(desk: Desk, article: Distillation, group: Sequence[Entry]) -> Page | None:
    """Two claims that stand against each other, each in the words of who holds it."""
    turns = [_holding(each) for each in group]
    names = desk.voices(article, turns)
    sides = tuple(
        Side(by=by, texts=(desk.said_by(article, turn),))
        for by, turn in zip(names, turns, strict=True)
    )
    if not all(_fits(each) for each in sides) or turns[0].author_id == turns[1].author_id:
        return None
    return _page(tuple((each, at) for at, each in enumerate(group)), sides=sides)


def _holding(entry: Entry) -> Turn:
    """Everything the first voice of a claim says in it."""
    first = next((turn for turn in entry.told.lines if not turn.asks), entry.told.lines[0])
    own = [turn for turn in entry.told.lines if turn.author_id == first.author_id]
    pieces = tuple(piece for turn in own for piece in turn.pieces)
    return Turn(author_id=first.author_id, pieces=pieces)


def _steps(desk: Desk, article: Distillation, standing: Standing) -> Page | str:
    best = max(
        (each for each in standing.entries if each.told.form is not Form.EXCHANGE),
        key=lambda each: len(steps_in(each.told.text)),
        default=None,
    )
    if best is not None:
        steps = tuple(
            desk.set(article, step, asks=_asks(step)) for step in steps_in(best.told.text)
        )
        steps = tuple(step for step in steps if step)
        if FEWEST_STEPS <= len(steps) <= MOST_STEPS and all(ems(s) <= LONGEST_STEP for s in steps):
            return _page(((best, 0),), steps=steps)
    listed = article.kind in (ArticleKind.CHECKLIST, ArticleKind.PLAYBOOK)
    fitting = [
        each
        for each in _short(standing.entries, LONGEST_STEP)
        if _stands_alone(each) and not each.question and not each.beside
    ]
    if listed and len(fitting) >= FEWEST_STEPS:
        chosen = chosen_of(fitting, article, desk, MOST_STEPS)
        if len(chosen) >= FEWEST_STEPS:
            return _page(chosen, steps=tuple(each.lines[0].text for each, _ in chosen))
    return "poster_no_steps"


def _asks(step: str) -> bool:
    return cues.QUESTION.search(step) is not None


def steps_in(text: str) -> tuple[str, ...]:
    """The steps a text counts, 1, 2, 3 in order; nothing where it counts none."""
    starts: list[re.Match[str]] = []
    for match in _STEP.finditer(text):
        if _place(match) == len(starts) + 1:
            starts.append(match)
    ends = [*(match.start() for match in starts[1:]), len(text)][: len(starts)]
    steps = [
        text[match.end() : end].strip(" ,，;；、.。\n")
        for match, end in zip(starts, ends, strict=True)
    ]
    if steps:
        steps[-1] = re.split(r"[。；;\n]|(?<=[a-z])\. ", steps[-1])[0].strip()
    return tuple(step for step in steps if size(step) > 1)


def _place(match: re.Match[str]) -> int:
    if match["digit"]:
        return int(match["digit"])
    signs, sign = (_HAN_STEPS, match["han"]) if match["han"] else (_RINGS, match["ring"])
    return signs.index(sign) + 1


_DRAWN: Mapping[Design, Callable[[Desk, Distillation, Standing], Page | str]] = {
    "ember": _ember,
    "quiet": _quiet,
    "figure": _figure,
    "sides": _sides,
    "steps": _steps,
}
