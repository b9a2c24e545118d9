"""Which question may be shown, without a name, to those who write answers. Pure.

Nobody agreed to it, so it must be of use to all: a greeting is none, and what is private, speaks
of a member or of how people get on is left to whoever asked.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from agent.answering.private import is_private
from agent.listening.names import Names, named, names_of
from community.people import Member
from knowledge_base.lexical import ASKING, plain, tokens

_CALLS = re.compile(
    r"在(?:吗|嘛|么|不在)?|有人(?:在)?(?:吗|嘛|么)?|您好|你好|大家好|各位|哈喽|嗨|早上好|早安|晚上好|晚安|下午好|中午好"
    r"|谢谢|感谢|辛苦了?|测试|试试|试一下|请问一下|问一下|问个(?:问题|事)|小火慢炖|机器人|老师们?|同学们?"
    r"|\b(?:hi|hello|hey|yo|hiya|good (?:morning|evening|afternoon|night)|thanks?|thank you|thx"
    r"|cheers|test(?:ing)?|anybody|anyone|someone|there|here|everyone|all|bot|simmer|ping)\b",
    re.IGNORECASE,
)
_OF_PEOPLE = re.compile(
    r"谁.{0,10}(?:讨厌|最?烦|懒|差劲|最坏|笨|蠢|傻|难相处|偷懒|小气|八卦|最丑|最帅|最漂亮|单身|喜欢谁|关系)"
    r"|(?:讨厌|恨|看不惯|受不了|喜欢|暗恋)(?:的人)?(?:是)?谁|离婚|出轨|单身|谈恋爱|对象是谁|多大年纪|几岁了|怀孕"
    r"|\bwho\b.{0,30}\b(?:annoying|hates?|hated|dislikes?|lazy|lazies?t|worst|stupid|dumb|ugly|rude"
    r"|single|dating|sleeping)\b"
    r"|\b(?:divorc\w+|pregnan\w+|dating|affair)\b",
    re.IGNORECASE,
)

_SHORT = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,4}$|^[A-Za-z]{3,}(?=\s)")
"""What a member is called in talk: 曾佳 of 七2曾佳, Kofi of Kofi Mensah."""


def names_here(members: Iterable[Member]) -> Names:
    """The names of a group, with what people are called for short."""
    return names_of(
        replace(each, aliases=(*each.aliases, *_SHORT.findall(each.name))) for each in members
    )


def may_show(question: str, members: Names) -> bool:
    """Whether others may read it without a name: it asks something, and of nobody here."""
    if is_private(question) or _OF_PEOPLE.search(question) or named(question, members):
        return False
    rest = _CALLS.sub(" ", plain(question))
    return any(len(each) > 1 and each not in ASKING for each in tokens(rest))
