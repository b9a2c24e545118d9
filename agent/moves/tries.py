"""Wordings that a condition looks for itself: what a member intends, and that words are missing."""

import re

TRIES = re.compile(
    r"(我|明天|今晚|下周|回去|这周|先)(就|去|也|先|回去)?试(一?试|一?下|看|看看)|我去试|明天就试|回头试"
    r"|\b(i'?ll|i will|going to|gonna|will) (try|give (it|this|that) a (go|try|shot))\b"
    r"|\bok trying\b"
    r"|\btrying (it|this|that) (tomorrow|next|on|this)\b",
    re.IGNORECASE,
)
HESITATES = re.compile(
    r"不知道(怎么(说|讲|写|开口|表达)|算不算|该不该说|从哪(说|讲)|说得对不对)|不太?会(说|讲|写|表达)|说不(好|清楚)|嘴笨"
    r"|不好意思(说|讲|发)|组织不好语言|想说又|憋了半天|有个事不知"
    r"|\b(not sure|don'?t know|no idea) how to (say|put|phrase|write|start|explain)\b"
    r"|\bhard to put into words\b"
    r"|\b(bad|terrible|not good) at (writing|explaining|putting)\b|\bnot sure (if )?(this|it"
    r"|that) counts\b",
    re.IGNORECASE,
)
"""Somebody has something to say and not the words for it."""
LISTED = re.compile(
    r"(?<![A-Za-z])[A-D][\s.、:)]?.{1,60}?(?<![A-Za-z])[B-D][\s.、:)]?\S|1[.、 ].{1,20}2[.、 ]"
)
"""A question that comes with its options."""
