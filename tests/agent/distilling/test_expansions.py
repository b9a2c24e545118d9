from agent.distilling.expansions import MOST, expansions_of, questions_of
from community.distillation import Citation, Claim, ClaimKind


def claim(text: str, *expansions: str) -> Claim:
    cited = Citation(message_id=1, start=0, end=len(text), quote=text)
    return Claim(
        id=0, text=text, kind=ClaimKind.FACT, citations=(cited,), expansions=tuple(expansions)
    )


def test_what_was_asked_comes_first_then_the_claims_own_clauses() -> None:
    found = expansions_of(
        claim("老陆：校车生名单固定下来,大课间补测,名单外的不算"),
        ("请问校车晚到的孩子小测怎么补?", "家里有事请病假,谁来帮我代一节?"),
        ("校车",),
    )
    assert found[0] == "校车晚到的孩子小测怎么补？"
    assert 2 <= len(found) <= MOST
    assert all(one.endswith("？") for one in found)
    assert not any("请病假" in one or "老陆" in one for one in found)


def test_a_claim_without_a_question_still_has_questions() -> None:
    found = expansions_of(
        claim("the form locks 15 min before the debrief, no score means you only listen"), (), ()
    )
    assert len(found) == 2
    assert all(one.endswith("?") and one[0].isupper() for one in found)


def test_a_models_questions_come_before_made_ones() -> None:
    found = expansions_of(claim("退烧后满48小时返校", "发烧好了几天能回学校?"), (), ())
    assert found[0] == "发烧好了几天能回学校?"


def test_a_models_question_with_a_number_of_its_own_is_dropped() -> None:
    asked = ("退烧24小时能来吗?", "退烧多久能来?", "退烧多久能来?")
    kept = questions_of(asked, "退烧后满48小时返校")
    assert kept == ("退烧多久能来?",)
