"""Wordings that carry a signal, in both languages: general rules, never one sentence.

Each pattern is searched in the plain text (agent.listening.words.plain), which has full-width
forms folded: `?` stands for ？, `,` for ，, `(` for （.
"""

import re

from agent.listening.cue import Cue

ASKS = Cue(
    r"\?",
    r"(吗|呢|没有|没|嘛|不|对吧|是吧|对不对)[\s~。.…!]*$",
    r"请问|请教|想问|问一下|问下|问一句|弱弱|求(助|教|问|大佬|推荐|个)|谁(有|知道|能|会|手上|那)",
    r"有没有|有人(知道|用过|做过|试过|遇到)|怎么(办|做|弄|写|处理|说|搞)|咋(办|弄|整)|如何|是不是|什么时候|第几",
    r"^\s*(how|what|who|when|where|which|why|does any|do any|anyone|anybody)\b",
    r"\b(any ?(one|body) (know|have|has|tried|using|else)|how (do|would|did) (you|i|we)|does any)",
    r"\b(need (some )?(help|advice)|wondering|any (tips|ideas|advice)|quick (one|question))\b",
    r"求(解|指点|支招|救|带|问|推荐)|哪(位|里|儿|个).{0,8}(能|可以|有|好|靠谱|知道)|能不能|可不可以|要不要|该不该|会不会|行不行|咋(回事|搞|选|写|用)|啥(时候|情况|意思)|怎样|怎么(选|算|用|填|改|报|看|回|解决|破|收|定|学|记|练|读|走|谈|排)|帮(忙|我)?看(看|下|一下)|支个?招|在线等|有(什么|啥)(好)?(办法|建议|推荐|技巧|经验)|多(少|久|大)(合适|比较|才)",
    r"\b(could|can|would|will) (someone|somebody|anyone|anybody|you|one of you)\b|\bis there (a|an|any)\b|\bwho(?:'s| is| can| knows?| else)\b|\bplease help\b|\bhelp (me|please|needed|wanted)\b|\b(any|some) (pointers|suggestions?|recommendations?|thoughts|experience|luck|hints?)\b|\blooking for (advice|help|someone|suggestions|recommendations|a good)\b",
)
SEEKS = Cue(
    r"请问|请教|想问|问一下|问下|问一句|弱弱|求(助|教|问|大佬|推荐)|谁(有|知道|能)|有没有(人|谁|做|用|试)|有人(知道|用|做|试|遇)",
    r"怎么(办|做|弄|写|处理|说|搞)|咋(办|弄|整)|如何|到?第?几(课|章|页|号|点|周|天|班)|还是.{1,20}[?呀啊呢]",
    r"\b(any ?(one|body)|how|what|where|when|which|does|do (you|any|we)|can (a|i|we|you))\b.*\?",
    r"\bwho (signs|approves|owns|decides|knows|has|can|do|is|was|should)\b|\banyone (free|know|have)\b",
    r"\b(need (some )?(help|advice)|any (tips|ideas|advice))\b",
    r"求(解|指点|支招|救|带)|哪(位|里|儿|个).{0,8}(能|可以|有|好|靠谱|知道)|咋(回事|搞|选|写|用)|怎么(选|算|用|填|改|报|看|回|解决|破|收|定|学|记|练|读|谈|排)|帮(忙|我)?看(看|下|一下)|支个?招|在线等|有(什么|啥)(好)?(办法|建议|推荐|技巧|经验)|能不能|可不可以|要不要|该不该",
    r"\b(could|can|would) (someone|somebody|anyone|anybody)\b|\bis there (a|an|any)\b.*\?|\bplease help\b|\bhelp (me|please|needed|wanted)\b|\b(any|some) (pointers|suggestions?|recommendations?|thoughts|experience with|luck with|hints?)\b|\blooking for (advice|help|someone|suggestions|recommendations)\b|\b(should|do|are|is|may|must) (i|we|one|it|there|they)\b.*\?|\bor (only|just|is it|do we|should)\b.*\?",
)
RHETORICAL = Cue(
    r"(不是|难道|凭什么|至于吗|行不行啊|好吗|不就)[^?]{0,20}\?*$",
    r"\b(right|huh|no|isn't it|you know)\?$|\bwhy do (we|they|i) (even|still)\b|谁还(活|醒)着|有活(人|的)(吗|没)",
    r"(哈{2,}|lol|lmao|😂|🤣|[?!]{3,})",
    r"[?]\s*(做梦|想得美|不可能|怎么可能|别逗|拉倒|得了|开玩笑|真敢|服了|绝了|厉害)|(谁(信|敢|知道呢)|怎么可能|可能吗|是吧|你说呢|有完没完|逗我呢?|玩呢|认真的吗|这合理吗)[?~。.!…\s]*$",
    r"\b(really|seriously|who knows|who cares|what could go wrong|am i right|are you kidding( me)?|how hard can it be|why not|says who|since when)\W*\?",
)
THANKS = Cue(
    r"谢|感谢|多谢|辛苦|有用|学到|学习了|收藏|记下|懂了|明白了|好嘞|解决了|搞定|可以了|ok\b|okay|找到了",
    r"\b(thanks?|thank you|thx|ty|cheers|got it|makes sense|solved|works|found it|booked|perfect)\b",
    r"感激|感恩|三克油|蟹蟹|栓q|阿里嘎多|谢啦|3q|受教|明白啦|清楚了|弄好了|好了好了|成了|通了|行了|没事了|解决啦|会了|找着了|有了",
    r"\b(appreciate|lifesaver|that (helps|did it|fixed it)|fixed|sorted|nailed it|all good|worked|much clearer|ta|got mine|makes? (total )?sense|understood|merci|gracias|danke|grazie|obrigad[oa]|mahalo|asante|arigato)\b",
)
ACK = re.compile(
    r"^\W*(收到|已?交了?|已填|已报|好的?|好嘞|好滴|嗯+|哦+|行|可以|明白|了解|okk?|okay|got it|noted|done|yep|yes|sure|thanks?|thx|ty|\+1|1|in)\W*$",
    re.IGNORECASE,
)
CHAIN = re.compile(r"^\W*#?(接龙|solitaire)|^\W*\+1\b|^\W*1\W*$", re.IGNORECASE)
NOTICE = Cue(
    r"@(所有人|全体成员|all|here|channel|everyone)\b|@所有人",
    r"[【\[](通知|公告|提醒|重要)[】\]]|^(通知|提醒|公告)[::]|截止|deadline|heads up|reminder|📣|📢",
    r"各位(注意|请)|请(各位|大家|全员).{0,12}(前|填|交|报|确认|查收)|(今天|明天|周[一二三四五六日]|\d+[号日点]).{0,10}(前|之前)(交|填|报|发|完成)|(改到|改在|调整到|挪到|地点改)",
    r"\b(please (note|submit|fill|confirm|read|sign)|moved to (room|tomorrow|monday|tuesday|wednesday|thursday|friday)|announcement|closes? (on|at|today|tomorrow|sunday|monday|friday)|due (by|on|today|tomorrow)|(office hours|meeting|call|session) (is |are )?(moved|cancelled|changed|now))\b",
)
PUSH = Cue(
    r"(小|今日|今天的|本周|这周的?|课后|周末)(练习|作业|任务|思考题?|挑战|提问)|(请|想请|邀请|麻烦)(大家|各位|每位|每个人|同学们|老师们|你们)|(大家|各位|同学们|你们)(来|都|也|一起|先|可以)?.{0,4}(说说|聊聊|想想|写写|试试|讲讲|谈谈|猜猜|选一?个|挑一?个)|你(最|第一次|上一次|最近一次|印象最深).{2,40}(是|哪|什么|为什么|\?)|(写|说|发|留)(出|下|一|个|给).{0,16}(一句|一件|一个|三个|一条|评论区|群里)",
    r"\b(for (this|the) (week|evening|day)[:,]|question (for|of)|(small|little|quick|today'?s|this week'?s|your) (exercise|task|challenge|homework|assignment|poll|question)|(take|think of|pick|describe|recall|tell us about|write down|share) (your (last|first|best|worst|own|most)|one|the one|a time|the last)|what do you (say|do) first|what would you|how would you|which .{3,60} and why|tell us|each of you|all of you)\b",
    r"(开放题|小题|话题|讨论题|今晚.{0,6}聊|明晚.{0,6}聊|打卡|接龙|回个?(字母|数|1)|报个数|投个?票)",
    r"\b(question of the (week|day)|\w+ q:|week \d+ ?=|theme|who wants to|\+1 here|reply with|just the number|bring the)\b",
    r"(这|本|下)(周|期|月|次)的?(题|话题|问题|讨论|主题|作业)[::,]|(每日|每周|今日|今天|本周|周[一二三四五六日])[一小]?(题|问|话题)|(大家|各位).{0,10}(怎么看|说说|聊聊|写一句|一句话|晒晒|晒一晒|分享一下|报一下|来一个)|(一|每)人(一句|写|说|晒|一个)|写一句(就行|话|即可)|接一句|(二|三|四)选一|想听听(大家|各位|你们)|[回打扣]个?(字母|数字)",
    r"\b(this (week|month)'?s (question|topic|theme|prompt|thread)|(monday|tuesday|wednesday|thursday|friday|daily|weekly) (question|prompt|check[- ]?in|thread)|prompt:|one (line|word|sentence) (is enough|each|will do)|drop (yours|one|a line)|let'?s hear|show of hands|pick (one|a or b)|i'?d love to hear|paste (just|yours|one)|curious (how|what) (you|everyone|people))\b",
)
REASON = Cue(
    r"因为|所以|由于|毕竟|原因|比如|例如|举个例|有(一)?次|去年|上(周|次|学期|个月)|我(班|们班|们组|试|带|用|做)|\d",
    r"\b(because|since|bc|for example|e\.g|for instance|last (week|month|year|time)|i (tried|did|had|saw|used)|we (did|tried|had|cut|moved)|once|when (i|we))\b",
    r"(否则|不然|要不然|如果|一旦|结果|后来|之前|以前|上次|原来|那次|实测|试过|数据|对比|平均|百分之|(?<!第)[一二两三四五六七八九十几]+(个|次|天|周|月|年|人|家|页|分钟|小时|成|倍))",
    r"\b(otherwise|in case|so that|that'?s why|the reason|due to|turns? out|in my (case|experience)|by default|if (you|we|it|they)|instead of|that explains|my (habit|rule|way|trick)|rather|half|twice|percent|hours?|days?|weeks?|months?)\b",
)
CLAIM = Cue(
    r"没必要|不用|用不着|全靠|只(要|能|有)|说白了|无非|一看就|没人|谁都|没什么用|白(搭|费|做)|还不如|迟早|早晚|(才|就)(是|行|够)|(最|更)(好|重要|怕|烦|差)|(就是|肯定|一定|必须|关键|最重要|说到底|本质|其实|永远|从来|都是|根本|没用|应该|趋势|不如|白搭|才是|才行)",
    r"\b(nobody|everyone|every|any|only|no point|waste of|the (only|best|worst|real)|doesn'?t|don'?t need|should|shouldn'?t|imo|useless|pointless|overrated|myth)\b|\b(is|are|kills?|means|never|always|nothing|everything|mostly|just|must|have to|all about|period|without)\b",
)
ABSTRACT = Cue(
    r"(关键|最重要的?|核心|本质|说到底|归根).{0,12}(是|在于|看)|要(多|加强|注重|重视)|(共情|用心|坚持|沟通|执行力|心态|趋势|格局)",
    r"\b(it'?s|is|are) (all |just |mostly |only )*(about|politics|mindset|communication|culture|trust)\b",
    r"\bwithout (trust|culture|communication|ownership|empathy)\b",
)
AGREES = Cue(
    r"^\W*我(来|看|负责|去|做|写|管|报|接|认领|可以|带|发|跟)(?!.{0,12}(不|吗|\?))|^.{0,8}(我?(都|也)?可以|没问题|没意见|我行|ok)(的|啊|呀)?\W*$|^\W*(附议|支持|听安排|照办|记上|就它了|我看行|成交)|^\W*(同意|可以|行|好|没问题|就这样|定了|赞成|支持|👌|👍|\[ok\]|ok|okay|sure|deal|agreed|works for me|in\b|\+1|sounds good|booked|fine)",
    r"^\W*((fair|fine|ok|yes|sure)[, ]+(agreed|with me|for me|good|works)|i'?ll (do|take|bring|write|send|handle|cover|start|open)|i can (do|take|bring|cover)|mine then|deal|settled|done then|good plan|happy with that)\b|^\W*(没意见|我没意见|就按这个|听你的|都行|没毛病|成|妥|ok的|okk|可以的|行啊|我(也)?(ok|可以|行|同意|支持|来|报名)|算我一个|加一|收到,?(按|照))",
    r"^\W*(yes|yep|yeah|yup|ya|aye|works|that works|fine by me|fine with me|good (with|for) me|same here|count me in|i'?m in|me too|let'?s do (it|that)|perfect|great|no objections?|👍|👌|🙌|✅|lgtm|approved|go for it|lock it in)",
    r"^\W*(要得|得嘞|中|晓得了?|明白|收到)\W*$|^.{0,6}(我来|算我|我上|我带|我试)\W*$",
)
PROPOSES = Cue(
    r"提(一?个)?(建议|议|方案|办法|做法|主意)|(我|咱们?)(的)?(想法|意见)是|分工|轮(着|流|值)|(这|那)么(办|定|安排|分)|由.{1,8}(负责|来做|来管|统一)|(每|逢)(周|月|天|次|个).{0,10}(清|查|交|发|轮|更新|汇总|报|换|做)一?(次|遍)?|(那就|就)(这么)?定|定(一下|了)|先试|一起试|试(两|一|几)周|(周|月|号|第\d+周).{0,12}(起|开始|前)|不如我们|要不(我们|咱们)",
    r"\b(can we (all )?(agree|decide|settle)|agree that|whoever .{3,40}(does|pays|replaces|brings|writes|takes)|proposal|propose|suggestion:|shall we|why don'?t we|let us|we could (rotate|take turns|split|start|agree)|rotat(e|ing)|take turns|from now on|going forward)\b|\b(let'?s|shall we|how about we|proposal|deal\?|from (today|monday|next)|next cycle\?)|\b\d{1,2}(:\d\d)? ?(am|pm|lisbon|utc)\b|\bthu|fri|mon|tue|wed\b.*\d",
    r"(每|下|这)(周|月|天)[一二三四五六日]?.{0,14}(点|号|前|开始|起|试)|(从|自).{1,10}(起|开始)|先(跑|做|用|来)(一|两|三|几|半)?个?(周|月|天|轮|次)|(我|由.{1,6})来?负责|(提议|建议|不如|要不)(我们|咱们|大家)?|那.{0,6}(就)?按",
    r"\b(how about|what if we|i propose|i suggest|starting (this|next|from|on|today|tomorrow)|so (the )?plan( is)?|agreed:|decision:|so we('ll| will)?|we (go|start|meet|try|switch|keep|merge|ship) )|\b\d{1,2}:\d\d\b",
    r"(周|星期|礼拜)[一二三四五六日天末].{0,6}[一二三四五六七八九十\d]+(点|:)|这样(吧|定|办)",
    r"^\W*那就.{6,}|^\W*((那|行|好),?)+(就用|接着|保持|还是|继续|先|按|改|从|都|统一|今后|以后).{6,}",
    r"^\W*(right|ok(ay)?|alright|fine),? (so |then )*(from|we|it'?s|let'?s|two|three|every|each)\b.{12,}|\bproposal\b|\bevery (mon|tues|wednes|thurs|fri|satur|sun)day\b",
)
DISAGREES = Cue(
    r"不(太)?(同意|赞成|认同|一定|见得|这么看)|反对|我倒觉得|说个不一样|可是|但是|但(?!愿)|未必|不够|反而",
    r"\b(nope|disagree|not sure|i see it differently|but|isn'?t exactly|depends|careful with|hm+|the opposite)\b",
)
YOU = re.compile(r"你(?!好|们好|说得对)|您|\b(you|your|you're|ur)\b", re.IGNORECASE)
HARSH = Cue(
    r"至于吗|凭什么|什么意思|有(病|毛病)|闭嘴|脸(皮|大)|可笑|搞笑|无语|受够|心里没(点)?数|说得出口|装(什么|逼)?|活该|不要脸|滚|烦(死|不烦)|吼|垃圾|废物|蠢|傻|你教的|不就是?|倒数|管好(你)?自己|少来",
    r"\b(ridiculous|pathetic|shut up|stupid|idiot|clueless|zero ownership|no wonder|in a nutshell|useless|incompetent|your (team|suite|mess|fault|problem)|carries? .* mess|joke|whatever|how dare|liar|lazy|bullshit|wtf|police)\b",
    r"maybe if (you|your)",
    r"(要点?|还要)脸|脸呢|轮(得|不)(到|着)你|有理了|(自己|这么|太|你)懒|赖(别人|我|谁)|恶心|无耻|卑鄙|小人|骗子|虚伪|装(糊涂|蒜|傻|无辜)|放屁|胡(说|扯)|瞎扯|扯淡|鬼扯|神经病?|没脑子|(长|带)点?脑子|白痴|弱智|饭桶|草包|混蛋|王八|丢人|算(老几|什么东西)|什么(东西|玩意|态度)|(你|也)配|不配|拎不清|嘴(硬|贱|欠)|阴(险|阳怪气)|背后(捅|搞|说)|倒打一耙|血口喷人|没(教养|素质|良心|担当)|老油条|吃干饭|混日子|甩锅|推卸|抢(人|我|别人)(的)?(单|客户|功劳|活)|关你(什么|啥|屁)?事|有(完没完|本事)|懒得(跟|理|和)你|少(教训|管|装|废话)|给我(闭|滚)|欺人太甚|过分|你(才|刚)?(来|当|进|干|上)了?(才)?(没)?(几|两|三)(天|个月)|教训(我|谁|人)|摆(什么)?(谱|架子)|(装|演|当)(什么)?(受害者|可怜)|你(一?向|从来)就(这样|是这样)",
    r"\b(fake|fraud|coward|loser|moron|dumb|disgusting|disgrace|clown|hypocrite|selfish|arrogant|jerk|a[s*]{2}hole|crap|bs|garbage|trash|snake|backstab\w*|shame on|sick of (you|this|your)|fed up|grow up|get lost|screw (you|this)|cry(ing)? to|whin(e|ing|er)|delusional|embarrassing|unprofessional|cheat(er|ed|ing)?|thief|you stole|not my (problem|fault)|none of your|mind your own|who asked you|rude|nasty|toxic|bully(ing)?|power trip\w*|gatekeep\w*|entitled|condescending|dishonest)\b",
    r"霸道|蛮横|就你(能|行|懂|对|事多|牛)|显(得)?(着|到)你|会不会(数数|说话|做事|看)|(懂|讲)不(懂|讲)(规矩|道理)|多管闲事|没(规矩|分寸|数)|占(便宜|着茅坑)|(谁|哪个)(稀罕|求你)|说话(算|放)(什么|屁)|不(要|用)你(管|教)|什么人(啊|呀|哪)|自(私|以为是)|(双重)?双标|阴阳怪气|别(装|演)了?|演(什么|戏)|(还|也|真|怎么)好意思|鸡毛当令箭|一天到晚|狗屁|胡搅蛮缠|无理取闹|强词夺理|不讲理|耍(赖|无赖|横)|仗着|倚老卖老|丢死人|别太",
    r"\b(rich coming from|typical of you|you would(,| say)|learn to (count|read|listen)|leave (that|me|it) out of (it|this)|nobody asked you|says the (one|guy|person|woman)|pot,? kettle|get over yourself|don'?t you dare|how about you|mind your tone|drama queen|control freak|hypocrit\w*|two[- ]faced|you people|since you know (everything|it all)|save it|typical you|always the (victim|martyr|one who)|play(ing)? the (victim|martyr)|lectur(e|ing) (me|us)|you'?ve (only )?been (here|a \w+|in \w+) .{0,12}(minutes?|days?|weeks?)|(five|two) minutes and)\b|\b(nonsense|know[- ]it[- ]all|ignorant|rubbish|bossy|petty|childish|pompous|smug|worst|hate (you|your)|write it yourself|do it yourself then)\b",
)
BELITTLES = Cue(
    r"(网上)?抄的吧|花架子|这(没|有什么|有啥)用|没(什么|啥)用吧|就(爱|会|知道)(搞|弄|玩|整|折腾)|谁不(会|知道)|小儿科|早就?(有人|过时)|(真|好)(棒|厉害)呢?[。.!]?$|想多了|太(天真|理想)|纸上谈兵|作秀|形式主义|又来了|老一套|呗[^。]*真棒",
    r"\b(congrats,? you|you invented|page 1 of|everybody knows (that|this)|so what|cute|obvious(ly)?|reinvent(ed|ing)|nothing new|waste of time|who cares|as if|groundbreaking|slow clap)\b",
)
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
LEAVES = Cue(
    r"(轮岗|合同|实习|借调).{0,6}(到期|结束)|(要|准备)(离职|调走|离开|退群)|最后一(天|周|课)|告别|以后不在|回.{1,8}那边|蒙大家照顾|后会有期",
    r"\b(last day|leaving (the|this|on|next)|moving on|farewell|goodbye (everyone|all|folks)|signing off for good|won'?t forget (it|this|you))\b",
    r"(今天|明天|本周|这周|下周).{0,6}(是我)?(最后一天|离职|离开|退休|毕业)|江湖再见|有缘再见|山高水长|先撤了各位|跟大家(道别|告别|说再见)|(要|准备)退休|感谢(大家|各位)(这|多|一).{0,8}照顾",
    r"\b(my last (week|day|shift|post|session)|i'?m (leaving|moving on|off to a new|retiring|stepping down)|it'?s been (a pleasure|great|an honou?r)|so long everyone|this is goodbye|keep in touch everyone)\b",
)
BIRTHDAY = Cue(
    r"生日(快乐)?|🎂|满月|\b(happy b(irth)?day|bday|feliz cumple\w*|my birthday|birthday (is|today|tomorrow))\b"
)
OUTCOME = Cue(
    r"(降|升|涨|减|掉|缩|提)(到|了|至)(了)?.{0,4}\d|(原来|以前|之前|过去).{1,20}现在|从.{1,16}(变成?|降|减|缩|涨|升|提)(成|到|了|为|至)|(做|跑|用|试)(下来|了(一|两|三|几|半)(个)?(周|轮|遍|天|月))|(改|换|照)(完|了|着做).{0,10}(以后|之后|,)|(通过|批|签|成|过)了[,!。]|一次(就)?(过|成)了|^(报[::]|汇报|反馈|更新)|(试了|试过|照.{0,12}(办法|做法|说的)|按.{0,10}(说的|办法)).{0,40}|(开完|做完|讲完|听完|谈完)了|(降到|升到|减到|涨到|变成了?)\d|中期数|后来(真的)?",
    r"\b((went|came|got|is|are|down|up|dropped|cut|fell|rose|moved) (down |up )?(to|from) (a |an |about |under |over )?\d|from (a |an |about )?\w+ to (a |an |about |under )?\d+|(results?|numbers|figures) (are|is)( now)? in\b|(two|three|four|six|\d+) weeks (in|on|later|of)|since (we|i) (started|switched|changed|moved|began|tried|put|taped|stopped)|did (it|the .{3,30}) (the way|like|as))|^(report|update|tiny win|small win|outcome|so i tried)\b|\b(i tried (it|that|this|your)|it worked|did (it|what you)|report(ing)? back|as promised)\b|\bupdate\b",
    r"(终于|总算).{0,16}(成|通|过|出|好|会|拿下|搞定|完成|签|开)了?|(结果|效果).{0,8}(不错|很好|出来|还行|意外)|交作业|回来(汇报|报告|交作业)|成功(了|拿下|签|上线)|从\d+.{0,6}(降|升|涨|减|到)\d+|第一次.{0,12}(成功|做|自己|独立|完成)|^\W*(一|两|三|四|几|半|\d+)个?(周|礼拜|月|天)(到了|满了|下来|过去了?|用下来)",
    r"\b(small (victory|success)|finally (got|managed|works|did|passed|finished|shipped|merged)|i (did it|managed to|finished|passed|shipped|merged)|went (well|better)|(went|dropped|down|up) from \d+|reporting back|follow[- ]up:|result:|all by myself|(weeks?|days?|months?|fortnight'?s?|fortnight) (are |is )?(done|up|over)|it was (\d+|two|three|four|five|six|ten|twelve|twenty) (in|last|before)|(all|every) (\w+ )?(checked|done|swapped|replaced|cleared))\b",
)
SHARES = Cue(
    r"分享|自己(做|写|整理|编)了?(个|一|的|张)|整理了|做了(个|一张|一份)|(谁要|要的)自取|附(件|空表|图)|我(的办法|们班|班)|流程|经验|有(个|条).{0,4}(办法|经验|窍门)|踩过?坑",
    r"\b(wrote up|made a (sheet|template|list|script|doc)|here'?s (my|our|the|a)|sharing|what (worked|i do|we do)|tiny win|we (cut|moved|dropped|switched)|template|script)\b",
    r"我(的做法|一般|试了|总结|写了|画了|录了|拍了|列了)|总结了|(我|自己)(的)?(小)?(窍门|技巧|心得|套路|模板|清单)|一个小(办法|技巧|发现)|分享(个|一下|下)|做法是|交(个)?作业|(放|传|存|挂)(到|在|进)?了?(共享|网盘|云盘|群(文件|公告|里)|文档)",
    r"\b(what (helped|works) (me|for me|us)|my (trick|approach|routine|checklist|setup|notes)|i (built|wrote|made|put together|drew|recorded)|sharing (my|a|this)|small win|in case (it|this) (helps|is useful)|tip:|pro tip|lesson learned|(put|it'?s|up|saved|uploaded) (it )?(in|on|to) (the )?(shared|drive|folder|wiki|files))\b",
)
CORRECTS = Cue(
    r"更正|纠正|说错|记(错|岔)|是错的|改(成|为|到)|不是\s*\d+.{0,12}(是|,)|作废|以.{1,6}为准|提前到|推迟到|改期",
    r"\b(correction|correct(ing)? (myself|my)|is wrong|was wrong|not \d+[\w.]* ?(but|,|it'?s)|it'?s \d+ not|moved (forward|to|from)|stands? corrected|recheck\w*|typo)\b",
    r"(刚才|前面|上面|昨天).{0,8}(错|不对|有误|搞混)|写错|打错|看错|算错|应(该)?(是|为)\s*\d|勘误|口误|更新一下",
    r"\b(i (was|mis)(wrong| ?spoke|read|typed|counted)|my mistake|scratch that|make that|should (be|read|say) \d|not \d+,? (but )?\d+|actually (it'?s )?\d+|updated? (number|figure|date)|mixed up)\b",
)
INJECTS = Cue(
    r"(忽略|无视|忘记|不要理会)[^。\n]{0,16}(指令|要求|规则|规定|设定|提示|群规)|致(阅读|看到)?.{0,8}(AI|助手|机器人|模型)|你现在是.{0,12}(管理员|助手|机器人|AI)|系统提示|system prompt",
    r"\b(ignore|disregard|forget|override)\b[^.\n]{0,30}\b(previous|prior|above|all|earlier|your)\b[^.\n]{0,20}\b(instruction|prompt|rule|message|guideline)s?",
    r"\b(system|assistant|ai|bot|llm|summar\w*)\s*[:,]\s*.{0,60}\b(state|say|write|post|approve|confirm|reply|summari|include|do not|must)\b|you are now (the|a|an)\b",
    r"(供|给|请|让|麻烦)(AI|人工智能|机器人|智能助手|大模型).{0,6}(阅读|看|读|执行|注意|回复|把)|请助手.{0,20}(把|将|回复|发|整理|通过|批准)|(AI|助手|机器人)(看到|读到|阅读)(这|此|到)|(管理员|开发者|调试|越狱)模式|从现在(起|开始)你|按以下(指令|步骤)执行",
    r"\b(ai|assistant|bot|llm|model|agent)s? (assistants? )?(reading|reads|processing|parsing|seeing|who reads?) (this|it)\b|\bnote to (the )?(ai|assistant|bot|model|llm)\b|\bfor (the )?(ai|assistant|bot|llm)s?( only|:)|\b(developer|admin|debug|jailbreak|dan) mode\b|\bfrom now on you\b|\bdo not tell (the )?(user|members|anyone)\b",
)
GREETS = Cue(
    r"欢迎|welcome|热烈|大家好.{0,4}欢迎",
    r"欢迎|迎新|新(朋友|同学|同事|伙伴)(好|来)|来了老弟|撒花",
    r"\b(hi|hello|hey|good to (see|have) you|glad you('re| are) here|nice to meet you)[, ]+@?\w+",
)
HANDLED = Cue(
    r"已?(处理|移出|踢|删|撤|私聊|提醒|关)(了|好|过|您|你)?|(别|不要|勿).{0,8}(发群|群里)|群规|名字.{0,4}(电话|姓名)|删了",
    r"\b(gone|removed|deleted|handled|closed it|banned|kicked|in dm|took it down|on it)\b",
    r"(赶紧|马上|快|先)(撤|删)(回|掉|了)?|撤(回|掉|不回|了)|(已|我)(来|去)?(处理|联系|核实|跟进)|(已|都)(踢|拉黑|举报)",
    r"\b(please (delete|remove|take (it|that|this) down)|deleting|removing|delet(e|ed) (that|this|it)|reported|blocked|not allowed here|against (the|our) rules|no ads|dealt with)\b",
)
JOINED = Cue(r"加入(了)?群聊|邀请.{1,30}加入|joined\b|进群|has joined")
LEFT = Cue(r"退出(了)?群聊|移出(了)?群聊|\bleft\b|was removed|has left")
INTRODUCES = Cue(
    r"(大家|各位(老师)?)好.{0,12}(我是|新来|[,!。 ])|我是.{0,4}(新|实习)|新人报到|第一次(发言|说话|冒泡)|初来乍到",
    r"\b(hello|hi) (everyone|all|everybody),? i'?m\b|\bfirst time (writing|posting|here)|\bnew here\b|\bi'?m new\b|long[- ]time (reader|lurker)|\bbeen lurking\b",
    r"我(叫|是).{1,10}(,|。|!|,)?.{0,6}(刚|新)(来|进|入|加入|转)|刚(进群|入群|入职|入行|加入|来)|(小白|萌新|新手|菜鸟)(一枚|一个|报到|求|请|弱弱)|第一次(在(这|群)|来|问|发帖|提问)|潜水",
    r"\b(hello|hi|hey)\b.{0,14}\b(\w+ here|i am|i'?m|my name is|this is)\b|\bjust joined\b|\bnewbie\b|\bnew to (this|the|here|all)\b|\bfirst (post|question|message|time (asking|posting))\b|\b(total )?beginner here\b",
)
LATER = Cue(r"明(天|晚|早).{0,8}(聊|点|开)|先想", r"\b(tomorrow|tonight|later today) (at|we)\b")
BREAK = Cue(
    r"放假|假期|清明|端午|中秋|国庆|春节|元旦|寒假|暑假|月考|期中|期末|考试周|监考",
    r"\b(after the break|break|easter|christmas|holidays?|new year|offsite|no call (on )?\w+)\b",
    r"调休|小长假|黄金周|五一|十一假|年(会|假)|团建|停(课|业|工)|闭(馆|店)|封网|(大家|各位).{0,4}(假期|节日|周末)(愉快|快乐)",
    r"\b(public holiday|bank holiday|long weekend|thanksgiving|ramadan|eid|diwali|vacation|shutdown|code freeze|reading week|exam week|half[- ]term|closed (until|this|for))\b",
)
LAUGHS = Cue(
    r"哈{2,}|笑死|😂|🤣|😭|\[(捂脸|笑哭|流泪|破涕为笑|动画表情|图片)\]|\b(lol|lmao+|haha+|rofl)\b",
    r"笑(哭|喷|不活|尿|疯)|233+|xswl|绷不住|hhh+|嘿嘿|嘻嘻|\b(hehe+|ahah\w*|lolol\w*|😆|😹|🤪)\b|🤣|😅|😆",
)
SUPPORTS = Cue(
    r"挺好|很好|不错|真好|想抄|学习|收藏|有用|支持|👍|👏|🌹|能看看|想(看|试|学)|厉害|值了",
    r"\b(actually use|useful|love (this|it)|lovely|nice|great|helpful|steal(ing)?|saved|works for us|respect)\b|👏|❤️|👍",
    r"(真|太|好|很|挺)(棒|赞|实用|强|牛|有心|不容易|暖)|已?抄|抄(作业|走|了)|拿走|赞|牛|佩服|受益|加油|别(灰心|放心上|理)|我(也)?觉得(挺|很|可以|有用)|(慢慢|第一次).{0,4}(来|已经|都)",
    r"\b(well done|good (job|stuff|one|work)|amazing|awesome|congrats|congratulations|proud of you|keep (it up|going)|don'?t listen|we all (start|started)|that'?s (great|brilliant|impressive|progress)|i'?m (using|trying|copying)|bookmarked|thanks for sharing)\b|💪|🎉|🙌|🔥",
)
GRAVE = Cue(
    r"没有明天|(醒|起)不来(就|才)?(好|算)|不想(再)?(有|看到|见到)明天|不如(死|走|没)|(活|撑|熬|坚持)(着|下去)(还|又)?(干|为)(嘛|什么|了什么|啥)|活(够|腻)了|(没|无)(法|力)再(活|撑)|(世界|这个家|他们|大家)没(有)?了?我(会|都|也)?(更|一样)|(睡|闭眼)(过去|着)(就|再也)(好|不)|不想活|活不下去|自杀|轻生|割腕|跳楼|活着没意思|遗书",
    r"\b(want|wish|need|wanted) (it|this|everything)( all)? to (stop|end|be over)\b|\b(better|easier|happier|best) (off )?(for everyone )?(without me|if i (was|were|wasn'?t|weren'?t))\b|\b(no|not see a|can'?t see a|don'?t see a|do not see a) (way (forward|out|through|on)|future)\b|\bi'?m done (fighting|trying|living|with living)\b|\bnot (want|wanting) to (exist|be here|wake up)\b|\b(what|where) is the point (of|in) (me|going on|living|any of)|\b(suicid\w*|kill myself|end it all|don'?t want to (live|be here)|better off dead|self[- ]harm)\b",
    r"(消失|死)(了|掉)?(算了|就好|会不会)|不想(醒|再醒)|没有?我.{0,8}(也一样|更好|无所谓)|一了百了|活着.{0,4}(累|干嘛|为了什么)|解脱|结束(这一切|生命|自己)|跳下去",
    r"\bif i (was|were|am|wasn'?t|weren'?t) (gone|dead|here|around)\b|\bbetter (off )?without me\b|\bno reason to live\b|\bnot wake up\b|\bwish i (was|were) dead\b|\bwant to die\b|\bhurt(ing)? myself\b|\bjump off\b|\bcan'?t live\b",
    r"没人会(在乎|在意|发现)我",
    r"\b(nobody|no ?one)( here| at all)? (would|will|'d) (even |ever )?(notice|care|miss)\b.{0,20}\bi\b",
    r"(该)?怎么活(下去|了)?|不知道(该)?为什么活|活着太",
)
SHARP = Cue(r"至于吗|凭什么|说得出口|\?\?|!{2,}", r"\?\?|!{2,}")
ME_TOO = Cue(
    r"^\W*(同问|同求|蹲|插个?眼|我也想(问|知道)|\+1)",
    r"\b(same question|me too|also (curious|wondering|interested)|following|want to know too)\b",
    r"^\W*(我也(一样|遇到|是|有|卡)|一样的?问题|蹲(一个|个)?|同样|mark|马克|码住|cy|顶|求)",
    r"^\W*(mine|us|ours|me|my \w+) (too|neither|as well)\b",
    r"\b(same (here|problem|issue|boat)|i have the same|bump|\+1 to this|interested too|this too|have this too)\b",
)
RETRACTS = Cue(
    r"发错(群)?|当我没说|看错了|撤回",
    r"\b(wrong (channel|chat|room|group)|never ?mind|ignore (that|me))\b",
    r"不用了|没事了|已(经)?解决|自己(搞定|解决|找到)|撤了|忽略(上面|我)|问完了|好了不用",
    r"\b(nvm|ignore my|disregard|solved it myself|figured it out|false alarm|found (it|the answer)|forget it)\b",
)
NARRATES = Cue(
    r"[我你他她您咱]|有个|昨天|今天|刚才",
    r"\b(i|i'?m|i'?ve|i'?d|my|me|we|our|he|she|his|her|they|this|today|yesterday|now|am|going)\b|[!?]{1}$",
)
DONE = Cue(
    r"收到|已交|交了|刚交|已填|已报|已发|报名|打卡|^\W*1\W*$|\+1",
    r"^\W*(done|in|noted|booked|same)\b",
)

