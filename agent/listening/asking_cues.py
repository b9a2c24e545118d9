"""Wordings of a need without a question mark: told troubles and unmarked questions."""

from agent.listening.cue import Cue

STUCK = Cue(
    r"报错|打不开|(装|连|登|传|导|跑|点|刷|收|发)不(上|了|进|动|出|通|开)|进不去|不显示|没反应|卡(在|住)|试(了|过).{0,10}(次|遍|种|都|也).{0,8}(不行|没用|一样|不对|失败)|搞不(懂|定|明白)|弄不(好|懂|明白)|看不懂|没(搞|弄|看|听)懂|没头绪|不知道(该|怎么|选|从哪|要不要|是不是)|拿不准|想不明白|分不清",
    r"\b(does ?n[o']?t|do ?n[o']?t|wo ?n'?t|is ?n'?t|not) (work|load|start|open|run|show|install|connect|match|compile|build|respond)\w*|\bkeeps? (failing|crashing|saying|asking|giving|telling|timing)|\bi(?:'m| am)? ?(so |totally |completely |a bit )?(stuck|lost|confused|struggling)\b|\bcan'?t (get|find|figure|open|log|install|make|connect|work out|see|seem)|\btried\b.{0,60}\b(times|everything|no luck|still|twice|nothing)\b|\b(getting|get|gives?( me)?|throws?|says) (an|this|the|some|a weird) error|\berror( message| code)?:|\b(no idea|not sure|don'?t (know|understand|get)|can'?t tell) (how|why|what|where|which|if|whether)\b",
    r"跟不上|慢半拍|没思路|不见(好|效|起色)|老(是|不)|总(是|不)|一直(不|没|在)(好|行|转|闪|掉)",
    r"\b(hangs?|freezes?|times? out|crashes|breaks every|stuck (at|on|in|with)|fighting with|struggl\w+ with|won'?t budge|been at (it|this) (all|for))\b",
)
"""Somebody is stuck and says so without asking."""
WORRIES = Cue(
    r"(一|就|会|都|直|好|很|太|特别|有点|真的?|开始)(发)?(抖|慌|怵|紧张|紧了|害怕)|手心(全|都)?是?汗|装病|想(装病|溜|逃|躲)|(怕|愁|慌|紧张|焦虑|发怵)(死|得)|没底|没(信心|把握)|不敢|怯(场)?|(想|要)(推(掉|了)|放弃|打退堂鼓|请假算了)|硬着头皮|压力(好|很|太|有点)?大|头(疼|大)|焦虑|撑不(住|下)|扛不(住|动)|忙不过来|顶不住|(自己|一个人)(顶|扛|撑|端|盯)了?",
    r"\b(nervous|scared|terrified|anxious|worried( sick)?|dreading|shaking|freak(ing|ed) out|panick?(ing|ed)?|overwhelmed|out of my depth|no confidence|can'?t face|(losing|lost) sleep|in over my head|might back out|thinking of (calling in sick|backing out|quitting|cancelling|saying no)|i'?ve never (spoken|led|run|presented|taught|done|been)|stomach in (knots|a knot)|(by myself|on my own|alone) (for|since|again|today|tonight|till|until|this|from)|short[- ]staffed|drowning)\b",
)
"""Somebody tells of a worry or a load of their own, and asks nothing."""
SOLVED = Cue(
    r"解决了|搞定|原来(是|要)|好了|弄好|可以了|后来(发现|是)",
    r"\b(solved|fixed|turn(s|ed) out|works now|never ?mind|sorted|figured)\b",
)
UNMARKED = Cue(
    r"(谁|哪|什么|啥|怎么|咋|几|多少|多久|多大|多长)(?!都|也|的|时候都)[^,。!都也]{0,9}[\s~。.…]*$|还是.{1,14}[\s~。.…]*$|(?<![时动])(能|可|要|该|行|好|对|是|用|合|算|会|需)不(能|可以|要|该|行|好|对|是|用|合|算|会|需要?)|有没有|是否|(吗|呢|么)([,。 ].{0,10})?[\s~。.…!]*$|(了没|没有|了么)[\s~。.…]*$",
    r"(^|[,.;:!] ?|\b(and|but|so) )(how (do|does|did|can|should|would|long|many|much|often|to)|what('s| is| are| do| does| did| have| was| would| should| kind)|which \w+|who('s| is| can| has| do| should)?|where (do|does|is|are|can|should)|when (do|does|is|are|should)|why (do|does|is|are)|is there|is it ok|are there|can (i|we|you|someone|anyone)|could (i|we|you)|should (i|we)|do (i|we|you)|does (the|any|anyone))\b",
    r"^\W*((hi|hey|hello|ok|so|quick one)[ ,:]+(all|everyone|folks)?[ ,:]*)?(is|are|was|were|does|do|did|has|have|will|would|could|should) ((there|your|my|our|a|an|the|any|other|people|others) \w+|(it|this) (normal|ok|okay|fine|common|usual|possible|safe|worth|allowed|legal|expected|better|true|required|too late))",
)
"""A question by its form alone; trusted only where it opens a topic."""
POINTS_BACK = Cue(
    r"\W*(那(?!个)|这|你|他|她|所以|但|可是|不过)",
    r"\W*(that|this|it|so|but|and|you|then|well|they|he|she)\b",
)
"""A line that leans on the one before it."""
