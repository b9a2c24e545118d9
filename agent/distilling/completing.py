"""A strand is completed: its question, the answer an objection got, what made a plan a decision."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from agent.distilling import cues, occasions
from agent.distilling.agreement import MOST_FUSED, between, followed, says_yes
from agent.distilling.figures import measures_in, numbers_in
from agent.distilling.parents import Exchange
from agent.distilling.sentences import Sentence, sentences_in, size, tidy, unaddressed
from agent.distilling.strands import MOST_SAID, Part, Strand
from agent.distilling.weights import TEACHES, asks, substance
from agent.listening import temper_cues as temper
from agent.listening.words import words
from community.conversation import Message

SHORT_ANSWER = 72.0
LONGEST_QUESTION = 42.0
LEAST_ADDED = 4
MOST_ADDED = 3
TERMS = 1.5
PEOPLE = 2
REJOINS = 1.5
SHARED = 2
"""Sizes (sentences.size): of an answer that gets its question, of a question, of an addition; how
many additions; substance of what an addition and a rejoinder say; words two speakers share."""


def completed(
    strand: Strand, exchange: Exchange, parts: Mapping[int, Part], left_out: Mapping[int, str]
) -> Strand:
    """The strand with everything without which it would say something else."""
    answered = _objecting(_answered(strand, exchange, left_out), exchange, parts)
    disputed = followed(_disputed(answered, exchange, parts), exchange, parts)
    met = between(_agreed(disputed, exchange, left_out), exchange, parts)
    return _borne_out(met, exchange, parts)


def _objecting(strand: Strand, exchange: Exchange, parts: Mapping[int, Part]) -> Strand:
    """An objection is told after what it objects to: 我反着 says nothing alone."""
    parent = exchange.parent(strand.first)
    part = parts.get(parent.id) if parent is not None else None
    if part is None or part.message.author_id == strand.first.author_id:
        return strand
    said = unaddressed(strand.first.text).strip()
    if cues.DECIDES.search(said) or (
        any(asks(one) for one in sentences_in(part.message)) and not says_yes(strand.first)
    ):
        return strand
    leans = cues.OPPOSES.search(said) or cues.LEANS.search(tidy(said))
    if not leans or strand.size + size(part.text) > MOST_SAID:
        return strand
    return replace(strand, parts=(replace(part, role="opposed"), *strand.parts))


def _borne_out(strand: Strand, exchange: Exchange, parts: Mapping[int, Part]) -> Strand:
    """An answer keeps what came of it for whoever asked: 435 rows were there."""
    asker = exchange.thread.messages[0].author_id
    own = {part.message.id for part in strand.parts}
    for part in strand.parts:
        if part.role != "said" or part.message.author_id == asker:
            continue
        for reply in (*exchange.replies(part.message), *_came_back(part, exchange)):
            came = parts.get(reply.id)
            if came is None or reply.author_id != asker or reply.id in own:
                continue
            nods = cues.AGREES.search(tidy(unaddressed(reply.text)))
            told = (numbers_in(came.text) and not nods) or cues.OUTCOME.search(came.text)
            if told and strand.size + size(came.text) <= MOST_SAID:
                return replace(strand, parts=(*strand.parts, replace(came, role="outcome")))
    return strand


def _came_back(part: Part, exchange: Exchange) -> list[Message]:
    """What whoever asked told later on the same matter, answering nobody: 昨天测了,26."""
    asker = exchange.thread.messages[0].author_id
    later = exchange.thread.messages[exchange.places[part.message.id] + 1 :]
    about = words(unaddressed(part.message.text))
    return [
        one
        for one in later
        if one.author_id == asker
        and exchange.parents.get(one.id) is None
        and len(words(unaddressed(one.text)) & about) >= SHARED
    ]


def once(strands: Sequence[Strand]) -> list[Strand]:
    """Each thing said in one claim: what another claim holds whole stands in no second one."""
    kept: list[Strand] = []
    for at, strand in enumerate(strands):
        others = [one for place, one in enumerate(strands) if place != at]
        borne = {p.message.id for one in others for p in one.parts if p.role == "outcome"}
        rest = tuple(part for part in strand.parts if part.message.id not in borne)
        own = {part.message.id for part in rest}
        held = any(
            own < (ids := {p.message.id for p in one.parts}) or (own == ids and place > at)
            for place, one in enumerate(strands)
            if place != at
        )
        if own and not held and any(part.role == "said" for part in rest):
            kept.append(strand if len(rest) == len(strand.parts) else replace(strand, parts=rest))
    return kept


def fused(strands: Sequence[Strand]) -> list[Strand]:
    """What shares a statement is one claim while a reader can hold it: sides beside each other."""
    kept: list[Strand] = []
    for strand in strands:
        own = _stated(strand)
        home = next(
            (
                at
                for at, one in enumerate(kept)
                if own & _stated(one) and _both(one, strand).size <= MOST_FUSED
            ),
            None,
        )
        if home is None:
            kept.append(strand)
        else:
            kept[home] = _both(kept[home], strand)
    return kept


def _stated(strand: Strand) -> set[int]:
    """The messages that state something in it; a question and what came of it bind nothing."""
    return {part.message.id for part in strand.parts if part.role not in {"asked", "outcome"}}


def _both(one: Strand, other: Strand) -> Strand:
    """Two strands as one, in the order things were said; what is said in either counts as said."""
    parts: dict[int, Part] = {}
    for part in (*one.parts, *other.parts):
        before = parts.get(part.message.id)
        if before is None or part.role == "said":
            parts[part.message.id] = part
    asked = [part for part in parts.values() if part.role == "asked"]
    told = [part for part in parts.values() if part.role != "asked"]
    told.sort(key=lambda part: (part.message.at, part.message.id))
    return Strand(parts=(*asked[:1], *told), decided=one.decided or other.decided)


def _answered(strand: Strand, exchange: Exchange, left_out: Mapping[int, str]) -> Strand:
    """A short answer gets its question as context: 四分钟以内 says nothing alone."""
    parent = exchange.parent(strand.first)
    if parent is None or parent.id in left_out or strand.size > SHORT_ANSWER:
        return strand
    if parent.author_id == strand.first.author_id or cues.OPPOSES.search(parent.text):
        return strand
    question = _last_asked(parent)
    if any(part.message.id == parent.id for part in strand.parts):
        return strand
    if not question or size(question[-1].text) > LONGEST_QUESTION:
        return strand
    asked = question[-1].text
    if _own_matter(asked) or _asks_otherwise(asked, strand) or occasions.SUGGESTS.search(asked):
        return strand
    part = Part(message=parent, sentences=(question[-1],), texts=(question[-1].text,), role="asked")
    return replace(strand, parts=(part, *strand.parts))


def _last_asked(message: Message) -> list[Sentence]:
    """The questions of a message that ends in asking; asked on the way to a point they are none."""
    said = sentences_in(message)
    told = sum(substance(one.text) for one in said if not asks(one))
    return [one for one in said if asks(one)] if said and (asks(said[-1]) or told < TEACHES) else []


def _own_matter(question: str) -> bool:
    """Whether it tells of the asker rather than of the matter."""
    return bool(temper.DISTRESS.search(question) or cues.PERSONAL.search(question))


def _asks_otherwise(question: str, strand: Strand) -> bool:
    """Whether it asks after a number that the answer puts another one for: 10% a day? No, 5%."""
    asked = measures_in(question)
    told = measures_in(" ".join(part.text for part in strand.parts))
    units = {unit for _, unit in told if unit}
    if any(pair[1] in units and pair not in told for pair in asked):
        return True
    return bool(asked) and any(cues.OUTDATED.search(part.text) for part in strand.parts)


def _disputed(strand: Strand, exchange: Exchange, parts: Mapping[int, Part]) -> Strand:
    """An objection or a limit keeps the answer it got, so that neither stands alone."""
    for part in strand.parts:
        parent = exchange.parent(part.message)
        if parent is None or parent.author_id == part.message.author_id:
            continue
        for reply in exchange.replies(part.message):
            answer = parts.get(reply.id)
            if (
                answer is not None
                and reply.author_id == parent.author_id
                and (_contends(part, answer) or _rejoins(part, strand, answer))
                and strand.size + size(answer.text) <= MOST_SAID
            ):
                role = "outcome" if cues.OUTCOME.search(answer.text) else "replied"
                return replace(strand, parts=(*strand.parts, replace(answer, role=role)))
    return strand


def _rejoins(part: Part, strand: Strand, answer: Part) -> bool:
    """Whether the one who was objected to says more to the objection than that they heard it."""
    opposed = any(one.role == "opposed" for one in strand.parts)
    return opposed and part.role == "said" and substance(answer.text) >= REJOINS


def _contends(part: Part, answer: Part) -> bool:
    """Whether the two speak to the same point from two sides."""
    if cues.OPPOSES.search(part.text) or cues.LIMITS.search(part.text):
        return True
    return (
        bool(numbers_in(part.text) and numbers_in(answer.text))
        and min(substance(part.text), substance(answer.text)) >= TEACHES
    )


def _agreed(strand: Strand, exchange: Exchange, left_out: Mapping[int, str]) -> Strand:
    """A plan that others accepted in words is a decision, with the terms they added to it."""
    first = strand.first
    own = {part.message.id for part in strand.parts} | left_out.keys()
    accepted = [
        reply
        for part in strand.parts
        for reply in exchange.replies(part.message)
        if reply.author_id != first.author_id and says_yes(reply)
    ]
    closing = [
        back
        for reply in accepted
        for back in exchange.replies(reply)
        if back.author_id == first.author_id and says_yes(back)
    ]
    terms = {m.id: m for m in (*accepted, *closing) if m.id not in own}
    added = [part for id_ in sorted(terms) if (part := _addition(terms[id_])) is not None]
    yes = len({reply.author_id for reply in accepted})
    settled = _settled(strand, exchange, yes=yes, added=added)
    planned = any(cues.PLAN.search(part.text) for part in strand.parts)
    if not settled and not (planned and exchange.hosted(first) and yes >= PEOPLE):
        return strand
    return replace(strand, parts=(*strand.parts, *added[:MOST_ADDED]), decided=settled)


def _settled(strand: Strand, exchange: Exchange, *, yes: int, added: Sequence[Part]) -> bool:
    """Whether it was said to be settled and one said yes, or several did to a plan with terms."""
    if any(cues.DECIDES.search(part.text) for part in strand.parts) and yes:
        return True
    proposed = any(occasions.PROPOSES.search(part.message.text) for part in strand.parts)
    if not proposed or yes < PEOPLE:
        return False
    return exchange.hosted(strand.first) or any(numbers_in(part.text) for part in added)


def _addition(reply: Message) -> Part | None:
    """What an acceptance adds to the plan: 可以,题得一样."""
    if not cues.PLAN.search(reply.text) and substance(reply.text) < TERMS:
        return None
    said = [
        sentence
        for sentence in sentences_in(reply)
        if size(tidy(sentence.text)) >= LEAST_ADDED and not asks(sentence)
    ]
    texts = tuple(sentence.text for sentence in said)
    return Part(message=reply, sentences=tuple(said), texts=texts, role="agreed") if said else None
