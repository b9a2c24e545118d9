"""What a model is shown, and what becomes of its claims: windows, grounds, sides, a judge."""

from dataclasses import replace

from agent.distilling.drafting import DraftedClaim, claim_of
from agent.distilling.extracting import read_thread
from agent.distilling.grounding import grounded
from agent.distilling.judging import Judgement, Verdict, judge_brief, judged
from agent.distilling.reducing import Reduced, reduced
from agent.distilling.support import checked
from agent.distilling.windows import MOST_WINDOWS, WINDOW, windows_of
from community.distillation import Claim
from community.people import Role
from evals.benches.distil import thread_of
from tests.agent.distilling.threads import a_thread
from tests.builders import a_member

MIN, LIN, HE = a_member(2, "阿敏"), a_member(3, "小林", Role.EXPERT), a_member(4, "老何")
LINES = [
    (MIN, "客户压价8个点,你们一般怎么回?"),
    (LIN, "先拆报价单,第1页只写总价,客户反而不砍了", 1),
    (HE, "我不拆,拆了他一条条砍,还不如一次让2个点", 1),
    (LIN, "更正,是第2页写总价", 2),
]
THREAD, TALK = a_thread(LINES)
SOURCES = {message.id: message for message in TALK.messages}
NAMES = {one.name: one.id for one in (MIN, LIN, HE)}


def drafted(text: str, *quotes: str, ids: tuple[int, ...] = (2,)) -> Claim:
    return claim_of(DraftedClaim(ids=ids, quotes=quotes, text=text), SOURCES, {})


def test_a_long_thread_is_shown_in_windows_that_begin_with_what_they_answer() -> None:
    thread, talk = thread_of(WINDOW + 20)
    reading = read_thread(thread, talk)
    first, second = windows_of(reading.exchange, talk, {})
    assert first.brief.talk.count("\n#") == WINDOW
    assert second.brief.talk.splitlines()[1].startswith(f"#{WINDOW} ")
    assert WINDOW in second.ids


def test_of_a_thread_of_thousands_only_so_many_windows_are_shown() -> None:
    thread, talk = thread_of(3000)
    reading = read_thread(thread, talk)
    assert 2 < len(windows_of(reading.exchange, talk, {})) <= MOST_WINDOWS


def test_what_may_not_be_taught_is_not_shown_and_a_joke_is() -> None:
    reading = read_thread(THREAD, TALK)
    (window,) = windows_of(reading.exchange, TALK, {2: "advert", 3: "joke"})
    assert "拆报价单" not in window.brief.talk
    assert "一条条砍" in window.brief.talk
    assert 2 not in window.ids


def test_a_quote_is_found_though_its_signs_and_spaces_differ() -> None:
    claim = drafted("第1页只写总价", "先拆报价单， 第1页只写总价")
    assert claim.citations[0].quote == "先拆报价单,第1页只写总价"
    assert drafted("第1页只写总价", "第1页写总价").problems == ("not_verbatim",)


def test_the_question_a_claim_answers_is_cited_for_the_number_it_gives() -> None:
    claim = drafted("客户压价8个点，小林先拆报价单，第1页只写总价", "先拆报价单,第1页只写总价")
    reading = read_thread(THREAD, TALK)
    assert "number" in checked(claim, SOURCES, NAMES).problems
    whole = grounded(claim, reading.exchange, NAMES, ())
    assert [one.message_id for one in whole.citations] == [2, 1]
    assert checked(whole, SOURCES, NAMES).supported
    hidden = grounded(claim, reading.exchange, NAMES, (1,))
    assert not checked(hidden, SOURCES, NAMES).supported


def test_a_yes_by_sign_and_the_matter_asked_about_are_cited_for_a_claim_that_tells_them() -> None:
    thread, talk = a_thread(
        [
            (MIN, "夜班交接单放哪个文件夹好找?"),
            (LIN, "B,最上面那个", 1),
            (HE, "👌", 2),
        ]
    )
    sources = {message.id: message for message in talk.messages}
    bare = DraftedClaim(
        ids=(2,), quotes=("B,最上面那个",), text="夜班交接单放B文件夹，老何同意小林"
    )
    claim = claim_of(bare, sources, {})
    assert set(checked(claim, sources, NAMES).problems) == {"name", "recall"}
    whole = grounded(claim, read_thread(thread, talk).exchange, NAMES, ())
    assert [one.message_id for one in whole.citations] == [2, 1, 3]
    assert whole.citations[-1].quote == "👌"
    assert checked(whole, sources, NAMES).supported


def test_reducing_changes_no_word_joins_doubles_and_shows_what_is_outdated() -> None:
    old = drafted("报价单第1页只写总价", "第1页只写总价")
    double = drafted("第1页只写总价", "先拆报价单,第1页只写总价")
    other = drafted("老何不拆，一次让2个点", "还不如一次让2个点", ids=(3,))
    new = drafted("报价单第2页写总价", "是第2页写总价", ids=(4,))
    found = reduced(
        (old, double, other, new),
        Reduced(same=((1, 2), (3, 4)), outdated=((1, 4),), sides=((1, 3),)),
    )
    assert [claim.text for claim in found] == [old.text, other.text, new.text]
    assert found[0].problems == ("corrected_later",)
    assert not found[0].supported
    assert {one.message_id for one in found[0].citations} == {2, 4}
    assert [claim.side for claim in found] == [1, 1, None]


def test_an_earlier_claim_never_outdates_a_later_one() -> None:
    old = drafted("报价单第1页只写总价", "第1页只写总价")
    new = drafted("报价单第2页写总价", "是第2页写总价", ids=(4,))
    assert all(claim.supported for claim in reduced((old, new), Reduced(outdated=((2, 1),))))


def test_a_judge_can_only_take_support_away_and_must_show_where() -> None:
    claims = tuple(
        replace(drafted("第1页只写总价", "第1页只写总价"), id=number) for number in range(3)
    )
    brief = judge_brief(claims, SOURCES)
    assert "先拆报价单,第1页只写总价" in brief.claims
    said = Judgement(
        verdicts=(
            Verdict(claim=1, evidence="客户反而不砍了", verdict="partial"),
            Verdict(claim=2, evidence="谁也没说过", verdict="partial"),
            Verdict(claim=3, evidence="", verdict="unsupported"),
        )
    )
    found = judged(claims, said, SOURCES)
    assert [claim.problems for claim in found] == [("judge_partial",), (), ("judge_unsupported",)]
    assert [claim.supported for claim in found] == [False, True, False]


def test_joined_and_parted_clauses_deny_nothing_anew() -> None:
    whole = drafted("小林先拆报价单，第1页只写总价，客户反而不砍了", LINES[1][1])
    assert checked(whole, SOURCES, NAMES).supported
    turned = drafted("小林先拆报价单，第1页只写总价，客户反而砍了", LINES[1][1])
    assert checked(turned, SOURCES, NAMES).problems == ("negation",)
