"""What rules of a house speak of, and the messages that go against each: wordings in two languages.

`named` recognises the matter in a clause of a rule that forbids something; `broken` the message.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One thing a rule may forbid. `asks` holds for rules that ask for something instead."""

    named: re.Pattern[str]
    broken: re.Pattern[str]
    asks: bool = False


def _of(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


FORBIDS = _of(
    r"不(?!懂|会|知|同|方便|急|够|少|一定|只|论|过|错|限|妨|用)|别(?!人|的|家|处)|勿|禁|谢绝|拒绝|严禁|杜绝|少发|避免|没有",
    r"\b(no|don'?t|do not|never|not|nothing|without|avoid|forbidden|banned|prohibited|refrain|isn'?t|"
    r"aren'?t|keep .{0,20} (out|off|away)|stays? out|off[- ]limits)\b",
)
"""What makes a clause of a rule one that forbids."""
ALLOWS = _of(
    r"(?<!不)可以|(?<!不)欢迎|随意|随便|(?<!不)允许|鼓励|除外|没关系|没问题",
    r"\b(is|are) (fine|ok|okay|welcome|allowed|encouraged)\b|\b(you|we) (may|can)\b|\bfeel free\b",
)
"""What makes a clause one that allows."""
EXCEPTS = _of(
    r"除了|除非|以外|之外|(?<!不)例外", r"\b(except|unless|other than|apart from|besides)\b"
)
"""A rule with exceptions cannot be judged by its words."""
AGREED = _of(
    r"(已|都|也)?(经|征得|得到|问过|跟).{0,10}(同意|允许|批准|说过|点过头)|(同意|允许|批准)(了|我|过)|(他|她|TA|对方|本人)同意",
    r"\b(with|got|have|has|had) .{0,24}\b(ok|okay|permission|consent|blessing)\b"
    r"|\b(approved|cleared|agreed|okayed) (by|with)\b|\b(said|says) (it'?s|it is|that'?s) (ok|fine)\b",
)
"""Somebody was asked before."""
ON_RULES = _of(
    r"群规|规矩|规定|(群里|这里|咱们|我们)(不(让|能|许|准)|别|禁止)|能不能(发|聊|说|谈|问)|可以(发|聊|谈)|可不可以|能(发|聊|谈|说|问).{0,8}吗|违规|发这个(行|可以)吗",
    r"\b(house )?rules?\b|\b(is|are) (it|this|that|they|links?) (ok|okay|allowed|fine) (to|here|if)\b"
    r"|\b(allowed|okay|ok) to (post|share|send|talk|discuss|ask)\b|\bnot allowed\b|\bcan (i|we) (post|share|send|talk about|discuss|bring up)\b",
)
"""Talk about the rules themselves."""
DECLINES = _of(
    r"(不|没|别|勿|从不|再也不)(再|要|想|能|会|敢)?(发|聊|谈|说|讲|求|要|抄|借|推|卖|拉|转)",
    r"\b(won'?t|not going to|don'?t|do not|didn'?t|never|no need to|stop) "
    r"(post|share|send|talk|discuss|ask|sell|swear|copy|borrow|argue|go into)\w*",
)
"""Somebody says that they do not."""
AS_DATA = _of(
    r"数据集?|预测|表格|案例|字段|报表|作业|题",
    r"\b(data ?sets?|predict\w*|columns?|case study|exercise)\b",
)
"""The subject is what a task is about, not what the talk is about."""
URL = _of(r"https?://\S+", r"\bwww\.\S+", r"\b[a-z0-9-]+\.(?:com|cn|net|org|io|me|tv|co)/\S*")

MATTERS: Mapping[str, Matter] = {
    "promotion": Matter(
        named=_of(
            r"广告|推广|营销|推销|拉票|投票|砍价|助力|公众号|带货|卖(东西|课|货)|引流|微商|拼[团单]|点赞|刷票",
            r"\b(ads?|adverts?|advertis\w+|promo\w*|sell(ing)?|sales|self-?promotion|solicit\w*|spam"
            r"|referrals?|plugs?)\b",
        ),
        broken=_of(
            r"(帮|给)(我|忙|个|俺).{0,8}(投(个|一)?票?|砍一?刀?|助力|点(个|一)?赞|转发)|求(个)?(赞|票|转发|关注|助力|砍)|砍一刀"
            r"|(关注|订阅)(一下|下)?.{0,6}(公众号|视频号|抖音|小红书|账号|频道)|我(的|家|自己的|们)(的)?(公众号|视频号|抖音号|小红书|直播间|店铺|网店|新课)"
            r"|(来|进)(一下|看看)?我(的)?直播间|(扫码|点链接)(领|进群|下单|报名)|下单(找我|私我|链接)|内推码|邀请码|我(家|这)(里|边)?.{0,8}(有货|现货|团购|特价)",
            r"\bvote for (me|my|us|our)\b|\bplease (vote|like|share|subscribe|follow|upvote)\b"
            r"|\b(subscribe to|follow|check out|have a look at|buy|pre-?order) my "
            r"(\w+ ){0,2}(channel|blog|newsletter|shop|store|course|podcast|substack|page|book|instagram|account)\b"
            r"|\bmy (\w+ )?(newsletter|podcast|channel|course|shop|store|book) (is|just|launch|drop|goes)\w*"
            r"|\b(use|with) my (code|referral|link)\b|\breferral (code|link)\b|\bfor sale\b"
            r"|\b(dm|message|pm) me (for|to (buy|order|book))\b|\bwe(?:'re| are) selling\b",
        ),
    ),
    "links": Matter(
        named=_of(r"链接|外链|网址|网盘", r"\b(links?|urls?)\b"),
        broken=URL,
    ),
    "files": Matter(
        named=_of(r"文件|附件|安装包|压缩包", r"\b(files?|attachments?)\b"),
        broken=_of(r"^\[(文件|附件|file|attachment)\b"),
    ),
    "pictures": Matter(
        named=_of(
            r"图片|表情包?|视频|动图|小程序",
            r"\b(images?|pictures?|pics|videos?|memes?|gifs?|stickers?)\b",
        ),
        broken=_of(r"^\[(图片|表情|动画表情|视频|小程序|image|photo|picture|video|sticker|gif)\b"),
    ),
    "voice": Matter(
        named=_of(r"语音", r"\bvoice ?(messages?|notes?|memos?)\b|\baudio\b"),
        broken=_of(r"^\[(语音|voice( message| note)?|audio)(?!通话| call)\b"),
    ),
    "private_talk": Matter(
        named=_of(
            r"(私聊|私信|私下|单聊|聊天|对话).{0,6}(截图|记录|内容|的话)|截图.{0,6}(私聊|私信|聊天)|(转|发|贴|晒)(别人的?)?(私聊|私信)",
            r"\bscreenshots? (of|from)\b|\b(past|shar|forward|quot|post)\w* .{0,20}(dms?|private)\b"
            r"|\bprivate (messages?|chats?|talks?|conversations?)\b",
        ),
        broken=_of(
            r"(私聊|私信|小窗|单聊|私下聊|我(俩|们俩)聊).{0,8}(的)?(截图|记录|原话)|截图.{0,8}(私聊|私信|聊天记录|对话)|\[聊天记录\]"
            r"|(把|将).{0,8}(私聊|私信|单独跟我说).{0,10}(发|贴|转)|(私下|私聊|单独|私信)(里)?(跟|给|对)?我(说|发|讲)(的)?[:：“,，]",
            r"\bscreenshots? (of|from) (our|my|his|her|their|a|the) (dms?|chat|private|convo|conversation"
            r"|whatsapp|messages?|thread)\b"
            r"|\b(his|her|their|\w+'s) (dms?|private messages?) (to me )?(said|says|reads?|was|were|went)?\s*[:\"“]"
            r"|\bhere'?s what \w+ (dm'?e?d|messaged|texted|wrote|told) me (privately|in private|in confidence)?"
            r"|\b(forwarding|pasting|posting) (what )?(his|her|their|\w+'s|a) (dms?|private message)",
        ),
    ),
    "politics": Matter(
        named=_of(
            r"政治|时政|键政|敏感(话题|内容)|国际局势", r"\b(politics|political|elections?)\b"
        ),
        broken=_of(
            r"特朗普|川普|拜登|普京|泽连斯基|内塔尼亚胡|(总统|美国|台湾)(大选|选举)|台海|武统|俄乌|巴以(冲突|局势)?|小粉红|公知|五毛党|美分"
            r"|独裁|专制政府|(政府|上面|当官的).{0,6}(骗|垃圾|无能|腐败|不作为)|贪官",
            r"\b(trump|biden|putin|netanyahu|zelensky\w?|brexit|maga|tory|tories|democrats?|republicans?"
            r"|left-?wing|right-?wing|leftists?|election (fraud|results?)|presidential (election|debate)"
            r"|gun control|the (labour|conservative|green) party|vote (out )?the government|immigrants are)\b",
        ),
    ),
    "religion": Matter(
        named=_of(r"宗教|传教|信仰", r"\b(religio\w+|faith|preach\w*)\b"),
        broken=_of(
            r"信(主|耶稣|基督|上帝)|传福音|福音(聚会|讲座)|查经|祷告会?|皈依|真主|(佛祖|菩萨|上帝|主)会?(保佑|爱你|赐福)|佛法(讲座|开示)|(来|去|到)(我们)?教会",
            r"\b(jesus (loves|saves|is|died)|christ (is|died|saves)|the gospel|bible (study|verse|group)"
            r"|god (wants|loves|has a plan|will (save|provide|bless))|join (us|me) (in prayer|at church)"
            r"|allah|quran|salvation|repent|accept (him|the lord))\b",
        ),
    ),
    "answers": Matter(
        named=_of(
            r"答案|作业|代写|代做|考题|真题|原题|抄",
            r"\b(homework|assignments?|solutions?|answers?|answer keys?|exam|quiz)\b",
        ),
        broken=_of(
            r"(求|要|蹲|跪求|有没有|谁有|发一?下|给一?下|来一?份).{0,12}(答案|标答)|答案.{0,6}(发|给|借|传)(我|一?下|份|出来)"
            r"|(作业|卷子|实验报告|题).{0,6}(借|给|发)(我|一?下)?.{0,4}(抄|看一眼|一份)|抄(一?下|个)(作业|答案)?|代(写|做)(作业|论文)?|帮我(写|做)(完|一下|了)?(这|那|个)?(作业|卷子|论文)"
            r"|答案(是|为)?[:：]?\s*(\d+[.、:：]?\s*[A-D][,，;；、\s]*){2,}|\d+\s*[-~—到至]\s*\d+\s*题?\s*[:：]?\s*[A-D]{3,}",
            r"\b(anyone|anybody|somebody|someone|who|can you|could you|pls|please)\b.{0,24}"
            r"\b(answers?|answer key|solutions?) (to|for|of)\b.{0,30}\b(quiz|test|exam|homework|assignment"
            r"|exercise|problem set|questions?|week|q\d)"
            r"|\b(send|share|post|give)( me| us)? (the |your )?(answers|answer key|solutions?|homework)\b"
            r"|\b(do|write) my (homework|assignment|essay)\b|\bcopy (your|someone'?s|somebody'?s|the) (homework|answers?)\b"
            r"|\b(answers?|key)\s*[:=]\s*(1[.):]?\s*[a-d]\b)|(\b\d+[.):]\s*[a-d]\b[,;\s]*){3,}",
        ),
    ),
    "swearing": Matter(
        asks=True,
        named=_of(
            r"脏话|粗口|爆粗|骂人|文明|不雅",
            r"\b(swear\w*|curs(e|ing)|profan\w+|foul|bad language)\b",
        ),
        broken=_of(
            r"卧槽|我[操艹草](?!场|原|坪|莓)|[操艹]你|他妈的?|尼玛|(?<!妈)妈的(?!话|手|事|意思|店|班)|傻[逼屄]|狗日|(?<![a-z])(tmd|nmsl|wcnm)(?![a-z])",
            r"\b(fuck\w*|bullshit|shit(ty|show|load)?|ass ?hole|wtf|goddamn|motherf\w+|bastards?)\b",
        ),
    ),
    "rudeness": Matter(
        asks=True,
        named=_of(
            r"尊重|友善|友好|礼貌|客气|文明|好好说话|人身攻击|骂人|攻击|吵架|阴阳怪气|嘲讽",
            r"\b(kind|polite|respect\w*|civil|courteous|insult\w*|rude\w*|attack\w*|harass\w*|be nice)\b",
        ),
        broken=_of(
            r"闭嘴|少废话|废话(真|那么)?多|关你(屁|什么)事|你(懂|算)(什么|个?屁|老几)|懒得理你|脑子(有病|进水)|有病吧|爱听不听|不会(自己)?百度(吗|啊)",
            r"\b(shut up|none of your (\w+ )?business|(who|nobody) asked you|get lost|mind your own business"
            r"|are you (stupid|dumb|blind|deaf)|rtfm|lmgtfy|just google it|what is wrong with you)\b",
        ),
    ),
    "everyone": Matter(
        named=_of(r"@\s*(所有人|全体|全员|大家)|艾特所有", r"@\s?(all|everyone|channel|here)\b"),
        broken=_of(r"@(所有人|全体成员?|全员)", r"@(all|everyone|channel|here)\b"),
    ),
    "money": Matter(
        named=_of(
            r"红包|借钱|转账|众筹|募捐|捐款",
            r"\b(lend\w*|borrow\w*|loans?|crowdfund\w*|fundrais\w*|donations?|money)\b",
        ),
        broken=_of(
            r"借(我|点|个|一下).{0,8}(钱|块|千|万|百)|(周转|救急)一下|水滴筹|轻松筹|众筹|^\[红包|(发|抢|求)(个|一个)?(大)?红包",
            r"\b(lend me|borrow .{0,14}(\$|£|€|money|dollars|bucks|pounds|euros)|gofundme|crowdfund\w+"
            r"|venmo me|cash ?app|fundraiser|donate (to|here|now))\b",
        ),
    ),
}
"""In the order in which a rule is tried: the first matter that a message breaks is told."""

FLOOD = _of(
    r"刷屏|连发|一句一(发|条)|分(段|条)发|合(并)?成一条",
    r"\b(flood\w*|spam\w*|(one|single) message|many messages|bursts?)\b",
)
ASIDE = _of(
    r"跑题|无关|闲聊|灌水|水群|题外|主题|八卦",
    r"\b(off-?topic|on-?topic|chit-?chat|small talk|banter)\b",
)
LATE = _of(
    r"(?P<late>晚上?|夜里|夜间|每晚)?\s*(?P<clock>\d{1,2}(?:[:：]\d{2})?|[一二三四五六七八九十]{1,3})\s*点?(?P<half>半)?钟?(?:以|之)?后",
    r"\b(?:after|past) (?P<hour>\d{1,2}(?::\d{2})?)\s*(?P<pm>p\.?m)?",
)
PRESSING = _of(
    r"急|救|出事|停电|报警|着火|受伤|医院|电话|定位|在哪|没睡|睡不着|撑不|难受|哭|想死|坏了|挂了|故障|有人(在|醒)",
    r"\b(urgent|asap|emergency|help|hurt|hospital|call|phone|where are you|awake|can'?t sleep|crying|alarm"
    r"|down|broken|stuck|fire|leak\w*|power|sorry|outage|incident)\b",
)
"""What cannot wait until morning, or comes from somebody who lies awake."""
CALLS = _of(r"@|艾特|圈人|点名", r"@|\b(mention|tag|ping)\w*\b")
QUOTING = _of(
    r"(退出|不参与|没同意|不同意).{0,12}(人|成员|的).{0,10}(引用|转述|提|话)|(引用|转述|提).{0,12}(退出|不参与|没同意|不同意)",
    r"\b(quote|cite|name|mention)\w*\b.{0,30}\bopt(ed|s)?[- ]?out|\bopt(ed|s)?[- ]?out\b.{0,30}\b(quot|cit|nam|mention)\w*",
)
TALKS = _of(
    r"(?:不|别|勿|禁止|谢绝|少|避免|严禁)(?:要|再|许|准|能|得|在群里|在这里)?(?:聊|谈|讨论|说|讲|提|涉及|发|晒)(?P<zh>[^,，;；。.!！]{2,24})"
    r"|^(?P<zh_before>[^,，;；。.!！不别勿禁]{2,20}?)(?:一律|都|类)?(?:的)?(?:话题|内容|消息)?(?:不聊|不谈|别聊|别谈|禁止讨论|不进群|别发|不要发)",
    r"\b(?:no|not?|don'?t|never|avoid|without)\s+(?:(?:talk|discuss|post|mention|share|bring up|chat)\w*\s+)?"
    r"(?:about\s+|any\s+|of\s+)*(?P<en>[a-z][a-z' ,/-]{2,60})",
)
"""A clause that forbids a subject, and the subject."""
