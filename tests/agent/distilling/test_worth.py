from agent.distilling.extracting import claims_in, read_thread
from agent.distilling.worth import worthy
from community.people import Role
from tests.agent.distilling.threads import Line, a_thread
from tests.builders import a_member

MIN, LIN = a_member(2, "阿敏"), a_member(3, "小林", Role.EXPERT)
HE, YU = a_member(4, "老何"), a_member(5, "小于")


def worth_signing(lines: list[Line]) -> bool:
    thread, talk = a_thread(lines)
    reading = read_thread(thread, talk)
    return worthy(claims_in(reading, talk), reading.exchange, talk, reading.left_out)


def test_two_claims_of_substance_by_two_people_are_worth_signing() -> None:
    assert worth_signing(
        [
            (MIN, "老客户账期到了不付款,一般怎么催?"),
            (YU, "先问清楚出纳每月几号排款,排款前两天打一次电话,就问排上没"),
            (HE, "我一般超过60天就停发货,停之前先跟他们老板说一声,之后没再拖过70天", 1),
        ]
    )


def test_what_one_says_alone_is_not() -> None:
    assert not worth_signing(
        [
            (HE, "我自己攒了个清单,每次拜访前先看5分钟,写3个问题再出门"),
            (YU, "厉害"),
        ]
    )


def test_a_confirmed_answer_to_a_real_question_is_worth_it_alone() -> None:
    lines: list[Line] = [
        (MIN, "请问客户要把质保从12个月写成24个月,合同里能直接改吗?"),
        (YU, "不能直接改,24个月要走非标条款评审,加价2%起,评审要3个工作日"),
    ]
    assert not worth_signing(lines)
    assert worth_signing([*lines, (MIN, "明白了,谢谢")])


def test_the_days_logistics_are_no_knowledge() -> None:
    assert not worth_signing(
        [
            (MIN, "谁能帮我顶一下明天第3节的班?"),
            (YU, "我来,但是你要把第4节换给我,先写在表上"),
            (MIN, "好,谢谢"),
        ]
    )


def test_a_hosts_rule_stands_alone() -> None:
    assert worth_signing(
        [
            (LIN, "调班规矩定了:必须提前1天,跟本人说,写进班表,没写的一律不算"),
            (MIN, "收到"),
        ]
    )


def test_a_quarrel_teaches_nothing() -> None:
    assert not worth_signing(
        [
            (MIN, "这家客户是我3月就报备的,你的人昨天过去报价了?"),
            (HE, "报备了不跟,两个月没动静,系统60天自动释放"),
            (MIN, "我跟不跟轮得到你管?你抢单还有理了"),
            (HE, "你要脸吗,去年也是这么干的,每次超过30天才写记录"),
        ]
    )
