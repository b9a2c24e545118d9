"""What of a thread its article rests on, and what and whose of it was left behind."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from agent.distilling.omissions import unfit
from agent.distilling.sentences import sentences_in
from agent.distilling.weights import TEACHES, asks, substance
from community.conversation import Message, MessageKind
from community.distillation import ClaimState, Distillation


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """`used` are the claims (1, 2, … in order) that rest on a message, by message id.

    `unused` are messages that teach something and that no claim rests on; `vanished` are members
    who said such a thing and of whom no claim keeps anything. Rejected claims count for nothing.
    """

    used: Mapping[int, tuple[int, ...]]
    unused: tuple[int, ...]
    vanished: tuple[int, ...]


def coverage_of(
    article: Distillation, thread: Iterable[Message], silent: Collection[int] = ()
) -> Coverage:
    """The coverage of an article over its thread; `silent` members may not be quoted at all."""
    used: dict[int, tuple[int, ...]] = {}
    for number, claim in enumerate(article.claims, 1):
        if claim.state is not ClaimState.REJECTED:
            for message_id in dict.fromkeys(each.message_id for each in claim.citations):
                used[message_id] = (*used.get(message_id, ()), number)
    quotable = [each for each in thread if each.author_id not in {None, *silent}]
    kept = {each.author_id for each in quotable if each.id in used}
    unused = [each for each in quotable if each.id not in used and teaches(each)]
    lost = dict.fromkeys(each.author_id for each in unused if each.author_id not in kept)
    return Coverage(
        used=used,
        unused=tuple(each.id for each in unused),
        vanished=tuple(author for author in lost if author is not None),
    )


def teaches(message: Message) -> bool:
    """Whether a sentence of it says something that would still be of use in an article."""
    spoken = message.kind in {MessageKind.TEXT, MessageKind.LINK} and not message.by_simmer
    if not spoken or message.recalled_at is not None or unfit(message.text):
        return False
    return any(not asks(each) and substance(each.text) >= TEACHES for each in sentences_in(message))
