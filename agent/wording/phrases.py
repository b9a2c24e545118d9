"""The span of a message worth taking up: verbatim, short, and cut where a person would cut it."""

import re
from dataclasses import dataclass

import rjieba

NOISE = re.compile(
    r"https?://\S+|@[^\s@,，:：。]+[ \u2005]?|\[[^\]]{1,12}\]|[\U0001F000-\U0001FAFF☀-➿️\u200d]+|```.*?```",
    re.DOTALL,
)
BORDERS = {
    "zh": re.compile(
        r"[,，。!！?？;；\n…～~()（）“”\"「」『』、→/]+|(?<!\d)[:：.]+|[:：.]+(?!\d)"
        r"|(?<=[一-鿿])\s+|\s+(?=[一-鿿])|—+"
    ),
    "en": re.compile(
        r"[!?;\n…()\"“”→]+|[,.:]+(?!\d)|(?<!\d)[,.:]+|\s+-+\s+"
        r"|\s+(?:but|because|so that|which|tho|though)\s+"
    ),
}
LEADS = {
    "zh": re.compile(
        r"^(?:定[::]|但是|但|可是|不过|所以|然后|那么|那就|那|就是|而且|还有(?![条个点一])|其实|反正|因为|另外|对了|嗯+|啊+|哦+|"
        r"我觉得|我认为|感觉|说真的|大家好|各位(?:老师)?好?|请问(?:一下)?(?:大家)?|(?:再|想|弱弱)*(?:问|请教)(?:一?下|一句)(?:大家|各位)?|"
        r"顺便问下|分享个|分享一个|打断一下|报(?=[一-鿿]{3})|急(?=\s)|周末愉快[~～]?)+\s*"
    ),
    "en": re.compile(
        r"^(?:(?:and|but|so|ok|okay|well|hm+|imo|also|honestly|actually|btw|anyway|quick one|yep|oh|ah|"
        r"maybe|i think|i guess|i mean|in the end|for what it's worth|hi all|hi|hello everyone|hello|hey folks|"
        r"turns out|need advice)\b[\s,:.]*)+",
        re.IGNORECASE,
    ),
}
TAILS = {
    "zh": re.compile(r"(?:有人知道吗|有老师知道吗|谢谢|吧|啊|呀|哈|呢|(?<!干)嘛|了呗|呗|哦|噢|啦|诶|的话|那个|什么的|来着|\s)+$"),
    "en": re.compile(r"(?:\s+(?:lol|tbh|imo|though|tho|fwiw|too|no|pls|please|right|btw|either|anymore))+$", re.IGNORECASE),
}
LOOSE = {
    "zh": frozenset("的 地 和 跟 与 把 被 在 是 就 不 没 也 都 还 又 很 太 从 到 对 给 让 要 会 能 我 你 他 她 它 这 那 一 个 每 如果 因为 所以 但 而".split()),
    "en": frozenset(
        "a an the and or but of to in on at for with from by as is are was were be been i you he she it we "
        "they my your his her our their that this these those if when so not no very just than then into its it's"
        .split()
    ),
}
EMPTY = {
    "zh": re.compile(r"^(?:收到|好的?|哈+|谢谢.*|不好意思.*|欢迎.*|学习了|大家好|各位.{0,3}好|辛苦了|打扰.*|周末愉快.*|抱歉.*|再?弱弱问一句|我是.{1,6}|懂了|可以|行|对|是的?|没事|急|真的)$"),
    "en": re.compile(
        r"^(?:thanks?.*|ty|thx.*|sorry.*|hi.*|hello.*|lol|haha.*|yes|no|ok|i'm \w+|good morning.*|sure|nice|same|true|fair)$",
        re.IGNORECASE,
    ),
}
TELLING = {
    "zh": re.compile(
        r"(?<![七八九\d])\d|反而|没再|从.+[到降]|降到|来了|只|先|不骂|自己|第一|最|半|终于|居然|宁可|不敢|一定|没睡|收住|[把让给照规]|写|发一|说不"
    ),
    "en": re.compile(
        r"\d|\b(?:never|only|until|instead|before|after|own|first|nobody|nothing|half|both|stopped|cut|wants?|wanted|asked|told|says?|without)\b",
        re.IGNORECASE,
    ),
}
HEADING = {
    "zh": re.compile(
        r"^(?:我是|教.{1,3}$|.{0,6}新来|实习|这个群|有个|有一个|我们?.{0,3}(?:有个|办法|流程|做法).{0,3}$|.{0,4}也试了|.{0,3}我的经验|谈了.{1,3}了$|今天|昨天|明天|开完|听完)"
        r"|^[A-D](?=[一-鿿\s])|[班主]主?任$|(?:办法|流程|是这样)$"
    ),
    "en": re.compile(
        r"^(?:i'm |i am |i took over|first time|what worked|what helped|tiny win|update|report|week \d|.{0,12} here$|two things|a basic|never done|per topic|in a team of|\d+ pages of|the one thing)",
        re.IGNORECASE,
    ),
}
ASKING = {
    "zh": re.compile(r"[?？]|吗$|呢$|怎么|咋|如何|啥|几[点号周天个页课节次年岁种条位]|第几|哪|谁|多少|是不是|能不能|会不会|对吧|是吧|行不行|可不可以|还是|要不要|有没有|什么"),
    "en": re.compile(
        r"\?|^(?:how (?:do|did|to|can|long|many|often|early)|what (?:do|would|was|should|is|did)|who |where |when do"
        r"|which |why |do any|does any|did any|anyone|any(?:body)? |has any|can (?:some|any)|should i|is it normal)",
        re.IGNORECASE,
    ),
}
BARE_ASK = {
    "zh": re.compile(r"^(?:(?:这种|这个|那)?(?:咋|怎么)(?:弄|办|搞|整)|有.{0,5}(?:知道|做过的?|试过的?)吗?|你们.{0,2}吗|求助|流程是啥)$"),
    "en": re.compile(r"^(?:any (?:ideas|tips|advice)|anyone|anybody know|what do you (?:do|think)|is it normal.*)$", re.IGNORECASE),
}
LISTED = re.compile(r"^\s*(?:[1-9一二三四][、.．)]\s*|[1-9](?=[一-鿿]{2}))")
PRIVATE = re.compile(r"\d{7,}|@|\+\d|\d{3}[-\s]\d{3,}|加?[Vv微][信Xx]?[::]|whatsapp", re.IGNORECASE)
SHORT_SUBJECT = 3
SHORTEST = {"zh": 4, "en": 2}
LONGEST = {"zh": 18, "en": 10}


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a message and how much there is in it."""

    text: str
    weight: float


def size(text: str, language: str) -> int:
    """Length as a reader feels it: characters in Chinese, words in English."""
    return len(text) if language == "zh" else len(text.split())


def phrases_in(text: str, language: str, limit: int = 4) -> tuple[str, ...]:
    """The spans worth taking up, best first; each is found in `text` as it stands."""
    spans = [span for clause in _clauses(text, language) if (span := _weighed(clause, language))]
    spans.sort(key=lambda span: -span.weight)
    return tuple(dict.fromkeys(span.text for span in spans))[:limit]


def question_in(text: str, language: str, longest: int | None = None) -> str | None:
    """What a message asks, verbatim and without its greeting; None when it asks nothing."""
    found = [clause for clause in _clauses(text, language) if _asks(clause, language)]
    usable = [cut for clause in found if (cut := _bare(clause, language))]
    told = [cut for clause in usable if not BARE_ASK[language].match(clause) and (cut := clause)]
    usable = [clause for clause in told if size(clause, language) >= SHORTEST[language]]
    if not usable:
        return _subject(text, language) if found else None
    best = max(usable, key=lambda clause: _asking_weight(clause, language))
    return trim(best, language, longest or LONGEST[language] + 6)


def trim(text: str, language: str, longest: int) -> str:
    """Cut at a word so that nothing dangles; the result is still a stretch of `text`."""
    text = text.strip()
    if size(text, language) <= longest:
        return text
    if language == "en":
        words = text.split()[:longest]
        while len(words) > 2 and words[-1].lower() in LOOSE["en"]:  # noqa: PLR2004
            words.pop()
        end = text.find(words[0])
        for word in words:
            end = text.find(word, end) + len(word)
        return text[:end]
    kept: list[str] = []
    for word in rjieba.cut(text):
        if sum(map(len, kept)) + len(word) > longest:
            break
        kept.append(word)
    while len(kept) > 1 and kept[-1] in LOOSE["zh"]:
        kept.pop()
    return "".join(kept).strip() or text[:longest]


def either_or(text: str, language: str) -> tuple[str, str] | None:
    """The two answers a question offers itself ('A 还是 B', 'A or B'), verbatim."""
    for clause in _clauses(text, language):
        pattern = r"(.+?)还是(.+)" if language == "zh" else r"(.+?)\s+or\s+(.+)"
        match = re.search(pattern, clause)
        if match is None or not ASKING[language].search(clause) or "最" in match[1]:
            continue
        first = re.sub(r"^.*(?:是|应该|该)(?=.{2,})", "", match[1])
        first, second = _bare(first, language), _bare(match[2], language)
        longest = 12 if language == "zh" else 6
        if first and second and max(size(first, language), size(second, language)) <= longest:
            return first, second
    return None


def _clauses(text: str, language: str) -> list[str]:
    bare = NOISE.sub("\n", text)
    marked = re.sub(r"([?？])", r"\1\n", bare)
    parts: list[str] = []
    for line in marked.split("\n"):
        asks = line.rstrip().endswith(("?", "？"))
        pieces = [piece.strip() for piece in BORDERS[language].split(line) if piece.strip()]
        if asks and pieces and not ASKING[language].search(pieces[-1]):
            pieces[-1] += "?"
        parts += pieces
    return parts


def _bare(clause: str, language: str) -> str:
    clause = clause.strip().rstrip("?？").strip()
    clause = LEADS[language].sub("", LISTED.sub("", clause))
    clause = re.sub(r"^是(?=.{2,}还是)", "", clause)
    return TAILS[language].sub("", clause).strip(" ,，。.-*•·'")


def _asks(clause: str, language: str) -> bool:
    pattern = ASKING[language]
    return bool(pattern.search(clause) or pattern.search(LEADS[language].sub("", clause)))


def _asking_weight(clause: str, language: str) -> float:
    """A real question before one that is only a question by its mark."""
    return min(size(clause, language), 12) + (20.0 if ASKING[language].search(clause) else 0.0)


def _subject(text: str, language: str) -> str | None:
    """What a bare "does anybody know" is about: the fullest clause told beside it."""
    told = [clause for clause in _clauses(text, language) if not ASKING[language].search(clause)]
    spans = [span for clause in told if (span := _weighed(clause, language))]
    if spans:
        return max(spans, key=lambda span: span.weight).text
    short = [cut for clause in told if len(cut := _bare(clause, language)) >= SHORT_SUBJECT]
    return next((cut for cut in short if not EMPTY[language].match(cut)), None)


def _weighed(clause: str, language: str) -> Span | None:
    asks = ASKING[language].search(clause) is not None
    text = trim(_bare(clause, language), language, LONGEST[language])
    length = size(text, language)
    if length < SHORTEST[language] or PRIVATE.search(text) or EMPTY[language].match(text):
        return None
    ideal = 11 if language == "zh" else 7
    weight = 2.0 - abs(length - ideal) / ideal
    weight += 0.6 * min(3, len(set(TELLING[language].findall(text))))
    weight -= 1.0 if asks else 0.0
    weight -= 1.5 if HEADING[language].search(text) else 0.0
    return Span(text=text, weight=weight)


def _balanced(text: str) -> bool:
    pairs = (("(", ")"), ("（", "）"), ("“", "”"), ("「", "」"))
    return text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in pairs)


def passage_in(text: str, language: str, longest: int | None = None) -> str | None:
    """The fullest stretch of a message that still fits a line, cut between clauses, verbatim."""
    longest = longest or (30 if language == "zh" else 16)
    bare = max(NOISE.sub("\n", text).split("\n"), key=len).strip()
    clauses = [clause for clause in _clauses(bare, language) if clause in bare]
    best: tuple[float, str] | None = None
    for first in range(len(clauses)):
        start = bare.find(clauses[first])
        for last in range(first, len(clauses)):
            end = bare.find(clauses[last], start) + len(clauses[last])
            stretch = _bare(bare[start:end], language)
            if size(stretch, language) > longest:
                break
            if not _balanced(stretch):
                continue
            weight = size(stretch, language) / longest + 0.4 * len(TELLING[language].findall(stretch))
            if best is None or weight > best[0]:
                best = (weight, stretch)
    if best is None or EMPTY[language].match(best[1]):
        whole = _bare(bare, language)
        return trim(whole, language, longest) if whole and not EMPTY[language].match(whole) else None
    return best[1]
