"""Members' questions asked of what an expert would sign, by the rules or with a language model.

simmer eval answers --data FOLDER --json
simmer eval answers --data FOLDER --engine batch --requests OUT
simmer eval answers --data FOLDER --engine batch --completions IN --json

A question the model was not asked, or whose reply cannot be read, is answered by the rules.
"""

from community.errors import Invalid
from evals.scorers import answers
from evals.task import Figures, Options


def measure(options: Options) -> Figures:
    """The requests written, or what of the questions came out right and in whose words."""
    if options.data is None:
        raise Invalid("eval_needs_data", name="answers")
    return answers.measure(options)
