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

FIRST_PERSON = Cue(r"我|俺|咱", r"\b(i|i'?m|i'?ve|my|me|myself|we|our)\b")
TEACHES = Cue(
    r"先.{1,14}(再|后)|如果|要是|建议|做法|办法|方法|规则|规定|原则|习惯|我(一般|都|们)|记得|注意|只(要|有|能)|不能|必须|可以(用|先|试|改|把)|步骤|原因|区别|取决|看情况|分(情况|两种)|标准",
    r"\b(my habit|the (rule|trick|point|fix|cause|difference|order)|first .{1,40}then|if you|make sure|should(n'?t)?|must|only if|depends on|instead|rather|always|never|by default|you (can|need|have to)|use|check|set|keep|put|try)\b",
)
"""Something another could do the same way."""
WISHES = Cue(
    r"(生日|寿辰|满月)\W{0,3}(快乐|大吉|吉祥|开心)|祝.{0,10}(生日|寿)|(今天|今儿|明天|昨天).{0,12}(生日|满月)(?!.{0,4}(栏|表|怎么|填|写))|(我|他|她|宝宝|娃|闺女|儿子).{0,4}(今天)?(过生日|满月)|🎂",
    r"\b(happy|belated|merry) (b(irth)?day|bday)\b|\bhbd\b|\bfeliz cumple\w*|\b(it'?s|today is) (my|his|her|\w+'s) (b(irth)?day|bday)\b",
)
"""A birthday wish, or somebody tells that it is one."""
GOODBYE = Cue(
    r"再见|退群|先撤|告辞|道别|告别|后会有期|不再(来|打扰)",
    r"\b(good)?bye,? (all|everyone|everybody|folks|team)\b|\b(farewell|dropping out|signing off|leaving (the|this) (group|chat|room))\b",
)
BY_ROTE = Cue(
    r"打卡|接龙|签到|报(个)?数|报名|回个?(字母|数|1|收到)|扣个?(1|数|字母)|投个?票|[二三四]选一|选(哪|一)个|A.{1,20}B.{1,20}",
    r"\b(check[- ]?in|sign up|roll call|reply with|just the (number|letter)|pick (one|a|b)|vote|poll|\+1|show of hands|a\).{1,40}b\))",
)
"""To be answered with one sign, by everybody alike."""
TURNS_TO = Cue(
    r"^\W*(我(们)?也|同(意|感|上)|(和|跟|像|照|按)(你|您|上面|楼上)|你(这|的|说|们)|楼上|也是)",
    r"^\W*(same here|me too|like you|your|you|(i|we) also|that'?s (what|how))\b",
)
"""The first words of a line that takes up another."""
