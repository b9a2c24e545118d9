import re

import pytest

from agent.wording.clauses import stands_alone
from agent.wording.phrases import (
    either_or,
    names_no_matter,
    passage_in,
    phrases_in,
    question_in,
    subject_of,
    trim,
)


@pytest.mark.parametrize(
    ("text", "language", "phrase"),
    [
        pytest.param(
            "两周从八九个降到2个。但是得天天站", "zh", "两周从八九个降到2个", id="a result"
        ),
        pytest.param(
            "我们七2有个笨办法 课代表每天把各科预计时间写黑板右下角",
            "zh",
            "课代表每天把各科预计时间写黑板右下角",
            id="what was done, not its heading",
        ),
        pytest.param(
            "我们七2有个笨办法，课代表每天写黑板！", "zh", "课代表每天写黑板", id="full-width stops"
        ),
        pytest.param(
            "imo culture fit is a red flag, period", "en", "culture fit is a red flag", id="a claim"
        ),
        pytest.param(
            "hm. but first call to offer went from 41 days to 26.",
            "en",
            "first call to offer went from 41 days to 26",
            id="numbers",
        ),
    ],
)
def test_the_most_telling_span_comes_first(text: str, language: str, phrase: str) -> None:
    assert phrases_in(text, language)[0] == phrase


@pytest.mark.parametrize(
    "text", ["收到", "谢谢大家", "[图片]", "https://a.example/b", "打 13800138000"]
)
def test_what_says_nothing_has_no_phrase(text: str) -> None:
    assert phrases_in(text, "zh") == ()


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("问一下 月考历史开卷还是闭卷?有人知道吗", "zh", "月考历史开卷还是闭卷"),
        ("请问新教师汇报课是第几周呀，要写详案吗？", "zh", "新教师汇报课是第几周呀，要写详案吗"),
        (
            "家长晚上11点多给你发微信,你们回吗。。昨晚发了我9条",
            "zh",
            "家长晚上11点多给你发微信,你们回吗",
        ),
        ("@Dunstan i just filter it out?", "en", "i just filter it out?"),
        ("why theatre though? my director wants a date by friday", "en", None),
        (
            "150 eur? and who signs that off, my finance person will faint",
            "en",
            "who signs that off",
        ),
        ("how do you get out of status mode??", "en", "how do you get out of status mode"),
        ("今天来了43个", "zh", None),
    ],
)
def test_a_question_is_found_without_its_greeting(
    text: str, language: str, asked: str | None
) -> None:
    assert question_in(text, language) == asked


@pytest.mark.parametrize(
    ("text", "language", "matter"),
    [
        ("再弱弱问一句 汇报课那个……有老师知道吗", "zh", "汇报课"),
        (
            "why theatre though? my director wants a date by friday",
            "en",
            "my director wants a date by friday",
        ),
        ("今天来了43个", "zh", None),
    ],
)
def test_a_call_that_names_nothing_is_about_what_was_told_beside_it(
    text: str, language: str, matter: str | None
) -> None:
    assert question_in(text, language) is None
    assert subject_of(text, language) == matter


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("按中间那批算:写够40分钟可以停笔。第三次我打电话", "zh"),
        ('call it a price. "That\'s 3 days and it costs us the export fix" works', "en"),
        ("分享流程:1前10分钟放录的视频 2讲三条规矩 3分组聊20分钟", "zh"),
    ],
)
def test_a_phrase_is_whole_clauses_of_one_sentence(text: str, language: str) -> None:
    for span in phrases_in(text, language):
        border = r"(?:^|$|[ :。.,123])"
        assert re.search(border + re.escape(span) + border, text)


@pytest.mark.parametrize(
    ("span", "language", "alone"),
    [
        ("课代表每天写黑板", "zh", True),
        ("再松半档", "zh", False),
        ("如果家长不打电话", "zh", False),
        ("如果家长不打电话,第二天早上回", "zh", True),
        ("we let them pick now", "en", True),
        ("assumes you know it", "en", False),
        ("if he is on leave", "en", False),
    ],
)
def test_what_leans_on_its_neighbours_does_not_stand_alone(
    span: str, language: str, *, alone: bool
) -> None:
    assert stands_alone(span, language) is alone


