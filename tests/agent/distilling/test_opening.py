"""A claim begins where it says something, ends whole, and joins messages as sentences."""

import pytest

from agent.distilling.extracting import extract
from agent.distilling.opening import closed, opened, with_antecedent
from agent.distilling.sentences import sentences_in
from agent.distilling.strands import Part
from community.people import Role
from tests.agent.distilling.threads import a_thread
from tests.builders import a_member, said

NAMES = ("Marta Ruiz", "老顾")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("quick one, who signs for the night keys?", "who signs for the night keys?"),
        ("Hi all, also the ladder stays locked", "the ladder stays locked"),
        ("Marta, careful: the ladder stays locked", "the ladder stays locked"),
        ("Thanks for asking, Ed. We lock it at nine.", "We lock it at nine."),
        ("求支招,老顾,夜里的钥匙谁签收", "夜里的钥匙谁签收"),
        ("说真的,梯子夜里得锁上", "梯子夜里得锁上"),
        ("so what", "so what"),
        ("Update the sheet before nine", "Update the sheet before nine"),
        ("大家签完再走,钥匙挂回去", "大家签完再走,钥匙挂回去"),
    ],
)
def test_what_only_opens_is_left_away(text: str, left: str) -> None:
    assert opened(text, NAMES) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("她说“锁梯子,签名", "她说锁梯子,签名"),
        ("lock it (always) and sign) here", "lock it (always) and sign here"),
        ('say "locked" and "signed', 'say "locked" and signed'),
        ("1) lock it 2) sign it :)", "1) lock it 2) sign it :)"),
    ],
)
def test_a_sign_without_its_other_half_is_dropped(text: str, left: str) -> None:
    assert closed(text) == left


def test_another_persons_words_follow_a_semicolon_and_ones_own_a_full_stop() -> None:
    marta, ed = a_member(1, "Marta", Role.EXPERT), a_member(2, "Ed")
    thread, talk = a_thread(
        [
            (ed, "where do we keep the ladder key at night?"),
            (marta, "in the red box behind the counter, i sign it in at nine every evening"),
            (marta, "we lost two keys in may before we did that, none since"),
            (ed, "but with two shifts nobody knows who signed last, we had that in june", 2),
        ],
        language="en",
    )
    told = " | ".join(claim.text for claim in extract(thread, talk))
    assert "…" not in told
    assert "every evening. we lost two keys" in told
    assert "; Ed: but with two shifts" in told


def test_what_begins_with_a_pronoun_brings_the_sentence_it_points_to() -> None:
    message = said(1, a_member(1, "施工"), "两组一直在用旧扳手,我当场没看见。这种怎么管?")
    before, first = sentences_in(message)
    part = Part(message=message, sentences=(first,), texts=(first.text,), role="asked")
    assert with_antecedent(part).sentences == (before, first)
    heard = said(1, a_member(1, "施工"), "听说两组一直在用旧扳手。这种怎么管?")
    alone = sentences_in(heard)[1]
    part = Part(message=heard, sentences=(alone,), texts=(alone.text,), role="asked")
    assert with_antecedent(part).sentences == (alone,)
