"""A second group from the pages: named, found in the switcher, and filled with people."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SignedIn
from tests.browser.test_the_loop import Words, sound

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(300)]

NAMES = {"zh": "秋季读书会", "en": "Autumn readers"}


def _fits(page: Page) -> None:
    """Nothing is wider than the screen."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_owner_begins_a_second_group_by_keys_alone_and_lets_somebody_in(
    signed_in: SignedIn, browser: Browser, words: Words, language: str
) -> None:
    """From the switcher to a person who opened their link; in English on a phone."""
    say, name = words[language], NAMES[language]
    page = signed_in("owner", language, "import", thumb=language == "en")
    switch = page.get_by_role("button", name=re.compile(f"^{say['nav.switch']}")).locator(
        "visible=true"
    )
    switch.focus()
    page.keyboard.press("Enter")
    offer = page.get_by_role("menuitem", name=say["community.new"])
    expect(offer).to_be_visible()
    for _ in range(10):
        if offer.evaluate("item => item === document.activeElement"):
            break
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(100)
    expect(offer).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name=say["community.new"])).to_be_visible()
    field = page.get_by_label(say["community.name"], exact=True)
    expect(field).to_be_focused()
    sound(page)
    _fits(page)
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    expect(page.get_by_text(say["begin.title"].format(name=name))).to_be_visible()
    expect(switch).to_contain_text(name)
    sound(page)
    _fits(page)
    slug = re.search(r"/c/([^/]+)/room", page.url)
    assert slug

    page.get_by_role("link", name=say["begin.invite"], exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_label(say["members.invite_name"], exact=True).fill("阿敏")
    page.keyboard.press("Enter")
    link = page.get_by_role("textbox", name=say["members.link_for"].format(name="阿敏"))
    expect(link).to_be_visible()
    sound(page)
    _fits(page)
    guest = browser.new_context().new_page()
    guest.goto(link.input_value())
    expect(guest).to_have_url(re.compile(f"/c/{re.escape(slug[1])}/room"))
    expect(guest.get_by_role("button", name=re.compile(re.escape(name))).first).to_be_visible()
    expect(guest.get_by_role("link", name=say["begin.invite"], exact=True)).to_have_count(0)
    guest.context.close()

    page.goto(re.sub(r"/c/.*", f"/c/{slug[1]}/new", page.url))
    page.get_by_label(say["community.name"], exact=True).fill(name.upper())
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text(name)


def test_who_owns_nothing_is_not_offered_one(signed_in: SignedIn, words: Words) -> None:
    say = words["zh"]
    page = signed_in("facilitator", "zh", "new")
    expect(page.get_by_text(say["shut.title"])).to_be_visible()
    switch = page.get_by_role("button", name=re.compile(f"^{say['nav.switch']}")).first
    switch.click()
    expect(page.get_by_role("menuitem").first).to_be_visible()
    expect(page.get_by_role("menuitem", name=say["community.new"])).to_have_count(0)
