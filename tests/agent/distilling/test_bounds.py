import pytest

from agent.distilling.bounds import Bound, bounds_in, turns_a_bound

SHOWN = ("九化只讲错误率40%以上的题", "40%以下的贴答案+小老师")
PAID = ("anything above 500 needs two signatures", "below 500 one is enough")


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("错误率40%以上的题", frozenset({("40", "least")})),
        ("不超过三个人", frozenset({("3", "most")})),
        ("不能超过三个人", frozenset({("3", "most")})),
        ("莫装超过3盘,别少于2盘", frozenset({("3", "most"), ("2", "least")})),
        ("items of <2 weeks", frozenset({("2", "most")})),
        ("晚上8点前写完", frozenset({("8", "before")})),
        ("at least 15 minutes before", frozenset({("15", "least")})),
        ("no more than 3 people", frozenset({("3", "most")})),
        ("not over 3 people, not after 5", frozenset[Bound]()),
        ("40道题讲了12道", frozenset[Bound]()),
    ],
)
def test_a_number_is_read_with_the_way_it_bounds(text: str, bounds: frozenset[Bound]) -> None:
    assert bounds_in(text) == bounds


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (("九化只讲错误率40%以下的题", "40%以上的贴答案+小老师"), SHOWN),
        (("40%以下的题才讲",), ("40%以上的题才讲",)),
        (("晚上8点后写作业",), ("晚上8点前写作业",)),
        (("below 500 two signatures are needed", "above 500 one is enough"), PAID),
        (("call at most 5 people first",), ("call at least 5 people first",)),
    ],
)
def test_a_bound_the_other_way_round_is_found(
    claim: tuple[str, ...], source: tuple[str, ...]
) -> None:
    assert turns_a_bound(claim, source)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (SHOWN, SHOWN),
        (("错误率超过40%的题讲", "不到40%的贴答案"), SHOWN),
        (("one signature is enough under 500",), PAID),
        (("每单20%以上",), ("每单至少20%",)),
        (("40道题",), SHOWN),
        (("50%以上的题",), SHOWN),
    ],
)
def test_the_same_bound_in_other_words_stands(
    claim: tuple[str, ...], source: tuple[str, ...]
) -> None:
    assert not turns_a_bound(claim, source)
