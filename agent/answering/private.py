"""Questions that are not the library's to answer, whatever is on its shelves. Pure.

What one person's number, address or pay is, what opens a door, what somebody took back,
how somebody fares and why somebody hurts or goes: it may have been said, but it was never taught.
"""

import re

_CONTACT = re.compile(
    r"(?:的|爸|妈|家长|老师|同学|人|姓.的.{0,4}|采购|客户|经理|老板|同事|组长|主任|[总哥姐叔])\s*"
    r"(?:电话|手机|微信|住址|家庭地址|邮箱|身份证|银行卡|密码|生日|工资|成绩单)"
    r"(?:号码?)?\s*(?:是|多少|几|给|发|告诉(?:我|一下|咱)|有吗|呢|[?？]|$)"
    r"|(?:phone|mobile|cell|whatsapp|passport|account)\s*(?:number|no\b)"
    r"|(?:home|private|e-?mail) address|\bpassword\b|\bdate of birth\b"
    r"|\bgive me [\w ]{0,40}'s (?:number|address|e-?mail|contact)"
    r"|\b(?:can|could|may) (?:i|we|you) (?:have|get|give|send)(?: \w+){0,2}? "
    r"(?-i:[A-Z][a-z]+)'s (?:number|address|e-?mail|mobile|phone)\b"
    r"|how much (?:does|did|do) \w+ (?:earn|make|get paid)|\w+'s salary",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"(?:撤回|删掉|删除|删了|撤了).{0,4}(?:的|那)(?:是|都是)?(?:那?[句条段]|消息|内容|话|发言|什么|啥)"
    r"|what (?:did|has) \w+ (?:delete|unsend|recall|remove|take back)d?\s*[?？]?\s*$"
    r"|\b(?:deleted|recalled|removed|unsent|took back)\s*(?:message|post|it)?\s*[?？]?\s*$"
    r"|(?:deleted|recalled|unsent) (?:message|post)"
    r"|(?:message|post) (?:\w+ ){1,2}(?:deleted|recalled|unsent)",
    re.IGNORECASE,
)
_MANY = r"my|our|the|a|an|people|members|teams?|everyone|it|this|that|you|we|they|i|so|new"
_PAIN = re.compile(
    r"(?:为什么|为何|为啥|怎么).{0,12}(?:离职|辞职|离开|走人|退群|不想干|离婚|分手|崩溃|自杀|住院|抑郁)"
    r"|^[\u4e00-\u9fff]{2,4}?(?:最近|这几天|这两天|今天|昨天|到底)(?:是)?(?:怎么了|咋了|出了?什么事|出了?啥事)"
    rf"|what(?:'s| is) (?:going on|wrong|the matter|up) with (?!(?:{_MANY})\b)[a-z]+\s*[?？]?\s*$"
    r"|^[\u4e00-\u9fff]{2,3}?(?:前阵子|最近|这几天|昨天|今天|上周|又|又是|到底)?(?:为什么|为何|为啥)"
    r"(?:又)?(?:请假|休息|没来|缺席|不在|旷工)了?[?？]?$"
    r"|\bwhy (?:was|is) (?-i:[A-Z][a-z]+) (?:off|away|absent|out|missing|on leave)\b"
    rf"|\bwhy (?:does|did|is|was|do|has) (?!(?:{_MANY})\b)\w+(?: \w+)? "
    r"(?:want(?:s|ed)? to (?:leave|quit|resign|go)|leav(?:e|ing)|quit(?:ting)?|resign(?:ed|ing)?"
    r"|cry(?:ing)?|burn(?:ed|t|ing)? out|depressed|sick|divorc\w+|break(?:ing)? down)",
    re.IGNORECASE,
)

