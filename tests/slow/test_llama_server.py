"""The model engine against a real llama.cpp server with a small model: the protocol, not the words.

The model knows no Chinese, so whatever it says in it is caught by a check.
"""

from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

import pytest

from agent.answering.brief import AnswerBrief, Source
from agent.checks import check
from agent.checks.subject import Subject
from agent.context import Context
from agent.graphs.facilitate import facilitate
from agent.models.base import Request
from agent.models.fallback import FallbackModel
from agent.models.offline import OfflineModel
from agent.models.openai import OpenAIModel
from community.errors import ModelFailed
from community.people import Role
from community.review import Ledger
from tests.agent.wording.briefs import a_brief
from tests.builders import MONDAY, a_member, a_talk, said
from tests.slow.peer import PEERS, a_peer, free_port

KEY, CONTEXT, PATIENCE = "sesame", 1024, 60
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not PEERS.is_dir(), reason="no llama.cpp server here: make peers"),
]

HOST = a_member(1, "周姐", Role.FACILITATOR)
ASKER, PEER = a_member(2, "小林"), a_member(3, "阿敏")
BEFORE = [said(100 + n, HOST, f"第{n}层打印机修好了", minutes=-1500 + n) for n in range(12)]
TALK = a_talk(
    [*BEFORE, said(1, ASKER, "请问月底的报表交给谁,纸质还是电子版?")], [HOST, ASKER, PEER]
)
NOW = MONDAY + timedelta(minutes=70)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A reply so short that it fits into a few tokens."""

    yes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Essay:
    """A reply that may go on and on."""

    text: str


@asynccontextmanager
async def model_at(
    port: int, *, key: str = KEY, patience: float = PATIENCE, room: int = 100, wait: float = 1.0
) -> AsyncGenerator[OpenAIModel]:
    model = OpenAIModel(
        base_url=f"http://127.0.0.1:{port}/v1",
        api_key=key,
        model="smollm2",
        timeout=patience,
        room=room,
        wait=wait,
    )
    try:
        yield model
    finally:
        await model.close()


@pytest.fixture(scope="module")
def loading() -> Iterator[int]:
    """The port of a server that has just begun to load its model."""
    with a_peer(context=CONTEXT, key=KEY) as port:
        yield port


@pytest.fixture
async def port(loading: int) -> int:
    """The same server once it answers; the first to ask waits while the model is loaded."""
    async with model_at(loading, wait=32.0) as model:
        await model.complete(asking(Verdict))
    return loading


def asking(result: type, language: str = "en") -> Request[object]:
    source = Source(number=1, title="Paging", text="Whoever is paged twice starts at noon.")
    brief = AnswerBrief(question="When do I start after two pages?", sources=(source,))
    return Request(purpose="answer", variables=brief, result=result, language=language)


async def test_while_the_model_is_loaded_it_is_asked_again(loading: int) -> None:
    async with model_at(loading, wait=32.0) as model:
        completion = await model.complete(asking(Verdict))
    assert isinstance(completion.value, Verdict)
    assert completion.usage.tokens_in > 100
    assert 0 < completion.usage.tokens_out < 30


async def test_the_schema_holds_whatever_the_model_would_say(port: int) -> None:
    async with model_at(port) as model:
        completion = await model.complete(asking(Verdict))
    assert isinstance(completion.value, Verdict)


async def test_a_reply_is_heard_as_it_grows(port: int) -> None:
    heard: list[str] = []
    request = asking(Verdict)
    listened = Request(
        purpose=request.purpose,
        variables=request.variables,
        result=Verdict,
        language="en",
        growing=heard.append,
    )
    async with model_at(port) as model:
        completion = await model.complete(listened)
    assert len(heard) > 2
    assert all(later.startswith(former) for former, later in pairwise(heard))
    assert completion.usage.tokens_out > 0


async def test_a_reply_that_is_cut_off_has_twice_the_room_once(port: int) -> None:
    async with model_at(port) as model:
        whole = (await model.complete(asking(Verdict))).usage
    async with model_at(port, room=whole.tokens_out - 1) as model:
        completion = await model.complete(asking(Verdict))
    assert isinstance(completion.value, Verdict)
    assert completion.usage.tokens_in == 2 * whole.tokens_in


async def test_a_reply_that_is_cut_off_twice_is_a_failure_that_cost_tokens(port: int) -> None:
    async with model_at(port, room=5) as model:
        with pytest.raises(ModelFailed) as failed:
            await model.complete(asking(Essay))
    assert failed.value.code == "model_cut_short"
    assert failed.value.facts["tokens_out"] == 15


async def test_chinese_it_does_not_know_is_caught_by_the_checks(port: int) -> None:
    async with model_at(port, room=40) as model:
        try:
            text = (await model.complete(asking(Essay, "en"))).value
            worded = text.text if isinstance(text, Essay) else ""
        except ModelFailed:
            worded = "Whoever is paged twice starts at noon."
    subject = Subject(text=worded, brief=a_brief("say_more", "zh"), length=60)
    assert not check(("LANG",), subject)[0].passed


@pytest.mark.parametrize(
    ("key", "code"),
    [
        pytest.param("wrong", "model_unauthorised", id="a wrong key"),
        pytest.param(KEY, "model_context_too_long", id="more than it can read"),
    ],
)
async def test_each_failure_leaves_an_offline_draft_and_says_why(
    port: int, key: str, code: str
) -> None:
    async with model_at(port, key=key) as model:
        ctx = Context(model=FallbackModel(model, OfflineModel()))
        look = await facilitate(TALK, Ledger(), NOW, ctx)
    assert look.suggestion is not None
    assert look.suggestion.engine == "offline"
    assert "月底的报表" in look.suggestion.text
    assert look.observation.failure is not None
    assert look.observation.failure.code == code


async def test_a_reply_that_takes_too_long_is_not_waited_for(port: int) -> None:
    async with model_at(port, patience=0.05) as model:
        with pytest.raises(ModelFailed) as failed:
            await model.complete(asking(Essay))
    assert failed.value.code == "model_timeout"


async def test_a_server_that_is_gone_leaves_an_offline_draft_too() -> None:
    async with model_at(free_port()) as model:
        ctx = Context(model=FallbackModel(model, OfflineModel()))
        look = await facilitate(TALK, Ledger(), NOW, ctx)
    assert look.suggestion is not None
    assert look.observation.failure is not None
    assert look.observation.failure.code == "model_unreachable"
