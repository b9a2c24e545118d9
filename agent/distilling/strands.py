"""What one member taught in a thread: their neighbouring and follow-up messages in one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from agent.distilling import cues, occasions
from agent.distilling.corrections import Correction, settled
from agent.distilling.figures import numbers_in
from agent.distilling.omissions import ONE_THING, unfit
from agent.distilling.parents import STRAYS, Exchange
from agent.distilling.sentences import Sentence, sentences_in, size, tidy, unaddressed
from agent.distilling.weights import TEACHES, asks, fleeting, passing, substance
from agent.listening.words import words
from community.conversation import Message, MessageKind

CONTINUES = timedelta(minutes=10)
FOLLOWS = timedelta(hours=30)
REPORTS = timedelta(days=10)
LEAST_SAID = 3
OBJECTS = 1.0
"""Substance of what an objection says before it ends in a question."""
ADDS = 0.5
ASIDE = 12.0
"""Substance and size below which what a member adds to their own statement is an aside."""
AT_ONCE = timedelta(minutes=3)
SHORT = 24.0
"""Within this time somebody goes on with what they were saying, whatever the words; later a short
message must speak of the same."""
NEXT = 2
"""Places apart: somebody else may have said one thing in between."""
LOOK_BACK = 12
"""Strands of an author that a message may still belong to."""
MOST_SAID = 170.0
"""Chinese characters (a Latin word counts two) that one claim may hold."""
MOST_STEPS = 280.0
"""The same of a procedure told step by step: half of one is worth nothing."""
RETURNS = timedelta(days=14)
"""How much later somebody may come back to their own matter [D]."""
SHARED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The sentences of one message that are kept, as they may be said (`texts`, same order)."""

    message: Message
    sentences: tuple[Sentence, ...]
    texts: tuple[str, ...]
    role: str = "said"
    corrected_by: tuple[Sentence, ...] = ()
    whole: bool = True
    """False where a later correction struck a sentence without giving a new number for it."""

    @property
    def text(self) -> str:
        """What is said, without the place."""
        return " ".join(self.texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """Parts that make one claim: a statement with its conditions, amendments or the reply to it."""

    parts: tuple[Part, ...]
    decided: bool = False

    @property
    def first(self) -> Message:
        """The message it begins with; a question put before it for context is none."""
        return next(part.message for part in self.parts if part.role == "said")

    @property
    def size(self) -> float:
        """Chinese characters it would fill."""
        return sum(size(part.text) for part in self.parts)


def _kept(sentence: Sentence, *, opposing: bool, accepted: bool, whole: bool) -> bool:
    text = tidy(sentence.text)
    if not text or size(text) < LEAST_SAID or cues.HEARSAY.search(text):
        return False
    if cues.THIRD_PERSON.search(text) or cues.DENIES_ONLY.search(text):
        return False
    if (whole and unfit(text)) or cues.GREETS.search(text):
        return False
    if fleeting(text) or passing(text):
        return False
    if not asks(sentence):
        return True
    return (opposing and not cues.ASKS_BACK.search(text)) or (
        accepted and bool(cues.PLAN.search(text))
    )


def _accepted(message: Message, exchange: Exchange) -> bool:
    """Whether somebody else said yes to it in words."""
    return any(
        reply.author_id != message.author_id and cues.AGREES.search(unaddressed(reply.text).strip())
        for reply in exchange.replies(message)
    )


def parts_of(
    exchange: Exchange, left_out: Mapping[int, str], corrections: Sequence[Correction]
) -> dict[int, Part]:
    """The kept sentences of each quotable message, corrected where somebody set them right."""
    found: dict[int, Part] = {}
    for message in exchange.thread.messages:
        if message.id in left_out:
            continue
        part = _part(message, exchange, corrections)
        if part.sentences:
            found[message.id] = part
    return found


def _part(message: Message, exchange: Exchange, corrections: Sequence[Correction]) -> Part:
    opposing = bool(cues.OPPOSES.search(message.text))
    accepted = _accepted(message, exchange)
    against = [c for c in corrections if message.id in c.target_ids]
    kept: list[Sentence] = []
    texts: list[str] = []
    righted: dict[int, Correction] = {}
    whole_ = True
    for whole in sentences_in(message):
        sentence = _sayable(whole, message, exchange, opposing=opposing, accepted=accepted)
        text = settled(sentence.text) if sentence is not None else None
        for correction in against:
            before = text
            text = correction.right(replace(whole, text=text)) if text else None
            if before and not text and (rule := correction.concluded(before, message)):
                text, righted[correction.by.id] = rule, correction
            whole_ = whole_ and not (before and not text)
            if text != before:
                righted[correction.by.id] = correction
        if sentence is not None and text:
            kept.append(sentence)
            texts.append(text)
    found = (correction.proof for correction in righted.values())
    proof = tuple(sentence for sentence in found if sentence is not None)
    return Part(
        message=message,
        sentences=tuple(kept),
        texts=tuple(texts),
        corrected_by=proof if kept else (),
        whole=whole_,
    )


def _sayable(
    sentence: Sentence, message: Message, exchange: Exchange, *, opposing: bool, accepted: bool
) -> Sentence | None:
    whole = size(message.text) > ONE_THING
    if _kept(sentence, opposing=opposing, accepted=accepted, whole=whole):
        return sentence
    return _before_question(sentence, message, exchange)


def _before_question(sentence: Sentence, message: Message, exchange: Exchange) -> Sentence | None:
    """What an objection states before it ends in a question: 弱的选多,你批得过来吗."""
    parent = exchange.parent(message)
    if parent is None or parent.author_id == message.author_id or not asks(sentence):
        return None
    if cues.QUESTION.search(parent.text) or cues.ASKS_FIRST.search(tidy(sentence.text)):
        return None
    comma = max(sentence.text.rfind(sign) for sign in "，,")
    if comma < 0:
        return None
    text = sentence.text[:comma]
    end = sentence.start + comma
    if substance(text) < OBJECTS or cues.HEARSAY.search(text):
        return None
    return replace(sentence, end=end, text=text)


def teaches(part: Part) -> bool:
    """Whether the message says enough to start a claim."""
    return substance(part.text) >= TEACHES


def _joins(message: Message, strand: Strand, exchange: Exchange) -> bool:
    """The same author going on, answering a question or an objection to it, or to themselves."""
    said, last = unaddressed(message.text).strip(), strand.parts[-1].message
    gap = message.at - last.at
    if message.author_id != last.author_id or cues.NEW_TOPIC.search(said):
        return False
    if gap <= CONTINUES and next_step(message, strand):
        return True
    goes_on = gap <= AT_ONCE or size(said) > SHORT or _goes_on(said, unaddressed(last.text))
    near = gap <= CONTINUES and exchange.places[message.id] - exchange.places[last.id] <= NEXT
    if near and goes_on:
        return True
    if exchange.parents.get(message.id) == last.id and not goes_on:
        return False
    return _comes_back(message, strand, exchange)


def _comes_back(message: Message, strand: Strand, exchange: Exchange) -> bool:
    """Whether its author takes their matter up again, later or in answer to somebody."""
    said, last = unaddressed(message.text).strip(), strand.parts[-1].message
    gap, answers = message.at - last.at, exchange.parents.get(message.id) is not None
    if gap <= STRAYS and not answers:
        return bool(set(numbers_in(said)) & set(numbers_in(unaddressed(last.text))))
    if cues.OUTCOME.search(message.text) and strand.first.id == exchange.thread.root_id:
        return gap <= REPORTS
    if not answers and numbers_in(said):
        return gap <= RETURNS and _same_matter(said, strand)
    return gap <= FOLLOWS and _answers_for(message, strand, exchange)


def next_step(message: Message, strand: Strand) -> bool:
    """Whether it is one more step of a procedure: 第三, then."""
    begun = any(occasions.NEXT_STEP.search(tidy(part.message.text)) for part in strand.parts)
    return begun and bool(occasions.NEXT_STEP.search(tidy(message.text)))


def _same_matter(said: str, strand: Strand) -> bool:
    """Whether it takes up a number and words of what its author told before."""
    before = unaddressed("\n".join(part.message.text for part in strand.parts))
    shared = len(words(said) & words(before))
    return shared >= SHARED and (
        bool(set(numbers_in(said)) & set(numbers_in(before))) or shared > 2 * SHARED
    )


def _goes_on(said: str, before: str) -> bool:
    """Whether it limits, counts or speaks of the same thing."""
    limits = cues.CONDITION.search(said) or cues.LIMITS.search(said) or cues.OUTCOME.search(said)
    return bool(limits or numbers_in(said) or words(said) & words(before))


def _answers_for(message: Message, strand: Strand, exchange: Exchange) -> bool:
    """Whether it replies to the strand, to what was replied to it, or to a rival answer."""
    ids = {part.message.id for part in strand.parts}
    parent = exchange.parent(message)
    if parent is None or parent.id in ids:
        return parent is not None
    asked = exchange.parent(parent)
    if asked is None or parent.author_id == message.author_id:
        return False
    if asked.id == exchange.parents.get(strand.first.id):
        return True
    if asked.id in ids:
        return True
    if asked.author_id != message.author_id:
        return False
    own = exchange.parent(asked)
    return asked.kind is not MessageKind.TEXT or (own is not None and own.id in ids)


def _aside(part: Part, exchange: Exchange) -> bool:
    """Whether it adds nothing to what was said before: no condition, number or way of doing it."""
    limits = cues.CONDITION.search(part.text) or cues.OPPOSES.search(part.text)
    parent = exchange.parent(part.message)
    answers = parent is not None and parent.author_id != part.message.author_id and asks_in(parent)
    little = substance(part.text) < ADDS and size(part.text) < ASIDE
    return little and not limits and not answers


def asks_in(message: Message) -> bool:
    """Whether any sentence of it asks."""
    return any(asks(sentence) for sentence in sentences_in(message))


def strands_of(exchange: Exchange, parts: Mapping[int, Part]) -> list[Strand]:
    """The thread as strands, in the order in which they begin."""
    strands: list[Strand] = []
    of_author: dict[int, list[int]] = {}
    for message in exchange.thread.messages:
        part = parts.get(message.id)
        if part is None:
            continue
        own = of_author.setdefault(message.author_id or 0, [])
        aside = _aside(part, exchange)
        home = next(
            (
                at
                for at in reversed(own[-LOOK_BACK:])
                if _joins(message, strands[at], exchange)
                and strands[at].size + size(part.text)
                <= (MOST_STEPS if next_step(message, strands[at]) else MOST_SAID)
            ),
            None,
        )
        if home is not None and aside:
            continue
        if home is not None:
            strands[home] = replace(strands[home], parts=(*strands[home].parts, part))
        else:
            own.append(len(strands))
            strands.append(Strand(parts=(part,)))
    return strands
