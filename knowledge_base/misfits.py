"""Why a passage does not answer a question it comes near: the words fit, the case does not. Pure.

Nearness in words and meaning cannot tell the gearbox of line 6 from that of line 4, nor a plan
from how it turned out. Each kind of misfit is read from the question first: what it does not ask
for, no passage can lack.
"""

import re
from collections.abc import Mapping

from knowledge_base.lexical import ASKING, plain, stem, tokens

SUBJECT = 0.5
"""Share of what a question asks about in particular that a passage must name."""
HEAD = 4
"""Letters by which a marked thing is known: conv 4 and conveyor four are one."""

_SPELT = """
one two three four five six seven eight nine ten eleven twelve
"""
_NUMBERS = {word: str(number) for number, word in enumerate(_SPELT.split(), start=1)}
_HAN_NUMBERS = dict(zip("一二三四五六七八九", "123456789", strict=True))
_COUNTED = (
    r"(?:%|°|(?:degrees|hours?|mins?|minutes?|seconds?|days?|weeks?|months?|years?|people|persons"
    r"|times?|points?|litres?|h|am|pm|k|nm|mm|cm|kg|g|ml|bar|psi|s)\b)"
)
_MARKED = re.compile(
    r"\b([a-z]{3,})[ -]?(?:no\.? ?|number |#)?(\d{1,3}|"
    + "|".join(_NUMBERS)
    + r")\b(?![.,:]\d|[ -]?"
    + _COUNTED
    + ")"
)
_CODE = re.compile(r"(?<![a-z0-9])([a-z]{1,4})-?(\d{1,4})(?![\d.:]*\d|[a-z])")
_MARKED_HAN = re.compile(
    r"第?(?<!月)([0-9]{1,3}|[一二三四五六七八九]|[a-z])"
    r"(号(?:线|(?![前后之的和到至早上下晚中或])[\u4e00-\u9fff])|[组班店线栋区期楼](?![末中间])"
    r"|年级|车间|食堂|厂区|学期)"
)
_YEARS = re.compile(r"((?:[1-9一二三四五六七八九][、和到至—~～-]?){1,6})年级")
_STAGES = re.compile(
    r"(?<![\u4e00-\u9fff])(?:[上读]?)([初高])([1-3一二三])(?![0-9百千万个号次点天])"
)
_STAGE_YEARS = {"小学": range(1, 7), "初中": range(7, 10), "高中": range(10, 13)}
_BEFORE = {"初": 6, "高": 9}
_HEADLESS = """
minus until till since before after only just page like these those other last next first every
all take takes took taken get gets got make makes made give gives gave given need needs about
over under than per between least most around nearly almost within during against plus times
january february march april may june july august september october november december jan feb
mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
sunday mon tue tues wed thu thur thurs fri sat sun version python windows office excel level
step part rule point option question number
"""
_NO_HEAD = frozenset(_HEADLESS.split())

