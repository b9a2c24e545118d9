import pytest

from agent.completions import read_reply, repaired, schema_of
from agent.moves.brief import Draft
from community.errors import ModelFailed


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param('{"text": "好", "options": [], "quoted": []}', id="plain"),
        pytest.param('```json\n{"text": "好"}\n```', id="fenced"),
        pytest.param('<think>嗯 {x}</think>{"text": "好"}', id="after a thought"),
        pytest.param('这是草稿：{"text": "好"} 希望有用', id="with talk around it"),
        pytest.param('{"text": "好", "options": ["让", "不', id="cut inside a list"),
    ],
)
def test_a_reply_is_read_through_what_models_wrap_it_in(reply: str) -> None:
    assert read_reply(reply, Draft, "move_say_more").text == "好"


@pytest.mark.parametrize("reply", ["", "不会写", '["a"]', '{"text": "说到一半', '{"words": "好"}'])
def test_what_is_no_draft_fails_with_a_code(reply: str) -> None:
    with pytest.raises(ModelFailed) as failed:
        read_reply(reply, Draft, "move_say_more")
    assert failed.value.code == "model_bad_reply"


def test_a_string_cut_in_the_middle_is_dropped_not_taken_whole() -> None:
    assert repaired('{"text":"a","options":["x","y') == '{"text":"a","options":["x"]}'
    assert repaired('{"claims":[{"text":"a"},{"text":"b') == '{"claims":[{"text":"a"}]}'


def test_the_schema_names_every_field_and_allows_no_other() -> None:
    schema = schema_of(Draft)
    assert schema["required"] == ["options", "others", "quoted", "text"]
    assert schema["additionalProperties"] is False
