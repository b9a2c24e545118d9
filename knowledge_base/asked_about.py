"""The member a question asks about, and whether a passage is theirs. Pure.

"What does Kofi pay?" is not answered by what Bram pays, however near the words: what is told of a
person has to be said by them or to name them, and to be about what was asked.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable

from knowledge_base.lexical import ASKING, has_han, in_simplified, tokens

_WORDLIKE = """amber april art august bill bob carol chase chip cliff dawn dean don drew earl faith
frank gene glen grace grant guy hope hunter iris ivy jack jade joy june mark max may nick pat pearl
penny pen rain ray reed rich rob robin rose ruby sandy skip sue van victor wade will win page miles
gray price sky summer autumn olive sage angel chance case dale dot ernest sterling bo so an min"""
WORDLIKE = frozenset(_WORDLIKE.split())
"""Names that are words as well: written small they mean the word."""
_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤"
    "花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅卞康伍余顾孟黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计成戴"
    "宋庞熊纪舒屈项祝董梁杜阮蓝闵席季强贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房丁邓洪包左石崔"
    "龚程邢裴陆翁荀曲家封储靳段焦侯全班秋仲宫宁仇甘厉武刘景詹龙叶白蒲赖卓池乔温庄晏柴瞿阎连习容向古易廖曾关沙游欧"
    "聂辛阚简饶师沙鞠丰涂肖付闫代尚"
)
_TITLES = "老小阿大"
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
_POSSESSIVE = re.compile(r"['’]s$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def asked_about(question: str, people: Iterable[str]) -> tuple[str, ...]:
    """Those of these people whom a question names, as they are called in it."""
    asked = in_simplified(question)
    found = (name for one in people for name in _called(one) if is_named(asked, name))
    return tuple(dict.fromkeys(found))


def of_another(
    question: str, people: Collection[str], words: str, speakers: Collection[str]
) -> bool:
    """Whether a question is about people a passage is not of, or says nothing asked of them.

    `words` are all it is searched in, `speakers` whose words it is.
    """
    if not people:
        return False
    told = "\n".join((words, *speakers))
    if not any(is_named(told, name) for name in people):
        return True
    rest = in_simplified(question)
    for name in people:
        rest = re.sub(re.escape(name), " ", rest, flags=re.IGNORECASE)
    wanted = {each for each in tokens(rest) if len(each) > 1 and not only_asks(each)}
    return bool(wanted) and not wanted & set(tokens(words))


def only_asks(token: str) -> bool:
    """Whether a word or pair of characters asks and says nothing: 几点, 什么, how."""
    return token in ASKING or any(each in "几哪谁什么怎咋何多少" for each in token)


def _called(name: str) -> tuple[str, ...]:
    """What one is called by this name: 七2曾佳 is 曾佳, 江楠化学 is 江楠, 杜可-信息 is 杜可."""
    if not has_han(name):
        first = _WORD.match(name)
        return (first[0],) if first and len(first[0]) > 1 else ()
    runs = (run for run in _HAN_RUN.findall(in_simplified(name)) if len(run) > 1)
    parts = [part for run in runs for part in _persons(run)]
    return tuple(dict.fromkeys(part for part in parts if len(part) > 1))


def _persons(run: str) -> tuple[str, ...]:
    """The names a run of characters may be: itself where short, else its beginning or its end."""
    if run[0] in _TITLES and len(run) == 2:  # noqa: PLR2004
        return (run,)
    short = 2 <= len(run) <= 3  # noqa: PLR2004
    if short and run[0] in _SURNAMES:
        return (run,)
    if run[-2] in _SURNAMES:
        return (run[-2:],)
    ends = (run[:2], run[-3:])
    return tuple(end for end in ends if len(run) > 3 and end[0] in _SURNAMES)  # noqa: PLR2004


def is_named(text: str, name: str) -> bool:
    """Whether a text names somebody; a name that is a word counts where it is written large."""
    if has_han(name):
        return name in in_simplified(text)
    wanted = _bare(name)
    for word in _WORD.findall(text):
        if wanted in WORDLIKE and not word[0].isupper():
            continue
        if wanted in (_bare(_POSSESSIVE.sub("", word)), _bare(word).removesuffix("s")):
            return True
    return False


def _bare(word: str) -> str:
    """Small letters without marks: Tuấn as tuan, Łucja as lucja."""
    parts = unicodedata.normalize("NFKD", word.lower().replace("ł", "l").replace("đ", "d"))
    return "".join(each for each in parts if not unicodedata.combining(each))
