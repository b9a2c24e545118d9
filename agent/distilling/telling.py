"""Words about what was said rather than of it: saying and doing, sides, reasons, how much."""

from functools import lru_cache
from typing import Protocol, cast

from snowballstemmer.english_stemmer import EnglishStemmer


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's name


_ZH = """
时间 原因 前提 办法 做法 方法 情况 结果 意思 问题 东西 事情 时候 地方 部分 内容 方面 建议
经验 样子 步骤 流程 要求 规定 规则 目的 条件 理由 好处 坏处 分歧 主张 意见 看法 观点 数 数字
数据 大家 两人 双方 对方 别人 他人 自己 本人 我方 一方 用途 效果 影响 方式 重点 关键 区别 例子
反对 同意 少数 多数 次日 先前 当时 当天 当晚 过去 有误 群里
群聊 老师 学生 孩子 客户 改为 改成 变成 变为 成为 认为 承认 提醒
"""
_LITTLE = """
a an the i you he she we they it me him her us them my your his its our their mine yours hers ours
theirs is are was were be been am do does did have has had will would can could should might
must not shall to of in on at by for with from as and or but if so no yes ok okay this that these
those there here what which who whom how when where why then than too very just also get got out up
off about into over all any some
"""
_EN = """
chat group channel people person somebody anybody team member members thing things way ways
time times case cases
example reason result results point points rule rules idea part parts side trial first second last
other others same own such only both each every either neither again still already even almost
because instead before after since until while during against through without within plus around
under per via as like most more less least few many much enough often rather far soon once twice
good bad better best worse main whole mean means meaning want wants need needs let lets
say says said saying tell tells told ask asks asked asking answer answers agree agrees agreed
disagree disagrees disagreed think thinks thought prefer prefers suggest suggests propose proposed
warn warns make makes made making take takes took taken keep keeps kept give gives gave given go
goes went gone come comes came bring brings brought use uses used using doing done being having put
puts find finds found show shows shown help helps helped work works worked start starts started
stop stops stopped stay stays stayed become becomes became leave leaves left cut cuts lose loses
lost see sees seen hear heard know knows knew known allow allowed include included including differ
differs different available possible impossible new
"""
_IRREGULAR = """
begin began begun;break broke broken;build built;buy bought;catch caught;choose chose chosen
draw drew drawn;drink drank drunk;drive drove driven;eat ate eaten;fall fell fallen;feel felt
fight fought;fly flew flown;forget forgot forgotten;freeze froze frozen;grow grew grown
hide hid hidden;hold held;lead led;lend lent;meet met;pay paid;ride rode ridden;ring rang rung
rise rose risen;run ran;seek sought;sell sold;send sent;shake shook shaken;shoot shot;sing sang
sit sat;sleep slept;speak spoke spoken;spend spent;stand stood;steal stole stolen;swim swam
teach taught;tear tore torn;throw threw thrown;wake woke woken;wear wore worn;win won
write wrote written
"""
_LITTLE_WORDS = frozenset(_LITTLE.split())
_BASE = {
    form: line.split()[0]
    for line in _IRREGULAR.replace("\n", ";").split(";")
    if line.strip()
    for form in line.split()
}


@lru_cache(maxsize=4096)
def root_of(word: str) -> str:
    """What the forms of an English word in small letters have in common: writes, wrote, written."""
    stemmer = cast("_Stemmer", EnglishStemmer())  # it holds a word: no two threads share one
    return stemmer.stemWord(_BASE.get(word, word))


_TELLING = frozenset(_ZH.split()) | frozenset(root_of(word) for word in _EN.split())


def is_little(word: str) -> bool:
    """Whether an English word only joins others."""
    return word in _LITTLE_WORDS or len(word) == 1


def is_telling(word: str) -> bool:
    """Whether a word may be a writer's own, wherever it stands."""
    return (root_of(word) if word.isascii() else word) in _TELLING
