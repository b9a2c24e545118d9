"""A bare no with figures: whose they replace, and when it is more than another view."""

import re
from collections.abc import Sequence

from agent.distilling import cues
from agent.distilling.figures import measures_told
from agent.distilling.sentences import sentences_in, unaddressed
from community.conversation import Message, Talk
from community.people import STAFF

_NO = re.compile(
    r"^(?:no,? no\b|no[,.!]|nope\b|nah\b|wrong\b|不不|不对|不是(?=[,，。!！\s])|错[了啦]|不[,，])",
    re.IGNORECASE,
)


def denies(message: Message) -> bool:
    """Whether it begins with a bare no."""
    return _NO.search(unaddressed(message.text).strip()) is not None


def answered(message: Message, talk: Talk) -> int | None:
    """The message it replies to, by the platform or else by the talk's links."""
    link = talk.links.get(message.id)
    return message.reply_to_id or (link.parent_id if link else None)


def _prevails(message: Message, told: Message, talk: Talk) -> bool:
    """Whether a bare no is more than another view: its author answers for the matter or for both.

    Or it says what changed, or who was contradicted or had asked takes it.
    """
    by, of = (talk.members.get(one.author_id or 0) for one in (message, told))
    official = by is not None and by.role in STAFF and (of is None or of.role not in STAFF)
    if official or by is of or cues.OUTDATED.search(message.text):
        return True
    asked = next((one for one in talk.messages if one.id == answered(told, talk)), None)
    takers = {told.author_id, asked.author_id if asked else told.author_id}
    return any(
        one.author_id in takers
        and answered(one, talk) == message.id
        and (cues.AGREES.search(one.text) or cues.CONFIRMS.search(one.text))
        for one in talk.messages
    )


def in_place(message: Message, earlier: Sequence[Message], talk: Talk) -> dict[str, str]:
    """Old numbers by the new ones that a bare no puts in their places: no no, 06 till 10.

    Only where it answers a statement and begins with as many numbers of the same units.
    """
    said = unaddressed(message.text).strip()
    told = next((one for one in earlier if one.id == answered(message, talk)), None)
    if told is None or cues.QUESTION.search(said) or not _prevails(message, told, talk):
        return {}
    for sentence in sentences_in(told):
        if not cues.QUESTION.search(sentence.text):
            old = measures_told(sentence.text)
            new = measures_told(said)[: len(old)]
            if old and [unit for _, unit in old] == [unit for _, unit in new]:
                return {a: b for (a, _), (b, _) in zip(old, new, strict=True) if a != b}
    return {}
