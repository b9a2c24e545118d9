"""A second reader of the claims that code let pass: do the cited messages say so? Optional.

Evidence comes before the verdict, and a verdict counts only where its evidence is found verbatim
in what the claim cites: it can make a claim unsupported, never supported.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from agent.transcript import quoted
from community.conversation import Message
from community.distillation import Claim

AT_ONCE = 24
"""Claims one request holds."""
LONGEST_SHOWN = 1200
"""Characters of a cited message that are shown around nothing else."""
PARTIAL, UNSUPPORTED = "judge_partial", "judge_unsupported"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeBrief:
    """The variables of the prompt `claim_judge`."""

    claims: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a model holds of one claim, by its place from 1."""

    claim: int
    evidence: str = ""
    verdict: str = "supported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The verdicts on the claims of one request."""

    verdicts: tuple[Verdict, ...] = ()


def judge_brief(claims: Sequence[Claim], sources: Mapping[int, Message]) -> JudgeBrief:
    """Each claim after the messages it cites, and only those."""
    told: list[str] = []
    for at, claim in enumerate(claims, 1):
        cited = dict.fromkeys(one.message_id for one in claim.citations)
        told += [f"- {_shown(sources[id_])}" for id_ in cited if id_ in sources]
        told.append(f"{at}. {quoted(claim.text)}\n")
    return JudgeBrief(claims="\n".join(told))


def _shown(message: Message) -> str:
    return quoted(" ".join(message.text.split())[:LONGEST_SHOWN])


def judged(
    claims: Sequence[Claim], said: Judgement, sources: Mapping[int, Message]
) -> tuple[Claim, ...]:
    """The claims with what the judge found against them; silence and bare verdicts count nothing.

    That a thing is said nowhere has no evidence: `unsupported` stands without.
    """
    found = {verdict.claim: verdict for verdict in said.verdicts}
    return tuple(_after(claim, found.get(at), sources) for at, claim in enumerate(claims, 1))


def _after(claim: Claim, verdict: Verdict | None, sources: Mapping[int, Message]) -> Claim:
    if verdict is None or verdict.verdict not in {"partial", "unsupported"}:
        return claim
    cited = [sources[one.message_id].text for one in claim.citations if one.message_id in sources]
    evidence = "".join(verdict.evidence.split())
    grounded = bool(evidence) and any(evidence in "".join(text.split()) for text in cited)
    if verdict.verdict == "partial" and not grounded:
        return claim
    problem = PARTIAL if verdict.verdict == "partial" else UNSUPPORTED
    return replace(claim, supported=False, problems=(*claim.problems, problem))
