"""What an expert's edit adds is asked about; what it rewords, shortens or calls by name is not."""

import pytest

from agent.distilling.adding import adds, called_none, misquotes, strange_things
from agent.distilling.support import checked
from community.actions.editing import Wording, edited
from community.distillation import Citation, Claim, ClaimKind
from community.errors import Invalid
from tests.builders import a_member, said

MOPS = "拖把用完了挂在后门,不要泡在桶里,发臭。周三换一次拖把头,换下来的我带回去洗"
LAMPS = "We switch the lamps off at nine. Whoever closes the hall also checks the back door, twice."
WEI = a_member(5, "后勤组韦小川")


@pytest.mark.parametrize(
    ("said", "evidence"),
    [
        ("用毕挂后门", MOPS),
        ("泡桶里会臭", MOPS),
        ("换下的头带回洗", MOPS),
        ("nine o'clock: lamps off", LAMPS),
        ("closing the hall means checking doors", LAMPS),
    ],
)
def test_less_and_other_forms_add_nothing(said: str, evidence: str) -> None:
    assert not adds(said, evidence)


@pytest.mark.parametrize(
    ("said", "evidence"),
    [
        ("进门要先刷卡登记", MOPS),
        ("围裙每天消毒", MOPS),
        ("keep spare bulbs under the counter", LAMPS),
        ("visitors sign a register", LAMPS),
    ],
)
def test_a_clause_from_elsewhere_adds(said: str, evidence: str) -> None:
    assert adds(said, evidence)


def test_a_thing_in_place_of_another_is_told() -> None:
    assert strange_things(["周三换一次滤芯"], MOPS) == ("滤芯",)
    assert strange_things(["周三换一次拖把"], MOPS) == ()


def test_what_stands_in_quotation_marks_was_said() -> None:
    assert misquotes("门上贴“禁止吸烟”", MOPS)
    assert not misquotes("他说“不要泡桶里”", MOPS)


def test_somebody_is_called_by_any_part_of_their_name() -> None:
    names = [WEI.name, "Tess (hall)"]
    assert called_none("小川带回去洗", names).strip() == "带回去洗"
    assert called_none("Tess locks up", names).strip() == "locks up"


def given(text: str, *, asked: tuple[str, ...] = (), was: str = MOPS) -> Claim:
    quote = Citation(message_id=1, start=0, end=len(MOPS), quote=MOPS)
    claim = Claim(id=1, text=was, kind=ClaimKind.FACT, citations=(quote,), expansions=asked)
    return edited(verified(claim), Wording(text=text), verified)


def verified(claim: Claim) -> Claim:
    return checked(claim, {1: said(1, WEI, MOPS)}, {WEI.name: WEI.id})


def test_an_edit_may_speak_of_what_was_asked_and_a_draft_may_not_be_made_of_it() -> None:
    worded = "仓库保洁有讲究,拖把挂后门"
    with pytest.raises(Invalid, match="edit_unsupported"):
        given(worded)
    assert given(worded, asked=("仓库保洁有什么讲究？",)).text == worded
    quote = Citation(message_id=1, start=0, end=len(MOPS), quote=MOPS)
    own = Claim(id=1, text="保洁有讲究", kind=ClaimKind.FACT, citations=(quote,))
    assert "recall" in verified(own).problems


def test_a_draft_that_failed_carries_no_edit() -> None:
    with pytest.raises(Invalid, match="edit_unsupported"):
        given("拖把挂后门,进门要先刷卡登记", was="进门要先刷卡登记,访客填表")
