"""Chat exports: a file is recognised by its content and read as a stream of events."""

from connectors.exports.base import Export, Wish
from connectors.exports.opening import LIMIT, open_export

__all__ = ["LIMIT", "Export", "Wish", "open_export"]
