import pytest

from agent.comparing import Finding, Likeness, Match, Told, compared, matches

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
    assert [(each.one_id, each.other_id) for each in found] == [(2, 9), (3, 9)]
    assert found[0] == Match(
        one_id=2,
        other_id=9,
        finding=Finding(kind=Likeness.CONTRADICTION, score=1.0, reason="number"),
    )
