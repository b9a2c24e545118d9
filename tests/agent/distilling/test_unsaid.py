"""A word for a thing that no source speaks of is told; a sentence in other words is not."""

import pytest

from agent.distilling.support import checked
from agent.distilling.unsaid import unsaid
from community.actions.editing import Wording, edited
from community.distillation import Citation, Claim, ClaimKind
from community.errors import Invalid
from server.locales import coded, sentence
from tests.builders import a_member, said

BIN = "下班前把湿抹布放在门口的绿筐里,周四早上由值班的送洗,别和围裙混"
KEYS = "The spare keys hang behind the front desk. Sign the blue book on Monday morning, two each."


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("湿抹布放在门口的红筐里", "红筐"),
        ("周五早上由值班的送洗", "周五"),
        ("周四晚上由值班的送洗", "晚上"),
        ("周四早上由店长送洗,别和围裙混", "店长"),
        ("湿抹布放在库房的绿筐里", "库房"),
        ("别和手套混", "手套"),
    ],
)
def test_a_swapped_thing_is_told_in_chinese(text: str, word: str) -> None:
    assert unsaid(text, BIN) == (word,)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Sign the red book on Monday morning.", "red"),
        ("Sign the blue book on Friday morning.", "friday"),
        ("The spare keys hang behind the coffee machine", "coffee machine"),
        ("The spare bikes hang behind the front desk.", "bikes"),
        ("Sign the blue form on Monday morning, two each", "form"),
        ("Sign the blue book on Monday afternoon", "afternoon"),
    ],
)
def test_a_swapped_thing_is_told_in_english(text: str, word: str) -> None:
    assert unsaid(text, KEYS) == (word,)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("湿抹布下班前放门口绿色的筐,星期四早上值班的人送洗,不和围裙混", BIN),
        ("用过的湿抹布,下班前要放到门口绿筐", BIN),
        ("没有句型,学生只能说中文", "没有句型托着,他只能说中文"),
        ("7日起每周报一次", "7号起每个星期报一次"),
        ("Spare keys are hanging behind the front desk", KEYS),
        ("You sign the blue book every Monday morning, 2 each", KEYS),
        ("He wrote it down within 30 minutes", "he writes it down within 30 min"),
    ],
)
def test_other_words_for_the_same_are_paraphrase(text: str, source: str) -> None:
    assert unsaid(text, source) == ()


def test_what_was_asked_about_may_be_named() -> None:
    assert unsaid("湿手套放在门口的绿筐里", BIN) == ("手套",)
    assert unsaid("湿手套放在门口的绿筐里", BIN, "湿手套放哪") == ()


def test_an_expert_reads_which_word_it_is_and_may_keep_it_as_their_own() -> None:
    claim = Claim(
        id=1,
        text=BIN,
        kind=ClaimKind.FACT,
        citations=(Citation(message_id=1, start=0, end=len(BIN), quote=BIN),),
    )
    sources = {1: said(1, a_member(7, "许冉"), BIN)}
    red = BIN.replace("绿", "红")
    with pytest.raises(Invalid, match="edit_unsupported") as refused:
        edited(claim, Wording(text=red), lambda one: checked(one, sources, {}))
    told = sentence("zh", "error.edit_unsupported", refused.value.facts)
    assert "“红筐”" in told
    assert "“红筐”" in coded("en", "problem", "unsaid:红筐")
    kept = edited(claim, Wording(text=red, own=True), lambda one: checked(one, sources, {}))
    assert kept.own_words
    assert kept.problems == ("unsaid:红筐",)
