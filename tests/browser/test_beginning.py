"""A second group from the pages: named, found in the switcher, and filled with people."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import SignedIn
from tests.browser.test_the_loop import Words, sound

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(300)]

NAMES = {"zh": "秋季读书会", "en": "Autumn readers"}


def _switch(page: Page, say: dict[str, str]) -> Locator:
    """The switcher that is on the screen: at the side, or at the top of a phone."""
    name = re.compile(f"^{say['nav.switch']}")
    return page.get_by_role("button", name=name).locator("visible=true")


def _choose_new(page: Page, say: dict[str, str]) -> None:
    """Open the switcher and go down to its last line, by keys alone."""
    _switch(page, say).focus()
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


def _invited(page: Page, say: dict[str, str], name: str) -> str:
    """The link of somebody who is invited from the empty room."""
    page.get_by_role("link", name=say["begin.invite"], exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_label(say["members.invite_name"], exact=True).fill(name)
    page.keyboard.press("Enter")
    link = page.get_by_role("textbox", name=say["members.link_for"].format(name=name))
    expect(link).to_be_visible()
    return link.input_value()


def _sound_and_fitting(page: Page) -> None:
    """No fault that axe can see, and nothing wider than the screen."""
    sound(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_owner_begins_a_second_group_by_keys_alone_and_lets_somebody_in(
    signed_in: SignedIn, browser: Browser, words: Words, language: str
) -> None:
    """From the switcher to a person who opened their link; in English on a phone."""
    say, name = words[language], NAMES[language]
    page = signed_in("owner", language, "import", thumb=language == "en")
    _choose_new(page, say)
    expect(page.get_by_role("heading", level=1, name=say["community.new"])).to_be_visible()
    field = page.get_by_label(say["community.name"], exact=True)
    expect(field).to_be_focused()
    _sound_and_fitting(page)
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    expect(page.get_by_text(say["begin.say"])).to_be_visible()
    expect(_switch(page, say)).to_contain_text(name)
    _sound_and_fitting(page)
    room = page.url
    link = _invited(page, say, "阿敏")
    _sound_and_fitting(page)
    guest = browser.new_context().new_page()
    guest.goto(link)
    expect(guest).to_have_url(room)
    expect(guest.get_by_role("button", name=re.compile(re.escape(name))).first).to_be_visible()
    expect(guest.get_by_role("link", name=say["begin.invite"], exact=True)).to_have_count(0)
    guest.context.close()
    page.goto(room.replace("/room/main", "/new"))
    field.fill(name.upper())
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text(name)


def test_who_owns_nothing_is_not_offered_one(signed_in: SignedIn, words: Words) -> None:
    say = words["zh"]
    page = signed_in("facilitator", "zh", "new")
    expect(page.get_by_text(say["shut.title"])).to_be_visible()
    _switch(page, say).click()
    expect(page.get_by_role("menuitem").first).to_be_visible()
    expect(page.get_by_role("menuitem", name=say["community.new"])).to_have_count(0)
