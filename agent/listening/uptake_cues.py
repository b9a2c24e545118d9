"""Wordings of replies that take something up, or pass over it; and words that carry nothing."""

import re

_LITTLE = """
a an the i you he she it we they me him her us them my your his its our their is are was were
be been am do does did have has had will would can could should may might to of in on at by for with
from as and or but if so not no yes ok okay this that these those there here what which who how when
where why then than too very just also get got i'm it's don't that's up out about into over all any
some one yeah um uh oh right like well now because 我们 你们 他们 这个 那个 就是 什么 没有 可以 一个"""
EMPTY = frozenset(_LITTLE.split())


def _cue(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


CUES = (
    ("reply", _cue(r"\b(why|how come)\b|为什么|为何|凭什么")),
    ("reply", _cue(r"\bhow (did|do|would|could|can)\b|怎么(做|想|会|知道|办)")),
    ("reply", _cue(r"\bwhat\b|什么|哪")),
    (
        "reply",
        _cue(
            r"\b(tell|explain|show|describe|say more|go on|convince)\b|说说|讲讲|展开|举个例|还有吗"
        ),
    ),
    (
        "reply",
        _cue(
            r"\b(so you|you('re| are) saying|you said|you mean|i hear|you think|you noticed|you found|you did)\b|你(是)?说|你的意思|你刚才|你提到"
        ),
    ),
    ("reply", _cue(r"^\W*(so|and|but|because|now)\b|^\W*(所以|那么?|然后|但是)")),
    (
        "reply",
        _cue(
            r"^\W*(yes|yeah|right|exactly|correct|good|great|excellent|nice|very good|perfect|thank you)\b|^\W*(对|是的|很好|不错|好)"
        ),
    ),
    ("reply", _cue(r"^\W*(okay|ok|alright|all right|mm|uh|um|hmm)\b|^\W*(嗯|哦|好的|收到)")),
    ("reply", _cue(r"^\W*(no|not|wait|hold on)\b|^\W*(不|别|等)")),
    (
        "reply",
        _cue(
            r"\b(student|everyone|class|guys|friends|boys|girls|turn|page|sit|listen|quiet|shh)\b|大家|同学们|各位"
        ),
    ),
    ("reply", _cue(r"\b(agree|disagree|else|another|anyone|who)\b|同意|还有(谁|人)|其他")),
    ("reply", _cue(r"\b(it|that|those|these|this)\b|这|那")),
    ("reply", _cue(r"\byou(r|'re)?\b|你|您")),
    (
        "reply",
        _cue(
            r"\b(let's|we('re| are)|i want|i need|go ahead|next|move on|remember|look)\b|我们|接下来|下一"
        ),
    ),
    (
        "reply",
        _cue(
            r"\b(i like|i love|good job|nice job|great job|interesting|awesome|love)\b|喜欢|有意思|厉害|真好"
        ),
    ),
    ("reply", _cue(r"\b(thank|please)\b|谢谢|请")),
    ("reply", _cue(r"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|half|third|fourth)\b")),
    ("message", _cue(r"\?|吗|呢")),
    ("message", _cue(r"\b(because|so|if|think|since)\b|因为|所以|觉得|如果")),
    ("message", _cue(r"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|half)\b")),
    ("message", _cue(r"inaudible|crosstalk|听不清")),
    ("message", _cue(r"\b(can i|may i|i don't|bathroom|where|done|finished)\b")),
)
"""Which text is searched, and for what; the order is the order of the trained weights."""
