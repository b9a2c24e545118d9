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
NO_NAME = re.compile(r"[。！？!?，；;…“”\"「」]|^[\d\s!-/:-@\[-`{-~–—]+$")
LONGEST, MOST_WORDS = 30, 5
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = re.compile(
    r"^(?P<name>\S.{0,59}?)\s+\[?(?:(?P<m>1[0-2]|0?[1-9])[-/](?P<d>[0-3]?\d)"
    rf"|(?P<word>{'|'.join(MONTHS)})[a-z]*\.? (?P<day>[0-3]?\d)(?:st|nd|rd|th)?)"
    rf"(?:,? at|,)?\s+(?P<clock>{_CLOCK})\]?$",
    re.IGNORECASE,
)
EVEN = str.maketrans("\u202f\u00a0：", "  :")
"""As `plain` does, but place by place."""


def may_be_name(words: str, *, wide: bool = False) -> bool:
    """Whether words read like the name of a person, rather than a label or half a sentence.

    `wide`: where a name is likely, twice as long a one counts.
    """
    times = 2 if wide else 1
    return (
        len(words) <= LONGEST * times
        and len(words.split()) <= MOST_WORDS * times
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
    if found := MONTH.match(text):
        month = found["m"] or MONTHS.index(found["word"].lower()[:3]) + 1
        return f"{found['name']} {month}月{found['d'] or found['day']}日 {found['clock']}"
    if FRONT.match(text) or TODAY.match(text) or BEHIND.match(text):
        return line
    found = LEADING.match(text) or INSIDE.match(text)
    if found and may_be_name(name := found["name"].strip(" -–,")):
        return f"[{found['stamp']}] {name}: {bare[found.start('text') :]}"
    return line


def _stacked(lines: list[str]) -> list[str]:
    """Names with their time on the next line, if the first two lines are such a pair.

    A time alone among the words of somebody begins another message of theirs.
    """
    texts = [plain(line) for line in lines]
    first = next((n for n, text in enumerate(texts) if text), 0)
    if not _is_pair(texts, first):
        return lines
    shape, name, joined = _shape(texts[first + 1]), "", list(lines)
    for n, text in enumerate(texts):
        if _is_pair(texts, n) and _shape(texts[n + 1]) == shape:
            name, joined[n] = text, ""
        elif ALONE.match(text) and n > first:
            joined[n] = f"{name} {text}"
    return joined


def _is_pair(texts: Sequence[str], place: int) -> bool:
    if place + 2 >= len(texts) or not texts[place + 2]:
        return False
    name = texts[place]
    speaks = ":" not in name and may_be_name(name, wide=True) and not DAY.match(name)
    return bool(name) and speaks and ALONE.match(texts[place + 1]) is not None


def _with_days(lines: list[str]) -> list[str]:
    """Bare times with the day of the separating line above them."""
    day, made = "", list[str]()
    for n, line in enumerate(lines):
        text = plain(line)
        found = DAY.match(text)
        below = next((plain(one) for one in lines[n + 1 :] if one.strip()), "") if found else ""
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
    first = next((n for n, text in enumerate(texts) if _spoken(text)), 0)
    heads = _heads(texts, names)
    fronts = [n for n, text in enumerate(texts) if _is_front(text)]
    if fronts and (first in fronts or (first not in heads and len(fronts) > len(heads))):
        return Style(kind="front", names=names, bare=True)
    colons = [(n, found) for n, text in enumerate(texts) if (found := _colon(text, names))]
    if heads and not _rather_colons(heads, colons, first):
        close = sum(1 for n in list(heads)[1:] if texts[n - 1])
        tight = 2 * close > len(heads) - 1
        trusted = names | {name for n, name in heads.items() if tight or not n or not texts[n - 1]}
        return Style(kind="behind", tight=tight, bare=True, names=trusted)
    return _colon_style(texts, names, first)


def _is_front(text: str) -> bool:
    return any(form.match(text) for form in (FRONT, BARE, NUMBERED))


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
    fresh = not place or not texts[place - 1]
    named = may_be_name(name, wide=fresh) or (fresh and not is_bare(head["stamp"]))
    if ":" in name or not named:
        return False
    below = texts[place + 1 : place + 2]
    if fresh and not any(below):
        later = next((text for text in texts[place + 1 :] if text), "")
        return not (BEHIND.match(later) or TODAY.match(later))
    return any(below)


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

    It holds if half of the lines that may begin a message begin so: those after a blank line if
    most messages stand after one, else all.
    """
    heads = {n: name for n, text in enumerate(texts) if (name := _colon(text, known))}
    blocks = [n for n in heads if texts[n].endswith(":")]
    block = first in blocks or (first not in heads and 2 * len(blocks) > len(heads))
    own = [n for n in heads if not block or texts[n].endswith(":")]
    times = Counter(heads[n] for n in own)
    trusted = {name for name in times if name in known or times[name] >= OFTEN}
    if first in own:
        trusted.add(heads[first])
    lines = [n for n, text in enumerate(texts) if _spoken(text)]
    spaced = 2 * sum(1 for n in own[1:] if not texts[n - 1]) > len(own[1:])
    begin = {n for n in lines if n == first or not spaced or not texts[n - 1]}
    holds = len(own) > (first not in own) and 2 * len(own) >= len(begin) - block
    if holds:
        trusted |= {heads[n] for n in own if n in begin and not (block and n - 1 in own)}
    if not trusted:
        return None
    return Style(kind="block" if block else "inline", bare=True, names=known | trusted)