ACCUSES = Cue(
    r"你(们)?(自己(?!定|看着|来|选)|怎么(不|好意思|这|能|有脸|老|又|总)|凭|老是?|总是?|从来|哪(次|个|回|天)|这(种|样|叫)|有(理|脸|什么资格)|没(资格|本事)|不(懂|也|就)|抢|偷|抄|赖|推|甩|骗)|怪(我|谁)|谁说|说谁(呢)?|随(便)?你|呵呵|不跟你|别(赖|怪|推)|截图(了|为证)|什么叫",
    r"\byou (always|never|clearly|obviously|did ?n'?t even|don'?t even|can'?t even|keep|laughed|stole|took|copied|lied|ignored|threw|blamed?|dumped|broke|should have|could have|can'?t|pushed|reverted|closed|deleted|changed)\b|\byou'?re (just|always|being|the one|not|a|an|such|so)\b|\bblam(e|ing) (me|us)\b|\bchill\b|\bcalm down\b|\brelax\b|\bexcuse me\b|\bseriously\b|\bas usual\b|\bspare me\b|\bgive me a break\b|\bat least i\b|\bstop (lying|blaming|acting|pretending)\b|\bdon'?t (lecture|tell me|play)\b|\bwhy is my\b|\bwithout asking\b|\bonce again\b|\bread (it|what i wrote) again\b|\bon purpose\b",
    r"问都不问|招呼都不打|你(上次|上回|那次|当时|每次|哪回)|(少|别)拿.{0,8}(说|压)我|(说|告诉|问)过你(多少|几|好几)?(遍|次)|你(弄坏|搞砸|占|欠|答应|说好|赔|漏|忘|拖)|(赔|还)了(吗|没)|是你(先|说|弄|让)|自己(不|没)(看|做|写|查|交|来|管)|又(把|是)我|规则是你",
    r"\b(without (asking|telling|checking|a word)|you (broke|blocked|took|overloaded|forgot|promised|owe|ruined|left|missed|skipped|dropped|started it|said you|knew|had it)|(and|but) never (paid|did|said|asked|showed)|i told you|as i said|like i said|again\?+|every single time|same as (always|ever))\b|\b(did|do|have|can) you even\b|\bwhat did you expect\b|\byou (people|lot|guys) always\b|\bwho made you\b|\bthat'?s (on you|your problem)\b",
)
"""A reproach to a person, less than an insult."""
SCOFFS = Cue(
    r"那(也)?(叫|算).{1,14}(不叫|不算|吗|\?)|这(也|都)(叫|算|好意思|能|不会|不懂|要|值得)|就这[?!。….~]*$|就这(水平|点|个|也)|这么简单|小学生|幼儿园|三岁|有手就行|百度(一下)?(就|不|都)|自己(不会)?(百度|搜|查)|常识(吧|好吗|问题|啊)|班门弄斧|自嗨|自我感动|瞎(折腾|忙|搞)|白(忙|折腾|费)|多此一举|浪费(时间|精力)|没(意义|技术含量|必要吧|啥新鲜)|什么(年代|水平)|还(在)?(用|玩|搞)这|笑(掉大牙|死人)|太(low|土|水|幼稚|理想化|业余|菜|小儿科)|菜(鸟|逼)|也就(骗骗|糊弄|你)|外行|不专业|老掉牙|烂大街|得了吧|拉倒吧|省省吧|别(逗|闹|搞笑)了|当饭吃|谁(信|稀罕)|几年前(就|的)|我(们)?早就|也值得(发|说|分享|炫)|炫耀|显摆|不会吧",
    r"\bthat'?s (week (0|zero|one|1)|day (0|zero|one|1)|basic|beginner|kindergarten|baby|entry[- ]level|trivial|literally|so \d{4}|not even|hardly|like \d)\b|\bdid you even\b|\b(read|rtfm|check) the (docs|manual|faq|readme)\b|\bl(ol|mao),? \d+|\btook you (that|so|\d)|\b\d+ (hours?|days?|weeks?|lines?) for (a|an|that|this)\b|\b(my|a) (kid|grandma|child|intern|toddler|junior|five[- ]year[- ]old)\b.{0,24}\b(could|can|does|knows)\b|\b(just )?google (it|that|exists)\b|\blmgtfy\b|\b(amateur|rookie|noob|newbie|junior) (hour|move|stuff|mistake)\b|\bbig deal\b|\bwow,? (so )?(impressive|genius|groundbreaking)\b|\bgood luck with that\b|\bbless your heart\b|\bpointless\b|\bnot (exactly )?rocket science\b|\beveryone (knows|does) (that|this)\b|\bold news\b|\btell me something\b|\bthat'?s it\?|\bis that (all|it)\b|\bwhy (would|did) (you|anyone) (even|bother)\b|\bnobody (asked|cares|needs|uses)\b|\bcringe\b|\btry harder\b|\bsummer child\b|\boverkill\b|\bmust be nice to have\b|\bhow (hard|long) (can|does) it\b|\bwe did (that|this) (years|ages) ago\b|\bembarrassing\b",
    r"就(要|好意思|敢|值得)?(发|晒|炫|拿).{0,4}(群|出来|显)|开(个)?发布会|发(个)?朋友圈|要不要给你(发|颁)|那别人.{0,14}(得|不得)|上天",
    r"\bmy (toddler|kid|dog|cat|grandma|niece|nephew) (does|did|can|could)\b|\bi bet\b|\bgive (him|her|them|this one) a medal\b|\bstop the press|\bbreaking news\b|\bwhoop[- ]?de|\bbaby steps\b",
    r"这.{0,5}(也|都)(叫|算|好意思|敢|拿得出|配)|满大街|到处都是|一搜一(大)?把|早就有(了|人)|有什么(好|可)(发|说|晒|炫|稀奇)|不过如此|(也|还)?好意思(发|拿|晒|分享)|没眼看|辣眼睛|先.{1,12}(整|弄|搞|学|练)(明白|清楚|会|懂|好)了?再(开口|说话|说|来|发|谈)|(整|弄|搞|学)(明白|清楚|懂)了?再(开口|来|发)",
    r"\b(there (are|'s|is) (like |already |about )?.{0,16}(of (these|those|them)|already)|already exists?|been done (before|to death)|why not just use|nobody (will|would) (use|read|buy)|looks like a (school|homework|student)|not impressed|underwhelming|would(n'?t| not) (even |really )?call (this|that|it)|hardly (a|an|what i'?d call)|(get|learn) the basics (right )?(first|before))\b",
)
"""Contempt for what somebody told; only a reply to something told counts."""
PROUD = Cue(
    r"第一次|终于|总算|自己(做|写|弄|画|编|整理|摸索|一个人)|交(个)?作业|成功|分享|(做|写|画|整理|录|试)了|学会|坚持了|小进步|我也(来|说|写|发|交|晒|贴|念|试)(说|写|发|念)?(一)?(个|段|句|条|下)",
    r"\b(first time|finally|(all )?by myself|small win|tiny win|proud|managed to|i (made|built|wrote|finished|drew|tried|did|learned|started)|my first|here'?s (my|what)|(let me|i(?:'ll| will| want to| would like to|'d like to)?) (try|share)( one| mine)?)\b",
)
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
NO_OWN = Cue(
    r"(学生|客户|患者|病人|家属|顾客|店员|员工|同事|孩子|他|她)",
    r"\b(patients?|students?|customers?|clients?|users?|he|she|they|his|her)\b",
)
FIRST_PERSON = Cue(r"我|俺|咱", r"\b(i|i'?m|i'?ve|my|me|myself|we|our)\b")
TEACHES = Cue(
    r"先.{1,14}(再|后)|如果|要是|建议|做法|办法|方法|规则|规定|原则|习惯|我(一般|都|们)|记得|注意|只(要|有|能)|不能|必须|可以(用|先|试|改|把)|步骤|原因|区别|取决|看情况|分(情况|两种)|标准",
    r"\b(my habit|the (rule|trick|point|fix|cause|difference|order)|first .{1,40}then|if you|make sure|should(n'?t)?|must|only if|depends on|instead|rather|always|never|by default|you (can|need|have to)|use|check|set|keep|put|try)\b",
)
"""Something another could do the same way."""
NEGATES = Cue(
    r"不|没|别|才|只|就|叫|哪|算|至于|有啥|还|啊\?|吗",
    r"\b(no|not|never|only|just|even|but|lol|why|\w+n'?t|still|wrong)\b",
)
DISCLAIMS = Cue(
    r"不(卖|是广告|收费|收钱|推销|割韭菜)|没(有)?广告|非广告|纯(分享|公益|交流)|无偿|别误会",
    r"\b(not (selling|an ad|a sales|spam|sponsored|affiliated|promot\w+)|no (ads?|spam|catch|strings|sales pitch|pitch)|nothing to sell|just sharing)\b",
)
COLLECTS = Cue(
    r"扫(码|一扫|这个)|进(我|小|福利|交流|学习)?的?(小)?群|拉你进群|填(一)?(下|个)?.{0,8}(手机|电话|公司|姓名|资料|表)|私(我|聊|信|发)|加(我|微|V|v)|留(下|个)?(手机|电话|微信|联系)|点(击)?链接|https?://|公众号|小程序",
    r"https?://|\b(form|sign[- ]?up|your (e-?mail|phone|number)|dm me|pm me|message me|link in|whatsapp|telegram|scan|join (my|our|the) (group|channel|server|list))\b",
)
LURES = Cue(
    r"免费|直播|名额|领(取|走)?|后面(还)?有|后续|限时|前\d+|先到|资料(包|礼包)|礼包|福利|一共\d+|全套|干货",
    r"\b(free|seats?|spots?|limited|premium|later|webinar|mentor\w*|bonus|giveaway|e-?book|course|masterclass|first \d+)\b",
)
