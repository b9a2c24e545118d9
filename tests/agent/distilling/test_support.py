from dataclasses import replace

import pytest

from agent.distilling.drafting import DraftedClaim, claim_of
from agent.distilling.support import Light, checked, recall, support_of
from community.distillation import Citation, Claim, ClaimKind
from tests.builders import a_member, said

LIN = a_member(3, "小林")
HE = a_member(4, "老何")
NAMES = {"小林": 3, "老何": 4}
TEXT = "让价必须换量,每单至少多订20%才让1个点,新客户不适用,最晚周三前定"
SOURCE = said(2, HE, TEXT)
SOURCES = {2: SOURCE}
SOUND = Claim(
    id=0,
    text=f"老何：{TEXT}",
    kind=ClaimKind.OPINION,
    citations=(Citation(message_id=2, start=0, end=len(TEXT), quote=TEXT),),
)


def test_a_verbatim_claim_is_supported() -> None:
    found = support_of(SOUND, SOURCES, NAMES)
    assert (found.problems, found.light) == ((), Light.GREEN)
    assert checked(SOUND, SOURCES, NAMES).supported


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (SOUND.text.replace("20%", "30%"), "number"),
        (SOUND.text.replace("1个点", "1个月"), "unit"),
        (SOUND.text.replace("周三", "周三,6月9日"), "number"),
        (SOUND.text.replace("老何：", "小林："), "name"),
        (f"{SOUND.text},小林也这么做", "name"),
        (SOUND.text.replace("不适用", "适用"), "negation"),
        (SOUND.text.replace("必须", "不必"), "negation"),
        ("老何：每周开一次产品培训会最有用", "recall"),
    ],
)
def test_what_differs_from_the_source_is_said(text: str, problem: str) -> None:
    assert problem in support_of(replace(SOUND, text=text), SOURCES, NAMES).problems


def test_a_claim_without_a_source_is_unsupported() -> None:
    bare = replace(SOUND, citations=())
    assert support_of(bare, SOURCES, NAMES).problems == ("no_source",)


def test_a_quote_that_moved_or_a_message_that_went_is_no_support() -> None:
    edited = {2: replace(SOURCE, text="改过的话")}
    assert "not_verbatim" in support_of(SOUND, edited, NAMES).problems
    assert "source_missing" in support_of(SOUND, {}, NAMES).problems
    recalled = {2: replace(SOURCE, recalled_at=SOURCE.at)}
    assert "source_missing" in support_of(SOUND, recalled, NAMES).problems


def test_recall_is_the_share_of_the_content_that_is_quoted() -> None:
    assert recall(TEXT, TEXT) == 1.0
    assert recall("每周开一次产品培训会", TEXT) == 0.0


def test_a_models_quote_is_placed_where_it_stands() -> None:
    drafted = DraftedClaim(text="让价必须换量", kind="fact", ids=(2,), quotes=("让价必须换量",))
    made = claim_of(drafted, SOURCES, {})
    assert made.citations == (Citation(message_id=2, start=0, end=6, quote="让价必须换量"),)
    assert made.holder_ids == (4,)
    assert made.supported


@pytest.mark.parametrize(
    ("drafted", "left_out", "problem"),
    [
        (DraftedClaim(text="x", ids=(2,), quotes=("让价一定要换量",)), {}, "not_verbatim"),
        (DraftedClaim(text="x", ids=(7,), quotes=("让价必须换量",)), {}, "source_missing"),
        (
            DraftedClaim(text="x", ids=(2,), quotes=("让价必须换量",)),
            {2: "advert"},
            "source_missing",
        ),
        (DraftedClaim(text="x", ids=(2,)), {}, "not_verbatim"),
    ],
)
def test_what_a_model_cannot_quote_is_kept_and_says_so(
    drafted: DraftedClaim, left_out: dict[int, str], problem: str
) -> None:
    made = claim_of(drafted, SOURCES, left_out)
    assert problem in made.problems
    assert not made.supported
