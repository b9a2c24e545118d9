"""Wordings of offence that is aimed, reported or refused, and of jokes with an assistant; read like cues.py."""

from agent.listening.cue import Cue

ASSISTANT = Cue(
    r"@?(simmer|小火慢炖|小火)|小助手|机器人|(?<![a-z])(ai|bot)(?![a-z])|智能助手|人工智能",
)
JOKES = Cue(
    r"(讲|说|来)(个|段|一个)?.{0,4}(笑话|段子|相声|冷笑话)|唱(个|首|一首)?歌|跳(个|支)?舞|(你|妳).{0,3}(多大|几岁|吃(饭|了)|睡(觉)?|累不累|有(没有)?(女|男)?朋友|谈恋爱|结婚|喜欢谁|工资|下班|是不是人|是人吗|有感情)|嫁给我|娶我|夸夸我|骂(他|她|我|群主|老板)|卖(个)?萌|把?(群主|老板|组长).{0,3}(踢|开除|拉黑)|发(个|点)?红包|叫(声|一声|爸爸|主人)|写(首|个)(情)?诗",
    r"\b(tell (me|us) a joke|sing (me|us|a)|do a (dance|trick|flip)|dance for|marry me|love me|are you (human|real|alive|single|a robot|sentient|tired|hungry)|do you (dream|love|sleep|eat|have feelings|get paid)|how old are you|roast (me|him|her|\w+)|make me a sandwich|beep boop|fire (my|the) boss|kick the (boss|host|admin)|say something funny|write (me )?a (love )?poem)\b",
)
"""Nobody means it in earnest."""
SAID_BY_OTHERS = Cue(
    r"(有人|有的|他们?|她们?|别人|网上|某些人|客户|家长|学生|孩子|同事|领导|对方|患者|家属|顾客).{0,8}(说|骂|喊|叫|喷|写|回|吼|评论)|被.{0,8}(骂|喊|叫|喷|说成)|原话|转述|叫我|骂我|说我",
    r"\b(he|she|they|someone|somebody|people|customer|client|student|parent|boss|patient|a guy|who) (\w+ )?(said|says|called|calls|wrote|yelled|shouted|told|keeps? (saying|calling))\b|\b(called|calls|calling) (me|us|her|him|them)\b|\bquote\b",
)
"""An insult that is only reported."""
REFUSES = Cue(
    r"(也)?不(都|全|光|只)是|哪(里|儿)都有|不分(男女|地域)|说别人坏话|没礼貌|(真|太)?(不好|不该|不应该|没必要)(这么|这样)?(说|吧|啊)?$|怎么了[?!]",
    r"\bnot (all|every)\b|\b(that'?s|this is) (racist|sexist|prejudice)\b",
)
"""Somebody stands against it."""
ENDORSES = Cue(
    r"(我|咱)(就|是|确实|真的|承认|只|很)*(是)?(歧视|看不起|瞧不起|讨厌|嫌弃)(?!.{0,4}(说法|言论|行为|的人|这种))",
)
"""Who says of themselves that they despise somebody is not against it."""
AIMED = Cue(
    r"傻[逼比叉xX屄]|(?<![a-z])[sS][bB](?![a-z])|煞笔|脑残|智障|废物|垃圾|恶心|滚|贱|婊|畜生|死全家|妈的|他妈|尼玛|屌|蛆|不要脸|败类|骗子|杂种|低贱|下贱|该死|蠢|白痴|弱智|穷鬼|乡巴佬|土包子|娘炮|小偷|懒|脏|素质|有病|闭嘴|猪|狗",
)
"""A word that may hurt; without one of them or the name of a group no score is asked for."""
