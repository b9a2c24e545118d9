"""What is told off as an advert in a room: what is sold must be within reach (adverts.py)."""

from functools import lru_cache

from agent.listening.advert_guise_cues import COLLECTS, DISCLAIMS, HARVESTS, LEARNS, LURES, TRADE
from agent.listening.adverts import advert
from agent.listening.personal_data import shown_kinds
from agent.listening.words import read

CHANNELS = frozenset({"whatsapp", "telegram", "snapchat", "on insta"})
"""Where people write: a name alone is no way to anyone."""
SURE_SELLING = 0.85
DISGUISED = 0.7
DISGUISE = (DISCLAIMS, COLLECTS, LURES)
HARVEST = (HARVESTS, COLLECTS, LURES)
COMES_TO_LEARN = (TRADE, LEARNS)
BECKONS = frozenset({"hidden_handle", "handle", "private_ask", "link", "disguised_handle", "code"})
"""The ways to reach a seller: without one, who only tells their trade sells nothing here."""
REACH = frozenset(
    {
        "hidden_handle",
        "handle",
        "private_ask",
        "link",
        "referral",
        "trade",
        "disguised_handle",
        "code",
        "hands_on",
        "come_by",
        "baits",
        "invites",
        "recruits",
        "takes_clients",
        "sells_service",
        "grey_trade",
        "deals",
        "on_top",
        "discount",
        "rates",
        "few_left",
        "trader",
        "runs_business",
        "hires",
        "pleads",
    }
)
"""Rules of the advert score that name a way to the seller, or the terms of an offer."""


@lru_cache(maxsize=4096)
def advert_score(text: str) -> tuple[float, tuple[str, ...]]:
    """0–1 and the words that speak for it: what is sold must be within reach.

    Who says it is no advert, or wants people's names and numbers, collects people and holds out
    a reward, advertises.
    """
    judged = advert(text)
    said = read(text)
    if all(cue.search(said) for cue in COMES_TO_LEARN) and not BECKONS & set(judged.rules):
        return 0.0, ()
    if any(all(cue.search(said) for cue in each) for each in (DISGUISE, HARVEST)):
        return max(DISGUISED, judged.score), judged.words
    if set(judged.rules) == {"hidden_handle"} and set(judged.words) <= CHANNELS:
        return 0.0, ()
    sold = bool(REACH & set(judged.rules))
    if not sold or (judged.score < SURE_SELLING and any(shown_kinds(text))):
        return 0.0, ()
    return judged.score, judged.words
