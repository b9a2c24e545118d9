"""Wordings two sentences are compared by: limits, conditions, opposites, and what says little."""

import re
from collections.abc import Mapping

LIMIT = re.compile(
    r"(?:不(?:要|能|可以?|得)?超过|不多于|至多|最多|顶多|控制在|以内|之内|不大于)"
    r"|\b(?:no more than|not more than|at most|within|under|below|up to)\b",
    re.IGNORECASE,
)
"""At most: said with a denial or without, it is the same limit."""
CONDITION = re.compile(
    r"以上|以下|以外|除了|除非|除外|只有|如果|要是|万一|周末|假期|特殊|例外|超过|不到|满(?=\d|[一二三四五六七八九十])"
    r"|\b(?:if|unless|except|only|when|whenever|during|over|above|after hours|in case|until)\b",
    re.IGNORECASE,
)
"""What restricts a sentence to a case of its own."""
ORDINAL = re.compile(
    r"第([一二三四五六七八九十\d]+)([周天次月年节课步轮个]?)"
    r"|\b(first|second|third|fourth|fifth|last)\b"
    r"|\b(?:day|week|month|year|step|round) (one|two|three|four|five|six|\d+)\b",
    re.IGNORECASE,
)
"""Which one of several: another one is another case."""
OPPOSITES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(one, re.IGNORECASE), re.compile(other, re.IGNORECASE))
    for one, other in (
        (
            r"之前|以前|[饭餐课会班睡]前|开(?:播|会|课)前|\bbefore\b",
            r"之后|以后|[饭餐课会班睡]后|\bafter\b",
        ),
        (r"早上|上午|早晨|\bmornings?\b", r"晚上|傍晚|\bevenings?\b|\bnights?\b"),
        (
            r"增加|提高|多(?=放|给|做|用)|\bmore\b|\bincreas\w+",
            r"减少|降低|少(?=放|给|做|用)|\bless\b|\bfewer\b|\bdecreas\w+",
        ),
        (
            r"公开|当众|全班面前|当着\S{0,4}面|\bin public\b|\bpublicly\b",
            r"私下|单独|\bin private\b|\bprivately\b",
        ),
        (r"允许|\ballow(?:s|ed)?\b", r"禁止|\bforb(?:id|ids|idden)\b|\bbann?(?:ed|s)?\b"),
        (r"有用|有效|管用|\bworks\b|\bhelps\b", r"没用|无效|不管用|\buseless\b"),
    )
)  # fmt: skip
"""Words of which one says the contrary of the other."""
ORDER = (
    re.compile(r"先(?P<first>[^，,。；;]{1,14})[，,]?(?:再|然后|最后)(?P<then>[^，,。；;]{1,14})"),
    re.compile(
        r"(?P<first>[^，,。；;]{1,14})[，,](?:下课|之后)?(?:再|然后)(?P<then>[^，,。；;]{1,14})"
    ),
)
NOT_SAID = re.compile(
    r"[吗么呢?？]\s*$|^\s*(?:以前|原来|本来|过去)(?!了)|\bused to\b|\bback then\b", re.MULTILINE
)
"""Asked, or told of the past: it contradicts nobody."""
EACH = re.compile(r"\b(every|each)( (?:day|week|month|year))\b")
"""Every week is every one week: a figure that can differ."""
SAME: Mapping[str, str] = {
    "半小时": "30分钟", "半个小时": "30分钟", "半天": "12小时", "半个月": "15天",
    "一刻钟": "15分钟", "half an hour": "30 minutes", "a fortnight": "2 weeks",
    "once a": "1 times a", "twice a": "2 times a", "once": "1 times", "twice": "2 times",
    "weekly": "every week", "daily": "every day", "monthly": "every month",
}  # fmt: skip
"""Spans and counts in other words, as numbers with a unit."""
MINUTES: Mapping[str, int] = {
    "分钟": 1, "分": 1, "小时": 60, "天": 1440, "日": 1440, "周": 10080, "月": 43200, "年": 525600,
    "min": 1, "h": 60, "day": 1440, "week": 10080, "month": 43200, "year": 525600,
}  # fmt: skip
LITTLE_HAN = frozenset(
    "的了是在我你他她它们这那有和就也都要会能可吗呢吧啊呀哦嗯哈么着过给对说个一去来没上下到得地把被让与及或但还再又很太真好"
    "不别先后前才应该须必需用请以之于为从向自己每时候起能够可以"
)
_LITTLE = """
a an the i you he she it we they my your his its our their is are was were be been do does did
have has had will would can could should may might must shall to of in on at by for with from as
and or but if so not no never don't doesn't that this these those there here what which who when
even than too very just also all any some one let every each get goes go gets out up everyone
need needs always ask take takes keep keeps then within under below only there's isn't
"""
LITTLE_LATIN = frozenset(_LITTLE.split())
