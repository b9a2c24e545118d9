"""What accepting a removal or a warning will do, in words: on its card, and to the author."""

from collections.abc import Mapping, Sequence

from pydantic import BaseModel

from community.actions.consequences import consequence_of
from community.actions.suggestions import OPEN
from community.consequence import TAKE_DOWN, WARNS, Consequence, Notice
from community.people import Community
from community.store import Tx, communities
from community.suggestion import Suggestion
from server.locales import sentence

QUOTED = 80
"""Characters of a message that its notice quotes."""


class EffectOut(BaseModel):
    """What accepting does: `says` to the one who decides, `notice` is what the author is told.

    `notice_down` is the notice where the message is taken down too; None where that is not
    offered beside. `by_hand`: the message is on another platform, and accepting does nothing there.
    """

    says: str
    notice: str
    notice_down: str | None
    editable: bool
    by_hand: bool


async def effects_of(
    tx: Tx, drafts: Sequence[Suggestion], home: Community, language: str
) -> dict[int, EffectOut]:
    """The effects of those drafts that have one and are still open."""
    zones = {zone.id: zone.name for zone in await communities.zones(tx, home.id)}
    found: dict[int, EffectOut] = {}
    for each in drafts:
        about = await consequence_of(tx, each) if each.state in OPEN else None
        if about is not None:
            found[each.id] = _effect(each, about, home, zones, language)
    return found


async def notice_of(
    tx: Tx, draft: Suggestion | None, home: Community, *, take_down: bool
) -> Notice | None:
    """The notice that goes with accepting a draft; None where it is words alone."""
    about = None if draft is None else await consequence_of(tx, draft)
    if draft is None or about is None:
        return None
    zones = {zone.id: zone.name for zone in await communities.zones(tx, home.id)}
    text = _told(draft, about, home, zones, take_down=take_down)
    return Notice(consequence=about, text=text)


def _effect(
    draft: Suggestion, about: Consequence, home: Community, zones: Mapping[int, str], language: str
) -> EffectOut:
    warns = about.move == WARNS
    how = "by_hand" if about.by_hand else "here"
    down = _told(draft, about, home, zones, take_down=True)
    return EffectOut(
        says=sentence(language, f"effect.{about.move}.{how}", {}),
        notice=_told(draft, about, home, zones, take_down=False),
        notice_down=down if warns and not about.by_hand else None,
        editable=warns and not about.by_hand,
        by_hand=about.by_hand,
    )


def _told(
    draft: Suggestion,
    about: Consequence,
    home: Community,
    zones: Mapping[int, str],
    *,
    take_down: bool,
) -> str:
    words = " ".join(about.words.split())
    facts = {
        "zone": zones.get(draft.zone_id, ""),
        "words": str(draft.why.facts.get("words", "")),
        "quote": words if len(words) <= QUOTED else f"{words[: QUOTED - 1]}…",
    }
    return sentence(
        home.language, f"notice.{about.move}{_variant(about, take_down=take_down)}", facts
    )


def _variant(about: Consequence, *, take_down: bool) -> str:
    """What is taken down by hand on another platform nobody can put back from here."""
    if about.move == WARNS:
        return f".{TAKE_DOWN}" if take_down else ""
    return ".by_hand" if about.by_hand else ""
