"""A tally as it is kept: short lists in JSON, read back to the same value."""

from collections.abc import Mapping
from datetime import date
from typing import TypedDict

from agent.figures.tally import Call, Contribution, Pair, Share, Tally


class Counts(TypedDict):
    """The kept shape; a key of a JSON object is text, so numbers stand in lists."""

    said: list[tuple[int, int, int]]
    acted: list[Pair]
    answers: list[tuple[int, int, int]]
    helps: list[tuple[int, int, int]]
    opened: list[tuple[int, int, int]]
    contents: list[tuple[int, int, int, int]]
    drivers: list[int]
    contributions: list[tuple[int, int, int, int | None, int | None, int, int]]
    shares: list[tuple[int, int, int]]
    calls: list[tuple[int, int, list[int]]]
    simmer: int
    unlinked: int


def kept(tally: Tally) -> Counts:
    """The counts of a day in the kept shape, in one order for equal values."""
    return Counts(
        said=sorted((who, times, tally.first[who]) for who, times in tally.said.items()),
        acted=sorted(tally.acted.items()),
        answers=_pairs(tally.answers),
        helps=_pairs(tally.helps),
        opened=sorted((who, *both) for who, both in tally.opened.items()),
        contents=sorted((who, *three) for who, three in tally.contents.items()),
        drivers=list(tally.drivers),
        contributions=[
            (one.id, one.author_id, one.at, one.wait, one.simmer_wait, +one.reacted, +one.calls)
            for one in tally.contributions
        ],
        shares=[(one.id, one.author_id, one.quick) for one in tally.shares],
        calls=[(one.id, one.author_id, list(one.voices)) for one in tally.calls],
        simmer=tally.simmer,
        unlinked=tally.unlinked,
    )


def _pairs(counted: Mapping[Pair, int]) -> list[tuple[int, int, int]]:
    return sorted((one, other, times) for (one, other), times in counted.items())


def tally_of(day: date, counts: Counts) -> Tally:
    """The tally that was kept."""
    usefulness, belonging, gain, recognition = counts["drivers"]
    return Tally(
        day=day,
        said={who: times for who, times, _ in counts["said"]},
        first={who: first for who, _, first in counts["said"]},
        acted={who: times for who, times in counts["acted"]},  # noqa: C416 - lists in JSON
        answers={(one, other): times for one, other, times in counts["answers"]},
        helps={(one, other): times for one, other, times in counts["helps"]},
        opened={who: (topics, taken) for who, topics, taken in counts["opened"]},
        contents={who: (k, i, m) for who, k, i, m in counts["contents"]},
        drivers=(usefulness, belonging, gain, recognition),
        contributions=tuple(
            Contribution(
                id=id_,
                author_id=author,
                at=at,
                wait=wait,
                simmer_wait=simmer,
                reacted=bool(reacted),
                calls=bool(calls),
            )
            for id_, author, at, wait, simmer, reacted, calls in counts["contributions"]
        ),
        shares=tuple(
            Share(id=id_, author_id=author, quick=quick) for id_, author, quick in counts["shares"]
        ),
        calls=tuple(
            Call(id=id_, author_id=author, voices=tuple(voices))
            for id_, author, voices in counts["calls"]
        ),
        simmer=counts["simmer"],
        unlinked=counts["unlinked"],
    )
