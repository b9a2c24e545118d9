"""Eight claims signed by keyboard alone and by thumb alone, and the pages around a review."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SignedIn
from tests.browser.eight import EIGHT, MEMBERS, eight_claims
from tests.browser.test_the_loop import Words, sound

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(300)]
BOTH = pytest.mark.parametrize("language", ["zh", "en"])
MOST_KEYS = 12


@pytest.fixture
def phone(browser: Browser) -> Iterator[Callable[[str, str], Page]]:
    """Open an address on a phone in which nobody is signed in."""
    opened: list[Page] = []

    def on_phone(address: str, language: str) -> Page:
        context = browser.new_context(
            locale="zh-CN" if language == "zh" else "en-US",
            viewport={"width": 390, "height": 844},
            has_touch=True,
            reduced_motion="reduce",
        )
        page = context.new_page()
        opened.append(page)
        page.goto(address)
        return page

    yield on_phone
    for page in opened:
        page.context.close()


@BOTH
def test_eight_claims_are_signed_by_keyboard_alone(
    signed_in: SignedIn, words: Words, demo: Path, language: str
) -> None:
    """One key opens the article, one approves each claim, one signs: ten in all."""
    say, title = words[language], f"Eight by keys {language}"
    eight_claims(demo, language, title)
    page = signed_in("expert", language, "review")
    ours = page.get_by_role("main").get_by_role("link", name=title)
    expect(ours).to_be_visible()
    pressed: list[str] = []

    def press(key: str) -> None:
        pressed.append(key)
        page.keyboard.press(key)

    ours.focus()  # "o" opens the first of the list, which other tests may have reopened
    press("Enter")
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    for decided in range(1, EIGHT + 1):
        press("a")
        done = say["review.progress"].format(decided=decided, total=EIGHT)
        expect(page.get_by_role("status").filter(has_text=done)).to_be_visible()
    sound(page)
    press("Shift+S")
    expect(page.get_by_text(say["review.said_signed"])).to_be_visible()
    assert len(pressed) == 10 <= MOST_KEYS


@dataclass(slots=True)
class Thumb:
    """A thumb on a phone, and how often it tapped."""

    page: Page
    say: dict[str, str]
    taps: int = 0

    def tap(self, key: str) -> None:
        """Tap a button large enough to be met."""
        self.taps += 1
        button = self.page.get_by_role("button", name=self.say[key], exact=True)
        expect(button).to_be_enabled()
        box = button.bounding_box()
        assert box
        assert box["height"] >= 40
        button.tap()

    def approve(self, total: int) -> None:
        """Approve every claim of a pass; none is wider than the screen."""
        for at in range(1, total + 1):
            progress = self.say["pass.progress"].format(at=at, total=total)
            expect(self.page.get_by_text(progress)).to_be_visible()
            assert self.page.evaluate("document.documentElement.scrollWidth") <= 390
            if at == 1:
                sound(self.page)
            self.tap("pass.approve")

    def reads(self, key: str, **facts: object) -> None:
        """The screen says this, and axe finds no fault in it."""
        expect(self.page.get_by_text(self.say[key].format(**facts))).to_be_visible()
        sound(self.page)


@BOTH
def test_eight_claims_are_signed_by_thumb_on_a_phone_nobody_is_signed_in_to(
    signed_in: SignedIn,
    phone: Callable[[str, str], Page],
    words: Words,
    demo: Path,
    language: str,
) -> None:
    """Five claims, on to the last three, and the signature: ten taps at 390 px."""
    say, title = words[language], f"Eight by thumb {language}"
    article = eight_claims(demo, language, title)
    desk = signed_in("expert", language, f"review/{article}")
    desk.get_by_role("button", name=say["pass.make"]).click()
    link = desk.get_by_label(say["pass.link_label"])
    expect(link).to_be_visible()
    sound(desk)
    address = link.input_value()
    thumb = Thumb(phone(address, language), say)
    thumb.approve(5)
    thumb.reads("pass.end_left", title=title, count=3)
    thumb.tap("pass.go_on")
    thumb.approve(3)
    thumb.reads("pass.end_ready", title=title)
    thumb.tap("pass.sign")
    thumb.reads("pass.end_signed", title=title)
    assert thumb.taps == 10
    thumb.tap("pass.stop")
    thumb.reads("pass.over")
    again = phone(address, language)
    expect(again.get_by_role("alert")).to_be_visible()
    sound(again)


@BOTH
def test_a_tap_too_many_is_taken_back_and_a_no_has_its_reason(
    signed_in: SignedIn,
    phone: Callable[[str, str], Page],
    words: Words,
    demo: Path,
    language: str,
) -> None:
    """Reject with a reason, take it back, skip: the claim stays open and is said so."""
    say = words[language]
    article = eight_claims(demo, language, f"Undone {language}")
    desk = signed_in("expert", language, f"review/{article}")
    desk.get_by_role("button", name=say["pass.make"]).click()
    page = phone(desk.get_by_label(say["pass.link_label"]).input_value(), language)
    page.get_by_role("button", name=say["pass.reject"], exact=True).tap()
    sound(page)
    page.get_by_role("button", name=say["pass.why_old"]).tap()
    expect(page.get_by_text(say["pass.progress"].format(at=2, total=5))).to_be_visible()
    page.get_by_role("button", name=say["pass.back"]).tap()
    expect(page.get_by_text(say["pass.progress"].format(at=1, total=5))).to_be_visible()
    for _ in range(5):
        page.get_by_role("button", name=say["pass.skip"], exact=True).tap()
    expect(page.get_by_text(say["pass.skipped"].format(count=5))).to_be_visible()


def _go_beyond_the_source(page: Page, say: dict[str, str]) -> None:
    """Edit into something unrelated: asked, other sources tried in vain, then one's own."""
    page.locator("body").click(position={"x": 5, "y": 5})
    page.keyboard.press("e")
    page.keyboard.press("Control+A")
    page.keyboard.type("Seals sleep on Neptune.")
    page.keyboard.press("Control+Enter")
    beyond = page.get_by_role("alert").filter(has_text=say["edit.beyond"])
    expect(beyond).to_be_visible()
    sound(page)
    beyond.get_by_role("button", name=say["edit.choose"]).click()
    picking = page.get_by_role("group", name=say["edit.pick"])
    expect(picking.get_by_role("checkbox", checked=True)).to_have_count(1)
    sound(page)
    page.get_by_role("button", name=say["review.edit_send"]).click()
    beyond.get_by_role("button", name=say["edit.own"]).click()
    expect(page.get_by_text(say["beside.said_own"])).to_be_visible()


