"""Selling out of what is one's own is no advert; what is shown of an advert are whole words."""

import pytest

from agent.listening.advert_own import whole_pieces
from agent.listening.adverts import advert, is_advert


@pytest.mark.parametrize(
    "text",
    [
        "我的股票早清仓了,现在只买彩票,股票碰不得",
        "去年基金全清仓,彻底不炒了",
        "甩卖了所有基金,以后存定期",
        "我的股票清仓了,亏了五百块",
        "清仓了,后悔",
        "I cleared out my stocks last year, only lottery tickets now",
        "I'm selling all my shares and keeping cash",
    ],
)
def test_who_sold_what_was_their_own_advertises_nothing(text: str) -> None:
    assert not is_advert(text)


@pytest.mark.parametrize(
    "text",
    [
        "店里全场清仓,三折起,要的私信",
        "断码清仓,女装一百五一件",
        "羽绒服清仓甩卖",
        "二手房急售,看房加我微",
        "带大家炒股票,加V进群,上个月清仓赚了三万",
        "Clearance sale on handmade candles, 50% off, DM me",
    ],
)
def test_selling_out_counts_where_something_is_offered(text: str) -> None:
    assert is_advert(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("我家卖土鸡蛋,两块一个,要的私我", ("我家卖", "两块一个", "要的私我")),
        ("Handmade candles, 50% off, DM me", ("handmade", "50% off", "dm me")),
        (
            "我家卖蜂蜜，下单走 https://a.example.com/x?id=3 今天优惠",
            ("我家卖", "蜂蜜", "下单", "a.example.com", "优惠"),
        ),
        (
            "Last 5 seats in our bootcamp. Was $1,200, now $399. Book here: https://boot.example/go",
            ("last 5 seats", "our bootcamp", "was $1,200", "book here", "boot.example"),
        ),
    ],
)
def test_what_is_shown_of_an_advert_are_whole_words(text: str, shown: tuple[str, ...]) -> None:
    assert whole_pieces(text, advert(text).words) == shown


def test_a_single_character_is_shown_only_where_nothing_longer_is() -> None:
    assert whole_pieces("茶,99元", ("茶", "99元")) == ("99元",)
    assert whole_pieces("茶好喝", ("茶",)) == ("茶",)


def test_pieces_that_are_not_in_the_text_stay_as_they_are() -> None:
    assert whole_pieces("茶好喝", ("酒席",)) == ("酒席",)
