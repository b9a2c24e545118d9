"""Which draft would be taken, the model's or the offline one, by a judge who is not told whose.

simmer eval blind --requests OUT          a question for each moment both wrote something for
simmer eval blind --json                  evals/datasets/completions/blind_completions.jsonl

The drafts are those of `simmer eval completions`; which one is A follows from the moment's key.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from agent.completions import read_reply
from agent.models.base import Request
from agent.models.batch import line_for
from agent.moves.brief import Line
from agent.transcript import transcript
from agent.wording.writers import write
from evals.occasions import Occasion, read_occasions
from evals.scorers.drafts import share
from evals.task import Figures, Options
from evals.tasks.completions import HOME, MODEL, replies_of, written

TALK = 600
"""Tokens of talk a judge is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two drafts for one moment."""

    move: str
    lines: str
    anchor: Line | None
    first: str
    second: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """What a judge would press."""

    choice: Literal["A", "B", "neither"]
    why: str = ""


def measure(options: Options) -> Figures:
    """How often each was chosen; shares are of the moments both had a draft for."""
    home = options.data or HOME
    asked = list(_asked(home))
    if options.requests is not None:
        lines = (line_for(_request(pair, each), MODEL, each.key) for each, pair in asked)
        options.requests.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    replies = replies_of(home, "blind_completions.jsonl")
    chosen = [
        (each.move, _taken(each, _request(pair, each), replies[each.key]))
        for each, pair in asked
        if each.key in replies
    ]
    return {
        "pairs": len(asked),
        "judged": len(chosen),
        "model": share(taken == "model" for _, taken in chosen),
        "offline": share(taken == "offline" for _, taken in chosen),
        "neither": share(taken == "neither" for _, taken in chosen),
        "offline_ahead": _ahead(chosen),
    }


def _asked(home: Path) -> Iterator[tuple[Occasion, Pair]]:
    replies = replies_of(home, "completions.jsonl", "repair_completions.jsonl")
    for occasion in read_occasions(home / "occasions.jsonl"):
        attempts = written(occasion, replies).attempts
        brief = occasion.subject.brief
        offline = write(brief)
        if offline is None or not attempts or attempts[-1][0].failed:
            continue
        drafts = (attempts[-1][0].draft.text, offline.text)
        first, second = drafts if model_first(occasion) else drafts[::-1]
        anchor_id = brief.anchor.message_id if brief.anchor else None
        lines = transcript(brief.lines, budget=TALK, anchor_id=anchor_id)
        yield (
            occasion,
            Pair(move=occasion.move, lines=lines, anchor=brief.anchor, first=first, second=second),
        )


def model_first(occasion: Occasion) -> bool:
    """Whether the model's draft is A; the key decides, so that asking again shows the same."""
    return int(occasion.key[:8], 16) % 2 == 0


def _request(pair: Pair, occasion: Occasion) -> Request[Preference]:
    language = occasion.subject.language
    return Request(purpose="blind", variables=pair, result=Preference, language=language)


def _taken(occasion: Occasion, request: Request[Preference], text: str) -> str:
    choice = read_reply(text, request.result, request.purpose).choice
    if choice == "neither":
        return choice
    return "model" if (choice == "A") is model_first(occasion) else "offline"


def _ahead(chosen: Sequence[tuple[str, str]]) -> str:
    """Moves where the offline draft was taken more often than the model's."""
    counted: dict[str, Counter[str]] = {}
    for move, taken in chosen:
        counted.setdefault(move, Counter())[taken] += 1
    ahead = (move for move, how in counted.items() if how["offline"] > how["model"])
    return ", ".join(sorted(ahead))
