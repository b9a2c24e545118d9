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
TEN, NOON = 10, 12
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_ONES = {word: value for value, word in enumerate(_NUMERALS.split())}
_WORDS = {word: str(value) for word, value in _ONES.items()} | {
    f"{ten}-{one}": str(some + more)
    for ten, some in _TENS.items()
    for one, more in _ONES.items()
    if 0 < more < TEN
}
_ARABIC = re.compile(r"(?<![A-Za-z\d.])\d+(?:,\d{3}(?!\d)|[.:：/]\d+)*")
_HAN_NUMBER = re.compile(r"[零〇一二两三四五六七八九十百千]+(?:点[零一二三四五六七八九]+)?")
_EN_WORD = re.compile(
    r"\b(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")\b", re.IGNORECASE
)
_UNIT = re.compile(
    r"\s*(?:个(?=[月点人小钟]))?(%|％|分钟|小时|[天周月年秒点号日分条道张个人次本页节班题倍成米块元度步遍]|"
    r"minutes?|mins?|hours?|hrs?|h\b|days?|weeks?|months?|years?|people|ppl|x\b|pages?"
    r"|weeks?|€|eur|usd)",
    re.IGNORECASE,
)
_UNIT_NAMES = {
    "％": "%",
    "号": "日",
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
    r"\b1:1s?\b(?!\.\d)|\b24/7\b|唯一|(?<![零〇十百千\d])一"
    r"(?:个|点|下|些|样|起|般|定|直|切|边|旦|律|遍遍|个劲)|万一|三番|不管三七"
)
_HAN = "零〇一二两三四五六七八九十"
_CLOCK = re.compile(
    rf"((?<![{_HAN}百千\d.:])(?:[{_HAN}]{{1,3}}|\d{{1,2}}))点"
    rf"(?:(半|[一三]刻)|(\d{{2}}|[{_HAN}]?十[{_HAN}]?)分?|(?:过|零)?([{_HAN}]|\d{{1,2}})分)"
)
_HOUR = re.compile(
    r"((?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|夜里|半夜|今早|今晚|明早|明晚|每天)\s?)"
    r"一(点)(?!都|也|儿)"
)
_LATE = re.compile(
    rf"(?:下午|傍晚|晚上?|夜里)\s?(?P<told>(?P<hour>\d{{1,2}}|[{_HAN}]{{1,2}})(?:点|:(?P<past>\d\d)))"
)
_SHARE = re.compile(rf"([{_HAN}百]+|\d+)分之([{_HAN}百]+|\d+)")
_PART_EN = re.compile(
    r"\b(a|an|one|two|three)[ -](half|third|quarter|fifth|tenth)s?\b(?! (?:time|person|party|one))",
    re.IGNORECASE,
)
_RATIO = re.compile(
    rf"([{_HAN}百千]+)比([{_HAN}百千]+)(?=[\s，,。；;的兑配泡]|$)|(?<![\d.:])(\d+)比(\d+(?:\.\d+)?)"
)
_HALF = re.compile(r"\bhalf an? |一半|半(?=个?(?:小时|钟头|天|年|月|节|页))", re.IGNORECASE)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_MINUTES = {"半": "30", "一刻": "15", "三刻": "45"}
_DENIAL = re.compile(
    r"不(?!过|仅|但|管|好意思|同(?!意)|错|少|论|然|断|如(?!果))|没(?!关系|事|错)|别(?!人|的|说)|莫(?!名|非|不|大)|无(?!论)|非(?!常)|未(?!来)|禁止|反对"
    r"|\b(?:not|no|never|none|nobody|nothing|without|neither|nor|cannot|disagree[ds]?)\b(?!-)|n't\b"
    r"|\b(?:do|does|did|is|are|was|were|has|have|had|ca|wo|could|would|should|ai)nt\b",
    re.IGNORECASE,
)
_DENIED = re.compile(rf"(?:{_DENIAL.pattern})(?:[\u3400-\u9fff]|\s+\w+)?", re.IGNORECASE)
_COUNTED = re.compile(
    rf"(\d+(?:\.\d+)?|[{_HAN}百千]+)[几多来]?\s?([\u3400-\u9fff%％]|[a-z]{{2,}})", re.IGNORECASE
)
_EITHER = re.compile(r"([\u3400-\u9fff])不\1|有没有|有[^，,。；;]{1,10}没(?=[，,。；;？?\s]|$)")


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


