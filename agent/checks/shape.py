"""Checks of form: length, questions, options, tone, language, how little an answer takes."""

import re

from agent.checks.subject import Subject, passed, result
from community.suggestion import CheckResult

ENGLISH_FACTOR = 2.5
"""English needs about so many characters for what one Chinese character says (moves.md §1.2)."""
OPTION_ZH = 12
OPTION_EN = 6
MOST_OPTIONS = 4
ANSWER_CHARACTERS = 30
HAN = re.compile(r"[\u3400-\u9fff]")
EMOJI = re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27BF]")
QUESTION = re.compile(r"[?？]+")
QUOTED = re.compile(r"[“\"「『].*?[”\"」』]", re.DOTALL)
MARK = re.compile(
    r"(?:^|(?<=[\s,，。;；:：、?？!！]))([A-Da-d1-5①-⑤])(?:[.、)）:：]|\s|(?=[\u3400-\u9fff]))"
)
ROWS = ("ABCD", "abcd", "12345", "①②③④⑤")
"""How options are lettered; one list keeps to one row, so that an article "a" starts none."""
STIFF = re.compile(
    r"感谢您的|宝贵(的)?(分享|意见|经验)|大家受益匪浅|受益良多|家人们|亲们|温馨提示|积极(参与|发言)|踊跃|赋能|闭环|抓手|颗粒度"
    r"|大家有(什么|啥)(问题|想法)吗|怎么没人|您已\d+天|至此|综上所述"
    r"|thank you for (sharing|your valuable)|great question|valuable (insight|contribution)"
    r"|let'?s dive|delve|leverage|synergy"
    r"|i hope this (helps|finds)|any questions\?|feel free to share|rich discussion|as an ai",
    re.IGNORECASE,
)


def in_bounds(subject: Subject) -> CheckResult:
    """LEN: at most n Chinese characters, 2.5·n in English."""
    limit = subject.length if subject.language == "zh" else round(subject.length * ENGLISH_FACTOR)
    size = len(subject.text.strip())
    return result("LEN", 0 < size <= limit, size=size, limit=limit)


def one_question(subject: Subject) -> CheckResult:
    """Q1: exactly one question of one's own; a quoted one does not count."""
    count = questions_in(subject.text)
    return result("Q1", count == 1, count=count)


def at_most_one_question(subject: Subject) -> CheckResult:
    """Q≤1: none or one."""
    count = questions_in(subject.text)
    return result("Q≤1", count <= 1, count=count)


def questions_in(text: str) -> int:
    """Questions asked outside of quotes; a list of options behind a colon asks nothing more."""
    return len(QUESTION.findall(QUOTED.sub("", text)))


def options_in(text: str) -> tuple[str, ...]:
    """The labelled options of a text, without their labels; () where the labels do not run on."""
    bare = QUOTED.sub(lambda quote: "\u25a1" * len(quote[0]), text)
    marks = list(MARK.finditer(bare))
    for start in range(len(marks)):
        run = [marks[start]]
        for mark in marks[start + 1 :]:
            if _row(mark[1]) == _row(run[0][1]) and _rank(mark[1]) == _rank(run[-1][1]) + 1:
                run.append(mark)
        if len(run) > 1 and _rank(run[0][1]) == 0:
            ends = [*(mark.start(1) for mark in run[1:]), _end(text, run[-1].end())]
            spans = zip(run, ends, strict=True)
            return tuple(text[mark.end() : end].strip(" ,，。;；、?？\n") for mark, end in spans)
    return ()


def _row(mark: str) -> str:
    return next(row for row in ROWS if mark in row)


def _rank(mark: str) -> int:
    return _row(mark).index(mark)


def _end(text: str, start: int) -> int:
    stop = re.search(r"[。;；?？!！\n]|\. |$", text[start:])
    return start + (stop.start() if stop else 0)


def has_options(subject: Subject) -> CheckResult:
    """OPT: two to four options a reader can answer with one letter, each short."""
    options = subject.options or options_in(subject.text)
    short = all(_is_short(option, subject.language) for option in options)
    return result("OPT", 2 <= len(options) <= MOST_OPTIONS and short, count=len(options))  # noqa: PLR2004


def _is_short(option: str, language: str) -> bool:
    if language == "zh" and HAN.search(option):
        return 0 < len(option) <= OPTION_ZH
    return 0 < len(option.split()) <= OPTION_EN


def cheap_to_answer(subject: Subject) -> CheckResult:
    """LOW: an answer of 30 characters will do: options, a yes or a number, or one small thing."""
    options = subject.options or options_in(subject.text)
    wide = re.search(
        r"详细|展开(说|讲)|全部|完整|系统(地)?|谈谈你(对|的)|如何看待"
        r"|in detail|elaborate|walk us through everything|thoughts on\b",
        subject.text,
        re.IGNORECASE,
    )
    return result("LOW", bool(options) or (not wide and questions_in(subject.text) <= 1))


def in_tone(subject: Subject) -> CheckResult:
    """TONE: at most one emoji and one exclamation mark, and none of the words people flee."""
    bare = QUOTED.sub("", subject.text)
    loud = len(EMOJI.findall(bare)) > 1 or len(re.findall(r"[!！]", bare)) > 1
    stiff = STIFF.search(bare)
    return result("TONE", not loud and not stiff, word=stiff[0] if stiff else "")


def in_language(subject: Subject) -> CheckResult:
    """LANG: the language of the room, names and quotations aside."""
    bare = QUOTED.sub("", subject.text)
    for name in subject.namable:
        bare = bare.replace(name, "")
    for phrase in subject.brief.phrases:
        bare = bare.replace(phrase, "")
    han, latin = len(HAN.findall(bare)), len(re.findall(r"[A-Za-z]{2,}", bare))
    if subject.language == "zh":
        return result("LANG", han >= latin, expected="zh")
    return result("LANG", latin >= han, expected="en")


def in_hours(subject: Subject) -> CheckResult:
    """TIME: inside the open hours of the room, unless somebody is in danger."""
    return result("TIME", subject.open_now or subject.wakes)


def labelled(subject: Subject) -> CheckResult:
    """LABEL: what a machine drafted or made up as an example says so."""
    example = re.search(r"示例|例子|比如这样|example", subject.text, re.IGNORECASE)
    needs = subject.brief.scaffold is not None and subject.audience.value == "public"
    return passed("LABEL") if not needs else result("LABEL", example)
