"""Distilling long talk: overlap with a written summary, and what the claim checks catch.

    simmer eval distil --data ../shared/datasets/vcsum/short_dev.txt --json

Two parts. Offline: the digest against `discussion`, at most 1.2 × its length, with every citation
and claim checked. Scripted: a model that returns the same claims with one number, name or denial
changed in each; what the checks flag is `caught`.
"""

import asyncio
import json
import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar, cast

from agent.context import Context
from agent.distilling.digest import digest_claims
from agent.distilling.drafting import DraftedArticle, DraftedClaim
from agent.distilling.extracting import read_thread
from agent.distilling.support import checked
from agent.graphs.distil import distil
from agent.models.base import Completion, Request
from community.conversation import Message, Talk, Thread
from community.distillation import Claim
from community.errors import Invalid, ModelFailed
from community.people import Community, Member, Zone
from evals.scorers.rouge import characters, rouge_l, rouge_n
from evals.task import Figures, Options

T = TypeVar("T")
LONGEST = 1.2
START = datetime(2026, 1, 5, 1, tzinfo=UTC)
_NUMBER = re.compile(r"\d+")
_NO = re.compile(r"不(?!过|仅|但|管|同|错|少|论|然|断)|没有|无法")
_VERB = re.compile(r"(?=可以|需要|能够|应该|会|能|是)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One stretch of a meeting and the summary somebody wrote of it."""

    talk: Talk
    thread: Thread
    summary: str


def _segment(row: Mapping[str, object]) -> Segment:
    speakers = cast("list[int]", row["speaker"])
    turns = cast("list[list[str]]", row["context"])
    names = {who: f"发言人{who}" for who in sorted(set(speakers))}
    members = {who: Member(id=who, community_id=1, name=name) for who, name in names.items()}
    messages = tuple(
        Message(
            id=at,
            community_id=1,
            zone_id=1,
            author_id=who,
            at=START + timedelta(seconds=30 * at),
            text="".join(sentences),
        )
        for at, (who, sentences) in enumerate(zip(speakers, turns, strict=False), start=1)
    )
    community = Community(
        id=1,
        slug="meeting",
        name="meeting",
        language="zh",
        timezone="Asia/Shanghai",
        created_at=START,
    )
    zone = Zone(id=1, community_id=1, key="main", name="main")
    talk = Talk(community=community, zone=zone, members=members, messages=messages)
    thread = Thread(root_id=1, messages=messages)
    return Segment(talk=talk, thread=thread, summary=str(row["discussion"]))


def read_segments(path: Path) -> list[Segment]:
    """The segments of a vcsum file, in its order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_segment(json.loads(line)) for line in lines if line.strip()]


@dataclass(frozen=True, slots=True)
class Scripted:
    """A model that returns what it is given, whatever it is asked."""

    article: DraftedArticle

    async def complete(self, request: Request[T]) -> Completion[T]:
        """The given article as the reply; nothing where something else is asked."""
        if not isinstance(self.article, request.result):
            raise ModelFailed("model_unknown_purpose", purpose=request.purpose)
        return Completion(value=self.article, engine="scripted")


def perturbed(claim: Claim, kind: str, names: list[str], chance: random.Random) -> str | None:
    """The claim with one number, name or denial changed; None where there is none to change."""
    text = claim.text
    if kind == "number":
        found = list(_NUMBER.finditer(text))
        if not found:
            return None
        match = chance.choice(found)
        other = str(int(match[0]) + chance.choice([1, 3, 10, 100]))
        return text[: match.start()] + other + text[match.end() :]
    if kind == "name":
        others = [name for name in names if name not in text]
        return f"{chance.choice(others)}：{text}" if others else None
    found = list(_NO.finditer(text))
    if found:
        match = chance.choice(found)
        return text[: match.start()] + text[match.end() :]
    places = [match.start() for match in _VERB.finditer(text)]
    return text[: (at := chance.choice(places))] + "不" + text[at:] if places else None


def _drafted(claim: Claim, text: str) -> DraftedClaim:
    return DraftedClaim(
        text=text,
        kind=claim.kind.value,
        ids=tuple(citation.message_id for citation in claim.citations),
        quotes=tuple(citation.quote for citation in claim.citations),
    )


async def _through(segment: Segment, drafts: list[DraftedClaim]) -> list[Claim]:
    """The drafted claims after the whole graph, in order."""
    model = Scripted(DraftedArticle(title="t", kind="faq", claims=tuple(drafts)))
    made = await distil(segment.thread, segment.talk, START, Context(model=model))
    return list(made.claims) if made is not None else []


def _quotable(segment: Segment) -> list[Message]:
    left_out = read_thread(segment.thread, segment.talk).left_out
    return [message for message in segment.thread.messages if message.id not in left_out]


async def catch(segments: list[Segment]) -> dict[str, float]:
    """Share of perturbed claims the checks flag, by kind, and of sound ones they pass."""
    chance = random.Random(7)  # noqa: S311 - the same perturbations in every run
    seen: dict[str, list[bool]] = {"number": [], "name": [], "negation": [], "sound": []}
    for segment in segments:
        # a stranger to the cited words: somebody of the group who said something else
        stranger = Member(id=99, community_id=1, name="陈志远")
        members = {**segment.talk.members, 99: stranger}
        talk = replace(segment.talk, members=members)
        group = replace(segment, talk=talk)
        claims = digest_claims(_quotable(group), 400)
        for kind, found in seen.items():
            drafts = [
                _drafted(claim, text)
                for claim in claims
                if ((text := _changed(claim, kind, chance)) is not None and text != claim.text)
                or (kind == "sound" and (text := claim.text))
            ]
            found += [not one.supported for one in await _through(group, drafts)]
    caught = {kind: sum(found) / max(1, len(found)) for kind, found in seen.items()}
    sizes = {f"{kind}_tried": float(len(found)) for kind, found in seen.items()}
    return caught | sizes


def _changed(claim: Claim, kind: str, chance: random.Random) -> str | None:
    return None if kind == "sound" else perturbed(claim, kind, ["陈志远"], chance)


def _overlap(segments: list[Segment]) -> Figures:
    scores = [0.0, 0.0, 0.0]
    cited = verbatim = unsupported = claims = 0
    for segment in segments:
        sources = {message.id: message for message in segment.thread.messages}
        names = {member.name: member.id for member in segment.talk.members.values()}
        most = int(LONGEST * len(segment.summary))
        found = digest_claims(_quotable(segment), most)
        told = characters("，".join(claim.text for claim in found))
        assert len(told) <= LONGEST * len(segment.summary)
        wanted = characters(segment.summary)
        for at, value in enumerate(
            (rouge_n(told, wanted, 1), rouge_n(told, wanted, 2), rouge_l(told, wanted))
        ):
            scores[at] += value
        for claim in found:
            claims += 1
            unsupported += not checked(claim, sources, names).supported
            for citation in claim.citations:
                cited += 1
                text = sources[citation.message_id].text
                verbatim += text[citation.start : citation.end] == citation.quote
    total = max(1, len(segments))
    return {
        "rouge1": round(100 * scores[0] / total, 2),
        "rouge2": round(100 * scores[1] / total, 2),
        "rougeL": round(100 * scores[2] / total, 2),
        "citation_precision": round(verbatim / max(1, cited), 4),
        "unsupported_claims": unsupported,
        "claims": claims,
        "segments": len(segments),
    }


def measure(options: Options) -> Figures:
    """Overlap offline, and what is caught of a model that perturbs."""
    if options.data is None:
        raise Invalid("eval_needs_data", name="distil")
    segments = read_segments(options.data)
    caught = asyncio.run(catch(segments))
    tried = sum(caught[f"{kind}_tried"] for kind in ("number", "name", "negation"))
    hits = sum(caught[kind] * caught[f"{kind}_tried"] for kind in ("number", "name", "negation"))
    return _overlap(segments) | {
        "caught": round(hits / max(1.0, tried), 4),
        "caught_number": round(caught["number"], 4),
        "caught_name": round(caught["name"], 4),
        "caught_negation": round(caught["negation"], 4),
        "false_alarms": round(caught["sound"], 4),
        "perturbed": int(tried),
    }