def _in_digits(text: str) -> str:
    """Clock times as 7:20 and shares as 1/3 or 20%, however they are written."""
    rest = _HOUR.sub(r"\g<1>1\2", _CLOCK.sub(_clock, text))
    rest = _HALF.sub("1/2 ", _PART_EN.sub(_part, rest))
    rest = _RATIO.sub(_ratio, rest)
    return _SHARE.sub(_share, rest)


def _digits(text: str) -> str:
    return text if text[0].isdigit() else _han_value(text) or text


def _ratio(found: re.Match[str]) -> str:
    return ":".join(_digits(one) for one in found.groups() if one) + " "


def _clock(found: re.Match[str]) -> str:
    minutes = _MINUTES.get(found[2] or "") or _digits(found[3] or found[4])
    return f"{_digits(found[1])}:{minutes.zfill(2)} "


def _share(found: re.Match[str]) -> str:
    whole, part = _digits(found[1]), _digits(found[2])
    return f"{part}%" if whole == "100" else f"{part}/{whole} "


def _part(found: re.Match[str]) -> str:
    some = {"two": 2, "three": 3}.get(found[1].lower(), 1)
    return f"{some}/{_PARTS[found[2].lower()]}"


def numbers_in(text: str) -> Counter[str]:
    """Every number as digits, however it was written: 两周 and 2周 are one number."""
    return Counter(number for number, _ in measures_in(text).elements())


def measures_in(text: str) -> Counter[tuple[str, str]]:
    """Numbers with the unit that follows them, '' where none does."""
    return Counter(measures_told(text))


def measures_told(text: str) -> list[tuple[str, str]]:
    """The same in the order they are told."""
    plain = _NOT_COUNTED.sub(lambda found: "＿" * len(found[0]), _in_digits(text))
    found: list[tuple[int, str]] = [
        (match.end(), match[0].replace("：", ":").rstrip(".,")) for match in _ARABIC.finditer(plain)
    ]
    found += [
        (match.end(), value)
        for match in _HAN_NUMBER.finditer(plain)
        if (value := _han_value(match[0])) is not None
    ]
    found += [(match.end(), _WORDS[match[0].lower()]) for match in _EN_WORD.finditer(plain)]
    return [(number, _unit_after(plain, end)) for end, number in sorted(found)]


def late_hours_in(text: str) -> dict[str, str]:
    """Hours after noon by the number they are told with: 下午4点 is 16:00, 晚上7:20 is 19:20."""
    found = _LATE.finditer(_in_digits(text))
    hours = {each: _digits(each["hour"]) for each in found}
    return {
        (hour if each["past"] is None else f"{hour}:{each['past']}"): (
            f"{int(hour) + NOON}:{each['past'] or '00'}"
        )
        for each, hour in hours.items()
        if int(hour) < NOON
    }


def denials_in(text: str) -> int:
    """How many words deny something; the sign of a clause turns with each."""
    return len(_DENIAL.findall(_EITHER.sub("", text)))


def denied_in(text: str) -> Counter[str]:
    """Each denial with the letter or word it falls on: 不动, not muted."""
    return Counter(found[0].lower() for found in _DENIED.finditer(_EITHER.sub("", text)))


def compares(text: str) -> bool:
    """Whether it counts one thing twice with other figures: 二十几个 then 3个, from 21 to 15."""
    counted: dict[str, set[str]] = {}
    for found in _COUNTED.finditer(_in_digits(text)):
        number = found[1] if found[1].isascii() else _han_value(found[1]) or found[1]
        counted.setdefault(found[2].lower(), set()).add(number)
    return any(len(numbers) > 1 for numbers in counted.values())
