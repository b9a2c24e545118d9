"""Thinks: listens, weighs, words, distils and answers; decides and writes nothing.

The public face loads when asked for: whoever only listens need not wait for the graphs.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agent.context import Context
    from agent.graphs.answer import answer
    from agent.graphs.distil import distil
    from agent.graphs.facilitate import facilitate, facilitate_history

__all__ = ["Context", "answer", "distil", "facilitate", "facilitate_history"]

HOMES = {
    "Context": "agent.context",
    "answer": "agent.graphs.answer",
    "distil": "agent.graphs.distil",
    "facilitate": "agent.graphs.facilitate",
    "facilitate_history": "agent.graphs.facilitate",
}


def __getattr__(name: str) -> object:
    """A public name from its module."""
    if name not in HOMES:
        raise AttributeError(name)
    return getattr(import_module(HOMES[name]), name)
