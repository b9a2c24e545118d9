"""Which strands are worth an expert's time, and whether a thread is at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.distilling import cues, occasions
from agent.distilling.completing import fused, once
from agent.distilling.figures import numbers_in
from agent.distilling.parents import Exchange
from agent.distilling.sentences import sentences_in, unaddressed
from agent.distilling.singling import single
from agent.distilling.strands import Strand
from agent.distilling.weights import TEACHES, asks, echo, substance
from community.conversation import MessageKind, Reaction

MOST_CLAIMS = 14
LEAST = 3.3
DIRECT = 2.6
ANSWER = 2.6
THREAD = 3.5
OFFICIAL = 2.7
"""Weights: a claim among others, an answer to the thread's question among others, the only answer
to a question, the best claim of a thread, a number told by somebody with a task or
an objection beside what it objects to."""
ANSWERS = 1.5
"""Substance of what answers a question: the question says the rest."""
SHARES = 4.0
"""Substance from which a first message that also asks has something to tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A strand with what it is worth to the thread."""

    strand: Strand
    weight: float


def chosen(
    strands: Sequence[Strand],
    exchange: Exchange,
    central: Mapping[int, float],
    reactions: Mapping[int, Sequence[Reaction]],
) -> list[Strand]:
    """The strands worth an expert's time, in the order they were said, fourteen at most."""
    weighed = [
        Weighed(strand=strand, weight=weigh(strand, exchange, central, reactions))
        for strand in strands
        if substance(" ".join(p.text for p in strand.parts if p.role == "said"))
        >= (ANSWERS if _leans(strand, exchange) else TEACHES)
        and not _is_issue(strand, exchange)
        and not _given_up(strand, exchange)
    ]
    best = once(fused([one.strand for one in _worth(weighed, exchange)]))
    best = single([strand for strand in best if not _is_issue(strand, exchange)], exchange)
    return sorted(best, key=lambda strand: (strand.first.at, strand.first.id))


def _leans(strand: Strand, exchange: Exchange) -> bool:
    """Whether what stands before it says the rest: a question, a view it objects to, a trouble."""
    opposes = any(part.role == "opposed" for part in strand.parts)
    answers = exchange.hosted(strand.first) and exchange.parent(strand.first) is not None
    return opposes or answers or _direct(strand, exchange)


def _given_up(strand: Strand, exchange: Exchange) -> bool:
    """Whether a host overruled it, or its author gave it up for what another answered.

    Who says in the same breath what is right instead gives up a figure, not the matter.
    """
    first, own = strand.first, {part.message.id for part in strand.parts}
    replies = [one for one in exchange.replies(first) if one.author_id != first.author_id]
    if not exchange.hosted(first) and any(
        exchange.hosted(one) and occasions.OVERRULES.search(one.text) for one in replies
    ):
        return True
    return any(
        back.author_id == first.author_id
        and occasions.CONCEDES.search(unaddressed(back.text))
        and not (back.id in own and numbers_in(back.text) and substance(back.text) >= TEACHES)
        for one in replies
        for back in exchange.replies(one)
    )


def weigh(
    strand: Strand,
    exchange: Exchange,
    central: Mapping[int, float],
    reactions: Mapping[int, Sequence[Reaction]],
) -> float:
    """Substance first, then the host's word, the group's echo and the place in the thread."""
    said = [part for part in strand.parts if part.role == "said"]
    weight = max(substance(part.text) for part in said) + 0.3 * (len(said) - 1)
    weight += 0.8 * max(central.get(part.message.id, 0.0) for part in said)
    weight += 0.5 * max(echo(p.message, exchange, reactions.get(p.message.id, ())) for p in said)
    if any(exchange.hosted(part.message) for part in said):
        weight += 0.9
    if any(cues.PERSONAL.search(part.text) for part in said):
        weight -= 1.5
    weight += _stance(strand, exchange)
    return weight + (1.0 if strand.decided else 0.0)


