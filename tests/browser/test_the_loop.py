"""The whole loop in a real browser: a draft is accepted, a claim is signed, a question answered."""

# axe-playwright-python carries half of its types
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import SignedIn

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
Words = dict[str, dict[str, str]]
LATER = pytest.mark.slow
ZH_FIRST = pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=LATER)])
EN_FIRST = pytest.mark.parametrize("language", ["en", pytest.param("zh", marks=LATER)])
"""One language at once, the other one with the slow tests."""
PAGES = (
    "library",
    "members",
    "import",
    "paste",
    "quiet",
    "questions",
    "doctor",
    "duty",
    "health",
    "pains",
    "settings",
)
EVERY_PAGE = [
    pytest.param(path, language, marks=[LATER] if (at + turn) % 2 else [])
    for at, path in enumerate(PAGES)
    for turn, language in enumerate(("zh", "en"))
]
"""Each page in one of its languages at once."""


def sound(page: Page) -> None:
    """No accessibility fault that axe can see."""
    found = cast("dict[str, Any]", Axe().run(page).response)
    assert [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in found["violations"]] == []


@ZH_FIRST
def test_an_accepted_draft_stands_in_the_room(
    signed_in: SignedIn, words: Words, language: str
) -> None:
    """Accept a public draft with one key; it is posted once, after the undo window."""
    say = words[language]
    page = signed_in("facilitator", language, "queue")
    card = page.get_by_role("article")
    expect(card).to_be_visible()
    sound(page)
    target = re.compile("(.+)".join(map(re.escape, re.split(r"\{\w+\}", say["queue.goes_public"]))))
    for _ in range(9):
        ready = card.get_by_role("button", name=say["queue.accept"], exact=True)
        if card.get_by_text(target).count() and ready.is_enabled():
            break
        page.keyboard.press("j")
    expect(card.get_by_text(target)).to_be_visible()
    text = card.locator(".words").last.inner_text()
    page.keyboard.press("a")
    expect(page.get_by_text(say["queue.said_accept"])).to_be_visible()
    room = signed_in("member", language, "room")
    first_line = text.strip().splitlines()[0][:24]
    expect(room.get_by_role("log").get_by_text(first_line).last).to_be_visible(timeout=20_000)
    expect(room.get_by_text(say["room.drafted"], exact=True).last).to_be_visible()
    sound(room)


def _hear(demo: Path, message_id: int) -> None:
    """Put a doubtful mark at a message, as a look would."""
    with closing(sqlite3.connect(next(demo.glob("*.db")), timeout=10)) as rows, rows:
        rows.execute(
            "INSERT INTO mark (community_id, zone_id, message_id, kind, member_ids, confidence,"
            " facts, noticed_at) SELECT community_id, zone_id, id, 'advert', '[]', 0.45, '{}', at"
            " FROM message WHERE id = ?",
            (message_id,),
        )


def test_a_host_refuses_a_mark_and_moves_a_message(
    signed_in: SignedIn, words: Words, demo: Path
) -> None:
    """A doubtful mark is refused; a message is moved by keyboard to the one above, and back."""
    say = words["zh"]
    page = signed_in("facilitator", "zh", "room")
    line = page.locator("[data-continued][data-private=false]").last
    expect(line).to_be_visible()
    _hear(demo, int((line.get_attribute("id") or "")[1:]))
    page.reload()
    doubtful = say["room.mark_maybe"].format(name=say["signal.advert"])
    line.get_by_role("button", name=doubtful).click()
    wrong = page.get_by_role("button", name=say["room.mark_wrong"])
    expect(wrong).to_be_visible()
    sound(page)
    wrong.click()
    expect(page.get_by_text(say["room.said_wrong"])).to_be_visible()
    expect(page.get_by_text(doubtful)).to_have_count(0)
    line.hover()
    line.get_by_role("button", name=say["room.move"]).click()
    expect(page.get_by_role("region", name=say["room.move"])).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_text(say["room.said_moved"])).to_be_visible()
    page.get_by_role("status").get_by_role("button", name=say["act.undo"]).click()
    expect(page.get_by_text(say["room.said_undone"])).to_be_visible()


def test_keys_work_right_after_the_language_was_switched(signed_in: SignedIn, words: Words) -> None:
    """The switch keeps the focus; e still opens the draft for editing."""
    page = signed_in("facilitator", "zh", "queue")
    expect(page.get_by_role("article")).to_be_visible()
    for name, language in (("English", "en"), ("中文", "zh")):
        page.get_by_text(name, exact=True).first.click()
        expect(page.get_by_role("heading", name=words[language]["page.queue"])).to_be_visible()
        page.keyboard.press("e")
        expect(page.get_by_label(words[language]["queue.edit_label"])).to_be_visible()
        page.keyboard.press("Escape")


@EN_FIRST
def test_a_dismissal_taken_back_is_here_again(
    signed_in: SignedIn, words: Words, language: str
) -> None:
    """Dismiss with a reason, take it back with z: the draft is here again."""
    say = words[language]
    page = signed_in("facilitator", language, "queue")
    card = page.get_by_role("article")
    expect(card).to_be_visible()
    text = card.locator(".words").last.inner_text()
    page.keyboard.press("x")
    page.keyboard.press("1")
    expect(page.get_by_text(say["queue.said_dismiss"])).to_be_visible()
    page.keyboard.press("z")
    expect(page.get_by_text(say["queue.undone"])).to_be_visible()
    expect(page.get_by_text(text.splitlines()[0]).first).to_be_visible()


