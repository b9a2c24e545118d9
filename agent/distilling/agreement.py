"""Who accepted what: a yes, a way between two sides, what a host makes of a trial."""

from collections.abc import Mapping
from dataclasses import replace

from agent.distilling import cues
from agent.distilling.figures import compares
from agent.distilling.parents import Exchange
from agent.distilling.sentences import sentences_in, size, unaddressed
from agent.distilling.strands import MOST_SAID, Part, Strand
from agent.distilling.weights import TEACHES, asks, substance
from community.conversation import Message

MOST_FUSED = 200.0
"""Size of what several strands make together."""
SIDES = 2


def says_yes(reply: Message) -> bool:
    """Whether a reply begins by agreeing."""
    found = sentences_in(reply)
    return cues.AGREES.search(found[0].text if found else reply.text.strip()) is not None


def votes_for(reply: Message) -> bool:
    """Whether a reply agrees and neither limits, objects nor asks: who doubts is not counted."""
    said = unaddressed(reply.text)
    doubts = cues.OPPOSES.search(said) or cues.LIMITS.search(said) or cues.LEANS.search(said)
    return says_yes(reply) and not doubts and not any(asks(one) for one in sentences_in(reply))


def between(strand: Strand, exchange: Exchange, parts: Mapping[int, Part]) -> Strand:
    """What two who differed both accept is told with what each held: a way between them."""
    first = strand.first
    yes = {one.author_id for one in exchange.replies(first) if says_yes(one)} - {first.author_id}
    before = exchange.thread.messages[: exchange.places[first.id]]
    for late in reversed(before):
        early = exchange.parent(late)
        if early is None or late.author_id == early.author_id:
            continue
        told = (parts.get(one.id) for one in (early, late))
        sides = [part for part in told if part is not None and substance(part.text) >= TEACHES]
        if {late.author_id, early.author_id} <= yes and len(sides) == SIDES:
            held = [p for p in sides if p.message.id not in {q.message.id for q in strand.parts}]
            if strand.size + sum(size(part.text) for part in held) > MOST_FUSED:
                return strand
            opposed = tuple(replace(part, role="opposed") for part in held)
            return replace(strand, parts=(*opposed, *strand.parts))
    return strand


def followed(strand: Strand, exchange: Exchange, parts: Mapping[int, Part]) -> Strand:
    """What came of a trial keeps what somebody with a task makes of it: 那继续,少放三分之一."""
    first = strand.first
    tried = cues.OUTCOME.search(first.text) or cues.CHANGED.search(first.text)
    if exchange.hosted(first) or not (tried or compares(first.text)):
        return strand
    own = {part.message.id for part in strand.parts}
    for reply in exchange.replies(first):
        answer = parts.get(reply.id)
        if answer is None or reply.id in own or not exchange.hosted(reply):
            continue
        if substance(answer.text) >= TEACHES and strand.size + size(answer.text) <= MOST_SAID:
            return replace(strand, parts=(*strand.parts, replace(answer, role="replied")))
    return strand
