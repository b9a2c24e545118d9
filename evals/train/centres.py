"""How the mean questions of knowledge_base.centring were made: run it again to get them.

    python -m evals.train.centres --communities FOLDER…

The mean of the vectors of all labelled questions of these communities, one per script. They are
members' questions, asked as members ask: those of an encyclopedic test served less well.
"""

import argparse
from collections import defaultdict
from pathlib import Path

import numpy as np

from evals.scorers.answers import read_questions
from evals.vectors import cached
from knowledge_base.centring import CENTRES, script_of
from knowledge_base.embedders.base import Vectors
from knowledge_base.embedders.installed import installed_embedder


def main() -> None:
    """Write the means beside the module that uses them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--communities", type=Path, nargs="+", required=True)
    embedder = cached(installed_embedder())
    vectors: dict[str, list[Vectors]] = defaultdict(list)
    for folder in parser.parse_args().communities:
        for asked in read_questions(folder):
            text = asked["question"]
            vectors[script_of(text)].append(embedder.embed_question(text))
    means = {name: np.stack(each).mean(axis=0).astype(np.float16) for name, each in vectors.items()}
    np.savez_compressed(CENTRES, allow_pickle=False, **means)
    print({name: len(each) for name, each in vectors.items()})


if __name__ == "__main__":
    main()
