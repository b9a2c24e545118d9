"""The rules of a group, as its owner wrote them: which a message goes against, and its words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from typing import cast

from agent.listening import rule_cues as cues
from agent.listening.topic_cues import TOPICS

KEPT = "house_rules"
"""The name under which they stand in the settings of a community, in their order."""
QUOTED = {"zh": 24, "en": 60}
"""Characters up to which a rule is quoted; a longer one is named by its number alone."""
PRIVACY = re.compile(
    r"隐私|个人信息|电话|手机号|住址|地址|证件|身份证|名字|姓名|实名|病历|学号"
    r"|\b(privacy|private (data|details|information)|personal (data|information|details)"
    r"|phone numbers?|addresses|names?|identit(y|ies)|records?)\b",
    re.IGNORECASE,
)
"""What a rule on personal data is recognised by."""
CALLS_NOBODY = "＠"
"""Stands for the sign that would call people, where a rule speaks of it."""
CLAUSE = re.compile(r"[，,;；。!！\n]+|\.(?=\s|$)")
PARTS = re.compile(r"[、/]|[和与跟及或]|,|\b(?:or|and|nor)\b")
FILLER = re.compile(
    r"相关|有关|之类|什么的|这些|那些|(?:的)?(?:话题|内容|消息|事情?|东西)$|在?(?:本|这个)?群(?:里|内)?|这里|任何|一切"
    r"|\b(?:in (?:this|the) \w+|in here|here|please|topics?|posts?|discussions?|talk|stuff|any|the|"
    r"at all)\b",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"别人|他人|人家|坏话|废话|无关|大家|自己|敏感|隐私|负能量|正能量|抱怨|闲话|空话|消息|太多|多余|重复|话$"
    r"|\b(?:people|others?|anything|everything|things?|off|bad|too|much|many|messages?|questions?|one"
    r"|negativity|drama|gossip|hat(?:e|red)|whining|complain\w*|toxic\w*)\b",
    re.IGNORECASE,
)
"""No subject that a message could be about."""
SPEAKS = re.compile(
    r"发|说|聊|消息|打扰|@|艾特|\b(post|messag|writ|ping|mention|tag|chat)\w*", re.IGNORECASE
)
TERM = {True: (2, 6), False: (4, 24)}
"""Characters of a subject, by whether it is Chinese."""
DIGITS = {sign: at for at, sign in enumerate("零一二三四五六七八九十")}
NOON = 12
EVENING_FROM = 6
"""An hour of the evening is meant from six on: "晚上十点", "10 pm"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseRule:
    """One rule as it can be recognised. `number` counts from 1; `clause` is the part that forbids.

    `matters` are keys of rule_cues.MATTERS, `topics` of topic_cues.TOPICS, `subjects` what else may
    not be talked about. From `late` on (local) nobody writes, or nobody is called (`calls`).
    """

    number: int
    text: str
    clause: str
    matters: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    late: time | None = None
    calls: bool = False
    flood: bool = False
    aside: bool = False
    quoting: bool = False


def house_rules(kept: Mapping[str, object]) -> tuple[str, ...]:
    """The rules in the settings of a community; anything else there is left out."""
    rows = kept.get(KEPT)
    found = cast("list[object]", rows) if isinstance(rows, (list, tuple)) else []
    return tuple(each for each in found if isinstance(each, str) and each)


def cited(
    kept: Mapping[str, object], about: re.Pattern[str], language: str
) -> dict[str, str | int]:
    """The number of the first rule that speaks of a matter, and its words where they are short."""
    for number, rule in enumerate(house_rules(kept), 1):
        if about.search(rule):
            return citation(number, rule, "", language)
    return {}


def citation(number: int, rule: str, clause: str, language: str) -> dict[str, str | int]:
    """A rule as a reminder cites it: in its own words, whole or by its clause, where they fit."""
    fitting = (each.strip(" 。.;；") for each in (rule, clause))
    words = next((each for each in fitting if each and len(each) <= QUOTED[language]), "")
    return {"rule_number": number, **({"rule": words.replace("@", CALLS_NOBODY)} if words else {})}


@lru_cache(maxsize=256)
def recognised(rules: tuple[str, ...]) -> tuple[HouseRule, ...]:
    """The rules that forbid something that can be told from a message; of the rest nothing."""
    found = (
        _recognised(number, rule, clause)
        for number, rule in enumerate(rules, 1)
        for clause in clauses(rule)
    )
    return tuple(each for each in found if each is not None)


