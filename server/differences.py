"""Where signed articles contradict each other: both sides of it in an answer, as of now."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from agent.answering.brief import Source
from agent.answering.cite import citation_of
from agent.answering.compose import named_once, told_of
from agent.answering.turns import joined, turns_of
from community.actions.conflicts import Sides, sides_of
from community.actions.withholding import withheld_from
from community.conflict import Outcome, words_digest
from community.distillation import Claim, ClaimState, Distillation, DistillationState
from community.people import Community
from community.question import Answer, AnswerCitation, AnswerSentence, Difference
from community.store import Tx, communities, members
from community.store.conflicts import contradictions_about
from community.store.distillations import LIVE, distillation
from community.verifying import verifier_of
from knowledge_base.passages import passages_of
from knowledge_base.shelf import Hit
from server.inherited_search import veiled
from server.library import authors_in, signer_of
from server.locales import sentence
from server.printing.outside import Words
from server.shelving import shelf_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One claim of a contradiction, where it stands."""

    claim: Claim
    article: Distillation


async def with_differences(tx: Tx, home: Community, given: Answer) -> Answer:
    """The answer with both sides of every open contradiction of which it cites one.

    Looked up whenever an answer is shown and never kept: what was settled meanwhile, or what no
    longer answers, is no difference any more. Where people decided for one side since, that one
    stands in the place of the other.
    """
    return (await all_with_differences(tx, home, [given]))[0]


async def all_with_differences(
    tx: Tx, home: Community, answers: Sequence[Answer]
) -> tuple[Answer, ...]:
    """Each of these answers with both sides of what it cites."""
    cited = {claim for given in answers for each in given.citations for claim in each.claim_ids}
    found = await contradictions_about(tx, cited)
    pairs = [sides for each in found if (sides := await sides_of(tx, each))]
    told: list[Answer] = []
    for given in answers:
        shown = given
        for sides in pairs:
            if _stand(sides):
                shown = await _with_pair(tx, home, shown, sides)
            elif (lost := _overruled(sides)) is not None:
                shown = await _without(tx, home, shown, sides, lost)
        told.append(shown)
    views = await _views_of(tx, {each.distillation_id for one in told for each in one.citations})
    return tuple([await _with_views(tx, home, shown, views) for shown in told])


async def _views_of(tx: Tx, article_ids: Collection[int]) -> Mapping[int, list[tuple[Side, ...]]]:
    """The views that stand against each other in these articles, each read once."""
    articles = [await distillation(tx, id_) for id_ in article_ids]
    return {
        one.id: _views_in(one)
        for one in articles
        if one is not None and one.state in LIVE and one.signed_at is not None
    }


async def _with_views(
    tx: Tx, home: Community, given: Answer, known: Mapping[int, list[tuple[Side, ...]]]
) -> Answer:
    """The answer with the other views where it cites one of several in an article."""
    for id_ in dict.fromkeys(each.distillation_id for each in given.citations):
        for views in known.get(id_, ()):
            given = await _with_sides(tx, home, given, views)
    return given


def _views_in(article: Distillation) -> list[tuple[Side, ...]]:
    """The claims that stand against each other, as far as different people hold them."""
    found: dict[int, dict[tuple[int, ...], Claim]] = {}
    for claim in article.approved:
        if claim.side is not None:
            found.setdefault(claim.side, {}).setdefault(tuple(sorted(claim.holder_ids)), claim)
    sides = (
        tuple(Side(claim=each, article=article) for each in one.values()) for one in found.values()
    )
    return [one for one in sides if len(one) > 1]


async def _with_sides(tx: Tx, home: Community, given: Answer, views: Sequence[Side]) -> Answer:
    numbers = [_number_of(given, each) for each in views]
    if not any(numbers):
        return given
    known = next(number for number in numbers if number)
    for at, view in enumerate(views):
        if not numbers[at]:
            given, numbers[at] = await _beside(tx, home, given, view, known)
    shown = tuple(sorted(number for number in numbers if number))
    if len(shown) < 2:  # noqa: PLR2004
        return given
    return replace(given, differences=_joined(given.differences, shown, ()))


def _stand(sides: Sides) -> bool:
    """Whether both may answer now, in the words the contradiction was found in."""
    return (
        all(claim.state is ClaimState.APPROVED for claim in sides.claims)
        and all(article.state in LIVE and article.signed_at for article in sides.homes)
        and words_digest(*(claim.text for claim in sides.claims)) == sides.conflict.digest
    )


def _overruled(sides: Sides) -> int | None:
    """Which side (0 or 1) people decided against, while the other one answers; None of neither."""
    lost = {Outcome.FIRST: 1, Outcome.SECOND: 0}.get(sides.conflict.outcome or Outcome.MERGED)
    if lost is None:
        return None
    held, other = sides.claims[1 - lost], sides.claims[lost]
    answers = held.state is ClaimState.APPROVED and sides.homes[1 - lost].state in LIVE
    return lost if answers and other.state is not ClaimState.APPROVED else None


async def _without(tx: Tx, home: Community, given: Answer, sides: Sides, lost: int) -> Answer:
    """The answer with the side that holds instead of the one that was decided against."""
    both = _both(sides)
    number, held = _number_of(given, both[lost]), _number_of(given, both[1 - lost])
    if not number:
        return given
    if not held:
        given, held = await _beside(tx, home, given, both[1 - lost], number)
    if not held:
        return given
    return replace(
        given,
        sentences=tuple(each for each in given.sentences if number not in each.numbers),
        citations=tuple(each for each in given.citations if each.number != number),
    )


