"""Wordings of trying: a promise, what came of it, what somebody has been through; read like cues.py."""

from agent.listening.cue import Cue

TRIES = Cue(
    r"(回头|下周|到时候?|过(两|几)天)(再|来|跟大家|给大家)(汇报|反馈|报告)(?!.{0,4}(吗|呢|一下吧))|(?<!你)(?<!们)(?<!家)(?<!建议)(?<!可以)(?<!不)(?<!不去)((我|咱|俺)们?(明天|今晚|下周|周末|回去|这周|下节课|下次|先|马上|也|打算|准备|计划)*(就|也|去|先|来)*试(一试|一下|试看|试|下|看)|(明天|今晚|下周[一二三四五]?|周末|回去|这周|回头|下节课|下次(课)?|晚上)(我)?(就|也|去|先)*试(一试|一下|试看|试|下|看)?(?!卷|题|讲|用期|过)|我去试|照着?(你|这个|您).{0,8}(做|试)(一|两)?(次|周|下)|我也(照|按)(这个|你).{0,6}(来|做))",
    r"\b((i'?ll|will) (report|come) back(?!.{0,20}(fortnight|weeks|month))|i'?ll let you (all )?know how|will (tell|keep) you (posted|all))\b|\b(i'?ll|i will|i'?m going to|i'?m gonna|going to|gonna|will|let me) (try|give (it|this|that) a (go|try|shot)|test (it|this|that))\b|\bok(ay)?,? trying\b|\btrying (it|this|that) (tomorrow|next|on|this|tonight|out)\b",
)
"""Somebody says that they will try it themselves."""
TRIED = Cue(
    r"(学|照|按|仿)(着|了)?.{1,8}(把|那样|这样|那招|这招|法子|做|放|弄|改|换)|试(了|过)|试下来|用(了|过|上了)|照(着|你|您|做|搬).{0,12}(做|试|来|用)|按.{0,10}(说的|办法|方法).{0,10}(做|试|来|用)|真的?(有用|管用|灵|有效)|(有|没)(用|效果)|没成|失败了|成了",
    r"\b(i |we |so |just )?(tried|did|used|tested|followed)( out)? (it|that|this|your|the|what)\b|\b(it|that|this|your \w+) (worked|helped|did ?n'?t work|failed|did the trick|was a (hit|flop))\b|\breporting back\b|\bas promised\b",
)
"""What came of it."""
REPORTS = Cue(
    r"^\W*(报[::]|汇报|反馈|更新|来(汇报|交作业)|(昨天|今天|前天|刚才?)?(真的|照着?)?试了)",
    r"^\W*(report(ing)?|update|outcome|result|so i (tried|did)|tried (it|that)|as promised)\b",
)
"""The first words of somebody who tells what came of it."""
EXPERIENCED = Cue(
    r"(我|俺|咱)(们)?.{0,6}(以前|之前|上(次|回|周|学期|个月)|去年|前年|刚|曾经|那(会儿|时候)|当时|也|就|是|都)?(也)?.{0,4}(遇到过?|碰到过?|试过|试了|做过|用过|带过|踩过|处理过|改成|换成|写了|整理了|总结)|(亲测|实测|后来(我|就)|我的(办法|做法|经验|情况)|我(班|们班|们组|们店|们团队)|我这边|我一般|我现在)",
    r"\b(i|we)('ve| have| had)? ?(just |already |once |also |finally |recently )*(tried|did|done|had|used|ran|run|went through|faced|hit|dealt|solved|fixed|moved|switched|cut|wrote|built|made|set up|started|stopped|learned|dropped|managed|ended up)\b|\b(in my (case|experience)|what (worked|helped)|worked for (me|us)|my (trick|approach|way|rule))\b|\b(i|we) (usually|always|often|do|use|keep|run|have|let|ask|rotate|split|send|write|take|share|start|pair)\b|^\W*(moved|tried|switched|cut|did|made|used|started|set up|built|wrote|dropped|replaced)\b",
)
"""Told from one's own doing."""
