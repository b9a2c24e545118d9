import pytest

from agent.house_rules import KEPT, PRIVACY, cited, house_rules

RULES = ["不发广告", "别人的名字电话不进群。", "晚上十一点后不@人"]


def test_a_rule_is_cited_by_its_number_and_in_its_words_where_they_are_short() -> None:
    found = cited({KEPT: RULES}, PRIVACY, "zh")
    assert found == {"rule_number": 2, "rule": "别人的名字电话不进群"}
    long = "任何能认出是谁的东西，包括名字、电话、住址、照片，都请先去掉再发到群里来"
    assert cited({KEPT: [long]}, PRIVACY, "zh") == {"rule_number": 1}


@pytest.mark.parametrize("kept", [{}, {KEPT: "隐私"}, {KEPT: [1, None]}, {KEPT: ["不发广告"]}])
def test_no_rule_is_made_up(kept: dict[str, object]) -> None:
    assert cited(kept, PRIVACY, "zh") == {}


def test_rules_keep_their_order() -> None:
    assert house_rules({KEPT: RULES}) == tuple(RULES)
