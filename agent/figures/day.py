"""One message in its surroundings, and the day that is made of such rows."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from agent.figures.tally import Call, Contribution, Pair, Share, Tally
from agent.figures.utterance import SIMMER, Act, Utterance

Contents = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A message, what it answers, and the answers of other people and of Simmer, oldest first."""

    said: Utterance
    above: Utterance | None
    people: tuple[Utterance, ...]
    simmer: tuple[Utterance, ...]
    reacted: bool
    quick: int
    helpers: tuple[int, ...]
    voices: tuple[int, ...]


def tally_from(day: date, rows: Sequence[Row], acted: Iterable[int]) -> Tally:
    """The tally of a day from its rows and whoever reacted on it."""
    spoken = [row for row in rows if row.said.author_id != SIMMER]
    first: dict[int, int] = {}
    for row in sorted(spoken, key=lambda row: row.said.at):
        first.setdefault(row.said.author_id, _seconds(row.said))
    return Tally(
        day=day,
        said=Counter(row.said.author_id for row in spoken),
        first=first,
        acted=Counter(acted),
        answers=Counter(pair for row in spoken for pair in _answer(row)),
        helps=Counter((helper, row.said.author_id) for row in spoken for helper in row.helpers),
        opened=_opened(spoken),
        contents=_contents(rows),
        drivers=_drivers(spoken),
        contributions=tuple(_contribution(row) for row in spoken if _is_contribution(row)),
        shares=tuple(
            Share(id=row.said.id, author_id=row.said.author_id, quick=row.quick)
            for row in spoken
            if Act.SHARES in row.said.acts
        ),
        calls=tuple(
            Call(id=row.said.id, author_id=row.said.author_id, voices=row.voices)
            for row in rows
            if _opens(row) and Act.CALLS in row.said.acts
        ),
        simmer=len(rows) - len(spoken),
        unlinked=sum(not row.said.linked for row in spoken),
    )


def _seconds(said: Utterance) -> int:
    return int(said.at.timestamp())


def _opens(row: Row) -> bool:
    return row.said.parent_id is None


def _answer(row: Row) -> Iterable[Pair]:
    """Who answered whom, where one person answered another."""
    if row.above is not None and row.above.author_id not in (SIMMER, row.said.author_id):
        yield row.said.author_id, row.above.author_id


def _is_contribution(row: Row) -> bool:
    """Whether it is owed an answer: it opens a topic or asks, and is more than a nod."""
    acts = row.said.acts
    return Act.BARE not in acts and row.said.linked and (_opens(row) or Act.ASKS in acts)


def _contribution(row: Row) -> Contribution:
    said = row.said
    return Contribution(
        id=said.id,
        author_id=said.author_id,
        at=_seconds(said),
        wait=_wait(said, row.people),
        simmer_wait=_wait(said, row.simmer),
        reacted=row.reacted,
        calls=Act.CALLS in said.acts,
    )


def _wait(said: Utterance, answers: Sequence[Utterance]) -> int | None:
    return int((answers[0].at - said.at).total_seconds()) if answers else None


def _opened(spoken: Iterable[Row]) -> dict[int, Pair]:
    found: defaultdict[int, Pair] = defaultdict(lambda: (0, 0))
    for row in spoken:
        if _opens(row) and row.said.linked and Act.BARE not in row.said.acts:
            topics, taken = found[row.said.author_id]
            found[row.said.author_id] = (topics + 1, taken + bool(row.people))
    return dict(found)


def _contents(rows: Iterable[Row]) -> dict[int, Contents]:
    """What each author's openings were: knowledge, interaction, incentive; else not counted.

    An opening that asks or calls for words is interaction; praise, a wish or a welcome is
    incentive; a way, a result or a notice is knowledge.
    """
    found: defaultdict[int, Contents] = defaultdict(lambda: (0, 0, 0))
    for row in rows:
        acts = row.said.acts
        if not _opens(row) or Act.BARE in acts:
            continue
        knowledge, interaction, incentive = found[row.said.author_id]
        if acts & (Act.ASKS | Act.INVITES):
            interaction += 1
        elif acts & (Act.PRAISES | Act.WELCOMES):
            incentive += 1
        elif acts & (Act.SHARES | Act.CALLS | Act.TELLS_OUTCOME):
            knowledge += 1
        found[row.said.author_id] = (knowledge, interaction, incentive)
    return {who: three for who, three in found.items() if any(three)}


def _drivers(spoken: Iterable[Row]) -> tuple[int, int, int, int]:
    """Signs of the four drivers, each message one: see agent.figures.contents."""
    usefulness = belonging = gain = recognition = 0
    for row in spoken:
        acts = row.said.acts
        to_another = any(_answer(row))
        if Act.TELLS_OUTCOME in acts or (Act.THANKS in acts and row.helpers):
            gain += 1
        elif Act.PRAISES in acts and to_another:
            recognition += 1
        elif Act.WELCOMES in acts:
            belonging += 1
        elif Act.SHARES in acts or _answers_a_question(row):
            usefulness += 1
    return usefulness, belonging, gain, recognition


def _answers_a_question(row: Row) -> bool:
    asked = row.above is not None and Act.ASKS in row.above.acts and any(_answer(row))
    return asked and not row.said.acts & (Act.BARE | Act.ASKS)
