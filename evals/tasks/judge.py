"""The judge of claims on true ones and on ones that say something else than their sources.

simmer eval judge --engine batch --requests OUT | --completions IN [--json]
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast

import connectors.samples
from agent.distilling.asking import ask_judge
from agent.distilling.support import checked
from agent.models.batch import BatchModel, replies_in
from community.distillation import Citation, Claim, ClaimKind
from evals.labelled import Sample, read_sample
from evals.task import Figures, Options

ROWS = Path(__file__).parents[1] / "datasets" / "judged_claims.jsonl"
Row = Mapping[str, object]


def measure(options: Options) -> Figures:
    """The requests written, or how many false claims are caught and true ones kept."""
    lines = (
        [] if options.completions is None else options.completions.read_text("utf-8").split("\n")
    )
    model = BatchModel(replies_in(lines))
    rows = [cast("Row", json.loads(line)) for line in ROWS.read_text("utf-8").splitlines()]
    read = [one for language in ("zh", "en") for one in _read(rows, language, model)]
    if options.requests is not None:
        options.requests.write_text("".join(f"{x}\n" for x in model.waiting.values()), "utf-8")
        return {"requests": len(model.waiting)}
    false = [(row, code, after) for row, code, after in read if row["verdict"] != "supported"]
    true = [after for row, _, after in read if row["verdict"] == "supported"]
    return {
        "caught": round(sum(not after.supported for *_, after in false) / max(1, len(false)), 4),
        "caught_by_code": round(sum(bool(code) for _, code, _ in false) / max(1, len(false)), 4),
        "caught_by_either": round(
            sum(bool(code) or not after.supported for _, code, after in false) / max(1, len(false)),
            4,
        ),
        "false_alarms": round(sum(not after.supported for after in true) / max(1, len(true)), 4),
        "claims": len(read),
    }


def _read(
    rows: list[Row], language: str, model: BatchModel
) -> list[tuple[Row, tuple[str, ...], Claim]]:
    """Each row with what code found and what the judge made of it: whole messages are cited."""
    own = [row for row in rows if row["community"] == language]
    sample = read_sample(Path(connectors.samples.__file__).parent / language)
    sources = {message.id: message for message in sample.talk.messages}
    names = {member.name: member.id for member in sample.talk.members.values()}
    claims = [_claim(row, sample, at) for at, row in enumerate(own)]
    judged = asyncio.run(ask_judge(model, claims, sources, language))
    return [
        (row, checked(claim, sources, names).problems, after)
        for row, claim, after in zip(own, claims, judged, strict=True)
    ]


def _claim(row: Row, sample: Sample, number: int) -> Claim:
    places = {theirs: ours for ours, theirs in sample.ids.items()}
    texts = {message.id: message.text for message in sample.talk.messages}
    ids = [places[id_] for id_ in cast("list[str]", row["ids"])]
    cited = tuple(
        Citation(message_id=id_, start=0, end=len(texts[id_]), quote=texts[id_]) for id_ in ids
    )
    claim = Claim(id=0, text=str(row["claim"]), kind=ClaimKind.FACT, citations=cited)
    return replace(claim, id=number)