def _stance(strand: Strand, exchange: Exchange) -> float:
    """Dissent may not be lost; favours, remarks on a picture and the asker's asides may."""
    root, first, parent = exchange.thread.messages[0], strand.first, exchange.parent(strand.first)
    points = -2.0 if announces(strand, exchange) else 0.0
    if cues.ERRAND.search(first.text) or (parent is not None and cues.ERRAND.search(parent.text)):
        points -= 1.5
    if parent is not None and parent.kind is MessageKind.MEDIA:
        points -= 1.5
    if parent is not None and cues.OPPOSES.search(first.text):
        points += 1.0
    asked = any(asks(sentence) for sentence in sentences_in(root))
    aside = not any(cues.OUTCOME.search(part.text) for part in strand.parts)
    if asked and aside and first.author_id == root.author_id and not strand.decided:
        points -= 0.8
    return points


def announces(strand: Strand, exchange: Exchange) -> bool:
    """Whether it is somebody's lone notice of a day or an hour, with no rule in it."""
    root, first = exchange.thread.messages[0], strand.first
    told = {part.message.author_id for part in strand.parts}
    said = " ".join(part.text for part in strand.parts)
    alone = exchange.parent(first) is None and len(told) == 1 and exchange.hosted(first)
    asked = first.id != root.id and any(asks(one) for one in sentences_in(root))
    dated = occasions.DATED.search(said) and not occasions.RULED.search(said)
    return bool(alone and not asked and dated and not strand.decided)


def _is_issue(strand: Strand, exchange: Exchange) -> bool:
    """Whether it only tells the problem of whoever asked: that is the title, not an answer."""
    root = exchange.thread.messages[0]
    told = {part.message.author_id for part in strand.parts}
    reported = any(cues.OUTCOME.search(part.text) for part in strand.parts[1:])
    asked = any(asks(sentence) for sentence in sentences_in(root)) or cues.ASKS.search(root.text)
    if exchange.hosted(root):
        return False
    said = " ".join(part.text for part in strand.parts)
    if substance(said) >= SHARES and not occasions.TROUBLE.search(root.text):
        return False
    return strand.first.id == root.id and told == {root.author_id} and bool(asked) and not reported


def _worth(found: Sequence[Weighed], exchange: Exchange) -> list[Weighed]:
    """The strands worth an expert's time; a thread whose best says little gives none."""
    root = exchange.thread.messages[0]
    asked = any(asks(sentence) for sentence in sentences_in(root))
    best = max((one.weight for one in found), default=0.0)
    official = any(_official(one.strand, exchange) for one in found)
    if best < (ANSWER if asked else OFFICIAL if official else THREAD):
        return []
    kept = sorted(found, key=lambda one: -one.weight)[:MOST_CLAIMS]
    if asked and len(found) == 1:
        return kept
    return [one for one in kept if one.weight >= _least(one.strand, exchange, asked=asked)]


def _least(strand: Strand, exchange: Exchange, *, asked: bool) -> float:
    """What a claim must weigh; an answer to the thread's question and an objection may be short."""
    if any(part.role == "opposed" for part in strand.parts) or _official(strand, exchange):
        return OFFICIAL
    return DIRECT if asked and _direct(strand, exchange) else LEAST


def _official(strand: Strand, exchange: Exchange) -> bool:
    """Whether somebody with a task in the community tells a number, or overrules others."""
    said = strand.first.text
    telling = numbers_in(said) or occasions.OVERRULES.search(said)
    return exchange.hosted(strand.first) and bool(telling)


def _direct(strand: Strand, exchange: Exchange) -> bool:
    """Whether it answers the question the thread began with."""
    parent = exchange.parent(strand.first)
    root = exchange.thread.messages[0]
    return (
        parent is not None
        and parent.id == root.id
        and parent.author_id != strand.first.author_id
        and any(asks(sentence) for sentence in sentences_in(root))
    )
