"""The loaded engines: who words, what is found, and the table of jobs that use them.

Importing this takes seconds; server/wiring.py does it beside the first pages.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from agent.answering.telling import Tell, silent
from agent.context import Context
from agent.graphs.answer import answer
from agent.listening.barriers import Reading
from agent.moves.catalogue import MOVES
from agent.moves.errands import ERRANDS
from community.people import Community
from community.question import Answer
from community.store import Store
from community.suggestion import Lane
from knowledge_base.library import Library
from knowledge_base.shelf import Search
from server.inherited_search import search_both
from server.library import live_in, marked
from server.readings import readings, usable_reading
from server.spending import Engines
from server.work import Work

SIMILAR = 3
"""Shelved passages an agent is shown beside a talk."""
FOUND = 100
"""Passages whose articles a list shows for some words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thinking:
    """What one process thinks with."""

    store: Store
    engines: Engines
    library: Library
    jobs: Mapping[str, Callable[[Work], Awaitable[None]]]

    @property
    def moves(self) -> Mapping[str, Lane]:
        """Every move and errand there is, and its lane."""
        return {name: each.lane for name, each in (*MOVES.items(), *ERRANDS.items())}

    async def search(self, community_id: int, question: str) -> Search:
        """What the library of one community has on a question; only what is signed now."""
        return await self.library.search(community_id, question, live=live_in(self.store))

    async def find(self, community_id: int, words: str) -> Search:
        """What a list shows for some words: far more passages than an answer is made of."""
        live = live_in(self.store)
        return await self.library.search(community_id, words, FOUND, live=live)

    async def ask(
        self,
        home: Community,
        question: str,
        now: datetime,
        *,
        former: str = "",
        tell: Tell = silent,
    ) -> Answer:
        """Answer a question from the signed passages of a community, or refuse.

        `former` is the question it follows; `tell` hears sources and sentences as they come.
        """

        async def search(text: str) -> Search:
            return await search_both(self.store, self.library, home, text)

        given = await answer(
            question,
            language=home.language,
            search=search,
            model=self.engines.costly_for(home),
            now=now,
            former=former,
            tell=tell,
        )
        return await marked(self.store, given)

    async def readings(self, community_id: int, now: datetime) -> Mapping[int, Reading]:
        """What is read of the members of a community, contested or not; for those who may see."""
        return await readings(self.store, community_id, now)

    async def reading(self, community_id: int, member_id: int, now: datetime) -> Reading | None:
        """What is read of one member; None of who opted out."""
        return (await readings(self.store, community_id, now, (member_id,))).get(member_id)

    def context(self, home: Community) -> Context:
        """What one run for a community is given."""

        async def similar(text: str) -> tuple[str, ...]:
            found = await self.search(home.id, text)
            return tuple(hit.passage.text for hit in found.hits[:SIMILAR])

        async def reading(member_id: int, now: datetime) -> Reading:
            return await usable_reading(self.store, home.id, member_id, now)

        async def roomy() -> bool:
            return await self.engines.roomy(home)

        model = self.engines.model_for(home)
        return Context(model=model, similar=similar, reading=reading, roomy=roomy)
