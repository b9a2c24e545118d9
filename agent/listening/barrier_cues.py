"""Wordings by which members show what keeps them from speaking; searched in the plain text."""

from agent.listening.cue import Cue

HEDGES = Cue(
    r"(可能|也许|不一定|未必)(说|讲|想|理解)得?(不)?(对|准|全)|不知道(说得?|想得?|理解得?)?(对不对|算不算|行不行|合不合适|该不该说)"
    r"|说(错|得不对|得不好)了?.{0,6}(别|不要|请|勿|大家|多)|(别|不要|勿)(笑|喷|拍砖|介意)|轻喷|见笑|献丑|班门弄斧|瞎说|乱说|个人(愚|拙|浅)见|一点(浅见|拙见)"
    r"|(我|咱)(水平|经验)(有限|不够|太少|不足)|不(懂|专业),?(随便|瞎|乱)说|我(就)?随(便|口)一?说|不好意思(说|讲|发)|怕(说错|被笑|耽误|丢人)",
    r"\bjust my (two|2) cents\b|\b(i )?(might|may|could) be (totally |completely |way )?(wrong|off)\b|\bcorrect me if\b"
    r"|\b(probably|maybe|sorry if (this|it) is|this is) (a |an )?(silly|stupid|dumb|obvious|basic)\b|\bnot sure (if )?(this|it|that) (counts|is right|makes sense|is worth)\b"
    r"|\bi'?m no expert\b|\bfor what it'?s worth\b|\bfwiw\b|\bplease don'?t laugh\b|\b(feel free to )?ignore (me|this) if\b|\bwhat do i know\b",
)
"""The own words are taken back while they are said. Courtesy alone ("sorry to bother") is none."""
WORDLESS = Cue(
    r"(?<![他她您你])(不知道(该)?(怎么|咋)(说|讲|写|问|开口|表达|描述)|不知道从(哪|何)(说|讲|写)?起?|不太?会(说|讲|写|表达|描述|问)|说不(好|清楚?|明白|上来)|描述不(清|出)"
    r"|(表达|组织)(不好|不出)|组织不好语言|嘴笨|写了(半天|又删|删)|憋(了)?半天|(脑子|心里)有.{0,8}(说|写|讲)不出)",
    r"\b(not sure|don'?t know|no idea|unsure|struggling with) how (to|i) (say|put|phrase|write|start|explain|describe|word|ask)\b|\bhard to (put into words|explain|describe)\b"
    r"|\b(bad|terrible|not good|not great) at (writing|explaining|putting|describing)\b|\bcan'?t (find the words|explain (it )?(well|properly))\b|\bdon'?t know where to (start|begin)\b",
)
"""There is something to say and the words for it are missing."""
ASKS_BACK = Cue(
    r"(什么|啥|哪个|哪种)意思|没(太)?(看|听)?(懂|明白)|你(是)?(说|指)的?(是)?(哪|什么|啥)|(能|可以)?(不能)?(再)?(具体|详细|细)(点|一点|一些|说)|说(具体|清楚|细)(点|些)?|举个例|比如呢|指(的是)?(哪|什么)|背景(是|呢)|哪(一)?(步|页|张|个)\?",
    r"\bwhat do you mean\b|\bwhich (one|part|step|file|version) \b|\b(can|could) you (clarify|elaborate|be more specific|give (an|some) (example|detail|context)|explain what)\b"
    r"|\b(not sure|don'?t) (i )?(follow|understand|get (it|what))\b|\bmore (detail|details|context|specifics)\b|\bfor example\?|\bsuch as\?",
)
"""Somebody wants to help and cannot tell what is meant."""
LISTED = Cue(
    r"(?<![a-z])A[\s.、:)]?.{1,60}?(?<![a-z])B[\s.、:)]?\S|1[.、 )].{1,40}2[.、 )]|[①②]|回(个)?(字母|数字|1)|(二|三|四)选一|打(个)?分",
    r"\breply with (a|the|just)\b|\bjust the (number|letter)\b|\bone (letter|number|word)\b|\bpick (one|a or b)\b",
)
"""A question that brings its answers along."""
