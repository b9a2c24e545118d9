"""Searching the library a community inherits: asked where one's own has no answer, names veiled."""

from dataclasses import replace

from community.people import Community
from community.store import Store
from knowledge_base.fusion import answerable
from knowledge_base.library import Library
from knowledge_base.passages import Passage
from knowledge_base.shelf import Search
from server.cohorts import parent_of
from server.leaving import said_outside
from server.library import live_in
from server.locales import sentence
from server.printing.lettering import printable
from server.printing.outside import Words, outside_names, told_outside
from server.shelving import Shelf, shelf_of

LIKELY = 0.5


async def search_both(store: Store, library: Library, home: Community, question: str) -> Search:
    """What the own library has; the earlier cohort's where it is likelier to answer.

    The own one goes first wherever its best passage answers more likely than not. What is inherited
    leaves its community: nobody in it is named who did not agree, its messages cannot be opened.
    """
    own = await library.search(home.id, question, live=live_in(store))
    if home.parent_id is None or _best(own) >= LIKELY:
        return own
    async with store.read() as tx:
        parent = await parent_of(tx, home)
        shelf = await shelf_of(tx, parent) if parent else None
    if parent is None or shelf is None:
        return own
    earlier = await library.search(parent.id, question, live=live_in(store))
    if _best(earlier) <= _best(own):
        return own
    words = Words(language=home.language)
    known = [(hit, veiled(shelf, hit.passage, words)) for hit in earlier.hits]
    hits = [replace(hit, passage=passage) for hit, passage in known if passage is not None]
    return replace(earlier, hits=tuple(hits))


def _best(found: Search) -> float:
    return answerable(found.evidence) if found.hits else 0.0


def veiled(shelf: Shelf, passage: Passage, words: Words) -> Passage | None:
    """A passage as it may leave its community; None where it rests on withheld words."""
    article = shelf.article(passage.distillation_id)
    if article is None or shelf.kept_in & set(passage.claim_ids):
        return None
    title = told_outside(shelf, article, passage.title, words)
    signer = shelf.named_outside(article, shelf.people.get(article.signed_by_id or 0))
    return replace(
        passage,
        title=sentence(words.language, "cohort.title", {"title": title}),
        text=said_outside(
            outside_names(shelf, article), printable(passage.text), words.say("somebody")
        ),
        speakers=(),
        signed_by=signer or sentence(words.language, "cohort.expert", {}),
        message_ids=(),
        quotes=(),
    )
