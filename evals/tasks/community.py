"""A labelled community, whole: links, moments to speak or not, claims found, questions answered.

simmer eval community --data ../shared/datasets/zh-teachers --json
"""

from community.errors import Invalid
from evals.labelled import read_sample
from evals.scorers import answers, claims
from evals.scorers.links import link_accuracy
from evals.scorers.moments import judge_moments
from evals.task import Figures, Options


def measure(options: Options) -> Figures:
    """Every figure this folder has labels for."""
    if options.data is None:
        raise Invalid("eval_needs_data", name="community")
    figures: Figures = {"link_accuracy": round(link_accuracy(options.data), 4)}
    if (options.data / "moments.jsonl").exists():
        figures |= judge_moments(read_sample(options.data))
    if (options.data / "knowledge.jsonl").exists():
        figures |= claims.measure(options)
    if (options.data / "questions.jsonl").exists():
        figures |= answers.measure(options)
    return figures
