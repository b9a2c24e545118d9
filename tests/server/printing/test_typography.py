"""Signs are put right, words stay: in Chinese, in English, and never in what is typed."""

import pytest

from server.printing.typography import in_print


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("超了找我,我去说。那就定:3月9号起", "超了找我，我去说。那就定：3月9号起。"),
        ("早自习有没有跟我一样的。。", "早自习有没有跟我一样的。"),
        ("我7:12就站门口,比例是7:2:1", "我7:12就站门口，比例是7:2:1。"),
        ('家长说"打电话"就行(见附件)', "家长说“打电话”就行（见附件）。"),
        ('he said "wait"', "He said “wait”."),
        ("ok i'll start. we had 6 people,e.g. me", "I’ll start. We had 6 people,e.g. me."),
        (
            '"not now" beats "no". half don\'t come back',
            "“Not now” beats “no”. Half don’t come back.",
        ),
        ("pages 30 -> 11 a week!!", "Pages 30 → 11 a week!"),
        ('use pd.read_csv("a.csv") here', 'Use pd.read_csv("a.csv") here.'),
    ],
)
def test_signs_are_set_as_a_printer_sets_them(said: str, printed: str) -> None:
    assert in_print(said) == printed


def test_what_asks_gets_its_mark_and_a_title_no_stop() -> None:
    assert in_print("谁知道钥匙在谁那", asks=True) == "谁知道钥匙在谁那？"
    assert in_print("what should I stop", asks=True) == "What should I stop?"
    assert in_print("家长会的流程", ends=False) == "家长会的流程"
