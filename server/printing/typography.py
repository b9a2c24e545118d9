"""Signs as a printer sets them: the words stay, commas, quotes and capitals are put right. Pure."""

import re
from zoneinfo import available_timezones

from agent.distilling.sentences import is_chinese, tidy

_HAN = r"\u3400-\u9fff"
_WIDE = {",": "，", "?": "？", "!": "！", ":": "：", ";": "；", "(": "（", ")": "）"}
_NARROW = re.compile(rf"(?<=[{_HAN}”’》」）])\s*([,?!:;])\s*|\s*([,?!;:])\s*(?=[{_HAN}“‘《「（])")
_PARENTHESES = re.compile(rf"\(([^()\n]*[{_HAN}][^()\n]*)\)")
_PAIRED_HAN = re.compile(rf'"([^"\n]*[{_HAN}][^"\n]*)"')
_STOP_HAN = re.compile(rf"(?<=[{_HAN}）”])\.(?=\s|$|[{_HAN}])")
_DOTS = re.compile(r"\.{3,}|…+|。{2,}|\.\.(?!\.)")
_AGAIN = re.compile(r"([，。！？、；：?!])\1+")
_MIXED = re.compile(r"[?!？！]{2,}")
_GAP = re.compile(rf"(?<=[{_HAN}，。！？；：、“”（）])[ \t]+(?=[{_HAN}，。！？；：、“”（）])")
_CLOSING = re.compile(r"[\s,，、;；:：]+$")
_DOUBLE = re.compile(r'"([^"\n]+)"')
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s|$)")
_SINGLE = re.compile(r"(?<![\w])'([^'\n]+)'(?!\w)")
_FIRST = re.compile(r"^[“‘(]?[a-z]|(?<=[.!?…] )[“‘(]?[a-z](?=[a-z'’]*[\s,.!?;:]|$)")
_I = re.compile(r"(?<![\w.’'-])i(?=['’](?:m|ve|ll|d)\b|[\s,.!?;:]|$)(?!\.e)")
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_MONTHS = r"january|february|april|june|july|august|september|october|november|december"
_BRIEF = (
    r"(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun|jan|feb|mar(?:ch)?|apr|may|jun|jul|aug|sept?|oct"
    r"|nov|dec)"
)
_CITY_LIKE = frozenset(
    ("center", "chatham", "easter", "jersey", "midway", "phoenix", "regina", "resolute", "reunion")
)
"""Names of cities that are words as well, or names of people."""
CITIES = frozenset(
    city.lower()
    for zone in available_timezones()
    if zone.startswith(("Africa/", "America/", "Asia/", "Australia/", "Europe/", "Pacific/"))
    and (city := zone.rsplit("/", 1)[1]).isalpha()
    and len(city) > 4  # noqa: PLR2004
    and city.lower() not in _CITY_LIKE
)
"""Cities time zones are named after: written with a capital, and no other word of English."""
_PROPER = re.compile(
    rf"(?<![\w@#/.-])(?:{_DAYS}|{_MONTHS}|{_BRIEF}(?= \d)|(?<=\d ){_BRIEF}"
    rf"|{'|'.join(sorted(CITIES))})(?![\w/@-])"
)
_CODE = re.compile(
    r"[(\[=]\s?[\"']|,[\"']|[\"'][)\]]|\w\(\)|\w_\w|=="
    r"|\b(?:npm|pip|import|python3?|git|conda) \w"
)
"""Something that is typed as it stands: its quotes and small letters are not touched."""
_SHORT = re.compile(r"\b(e\.g|i\.e|vs|etc|approx|min|hrs?|no|a\.m|p\.m)\. $")
_SENTENCE_END = re.compile(r"[。！？.!?…][”’\"'）)]*$|[:：]$")


def in_print(text: str, *, asks: bool = False, ends: bool = True) -> str:
    """A sentence as it is printed; with `ends` it gets its stop, one that `asks` its mark."""
    bare = "\n".join(_line(line) for line in (tidy(text) or text).split("\n"))
    bare = _CLOSING.sub("", bare)
    if not bare or not ends or _SENTENCE_END.search(bare):
        return bare
    marks = "？。" if is_chinese(bare) else "?."
    return bare + (marks[0] if asks else marks[1])


def _line(text: str) -> str:
    return _chinese(text) if is_chinese(text) else _latin(text)


def _chinese(text: str) -> str:
    text = _PAIRED_HAN.sub(r"“\1”", text)
    text = _PARENTHESES.sub(r"（\1）", text)
    text = _DOTS.sub("……" if text.endswith(("...", "…")) else "。", text)
    text = _STOP_HAN.sub("。", text)
    text = _NARROW.sub(lambda found: _WIDE[found[1] or found[2]], text)
    text = _MIXED.sub(lambda found: "？" if set(found[0]) & set("?？") else "！", text)
    text = _AGAIN.sub(r"\1", text)
    return _GAP.sub("", text.replace("->", "→"))


def _latin(text: str) -> str:
    text = text.replace("->", "→").replace(" - ", " – ").replace(" -- ", " – ")
    text = _DOTS.sub("…", text)
    text = _MIXED.sub(lambda found: "?" if "?" in found[0] else "!", text)
    if _CODE.search(text):
        return text[:1].upper() + text[1:] if text[:2].isalpha() else text
    text = _DOUBLE.sub(r"“\1”", text)
    text = _APOSTROPHE.sub("’", _SINGLE.sub(r"‘\1’", text))
    text = _PROPER.sub(lambda found: found[0][0].upper() + found[0][1:], _I.sub("I", text))
    return _FIRST.sub(lambda found: _risen(text, found), text)


def _risen(text: str, found: re.Match[str]) -> str:
    before = text[: found.start()]
    return found[0] if _SHORT.search(before) else found[0].upper()
