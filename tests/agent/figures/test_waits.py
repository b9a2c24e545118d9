from agent.figures.waits import Span, quantile


def spans(*times: float, still: tuple[float, ...] = ()) -> list[Span]:
    over = [Span(seconds=each, over=True) for each in times]
    return over + [Span(seconds=each, over=False) for each in still]


def test_without_anybody_waiting_it_is_the_plain_quantile() -> None:
    assert quantile(spans(1, 2, 3, 4), 0.5) == 2
    assert quantile(spans(*range(1, 11)), 0.9) == 9


def test_who_still_waits_is_not_forgotten() -> None:
    """6, 6, 6, 6+, 7, 9+, 10: S(6) = 1 − 3/7 = .571, S(7) = .571 · 2/3 = .381."""
    waiting = spans(6, 6, 6, 7, 10, still=(6, 9))
    assert quantile(waiting, 0.5) == 7
    assert quantile(spans(6, 6, 6, 7, 10), 0.5) == 6


def test_a_part_that_was_never_reached_is_none() -> None:
    assert quantile(spans(1, still=(5, 5, 5)), 0.5) is None
    assert quantile([], 0.5) is None
