"""Which engine an eval asks, and the requests that still wait for a reply."""

from agent.models.base import ChatModel
from agent.models.batch import BatchModel, replies_in
from agent.models.offline import OfflineModel
from community.errors import Invalid
from evals.task import Options


def engine_of(options: Options) -> ChatModel:
    """The engine `--engine` names: offline, or batch with the `--completions` there are."""
    if options.engine == "offline":
        return OfflineModel()
    if options.engine != "batch":
        raise Invalid("eval_unknown_engine", engine=options.engine)
    if options.completions is None:
        return BatchModel()
    return BatchModel(replies_in(options.completions.read_text(encoding="utf-8").splitlines()))
