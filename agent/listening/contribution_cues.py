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
