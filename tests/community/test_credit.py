"""Names are shown inside; outside only what somebody chose; who opted out is never shown."""

from dataclasses import replace

import pytest

from community.agreement import Consent, ConsentKind
from community.credit import (
    UNNAMED,
    QuoteConsent,
    Shape,
    Withheld,
    credited,
    may_quote,
    named_inside,
    rests_on,
    says_words_of,
    unquotable,
    without_withheld,
)
from community.distillation import Citation, Claim, ClaimKind
from tests.builders import MONDAY, a_member

ANN = a_member(7, "许冉")


def standing(**value: object) -> Consent:
    return Consent(
        id=1, community_id=1, member_id=7, kind=ConsentKind.CREDIT, given_at=MONDAY, value=value
    )


def of_quote(shape: Shape, nickname: str | None = None, *, answered: bool = True) -> QuoteConsent:
    return QuoteConsent(
        id=1,
        community_id=1,
        distillation_id=3,
        member_id=7,
        shape=shape,
        nickname=nickname,
        asked_at=MONDAY,
        answered_at=MONDAY if answered else None,
    )


@pytest.mark.parametrize(
    ("consent", "quote", "called"),
    [
        (None, None, UNNAMED),
        (standing(shape="name"), None, "许冉"),
        (standing(shape="nickname", nickname=" 小  冉 "), None, "小 冉"),
        (standing(shape="nickname"), None, UNNAMED),
        (standing(shape="nonsense"), None, UNNAMED),
        (replace(standing(shape="name"), revoked_at=MONDAY), None, UNNAMED),
        (standing(shape="name"), of_quote(Shape.ANONYMOUS), UNNAMED),
        (standing(shape="name"), of_quote(Shape.ANONYMOUS, answered=False), "许冉"),
        (None, of_quote(Shape.NICKNAME, "冉老师"), "冉老师"),
        (None, of_quote(Shape.WITHHELD), UNNAMED),
    ],
)
def test_outside_stands_only_what_somebody_chose(
    consent: Consent | None, quote: QuoteConsent | None, called: str
) -> None:
    assert credited(ANN, consent, quote) == called


def test_inside_names_are_shown_unless_the_words_are_withheld() -> None:
    assert named_inside(ANN) == "许冉"
    assert named_inside(ANN, of_quote(Shape.ANONYMOUS)) == "许冉"
    assert named_inside(ANN, of_quote(Shape.WITHHELD)) is None
    assert may_quote(None)


def test_who_opted_out_is_neither_named_nor_quoted_whatever_they_agreed_to() -> None:
    silent = replace(ANN, opted_out=True)
    assert credited(silent, standing(shape="name"), of_quote(Shape.NAME)) == UNNAMED
    assert named_inside(silent) is None
    assert unquotable([silent, a_member(8, "老赵")], {}) == {7}


def test_withheld_words_leave_a_claim_and_the_others_stay() -> None:
    mine, theirs = (Citation(message_id=n, start=0, end=2, quote="两页") for n in (1, 2))
    claim = Claim(id=5, text="两页", kind=ClaimKind.FACT, citations=(mine, theirs))
    authors = {1: 7, 2: 8}
    assert rests_on(claim, authors) == (7, 8)
    assert without_withheld(claim, authors, {7}).citations == (theirs,)
    assert without_withheld(claim, authors, {9}) is claim


def test_eight_words_in_a_row_are_somebodys_very_words_unless_another_said_them_too() -> None:
    theirs = "晚上九点以后发的消息，我们第二天早上八点统一回。"
    assert says_words_of("晚上九点以后发的消息，第二天再回", [theirs], [])
    assert not says_words_of("夜里的消息第二天回", [theirs], [])
    assert not says_words_of(
        "晚上九点以后发的消息", [theirs], ["九点以后发的消息不回，晚上九点以后发的消息都一样"]
    )
    assert says_words_of(
        "We answer at eight the next morning, all of us together.",
        ["answer at eight the next morning all of us"],
        [],
    )
    assert not says_words_of(
        "We answer in the morning.", ["answer at eight the next morning all of us"], []
    )


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Announcement: doors open at six.", False),
        ("Ann said the doors open at six.", True),
        ("听Ann说六点开门。", True),
        ("one two three four five six seven eight nine", True),
        ("one two three four five six seven", False),
        ("common words that each of us says here daily", False),
    ],
)
def test_a_text_is_hidden_by_a_whole_name_or_eight_words_nobody_else_said(
    text: str, *, hidden: bool
) -> None:
    withheld = Withheld(
        members=(a_member(8, "Ann"),),
        theirs=(
            "zero one two three four five six seven eight nine",
            "common words that each of us says here daily",
        ),
        others=("these are common words that each of us says here daily",),
    )
    assert withheld.hides(text) is hidden
