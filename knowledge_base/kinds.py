"""What kind of answer a question wants, and whether a text holds one of that kind. Pure."""

import re
from collections.abc import Mapping

from knowledge_base.lexical import plain

_DIGITS = (
    r"(?:[0-9零〇一二三四五六七八九十百千万亿两半]*[0-9二三四五六七八九十百千万亿两半]"
    r"|一(?=天|周|年|月|点))"
)
_ASKS: Mapping[str, re.Pattern[str]] = {
    "time": re.compile(
        r"几点|几号|几时|何时|什么时候|啥时候|哪年|哪一年|哪天|哪一天|哪月|几月|哪周|哪个学期|多会儿"
        r"|\bwhen\b|what (?:time|date|day|year|month)"
    ),
    "number": re.compile(
        r"多少|几[个名位人次天年周分岁本张条种班节篇米]|多[长大高久远重宽深快]|第几|几成|上限|占比|比例|百分"
        r"|how (?:many|much|long|often|old|far|big|high|fast|tall)"
        r"|what (?:number|percent|share|factor)"
    ),
    "person": re.compile(r"谁|哪位|何人|哪个人|\bwho(?:m|se)?\b"),
    "place": re.compile(r"哪里|哪儿|何处|何地|在哪|哪个(?:城市|国家|地方|省|县)|\bwhere\b"),
    "reason": re.compile(r"为什么|为何|为啥|原因|理由|咋回事|\bwhy\b|reason"),
    "way": re.compile(r"怎么|怎样|如何|咋|办法|方法|\bhow (?:do|can|should|to|did|could)\b"),
}
_HOLDS: Mapping[str, re.Pattern[str]] = {
    "time": re.compile(
        _DIGITS + r"\s*(?:年|月|日|号|点|时|周|天|分钟|小时|世纪|岁)|周[一二三四五六日天]|星期"
        r"|今天|明天|早上|晚上|期末|期初|之前|之后"
        r"|[0-9]+(?::[0-9]+)?\s*(?:am|pm)?\b|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
        r"|january|february|march|april|june|july|august|september|october|november|december"
    ),
    "number": re.compile(
        _DIGITS + r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half)\b"
    ),
    "person": re.compile(r"老师|先生|女士|同学|主任|[A-Z][a-z]+|[\u4e00-\u9fff]{2,4}"),
    "place": re.compile(r"[楼室省市县区国州城镇村路街馆校厅层]|\b[A-Z][a-z]+"),
    "reason": re.compile(
        r"因为|因此|由于|所以|原因|为了|导致|怕|免得|否则|不然"
        r"|because|since|so that|due to|reason|\bso\b"
    ),
    "way": re.compile(r"."),
}


def kinds_asked(question: str) -> tuple[str, ...]:
    """The kinds of answer a question names: time, number, person, place, reason, way."""
    text = plain(question)
    return tuple(kind for kind, pattern in _ASKS.items() if pattern.search(text))


def kind_is_met(question: str, text: str) -> float:
    """Share of the kinds asked for that the text holds; 1 when none is named."""
    asked = kinds_asked(question)
    held = [kind for kind in asked if _HOLDS[kind].search(text) or _HOLDS[kind].search(plain(text))]
    return len(held) / len(asked) if asked else 1.0
