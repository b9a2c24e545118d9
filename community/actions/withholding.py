"""Words that may not be shown: an approval rests on none of them."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from community.credit import Withheld, rests_on, says_words_of, unquotable, without_withheld
from community.distillation import Claim, Distillation
from community.errors import Invalid
from community.store import members, messages
from community.store import quote_consents as consents
from community.store.engine import Tx

WITHHELD = "quote_withheld"
"""The problem of a claim on words whose author does not want to be quoted."""


async def authors_of(tx: Tx, claims: Sequence[Claim]) -> dict[int, int | None]:
    """Who wrote the messages that claims cite, by message."""
    cited = {each.message_id for claim in claims for each in claim.citations}
    found = await messages.messages_by_id(tx, tuple(sorted(cited)))
    return {message.id: message.author_id for message in found.values()}


async def withheld_in(tx: Tx, distillation_id: int, author_ids: Collection[int]) -> frozenset[int]:
    """Those of these authors whose words this article may not show."""
    if not author_ids:
        return frozenset()
    words = await consents.quote_words(tx, distillation_id)
    known = [await members.member(tx, id_) for id_ in author_ids]
    return unquotable([each for each in known if each is not None], words)


async def withheld_from(tx: Tx, home: Distillation) -> Withheld:
    """Whose name and words an article may not give out, former and drafted ones included."""
    everyone = await members.members(tx, home.community_id)
    hidden = unquotable(everyone, await consents.quote_words(tx, home.id))
    if not hidden:
        return Withheld()
    cited = [each for one in home.claims for each in (*one.citations, *one.set_aside)]
    sources = {*home.message_ids, *(each.message_id for each in cited)}
    found = await messages.messages_by_id(tx, tuple(sorted(sources)))
    said = found.values()
    theirs = {each.id for each in said if each.author_id in hidden}
    return Withheld(
        members=tuple(each for each in everyone if each.id in hidden),
        theirs=tuple(each.text for each in said if each.id in theirs),
        quotes=tuple(each.quote for each in cited if each.message_id in theirs),
        others=tuple(each.text for each in said if each.id not in theirs),
    )


async def quotable(tx: Tx, claim: Claim, home: Distillation) -> Claim:
    """The claim with only the words that may be shown: what an approval rests on."""
    aside = replace(claim, citations=claim.set_aside)
    authors = await authors_of(tx, (claim, aside))
    everyone = {*rests_on(claim, authors), *rests_on(aside, authors)}
    withheld = await withheld_in(tx, home.id, everyone)
    kept = without_withheld(aside, authors, withheld).citations
    left = without_withheld(claim, authors, withheld)
    return left if kept == claim.set_aside else replace(left, set_aside=kept)


def refuse_withheld(claim: Claim, shown: Claim, decided: Claim) -> None:
    """Nobody's withheld words become somebody else's own."""
    left = {*shown.citations, *shown.set_aside}
    hidden = [each.quote for each in (*claim.citations, *claim.set_aside) if each not in left]
    if decided.own_words and says_words_of(decided.text, hidden, ()):
        raise Invalid("own_words_withheld", claim=claim.id)


async def gone_words(tx: Tx, one: Distillation) -> bool:
    """Whether nothing an article rested on can be shown any more."""
    cited = {each.message_id for claim in one.claims for each in claim.citations}
    if not cited:
        return False
    found = await messages.messages_by_id(tx, tuple(cited))
    return all(id_ not in found or found[id_].recalled_at is not None for id_ in cited)
