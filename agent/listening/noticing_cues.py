"""Wordings of agreement, promises, troubles and returns, in both languages; read like cues.py."""

from agent.listening.cue import Cue

WHY = Cue(
    r"因为|由于|毕竟|原因|理由|比如|例如|否则|不然|省得|免得|这样(就|才|能|可以|不会)|考虑到|上(次|回|学期|个月)|去年|试过|结果|好处|坏处|风险|效果",
    r"\b(because|since|so that|the reason|otherwise|in case|for (example|instance)|last (time|week|month|year)|we tried|i tried|that way|the (risk|upside|downside)|trade[- ]?off|worked|failed)\b",
)
"""A reason, a case or a risk; a bare number is none."""
ALTERNATIVE = Cue(
    r"或者|要不(?!要)|还是.{1,10}(好|吧|合适)|不如|换(成|个)|也可以(考虑|试)|另(一个|外一种|有)|有没有(别的|其他|更)|万一|不过",
    r"\b(or (we|maybe|how|what)|how about|what about|what if|instead|alternatively|another (way|option|idea)|rather than|on the other hand)\b",
)
"""Another way was named."""
LOGISTICS = Cue(
    r"(周|星期|礼拜)[一二三四五六日天末].{0,6}([一二两三四五六七八九十]+|\d+)(点|:)|(几|\d+|[一二三四五六七八九十]+)(点半?|:\d\d).{0,8}(见|开始|开会|开|集合|碰|聊|吃|打|走)|聚餐|吃饭|点餐|奶茶|会议室|腾讯会议|接龙|报名|群名|改天|请假|调休|团建|礼物|红包",
    r"\b(lunch|dinner|drinks?|coffee|zoom|meet(ing)? (at|room)|see you|at \d{1,2}(:\d\d)? ?(am|pm)?|gift|sign[- ]?up|rsvp)\b|\b\d{1,2}(:\d\d| ?[ap]m)\b",
)
"""When and where people meet: nothing to think twice about."""
SETTLES = Cue(
    r"(那就|就这么|就按|已经|都|最后|最终|总之|折中).{0,4}(定|办|这样)了?|定了[::]|^折中",
    r"\b(decided|settled|agreed:|decision:|so we('ll| will| are)|final(ly)?|it'?s decided|compromise)\b",
)
"""The end of a talk and not its first proposal."""
WITH_YOU = Cue(
    r"(?<!不)(?<!太)(?<!很)(同意(?!吗|书|不)|赞同|认同|赞成)|我也(是)?(觉得|认为|这么|这样|同感)|说得(很|太)?(对|好|有道理)|没错|深有(同感|体会)|有同感|说到(点子|心坎)|说出了我|一样的(感受|感觉|体会)",
    r"(?<!not )(?<!n't )\b(i (totally |fully |completely )?agree|agreed|couldn'?t agree more|same (here|experience)|so true|well said|exactly (this|right|that)|spot on|seconded|i feel the same|hard agree)\b|^\W*(exactly|this)[.!]*\W*$",
)
"""Agreement with what somebody said, in so many words."""
REVIEWED = Cue(
    r"(先)?试(行|用|跑)?.{0,3}(一|两|三|几|半|\d)(个)?(天|周|月|轮|次|班)|(月底|周末|下周|到时|之后|\d+(号|日)).{0,4}(再)?(看|议|复盘|碰|总结|调)",
    r"\b(trial|for (a|one|two|three|\d+) (weeks?|months?|days?)|(look at|review|revisit|check) (it|this|that)? ?(again )?(on|in|at|after|by)|see how it goes)\b",
)
"""It is tried for a while and looked at again."""
VERDICT = Cue(
    r"一律|(以后|从今|往后|今后|下次|下回|今后凡|凡是).{0,10}(不|都|就|别|只|得|要|直接)|应该|应当|(就|早|都|还是)该|该(取消|换|停|改|撤|砍|罚)|不(该|配|能|许|准|让|给|办|排|收|退|理)|直接(不|拉黑|拒|罚|扣|取消|开除)|取消(就|掉|算)|(都|也)不(行|可以|成|让|给)|凭什么|根本|从来|绝对|必须|一定要|只能|没必要|不如|最好|都(是|该|得)|惯的|纯(属|粹)|就是|活该|谁让",
    r"\b(should(n'?t)?|must(n'?t)?|never|always|ought|have to|needs? to|no (more|exceptions?|excuses?)|gets? (no|nothing|out|fired|banned)|full stop|period|simple as|end of|ban(ned)?|nobody|everyone|every single|only (way|fair)|deserves?|waste of|(has|have) (got )?to (go|stop|end|pay)|no \w+ without|not ever|enough of)\b",
)
"""Somebody lays down how things are or ought to be."""
WORTH = Cue(
    r"行不通|不顶用|不如(人意|从前)|没(什么|啥|多大|有)?(帮助|用处?|意义|价值|必要|意思|效果|技术含量)|不(认同|同意|赞成|看好|合适|适合|值得?|靠谱|现实|公平|合理|科学|划算|实用|对路)|多余|浪费|走过场|形同虚设|鸡肋|智商税|自欺欺人|瞎折腾|白(做|搞|费|忙)|害人|坑人|骗人|两码事|一回事|不是一(回|码)事|才是(关键|根本|正道)|迟早|早晚|(比|远比).{1,10}(重要|强|好|管用)",
    r"\b(waste|pointless|useless|overrated|underrated|unfair|nonsense|a (joke|scam|myth|farce)|makes? no (sense|difference)|not worth|is dead|do(es)?n'?t (mix|work|matter|help|scale|belong|add up)|won'?t work|never works?|theatre|box[- ]ticking|for show|beats?|matters? (more|most|less)|better than|worse than|(is|are|for) (for )?show|out of touch|unworkable|too (soft|strict|late|slow|many|much)|kills?|ruins?)\b",
)
"""Somebody says what something is worth."""
GROUNDS = Cue(
    r"因为|所以|由于|毕竟|原因|比如|例如|举个例|(有|那|上)(一)?次|去年|前年|上(周|次|回|学期|个月)|昨天|今天|(我|我们)(班|组|店|家|科|队|这边)?(试|带|用|做|见|遇|碰|吃|改|换)(过|了|下来)|\d|否则|不然|如果|要是|一旦|结果|后来|试过|实测|数据|对比|平均",
    r"\b(because|since|bc|for (example|instance)|e\.g|last (week|month|year|time|shift)|yesterday|today|(i|we) (tried|did|had|saw|used|lost|got|cut|moved|ran)|otherwise|so that|that'?s why|the reason|due to|turns? out|in my (case|experience)|if (you|we|it|they)|when (i|we))\b|\d",
)
"""A reason, a case, a condition or a number; a mere span of time is none."""
NODS = Cue(
    r"^\W*(\+1|加一|我?(也)?(同意|支持|赞成|赞同|附议)|赞(?!助)|顶|对+(的|啊|呀)?(?!了)|是的?|没错|就是|必须的?|早(就|该)|说得(对|好)|可不|太对了|有道理|一样|同感|确实|真的|终于|就等这|太应该|双手|举双手|好主意|可以|行)",
    r"^\W*(\+1|same|agreed?|yes|yep|yeah|exactly|this|true|100 ?%|absolutely|totally|definitely|hear,? hear|amen|seconded|couldn'?t agree|so true|right|preach|for real|me too|with you|(about|high) time|finally|long overdue|hell yes|yup|absolutely|amen to that|💯|👍|👏)",
)
"""A first word that says yes."""
ELSE = Cue(
    r"还是(不行|不会|没|一样|报错|打不开|不对|不懂|不知道)|还没(有)?(解决|搞定|弄好|答案|人)|依然|仍然|试了.{0,10}(不行|没用|没效果)|没(解决|效果)|不管用|(还|又)(卡|报错)|不是我(要|想)问|有没有(别的|其他)(办法|方法)",
    r"\b(still (not|no|can'?t|does ?n'?t|stuck|broken|fails?|failing|the same|unsure|don'?t)|did ?n'?t (work|help)|does ?n'?t help|no luck|not what i (asked|meant)|any other (ideas?|way|suggestions?))\b",
)
"""Who asked says that it is not settled."""
ASKS_AGAIN = Cue(
    r"再(弱弱|厚着脸皮|斗胆)?地?问(一)?(句|下|次|遍)|又来问|重新问|还是(那个|上次的?)问题|上次(问|那个)的?",
    r"\b(asking|trying|posting) again\b|\bbump(ing)?\b|\b(same|my) question (as before|again|from)\b|\bstill wondering\b",
)
"""Somebody says themselves that they asked before."""
PLEA = Cue(
    r"(该|要|可|又)?怎么(办|弄|搞|处理|解决)(呢|呀|啊|才好|好)*|咋(办|弄|整)(呢|呀|啊)*|求(助|救|帮忙|帮助|解答|指点|指教)+|救命+|在线等|急+|谁(能|来)?(帮帮|帮)(我|忙)|(有人|谁)(会|懂|能帮)(吗|嘛)?|报错了?|出(错|问题)了?|(不行|崩|挂|坏|卡)了|(打|连|登|进)不(开|上|去)了?|没反应",
    r"\b(what (should|do|can|shall) i do( now)?|how (do|can|should) i (fix|solve|handle|do) (this|it|that)|(please |pls )?help( me| needed| please)*|any(one|body) (help|know|there)|any (ideas?|help|advice|tips)|(it|this|that) (does ?n'?t|is ?n'?t|won'?t|stopped) work(ing)?|not working|(got|getting|get) an error|it (broke|crashed|failed)|i'?m stuck|stuck|sos|urgent)\b",
)
"""A call for help that names nothing by itself."""
FILLERS = Cue(
    r"各位|大家|老师们?|大佬们?|前辈们?|朋友们?|群里|请问|请教|想问|问一?下|一个问题|问题|这个|那个|这种情况|遇到|碰到|出现|突然|现在|今天|刚才|有点|啊|呀|呢|了|吗|我|的",
    r"\b(hi|hello|hey|all|everyone|folks|guys|team|please|pls|question|quick|issue|problem|so|um+|now|today|suddenly|again|really|i|it|this|that|me|my|a|an|the|with|is|am|and)\b",
)
TURNS_TO = Cue(
    r"^\W*(我(们)?也|同(意|感|上)|(和|跟|像|照|按)(你|您|上面|楼上)|你(这|的|说|们)|楼上|也是)",
    r"^\W*(same here|me too|like you|your|you|(i|we) also|that'?s (what|how))\b",
)
"""The first words of a line that takes up another."""
TRIES = Cue(
    r"(回头|下周|到时候?|过(两|几)天)(再|来|跟大家|给大家)(汇报|反馈|报告)(?!.{0,4}(吗|呢|一下吧))|(?<!你)(?<!们)(?<!家)(?<!建议)(?<!可以)(?<!不)(?<!不去)((我|咱|俺)们?(明天|今晚|下周|周末|回去|这周|下节课|下次|先|马上|也|打算|准备|计划)*(就|也|去|先|来)*试(一试|一下|试看|试|下|看)|(明天|今晚|下周[一二三四五]?|周末|回去|这周|回头|下节课|下次(课)?|晚上)(我)?(就|也|去|先)*试(一试|一下|试看|试|下|看)?(?!卷|题|讲|用期|过)|我去试|照着?(你|这个|您).{0,8}(做|试)(一|两)?(次|周|下)|我也(照|按)(这个|你).{0,6}(来|做))",
    r"\b((i'?ll|will) (report|come) back(?!.{0,20}(fortnight|weeks|month))|i'?ll let you (all )?know how|will (tell|keep) you (posted|all))\b|\b(i'?ll|i will|i'?m going to|i'?m gonna|going to|gonna|will|let me) (try|give (it|this|that) a (go|try|shot)|test (it|this|that))\b|\bok(ay)?,? trying\b|\btrying (it|this|that) (tomorrow|next|on|this|tonight|out)\b",
)
"""Somebody says that they will try it themselves."""
TRIED = Cue(
    r"(学|照|按|仿)(着|了)?.{1,8}(把|那样|这样|那招|这招|法子|做|放|弄|改|换)|试(了|过)|试下来|用(了|过|上了)|照(着|你|您|做|搬).{0,12}(做|试|来|用)|按.{0,10}(说的|办法|方法).{0,10}(做|试|来|用)|真的?(有用|管用|灵|有效)|(有|没)(用|效果)|没成|失败了|成了",
    r"\b(i |we |so |just )?(tried|did|used|tested|followed)( out)? (it|that|this|your|the|what)\b|\b(it|that|this|your \w+) (worked|helped|did ?n'?t work|failed|did the trick|was a (hit|flop))\b|\breporting back\b|\bas promised\b",
)
"""What came of it."""
REPORTS = Cue(
    r"^\W*(报[::]|汇报|反馈|更新|来(汇报|交作业)|(昨天|今天|前天|刚才?)?(真的|照着?)?试了)",
    r"^\W*(report(ing)?|update|outcome|result|so i (tried|did)|tried (it|that)|as promised)\b",
)
"""The first words of somebody who tells what came of it."""
EXPERIENCED = Cue(
    r"(我|俺|咱)(们)?.{0,6}(以前|之前|上(次|回|周|学期|个月)|去年|前年|刚|曾经|那(会儿|时候)|当时|也|就|是|都)?(也)?.{0,4}(遇到过?|碰到过?|试过|试了|做过|用过|带过|踩过|处理过|改成|换成|写了|整理了|总结)|(亲测|实测|后来(我|就)|我的(办法|做法|经验|情况)|我(班|们班|们组|们店|们团队)|我这边|我一般|我现在)",
    r"\b(i|we)('ve| have| had)? ?(just |already |once |also |finally |recently )*(tried|did|done|had|used|ran|run|went through|faced|hit|dealt|solved|fixed|moved|switched|cut|wrote|built|made|set up|started|stopped|learned|dropped|managed|ended up)\b|\b(in my (case|experience)|what (worked|helped)|worked for (me|us)|my (trick|approach|way|rule))\b|\b(i|we) (usually|always|often|do|use|keep|run|have|let|ask|rotate|split|send|write|take|share|start|pair)\b|^\W*(moved|tried|switched|cut|did|made|used|started|set up|built|wrote|dropped|replaced)\b",
)
"""Told from one's own doing."""
TASK = Cue(
    r"作业|打卡|任务|练习|小测|(今晚|明天|明晚|周[一二三四五六日天]|\d+[号日点]).{0,8}(前|之前)(交|发|提交|完成)|(请|都|各位|大家|每人).{0,6}(交|提交|完成|上传)",
    r"\b(homework|assignment|exercise|check[- ]?in|submit|hand in|turn in|your task|practice task|post yours)\b",
)
"""Something everybody is to do."""
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
ASSISTANT = Cue(
    r"@?(simmer|小火慢炖|小火)|小助手|机器人|(?<![a-z])(ai|bot)(?![a-z])|智能助手|人工智能",
)
JOKES = Cue(
    r"(讲|说|来)(个|段|一个)?.{0,4}(笑话|段子|相声|冷笑话)|唱(个|首|一首)?歌|跳(个|支)?舞|(你|妳).{0,3}(多大|几岁|吃(饭|了)|睡(觉)?|累不累|有(没有)?(女|男)?朋友|谈恋爱|结婚|喜欢谁|工资|下班|是不是人|是人吗|有感情)|嫁给我|娶我|夸夸我|骂(他|她|我|群主|老板)|卖(个)?萌|把?(群主|老板|组长).{0,3}(踢|开除|拉黑)|发(个|点)?红包|叫(声|一声|爸爸|主人)|写(首|个)(情)?诗",
    r"\b(tell (me|us) a joke|sing (me|us|a)|do a (dance|trick|flip)|dance for|marry me|love me|are you (human|real|alive|single|a robot|sentient|tired|hungry)|do you (dream|love|sleep|eat|have feelings|get paid)|how old are you|roast (me|him|her|\w+)|make me a sandwich|beep boop|fire (my|the) boss|kick the (boss|host|admin)|say something funny|write (me )?a (love )?poem)\b",
)
"""Nobody means it in earnest."""
SAID_BY_OTHERS = Cue(
    r"(有人|有的|他们?|她们?|别人|网上|某些人|客户|家长|学生|孩子|同事|领导|对方|患者|家属|顾客).{0,8}(说|骂|喊|叫|喷|写|回|吼|评论)|被.{0,8}(骂|喊|叫|喷|说成)|原话|转述|叫我|骂我|说我",
    r"\b(he|she|they|someone|somebody|people|customer|client|student|parent|boss|patient|a guy|who) (\w+ )?(said|says|called|calls|wrote|yelled|shouted|told|keeps? (saying|calling))\b|\b(called|calls|calling) (me|us|her|him|them)\b|\bquote\b",
)
"""An insult that is only reported."""
REFUSES = Cue(
    r"(也)?不(都|全|光|只)是|哪(里|儿)都有|不分(男女|地域)|说别人坏话|没礼貌|(真|太)?(不好|不该|不应该|没必要)(这么|这样)?(说|吧|啊)?$|怎么了[?!]",
    r"\bnot (all|every)\b|\b(that'?s|this is) (racist|sexist|prejudice)\b",
)
"""Somebody stands against it."""
ENDORSES = Cue(
    r"(我|咱)(就|是|确实|真的|承认|只|很)*(是)?(歧视|看不起|瞧不起|讨厌|嫌弃)(?!.{0,4}(说法|言论|行为|的人|这种))",
)
"""Who says of themselves that they despise somebody is not against it."""
AIMED = Cue(
    r"傻[逼比叉xX屄]|(?<![a-z])[sS][bB](?![a-z])|煞笔|脑残|智障|废物|垃圾|恶心|滚|贱|婊|畜生|死全家|妈的|他妈|尼玛|屌|蛆|不要脸|败类|骗子|杂种|低贱|下贱|该死|蠢|白痴|弱智|穷鬼|乡巴佬|土包子|娘炮|小偷|懒|脏|素质|有病|闭嘴|猪|狗",
)
"""A word that may hurt; without one of them or the name of a group no score is asked for."""
