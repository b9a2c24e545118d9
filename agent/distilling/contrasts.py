"""Things of which one excludes the others: days, colours, sides, times of day, units of time."""

from collections.abc import Iterator

from agent.distilling.telling import root_of

_COLOURS = "红 橙 黄 绿 青 蓝 紫 黑 白 灰 粉 棕"
_HAN = f"""
{_COLOURS}
一 二 三 四 五 六 日
东 南 西 北
左 右
前 后
上 中 下
早 中 下 晚
里 外
内 外
男 女
父 母
爸 妈
大 小
高 低
长 短
轻 重
厚 薄
新 旧
新 老
热 冷
热 凉
冷藏 冷冻
干 湿
软 硬
正 反
首 尾
公 私
买 卖
好 差
天 周 月 年 季
今 明 昨
春 夏 秋 冬
早上 中午 下午 傍晚 晚上 夜里 凌晨
上午 中午 下午 晚上
"""
_LATIN = """
red orange yellow green blue purple black white grey pink brown
monday tuesday wednesday thursday friday saturday sunday
mon tue wed thu fri sat sun
january february march april may june july august september october november december
jan feb mar apr may jun jul aug sept oct nov dec
spring summer autumn winter
morning afternoon evening night noon midnight
today tomorrow yesterday
minute hour day week fortnight month quarter year
hourly daily weekly fortnightly monthly quarterly yearly
left right
inside outside
indoors outdoors
upstairs downstairs
front back
top bottom
north south east west
big small
large small
high low
hot cold
thick thin
old new
early late
public private
paid unpaid
internal external
online offline
male female
boy girl
mother father
"""


def _sets(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in text.strip().splitlines())


_HAN_SETS = _sets(_HAN)
_LATIN_SETS = tuple(tuple(root_of(word) for word in line) for line in _sets(_LATIN))


def counterparts(word: str) -> Iterator[str]:
    """What a word in plain letters excludes: 周五 the other days, 左表 右表; Latin words as roots.

    A lone Han character says too much else, but for a colour.
    """
    if word.isascii():
        root = root_of(word)
        for line in _LATIN_SETS:
            if root in line:
                yield from (other for other in line if other != root)
    elif len(word) > 1 or word in _COLOURS:
        for line in _HAN_SETS:
            for part in line:
                if part in word:
                    yield from (word.replace(part, other) for other in line if other != part)
