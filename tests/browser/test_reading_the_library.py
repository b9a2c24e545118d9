"""The library as one reads it: found by keys, each community in its own language."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SignedIn
from tests.browser.test_the_loop import Words, sound

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(300)]


def test_a_language_chosen_in_one_community_leaves_the_other_as_it_was(
    signed_in: SignedIn, words: Words
) -> None:
    """Both begin in Chinese; English is chosen in one of them."""
    page = signed_in("owner", "zh", "library")
    chinese, english = (words[language]["page.library"] for language in ("zh", "en"))
    there = page.url
    expect(page.get_by_role("heading", level=1, name=chinese)).to_be_visible()
    page.goto(there.replace("sample-zh", "sample-en"))
    expect(page.get_by_role("heading", level=1, name=chinese)).to_be_visible()
    page.get_by_text("English", exact=True).first.click()
    expect(page.get_by_role("heading", level=1, name=english)).to_be_visible()
    page.goto(there)
    expect(page.get_by_role("heading", level=1, name=chinese)).to_be_visible()
    page.goto(there.replace("sample-zh", "sample-en"))
    expect(page.get_by_role("heading", level=1, name=english)).to_be_visible()


def test_an_article_is_searched_and_opened_by_keys_alone(signed_in: SignedIn, words: Words) -> None:
    """Slash, words, down to the first, up again, down, open."""
    say = words["zh"]
    page = signed_in("member", "zh", "library")
    expect(page.get_by_role("list", name=say["library.list"])).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("作业")
    expect(page.get_by_text(re.compile(r"找到 \d+ 篇"))).to_be_visible()
    first = page.get_by_role("list", name=say["library.list"]).get_by_role("link").first
    expect(first.locator("mark").first).to_have_text("作业")
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    sound(page)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"library/\d+$"))
