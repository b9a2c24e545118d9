"""What an advert does, rather than what it sells: recruits, baits, boasts, hands on a number.

And what people do who only speak of prices: run their own group, pass on a used thing, name the
tool they use, talk shop, warn. Same form as advert_cues; the weights are where fitting begins.
"""

from agent.listening.advert_rule import Rule
from agent.listening.cue import Cue

ACTS = (
    Rule(
        name="disguised_handle",
        weight=2.6,
        pattern=Cue(
            r"[佳伽家]\s*v\b|[薇微威徽]\s*[❤♥💗伈芯]|威\W{0,3}\s*[a-z]\w{4,}|\bv\s?x\s*[::]|(?:扣扣|企鹅|\+\s*q|抠抠)\s*[::号]?\s*[\d零一二三四五六七八九]{5,}|[一二三四五六七八九零〇]{7,}|1[3-9]\d[ -]\d{4}[ -]\d{4}|星球号|名片里",
            r"\bw\W?h\W?a\W?t\W?s\W?a\W?p\b|\b(tele|insta|ig|snap)\b\s*(:|is\b|\W@)|\bline\b\s*(:|\W@)|\bmy line is\b|\(at\)\s?\w+|\bdot com\b|\bon line:|\badd me on\b|\btext \w+ at \+?[\d(]",
        ),
    ),
    Rule(
        name="recruits",
        weight=1.8,
        pattern=Cue(
            r"招(?:聘|募)?.{0,6}(?:兼职|代理|主播|顾问|业务员|合伙|宝妈|打字员|推广)|(?:来)?(?:当|做)我们的|时薪|[日周]结|不收押金|培训费|结业返|时间自由|上不封顶|每单提|拿货价|跟着我(?:一起|做)|把.{2,10}拉来",
            r"\b(looking for|need|seeking) \d+ (\w+ )?(people|persons|women|men|partners|reps)\b|\b(brand )?ambassadors?!|\b(replace|quit|escape) (your|their|my) (9|job|day job)|\bnot (an? )?(mlm|pyramid)\b|[$€£]\d+ ?(/|per|an) ?h(ou)?r?\b.{0,30}\b(text|call|dm|pm|apply)\b|\b(make|made) (my|your) first [$€£]?\d",
        ),
    ),
    Rule(
        name="baits",
        weight=1.8,
        pattern=Cue(
            r"(?:回复|扣|私信|评论|留言|回个?)\s*[“\"']?[\w我要想\d]{1,5}[”\"']?\s*(?:领|拿|送|即可|免费)|的回个|转发.{0,14}(?:截图|送|领)|填.{0,8}(?:问卷|表|单).{0,60}(?:送|免费|一对一|红包|有礼)|领红包|(?:免费)?领取|每天发(?:优惠|内部|福利|红包|资料)|满\d+人(?:就)?(?:不|关)",
            r"\bcomment [\"']?\w+[\"']? (and|for|below)\b|\b(leave|drop|share) (me )?(just )?your (e-?mail|phone|number|details)\b|\b(advisor|team|consultant)s? will (reach|call|contact|be in touch)\b|\bworth [$€£]\d|\bwhere all the good stuff\b|\b(dm|message|pm) me [\"']|\breserve( yours)?\s*:|\bfree (webinar|masterclass|audit|consult\w*)\b",
        ),
    ),
    Rule(
        name="hands_on",
        weight=1.8,
        pattern=Cue(
            r"想认识(?:她|他|ta)?的|推(?:给|荐给)你|(?:加|找)我(?:朋友|闺蜜|同学|老公|老婆|亲戚|姐|哥).{0,6}|拿内部价|内部(?:员工)?价|用我的码|报我(?:的)?(?:名|码)|需要的(?:说一声|找我|来|私)|想(?:了解|要|学)的.{0,3}(?:来|滴|私|找|扣|回|加)|(?:要|感兴趣)的(?:找|滴|扣|私|接龙|看简介|来)|懂的来|滴滴[我,。]|滴我|看我圈|看简介|私我",
            r"\b(pass (on|you)|give you|send you) (her|his|their|the) (number|contact|calendar|link|details)\b|\b(her|his|their) number is\b|\bmy (cousin|sister|brother|friend|wife|husband|mom|mum|neighbou?r|partner|aunt)('s)? .{0,30}\b(runs|sells|teaches|makes|offers|owns|opened)\b|\bmention (me|my name)\b|\b(my|our) link\b|\blink'?s? (is )?in (my )?(bio|profile)\b|\bstore link\b|\bask me (how|and)\b",
        ),
    ),
    Rule(
        name="boasts",
        weight=1.6,
        pattern=Cue(
            r"[一二三两四五六七八九十半\d]+\s*(?:天|周|个?月).{0,6}(?:入账|赚|回本|爆|涨|瘦|上岸|出单|变现|见效|就好了)|晒单|副业.{0,8}(?:工资|收入)|什么都不用会|复制粘贴就行|(?:包|保)过|不过(?:全)?退|不出单不收|过了再付|先看(?:效果|案例)|命中率|没有上限|平台有保障|全网最低|人都知道|靠死工资",
            r"\b\d+ (booked )?(calls|leads|clients|sales|followers|customers) in \d+|\bin \d+ (hours|days|weeks) or\b|\bor (a )?(full refund|you don'?t pay)\b|\bpay nothing until\b|\b(closed|won) \d+ (of|out of) \d+\b|\bguaranteed? \d|\bguarantees? you\b|\bdouble (revenue|sales|their|your)\b|\b100 ?% pass\b|\bplaces? \d+ ?% of\b|\bcured (her|his|my)\b|\bhelped dozens\b|\breal followers\b|\bno credit check\b|💸",
        ),
    ),
    Rule(
        name="deals",
        weight=1.4,
        repeats=True,
        pattern=Cue(
            r"成团|统一\s*\d+|打包\s*\d+|(?:独享|共享|包年)\s*\d+|全包|秒发|稳定售后|无理由|前[一二三四五六七八九十\d]+(?:家|名|位|个).{0,6}(?:免|送|优惠|半价|有惊喜)|恢复原价|最后一期|名额(?:不多|有限|我这)|立减|一手货|只要\s*[¥$]?\d|试听完|优惠\s*\d",
            r"\b\d+ flat\b|\bunlimited revisions\b|\binstant delivery\b|\bslots? (for|left|this week)\b|\bbuy (two|one|\d) get\b.{0,20}\b(free|off)\b|\bprice doubles\b|\b(doors|cart) closes?\b|\breplays? won'?t\b|\bnormally \d+,? now\b|\bspecial price\b|\bfirst (call|session|lesson|month) (is )?(on me|free)\b|\bpay half\b|\bhalf now\b|\bhas? (\w+ )?open(ings|s)?\b.{0,10}\bslots\b|\bfree month for\b|\bvoucher\b|\blast \d+ seats\b|\b\d+/mo\b|\bdomain free\b",
        ),
    ),
    Rule(
        name="code",
        weight=1.8,
        pattern=Cue(
            r"码\s*[::是]?\s*[A-Za-z]{1,}\d{2,}|邀请码|[?&]from=|ref_",
            r"\b(promo|code|coupon)( code)?\s*[::]\s*[a-z]+\d+|\bcode [a-z]{2,}\d+|\([a-z]{2,}\d{2}\)|[?&](ref|src|coupon|aff|invite|from|utm_\w+)=\w|\b\w+\.\w+/(i|r|ref|join)/\w+",
        ),
    ),
    Rule(
        name="sells_service",
        weight=1.2,
        pattern=Cue(
            r"我是(?:做.{2,14}的[,。]|代理)|(?:我们|本)(?:机构|工作室|校学长团队)|(?:长期|低价|专业)(?:代|出|收|接)|一条龙|(?:可以)?先(?:发|看)(?:案例|方案|目录)|发(?:您|你)一份(?:目录|资料|方案)|需要.{2,24}(?:的)?(?:店主|朋友|姐妹|同学|家长)?找我|谁家(?:缺|要|需要)",
            r"\b(i|we) (help|coach|place|offer) (coaches|people|shops|you|new|grads|clients)\b|\bi (coach|do|design) (people|logos|decks|websites|1:1|one)\b|\b(hop on|jump on) a (quick )?call\b|\bwhat day works\b|\bcalendly\b|\bcertified (life )?coach\b|\bour agency\b|\bhere'?s my rate|\brates\b|\bcatalogue\b|\bneed .{3,40}\b(written|edited|done)\b.{0,3}\?|\bwe help shops\b",
        ),
    ),
    Rule(
        name="runs_business",
        weight=1.2,
        pattern=Cue(
            r"我(?:们)?(?:自己)?(?:开|办|经营|新开|盘下)了?(?:一?家|个|间)|自家(?:的|种|养|做|产|开)|试营业|新店|开业|老字号|厂里直|我(?:在|是)做(?:代购|微商|保险|房产|中介|培训)|工作室|门店地址|我这(?:里|儿|边)有(?:资源|渠道|货|名额|现货)|有(?:渠道|门路|资源)的?|走我(?:的)?渠道",
            r"\bi('ve| have)? (just )?(run|own|started|opened|launched|set up|built) (a|an|my|our) (\w+ ){0,2}(shop|store|business|studio|agency|service|brand|company|practice|channel|newsletter|podcast|app|site|marketplace|consultancy|school|academy|programme|program|group)\b|\bmy side (business|gig|project)\b|\bi('m| am) an? (\w+ )?(realtor|agent|coach|photographer|broker|tutor|trainer|distributor|consultant|copywriter|designer) (and|who|here|by|with|offering|based)\b|\bfamily business\b",
        ),
    ),
    Rule(
        name="takes_clients",
        weight=1.6,
        pattern=Cue(
            r"接受预[约订]|可(?:预约|约)|约课|约拍|(?:本周|这周|周末|下周)(?:还)?(?:有|剩)(?:空|位|档|名额)|剩(?:下)?(?:最后)?\s*[一二两三四五六七八九\d]+\s*个?(?:位|名额|席|档)|开放(?:报名|预约)|招生|收(?:学员|徒|学生)|欢迎(?:老师|家长|大家|各位|新老)?(?:报名|来|加入|体验|试)",
            r"\b(taking|accepting|looking for|open to|take) (on )?(a few |some |more |\d+ )?(new )?(clients|students|bookings|customers|orders|commissions|members|mentees)\b|\b(spots?|seats?|slots?|places?|openings) (are )?(still )?(open|left|available|remaining)\b|\b(a few|a couple of|some) (\w+ )?(spots?|slots?|openings?)\b|\b(now |still )?(booking|enrolling|recruiting)\b|\bbookings? (are )?open\b|\bonboarding new\b",
        ),
    ),
    Rule(
        name="perks",
        weight=1.6,
        pattern=Cue(
            r"(?:咱|我们|你我|两个?人)(?:都|各)(?:有|能|得|拿|送|返)|(?:新人|新客|首次|新用户).{0,6}(?:红包|券|减|送|免|折)|(?:领|送|有)券|打折|[一二三四五六七八九\d]折|会员价|介绍费|返点|好处费|有(?:提成|奖励|回扣)|带人(?:有|送)|介绍.{0,8}(?:返|送|奖)|团购价|早鸟",
            r"\b(we|you) both (get|earn|save|receive)\b|\b(you|they) get .{0,20}\b(and )?i get\b|\bgift cards?\b|\bcash (bonus|reward|back)\b|\b(group|member|colleague|friends and family|insider|bulk|student) (rate|discount|deal|price)s?\b|\bcredits? (for|to) (each|every|your)\b|\bsay (i|\w+) sent you\b|\btell (them|him|her) i sent\b|\buse my name\b|\b(a )?(free|extra) (trial|month|week|seat|consult\w*|sample|coaching|session|call)\b|\breward (for|you)\b|\bearn (points|rewards|commission|extra|cash|money|up)\b",
        ),
    ),
    Rule(
        name="stock",
        weight=1.4,
        pattern=Cue(
            r"到货|补货|现货|现[摘杀做发]|产地直[发供]|当天发|顺丰|一箱|开团|截团|代购|免税|正品|纯手工|农家|不含(?:添加|防腐)|回头客|老客户|卖得(?:很|特别)?好|断货|秒没",
            r"\bback in stock\b|\b(pre[- ]?sale|restock\w*|limited edition|hand[- ]?made|home[- ]?made|hand[- ]?crafted)\b|\b(we|i) (can )?(deliver|ship)\b|\b(free )?(delivery|shipping)\b|\b(order|orders) (by|before|now|via|through|are)\b|\b(per|a) (box|jar|bottle|dozen|pair|kilo|pack|batch)\b|\bselling (fast|like|out)\b",
        ),
    ),
    Rule(
        name="come_by",
        weight=1.5,
        pattern=Cue(
            r"(?:可以|直接|随时|尽管|都可以|记得)(?:来)?(?:找我|问我|联系|私信|留言|加我)|留言(?:给我|即可)?|(?:私|滴|敲|戳|call|扣)一?下?我|给我(?:打电话|发消息|留言)|报我名字|了解.{0,4}(?:戳|看|问|找|私|加)|详(?:情|细).{0,4}(?:看|问|私|戳|找|聊)|(?:名额|位置)先留|来(?:店|我们?店|我家|逛逛|看看|试试)",
            r"\b(shoot|send|drop) (me|us) (a|an|your)\b|\b(give|drop) (me|us|him|her|them) a (call|shout|line|ring|text)\b|\blet me know and i('ll| will| can)\b|\b(reply|comment|react) (for|if you want|with|below|here) .{0,20}(link|details|code|price|invite|info)\b|\bi('ll| will| can) (send|share|give|add|get|hook|set) (you|u|anyone|over) .{0,25}(link|code|details|invite|discount|deal|price|up|in|quote)\b|\b(swing|stop|come) by (my|our|the)\b|\b(try|download|install|get) (it|ours|the app|our app)\b|\bsign(ing)? up (through|with|using|via|for my|for our)\b|\b(book|buy|order|grab|get) (it|one|yours|tickets?|a (copy|place|spot|seat|slot)) (here|now|today|at|from|via|on|through)\b|\bworth every (penny|cent)\b|\byou'?ll thank me\b|\btickets? .{0,20}(here|at|via|link|from me)\b",
        ),
    ),
    Rule(
        name="pleads",
        weight=1.3,
        pattern=Cue(
            r"(?:帮|给|替)(?:我|孩子|我家|我们).{0,6}(?:投|点|砍|转|助力|顶|捧|宣传)|拉票|支持一下|捧个?场|求(?:个)?(?:赞|关注|转发|投票|支持)|关注(?:一下|我|下)|顺便(?:打个)?(?:广告|推荐|宣传)|打个小?广告|安利(?:一个|给|一下)?|转(?:给|发给)需要的|扩散",
            r"\b(please |pls )?(vote|like|subscribe|follow|share|retweet|upvote) (for|us|me|my|our|this|and)\b|\b(plug|shill|promo(te|ting)?)\b|\bself[- ]promo\w*\b|\bspread the word\b|\bsupport (my|our) (\w+ )?(shop|channel|page|project|kickstarter|campaign|small business|launch)\b|\bback (my|our) (campaign|kickstarter)\b|\bpass (it|this) (on|along)\b|\bgive (it|us) a (follow|like|star|try)\b",
        ),
    ),
    Rule(
        name="hires",
        weight=1.2,
        pattern=Cue(
            r"(?:急|诚|高薪|长期)招|招(?:人|聘)|(?:底薪|月薪|薪资|待遇).{0,8}(?:\d|面议|优厚|包)|简历(?:发|投|给)|内推|兼职|包吃|五险|岗位",
            r"\b(we('re| are)|is|are|now) hiring\b|\bsend (me |us )?(your )?(cv|resume)\b|\b(remote|part[- ]time|full[- ]time) (role|job|position|gig|work)s?\b|\bapply (now|here|at|via|today)\b|\b(great|competitive|attractive) (pay|salary|package|commission)\b|\bjoin (my|our|the) (team|crew|downline|mission)\b|\bwork from (home|anywhere|your phone)\b",
        ),
    ),
    Rule(
        name="our_group",
        weight=-2.4,
        pattern=Cue(
            r"(?:我们|咱们?|本)(?:这个)?(?:社群|群)(?!.{0,5}(?:福利|专享|价|优惠))|社群(?:年度)?会员|读书会|共读|在群里接龙|回复编号|运营(?:助手|提醒)|找运营|劳务|场地费|茶歇|会议号|不用报名|群规|群主说",
            r"\bour (own|group|book club|community|next|members|mentoring)\b|\bthe community fee\b|\bbook club\b|\breply here\b|\bsame sign-?up\b|\b(as )?the rules say\b|\bno sign-?up\b|\bpinned\b|\bin-house\b|\binternal\b|\bas last time\b|\bour (\w+ )?meetup\b",
        ),
    ),
    Rule(
        name="second_hand",
        weight=-2.6,
        pattern=Cue(
            r"闲置|[八九]成新|面交|自提|带不走|用不上了|原来?买|毕业了|孩子大了",
            r"\bmarket thread\b|\bor best offer\b|\bpick(ed)? ?up in\b|\bspare ticket\b|\(paid \d+|\bsecond[- ]hand\b|\bmy old\b|\bcan'?t (go|make it)\b",
        ),
    ),
    Rule(
        name="names_tool",
        weight=-1.8,
        pattern=Cue(
            r"我(?:们|家|们科)?(?:现在|一直)?用(?:的)?(?:是|就是|的)|我没买|我试过|最后留了|免费(?:版|额度)|我报(?:的是|过)|我花\s*\d+|网上\d+",
            r"^\W*(we|i) use\b|\b(i|we) (tried|ended up|moved|bought|paid|pay|cancelled|got|stayed)\b|\bfor (the ones|those|anyone) asking (what|which)\b|\bthe free (one|version|tier)\b|\bmy school pays\b",
        ),
    ),
    Rule(
        name="talks_shop",
        weight=-1.8,
        pattern=Cue(
            r"转化率|续费率|客单价|毛利|流失|打开率|复购|话术|你们一般|各位怎么|我给.{0,8}设计了|我们店(?:这个|上个)?[月周]|羊毛党|分享一个失败|报价\s*\d|门槛(?:设|太)|先免费再收费",
            r"\b(open rate|conversion|subject line|our tests|retention|churn|in week \w+|readers)\b|\bfrom \d+ to \d+\b|\b(brought only|nobody complains|what made you|which price)\b|\bhas anyone\b|\bhow do i\b|\bwhat (would|do) you (all )?(ask|answer|say)\b|\bwe ask \d+\b",
        ),
    ),
    Rule(
        name="warns_more",
        weight=-3.0,
        pattern=Cue(
            r"退费|丢了\s*\d+|别去|都是骗|盗了|转钱|这种.{0,6}别|管管|私聊了.{0,10}人|收到的举个手|发广告|砍一刀",
            r"\bcareful with\b|\bsave your money\b|\b(please )?report it\b|\bkeeps? messaging\b|\bremove the post\b|\blost \d+\b|\bfall for\b|\bclearly a\b|\bnever worked\b|\btold (him|her|them) off\b|\bposts? about his\b",
        ),
    ),
    Rule(
        name="gives_away",
        weight=-2.2,
        pattern=Cue(
            r"免费的[,。]|不收钱|署名|拿去用|随便用|欢迎挑错|github|别骂我|跟你换|自己下",
            r"\bMIT\b|\bPRs welcome\b|\bsteal\b|\b(corrections|bug reports) \b|\btell me where\b|\ball free\b|github\.com|\byoutu\.?be|\btreat!|\bno email\b|\bfree, |\bif it helps anyone\b|\bhappy to share\b",
        ),
    ),
)
