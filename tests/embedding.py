"""The real embedder, loaded once in a process; what it was given before it does not embed again."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from knowledge_base.embedders.base import Embedder
from knowledge_base.embedders.installed import installed_embedder
from knowledge_base.embedders.kept import KeptEmbedder


@cache
def the_embedder() -> Embedder:
    """The installed model behind the product's own memory of vectors."""
    folder = Path(tempfile.mkdtemp(prefix="simmer-vectors-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return KeptEmbedder(installed_embedder(), folder, questions=True)
