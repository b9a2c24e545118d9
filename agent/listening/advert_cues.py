"""The rules of the advert score: a name, a weight, a wording in both languages.

Weights are log-odds set by hand. Searched in plain text (agent.listening.words.plain) with speech in
quotation marks taken out.
"""

from agent.listening.advert_rule import Rule
from agent.listening.cue import Cue

RULES = (
    Rule(
        name="hidden_handle",
        weight=3.0,
        pattern=Cue(
            r"[+➕加]\s*(?:我|他|她|老师|队长|店主|客服)?\s*的?(?:v(?![a-uw-z])|vx|wx|薇|威|徽|溦|❤|💗|卫星|扣扣|企鹅)",
            r"➕\s*(?:我|v|群|好友)|(?:薇|威|徽|溦)\s*(?:信|芯|❤)|(?<![a-z])[v维]\s*(?:信|芯|❤)|卫\s*[星❤]\s*(?:同|号|[::+➕])|(?<![a-z<])(?:vx|wx)(?![a-z>])(?=\s*[::]?\s*\w*[\d_-]|\s*同|.*[\u4e00-\u9fff])|v同|微\s*[::+➕x]|扣扣\s*[::\d号]|企鹅号|(?:vx?|wx|微信|电话|手机)同(?:号|名)|加(?:我)?\s*q\b|\bqq\s*[::]?\s*\d",
            r"\bwhatsapp\b|\btelegram\b|\bt\.me/|\bwechat me\b|\bon insta\b|\b(insta|ig)\b.{0,4}@|snapchat|\bline id\b",
        ),
    ),
    Rule(
        name="trade",
        weight=1.5,
        repeats=True,
        pattern=Cue(
            r"辅导|家教|补课|一对一|1对1|1v1|小班|集训|冲刺|网课|课程(?:包|优惠|上线)|训练营|特训|名师|真题|题库|资料(?:包|大全|全套)|全套|考(?:研|公|编|证|级)(?:班|资料|辅导|课)|论文|润色|查重|翻译服务|简历(?:优化|代|修改)|留学|移民|签证|租房|房源|学区房|二手房|楼盘|首付|转租|合租|民宿|酒店|旅游|旅行团|跟团|露营|机票|门票|水果|大闸蟹|土特产|特产|海鲜|茶叶|红酒|蜂蜜|零食|燕窝|鲜花|花店|蛋糕|月饼|年货|礼盒|衣服|女装|童装|鞋|包包|首饰|手表|化妆品|口红|美容|美甲|医美|纹眉|植发|按摩|理疗|艾灸|种植牙|体检|健身|私教|瑜伽|办卡|年卡|会员|账号|激活码|网盘|破解|软件定制|小程序(?:开发|定制)|做网站|设计(?:服务|接单)|摄影|写真|证件照|装修|家政|保洁|搬家|开锁|维修|月嫂|保姆|婚庆|相亲|算命|塔罗|星座|风水|理财|基金|炒股|股票|期货|外汇|虚拟币|比特币|彩票|保险|社保|公积金|贷|套现|车险|二手车|洗车|油卡|话费|流量卡|手机卡|宽带|充值|点卡|游戏代|公众号|直播间|起号|微商|代理|合伙人|创业项目|赚(?:钱|外快|点)|益智|玩具|奶粉|尿不湿|早教|托管班|夏令营|冬令营|研学营|猎头|岗位多|简历(?:发|给)我|电子版|吉他|钢琴|书法班|美术班|编程课|视频会员",
            r"\b(tutor(ing|s)?|lessons|coaching|mentoring|consult(ing|ant|ation)s?|resume|cv writing|seo|backlinks?|dropship\w*|web ?sites?|logo|branding|video editing|translation|proofreading|e-?books?|podcast|substack|patreon|gumroad|kickstarter|udemy|etsy|shopify|amazon|online course|certification|certified in|certificates?|accelerator|retreat|workshop|summit|vouchers?|gift cards?|memberships?|subscriptions?|accounts? for|vpn|antivirus|saas|plugin|crm|ai (tool|agent|assistant|writer)|chatbot|insurance|mortgage|real estate|property|apartment|sublet|flat|villa|airbnb|hotel|cruise|tickets?|flights|trips?|fitness|yoga|massage|keto|detox|skincare|cosmetics|jewell?ery|watches|shoes|sneakers|t-?shirts?|merch|hoodies?|mugs|cakes?|catering|coffee|wine|honey|soap|essential oils|cbd|vape|astrology|psychic|dating|casino|betting|poker|lottery|forex|nfts?|bitcoin|trading|stocks|signals|dividends?|cash ?back|credit (card|repair|check)|debt|cleaning|moving|gardening|babysit\w*|pet sitting|photograph\w*|hiring|great (equity|pay|packages?)|send (me )?(your )?cv|remote jobs?|recruit\w*|templates? pack|notion template|planner|ergonomic|standing desk|headphones|habit tracker)\b",
        ),
    ),
    Rule(
        name="offers",
        weight=1.4,
        repeats=True,
        pattern=Cue(
            r"承接|定制|上门|(?<!交)接(?:各种|各类|急|大)?单|到店|预约|试用|试吃|诚招|招(?:聘|人|学员|生)|长期(?:招|收|有效)|现货|批发|一手|正品|货源|直(?:营|供)|厂家|可(?:开票|议价|刀|小刀)|有意(?:者|向)?|(?:想|需)要(?:的)?(?:老师|朋友|同学|家长|宝子)|关注(?:公众号|我|一下)|求(?:关注|投票|点赞|转发)|帮(?:我|忙)?(?:投(?:个|一)?票|点(?:个|一下)?赞|助力|砍|转发)|投(?:我)?一票|领(?:取|红包|资料|券|一份)|进群(?:领|送|享|有)|建了?个.{0,6}群|拉你(?:进|入)|抽奖|赠(?:送|品|书|课)|回复.{0,5}(?:领|送|获取)|填(?:问卷|表).{0,8}(?:红包|奖|送|领)|红包|新客|首单|首月|老客户|老师价|内购|员工价|让利|回馈|亏本|口碑|好评|支持(?:试|退|货到)|质量(?:好|保证)|效果(?:好|明显|特别)|真的(?:香|好用|有效)|强烈推荐|安利|种草|不好(?:用|吃|看)?(?:包)?退|出(?:一|个|几|套|全新)|转让|招租|收徒|教你|带你|跟着(?:我|老师)|开(?:课|班|团|营|售|业|抢)|上(?:线|新|架)啦?|发售|火热|热卖|爆款|席位|报名(?:中|通道|从速|热线)|报(?:名)?(?:立|就|即|有|享)|加盟|拼(?:单|团|车)|团(?:购|长|费)|满\d+|买\d|第二(?:件|份|杯|人)|两人同行",
            r"\b(available for (hire|booking)|book(ing)? (a|your) (call|slot|demo|spot|seat)|free (consult\w*|call|session|audit|webinar|sample|demo|guide|copy of my)|get (yours|started|paid|access|in early)|grab|check (it|them|us|me|this|out my|out our|out the)|check out|subscribe|follow (me|us|my|our)|join (us|my|our|the waitlist)|register at|pre-?order|enrol\w*|we (just |have )?launch(ed|ing)?|introducing|proud to announce|now (open|live|available)|doors (open|close)|interested\?|who wants in|let me know if (you('re| are) interested|you want (one|in))|happy to (share|send) (a|the|you a|my) (link|code|quote|invite)|special for|exclusive|members get|per (month|hour|session|person|seat|slide|page)|a (month|seat|slide|pop|piece)|starting (at|from)|starts at|a quote|payment plan|money[- ]back|satisfaction|top[- ]rated|best[- ]selling|best in|#1|award|trusted by|looking for clients|testimonials|hire me|hire us|my (services|clients|site|website|page|link|company|business|team)|we'?re (hiring|looking)|invite (link|code)|vote for (me|us)|support my|donate|sponsor\w*|swap|resell\w*|wholesale|bulk|bargain|steal of|on sale)\b",
        ),
    ),
    Rule(
        name="pitch",
        weight=1.7,
        repeats=True,
        pattern=Cue(
            r"有(?:兴趣|意向|意愿)(?:了解|的|可以|来)?|欢迎(?:咨询|转发|了解|私|加|订购|下单|选购|试[用吃听])|了解更多|小窗|捧场|照顾(?:一下)?生意|友情价|良心(?:价|推荐)|好物|入手|快上车|(?:最后)?上车|[敲踢呼喊滴]我|羊毛(?!党)|白嫖|内部(?:名额|渠道|员工)|保录|直录|包(?:搞定|中|教|分配)|押中|命中率|绝密|秘籍|都在用|先(?:试|用)后(?:买|付)|拿[货样]|提成|分成|(?:求|找|寻|谈)合作|推广(?:一下|费)|互推|资源置换|招(?:学员|徒|租|募)|躺着|动动手指|被动|月薪过万|日结|周结|兼职(?:群|招)|无需(?:经验|押金|囤货)|一件代发|不(?:用|需要?)囤货|点击(?:领取|报名|购买|查看)|长按(?:识别|二维码)|识别(?:二维码)?|搜(?:索)?(?:公众号|小程序)|扫一下|打开.{0,6}搜|进店|到店|店铺|(?<!没)下单(?!元)|拍一|推(?:给|荐)(?:你|大家)(?:一个|个|一款)|帮(?:朋友|家里|亲戚|别人)(?:推|转|发|宣传|问)|(?:家里|老家|自家|亲戚)(?:的|种|养|做|产|开)",
            r"\b(i help|i'?m offering|offering|looking to sell|join me|come to my|like and subscribe|youtube channel|you won'?t regret|highly recommend (this|my)|100 ?% (legit|real|free)|work with me|dms? (are )?open|hmu|reach out to me|easy money|quick money|serious (inquiries|buyers)|first come,? first served|bring a friend|refer a friend|complimentary|no (obligation|commitment|strings|experience)|cancel anytime|unlimited|proven|vip|premium|pro plan|partner with us|ambassador|distributor|join my (team|group|channel|program\w*|list)|network marketing|mentorship program|one[- ]on[- ]one sessions|investors?|returns|yield|low(est)? rates|get in touch|inquire|for (more )?(details|info)|more info|learn more|visit (our|my)|see my|friend of mine (sells|does|runs|makes)|i (sell|make|build|write|teach|fix|print|import|ship|edit|translate) \w+ (for|at|on|if|from)|got (extra|spare|\d+) \w+ (for sale|to sell)|for only|all for|as low as|just [€$£]\d+|use it to get|get \d+ ?%|\d+ ?% (off|discount|commission|returns?|cash ?back)|double pay|paid weekly|weekly pay|per referral|share this|forward this|spread the word|tag a friend|limited[- ]time|today only|ends in|special offer|free month|free access|free seat|free spots?|free class|free tickets?)\b",
        ),
    ),
    Rule(
        name="handle",
        weight=1.6,
        pattern=Cue(
            r"加.{0,6}微信|微信(?:号)?\s*[::]|(?:^|[\s::,。])[a-z]{2,}[_-][a-z0-9]+$|二维码|扫(?:码|我|一扫|下方|描)|联系(?:电话|方式)\s*[::]|1[3-9]\d{9}|1[3-9]x{2,}",
            r"\b(call|text|e?-?mail) (him|her|me|us)\b|[\w.]+@[\w.]+|\+\d[\d ()-]{7,}",
        ),
    ),
    Rule(
        name="private_ask",
        weight=1.6,
        pattern=Cue(
            r"私(?:我|聊|信|戳|发)|滴滴?我|戳(?:我|链接|头像|这里)|(?:直接|可以|来|都)?找我|联系(?:我|[\u4e00-\u9fff]老师)|咨询|扣\s*1|点(?:我)?头像|我头像|我(?:的)?(?:朋友圈|主页)|看我(?:朋友圈|主页)|拉(?:你|您)|随时联系|报我(?:的)?名字|找我报|报我名|报数|有意(?:者)?(?:私|联|来)|要我帮你(?:带|买|订|留)|看方案|我发你价|说一声|拍下|自动发货|详情|了解详情|评论区|(?<!交)接单|价格?表?私|备注群里|加一?下?(?:我|好友)|留(?:下)?(?:电话|联系方式)|懂的来",
            r"\b(dm|pm|ping|message|msg|inbox|contact|text|ask|whatsapp|e-?mail|hit) (me|us|to|up)\b|\bhit me up\b|\bvia me\b|\b(in|on|link in) (my )?(bio|profile)\b|\b(book|register|order|enrol?l?|apply|join|subscribe) (here|now|today|via|at)\b|\bsign up (here|now|with|via|today|below)\b|\bdrop me your\b|\b(contact|call|visit|e-?mail|ask) my (agency|team|shop|store|wife|husband|brother|sister|company)\b|\bask for (a|the|our) (menu|quote|price|brochure)\b|\bslots? (left|available)\b|\b(evenings?|weekends?) available\b|\benrol before\b|\blink below\b|\bconnect me with\b|\bi can (send|get) you\b|\bon request\b",
        ),
    ),
    Rule(
        name="link",
        weight=0.8,
        pattern=Cue(r"https?://|www\.|戳链接|点(?:击)?(?:这个|下方)?链接|下单链接|购买链接"),
    ),
    Rule(
        name="referral",
        weight=2.6,
        pattern=Cue(
            r"[?&](?:ref|aff|invite)=|/(?:r|i)/\d{1,5}\b|/(?:ref|invite)/\w|通过我(?:的)?(?:链接|码)?(?:注册|下单|报名|买)|(?:我的|用我|填我).{0,4}(?:码|链接)|(?:推荐|邀请|优惠|折扣)码|返(?:现|你|佣|利)|拉(?:新|人头)|佣金|助力|砍一刀",
            r"\b(with|use|using|paste|share|through|via) my (code|link)\b|\bpromo code\b|\bcoupon\b|\baffiliate\b|\bcode [A-Z]{3,}\d+\b|\breferral (link|code|bonus for)|\bfor every referral\b|\bcommission\b",
        ),
    ),
    Rule(
        name="price",
        weight=1.0,
        pattern=Cue(
            r"\d+(?:\.\d+)?\s*(?:元|块|包邮|/\s?(?:家|人|节|月|年|份|斤|位))|[¥$€£]\s?\d|一(?:天|月|单|节)\d+|日结|[一二两三四五六七八九十百千](?:块[一二三四五六七八九\d]?|元|毛)|九块九|9块9|低价|降价|(?:月|年|季)卡[一二三四五六七八九十百\d]|(?:价格|收费|费用)(?:好说|优惠|私|可谈|面议)|打包价|价格?可(?:聊|谈|议)|高价|\d+一?(?:盒|斤|箱|单|桌)|一单一结|当天放款|无抵押|\d{2,}(?:/|一)(?:节|人|次|份|套|位|年)",
            r"\b\d+ ?(bucks|dollars|euros|quid|usd|eur)\b|\b(tickets?|only|just|for) [€$£]?\d{2,}\b|\brates on\b|\b\d+ ?(eur|usd|euros|dollars)? ?/ ?h(ou)?r?\b|\bfrom \d+/|\b\d+ ?% of the price\b",
        ),
    ),
    Rule(
        name="discount",
        weight=1.6,
        repeats=True,
        pattern=Cue(
            r"优惠|折扣|特价|[一二三四五六七八九\d](?:\.\d)?折|原价|现价|(?:内部|老|团购?|群友|底|成本|批发|出厂)价(?:格)?|拼团|团购|秒杀|包邮|立减|减\d+|买.送.|比(?:官网|店里|外面|市场|网上|市面|超市).{0,4}便宜|特惠|免中介费|永久免费|凭.{1,6}[折减]|送(?:\d+天|一|你|全套|豪礼|福利)|免费(?:领|送|试|做|体验|拉|寄|测)|0元|零元|清仓|甩卖|急[售出]|降价|划算|实惠|白菜价|骨折价|(?:到场|报名|进店|下单|再|还能再?)送|试听(?:不要钱|免费)|第一次免费|首(?:次|节|单|月)免费|按成本|成本拿",
            r"\b\d+ ?% off\b|\bdiscount(?!s are)|\bcheap\b|\bfree (shipping|trial|consult\w*|for the first|bonus|gift|sessions?|e-?books?|demo|audit|quote|call|class|months?|access|samples?)\b|\bwas [€$£]?[\d,]+|\bnow (only )?[€$£]\d|\bearly[- ]bird\b|\bhalf price\b|\b(good|best|special|great|insider|unbeatable) (price|offer|deal|fare|rate)s?\b|\bskip the fee\b|\bbonus (minutes|credits?|points)\b|\bgiveaway\b|\bgets? you\b|\b(great|attractive|our) packages?\b|\bfirst (session|month|class|lesson|one) (is )?(on me|free)|\b\d+ (months|weeks|days) free\b|\btell (him|her|them) i sent\b|\bsave \d+|\b\d+ off\b",
        ),
    ),
    Rule(
        name="urgency",
        weight=1.1,
        pattern=Cue(
            r"限时|限量|仅(?:剩|限)|最后\d+(?:个|席|位|名|天)|名额|先到先得|手慢无|倒计时|\d+小时(?:有效|内)|今晚前|截止(?:周|今|明)|错过|速来|赶紧|抓紧|秒到",
            r"\b(last|only|just) \d+ (seats?|spots?|places|left|tickets)\b|\blimited (seats|time|spots|offer|places)\b|\bexpires?\b|\bends (tonight|soon|today|friday|sunday)\b|\bfirst \d+\b|\bhurry\b|\b(till|until|before|by) (midnight|friday|sunday|tonight)\b|\bact (now|fast)\b|\bwhile (it|they|stocks?) lasts?\b",
        ),
    ),
    Rule(
        name="promise",
        weight=1.9,
        repeats=True,
        pattern=Cue(
            r"回本|翻倍|稳赚|保本|零(?:门槛|基础|风险|成本|经验)|免试|包(?:过|会|拿证|就业)|(?:不|没)(?:过|涨|成|会|满意)(?:包?退|不收)|躺赚|变现|副业|兼职|[日月年]入|涨粉|粉丝|带(?:货|盘|单)|轻资产|被动收入|财富自由|亲测有效|神器|瘦身|减肥|掉了?\d+斤|救星|\d天(?:拿证|涨|瘦|见效|翻|提)|一年拿证|拿证|秒到账|提分|逆袭|有手机就行|在家(?:就能|带娃)|不耽误(?:上班|带娃)|包指导|见效|祛|养生",
            r"\bguaranteed\b|\bpassive income\b|\bwin rate\b|\bcrypto\b|\bforex\b|\bno credit check\b|\bdouble your\b|\bchanged my life\b|\bown boss\b|\breplaced my (salary|income)\b|\bask me how\b|\blifetime (deal|access)\b|\bget rich\b|\bfollowers\b|\bmake (easy )?money\b|\bearn [€$£]?\d|\binvestment opportunity\b|\bside (hustle|income)\b|\bfinancial freedom\b|\brisk[- ]free\b|\bmiracle\b|\bwork from home\b|\bgame[- ]changer\b|\bis amazing\b|\bpays? \d+\b|\bweight\b.*\bloss\b|\blose \d+ (kg|pounds|lbs)\b|\bmoney back\b|\bin (just )?(a|one|\d+) (week|day|month)s?\b",
        ),
    ),
    Rule(
        name="wares",
        weight=1.5,
        repeats=True,
        pattern=Cue(
            r"代(?:写|办|理|购|考|刷|开|发|抢|缴|运营)|补缴|办(?:证|信用卡|卡|理)|信用卡|贷款|借款|网贷|买.{0,3}保险|保单|发票|刷(?:单|粉|赞)|招(?:代理|主播|商|生|募)|急招|诚聘|加盟|(?:体验|试听|公开|特训|变现|押题|冲刺|精品|直播)(?:课|班)|试听|押题|内部资料|学历提升|认证|陪跑|训练营|(?:课|书|班|期|团|券|营).{0,3}(?:预售|开团|上新|热卖|报名中)|预[订售]|(?:我|家|店)(?:在|里)?卖|出售|开了?家|在推|抵押|回收(?:旧|手机|家电|烟酒)|开门红|收益|项目真|推荐(?:合适的)?产品|寄样书|样书|机构|中介|股票群|交易群|测评|车厘子|面膜|护肤|保健品|茶|带货",
            r"\bselling\b|\bresell\b|\bfor sale\b|\bi (sell|design|offer|do|coach|recruit|run|build) (\w+ )?(decks|slides|websites|logos|readings?|coaching|for|a)\b|\bwe (do|offer|provide|sell|help)\b|\bmy (coaching|new course|course|program(me)?|shop|store|studio|agency|etsy|book|workshop|channel|newsletter)\b|\bour (app|platform|product|startup|service|course|program(me)?|bootcamp|academy|masterclass)\b|\bboot ?camp\b|\bwebinar\b|\bmaster ?class\b|\btarot\b|\bloans?\b|\brecruit\w* (for|agency)\b|\btry (our|my)\b|\brent my\b|\bcoaching program|\bnetworking (night|event)\b|\bcareers?@|\bnewsletter sponsor\w*|\bbrochure\b|\blicences?\b|\bflights\b|\bsupplements?\b|\bcandles\b|\bportfolio\b|\bhandmade\b|\bvisa service|\bessay writing\b",
        ),
    ),
    Rule(
        name="seller",
        weight=1.3,
        pattern=Cue(
            r"我这边(?:有|是|能|可以)|本人(?:考|做|专业|承接|长期)|我们(?:工作室|公司|机构|平台|团队|店|家)(?:接|做|有|是做|推出|专|可以|能)|公司(?:是)?做[^,。]{2,14},?有需要|我(?:表[妹哥姐弟]|朋友|闺蜜|老婆|老公|亲戚|妹|姐|哥|弟|妈|同学).{0,6}(?:开了?|做|卖)|我是.{0,14}(?:出版社|机构|公司|平台|品牌|保险|中介|教育|顾问)的?|承接|专业(?:团队|代|做)|官方合作|我自己(?:在)?(?:喝|用|吃|做)的|最近在(?:做|推)|学员(?:反馈|好评)|我们(?:平台|机构|品牌|公司)(?:推出|专)",
            r"\b(our|my) (agency|studio|company|firm|practice|shop|startup|business|team) (also )?(does|do|offers?|builds?|makes?|runs?|helps?|sells?|provides?|pays?)\b|\bmy new (\w+ )?(practice|business|shop|book|course|app|venture)\b|\bat my (startup|company|shop|store)\b|\bi can get you\b|\bi'?m (\w+ )?from [A-Z]\w+|\bmy (brother|sister|friend|wife|husband|cousin|mom|dad|partner)('s)? .{0,20}(company|shop|store|business|studio|agency)\b|\bi'?m an? (agent|broker|coach|recruiter|distributor)\b|\bwe('re| are) (launching|hiring|offering)\b|\bjust (opened|launched)\b",
        ),
    ),
    Rule(
        name="hail",
        weight=1.0,
        pattern=Cue(
            r"姐妹们?|家人们|宝(?:妈|子)们?|朋友们|有需要的|需要.{0,12}(?:可以)?(?:找|私|加|滴|扣|联系|➕)|哪位需要|谁需要|想(?:要|了解|学|赚).{0,4}的|(?:想|要)[\u4e00-\u9fff]{1,5}的(?:小朋友|朋友|老师|家长|同学|可以|来|私|找|说一声|进|加|戳|扣|联系|报名|看这里|举手|速)|要的来|看这里|有没有想|感兴趣的|要的(?:戳|找|私|加|扣)|有要.{0,8}的吗|看过来|了解一下|有想.{0,12}的",
            r"\bany(one|body) (need|interested|want|looking)|\bif any(one|body) (needs?|wants?)|\bneed .{2,30}\? i\b|\b(looking for|tired of|struggling with) .{2,40}\?|\bhey (team|all|guys|everyone)\b|^\W*guys\b|\bhi all\b",
        ),
    ),
    Rule(
        name="apology",
        weight=1.5,
        pattern=Cue(
            r"不是广告|非广告|不打广告|不算广告|打扰(?:大家|各位|群主)?(?:了|一?下)?|群主(?:勿|别)踢|不妥(?:请)?删|本群(?:专享|福利|专属)|群(?:友|内)(?:价|福利|专享)|福利|转发.{0,10}(?:群|朋友圈)|集赞|我就不藏了",
            r"\bnot an ad\b|\bno spam\b|\bsorry to bother\b|\bmods? (please )?delete\b|\bif not allowed\b|\bfor this (group|channel) only\b|\bmention this (group|channel)\b|\bhope this is (ok|allowed|fine)\b|\bshameless plug\b",
        ),
    ),
    Rule(
        name="pay",
        weight=1.2,
        pattern=Cue(
            r"付款|定金|订金|收款码|转账给我|(?<!没)下单(?!元)|接龙.{0,6}(?:报名|填地址)|填地址|报名(?:后|就|送|费|即)|点报名|注册(?:送|就|领)",
            r"\bto order\b|\bpay ?pal\b|\bvenmo\b|\bpayment\b|\bcheckout\b|\bdeposit\b",
        ),
    ),
    Rule(
        name="asks",
        weight=-1.8,
        pattern=Cue(
            r"(?:[?]|吗|呢|找谁|咋样|怎么样|怎么[\u4e00-\u9fff]{1,3}的?|能不能报|多少|哪(?:家|个)好)\s*[?。.!]*$|谁(?:有|知道|用过)|你们怎么|哪个经费|有没有人?(?:用过|买过|知道|试过)|靠谱吗|值不?值|求(?:推荐|助)|想(?:问|了解)一?下|能不能报",
            r"\?\s*$|\b(how do you|does any(one|body)|who (gets|knows|has)|has any(one|body)|is it worth|any recommendations?|do you know)\b",
        ),
    ),
    Rule(
        name="warns",
        weight=-4.0,
        pattern=Cue(
            r"(?:别|不要|勿|千万别)(?:再)?(?:点|信|买|加|转|扫|上当)|被(?:坑|骗)|上当|骗(?:子|局|人)|诈骗|传销|举报|(?:不能|禁止|不许|不要|别|不准)(?:在群里)?(?:发|打)(?:广告|链接|二维码)|(?:已经|都|我)(?:删|踢|移出)|拉黑|那条.{0,8}(?:广告|卖)|话术|群规|(?:不|没)靠谱|假的|(?:又|老)(?:有|来).{0,8}(?:广告|推销)|推销的|烦死",
            r"\bscam\w*|\bspam(mer|ming)?\b|\b(don'?t|do not|never) (click|buy|trust|fall|pay|scan|open)\b|\breported\b|\bbanned\b|\bphishing\b|\bis (that|this) .{0,30}real\b|\bfake\b|\bbeware\b|\bblocked (him|her|them)\b|\bad blocker|\bno ads? (in|here|please)\b",
        ),
    ),
    Rule(
        name="own_free",
        weight=-2.6,
        pattern=Cue(
            r"我(?:自己|们)?(?:录|写|做|整理|总结|画|汇总)(?:了|的).{0,18}(?:视频|表|模板|文档|笔记|教程|清单|文章|图|课件|题|ppt)|自取|(?:群|共享)(?:文件|盘)|大家自己下|随便(?:用|拿|改)|白送|免费分享|^免费的|没有?广告|不收(?:费|钱)|闲置|二手(?!房|车)|开源",
            r"\bfree to (copy|use|take|steal)\b|\bfeel free\b|\bmake your own copy\b|\bno ads\b|\bi (recorded|posted|wrote|made|put together|drew|summari[sz]ed) \b|\bin (our|the) (drive|wiki|folder|repo)\b|\blibrary has\b|\bopen[- ]source\b|\bmy (blog|notes|slides|write-?up)\b|\bthey'?re free\b|\bhelp yourself\b|\bgiving away\b",
        ),
    ),
    Rule(
        name="institution",
        weight=-2.4,
        pattern=Cue(
            r"学校(?:出|买|报|给|订|统一|发)|公司(?:出|买|报|给|统一)|单位(?:出|报|发)|报销|经费|课程页|群公告|共享盘|采购|区里|信息老师|教研活动|会议室|教育局|教务|工会|教研(?:组|室)|值班|助教提醒|答辩|交作业|教辅费|班费|校服|家长会|工号|工位|行政|财务|统一(?:订|买|发)|人事|客服电话|直播课的链接|自习室|练习|图书馆|开卡问题",
            r"\bhr (pays|covers|has|will)\b|\bintra(net)?\b|\bour (vendor|product|customers?|clients?|sales|launch|drive|wiki|team'?s|finance|legal|copy)\b|\bexpens(e|ed|es)\b|\binternal\b|\bfinance (team|says|wants)\b|\bcompany (pays|card|policy)\b|\bbudget\b|\bwelcome pack\b|\bonboarding\b|\btrial before we\b|\bbefore we decide\b|\breimburse\w*",
        ),
    ),
    Rule(
        name="as_buyer",
        weight=-1.8,
        pattern=Cue(
            r"我付了|我们?(?:买|报|交|订)(?:的|了|过)|他们?报价|客户(?:嫌|说|问|要)?|报价|同行|觉得(?:贵|值|便宜)|想收|求购|我们店|太差了|还不如|(?:一年|一共|总共)花了?|涨价|涨到|退(?:款|货)",
            r"\bthey (offered|quoted|asked|charge)\b|\braised the price\b|\bwent up\b|\bcosts? (about|around)\b|\bwe (paid|bought|pay)\b|\bi (paid|bought|hired|read)\b|\bnobody uses\b|\bsold out\b|\bworth it\b|\bplease register\b|\boffered me\b|\bcollection for\b|\b\d+ each\b|\bprice for the\b|\brefund\b|\bkeep recommending\b",
        ),
    ),
    Rule(
        name="to_one",
        weight=-1.8,
        pattern=Cue(
            r"^\s*@\S{1,16}\s|^(?:好的?|可以|行|嗯|对|是的|收到|谢谢|感谢)[,。!~ ]|发你|给你",
            r"^\W*(yes|yeah|sure|ok|okay|thanks|thank you|agreed|no)\b|\b(happy|glad) to give you\b|\bnot here\b|\bplease (send|share)\b",
        ),
    ),
    Rule(
        name="jokes",
        weight=-3.0,
        pattern=Cue(
            r"开玩笑|发错群?|哈哈哈", r"\b(just|only) kidding\b|\bjk\b|\bwrong (chat|channel)\b"
        ),
    ),
)
