"""Which words of the members stand for a problem: verbatim, and readable without the talk."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.listening import asking_cues, cues, pain_cues
from agent.listening.personal_data import personal_kinds
from agent.listening.scene import Scene
from agent.listening.trouble_worth import FURTHER
from agent.listening.troubles import Voice
from agent.listening.words import is_han, plain, words

HAN = (8, 44)
LATIN = (20, 150)
"""Characters of the words that stand for a problem: least and most."""
CLAUSES = re.compile(r"[^\n]+?(?:[。！？!?；;，,…]+|\.+(?=\s)|\n|$)")
ENDS = re.compile(r"[。！？!?；;\n…]\W*$|\.\s*$")
TRIMMED = " \t\n,，、;；。.…~~-—:："
STARTS_BARE = re.compile(
    r"\W*(那|这|他|她|它|也|就|却|再"
    r"|(and|but|so|or|because|that|this|it|he|she|they|which|then|also|if)\b)",
    re.IGNORECASE,
)
LEADS = re.compile(
    r"\W*(大家好|各位.{0,6}好|hello|hi|hey|morning|ok|想(问|请教)(一)?(下|大家|各位)?|请教|求支招"
    r"|弱弱|不好意思|sorry|打断一下|插一句|quick one|need advice|谢谢|thanks)"
    r"[^。,，]{0,8}[，,。!！]?\W*$",
    re.IGNORECASE,
)
MENTION = re.compile(r"@\S+")
LINK = re.compile(r"https?://|www\.")
CONTENT_MOST = 16
LEADING = 0.6
"""What it adds that others answered these words with their own."""
ANSWERING = 0.3
"""What it costs to be said in answer to something."""
ALONE = 1.0
LEAST = 1.3
"""Below this no stretch can be understood alone."""
SUBJECT = 3
UNSAID = 0.8
"""What it costs not to say what it is about, and how many words say it."""
SHORTEST = 4
SHORT_LEAST = 0.9
FRINGE = re.compile(
    r"^(\s*@\S+\s+|(但是|但|可是|不过|而且|所以|然后)(?=\W*\w)|[A-E][\s.、。,，]+)+|(\s*\[[^\[\]]{1,6}\])+$"
)
"""Whom it is said to, a letter of a poll, a picture at the end: none of it belongs to the words."""
PER_CHARACTER = {True: 0.006, False: 0.002}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    """Neighbouring clauses of one text."""

    text: str
    opens: bool
    closes: bool


def quoted(group: Sequence[Voice], rooms: Sequence[Scene]) -> tuple[str, Voice] | None:
    """The words that tell the problem best, and whose they are; None where nobody is quotable.

    Nobody's data and no member's name stands in them where there is another way to say it; who
    opted out is neither quoted nor named.
    """
    best: tuple[float, str, Voice] | None = None
    leading = {each for voice in group for each in voice.near}
    for voice in group:
        if not voice.quotable or not voice.says_it:
            continue
        for window in _windows(voice.text):
            alone = _score(window, rooms)
            if alone < ALONE:
                continue
            score = alone + 0.5 * min(voice.worth, 1.2)
            score -= ANSWERING * bool(voice.near)
            score += LEADING * (voice.message_id in leading)
            if score > LEAST and (best is None or score > best[0]):
                best = (score, window.text, voice)
    return None if best is None else best[1:]


def shortened(text: str, most: int) -> str:
    """The stretch of whole clauses that tells most in so many characters; '' where none does."""
    told = [
        (_score(each, ()), each.text)
        for each in _windows(text, (SHORTEST, most))
        if any(cue.search(plain(each.text)) for cue, _ in pain_cues.KINDS.values())
    ]
    best = max(told, key=lambda each: each[0], default=(0.0, ""))
    return best[1].rstrip("?？!！") if best[0] >= SHORT_LEAST else ""


def _windows(text: str, lengths: tuple[int, int] | None = None) -> Iterator[_Window]:
    """Stretches of whole clauses that are neither too short nor too long."""
    clauses = [match[0] for match in CLAUSES.finditer(text) if match[0].strip()]
    least, most = lengths or (HAN if is_han(text) else LATIN)
    for first in range(len(clauses)):
        taken = ""
        for last in range(first, len(clauses)):
            taken += clauses[last]
            bare = FRINGE.sub("", taken.strip(TRIMMED)).strip(TRIMMED)
            if len(bare) > most:
                break
            if len(bare) >= least and bare in text:
                before = clauses[first - 1] if first else ""
                opens = not before or bool(ENDS.search(before) or LEADS.match(before))
                closes = last == len(clauses) - 1 or bool(ENDS.search(clauses[last]))
                yield _Window(text=bare, opens=opens, closes=closes)


def _score(window: _Window, rooms: Sequence[Scene]) -> float:
    """How well a stretch tells a trouble by itself; 0 where it may not stand alone or at all."""
    text = plain(window.text)
    if personal_kinds(text) or LINK.search(text) or _names_who_left(text, rooms):
        return 0.0
    hits = sorted(
        (worth for cue, worth in pain_cues.KINDS.values() if cue.search(text)), reverse=True
    )
    told = hits[0] + FURTHER * sum(hits[1:]) if hits else 0.0
    content = min(len(words(MENTION.sub(" ", text))), CONTENT_MOST) / CONTENT_MOST
    fit = 0.3 * window.opens + 0.3 * window.closes
    named = 0.6 if MENTION.search(text) or any(_named(text, rooms)) else 0.0
    bare = 0.4 if STARTS_BARE.match(text) or asking_cues.POINTS_BACK.match(text) else 0.0
    leads = 0.5 if any(LEADS.match(each) for each in CLAUSES.findall(text)) else 0.0
    past = 0.6 if pain_cues.SOLVES.search(text) and "?" not in text else 0.0
    bare += UNSAID if len(subject_of(text)) < SUBJECT else 0.0
    joke = 0.3 if cues.LAUGHS.search(text) else 0.0
    long = PER_CHARACTER[is_han(text)] * len(text)
    return told + 0.9 * content + fit - long - named - bare - leads - past - joke


def subject_of(text: str) -> frozenset[str]:
    """Content words of what a trouble is about: not the trouble's own, not those of time."""
    own = {
        word
        for cue, _ in pain_cues.KINDS.values()
        for match in cue.finditer(text)
        for word in words(match[0])
    }
    return frozenset(words(text) - own - pain_cues.EVERYDAY)


def _named(text: str, rooms: Sequence[Scene]) -> Iterator[bool]:
    for scene in rooms:
        for member in scene.talk.members.values():
            yield any(len(name) > 1 and name in text for name in (member.name, *member.aliases))


def _names_who_left(text: str, rooms: Sequence[Scene]) -> bool:
    """Whether a member who opted out is named."""
    return any(
        len(name) > 1 and name in text
        for scene in rooms
        for member in scene.talk.members.values()
        if member.opted_out
        for name in (member.name, *member.aliases)
    )
