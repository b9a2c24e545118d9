import pytest

from knowledge_base.embedders.base import Embedder
from tests.embedding import the_embedder


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    return the_embedder()
