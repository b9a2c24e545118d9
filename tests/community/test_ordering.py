from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from community.distillation import (
    ArticleKind,
    Citation,
    Claim,
    ClaimKind,
    ClaimState,
    Distillation,
)
from community.ordering import Worth, most_valuable_first, worth_of
from tests.builders import MONDAY


def a_claim(message: int, *holders: int, supported: bool = True) -> Claim:
    return Claim(
        id=message,
        text="先对口径再报价",
        kind=ClaimKind.FACT,
        citations=(Citation(message_id=message, start=0, end=2, quote="先对"),),
        supported=supported,
        holder_ids=holders,
    )


def a_draft(id_: int, *claims: Claim, days: float = 0) -> Distillation:
    return Distillation(
        id=id_,
        community_id=1,
        zone_id=1,
        root_id=id_,
        title="怎么报价？",
        kind=ArticleKind.FAQ,
        language="zh",
        claims=claims,
        message_ids=(),
        created_at=MONDAY - timedelta(days=days),
    )


def order(*drafts: Distillation, reactions: dict[int, int] | None = None) -> list[int]:
    return [one.id for one in most_valuable_first(drafts, reactions or {}, MONDAY)]


def test_more_claims_that_may_be_signed_come_first() -> None:
    thin, rich = a_draft(1, a_claim(1, 2)), a_draft(2, a_claim(3, 2), a_claim(4, 2))
    assert order(thin, rich) == [2, 1]


def test_unsupported_and_rejected_claims_count_for_nothing() -> None:
    rejected = replace(a_claim(2, 5), state=ClaimState.REJECTED)
    padded = a_draft(1, a_claim(1, 2), rejected, a_claim(3, 4, supported=False))
    assert worth_of(padded, {}, MONDAY) == Worth(claims=1, people=1, reactions=0, age_days=0)
    assert order(padded, a_draft(2, a_claim(4, 2, 3))) == [2, 1]


def test_people_then_reactions_then_age_decide_between_equals() -> None:
    one, two = a_draft(1, a_claim(1, 2)), a_draft(2, a_claim(2, 2, 3))
    assert order(one, two) == [2, 1]
    assert order(one, a_draft(3, a_claim(3, 2)), reactions={1: 3}) == [1, 3]
    assert order(a_draft(4, a_claim(4, 2), days=10), one) == [1, 4]


@given(st.integers(1, 20), st.integers(0, 9), st.integers(0, 50), st.floats(0, 300))
def test_worth_grows_with_what_is_offered_and_falls_with_age(
    claims: int, people: int, reactions: int, age: float
) -> None:
    worth = Worth(claims=claims, people=people, reactions=reactions, age_days=age)
    assert replace(worth, claims=claims + 1).value > worth.value
    assert replace(worth, people=people + 1).value > worth.value
    assert replace(worth, reactions=reactions + 1).value > worth.value
    assert replace(worth, age_days=age + 1).value < worth.value
