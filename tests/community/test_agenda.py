"""A group's time goes to what divides it first, and to no more than fits."""

from dataclasses import replace

from community.agenda import Because, agenda_of
from community.distillation import ArticleKind, Claim, ClaimKind, ClaimState, Distillation
from tests.builders import MONDAY


def a_draft(*claims: Claim, kind: ArticleKind = ArticleKind.FAQ) -> Distillation:
    return Distillation(
        id=1,
        community_id=1,
        zone_id=1,
        root_id=1,
        title="t",
        kind=kind,
        language="zh",
        claims=claims,
        message_ids=(),
        created_at=MONDAY,
    )


def a_claim(id: int, **changes: object) -> Claim:  # noqa: A002
    made = Claim(id=id, text="两页", kind=ClaimKind.FACT, citations=())
    return replace(made, **changes)  # pyright: ignore[reportArgumentType]


def test_conflicts_and_positions_come_first_and_what_is_decided_is_left_out() -> None:
    draft = a_draft(
        a_claim(1),
        a_claim(2, supported=False),
        a_claim(3, kind=ClaimKind.OPINION),
        a_claim(4),
        a_claim(5, state=ClaimState.APPROVED),
        a_claim(6, problems=("corrected_later",)),
    )
    points = agenda_of([draft], conflicting={4})
    assert [(point.claim.id, point.because) for point in points] == [
        (4, Because.CONFLICT),
        (6, Because.CONFLICT),
        (3, Because.POSITION),
        (2, Because.UNSUPPORTED),
        (1, Because.OPEN),
    ]
    debate = a_draft(a_claim(7), kind=ArticleKind.DEBATE)
    assert agenda_of([draft, debate])[2].claim.id == 7


def test_twenty_minutes_hold_thirteen_sentences() -> None:
    many = a_draft(*(a_claim(number) for number in range(1, 41)))
    assert len(agenda_of([many])) == 13
    assert len(agenda_of([many], minutes=3)) == 2
