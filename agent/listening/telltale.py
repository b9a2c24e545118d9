"""Which wordings a text can hold at all, by strings that they need.

Every match of a wording holds one of a few strings: 报错了吗 cannot be there without 报错. They are
read off the parsed pattern as in Cox, "Regular Expression Matching with a Trigram Index"
(2012); one pass over a text then rules out most wordings. A wording of which nothing is known is
always possible, so that nothing is ever missed.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from itertools import product
from math import prod
from operator import add
from typing import Protocol, cast

RUNS = (4, 2, 1)
"""How long a run may be: each twice the next, so that two of those make one."""
EDGE = "\x00"
"""Stands for the edge of a word, in wordings and in texts."""
MOST = 96
"""Alternatives that are multiplied out before they are cut to the runs they need."""
MOST_SIGNS = 24
REMEMBERED = 20_000
"""Texts whose wordings are remembered: more than four weeks of a room."""
_FOLDED = str.maketrans({"ſ": "s", "ı": "i", "İ": "i"})
"""Signs that a search without case takes for a letter though lower() does not."""
_EDGES = re.compile(r"\b")
_OFTEN = " \x00etaoinsrhldcumfpgwybvkxjqz"
_LIKELY = {sign: 0.15 * 0.92**at for at, sign in enumerate(_OFTEN)} | dict.fromkeys("?!,.:'", 0.02)
"""A guess at how many of a text's signs are this one; only the order counts."""
RARE = 0.004

Node = tuple[object, object]


class _Parser(Protocol):
    def parse(self, wording: str, flags: int) -> Iterable[Node]: ...


@dataclass(frozen=True, slots=True)
class Part:
    """All strings a part of a wording can be (None: too many), and runs one of which it holds."""

    exact: frozenset[str] | None = None
    needs: frozenset[str] | None = None


NOTHING = Part(frozenset({""}))
ANYTHING = Part()
_BOUNDARY = Part(frozenset({EDGE}))


class Telltales:
    """What every wording needs, each wording one bit; found by runs, then looked at whole."""

    def __init__(self) -> None:
        self._needs: dict[str, dict[str, int]] = {}
        self._new: list[tuple[str, int]] = []
        self._always = 0
        self._next = 1
        self.seen: Callable[[str], int] = lru_cache(maxsize=REMEMBERED)(self._seen)
        """The bits of the wordings a text may hold."""

    def watch(self, wording: str) -> int:
        """The bit of one more wording, searched without case."""
        bit, self._next = self._next, self._next << 1
        self._new.append((wording, bit))
        self.seen = lru_cache(maxsize=REMEMBERED)(self._seen)
        return bit

    def _learn(self) -> None:
        """Read off what the new wordings need: not before the first text, to start fast."""
        for wording, bit in self._new:
            needs = needs_of(wording)
            self._always |= bit if needs is None else 0
            for string in needs or ():
                strings = self._needs.setdefault(_run(string), {})
                strings[string] = strings.get(string, 0) | bit
        self._new.clear()

    def _seen(self, text: str) -> int:
        if self._new:
            self._learn()
        text = _EDGES.sub(EDGE, text.translate(_FOLDED).lower())
        needs, found = self._needs, self._always
        pairs = list(map(add, text, text[1:]))
        for run in needs.keys() & {*text, *pairs, *map(add, pairs, pairs[2:])}:
            for string, bits in needs[run].items():
                if bits & ~found and string in text:
                    found |= bits
        return found


def needs_of(wording: str) -> frozenset[str] | None:
    """Runs of which every match holds one, in lower case; None where that cannot be said."""
    parser = cast("_Parser", import_module("re._parser"))
    return _sequence(parser.parse(wording, re.IGNORECASE)).needs


