"""The signed library for other assistants (Model Context Protocol): it is read, never changed."""

from dataclasses import dataclass
from importlib.metadata import version

from mcp.server.mcpserver import MCPServer

from community.errors import SimmerError
from community.people import Community
from community.question import Answer
from server.addresses import article_address
from server.answer_told import answer_told
from server.deps import Deps
from server.differences import with_differences
from server.leaving import answer_leaving, may_leave, signer_leaving
from server.library import articles_found, shelved_passages
from server.locales import sentence
from server.shelving import shelf_of

ROWS = 50
LONGEST = 2000
"""Characters of a question."""


@dataclass(frozen=True, slots=True)
class Counter:
    """What others are handed over the counter: what is signed in one community, at this moment."""

    deps: Deps
    home: Community

    def says(self, code: str, **facts: str) -> str:
        """A sentence in the language of the community."""
        return sentence(self.home.language, code, facts)

    async def ask(self, question: str) -> str:
        """The cited answer to a question, or that there is none."""
        await self._fresh()
        words = " ".join(question.split())[:LONGEST]
        if not words:
            return self.says("error.question_empty")
        try:
            given = await (await self.deps.thinking()).ask(self.home, words, self.deps.clock())
        except SimmerError as error:
            return sentence(self.home.language, f"error.{error.code}", error.facts)
        async with self.deps.store.read() as tx:
            shelf = await shelf_of(tx, self.home)
            shown = await with_differences(tx, self.home, given)
        left = answer_leaving(shelf, shown)
        return answer_told(left, self.home.language) if left.answered else self._refused(left)

    def _refused(self, given: Answer) -> str:
        """That nothing answers, with what is near; a question from outside is not kept."""
        near = (f"{id_}: {title}" for id_, title in given.nearest)
        return "\n".join([self.says("mcp.refused"), *near])

    async def search(self, words: str = "") -> str:
        """Numbers and titles of articles, the nearest first; without words the latest."""
        await self._fresh()
        async with self.deps.store.read() as tx:
            shelf = (await shelf_of(tx, self.home)).outside()
        known = {each.id: may_leave(shelf, each).title for each in shelf.articles}
        order = sorted(known, reverse=True)
        if words.strip():
            found = await (await self.deps.thinking()).find(self.home.id, words[:LONGEST])
            order = list(articles_found(found.hits, words))
        lines = [f"{number}: {known[number]}" for number in order if number in known]
        return "\n".join(lines[:ROWS]) or self.says("mcp.nothing")

    async def read(self, number: int) -> str:
        """One signed article."""
        async with self.deps.store.read() as tx:
            shelf = (await shelf_of(tx, self.home)).outside()
        found = shelf.article(number)
        if found is None:
            return self.says("mcp.nothing")
        left, signer = may_leave(shelf, found), signer_leaving(shelf, found)
        told = self.says("mcp.signed", signer=signer, at=f"{found.signed_at:%Y-%m-%d}")
        address = article_address(self.deps.settings, self.home, number)
        said = (f"- {each.text}" for each in left.approved)
        return "\n".join([f"# {left.title}", *said, told, address])

    async def _fresh(self) -> None:
        library = (await self.deps.thinking()).library
        await library.load(await shelved_passages(self.deps.store, self.home.id))
        await library.catch_up()


def library_server(deps: Deps, home: Community) -> MCPServer:
    """Three tools over what the experts of one community signed."""
    counter = Counter(deps, home)
    instructions = counter.says("mcp.instructions", name=home.name)
    outward = MCPServer(
        name=f"simmer-{home.slug}",
        instructions=instructions,
        version=version("simmer-community"),
    )
    outward.add_tool(counter.ask, name="ask_library", description=counter.says("mcp.ask"))
    outward.add_tool(counter.search, name="search_articles", description=counter.says("mcp.search"))
    outward.add_tool(counter.read, name="read_article", description=counter.says("mcp.read"))
    return outward
