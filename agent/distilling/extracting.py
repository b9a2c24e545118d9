"""The offline distiller: strands are completed, weighed, chosen and written down as claims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from agent.distilling import cues
from agent.distilling.corrections import Correction, corrections_in
from agent.distilling.figures import numbers_in
from agent.distilling.omissions import omissions_in, untouchable
from agent.distilling.parents import Exchange, exchange_of
from agent.distilling.sentences import joined, sentences_in, size, tidy
from agent.distilling.strands import MOST_SAID, Part, Strand, parts_of, strands_of
from agent.distilling.weights import TEACHES, asks, centrality, echo, substance
from agent.listening.words import words
from community.conversation import Message, Reaction, Talk, Thread
from community.distillation import Citation, Claim, ClaimKind

MOST_CLAIMS = 14
SHORT_ANSWER = 24.0
LEAST = 3.0
ANSWER = 2.6
THREAD = 3.8
"""Weights: a claim among others, the only answer to a question, the best claim of a thread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A strand with what it is worth to the thread."""

    strand: Strand
    weight: float


def _answered(strand: Strand, exchange: Exchange) -> Strand:
    """A short answer gets its question as context: 四分钟以内 says nothing alone."""
    parent = exchange.parent(strand.first)
    if parent is None or parent.author_id == strand.first.author_id or strand.size > SHORT_ANSWER:
        return strand
    question = [s for s in sentences_in(parent) if asks(s)]
    if not question or size(question[-1].text) > MOST_CLAIMS * 3:
        return strand
    part = Part(message=parent, sentences=(question[-1],), texts=(question[-1].text,), role="asked")
    return replace(strand, parts=(part, *strand.parts))


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
                and _contends(part, answer)
                and strand.size + size(answer.text) <= MOST_SAID
            ):
                return replace(strand, parts=(*strand.parts, replace(answer, role="replied")))
    return strand


def _contends(part: Part, answer: Part) -> bool:
    """Whether the two speak to the same point from two sides."""
    if cues.OPPOSES.search(part.text) or cues.LIMITS.search(part.text):
        return True
    return bool(numbers_in(part.text) and numbers_in(answer.text)) and min(
        substance(part.text), substance(answer.text)
    ) >= TEACHES


def _agreed(strand: Strand, exchange: Exchange) -> Strand:
    """A plan that others accepted in words is a decision, with what they added to it."""
    added: list[Part] = []
    yes: set[int] = set()
    for part in strand.parts:
        for reply in exchange.replies(part.message):
            if reply.author_id == part.message.author_id or not cues.AGREES.search(tidy_lead(reply)):
                continue
            yes.add(reply.author_id or 0)
            extra = [s for s in sentences_in(reply) if size(tidy(s.text)) >= 4 and not cues.QUESTION.search(s.text)]  # noqa: PLR2004
            if extra and cues.PLAN.search(reply.text):
                texts = tuple(s.text for s in extra)
                added.append(Part(message=reply, sentences=tuple(extra), texts=texts, role="agreed"))
    plan = any(cues.DECIDES.search(p.text) for p in strand.parts)
    if not plan and not (exchange.hosted(strand.first) and any(cues.PLAN.search(p.text) for p in strand.parts)):
        return strand
    if len(yes) < 1:
        return strand
    return replace(strand, parts=(*strand.parts, *added[:2]), decided=True)


def tidy_lead(message: Message) -> str:
    """The words of a reply without the name it is addressed to."""
    found = sentences_in(message)
    return found[0].text if found else message.text


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
        weight += 0.6
    if any(cues.PERSONAL.search(part.text) for part in said):
        weight -= 1.5
    parent = exchange.parent(strand.first)
    if cues.ERRAND.search((parent or strand.first).text):
        weight -= 1.5
    if parent is not None and cues.OPPOSES.search(strand.first.text):
        weight += 1.0
    return weight + (1.0 if strand.decided else 0.0)


def _is_issue(strand: Strand, exchange: Exchange) -> bool:
    """Whether it only tells the problem of whoever asked: that is the title, not an answer."""
    root = exchange.thread.messages[0]
    told = {part.message.author_id for part in strand.parts}
    reported = any(cues.OUTCOME.search(part.text) for part in strand.parts[1:])
    asked = any(asks(sentence) for sentence in sentences_in(root)) or cues.ASKS.search(root.text)
    return strand.first.id == root.id and told == {root.author_id} and bool(asked) and not reported


def _worth(found: Sequence[Weighed], exchange: Exchange) -> list[Weighed]:
    """The strands worth an expert's time; a thread whose best says little gives none."""
    root = exchange.thread.messages[0]
    asked = any(asks(sentence) for sentence in sentences_in(root))
    best = max((one.weight for one in found), default=0.0)
    if best < (ANSWER if asked else THREAD):
        return []
    least = ANSWER if asked and len(found) == 1 else LEAST
    kept = sorted(found, key=lambda one: -one.weight)[:MOST_CLAIMS]
    return [one for one in kept if one.weight >= least]


