"""Vectors of public texts, kept in the person's cache folder: a second run of an eval is quick."""

import os
from pathlib import Path

from knowledge_base.embedders.base import Embedder
from knowledge_base.embedders.kept import KeptEmbedder


def cache_folder() -> Path:
    """Return the folder XDG names for caches, ours within."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "simmer" / "vectors"


def cached(embedder: Embedder) -> KeptEmbedder:
    """The same embedder, asked only for what no run before has asked."""
    return KeptEmbedder(embedder, cache_folder(), questions=True)
