"""Tokens a model would read and write for a thousand messages: drafts, and distilling beside.

simmer eval tokens --json                 the Chinese sample, as configured by default
simmer eval tokens --data FOLDER --json

The five weeks are gone through look by look. Each request is rendered as it would be sent and
counted; a draft is answered with the offline wordings in the shape a model replies in, so that
revisions happen where they would. `tokens_in` and `tokens_out` are those of drafts. Distilling is
counted in its requests, with the mean reply of thresholds.md §9 for each.
"""

import asyncio

from agent.completions import line_of
from agent.context import Context
from agent.models.base import Completion, Request, T
from agent.models.offline import OfflineModel
from agent.models.rendering import rendered
from agent.tokens import count
from community.errors import ModelFailed
from community.suggestion import Usage
from evals.benches.replay import SAMPLE
from evals.drafted import drafts_of, instants
from evals.labelled import read_sample
from evals.scorers.claims import distil_all
from evals.task import Figures, Options

DISTILLED = 250
"""Tokens of a reply to a distilling request [thresholds.md §9: 9k for 36 calls]."""
PER = 1000
MOVE = "move_"


class CountingModel:
    """Answers a draft with the offline wordings, and counts as if a model had written them."""

    engine = "counting"

    def __init__(self) -> None:
        self._offline = OfflineModel()
        self.read = self.written = self.calls = 0

    async def complete(self, request: Request[T]) -> Completion[T]:
        """The offline wordings of a draft; of anything else only the request is counted."""
        prompt = rendered(request)
        tokens_in = count(prompt.system) + count(prompt.talk)
        self.calls += 1
        self.read += tokens_in
        if not request.purpose.startswith(MOVE):
            raise ModelFailed("model_script_ended", purpose=request.purpose)
        completion = await self._offline.complete(request)
        tokens_out = count(line_of(completion.value))
        self.written += tokens_out
        usage = Usage(tokens_in=tokens_in, tokens_out=tokens_out)
        return Completion(value=completion.value, engine=self.engine, usage=usage)


def measure(options: Options) -> Figures:
    """All figures but the first two for a thousand messages."""
    talk = read_sample(options.data or SAMPLE).talk
    drafts, distilling = CountingModel(), CountingModel()
    found = asyncio.run(drafts_of(talk, instants(talk), drafts))
    asyncio.run(distil_all(talk, Context(model=distilling)))
    messages = len(talk.messages)

    def scaled(tokens: int) -> int:
        return round(PER * tokens / messages)

    return {
        "messages": messages,
        "drafts": len(found),
        "calls": scaled(drafts.calls),
        "tokens_in": scaled(drafts.read),
        "tokens_out": scaled(drafts.written),
        "distil_calls": scaled(distilling.calls),
        "distil_in": scaled(distilling.read),
        "distil_out": scaled(distilling.calls * DISTILLED),
    }
