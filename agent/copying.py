"""Which spans of a message may be said again: nobody's data, no number that was put right since."""

from collections.abc import Iterator

from agent.listening.personal_data import personal_data
from agent.listening.signal import SignalKind
from agent.moves.brief import Line
from agent.moves.moment import Moment
from agent.wording.phrases import phrases_in
from agent.wording.summaries import NUMBER, corrected_numbers, standing
from community.conversation import Message

PHRASES = 4
QUOTES_OLD = frozenset({"correct_gently"})
"""Moves that take up a number because it no longer holds."""
QUOTES_NOTHING = frozenset({"rule_notice", "house_rule"})
"""Moves about what should not have been said in the room: a name beside a number is data too."""


def worth_copying(
    move: str, anchor: Message, around: tuple[Line, ...], moment: Moment, language: str
) -> Iterator[str]:
    """The spans of the anchor a draft of this move may take up, best first."""
    if move in QUOTES_NOTHING:
        return
    gone = frozenset[str]() if move in QUOTES_OLD else put_right(anchor, around, moment)
    private = [anchor.text[span.start : span.end] for span in personal_data(anchor.text)]
    for phrase in phrases_in(anchor.text, language, PHRASES):
        shows = any(each in phrase or phrase in each for each in private)
        if not shows and gone.isdisjoint(NUMBER.findall(phrase)):
            yield phrase


def put_right(anchor: Message, around: tuple[Line, ...], moment: Moment) -> frozenset[str]:
    """Numbers of the anchor that were taken back, by name or by a later one of the same matter."""
    gone = set(corrected_numbers(around))
    own = set(NUMBER.findall(anchor.text))
    for signal in moment.of(SignalKind.CORRECTION):
        if anchor.id in signal.message_ids[1:]:
            gone |= own - set(NUMBER.findall(moment.by_id[signal.message_ids[0]].text))
    at = next((at for at, line in enumerate(around) if line.message_id == anchor.id), None)
    if at is not None and around[at] not in standing(around):
        gone |= own - {number for line in around[at + 1 :] for number in NUMBER.findall(line.text)}
    return frozenset(gone)