_PRICE_ASKED = re.compile(
    r"多少钱|几块钱?|几元|价格?(?:是)?多少|[啥什]么?价(?![值格]?[观])"
    r"|(?:津贴|工资|底薪|薪水|学费|奖金|补贴|押金|费用?|报酬|租金|运费)(?:是|有|要|能|给|收|交)?(?:多少|几)"
    r"|how much (?:money|(?:does|do|did|will|would) .{1,40}\b(?:cost|pay|earn|charge)"
    r"|is (?:the|a|an) .{0,30}\b(?:fee|price|deposit|fine|salary))"
    r"|what(?:'s| is| are| was)? the (?:price|fee|cost|deposit|salary|fine)\b"
    r"|what (?:does|do|did) .{1,30} (?:cost|charge|earn)\b"
)
_PRICE = re.compile(
    r"[0-9一二三四五六七八九十百千万两半]\s*(?:多)?\s*(?:元|块|毛|万)|免费|不收费|不要钱|不用钱"
    r"|[£$€¥]|(?:价|押金|预付|费|deposit|price|fee|cost).{0,8}\d+ ?%|\d+ ?k\b"
    r"|\b(?:free|paid|unpaid|pounds?|euros?|dollars?|cents?|usd|eur|gbp|rmb|yuan)\b"
)
_OUTCOME_ASKED = re.compile(
    r"(?:好用|管用|有用|有效|见效|顺利|起作用)[吗没么不]|管不管用|有没有用|灵不灵"
    r"|(?:效果|结果|反响|反应|进展|[试带用做改办推]得).{0,4}(?:怎么样|怎样|如何|咋样)"
    r"|(?:最后|后来|到底).{0,14}没有?[?？]?$|(?<![定批谈过])[了到成好]没有?[?？]?$"
    r"|(?:查到|找到|解决|修好|谈下来|搞定).{0,6}(?:了?没|了吗)"
    r"|\b(?:did|has|have) .{1,60}?\b(?:work(?:ed)?|help(?:ed)?|p(?:ay|aid) off|succeed(?:ed)?"
    r"|stick|stuck|improved?|made? a difference|catch on)\b(?! (?:in|at|with|as|from) )"
    r"|\bhow did .{1,60}? (?:go|turn out|work out|end)\b|\bwhat came (?:out )?of\b"
    r"|\bwas .{1,40} worth (?:it|the)\b|\bany (?:results?|luck) (?:with|from)\b"
)
_OUTCOME = re.compile(
    r"从.{0,12}[到降变涨升减]|[降升涨减变少多]到|变成|降了|少了|多了|省了|没用|有用|管用|不灵|见效"
    r"|失败|成功|好了|更[快慢好差多少]|试[过了下完]|吵|通过了|被拒|退回|再没|没再|没有再|反而|结果"
    r"|\b(?:fell|dropped|rose|cured|fixed|solved|failed|worked|helped|saved|caught|changed|passed"
    r"|rejected|lost|freed|better|worse|didn'?t|turned out|no longer|stopped|cut|halved|doubled)\b"
    r"|\bwent (?:from|up|down)|\bfrom .{1,20} to \d|\d+ to (?:about )?\d+|\bno difference\b"
    r"|\bof \d+\b|\b(?:none|one|two|three|\d+) (?:of|missed|came|left)\b"
)
_STANDING_ASKED = re.compile(
    r"是不是(?:已经)?(?:定|取消|改|要)|(?:定|决定|确定|敲定|批|谈|通过)(?:下来)?了?(?:[没吗么]|没有)"
    r"|还[开办搞用做有收招上要去](?:不|吗)|还会.{0,12}吗|(?:[以之]后|后来|现在|如今)还.{1,10}[吗么没不][?？]?$"
    r"|会不会|到底(?:是|关|去|用|选|换|归|算|哪)"
    r"|在哪[里儿]?[?？]?$|有没有.{1,12}[表单册名]"
    r"|\b(?:is|are|was|has|have) .{1,60}?\b(?:confirmed|decided|agreed|final|settled|approved"
    r"|cancelled|official|definite|going|staying|closing|fixed for)\b"
    r"|\bwill .{1,60}?\b(?:be|stay|close|keep|go|get|happen|continue|move)\b"
    r"|\b(?:can|may|do) (?:we|i) .{1,60}\b(?:now|already|yet|any ?more)\b"
    r"|\bstill\b.{0,30}\b(?:going|on|happening|planned)\b"
    r"|^where(?:'s| is| are| can (?:i|we) (?:find|get))\b|^is there an? "
)
_UNSETTLED = re.compile(
    r"未定|待定|没定|还没(?:有)?(?:定|决定|结论|说法|答复|消息)|尚未|再看|再定|再议|再说|再决定"
    r"|没有(?:结论|说法|答复|定论)|等.{0,8}(?:通知|答复|回复|消息)|没人知道|不清楚|未确认|待确认"
    r"|\bno (?:decision|answer|date|news|\w+ (?:of \w+ )?known)\b|\bundecided\b|\bunknown\b"
    r"|\btb[acd]\b|\bno (?:\w+ ){1,4}(?:known|yet|so far)\b|\bnobody (?:knows|has)\b"
    r"|\bnot (?:yet )?(?:been )?(?:decided|known|confirmed|agreed|clear|settled|final|fixed)\b"
    r"|\b(?:still )?open until\b|\bstill open\b|\bproposed\b|\bproposal\b|\bpending\b"
    r"|\bto be (?:decided|confirmed|agreed)\b"
)
_DUTY_ASKED = re.compile(
    r"(?:找|问|归|由|报给?|交给?|联系|请)谁|找哪[个位]|哪位|谁说了算"
    r"|谁(?:来|去|能|可以|有权)?(?:批|签|审|管|负责|放行|决定|出钱|付|赔|掏|修|收|发|盯|值班)"
    r"|\bwho (?:signs?|approves?|pays?|decides?|owns?|raises?|handles?|covers?)"
    r"|\bwho (?:fix(?:es)?|orders?|books?)|\bwho (?:is|are) (?:responsible|in charge|on duty)"
    r"|\bwhose (?:job|call|decision)\b"
    r"|\bwho (?:do(?:es)?|should|must) (?:i|we|one) "
    r"(?:ask|call|ring|phone|tell|contact|speak|talk|go|see|report|e-?mail|write)"
    r"|\bwho can (?:approve|sign|authori[sz]e|release|order|book|change)"
)
_DUTY = re.compile(
    r"批|签|审|负责|找|归|联系|由|报|交|放行|管|值班|定|赔|付|出钱|承担|送|盯|收"
    r"|\b(?:sign|approv|responsib|decid|rais|send|countersign)\w*"
    r"|\b(?:charge|ask|call|ring|phone|tell|contact|via|through|from|by|with|owns?|pays?|duty"
    r"|handles?|desk|orders?|books?)\b|@"
)
_RIGHT_ASKED = re.compile(
    r"谁(?:来|去|能|可以|有权)?(?:批|签|审批|拍板|点头)|谁说了算"
    r"|\bwho(?:'s| is| has)?(?: \w+)? (?:signs?|signing|approves?|approving|authori[sz]es?)\b"
)
_RIGHT = re.compile(
    r"批|签|审|负责|找|归|联系|由|报|交|放行|管|定|同意|拍板|点头|说了算|[总长]$"
    r"|\b(?:sign|approv|authori[sz]|decid|countersign|responsib|rais|agree|permi|say)\w*"
    r"|\b(?:charge|ask|call|yes|ok|okay|owns?|pays?|goes to|go to|clear\w*|up to)\b|@"
)
_HEIR_ASKED = re.compile(
    r"(?:分|转|派|移|让|留|拨|划|传)给?了?谁|给谁了|归谁|谁(?:接|来接|接手|接管|接替)"
)
_HEIR = re.compile(r"[归由给接]|[分转派移拨划]到|平分|均分|各\d|各自")
_SPAN_ASKED = re.compile(
    r"(?<!没)多久|多长时间|多少[天周年]"
    r"|(?<![这那前过好近头后十])几(?:[天周年](?!级)|个(?:小时|月|星期|礼拜|工作日))"
    r"|\bhow (?:long|soon|often|many (?:hours|days|weeks|months|years|minutes))\b"
)
_SPAN = re.compile(
    r"[0-9零〇一二两三四五六七八九十百半几每当次][0-9.–~到至-]*\s*多?个?半?"
    r"(?:秒|分钟?|刻钟|小时|钟头|天|日|晚|夜|周|星期|礼拜|月|季|学期|年|次)"
    r"|立刻|马上|当[天场日晚]|随时|永久|一直|长期|[月周点]|\d[:点]\d"
    r"|\b(?:\d[\d.,–-]*|half|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|every"
    r"|each|per|few|same|next|working|this|that)[ -]?(?:an? |of |working |to \d+ )?"
    r"(?:h|hrs?|hours?|mins?|minutes?|secs?|seconds?|days?|nights?|weeks?|months?|quarters?|years?"
    r"|s|cycles?|terms?|times?|sessions?)\b"
    r"|\b(?:daily|weekly|monthly|yearly|once|twice|until|till|forever|immediately|at once|today"
    r"|tomorrow|overnight|always|never|\w+days?|january|february|march|april|june|july|august"
    r"|september|october|november|december)\b|\d ?:\d\d|\d/\d"
)
_PLACE_ASKED = re.compile(
    r"(?:在|去|到|从|上|找)(?:哪里?|哪儿|什么地方|哪个(?:地方|网站|群|系统))(?:可以|能)?"
    r"(?:买|订|领|拿|取|办|交|报|看|下载|找|报名|申请|开|换|修|打印)"
    r"|\bwhere (?:do|can|could|should|must|may) (?:i|we|one|you) "
    r"(?:\w+ )?(?:order|buy|get|book|find|collect|fetch|apply|sign|register|download|report|file"
    r"|hand)\b"
)
_PLACE = re.compile(
    r"[在去到从往找向][^了]|[网柜室楼盘店群库桌门仓厅站窗]|链接|系统|软件|小程序|前台|平台"
    r"|\b(?:at|in|on|from|via|through|under|behind|inside|into|to the|ask|desk|room|portal"
    r"|folder|office|shop|store|site|link|form|online|website|page)\b|@|https?:"
)
_CONCEDED = re.compile(r"哪怕|即使|就算|虽然|再怎么|\beven if\b")
_IN_PARTICULAR = re.compile(
    r"^(?:do(?:es)?|is|are|can|may|must|should|will) "
    r"(.{2,40}?) (?:also\b|included\b|count(?:ed)?\b|exempt|(?:too|as well)[?.!]*$)"
    r"|\bappl(?:y|ies) to (.{2,40}?)[?.!]*$"
    r"|\b(?:also|the same) (?:for|with|in|on|at) (.{2,40}?)[?.!]*$"
    r"|^(.{2,14}?)(?:也(?!许)(?:能|要|是|算|可以|得|有|按|行|给)|算不算|算进|算在|包不包括|适不适用)"
    r"|(?:适用于?|包括)(.{2,12}?)[吗么?？]"
)