def _kind(strand: Strand) -> ClaimKind:
    text = " ".join(part.text for part in strand.parts)
    if strand.decided:
        return ClaimKind.DECISION
    if cues.OPPOSES.search(strand.parts[0].text) or len({p.message.author_id for p in strand.parts}) > 1:
        return ClaimKind.OPINION
    if cues.EXPERIENCE.search(text):
        return ClaimKind.EXPERIENCE
    return ClaimKind.FACT if cues.HOW_TO.search(text) or any(c.isdigit() for c in text) else ClaimKind.OPINION


def _joined_text(part: Part) -> str:
    sep = "" if part.texts[0] and "\u3400" <= part.texts[0][-1] <= "\uffef" else " "
    return tidy(sep.join(part.texts))


def write(strand: Strand, exchange: Exchange) -> Claim:
    """The claim a strand makes, each part beside its exact span, the speaker named where allowed."""
    kind = _kind(strand)
    words_: list[str] = []
    speaker: int | None = None
    for part in strand.parts:
        name = exchange.name(part.message)
        text = _joined_text(part)
        chinese = any("\u3400" <= c <= "\u9fff" for c in text)
        named = bool(name) and part.message.author_id != speaker and kind is not ClaimKind.FACT
        words_.append((f"{name}{'：' if chinese else ': '}" if named else "") + text)
        speaker = part.message.author_id
    chinese = any("\u3400" <= c <= "\u9fff" for w in words_ for c in w)
    text = ("；" if chinese else " … ").join(w for w in words_ if w)
    citations = tuple(
        Citation(message_id=s.message_id, start=s.start, end=s.end, quote=s.text)
        for part in strand.parts
        for s in (*joined(part.sentences, part.message.text), *part.corrected_by)
    )
    return Claim(id=0, text=text, kind=kind, citations=citations, holder_ids=_holders(strand, exchange))


def _holders(strand: Strand, exchange: Exchange) -> tuple[int, ...]:
    found: dict[int, None] = {}
    for part in strand.parts:
        if part.role != "said":
            continue
        found[part.message.author_id or 0] = None
        for reply in exchange.replies(part.message):
            if reply.author_id and cues.AGREES.search(tidy_lead(reply)):
                found[reply.author_id] = None
    return tuple(id_ for id_ in found if id_)


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
    exchange = exchange_of(thread, talk)
    if untouchable(exchange):
        everything = dict.fromkeys((message.id for message in thread.messages), "distress")
        return Reading(exchange=exchange, left_out=everything, parts={})
    left_out = omissions_in(exchange, talk)
    parts = parts_of(exchange, left_out, corrections_in(talk))
    return Reading(exchange=exchange, left_out=left_out, parts=parts)


def claims_in(reading: Reading, talk: Talk) -> tuple[Claim, ...]:
    """The claims of a thread in the order they were said, the best fourteen."""
    exchange, parts = reading.exchange, reading.parts
    central = centrality(exchange.thread.messages)
    reactions: dict[int, list[Reaction]] = {}
    for reaction in talk.reactions:
        reactions.setdefault(reaction.message_id, []).append(reaction)
    strands = [
        _agreed(_disputed(_answered(strand, exchange), exchange, parts), exchange)
        for strand in strands_of(exchange, parts)
    ]
    weighed = [
        Weighed(strand=strand, weight=weigh(strand, exchange, central, reactions))
        for strand in strands
        if any(substance(part.text) >= TEACHES for part in strand.parts if part.role == "said")
        and not _is_issue(strand, exchange)
    ]
    best = _worth(weighed, exchange)
    chosen = sorted((found.strand for found in best), key=lambda s: (s.first.at, s.first.id))
    return tuple(write(strand, exchange) for strand in chosen)


def extract(thread: Thread, talk: Talk) -> tuple[Claim, ...]:
    """Read and extract in one go."""
    return claims_in(read_thread(thread, talk), talk)
