import pytest

from agent.distilling.cleaning import cleaned
from agent.distilling.extracting import claims_in, read_thread
from agent.distilling.keyterms import key_terms
from agent.distilling.titles import title_of
from community.people import Role
from tests.agent.distilling.threads import Line, a_thread
from tests.builders import a_member

MIN, LIN, HE = a_member(2, "阿敏"), a_member(3, "小林", Role.EXPERT), a_member(4, "老何")


LONG_QUESTION = (
    "想问下大家,我们门店一张单子一次退货会拆成好几行明细记录在系统里面,"
    "老板要本月退了多少单,我数出来怎么比系统多一倍"
)


def titled(lines: list[Line], language: str = "zh") -> str:
    thread, talk = a_thread(lines, language=language)
    reading = read_thread(thread, talk)
    claims = claims_in(reading, talk)
    terms = key_terms(claims, talk, reading.exchange.thread.messages)
    return title_of(reading.exchange, claims, reading.left_out, terms)


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("大家好，想问下大家，尾款一般拖多久才算逾期", "尾款一般拖多久才算逾期"),
        ("弱弱问一句 试用期的提成怎么算来着?", "试用期的提成怎么算"),
        ("打断一下，有没有人知道质保能不能延长?", "质保能不能延长"),
        ("磨合期想问,夜班两个人轮还是三个人轮?", "磨合期：夜班两个人轮还是三个人轮"),
        ("今晚的小题:新人第一周你让他先看什么?", "新人第一周你让他先看什么"),
        ("客户一直不回你,你会 A再打电话 B发邮件 C等一周", "客户一直不回你,你会怎么做"),
        ("hi all, quick question: how do you hand over a client?", "how do you hand over a client"),
        ("does anyone know where the old invoices are kept?", "where the old invoices are kept"),
        (
            "hiring q: how long do you wait for an answer?",
            "hiring: how long do you wait for an answer",
        ),
    ],
)
def test_openers_fillers_and_options_are_trimmed(said: str, title: str) -> None:
    assert cleaned(said) == title


def test_the_first_messages_question_is_preferred_to_a_clarifying_one() -> None:
    title = titled(
        [
            (MIN, "想问下,老客户账期到了不付款,一般怎么催?"),
            (LIN, "先问清楚出纳每月几号排款,排款前两天打一次电话,就问排上没"),
            (MIN, "小客户也算吗?"),
            (HE, "我一般超过60天就停发货,停之前先跟老板说一声", 1),
        ]
    )
    assert title == "老客户账期到了不付款,一般怎么催？"


def test_banter_never_becomes_a_title() -> None:
    title = titled(
        [
            (MIN, "人呢?"),
            (LIN, "试卷讲评我先让学生自己改20分钟,改不动的圈3道题,只讲圈的"),
            (HE, "我试卷讲评只讲错误率超过40%的题,其他贴答案,比全讲快一半", 2),
        ]
    )
    assert "人呢" not in title
    assert "“" not in title
    assert "试卷" in title or "讲评" in title or "40%" in title or "圈" in title
    assert "？" not in title


def test_small_talk_in_english_gives_way_to_the_claims_own_terms() -> None:
    title = titled(
        [
            (MIN, "so what did i miss"),
            (LIN, "the alerts nobody acts on in 30 days get deleted, pages went from 30 to 11"),
            (
                HE,
                "we demote the alerts first: a page becomes a ticket for 4 weeks, then it goes",
                2,
            ),
        ],
        "en",
    )
    assert "miss" not in title
    assert "alert" in title.lower()


def test_a_first_message_that_tells_its_trouble_without_asking_names_the_matter() -> None:
    title = titled(
        [
            (MIN, "first wall. the export fails when a region column is empty. am i cursed"),
            (LIN, "set the region column to unknown first, the export skips rows if it is empty"),
            (
                HE,
                "or use the region filter before the export, it took me 2 minutes instead of 20",
                1,
            ),
        ],
        "en",
    )
    assert title == "The export fails when a region column is empty"


def test_a_corrected_number_stands_right_in_the_title() -> None:
    title = titled(
        [
            (LIN, "面试从6轮砍到4轮,发录用从41天降到26天,候选人反馈好很多"),
            (HE, "我们砍到3轮,超过3轮好的人就走了,最多一周给结果", 1),
            (LIN, "更正一下,不是26天,是29天", 1),
        ]
    )
    assert "26" not in title


@pytest.mark.parametrize(
    ("root", "answer", "title"),
    [
        (
            "分享个我们组明天开盘点会的流程,改了两版:先对账10分钟,再看差异,最后各认领一条",
            "盘点会我们试过,差异超过5%的才在会上说,开会从90分钟降到40",
            "开盘点会的流程",
        ),
        (
            "说下制度:退货超过15天系统自动关单,要开得店长和财务两个人签",
            "我一般第10天就先打电话问,超过15天就难了,去年关掉过三单",
            "退货超过15天系统自动关单",
        ),
        (
            "以后交班前都把药柜点一遍,每班两个人签字,少一支当场报护士长,不能等到第二天",
            "我们交班点药柜要10分钟,两个人一起数,一个念一个看",
            "交班前都把药柜点一遍",
        ),
    ],
)
def test_where_nobody_asked_the_title_says_what_was_shared_or_settled(
    root: str, answer: str, title: str
) -> None:
    found = titled([(LIN, root), (HE, answer)])
    assert found == title


def test_a_long_question_keeps_its_end_because_it_is_put_last() -> None:
    title = titled(
        [
            (
                MIN,
                LONG_QUESTION,
            ),
            (LIN, "用非重复计数:拖单号进去,值那里选非重复计数,前提是先勾上数据模型"),
        ]
    )
    assert title == "老板要本月退了多少单,我数出来怎么比系统多一倍？"


def test_a_question_that_proposes_something_names_no_article() -> None:
    title = titled(
        [
            (MIN, "we ring new patients only, 2 min each, the day before. try that first?"),
            (LIN, "we dropped the letter instead, nobody read it, that freed 40 min a day", 2),
        ],
        "en",
    )
    assert "?" not in title
    assert "try that" not in title.lower()
