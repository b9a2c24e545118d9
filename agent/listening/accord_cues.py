"""Wordings of saying yes, of verdicts, and of the reasons by which they are weighed; read like cues.py."""

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
NODS = Cue(
    r"^\W*(\+1|加一|我?(也)?(同意|支持|赞成|赞同|附议)|赞(?!助)|顶|对+(的|啊|呀)?(?!了)|是的?|没错|就是|必须的?|早(就|该)|说得(对|好)|可不|太对了|有道理|一样|同感|确实|真的|终于|就等这|太应该|双手|举双手|好主意|可以|行)",
    r"^\W*(\+1|same|agreed?|yes|yep|yeah|exactly|this|true|100 ?%|absolutely|totally|definitely|hear,? hear|amen|seconded|couldn'?t agree|so true|right|preach|for real|me too|with you|(about|high) time|finally|long overdue|hell yes|yup|absolutely|amen to that|💯|👍|👏)",
)
"""A first word that says yes."""
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
