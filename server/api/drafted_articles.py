"""A distillation as the review page shows it: claim beside source, and what waits in a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from agent.distilling.coverage import Coverage, coverage_of
from community.actions.withholding import withheld_from
from community.conversation import Message
from community.credit import QuoteConsent, Withheld, may_quote
from community.distillation import (
    Citation,
    Claim,
    ClaimState,
    Distillation,
)
from community.people import Member
from community.reviewing import HandOver
from community.store import Tx, communities, members, messages
from community.store.distillations import LIVE, versions_of
from community.store.quote_consents import quote_words
from community.versions import Stretch, worded_anew
from server.api.beside_drafts import beside, handed_out
from server.api.draft_shapes import (
    CitationOut,
    ClaimOut,
    DistillationOut,
    DistillationRow,
    PieceOut,
    ProblemOut,
    RewordingOut,
    ShelvedOut,
    SourceOut,
)
from server.bringing import file_of
from server.locales import coded


@dataclass(frozen=True, slots=True)
class _Sources:
    """The messages a distillation rests on, and what their authors are called."""

    messages: Mapping[int, Message]
    names: Mapping[int, str]
    people: Mapping[int, Member]
    words: Mapping[int, QuoteConsent]
    withheld: Withheld

    def told(self, text: str | None) -> str | None:
        """Former or drafted words; None where they say or name who may not be quoted."""
        return None if text is None or self.withheld.hides(text) else text

    def may_quote(self, said: Message) -> bool:
        """Whether the words of a message may be shown."""
        author = said.author_id or 0
        return may_quote(self.people.get(author), self.words.get(author))

    def may_ask(self, said: Message) -> bool:
        """Whether who said it is here and may be addressed."""
        author = self.people.get(said.author_id or 0)
        return author is not None and author.left_at is None and not author.opted_out

    def author(self, said: Message | None) -> str | None:
        return None if said is None else self.names.get(said.author_id or 0)


async def names_in(tx: Tx, community_id: int) -> dict[int, str]:
    """What the members of a community are called, by id."""
    return {member.id: member.name for member in await members.members(tx, community_id)}


@dataclass(frozen=True, slots=True)
class Around:
    """What a list tells beside the articles: open comments and hand-overs, by article."""

    comments: Mapping[int, int] = field(default_factory=dict[int, int])
    handed: Mapping[int, HandOver] = field(default_factory=dict[int, HandOver])


def row_of(each: Distillation, names: Mapping[int, str], around: Around) -> DistillationRow:
    """A distillation in a list."""

    def count(state: ClaimState) -> int:
        return sum(claim.state is state for claim in each.claims)

    return DistillationRow(
        id=each.id,
        title=each.title,
        kind=each.kind,
        state=each.state,
        created_at=each.created_at,
        claims=len(each.claims),
        open=count(ClaimState.OPEN),
        approved=count(ClaimState.APPROVED),
        rejected=count(ClaimState.REJECTED),
        signed_by=names.get(each.signed_by_id or 0),
        signed_at=each.signed_at,
        comments=around.comments.get(each.id, 0),
        handed=handed_out(around.handed.get(each.id), names),
    )


async def shown(tx: Tx, each: Distillation, language: str) -> DistillationOut:
    """One distillation with its claims, their sources and the thread."""
    cited = {one.message_id for claim in each.claims for one in claim.citations}
    found = await messages.messages_by_id(tx, tuple(cited | set(each.message_ids)))
    everyone = await members.members(tx, each.community_id)
    people = {member.id: member for member in everyone}
    names = {id_: member.name for id_, member in people.items()}
    withheld = await withheld_from(tx, each)
    sources = _Sources(found, names, people, await quote_words(tx, each.id), withheld)
    thread = [found[id_] for id_ in each.message_ids if id_ in found]
    thread = [said for said in thread if sources.may_quote(said)]
    silent = {member.id for member in everyone if member.opted_out}
    coverage = coverage_of(each, thread, silent)
    versions = await versions_of(tx, each.community_id, each.root_id)
    live = next((one for one in versions if one.state in LIVE), None)
    return DistillationOut(
        id=each.id,
        title=each.title,
        kind=each.kind,
        state=each.state,
        version=each.version,
        zone_id=each.zone_id,
        engine=each.engine,
        brought_from=await _brought_from(tx, each, found),
        created_at=each.created_at,
        signed_by=sources.names.get(each.signed_by_id or 0),
        signed_at=each.signed_at,
        claims=[_claim(claim, sources, language) for claim in each.claims],
        thread=[_source(said, sources, coverage) for said in thread],
        vanished=[sources.names[one] for one in coverage.vanished if one in sources.names],
        open_questions=[one for one in each.open_questions if not withheld.hides(one)],
        shelved=None if live is None else ShelvedOut(id=live.id, version=live.version),
        beside=await beside(tx, each, everyone, withheld),
    )


async def _brought_from(tx: Tx, each: Distillation, cited: Mapping[int, Message]) -> str | None:
    """The file of an article that nobody in the group said; None where somebody did."""
    shelf = await communities.shelf(tx, each.community_id)
    said = cited.get(each.root_id)
    if shelf is None or each.zone_id != shelf.id or said is None or said.author_id is not None:
        return None
    return file_of(said)


def _source(said: Message, sources: _Sources, coverage: Coverage) -> SourceOut:
    return SourceOut(
        id=said.id,
        author=sources.author(said),
        at=said.at,
        text=said.text,
        claims=list(coverage.used.get(said.id, ())),
        unused=said.id in coverage.unused,
    )


def _claim(claim: Claim, sources: _Sources, language: str) -> ClaimOut:
    problems = [
        ProblemOut(code=code, text=coded(language, "problem", code)) for code in claim.problems
    ]
    cited = [_citation(each, sources) for each in claim.citations]
    return ClaimOut(
        id=claim.id,
        text=claim.text,
        kind=claim.kind,
        state=claim.state,
        supported=claim.supported,
        problems=problems,
        own_words=claim.own_words,
        own_by=sources.names.get(claim.reviewer_id or 0) if claim.own_words else None,
        original_text=sources.told(claim.original_text),
        rewording=_rewording(claim, sources),
        reason=sources.told(claim.reason),
        digest=claim.digest,
        side=claim.side,
        holders=claim.holders,
        citations=[each for each in cited if each is not None],
    )


def _rewording(claim: Claim, sources: _Sources) -> RewordingOut | None:
    before = sources.told(claim.original_text)
    if before is None or before == claim.text:
        return None
    pair = worded_anew(before, claim.text)
    return RewordingOut(before=_pieces(pair.before), after=_pieces(pair.after))


def _pieces(stretches: Sequence[Stretch]) -> list[PieceOut]:
    return [PieceOut(text=each.text, changed=each.changed) for each in stretches]


def _citation(each: Citation, sources: _Sources) -> CitationOut | None:
    """A source; a span that is no longer verbatim in its message is not shown as support."""
    said = sources.messages.get(each.message_id)
    if said is None or said.text[each.start : each.end] != each.quote:
        return None
    if not sources.may_quote(said):
        return None
    return CitationOut(
        message_id=each.message_id,
        author=sources.author(said),
        author_id=said.author_id,
        may_ask=sources.may_ask(said),
        at=said.at,
        text=said.text,
        start=each.start,
        end=each.end,
        quote=each.quote,
    )