_SECRET = re.compile(
    r"\b(?:key ?safe|door|gate|alarm|entry|access|locker|lockbox|vault|safe|wi-?fi) "
    r"(?:code|pin|combination|key)\b"
    r"|\bpasscode\b|\bpin (?:number|code)\b"
    r"|(?:门禁|大门|保险柜|保险箱|钥匙盒|柜子|后台|账号|报警器?).{0,2}(?:密码|口令|代码)"
    r"|(?:密码|口令|验证码)(?:是(?:多少|什么|啥|几)|多少|发我|给我)",
    re.IGNORECASE,
)
_FARES = re.compile(
    r"^[\u4e00-\u9fff]{2,4}?(?:后来|最近|现在|还|的)?.{0,2}"
    r"(?:工作|身体|家里|病|情绪|心情|婚姻|感情).{0,3}(?:怎么样了|怎样了|如何了|咋样了|好点了?[吗没]|好了[吗没])"
    r"|\b(?:which|what) (?:patient|client|student|pupil|resident|colleague|child)s? "
    r"(?:\w+ )?(?:died|is (?:dying|sick|ill|depressed|pregnant)|has (?:cancer|hiv|depression))"
    r"|(?:阿姨|同事|师傅|老师|同学|孩子|学员|病人|[他她]|家长|[总哥姐叔])的?"
    r"(?:体检|化验|检查|诊断)(?:的)?(?:结果|报告)"
    r"|\b(?-i:[A-Z][a-z]+)'s (?:test|blood|medical|health|scan|drug)s? (?:results?|report|check)"
    r"|\bwrong with (?-i:[A-Z][a-z]+)'s (?:back|knee|leg|arm|hand|foot|heart|head|health|eyes?)\b"
    rf"|\b(?:does|did|has|is) (?!(?:{_MANY})\b)\w+ (?:have|had|suffer\w*|getting over|on) "
    r"(?:\w+ )?(?:burn-?out|depress\w+|anxiety|cancer|adhd|hiv|meds|medication|therapy|rehab"
    r"|probation)\b"
    rf"|\bhow is (?!(?:{_MANY})\b)\w+ (?:coping|holding up|feeling)"
    rf"|\bis (?!(?:{_MANY})\b)\w+ (?:okay|all right|pregnant|getting divorced)\s*[?？]?\s*$",
    re.IGNORECASE,
)
_GOSSIP = re.compile(
    r"^(?![跟和对给向怎如新我你]|家长|学生|孩子|大家|员工|客户|上课|开会)[\u4e00-\u9fff]{2,4}?"
    r"(?:这个?人|说话|做人|为人|脾气|性格|人品|态度|做事)"
    r"(?:是不是|有点|有些|怎么|咋|总是|老是|真的?|太|很|好不好|行不行|怎么样|咋样)"
    r"|^(?![跟和对给向怎如新我你这那]|家长|学生|孩子|大家|员工|客户|上课|开会)[\u4e00-\u9fff]{2,4}?"
    r"(?:是不是|算不算|有点|真的?)(?:太|有点|很|真|特别|总|老)?"
    r"(?:冲|凶|难相处|烦人?|装|小气|势利|懒|笨|蠢|自私|虚伪|不靠谱|讨厌|啰嗦|强势)"
    r"|谁.{0,6}(?:讨厌|烦人|难相处|没用|不靠谱|最懒|最笨|最差|人缘)"
    r"|(?:讨厌|看不惯|受不了|不喜欢)[\u4e00-\u9fff]{2,4}(?:吗|呢|怎么办|[?？]|$)"
    rf"|\bis (?!(?:{_MANY})\b)[a-z]+ (?:too|so|always|often|really|a bit|kind of|being)?\s*"
    r"(?:rude|harsh|lazy|mean|annoying|difficult|arrogant|selfish|fake|bossy|toxic|stupid|useless)\b"
    rf"|\bdo(?:es)? (?:people|everyone|everybody|anyone|anybody|you) (?:like|hate|trust|dislike) "
    rf"(?!(?:{_MANY})\b)(?-i:[A-Z][a-z]+)\s*[?？]?\s*$"
    r"|\bwho is (?:the )?(?:worst|laziest|rudest|dumbest|most (?:annoying|hated|difficult))\b",
    re.IGNORECASE,
)


def is_private(question: str) -> bool:
    """Whether it asks for personal data, a secret, words taken back, trouble or nature."""
    kinds = (_CONTACT, _SECRET, _TAKEN_BACK, _PAIN, _FARES, _GOSSIP)
    return any(pattern.search(question) for pattern in kinds)
