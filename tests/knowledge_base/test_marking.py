import pytest

from knowledge_base.marking import marks_in


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("老客户压价怎么办？", "客户老是压价", ["客户压价"]),
        ("老客户压价怎么办？", "老客戶壓價", ["老客户压价"]),
        ("How do retros end?", "ending the retro", ["retros", "end"]),
        ("Python 读表慢", "python 读表", ["Python", "读表"]),
        ("没有相同的字", "完全两样", []),
        ("复盘会", "", []),
        ("🙂🙂 复盘", "复盘", ["复盘"]),
    ],
)
def test_what_a_query_shares_with_a_text_is_marked(
    text: str, query: str, marked: list[str]
) -> None:
    assert [text[start:end] for start, end in marks_in(text, query)] == marked
