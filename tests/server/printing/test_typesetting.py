"""Posters and handbooks are set by typst for real; what a page says is read back from the PDF."""

import re
import zlib
from dataclasses import replace
from datetime import date, timedelta

import pytest

from community.agreement import Consent, ConsentKind
from community.conversation import Message
from community.distillation import ArticleKind, Citation, Claim, ClaimKind, Distillation
from community.errors import Conflict, NotFound
from community.people import Member, Role
from server.printing.handbook import handbook_of, sheet_of
from server.printing.handbook_texts import html_of, markdown_of
from server.printing.outside import Words
from server.printing.poster import article_poster, week_poster
from server.printing.typesetting import typeset
from server.shelving import Shelf
from tests.builders import MONDAY, a_community, a_member, a_zone, said

ZH = Words(language="zh")
EN = Words(language="en")
ANN, BO = a_member(1, "阿敏"), a_member(2, "尹倩")
GU = a_member(3, "顾老师", Role.EXPERT)
ADDRESS = "https://simmer.example.org/c/group/library/1"


def an_article(title: str, *texts: str, own: bool = False) -> Distillation:
    claims = tuple(
        Claim(
            id=at,
            text=text,
            kind=ClaimKind.FACT,
            citations=(Citation(message_id=at, start=0, end=len(text), quote=text),),
            own_words=own,
        )
        for at, text in enumerate(texts, 1)
    )
    return Distillation(
        id=1,
        community_id=1,
        zone_id=1,
        root_id=1,
        title=title,
        kind=ArticleKind.FAQ,
        language="zh",
        claims=claims,
        message_ids=tuple(claim.id for claim in claims),
        created_at=MONDAY,
        signed_by_id=GU.id,
        signed_at=MONDAY,
        verify_by=MONDAY + timedelta(days=90),
    )


def a_shelf(*articles: Distillation, language: str = "zh", **changes: object) -> Shelf:
    authors: list[Member] = [ANN, BO]
    messages: dict[int, Message] = {
        claim.id: said(claim.id, authors[claim.id % 2], claim.text)
        for article in articles
        for claim in article.claims
    }
    fields: dict[str, object] = {
        "home": a_community(language),
        "articles": articles,
        "topics": {article.id: "家校" for article in articles},
        "people": {member.id: member for member in (ANN, BO, GU)},
        "consents": {},
        "quotes": {},
        "said": messages,
        "zones": {1: a_zone()},
        "answered": {},
        "kept_in": frozenset[int](),
    }
    return Shelf(**(fields | changes))  # pyright: ignore[reportArgumentType]


def credit(member: Member, shape: str, nickname: str = "") -> Consent:
    return Consent(
        id=member.id,
        community_id=1,
        member_id=member.id,
        kind=ConsentKind.CREDIT,
        given_at=MONDAY,
        value={"shape": shape, "nickname": nickname},
    )


def letters_of(pdf: bytes) -> str:
    """The letters a PDF can be searched for: its maps from glyphs to Unicode."""
    found: set[str] = set()
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            text = zlib.decompress(stream.strip(b"\r\n")).decode("latin-1")
        except zlib.error:
            continue
        if "beginbfchar" in text or "beginbfrange" in text:
            codes = re.findall(r"<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>", text)
            found.update(bytes.fromhex(code).decode("utf-16-be", "ignore") for code in codes)
    return "".join(found)


ATTACKS = (
    '#read("/etc/passwd")',
    "$x^2$ *bold* _it_ `raw` = Heading",
    '#import "@preview/evil:1.0.0": *',
    '"); #panic("gone',
    "]#pagebreak()[ \\u{41} <label> @ref // rest /* gone",
)


async def test_markup_in_what_members_wrote_is_only_letters() -> None:
    article = an_article("#panic() [*a*] $", *ATTACKS)
    sheet = article_poster(a_shelf(article), 1, ZH, "ember", ADDRESS)
    made = await typeset("poster_ember", sheet, "pdf")
    assert made.count(b"/Type/Page") - made.count(b"/Type/Pages") == 1
    assert {"#", "$", "*", "@", "`", "]", "["} <= set(letters_of(made))


@pytest.mark.slow
async def test_a_handbook_is_set_whatever_members_wrote() -> None:
    book = handbook_of(a_shelf(an_article("#panic()", *ATTACKS)), None, ZH, MONDAY)
    made = await typeset("handbook", sheet_of(book), "pdf")
    assert {"#", "$", "*", "@", "`"} <= set(letters_of(made))


LONG = [
    an_article("字" * 300, *("这是一句不短的话，说了很多。" * 50 for _ in range(5))),
    an_article("🔥🔥🔥", "先登记，再谈话。"),
    an_article("w" * 200, "W" * 2000),
    an_article("表", "| 步骤 | 时间 |\n|---|---|\n| 领读 | 7:15 |"),
]


@pytest.mark.slow
@pytest.mark.parametrize("design", ["ember", "paper", "night"])
@pytest.mark.parametrize("article", LONG, ids=["long", "emoji", "word", "table"])
async def test_whatever_is_in_an_article_its_poster_is_one_page(
    article: Distillation, design: str
) -> None:
    sheet = article_poster(a_shelf(article), 1, ZH, design, "")  # pyright: ignore[reportArgumentType]
    made = await typeset(f"poster_{design}", sheet, "pdf")
    assert made.count(b"/Type/Page") - made.count(b"/Type/Pages") == 1