def test_a_question_may_offer_its_own_answers() -> None:
    asked = "想请教一下,是先跟班主任说还是自己先处理呀"
    assert either_or(asked, "zh") == ("先跟班主任说", "自己先处理")
    assert either_or("家校沟通最重要的还是共情", "zh") is None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_trimmed_span_still_stands_in_the_text_and_does_not_dangle(language: str) -> None:
    text = {
        "zh": "家长晚上十一点多给你发微信小作文而且一发就是九条",
        "en": "i say yes and it pushes the other thing to the next sprint",
    }
    cut = trim(text[language], language, 12 if language == "zh" else 6)
    assert cut in text[language]
    assert not cut.endswith(("的", "和", " to", " the", " and"))


def test_a_passage_is_verbatim_and_keeps_its_pairs_together() -> None:
    text = "7点20开始,到点坐好的不到30个(我班46,去年也这样),今天更少"
    found = passage_in(text, "zh")
    assert found is not None
    assert found in text
    assert found.count("(") == found.count(")")


TWO_QUOTED = '师傅们说的"估清"和"沽清"是一个意思吗'
LONG_ASK = "is it ok to say no to a consultant who wants his patients seen first"


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("那个表谁有", "zh", "那个表谁有"),
        (TWO_QUOTED + ",几点报呀", "zh", TWO_QUOTED),
        ("周三一问[话筒]这个月哪样浪费最让你心疼?说一个就行", "zh", "这个月哪样浪费最让你心疼"),
        ("请教,每个店一张表,有没有不用复制粘贴的办法", "zh", "有没有不用复制粘贴的办法"),
        ("one line: which breakdown taught you most?", "en", "which breakdown taught you most"),
        ("what do nights know, or days?", "en", "what do nights know, or days"),
        (LONG_ASK, "en", LONG_ASK),
        ("new here. my team has two who applied too. any tips welcome", "en", None),
    ],
)  # fmt: skip
def test_a_question_is_taken_whole_and_no_word_is_cut_in_two(
    text: str, language: str, asked: str | None
) -> None:
    assert question_in(text, language) == asked


@pytest.mark.parametrize(
    ("text", "language", "point"),
    [
        ("每组12分钟。报名讲的组8月5号前告诉小鹿", "zh", "报名讲的组8月5号前告诉小鹿"),
        ("上次那个十一个图的看板,我删到剩一个:缺货天数", "zh", "我删到剩一个:缺货天数"),
        ("第3周说的那个,我今天遇到了!手机号全是,一换就好了", "zh", "手机号全是,一换就好了"),
        (
            "my grads finish notes at 7 or later most days and one has started doing them at home",
            "en",
            "my grads finish notes at 7 or later most days",
        ),
    ],
)
def test_the_point_taken_up_is_what_came_of_it_and_ends_at_a_joint(
    text: str, language: str, point: str
) -> None:
    assert phrases_in(text, language)[0] == point


def test_what_is_no_answer_makes_no_choice() -> None:
    assert either_or("有人用过那个「通义表格」还是啥来着", "zh") is None
    assert either_or("do we file it or what", "en") is None


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("排班表要手填三遍。有没有更快的办法？", "zh", "排班表要手填三遍。有没有更快的办法"),
        ("新来的店长不会看报表。大家一般怎么教？", "zh", "新来的店长不会看报表。大家一般怎么教"),
        ("客户说价格太高，怎么回比较好？", "zh", "客户说价格太高，怎么回比较好"),
        ("有人用过分层作业的模板吗？", "zh", "有人用过分层作业的模板吗"),
        (
            "I copy the rota by hand each week. Is there a faster way?",
            "en",
            "I copy the rota by hand each week. Is there a faster way?",
        ),
        ("Busy day. What do you use for shifts?", "en", "What do you use for shifts"),
    ],
)  # fmt: skip
def test_a_question_that_could_be_about_anything_brings_the_sentence_before_it(
    text: str, language: str, asked: str
) -> None:
    assert question_in(text, language) == asked


@pytest.mark.parametrize(
    ("asked", "language", "anything"),
    [
        ("有没有更快的办法", "zh", True),
        ("大家一般怎么处理呀", "zh", True),
        ("有什么好用的工具推荐", "zh", True),
        ("排班表怎么填得快", "zh", False),
        ("作业没交怎么办", "zh", False),
        ("Is there a faster way?", "en", True),
        ("how do you all handle this", "en", True),
        ("any tips for shy juniors?", "en", False),
        ("how do you handle refunds?", "en", False),
    ],
)
def test_a_question_names_its_matter_or_could_be_about_anything(
    asked: str, language: str, *, anything: bool
) -> None:
    assert names_no_matter(asked, language) is anything
