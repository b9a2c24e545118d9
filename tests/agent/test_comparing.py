import pytest

from agent.comparing import Finding, Likeness, compared
from agent.comparing_many import Match, Told, matches, matches_of

HELD = "家长群晚上九点以后的消息第二天早上八点统一回。"


def _reason(one: str, other: str) -> str | None:
    found = compared(one, other)
    assert found is not None
    assert found.kind is Likeness.CONTRADICTION
    again = compared(other, one)
    assert again is not None
    assert again.reason == found.reason
    return found.reason


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (HELD, HELD.replace("九点", "十点"), "number"),
        ("样品费下单后可以抵货款。", "样品费下单后不能抵货款。", "denial"),
        ("Check blood sugar before breakfast.", "Check blood sugar after breakfast.", "opposite"),
        (
            "Water seedlings in the morning, not in the evening.",
            "Water seedlings in the evening, not in the morning.",
            "opposite",
        ),
        ("晚到的学生先进教室，下课再登记。", "晚到的学生先登记，再进教室。", "order"),
        ("直播前半小时试一遍声音和网络。", "直播前两小时试一遍声音和网络。", "number"),
        (
            f"{HELD}周末不回。",
            "家长群晚上十点以后的消息第二天早上八点统一回。成绩单独发。",
            "number",
        ),
    ],
)
def test_a_contradiction_says_by_what_the_two_part(one: str, other: str, reason: str) -> None:
    assert _reason(one, other) == reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("测血压前要静坐五分钟。", "测血压之前先静坐5分钟。"),
        ("促销海报提前一周贴出去。", "促销的海报要提前7天贴出去。"),
        ("Never deploy on Fridays.", "Don't deploy on Fridays."),
    ],
)
def test_the_same_said_in_other_words_is_a_duplicate(one: str, other: str) -> None:
    found = compared(one, other)
    assert found is not None
    assert (found.kind, found.reason) == (Likeness.DUPLICATE, None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("退货要在签收后七天内提出。", "换货要在签收后十五天内提出。"),
        ("报销单必须部门经理签字。", "五百元以下的报销单不用部门经理签字。"),
        ("新人第一周不排夜班。", "新人第二周起可以跟着排夜班。"),
        ("大班用小组长收作业，一组六个人。", "小班不设小组长，老师自己收作业。"),
        ("The discount for members is 10 percent.", "The discount for staff is 20 percent."),
        ("", ""),
        ("👍", "7"),
    ],
)
def test_another_thing_or_another_case_is_no_contradiction(one: str, other: str) -> None:
    assert compared(one, other) is None
    assert compared(other, one) is None


def test_claims_of_one_article_are_not_set_against_each_other() -> None:
    claims = [
        Told(id=3, home_id=1, text=HELD),
        Told(id=2, home_id=1, text=HELD.replace("九点", "十点")),
        Told(id=9, home_id=2, text=HELD.replace("九点", "十二点")),
    ]
    found = matches(claims)
    assert matches_of(claims[2:], claims[:2]) == found
    assert [(each.one_id, each.other_id) for each in found] == [(2, 9), (3, 9)]
    assert found[0] == Match(
        one_id=2,
        other_id=9,
        finding=Finding(kind=Likeness.CONTRADICTION, score=1.0, reason="number"),
    )


SIGNED = "七2曾佳：要走企微，家长提交；光口头说门卫不放；让他们多喝水。"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("借投影仪不用登记，说一声就能拿走。", "投影仪要先登记才能借，说一声不行。"),
        ("电瓶车能推进楼道充电。", "马骁：电瓶车推进楼道要管的；老陆：对，楼道里不能充电。"),
        ("Visitors have to sign in.", "Visitors don't have to sign in any more, the host does it."),
        (
            "Security lets couriers in without a badge.",
            "Couriers without a badge: security doesn't let them in.",
        ),
        ("It's fine to refreeze thawed dough.", "Refreezing thawed dough is not fine: bin it."),
    ],
)
def test_needed_allowed_or_enough_is_held_against_its_contrary_clause_by_clause(
    one: str, other: str
) -> None:
    assert _reason(one, other) in {"allowed", "denial"}


def test_a_claim_that_leaves_out_its_subject_is_read_under_its_title() -> None:
    new = "请病假不用走企微，家长口头说一声，门卫就放人。"
    found = compared(new, SIGNED, ("请病假要走企微吗", "有学生要请病假"))
    assert found is not None
    assert found.reason == "allowed"
    assert compared(new, SIGNED, ("", "有学生要出门")) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("五十块以下不用发票，手写条就行。", "五十块以上要发票，手写条不行。"),
        ("老员工加班不用提前申请。", "实习生加班要提前申请。"),
        ("登记不用很久。", "登记可以很久。"),
        ("以前手机可以带进教室。", "手机不可以带进教室。"),
        ("手机可以带进教室吗？", "手机不可以带进教室。"),
        ("电瓶车能推进楼道充电。", "甲：电瓶车能推进楼道充电；乙：电瓶车不能推进楼道充电。"),
        ("面团醒两次就够了。", "面团醒一次不够。"),
        ("Couriers with a badge may come in.", "Couriers without a badge may not come in."),
    ],
)
def test_another_case_a_question_the_past_or_both_voices_in_one_claim_part_nothing(
    one: str, other: str
) -> None:
    found = compared(one, other)
    assert found is None or found.kind is Likeness.DUPLICATE
