"""Wordings of adverts in another guise, in both languages; read like cues.py."""

from agent.listening.cue import Cue

DISCLAIMS = Cue(
    r"不(卖|是广告|收费|收钱|推销|割韭菜)|没(有)?广告|非广告|纯(分享|公益|交流)|无偿|别误会",
    r"\b(not (selling|an ad|a sales|spam|sponsored|affiliated|promot\w+)|no (ads?|spam|catch|strings|sales pitch|pitch)|nothing to sell|just sharing)\b",
)
"""Somebody says that it is no advert."""
COLLECTS = Cue(
    r"扫(码|一扫|这个)|进(我|小|福利|交流|学习)?的?(小)?群|拉你进群|填(一)?(下|个)?.{0,8}(手机|电话|公司|姓名|资料|表)|私(我|聊|信|发)|加(我|微|V|v)|留(下|个)?(手机|电话|微信|联系)|点(击)?链接|https?://|公众号|小程序",
    r"https?://|\b(form|sign[- ]?up|your (e-?mail|phone|number)|dm me|pm me|message me|link in|whatsapp|telegram|scan|join (my|our|the) (group|channel|server|list))\b",
)
"""… and gathers people: a code, a group, a form, a private word."""
LURES = Cue(
    r"免费|直播|名额|领(取|走)?|后面(还)?有|后续|限时|前\d+|先到|资料(包|礼包)|礼包|福利|一共\d+|全套|干货",
    r"\b(free|seats?|spots?|limited|premium|later|webinar|mentor\w*|bonus|giveaway|e-?book|course|masterclass|first \d+)\b",
)
"""… and holds out what is free or short."""
HARVESTS = Cue(
    r"(填|留|报|登记|发)(一?下|个|好|上)?.{0,6}(姓名|名字|电话|手机|微信号?|号码)",
    r"\b(leave|enter|fill in|send|put|drop|with) (me |us )?(your |a )?(full )?(name|phone|mobile|number|whatsapp)( and (phone|number|mobile|e-?mail))?\b",
)
"""Somebody wants names and numbers."""
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
