import json
from collections.abc import Awaitable, Callable

import pytest

from agent.distilling.windows import DistilBrief
from agent.models.base import Request
from agent.models.batch import BatchModel, replies_in
from agent.models.budgeted import BudgetedModel
from agent.models.fallback import FallbackModel
from agent.models.offline import OfflineModel
from agent.models.reserve import fits
from agent.models.resting import REST, RestingModel
from agent.models.scripted import ScriptedModel
from agent.moves.brief import Draft
from community.errors import ModelFailed
from tests.agent.wording.briefs import a_brief
from tests.builders import MONDAY

DRAFT = Draft(text="“天天站”，说得很好。谁替你站过？", quoted=("天天站",))


def request(move: str = "say_more", **changes: object) -> Request[Draft]:
    return Request(
        purpose=f"move_{move}",
        variables=a_brief(move, "zh", **changes),
        result=Draft,
        language="zh",
    )


def counter(tokens: int) -> Callable[[], Awaitable[int]]:
    async def spent() -> int:
        return tokens

    return spent


async def test_offline_words_every_move_without_a_key() -> None:
    completion = await OfflineModel().complete(request())
    assert completion.engine == "offline"
    assert completion.usage.tokens_in == 0
    assert completion.value.text


async def test_offline_takes_writers_for_other_purposes() -> None:
    def judge(variables: object, language: str) -> str:
        return f"{variables}:{language}"

    model = OfflineModel({"judge": judge})
    asked = Request(purpose="judge", variables=1, result=str, language="zh")
    assert (await model.complete(asked)).value == "1:zh"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (
            Request(purpose="sing", variables=1, result=Draft, language="zh"),
            "model_unknown_purpose",
        ),
        (request("dance"), "model_no_words"),
    ],
)
async def test_offline_says_what_it_cannot_do(asked: Request[Draft], code: str) -> None:
    with pytest.raises(ModelFailed) as failed:
        await OfflineModel().complete(asked)
    assert failed.value.code == code


async def test_a_script_is_replayed_in_order_and_ends() -> None:
    model = ScriptedModel({"move_say_more": [DRAFT, '{"text": "好"}', ModelFailed("model_busy")]})
    assert (await model.complete(request())).value == DRAFT
    assert (await model.complete(request())).value.text == "好"
    for code in ("model_busy", "model_script_ended"):
        with pytest.raises(ModelFailed) as failed:
            await model.complete(request())
        assert failed.value.code == code
    assert [asked.purpose for asked in model.asked] == ["move_say_more"] * 4


async def test_a_counted_script_costs_what_its_prompt_costs() -> None:
    model = ScriptedModel({"move_say_more": [DRAFT]}, counted=True)
    completion = await model.complete(request())
    assert completion.usage.tokens_in > 300
    assert completion.prompt_version


async def test_a_fallback_shows_the_failure_it_survived() -> None:
    failing = ScriptedModel({"move_say_more": [ModelFailed("model_timeout", purpose="x")]})
    completion = await FallbackModel(failing, OfflineModel()).complete(request())
    assert completion.engine == "offline"
    assert completion.failure is not None
    assert completion.failure.code == "model_timeout"


async def test_a_fallback_is_silent_where_nothing_failed() -> None:
    fine = ScriptedModel({"move_say_more": [DRAFT]})
    assert (await FallbackModel(fine, OfflineModel()).complete(request())).failure is None


async def test_where_both_fail_the_first_failure_is_told() -> None:
    failing = ScriptedModel({"move_dance": [ModelFailed("model_timeout")]})
    with pytest.raises(ModelFailed) as failed:
        await FallbackModel(failing, OfflineModel()).complete(request("dance"))
    assert failed.value.code == "model_timeout"


@pytest.mark.parametrize(
    ("cost", "spent", "limit", "may"),
    [(100, 0, 100, True), (101, 0, 100, False), (1, 100, 100, False), (1, 0, 0, False)],
)
def test_the_days_tokens_are_a_hard_limit(cost: int, spent: int, limit: int, *, may: bool) -> None:
    assert fits(cost, spent, limit) is may


