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
)
SEEKS = Cue(
    r"请问|请教|想问|问一下|问下|问一句|弱弱|求(助|教|问|大佬|推荐)|谁(有|知道|能)|有没有(人|谁|做|用|试)|有人(知道|用|做|试|遇)",
    r"怎么(办|做|弄|写|处理|说|搞)|咋(办|弄|整)|如何|到?第?几(课|章|页|号|点|周|天|班)|还是.{1,20}[?呀啊呢]",
    r"\b(any ?(one|body)|how|what|where|when|which|does|do (you|any|we)|can (a|i|we|you))\b.*\?",
    r"\bwho (signs|approves|owns|decides|knows|has|can|do|is|was|should)\b|\banyone (free|know|have)\b",
    r"\b(need (some )?(help|advice)|any (tips|ideas|advice))\b",
)
RHETORICAL = Cue(
    r"(不是|难道|凭什么|至于吗|行不行啊|好吗|不就)[^?]{0,20}\?*$",
    r"\b(right|huh|no|isn't it|you know)\?$",
    r"(哈{2,}|lol|lmao|😂|🤣|[?!]{3,})",
)
THANKS = Cue(
    r"谢|感谢|多谢|辛苦|有用|学到|学习了|收藏|记下|懂了|明白了|好嘞|解决了|搞定|可以了|ok\b|okay|找到了",
    r"\b(thanks?|thank you|thx|ty|cheers|got it|makes sense|solved|works|found it|booked|perfect)\b",
)
ACK = re.compile(
    r"^\W*(收到|已?交了?|已填|已报|好的?|好嘞|好滴|嗯+|哦+|行|可以|明白|了解|okk?|okay|got it|noted|done|yep|yes|sure|thanks?|thx|ty|\+1|1|in)\W*$",
    re.IGNORECASE,
)
CHAIN = re.compile(r"^\W*#?(接龙|solitaire)|^\W*\+1\b|^\W*1\W*$", re.IGNORECASE)
NOTICE = Cue(
    r"@(所有人|全体成员|all|here|channel|everyone)\b|@所有人",
    r"[【\[](通知|公告|提醒|重要)[】\]]|^(通知|提醒|公告)[::]|截止|deadline|heads up|reminder|📣|📢",
)
PUSH = Cue(
    r"(开放题|小题|话题|讨论题|今晚.{0,6}聊|明晚.{0,6}聊|打卡|接龙|回个?(字母|数|1)|报个数|投个?票)",
    r"\b(question of the (week|day)|\w+ q:|week \d+ ?=|theme|who wants to|\+1 here|reply with|just the number|bring the)\b",
)
REASON = Cue(
    r"因为|所以|由于|毕竟|原因|比如|例如|举个例|有(一)?次|去年|上(周|次|学期|个月)|我(班|们班|们组|试|带|用|做)|\d",
    r"\b(because|since|bc|for example|e\.g|for instance|last (week|month|year|time)|i (tried|did|had|saw|used)|we (did|tried|had|cut|moved)|once|when (i|we))\b",
)
CLAIM = Cue(
    r"(就是|肯定|一定|必须|关键|最重要|说到底|本质|其实|永远|从来|都是|根本|没用|应该|趋势|不如|白搭|才是|才行)",
    r"\b(is|are|kills?|means|never|always|nothing|everything|mostly|just|must|have to|all about|period|without)\b",
)
ABSTRACT = Cue(
    r"(关键|最重要的?|核心|本质|说到底|归根).{0,12}(是|在于|看)|要(多|加强|注重|重视)|(共情|用心|坚持|沟通|执行力|心态|趋势|格局)",
    r"\b(it'?s|is|are) (all |just |mostly |only )*(about|politics|mindset|communication|culture|trust)\b",
    r"\bwithout (trust|culture|communication|ownership|empathy)\b",
)
AGREES = Cue(
    r"^\W*(同意|可以|行|好|没问题|就这样|定了|赞成|支持|👌|👍|\[ok\]|ok|okay|sure|deal|agreed|works for me|in\b|\+1|sounds good|booked|fine)",
)
PROPOSES = Cue(
    r"(那就|就)(这么)?定|定(一下|了)|先试|一起试|试(两|一|几)周|(周|月|号|第\d+周).{0,12}(起|开始|前)|不如我们|要不(我们|咱们)",
    r"\b(let'?s|shall we|how about we|proposal|deal\?|from (today|monday|next)|next cycle\?)|\b\d{1,2}(:\d\d)? ?(am|pm|lisbon|utc)\b|\bthu|fri|mon|tue|wed\b.*\d",
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
)
BELITTLES = Cue(
    r"(网上)?抄的吧|花架子|这(没|有什么|有啥)用|没(什么|啥)用吧|就(爱|会|知道)(搞|弄|玩|整|折腾)|谁不(会|知道)|小儿科|早就?(有人|过时)|(真|好)(棒|厉害)呢?[。.!]?$|想多了|太(天真|理想)|纸上谈兵|作秀|形式主义|又来了|老一套|呗[^。]*真棒",
    r"\b(congrats,? you|you invented|page 1 of|everybody knows (that|this)|so what|cute|obvious(ly)?|reinvent(ed|ing)|nothing new|waste of time|who cares|as if|groundbreaking|slow clap)\b",
)
SORRY = Cue(
    r"对不起|抱歉|不好意思|我的锅|是我(错|的错|不对)|误导|收回",
    r"\b(sorry|apolog|my bad|out of line|take it back|was unfair|fair play)\w*",
)
CALMS = Cue(
    r"(别|不要)(吵|说)了|冷静|消消气|两位|都少说|不展开|分别聊|私聊|单独聊|打住|到此为止|先停",
    r"\b(guys|folks|please|stopping this|calm|take (it|this) (offline|to dm)|separately|let'?s not|enough|cool it)\b",
)
DISTRESS = Cue(
    r"不想(干|活|教|做|撑)了|撑不(住|下去)|坚持不下去|活着(没|好累|有什么)|没意思透|崩溃|绝望|手(一直)?抖|整(夜|晚)睡不着|睡不着|抑郁|想(死|哭|辞职)|是不是(就)?不适合|喘不过气|太累了.{0,6}不想",
    r"\b(can'?t (sleep|go on|do this anymore|cope|take it)|resignation|want to quit|give up|feel nothing|burn(ed|t)[ -]?out|breaking down|hopeless|depress\w*|panic attack|suicid\w*|kill myself|crying every|falling apart|at my limit|don'?t see the point)\b",
)
GRIEF = Cue(
    r"(父亲|母亲|爸爸?|妈妈?|爷爷|奶奶|外公|外婆|姥姥|姥爷|岳父|岳母|爱人|家人|老人).{0,12}(走了|去世|离世|过世|没了|不在了|病危)|去世|过世|病逝|丧(事|假)|节哀|追悼|葬礼",
    r"\b(passed away|(my|his|her|our) \w{2,12}( \w+)? (died|has died|is dying)|died (on|last|this|yesterday)|funeral|bereave\w*|so sorry for your loss|condolences|rest in peace)\b",
)
ILLNESS = Cue(
    r"请(病|事)?假|住院|手术|发(高)?烧|甲流|流感|肺炎|确诊|骨折|生病|退烧|(3[89]|4[01])(\.\d)?度|3[89]\.\d",
    r"\b(surgery|hospital|sick leave|out sick|diagnos\w+|operation on|recover(ing|y)|chemo|broke my|in labou?r)\b",
)
LEAVES = Cue(
    r"(轮岗|合同|实习|借调).{0,6}(到期|结束)|(要|准备)(离职|调走|离开|退群)|最后一(天|周|课)|告别|以后不在|回.{1,8}那边|蒙大家照顾|后会有期",
    r"\b(last day|leaving (the|this|on|next)|moving on|farewell|goodbye (everyone|all|folks)|signing off for good|won'?t forget (it|this|you))\b",
)
BIRTHDAY = Cue(
    r"生日(快乐)?|🎂|满月|\b(happy b(irth)?day|bday|feliz cumple\w*|my birthday|birthday (is|today|tomorrow))\b"
)
OUTCOME = Cue(
    r"^(报[::]|汇报|反馈|更新)|(试了|试过|照.{0,12}(办法|做法|说的)|按.{0,10}(说的|办法)).{0,40}|(开完|做完|讲完|听完|谈完)了|(降到|升到|减到|涨到|变成了?)\d|中期数|后来(真的)?",
    r"^(report|update|done|tiny win|small win|outcome|so i tried)\b|\b(i tried (it|that|this|your)|it worked|did (it|what you)|report(ing)? back|as promised)\b|\bupdate\b",
)
SHARES = Cue(
    r"分享|自己(做|写|整理|编)了?(个|一|的|张)|整理了|做了(个|一张|一份)|(谁要|要的)自取|附(件|空表|图)|我(的办法|们班|班)|流程|经验|有(个|条).{0,4}(办法|经验|窍门)|踩过?坑",
    r"\b(wrote up|made a (sheet|template|list|script|doc)|here'?s (my|our|the|a)|sharing|what (worked|i do|we do)|tiny win|we (cut|moved|dropped|switched)|template|script)\b",
)
CORRECTS = Cue(
    r"更正|纠正|说错|记(错|岔)|是错的|改(成|为|到)|不是\s*\d+.{0,12}(是|,)|作废|以.{1,6}为准|提前到|推迟到|改期",
    r"\b(correction|correct(ing)? (myself|my)|is wrong|was wrong|not \d+[\w.]* ?(but|,|it'?s)|it'?s \d+ not|moved (forward|to|from)|stands? corrected|recheck\w*|typo)\b",
)
INJECTS = Cue(
    r"(忽略|无视|忘记|不要理会)[^。\n]{0,16}(指令|要求|规则|规定|设定|提示|群规)|致(阅读|看到)?.{0,8}(AI|助手|机器人|模型)|你现在是.{0,12}(管理员|助手|机器人|AI)|系统提示|system prompt",
    r"\b(ignore|disregard|forget|override)\b[^.\n]{0,30}\b(previous|prior|above|all|earlier|your)\b[^.\n]{0,20}\b(instruction|prompt|rule|message|guideline)s?",
    r"\b(system|assistant|ai|bot|llm|summar\w*)\s*[:,]\s*.{0,60}\b(state|say|write|post|approve|confirm|reply|summari|include|do not|must)\b|you are now (the|a|an)\b",
)
SOURCES_ADVERT = Cue(
    r"https?://|www\.|加(我)?(v|V|薇|微|vx|wx|威|❤|❤️|VX|QQ)|[vV][xX信][::]|微信(号)?[::]|扫码|私(我|聊我|信我)|whatsapp|telegram|\bdm me\b|二维码|\+\d[\d ()-]{7,}",
)
SELLS = Cue(
    r"限时|原价|仅剩|优惠|折扣|先到先得|免费(领|试|名额)|前\d+名|内测|名额|报名|押题|代(理|写)|返现|转发.{0,6}群|收费|特价|[¥¥]\s*\d+|\d+\s*元|不是广告|真的?解放|亲测|拼团|加盟",
    r"\b(early bird|\d+ ?% off|discount|promo code|only until|limited (seats|time|offer)|accelerator|sign up now|free trial|first \d+ days|use (my|the) code|gets you|no pressure|referral|earn \$|investment opportunity)\b|[€$£]\s?\d+|[?&]ref=",
)
GREETS = Cue(
    r"欢迎|welcome|热烈|大家好.{0,4}欢迎",
)
HANDLED = Cue(
    r"已?(处理|移出|踢|删|撤|私聊|提醒|关)(了|好|过|您|你)?|(别|不要|勿).{0,8}(发群|群里)|群规|名字.{0,4}(电话|姓名)|删了",
    r"\b(gone|removed|deleted|handled|closed it|banned|kicked|in dm|took it down|on it)\b",
)
JOINED = Cue(r"加入(了)?群聊|邀请.{1,30}加入|joined\b|进群|has joined")
LEFT = Cue(r"退出(了)?群聊|移出(了)?群聊|\bleft\b|was removed|has left")
PHONE = re.compile(
    r"(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)"
)
PHONE_ABROAD = re.compile(
    r"(?<![\w.])\+?\(?\d{2,4}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)|(?<!\d)\+\d{1,3}[ .-]?\d[\d .-]{6,12}\d"
)
IDENTITY = re.compile(
    r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?!\w)"
)
CARD = re.compile(r"(?<!\d)(?:62|4\d|5[1-5])\d{2}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)")
MAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
ADDRESS = re.compile(
    r"(?:省|市|区|县).{0,12}(?:路|街|道|巷).{0,6}\d+号|\d+(?:号楼|栋|单元|室)|\b\d{1,5} [A-Z][\w']+(?: [A-Z]\w+)? (?:Street|St|Ave|Avenue|Road|Rd|Lane|Ln|Blvd|Drive|Dr)\b"
)
PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·• ]?[A-Z0-9]{5,6}(?![A-Z0-9])"
)
INTRODUCES = Cue(
    r"(大家|各位(老师)?)好.{0,12}(我是|新来|[,!。 ])|我是.{0,4}(新|实习)|新人报到|第一次(发言|说话|冒泡)|初来乍到",
    r"\b(hello|hi) (everyone|all|everybody),? i'?m\b|\bfirst time (writing|posting|here)|\bnew here\b|\bi'?m new\b|long[- ]time (reader|lurker)|\bbeen lurking\b",
)
LATER = Cue(r"明(天|晚|早).{0,8}(聊|点|开)|先想", r"\b(tomorrow|tonight|later today) (at|we)\b")
BREAK = Cue(
    r"放假|假期|清明|端午|中秋|国庆|春节|元旦|寒假|暑假|月考|期中|期末|考试周|监考",
    r"\b(after the break|break|easter|christmas|holidays?|new year|offsite|no call (on )?\w+)\b",
)
LAUGHS = Cue(
    r"哈{2,}|笑死|😂|🤣|😭|\[(捂脸|笑哭|流泪|破涕为笑|动画表情|图片)\]|\b(lol|lmao+|haha+|rofl)\b"
)
SUPPORTS = Cue(
    r"挺好|很好|不错|真好|想抄|学习|收藏|有用|支持|👍|👏|🌹|能看看|想(看|试|学)|厉害|值了",
    r"\b(actually use|useful|love (this|it)|lovely|nice|great|helpful|steal(ing)?|saved|works for us|respect)\b|👏|❤️|👍",
)
FREE = Cue(
    r"没广告|自己(写|做|整理)的|自取|校内|内部(培训|资料|分享)|免费分享",
    r"\b(in-house|internal|our (own|internal)|free,)",
)
GRAVE = Cue(
    r"不想活|活不下去|自杀|轻生|割腕|跳楼|活着没意思|遗书",
    r"\b(suicid\w*|kill myself|end it all|don'?t want to (live|be here)|better off dead|self[- ]harm)\b",
)
SHARP = Cue(r"至于吗|凭什么|说得出口|\?\?|!{2,}", r"\?\?|!{2,}")
ME_TOO = Cue(
    r"^\W*(同问|同求|蹲|插个?眼|我也想(问|知道)|\+1)",
    r"\b(same question|me too|also (curious|wondering|interested)|following|want to know too)\b",
)
RETRACTS = Cue(
    r"发错(群)?|当我没说|看错了|撤回",
    r"\b(wrong (channel|chat|room|group)|never ?mind|ignore (that|me))\b",
)
NARRATES = Cue(
    r"[我你他她您咱]|有个|昨天|今天|刚才",
    r"\b(i|i'?m|i'?ve|i'?d|my|me|we|our|he|she|his|her|they|this|today|yesterday|now|am|going)\b|[!?]{1}$",
)
DONE = Cue(
    r"收到|已交|交了|刚交|已填|已报|已发|报名|打卡|^\W*1\W*$|\+1",
    r"^\W*(done|in|noted|booked|same)\b",
)
