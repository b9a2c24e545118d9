"""Times that may not be over yet: Kaplan-Meier, so that who still waits is not forgotten."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A time in seconds; not `over` means that it has lasted so long and goes on (censored)."""

    seconds: float
    over: bool


def quantile(spans: Iterable[Span], part: float) -> float | None:
    """The time by which this part is over: the least t with S(t) ≤ 1 − part.

    S is the product over ended times t of (1 − d_t / n_t), d_t the number that ended at t, n_t
    those not over before t (Kaplan & Meier 1958, JASA 53:457). A span censored at t counts as
    still waiting at t. None where too few have ended to say.
    """
    ordered = sorted(spans, key=lambda span: (span.seconds, not span.over))
    waiting, surviving, at = len(ordered), 1.0, 0
    while at < len(ordered):
        seconds, ended, gone = ordered[at].seconds, 0, 0
        while at < len(ordered) and ordered[at].seconds == seconds:
            ended += ordered[at].over
            gone += 1
            at += 1
        surviving *= 1 - ended / waiting
        waiting -= gone
        if ended and surviving <= 1 - part + 1e-12:
            return seconds
    return None
