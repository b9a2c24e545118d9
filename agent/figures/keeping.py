"""A tally as it is kept: flat lists of numbers in JSON, read back to the same value.

A year is 366 such rows; a list for every small row in them would cost more time than all figures.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TypedDict

from agent.figures.tally import Call, Contribution, Pair, Share, Tally

NEVER = -1
"""A wait that is not over."""
REACTED, CALLS = 1, 2


class Counts(TypedDict):
    """The kept shape; what stands together is so many numbers in a row as `tally_of` reads."""

    said: list[int]
    acted: list[int]
    answers: list[int]
    helps: list[int]
    opened: list[int]
    contents: list[int]
    drivers: list[int]
    contributions: list[int]
    shares: list[int]
    calls: list[int]
    simmer: int
    unlinked: int


def kept(tally: Tally) -> Counts:
    """The counts of a day in the kept shape, in one order for equal values."""
    return Counts(
        said=_flat(sorted((who, times, tally.first[who]) for who, times in tally.said.items())),
        acted=_flat(sorted(tally.acted.items())),
        answers=_pairs(tally.answers),
        helps=_pairs(tally.helps),
        opened=_flat(sorted((who, *both) for who, both in tally.opened.items())),
        contents=_flat(sorted((who, *three) for who, three in tally.contents.items())),
        drivers=list(tally.drivers),
        contributions=_flat(_contribution(one) for one in tally.contributions),
        shares=_flat((one.id, one.author_id, one.quick) for one in tally.shares),
        calls=_flat((one.id, one.author_id, len(one.voices), *one.voices) for one in tally.calls),
        simmer=tally.simmer,
        unlinked=tally.unlinked,
    )


def _flat(rows: Iterable[Iterable[int]]) -> list[int]:
    return list(chain.from_iterable(rows))


def _pairs(counted: Mapping[Pair, int]) -> list[int]:
    return _flat(sorted((one, other, times) for (one, other), times in counted.items()))


def _contribution(one: Contribution) -> tuple[int, ...]:
    wait = NEVER if one.wait is None else one.wait
    simmer = NEVER if one.simmer_wait is None else one.simmer_wait
    flags = REACTED * one.reacted + CALLS * one.calls
    return one.id, one.author_id, one.at, wait, simmer, flags


def tally_of(day: date, counts: Counts) -> Tally:
    """The tally that was kept."""
    usefulness, belonging, gain, recognition = counts["drivers"]
    said = counts["said"]
    return Tally(
        day=day,
        said=dict(zip(said[::3], said[1::3], strict=True)),
        first=dict(zip(said[::3], said[2::3], strict=True)),
        acted=dict(zip(counts["acted"][::2], counts["acted"][1::2], strict=True)),
        answers={(one, other): times for one, other, times in _by(3, counts["answers"])},
        helps={(one, other): times for one, other, times in _by(3, counts["helps"])},
        opened={who: (topics, taken) for who, topics, taken in _by(3, counts["opened"])},
        contents={who: (k, i, m) for who, k, i, m in _by(4, counts["contents"])},
        drivers=(usefulness, belonging, gain, recognition),
        contributions=tuple(
            Contribution(
                id=id_,
                author_id=author,
                at=at,
                wait=None if wait == NEVER else wait,
                simmer_wait=None if simmer == NEVER else simmer,
                reacted=bool(flags & REACTED),
                calls=bool(flags & CALLS),
            )
            for id_, author, at, wait, simmer, flags in _by(6, counts["contributions"])
        ),
        shares=tuple(
            Share(id=id_, author_id=author, quick=quick)
            for id_, author, quick in _by(3, counts["shares"])
        ),
        calls=tuple(_calls(counts["calls"])),
        simmer=counts["simmer"],
        unlinked=counts["unlinked"],
    )


def _by(width: int, flat: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """So many numbers at a time."""
    return zip(*(flat[at::width] for at in range(width)), strict=True)


def _calls(flat: Sequence[int]) -> Iterator[Call]:
    at = 0
    while at < len(flat):
        id_, author, count = flat[at : at + 3]
        yield Call(id=id_, author_id=author, voices=tuple(flat[at + 3 : at + 3 + count]))
        at += 3 + count
