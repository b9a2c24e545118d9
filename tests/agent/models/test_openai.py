import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import cast

import pytest

from agent.models.base import Request
from agent.models.openai import OpenAIModel
from agent.moves.brief import Draft
from community.errors import ModelFailed
from tests.agent.models.endpoint import Endpoint, Reply, endpoint, refused, said
from tests.agent.wording.briefs import a_brief

GOOD = json.dumps(
    {"text": "“拆成两页”，说得很好。第二页上放的是什么？", "options": [], "quoted": ["拆成两页"]}
)
REQUEST = Request(
    purpose="move_say_more", variables=a_brief("say_more", "zh"), result=Draft, language="zh"
)


@asynccontextmanager
async def model_at(
    *replies: Reply, delay: float = 0.0, patience: float = 5.0
) -> AsyncGenerator[tuple[OpenAIModel, Endpoint]]:
    async with endpoint(*replies, delay=delay) as spoken:
        model = OpenAIModel(
            base_url=spoken.url, api_key="k", model="small", timeout=patience, wait=0.01
        )
        try:
            yield model, spoken
        finally:
            await model.close()


async def test_a_draft_comes_back_typed_with_what_it_cost() -> None:
    async with model_at(said(GOOD)) as (model, spoken):
        completion = await model.complete(REQUEST)
    assert completion.value.quoted == ("拆成两页",)
    assert completion.engine == "openai:small"
    assert (completion.usage.tokens_in, completion.usage.tokens_out) == (700, 40)
    assert len(completion.prompt_version) == 12
    asked = spoken.asked[0]
    form = cast("dict[str, dict[str, object]]", asked["response_format"])
    assert form["json_schema"]["strict"] is True


async def test_members_words_stand_in_the_second_part_only() -> None:
    async with model_at(said(GOOD)) as (model, spoken):
        await model.complete(REQUEST)
    system, talk = cast("list[dict[str, str]]", spoken.asked[0]["messages"])
    assert "降到2个" not in system["content"]
    assert "降到2个" in talk["content"]


async def test_tokens_are_counted_here_where_the_endpoint_does_not_say() -> None:
    async with model_at(said(GOOD, counted=False)) as (model, _):
        completion = await model.complete(REQUEST)
    assert completion.usage.tokens_in > 200
    assert completion.usage.tokens_out > 10


@pytest.mark.parametrize("trouble", [refused(503, "Loading model"), refused(429, "slow down")])
async def test_a_passing_failure_is_tried_again(trouble: Reply) -> None:
    async with model_at(trouble, trouble, said(GOOD)) as (model, spoken):
        completion = await model.complete(REQUEST)
    assert completion.value.text
    assert len(spoken.asked) == 3


@pytest.mark.parametrize(
    ("trouble", "code", "calls"),
    [
        pytest.param(refused(401, "bad key"), "model_unauthorised", 1, id="a wrong key"),
        pytest.param(refused(404, "no such model"), "model_unknown_model", 1, id="a wrong model"),
        pytest.param(
            refused(400, "request exceeds the available context size"),
            "model_context_too_long",
            1,
            id="too long",
        ),
        pytest.param(refused(429, "quota"), "model_busy", 3, id="always busy"),
        pytest.param(refused(500, "oops"), "model_failed", 3, id="broken"),
        pytest.param(said("我不会"), "model_bad_reply", 2, id="no draft, asked once more"),
        pytest.param(said('{"text": "说到一', "length"), "model_cut_short", 2, id="cut off"),
    ],
)
async def test_a_lasting_failure_has_its_own_code(trouble: Reply, code: str, calls: int) -> None:
    async with model_at(trouble) as (model, spoken):
        with pytest.raises(ModelFailed) as failed:
            await model.complete(REQUEST)
    assert failed.value.code == code
    assert len(spoken.asked) == calls


async def test_a_reply_that_is_no_json_is_asked_for_once_more() -> None:
    async with model_at(said("好的，这是草稿"), said(GOOD)) as (model, spoken):
        completion = await model.complete(REQUEST)
    assert completion.value.text
    assert completion.usage.tokens_in == 1400
    assert len(cast("list[object]", spoken.asked[1]["messages"])) == 4


async def test_an_endpoint_without_schemas_is_asked_in_plain_words_from_then_on() -> None:
    no_schema = refused(400, "response_format json_schema is not supported")
    async with model_at(no_schema, said(GOOD), said(GOOD)) as (model, spoken):
        await model.complete(REQUEST)
        await model.complete(REQUEST)
    assert ["response_format" in asked for asked in spoken.asked] == [True, False, False]


async def test_a_silent_endpoint_times_out() -> None:
    async with model_at(said(GOOD), delay=0.4, patience=0.1) as (model, _):
        with pytest.raises(ModelFailed) as failed:
            await model.complete(REQUEST)
    assert failed.value.code == "model_timeout"


async def test_an_endpoint_that_is_not_there_is_unreachable() -> None:
    model = OpenAIModel(
        base_url="http://127.0.0.1:9/v1", api_key="", model="small", timeout=1, wait=0.01
    )
    with pytest.raises(ModelFailed) as failed:
        await model.complete(REQUEST)
    await model.close()
    assert failed.value.code == "model_unreachable"


async def test_a_purpose_without_a_prompt_is_not_sent() -> None:
    async with model_at(said(GOOD)) as (model, spoken):
        request = Request(
            purpose="move_dance", variables=a_brief("x", "zh"), result=Draft, language="zh"
        )
        with pytest.raises(ModelFailed) as failed:
            await model.complete(request)
    assert failed.value.code == "model_no_prompt"
    assert spoken.asked == []


async def test_a_reply_that_was_cut_off_is_asked_for_with_twice_the_room() -> None:
    async with model_at(said('{"text": "说到一', "length"), said(GOOD)) as (model, spoken):
        completion = await model.complete(REQUEST)
    assert completion.value.text
    assert [asked["max_tokens"] for asked in spoken.asked] == [900, 1800]
    assert len(cast("list[object]", spoken.asked[1]["messages"])) == 2


async def test_a_failure_that_was_answered_says_what_it_cost() -> None:
    async with model_at(said("我不会")) as (model, _):
        with pytest.raises(ModelFailed) as failed:
            await model.complete(REQUEST)
    assert (failed.value.facts["tokens_in"], failed.value.facts["tokens_out"]) == (1400, 80)


async def test_an_endpoint_that_names_the_room_otherwise_is_heeded() -> None:
    newer = refused(400, "'max_tokens' is not supported, use 'max_completion_tokens'")
    async with model_at(newer, said(GOOD), said(GOOD)) as (model, spoken):
        await model.complete(REQUEST)
        await model.complete(REQUEST)
    assert ["max_completion_tokens" in asked for asked in spoken.asked] == [False, True, True]
    assert "max_tokens" not in spoken.asked[2]
