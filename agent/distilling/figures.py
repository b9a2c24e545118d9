"""Numbers, dates, names and denials as code reads them, the same in a claim and in its source."""

import re
from collections import Counter

_DIGITS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_NUMERALS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen twenty
"""
_WORDS = {word: str(value) for value, word in enumerate(_NUMERALS.split())}
_ARABIC = re.compile(r"(?<![A-Za-z\d.])\d+(?:[.,:：/]\d+)*")
_HAN_NUMBER = re.compile(r"[零〇一二两三四五六七八九十百千]+(?:点[零一二三四五六七八九]+)?")
_EN_WORD = re.compile(r"\b(?:" + "|".join(_WORDS) + r")\b", re.IGNORECASE)
_UNIT = re.compile(
    r"\s*(?:个(?=[月点人小钟]))?(%|％|分钟|小时|[天周月年秒点号日分条道张个人次本页节班题倍成米块元度步]|"
    r"minutes?|mins?|hours?|hrs?|h\b|days?|weeks?|months?|years?|people|ppl|x\b|pages?"
    r"|weeks?|€|eur|usd)",
    re.IGNORECASE,
)
_UNIT_NAMES = {
    "％": "%",
    "mins": "min",
    "minutes": "min",
    "minute": "min",
    "hrs": "h",
    "hr": "h",
    "hours": "h",
    "hour": "h",
    "ppl": "people",
}
_NOT_COUNTED = re.compile(
    r"\b1:1s?\b|\b24/7\b|唯一|一(?:个|点|下|些|样|起|般|定|直|切|边|旦|律|遍遍|个劲)|万一|三番|不管三七"
)
_DENIAL = re.compile(
    r"不(?!过|仅|但|管|好意思|同|错|少|论|然|断|如(?!果))|没(?!关系|事|错)|别(?!人|的|说)|无(?!论)|非(?!常)|未(?!来)|禁止|反对"
    r"|\b(?:not|no|never|none|nobody|nothing|without|neither|nor|cannot)\b|n'?t\b",
    re.IGNORECASE,
)

_EITHER = re.compile(r"([\u3400-\u9fff])不\1|有没有")


def _han_value(text: str) -> str | None:
    whole, _, part = text.partition("点")
    total, current = 0, 0
    for character in whole:
        if character in _DIGITS:
            current = current * 10 + _DIGITS[character] if current else _DIGITS[character]
        else:
            scale = {"十": 10, "百": 100, "千": 1000}[character]
            total += (current or 1) * scale
            current = 0
    value = str(total + current)
    return f"{value}.{''.join(str(_DIGITS[c]) for c in part)}" if part else value


def _unit_after(text: str, end: int) -> str:
    found = _UNIT.match(text, end)
    if not found:
        return ""
    unit = found[1].lower()
    unit = _UNIT_NAMES.get(unit, unit)
    return unit[:-1] if unit.endswith("s") and unit != "s" else unit


def numbers_in(text: str) -> Counter[str]:
    """Every number as digits, however it was written: 两周 and 2周 are one number."""
    return Counter(number for number, _ in measures_in(text))


def measures_in(text: str) -> Counter[tuple[str, str]]:
    """Numbers with the unit that follows them, '' where none does."""
    plain = _NOT_COUNTED.sub(lambda found: "＿" * len(found[0]), text)
    found: Counter[tuple[str, str]] = Counter()
    for match in _ARABIC.finditer(plain):
        found[(match[0].replace("：", ":").rstrip(".,"), _unit_after(plain, match.end()))] += 1
    for match in _HAN_NUMBER.finditer(plain):
        value = _han_value(match[0])
        if value is not None:
            found[(value, _unit_after(plain, match.end()))] += 1
    for match in _EN_WORD.finditer(plain):
        found[(_WORDS[match[0].lower()], _unit_after(plain, match.end()))] += 1
    return found


def denials_in(text: str) -> int:
    """How many words deny something; the sign of a clause turns with each."""
    return len(_DENIAL.findall(_EITHER.sub("", text)))
