"""Whether a thread is worth an expert's signature. Pure."""

from collections.abc import Iterable, Mapping, Sequence

from agent.distilling import cues, occasions
from agent.distilling.digest import is_long_talk
from agent.distilling.figures import compares, numbers_in
from agent.distilling.parents import Exchange
from agent.distilling.sentences import sentences_in, size, tidy
from agent.distilling.weights import TEACHES, asks, substance
from community.conversation import Message, Reaction, Talk
from community.distillation import Claim, ClaimKind

CLAIMS = 2
PEOPLE = 2
"""Claims of substance, and people who make them: what one says alone is no shared knowledge [D]."""
RULE = 3.5
"""Substance of a rule that stands alone: numbers or conditions beside what must be done."""
WEIGHED = 3.0
"""Substance of a claim that two people made: a statement with its limit."""
OFFICIAL = 2.0
"""Substance of what somebody with a task says in numbers: how long, until when, how many."""
REAL_QUESTION = 8.0
"""Size of a question that can be searched for; a shorter one lives from its moment."""
SHORT_THREAD = 12
"""Messages up to which a later thanks is for the answer, wherever it hangs."""
ABOVE = 2
"""Replies up from a claim to the question it answers: a correction answers through the answer."""
ASKED_AND_ANSWERED = 3
"""Messages of a question, its answer and the thanks: too little to ask a model about."""
SHARE = 4.5
"""Substance of what somebody shares unasked and nobody confirms."""
HINTS = 1.0
"""Substance of one message from which a longer talk may hold more than extraction sees."""
ECHOES = 2
"""Members besides the asker whose yes confirms an answer."""


def worthy(
    claims: Sequence[Claim], exchange: Exchange, talk: Talk, left_out: Mapping[int, str]
) -> bool:
    """Two claims of substance by two people, a confirmed answer, or a rule that stands alone.

    What was said in a quarrel is nobody's knowledge: of it only a host's rule is kept.
    """
    if is_long_talk(exchange.thread.messages):
        return bool(claims)
    found = [claim for claim in claims if claim.supported and substantial(claim, exchange)]
    if "quarrel" in left_out.values():
        return any(_rule(one, exchange) for one in found)
    reactions: dict[int, list[Reaction]] = {}
    for reaction in talk.reactions:
        reactions.setdefault(reaction.message_id, []).append(reaction)
    people = {author for claim in found for author in authors_of(claim, exchange)}
    people |= {one for claim in found for one in _takers(claim, exchange, reactions)}
    people |= {
        one.author_id
        for claim in found
        for one in _asked(claim, exchange)
        if _real(one) and one.author_id is not None
    }
    taught = {
        citation.message_id
        for claim in found
        for citation in claim.citations
        if substance(tidy(citation.quote)) >= TEACHES
    }
    if max(len(found), len(taught)) >= CLAIMS and len(people) >= PEOPLE:
        return True
    if any(_weighed_up(one, exchange) or _measured(one, exchange) for one in found):
        return True
    return any(
        _rule(one, exchange) or _shared(one, exchange) or _confirmed(one, exchange, reactions)
        for one in found
    )


def promising(claims: Sequence[Claim], exchange: Exchange, left_out: Mapping[int, str]) -> bool:
    """Whether a model may find what extraction did not: several spoke, of something to tell.

    Where nothing was extracted, they must have said more than a question and its answer.
    """
    spoken = [one for one in exchange.thread.messages if one.text.strip() and not one.by_simmer]
    several = len({one.author_id for one in spoken} - {None}) >= PEOPLE
    told = [one for one in spoken if one.id not in left_out]
    return several and (bool(claims) or (len(spoken) > ASKED_AND_ANSWERED and hints(told)))


def hints(messages: Iterable[Message]) -> bool:
    """Whether any of the messages says as much as half a lesson."""
    return any(substance(tidy(one.text)) >= HINTS for one in messages)


def _measured(claim: Claim, exchange: Exchange) -> bool:
    """Whether it answers somebody's question with what changed, in numbers, where it was tried."""
    quoted = " ".join(tidy(citation.quote) for citation in claim.citations)
    said = _said(claim, exchange)[:1]
    asked = any(_real(one) for one in _asked(claim, exchange) if one not in said)
    tried = cues.CHANGED.search(quoted) and cues.EXPERIENCE.search(quoted)
    return bool(tried) and asked and len(numbers_in(quoted)) >= CLAIMS


def _weighed_up(claim: Claim, exchange: Exchange) -> bool:
    """Whether two people made one claim of it: a statement with its limit, a plan with its yes."""
    quoted = " ".join(tidy(citation.quote) for citation in claim.citations)
    return len(authors_of(claim, exchange)) >= PEOPLE and substance(quoted) >= WEIGHED


