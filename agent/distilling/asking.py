"""What a model is asked when a thread is distilled: each window, then the whole, then a judge."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from agent.distilling.drafting import DraftedArticle
from agent.distilling.judging import AT_ONCE, Judgement, judge_brief, judged
from agent.distilling.reducing import Reduced, reduce_brief
from agent.distilling.windows import Window
from agent.models.base import ChatModel, Request
from community.conversation import Message
from community.distillation import Claim
from community.errors import ModelFailed


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The windows a model answered, in order, and those it did not."""

    answers: tuple[tuple[Window, DraftedArticle], ...] = ()
    unanswered: tuple[Window, ...] = ()
    engine: str = "offline"
    prompt_version: str = ""


async def ask_windows(model: ChatModel, windows: Sequence[Window], language: str) -> Asked:
    """Every window by itself; one that fails takes no other with it."""
    asked = Asked()
    for window in windows:
        request = Request(
            purpose="distil", variables=window.brief, result=DraftedArticle, language=language
        )
        try:
            completion = await model.complete(request)
        except ModelFailed:
            asked = replace(asked, unanswered=(*asked.unanswered, window))
            continue
        asked = Asked(
            answers=(*asked.answers, (window, completion.value)),
            unanswered=asked.unanswered,
            engine=completion.engine,
            prompt_version=completion.prompt_version,
        )
    return asked


async def ask_reduced(
    model: ChatModel, titles: Sequence[str], claims: Sequence[Claim], language: str
) -> Reduced:
    """What the claims of several windows are together; nothing where the model has no answer."""
    brief = reduce_brief(titles, claims)
    request = Request(purpose="distil_reduce", variables=brief, result=Reduced, language=language)
    try:
        return (await model.complete(request)).value
    except ModelFailed:
        return Reduced()


async def ask_judge(
    model: ChatModel, claims: Sequence[Claim], sources: Mapping[int, Message], language: str
) -> tuple[Claim, ...]:
    """The claims after a second reader saw those that code let pass, two dozen at a time."""
    passed = [claim for claim in claims if claim.supported]
    read: dict[Claim, Claim] = {}
    for start in range(0, len(passed), AT_ONCE):
        some = passed[start : start + AT_ONCE]
        request = Request(
            purpose="claim_judge",
            variables=judge_brief(some, sources),
            result=Judgement,
            language=language,
        )
        try:
            said = (await model.complete(request)).value
        except ModelFailed:
            continue
        read |= dict(zip(some, judged(some, said, sources), strict=True))
    return tuple(read.get(claim, claim) for claim in claims)
