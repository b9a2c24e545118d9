"""Which labelled claims were distilled, and which traps were stepped into."""

import asyncio
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from agent.context import Context
from agent.distilling.figures import numbers_in
from agent.distilling.topics import topics_of
from agent.graphs.distil import distil
from agent.listening.threads import link_messages, threads_of
from agent.models.offline import OfflineModel
from community.conversation import Talk
from community.distillation import Distillation
from evals.labelled import Sample, read_sample
from evals.task import Figures, Options

HALF = 0.5
_WORD = re.compile(r"[^\W_]+(?:[.'’:][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A labelled claim or trap: its words and the messages it comes from."""

    text: str
    ids: frozenset[str]
    must_keep: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A distilled claim: its words and the messages it cites, by the export's ids."""

    text: str
    ids: frozenset[str]


def units_of(text: str, *, chinese: bool) -> frozenset[str]:
    """Pairs of characters without punctuation; in English words."""
    lowered = text.lower()
    if not chinese:
        return frozenset(_WORD.findall(lowered))
    plain = re.sub(r"[\W_]+", "", lowered)
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1))


def held(expected: Expected, told: Told, *, chinese: bool) -> float:
    """Share of the expected units that the told claim holds; 0 where it cites none of the ids."""
    if not expected.ids & told.ids:
        return 0.0
    wanted = units_of(expected.text, chinese=chinese)
    return len(wanted & units_of(told.text, chinese=chinese)) / max(1, len(wanted))


def claims_found(
    expected: Sequence[Expected], told: Sequence[Told], *, chinese: bool
) -> tuple[int, int]:
    """How many must_keep claims are met, and how many there are."""
    must = [one for one in expected if one.must_keep]
    met = sum(any(held(one, claim, chinese=chinese) >= HALF for claim in told) for one in must)
    return met, len(must)


def claims_covered(expected: Sequence[Expected], told: Sequence[Told], *, chinese: bool) -> int:
    """How many must_keep claims are met by all claims on their messages taken together.

    A labelled claim may be told in two: one engine joins what another keeps apart.
    """
    met = 0
    for one in (each for each in expected if each.must_keep):
        text = "\n".join(claim.text for claim in told if claim.ids & one.ids)
        whole = Told(text=text, ids=one.ids)
        met += bool(text) and held(one, whole, chinese=chinese) >= HALF
    return met


def traps_taken(
    traps: Sequence[Expected], expected: Sequence[Expected], told: Sequence[Told], *, chinese: bool
) -> list[tuple[Expected, Told]]:
    """Traps with the claim that took them.

    Where no labelled claim rests on any of a trap's messages, citing one of them is enough.
    Else the claim must hold half of the trap and all its numbers, and more of it than of every
    labelled claim.
    """
    sound = frozenset(id_ for one in expected for id_ in one.ids)
    return [
        (trap, claim)
        for trap in traps
        for claim in told
        if trap.ids & claim.ids
        and (not trap.ids & sound or _nearer(trap, expected, claim, chinese=chinese))
    ]


def _nearer(trap: Expected, expected: Iterable[Expected], claim: Told, *, chinese: bool) -> bool:
    share = held(trap, claim, chinese=chinese)
    if share < HALF or set(numbers_in(trap.text)) - set(numbers_in(claim.text)):
        return False
    return share > max((held(one, claim, chinese=chinese) for one in expected), default=0.0)


async def distil_all(talk: Talk, ctx: Context) -> tuple[Distillation, ...]:
    """Every topic of the talk, distilled as of its last message."""
    links = link_messages(talk.messages, talk.members.values())
    linked = replace(talk, links={link.message_id: link for link in links})
    now = talk.messages[-1].at
    topics = topics_of(threads_of(talk.messages, links))
    found = [await distil(topic, linked, now, ctx) for topic in topics]
    return tuple(one for one in found if one is not None)


def _expected(folder: Path) -> tuple[list[Expected], list[Expected]]:
    lines = (folder / "knowledge.jsonl").read_text().splitlines()
    rows = [cast("Mapping[str, object]", json.loads(line)) for line in lines if line.strip()]
    claims = [row for row in rows if "claim" in row]
    traps = [row for row in rows if "trap" in row]
    return (
        [_read(row, "claim", must_keep=bool(row.get("must_keep", True))) for row in claims],
        [_read(row, "trap", must_keep=False) for row in traps],
    )


def _read(row: Mapping[str, object], key: str, *, must_keep: bool) -> Expected:
    ids = cast("Sequence[str]", row["ids"])
    return Expected(text=str(row[key]), ids=frozenset(ids), must_keep=must_keep)


def measure(options: Options) -> Figures:
    """claims_found and traps_taken of one labelled folder, with the offline engine."""
    assert options.data is not None
    sample = read_sample(options.data)
    made = asyncio.run(distil_all(sample.talk, Context(model=OfflineModel())))
    return judge_made(made, sample, options.data)


def judge_made(made: Sequence[Distillation], sample: Sample, folder: Path) -> Figures:
    """What was distilled of a labelled community beside its labels."""
    told = [
        Told(
            text=claim.text,
            ids=frozenset(sample.ids[citation.message_id] for citation in claim.citations),
        )
        for one in made
        for claim in one.claims
        if claim.supported
    ]
    expected, traps = _expected(folder)
    chinese = sample.talk.community.language == "zh"
    met, must = claims_found(expected, told, chinese=chinese)
    taken = traps_taken(traps, expected, told, chinese=chinese)
    sound = frozenset(id_ for one in expected for id_ in one.ids)
    return {
        "claims_found": round(met / max(1, must), 4),
        "claims_covered": round(claims_covered(expected, told, chinese=chinese) / max(1, must), 4),
        "traps_taken": len({trap.text for trap, _ in taken}),
        "articles": len(made),
        "claims": sum(len(one.claims) for one in made),
        "claims_unsupported": sum(not claim.supported for one in made for claim in one.claims),
        "claims_on_labelled": round(
            sum(bool(one.ids & sound) for one in told) / max(1, len(told)), 4
        ),
    }
