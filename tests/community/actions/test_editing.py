"""An edit beyond its source is the expert's own statement, and nothing hides that."""

import pytest

from community.actions.editing import Wording, edited
from community.distillation import Citation, Claim, ClaimKind
from community.errors import Invalid
from tests.builders import a_member, said
from tests.drafts import check

SAID = "7:15领读,7:20小测3个词,晚到的大课间补,补完在登记本上打勾,连着三天不补的打电话"


def alone(claim: Claim) -> Claim:
    return check(claim, {1: said(1, a_member(7, "许冉"), SAID)}, {})


def test_one_clause_of_ones_own_in_a_long_edit_is_ones_own() -> None:
    quote = Citation(message_id=1, start=0, end=len(SAID), quote=SAID)
    claim = Claim(id=1, text=SAID, kind=ClaimKind.FACT, citations=(quote,))
    longer = f"{SAID}。作文要手写交"
    with pytest.raises(Invalid, match="edit_unsupported"):
        edited(claim, Wording(text=longer), alone)
    added = edited(claim, Wording(text=longer, own=True), alone)
    assert (added.own_words, added.problems, added.citations) == (True, ("recall",), ())
    first = SAID.replace("小测3个词", "先小测3个词")
    assert not edited(claim, Wording(text=first, own=True), alone).own_words
    assert not edited(claim, Wording(text=SAID.partition(",补完")[0]), alone).own_words
