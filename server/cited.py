"""The words claims rest on as members may see them: nobody's who does not want to be quoted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from community.credit import named_inside, unquotable, without_withheld
from community.distillation import Distillation
from community.store import Tx, communities, members, messages
from community.store.quote_consents import quote_words


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedWords:
    """Words of a message; `author` is None for an announcement, `brought` for a text of a file."""

    author: str | None
    brought: bool
    at: datetime
    quote: str


async def cited_words(
    tx: Tx, community_id: int, articles: Sequence[Distillation]
) -> Mapping[int, tuple[CitedWords, ...]]:
    """The quotable words of every claim of these articles, by claim id.

    What somebody said of one version holds for all.
    """
    people = {each.id: each for each in await members.members(tx, community_id)}
    cited = {c.message_id for one in articles for claim in one.claims for c in claim.citations}
    said = await messages.messages_by_id(tx, tuple(sorted(cited)))
    authors = {id_: each.author_id for id_, each in said.items()}
    shelf = await communities.shelf(tx, community_id)
    found: dict[int, tuple[CitedWords, ...]] = {}
    for one in articles:
        asked = await quote_words(tx, one.id)
        withheld = unquotable(people.values(), asked)
        for claim in one.claims:
            left = without_withheld(claim, authors, withheld).citations
            found[claim.id] = tuple(
                CitedWords(
                    author=named_inside(people.get(writer), asked.get(writer)),
                    brought=not writer and shelf is not None and one.zone_id == shelf.id,
                    at=said[each.message_id].at,
                    quote=each.quote,
                )
                for each in left
                if each.message_id in said
                for writer in (authors[each.message_id] or 0,)
            )
    return found
