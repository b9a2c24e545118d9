"""The words by which a sentence shows what it is, Chinese and English side by side."""

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


QUESTION = _any(
    r"(?:^|[.,;:!] ?)(?:where|why|how|what|which|who) (?:do|does|did|is|are|was|were|should|can"
    r"|could) [^.,;:!]{3,60}$",
    r"[?？]\s*[”\"')）]*\s*$",
    r"(?:^|[，,])(?:怎么|如何|咋)(?!样|都|也|说|知道)[^，,。]{1,12}$",
    r"(?:多久|多少|几点|什么时候|哪天|怎么样|啥样|怎么办|咋办|咋弄)[^，,。]{0,4}[。.~～\s]*$",
    r"(?:吗|呢|嘛|(?<![什这那怎多要])么|[能会行要可对是好]\S{0,4}不)[。.~～\s]*$"
    r"|[对是没]吧(?:\s|[，,]|$)|(?<![管论看问说道定是])([\u3400-\u9fff])不\1的?(?:[\s，,]|$)",
    r"帮(?:我|忙)?(?:看|瞧|查|算)(?:看|下|一下|个|眼)|^(?:请问|想问|问一下|谁知道|有没有|有谁|哪位|怎么|为什么|为啥|多少|几点|是不是)",
    r"^(?:(?:does|do|did|is|are|can|could|has|have|would|should) (?:any|you|we|it|i"
    r"|there|someone|somebody|\w+ have)"
    r"|how (?:do|does|did|long|many|much|often|early)|what (?:do|does|is|was|are|if"
    r"|would)|who(?:'s| is| does| has| knows)?\b|where (?:is|are|do|does))\b",
)
ASKS_FIRST = _any(
    r"^(?:请问|想问|问一?下|求|谁|有没有|弱弱)",
    r"^(?:question|quick (?:one|q)|does|do|is|are|can|how|what|who|where)\b",
)
ASKS_BACK = _any(
    r"多少|几个|吗[？?]?$|你都|是因为[？?]?$|怎么[^办]{0,4}[？?]",
    r"^(?:how|what|who|where|when|which)\b",
)
ASKS = _any(
    r"[?？]",
    r"(?:吗|呢)[。.~～\s]*$",
    r"请问|求(?:助|问|教|支招|指点|建议|救)|([会能行要是可好])不\1|怎么(?:办|弄|搞|处理)|咋(?:弄|办|整)|有没有(?:人|哪位|跟我)|谁(?:知道|有|懂)",
    r"\b(?:how do|how to|need advice|any (?:tips|advice|ideas)|anyone (?:know|have|know how))\b",
)
CONDITION = _any(
    r"如果|要是|除非|只要|只有|前提|的话|否则|不然|超过|低于|高于|以内|以上|以下|不到"
    r"|至少|最多|满\d|之前|之后|以前|以后|每[次天周月两个张组]|一旦|适合|不适用|仅限"
    r"|另算|例外|但是?|不过|分(?:目的|情况|场合|阶段|对象)|看(?:情况|对象|场合)",
    r"\b(?:if|unless|until|only|once|when|whenever|under|over|above|below|within"
    r"|before|after|at least|at most|per|every|except|otherwise|never|always|always"
    r"|depends|both (?:win|work|are right)|more than|less than|max|min|but)\b",
)
HOW_TO = _any(
    r"先|再|然后|接着|最后|→|->|不要|别(?!人|的|说|处)|必须|一定"
    r"|得(?=[先把用写看找要])|改成|换成|换个|让|给|拿|用|写|贴|圈|录|站|删|查|看看"
    r"|试试|照|走|讲清|提前|办法|做法|规定|流程|步骤|技巧",
    r"\b(?:ask|tell|say|write|send|keep|bring|give|put|take|start|stop|use|try|make"
    r"|let|call|name|count|move[ds]?|cut|drop(?:ped)?|delete[ds]?|demote|share|show"
    r"|check|set|split|read|repeat|pick|pair|report|pay|cap|log|test|review"
    r"|what worked|by default|install|run|open|click|don'?t|do not|first|then|instead)\b",
)
EXPERIENCE = _any(
    r"我(?!想问|来|也想|要|先走|错|的天)|我们|咱们|试过|做过|带过|上学期|去年|上周"
    r"|上个月|以前|当年|后来|结果|从.{1,12}(?:到|降|升|变)|一般|经验|亲测|实测",
    r"\b(?:i|i'?ve|i'?d|we|we'?ve|my|our|ours|mine|us|me)\b|\b(?:went from|came back"
    r"|turned out|used to|worked|last (?:year|month|quarter|autumn|week))\b|->",
)
OBLIGES = _any(
    r"必须|(?<![何未想势不])必(?![须要然定竟])|由[^，,。]{1,6}(?:定|签|审|批|管|负责)|不许|不准|不能|不得|不放|不算|只能|凭|禁止|一律|要(?=走|先|填|写|交|找|报|带|提前|跟|用|有)|→",
    r"\b(?:must|have to|has to|need to|needs to|required|not allowed|can'?t|cannot|only)\b",
)
FLEETING = _any(
    r"今[天晚].{0,8}前|(?<![就才再])明[天早晚](?![^，,。；;]{1,6}的)|本周[一二三四五六日]|这周[一二三四五六日末]|还差",
    r"\b(?:until|by|before) (?:today|tonight|tomorrow|friday|monday|eod)\b|\b(?:today"
    r"|tonight|tomorrow) \d{1,2}[:.]?\d*|\bseats left\b|\bgo go go\b|\bin 1h\b",
)
REASON = _any(
    r"因为|所以|由于|为的是|不然|否则|这样|才能?|就会|等于|说明|原因|关键",
    r"\b(?:because|bc|since|so that|so|therefore|otherwise|that way|means|the reason"
    r"|so there'?s|or (?:you|they|we|it))\b|=",
)
CONTRAST = _any(
    r"不是.{1,20}(?:而?是)|而不是|与其|宁可|反而|不如|比.{1,10}(?:好|强|快|重要)|只.{1,12}不",
    r"\b(?:rather than|instead of|not \w+(?: \w+){0,6},? but|beats|versus|vs\.?"
    r"|better than|other than|without)\b|, not\b",
)
OPPOSES = _any(
    r"^不(?:行|会|要)?[，,。\s]|不(?:太|大|是很|怎么)?(?:同意|赞成|认同|赞同|支持)"
    r"|反对|不敢苟同|我看不(?:行|对)|未必|不(?:太)?行吧|恰恰相反|我不这么|不一定(?:吧"
    r"|对)?|(?:可|但)是?有的|不反对,?，?但|那我还是那句|我不回|不够",
    r"^no[.,!]|\b(?:disagree|nope|not (?:so )?sure|not convinced|see it differently"
    r"|i don'?t (?:think|agree|buy)|careful with|the opposite|isn'?t exactly|i(?:'d"
    r"| would)n'?t|only if|i'?d rather|hm,? but|we did the opposite)\b",
)
LEANS = _any(
    r"^(?:我(?:是|就|倒|却)?反(?:着|过来)|反过来|那(?:是|也|得|要|就)|但是?|可是|可(?![以行能])|不过|除非|看(?:情况|你|干|是)|不一定|不见得|也不|这也|还得看)"
    r"|(?:这样|这么)[^，,。]{0,6}(?:会|要)(?:出事|出问题|翻车|吃亏|踩坑)",
    r"^(?:but\b|except|unless|only (?:if|when)|(?:it )?depends|that'?s (?:not|only|because|fine)"
    r"|not (?:always|if|when|for|everyone)|don'?t|we did(?:n'?t)? the)",
)
LIMITS = _any(
    r"但是?|可是|不过|就是[^，。]{0,6}(?:太|不)|[做调批管办改拿]不(?:动|了|完|起|到)|来不及|做不到",
    r"\b(?:but|however|though|tho|except that|only works|the catch)\b",
)
AGREES = _any(
    r"^(?:嗯+|对+|是的|没错|同意|赞成|认同|确实|有道理|可以|可行|行|好|好的|那行"
    r"|那还行|这样?可以|这个可以|这个我能接受|支持|\+1|一样|同感|我也(?:是|这样)|👌|👍|1$)",
    r"^(?:same|agreed?|\+1|exactly|true|right|yes|yep|(?:ok |count me |me |we'?re |i'?m )?in\b"
    r"|(?:me|us),|fine by (?:me|us)|fair|good point|makes sense|can live with|deal|sounds good"
    r"|works|ok\b|okay|👍|👌|me too|this\b|that one i'?d sign|counting i can respect)",
)
CONFIRMS = _any(
    r"懂了|明白了|学到|学会|记下|收藏|想抄|抄走|好使|有用|管用|成了|解决了|搞定|就是(?:这个|我)|谢|多谢|感谢|🙏|[赞强]\]|正好缺|能用|照做|明天就试|试试|那行|那还行",
    r"\b(?:thanks?|thx|ty|merci|gracias|danke|cheers|of course|that helps?|helped|worked|works"
    r"|makes sense|saved|stealing|copied|copying|writing (?:that|this)|useful|got it|will try"
    r"|trying|booked|noted|screenshot)\b",
)
DECIDES = _any(
    r"那?就(?:这么)?定(?:了|:|：|,|，|下)|定了|决定|说好|统一(?:按|用|为)|从.{1,8}起"
    r"|月\d{1,2}[号日]起|规矩(?:重申)?|约定|以后.{1,24}(?:都|要|一律|统一)|按\d",
    r"\b(?:decided|decision|agreed (?:for|on|to|in)|settled|booked|it counts from"
    r"|from (?:now|today|monday) on|starting (?:in|on|from)|we will|let'?s (?:do"
    r"|go with|keep|say))\b",
)
PLAN = _any(
    r"先试|一起试|统一|各[自拿].{0,10}|分(?:年级|两|三)|从.{1,8}开始|每(?:周|天|月)|第\d+周|周[一二三四五六日]|\d+月\d+|定",
    r"\b(?:everyone brings|each of us|next (?:cycle|week|month)|every (?:week|month)"
    r"|let'?s)\b|\d{1,2}:\d{2}",
)
OUTCOME = _any(
    r"^报[:：告]|汇报|反馈一下|中期数|开完了|试了|试过了|试了一|用了(?:一|两|三|\d)|搞定了|结果|实测|跟了一次|听完了|碰过了|更新一下",
    r"^(?:report|update|done|follow.?up|results?)\b|\b(?:tried (?:it|this|that)"
    r"|in the end it|turns out|tiny win|first (?:one|debrief|try) today|week 1)\b",
)
REPORTS = _any(
    r"^(?:报[:：告]|汇报|反馈|更新|后续|来报|回来(?:报|说)|结果[:：]|试完|开完了|用完了)",
    r"^(?:report(?:ing)?|update|follow.?up|done[.!]|results?)\b",
)
HEARSAY = _any(
    r"听说|据说|听人|好像(?:是|有|要)?|我记得|印象中|不是有规定|应该(?:是|能|可以)?吧|大概吧|可能吧|网上说|有人说|记不清|不太确定|不确定|不敢说|说明不了|(?:就|才|只有?)一次",
    r"\b(?:i heard|heard that|apparently|supposedly|rumou?r|iirc|if i remember"
    r"|i think it was|not sure if|someone (?:said|told)|they say|people say|allegedly"
    r"|afaik|only once|just once|n ?= ?1"
    r"|too early to (?:say|tell)|can'?t say (?:if|whether))\b",
)
JOKE = _any(
    r"\[(?:旺柴|doge|狗头|吃瓜|坏笑|奸笑|阴险)\]|🐶|🤡|😜|😏|手动狗头|开个?玩笑|逗你|愚人节|真棒$|呗",
    r"(?:^|\s)/s\b|\b(?:jk|just kidding|kidding|lol|lmao+|rofl|😇|april fool)\b|💀|🍿",
)
JOKE_REPLY = _any(
    r"今天几号|愚人|骗人|你等着|信你个鬼|别闹|真的假的",
    r"\b(?:april fool|you'?re joking|very funny|nice try)\b",
)
SARCASM = _any(
    r"^(?:又|再)一?[张个次]|呵呵|厉害了|可真|了不起哦|您可真|服了",
    r"\b(?:in excel|good luck with that|oh great|yeah right|sure,? jan|how original|wow\. ok)\b",
)
ATTACK = _any(
    r"你(?:们)?(?:自己.{0,10}什么样|这话|这种人|算什么|懂不懂|懂什么|也配|还好意思|有病)|至于吗|轮得到你|还有理了?|要(?:点)?脸|[别少]赖别人|(?<![不唔])好意思|心里没点?数|有没有搞错|凭什么|不要脸|废物|傻[逼叉子瓜]|(?:^|[^\u3400-\u9fff])滚(?=$|[^\u3400-\u9fff]|[开蛋吧])|滚(?:蛋|远点?)|闭嘴|不用跟我说",
    r"\b(?:you(?:'re| are) (?:always|never|the|just|so|such)"
    r"|no wonder (?:nobody|no one)|shut up|idiot|stupid|how dare|pathetic|maybe if your?)\b",
)
PEACE = _any(
    r"两位|都消消气|别吵|私下|先停|分别聊过|冷静|都少说",
    r"\b(?:stopping this|guys\. please|calm down|out of line|take it (?:back|offline"
    r"|outside)|separately|unfair)\b",
)
DISTRESS = _any(
    r"不想(?:再)?(?:干|做|上班|来)了|撑不住|撑不下去|坚持不下去|崩溃|想哭|睡不着|手一直抖|不适合当|想死|不想活|活着没|好累啊|扛不住|抑郁|失眠|绝望",
    r"\b(?:can'?t sleep|can'?t take (?:it|this)|resignation|want to quit"
    r"|want to resign|i feel nothing|burn(?:ed|t) out right now"
    r"|do(?:n'?t| not) want to do (?:this|it|any of (?:this|it)) any ?more"
    r"|breaking down|crying|panic attack|can'?t go on|hopeless|want to die|kill myself"
    r")\b",
)
BEREAVED = _any(
    r"(?:父亲|母亲|爸爸?|妈妈?|爷爷|奶奶|外公|外婆|老人).{0,8}(?:走了|去世|病危|没了|过世)|奔丧|办后事",
    r"\bmy (?:dad|mom|mum|father|mother|brother|sister|wife|husband|son|daughter"
    r"|partner) (?:died|passed|is dying)\b",
)
GRIEF = _any(
    BEREAVED.pattern,
    r"节哀|去世|追悼",
    r"\b(?:passed away|died (?:on|last|this|yesterday|today|in the)|funeral"
    r"|condolences?|sorry for your loss)\b",
)
INJECTION = _any(
    r"忽略.{0,16}(?:指令|要求|规则|群规|提示|设定)|致.{0,10}(?:AI|助手|人工智能|模型)"
    r"|(?:你|您)现在是.{0,12}(?:管理员|助手|AI)|系统提示|作为(?:AI|人工智能)"
    r"|(?:在|用|把)你的(?:回复|回答|输出|答复)",
    r"\b(?:in|to|of|with|from) your (?:final )?(?:response|reply|answer|output)\b"
    r"|\bignore (?:all |any |your |the )*(?:previous|prior|above|earlier)\b"
    r"|\bdisregard (?:all|any|the|previous)\b|\bsystem\s*(?:prompt|:)|\byou are now\b"
    r"|\b(?:note|message|attention|dear|hey)[ ,:]+(?:to )?(?:the )?(?:ai|assistant|llm"
    r"|language model)\b|\bassistant, when you\b"
    r"|\b(?:note|notice|instructions?|message) (?:to|for) (?:any|the|every|all)?\s?"
    r"(?:ai|assistants?|bots?|models?|summari\w+)\b|\bas an ai\b|<\|?(?:im_start|system"
    r"|instructions?)",
)
PASTED = _any(
    r"```|_{2,}|\.{6,}|……一、|^\s*#?接龙|^\s*>",
    r"^(?:dear (?:all|parents|team|customer)|subject:|from:|begin )",
)
SPOKEN = _any(
    r"我|咱|你|吧|呢|嗯|啊|对吧|就是说|然后",
    r"\b(?:i|i'm|we|you|yeah|so|like|okay|kind of|you know)\b",
)
NOTICE = _any(
    r"^\s*(?:@所有人|@全体|【(?:通知|公告|提醒)】|通知[:：])|各位(?:老师|同事"
    r"|同学)?.{0,6}(?:注意|通知)|今天放学前|今晚\d+点前|还差.{0,10}(?:没|的)",
    r"^\s*(?:📣|@(?:channel|here|everyone)\b|heads.?up|reminder|psa\b|fyi\b"
    r"|announcement)|\b(?:deadline (?:moved|is)|last day for me)\b",
)
GREETS = _any(
    r"^\s*(?:各位|大家|老师们?|同学们?|朋友们?|小伙伴们?)?.{0,4}(?:早上?好?|晚上好"
    r"|下午好|中午好|你?们?好|节日快乐|生日快乐|新年快乐"
    r"|周末愉快)(?=[，,。.！!～~\s呀啊🌹]|$)|^\s*(?:各位[早好]|早)[，,。！!]|欢迎",
    r"^\s*(?:good )?(?:morning|evening|afternoon)\b|^\s*(?:hi|hello"
    r"|hey)\b.{0,20}\b(?:all|everyone|folks|team|i'?m)\b|^\s*(?:welcome"
    r"|happy (?:birthday|easter|new|friday|holidays))\b|^\s*(?:great|lovely"
    r"|nice) (?:call|week|session)\b",
)
PROMPT = _any(
    r"(?:你|大家|各位|哪)[^。]{0,24}[AＡ][^A-Za-z]{1,14}[BＢ][^A-Za-z]{1,14}[CＣ]"
    r"|回个?(?:字母|数字|数)|开放题|小题[:：]|今晚聊|明晚.{0,4}聊|先想一个",
    r"\b(?:just the number|one thing for today|friday q\b|theme (?:for|suggestion)"
    r"|question of the (?:day|week)|\+1 here|this week =|next week:|last week:"
    r"|week \d+ =|week \d+:)",
)
NEW_TOPIC = _any(
    r"^(?:另外|还有(?:条|个|一|件)|再说(?:个|一)|顺便|换个话题|第二[件个])",
    r"^(?:also|another (?:thing|one)|separately|on another note|different topic)\b",
)
CORRECTS = _any(
    r"更正|纠正|订正|(?:说|写|记|弄|搞|看)错(?!误|题|因)|记岔|是错的"
    r"|不是\s?\d+(?:\.\d+)?[\u3400-\u9fff]?(?=[。，,、:：\s])|改一下刚才"
    r"|应(?:该)?是\d.{0,12}不是",
    r"\bcorrection\b|\bcorrecting (?:myself|my)\b|\bi was wrong\b|\bmy mistake\b"
    r"|\b(?:is|was) wrong\b|\bit'?s \d[\d.,]*\S* (?:\w+,? ){0,2}not \d"
    r"|\bnot \d[\d.,]*,? (?:but|it'?s)\b|\bi misread\b|\btypo:?\b|\bactually it'?s \d",
)
CORRECTS_SELF = _any(
    r"我.{0,8}(?:记错|记岔|说错|写错|弄错|搞错|看错|是错的)|不好意思误导",
    r"\b(?:to myself|my (?:sheet|mistake|bad|number|numbers)|i was wrong|i misread"
    r"|i miscounted)\b",
)
OUTDATED = _any(
    r"过时|旧的|旧版|老版|作废|去年的|老黄历|早就?改|已经改|改了|不是这个数|以.{1,12}为准|现在是|现在要",
    r"\b(?:is|'s|are|was) (?:behind|outdated|out of date|old|stale)\b|\bno longer\b"
    r"|\bnot any ?more\b|\bused to be\b|\b(?:has|have|was|were|got|been) changed\b"
    r"|\b(?:was|were) last (?:year|term|month|cohort)\b"
    r"|\bold (?:rule|number|figure|one|policy|price|version)\b|\blast year'?s\b",
)
DENIES_ONLY = _any(
    r"^不是\s?\d+[^，,]{0,3}[。.，,]?$|^我[^，,。\d]{0,8}\d+[^，,。\d]{0,3}(?:错|不对)[^\d]*$",
    r"^not \d+\S*[.,]?$|^(?:my|the) \d+\S* (?:is|was) wrong[^\d]*$",
)
SLOGAN = _any(
    r"最重要的(?:还)?是|关键(?:还)?(?:是|看|在于)|归根(?:结底|到底)|本质(?:上)?是|是(?:大)?(?:趋势|王道|根本|核心)|说到底",
    r"\b(?:in the end\b.{0,20}\bare about|is everything|nothing works|is key"
    r"|at the end of the day|is king)\b",
)
THIRD_PERSON = _any(
    r"有(?:一)?(?:个|名|位)[^，。,]{0,10}(?:男生|女生|学生|孩子|家长|同学|病人|患者|爸爸|妈妈)|(?:他|她)(?:爸|妈|说(?![完话得不]))",
    r"\b(?:a|one) (?:student|pupil|patient|kid|child|client) (?:of (?:mine"
    r"|ours) )?(?:told|said|is|has|was)\b",
)
COORDINATES = _any(
    r"谁来|来了|马上|等我|发我|私发|在路上|钥匙|帮我|顶.{0,4}节|我来(?!找人)|下周见|明天见|几点到|过来",
    r"\b(?:happy to|on my way|brb|i'?m in\b|see you|will (?:ask|do|report)"
    r"|good morning|thank you|last day)\b",
)
CARE = _any(
    r"抱抱|保重|照顾好自己|先顾家里|好好(?:歇|休息|养)|早日康复|别太(?:累|难过)|不是你的(?:问题|错)",
    r"\bi'?m (?:so |very )?sorry\b|\bso sorry\b|take all the time|thinking of you"
    r"|here for you|get well|all the best|\bno tips\b",
)
CHANGED = _any(
    r"从\S{1,10}(?:到|降|升|变|涨|跌|减|加)\S{0,3}\d|(?:降|升|涨|减|缩|变)(?:到|成|了)\s?\d",
    r"\bfrom \S{1,10} (?:down |up )?to \d|\b(?:down|up|dropped|fell|rose|went) to \d|->",
)
ERRAND = _any(
    r"谁(?:来|有空|在|有(?!经验|办法|做法|好|试|用|没|这|类)|能(?:帮|借)|把)|缺(?:一|1)个|(?:有没有人|谁)[^，,]{0,4}(?:一起|组队|拼)|帮(?:我|忙)(?:看(?![下看个一眼])|带"
    r"|拿|顶|代)|求(?:个|一|借)|借我|急(?:[！!。]|$)",
    r"\b(?:can (?:someone|somebody|anyone|whoever)|anyone (?:free|have|got"
    r"|up for|interested|want to)"
    r"|anybody else|does anyone (?:know|have)|who can|could someone|approve (?:my|#)"
    r"|give it back)\b",
)
PERSONAL = _any(
    r"我(?:家|爸|妈|老公|老婆|孩子|腰|生病|发烧)|请(?:病|事)?假|轮岗|离职|转正|搬家|生日",
    r"\b(?:my (?:birthday|wife|husband|kids?|dad|mom|surgery|sister|brother)|surgery"
    r"|last day|day off|weeks? off|out until|flying)\b"
    r"|\b(?:i'?m|i am) an? \w+,|feel like (?:a|an|such)\b",
)
STEPS = re.compile(
    r"(?:^|[\s:：,，。;；])(?:\d[.、)）]?|[①-⑨]|[一二三四五][、,，])\s*(?=[^\d\s.:])"
)
NUMBER = re.compile(
    r"\d+(?:[.:,]\d+)*|[一二两三四五六七八九十百]+(?=[个次天周月年分小名张条道节成点位人本页遍种步])|(?<=第)[一二三四五六七八九十]+"
)
EN_NUMBER = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|half"
    r"|twice|once|an? (?:hour|week|month|year))\b",
    re.IGNORECASE,
)
