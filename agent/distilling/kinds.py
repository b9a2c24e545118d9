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


_HABIT = re.compile(
    r"我(?:们[^，,。；]{0,4})?(?:的(?:办法|习惯|做法|经验|窍门)|只(?!想|是)|一般|每[次天周回]|都(?:是|用|让|先)|先|分时候|掐)"
    r"|我(?:年轻|当年|刚开始|自己的经验)|我不[回管讲用发写]"
    r"|\b(?:my (?:habit|rule|way|best|worst)|\w+ for (?:me|us)|we both|ours (?:is|are)"
    r"|(?:we|i) (?!(?:think|feel|believe|guess|hope|need|want|mean|agree|know|see|like|call|doubt"
    r"|would|should|could|can|will|don'?t|am|wonder)\b)(?:always |just |only |never )?[a-z]{3,}"
    r"|(?:for|of) (?:mine|ours)|got (?:one|mine)|first (?:week|month|try))\b",
    re.IGNORECASE,
)
"""What somebody does again and again: their practice, not their view."""
_STANDING = re.compile(
    r"(?:主管|财务|经理|大区|门卫|系统|公司|总部|校医室|教务|行政|法务|投标组|品控|前台|国标|平台)[^，,。；]{0,10}"
    r"(?:批|签|审|定|管|给|转|停|续|收|发|看|规定)|走(?:OA|企微|流程|审批|评审|非标|条款)|走[^，,。；]{0,8}(?:流程|评审|审批)"
    r"|(?:OA|系统|小程序|共享盘|企微|后台|群文件|公告)(?:里|上)?(?:提|交|填|看|查|找|批|有)|(?:凭|扫)[^，,。；]{0,6}(?:码|条|证)"
    r"|截止|到期|当[市天日]用完|封死|一律|制度|规定是|文件(?:里|上|说)|是不超过|不(?:得|能|许)(?:超过|直接)"
    r"|(?:钥匙|表|模板|链接|录播|文件|仪器|登记本?|工具)[^，,。；]{0,6}在[^，,。；]{1,10}|在[^，,。；]{1,8}(?:楼|室|柜|盘|群文件)\s?\d*"
    r"|(?:周[一二三四五六日天]|\d+[号日])[^，,。；]{0,8}(?:[上下]午|晚上?|早上|\d+[点:：])"
    r"|今[晚天][^，,。；]{0,6}(?:改了|改成)"
    r"|\b(?:the (?:grader|system|policy|handbook|form|desk|library|slides"
    r"|page)\b.{0,30}\b(?:run|compare"
    r"|clos|lock|keep|kept|count|show|say|is|takes?|sign)\w*|(?:link|template|form|recording|file|slot|key)s?"
    r" (?:is|are) (?:in|on|at|under)|deadline|office hours|due (?:on|by|at)|closes|policy"
    r"|penalty|by default"
    r"|on paper|never changes|since \d|per (?:clinician|person|quarter|cohort)|countersigns?"
    r"|same day|room \w+ (?:is|at)|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?"
    r"|fri)(?:day)?s? (?:at )?\d{1,2}[:.]\d\d)\b",
    re.IGNORECASE,
)
"""Who answers for it, where it lies, when it is, how it works: the same whoever tells it."""
_MEASURED = re.compile(
    r"平均(?:每|是|一)|中位数是|\d+个里|共\d"
    r"|\b(?:on average|the (?:median|average|mean) is|is the (?:median|average)"
    r"|\d+ of (?:the )?\d+\b"
    r"(?= (?:debriefs|mornings|cases|projects|weeks))|per week on)\b",
    re.IGNORECASE,
)
_FEELS = re.compile(
    r"觉得|认为|感觉|不现实|说到底|宁可|未必|不一定|我看(?:不|还)?行"
    r"|\b(?:i (?:think|feel|believe|guess|doubt|prefer)|imo|imho|i'?d (?:rather|say|submit"
    r"|keep|call)"
    r"|depends|both right|careful with)\b",
    re.IGNORECASE,
)
_SETTLES = re.compile(
    r"那?就(?:这么)?定(?:了|:|：|,|，|下)|说好了|定了|决定|规矩(?:重申|[:：])|以后(?:我这边)?[^，,。；]{0,16}(?:都|一律|统一|[两三]条|回)|统一(?:按|用|为)"
    r"|先试(?:[一两三四]|\d)[^，,。；]{0,2}(?:周|个月|天)|从[^，,。；]{1,8}(?:起|开始)(?!.{0,4}讲)|^那就[^，,。]{2,}"
    r"|\b(?:it'?s decided|we(?:'ve| have)? (?:decided|agreed)|agreed (?:for|on|to|in)|settled"
    r"|it counts from"
    r"|(?:from|starting) (?:now|today|monday|tuesday|wednesday|thursday|friday|next)\b.{0,20}"
    r"|let'?s (?:do|go with|keep|say|start|try)|going with (?:that|this|it)|we will"
    r"|review after)\b",
    re.IGNORECASE,
)
"""Somebody with a task settles it: whether anybody says yes changes nothing."""


_MINE = re.compile(r"我(?!们)|\b(?:i|i'm|my|mine)\b", re.IGNORECASE)


def kind_of_claim(strand: Strand, exchange: Exchange) -> ClaimKind:
    """Settled in words, standing for everybody, tried by somebody, or held by somebody.

    Who answers for a thing, where it lies and when it is are facts whoever tells them; a number or
    a way of doing it is one where those who run the community, an official paper or a correction
    say so; experts hold views like everybody.
    """
    if strand.decided:
        return ClaimKind.DECISION
    said = " ".join(part.text for part in strand.parts if part.role == "said")
    if any(part.corrected_by for part in strand.parts):
        return ClaimKind.FACT
    against = cues.OPPOSES.search(said) or _FEELS.search(said)
    if exchange.hosted(strand.first) and _SETTLES.search(said) and not against:
        return ClaimKind.DECISION
    if not against and (_MEASURED.search(said) or _standing(said, strand, exchange)):
        return ClaimKind.FACT
    if _TRIED.search(said) or _HABIT.search(said):
        return ClaimKind.EXPERIENCE
    several = len({part.message.author_id for part in strand.parts if part.role != "asked"}) > 1
    plain = _ruled(said) and not (several or against or _HOLDS.search(said) or _MINE.search(said))
    return ClaimKind.FACT if plain and not cues.HOW_TO.search(said) else ClaimKind.OPINION


def _ruled(said: str) -> bool:
    return bool(cues.OBLIGES.search(said) or numbers_in(said))


def _standing(said: str, strand: Strand, exchange: Exchange) -> bool:
    """Whether it holds for everybody: how a thing is done here, or a rule from who may say it."""
    tried = _TRIED.search(said) and not exchange.runs(strand.first)
    if _STANDING.search(said) and not tried and not cues.OUTCOME.search(said):
        return True
    official = occasions.OFFICIAL.search(said) or cues.CORRECTS.search(strand.first.text)
    runs = exchange.runs(strand.first) or bool(official)
    return runs and _ruled(said) and not _MINE.search(said) and not _HOLDS.search(said)