def _both(sides: Sides) -> tuple[Side, Side]:
    (one, other), (first, second) = sides.claims, sides.homes
    return Side(claim=one, article=first), Side(claim=other, article=second)


async def _with_pair(tx: Tx, home: Community, given: Answer, sides: Sides) -> Answer:
    both = _both(sides)
    numbers = [_number_of(given, each) for each in both]
    if not any(numbers):
        return given
    for this, that in ((0, 1), (1, 0)):
        if not numbers[that]:
            given, numbers[that] = await _beside(tx, home, given, both[that], numbers[this])
    shown = tuple(sorted(number for number in numbers if number))
    keepers = await _keepers(tx, home, given, sides.homes)
    return replace(given, differences=_joined(given.differences, shown, keepers))


def _number_of(given: Answer, side: Side) -> int:
    """The number under which an answer cites a claim; 0 where it does not."""
    cited = (each.number for each in given.citations if side.claim.id in each.claim_ids)
    return next(cited, 0)


async def _beside(
    tx: Tx, home: Community, given: Answer, side: Side, other: int
) -> tuple[Answer, int]:
    """The answer with this side told after the other one, and its number; 0 if it may not be."""
    number = max(each.number for each in given.citations) + 1
    cited = await _citation(tx, home, side, number)
    if cited is None:
        return given, 0
    against = next(each.passage for each in given.citations if each.number == other)
    source = Source(number=number, title=cited.title, text=cited.passage)
    others = {turn.speaker for turn in turns_of(against) if turn.speaker}
    said = joined([piece for turn in turns_of(against) for piece in turn.pieces])
    turns = told_of(said, source)
    theirs = [turn for turn in turns if turn.speaker not in others] or turns
    told = [AnswerSentence(text=named_once(one.text), numbers=(number,)) for one in theirs]
    if not told:
        return given, 0
    at = max((i for i, each in enumerate(given.sentences, 1) if other in each.numbers), default=0)
    sentences = (*given.sentences[:at], *told, *given.sentences[at:])
    return replace(given, sentences=sentences, citations=(*given.citations, cited)), number


async def _citation(tx: Tx, home: Community, side: Side, number: int) -> AnswerCitation | None:
    """A claim as a numbered source; None where it may not be shown to who asks."""
    article = side.article
    if (await withheld_from(tx, article)).hides(side.claim.text):
        return None
    alone = replace(article, claims=(side.claim,))
    authors = await authors_in(tx, article)
    found = passages_of(alone, signed_by=await signer_of(tx, article), authors=authors)
    passage = next(iter(found), None)
    if passage is not None and article.community_id != home.id:
        earlier = await communities.community(tx, article.community_id)
        assert earlier is not None
        shelf = await shelf_of(tx, earlier)
        passage = veiled(shelf, passage, Words(language=home.language))
    if passage is None:
        return None
    hit = Hit(passage=passage, score=0.0, lexical=0.0, cosine=0.0)
    return replace(citation_of(number, hit), due=article.state is DistillationState.DUE)


async def _keepers(
    tx: Tx, home: Community, given: Answer, articles: Sequence[Distillation]
) -> tuple[str, ...]:
    """Who verifies these articles; of another community only who is named as signer already."""
    people = await members.members(tx, articles[0].community_id)
    found = [verifier_of(each, people) for each in articles]
    names = dict.fromkeys(each.member.name for each in found if each is not None)
    if articles[0].community_id != home.id:
        return signers_among(given, names)
    return tuple(names)


def signers_among(given: Answer, names: Sequence[str] | dict[str, None]) -> tuple[str, ...]:
    """Those of these names that stand under a source of an answer anyway."""
    signed = {each.signed_by for each in given.citations}
    return tuple(name for name in names if name in signed)


def _joined(
    known: tuple[Difference, ...], numbers: tuple[int, ...], keepers: tuple[str, ...]
) -> tuple[Difference, ...]:
    """One more contradiction; those that share a source are one."""
    same = [each for each in known if set(each.numbers) & set(numbers)]
    every = {number for each in same for number in each.numbers} | set(numbers)
    names = dict.fromkeys([*(name for each in same for name in each.keepers), *keepers])
    one = Difference(numbers=tuple(sorted(every)), keepers=tuple(names))
    return (*(each for each in known if each not in same), one)


def are_views(given: Answer, one: Difference) -> bool:
    """Whether what differs are views of people in one article, and no contradiction to settle."""
    homes = {each.distillation_id for each in given.citations if each.number in one.numbers}
    return len(homes) == 1 and len(one.numbers) > 1 and not one.keepers


def differences_told(given: Answer, language: str) -> list[str]:
    """What is said beneath an answer of each of its differences, in their order."""
    return [
        difference_told(each, language, views=are_views(given, each)) for each in given.differences
    ]


def difference_told(one: Difference, language: str, *, views: bool = False) -> str:
    """What is said of it beneath an answer, in two short sentences."""
    between, last = ("、", "和") if language == "zh" else (", ", " and ")
    marks = [f"[{number}]" for number in one.numbers]
    sources = last.join(part for part in (between.join(marks[:-1]), marks[-1]) if part)
    if views:
        return sentence(language, "answer.views", {"sources": sources})
    code = "answer.differ" if len(marks) > 1 else "answer.differ_unshown"
    first = sentence(language, code, {"sources": sources})
    if one.keepers:
        named = sentence(language, "answer.differ_with", {"names": between.join(one.keepers)})
    else:
        named = sentence(language, "answer.differ_nobody", {})
    return f"{first}{'' if language == 'zh' else ' '}{named}"
