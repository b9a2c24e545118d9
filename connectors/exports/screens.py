"""How a pasted screen marks its speakers: the form that holds from its first line to its last."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from connectors.exports.system_lines import coming_or_going, is_recall
from connectors.exports.times import CLOCK, DATE, STAMP, is_bare, plain
from connectors.exports.turns import (
    ALONE,
    BARE,
    BEHIND,
    COLON,
    FRONT,
    NUMBERED,
    OFTEN,
    TODAY,
    Style,
    colon_style,
)


def _anonymous(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern)


_DATE, _CLOCK, _STAMP = _anonymous(DATE), _anonymous(CLOCK), _anonymous(STAMP)
BACKWARDS = re.compile(
    rf"^\[(?P<clock>{_CLOCK})\s*[,，]\s*(?P<day>{_DATE})\](?P<rest>.*)$", re.IGNORECASE
)
LEADING = re.compile(
    rf"^(?P<stamp>{_STAMP}|{_CLOCK})\s*[-–]?\s+(?P<name>[^\s:：\d][^:：]{{0,39}})[:：]\s?(?P<text>.+)$",
    re.IGNORECASE,
)
INSIDE = re.compile(
    rf"^(?P<name>[^:：\t]{{1,40}}?)\s*[\[(（\s](?P<stamp>{_STAMP}|{_CLOCK})[\])）]?\s*[:：]\s?(?P<text>.+)$",
    re.IGNORECASE,
)
DAY = re.compile(rf"^[-—–─\s]*(?P<day>{_DATE})[-—–─\s]*$", re.IGNORECASE)
LABEL = re.compile(
    r"(?:时间|地点|链接|网址|地址|注意|提醒|提示|问题|作业|内容|通知|总结|例如|比如|如下|补充|主题|会议|开会"
    r"|方法|步骤.?|原因|结果|结论|建议|标题|备注|说明|目标|答案?|问|今天|明天|后天|第.{1,3}[课天周节]"
    r"|是|说|了|的|第[一二三四五六七八九十]|其[一二三])$"
    r"|^(?:notes?|ps|p\.s\.|link|url|time|date|place|where|when|what|why|how|who|re|fwd?|todo"
    r"|question|answer|agenda|topic|step ?\d*|tips?|e\.?g\.?|edit|update|summary|example|warning"
    r"|https?|subject|title|deadline|one thing|reminder|meeting|(?:see|meet|call|we|i|it|at|the"
    r"|my|our|this|that|from|until|by|about|let's|to|for|and|but|so|then|also)\b.*)$"
    r"|\b(?:at|by|from|until|till|is|are|before|after|around|about|on|to)$",
    re.IGNORECASE,
)
NO_NAME = re.compile(r"[。！？!?，；;…“”\"「」]|^[\d\W_]+$")
LONGEST, MOST_WORDS = 30, 5
EVEN = str.maketrans("\u202f\u00a0：", "  :")
"""As `plain` does, but place by place."""


def may_be_name(words: str) -> bool:
    """Whether words read like the name of a person, rather than a label or half a sentence."""
    return (
        len(words) <= LONGEST
        and len(words.split()) <= MOST_WORDS
        and not NO_NAME.search(words)
        and not LABEL.search(words)
    )


def straight(lines: Sequence[str]) -> list[str]:
    """The lines with every time where the other readers look for it, as many as before.

    A time inside or before the line of its speaker goes to the front in brackets; a time on a
    line of its own under a name goes behind the name; a line with only a day is put before the
    times below it.
    """
    turned = [_turned(line) for line in lines]
    return _with_days(_stacked(turned))


def _turned(line: str) -> str:
    bare = line.strip()
    text = bare.translate(EVEN)
    if found := BACKWARDS.match(text):
        return f"[{found['day']} {found['clock']}]{bare[found.start('rest') :]}"
    if FRONT.match(text) or TODAY.match(text) or BEHIND.match(text):
        return line
    found = LEADING.match(text) or INSIDE.match(text)
    if found and may_be_name(name := found["name"].strip(" -–,")):
        return f"[{found['stamp']}] {name}: {bare[found.start('text') :]}"
    return line


def _stacked(lines: list[str]) -> list[str]:
    """Names with their time on the next line, if the first two lines are such a pair."""
    texts = [plain(line) for line in lines]
    pairs = [
        n
        for n in range(len(texts) - 2)
        if ":" not in texts[n]
        and may_be_name(texts[n])
        and not DAY.match(texts[n])
        and ALONE.match(texts[n + 1])
        and texts[n + 2]
    ]
    first = next((n for n, text in enumerate(texts) if text), 0)
    if first not in pairs:
        return lines
    joined = list(lines)
    for n in pairs:
        joined[n : n + 2] = ["", f"{texts[n]} {texts[n + 1]}"]
    return joined


def _with_days(lines: list[str]) -> list[str]:
    """Bare times with the day of the separating line above them."""
    day, made = "", list[str]()
    for n, line in enumerate(lines):
        text = plain(line)
        below = next((plain(other) for other in lines[n + 1 :] if other.strip()), "")
        found = DAY.match(text)
        if found and (TODAY.match(below) or BARE.match(below)):
            day = found["day"]
            made.append("")
            continue
        head = TODAY.match(text) or BARE.match(text) if day else None
        stamp = (head.groupdict().get("stamp") or head.groupdict().get("in")) if head else None
        made.append(text.replace(stamp, f"{day} {stamp}", 1) if stamp and is_bare(stamp) else line)
    return made


def screen_style(lines: Collection[str], known: Collection[str] = ()) -> Style | None:
    """The style of a pasted screen, or None where nobody seems to speak.

    Of the forms that fit some lines the one is taken that the first line has; where another one
    fits many more lines and its names come again, that one.
    """
    texts = [plain(line) for line in lines]
    names = frozenset(known)
    if any(FRONT.match(text) or NUMBERED.match(text) for text in texts):
        return Style(kind="front", names=names, bare=True)
    first = next((n for n, text in enumerate(texts) if _spoken(text)), 0)
    if texts and BARE.match(texts[first]):
        return Style(kind="front", names=names, bare=True)
    heads = _heads(texts, names)
    colons = [(n, found) for n, text in enumerate(texts) if (found := _colon(text, names))]
    if heads and not _rather_colons(heads, colons, first):
        close = sum(1 for n in list(heads)[1:] if texts[n - 1])
        tight = 2 * close > len(heads) - 1
        trusted = names | {name for n, name in heads.items() if tight or not n or not texts[n - 1]}
        return Style(kind="behind", tight=tight, bare=True, names=trusted)
    return _colon_style(texts, names, first)


def _spoken(text: str) -> bool:
    alone = ALONE.match(text) or DAY.match(text)
    return bool(text) and not (alone or coming_or_going(text) or is_recall(text))


def _heads(texts: Sequence[str], known: frozenset[str]) -> dict[int, str]:
    """Lines with a name and a time that have words below them (place → name).

    A name after a blank line, met again or known is sure; another one counts unless the line
    above or below it is a head, for then it is what somebody says.
    """
    found = _candidates(texts, known)
    times = Counter(found.values())
    sure = {
        n
        for n, name in found.items()
        if not n or not texts[n - 1] or name in known or times[name] >= OFTEN
    }
    heads = set(sure)
    for n in sorted(found.keys() - sure, reverse=True):
        if n + 1 not in heads and n - 1 not in sure:
            heads.add(n)
    return {n: found[n] for n in sorted(heads)}


def _candidates(texts: Sequence[str], known: frozenset[str]) -> dict[int, str]:
    found: dict[int, str] = {}
    shape: tuple[bool, bool] | None = None
    for n, text in enumerate(texts):
        head = BEHIND.match(text) or TODAY.match(text)
        if head is None or (head["name"] not in known and not _fits(texts, n, head)):
            continue
        mine = _shape(head["stamp"])
        if shape in (None, mine) or head["name"] in known:
            shape = shape or mine
            found[n] = head["name"]
    return found


def _fits(texts: Sequence[str], place: int, head: re.Match[str]) -> bool:
    name = head["name"]
    words_below = place + 1 < len(texts) and bool(texts[place + 1])
    fresh = not place or not texts[place - 1]
    named = may_be_name(name) or (fresh and not is_bare(head["stamp"]))
    return words_below and named and ":" not in name


def _shape(stamp: str) -> tuple[bool, bool]:
    return bool(re.search(r"[ap]\.?m", stamp, re.IGNORECASE)), stamp.count(":") > 1


def _colon(text: str, known: frozenset[str]) -> str | None:
    found = COLON.match(text)
    if found is None:
        return None
    return found["name"] if found["name"] in known or may_be_name(found["name"]) else None


def _rather_colons(heads: dict[int, str], colons: list[tuple[int, str]], first: int) -> bool:
    places = {n for n, _ in colons}
    again = max(Counter(name for _, name in colons).values(), default=0) >= OFTEN
    if first in heads:
        return again and len(colons) > 3 * len(heads) and not any(n - 1 in heads for n in places)
    return first in places and len(colons) >= len(heads)


def _colon_style(texts: list[str], known: frozenset[str], first: int) -> Style | None:
    """The style of `name: words` or `name:`; a name met once counts if the form holds.

    It holds if a good half of the lines begin so, or if every such line follows a blank one.
    """
    style = colon_style(texts, known)
    if style is None:
        return None
    once: set[str] = set()
    lines = [n for n, text in enumerate(texts) if _spoken(text)]
    block = style.kind == "block"
    own = [
        (n, name)
        for n in lines
        if (name := _colon(texts[n], known)) and texts[n].endswith(":") == block
    ]
    spaced = any(not texts[n - 1] for n in lines if n > first)
    lead = [n for n in lines if n == first or not texts[n - 1]]
    holds = 2 * len(own) >= (len(lead) if spaced else len(lines) if not block else len(lines) - 1)
    for n, name in own:
        begins = n == first or not texts[n - 1] or not spaced
        after_head = block and any(n - 1 == place for place, _ in own)
        if holds and begins and not after_head:
            once.add(name)
    return Style(kind=style.kind, bare=True, names=style.names | once)
