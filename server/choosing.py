"""Messages an expert picks as the source of a claim → the stretch of each that carries it best."""

from collections.abc import Collection

from agent.distilling.sentences import joined, sentences_in
from agent.distilling.support import recall
from community.conversation import Message
from community.distillation import Citation
from community.store import Tx, messages


async def cited_from(
    tx: Tx, message_ids: Collection[int] | None, text: str
) -> tuple[Citation, ...] | None:
    """Citations of these messages for these words; None where none were picked.

    Whether they may be cited is decided where the claim is (`review_claim`).
    """
    if message_ids is None:
        return None
    found = await messages.messages_by_id(tx, tuple(message_ids))
    return tuple(_nearest(found[id_], text) for id_ in dict.fromkeys(message_ids) if id_ in found)


def _nearest(said: Message, text: str) -> Citation:
    """The stretch of at most 200 characters that has most of the words; all of a short message."""
    spans = joined(sentences_in(said), said.text)
    if not spans:
        return Citation(message_id=said.id, start=0, end=len(said.text), quote=said.text)
    best = max(spans, key=lambda span: recall(text, span.text))
    return Citation(message_id=said.id, start=best.start, end=best.end, quote=best.text)
