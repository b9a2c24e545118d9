"""Wordings of needs and tasks: asked again, asked without saying what, set to all; read like cues.py."""

from agent.listening.cue import Cue

ELSE = Cue(
    r"还是(不行|不会|没|一样|报错|打不开|不对|不懂|不知道)|还没(有)?(解决|搞定|弄好|答案|人)|依然|仍然|试了.{0,10}(不行|没用|没效果)|没(解决|效果)|不管用|(还|又)(卡|报错)|不是我(要|想)问|有没有(别的|其他)(办法|方法)",
    r"\b(still (not|no|can'?t|does ?n'?t|stuck|broken|fails?|failing|the same|unsure|don'?t)|did ?n'?t (work|help)|does ?n'?t help|no luck|not what i (asked|meant)|any other (ideas?|way|suggestions?))\b",
)
"""Who asked says that it is not settled."""
ASKS_AGAIN = Cue(
    r"再(弱弱|厚着脸皮|斗胆)?地?问(一)?(句|下|次|遍)|又来问|重新问|还是(那个|上次的?)问题|上次(问|那个)的?",
    r"\b(asking|trying|posting) again\b|\bbump(ing)?\b|\b(same|my) question (as before|again|from)\b|\bstill wondering\b",
)
"""Somebody says themselves that they asked before."""
PLEA = Cue(
    r"(该|要|可|又)?怎么(办|弄|搞|处理|解决)(呢|呀|啊|才好|好)*|咋(办|弄|整)(呢|呀|啊)*|求(助|救|帮忙|帮助|解答|指点|指教)+|救命+|在线等|急+|谁(能|来)?(帮帮|帮)(我|忙)|(有人|谁)(会|懂|能帮)(吗|嘛)?|报错了?|出(错|问题)了?|(不行|崩|挂|坏|卡)了|(打|连|登|进)不(开|上|去)了?|没反应",
    r"\b(what (should|do|can|shall) i do( now)?|how (do|can|should) i (fix|solve|handle|do) (this|it|that)|(please |pls )?help( me| needed| please)*|any(one|body) (help|know|there)|any (ideas?|help|advice|tips)|(it|this|that) (does ?n'?t|is ?n'?t|won'?t|stopped) work(ing)?|not working|(got|getting|get) an error|it (broke|crashed|failed)|i'?m stuck|stuck|sos|urgent)\b",
)
"""A call for help that names nothing by itself."""
FILLERS = Cue(
    r"各位|大家|老师们?|大佬们?|前辈们?|朋友们?|群里|请问|请教|想问|问一?下|一个问题|问题|这个|那个|这种情况|遇到|碰到|出现|突然|现在|今天|刚才|有点|啊|呀|呢|了|吗|我|的",
    r"\b(hi|hello|hey|all|everyone|folks|guys|team|please|pls|question|quick|issue|problem|so|um+|now|today|suddenly|again|really|i|it|this|that|me|my|a|an|the|with|is|am|and)\b",
)
TASK = Cue(
    r"作业|打卡|任务|练习|小测|(今晚|明天|明晚|周[一二三四五六日天]|\d+[号日点]).{0,8}(前|之前)(交|发|提交|完成)|(请|都|各位|大家|每人).{0,6}(交|提交|完成|上传)",
    r"\b(homework|assignment|exercise|check[- ]?in|submit|hand in|turn in|your task|practice task|post yours)\b",
)
"""Something everybody is to do."""
