"""How many messages of a labelled community got the right parent, or rightly none."""

from pathlib import Path

from agent.listening.threads import link_messages
from community.conversation import Link
from evals.chats import read_labelled


def link_accuracy(folder: Path) -> float:
    """Share of the labelled messages whose parent, or none, is right; replies are given."""
    labelled = read_labelled(folder)
    links = link_messages(labelled.messages, labelled.members)
    return accuracy(links, labelled.parents)


def accuracy(links: tuple[Link, ...], parents: dict[int, int | None]) -> float:
    """Share of the labelled messages with the right parent."""
    right = sum(
        link.parent_id == parents[link.message_id] for link in links if link.message_id in parents
    )
    return right / max(1, len(parents))
