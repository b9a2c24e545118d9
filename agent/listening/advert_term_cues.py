"""The terms of an offer: its price, how few are left, what comes on top. Form as advert_cues."""

from agent.listening.advert_rule import Rule
from agent.listening.cue import Cue

TERMS = (
    Rule(
        name="rates",
        weight=1.6,
        pattern=Cue(
            r"一站式|随叫随到|拎包入住|价格(?:美丽|公道|实惠|亲民)|高价(?:收|回收)|当场结|按(?:小时|次|天)(?:收|算|\S{0,2}[\d一二三四五六七八九十])|[一二三四五六七八九十百\d]+(?:块|元)?一(?:次|件|份|张|条|小时|斤|箱)|便宜(?:一半|转|出)|原价出|成本价|包月|分期(?:也)?可以|材料费",
            r"\b(at|below) (cost|half|list) price\b|\bat a third of\b|\b(nice|fair|good|great|reasonable) (price|fee|rate)s?\b|\bpay what you (want|can)\b|\bsliding scale\b|\bpackages? (from|start)\b|\b(ten|twenty|thirty|forty|fifty|\d+) (bucks|quid) (for|a|an|per)\b|\bcosts? (you )?nothing\b|\bquick turnaround\b|\breferences (available|on)\b|\bfinder'?s fee\b|\b\w+ boxes for \w+\b",
        ),
    ),
    Rule(
        name="on_top",
        weight=1.7,
        pattern=Cue(
            r"送(?:油卡|话费|拉杆箱|礼品|米|蛋|一份|一节|一晚|一瓶|大家|福利)|各(?:得|送|减)|拉(?:两|三|几|\d)个?人|满[一二三四五六七八九十\d]+份|差[一二三两\d]份|打[一二三四五六七八九](?:点[五])?折|办卡[一二三四五六七八九]折|会员多送|报(?:我|群)名?.{0,4}(?:减|送|打)|好评如潮|反响(?:特别|很)好",
            r"\b(half|ten|fifteen|twenty|thirty|forty|fifty|\d+ ?%?) off\b|\b(is|are|coffee|lunch|drinks|breakfast) on (us|me|the house)\b|\bgives? me (credit|a bonus|something)\b|\b(through|via) me\b|\bwin a\b|\b(top|first) (ten|five|three|\d+) (get|win|people|to)\b|\bfor life\b|\bfree (report|quote|check|strategy|chart|lesson|seat|place)s?\b|\b(is|for) free if\b",
        ),
    ),
    Rule(
        name="few_left",
        weight=1.3,
        pattern=Cue(
            r"最后\s*(?:一批|两席|一席|[一二两三四五六七八九几\d]+\s*(?:席|个位|位|批|套|台))|仅此一批|还(?:有|剩|差)\s*[一二两三四五六七八九\d]+\s*个?(?:档期|名额|位|席|孩子|人就)|档期|断码|清仓|老政策|别犹豫|占位|截团|赶上",
            r"\b(enrol?ment|registration|cart|offer|sale) (closes|ends|opens)\b|\b(one|two|three|four|five|six) (beds?|spots?|seats?|places?) left\b|\bfirst come\b|\bwhile (they|it) last|\bcloses (tonight|soon|friday|sunday)\b|\border by\b|\bthis week only\b",
        ),
    ),
    Rule(
        name="invites",
        weight=1.3,
        pattern=Cue(
            r"(?:要|想|有意|需要|感兴趣|缺|愿意)[^,。,!]{0,10}的(?:姐妹|老师|家长|朋友|同学|可以)?[^,。,]{0,3}(?:看|来|找|私|聊|占位|报|给我|进|点|说)|看(?:我|一下我)?(?:朋友圈|简介|主页)|给我?电话|名片推|推(?:给)?你们|点我头像|免费帮(?:大家|你|您)|有需要(?:的)?(?:可以|请)?|认识(?:校长|老板|院长|内部)|有(?:办法|路子|渠道)",
            r"^\W*(learn|get|grab|earn|sponsor|join|try|discover|book|order|download|subscribe|vote|rent|hire|need|want) (?!to\b)|\b(anybody|anyone) (fed up|tired|struggling|looking)\b|\bwould (anyone|you all|anybody) (like|love)\b|\b(can|could) show you\b|\bset it up for you\b|\bbook a (visit|demo|call|slot)\b|\blooking for (founders|beta|partners|early|customers)\b|\bask for (terms|details|rates)\b|\bsee (the|our|my) (site|page|website)\b|\border form\b|\bif that sounds like you\b|\bwould love for you\b|\blet me know who\b",
        ),
    ),
    Rule(
        name="grey_trade",
        weight=2.0,
        pattern=Cue(
            r"代(?:排队|挂号|刷|考|开票|还|发货|写|办)|低息|征信|过桥|额度[\d一二三四五六七八九十]|(?:分钟|秒)到账|资料简单|保过|协议班|发(?:表)?论文|工程机|水货|一部手机就能|私董会|跟上就行|每天三只|城市合伙人|开个?信用卡|冲业绩",
            r"\b(i|we) make (an extra )?[$€£]?\d+\b|\bfrom your (phone|sofa|couch|home)\b|\bspare time\b|\bangel investors\b|\bunlimited upside\b|\bno exam\b|\bmy mentor\b|\bon commission\b",
        ),
    ),
    Rule(
        name="trader",
        weight=1.2,
        pattern=Cue(
            r"我做[^,。]{2,8}[一二三四五六七八九十\d]+年|专业(?:拍|做|修|接|写|代)|(?:我|店里|家里)(?:新)?(?:到|开|熟|上)了?(?:一批|的|了)|我(?:老公|老婆|妹|弟|姐|哥|朋友|亲戚)[^,。]{0,8}(?:店|馆|公司|厂|民宿|平台)|我们(?:平台|公司|店|馆)(?:刚|新|在|也)|(?:我|朋友)(?:新)?开的",
            r"\bi('m| am) with an? \w+ (school|company|agency|firm|studio)\b|\bwe are an? (small |local )?\w+ (shop|agency|studio|company|firm|school)\b|\b(our|my) (full course|installer|recruiting firm|podcast|agency|consultancy|bakery|app|shop)\b|\bwe('ve| have)? built an?\b|\btutor here\b|\bi represent\b|\bi('m| am) (now )?(a partner|an affiliate)\b|\baffiliate\b|\bmy (cousin|wife|husband|sister|brother|friend) (just )?(opened|prints|sells|makes|bakes|runs|builds|fixes)\b|\bi (edit|do|print|bake|design|restore) \w+( \w+)?,",
        ),
    ),
    Rule(
        name="tells_of_past",
        weight=-1.5,
        pattern=Cue(
            r"(?:昨天|上次|去年|上个?月|上学期|那次|那天)[^,。]{0,20}|花了\s*[\d一二三四五六七八九]|亏了|退卡|报销|人均|每人转我|劝退|没买|听过|被人?(?:忽悠|骗)|气死|不想说话|瘦了.{0,4}斤,主要",
            r"\b(we|i|he|she|they) (tried|left|sold|had|bought|went|hired|forwarded|cancelled|lost|paid|asked|gave|said)\b|\b(last|this) (year|spring|month|week) (i|we)\b|\bis that normal\b|\bpitched me\b|\bdoes that sound right\b|\bpinned\b|\bthe company\b|\bpaid by\b|\bhr\b|\bin the (wiki|kitchen|files|channel)\b",
        ),
    ),
)
