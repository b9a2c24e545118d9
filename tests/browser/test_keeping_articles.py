"""What becomes of signed articles, clicked through: conflicts, versions, replacement, hand-over."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SignedIn
from tests.browser.eight import EIGHT, eight_claims, facing, opposed
from tests.browser.test_the_loop import Words, sound

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(300)]


BAD = 400
"""The first HTTP status that is a refusal."""


def _sign(page: Page, say: dict[str, str]) -> None:
    """Approve what is green, and sign, by three keys."""
    expect(page.get_by_role("list", name=say["review.claims"])).to_be_visible()
    page.keyboard.press("g")
    done = say["review.progress"].format(decided=EIGHT, total=EIGHT)
    expect(page.get_by_role("status").filter(has_text=done)).to_be_visible()
    page.keyboard.press("Shift+S")
    expect(page.get_by_text(say["review.said_signed"])).to_be_visible()


@pytest.mark.parametrize("language", ["zh"])
def test_a_conflict_is_settled_taken_back_and_its_loser_is_reviewed(
    signed_in: SignedIn, words: Words, demo: Path, language: str
) -> None:
    """The first is right, undo, the first again; from there to the claim that gave way."""
    say = words[language]
    articles = (
        eight_claims(demo, language, "Facing one", root=1),
        eight_claims(demo, language, "Facing two", root=2),
    )
    for article in articles:
        _sign(signed_in("expert", language, f"review/{article}"), say)
    facing(demo, articles)
    page = signed_in("expert", language, "review")
    page.get_by_role("link", name=say["conflicts.go"]).click()
    panel = page.get_by_role("region", name=say["conflicts.title"])
    right = panel.get_by_role("button", name=say["conflicts.right"].format(place=1))
    expect(right).to_be_visible()
    sound(page)
    right.click()
    expect(page.get_by_text(say["conflicts.said_first"])).to_be_visible()
    page.get_by_role("status").get_by_role("button", name=say["act.undo"]).click()
    expect(right).to_be_visible()
    right.click()
    panel.get_by_text(say["conflicts.settled"].format(count=1)).click()
    sound(page)
    panel.get_by_role("link", name=say["conflicts.review_it"]).click()
    expect(page.get_by_role("heading", level=1, name="Facing two")).to_be_visible()
    expect(page.get_by_text(say["beside.reopened.one"])).to_be_visible()
    page.get_by_role("link", name=say["review.to_article"]).first.click()
    expect(page.get_by_role("link", name=say["life.reopened.one"])).to_be_visible()
    sound(page)


@pytest.mark.parametrize("language", ["en"])
def test_an_article_is_replaced_found_by_its_old_address_and_brought_back(
    signed_in: SignedIn, words: Words, demo: Path, language: str
) -> None:
    """Search the other one, replace, follow the pointer, restore."""
    say = words[language]
    old = eight_claims(demo, language, "Gave way", root=3)
    new = eight_claims(demo, language, "Came after", root=4)
    for article in (old, new):
        _sign(signed_in("expert", language, f"review/{article}"), say)
    page = signed_in("expert", language, f"library/{old}")
    page.get_by_role("button", name=say["life.more"]).click()
    page.get_by_label(say["life.supersede_label"]).fill("Came after")
    choose = page.get_by_role("button", name=say["life.supersede_by"].format(title="Came after"))
    expect(choose).to_be_visible(timeout=30_000)
    sound(page)
    choose.click()
    expect(page.get_by_text(say["life.was_superseded"])).to_be_visible()
    sound(page)
    page.get_by_role("link", name=say["life.current"].format(title="Came after")).click()
    expect(page.get_by_role("heading", level=1, name="Came after")).to_be_visible()
    late = signed_in("member", language, "library")
    missed: list[str] = []
    late.on("response", lambda one: missed.append(one.url) if one.status >= BAD else None)
    late.goto(re.sub(r"library.*", f"library/{old}", late.url))
    expect(late.get_by_text(say["life.was_superseded"])).to_be_visible()
    assert missed == [], "an old address asks for nothing that is not there"
    page.go_back()
    page.get_by_role("button", name=say["life.restore"]).click()
    expect(page.get_by_text(say["life.said_restored"])).to_be_visible()
    late.reload()
    expect(late.get_by_role("heading", level=1, name="Gave way")).to_be_visible()


def _told_apart(page: Page, say: dict[str, str]) -> None:
    """What went and what came is said, and on a phone each sentence stands under its version."""
    heads = page.get_by_text(re.compile(r"^第 \d+ 版$"))
    expect(page.locator("del").first).to_contain_text(say["compare.gone"])
    expect(page.locator("ins").first).to_contain_text(say["compare.new"])
    assert (heads.first.bounding_box() or {})["height"] < 10, "side by side they share one heading"
    page.set_viewport_size({"width": 390, "height": 844})
    assert (heads.first.bounding_box() or {})["height"] > 10, "each sentence under its version"
    sound(page)


@pytest.mark.parametrize("language", ["zh"])
def test_a_new_version_is_begun_changed_signed_and_compared(
    signed_in: SignedIn, words: Words, demo: Path, language: str
) -> None:
    """The old one answers meanwhile; own words stand without a source; positions side by side."""
    say = words[language]
    article = eight_claims(demo, language, "Version one", root=5)
    opposed(demo, article)
    page = signed_in("expert", language, f"review/{article}")
    positions = page.get_by_role("region", name=say["side.title"])
    expect(positions.get_by_text(say["side.holders"].format(count=3))).to_be_visible()
    expect(positions.get_by_text(say["side.holders"].format(count=2))).to_be_visible()
    _sign(page, say)
    page.get_by_role("link", name=say["review.to_article"]).first.click()
    expect(page.get_by_text(say["side.holders"].format(count=2))).to_be_visible()
    sound(page)
    page.get_by_role("button", name=say["life.revise"]).click()
    expect(page.get_by_role("link", name=say["review.to_article"])).to_be_visible()
    page.get_by_role("button", name=say["review.take"].format(number=3)).click()
    page.keyboard.press("e")
    page.keyboard.press("Control+A")
    page.keyboard.type("海豹睡在海王星上。")
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name=say["edit.own"]).click()
    expect(page.get_by_text(say["beside.said_own"])).to_be_visible()
    page.locator("body").click(position={"x": 5, "y": 5})
    page.keyboard.press("Shift+S")
    expect(page.get_by_text(say["review.said_signed"])).to_be_visible()
    page.get_by_role("link", name=say["review.to_article"]).first.click()
    own = page.get_by_role("listitem").filter(has_text="海豹睡在海王星上。").last
    expect(own.get_by_role("blockquote")).to_have_count(0)
    page.get_by_role("link", name=say["life.compare"]).first.click()
    expect(page.get_by_text(say["compare.note"])).to_be_visible()
    sound(page)
    _told_apart(page, say)
    page.get_by_role("link", name=say["compare.read"].split("{")[0]).first.click()
    expect(page.get_by_text(say["life.only_read"])).to_be_visible()
    sound(page)


@pytest.mark.parametrize("language", ["en"])
def test_an_article_handed_over_lies_on_the_other_desk_and_comes_back(
    signed_in: SignedIn, words: Words, demo: Path, language: str
) -> None:
    """With a note, by key; who got it gives it back; who gave it sees so."""
    say = words[language]
    article = eight_claims(demo, language, "Handed over", root=6)
    page = signed_in("expert", language, f"review/{article}")
    expect(page.get_by_role("list", name=say["review.claims"])).to_be_visible()
    page.keyboard.press("h")
    sheet = page.get_by_role("dialog", name=say["beside.hand_over"])
    sheet.get_by_label(say["beside.hand_over_note"]).fill("You taught the small ones")
    sound(page)
    sheet.get_by_role("button", name=say["beside.hand_over_send"]).click()
    expect(sheet).to_have_count(0)
    expect(page.get_by_role("status").get_by_role("button", name=say["act.undo"])).to_be_visible()
    other = signed_in("owner", language, "review")
    row = other.get_by_role("link", name="Handed over")
    expect(row).to_contain_text("You taught the small ones")
    row.click()
    other.get_by_role("button", name=say["beside.return"]).click()
    expect(other.get_by_text(say["beside.said_returned"])).to_be_visible()
    expect(page.get_by_text("You taught the small ones")).to_have_count(0)
    sound(other)
