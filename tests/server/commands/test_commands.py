"""The commands on a data folder alone: an imported talk is distilled, asked, replayed, exported."""

import asyncio
import json
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from community.actions import corrections
from community.heard import Mark, MarkVerdict
from community.people import Role
from community.store import communities, marks, members, messages
from community.store.distillations import distillations_of
from evals.corrected import labels_from_corrections
from server import examination
from server.cli import main
from server.sampling import sign
from server.settings import Settings
from server.wiring import build
from server.working import work_off
from tests.connectors.exports import files

ASKED = "请问晚上九点以后家长在群里发消息，你们第二天怎么回？"
TOLD = "我们班定了规矩：晚上九点以后的消息第二天早上八点统一回，孩子发烧的除外。"
TRIED = "我也这样试了两周：半夜的消息从每天十来条降到两条，前提是开学第一次家长会就说清楚。"
THANKS = "明白了，我下周一家长会上就说。"
NEW = "大家好，我是新来的实习老师，想请教期中家长会一般开多久合适？"
BEGAN = 1772420400
TALK = (
    ("m1", "u1", "许冉", 0, ASKED, None),
    ("m2", "u2", "阿敏", 180, TOLD, "m1"),
    ("m3", "u3", "老赵", 400, TRIED, "m1"),
    ("m4", "u1", "许冉", 600, THANKS, "m1"),
    ("m5", "u4", "小唐", 9000, NEW, None),
)


@dataclass(frozen=True, slots=True)
class Folder:
    """A data folder with one imported community, and the output of commands run on it."""

    path: Path
    capture: pytest.CaptureFixture[str]

    def run(self, *words: str) -> list[str]:
        """What a command that succeeds prints."""
        assert main(words) == 0, self.capture.readouterr().err
        return self.capture.readouterr().out.strip().splitlines()

    def lines(self, *words: str) -> list[dict[str, Any]]:
        """What a command prints as JSON lines."""
        return [json.loads(line) for line in self.run(*words)]

    def settings(self) -> Settings:
        """The settings the commands read."""
        return Settings(data_dir=self.path, _env_file=None)  # pyright: ignore[reportCallIssue]


@pytest.fixture
def folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Folder:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SIMMER_DATA_DIR", str(tmp_path / "kept"))
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES", "SIMMER_DATABASE_URL", "SIMMER_LLM_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    said = [
        files.message(
            0,
            text,
            platformMessageId=id_,
            sender=sender,
            accountName=name,
            timestamp=BEGAN + seconds,
            **({"replyToMessageId": parent} if parent else {}),
        )
        for id_, sender, name, seconds, text, parent in TALK
    ]
    (tmp_path / "chat.json").write_bytes(files.as_json(files.chatlab(said)))
    opened = Folder(tmp_path / "kept", capsys)
    opened.run("import", str(tmp_path / "chat.json"), "--community", "教研组", "--json")
    return opened


async def _sign_everything(settings: Settings) -> None:
    """Let an expert sign each draft as it is."""
    deps = build(settings, indexed=False)
    async with deps.store.read() as tx:
        home = (await communities.all_communities(tx))[0]
        expert = (await members.members(tx, home.id))[0]
    async with deps.store.write() as tx:
        await members.set_role(tx, expert.id, Role.EXPERT)
    async with deps.store.read() as tx:
        drafts = await distillations_of(tx, home.id)
    for draft in drafts:
        await sign(deps, draft, expert)
    await work_off(deps)
    await deps.store.close()


async def _work(settings: Settings) -> None:
    deps = build(settings, indexed=False)
    await work_off(deps)
    await deps.store.close()


def test_links_are_exported_by_the_ids_of_the_platform(folder: Folder) -> None:
    lines = folder.lines("export", "links", "--community", "教研组")
    parents = {line["id"]: line["parent"] for line in lines}
    assert parents == {"m1": None, "m2": "m1", "m3": "m1", "m4": "m1", "m5": None}
    assert all(0 <= line["confidence"] <= 1 for line in lines)


async def _correct(settings: Settings) -> None:
    """The room's first member moves m4 to m2, and refuses a mark of m3 and one of trouble at m1."""
    deps = build(settings, indexed=False)
    async with deps.store.write() as tx:
        home = (await communities.all_communities(tx))[0]
        member = replace((await members.members(tx, home.id))[0], role=Role.OWNER)
        (zone, *_) = await communities.zones(tx, home.id)
        said = {each.external_id: each for each in await messages.messages_in(tx, zone.id)}
        at = deps.clock()
        await corrections.move_message(
            tx, deps.queue, message_id=said["m4"].id, parent_id=said["m2"].id, member=member, at=at
        )
        heard = [
            Mark(
                id=0,
                community_id=home.id,
                zone_id=zone.id,
                message_id=said[name].id,
                kind=kind,
                member_ids=(member.id,),
                confidence=0.6,
                noticed_at=at,
            )
            for name, kind in (("m3", "advert"), ("m1", "distress"))
        ]
        await marks.keep_marks(tx, zone.id, heard, at)
        for mark in await marks.marks_of(tx, [each.id for each in said.values()]):
            await corrections.judge_mark(
                tx,
                deps.queue,
                mark_id=mark.id,
                judgement=corrections.Judgement(verdict=MarkVerdict.WRONG, kind="share"),
                member=member,
                at=at,
            )
    await deps.store.close()


