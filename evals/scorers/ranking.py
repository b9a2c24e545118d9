"""Does a score put what is true above what is not?"""

from collections.abc import Sequence


def auroc(scores: Sequence[float], truth: Sequence[bool]) -> float:
    """Chance that a true case scores above a false one, ties half (Mann–Whitney U / n₁n₀)."""
    ranked = sorted(zip(scores, truth, strict=True), key=lambda pair: pair[0])
    true = sum(truth)
    false = len(truth) - true
    if not true or not false:
        return float("nan")
    total, place = 0.0, 0
    while place < len(ranked):
        end = place
        while end < len(ranked) and ranked[end][0] == ranked[place][0]:
            end += 1
        total += (place + end + 1) / 2 * sum(right for _, right in ranked[place:end])
        place = end
    return (total - true * (true + 1) / 2) / (true * false)
