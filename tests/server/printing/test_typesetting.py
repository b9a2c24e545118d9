"""Posters and handbooks are set by typst for real; what a page says is read back from the PDF."""

import re
import zlib
from dataclasses import replace
from datetime import date

import pytest

from community.distillation import ArticleKind, Distillation
from community.errors import Conflict, NotFound
from server.printing.designs import DESIGNS, Page
from server.printing.handbook import handbook_of, sheet_of
from server.printing.handbook_texts import html_of, markdown_of
from server.printing.poster import article_poster, plan_of, week_poster
from server.printing.standing import Desk
from server.printing.typesetting import typeset
from server.weekly import Picked
from tests.builders import MONDAY
from tests.server.printing.sheets import (
    ADDRESS,
    ANN,
    BO,
    GU,
    a_desk,
    article_of,
    credit,
)


def desk_with(title: str, *texts: str, language: str = "zh", **fields: object) -> Desk:
    """A desk with one article; who said what takes turns."""
    claims = [[((ANN, BO)[at % 2], text)] for at, text in enumerate(texts)]
    article, messages = article_of(title, *claims, language="zh")
    return a_desk(article, messages, language=language, **fields)


def sheet_with(desk: Desk, design: str | None = None, address: str = "") -> dict[str, object]:
    """The sheet of its article in the best design, or in another one."""
    plan = plan_of(desk, 1)
    return article_poster(desk, plan, design or plan.best, address)  # pyright: ignore[reportArgumentType]


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