async def test_a_spent_budget_asks_nobody() -> None:
    asked = ScriptedModel({"move_say_more": [DRAFT]})
    model = BudgetedModel(asked, limit=20_000, spent=counter(19_999))
    with pytest.raises(ModelFailed) as failed:
        await model.complete(request())
    assert failed.value.code == "model_budget_spent"
    assert asked.asked == []
    fresh = BudgetedModel(asked, limit=20_000, spent=counter(0))
    assert (await fresh.complete(request())).value == DRAFT


async def test_a_batch_is_written_and_read_back_by_what_was_asked() -> None:
    writing = BatchModel(model="any-model")
    with pytest.raises(ModelFailed) as failed:
        await writing.complete(request())
    assert failed.value.code == "model_waits_for_batch"
    (line,) = writing.waiting.values()
    entry = json.loads(line)
    assert (entry["method"], entry["url"]) == ("POST", "/v1/chat/completions")
    assert entry["body"]["response_format"]["json_schema"]["strict"] is True

    choice = {"message": {"role": "assistant", "content": '{"text": "好"}'}}
    answered = {
        "custom_id": entry["custom_id"],
        "response": {"status_code": 200, "body": {"choices": [choice]}},
        "error": None,
    }
    failed_one = {"custom_id": "x", "response": None, "error": {"message": "no"}}
    reading = BatchModel(replies_in([json.dumps(answered), "", json.dumps(failed_one)]))
    completion = await reading.complete(request())
    assert completion.value.text == "好"
    assert completion.engine == "batch"


async def test_a_changed_question_is_not_answered_from_an_old_batch() -> None:
    model = BatchModel({"0" * 24: '{"text": "好"}'})
    with pytest.raises(ModelFailed):
        await model.complete(request())


async def test_offline_words_a_draft_as_often_as_it_is_asked_to_and_never_the_same_way() -> None:
    draft = (await OfflineModel().complete(request(wordings=3))).value
    texts = [draft.text, *(other.text for other in draft.others)]
    assert len(set(texts)) == len(texts) == 3


async def test_the_last_of_a_day_is_kept_for_what_somebody_waits_for() -> None:
    asked = ScriptedModel({"move_say_more": [DRAFT]})
    model = BudgetedModel(asked, limit=20_000, spent=counter(15_000))
    article = Request(
        purpose="distil",
        variables=DistilBrief(community="c", talk="#1 许冉: 好"),
        result=Draft,
        language="zh",
    )
    with pytest.raises(ModelFailed) as failed:
        await model.complete(article)
    assert failed.value.code == "model_budget_kept"
    assert (await model.complete(request())).value == DRAFT


async def test_a_survived_failure_keeps_what_it_cost() -> None:
    costly = ModelFailed("model_cut_short", tokens_in=900, tokens_out=70)
    failing = ScriptedModel({"move_say_more": [costly]})
    completion = await FallbackModel(failing, OfflineModel()).complete(request())
    assert (completion.usage.tokens_in, completion.usage.tokens_out) == (900, 70)


async def test_an_endpoint_that_is_down_is_not_waited_for_again_within_a_minute() -> None:
    now = [MONDAY]
    script = [ModelFailed("model_unreachable"), DRAFT]
    asked = ScriptedModel({"move_say_more": script})
    model = RestingModel(asked, lambda: now[0])
    for _ in range(3):
        with pytest.raises(ModelFailed) as failed:
            await model.complete(request())
        assert failed.value.code == "model_unreachable"
    assert len(asked.asked) == 1
    now[0] += REST
    assert (await model.complete(request())).value == DRAFT


async def test_a_reply_that_could_not_be_used_is_no_reason_to_rest() -> None:
    asked = ScriptedModel({"move_say_more": [ModelFailed("model_bad_reply"), DRAFT]})
    model = RestingModel(asked, lambda: MONDAY)
    with pytest.raises(ModelFailed):
        await model.complete(request())
    assert (await model.complete(request())).value == DRAFT
