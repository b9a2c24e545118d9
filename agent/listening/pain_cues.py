"""Wordings of trouble with the work itself, by kind; and what looks like it but is none."""

from collections.abc import Mapping
from types import MappingProxyType

from agent.listening.cue import Cue

_NO_WORK = r"(?<!忍)(?<!舍)(?<!少)(?<!差)(?<!免)(?<!说)(?<!用)(?<!对)"

UNABLE = Cue(
    rf"{_NO_WORK}[批等干搞弄做管压收改调催拖提写讲看理学教带接分排填算跑推谈约找练记背拆撑顾扛挤凑抢降熬跟追哄劝留转用转控回叫起静坐](?:不)(?:动|住|完|上来?|下来|下去|过来|出来?|通|清楚?|及|懂|明白|齐|回来|到|好|定|进去|了(?!解|起))",
    r"不会(弄|搞|写|讲|说|用|改|教|算|拒绝|开口|处理|安排)|没(办法|法(?!律)|招|辙|思路|头绪|底|经验|时间|精力|人手|预算)|无从下手|束手无策|不知道(该|怎么|从哪|如何|咋|要不要|能不能)|来不及|忙不过来|做不到|跟不上|顾不上|拿不准|说不清|分不清|卡(在(?!哪)|住(?!了?吗))",
    r"\b(can'?t|cannot|couldn'?t|unable to|not able to) ((?!wait|complain|believe|help but|hurt|agree more)\w+)(?! at the moment)",
    r"\b(no idea|not sure|no clue|don'?t know|never know|dunno) (how|why|where to|what to|when to|whether|who to)\b|\bout of (ideas|time|my depth)\b|\bdon'?t (understand|get) (why|how|what|it)\b|\b(stuck|lost|drowning|overwhelmed|struggl\w+|(fall\w*|fell|way) behind)\b(?! and found)",
)
"""Somebody cannot do what the work asks."""
AGAIN = Cue(
    r"(?<![别再])(又(?!快|好|便|省|短一)|老是?(?=[不没忘迟拖被在要]|出错|出问题)|总是?(?=[不没忘迟拖被差要]|出错|出问题)|(?<![今昨明每])天天|每次都?|每回都?|一直|反复|反反复复|动不动就?|三天两头|三番五次|第[二三四五六两]次|还是(?=不|没|会)|谈了.{1,3}次)[^,。!?~]{0,12}(崩|卡|炸|吵|迟到|拖|忘|漏|丢|错|挂|断|催|闹|投诉|被|哭|睡|返工|加班|坏|转圈|失败|超时|报错|打不|黑屏|不[来交写改动听看回做行起会够灵让好过用]|没[人用有来交写改动听看回做时])",
    r"\b(again|every (time|single|day|week|month|sprint)|always|constantly|keeps?|still|(second|third|fourth|\d+(th|rd|nd)) time|once more|over and over)\b[^.!?]{0,40}\b(fail\w*|block\w*|broke\w*|break\w*|crash\w*|late|slip\w*|wrong|lost|los(e|ing)|paged|stuck|error|nothing|nobody|ignored?|interrupt\w*|forget\w*|argu\w*|miss\w*|dying|die[sd]?|time[sd]? out|not|no one|\w+n'?t)\b",
    r"\b(fail\w*|block(s|ed)|broken?|breaks|crash\w*|late|slip\w*|flaky|wakes?|wrong|paged|stuck|error|nothing|nobody|ignored|forgets?|misse[sd]|dying)\b[^.!?]{0,40}\b(again|every (time|single|other|day|night|week|month|quarter|sprint|release|\d+)|all (the time|night)|always|constantly|still|(second|third|fourth|\d+(th|rd|nd)) time|\d+ times|over and over)\b",
)
"""It went wrong before and does so again."""
FAILED = Cue(
    r"(试|用|扣|罚|谈|说|讲|提醒|催|问|解释|教|改|写|开)(了|过)[^。!?]{0,10}(没用|不行|没效果|没人|还是|一样|也不|照样|失败|白搭|没反应|不理)|没(用|效果|人(理|听|回|交|来|管|看|接|答))|白(做|忙|干|写|讲|费)|(越|愈).{1,4}越(差|乱|慢|吵|少|糟|难)|(?<!没)(?<!不)(栽过|踩(了|过)?.{0,2}坑|返工|扯皮|挨骂|背锅|炸(了|锅)|崩(了|溃的是)|乱套|收不住|掉链子|打了?水漂|黄了|跑单|丢了?\d+(家|单|个)|(标|单子?)废了|废标了|误(了|导)|弹回|反弹|就崩|拉不开|打懵|超时|拖了|欠着|漏(了|掉|填|交|报|签)|误判|没看见|错过)",
    r"\b(tried|asked|told|reminded|explained|spent|wasted|lost|burned)\b[^.!?]{0,60}\b(nothing|no (luck|answer|reply|change|effect)|not? (work|help)\w*|still|in vain|for nothing|hours?|evenings?|afternoons?|weekends?|days?|twice|times)\b|\bdid(n'?t| not) (work|help|change|do) ?(anything|a thing|it)?\b|\b(do|does)(n'?t| not) (work|match|add up|help|import|load|run|show)\b|\b(backfired|blew up|went wrong|fell apart|got burned|burned out|slipped|got rejected|failed|fails|missed (the|a|my|our) \w+)\b|\bmakes? (it|things) worse\b",
)
"""It was tried and came to nothing, or cost something."""
HARD = Cue(
    r"头疼|头大|发愁|愁(死|人|的|得)|难(带|搞|办|做|教|管|受(?!伤)|点|在|处理|沟通|推|开口|把握|平衡|题)|(太|好|很|最|真|更|有点|特别|挺)难(?!得|过|怪)|最难的?(是|就)|焦虑|心累|吃力|费(劲|力|时)|耗(时|神)|压力|(我|们|就|最|有点|真|也|又|还|都|,|^)怕(?!什么)|不敢|没底|担心|纠结|犯难|为难|尴尬|矛盾|得罪|折腾|头皮发麻|(痛|难)点|困(难|扰|惑)|两头(受气|为难|不讨好)|凉了|懵(了|的|住)|伤不起|受不了|不现实|(是|很|太|全)乱的?|不统一|各(说|做|管)各的|太(多|长|晚|慢|碎|乱|杂|赶|紧|大)了|太(晚|慢|复杂|繁琐)|只能(等|靠|硬|拖|加班)|不够(用|分|时间|人)|超(了|时|标)",
    r"\b(hard|difficult|tough|tricky|painful|exhausting|frustrat\w+|annoying|confus\w+|impossible|awkward|scary|scared|afraid|terrified|dread\w*|nervous|worried|anxious|hate|(do ?n'?t|not|never) dare|pain|headache|nightmare|mess|messy|chaos|too (many|much|late|slow) \w+|not enough|no time|understaffed|overload\w*|noise|noisy|rude|unfair|(feel|felt|feeling) like an? (complete |total )?(fraud|impostor|imposter)|impost[eo]r)\b",
)
"""It is hard, and they say so."""
ASKS_HOW = Cue(
    r"怎么(办|弄|处理|搞|破|解决|应对|治|管|催|回|开口|拒绝|安排|说服|才能|分|收|调|带|让|劝|写|定|选|谈|讲|说|算|衔接|平衡|避免|交接|对付|判断)|咋(弄|办|整|搞|破)|(有(什么|啥|没有?)?(好)?(办法|招|经验|建议))|求(支招|解|救|助|教|指点|建议)|支个?招|想(请教|问)|请教|都怎么|是不是就|会不会(炸|闹|凉|被)|该不该",
    r"\bhow (do|did|would|can|should|could) (you|i|we|one|people)(?! (like|feel|spell))\b|\bhow (to|long|often|early) \w+|\bany (tips|ideas|advice|suggestions|experience)\b|\bneed (some )?(help|advice)\b|\bwhat (do|would|should) (you|i|we) (do|say|tell|write)\b|\bwhat if\b|\bwhy (does|do|is|are|won'?t|doesn'?t|can'?t)\b|\b(is it|am i|are we) (ok|allowed|normal|right)\b|\bdo any of you\b|\bwhat'?s going on\b",
)
"""How to do something is asked, which is a matter and no errand."""
FACT = Cue(
    r"谁(有|那|手|拿|看见|知道.{0,6}(电话|钥匙|链接|密码))|在(哪|谁)|哪(栋|个群|里(有|能|领|交|下载))|钥匙|链接|密码|发我一?份|几点|第几|哪天|周几|什么时候(开|交|放|发)|开卷|闭卷|多少钱|扫描件|有人(去|来|一起|要)|截止|顺路|怎么去|有图|长啥样",
    r"\bwhere (is|do|does|can|are|the|that|i find)\b|\bcan'?t find (it|them|the)\b|\bwho (has|is up|wants)\b|\bis there (a|an|any) (link|place|dark|template)\b|\b(link|template|recording|password|room|address|licence|license)\b[^.]{0,30}\?|\bhow many (decimals|pages|words)\b|\bwhat time\b|\bwhen (is|are|does)\b|\bdoes (that|it|this) include\b|\bcan (someone|somebody|anyone)\b|\banyone (free|up|else going)\b",
)
"""An errand: one fact and it is done."""
SOLVES = Cue(
    r"我(的|一般|们一般|都|现在)(办法|做法|是|会|都)|(我的|有个笨?|这个)办法|建议|可以(先|用|试|把|这样)|(换|试)(个|试)|(?<!没)解决了|搞定了|好了[!。~]*$|(?<!没)(?<!不)管用|有用|记下|学到|明白了|懂了|弄好|(从|降到|涨到|提到|少了|多了|降).{0,8}(降到|成|个百分点|八成|一半|九成)|我(自己)?(做|攒|写|整理)(了|的)(个|一个|一份)|分享(个|一个|一下|下)|没出岔子|先.{1,16}再|别.{1,10},?先|得看他|不问|报个?(好|喜)|先别|不收|^报[: ]|说下制度|终于|正好缺|定了|谢谢|感谢",
    r"\b(what (worked|works|helped|fails|passes)|wrote (it |this )?(up|down)|my (habit|rule|way|trick|fix)|fixed|solved|works now|it (works|imports|appears)|turn(s|ed) out|found (it|them)|got it|i (do|keep|use|send|say|tell|ask|write|always|let)\b.{0,60}\b(first|before|then|instead(?! of))|you (can|should|could|need|want|have)|try |make sure|i'?d (keep|call|say|do|rather)|we (do|copied|cut|moved|switched|demote|let|kept)|instead(?! of)|tiny win|small win|(honestly )?just use|stealing|helps|useful|finally|the rule|that'?s the job|thank(s| you)|thx|reminder|heads up)\b",
)
"""Somebody answers, reports that it went well or thanks: the trouble is another's or over."""
LEISURE = Cue(
    r"食堂|排骨|小龙虾|奶茶|咖啡|班车|打球|篮球|电影|追剧|外卖|火锅|烧烤|快递|彩票|樱花|电动车|宠物|猫|打游戏|红包|饭搭子|周末去|生日|鬼片|抢红包",
    r"\b(coffee machine|sourdough|dogs?|cats?|parrots?|goldfish|turtles?|keyboards?|laptop|pizza|beer|movie|football|cake|lunch|birthday|cafeteria|karaoke|netflix|dark mode)\b",
)
"""Life beside the work."""
HEALTH = Cue(
    r"睡不着|失眠|住院|手术|发烧|甲流|生病|病假|去世|走了.{0,6}(课|假)|离婚|流产|体检|(腰|胃|头)疼得",
    r"\b(can'?t sleep|cant sleep|surgery|hospital|funeral|divorce|died|passed away|sick leave|pregnan\w+|resign\w*)\b",
)
"""Private life: never made a subject."""
SAME = Cue(
    r"^\W*(我(们)?(班|们|这|区|家|组|店|校|单位)?(这边|这里)?(也|都)(在|是|有|这样|一样|遇到|卡|会|天天|没|不)|我(上学期|之前|以前|当年|去年)?也(这样|是|有|遇到|被|一样)|同样|一样|同款|\+1|加一|同问|同求|同感|有同感|太真实|扎心|我也(是|一样|想问|有|没|不|天天|遇到|这样)|谁不是|\+10086|俺也)|有没有跟我一样",
    r"^\W*(same( here| question| problem| issue| boat)?|me too|us too|ours too|\+1|yep,? same|this[.! ]*$|so true|every (day|time|week)\b|felt that|been there|i had the (same|all)|same from here|i have the same|anybody else'?s?)|\b(same (here|boat|problem|issue|one)|me too|happened to me|i had (it|that|this) too|mine too|that explains my)\b",
)
"""Somebody says that they have it as well."""
MISSED = Cue(
    r"(?<!没)迟到.{0,3}\d+个?|\d+个?.{0,2}迟到|(还)?不到(一半|\d+[个人成])|只有\d+[个人成家]|\d+[个家人].{0,3}(没交|欠|没到|没来|没回)|超(时|了)|(我|们)(也)?没(看见|看到|收到|注意)|人呢|怎么没人|记岔|漏看|刷过去|被(投诉|截图|催|追着|追问|当众|打断|拍|占)|第\d+个.{0,6}投诉",
    r"\b(where was (that|it|this) announced|never (saw|got|heard)|didn'?t (see|get|know) (it|that|the)|had no idea (it|that|about)|was (that )?today\?|404s?|modulenotfound(error)?|(import|key|type|value|attribute|syntax)error|list is empty|comes? out (as|wrong)|traceback|vanish(es|ed)?|disappear(s|ed))\b|\bwas today\b",
)
"""Something was missed, late or missing."""

EVERYDAY = frozenset(
    (  # noqa: SIM905
        "night nights day days week weeks month hour hours minutes today yesterday tomorrow morning"
        " evening time times every always again still never first last next one two three four"
        " people someone anyone everyone thing things way lot good new say says said get gets go"
        " going know think want make makes take asks ask tell team work job can't don't doesn't"
        " 天天 每天 今天 昨天 明天 昨晚 今晚 晚上 上午 下午 这周 上周 本周 每次 一次 两次 三次 时候"
        " 大家 各位 怎么 什么 知道 没有 一个 几个 有人 有点 还是 就是 可以 现在 已经 自己 问题 情况"
        " 感觉 觉得 真的 其实 不是 不会 不想 这个 那个 这种 这样 我们 他们 你们"
    ).split()
)
"""Words that say when, who or how much, and nothing of a subject."""

KINDS: Mapping[str, tuple[Cue, float]] = MappingProxyType(
    {
        "unable": (UNABLE, 1.0),
        "again": (AGAIN, 1.0),
        "failed": (FAILED, 0.8),
        "hard": (HARD, 0.8),
        "how": (ASKS_HOW, 0.7),
        "missed": (MISSED, 0.7),
    }
)
"""Kinds of trouble and what one of them alone is worth."""
