"""What sort of statement a claim is: fact, experience, opinion or decision."""

import re

from agent.distilling import cues, occasions
from agent.distilling.figures import numbers_in
from agent.distilling.parents import Exchange
from agent.distilling.strands import Strand
from community.distillation import ClaimKind

_TRIED = re.compile(
    r"[试做带接踩用教]过|我[^，,。；]{0,8}[过了]|我们?[^，,。；]{0,4}(?:是|都|一般|每|让|把)|咱们"
    r"|上学期|去年|上周|上个月|前年|以前|当年|后来|结果|从.{1,12}(?:到|降|升|变)|实测|亲测|跟了一次"
    r"|\b(?:we|i)(?:'ve)?(?: \w+)?(?: (?:\w+ed|did|do|does|had|have|was|were|went|got|took"
    r"|made|kept|told|said|wrote|use|keep|ask|start|bring|put|count|cut|run|paste|felt|say))\b"
    r"|\b(?:used to|worked|came down|went from|ours|mine)\b|->"
    r"|\blast (?:year|month|week|term|quarter)\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"觉得|认为|不现实|最好|建议|宁可|说到底|不一定|未必|应该|可能|大概|估计"
    r"|\b(?:i'?d|i would|i think|imo|should|maybe|probably|never do|better|rather|beats"
    r"|depends|both right)\b",
    re.IGNORECASE,
)


_MINE = re.compile(r"我(?!们)|\b(?:i|i'm|my|mine)\b", re.IGNORECASE)


def kind_of_claim(strand: Strand, exchange: Exchange) -> ClaimKind:
    """Settled in words, tried by somebody, held by somebody, or told by who answers for it.

    A number or a way of doing it is no fact by itself: it is one where those who run the community,
    an official paper or a correction say so; experts hold views like everybody.
    """
    if strand.decided:
        return ClaimKind.DECISION
    said = " ".join(part.text for part in strand.parts if part.role == "said")
    several = len({part.message.author_id for part in strand.parts if part.role != "asked"}) > 1
    ruled = bool(cues.OBLIGES.search(said) or numbers_in(said))
    official = occasions.OFFICIAL.search(said) or cues.CORRECTS.search(strand.first.text)
    if any(part.corrected_by for part in strand.parts):
        return ClaimKind.FACT
    own = strand.parts[0] if strand.parts[0].role == "said" else strand.parts[-1]
    runs = exchange.runs(strand.first) or bool(official)
    if runs and ruled and not _MINE.search(own.text) and not _HOLDS.search(own.text):
        return ClaimKind.FACT
    if _TRIED.search(said):
        return ClaimKind.EXPERIENCE
    plain = ruled and not several and not _HOLDS.search(said) and not cues.OPPOSES.search(said)
    measured = plain and not _MINE.search(said) and not cues.HOW_TO.search(said)
    return ClaimKind.FACT if measured else ClaimKind.OPINION