def misfit(question: str, text: str, words: str) -> str:
    """Say what keeps a passage from answering: '' for nothing, else the first code that holds.

    case: another marked thing of the same kind (line 6, M12, 第3组). price: no sum of money.
    outcome: how it turned out is not told. open: it says itself that this is not settled or not
    known. place: no place and no way to it. duty: nobody is named who does it. right: nobody's word
    allows it. heir: nobody has it now. span: no length of time. subject: the one
    asked about in particular is not there. `text` is what the passage says, `words` all it is
    searched in.
    """
    asked, told = plain(question), plain(text)
    if _is_other_case(asked, plain(words)):
        return "case"
    if not _has_subject(asked, words):
        return "subject"
    return _lacking(asked, told)


def _lacking(asked: str, told: str) -> str:
    """Return the code of what is asked for and not told."""
    outcome = bool(_OUTCOME_ASKED.search(asked))
    happened = bool(_OUTCOME.search(told))
    standing = bool(_STANDING_ASKED.search(asked)) or outcome
    lacks = {
        "price": bool(_PRICE_ASKED.search(asked)) and not _PRICE.search(told),
        "open": standing and not (outcome and happened) and bool(_UNSETTLED.search(told)),
        "outcome": outcome and not happened,
        "heir": bool(_HEIR_ASKED.search(asked)) and not _HEIR.search(told),
        "span": bool(_SPAN_ASKED.search(asked)) and not _SPAN.search(told),
        "place": bool(_PLACE_ASKED.search(asked)) and not _PLACE.search(told),
        "duty": bool(_DUTY_ASKED.search(asked)) and not _DUTY.search(told),
        "right": bool(_RIGHT_ASKED.search(asked)) and not _RIGHT.search(told),
    }
    return next((code for code, is_so in lacks.items() if is_so), "")


