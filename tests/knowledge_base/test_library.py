import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from knowledge_base.embedders.base import Embedder, Vectors
from knowledge_base.library import IndexState, Library
from knowledge_base.library_index import probe
from knowledge_base.passages import Passage
from tests.knowledge_base.shelving import TEACHING, a_passage

FEVER = "流感退烧后满几小时能返校"


@pytest.fixture
async def library(tmp_path: Path, embedder: Embedder) -> AsyncIterator[Library]:
    made = Library(tmp_path / "index", embedder)
    await made.load(TEACHING)
    await made.catch_up()
    yield made
    await made.close()


async def first(library: Library, question: str, community: int = 1) -> int | None:
    found = await library.search(community, question)
    return found.hits[0].passage.distillation_id if found.hits else None


async def all_alive(passages: Sequence[Passage]) -> set[str]:
    return {passage.id for passage in passages}


async def test_answers_start_before_the_index_is_there(tmp_path: Path, embedder: Embedder) -> None:
    library = Library(tmp_path / "index", embedder)
    await library.load(TEACHING)
    assert library.health.index is IndexState.BEHIND
    assert await first(library, "复课条在哪里拿") == 1
    await library.close()


async def test_an_approval_is_answerable_at_once(library: Library) -> None:
    await library.shelve([a_passage(9, "春游改到四月二十号,下雨顺延一周")])
    assert library.health.index is IndexState.READY
    assert await first(library, "春游改到哪天") == 9


async def test_a_new_version_takes_the_place_of_the_old(library: Library) -> None:
    await library.shelve([a_passage(1, "流感退烧后满24小时即可返校", version=2)])
    found = await library.search(1, FEVER)
    ours = [hit.passage for hit in found.hits if hit.passage.distillation_id == 1]
    assert [one.version for one in ours] == [2]


async def test_a_withdrawn_article_is_found_no_more(library: Library) -> None:
    await library.withdraw(1)
    found = await library.search(1, FEVER)
    assert all(hit.passage.distillation_id != 1 for hit in found.hits)


async def test_a_withdrawal_acts_at_its_commit_though_the_shelf_lags(library: Library) -> None:
    async def live(passages: Sequence[Passage]) -> set[str]:
        return {one.id for one in passages if one.distillation_id != 1}

    found = await library.search(1, FEVER, 2, live=live)
    assert len(found.hits) == 2
    assert all(hit.passage.distillation_id != 1 for hit in found.hits)


async def test_nothing_is_shown_when_nothing_is_live(library: Library) -> None:
    async def live(_: Sequence[Passage]) -> set[str]:
        return set()

    assert (await library.search(1, FEVER, live=live)).hits == ()


async def test_a_community_sees_its_own_shelf_only(library: Library) -> None:
    await library.shelve([a_passage(9, "别的群也有复课条", community=2)])
    assert await first(library, "复课条", community=2) == 9
    mine = await library.search(1, "复课条", live=all_alive)
    assert {hit.passage.community_id for hit in mine.hits} == {1}
    assert await first(library, "复课条", community=3) is None


async def test_after_a_restart_the_index_stands_and_what_changed_is_made_good(
    tmp_path: Path, embedder: Embedder
) -> None:
    before = Library(tmp_path / "index", embedder)
    await before.load(TEACHING)
    await before.catch_up()
    await before.close()
    after = Library(tmp_path / "index", embedder)
    await after.load([*TEACHING[1:], a_passage(9, "春游改到四月二十号")])
    await after.catch_up()
    assert after.health.index is IndexState.READY
    assert await first(after, "春游改到哪天") == 9
    assert all(hit.passage.distillation_id != 1 for hit in (await after.search(1, FEVER)).hits)
    assert [path.name for path in (tmp_path / "index").iterdir()] == ["index-0001"]
    await after.close()


async def mended(library: Library) -> None:
    for _ in range(100):
        if library.health.index is IndexState.READY:
            return
        await asyncio.sleep(0.05)


async def test_answers_go_on_when_the_folder_is_removed(library: Library, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "index")
    await library.shelve([a_passage(9, "春游改到四月二十号")])
    assert library.health.index is not IndexState.READY
    assert await first(library, "春游改到哪天") == 9
    assert await first(library, FEVER) == 1
    await mended(library)
    assert library.health.index is IndexState.READY
    assert await first(library, "春游改到哪天") == 9


def damage(folder: Path) -> None:
    """What a torn write leaves: a header that is none."""
    for path in folder.rglob("*"):
        if path.is_file():
            path.write_bytes(b"torn" * 2000)


async def test_a_damaged_index_is_seen_from_a_child_and_made_again(
    tmp_path: Path, embedder: Embedder
) -> None:
    before = Library(tmp_path / "index", embedder)
    await before.load(TEACHING)
    await before.catch_up()
    await before.close()
    damage(tmp_path / "index")
    after = Library(tmp_path / "index", embedder)
    await after.load(TEACHING)
    assert await first(after, FEVER) == 1
    await after.catch_up()
    assert after.health.index is IndexState.READY
    assert await first(after, FEVER) == 1
    assert [path.name for path in (tmp_path / "index").iterdir()] == ["index-0002"]
    await after.close()


async def test_no_folder_is_no_damage(tmp_path: Path) -> None:
    assert await probe(tmp_path / "nothing")
    assert await probe(None)


async def test_a_rebuild_gives_the_same_answers(library: Library) -> None:
    before = await library.search(1, FEVER)
    await library.rebuild(TEACHING)
    after = await library.search(1, FEVER)
    assert library.health.index is IndexState.READY
    assert [hit.passage for hit in after.hits] == [hit.passage for hit in before.hits]


async def test_a_second_process_searches_exactly_without_the_folder(
    library: Library, tmp_path: Path, embedder: Embedder
) -> None:
    beside = await Library.exact(TEACHING, embedder)
    ours, theirs = await library.search(1, FEVER), await beside.search(1, FEVER)
    assert [hit.passage for hit in ours.hits] == [hit.passage for hit in theirs.hits]
    assert beside.health.index is IndexState.NONE
    await beside.withdraw(1)
    assert all(hit.passage.distillation_id != 1 for hit in (await beside.search(1, FEVER)).hits)
    with sqlite3.connect(tmp_path / "index" / "index-0001" / "chroma.sqlite3") as kept:
        assert kept.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    kept.close()
    await beside.close()


@pytest.mark.parametrize("question", ["", "  \n", "？！", "\ud800", "🙂"])
async def test_a_question_that_says_nothing_breaks_nothing(library: Library, question: str) -> None:
    found = await library.search(1, question)
    assert len(found.hits) <= len(TEACHING)


async def test_a_server_that_is_not_there_leaves_exact_search(embedder: Embedder) -> None:
    library = Library("http://127.0.0.1:9", embedder)
    await library.load(TEACHING)
    await library.catch_up()
    assert library.health.index is IndexState.DAMAGED
    assert await first(library, FEVER) == 1
    await library.close()


async def test_a_question_asked_of_two_libraries_is_embedded_once(embedder: Embedder) -> None:
    asked: list[str] = []

    class Counting:
        id = embedder.id
        embed_passages = staticmethod(embedder.embed_passages)

        @staticmethod
        def embed_question(text: str) -> Vectors:
            asked.append(text)
            return embedder.embed_question(text)

    library = await Library.exact(
        [*TEACHING, a_passage(9, "春游改到四月", community=2)], Counting()
    )
    assert [await first(library, FEVER, home) for home in (1, 2, 1)] == [1, 9, 1]
    assert asked == [FEVER]
