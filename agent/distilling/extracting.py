"""The offline distiller: strands are completed, weighed, chosen and written down as claims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from agent.distilling import cues
from agent.distilling.corrections import Correction, corrections_in
from agent.distilling.digest import digest_claims, is_long_talk
from agent.distilling.figures import numbers_in
from agent.distilling.omissions import omissions_in, untouchable
from agent.distilling.parents import Exchange, exchange_of, gathered
from agent.distilling.sentences import joined, sentences_in, size, tidy
from agent.distilling.strands import MOST_SAID, Part, Strand, parts_of, strands_of
from agent.distilling.weights import TEACHES, asks, centrality, echo, substance
from agent.listening.words import words
from community.conversation import Message, MessageKind, Reaction, Talk, Thread
from community.distillation import Citation, Claim, ClaimKind

MOST_CLAIMS = 14
SHORT_ANSWER = 24.0
LONGEST_QUESTION = 42.0
LEAST_ADDED = 4
LEAST = 3.0
ANSWER = 2.6
THREAD = 3.5
"""Weights: a claim among others, the only answer to a question, the best claim of a thread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A strand with what it is worth to the thread."""

    strand: Strand
    weight: float


def _answered(strand: Strand, exchange: Exchange, left_out: Mapping[int, str]) -> Strand:
    """A short answer gets its question as context: 四分钟以内 says nothing alone."""
    parent = exchange.parent(strand.first)
    if parent is None or parent.id in left_out or strand.size > SHORT_ANSWER:
        return strand
    if parent.author_id == strand.first.author_id:
        return strand
    question = [s for s in sentences_in(parent) if asks(s)]
    if not question or size(question[-1].text) > LONGEST_QUESTION:
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
    added: dict[int, Part] = {}
    yes: set[int] = set()
    own = {part.message.id for part in strand.parts}
    for part in strand.parts:
        for reply in exchange.replies(part.message):
            if reply.author_id == strand.first.author_id or not says_yes(reply):
                continue
            yes.add(reply.author_id or 0)
            if reply.id not in own and (extra := _addition(reply)) is not None:
                added[reply.id] = extra
    settled = any(cues.DECIDES.search(part.text) for part in strand.parts) and bool(yes)
    proposed = exchange.hosted(strand.first) and len(yes) > 1
    if not settled and not (proposed and any(cues.PLAN.search(p.text) for p in strand.parts)):
        return strand
    return replace(strand, parts=(*strand.parts, *list(added.values())[:2]), decided=True)


def _addition(reply: Message) -> Part | None:
    """What an acceptance adds to the plan: 可以,题得一样."""
    if not cues.PLAN.search(reply.text):
        return None
    said = [
        sentence
        for sentence in sentences_in(reply)
        if size(tidy(sentence.text)) >= LEAST_ADDED and not asks(sentence)
    ]
    texts = tuple(sentence.text for sentence in said)
    return Part(message=reply, sentences=tuple(said), texts=texts, role="agreed") if said else None


def says_yes(reply: Message) -> bool:
    """Whether a reply begins by agreeing."""
    found = sentences_in(reply)
    return cues.AGREES.search(found[0].text if found else reply.text.strip()) is not None


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
    points = 0.0
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


def _is_issue(strand: Strand, exchange: Exchange) -> bool:
    """Whether it only tells the problem of whoever asked: that is the title, not an answer."""
    root = exchange.thread.messages[0]
    told = {part.message.author_id for part in strand.parts}
    reported = any(cues.OUTCOME.search(part.text) for part in strand.parts[1:])
    asked = any(asks(sentence) for sentence in sentences_in(root)) or cues.ASKS.search(root.text)
    if exchange.hosted(root):
        return False
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
    """The kept sentences in one line; a line break of the source stays a break."""
    text, before = "", None
    for sentence, words_ in zip(part.sentences, part.texts, strict=True):
        gap = part.message.text[before.end : sentence.start] if before else ""
        close = "\n" in gap or (before is not None and before.text.endswith("\n"))
        apart = "; " if close else "" if text and text[-1] > "\u2fff" else " "
        text = f"{text}{apart if text else ''}{words_}"
        before = sentence
    return tidy(text)


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
            if reply.author_id and says_yes(reply):
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
    exchange, parts = reading.exchange, reading.parts
    quotable = [m for m in exchange.thread.messages if m.id not in reading.left_out]
    if is_long_talk(quotable):
        return digest_claims(quotable)
    central = centrality(exchange.thread.messages)
    reactions: dict[int, list[Reaction]] = {}
    for reaction in talk.reactions:
        reactions.setdefault(reaction.message_id, []).append(reaction)
    told_again = _told_again(reading)
    strands = [
        _agreed(_disputed(_answered(strand, exchange, reading.left_out), exchange, parts), exchange)
        for strand in strands_of(exchange, parts)
        if strand.first.id not in told_again
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