def clauses(rule: str) -> Sequence[str]:
    """The clauses of a rule, each with its own word of forbidding or allowing where there is one.

    A list goes with what follows ("广告、链接，一律不发") or, at the end, with what precedes it.
    """
    found: list[str] = []
    open_ = ""
    for part in CLAUSE.split(rule):
        open_ = f"{open_}, {part}" if open_ else part
        if cues.FORBIDS.search(part) or cues.ALLOWS.search(part):
            found.append(open_.strip())
            open_ = ""
    if open_.strip():
        found[-1:] = [f"{found[-1]}, {open_}" if found else open_]
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """What is heard of one rule: `kinds` by their keys, `words` it names itself; nothing of many.

    Keys are those of MATTERS and TOPICS, "subject", "late", "late_calls", "flood", "aside",
    "quoting" and "personal".
    """

    kinds: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def watched(rule: str) -> Watched:
    """What Simmer can hear by itself where somebody goes against a rule."""
    kinds: list[str] = []
    words: list[str] = []
    for each in recognised((rule,)):
        kinds += each.matters
        kinds += each.topics
        words += each.subjects
        if each.late is not None:
            kinds.append("late_calls" if each.calls else "late")
        told = {"flood": each.flood, "aside": each.aside, "quoting": each.quoting}
        kinds += [key for key, holds in told.items() if holds]
    if PRIVACY.search(rule):
        kinds.append("personal")
    if words:
        kinds.append("subject")
    return Watched(kinds=tuple(dict.fromkeys(kinds)), words=tuple(dict.fromkeys(words)))


def _recognised(number: int, rule: str, clause: str) -> HouseRule | None:
    forbids = cues.FORBIDS.search(clause) is not None and not _allows(clause)
    if cues.EXCEPTS.search(rule):
        return None
    named = tuple(
        key
        for key, matter in cues.MATTERS.items()
        if (forbids or matter.asks) and matter.named.search(clause)
    )
    late, calls = _late(clause) if forbids else (None, False)
    flood = bool(cues.FLOOD.search(clause))
    aside = bool(cues.ASIDE.search(clause)) and forbids
    quoting = bool(cues.QUOTING.search(clause)) and forbids
    other = set(named) - TOPICS.keys() or late or flood or aside or quoting
    of_talk = forbids and not other and not PRIVACY.search(clause)
    subjects, topics = _kept_out(clause) if of_talk else ((), ())
    if not (named or other or subjects or topics):
        return None
    return HouseRule(
        number=number,
        text=rule,
        clause=clause,
        matters=() if late else named,
        subjects=subjects,
        topics=topics,
        late=late,
        calls=calls,
        flood=flood,
        aside=aside,
        quoting=quoting,
    )


def _kept_out(clause: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What may not be talked about: subjects in the rule's own words, and topics known here."""
    topics = tuple(key for key, topic in TOPICS.items() if topic.named.search(clause))
    named = [TOPICS[key].named for key in topics]
    own = (each for each in _subjects(clause) if not any(name.search(each) for name in named))
    return tuple(own), topics


def _allows(clause: str) -> bool:
    return cues.ALLOWS.search(clause) is not None and not re.match(r"\s*(不|别|no\b)", clause)


def _late(clause: str) -> tuple[time | None, bool]:
    """From which local time on a clause wants quiet, and whether only of calling people."""
    found = cues.LATE.search(clause)
    if found is None or not SPEAKS.search(clause):
        return None, False
    clock = found["clock"] or found["hour"] or ""
    hour, _, minute = clock.replace("：", ":").partition(":")
    number = int(hour) if hour.isdigit() else _counted(hour)
    evening = bool(found["late"] or found["pm"]) and EVENING_FROM <= number < NOON
    number += NOON if evening else 0
    minutes = 30 if found["half"] else int(minute or 0)
    if not 18 <= number < 24 or minutes > 59:  # noqa: PLR2004  # an evening hour
        return None, False
    return time(number, minutes), bool(cues.CALLS.search(clause))


def _counted(hour: str) -> int:
    """A number up to twenty in Chinese signs."""
    if len(hour) > 1:
        tens, _, ones = hour.partition("十")
        return (DIGITS.get(tens, 0) or 1) * 10 + DIGITS.get(ones, 0)
    return DIGITS.get(hour, 0)


def _subjects(clause: str) -> tuple[str, ...]:
    """What may not be talked about, in the rule's own words; vague ones are left out."""
    found: list[str] = []
    for match in cues.TALKS.finditer(clause):
        told = match["zh"] or match["zh_before"] or match["en"] or ""
        for part in PARTS.split(told):
            term = " ".join(FILLER.sub(" ", part).split()).strip("的 .!")
            least, most = TERM[bool(re.search(r"[\u3400-\u9fff]", term))]
            if least <= len(term) <= most and not VAGUE.search(term):
                found.append(term.lower())
    return tuple(dict.fromkeys(found))
