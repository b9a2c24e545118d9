"""Which claims belong on a wall: what can be used comes before talk. Pure."""

import math
import re
from collections.abc import Mapping, Sequence

from agent.distilling import cues
from agent.distilling.marks import measures
from agent.distilling.sentences import size
from agent.distilling.weights import substance
from agent.listening.words import words
from community.distillation import ClaimKind, Distillation
from server.printing.spoken import Form
from server.printing.standing import Desk, Entry
from server.printing.teaching import opens

BY_KIND: Mapping[ClaimKind, float] = {
    ClaimKind.DECISION: 2.0,
    ClaimKind.FACT: 1.6,
    ClaimKind.EXPERIENCE: 0.5,
    ClaimKind.OPINION: 0.3,
}
"""Points of a kind; the points here are a choice of ours, made on five communities."""
OWN_WORDS = 1.5
RULE = 0.8
RIGHTS = 1.2
TALK, EACH_TURN = 0.8, 0.6
ASKED = 3.0
UNNAMED = 1.5
CHAT = 0.7
SHORT, LONG = 9.0, 110.0
LEAST = 1.0
"""Worth below which a claim stands only where no other does."""
_CHAT = re.compile(
    r"哈哈|[。，]{2}|～|[吧啊嘛呗啦哟呢](?:[。！，…～]|$)|这种|那个啥|你们|大家(?:看|说|觉得)|我当年|腿"
    r"|\b(?:imo|imho|tbh|lol|haha\w*|btw|prob|ppl|gonna|kinda|thx|pls|omg|yeah|anyway|u|ur)\b"
    r"|\(!+\)|!!|\b(?:alum here|late to this|thinking out loud)\b",
    re.IGNORECASE,
)
_LEANING = re.compile(
    r"^(?:那(?!么多)|但|可是|不过|所以|而且|然后|他(?!们班)|她|这(?:个|样|招|点)(?!学期|月|周)|这(?:还)?是|再说"
    r"|but\b|and\b|so\b|that(?:'|’)?s\b|it\b|they\b|those\b|he\b|she\b|same\b|this (?:is|was)\b)",
    re.IGNORECASE,
)
"""Words a sentence begins with that leans on one before it."""


def worth(entry: Entry, article: Distillation, desk: Desk) -> float:
    """Points: what can be done, measured or is settled, and how often it answered somebody."""
    used = desk.shelf.used
    said = "\n".join(line.text for line in entry.lines)
    points = substance(said) + BY_KIND[entry.claim.kind]
    points += OWN_WORDS * entry.claim.own_words
    points += RULE * bool(cues.OBLIGES.search(said) or cues.STEPS.search(said))
    points += min(2.0, math.log2(1 + used.get(entry.claim.id, 0)))
    points += min(1.0, 0.4 * len(words(article.title) & words(said)))
    points += RIGHTS * _sets_right(entry, desk)
    points -= _talk(entry)
    points -= CHAT * len(_CHAT.findall(said))
    points -= 1.0 * bool(_LEANING.search(said) and not entry.question)
    points -= 1.0 * (not SHORT <= size(said) <= LONG)
    points -= UNNAMED * said.count(desk.words.say("somebody"))
    points -= ASKED * opens(entry, article, desk)
    points -= 1.5 * bool(cues.PERSONAL.search(said) or cues.ERRAND.search(said))
    return points


def _sets_right(entry: Entry, desk: Desk) -> bool:
    """Whether it gives the figure that took the place of another."""
    cited = {each.message_id for each in entry.claim.citations}
    rights = any(each.by.id in cited for each in desk.amendments)
    return rights and any(unit for _, unit in measures(entry.text))


def _talk(entry: Entry) -> float:
    """What talk costs: the more it goes to and fro, the less it belongs on a wall."""
    if entry.told.form is not Form.EXCHANGE:
        return 0.0
    return TALK + EACH_TURN * (len(entry.lines) - 1)


def chosen_of(
    entries: Sequence[Entry], article: Distillation, desk: Desk, most: int
) -> tuple[tuple[Entry, int], ...]:
    """The worthiest entries in the order of the article, each with its rank (0 is the best).

    What was set right later stands, with its correction, only where nothing else does.
    """
    own = [each for each in entries if not each.beside] or list(entries)
    points = {each.claim.id: worth(each, article, desk) for each in own}
    ranked = sorted(own, key=lambda each: -points[each.claim.id])
    good = [each for each in ranked if points[each.claim.id] >= LEAST] or ranked[:1]
    rank = {each.claim.id: at for at, each in enumerate(good[:most])}
    return tuple((each, rank[each.claim.id]) for each in own if each.claim.id in rank)
