"""Personal data: what is a person's is found with its place, numbers of things are not."""

import pytest

from agent.listening.personal_data import PersonalKind, PersonalSpan, personal_data, personal_kinds
from evals.task import Options
from evals.tasks.personal import measure, overlaps
from tests.agent.listening.test_offence import ODD


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("妈妈手机138-0013-8000", PersonalKind.PHONE, "138-0013-8000"),
        ("号码一三八零零一三八零零零", PersonalKind.PHONE, "一三八零零一三八零零零"),
        ("身份证11010519491231002X", PersonalKind.ID, "11010519491231002X"),
        ("卡号6222 0212 3456 7890 123", PersonalKind.BANK, "6222 0212 3456 7890 123"),
        ("发li.na＠example.com", PersonalKind.MAIL, "li.na＠example.com"),
        ("车牌沪A·D12345", PersonalKind.PLATE, "沪A·D12345"),
        ("住在南京市鼓楼区中山路20号3栋", PersonalKind.ADDRESS, "南京市鼓楼区中山路20号3栋"),
        ("card 4111 1111 1111 1111", PersonalKind.BANK, "4111 1111 1111 1111"),
        ("lives at 88 Larkmead Ave", PersonalKind.ADDRESS, "88 Larkmead Ave"),
        ("电话1\u200b3800138000", PersonalKind.PHONE, "1\u200b3800138000"),
        ("电话１３８００１３８０００", PersonalKind.PHONE, "１３８００１３８０００"),
    ],
)
def test_a_form_is_found_at_its_place(text: str, kind: PersonalKind, found: str) -> None:
    (span,) = personal_data(text)
    assert (span.kind, text[span.start : span.end]) == (kind, found)


@pytest.mark.parametrize(
    "text",
    [
        "订单号20260318123456789",
        "会议号 123 456 789",
        "第3章第12题 2026-03-02 交",
        "3号楼下见",
        "我不知道3号行不行",
        "校区2号楼201开会",
        "IP 192.168.1.100",
        "see ticket 4111 and 1111",
    ],
)
def test_numbers_of_things_are_none(text: str) -> None:
    assert personal_data(text) == ()


def test_each_kind_is_named_once() -> None:
    text = "13800138000 13900139000 a@example.com"
    assert personal_kinds(text) == (PersonalKind.PHONE, PersonalKind.MAIL)


def test_spans_overlap_by_half_of_both() -> None:
    one, other = (PersonalSpan(kind=PersonalKind.PHONE, start=start, end=10) for start in (0, 4))
    assert overlaps(one, other)
    assert not overlaps(one, PersonalSpan(kind=PersonalKind.PHONE, start=8, end=10))
    assert not overlaps(one, PersonalSpan(kind=PersonalKind.ID, start=0, end=10))


def test_the_hand_made_set_is_found() -> None:
    figures = measure(Options())
    assert isinstance(figures["recall"], float)
    assert figures["recall"] >= 0.95
    assert figures["clean_lines_alarmed"] == 0


@pytest.mark.parametrize("name", ODD)
def test_odd_texts_hold_nothing(name: str) -> None:
    assert personal_data(ODD[name]) == ()


def test_a_flood_of_digits_takes_no_time() -> None:
    assert personal_data("1 " * 50_000) == ()