def substantial(claim: Claim, exchange: Exchange) -> bool:
    """Whether it would still be true and of use next month: no errand, no date of this week."""
    quoted = " ".join(tidy(citation.quote) for citation in claim.citations)
    if substance(quoted) < TEACHES:
        return False
    settled = claim.kind is ClaimKind.DECISION and len(authors_of(claim, exchange)) >= PEOPLE
    if settled or any(exchange.hosted(one) for one in _said(claim, exchange)[:1]):
        return True
    if occasions.APPOINTS.search(quoted):
        return False
    asked = [one for message in _asked(claim, exchange) for one in sentences_in(message)]
    return not any(asks(one) and cues.ERRAND.search(one.text) for one in asked)


def authors_of(claim: Claim, exchange: Exchange) -> set[int]:
    """Who said what the claim rests on."""
    said = (exchange.by_id.get(citation.message_id) for citation in claim.citations)
    return {one.author_id for one in said if one is not None and one.author_id is not None}


def _said(claim: Claim, exchange: Exchange) -> list[Message]:
    found = (exchange.by_id.get(citation.message_id) for citation in claim.citations)
    return [one for one in found if one is not None]


def _asked(claim: Claim, exchange: Exchange) -> list[Message]:
    """The claim's first message and what it answers: one of them may be a question."""
    said = _said(claim, exchange)[:1]
    above = list(said)
    for _ in range(ABOVE):
        parent = exchange.parent(above[0]) if above else None
        above = [parent, *above] if parent is not None else above
    return above


def _takers(
    claim: Claim, exchange: Exchange, reactions: Mapping[int, Sequence[Reaction]]
) -> set[int]:
    """Who else stood by a claim: agreed, confirmed, reacted, or had asked for it."""
    found: set[int] = set()
    for message in _said(claim, exchange):
        found |= {one.member_id for one in reactions.get(message.id, ())}
        found |= {reply.author_id or 0 for reply in exchange.replies(message) if _yes(reply)}
        asked = exchange.parent(message)
        if asked is not None and _real(asked):
            found |= {asked.author_id or 0} & _thankful(message, exchange)
    found.discard(0)
    return found - authors_of(claim, exchange)


def _yes(reply: Message) -> bool:
    return bool(cues.CONFIRMS.search(reply.text) or cues.AGREES.search(reply.text))


def _thankful(answer: Message, exchange: Exchange) -> set[int]:
    """Who says yes or thanks later in a short thread, whomever they reply to."""
    if len(exchange.thread.messages) > SHORT_THREAD:
        return set()
    later = exchange.thread.messages[exchange.places[answer.id] + 1 :]
    return {one.author_id or 0 for one in later if _yes(one)}


def _shared(claim: Claim, exchange: Exchange) -> bool:
    """Whether somebody shares, unasked, what they did and what came of it in figures."""
    quoted = " ".join(tidy(citation.quote) for citation in claim.citations)
    first = _said(claim, exchange)[:1]
    opens = bool(first) and first[0].id == exchange.thread.messages[0].id
    return opens and shares(quoted)


def shares(text: str) -> bool:
    """Whether it says what was done and what came of it in figures."""
    told = cues.HOW_TO.search(text) and (compares(text) or cues.CHANGED.search(text))
    return bool(told) and substance(text) >= SHARE


def _rule(claim: Claim, exchange: Exchange) -> bool:
    """A rule or decision in the words of somebody who answers for it, complete in itself."""
    quoted = " ".join(citation.quote for citation in claim.citations)
    first = exchange.by_id.get(claim.citations[0].message_id)
    hosted = first is not None and exchange.hosted(first)
    told = numbers_in(quoted) or occasions.OVERRULES.search(quoted)
    if hosted and told and substance(quoted) >= OFFICIAL:
        return True
    binding = cues.DECIDES.search(quoted) or cues.OBLIGES.search(quoted)
    passed_on = occasions.OFFICIAL.search(quoted)
    return bool(binding or passed_on) and (hosted or bool(passed_on)) and substance(quoted) >= RULE


def _confirmed(
    claim: Claim, exchange: Exchange, reactions: Mapping[int, Sequence[Reaction]]
) -> bool:
    """Whether it answers a real question and the asker, a host or others stand by it."""
    question = next((one for one in _asked(claim, exchange) if _real(one)), None)
    if question is None:
        return False
    answers = [one for one in _said(claim, exchange) if one.author_id != question.author_id]
    if not answers:
        return False
    yes = _takers(claim, exchange, reactions)
    by = {one.author_id for one in answers}
    return (
        any(exchange.hosted(one) for one in answers)
        or question.author_id in yes
        or len(yes | by) > ECHOES
        or len(by) >= PEOPLE
    )


def _real(message: Message) -> bool:
    asked = [one.text for one in sentences_in(message) if asks(one) or cues.ASKS.search(one.text)]
    return any(
        size(tidy(text)) >= REAL_QUESTION and not occasions.SMALL_TALK.search(text)
        for text in asked
    )
