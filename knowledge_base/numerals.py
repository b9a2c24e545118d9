"""Figures in words as figures in digits, so that 八点半, 8点半 and 8:30 are found by one another.

What stands here is only searched and compared, never shown. Text is expected as `plain` leaves it:
simplified, half-width, lower case. Pure.
"""

import re
from functools import lru_cache

NOON = 12
_ONES = {each: value for value, each in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_SIGN = "零〇一二两三四五六七八九十百千"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_SHARES = re.compile(rf"([{_SIGN}]+)分之([{_SIGN}]+|\d+)(?:点([零〇一二三四五六七八九]+))?")
_TENTHS = re.compile(
    rf"(?<![{_SIGN}\d])([一二两三四五六七八九]|\d)成(?:([一二三四五六七八九])|(半))?"
    rf"(?![{_SIGN}立功熟了为本长人年绩员果家])"
)
_CLOCK = re.compile(
    rf"(?<![{_SIGN}\d.:])([{_SIGN}]{{1,3}}|\d{{1,2}})点钟?"
    rf"(?:(半)|([一三])刻|([{_SIGN}]{{1,3}}|\d{{1,2}})分?(?!之))?(?!儿|子|名|评|头|击)"
)
_DAYTIME = re.compile(r"(?:凌晨|清晨|早上?|上午|中午|下午|傍晚|晚上?|夜里?|每天)\s?$")
_COUNTED = re.compile(
    rf"(?<![{_SIGN}\d])([{_SIGN}]+)"
    r"(?=(?:个(?:半)?(?:小时|钟头|月|星期|礼拜)|小时|分钟|秒|天|周|日|号|月|年|岁|次|遍|倍|元|块|克|斤|公斤|公里|米|度"
    r"|人|位|名|个|条|张|页|节|班|组|道|题|步|份|件|篇|台|间|家|轮|层|楼|折|%))"
)
_ALONE = frozenset("天周年岁倍%")
"""What 一 before counts; before others it mostly says a or some."""
_NAMES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {name: value for value, name in enumerate(_NAMES.split())} | {
    name: 10 * value for value, name in enumerate(_TENS.split(), 2)
}
_NAMED = "|".join(sorted(_WORDS, key=len, reverse=True))
_TALK = re.compile(r"\b(?:one|1)(?:[- ](?:on|to)[- ]|on|:|[- ]2[- ])(?:one|1)(?:'?s)?\b")
_TWENTIES, _BELOW_TEN = "|".join(_TENS.split()), "|".join(_NAMES.split()[1:10])
_ENGLISH = re.compile(rf"\b({_TWENTIES})[- ]({_BELOW_TEN})\b|\b({_NAMED})\b")
_ONE_UNIT = re.compile(r"[- ](?:days?|weeks?|hours?|minutes?|months?|years?|percent|per cent)\b")
_PERCENT = re.compile(r"(\d)\s?(?:percent|per cent|%)(?![a-z])")
_HALF_PAST = re.compile(r"\b(half|quarter) (past|to) (\d{1,2})\b")
_OCLOCK = re.compile(r"\b(\d{1,2})(?:[:.]([0-5]\d))?\s?(?:(a|p)\.?m\b\.?|o'?clock\b)")
_HOURS = re.compile(r"(?<![\d:.])(\d{1,2}):([0-5]\d)(?![\d:])")


_HAN_FIGURES = re.compile(
    r"[成点]|分之|[零〇一二两三四五六七八九十百千][^\s零〇一二两三四五六七八九十百千]"
)
_OTHER_FIGURES = re.compile(
    rf"\b(?:{_NAMED})\b|[- ]on[- ]|\b(?:past|to) \d|\d\s?(?:percent|per cent|:|[ap]\.?m|%|o')|1on"
)


@lru_cache(maxsize=4096)
def in_digits(text: str) -> str:
    """The text with its figures in digits: 8:30, 3天, 5 days, 20%; a full hour is its number."""
    if _HAN_FIGURES.search(text):
        text = _han(text)
    return _english(text) if _OTHER_FIGURES.search(text) else text


def _han(text: str) -> str:
    text = _SHARES.sub(_share, text)
    text = _TENTHS.sub(_tenth, text)
    text = _CLOCK.sub(_clock, text)
    return _COUNTED.sub(_counted, text)


def _share(found: re.Match[str]) -> str:
    """百分之二十 as 20%, 三分之一 as 1/3."""
    whole, part = found[1], found[2]
    parts = part if part.isdigit() else str(_value(part))
    rest = "".join(str(_ONES[each]) for each in found[3] or "")
    if whole == "百":
        return f"{parts}.{rest}%" if rest else f"{parts}%"
    if whole == "十":
        return f"{int(parts) * 10}%"
    return f"{parts}/{_value(whole)}"


def _tenth(found: re.Match[str]) -> str:
    """两成 as 20%, 八成五 and 八成半 as 85%."""
    rest = 5 if found[3] else _value(found[2] or "零")
    return f"{_value(found[1]) * 10 + rest}%"


def _clock(found: re.Match[str]) -> str:
    """八点半 as 8:30, 八点 as 8点; 一点 is a little unless a time of day stands before it."""
    little = found[1] == "一" and not found[2]
    if little and not _DAYTIME.search(found.string[: found.start()]):
        return found[0]
    hour, minutes = _value(found[1]), _minutes(found)
    return f"{hour}点" if minutes is None else f"{hour}:{minutes:02d}"


def _minutes(found: re.Match[str]) -> int | None:
    if found[2] or found[3]:
        return 30 if found[2] else 15 * _value(found[3])
    return _value(found[4]) if found[4] else None


def _counted(found: re.Match[str]) -> str:
    """三天 as 3天; 两三天 stays as vague as it is."""
    after = found.string[found.end()]
    if found[1] == "一" and after not in _ALONE:
        return found[0]
    vague = len(found[1]) > 1 and not any(each in _UNITS or each in "零〇" for each in found[1])
    if vague or not any(each in _ONES or each == "十" for each in found[1]):
        return found[0]
    return str(_value(found[1]))


def _value(text: str) -> int:
    """二十五 → 25, 两百三 → 203; digits said one by one (二零二六) are one number."""
    if text.isdigit() and text.isascii():
        return int(text)
    if not any(each in _UNITS for each in text):
        return int("".join(str(_ONES[each]) for each in text))
    whole = digit = 0
    for each in text:
        unit = _UNITS.get(each)
        if unit is None:
            digit = _ONES[each]
        else:
            whole += (digit or 1) * unit
            digit = 0
    return whole + digit


def _english(text: str) -> str:
    text = _TALK.sub("1:1", text)
    text = _ENGLISH.sub(_named, text)
    text = _PERCENT.sub(r"\1%", text)
    text = _HALF_PAST.sub(_past, text)
    text = _OCLOCK.sub(_oclock, text)
    return _HOURS.sub(_hours, text)


def _named(found: re.Match[str]) -> str:
    if found[1]:
        return str(_WORDS[found[1]] + _WORDS[found[2]])
    if found[3] == "one" and not _ONE_UNIT.match(found.string, found.end()):
        return found[0]
    return str(_WORDS[found[3]])


def _past(found: re.Match[str]) -> str:
    part = 30 if found[1] == "half" else 15
    hour = int(found[3])
    return f"{hour}:{part:02d}" if found[2] == "past" else f"{(hour - 1) or NOON}:{60 - part:02d}"


def _oclock(found: re.Match[str]) -> str:
    """8 pm and 8 o'clock as 8, 8.30 pm as 8:30: whoever says 晚上8点 says no more."""
    minutes = found[2] or "00"
    return found[1] if minutes == "00" else f"{found[1]}:{minutes}"


def _hours(found: re.Match[str]) -> str:
    """20:00 as 8, 08:30 as 8:30: the half of the day is said in other words, if at all."""
    hour = int(found[1])
    if hour > 2 * NOON:
        return found[0]
    hour = hour - NOON if hour > NOON else hour
    return str(hour) if found[2] == "00" else f"{hour}:{found[2]}"