@BOTH
def test_what_stands_beside_a_draft_works_by_keys_and_has_no_fault(
    signed_in: SignedIn, words: Words, demo: Path, language: str
) -> None:
    """Comment, settle, take back; ask the author; the keys; a change of words side by side."""
    say = words[language]
    article = eight_claims(demo, language, f"Beside {language}")
    page = signed_in("expert", language, f"review/{article}")
    expect(page.get_by_role("list", name=say["review.claims"])).to_be_visible()
    page.keyboard.press("c")
    page.keyboard.type("Which morning?")
    sound(page)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Which morning?")).to_be_visible()
    page.get_by_role("button", name=say["beside.settle"]).click()
    expect(page.get_by_role("button", name=say["beside.unsettle"])).to_be_visible()
    page.get_by_role("status").get_by_role("button", name=say["act.undo"]).click()
    expect(page.get_by_role("button", name=say["beside.settle"])).to_be_visible()
    page.locator("body").click(position={"x": 5, "y": 5})
    page.keyboard.press("q")
    page.keyboard.type("Who did it?")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text(say["beside.asked_waiting"])).to_be_visible()
    _go_beyond_the_source(page, say)
    page.keyboard.press("z")
    expect(page.get_by_text(say["beside.said_own_back"])).to_be_visible()
    _go_beyond_the_source(page, say)
    expect(page.get_by_role("group", name=say["beside.rewording"])).to_be_visible()
    sound(page)
    page.locator("body").click(position={"x": 5, "y": 5})
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name=say["beside.keys_title"])).to_be_visible()
    sound(page)


