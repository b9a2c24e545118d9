import pytest

from knowledge_base.embedders.base import Embedder
from knowledge_base.embedders.installed import installed_embedder


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    return installed_embedder()
