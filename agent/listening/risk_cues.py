"""Wordings of a protection put out of use, and of hearsay about people's work."""

from agent.listening.cue import Cue

_GUARDS_ZH = r"报警器?|警报|安全(门|锁|阀|装置|开关|带|帽|绳)?|保护(罩|器|装置|开关)?|护罩|防护(罩|网|门)?|联锁|急停|限位|烟感|喷淋|灭火器?|漏保|漏电开关|熔断|泄压|光栅|蜂鸣器?|倒车(雷达|影像|蜂鸣|提示)|警示灯|安全带|感应器|探测器|(安全|消防|紧急)(出口|通道|栓)|防火门|逃生(门|通道|窗)"
_DISARMS_ZH = r"顶|挡|锁|拆|短接|短|跨接|屏蔽|关|套|堵|绕(开|过)|拔|捆|绑|垫|塞|摘|断|蒙|包"
_GUARDS_EN = r"guard(s| switch)?|interlock\w*|(gas |smoke |fire )?(alarm|detector|sensor)s?|e-?stop|emergency stop|safety (switch|relay|gate|valve|pin|catch)|relief valve|light curtain|rcd|breaker|limit switch|(co|gas|heat|fall|radiation) monitor|fire (door|exit|extinguisher)s?|emergency exit|seat ?belt|hard hat"
_DISARMS_EN = r"bridged?|bypass(ed|ing)?|jumper(ed|ing)?|jumped|defeat(ed|ing)?|taped?( up| over| down)?|tied|disabl(ed|ing)|took (off|out)|taken (off|out)|switched off|turned off|wedged|removed|pulled|unplugged|disconnected|covered|(made|put|fitted) a (bridge|jumper|link)|put (a|an|some|my|the) \w+ (over|on|across|in) (it|that|them)|stuffed|muted|silenced|pulled (the|its) (plug|wire|battery|fuse)|took the batter(y|ies) out|batter(y|ies)('?s| is| are)? (out|in my|in the)|propped|wedged open|blocked off"
DISARMS = Cue(
    rf"({_DISARMS_ZH})(了|掉|上|住|起|过|个)*.{{0,10}}({_GUARDS_ZH})|({_GUARDS_ZH}).{{0,24}}({_DISARMS_ZH})(了|掉|上|住|起来)+",
    rf"\b({_DISARMS_EN})\b.{{0,30}}\b({_GUARDS_EN})\b|\b({_GUARDS_EN})\b.{{0,44}}\b({_DISARMS_EN})\b",
)
"""Somebody says that what protects people was put out of use."""
WARNS = Cue(
    r"别|不(要|准|能|许|可以|得|应该|该)|禁止|严禁|切勿|千万|谁(再|敢)|规定|装(回|上)了|恢复|已经?(修|换|拆下|摘)",
    r"\b(no|never|not|don'?t|do not|must|without|nobody|forbidden|before you|if you|back on|refitted|restored|fixed|repaired|replaced)\b",
)
"""A rule, a warning or a repair."""
DID = Cue(
    r"我(们)?(就|先|直接|自己)?(把|给|拿|用|将)|(被)?我(们)?.{0,6}(拔|拆|短|堵|套|顶|关)(了|掉)",
    r"^\W*(just |so |finally )?(removed|took|taped|bridged|bypassed|disabled|unplugged|pulled|covered|propped|wedged|switched off)\b|\b(i|we)('ve| have)? (just )?(removed|took|taken|taped|bridged|bypassed|disabled|unplugged|pulled|covered|propped|wedged|put|switched|zip-?tied|tied)\b",
)
"""Somebody tells that they did it themselves."""
RESTORED = Cue(
    r"装(回|上)了|恢复了?|已经?(修|换)",
    r"\b(back on|put (it )?back|refitted|restored|fixed|repaired|replaced)\b",
)
"""It is as it was."""
HEARSAY = Cue(
    r"(透|漏)(出|露)(来|了)|内部消息|(财务|人事|总部|上面|领导|老板)(那边|那儿)?(透|传|放)|(我|咱)?(一个)?(表|堂|大|小)?(哥|姐|弟|妹|叔|舅|姨|嫂|朋友|同学|老乡|邻居|亲戚|熟人|司机|保安|隔壁.{0,4})(在.{1,8})?(跟我|告诉我)?(说|讲|透露)|听说|据说|听.{1,8}(说|讲)|有人(说|讲|传)|传(说|言|闻)|小道消息|风声|群里传|不知道真(的)?假|真的假的",
    r"\b(i |just |we )?heard (that|from|off|it|they|we|there)|\brumou?rs?\b|\bword is\b|\bapparently\b|\b(someone|somebody|people|they|a lad|a guy) (at|on|in|from|who|said|says|saying|told)\b.{0,30}\b(said|says|told|that)?\b|\bis it true\b|\bmy (brother|sister|cousin|friend|mate|neighbou?r|wife|husband|partner|mum|dad|aunt|uncle|flatmate)( in law)?\b.{0,44}\b(says?|said|told|heard|reckons)\b",
)
"""Somebody passes on what they do not know."""
STAKES = Cue(
    r"罚|拘|扣|交.{0,4}(钱|费|\d)|收费|涨(价|租|到)|补(考|交|办)|取消|停(发|用|办|止)|必须|强制|不(得|准|许)|过期|作废|吊销|(上岗|资格|驾驶|健康)?证|押金|\d+\s*(万|元|块|%)|致癌|有毒|召回",
    r"\b(fine[ds]?|fee|penalt(y|ies)|ban(ned|ning)?|must|mandatory|compulsory|cancel\w*|charg(e|ed|ing)|cost|licen[cs]e|permit|visa|certificate|revok\w*|recall(ed)?|toxic|cancer|illegal|deposit|price)\b|[£$€]\s?\d",
)
"""Something is at stake: money, a right, health."""
FORWARDED = Cue(
    r"【转发】|\[转发\]|^转发?[::]|紧急(通知|扩散|提醒)|(速|请|赶紧|快|帮忙|多)(转|扩散)|转(给|发给?|到)(身边|所有|更多|你)|(家族|亲戚|老乡|业主|隔壁)群|(抖音|朋友圈|网上|公众号)(上|里)?(说|看到|都在(说|传))",
    r"\b(forwarded( as received| many times)?|fwd:|urgent (notice|warning)|please (share|forward|pass (this|it) on)|share (this )?with (everyone|all|anyone)|(seen|saw|read|found) (this |it )?(on|in) (facebook|tiktok|whatsapp|the (news|internet)|a group)|share!|pass (it|this) on|(facebook|tiktok|whatsapp|a group chat|my (cousin|aunt|uncle|mum|neighbou?r)) (says?|said|group)|as of (monday|next|the first))\b",
)
"""Somebody passes on what was passed on to them."""
TAKEN_ABACK = Cue(
    r"^\W*(啊+|什么|真的?假?的?|真的吗|不会吧|天(哪|啊)|完了|妈呀|我去|不是吧)[?!,。~… ]*|真的假的|怎么办|咋办|(我们|我)(店|班|组|家|这)?(还)?没(装|办|交|有|签|考)|会不会(是)?(我|咱)|不会是我|慌|怕|刚(签|交|买|租|办)了|(要|得)(赶紧|马上)",
    r"^\W*(what|omg|oh no|no way|seriously|really|wait)\b|\b(is (that|this|it) (true|real|for real)|what (do|are|should) we|are we (next|affected|ok)|is (it|that) us|(i|we) (haven'?t|don'?t have|never|still don'?t)|i (just|only just) (signed|bought|moved|paid|renewed)|worried|scared|panick?\w*)\b",
)
"""Somebody is taken aback by it, or asks what to do now."""
LIVELIHOOD = Cue(
    r"(绩效|奖金|工资|提成|补贴|加班费).{0,8}(打.{0,3}折|没|少|砍|取消|减|停)|裁(员|人|掉)|砍(掉|了)?.{0,5}(店|岗|组|线|班|部门|人)|优化(掉|名单)?|关(店|门|厂|停|掉|(一|两|二|三|四|几|\d)+(家|个)?(店|门|厂|点|校区|部门|组))|倒闭|撤(店|点|并|掉)|合并|搬(走|去|到|迁)|调(岗|走)|降薪|减薪|欠薪|停薪|扣(钱|工资|奖金)|换(老板|领导|人)|卖(掉|给)|取消.{0,6}(奖|补贴|班|岗)|不续|解散",
    r"\b(lay(ing)?[- ]?offs?|laid off|redundan\w+|clos(e|ing|ure)|shut(ting)? down|mov(e|ing) (us|it|them|l\d|the|our|production|everything).{0,24}\b(to|abroad)\b|relocat\w+|cut(ting|s)? (jobs|hours|staff|pay|shifts|heads)|job cuts|sack(ed|ing)|let go|sell(ing)? (us|the|up)|sold (off|to)|merg(e|ed|er|ing)|outsourc\w+|pay (cut|freeze)|no more (shifts|contracts)|not renew\w*|(saturday|sunday|weekend|night|holiday|overtime) (rate|pay|bonus)|(rate|bonus|allowance) (is|are) (going|gone|cut|stopped)|(end|stop|scrap|cut)(s|ping|ting|ing)? (the |our |all )?(night |day |weekend |late )?(shifts?|overtime|contracts?|bonus(es)?|allowance))\b",
)
"""People's work, pay or place."""
