"""A strand is written down as a claim, each part beside its exact span."""

import re
from collections.abc import Sequence

from agent.distilling.agreement import votes_for
from agent.distilling.cleaning import cleaned
from agent.distilling.kinds import kind_of_claim
from agent.distilling.opening import closed, opened, with_antecedent
from agent.distilling.parents import Exchange
from agent.distilling.sentences import is_chinese, joined, size, tidy, unaddressed, unquoted
from agent.distilling.strands import Part, Strand
from agent.listening.words import plain, words
from community.distillation import Citation, Claim, ClaimKind

SHORT = 72.0
"""Size up to which an answer that shares no word with its question gets it."""
ELLIPTIC = 16.0
"""Size up to which an answer is no sentence without its question."""
_FIRST_PERSON = re.compile(r"我|咱|\b(?:i|i'[a-z]+|my|mine|me|we|our|ours|us)\b", re.IGNORECASE)
_ECHOES = re.compile(
    r"(?:不[是行能用会]?|是的?|对|能|会|行|可以|有|没有?|要|[\u3400-\u9fff]啊|[^，,。\s]{1,3}的)[，,。!！\s]"
    r"|(?:它|他|她|这[个种]?|那[个种]?)(?=[是要会能得就])"
    r"|(?:yes|no|yep|nope|sure|both|neither|depends|it|they|that|those|these|he|she)\b",
    re.IGNORECASE,
)


def _joined_text(part: Part) -> str:
    """The kept sentences in one line; a line break of the source stays a break."""
    text, before = "", None
    for sentence, words_ in zip(part.sentences, part.texts, strict=True):
        gap = part.message.text[before.end : sentence.start] if before else ""
        close = "\n" in gap or (before is not None and before.text.endswith("\n"))
        lost = ". " if re.search(r"[A-Za-z0-9]$", text) else " "
        apart = "; " if close else "" if text and text[-1] > "\u2fff" else lost
        text = f"{text}{apart if text else ''}{words_}"
        before = sentence
    return tidy(text)


def _together(before: str, said: str, *, other: bool) -> str:
    """Two messages as one text: another's words after a semicolon, one's own as a new sentence."""
    if not before or not said:
        return before or said
    if is_chinese(before) or is_chinese(said):
        return f"{before}；{said}"
    if before[-1] in "?!":
        return f"{before} {said}"
    return f"{before}{';' if other else '.'} {said}"


def write(strand: Strand, exchange: Exchange) -> Claim:
    """The claim a strand makes; who said it is named where they may be and it is no plain fact."""
    kind = kind_of_claim(strand, exchange)
    parts = tuple(with_antecedent(part) for part in strand.parts)
    names = [member.name for member in exchange.members.values()]
    told = {part.message.author_id for part in parts if part.role != "asked"}
    nameless = kind is ClaimKind.FACT and len(told) == 1 and not _mine(parts)
    text, speaker = "", None
    for part in (one for one in parts if one.role != "asked"):
        name = "" if nameless else exchange.name(part.message)
        said = closed(_joined_text(part))
        said = said if text else opened(said, names)
        other = part.message.author_id != speaker
        colon = "：" if is_chinese(said) else ": "
        text = _together(
            text, f"{name}{colon}{said}" if name and other and said else said, other=other
        )
        speaker = part.message.author_id
    text = _asked_before(parts, text)
    citations = tuple(
        Citation(message_id=s.message_id, start=s.start, end=s.end, quote=s.text)
        for part in parts
        for s in (*joined(part.sentences, part.message.text), *part.corrected_by)
    )
    return Claim(
        id=0, text=text, kind=kind, citations=citations, holder_ids=_holders(strand, exchange)
    )


def _mine(parts: Sequence[Part]) -> bool:
    """Whether somebody says I: the reader must know who."""
    return any(_FIRST_PERSON.search(unquoted(part.text)) for part in parts if part.role != "asked")


def _asked_before(parts: Sequence[Part], text: str) -> str:
    """The question and an arrow before an answer that says nothing without it: 按90."""
    asked = next((part for part in parts if part.role == "asked"), None)
    answer = next((part for part in parts if part.role != "asked"), None)
    if asked is None or answer is None or not _leans(answer.text, asked.text):
        return text
    question = closed(cleaned(_joined_text(asked))).rstrip("?？。.")
    return f"{question}{'？' if is_chinese(question) else '?'} → {text}"


def _leans(answer: str, asked: str) -> bool:
    """Whether an answer lives of its question: a yes, a pronoun, or no word of what was asked."""
    about = words(plain(unaddressed(asked)))
    strange = size(answer) <= SHORT and not about & words(plain(unaddressed(answer)))
    return strange or size(answer) <= ELLIPTIC or bool(_ECHOES.match(answer.strip()))


def _holders(strand: Strand, exchange: Exchange) -> tuple[int, ...]:
    """Who said it or said yes to it in words; a question and a yes-but are no votes."""
    found: dict[int, None] = {}
    for part in strand.parts:
        if part.role != "said":
            continue
        found[part.message.author_id or 0] = None
        for reply in exchange.replies(part.message):
            if reply.author_id and votes_for(reply):
                found[reply.author_id] = None
    return tuple(id_ for id_ in found if id_)
