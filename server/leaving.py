"""What of a signed library leaves for other programs: by consent, as on paper."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from agent.answering.turns import is_mine, lead_of, turns_of
from community.distillation import Distillation
from community.question import Answer, AnswerCitation, AnswerSentence, Difference
from server.locales import sentence
from server.printing.lettering import unnamed
from server.printing.outside import Words, outside_names
from server.shelving import Shelf


def may_leave(shelf: Shelf, article: Distillation) -> Distillation:
    """An article as a program reads it.

    Without sentences that rest on withheld words, nobody in it named who did not agree.
    """
    left = shelf.leaving(article)
    claims = tuple(
        replace(each, text=_unnamed(shelf, (article,), each.text)) for each in left.claims
    )
    return replace(left, title=_unnamed(shelf, (article,), left.title), claims=claims)


def signer_leaving(shelf: Shelf, article: Distillation) -> str:
    """Who signed an article, as they agreed to be called outside; else that an expert did."""
    signer = shelf.people.get(article.signed_by_id or 0)
    return shelf.named_outside(article, signer) or sentence(
        shelf.home.language, "outside.expert", {}
    )


def answer_leaving(shelf: Shelf, given: Answer) -> Answer:
    """An answer as a program hears it; a refusal where nothing of it may leave.

    What an earlier cohort answered is no article of this shelf and comes without names already.
    """
    sources = {
        each.number: _citation(shelf, each)
        for each in given.citations
        if not shelf.kept_in & set(each.claim_ids)
    }
    voices = len({lead_of(each.text)[0] for each in given.sentences}) > 1
    sentences = tuple(
        replace(each, text=_unnamed(shelf, _cited(shelf, each, sources), each.text, voices=voices))
        for each in given.sentences
        if set(each.numbers) <= sources.keys()
    )
    cited = tuple(sources.values()) if sentences else ()
    return replace(
        given,
        answered=given.answered and bool(sentences),
        sentences=sentences,
        citations=cited,
        differences=_differences(given, cited),
        nearest=tuple((id_, _titled(shelf, id_, title)) for id_, title in given.nearest),
    )


def _differences(given: Answer, cited: Sequence[AnswerCitation]) -> tuple[Difference, ...]:
    """What differs among the sources that leave, with who signed one of them as its keeper."""
    numbers, signers = {each.number for each in cited}, {each.signed_by for each in cited}
    left = (
        Difference(
            numbers=tuple(number for number in each.numbers if number in numbers),
            keepers=tuple(name for name in each.keepers if name in signers),
        )
        for each in given.differences
    )
    return tuple(each for each in left if each.numbers)


def _citation(shelf: Shelf, one: AnswerCitation) -> AnswerCitation:
    article = shelf.article(one.distillation_id)
    named = (article,) if article else ()
    return replace(
        one,
        title=_unnamed(shelf, named, one.title),
        passage=_unnamed(shelf, named, one.passage),
        signed_by=one.signed_by if article is None else signer_leaving(shelf, article),
    )


def _cited(
    shelf: Shelf, one: AnswerSentence, sources: dict[int, AnswerCitation]
) -> tuple[Distillation, ...]:
    found = (shelf.article(sources[number].distillation_id) for number in one.numbers)
    return tuple(article for article in found if article is not None)


def _titled(shelf: Shelf, id_: int, title: str) -> str:
    article = shelf.article(id_)
    return _unnamed(shelf, (article,) if article else (), title)


def said_outside(
    names: Mapping[str, str], text: str, somebody: str, *, voices: bool = False
) -> str:
    """A text as it may leave: who says "I", and one of several voices, stays somebody who speaks.

    A rule one person gave stands without them; `voices` is that others speak beside it.
    """
    if voices or is_mine(text) or len(turns_of(text)) > 1:
        names = {name: each or somebody for name, each in names.items()}
    return unnamed(text, names, somebody)


def _unnamed(
    shelf: Shelf, articles: Iterable[Distillation], text: str, *, voices: bool = False
) -> str:
    somebody = Words(language=shelf.home.language).say("somebody")
    for article in articles:
        text = said_outside(outside_names(shelf, article), text, somebody, voices=voices)
    return text
