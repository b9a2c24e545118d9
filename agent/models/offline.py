"""The engine that needs no key: drafts from wordings, members' own phrases and question packs."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from agent.models.base import OFFLINE, Completion, Request
from agent.moves.brief import Brief, Draft, Wording
from agent.wording.writers import write
from community.errors import ModelFailed

T = TypeVar("T")
Writer = Callable[[object, str], object]
"""From the variables of a request and its language to its result."""


class OfflineModel:
    """Dispatches on the purpose; the same request always gets the same words.

    `writers` adds purposes other than moves (distilling, judging) from their own packages.
    """

    engine = OFFLINE

    def __init__(self, writers: Mapping[str, Writer] | None = None) -> None:
        self._writers = dict(writers or {})

    async def complete(self, request: Request[T]) -> Completion[T]:
        """Word a move or run the writer of another purpose; ModelFailed for any other."""
        value = self._value(request)
        if not isinstance(value, request.result):
            raise ModelFailed("model_wrong_result", purpose=request.purpose)
        return Completion(value=value, engine=self.engine)

    def _value(self, request: Request[T]) -> object:
        if writer := self._writers.get(request.purpose):
            return writer(request.variables, request.language)
        if request.purpose.startswith("move_") and isinstance(request.variables, Brief):
            draft = write(request.variables)
            if draft is None:
                raise ModelFailed("model_no_words", purpose=request.purpose)
            return replace(draft, others=tuple(_others(request.variables, draft)))
        raise ModelFailed("model_unknown_purpose", purpose=request.purpose)


def _others(brief: Brief, draft: Draft) -> Iterator[Wording]:
    """The same brief in its next forms, as many as are asked for; each unlike those before."""
    told = {draft.text}
    for step in range(1, brief.wordings):
        again = write(replace(brief, variant=brief.variant + step, avoid=(*brief.avoid, *told)))
        if again is not None and again.text not in told:
            told.add(again.text)
            yield Wording(text=again.text, options=again.options)