@pytest.mark.slow
async def test_three_thousand_characters_are_cut_to_one_page() -> None:
    article = an_article("字" * 300, "这是一句不短的话，说了很多。" * 215)
    sheet = article_poster(a_shelf(article), 1, ZH, "paper", ADDRESS)
    made = await typeset("poster_paper", sheet, "pdf")
    assert made.count(b"/Type/Page") - made.count(b"/Type/Pages") == 1
    assert set("……还有，扫码接着看") <= set(letters_of(made))


@pytest.mark.slow
async def test_a_poster_as_picture_has_a_sheets_proportions() -> None:
    sheet = article_poster(a_shelf(LONG[1]), 1, EN, "night", ADDRESS)
    made = await typeset("poster_night", sheet, "png", ppi=20)
    width, height = (int.from_bytes(made[at : at + 4]) for at in (16, 20))
    assert made.startswith(b"\x89PNG")
    assert round(height / width, 2) == 1.41


@pytest.mark.slow
def test_a_title_of_emoji_gives_way_to_the_first_words() -> None:
    sheet = article_poster(a_shelf(LONG[1]), 1, ZH, "ember", "")
    assert sheet["plain_title"] == "先登记，再谈话。"


@pytest.mark.slow
def test_without_a_public_address_there_is_no_code_and_it_says_where_the_rest_is() -> None:
    inside = article_poster(a_shelf(LONG[0]), 1, ZH, "ember", "")
    outside = article_poster(a_shelf(LONG[0]), 1, ZH, "ember", ADDRESS)
    assert inside["qr"] is None
    assert "知识库" in str(inside["more"])
    assert str(outside["qr"]).startswith("<svg")


@pytest.mark.slow
def test_credits_are_by_consent_and_the_others_are_counted() -> None:
    article = an_article("晚到怎么办？", "尹倩：先登记。", "再谈话。")
    nobody = article_poster(a_shelf(article), 1, ZH, "ember", "")
    consents = {1: credit(ANN, "nickname", "小敏"), 3: credit(GU, "name")}
    some = article_poster(a_shelf(article, consents=consents), 1, ZH, "ember", "")
    assert "尹倩" not in str(nobody)
    assert "顾老师" not in str(nobody)
    assert some["foot"] == [
        "顾老师核对 · 2026年3月2日",
        "有效至2026年5月31日，到期重新核对",
        "说的人：小敏和另外1位成员",
        "示例群 · 小火慢炖",
    ]


@pytest.mark.slow
def test_what_rests_on_withheld_words_does_not_leave() -> None:
    article = an_article("晚到怎么办？", "先登记。", "再谈话。")
    part = article_poster(a_shelf(article, kept_in=frozenset({1})), 1, ZH, "ember", "")
    assert part["entries"] == [{"title": "", "sentences": ["再谈话。"]}]
    with pytest.raises(NotFound, match="nothing_to_print"):
        article_poster(a_shelf(article, kept_in=frozenset({1, 2})), 1, ZH, "ember", "")


@pytest.mark.slow
def test_the_best_of_a_week_says_which_week_and_how_many() -> None:
    second = replace(an_article("作业写不完？", "按中等水平掐表。"), id=2)
    shelf = a_shelf(an_article("晚到怎么办？", "先登记。"), second, language="en")
    sheet = week_poster(shelf, shelf.articles, date(2026, 3, 2), EN, "paper", ADDRESS)
    assert sheet["plain_title"] == "2 things the group worked out this week"
    assert sheet["eyebrow"] == "The best of the week · 2 March – 8 March"


@pytest.mark.slow
def test_a_handbook_quotes_only_who_agreed_and_indexes_every_question() -> None:
    article = an_article("晚到*怎么*办？", "先登记<b>。", "再谈话。")
    book = handbook_of(a_shelf(article, consents={1: credit(ANN, "name")}), None, ZH, MONDAY)
    written, page = markdown_of(book), html_of(book)
    assert "> 阿敏，2026年3月2日 — 再谈话。" in written
    assert "> 一位成员，2026年3月2日\n" in written
    assert "尹倩" not in written + page
    assert written.count("晚到\\*怎么\\*办？](#a1)") == 2
    assert "先登记&lt;b&gt;。" in page
    assert "先登记\\<b\\>。" in written
    assert book.claim_ids == (1, 2)


@pytest.mark.slow
def test_an_empty_library_says_what_to_do_and_a_topic_must_exist() -> None:
    with pytest.raises(NotFound, match="library_empty"):
        handbook_of(a_shelf(), None, ZH, MONDAY)
    with pytest.raises(NotFound, match="topic_not_found"):
        handbook_of(a_shelf(LONG[1]), "没有这个", ZH, MONDAY)


@pytest.mark.slow
async def test_a_page_that_fails_or_takes_too_long_is_a_sentence_not_a_crash() -> None:
    with pytest.raises(Conflict, match="typesetting_failed"):
        await typeset("poster_ember", {"language": "zh"}, "pdf")
    with pytest.raises(Conflict, match="typesetting_too_long"):
        await typeset("poster_ember", {"language": "zh"}, "pdf", longest=0.01)
