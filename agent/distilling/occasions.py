"""The words of what passes or binds: small talk, appointments, trouble, official word."""

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


SMALL_TALK = _any(
    r"人呢|在吗|在不在|有人(?:吗|在)|吃了(?:吗|没)|睡了(?:吗|没)|几点了|[啥什]么?情况|[怎咋]么?了[？?]*$"
    r"|什么意思|真的(?:吗|假的)|谁啊|是吧[？?]*$|对吧[？?]*$|对不对[？?]*$|你们?呢[？?]*$|还有(?:人|谁)吗",
    r"\b(?:what did i miss|what'?s up|how are (?:you|we)|how(?:'s| is| was) (?:it going"
    r"|your (?:day|week|weekend))|who(?:'s| is) (?:here|around|awake|in)\b|anyone (?:here"
    r"|around|awake|there)|you there|really\?|seriously\?|guess what|right\?\s*$"
    r"|isn'?t it\?\s*$|sounds? good\?|make sense\?|what about you)",
)
APPOINTS = _any(
    r"(?:今天|明天|后天|本?周[一二三四五六日天]|下周|这周|\d+[号日]).{0,12}\d+(?:[:：]\d+|点).{0,12}"
    r"(?:见|开会|集合|到|来)(?!不)",
    r"\b(?:mon|tue|wed|thu|fri|sat|sun)(?:day|s?day|nesday|rsday|urday)?,? "
    r"(?:\d{1,2}(?:st|nd|rd|th)?,?"
    r"(?: (?:of )?[a-z]+)?,? )?(?:at )?\d{1,2}(?::\d\d|(?= ?[ap]m\b))"
    r"|\bcloses? (?:on )?(?:mon|tue|wed|thu|fri|sat|sun)"
    r"|\b(?:adding you|invite (?:is )?sent"
    r"|pinned in|pinned at)\b",
)
DATED = _any(
    r"(?:下|本|这)?周[一二三四五六日天]|下周|本周|明[天早晚]|今[天晚]|\d+月\d+"
    r"|\d{1,2}\.\d{1,2}(?!\d|%|倍|[a-z])|\d{1,2}[:：]\d\d",
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:tomorrow|tonight|today)\b"
    r"|\b(?:next|this) week\b"
    r"|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b\d{1,2}:\d\d",
)
"""A day or an hour: what a notice is about, and gone with it."""
RULED = _any(
    r"每(?:次|周|天|月|人|组|个)|一律|必须|规矩|不许|不准|不能|不用|别|满\s?\d|从.{1,10}(?:起|开始)|以后|更正|改|作废|为准|提前|不是|取消|挪到|推迟",
    r"\b(?:every|each|always|never|must|have to|rule|from now on|per)\b"
    r"|\b(?:mov(?:ed|ing)|chang(?:ed?|ing)|cancel(?:led|ed)|instead)\b"
    r"|\b(?:not|don'?t|correct(?:ion|ed)|no longer|late|at least|until)\b",
)
"""What outlives its day: a rule, a change, a period."""
PROPOSES = _any(
    r"能不能|要不要|要不|提(?:个|一个)?(?:事|建议|议)|建议|谁(?:愿意|一起|来)|一起|先试"
    r"|统一(?:按|用|一下)|从.{1,8}开始|各[自拿]",
    r"\b(?:propos\w+|let'?s|how about|what if|who'?d|everyone brings|anyone up|shall we)\b",
)
"""A plan put to others."""
SUGGESTS = _any(
    r"^(?:要不|不如|试试)",
    r"^(?:look|try|maybe|check|ask|tell|see|use|take|read|and|then)\s",
)
"""A question that proposes something asks for nothing."""
RUMOUR = _any(
    r"听说|据说|听(?:人|同事|朋友|同学|别人|隔壁|邻居)[^，,。]{0,4}[说讲]|(?:有人|都在|到处|外面|群里)[说传]"
    r"|传(?:言|闻)|小道消息|不知(?:道)?真(?:的)?假",
    r"\b(?:heard (?:that|from|they|it)|rumou?rs?|apparently|supposedly|allegedly|word is"
    r"|(?:a|an|some|this|my) (?:guy|bloke|lad|man|woman|lady|friend|mate|cousin|neighbou?r)"
    r"(?: \w+){0,4}? (?:told|said|says|reckons)"
    r"|(?:someone|somebody|people) (?:told me|says?|said))\b",
)
"""Somebody passes on what others say."""
OFFICIAL = _any(
    r"(?:刚发|发文|通知|文件|规定|手册|制度)(?:的|说|里|上|是)?[:：]?",
    r"\b(?:policy|handbook|guideline|according to (?:the|our)|official(?:ly)?)\b",
)
TROUBLE = _any(
    r"救命|#N/A|报错|失败|不行|不对|[打搞弄做用连登改]不[开了定上动]|卡[住在]|怎么回事|没反应|不见了|求(?:支招|救|助|教)|头疼|难",
    r"\b(?:errors?|fail(?:s|ed|ing)?|does ?n'?t|do ?n'?t|won'?t|can'?t|cannot|empty|wrong|stuck"
    r"|lost|broken|instead of|what'?s going on|cursed|missing|never done|struggling)\b",
)
NEXT_STEP = _any(
    r"^(?:第[一二三四五六七八九十]+|[1-9][.、)）]|[①-⑨]|最后|然后|接着)",
    r"^(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth|then|next|after that|finally"
    r"|last(?:ly)?|step \d)\b",
)
"""How one goes on with a procedure told over several messages."""
OVERRULES = _any(
    r"没(?:这么|这样)?定[啊呢吧，,。]|别(?:照|按)(?:这|那|着)|不(?:作|算)数|没(?:有)?(?:这个|这条)(?:规定|文件|说法)",
    r"\b(?:nothing(?:'s| is| has been)? (?:decided|agreed)"
    r"|(?:not|isn'?t) (?:decided|agreed|a rule|policy)"
    r"|don'?t (?:go by|follow|act on) (?:that|this)|ignore that)\b",
)
"""Somebody with a task says that what others settled does not hold."""
CONCEDES = _any(
    r"老黄历|听(?:他|她|你|@?\S{1,6})的(?:吧|[。，,！!]|$)|我(?:错|说错|记错|搞错|弄错)了|是我(?:错|不对|记错|搞错)"
    r"|以(?:他|她|你)(?:说)?的?为准|我收回",
    r"\b(?:stand corrected|my (?:bad|mistake)|you'?re right|i was wrong"
    r"|i take (?:it|that) back|ignore (?:me|mine))\b",
)
"""Somebody gives up what they said."""
CODE = re.compile(
    r"\w\([^)]*\)|\w\.\w+\(|(?<!\S)--?[a-z]\w+|`[^`]+`|\w ?={1,2} ?[\w\"'\[]"
    r"|(?:用|在|搜|打开|点|选|填|盘|里的?)[\"“「][^\"”」\n]{2,16}[\"”」]"
)
"""A call, an option, an assignment, a named form or page: how to do it, said exactly."""
SELLS = _any(
    r"原价|现价|早鸟|仅剩|先到先得|加(?:我)?(?:V|v|微|薇)|扫码|代理|优惠|折扣|下单|客服|私(?:我|聊)",
    r"\b(?:early bird|discount|% off|promo code|coupon|limited seats|dm me"
    r"|sign up|use code)\b|[€$£]\s?\d",
)
"""What lures away; an answer may speak of a trial or a price and sell nothing."""
LURES = _any(
    r"加(?:我)?(?:V|v|微|薇|VX|vx)|扫码(?:领|进|加|开)|私(?:我|聊).{0,6}(?:拉|领|发)|前\d+名.{0,6}(?:免费|名额)|转发.{0,6}群",
    r"\b(?:dm me|promo code|use code|whatsapp|join\?ref|sign up now|act now)\b"
    r"|https?://\S*(?:\?ref=|\?src=|/vip)",
)
"""Where people are drawn to, away from the group."""
STANDS = _any(
    r"不变|没错|仍然?是|还是对的", r"\b(?:stands?|still (?:holds|right|correct|true)|unchanged)\b"
)
PASSING = _any(
    r"(?:腿|手|心|头|嗓子|眼睛|腰|背)(?:里|都|还|也|在|有点|一直)*(?:抖|软|疼|慌|哑|跳|酸|晕)"
    r"|(?:累|困|饿|冷|热|紧张|忐忑|激动|吓|气|笑|尴尬|慌)(?:死|坏|瘫|懵|哭|傻|疯)了?|欠(?:我|你)|请(?:你|我|大家)(?:喝|吃)"
    r"|多喝(?:点|热)*水|注意(?:身体|保暖)|早点(?:休息|睡)|多穿(?:点|件)|加油|辛苦了?|先(?:下|撤|溜|睡|忙|吃饭)了|哈哈哈*"
    r"|不(?:多)?说了|就(?:先)?不(?:争|说|展开)了|不站队|别的[^，,。]{0,8}不展开|回头(?:再)?(?:说|聊|看)|我去(?:问|找|看|催)(?:一?下|问|看)?(?:$|[，,。])"
    r"|没人(?:告诉|通知|跟)(?:我|我们|咱)(?:说|们)*|记得(?:吃|睡|休息)",
    r"\b(?:(?:you )?owes? me|on me (?:next|this) time|i'?ll (?:just )?(?:leave|drop"
    r"|stop) (?:it|this)"
    r" ?(?:there|here|at that|now)?|(?:a )?(?:bit|still|so|totally) (?:shaken|shaking|nervous|tired"
    r"|proud|emotional|jealous|exhausted)\b|brb|gtg|heading out|fingers crossed|wish me luck"
    r"|good luck"
    r"|writing this on my wall|will report(?: back)?|(?:drink|get) (?:more |some "
    r"|lots of )*(?:water|rest)"
    r"|nobody (?:told|asked) (?:me|us)|no promises?|let me (?:check|ask|look)"
    r"|i'?ll (?:ask|check|look into|get back|find out|dm|ping|bring (?:the )?(?:cake|coffee))"
    r"|tears in my eyes|feel(?:ing)? (?:better|worse|sick)|happy for you|proud of you"
    r"|you got this)\b",
)
"""The state of somebody or of the moment, thanks and kindness: nobody can use it tomorrow."""
CONCLUDES = re.compile(
    r"^\s*(?:所以|于是|因此|从那以后|后来就|现在(?:我|就)"
    r"|(?:and )?so(?: now)?\b(?! far)|since then\b|now i\b)",
    re.IGNORECASE,
)
"""What somebody does since: the rule of a story."""
CLOSES = re.compile(
    r"^(?:all good|thanks?|thank you\S*|cheers|ok(?:ay)?|fine|got it|done|nice|noted|收到|好的"
    r"|谢谢\S{0,3}|辛苦了?)"
    r"[.!。！~～\s]*$",
    re.IGNORECASE,
)