def test_corrections_are_exported_without_names_and_read_as_labels(folder: Folder) -> None:
    asyncio.run(_correct(folder.settings()))
    lines = folder.lines("export", "corrections", "--community", "教研组")
    assert [(line["about"], line["id"], line["kind"]) for line in lines] == [
        ("link", "m4", None),
        ("signal", "m3", "advert"),
    ]
    assert lines[0]["after"] == {"parent": "m2", "confidence": 1.0, "by": "person"}
    assert lines[0].keys() == lines[1].keys() == {"about", "id", "kind", "before", "after", "at"}
    links = folder.lines("export", "links", "--community", "教研组")
    assert {"id": "m4", "parent": "m2", "confidence": 1.0} in links
    labels = labels_from_corrections(json.dumps(line) for line in lines)
    assert labels.parents == {"m4": "m2"}
    assert labels.heard == {("m3", "advert"): False, ("m3", "share"): True}


def test_a_talk_is_distilled_once_and_its_claims_are_exported(folder: Folder) -> None:
    first = json.loads(folder.run("distil", "--community", "教研组", "--json")[-1])
    again = json.loads(folder.run("distil", "--community", "教研组", "--json")[-1])
    assert (first["threads"], first["drafts"]) == (1, 1)
    assert again == {"threads": 0, "drafts": 0}
    claims = folder.lines("export", "claims", "--community", "教研组")
    assert claims
    assert all(set(claim["ids"]) <= {"m1", "m2", "m3", "m4"} for claim in claims)
    assert {claim["state"] for claim in claims} == {"open"}


def test_a_signed_article_answers_at_the_terminal_and_the_index_is_made_again(
    folder: Folder,
) -> None:
    folder.run("distil", "--community", "教研组", "--json")
    question = "家长晚上九点以后发消息怎么回？"
    before = json.loads(folder.run("ask", question, "--community", "教研组", "--json")[-1])
    asyncio.run(_sign_everything(folder.settings()))
    after = json.loads(folder.run("ask", question, "--community", "教研组", "--json")[-1])
    assert (before["answered"], after["answered"]) == (False, True)
    cited = {id_ for each in after["citations"] for id_ in each["message_ids"]}
    assert cited
    assert cited <= {"m1", "m2", "m3"}
    assert after["sentences"][0]["numbers"] == [1]
    shutil.rmtree(folder.path / "index", ignore_errors=True)
    told = folder.run("reindex")[-1]
    assert "重建好了" in told
    assert list((folder.path / "index").glob("index-*"))
    assert examination.index(folder.settings()).code == "index"
    spoken = folder.run("ask", question, "--community", "教研组")
    assert "[1]" in spoken[0]


def test_looks_are_exported_oldest_first_with_their_reasons(folder: Folder) -> None:
    asyncio.run(_work(folder.settings()))
    looks = folder.lines("export", "observations", "--community", "教研组")
    assert looks
    assert [look["at"] for look in looks] == sorted(look["at"] for look in looks)
    assert all(look["reason"]["code"] for look in looks)


def test_a_replay_decides_without_the_future(folder: Folder) -> None:
    moments = (BEGAN + 700, BEGAN + 9000 + 5 * 3600)
    path = folder.path.parent / "looks.jsonl"
    path.write_text("".join(json.dumps({"at": at}) + "\n" for at in moments))
    early, late = folder.lines("replay", "--community", "教研组", "--looks", str(path))
    assert (early["at"], late["at"]) == moments
    assert "m5" not in early["anchors"]
    assert early["reason"]
    assert late["move"] != "stay_silent"
    assert late["anchors"] == ["m5"]
    assert late["draft"]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("distil", "--community", "没有这个群"), id="an unknown community"),
        pytest.param(("ask", "怎么回", "--community", "没有这个群"), id="asked in vain"),
        *(
            pytest.param(("ask", text, "--community", "教研组"), id=name, marks=pytest.mark.slow)
            for text, name in (
                ("", "nothing asked"),
                ("😀🎉", "only emoji"),
                ("？！…", "only marks"),
                ("字" * 10_000, "far too long"),
                ("https://example.org/x?y=1", "only a link"),
                ("ffff gggg", "no word"),
                ("¿Dónde puedo comprar entradas para el concierto?", "a third language"),
            )
        ),
        pytest.param(("replay", "--community", "教研组", "--looks", "no"), id="no file of looks"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(folder: Folder, words: tuple[str, ...]) -> None:
    assert main(words) == 2
    told = folder.capture.readouterr().err.strip()
    assert told.startswith("simmer: ")
    assert "_" not in told
