from dataclasses import replace
from datetime import timedelta

from community.trust import WEIGHTS, Drag, Standing, trust_of
from tests.builders import MONDAY

GOOD = Standing(
    id=1, title="迟到", in_time=True, verified_at=MONDAY, claims=4, grounded=4, proven=True
)


def test_a_library_in_order_has_all_points_and_an_empty_one_none() -> None:
    assert sum(WEIGHTS.values()) == 100
    assert trust_of([GOOD], MONDAY).score == 100
    empty = trust_of([], MONDAY)
    assert (empty.score, empty.parts) == (None, ())


def test_each_fault_costs_its_share_of_its_weight_and_names_who_is_to_blame() -> None:
    faults = {
        Drag.LATE: replace(GOOD, id=2, in_time=False),
        Drag.THIN: replace(GOOD, id=2, grounded=0),
        Drag.CONFLICT: replace(GOOD, id=2, duplicates=1),
        Drag.OBJECTION: replace(GOOD, id=2, objections=3),
        Drag.AGE: replace(GOOD, id=2, verified_at=MONDAY - timedelta(days=365)),
        Drag.REOPENED: replace(GOOD, id=2, reopened=1),
        Drag.UNPROVEN: replace(GOOD, id=2, proven=False),
    }
    for drag, bad in faults.items():
        trust = trust_of([GOOD, bad], MONDAY)
        worst = trust.parts[0]
        cost = WEIGHTS[drag] / (4 if drag is Drag.CONFLICT else 2)
        assert (worst.drag, worst.lost, worst.count) == (drag, cost, 1)
        assert [each.id for each in worst.examples] == [2]
        assert trust.score == round(100 - cost)


def test_a_duplicate_costs_half_of_a_contradiction() -> None:
    twice = trust_of([replace(GOOD, duplicates=2)], MONDAY)
    against = trust_of([replace(GOOD, contradictions=1, duplicates=1)], MONDAY)
    assert (twice.score, against.score) == (90, 80)


def test_an_open_contradiction_is_not_thinned_out_and_what_nobody_verified_does_not_raise() -> None:
    unknown = replace(GOOD, id=3, proven=False)
    clash = replace(GOOD, id=2, contradictions=1)
    before = trust_of([GOOD, clash], MONDAY)
    after = trust_of([GOOD, clash, unknown, replace(unknown, id=4)], MONDAY)
    assert before.score is not None
    assert after.score is not None
    assert before.score == 80
    assert after.score < before.score
    assert trust_of([unknown], MONDAY).score == 75
