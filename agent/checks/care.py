"""Checks of care: no verdict on a person, no side taken, nothing private, no dangerous topic."""

import re

from agent.checks.shape import QUOTED
from agent.checks.subject import Subject, result
from agent.listening.personal_data import personal_kinds
from agent.listening.words import plain
from community.suggestion import Audience, CheckResult

CRITICISES = re.compile(
    r"不对|错了|说错|你?应该先|其实你|你(没|不)(懂|看|听)|这样不(行|好|妥)|太(差|水|笼统|空)|不够(具体|好|专业|详细)|有问题的是|说得不清楚|但是你|但你"
    r"|\byou should(n't)? have\b|\byou're wrong\b|\bthat'?s wrong\b|\bactually,? you\b"
    r"|\bnot (good|specific|clear) enough\b|\btoo (vague|generic)\b|\bbut you\b|\byou failed\b",
    re.IGNORECASE,
)
VERDICT = re.compile(
    r"(显然|明显|毫无疑问).{0,8}(对|更好|错)|大家一致认为|都认为|他(说得|是)对的|(正确|错误)的是|谁对谁错"
    r"|\b(clearly|obviously) (right|wrong|better)\b|\beveryone agrees\b|\bis right\b|\bis wrong\b"
    r"|\bthe correct (view|answer)\b",
    re.IGNORECASE,
)
RISKS = re.compile(
    r"薪资|工资|加薪|裁员|开除|政治|宗教|抑郁|自杀|怀孕|离婚|病情|诊断|奖金(分配)?|举报|领导(的)?(坏话|错)"
    r"|\b(salary|salaries|pay (rise|raise|cut)|layoffs?|fired|politics|religion|pregnan\w+"
    r"|divorce|diagnos\w+|depress\w+|suicid\w+|lawsuit|harass\w+)\b",
    re.IGNORECASE,
)
SIGNED = re.compile(r"(?:——|—|–|--)\s*@?(.{1,40}?)\s*$")
"""A name under a text: whoever it is, it reads as said by them."""
OWN_PLEDGE = re.compile(
    r"我(?:会|再|晚点|稍后|回头|随后|最后|明天|明晚|今晚|下周|周[一二三四五六日天])|我来(?:答|说|讲|认领|收|挑|站|当)|来认领"
    r"|(?:晚点|之后|回头|再)(?:说|讲|接|答)我?|我(?:站|挑|认|选)(?:输|弱|反|少|另)"
    r"|\b(?:i'?ll|i will|i'?m going to|i promise|i shall|let me|count on me|then me|mine later)\b",
    re.IGNORECASE,
)
WILL = (
    r"会(?:来|去|在|给|讲|说|答|挑|选|接)|来(?:答|说|讲|认领|收|挑|站|当)|负责|(?:明天|明晚|今晚|周[一二三四五六日天]).{0,4}(?:说|讲|答|来)"
    r"|will\b|'ll\b|is going to\b|promises\b|takes the\b"
)
"""What makes somebody else the doer of something to come."""
YES_NO_TRAP = re.compile(
    r"对不对[?？]|是不是.{0,12}[?？]|难道|(吗|么)[?？]$|\b(right|isn't it|don't you)\?",
    re.IGNORECASE,
)


def yes_and(subject: Subject) -> CheckResult:
    """YESAND: no verdict on a person, no correction, no "but"; quotations do not count.

    Nor does a line of a form that holds the member's own words.
    """
    anchor = subject.brief.anchor
    theirs = anchor.text if anchor else ""
    ours = (line for line in subject.text.splitlines() if not _is_filled_in(line, theirs))
    found = CRITICISES.search(QUOTED.sub("", "\n".join(ours)))
    return result("YESAND", not found, word=found[0] if found else "")


def _is_filled_in(line: str, theirs: str) -> bool:
    """Whether a line "label: words" holds nothing but what the member wrote."""
    label, _, words = line.replace("：", ":").partition(":")
    own = words.strip().replace("：", ":")
    return bool(label) and bool(own) and own in theirs.replace("：", ":")


def no_pledge(subject: Subject) -> CheckResult:
    """PLEDGE: nobody is made to promise: not by a signature, not as the doer of a sentence.

    What stands in quotes was said by themselves.
    """
    bare = QUOTED.sub("", subject.text)
    signed = SIGNED.search(bare)
    if signed and (found := OWN_PLEDGE.search(bare)) and signed[1] in subject.namable:
        return result("PLEDGE", ok=False, name=signed[1], word=found[0])
    for name in sorted(subject.namable):
        found = re.search(rf"{re.escape(name)}\s*(?:{WILL})", bare) if len(name) > 1 else None
        if found:
            return result("PLEDGE", ok=False, name=name, word=found[0])
    return result("PLEDGE", ok=True)


def neutral(subject: Subject) -> CheckResult:
    """NEUT: no side is taken and nobody is declared right."""
    found = VERDICT.search(QUOTED.sub("", subject.text))
    return result("NEUT", not found, word=found[0] if found else "")


def no_personal_data(subject: Subject) -> CheckResult:
    """PII: no telephone, mail, identity, card or plate number, no address."""
    return result("PII", not personal_kinds(subject.text))


def kept_private(subject: Subject) -> CheckResult:
    """PRIV: it goes to one person or to the facilitator, never to the room."""
    return result("PRIV", subject.audience is not Audience.PUBLIC)


def without_risk(subject: Subject) -> CheckResult:
    """RISK: pay, lay-offs, politics, health and what the community does not touch."""
    text = plain(subject.text)
    named = next((word for word in subject.untouchable if word and word in text), "")
    found = RISKS.search(text)
    return result("RISK", not found and not named, word=named or (found[0] if found else ""))
