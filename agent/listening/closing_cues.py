"""Wordings of a talk that has come to its point: who takes it, and what may be kept of it."""

from agent.listening.cue import Cue

TAKES_IT = Cue(
    r"^\W*(得嘞|要得|中|成|妥|明白|懂了|收到|晓得|知道了?|好(的|嘞|勒|滴)?|行|可以|对|是这样|那倒是|有道理|受教|学到|学了|涨知识|记下|记住|截图|已?(抄|存|截|收藏|转)|拿走|谢|感谢|多谢|辛苦|牛|厉害|高|赞|救命恩人|太好了|怪不得|难怪|原来如此|照(做|办|这个)|以后(不|就|都)|再也不|后怕)",
    r"^\W*(right|ok|okay|ta|tidy|cheers|thanks?|thank you|thx|ty|nice|great|good|perfect|saved|saving|lifesaver|got it|gotcha|noted|makes sense|fair|fair enough|that'?s it|that explains|exactly|will do|done|sorted|brilliant|legend|spot on|understood|makes total|copied|screenshot\w*|printing|stealing|oh)\b",
    r"^\W*(👏|🙏|👍|👌|🙌|💪|🤝|❤️|✅|💯|🎉|\[(强|抱拳|OK|ok|赞|鼓掌|玫瑰|爱心|握手)\])+",
    r"(明白|清楚|懂|会|好|解决|搞定|通|出来|可以|记下|受教|学到|放心|一样|成)了[!~。.\[]?|刚好|正好|好使|不(响|漏|卡|掉|黏|糊|疼)了|管用|见效|果然",
    r"\b(can i (print|save|steal|copy|share) (this|it|that)|(and |now )?it'?s (all )?gone|(never|who) knew|works a treat|good as new|(i'?ll|ill) (reword|change|update|fix|print|save|use|do) (it|that|this)|that (did|fixed|solved|worked|helps?)|all (good|clear) now|never thought)\b",
)
"""Somebody takes what was said as it is: thanks, a nod, "so that is it", or what they do now."""
HOLDS = Cue(
    r"\d+(\.\d+)?\s*(%|％|度|℃|°|分钟?|秒|小时|天|周|个?月|年|点|次|遍|克|斤|公斤|两|毫升|升|块|元|米|公分|厘米|寸|份|盒|人|个|倍|成|字|页|行|条)|[一二三四五六七八九十两半几百]+(分钟|小时|秒|天|周|个?月|度|次|克|斤|成|倍|遍)|1比\d",
    r"(必须|必|一定|务必|至少|最多|最少|超过|不超过|以内|以上|每(天|周|月|次|隔|班|个)|只(要|能|有|用)|不(要|能|准|许|用|可以)|别|先.{1,16}(再|后)|要.{0,8}才|标准|上限|下限|国标|规定|原因|因为|所以|看的?是|不看|取决|分(两|三|几)种|第[一二三四五六七八九]|步|如果|要是|否则|不然|的话)",
    r"\b\d+(\.\d+)?\s?(%|°c?|c|f|bar|psi|nm|mm|cm|m|kg|g|ml|l|h|hrs?|hours?|mins?|minutes?|secs?|seconds?|days?|weeks?|months?|years?|times|x|pages?|lines?|people|rows?|usd|eur|k)\b|\b(half|twice|one|two|three|four|five|six|ten) (hours?|minutes?|mins|days?|weeks?|times|steps?|people|lines?)\b",
    r"\b(always|never|must|at least|at most|max|minimum|up to|no more than|until|before|after|first|then|instead|rather than|unless|only (if|when|after)|if (you|it|the|they|we)|otherwise|because|since|so that|don'?t|do not|make sure|the (rule|trick|reason|cause|limit|spec|standard|order|point|fix)|depends on|every|each|should|needs? to|has to|counts?)\b",
)
"""A measure, a rule, a condition, a cause or a step: what somebody else can hold on to."""
UPHOLDS = Cue(
    r"^\W*(对|可以|没问题|行|是的|同意|推荐|靠谱|就按|都按|说得对|(这|这样|这个)(做法|办法|样)?(可以|对|行|没问题|好|稳|合规))|(站得住|经得起|没毛病|按这个来|都照这个|可以推广)",
    r"\b(that'?s|this is|it'?s) (quite |perfectly |also )?(defensible|right|correct|fine|sound|good|solid|sensible|safe|compliant|the way|what i)\b|^\W*(agreed?|yes|correct|right|approved|exactly|i'?d (back|support|sign)|good (call|practice))\b|\bas long as\b",
)
"""Somebody who knows says that a way holds."""
NOT_YET = Cue(
    r"试(试|下|一下)|回头|晚(上|市|点)|明天|下(周|次|节)|等(我|会|下|通知)|再(看|说|想)|到时|我(去|先)(试|看|问|查)(?!了|过)|(还|又)(是)?(没|不|报错|卡)|看看(再|行)",
    r"\b(will (try|test|shout|report|see|check|let you)|(i'?ll|ill) (try|test|see|check|report|let you|shout|look|ask)|trying|doing it (at|now|later|tomorrow|tonight)|tomorrow|tonight|later|let'?s see|we'?ll see|still (not|no|can'?t)|waiting)\b",
)
"""It is not over: somebody is still to try, to ask or to wait."""
STEPS = Cue(
    r"^\W*(第[一二三四五六七八九]|[1-9一二三四五六七八九][.、,)]|首先|然后|接着|再|最后|完了)",
    r"^\W*([1-9][.)]|first|second|third|then|next|after that|finally|last|step \d)\b",
)
"""One step of several told line by line."""
