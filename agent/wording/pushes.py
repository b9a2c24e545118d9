"""What a push asked: its question without its heading, its own options, one tap for the others."""

import re
from collections.abc import Mapping

from agent.checks.shape import options_in
from agent.moves.brief import Brief
from agent.wording.clauses import stretches
from agent.wording.marks import marks_in
from agent.wording.phrases import passage_in, question_in, size
from agent.wording.provocations import lettered

LEAD = re.compile(r"^(.+?)[\s:：]*\bA[\s.、)]?(?=[一-鿿\s])", re.DOTALL)
"""What stands before the first lettered answer."""
HEADED = re.compile(r"^.{0,10}?(?:题|[一每]问|question|friday q)[^::]{0,4}[::]\s*")
"""What announces that a question follows."""
COUNTS = re.compile(
    r"报个数|回个数|几成|几个|多少|just the number|how many|how long", re.IGNORECASE
)
"""A push that asks for a number."""


def own_options(text: str, language: str) -> tuple[str, ...]:
    """The lettered answers a question brought itself; a stray letter makes none."""
    own = options_in(text)[:4]
    longest = 12 if language == "zh" else 6
    short = all(0 < size(option, language) <= longest for option in own)
    listed = re.search(r"(?:^|[\s,，:：])A[\s.、)]?\S", text)
    return own if short and listed else ()


def pushed(brief: Brief) -> Mapping[str, str] | None:
    """What a push asked, without its heading and its options."""
    if brief.anchor is None:
        return None
    text = HEADED.sub("", brief.anchor.text)
    before = re.split(
        r"[\s,，](?:你是|你会|你多半会|would you)?\s*[A1][\s.、)]?(?=[一-鿿\s])", text
    )[0]
    own = own_options(brief.anchor.text, brief.language)
    asked = question_in(text, brief.language) if not own else None
    asked = asked or passage_in(before, brief.language, 24 if brief.language == "zh" else 12)
    listed: Mapping[str, str] = {}
    if own:
        lead = LEAD.match(text)
        listed = {
            "options": lettered(own, brief.language),
            "_options": "\n".join(own),
            "asked_on": lead[1].strip() if lead else before.strip(),
        }
    numeric = "1" if COUNTS.search(brief.anchor.text) else ""
    told = notice_in(brief.anchor.text, brief.language)
    return {"asked": asked or "", "numeric": numeric, **listed, **told}


def notice_in(text: str, language: str) -> Mapping[str, str]:
    """Of a notice the line that says what changed and when; nothing of any other push."""
    if "notice" not in marks_in(text, language):
        return {}
    room = 36 if language == "zh" else 24
    told = [
        one
        for one in stretches(text, language, room)
        if one.sentences == 1 and "notice" in marks_in(one.text, language)
    ]
    told = [one for one in told if not one.text.startswith(("(", "（"))]
    best = max(told, key=lambda one: (one.opens, size(one.text, language)), default=None)
    return {"phrase": best.text, "asked": ""} if best else {}


def poll(brief: Brief) -> Mapping[str, str] | None:
    """The options of the question that few answered, else the three that fit any."""
    if brief.anchor is None:
        return None
    zh = brief.language == "zh"
    own = own_options(brief.anchor.text, brief.language)
    options = own or (
        ("碰到过", "没碰到", "不好说") if zh else ("yes, often", "not yet", "hard to say")
    )
    return {
        **(pushed(brief) or {}),
        "options": lettered(options, brief.language),
        "_options": "\n".join(options),
    }