@BOTH
def test_a_round_is_the_same_on_two_screens_and_ends_in_minutes(
    signed_in: SignedIn, words: Words, demo: Path, language: str
) -> None:
    """One agrees, parks and takes it back by keys; the other screen follows, votes, ends it."""
    say = words[language]
    eight_claims(demo, language, f"Round {language}")
    page = signed_in("expert", language, "review/round")
    other = signed_in("owner", language, "review/round")
    page.get_by_role("button", name=say["round.start"]).click(timeout=20_000)
    position = page.get_by_role("status").filter(has_text=re.compile(r"\d+\D+\d+"))
    expect(position.first).to_be_visible()
    sound(page)
    claim = page.get_by_role("heading", level=1).inner_text()
    expect(other.get_by_role("heading", level=1, name=claim, exact=True)).to_be_visible()
    other.keyboard.press("y")
    page.keyboard.press("n")
    both = say["round.votes"].format(agree=1, against=1)
    expect(page.get_by_text(both)).to_be_visible()
    expect(other.get_by_text(both)).to_be_visible()
    page.keyboard.press("a")
    expect(page.get_by_role("heading", level=1, name=claim, exact=True)).to_have_count(0)
    after = page.get_by_role("heading", level=1).inner_text()
    expect(other.get_by_role("heading", level=1, name=after, exact=True)).to_be_visible()
    page.keyboard.press("p")
    expect(page.get_by_role("heading", level=1, name=after, exact=True)).to_have_count(0)
    page.keyboard.press("z")
    page.reload()
    expect(page.get_by_role("heading", level=1, name=after, exact=True)).to_be_visible()
    other.get_by_role("button", name=say["round.finish"]).click()
    minutes = page.get_by_role("textbox", name=say["round.minutes"])
    expect(minutes).to_have_value(re.compile(re.escape(f"{claim} {both}")))
    assert say["round.minutes_parked"] not in minutes.input_value()
    sound(page)
    page.get_by_role("button", name=say["round.draft"]).click()
    expect(page.get_by_text(say["round.said_draft"])).to_be_visible()
    page.get_by_role("button", name=say["round.again"]).click()
    expect(page.get_by_role("button", name=say["round.start"])).to_be_visible()


@BOTH
def test_who_is_quoted_chooses_how_and_may_say_no(
    signed_in: SignedIn, words: Words, demo: Path, language: str
) -> None:
    """After a signature the card is on the page about oneself; a no is kept and said."""
    say, title = words[language], f"Quoted {language}"
    article = eight_claims(demo, language, title)
    page = signed_in("expert", language, f"review/{article}")
    expect(page.get_by_role("list", name=say["review.claims"])).to_be_visible()
    page.keyboard.press("g")
    done = say["review.progress"].format(decided=EIGHT, total=EIGHT)
    expect(page.get_by_role("status").filter(has_text=done)).to_be_visible()
    expect(page.get_by_text(MEMBERS[language]).last).to_be_visible()
    page.keyboard.press("Shift+S")
    expect(page.get_by_text(say["review.said_signed"])).to_be_visible()
    member = signed_in("member", language, "me")
    card = member.get_by_role("group", name=title, exact=True)
    expect(card).to_be_visible(timeout=20_000)
    sound(member)
    card.get_by_label(say["asked.shape_withheld"]).check()
    card.get_by_role("button", name=say["asked.keep"]).click()
    expect(member.get_by_text(say["asked.said_withheld"])).to_be_visible()
    member.reload()
    card.get_by_label(say["asked.shape_anonymous"]).check()
    card.get_by_role("button", name=say["asked.keep"]).click()
    expect(member.get_by_text(say["asked.said_withheld"])).to_have_count(0)
