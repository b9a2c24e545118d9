import pytest

from agent.answering.growing import whole_sentences

ONE = '{"sentences": [{"text": "满48小时", "numbers": [1]}'


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ('{"sentences": [{"text": "满48', 0),
        (ONE, 1),
        (ONE + ', {"text": "先', 1),
        (ONE + ', {"text": "先拿条", "numbers": [1, 2]}]}', 2),
        ('{"sentences": ["no object", {"text": "a", "numbers": [1]}]}', 0),
        ('{"sentences": [{"text": 3, "numbers": [1]}]}', 0),
        ('{"sentences": [{"text": "a", "numbers": ["1"]}]}', 0),
    ],
)
def test_only_whole_sentences_are_read(text: str, count: int) -> None:
    assert len(whole_sentences(text)) == count
