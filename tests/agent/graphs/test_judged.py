"""A model decides whether passages answer that are near to a question, not near enough by rule."""

import pytest

from agent.answering.telling import Heard
from tests.agent.graphs.test_answer import SayingModel, ask
from tests.knowledge_base.shelving import TEACHING, a_passage

NIGHT = "半夜找得到老师吗"
"""Near to a passage, not near enough to be answered by its evidence alone."""


@pytest.mark.parametrize("found", [True, False])
async def test_a_model_judges_what_the_evidence_alone_would_not_answer(*, found: bool) -> None:
    passages = (a_passage(9, "顾老师晚上十点后手机静音,早上六点半统一看消息"), *TEACHING)
    assert not (await ask(NIGHT, passages=passages)).answered
    reply = (("顾老师晚上十点后手机静音", (1,)),) if found else ()
    heard: list[Heard] = []
    given = await ask(NIGHT, SayingModel(reply), passages, tell=heard.append)
    assert (given.answered, given.engine) == (found, "said")
    assert [isinstance(each, tuple) for each in heard] == ([True, False] if found else [])


async def test_where_the_model_fails_the_evidence_alone_decides_again() -> None:
    passages = (a_passage(9, "顾老师晚上十点后手机静音,早上六点半统一看消息"), *TEACHING)
    given = await ask(NIGHT, SayingModel(None), passages)
    assert (given.answered, given.failure) == (False, "model_timeout")


async def test_what_is_far_from_everything_signed_is_not_put_to_a_model() -> None:
    given = await ask("巴西的首都在哪里", SayingModel((("巴西", (1,)),)))
    assert (given.answered, given.engine) == (False, "offline")
