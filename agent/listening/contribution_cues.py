"""Wordings of small talk, of a second knock, and of words that answer nothing; in both languages."""

from agent.listening.cue import Cue

CHATTER = Cue(
    r"食堂|味道(不错|真|很|还)|面馆|餐馆|馆子|夜宵|外卖|奶茶|好(吃|喝)|难吃|吃(饭|什么|啥|撑|饱)|点餐|天气|下(雨|雪|冰雹)|好(热|冷)啊|太阳|堵车|地铁上|晚安|早安|早上好|到家|下班(了|啦|咯)|看球|球赛|追剧|电影|综艺|电视剧|打游戏|彩票|红包|减肥|犯困|困死|窗外|周末(去|愉快)|旅游|小龙虾|火锅|烧烤|蛋糕|点心|零食",
    r"\b(cakes?|biscuits|cookies|sweets|lunch|dinner|breakfast|pizza|takeaway|tasty|delicious|restaurant|caf[eé]|weather|rain(s|ed|ing)?|snow(s|ed|ing)?|sunny|freezing|traffic jam|good (morning|night|evening)|home now|sleep well|heading (home|out)|kick[- ]?off|football|soccer|netflix|films?|movies?|tv show|weekend plans?|happy (friday|weekend)|so sleepy)\b",
)
"""Of meals, weather and the way home: nobody waits for an answer."""
SMALL_TALK = Cue(
    r"^\W*(今天)?(真|好|太)(累|困|热|冷|饿)|累死|困死|饿死|气死|欢迎|服了|你说气人|绝了|离谱|无语",
    r"\b(exhausted|knackered|so tired|why do i bother|typical monday|of course it)\b",
)
"""Letting off steam."""
LEANS = Cue(
    r"^\W*(嗯+|哦+|噢|对(?!于)|是(的|啊|吧)|好(的|嘞|滴|吧)|行(?!业|程|政)|不是|没(?!有?(人|思路|头绪))|我没|那(?!天|次|边|家)|所以|但是?|可是|不过|而且|还有|然后|另外|就是|这(就|也|倒|才)|也(是|对|就)|原来)",
    r"^\W*(oh|ah|huh|hmm?|yeah|yes|yep|no\b|nope|ok|okay|sure|right|well|same|and|but|so|also|or|then|which|that'?s|that (is|was|would)|those (are|were)|this is|it'?s|it is|they|he|she|me too|exactly|agreed|fair|true|lol)\b",
)
"""A first word that leans on what was said before."""
RESPONDS = Cue(
    r"^\W*(能(?!不能)|可以|不(能|行|用|要|是|会|可以|一定|算|建议)|没(有|事|关系|问题)|要看|是(的|啊|这样)|会(?!不会)|行(?!不行)|对|应该|去|找|问|用|按|写|填|在(?!吗)|我(?=[!,。~ ]|$)|我(来|在|有|去)|先|直接|一般|通常|建议|试试|看(一?下|看)|参考|我(们)?(这边|这里|一般|都|用|是|也|会|就|之前|以前|上次|觉得|建议|猜|记得)|\d)",
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
HARVESTS = Cue(
    r"(填|留|报|登记|发)(一?下|个|好|上)?.{0,6}(姓名|名字|电话|手机|微信号?|号码)",
    r"\b(leave|enter|fill in|send|put|drop|with) (me |us )?(your |a )?(full )?(name|phone|mobile|number|whatsapp)( and (phone|number|mobile|e-?mail))?\b",
)
"""Somebody wants names and numbers."""
INVITES = Cue(
    r"(请|欢迎|邀请|麻烦)(大家|各位|每|你们|同学|老师|都|把|写|发|说|选|拍|挑)|(抛|出)(个|一个|道)?(问题|题|话题)|(写|发|说|拍|选|挑|想)(一|三|两|几)(个|句|张|条|件|点)",
    r"\b(please (post|share|write|bring|pick|send|tell|choose|take|add)|post (one|your|a)|share (one|your|a)|write (one|down|your)|bring (one|your|a)|pick (one|your))\b",
)
"""Somebody asks everybody for a contribution."""
CONTRIBUTES = Cue(
    r"(?<!不)(?<!别)(发|晒|贴|写|说|讲|回|来|甩|丢|扔|传|举|列|挑|选|留)(上来|出来|到群里|(一|两|三|几)?(句|条|张|段|件|例)(?!都|也)|一?个(就行|即可|也行|就好|字|例子)|一份(?!.{0,6}(文件|表|报表)))|开放题|征集|晒一?晒|(收|收集|征)(一?(下|波))?(大家|各位|你们)|(每人|一人|各自).{0,6}(写|说|发|讲|来|报|一)|一(句话?|行|张|个字?|条)(也|就|即)(行|可|成|好|够)|你(们)?(见|碰|遇|用|听|踩|做|吃|收)(到)?过?的?最",
    r"\b((post|share|drop|paste|show|send|type|give|tell|write|name|bring|throw)( us| me| in)? (one|your|yours|a (line|photo|picture|screenshot|sentence|word|story|case|number)|the (one|last|worst|best))|reply with|one (line|word|sentence|photo|example) (each|is enough|will do|from)|in one (line|word|sentence)|let'?s hear|tell us|(everyone|everybody|all of you|each of you),? (please )?(name|post|tell|share|write|pick|bring|send|say|give))\b",
)
"""What everybody is to give is named: a line, a picture, a case."""
OPTIONS = Cue(r"(?<![A-Za-z])A[\W ].{1,60}(?<![A-Za-z])B[\W ]\S")
"""An answer is one of several letters."""
AT_LENGTH = Cue(
    r"(说说|讲讲|聊聊|谈谈|分享(一下)?|复盘)(?!.{0,6}一句)|故事|经历|怎么(?!样)|如何|为什么",
    r"\b(tell us (about|how)|talk about|a (story|time)|how (do|did|would|to)|why|walk us through|your experience)\b",
)
"""It is told at some length; a word or a line is not enough."""
WEARY = Cue(
    r"(又|还|总|一直|永远)(就)?是(我)?一个人|到头了|(不用|别)(管|理|找|担心)我|(就是|只是)?(说|道|打)(一)?声(再见|别)?|跟(大家|你们)(说|道)(再见|别)|(桥|江|河|楼顶|天台|阳台|轨道|海)(上|边)?.{0,6}(站|坐|走|待|呆)了?|不(该|应该|配)(来|活|存在|出生)|(来|生)(这|在)(个)?世(上|界)|没人(等|找|要|想)我|(吃|吞)了.{0,4}(片|粒|颗|药)|喝(多|醉|闷)|一个人(喝|扛|撑|躲)|(活|过)(着|得)?(真|太|好)?(累|苦|没劲)|(什么|啥)都(没(有)?了|不剩)|(对不起|拖累)(家里|家人|爸妈|孩子|大家)|(一)?想到.{0,10}(上班|周一|明天|值班|开工|进门)?就.{0,6}(吐|哭|抖|心慌|发慌|难受|喘)|(吐|哭)了(一|好几|几)(次|回|场).{0,8}(上班|进门|出门)",
    r"\b(tired of (being me|everything|it all|life|living|trying|fighting)|nobody is waiting|no ?one (is|would be) waiting|drinking again|goodbye to you all|say goodbye|(do ?n[o']?t|please don'?t|no need to) (reply|answer|worry|look for me)|could not go in|couldn'?t (go in|get out|face)|on the (bridge|roof|ledge|tracks)|took (some|a few|too many|all the) pills|you were (all )?(so )?kind|i am nothing|i'?m nothing|a burden|what i'?m still doing here|does ?n[o']?t matter (any ?more|anyway)|(was|been|felt|being|got|threw) (sick|up) .{0,24}(thinking (about|of)|before (work|my shift|going|coming)|because (tomorrow|it'?s))|dread(ing)? (monday|tomorrow|every|going|coming)|everyone (would be|is) better)\b",
)
"""A word of somebody who may be leaving more than the room: it weighs with another of its kind."""
NIGHT = frozenset({22, 23, 0, 1, 2, 3, 4, 5})
"""Local hours at which one such word is enough to have a person look."""
TAUNTS = Cue(
    r"说得轻巧|站着说话|你行你(上|来)|有本事|你(懂|知道)什么|你们(组|店|区|班|那边|部门)(自己|的人|就|才|总|老|又)|别(说得|讲得).{0,6}(好听|轻松)|(凭|就凭)你|谁给你|(拿|当)我(是|当)|(又|就)(要|会)(怪|推|赖)|合着",
    r"\b(easy for you( to say)?|not my job|that'?s rich|so you'?re saying|don'?t put words|some of us|your (site|team|shift|people|lot|department) (always|never|again|did|left|are)|people like you|must be nice|wow ok|with (all due )?respect|i'?m not your|ask yourself|maybe (look|start) (at|with) (your|you)|say (that|it) to my|don'?t (you )?start|here we go( again)?|every time (you|we)|you'?d know|not (the|my) one who)\b",
    r"害(我|得|人)|长(没)?(长)?眼睛?(了)?(吗|没)|没长(眼|脑)|你说谁|谁急.{0,4}谁|谁(心虚|做的|干的)谁|(你|您)(漏|签|写|弄|拆|动|拿|改|删|说|答应|承诺|定|排|报)(的|过|了)|(赖|怪)到?我|(又|还)(是|成)我(的错|了)|(那|行|好),?(都|全)?(是)?我的错|你(厉害|牛|对|了不起)|(我|你)(问|提醒|说)过(你|几遍|多少)|自己(看|查)(记录|日志|本子)|你(的)?眼里|说了你(会)?(听|改|懂)|念叨(一年|多久|到)|(真|可)(够|是)可以(的|啊)|不(会|能)(先)?(说|问|打)(一)?(声|下)|谁(替|帮)(你|的)|你自己(什么样|清楚|心里)|(少|别)(来这套|废话)|听不懂(人)?话|替你(擦|背|收|扛)|(我|谁)欠(你|我)的|就你(会|有理|最)",
    r"\b(if the shoe fits|now i'?m (a|the|to blame)|now i am (a|the)|so (it'?s|it is) my fault|my fault (again|now)|you (told|were|said|edit(ed)?|signed|wrote|agreed|asked for|decided|approved|sat|complained)\b.{0,40}|check the (log|record|minutes|chat)|who (signed|wrote|approved|broke) (it|that)|oh,? (please|now)|wow,|(was|is)n'?t yours to|learn to (use|do|count|work)|can'?t even|look who'?s talking|telling me how|unlike (you|some)|at least (i|some of us)|if you (bothered|could be bothered|had (read|asked|listened))|not your (place|business|call)|what('s| is) your problem|the (guy|one|person|woman|man) (with|who) (three|always|never|can'?t|late))|\bsays you\b",
)
"""A reproach or a sneer in a back and forth; by itself it says little."""
GRATEFUL = Cue(
    r"谢|感激|解决了|搞定|弄好了|(真|果然)?(管用|有用|好使|好了|成了|行了)",
    r"\b(thanks?|thank you|thx|cheers|that (did|fixed|worked|helped)|did it|works now|worked|fixed|solved|sorted|lifesaver)\b",
)
"""Thanks, or that it worked: more than an "ok"."""
PINGS = Cue(
    r"^\W*((有|还有)?(没有?)?(人|大佬|老师|谁)(在|吗|么|没|不|嘛|知道|会){1,3}|在(吗|么|不)|顶(一?下|一顶)?|自己顶|捞一?(下|捞)|(没|还没)(有)?人(理|回|知道|会|看到)(我|吗|么)?|(求|等)(回复|解答|大佬))\W*$",
    r"^\W*(any ?(one|body)( (here|there|around|at all|know|please))?|bump(ing)?( this)?|no ?(one|body)|any (takers|ideas|thoughts|luck)|still (here|waiting|stuck)|help)\W*$",
)
"""A second knock and nothing else: nobody answered what its author said before."""
UNEXPECTED = Cue(
    r"我(还|本来|原来)?以为|怎么(会|反而|还|又)|不(应该|该|会)(啊|吧|呀)|奇怪|莫名其妙|对不上|搞不明白",
    r"\b(i thought|i expected|why (is|does|did|are)|weird|strange(ly)?|odd(ly)?|should ?n'?t (it|this|that)|does ?n'?t add up|no idea why|for some reason)\b",
)
"""It came out otherwise than its author thought."""
WRITES = Cue(
    r"写(一|两|几|个|下|出|在|到)|发(到|在|群|出来|一)|回(复|个|一)|留言|打(在|个|一)|扣(个|1)|选(一|个)|投(个|一)?票|报(一|个|数)|评论",
    r"\b(write|post|reply|drop|type|vote|pick|answer (here|below)|one (line|word|sentence)|in the chat|before (then|the call|we meet))\b",
)
"""An answer is asked for in writing, here."""
WELCOMES = Cue(
    r"欢迎|迎新|新(朋友|同学|同事|伙伴)", r"\b(welcome|good to (see|have) you|glad you)\b"
)
"""A greeting for who is new, and not for everybody."""
SIGNS_UP = Cue(
    r"接龙|报(个)?名|签到|登记|填(一?下|写|表|好)?|投(个)?票|(请|都|麻烦)?回(复|个|一)|扣(个)?1|统计(一下)?|(选|挑)(个|一|好)|认领|组队|分组",
    r"\b(sign[- ]?up|rsvp|reply|vote|fill (in|out)|let me know|add your(self| name)|pick a (slot|date|time|group)|confirm|claim a|who('s| is) (in|coming))\b",
)
"""Everybody is to give a sign."""
HEDGES = Cue(
    r"(我)?(有|想到)(个|一个)?(想法|主意|点子)|不知道(行不行|对不对|可不可以|合不合适)|可能(很|有点|比较)?(傻|幼稚|笨)|瞎(想|琢磨)|随便(说|想)|弱弱(说|提)|(能|可)不(能|可以).{0,20}(试|换|改|贴|分)",
    r"\b((maybe|might be|probably) (silly|daft|stupid|dumb|wrong)|(silly|daft|stupid|dumb|random|quick) (idea|thought)|just (an idea|a thought|thinking)|idea,|had an idea|not sure if|what about|how about|could (we|i) (maybe )?try)\b",
)
"""Somebody offers a thought without being sure of it."""
