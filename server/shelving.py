"""A library as it stands: its articles, who said what, what they are about and were good for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from community.agreement import Consent, ConsentKind
from community.conflict import ConflictKind
from community.conversation import Message
from community.credit import (
    QuoteConsent,
    Shape,
    credited,
    named_inside,
    shape_of,
    unquotable,
    without_withheld,
)
from community.distillation import Distillation, DistillationState
from community.people import Community, Member, Purpose, Zone
from community.store import Tx, communities, members, messages
from community.store.conflicts import conflicts_of
from community.store.consents import active_consents
from community.store.distillations import live_distillations
from community.store.quote_consents import quote_consents_in
from community.store.shelves import answered_counts, claims_answering
from knowledge_base.topics import topics_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The live articles of one community, read once, newest signature first.

    What somebody's words may not be shown of is left out of the claims here already. `answered`
    counts the questions each helped to answer.
    """

    home: Community
    articles: tuple[Distillation, ...]
    topics: Mapping[int, str]
    people: Mapping[int, Member]
    consents: Mapping[int, Consent]
    quotes: Mapping[int, Mapping[int, QuoteConsent]]
    said: Mapping[int, Message]
    zones: Mapping[int, Zone]
    answered: Mapping[int, int]
    kept_in: frozenset[int]
    contested: frozenset[int] = frozenset()
    used: Mapping[int, int] = field(default_factory=dict[int, int])

    def article(self, id_: int) -> Distillation | None:
        """One of them."""
        return next((each for each in self.articles if each.id == id_), None)

    def authors(self, article: Distillation) -> tuple[Member, ...]:
        """Whose words an article rests on, each once, in order."""
        cited = (one.message_id for claim in article.claims for one in claim.citations)
        found = (self.said[id_].author_id for id_ in cited if id_ in self.said)
        known = (self.people.get(author or 0) for author in dict.fromkeys(found))
        return tuple(member for member in known if member is not None)

    def named_inside(self, article: Distillation, member: Member | None) -> str | None:
        """What members of the community call somebody beside their words in an article."""
        return named_inside(member, self._quote(article, member))

    def named_outside(self, article: Distillation, member: Member | None) -> str:
        """What somebody is called outside the community; "" where they are not named."""
        if member is None:
            return ""
        return credited(member, self.consents.get(member.id), self._quote(article, member))

    def contributors(self, article: Distillation) -> list[str]:
        """Who contributed, as the community knows them."""
        found = (self.named_inside(article, member) for member in self.authors(article))
        return [name for name in found if name is not None]

    def credits(self, article: Distillation) -> tuple[tuple[str, ...], int]:
        """Who is named outside, and how many more contributed without their name."""
        names = [self.named_outside(article, member) for member in self.authors(article)]
        return tuple(dict.fromkeys(name for name in names if name)), names.count("")

    def is_quotable_outside(self, article: Distillation, member: Member | None) -> bool:
        """Whether the very words may leave: agreed to with a name, or said for this article."""
        if member is None:
            return True
        quote = self._quote(article, member)
        shape, _ = shape_of(member, self.consents.get(member.id), quote)
        answered = quote is not None and quote.answered_at is not None
        named = shape in (Shape.NAME, Shape.NICKNAME)
        return named or (answered and shape is Shape.ANONYMOUS)

    def leaving(self, article: Distillation) -> Distillation:
        """The article as it may leave the community: without sentences that rest on withheld words.

        Inside they are signed knowledge without a quotation; outside they do not go.
        """
        kept = tuple(claim for claim in article.claims if claim.id not in self.kept_in)
        return replace(article, claims=kept)

    def outside(self) -> "Shelf":
        """The shelf as it is seen from outside: articles of which some sentence may leave."""
        return replace(
            self, articles=tuple(one for one in self.articles if self.leaving(one).claims)
        )

    def is_talk(self, article: Distillation) -> bool:
        """Whether it was said in a room, where it can be opened: not brought, nor written here."""
        zone = self.zones.get(article.zone_id)
        return zone is None or zone.purpose is not Purpose.SHELF

    def is_brought(self, article: Distillation) -> bool:
        """Whether it rests on a text that was brought along, which nobody in the group said."""
        if self.is_talk(article):
            return False
        cited = (one.message_id for claim in article.claims for one in claim.citations)
        return any(self.said[id_].author_id is None for id_ in cited if id_ in self.said)

    def is_due(self, article: Distillation) -> bool:
        """Whether its verifier has to look at it again."""
        return article.state is DistillationState.DUE

    def in_topic(self, topic: str) -> tuple[Distillation, ...]:
        """The articles of one topic; "" are those without one."""
        return tuple(each for each in self.articles if self.topics.get(each.id, "") == topic)

    def _quote(self, article: Distillation, member: Member | None) -> QuoteConsent | None:
        return self.quotes.get(article.id, {}).get(member.id if member else 0)


async def shelf_of(tx: Tx, home: Community) -> Shelf:
    """The shelf of a community at this moment."""
    held = await live_distillations(tx, home.id)
    cited = {each.message_id for a in held for claim in a.claims for each in claim.citations}
    people = {each.id: each for each in await members.members(tx, home.id)}
    said = await messages.messages_by_id(tx, tuple(sorted(cited)))
    quotes = await quote_consents_in(tx, [each.id for each in held])
    shown = [_shown(each, said, people, quotes.get(each.id, {})) for each in held]
    changed = {
        claim.id
        for before, after in zip(held, shown, strict=True)
        for claim, left in zip(before.claims, after.claims, strict=True)
        if claim != left
    }
    shelf = await communities.shelf(tx, home.id)
    zones = (*await communities.zones(tx, home.id), *((shelf,) if shelf else ()))
    return Shelf(
        home=home,
        articles=tuple(sorted(shown, key=_newest, reverse=True)),
        topics=topics_of(held, [each.name for each in people.values()]),
        people=people,
        consents={
            each.member_id: each for each in await active_consents(tx, home.id, ConsentKind.CREDIT)
        },
        quotes=quotes,
        said=said,
        zones={zone.id: zone for zone in zones},
        answered=await answered_counts(tx, home.id),
        kept_in=frozenset(changed),
        contested=frozenset(
            id_
            for each in await conflicts_of(tx, home.id, settled=False)
            if each.kind is ConflictKind.CONTRADICTION
            for id_ in (each.claim_id, each.other_id)
        ),
        used=await claims_answering(tx, home.id),
    )


def _newest(article: Distillation) -> tuple[str, int]:
    return str(article.signed_at), article.id


def _shown(
    article: Distillation,
    said: Mapping[int, Message],
    people: Mapping[int, Member],
    quotes: Mapping[int, QuoteConsent],
) -> Distillation:
    withheld = unquotable(people.values(), quotes)
    authors = {id_: message.author_id for id_, message in said.items()}
    return replace(
        article,
        claims=tuple(without_withheld(claim, authors, withheld) for claim in article.claims),
    )
