"""Short ways to say a signed passage in a test."""

from datetime import UTC, datetime

from community.distillation import (
    ArticleKind,
    Citation,
    Claim,
    ClaimKind,
    ClaimState,
    Distillation,
)
from knowledge_base.passages import Passage

SIGNED = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)


def a_passage(
    article: int, text: str, *, title: str = "", community: int = 1, version: int = 1
) -> Passage:
    return Passage(
        id=f"{article}.{version}.0",
        community_id=community,
        distillation_id=article,
        version=version,
        position=0,
        title=title,
        text=text,
        claim_ids=(article,),
        message_ids=(article * 10,),
        language="zh",
        signed_by="周砚秋",
        signed_at=SIGNED,
    )


def an_article(*claims: Claim, signed: bool = True) -> Distillation:
    return Distillation(
        id=7,
        community_id=1,
        zone_id=1,
        root_id=1,
        title="退烧几天能回来上课?",
        kind=ArticleKind.FAQ,
        language="zh",
        claims=claims,
        message_ids=(1, 2),
        created_at=SIGNED,
        version=2,
        signed_by_id=3 if signed else None,
        signed_at=SIGNED if signed else None,
    )


def a_claim(id: int, text: str, state: ClaimState = ClaimState.APPROVED) -> Claim:  # noqa: A002
    quote = Citation(message_id=id * 10, start=0, end=4, quote="满48小时")
    return Claim(id=id, text=text, kind=ClaimKind.FACT, citations=(quote,), state=state)


TEACHING = (
    a_passage(1, "流感退烧后满48小时,诺如症状消失后满72小时,先到校医室拿复课条"),
    a_passage(2, "初中书面作业每天不超过90分钟"),
    a_passage(3, "调课要提前一天、跟任课老师本人说、写班级日志"),
    a_passage(4, "家长会分组一组5人以内,每组一人掐表"),
)
