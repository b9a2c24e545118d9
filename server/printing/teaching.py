"""What of a claim belongs on a wall: it says what to do, know or decide, by itself. Pure."""

import re
from dataclasses import replace

from agent.distilling import cues, occasions
from agent.distilling.marks import measures
from agent.distilling.weights import TEACHES, fleeting, passing, substance
from community.distillation import ClaimKind, Distillation
from server.printing.spoken import Form
from server.printing.standing import Desk, Entry, Standing
from server.printing.voices import Turn

LEAST = 1.2
"""Substance from which a voice says something to do or know."""
MUCH, LITTLE = 4.0, 3.0
"""Substance that outweighs a mood or an errand in the same claim, and a day."""
SHORT_TALK = 3
"""Voices an exchange may have beside claims that teach alone."""
_LINK = re.compile(r"https?://\S+|\bwww\.\S+", re.IGNORECASE)
_HABIT = re.compile(
    r"(?:我们?|咱们?)(?:以前|原来|之前|过去|从前|当年)(?!说|讲过|提|发)|^(?:以前|原来|从前)(?:我|咱)"
    r"|\b(?:i|we) (?:used to|always used)\b|\bi(?:['’]m| am) guilty\b",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"后来|现在|改成|改为|换成|不再|结果|这学期"
    r"|\b(?:now|until|instead|stopped|since then|switched)\b",
    re.IGNORECASE,
)
_WEEKDAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|today|tonight|tomorrow"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATED = re.compile(
    r"\d{1,2}\s?月\s?\d{1,2}|\d{1,2}\.\d{1,2}[)）]|(?:本|这|下|上)(?:周|星期)[一二三四五六日天末]"
    r"|(?:今|明|后|昨)[天晚早]|周[一二三四五六日][^，,。；;]{0,4}(?:\d{1,2}[:：点]|线上|[上下]午|晚)"
    rf"|\b(?:{_WEEKDAY})\b[^.;]{{0,18}}\b\d{{1,2}}[:.]\d\d|\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b"
    rf"|\b{_MONTH} \d{{1,2}}\b|\b(?:{_WEEKDAY})\b[^.;]{{0,20}}\b(?:invite|call|swap|meeting)"
    r"|(?:这|本|上|下)(?:一)?周(?!末)|\b(?:this|last|next) (?:week|afternoon|evening)\b",
    re.IGNORECASE,
)


def confesses(text: str) -> bool:
    """Whether it tells what somebody used to do and not what they do instead."""
    return bool(_HABIT.search(text)) and not _TURNED.search(text)


def arranges(text: str) -> bool:
    """Whether it fixes a day: an arrangement that is over with it."""
    return bool(_DATED.search(text))


def teaches(entry: Entry, article: Distillation, desk: Desk) -> bool:
    """Whether a claim says, by itself, what to do, know or decide."""
    if entry.claim.own_words:
        return True
    said = "\n".join(line.text for line in entry.lines)
    habit = entry.told.form is not Form.EXCHANGE and confesses(said)
    if habit or opens(entry, article, desk) or _only_withdraws(said):
        return False
    moment = fleeting(said) or passing(said) or cues.ERRAND.search(said)
    if substance(said) < (MUCH if moment else LITTLE if arranges(said) else 0):
        return False
    rules = cues.OBLIGES.search(said) or cues.STEPS.search(said) or occasions.CODE.search(said)
    settled = entry.claim.kind in (ClaimKind.DECISION, ClaimKind.FACT)
    return bool(rules or settled or entry.beside) or substance(said) >= LEAST


def opens(entry: Entry, article: Distillation, desk: Desk) -> bool:
    """Whether it is what somebody had on their mind when they asked what the title asks."""
    root = desk.shelf.said.get(article.root_id)
    cited = {each.message_id for each in entry.claim.citations}
    if root is None or root.id not in cited or entry.claim.kind is ClaimKind.DECISION:
        return False
    asks = cues.ASKS.search(root.text)
    alone = entry.told.form is Form.STATEMENT and not entry.question
    return bool(asks) and alone and entry.told.lines[0].author_id == root.author_id


def guides(text: str) -> bool:
    """Whether it says what to do or why, beside what happened."""
    ways = (cues.OBLIGES, cues.STEPS, cues.CONTRAST, cues.DECIDES)
    bound = cues.CONDITION.search(text) or cues.REASON.search(text)
    done = cues.HOW_TO.search(text) and (bound or not cues.EXPERIENCE.search(text))
    return bool(done) or any(cue.search(text) for cue in ways)


def _only_withdraws(said: str) -> bool:
    """Whether it says that something was wrong and not what is right."""
    bare = substance(said) < LITTLE and not any(unit for _, unit in measures(said))
    return bare and bool(cues.CORRECTS.search(said))


def on_wall(desk: Desk, article: Distillation, standing: Standing) -> Standing:
    """What of an article a poster shows when nobody chooses: what teaches, without its links.

    Talk of more than three voices stands only where nothing else teaches. Views that stand
    against each other stay: side by side they are what there is to know.
    """
    trimmed = (_trimmed(desk, article, each) for each in standing.entries)
    known = [one for one in trimmed if one]
    kept = [e for e in known if e.claim.side is not None or teaches(e, article, desk)]
    brief = [each for each in kept if not _is_long_talk(each)]
    alone = any(each.told.form is not Form.EXCHANGE for each in brief)
    return replace(standing, entries=tuple(brief if alone else kept))


def _is_long_talk(entry: Entry) -> bool:
    return entry.told.form is Form.EXCHANGE and len(entry.lines) > SHORT_TALK


def _trimmed(desk: Desk, article: Distillation, entry: Entry) -> Entry | None:
    """An entry without links and without the voices that add nothing; None where all go."""
    turns = tuple(replace(turn, pieces=_without_links(turn)) for turn in entry.told.lines)
    turns = tuple(turn for turn in turns if turn.pieces)
    form = entry.told.form
    if form is Form.EXCHANGE:
        turns = tuple(turn for turn in turns if _adds(turn))
        form = Form.EXCHANGE if len({turn.author_id for turn in turns}) > 1 else Form.STATEMENT
    if turns == entry.told.lines:
        return entry
    if form is Form.STATEMENT and len(turns) > 1:
        turns = (replace(turns[0], pieces=tuple(one for turn in turns for one in turn.pieces)),)
    told = replace(entry.told, lines=turns, form=form)
    lines = desk.lines_of(article, told, disputed=entry.claim.side is not None)
    return replace(entry, told=told, lines=lines) if lines else None


def _adds(turn: Turn) -> bool:
    """Whether a voice in talk says something to know, or that it is otherwise."""
    return substance(turn.text) >= LEAST or bool(cues.OPPOSES.search(turn.text)) or turn.asks


def _without_links(turn: Turn) -> tuple[str, ...]:
    """The sentences before a link, and after it those that say something of their own."""
    kept: list[str] = []
    linked = False
    for piece in turn.pieces:
        if _LINK.search(piece):
            linked = True
        elif passing(piece) and len(turn.pieces) > 1:
            continue
        elif not linked or substance(piece) >= TEACHES:
            kept.append(piece)
    return tuple(kept)
