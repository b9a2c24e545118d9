"""Other assistants read what is signed, and nothing else."""

from mcp import Client
from mcp.types import TextContent

from community.people import Role
from server.outward import library_server
from tests.server.house import House
from tests.server.test_knowledge import draft_of, sign


async def told_by(client: Client, tool: str, **words: object) -> str:
    answer = await client.call_tool(tool, words)
    (part,) = answer.content
    assert isinstance(part, TextContent)
    return part.text


async def test_only_what_is_signed_is_found_asked_and_read(house: House) -> None:
    id_ = await draft_of(house, "阿敏：晚上九点以后的消息第二天早上八点统一回。")
    async with Client(library_server(house.deps, house.community)) as client:
        assert {tool.name for tool in (await client.list_tools()).tools} == {
            "ask_library",
            "search_articles",
            "read_article",
        }
        asked = "家长半夜发微信怎么回？"
        before = [
            await told_by(client, "ask_library", question=asked),
            await told_by(client, "search_articles"),
            await told_by(client, "read_article", number=id_),
        ]
        assert not any("第二天早上八点" in told for told in before)
        assert before[0] == "知识库里还没有签发过的内容能回答这个。", "nobody is told of it"
        await sign(house, id_)
        told = await told_by(client, "ask_library", question=asked)
        assert "第二天早上八点统一回" in told
        assert house.people[Role.EXPERT].name not in told
        assert "这个群的一位专家" in told
        assert await told_by(client, "search_articles") == f"{id_}: {asked}"
        article = await told_by(client, "read_article", number=id_)
        assert "第二天早上八点统一回" in article
        assert article.endswith(f"/c/{house.community.slug}/library/{id_}")
        assert "阿敏" not in told + article
