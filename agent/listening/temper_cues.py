"""Wordings of how people treat one another and how they are, in both languages; read like cues.py.

Harsh words and contempt, what takes the heat out, what somebody is proud or unsure of, and the
signs that somebody is at the end of their strength, mourns or is ill.
"""

from agent.listening.cue import Cue

HARSH = Cue(
    r"至于吗|凭什么|什么意思|有(病|毛病)|闭嘴|脸(皮|大)|可笑|搞笑|无语|受够|心里没(点)?数|说得出口|装(什么|逼)?|活该|不要脸|滚|烦(死|不烦)|吼|垃圾|废物|蠢|傻|你教的|不就是?|倒数|管好(你)?自己|少来",
    r"\b(ridiculous|pathetic|shut up|stupid|idiot|clueless|zero ownership|no wonder|in a nutshell|useless|incompetent|your (team|suite|mess|fault|problem)|carries? .* mess|joke|whatever|how dare|liar|lazy|bullshit|wtf|police)\b",
    r"maybe if (you|your)",
    r"(要点?|还要)脸|脸呢|轮(得|不)(到|着)你|有理了|(自己|这么|太|你)懒|赖(别人|我|谁)|恶心|无耻|卑鄙|小人|骗子|虚伪|装(糊涂|蒜|傻|无辜)|放屁|胡(说|扯)|瞎扯|扯淡|鬼扯|神经病?|没脑子|(长|带)点?脑子|白痴|弱智|饭桶|草包|混蛋|王八|丢人|算(老几|什么东西)|什么(东西|玩意|态度)|(你|也)配|不配|拎不清|嘴(硬|贱|欠)|阴(险|阳怪气)|背后(捅|搞|说)|倒打一耙|血口喷人|没(教养|素质|良心|担当)|老油条|吃干饭|混日子|甩锅|推卸|抢(人|我|别人)(的)?(单|客户|功劳|活)|关你(什么|啥|屁)?事|有(完没完|本事)|懒得(跟|理|和)你|少(教训|管|装|废话)|给我(闭|滚)|欺人太甚|过分|你(才|刚)?(来|当|进|干|上)了?(才)?(没)?(几|两|三)(天|个月)|教训(我|谁|人)|摆(什么)?(谱|架子)|(装|演|当)(什么)?(受害者|可怜)|你(一?向|从来)就(这样|是这样)",
    r"\b(fake|fraud|coward|loser|moron|dumb|disgusting|disgrace|clown|hypocrite|selfish|arrogant|jerk|a[s*]{2}hole|crap|bs|garbage|trash|snake|backstab\w*|shame on|sick of (you|this|your)|fed up|grow up|get lost|screw (you|this)|cry(ing)? to|whin(e|ing|er)|delusional|embarrassing|unprofessional|cheat(er|ed|ing)?|thief|you stole|not my (problem|fault)|none of your|mind your own|who asked you|rude|nasty|toxic|bully(ing)?|power trip\w*|gatekeep\w*|entitled|condescending|dishonest)\b",
    r"霸道|蛮横|就你(能|行|懂|对|事多|牛)|显(得)?(着|到)你|会不会(数数|说话|做事|看)|(懂|讲)不(懂|讲)(规矩|道理)|多管闲事|没(规矩|分寸|数)|占(便宜|着茅坑)|(谁|哪个)(稀罕|求你)|说话(算|放)(什么|屁)|不(要|用)你(管|教)|什么人(啊|呀|哪)|自(私|以为是)|(双重)?双标|阴阳怪气|别(装|演)了?|演(什么|戏)|(还|也|真|怎么)好意思|鸡毛当令箭|一天到晚|狗屁|胡搅蛮缠|无理取闹|强词夺理|不讲理|耍(赖|无赖|横)|仗着|倚老卖老|丢死人|别太",
    r"\b(rich coming from|typical of you|you would(,| say)|learn to (count|read|listen)|leave (that|me|it) out of (it|this)|nobody asked you|says the (one|guy|person|woman)|pot,? kettle|get over yourself|don'?t you dare|how about you|mind your tone|drama queen|control freak|hypocrit\w*|two[- ]faced|you people|since you know (everything|it all)|save it|typical you|always the (victim|martyr|one who)|play(ing)? the (victim|martyr)|lectur(e|ing) (me|us)|you'?ve (only )?been (here|a \w+|in \w+) .{0,12}(minutes?|days?|weeks?)|(five|two) minutes and)\b|\b(nonsense|know[- ]it[- ]all|ignorant|rubbish|bossy|petty|childish|pompous|smug|worst|hate (you|your)|write it yourself|do it yourself then)\b",
)
SHARP = Cue(r"至于吗|凭什么|说得出口|\?\?|!{2,}", r"\?\?|!{2,}")
ACCUSES = Cue(
    r"你(们)?(自己(?!定|看着|来|选)|怎么(不|好意思|这|能|有脸|老|又|总)|凭|老是?|总是?|从来|哪(次|个|回|天)|这(种|样|叫)|有(理|脸|什么资格)|没(资格|本事)|不(懂|也|就)|抢|偷|抄|赖|推|甩|骗)|怪(我|谁)|谁说|说谁(呢)?|随(便)?你|呵呵|不跟你|别(赖|怪|推)|截图(了|为证)|什么叫",
    r"\byou (always|never|clearly|obviously|did ?n'?t even|don'?t even|can'?t even|keep|laughed|stole|took|copied|lied|ignored|threw|blamed?|dumped|broke|should have|could have|can'?t|pushed|reverted|closed|deleted|changed)\b|\byou'?re (just|always|being|the one|not|a|an|such|so)\b|\bblam(e|ing) (me|us)\b|\bchill\b|\bcalm down\b|\brelax\b|\bexcuse me\b|\bseriously\b|\bas usual\b|\bspare me\b|\bgive me a break\b|\bat least i\b|\bstop (lying|blaming|acting|pretending)\b|\bdon'?t (lecture|tell me|play)\b|\bwhy is my\b|\bwithout asking\b|\bonce again\b|\bread (it|what i wrote) again\b|\bon purpose\b",
    r"问都不问|招呼都不打|你(上次|上回|那次|当时|每次|哪回)|(少|别)拿.{0,8}(说|压)我|(说|告诉|问)过你(多少|几|好几)?(遍|次)|你(弄坏|搞砸|占|欠|答应|说好|赔|漏|忘|拖)|(赔|还)了(吗|没)|是你(先|说|弄|让)|自己(不|没)(看|做|写|查|交|来|管)|又(把|是)我|规则是你",
    r"\b(without (asking|telling|checking|a word)|you (broke|blocked|took|overloaded|forgot|promised|owe|ruined|left|missed|skipped|dropped|started it|said you|knew|had it)|(and|but) never (paid|did|said|asked|showed)|i told you|as i said|like i said|again\?+|every single time|same as (always|ever))\b|\b(did|do|have|can) you even\b|\bwhat did you expect\b|\byou (people|lot|guys) always\b|\bwho made you\b|\bthat'?s (on you|your problem)\b",
)
"""A reproach to a person, less than an insult."""
TAUNTS = Cue(
    r"说得轻巧|站着说话|你行你(上|来)|有本事|你(懂|知道)什么|你们(组|店|区|班|那边|部门)(自己|的人|就|才|总|老|又)|别(说得|讲得).{0,6}(好听|轻松)|(凭|就凭)你|谁给你|(拿|当)我(是|当)|(又|就)(要|会)(怪|推|赖)|合着",
    r"\b(easy for you( to say)?|not my job|that'?s rich|so you'?re saying|don'?t put words|some of us|your (site|team|shift|people|lot|department) (always|never|again|did|left|are)|people like you|must be nice|wow ok|with (all due )?respect|i'?m not your|ask yourself|maybe (look|start) (at|with) (your|you)|say (that|it) to my|don'?t (you )?start|here we go( again)?|every time (you|we)|you'?d know|not (the|my) one who)\b",
    r"害(我|得|人)|长(没)?(长)?眼睛?(了)?(吗|没)|没长(眼|脑)|你说谁|谁急.{0,4}谁|谁(心虚|做的|干的)谁|(你|您)(漏|签|写|弄|拆|动|拿|改|删|说|答应|承诺|定|排|报)(的|过|了)|(赖|怪)到?我|(又|还)(是|成)我(的错|了)|(那|行|好),?(都|全)?(是)?我的错|你(厉害|牛|对|了不起)|(我|你)(问|提醒|说)过(你|几遍|多少)|自己(看|查)(记录|日志|本子)|你(的)?眼里|说了你(会)?(听|改|懂)|念叨(一年|多久|到)|(真|可)(够|是)可以(的|啊)|不(会|能)(先)?(说|问|打)(一)?(声|下)|谁(替|帮)(你|的)|你自己(什么样|清楚|心里)|(少|别)(来这套|废话)|听不懂(人)?话|替你(擦|背|收|扛)|(我|谁)欠(你|我)的|就你(会|有理|最)",
    r"\b(if the shoe fits|now i'?m (a|the|to blame)|now i am (a|the)|so (it'?s|it is) my fault|my fault (again|now)|you (told|were|said|edit(ed)?|signed|wrote|agreed|asked for|decided|approved|sat|complained)\b.{0,40}|check the (log|record|minutes|chat)|who (signed|wrote|approved|broke) (it|that)|oh,? (please|now)|wow,|(was|is)n'?t yours to|learn to (use|do|count|work)|can'?t even|look who'?s talking|telling me how|unlike (you|some)|at least (i|some of us)|if you (bothered|could be bothered|had (read|asked|listened))|not your (place|business|call)|what('s| is) your problem|the (guy|one|person|woman|man) (with|who) (three|always|never|can'?t|late))|\bsays you\b",
)
"""A reproach or a sneer in a back and forth; by itself it says little."""
BELITTLES = Cue(
    r"(网上)?抄的吧|花架子|这(没|有什么|有啥)用|没(什么|啥)用吧|就(爱|会|知道)(搞|弄|玩|整|折腾)|谁不(会|知道)|小儿科|早就?(有人|过时)|(真|好)(棒|厉害)呢?[。.!]?$|想多了|太(天真|理想)|纸上谈兵|作秀|形式主义|又来了|老一套|呗[^。]*真棒",
    r"\b(congrats,? you|you invented|page 1 of|everybody knows (that|this)|so what|cute|obvious(ly)?|reinvent(ed|ing)|nothing new|waste of time|who cares|as if|groundbreaking|slow clap)\b",
)
SCOFFS = Cue(
    r"那(也)?(叫|算).{1,14}(不叫|不算|吗|\?)|这(也|都)(叫|算|好意思|能|不会|不懂|要|值得)|就这[?!。….~]*$|就这(水平|点|个|也)|这么简单|小学生|幼儿园|三岁|有手就行|百度(一下)?(就|不|都)|自己(不会)?(百度|搜|查)|常识(吧|好吗|问题|啊)|班门弄斧|自嗨|自我感动|瞎(折腾|忙|搞)|白(忙|折腾|费)|多此一举|浪费(时间|精力)|没(意义|技术含量|必要吧|啥新鲜)|什么(年代|水平)|还(在)?(用|玩|搞)这|笑(掉大牙|死人)|太(low|土|水|幼稚|理想化|业余|菜|小儿科)|菜(鸟|逼)|也就(骗骗|糊弄|你)|外行|不专业|老掉牙|烂大街|得了吧|拉倒吧|省省吧|别(逗|闹|搞笑)了|当饭吃|谁(信|稀罕)|几年前(就|的)|我(们)?早就|也值得(发|说|分享|炫)|炫耀|显摆|不会吧",
    r"\bthat'?s (week (0|zero|one|1)|day (0|zero|one|1)|basic|beginner|kindergarten|baby|entry[- ]level|trivial|literally|so \d{4}|not even|hardly|like \d)\b|\bdid you even\b|\b(read|rtfm|check) the (docs|manual|faq|readme)\b|\bl(ol|mao),? \d+|\btook you (that|so|\d)|\b\d+ (hours?|days?|weeks?|lines?) for (a|an|that|this)\b|\b(my|a) (kid|grandma|child|intern|toddler|junior|five[- ]year[- ]old)\b.{0,24}\b(could|can|does|knows)\b|\b(just )?google (it|that|exists)\b|\blmgtfy\b|\b(amateur|rookie|noob|newbie|junior) (hour|move|stuff|mistake)\b|\bbig deal\b|\bwow,? (so )?(impressive|genius|groundbreaking)\b|\bgood luck with that\b|\bbless your heart\b|\bpointless\b|\bnot (exactly )?rocket science\b|\beveryone (knows|does) (that|this)\b|\bold news\b|\btell me something\b|\bthat'?s it\?|\bis that (all|it)\b|\bwhy (would|did) (you|anyone) (even|bother)\b|\bnobody (asked|cares|needs|uses)\b|\bcringe\b|\btry harder\b|\bsummer child\b|\boverkill\b|\bmust be nice to have\b|\bhow (hard|long) (can|does) it\b|\bwe did (that|this) (years|ages) ago\b|\bembarrassing\b",
    r"就(要|好意思|敢|值得)?(发|晒|炫|拿).{0,4}(群|出来|显)|开(个)?发布会|发(个)?朋友圈|要不要给你(发|颁)|那别人.{0,14}(得|不得)|上天",
    r"\bmy (toddler|kid|dog|cat|grandma|niece|nephew) (does|did|can|could)\b|\bi bet\b|\bgive (him|her|them|this one) a medal\b|\bstop the press|\bbreaking news\b|\bwhoop[- ]?de|\bbaby steps\b",
    r"这.{0,5}(也|都)(叫|算|好意思|敢|拿得出|配)|满大街|到处都是|一搜一(大)?把|早就有(了|人)|有什么(好|可)(发|说|晒|炫|稀奇)|不过如此|(也|还)?好意思(发|拿|晒|分享)|没眼看|辣眼睛|先.{1,12}(整|弄|搞|学|练)(明白|清楚|会|懂|好)了?再(开口|说话|说|来|发|谈)|(整|弄|搞|学)(明白|清楚|懂)了?再(开口|来|发)",
    r"\b(there (are|'s|is) (like |already |about )?.{0,16}(of (these|those|them)|already)|already exists?|been done (before|to death)|why not just use|nobody (will|would) (use|read|buy)|looks like a (school|homework|student)|not impressed|underwhelming|would(n'?t| not) (even |really )?call (this|that|it)|hardly (a|an|what i'?d call)|(get|learn) the basics (right )?(first|before))\b",
)
"""Contempt for what somebody told; only a reply to something told counts."""
DEFLATED = Cue(
    r"^\W*(也是|嗯嗯|哦哦|哦好|这样啊|那行吧?|那没事了?|我再(改|想|看|弄)(改|想|看|弄)?吧?|(好|行|嗯|哦),? ?(我)?知道了|当我没(说|发|问)|算了吧|呵呵|好的呢?)\W*$",
    r"^\W*(yeah|yep|fine|fair|sure|cool|alright|understood|got it|noted|oh|ok|okay|right|hm+)?([ ,.…!]+(ok|okay|fair|enough|noted|then|well|sure|right|i guess|alright|never ?mind|got it|thanks|fine|point taken))+\W*$|^\W*(yeah|fine|alright|oh well|point taken|understood)\W*$",
    r"^\W*(嗯+|哦+|噢+|额+|呃+|好吧|好的吧|行吧|算了|知道了|那(好|算了|我(不|删|撤|再).{0,6})|对不起|不好意思|我(不说|闭嘴|删)了?|当我没说|受教了?|打扰了)\W*$|^[.。…·\s]+$|^\W*\[(捂脸|流泪|委屈|尴尬|裂开|难过|苦涩)\]\W*$",
    r"^\W*(oh|ah|ok|okay|right|fair|nvm|never ?mind|sorry|i see|well|hm+|i guess|noted|never again|forget it|ouch|my bad|i'?ll (delete|remove) it)([ ,.…]+(oh|ok|okay|sorry|then|right|i guess|thanks|enough|nvm))*\W*$",
    r"^\W*(嗯+|哦+|好吧|那|行)?[\s,.。…]*(我)?(不|以后不|再也不|下次不)(发|说|问|分享|打扰|晒)了\W*$",
    r"^\W*(ok|好|嗯+|哦+|行|那)?[\s,.。…]*(我)?(撤|删|退|收回|不说)(了|掉)?\W*$|^\W*[哦噢额呃]+[\s,.。…]+(好(的|吧)?|行吧?|知道了|这样)\W*$|^\W*(ah|oh|ok(ay)?|right)?[ ,.…]*(well)?[ ,.…]*(we|i) (were|was) (just |only |so )?(happy|proud|glad|excited|pleased)\W*$",
    r"^\W*(ok|好|行|那)?[\s,.。…]*(当我没(说|提|问)过|就当我没说|那算了|我(瞎说|乱说|随口)的?|随口一(说|提))|^\W*(ok(ay)?|fine|sorry|oh|right|fair)?[ ,.…]*(forget (i|that i) (said|asked|mentioned)|it was (just|only) an?|just an? (idea|thought)|ignore me|i'?ll shut up|pretend i didn'?t)|^\W*(oh|ok|okay|right|sorry|fine)?[ ,.…]*(i'?ll )?(deleting|delete it|removing|remove it|closing( it)?|taking it down|leave it)\W*$",
)
"""The wind is out of somebody's sails."""
PROUD = Cue(
    r"第一次|终于|总算|自己(做|写|弄|画|编|整理|摸索|一个人)|交(个)?作业|成功|分享|(做|写|画|整理|录|试)了|学会|坚持了|小进步|我也(来|说|写|发|交|晒|贴|念|试)(说|写|发|念)?(一)?(个|段|句|条|下)",
    r"\b(first time|finally|(all )?by myself|small win|tiny win|proud|managed to|i (made|built|wrote|finished|drew|tried|did|learned|started)|my first|here'?s (my|what)|(let me|i(?:'ll| will| want to| would like to|'d like to)?) (try|share)( one| mine)?)\b",
)
EFFORT = Cue(
    r"(花|熬|忙|弄|琢磨|折腾|捣鼓|写|画|做|修|改|练|攒|整|录|拍|算|练习)(了|到|过)?.{0,6}(半天|天|晚|周|个月|小时|夜|宿|遍|周末|年)|头一(回|次|遍)|第一(次|回)|(谈|做|弄|写|拿|考|学|跑)(下来|出来|成)了?|(拿|发|晒)(来|出来)?给?(大家|各位)|大家.{0,4}(看看|瞧瞧|指点|提意见)|献丑|我(自己)?(做|写|画|弄|编|搭|改|设计|整理|拍)了?(一?个|一?份|一?张|一?版|套)",
    r"\b(spent|took me|it took|been working on)\b|\b(on|by) my own\b|\b(over|all|the whole) (the )?(weekend|day|night|evening|week|sunday|saturday)\b|\bmy first\b|\bfirst (time|\w+ that)\b|\bi('ve)? (\w+ )?(redesigned|redid|wrote|drew|made|built|put together|set up|designed|drafted|recorded|baked|finished|mapped|collected)\b|^\W*(wrote|made|built|drew|drafted|designed|put together|recorded|finished|posting) \w+|\bhappy with\b",
)
"""Somebody took trouble over something of their own."""
UNSURE = Cue(
    r"(我)?(有|想到)(个|一个)?(想法|主意|点子)|不知道(行不行|对不对|可不可以|合不合适)|可能(很|有点|比较)?(傻|幼稚|笨)|瞎(想|琢磨)|随便(说|想)|弱弱(说|提)|(能|可)不(能|可以).{0,20}(试|换|改|贴|分)",
    r"\b((maybe|might be|probably) (silly|daft|stupid|dumb|wrong)|(silly|daft|stupid|dumb|random|quick) (idea|thought)|just (an idea|a thought|thinking)|idea,|had an idea|not sure if|what about|how about|could (we|i) (maybe )?try)\b",
)
"""Somebody offers a thought without being sure of it."""
IMPROVES = Cue(
    r"更(好|清楚|顺|稳)|再.{0,5}(点|一点|些|大|小|短|加)|建议|(可以|不妨)(加|改|试|换|再)|要(是|能)?.{0,12}(就|会)(更)?好",
    r"\b(would help|might help|could (also|try|add|be)|maybe (add|try|a)|try (adding|a|the)|suggest|one thing i'?d|if you (add|try|make|put)|next time)\b",
)
"""A hint how to make it better: no put-down, however short."""
NEGATES = Cue(
    r"不|没|别|才|只|就|叫|哪|算|至于|有啥|还|啊\?|吗",
    r"\b(no|not|never|only|just|even|but|lol|why|\w+n'?t|still|wrong)\b",
)
"""A no, or making little of it."""
SORRY = Cue(
    r"对不起|抱歉|不好意思|我的锅|是我(错|的错|不对)|误导|收回",
    r"\b(sorry|apolog|my bad|out of line|take it back|was unfair|fair play)\w*",
    r"说重了|我收回|别(介意|往心里去)|无意冒犯|说得不对",
    r"\b(didn'?t mean (to|it)|no offen[cs]e|came out wrong|that was harsh|i take that back)\b",
)
CALMS = Cue(
    r"(别|不要)(吵|说)了|冷静|消消气|两位|都少说|不展开|分别聊|私聊|单独聊|打住|到此为止|先停",
    r"\b(guys|folks|please|stopping this|calm|take (it|this) (offline|to dm)|separately|let'?s not|enough (now|please|of this)|cool it)\b",
    r"群里(到这|先到|先停|别再|不再)|到这(里|儿)?(为止)?[。.!]?$|(来|各自|下午|会后)找我|先(冻结|放一放|缓一缓|打住|别争)|谁也别|都别(说|吵|争)|别(在群里)?(争|吵|闹)|换个地方|线下(说|聊|谈)|我来(处理|协调|找你)|各(退|让)一步",
    r"\b(stop(ping)? (this|it|here)|pausing this|cool (down|off)|i'?ll (write|talk|speak|message|reach out) to (you )?(both|each)|nobody posts|park (this|it)|dms?,? (please|both)|both of you|that'?s enough|step back|keep it (civil|kind|respectful)|locking this|code of conduct)\b",
)
DISTRESS = Cue(
    r"不想(干|活|教|做|撑)了|撑不(住|下去)|坚持不下去|活着(没|好累|有什么)|没意思透|崩溃|绝望|手(一直)?抖|整(夜|晚)睡不着|睡不着|抑郁|想(死|哭|辞职)|是不是(就)?不适合|喘不过气|太累了.{0,6}不想",
    r"\b(can'?t (sleep|go on|do this anymore|cope|take it)|resignation|want to quit|give up|feel nothing|burn(ed|t)[ -]?out|breaking down|hopeless|depress\w*|panic attack|suicid\w*|kill myself|crying every|falling apart|at my limit|don'?t see the point|(do ?n'?t|can'?t|cannot) (want to )?(do|keep doing|take) (this|it|any of (this|it))( all)?( any ?more|, any))\b",
    r"(什么|啥|做什么|干什么)都(没|不)(意思|想|劲|在乎|重要)|没意思(了|透)|没(有)?(盼头|希望了|奔头|活路|力气了)|看不到(头|希望|意义)|(熬|扛|顶|挺|坚持)不(住|了|下去)|(快|要)(疯|垮|崩)了|身心俱疲|心里?(好|很|太)?(累|堵|难受)|(躲|一个人|蹲).{0,12}(哭|发呆)|哭了(一|半|好|很)|眼泪|失眠|(几|好几|连着.{0,3}|连续.{0,3})(天|晚|宿).{0,4}(没睡|没合眼|睡不)|坐(在|到).{0,14}(没|不(想|敢))(上|回|下|进)|不(敢|想|知道怎么|知道该怎么)(回家|面对|见人|跟家|和家|跟孩|跟爸|跟父)|没脸(见|回|面对)|一无是处|我(真|好|太|是不是)(没用|失败|差劲|多余)|拖累|累赘|没人(会)?(在乎|在意|发现|关心)|麻木|窒息|心慌|发抖|不想(说话|见人|起床|醒)|没有?意义|熬不过",
    r"\b(can'?t|cannot|couldn'?t) (breathe|stop crying|get (up|out of bed)|face (it|them|anyone|another)|handle (it|this)|take (any ?more|much more)|keep (going|doing this))\b|\bcant (sleep|cope|go on|do this)\b|\bha(ve|d)n'?t slept\b|\bno (point|hope|way out|energy left)\b|\bwhat'?s the point\b|\bworthless\b|\b(am|i'?m|such|feel like) a (failure|burden|fraud|mess)\b|\bfailed (again|everyone|them)\b|\blet (everyone|them all) down\b|\b(nobody|no ?one)\b.{0,24}\b(notice|care|miss)s?\b|\bdisappear\b|\bnumb\b|\bfeel(ing)? (so )?(empty|alone|worthless|hopeless|trapped|broken)\b|\bcr(ied|ying) (in|at|all|every|for|again|myself)\b|\blost (the|my) (job|will|mom|dad)\b|\bdrowning\b|\bmeltdown\b|\bhate (myself|my life)\b|\bignore (this|me)\b|\bdone with (life|everything|all of)\b|\bat my limit\b|\bat breaking point\b|\bfalling apart\b",
    r"(干|做|待|呆|走|过|活)不下去|(一句)?话都不想说|活着就是|没人(管|懂|问)过?我",
    r"\b(don'?t|can'?t) (see|know) why i (keep|bother|still|even)\b|\beverything i (touch|do|try) (breaks|fails|goes wrong)\b|\bvanish(ed)?\b|\bwhy (do )?i even (bother|try)\b",
    r"没怎么睡|睡不(好|踏实)|闭(上)?眼(睛)?(就|都|全)是|(人|整个人|我)(都)?(快|要|已经)?(废|垮|空)了|(也|就|总|老|一直|白天|天天)想哭|不想再(来|去|干|做|上班|见)|(欠着?|还不起|付不起).{0,8}(房租|钱|款|债|贷)|(老婆|老公|孩子|她|他|家里人)(也)?(走了|不要我|不理我|离开)|(图|撑|熬)(个|的是|着)?(什么|啥|干嘛)|(没|看不到)(一点)?(盼|希望|劲|意义)|(店|公司|铺子|厂)(关|倒|没|黄)了|被(裁|开除|辞退|赶)了?|(不想|不敢)(回家|上楼|上班|进门)|欠了.{0,6}债|怎么(撑|熬|过)下去|(车里|楼梯间|厕所|天台|江边|河边).{0,12}(坐|站|待|呆|哭)",
    r"\b(staring at the (ceiling|wall|screen)|awake (all night|until (two|three|four|five|\d)|since \d)|not slept|barely (sle\w+|eat\w*|function\w*)|last (felt|time i felt) (ok|okay|happy|good|normal)|don'?t remember (when|the last)|cannot remember when|can'?t remember (when|the last)|nothing left|(the )?(shop|job|money|house|business|flat) is gone|got (fired|laid off|let go|sacked)|i (just )?want to cry|keep crying|in tears|ca?n'?t ?(not)? see the point|so (alone|ashamed|lost))\b|\bdo ?n'?t want to (go (in|home|back|on)|be (here|alone)|get up|see anyone|talk to anyone|wake up)\b|\b(no|not sure there'?s a|can'?t find a) reason to\b|\b(sitting|parked|sat) in (the|my) (car|parking|bathroom|stairwell)\b|\bparking lot\b",
)
WEARY = Cue(
    r"(又|还|总|一直|永远)(就)?是(我)?一个人|到头了|(不用|别)(管|理|找|担心)我|(就是|只是)?(说|道|打)(一)?声(再见|别)?|跟(大家|你们)(说|道)(再见|别)|(桥|江|河|楼顶|天台|阳台|轨道|海)(上|边)?.{0,6}(站|坐|走|待|呆)了?|不(该|应该|配)(来|活|存在|出生)|(来|生)(这|在)(个)?世(上|界)|没人(等|找|要|想)我|(吃|吞)了.{0,4}(片|粒|颗|药)|喝(多|醉|闷)|一个人(喝|扛|撑|躲)|(活|过)(着|得)?(真|太|好)?(累|苦|没劲)|(什么|啥)都(没(有)?了|不剩)|(对不起|拖累)(家里|家人|爸妈|孩子|大家)|(一)?想到.{0,10}(上班|周一|明天|值班|开工|进门)?就.{0,6}(吐|哭|抖|心慌|发慌|难受|喘)|(吐|哭)了(一|好几|几)(次|回|场).{0,8}(上班|进门|出门)",
    r"\b(tired of (being me|everything|it all|life|living|trying|fighting)|nobody is waiting|no ?one (is|would be) waiting|drinking again|goodbye to you all|say goodbye|(do ?n[o']?t|please don'?t|no need to) (reply|answer|worry|look for me)|could not go in|couldn'?t (go in|get out|face)|on the (bridge|roof|ledge|tracks)|took (some|a few|too many|all the) pills|you were (all )?(so )?kind|i am nothing|i'?m nothing|a burden|what i'?m still doing here|does ?n[o']?t matter (any ?more|anyway)|(was|been|felt|being|got|threw) (sick|up) .{0,24}(thinking (about|of)|before (work|my shift|going|coming)|because (tomorrow|it'?s))|dread(ing)? (monday|tomorrow|every|going|coming)|everyone (would be|is) better)\b",
)
"""A word of somebody who may be leaving more than the room: it weighs with another of its kind."""
GRAVE = Cue(
    r"没有明天|(醒|起)不来(就|才)?(好|算)|不想(再)?(有|看到|见到)明天|不如(死|走|没)|(活|撑|熬|坚持)(着|下去)(还|又)?(干|为)(嘛|什么|了什么|啥)|活(够|腻)了|(没|无)(法|力)再(活|撑)|(世界|这个家|他们|大家)没(有)?了?我(会|都|也)?(更|一样)|(睡|闭眼)(过去|着)(就|再也)(好|不)|不想活|活不下去|自杀|轻生|割腕|跳楼|活着没意思|遗书",
    r"\b(want|wish|need|wanted) (it|this|everything)( all)? to (stop|end|be over)\b|\b(better|easier|happier|best) (off )?(for everyone )?(without me|if i (was|were|wasn'?t|weren'?t))\b|\b(no|not see a|can'?t see a|don'?t see a|do not see a) (way (forward|out|through|on)|future)\b|\bi'?m done (fighting|trying|living|with living)\b|\bnot (want|wanting) to (exist|be here|wake up)\b|\b(what|where) is the point (of|in) (me|going on|living|any of)|\b(suicid\w*|kill myself|end it all|don'?t want to (live|be here)|better off dead|self[- ]harm)\b",
    r"(消失|死)(了|掉)?(算了|就好|会不会)|不想(醒|再醒)|没有?我.{0,8}(也一样|更好|无所谓)|一了百了|活着.{0,4}(累|干嘛|为了什么)|解脱|结束(这一切|生命|自己)|跳下去",
    r"\bif i (was|were|am|wasn'?t|weren'?t) (gone|dead|here|around)\b|\bbetter (off )?without me\b|\bno reason to live\b|\bnot wake up\b|\bwish i (was|were) dead\b|\bwant to die\b|\bhurt(ing)? myself\b|\bjump off\b|\bcan'?t live\b",
    r"没人会(在乎|在意|发现)我",
    r"\b(nobody|no ?one)( here| at all)? (would|will|'d) (even |ever )?(notice|care|miss)\b.{0,20}\bi\b",
    r"(该)?怎么活(下去|了)?|不知道(该)?为什么活|活着太",
)
NIGHT = frozenset({22, 23, 0, 1, 2, 3, 4, 5})
"""Local hours at which one such word is enough to have a person look."""
NO_OWN = Cue(
    r"(学生|客户|患者|病人|家属|顾客|店员|员工|同事|孩子|他|她)",
    r"\b(patients?|students?|customers?|clients?|users?|he|she|they|his|her)\b",
)
GRIEF = Cue(
    r"(父亲|母亲|爸爸?|妈妈?|爷爷|奶奶|外公|外婆|姥姥|姥爷|岳父|岳母|爱人|家人|老人).{0,12}(走了|去世|离世|过世|没了|不在了|病危)|去世|过世|病逝|丧(事|假)|节哀|追悼|葬礼",
    r"\b(passed away|(my|his|her|our) \w{2,12}( \w+)? (died|has died|is dying)|died (on|last|this|yesterday)|funeral|bereave\w*|so sorry for your loss|condolences|rest in peace)\b",
    r"(同事|同学|老师|朋友|师傅|哥|姐|弟|妹|孩子|外婆|奶奶|父亲|母亲).{0,6}(走了|离开了我们|没抢救|抢救无效)|一路走好|永远(离开|怀念)|沉痛|悼念|头七|办后事",
    r"\b(lost (my|our|his|her) (mother|father|mom|mum|dad|wife|husband|son|daughter|brother|sister|grand\w+|friend|colleague|baby)|we lost \w+ (last|this|on|yesterday)|memorial (service)?|in loving memory|passed (on|yesterday|last|this))\b",
)
ILLNESS = Cue(
    r"请(病|事)?假|住院|手术|发(高)?烧|甲流|流感|肺炎|确诊|骨折|生病|退烧|(3[89]|4[01])(\.\d)?度|3[89]\.\d",
    r"\b(surgery|hospital|sick leave|out sick|diagnos\w+|operation on|recover(ing|y)|chemo|broke my|in labou?r)\b",
)
