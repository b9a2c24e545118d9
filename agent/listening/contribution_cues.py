"""Wordings of small talk, of a second knock, and of words that answer nothing; in both languages."""

from agent.listening.cue import Cue

CHATTER = Cue(
    r"食堂|外卖|奶茶|好(吃|喝)|难吃|吃(饭|什么|啥|撑|饱)|点餐|天气|下(雨|雪|冰雹)|好(热|冷)啊|太阳|堵车|地铁上|晚安|早安|早上好|到家|下班(了|啦|咯)|看球|球赛|追剧|电视剧|打游戏|彩票|红包|减肥|犯困|困死|窗外|周末(去|愉快)|旅游|小龙虾|火锅|烧烤",
    r"\b(lunch|dinner|breakfast|pizza|takeaway|tasty|delicious|weather|rain(s|ed|ing)?|snow(s|ed|ing)?|sunny|freezing|traffic jam|good (morning|night|evening)|home now|sleep well|heading (home|out)|kick[- ]?off|football|soccer|netflix|tv show|weekend plans?|happy (friday|weekend)|so sleepy)\b",
)
"""Of meals, weather and the way home: nobody waits for an answer."""
SMALL_TALK = Cue(
    r"^\W*(今天)?(真|好|太)(累|困|热|冷|饿)|累死|困死|饿死|气死|服了|你说气人|绝了|离谱|无语",
    r"\b(exhausted|knackered|so tired|why do i bother|typical monday|of course it)\b",
)
"""Letting off steam."""
LEANS = Cue(
    r"^\W*(嗯+|哦+|噢|对(?!于)|是(的|啊|吧)|好(的|嘞|滴|吧)|行(?!业|程|政)|不是|没(?!有?(人|思路|头绪))|我没|那(?!天|次|边|家)|所以|但是?|可是|不过|而且|还有|然后|另外|就是|这(就|也|倒|才)|也(是|对|就)|原来)",
    r"^\W*(oh|ah|huh|hmm?|yeah|yes|yep|no\b|nope|ok|okay|sure|right|well|same|and|but|so|also|or|then|which|that'?s|this is|it'?s|it is|they|he|she|me too|exactly|agreed|fair|true|lol)\b",
)
"""A first word that leans on what was said before."""
RESPONDS = Cue(
    r"^\W*(能(?!不能)|可以|不(能|行|用|要|是|会|可以|一定|算|建议)|没(有|事|关系|问题)|要看|是(的|啊|这样)|会(?!不会)|行(?!不行)|对|应该|去|找|问|用|按|写|填|在(?!吗)|我(?=[!,。~ ]|$)|我来|先|直接|一般|通常|建议|试试|看(一?下|看)|参考|我(们)?(这边|这里|一般|都|用|是|也|会|就|之前|以前|上次|觉得|建议|猜|记得)|\d)",
    r"^\W*(yes|no\b(?! way)|yep|nope|yeah|try|use|ask|check|go (to|with|for)|in (the|my|our)|on (the|page)|at (the|my)|it'?s|that'?s|they|there'?s|there is|mine|we|usually|depends|should|just|probably|maybe|me[!,. ]|i (think|guess|use|do|did|had|have|would|'d|usually|always|go|ask|was|found)|not (sure|really|that|if)|\d)\b",
)
"""A first word with which people answer."""
EFFORT = Cue(
    r"(花|熬|忙|弄|琢磨|折腾|捣鼓|写|画|做|修|改|练|攒|整|录|拍|算|练习)(了|到|过)?.{0,6}(半天|天|晚|周|个月|小时|夜|宿|遍|周末|年)|头一(回|次|遍)|第一(次|回)|(谈|做|弄|写|拿|考|学|跑)(下来|出来|成)了?|(拿|发|晒)(来|出来)?给?(大家|各位)|大家.{0,4}(看看|瞧瞧|指点|提意见)|献丑|我(自己)?(做|写|画|弄|编|搭|改|设计|整理|拍)了?(一?个|一?份|一?张|一?版|套)",
    r"\b(spent|took me|it took|been working on)\b|\b(on|by) my own\b|\b(over|all|the whole) (the )?(weekend|day|night|evening|week|sunday|saturday)\b|\bmy first\b|\bfirst (time|\w+ that)\b|\bi('ve)? (\w+ )?(redesigned|redid|wrote|drew|made|built|put together|set up|designed|drafted|recorded|baked|finished|mapped|collected)\b|^\W*(wrote|made|built|drew|drafted|designed|put together|recorded|finished|posting) \w+|\bhappy with\b",
)
"""Somebody took trouble over something of their own."""
IMPROVES = Cue(
    r"更(好|清楚|顺|稳)|再.{0,5}(点|一点|些|大|小|短|加)|建议|(可以|不妨)(加|改|试|换|再)|要(是|能)?.{0,12}(就|会)(更)?好",
    r"\b(would help|might help|could (also|try|add|be)|maybe (add|try|a)|try (adding|a|the)|suggest|one thing i'?d|if you (add|try|make|put)|next time)\b",
)
"""A hint how to make it better: no put-down, however short."""
TRADE = Cue(
    r"(我|本人|自己)(是|在|就|一直)?(做|干|开|卖|搞|跑|经营)[^,。!?]{1,14}(的|店|公司|厂|生意|工作室|这行|行业)",
    r"\b(i|we) (sell|run|own|work (in|at|for|as)|am in|do) \w+",
)
"""Somebody tells what they live by."""
LEARNS = Cue(
    r"来(学|取经|听|请教|跟)|想(学|请教|补)|学(学|习|点)|(落|缺)了.{0,4}(课|周|节)|新(来|人|进|加入)(的|了)?|刚(来|进|加入)|补报|潜水|从哪|怎么(学|补|写|做|开始)",
    r"\b((here|came|come|joined|want|hoping|trying) to learn|new here|just joined|learning (how|to)|where (do|should) i start|catch(ing)? up)\b",
)
"""… and that they came to learn."""
