"""What is offered and what is felt: the content triangle and the four drivers, by their signs.

Both are read from general wordings and from who answers whom, so they are estimates.
"""

import math
from collections.abc import Sequence

from agent.figures.utterance import SIMMER
from agent.figures.view import NotObservable, Reading, Seen, View

TARGET = (0.4, 0.4, 0.2)
"""Knowledge, interaction, incentive (§5 mix: 40/40/20 [D])."""
LEAST = 8
"""Signs below which a mix says nothing [D]."""


def kl(counts: Sequence[int], target: Sequence[float]) -> float:
    """KL(p‖q) = Σ p·ln(p / q) in nats; 0 where the mix is as wished."""
    whole = sum(counts)
    shares = [count / whole for count in counts]
    return sum(
        part * math.log(part / wished) for part, wished in zip(shares, target, strict=True) if part
    )


def evenness(counts: Sequence[int]) -> float:
    """H / ln k, H = −Σ p·ln p: 1 where all k kinds are alike, 0 for one kind (Pielou 1966)."""
    whole = sum(counts)
    shares = [count / whole for count in counts if count]
    return max(0.0, -sum(part * math.log(part) for part in shares) / math.log(len(counts)))


def contents(view: View) -> tuple[int, int, int]:
    """Knowledge, interaction and incentive among what staff and Simmer opened in 28 days.

    Interaction asks or calls for words; incentive praises, wishes or welcomes; knowledge shares a
    way or a result, or is a notice.
    """
    hosts = view.staff | {SIMMER}
    found = [three for day in view.month for who, three in day.contents.items() if who in hosts]
    return sum(k for k, _, _ in found), sum(i for _, i, _ in found), sum(m for _, _, m in found)


def content_mix(view: View) -> Reading:
    """KL of the content triangle to 40/40/20 (§5 mix); 0 is as wished."""
    counts = contents(view)
    if sum(counts) < LEAST:
        return NotObservable(reason="too_few", facts={"count": sum(counts), "least": LEAST})
    return Seen(value=kl(counts, TARGET), of=sum(counts))


def drivers(view: View) -> tuple[int, int, int, int]:
    """Signs of usefulness, belonging, gain and recognition in 28 days; each message is one.

    Usefulness: a share, or an answer to a question. Belonging: a greeting, a wish, a farewell.
    Gain: what came of something, or thanks for help. Recognition: praise said to somebody.
    """
    found = [day.drivers for day in view.month]
    usefulness, belonging, gain, recognition = (sum(each[at] for each in found) for at in range(4))
    return usefulness, belonging, gain, recognition


def driver_balance(view: View) -> Reading:
    """Evenness of the four drivers' signs (glossary: a healthy community has all four)."""
    missing = view.unlinked()
    counts = drivers(view)
    if missing:
        return missing
    if sum(counts) < LEAST:
        return NotObservable(reason="too_few", facts={"count": sum(counts), "least": LEAST})
    return Seen(value=evenness(counts), of=sum(counts))
