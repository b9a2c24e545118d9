"""What an expert is asked about when they edit: edits that swap one thing, and honest rewordings.

simmer eval edits [--json]

A swap is a sentence of a community with one thing in it changed so that it is false; an honest
edit is what somebody who labelled the community wrote of the same messages, a light one an edit of
a claim as it was drafted; an added one ends in a clause of another claim. `asked` is the share the
expert has to answer a question about: own words, other sources, or undo.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import cast

import connectors.samples
from agent.distilling.expansions import asked_before, expansions_of
from agent.distilling.parents import Exchange, exchange_of
from agent.distilling.support import UNSAID, checked
from agent.distilling.topics import topics_of
from agent.listening.threads import link_messages, threads_of
from community.actions.editing import Wording, edited
from community.distillation import Citation, Claim, ClaimKind
from community.errors import Invalid
from evals.labelled import Sample, read_sample
from evals.task import Figures, Options

HERE = Path(__file__).parents[1] / "datasets"
SAMPLES = Path(connectors.samples.__file__).parent
READ = ("zh", "en", "zh-sales", "en-python", "zh-camp", "en-clinic", "zh-kitchen")
"""Communities whose labelled claims may be read."""
Row = Mapping[str, object]
_CLAUSES = re.compile(r"[，,。；;]|\.(?=\s|$)")


def measure(_options: Options) -> Figures:
    """Shares asked about, with how many there are: of swaps by set, of honest edits."""
    swaps = _rows(HERE / "swapped_claims.jsonl")
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in swaps:
        found[f"swaps_{row['set']}"].append(asked(str(row["community"]), row))
    for name in READ:
        kept = (row for row in _rows(_folder(name) / "knowledge.jsonl") if row.get("must_keep"))
        told = [row for row in kept if "claim" in row]
        found["honest"] += (asked(name, row) for row in told)
        found["added"] += (asked(name, row) for row in _added(told))
    for row in _rows(HERE / "light_edits.jsonl"):
        found[f"light_{row['set']}"].append(asked(str(row["community"]), row))
    shares = {
        f"asked_{key}": round(sum(map(bool, each)) / max(1, len(each)), 4)
        for key, each in found.items()
    }
    unsaid = sum(any(code.startswith(UNSAID) for code in each) for each in found["honest"])
    return {
        **shares,
        **{key: len(each) for key, each in found.items()},
        "honest_unsaid": round(unsaid / max(1, len(found["honest"])), 4),
    }


def _added(rows: Sequence[Row]) -> Iterator[Row]:
    """Each claim with the longest clause of the next one, which rests on other messages."""
    for row, other in zip(rows, (*rows[1:], *rows[:1]), strict=True):
        if not set(cast("list[str]", row["ids"])) & set(cast("list[str]", other["ids"])):
            clause = max(_CLAUSES.split(str(other["claim"])), key=len)
            yield {**row, "claim": f"{str(row['claim']).rstrip('.')}; {clause.strip()}"}


def asked(name: str, row: Row) -> tuple[str, ...]:
    """The reasons an expert reads who gives the messages of a row its claim; none: it is kept."""
    sample = _sample(name)
    sources = {message.id: message for message in sample.talk.messages}
    names = {member.name: member.id for member in sample.talk.members.values()}
    ours = {theirs: id_ for id_, theirs in sample.ids.items()}
    texts = {id_: sources[id_].text for id_ in map(ours.__getitem__, cast("list[str]", row["ids"]))}
    cited = tuple(
        Citation(message_id=id_, start=0, end=len(text), quote=text) for id_, text in texts.items()
    )
    text = str(row.get("was") or "；".join(texts.values()))
    bare = Claim(id=0, text=text, kind=ClaimKind.FACT, citations=cited)
    drafted = replace(bare, expansions=_questions(name, bare, str(row.get("asks", ""))))
    try:
        edited(drafted, Wording(text=str(row["claim"])), lambda one: checked(one, sources, names))
    except Invalid as refused:
        return tuple(str(refused.facts["problems"]).split(", "))
    return ()


@cache
def _sample(name: str) -> Sample:
    return read_sample(_folder(name))


def _questions(name: str, drafted: Claim, title: str) -> tuple[str, ...]:
    """The questions a draft of this claim under this title would answer."""
    exchange = _exchanges(name)[drafted.citations[0].message_id]
    asked = (*asked_before(drafted, exchange, ()), *filter(None, [title]))
    return expansions_of(drafted, asked, ())


@cache
def _exchanges(name: str) -> Mapping[int, Exchange]:
    """The exchange every message stands in, by its id."""
    talk = _sample(name).talk
    links = link_messages(talk.messages, talk.members.values())
    linked = replace(talk, links={link.message_id: link for link in links})
    found = (exchange_of(each, linked) for each in topics_of(threads_of(talk.messages, links)))
    return {message.id: each for each in found for message in each.thread.messages}


def _folder(name: str) -> Path:
    return SAMPLES / name if len(name) == len("zh") else HERE / "communities" / name


def _rows(path: Path) -> list[Row]:
    lines = path.read_text("utf-8").splitlines()
    return [cast("Row", json.loads(line)) for line in lines if line.strip()]
