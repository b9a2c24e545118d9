"""A paste that is taken back: who came with it leaves with it, and it may be pasted again."""

from collections.abc import Collection

from community.conversation import Message
from community.people import Role
from community.store import members, traces
from community.store.engine import Tx


async def forget_paste(
    tx: Tx, said: Collection[Message], newcomers: Collection[int]
) -> tuple[int, ...]:
    """Free the sources of messages just taken back; the newcomers among their authors go.

    Somebody stays who signs in, has a task, or has anything else here. The result is who went.
    """
    ids = [each.id for each in said]
    await traces.free_sources(tx, ids)
    gone: list[int] = []
    for member_id in sorted({each.author_id or 0 for each in said} & set(newcomers)):
        found = await members.member(tx, member_id)
        if found is None or found.account_id is not None or found.role is not Role.MEMBER:
            continue
        if not await traces.left_traces(tx, member_id, ids):
            await traces.remove_member(tx, member_id)
            gone.append(member_id)
    return tuple(gone)
