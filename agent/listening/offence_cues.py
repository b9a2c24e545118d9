"""Wordings for the offence score: groups of people, and the ways in which prejudice is refused."""

import re

GROUPS = {
    "\ue000": re.compile(
        r"(河南|东北|上海|北京|广东|新疆|四川|重庆|山东|浙江|江苏|湖北|武汉|广西|云南|甘肃|福建|安徽|江西|湖南|贵州|陕西|山西|辽宁|吉林|黑龙江|天津|深圳|广州|香港|台湾|西藏|内蒙古?|海南|青海|宁夏|河北|苏北|江浙沪?|温州|潮汕)"
    ),
    "\ue001": re.compile(
        r"(黑人|白人|黄种人|亚裔|印度|日本|韩国|美国|非洲|东南亚|越南|泰国|犹太|穆斯林|回族|汉族|满族|维族|藏族|少数民族|黑鬼|老黑|默罕|阿三|棒子|鬼子)"
    ),
    "\ue002": re.compile(
        r"(女权|女拳|女性|女人|女生|女孩子?|男性|男人|男生|男孩子?|男女|国男|国女|小仙女|直男|男权|女朋友|男朋友|同性恋|基佬|[gG]ay|[lL]es|母亲|妈妈|老婆|老公|媳妇|婆婆)"
    ),
}
"""A group is written as one sign, so that what is said of one group is known of the others."""

REFUSALS = {
    "against_prejudice": re.compile(
        r"(不要|别|请勿|拒绝|反对|停止|讨厌|抵制|无视|不搞|没有|不是|不该|不能|不会|从不|没)[^,。!?]{0,8}(歧视|地域黑|偏见|贴标签|地图炮|一概而论|以偏概全)"
    ),
    "names_prejudice": re.compile(
        r"歧视|偏见|地域黑|刻板印象|贴标签|标签化|地图炮|以偏概?全|一概而论|误解|重男轻女|物化"
    ),
    "not_all": re.compile(
        r"(不是|并非|并不|不代表|不能代表)[^,。!?]{0,6}(所有|全部|都|每个|整个|一个人)|每个地方都有|哪里都有|任何地方|好人和?坏人|个别|少数人"
    ),
    "own_group": re.compile(
        r"(我|俺|咱|本人)们?(也|就|都)?是?(个|一个|一名)?[\ue000-\ue002](人|的)?|作为(一个|一名)?[\ue000-\ue002]"
    ),
    "equal": re.compile(r"平等|平权|人人|同样的?(权|人)|男女都一样|一视同仁|尊重|包容|理解"),
    "kind": re.compile(
        r"(人|都|很|挺|蛮|真)(很|挺|蛮|真|都)?(好|不错|善良|热情|热心|友好|棒|可爱|优秀)"
    ),
    "please": re.compile(r"希望|请|谢谢|感谢|抱抱|加油|支持|祝"),
    "doubts": re.compile(r"(凭什么|为什么|怎么|为啥)[^,。!]{0,10}(歧视|黑|看不起|偏见|强调)"),
    "reports": re.compile(
        r"(有人|他们|别人|网上|大家|某些人|很多人)[^,。]{0,4}(说|觉得|认为|喷|骂|黑)"
    ),
    "blames_group": re.compile(
        r"[\ue000-\ue002](人|的)?(就是|都是|都|真|最|太|全)(?!好|不错|善良)"
    ),
    "insults": re.compile(
        r"傻[逼比叉xX屄]|[sS][bB]|煞笔|沙雕|脑残|智障|废物|垃圾|恶心|滚|贱|婊|狗|畜生|猪|屎|死(全家|妈)|妈的|他妈|尼玛|特么|[cC]ao|操|屌|蛆|不要脸|下头|奇葩|丑陋|败类|骗子|小偷|杂种|低贱|下贱|活该|去死|该死"
    ),
    "asks": re.compile(r"\?|吗|呢"),
}
"""Told to the model beside the runs of characters, under the name of the rule."""

QUOTED = re.compile(r"[“\"「『‘《][^”\"」』’》\n]{4,400}[”\"」』’》]|^\s*>.*$", re.MULTILINE)
"""Speech in marks, or a quoted line: somebody else's words. Short marks (one word) stay."""