@ZH_FIRST
def test_an_expert_signs_by_keyboard_and_a_member_gets_it_cited(
    signed_in: SignedIn, words: Words, language: str
) -> None:
    """One key for each claim and one for the signature: eight claims take nine keys."""
    say = words[language]
    page = signed_in("expert", language, "review")
    waiting = page.locator("main a[href*='/review/']").first
    expect(waiting).to_be_visible()
    sound(page)
    waiting.click()
    sheet = page.get_by_role("list", name=say["review.claims"])
    expect(sheet.get_by_role("listitem").first).to_be_visible()
    sound(page)
    claim = sheet.get_by_role("listitem").first.locator(".words").first.inner_text()
    total = sheet.get_by_role("listitem").count()
    for decided in range(1, total + 1):
        page.keyboard.press("a")
        done = say["review.progress"].format(decided=decided, total=total)
        expect(page.get_by_role("status").filter(has_text=done)).to_be_visible()
    page.keyboard.press("Shift+S")
    expect(page.get_by_text(say["review.said_signed"])).to_be_visible()
    member = signed_in("member", language, "ask")
    member.get_by_label(say["ask.question"]).fill(claim[:60])
    member.get_by_role("button", name=say["ask.send"], exact=True).click()
    source = member.get_by_role("button", name=say["ask.open_source"].format(number=1)).first
    expect(source).to_be_visible(timeout=20_000)
    source.click()
    sound(member)


@EN_FIRST
def test_what_nobody_signed_is_refused_and_passed_on(
    signed_in: SignedIn, words: Words, language: str
) -> None:
    """An unanswerable question is refused, passed to an expert, and waits where he sees it."""
    say = words[language]
    question = {
        "zh": "火星上的充电宝怎么报销差旅费？",
        "en": "How do I expense a power bank bought on Mars?",
    }[language]
    page = signed_in("member", language, "ask")
    page.get_by_label(say["ask.question"]).fill(question)
    page.get_by_role("button", name=say["ask.send"], exact=True).click()
    page.get_by_role("button", name=say["ask.to_expert"]).click()
    expect(page.get_by_text(say["ask.waits_named"])).to_be_visible()
    sound(page)
    expert = signed_in("expert", language, "questions")
    expect(expert.get_by_text(question).first).to_be_visible()
    sound(expert)


@ZH_FIRST
def test_help_me_say_it_never_posts_by_itself(
    signed_in: SignedIn, words: Words, language: str
) -> None:
    """The composer arranges the member's own words; only the member sends them."""
    say = words[language]
    own = {"zh": "客户是老同事介绍回来的", "en": "a former colleague sent the client back to us"}
    page = signed_in("member", language, "room")
    page.get_by_role("button", name=say["help.open"]).click()
    page.get_by_label(say["help.own"]).fill(own[language])
    page.get_by_role("button", name=say["help.arrange"]).click()
    expect(page.get_by_label(say["help.draft"])).to_have_value(re.compile(re.escape(own[language])))
    sound(page)
    page.get_by_role("button", name=say["help.take"]).click()
    expect(page.get_by_role("textbox").last).to_have_value(re.compile(re.escape(own[language])))


@pytest.mark.parametrize(("path", "language"), EVERY_PAGE)
def test_every_other_page_is_sound(
    signed_in: SignedIn, words: Words, language: str, path: str
) -> None:
    """Each page says its title in the reader's language, and axe finds no fault."""
    page = signed_in("owner", language, path)
    title = words[language][f"page.{path}"]
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible(timeout=20_000)
    sound(page)


@EN_FIRST
def test_the_queue_works_by_thumb(signed_in: SignedIn, words: Words, language: str) -> None:
    """At 390 px nothing is wider than the screen and the actions can be touched."""
    page = signed_in("facilitator", language, "queue", thumb=True)
    accept = page.get_by_role("button", name=words[language]["queue.accept"]).first
    expect(accept).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    box = accept.bounding_box()
    assert box
    assert box["height"] >= 36
    sound(page)


def test_a_member_says_no_to_what_is_guessed_and_takes_it_back(
    signed_in: SignedIn, words: Words
) -> None:
    """The page about oneself: a guess is contested by keyboard, out of use at once, and back."""
    say = words["zh"]
    page = signed_in("member", "zh", "room")
    page.get_by_role("link", name=say["page.me"]).first.click()
    expect(page.get_by_role("heading", level=1, name=say["page.me"])).to_be_visible()
    page.get_by_role("button", name=say["me.grounds"]).first.click()
    page.get_by_role("button", name=say["me.not_so"]).first.click()
    sound(page)
    page.keyboard.type("我只是嗓门大。")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text(say["mine.segment.contested"])).to_be_visible()
    page.get_by_role("button", name=say["me.withdraw"]).click()
    expect(page.get_by_text(say["mine.segment.contested"])).not_to_be_visible()
    sound(page)
