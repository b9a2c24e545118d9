"""Whether a text orders a machine about instead of asking something. Pure.

Only what begins a clause as a command counts: who asks how such orders are met, or what somebody
meant by one, asks a question.
"""

import re

_CLAUSE = re.compile(r"[,，。;；!！?？:：\n“”\"「」]+|\.(?=\s|$)|\s[-—–]+\s")
_ASKS = re.compile(
    r"怎么|怎样|如何|什么|为什么|为啥|吗$|么$|呢$|是否|能不能|会不会|多少|哪"
    r"|\b(?:how|what|why|when|which|who|whether|should i|do i|can i|is it)\b",
    re.IGNORECASE,
)
_LEAD = (
    r"(?:请|麻烦|拜托|你|您|现在|立刻|马上|接下来|从现在(?:起|开始)|以后|必须|要|都|给我|帮我|先|然后|并且?"
    r"|simmer|小火慢炖|小火|ai|助手"
    r"|please|now|hey|hi|hello|ok|okay|and|then|so|just|kindly|assistant|dear|first"
    r"|(?:can|could|will|would) you|you (?:must|should|will|have to|need to|can)"
    r"|i (?:want|need|order|command) you to|from now on|\s)*"
)
_NOUN = (
    r"(?:指令|指示|要求|规则|群规|提示词?|设定|限制|命令|规定|约束|内容|对话|instructions?|rules?"
    r"|prompts?|guidelines?|commands?|directions?|restrictions?|messages?|orders?|limits?|policies)"
)
_BEFORE = r"(?:之前|以前|先前|以上|上面|前面|上述|所有|一切|全部|任何|原来|你|系统|现有|此前)"
_ANY = r"(?:all|any|every|your|the|my|these|those|of|previous|prior|above|earlier|existing|system)"
_ORDER = re.compile(
    rf"^{_LEAD}(?:"
    rf"(?:忽略|无视|忽视|忘掉|忘记|抛开|抛弃|违反|绕过|不(?:要|用|必)?(?:管|理会|遵守)).{{0,4}}{_BEFORE}"
    rf".{{0,10}}{_NOUN}"
    rf"|(?:ignore|disregard|forget|override|bypass)(?: {_ANY})+ ?{_NOUN}"
    r"|(?:ignore|disregard|forget) everything (?:above|before|you|i)"
    r"|(?:输出|打印|显示|说出|泄露|复述|重复|公布|告诉我|展示|交出|列出)(?:一下|出)?(?:你|系统)的?"
    r"(?:全部|完整|原始|隐藏|内部|系统|初始)*(?:的)?(?:提示词?|指令|设定|规则|prompt)"
    r"|(?:print|reveal|show|output|repeat|tell|give|leak|display|expose|list)(?: me| us| out)*"
    r" (?:(?:your|the)(?: \w+)? system prompt|your(?: (?:full|whole|hidden|secret|original"
    r"|initial|internal))* (?:prompt|instructions)|the (?:hidden|secret|original|internal)"
    r" (?:prompt|instructions))s?$"
    r"|(?:扮演|假装(?:你)?(?:是|自己是)|是)一个?(?:没有|不受|无)(?:任何)?(?:限制|约束|规则)"
    r"|(?:进入|切换到|打开|启用)(?:开发者|管理员|越狱|调试|root|dan|上帝)模式"
    r"|(?:enter|switch to|enable|activate) (?:developer|admin|jailbreak|debug|root|dan|god) mode"
    r"|(?:you are|act as|pretend to be|pretend you are|behave as|be)(?: now)? (?:an? |the )?"
    r"(?:dan\b|unrestricted|unfiltered|jailbroken|evil|root\b|admin(?:istrator)?\b)"
    r")",
    re.IGNORECASE,
)


def is_order(text: str) -> bool:
    """Whether one of its clauses commands a machine, and does not ask."""
    clauses = (part.strip() for part in _CLAUSE.split(text))
    return any(_ORDER.match(part) and not _ASKS.search(part) for part in clauses)
