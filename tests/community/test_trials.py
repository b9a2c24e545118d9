from datetime import timedelta

from community.trials import FieldResult, Held, Trial, TrialOutcome, field_result
from tests.builders import MONDAY


def _tried(outcome: TrialOutcome | None, condition: str | None = None) -> Trial:
    return Trial(
        id=0,
        community_id=1,
        claim_id=1,
        member_id=1,
        asked_at=MONDAY,
        outcome=outcome,
        condition=condition,
        answered_at=MONDAY + timedelta(days=1),
    )


def test_seven_tried_it_five_it_worked_two_not_under_long_terms() -> None:
    said = [_tried(TrialOutcome.WORKED)] * 5 + [_tried(TrialOutcome.NOT, "账期 60 天")] * 2
    found = field_result(said)
    assert (found.tried, found.worked, found.not_worked, found.shown) == (7, 5, 2, True)
    assert found.conditions == (Held(outcome=TrialOutcome.NOT, condition="账期 60 天", members=2),)


def test_of_one_or_two_nothing_is_told_but_their_number() -> None:
    found = field_result([_tried(TrialOutcome.NOT, "我这班"), _tried(TrialOutcome.WORKED)])
    assert found == FieldResult(tried=2, worked=0, partly=0, not_worked=0, conditions=())
    assert not found.shown


def test_who_has_not_tried_it_or_will_not_say_counts_for_nothing() -> None:
    silent = [_tried(None), _tried(TrialOutcome.NOT_YET), _tried(TrialOutcome.DECLINED)]
    assert field_result(silent).tried == 0
    some = [_tried(TrialOutcome.PARTLY), _tried(TrialOutcome.WORKED), _tried(TrialOutcome.WORKED)]
    assert field_result([*silent, *some]).partly == 1