def pages_in(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return pdf.count(b"/Type/Page") - pdf.count(b"/Type/Pages")


ATTACKS = (
    '#read("/etc/passwd")',
    "$x^2$ *bold* _it_ `raw` = Heading",
    '#import "@preview/evil:1.0.0": *',
    '"); #panic("gone',
    "]#pagebreak()[ \\u{41} <label> @ref // rest /* gone",
)


async def test_markup_in_what_members_wrote_is_only_letters() -> None:
    sheet = sheet_with(desk_with("#panic() [*a*] $", *ATTACKS), "ember", ADDRESS)
    made = await typeset("poster_ember", sheet, "pdf")
    assert pages_in(made) == 1
    assert {"#", "$", "*", "`", "]", "["} <= set(letters_of(made))


@pytest.mark.slow
async def test_a_handbook_is_set_whatever_members_wrote() -> None:
    book = handbook_of(desk_with("#panic()", *ATTACKS), None, MONDAY)
    made = await typeset("handbook", sheet_of(book), "pdf")
    assert {"#", "$", "*", "`"} <= set(letters_of(made))


LONG = {
    "long": ("字" * 300, *("这是一句不短的话，说了很多。" * 15 for _ in range(5))),
    "emoji": ("🔥🔥🔥", "先登记，再谈话。"),
    "word": ("w" * 200, "W" * 500),
    "table": ("表", "| 步骤 | 时间 |\n|---|---|\n| 领读 | 7:15 |"),
    "figure": ("多久？", "流感退烧后满48小时才能返校。"),
    "steps": ("流程", "按这个走：1 放录像 2 讲三条规矩 3 分组聊天 4 写纸条"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", LONG)
async def test_whatever_is_in_an_article_each_design_that_takes_it_is_one_page(name: str) -> None:
    title, *texts = LONG[name]
    desk = desk_with(title, *texts)
    plan = plan_of(desk, 1)
    for design in DESIGNS:
        if isinstance(plan.pages[design], Page):
            sheet = article_poster(desk, plan, design, ADDRESS)
            assert pages_in(await typeset(f"poster_{design}", sheet, "pdf")) == 1


@pytest.mark.slow
@pytest.mark.parametrize("turns", [2, 5])
async def test_two_sides_are_one_page(turns: int) -> None:
    said = [((ANN, BO)[at % 2], f"不赞成这样做，第{at}次就没有用了") for at in range(turns)]
    article, messages = article_of("回不回？", said, kind=ArticleKind.DEBATE)
    sheet = sheet_with(a_desk(article, messages), "sides", ADDRESS)
    assert pages_in(await typeset("poster_sides", sheet, "pdf")) == 1


@pytest.mark.slow
async def test_three_thousand_characters_in_many_sentences_are_one_page_and_counted() -> None:
    desk = desk_with(
        "长文", *("这是一句不短的话，说了很多，每句都一样长。" * 15 for _ in range(10))
    )
    made = await typeset("poster_ember", sheet_with(desk, "ember", ADDRESS), "pdf")
    assert pages_in(made) == 1
    assert set("另有条扫码接着看") <= set(letters_of(made))


@pytest.mark.slow
async def test_a_poster_as_picture_has_a_sheets_proportions() -> None:
    sheet = sheet_with(desk_with("晚到怎么办？", "先登记，再谈话。", language="en"), "quiet")
    made = await typeset("poster_quiet", sheet, "png", ppi=20)
    width, height = (int.from_bytes(made[at : at + 4]) for at in (16, 20))
    assert made.startswith(b"\x89PNG")
    assert round(height / width, 2) == 1.41


def test_a_title_of_emoji_gives_way_to_what_the_article_is_about() -> None:
    assert sheet_with(desk_with("🔥🔥🔥", "先登记，再谈话。"))["plain_title"] == "家校"


def test_a_topic_that_is_a_members_name_heads_no_sheet() -> None:
    desk = desk_with("晚到怎么办？", "先登记，再谈话。", topics={1: "尹倩"})
    assert sheet_with(desk)["eyebrow"] == "问答"


def test_without_a_public_address_there_is_no_code_and_it_says_where_the_rest_is() -> None:
    desk = desk_with("晚到怎么办？", "先登记，再谈话。", "谈完写下来。")
    inside, outside = sheet_with(desk), sheet_with(desk, address=ADDRESS)
    assert inside["qr"] is None
    assert "知识库" in str(inside["more"])
    assert str(outside["qr"]).startswith("<svg")


def test_credits_are_by_consent_and_the_others_are_counted() -> None:
    nobody = sheet_with(desk_with("晚到怎么办？", "尹倩：先登记再说别的。", "再找他单独谈话。"))
    consents = {1: credit(ANN, "nickname", "小敏"), 3: credit(GU, "name")}
    some = sheet_with(
        desk_with("晚到怎么办？", "尹倩：先登记再说别的。", "再找他单独谈话。", consents=consents)
    )
    assert "尹倩" not in str(nobody)
    assert "顾老师" not in str(nobody)
    assert some["foot"] == [
        "顾老师核对 · 2026年3月2日",
        "有效至2026年5月31日，到期重新核对",
        "说的人：小敏和另外1位成员",
        "示例群 · 小火慢炖",
    ]


def test_what_rests_on_withheld_words_does_not_leave() -> None:
    texts = ("晚到怎么办？", "先登记再说别的。", "再找他单独谈话。")
    part = sheet_with(desk_with(*texts, kept_in=frozenset({1})), "quiet")
    assert part["plain_title"] == "晚到怎么办？"
    assert "登记" not in str(part["entries"])
    assert part["left"] == 0
    with pytest.raises(NotFound, match="nothing_to_print"):
        sheet_with(desk_with(*texts, kept_in=frozenset({1, 2})))


def picked(article: Distillation, answered: int = 0, helped: int = 0) -> Picked:
    return Picked(article=article, answered=answered, helped=helped, fresh=True)


def test_the_best_of_a_week_says_which_week_and_why() -> None:
    desk = desk_with("晚到怎么办？", "先登记再说别的。", language="en")
    first = desk.shelf.articles[0]
    second = replace(first, id=2, title="作业写不完？")
    shown = [picked(first, 3, 2), picked(second)]
    sheet = week_poster(desk, shown, date(2026, 3, 2), ADDRESS)
    assert sheet["plain_title"] == "What the group worked out this week"
    assert sheet["eyebrow"] == "The best of the week · 2 March – 8 March"
    told = str(sheet["entries"])
    assert "Answered 3 questions this week; 2 people said it helped" in told
    assert "Signed this week" in told


def test_a_handbook_names_only_who_agreed_and_indexes_every_question() -> None:
    texts = ("晚到*怎么*办？", "先登记<b>再说。", "再找他谈话。")
    book = handbook_of(desk_with(*texts, consents={1: credit(ANN, "name")}), None, MONDAY)
    written, page = markdown_of(book), html_of(book)
    assert "*阿敏，2026年3月2日*" in written
    assert "*1位成员，2026年3月2日*" in written
    assert "尹倩" not in written + page
    assert written.count("晚到\\*怎么\\*办？](#a1)") == 2
    assert "先登记&lt;b&gt;再说。" in page
    assert "先登记\\<b\\>再说。" in written
    assert "- 阿敏 [1](#a1)" in written
    assert "另有1位成员贡献了内容，没有署名。" in page
    assert book.claim_ids == (1, 2)


def test_a_handbook_sets_voices_apart_and_corrections_beside() -> None:
    article, messages = article_of(
        "书面作业多久？",
        [(ANN, "书面作业不超过60分钟，四科一起算")],
        [(BO, "更正一下，书面作业是不超过90分钟，60分钟是小学的")],
        [(ANN, "那黑板上按90算?"), (BO, "按90。三个班都按90")],
        [(ANN, "点名最有用，第一周就要点"), (BO, "不赞成点名，点三次他就开始演了")],
        [(ANN, "谁来协调别的老师呢？")],
    )
    book = handbook_of(a_desk(article, messages), None, MONDAY)
    written = markdown_of(book)
    assert "> **后来更正** 书面作业是不超过90分钟，60分钟是小学的。" in written
    assert "- **问** 那黑板上按90算？\n\n  **答** 按90。三个班都按90。" in written
    assert "- **成员甲** 点名最有用，第一周就要点。\n\n  **成员乙** 不赞成点名" in written
    assert "**还没有人答的**\n\n- 谁来协调别的老师呢？" in written


def test_what_is_not_printed_of_an_article_is_counted_with_its_reason() -> None:
    article, messages = article_of(
        "书面作业多久？",
        [(ANN, "书面作业不超过60分钟，四科一起算")],
        [(BO, "更正一下，书面作业是不超过90分钟，60分钟是小学的")],
        [(ANN, "先写最难的一科，写不完的第二天补")],
    )
    book = handbook_of(a_desk(article, messages, kept_in=frozenset({2})), None, MONDAY)
    assert "没有印出来的: 1条：里面的数后来被更正了" in markdown_of(book)
    assert "60" not in markdown_of(book)


def test_an_empty_library_says_what_to_do_and_a_topic_must_exist() -> None:
    desk = desk_with("晚到怎么办？", "先登记。")
    with pytest.raises(NotFound, match="library_empty"):
        handbook_of(replace(desk, shelf=replace(desk.shelf, articles=())), None, MONDAY)
    with pytest.raises(NotFound, match="topic_not_found"):
        handbook_of(desk, "没有这个", MONDAY)


@pytest.mark.slow
async def test_a_page_that_fails_or_takes_too_long_is_a_sentence_not_a_crash() -> None:
    with pytest.raises(Conflict, match="typesetting_failed"):
        await typeset("poster_ember", {"language": "zh"}, "pdf")
    with pytest.raises(Conflict, match="typesetting_too_long"):
        await typeset("poster_ember", {"language": "zh"}, "pdf", longest=0.01)
