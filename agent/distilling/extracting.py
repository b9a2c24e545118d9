"""The offline distiller: a thread is read, its strands completed, chosen and written as claims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from agent.distilling import cues
from agent.distilling.choosing import chosen
from agent.distilling.completing import completed
from agent.distilling.corrections import corrections_in
from agent.distilling.digest import digest_claims, is_long_talk
from agent.distilling.figures import numbers_in
from agent.distilling.omissions import omissions_in, untouchable
from agent.distilling.parents import Exchange, exchange_of, gathered
from agent.distilling.reducing import sided
from agent.distilling.sentences import unaddressed
from agent.distilling.strands import Part, Strand, parts_of, strands_of
from agent.distilling.weights import TEACHES, centrality, substance
from agent.distilling.writing import write
from agent.listening.words import words
from community.conversation import Reaction, Talk, Thread
from community.distillation import Claim

REPEATED = 2
REPEATS = 0.4
"""Figures, words about them and the share of its words by which a reminder is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A thread read once: its structure, what is left out of it and what may be kept."""

    exchange: Exchange
    left_out: Mapping[int, str]
    parts: Mapping[int, Part]

    @property
    def teaches(self) -> bool:
        """Whether any message says enough to be kept."""
        return any(substance(part.text) >= TEACHES for part in self.parts.values())


def read_thread(thread: Thread, talk: Talk) -> Reading:
    """Structure, omissions and corrections; somebody's grief or distress leaves nothing to keep."""
    exchange = exchange_of(gathered(thread, talk), talk)
    if untouchable(exchange):
        everything = dict.fromkeys((message.id for message in thread.messages), "distress")
        return Reading(exchange=exchange, left_out=everything, parts={})
    left_out = omissions_in(exchange, talk)
    parts = parts_of(exchange, left_out, corrections_in(talk))
    return Reading(exchange=exchange, left_out=left_out, parts=parts)


def _told_again(reading: Reading) -> set[int]:
    """Corrections that are already inside the sentence they set right, and say nothing else."""
    found: set[int] = set()
    for part in reading.parts.values():
        found |= {proof.message_id for proof in part.corrected_by if part.whole}
    return found


def claims_in(reading: Reading, talk: Talk) -> tuple[Claim, ...]:
    """The claims of a thread in the order they were said, the best fourteen."""
    exchange, told_again = reading.exchange, _told_again(reading)
    parts = {id_: part for id_, part in reading.parts.items() if id_ not in told_again}
    quotable = [m for m in exchange.thread.messages if m.id not in reading.left_out]
    if is_long_talk(quotable):
        return digest_claims(quotable)
    central = centrality(exchange.thread.messages)
    reactions: dict[int, list[Reaction]] = {}
    for reaction in talk.reactions:
        reactions.setdefault(reaction.message_id, []).append(reaction)
    strands = [
        completed(strand, exchange, parts, reading.left_out)
        for strand in strands_of(exchange, parts)
    ]
    kept = [
        strand
        for strand in chosen(strands, exchange, central, reactions)
        if not _told_before(strand, exchange, talk)
    ]
    return sided([write(strand, exchange) for strand in kept], _against(kept, exchange))


def _told_before(strand: Strand, exchange: Exchange, talk: Talk) -> bool:
    """Whether a host only repeats figures told by one before this thread: told once is enough."""
    said = unaddressed(strand.first.text)
    figures = set(numbers_in(said))
    if len(figures) < REPEATED or not exchange.hosted(strand.first):
        return False
    about, root = words(said), exchange.thread.messages[0]
    return any(
        exchange.hosted(one)
        and len(about & words(one.text)) >= max(REPEATED, REPEATS * len(about))
        and figures <= set(numbers_in(one.text))
        for one in takewhile(lambda one: one.at < root.at, talk.messages)
    )


def _against(strands: Sequence[Strand], exchange: Exchange) -> list[tuple[int, int]]:
    """Places, from 1, of strands of which the later objects to the earlier."""
    found: list[tuple[int, int]] = []
    for late, strand in enumerate(strands, 1):
        above = exchange.parents.get(strand.first.id)
        said = unaddressed(strand.first.text).strip()
        if not (cues.OPPOSES.search(said) or cues.LEANS.search(said)):
            continue
        found += [
            (early, late)
            for early, other in enumerate(strands[: late - 1], 1)
            if any(part.message.id == above for part in other.parts)
        ]
    return found


def extract(thread: Thread, talk: Talk) -> tuple[Claim, ...]:
    """Read and extract in one go."""
    return claims_in(read_thread(thread, talk), talk)
