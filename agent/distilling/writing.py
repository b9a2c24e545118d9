"""A strand is written down as a claim, each part beside its exact span."""

from agent.distilling.agreement import says_yes
from agent.distilling.kinds import kind_of_claim
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
        apart = "; " if close else "" if text and text[-1] > "\u2fff" else " "
        text = f"{text}{apart if text else ''}{words_}"
        before = sentence
    return tidy(text)


def write(strand: Strand, exchange: Exchange) -> Claim:
    """The claim a strand makes; who said it is named where they may be and it is no plain fact."""
    kind = kind_of_claim(strand, exchange)
    told: list[str] = []
    speaker: int | None = None
    for part in strand.parts:
        name = exchange.name(part.message)
        text = _joined_text(part)
        colon = "：" if is_chinese(text) else ": "
        named = bool(name) and part.message.author_id != speaker and kind is not ClaimKind.FACT
        named = named and part.role != "asked"
        told.append((f"{name}{colon}" if named else "") + text)
        speaker = part.message.author_id
    apart = "；" if is_chinese("".join(told)) else " … "
    text = apart.join(words for words in told if words)
    citations = tuple(
        Citation(message_id=s.message_id, start=s.start, end=s.end, quote=s.text)
        for part in strand.parts
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
