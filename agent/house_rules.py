"""The rules of a group, as its owner wrote them: a reminder cites one by its number."""

import re
from collections.abc import Mapping
from typing import cast

KEPT = "house_rules"
"""The name under which they stand in the settings of a community, in their order."""
QUOTED = {"zh": 24, "en": 60}
"""Characters up to which a rule is quoted; a longer one is named by its number alone."""
PRIVACY = re.compile(
    r"隐私|个人信息|电话|手机号|住址|地址|证件|身份证|名字|姓名|实名|病历|学号"
    r"|\b(privacy|private|personal (data|information|details)|phone numbers?|addresses|names?"
    r"|identit(y|ies)|records?)\b",
    re.IGNORECASE,
)
"""What a rule on personal data is recognised by."""


def house_rules(kept: Mapping[str, object]) -> tuple[str, ...]:
    """The rules in the settings of a community; anything else there is left out."""
    rows = kept.get(KEPT)
    found = cast("list[object]", rows) if isinstance(rows, (list, tuple)) else []
    return tuple(each for each in found if isinstance(each, str) and each)


def cited(
    kept: Mapping[str, object], about: re.Pattern[str], language: str
) -> dict[str, str | int]:
    """The number of the first rule that speaks of a matter, and its words where they are short."""
    for number, rule in enumerate(house_rules(kept), 1):
        if about.search(rule):
            quoted = {"rule": rule.rstrip("。.;；")} if len(rule) <= QUOTED[language] else {}
            return {"rule_number": number, **quoted}
    return {}
