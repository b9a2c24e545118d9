"""How plainly a text by itself tells of a trouble with the work."""

import re

from agent.listening import cues, pain_cues
from agent.listening import temper_cues as temper
from agent.listening.words import is_han, plain

TOLD_HAN = 6
TOLD_LATIN = 16
"""Characters a trouble takes to tell."""
OPENS = 0.15
"""What opening a topic with it adds."""
FURTHER = 0.25
"""Of what each further kind is worth, so much counts."""
REPORTED = 0.5
"""What is left of a trouble in a report of how it went."""
SENTENCES = re.compile(r"[^。!?;\n…]+[。!?;…]*|[^.]+?(?:\.(?=\s)|$)")
ADDRESSED = re.compile(r"\W*(你(?!们|好)[^,。]{0,16}\?|you\b)", re.IGNORECASE)
"""A reply that begins with the other: advice or a question back."""


def worth_of(text: str, *, is_reply: bool = False) -> float:
    """How plainly a text tells of a trouble with the work, 0 to about 2.

    Its best sentence counts, each kind of trouble in it; what solves, thanks or is an errand
    counts for nothing, and a reply must speak of the speaker or of nobody.
    """
    read = plain(text)
    long = len(read) >= (TOLD_HAN if is_han(read) else TOLD_LATIN)
    if not long or pain_cues.LEISURE.search(read) or pain_cues.HEALTH.search(read):
        return 0.0
    if is_reply and _of_another(read):
        return 0.0
    best = max((_told(sentence) for sentence in SENTENCES.findall(read)), default=0.0)
    if best <= 0.0:
        return 0.0
    if cues.OUTCOME.search(read):
        best *= REPORTED
    laughs = cues.LAUGHS.search(read) and not pain_cues.ASKS_HOW.search(read)
    own = pain_cues.ASKS_HOW.search(read) and cues.FIRST_PERSON.search(read)
    place = 0.0 if is_reply and own else -OPENS if is_reply else OPENS
    return (best + place) * (0.5 if laughs else 1.0)


def _told(sentence: str) -> float:
    if pain_cues.SOLVES.search(sentence) and "?" not in sentence:
        return 0.0
    found = sorted(
        (worth for cue, worth in pain_cues.KINDS.values() if cue.search(sentence)), reverse=True
    )
    if not found:
        return 0.0
    errand = 0.6 if pain_cues.FACT.search(sentence) else 0.0
    return found[0] + FURTHER * sum(found[1:]) - errand


def _of_another(text: str) -> bool:
    """Whether a reply speaks of the other's trouble: to them, and not of its own."""
    if temper.SORRY.search(text) or ADDRESSED.match(text):
        return True
    own = cues.FIRST_PERSON.search(text)
    return not own and bool("@" in text or cues.YOU.search(text) or "?" in text)
