"""A member's question cleaned for a title: no greeting, opener, address or options."""

import re

from agent.distilling.sentences import is_chinese, tidy

_OPENS = re.compile(
    r"^(?:(?:(?:各位|大家|老师们?|同学们?|同事们?|朋友们?|大佬们?|群友们?)[^，,。：:\s]{0,4}好?[呀啊]?[，,。！!：:\s]+)"
    r"|(?:(?:想|请|来|再|弱弱|顺便|冒昧|小声)?(?:请教|请问|想问|问|求助|求教|打断|插)(?:一?[下句嘴]|个问题|句)*"
    r"(?:大家|各位|老师们?|大佬们?|一下)?[，,：:\s…。.]+)"
    r"|救命[呀啊]?[，,！!\s]+|(?:请问|求问|问下|想问下?|求助|求支招|求指点|求救|求建议)(?:大家|各位)?"
    r"|(?:先|只)?(?:想|说|聊|答)(?:一个|个|说|聊)?就行[，,：:\s]+"
    r"|(?:[今明昨]?[天晚早]?\d*[点]?的?|[本这]?周[一二三四五六日末]?)的?(?:小题|开放题|话题|讨论题?|问题)[：:]\s*)+"
)
_OPENS_EN = re.compile(
    r"^(?:(?:hi|hey|hello|morning|ok(?:ay)?|so|and|but|also|btw|sorry|wait|well)\b"
    r"(?: (?:all|everyone|folks|team|there|guys))?[,.!:\s]+"
    r"|(?:quick|small|dumb|stupid|silly|newbie|random|honest)\s(?:one|q|question)s?\b[,.:\s-]+"
    r"|(?:q|question)[:,]\s*|(?:i )?(?:need|want) (?:some )?(?:advice|help)\b[,.:\s]+"
    r"|(?:was |just )?(?:wondering|curious)[,:\s]+"
    r"|(?:does|do) (?:anyone|anybody|someone) (?:here )?(?:know|remember)\b\s*,?\s*"
    r"|(?:can|could) (?:anyone|someone) (?:tell me|explain)\b\s*"
    r"|(?:anyone|anybody) (?:know|remember)s?\b\s*)+",
    re.IGNORECASE,
)
_SUBJECT_EN = re.compile(r"^([\w-]+) (?:q|question)[:,]\s*", re.IGNORECASE)
SUBJECT_ZH = re.compile(
    r"^([\u3400-\u9fff]{2,4}?)(?:的时候)?(?:想问|请教|求问|求助)(?:一?下|个问题)?[，,：:\s]+"
)
_WHO_ZH = re.compile(
    r"(?:有没有(?:人|谁|哪位(?:老师)?|老师|同事)?|有(?:谁|人|哪位)|哪位(?:老师|同事|朋友|大佬)?|谁)(?:知道|了解|清楚|能说说|说说|懂)"
)
_LIKE_ME = re.compile(
    r"有没有(?:人)?(?:跟|和|像)我一样(?:的|情况)?|有(?:做|试|用|碰|遇)[^，,]{0,3}过的[吗么]?[，,]?"
)
_OPTIONS = re.compile(
    r"[\s:：,，]*(?<![A-Za-z])[AＡ][.、:：]?\s?[^\sA-Za-z][\s\S]{0,40}[\s,，][BＢ][.、:：]?\s?[^\sA-Za-z][\s\S]*$"
)
_ORAL_TAIL = re.compile(r"(?:来着|呀|啊|哈|哦|捏|嘞|的说)+(?=[，,？?]|$)")


def cleaned(text: str) -> str:
    """A question without greeting, opener, address, smileys, options and what speech adds."""
    rest = _SUBJECT_EN.sub(r"\1: ", SUBJECT_ZH.sub(r"\1：", tidy(text)))
    before = None
    while before != rest:
        before = rest
        rest = _OPENS_EN.sub("", _OPENS.sub("", rest)).lstrip(" ，,、。.:：!！…-")
    rest = _LIKE_ME.sub("", _WHO_ZH.sub("", rest))
    listed = _OPTIONS.search(rest)
    rest = rest[: listed.start()] + "怎么做" if listed and is_chinese(rest) else rest
    rest = _ORAL_TAIL.sub("", re.sub(r"[?？!！]+(?=.)", "，", rest.rstrip("?？!！。. ~～")))
    return re.sub(r"\s+", " ", rest).strip(" ，,、。.:：;；")