def _is_other_case(asked: str, told: str) -> bool:
    """Whether it asks for one of several marked things, and only others of them are told of."""
    theirs = _marked(told)
    every = {mark for marks in theirs.values() for mark in marks}
    return any(head in theirs and not marks & every for head, marks in _marked(asked).items())


def _marked(text: str) -> Mapping[str, set[str]]:
    """The numbers and letters by which things are told apart, by the head of their name."""
    found: dict[str, set[str]] = {}
    for head, mark in _pairs(_MARKED, text):
        if head not in _NO_HEAD and head not in ASKING:
            found.setdefault(stem(head)[:HEAD], set()).add(_NUMBERS.get(mark, mark))
    for head, mark in _pairs(_CODE, text):
        found.setdefault(head[:HEAD], set()).add(mark)
    for mark, head in _pairs(_MARKED_HAN, text):
        found.setdefault(head, set()).add(_HAN_NUMBERS.get(mark, mark))
    if years := _school_years(text):
        found["年级"] = years
    return found


def _school_years(text: str) -> set[str]:
    """The years of school it speaks of, 1–12: 八九年级, 七到九年级, 初二, 高一, 初中."""
    found: set[int] = set()
    for span in (match[1] for match in _YEARS.finditer(text)):
        marks = [_digit(mark) for mark in span if mark not in "、和到至—~～-"]
        through = len(marks) == 2 and any(joint in span for joint in "到至—~～-")  # noqa: PLR2004
        found.update(range(marks[0], marks[1] + 1) if through else marks)
    for stage, years in _STAGE_YEARS.items():
        found.update(years if stage in text else ())
    found.update(_BEFORE[stage] + _digit(mark) for stage, mark in _pairs(_STAGES, text))
    return {str(year) for year in found}


def _digit(mark: str) -> int:
    return int(_HAN_NUMBERS.get(mark, mark))


def _pairs(pattern: re.Pattern[str], text: str) -> list[tuple[str, str]]:
    return [(match[1], match[2]) for match in pattern.finditer(text)]


def _has_subject(asked: str, words: str) -> bool:
    """Whether one asked about in particular ("do contractors also …") is named there."""
    match = None if _CONCEDED.search(asked) else _IN_PARTICULAR.search(asked)
    if match is None:
        return True
    said = next(group for group in match.groups() if group)
    subject = [each for each in tokens(said) if each not in ASKING and len(each) > 1]
    there = set(tokens(words))
    held = sum(each in there for each in subject)
    return not subject or held / len(subject) >= SUBJECT
