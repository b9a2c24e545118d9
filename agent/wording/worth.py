"""What a span of a talk is worth to somebody who was not there: a way, a result, a condition."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.checks.care import VERDICT
from agent.listening.words import plain, words
from agent.moves.brief import Line
from agent.wording.clauses import QUOTATION, Stretch, bare, size, stands_alone, stretches
from agent.wording.lexicon import pattern
from agent.wording.marks import marks_in
from agent.wording.phrases import is_point, is_usable

WAY, SECOND_WAY, CONDITION, ALONE = 1.6, 0.5, 0.9, 1.6
HOLDS = {
    "way": WAY,
    "condition": CONDITION,
    "repair": 1.5,
    "result": 1.2,
    "failure": 0.7,
    "steps": 0.6,
    "thing": 0.4,
    "number": 0.4,
    "tried": 0.3,
}
"""What a span gains by what is in it."""
OPENS, CLOSES, FULL = 0.6, 0.5, 0.9
SENTENCE, LENGTH = 0.15, 0.3
COMMONPLACE, POINTS_AWAY, AIMED, MOOD, PLAIN = 2.5, 0.8, 0.15, 0.9, 0.6
TURN = 0.4
"""What it loses: a saying that fits anything, a word that points elsewhere, a person, a mood,
by telling neither a way nor what came of it, and by leaving out the limit the message goes on to
set."""
ENOUGH = {"zh": 22, "en": 13}
"""Characters or words from which more length adds nothing."""
EXPERT, REPAIRS, TAKEN_UP, MOST_TAKEN_UP = 0.8, 1.2, 0.7, 2
"""What a line gains by who said it, by putting something right, by each who took it up."""
SHARED, STRAY, ANSWERS = 0.2, 1.5, 0.9
"""What it gains by each word of it that other lines use too, up to three; what it loses where
there is none, and where it answers somebody with a yes or a no and hangs on what they said."""
LISTED = 2.4
"""What a list of steps is worth."""
KINDS = frozenset({"repair", "result", "failure", "way", "condition"})
"""What two spans of one member may tell one beside the other."""
FOLLOWS = 90
"""Characters behind a span in which its limit would stand."""
NEAR, BRIEF = 3, 40
"""Lines after it, and characters of them, in which somebody takes it up."""


STEP = re.compile(
    r"(?:^|[\s:：,，])([1-9])[、.．)]?\s*(?=[^\d\s.:：%])([^\n。;；]+?)(?=\s+[1-9]|[\n。;；]|$)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A span of a message that reads alone, and what it is worth."""

    text: str
    worth: float
    kinds: frozenset[str] = frozenset()


def passages_in(text: str, language: str, longest: int) -> tuple[Passage, ...]:
    """The spans of a message worth passing on, best first; none that asks or judges."""
    found = [
        _weighed(one, language, longest, cut=_leaves_out(one.text, text))
        for one in stretches(text, language, longest)
        if _is_telling(one, text, language)
    ]
    if (listed := list_in(text, language)) and size(listed, language) <= longest * 1.3:
        found.append(Passage(text=listed, worth=LISTED + WAY, kinds=frozenset({"way"})))
    return tuple(sorted(found, key=lambda passage: -passage.worth))


def list_in(text: str, language: str) -> str:
    """The numbered steps of a message in one line; '' where it has fewer than three."""
    steps: list[str] = []
    for match in STEP.finditer(text):
        if int(match[1]) == len(steps) + 1:
            steps.append(bare(match[2], language))
    between = "；" if language == "zh" else " / "
    return between.join(steps) if len(steps) >= 3 and all(steps) else ""  # noqa: PLR2004


def standing_of(line: Line, lines: Sequence[Line], expert: str | None) -> float:
    """What a line gains: by its author, by who took it up in a few words, by staying on the matter.

    A line none of whose words stand in any other is about something else.
    """
    at = lines.index(line)
    took = {
        other.name
        for number, other in enumerate(lines[at + 1 : at + 1 + NEAR])
        if other.name != line.name
        and len(other.text) <= BRIEF
        and pattern("takes_up").search(other.text)
        and (number == 0 or line.name in other.text)
    }
    gained = EXPERT * (line.name == expert) + TAKEN_UP * min(len(took), MOST_TAKEN_UP)
    gained += REPAIRS * (pattern("repairs").search(line.text) is not None)
    gained -= ANSWERS * (pattern("answers_first").search(line.text) is not None)
    around = "\n".join(other.text for other in lines if other is not line)
    shared = len(words(plain(line.text)) & words(plain(around)))
    return gained + (SHARED * min(shared, 3) if shared else -STRAY)


def is_mocking(text: str) -> bool:
    """Whether a line makes fun of somebody: nothing of it is passed on."""
    return pattern("mocks").search(text) is not None


def _is_telling(one: Stretch, whole: str, language: str) -> bool:
    text = QUOTATION.sub("", one.text)
    marked = re.search(rf"{re.escape(one.text)}\W{{0,2}}(?:[?？]|[吗呢](?:\W|$))", whole)
    asks = pattern("asking", language).search(text[-6:]) or pattern("asks_inside").search(text)
    return (
        is_usable(one.text, language)
        and not (marked or asks)
        and not VERDICT.search(one.text)
        and is_point(one, language)
    )


def _leaves_out(span: str, text: str) -> bool:
    """Whether a message goes on right after a span to say when it does not hold."""
    _, _, rest = text.partition(span)
    return bool(span) and pattern("turns").search(rest[:FOLLOWS]) is not None


def _weighed(one: Stretch, language: str, longest: int, *, cut: bool) -> Passage:
    text, long = one.text, size(one.text, language)
    noticed = set(marks_in(text, language))
    noticed |= {"way"} if pattern("way", language).search(text) else set()
    noticed |= {"condition"} if pattern("condition").search(text) else set()
    held = sum(worth for mark, worth in HOLDS.items() if mark in noticed)
    held += SECOND_WAY * (len(set(pattern("way", language).findall(text))) > 1)
    told = noticed & {"result", "failure", "number"}
    lost = COMMONPLACE * (pattern("commonplace").search(text) is not None and not told)
    lost += POINTS_AWAY * (pattern("points_away", language).search(text) is not None)
    lost += TURN * cut
    lost += AIMED * (pattern("aimed").search(text) is not None)
    lost += MOOD * (not held and bool(noticed & {"feeling", "opinion"}))
    lost += PLAIN * (not noticed & KINDS)
    lost += SENTENCE * (one.sentences - 1) + LENGTH * long / longest
    lost += 0.0 if stands_alone(text, language, closes=one.closes) else ALONE
    whole = OPENS * one.opens + CLOSES * one.closes + FULL * min(1.0, long / ENOUGH[language])
    return Passage(text=text, worth=held + whole - lost, kinds=frozenset(noticed) & KINDS)
