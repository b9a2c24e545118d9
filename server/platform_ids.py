"""The platform's own ids of messages, by which exports and answers name them."""

from collections.abc import Iterable

from community.conversation import Message
from community.store import Tx, messages


def platform_id(said: Message) -> str:
    """What the platform calls a message; our own id where it never had one."""
    return said.external_id or str(said.id)


async def platform_ids(tx: Tx, ids: Iterable[int]) -> dict[int, str]:
    """What the platform calls these messages, by our ids."""
    found = await messages.messages_by_id(tx, tuple(set(ids)))
    return {id_: platform_id(said) for id_, said in found.items()}
