"""Draft the next migration: python -m community.store.migrations "What changes"."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from community.store.schema import draft_revision, migrate

with TemporaryDirectory() as folder:
    url = f"sqlite:///{Path(folder) / 'draft.db'}"
    migrate(url)
    draft_revision(url, " ".join(sys.argv[1:]) or "Unnamed")