def _sequence(nodes: Iterable[Node]) -> Part:
    """Parts one after the other: strings are joined while they are few."""
    found: list[frozenset[str] | None] = []
    run, whole = frozenset({""}), True
    for node in nodes:
        part = _part(node)
        if part.exact is not None and len(run) * len(part.exact) <= MOST:
            run = frozenset(map("".join, product(run, part.exact)))
            continue
        whole = False
        found += [_runs(run), part.needs]
        run = part.exact or frozenset({""})
    found.append(_runs(run))
    known = [each for each in found if each is not None]
    needs = min(known, key=lambda each: sum(map(_likely, each)), default=None)
    return Part(run if whole else None, needs)


def _part(node: Node) -> Part:
    name, of = str(node[0]), node[1]
    if name == "AT" and str(of) == "AT_BOUNDARY":
        return _BOUNDARY
    read = _READ.get(name)
    return ANYTHING if read is None else read(of)


def _either(parts: list[Part]) -> Part:
    exact: frozenset[str] | None = frozenset()
    needs: frozenset[str] | None = frozenset()
    for part in parts:
        exact = None if exact is None or part.exact is None else exact | part.exact
        needs = None if needs is None or part.needs is None else needs | part.needs
    return Part(None if exact is None or len(exact) > MOST else exact, needs)


def _signs(signs: list[Node]) -> Part:
    """One sign of a class, where it names few."""
    found: set[str] = set()
    for name, of in signs:
        if str(name) == "LITERAL":
            found.add(chr(cast("int", of)).lower())
        elif str(name) == "RANGE":
            first, last = cast("tuple[int, int]", of)
            found.update(chr(code).lower() for code in range(first, min(last, first + 99) + 1))
        else:
            return ANYTHING
        if len(found) > MOST_SIGNS:
            return ANYTHING
    return Part(frozenset(found))


def _repeated(least: int, most: int, nodes: list[Node]) -> Part:
    part = _sequence(nodes)
    if least == 0:
        optional = most == 1 and part.exact is not None
        return Part(part.exact | {""}) if optional and part.exact is not None else ANYTHING
    if most == 1:
        return part
    if part.exact is not None and len(part.exact) ** min(least, 2) <= MOST:
        return Part(None, _runs(map("".join, product(part.exact, repeat=min(least, 2)))))
    return Part(None, part.needs)


def _edged(string: str) -> str:
    """The edges of words inside a string are certain; at its ends they are as given."""
    first, last = string[:1] == EDGE, len(string) > 1 and string[-1] == EDGE
    inner = string.replace(EDGE, "")
    found = _EDGES.sub(EDGE, inner).strip(EDGE)
    return EDGE * first + found + EDGE * last if found else EDGE * (first or last)


def _runs(strings: Iterable[str]) -> frozenset[str] | None:
    """Strings as needs: nothing is known where one of them may be empty."""
    found = frozenset(_edged(string) for string in strings)
    return found if all(string.strip(EDGE) for string in found) else None


def _run(string: str) -> str:
    """The least likely run of a string."""
    length = next(each for each in RUNS if each <= len(string))
    ends = range(len(string) - length + 1)
    return min((string[at : at + length] for at in ends), key=_likely)


@lru_cache(maxsize=REMEMBERED)
def _likely(run: str) -> float:
    """A guess at how often a text holds a run; only its order counts."""
    return prod(_LIKELY.get(sign, RARE) for sign in run)


_READ: Mapping[str, Callable[[object], Part]] = {
    "LITERAL": lambda of: Part(frozenset({chr(cast("int", of)).lower()})),
    "AT": lambda _: NOTHING,
    "ASSERT": lambda _: NOTHING,
    "ASSERT_NOT": lambda _: NOTHING,
    "IN": lambda of: _signs(cast("list[Node]", of)),
    "BRANCH": lambda of: _either(
        [_sequence(each) for each in cast("tuple[object, list[list[Node]]]", of)[1]]
    ),
    "SUBPATTERN": lambda of: _sequence(cast("tuple[object, object, object, list[Node]]", of)[3]),
    "MAX_REPEAT": lambda of: _repeated(*cast("tuple[int, int, list[Node]]", of)),
    "MIN_REPEAT": lambda of: _repeated(*cast("tuple[int, int, list[Node]]", of)),
}
"""How each kind of part is read; of any other nothing is known."""
