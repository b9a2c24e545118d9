"""The cues the trained linker reads; their meaning is part of its weights: they stay as they are.

The wordings that carry a signal are in agent.listening.cues and may change freely.
"""

import re


def _either(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


_ASKS = _either(
    r"\?",
    r"(吗|呢|没有|没|嘛|不)[\s~。.…!]*$",
    r"请问|请教|想问|问一下|问下|问一句|弱弱|求(助|教|问|大佬|推荐|个)|谁(有|知道|能|会|手上|那)",
    r"有没有|有人(知道|用过|做过|试过|遇到)|怎么(办|做|弄|写|处理|说|搞)|咋(办|弄|整)|如何|是不是|什么时候|第几",
    r"^\s*(how|what|who|when|where|which|why|does|do|is|are|can|could|anyone|anybody)\b",
    r"\b(any ?(one|body) (know|have|has|tried|using|else)|how (do|would|did) (you|i|we)|does any)",
    r"\b(need (some )?(help|advice)|wondering|any (tips|ideas|advice)|quick (one|question))\b",
)
_THANKS = _either(
    r"谢|感谢|多谢|辛苦|有用|学到|学习了|收藏|记下|懂了|明白了|好嘞|解决了|搞定|可以了|ok\b|okay|找到了",
    r"\b(thanks?|thank you|thx|ty|cheers|got it|makes sense|solved|works|found it|booked|perfect)\b",
)
_ACK = re.compile(
    r"^\W*(收到|已?交了?|已填|已报|好的?|好嘞|好滴|嗯+|哦+|行|可以|明白|了解|okk?|okay|got it|noted|done|yep|yes|sure|thanks?|thx|ty|\+1|1|in)\W*$",
    re.IGNORECASE,
)
_NOTICE = _either(
    r"@(所有人|全体成员|all|here|channel|everyone)\b|@所有人",
    r"[【\[](通知|公告|提醒|重要)[】\]]|^(通知|提醒|公告)[::]|截止|deadline|heads up|reminder|📣|📢",
)
_PUSH = _either(
    r"(开放题|小题|话题|讨论题|今晚.{0,6}聊|明晚.{0,6}聊|打卡|接龙|回个?(字母|数|1)|报个数|投个?票)",
    r"\b(question of the (week|day)|\w+ q:|week \d+ ?=|theme|who wants to|\+1 here|reply with|just the number|bring the)\b",
)
_CHAIN = re.compile(r"^\W*#?(接龙|solitaire)|^\W*\+1\b|^\W*1\W*$", re.IGNORECASE)
_LAUGHS = _either(
    r"哈{2,}|笑死|😂|🤣|😭|\[(捂脸|笑哭|流泪|破涕为笑|动画表情|图片)\]|\b(lol|lmao+|haha+|rofl)\b"
)

_CUES = (
    _ASKS,
    re.compile(r"\?[\s)\"'~]*$"),
    re.compile(r"^\W*(hi|hey|hello|yo|morning|evening|大家好|各位|早|晚上好)\b", re.IGNORECASE),
    _THANKS,
    _ACK,
    re.compile(
        r"^\W*(\S+[:,]\s*)?(yes|yeah|yep|no|nope|nah|sure|right|true|对|是|不是|不|没|嗯|有)",
        re.IGNORECASE,
    ),
    re.compile(r"https?://|www\."),
    re.compile(f"{_NOTICE.pattern}|{_PUSH.pattern}", re.IGNORECASE),
    _CHAIN,
    _LAUGHS,
    re.compile(
        r"^\W*(\S+[:,]\s*)?(and|but|so|or|then|also|plus|但|那|所以|然后|而且|还有|另外)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(try|run|type|install|use|open|check|click|look|sudo|you (can|need|could|should))\b|试试|可以|用|先",
        re.IGNORECASE,
    ),
    re.compile(r"\b(that|it|this|they|them|one)\b|那个|这个|那|这", re.IGNORECASE),
    re.compile(
        r"^\W*(\S+[:,]\s*)?(how|what|who|when|where|which|why|is|are|does|do|can|谁|怎么|请问|有没有)",
        re.IGNORECASE,
    ),
    re.compile(r"\d"),
    re.compile(r"@"),
)
CUES = len(_CUES) + 1


def cues_of(text: str, *, media: bool) -> tuple[float, ...]:
    """1 or 0 for each cue; the last says that it is a picture, file or sticker."""
    return (*(1.0 if cue.search(text) else 0.0 for cue in _CUES), float(media))
