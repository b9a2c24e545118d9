"""A strand is written down as a claim, each part beside its exact span."""

import re

from agent.distilling.agreement import says_yes
from agent.distilling.kinds import kind_of_claim
from agent.distilling.opening import closed, opened, with_antecedent
from agent.distilling.parents import Exchange
from agent.distilling.sentences import is_chinese, joined, tidy
from agent.distilling.strands import Part, Strand
from community.distillation import Citation, Claim, ClaimKind


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
    text, speaker = "", None
    for part in parts:
        name = exchange.name(part.message)
        said = closed(_joined_text(part))
        said = said if text else opened(said, names)
        other = part.message.author_id != speaker
        named = bool(name) and other and kind is not ClaimKind.FACT and part.role != "asked"
        colon = "：" if is_chinese(said) else ": "
        text = _together(text, f"{name}{colon}{said}" if named and said else said, other=other)
        speaker = part.message.author_id
    citations = tuple(
        Citation(message_id=s.message_id, start=s.start, end=s.end, quote=s.text)
        for part in parts
        for s in (*joined(part.sentences, part.message.text), *part.corrected_by)
    )
    return Claim(
        id=0, text=text, kind=kind, citations=citations, holder_ids=_holders(strand, exchange)
    )


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
