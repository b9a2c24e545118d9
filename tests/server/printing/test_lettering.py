import pytest

from server.printing.lettering import (
    BREAK,
    breakable,
    cut,
    has_words,
    held,
    printable,
    sentences_of,
    unnamed,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("🔥🔥", ""),
        ("复盘🎉会", "复盘会"),
        ("Bo عبد 🙂", "Bo"),
        ("| 步骤 | 时间 |\n|---|---|\n| 领读 | 7:15 |", "步骤 · 时间\n领读 · 7:15"),
        ("a | b", "a · b"),
        ("一\u202e二\u0007三", "一二三"),
    ],
)
def test_only_what_the_fonts_have_is_set(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(("text", "readable"), [("🔥", False), ("？！…", False), ("3", True)])
def test_a_title_needs_a_letter_or_a_number(text: str, *, readable: bool) -> None:
    assert has_words(text) is readable


def test_a_word_too_long_for_a_line_gets_places_to_break() -> None:
    word = "a" * 300
    parts = breakable(f"See {word} now").split(BREAK)
    assert "".join(parts) == f"See {word} now"
    assert max(len(part) for part in parts) < 30
    assert breakable("一句很长很长很长很长很长很长很长很长的中文话") == (
        "一句很长很长很长很长很长很长很长很长的中文话"
    )


def test_a_text_is_cut_at_sentences_and_a_long_one_between_clauses() -> None:
    assert sentences_of("先登记。再谈！“好吗？”行", 140) == ("先登记。", "再谈！", "“好吗？”行")
    pieces = sentences_of("一" * 90 + "，" + "二" * 90, 100)
    assert [len(piece) for piece in pieces] == [91, 90]
    assert all(len(piece) <= 100 for piece in sentences_of("字" * 3000, 100))
    assert cut("How do you end a retro well?", 20) == "How do you end a…"


def test_a_sentence_too_long_keeps_its_words_spaces_and_numbers_whole() -> None:
    said = "they read it, slept on it, AND came at 7:15 with 3,000 words of their own " * 4
    pieces = sentences_of(said, 100)
    assert len(pieces) > 1
    assert all(len(piece) <= 100 for piece in pieces)
    assert " ".join(pieces) == said.strip()
    assert " ".join(sentences_of("word " * 60, 100)) == ("word " * 60).strip()


def test_a_title_breaks_between_words_and_reads_the_same() -> None:
    assert held("家长半夜发微信").replace("\u2060", "") == "家长半夜发微信"
    assert "\u2060" in held("家长半夜发微信")
    assert held("How do retros end?") == "How do retros end?"


def test_nobody_is_named_outside_who_did_not_agree() -> None:
    names = {"罗一鸣": "", "尹倩": "小尹", "孟晓蕾": "孟晓蕾", "Ann": "", "Bo": r"\1"}
    text = "罗一鸣：我班46人；尹倩:回啊；孟晓蕾不同意，@罗一鸣说过。Annual review by Ann, Bo: yes"
    assert unnamed(text, names, "一位成员") == (
        "我班46人；小尹:回啊；孟晓蕾不同意，一位成员说过。Annual review by 一位成员, \\1: yes"
    )


def test_a_name_written_small_goes_too_but_no_word_that_looks_like_one() -> None:
    names = {"Kofi": "", "Will": ""}
    text = "kofi's list helps, and it will stay; Will said so"
    assert unnamed(text, names, "a member") == (
        "a member's list helps, and it will stay; a member said so"
    )
