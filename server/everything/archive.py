"""The zip of everything: read from one moment of the database, written file by file."""

import asyncio
import json
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from agent.answering.showing import names_here
from community.conversation import Message
from community.distillation import Distillation
from community.people import Community, Zone
from community.review import Review, Subject
from community.store import Store, Tx, communities, links, members, messages, reactions
from community.store.consents import consents_of
from community.store.distillations import distillations_of
from community.store.questions import questions_of
from community.store.resources import resources_of
from community.store.reviews import reviews_since
from community.store.suggestions import suggestions_in
from community.suggestion import Suggestion, SuggestionState
from server.everything import knowledge_lines as known
from server.everything import talk_lines as talk
from server.everything.talk_lines import Line
from server.everything.veil import Veil, veil_of
from server.platform_ids import platform_id

VERSION = 1
ALL = 10_000_000
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


class _Archive:
    """A zip that counts the lines of its files."""

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED)
        self.counts: dict[str, int] = {}

    async def put(self, name: str, lines: Iterable[Line]) -> None:
        """Write one file, beside the work of the server."""
        await asyncio.to_thread(self._write, name, lines)

    def _write(self, name: str, lines: Iterable[Line]) -> None:
        count = 0
        with self._zip.open(name, "w", force_zip64=True) as file:
            for line in lines:
                file.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
                count += 1
        self.counts[name] = count

    def finish(self, manifest: Line) -> None:
        """Write what is in it, and close."""
        whole = manifest | {"files": self.counts}
        self._zip.writestr("manifest.json", json.dumps(whole, ensure_ascii=False, indent=2))
        self._zip.close()


async def write_everything(
    store: Store, home: Community, path: Path, now: datetime
) -> dict[str, int]:
    """Write the zip of a community; the result is how many lines each of its files has."""
    archive = _Archive(path)
    async with store.read() as tx:
        veil = veil_of(await members.members(tx, home.id))
        zones = [*await communities.zones(tx, home.id)]
        shelf = await communities.shelf(tx, home.id)
        for zone in (*zones, *((shelf,) if shelf else ())):
            await _talk(tx, archive, home, zone, veil, now)
        await _people(tx, archive, home, [*zones, *((shelf,) if shelf else ())], veil)
        await _knowledge(tx, archive, home, veil)
        await _decisions(tx, archive, home, veil, now)
    archive.finish(
        {
            "format": "simmer-export",
            "version": VERSION,
            "made_at": now.isoformat(),
            "community": home.slug,
            "hidden_members": sum(member.opted_out for member in veil.people.values()),
        }
    )
    return archive.counts


async def _talk(
    tx: Tx, archive: _Archive, home: Community, zone: Zone, veil: Veil, now: datetime
) -> None:
    said = await messages.messages_in(tx, zone.id)
    ids = {message.id: platform_id(message) for message in said if message.to_id is None}
    folder = f"chat/{zone.id}-{_safe(zone.key)}"
    lines: list[Line] = [talk.header(home, zone, now.timestamp())]
    lines += talk.people_lines(list(veil.people.values()))
    lines += talk.talk_lines(said, ids, veil)
    await archive.put(f"{folder}.jsonl", lines)
    tied = await links.links_in(tx, zone.id, since=BEGINNING, until=now)
    public = {id_: link for id_, link in tied.items() if id_ in ids}
    await archive.put(f"{folder}.links.jsonl", talk.link_lines(public, ids))
    given = await reactions.reactions_of(tx, ids)
    await archive.put(f"{folder}.reactions.jsonl", talk.reaction_lines(given, ids, veil))


def _safe(key: str) -> str:
    """A zone's key as part of a file name."""
    return "".join(each if each.isalnum() else "-" for each in key)[:60]


async def _people(
    tx: Tx, archive: _Archive, home: Community, zones: list[Zone], veil: Veil
) -> None:
    people = list(veil.people.values())
    given = [each for member in people for each in await consents_of(tx, member.id)]
    described: Line = {
        "id": home.id,
        "slug": home.slug,
        "name": home.name,
        "language": home.language,
        "timezone": home.timezone,
        "created_at": home.created_at.isoformat(),
        "began_on": home.began_on,
        "parent": home.parent_id,
        "settings": dict(home.settings),
    }
    rooms: list[Line] = [
        {"id": each.id, "key": each.key, "name": each.name, "purpose": each.purpose.value}
        for each in zones
    ]
    await archive.put("community.jsonl", [described])
    await archive.put("zones.jsonl", rooms)
    await archive.put("members.jsonl", known.member_lines(people))
    await archive.put("consents.jsonl", known.consent_lines(given, veil))


async def _knowledge(tx: Tx, archive: _Archive, home: Community, veil: Veil) -> None:
    articles = await distillations_of(tx, home.id, limit=ALL)
    said = await _cited(tx, articles)
    await archive.put("articles.jsonl", known.article_lines(articles, veil))
    await archive.put("claims.jsonl", known.claim_lines(articles, said, veil))
    await archive.put("citations.jsonl", known.citation_lines(articles, said, veil))
    asked = await questions_of(tx, home.id, limit=ALL)
    await archive.put(
        "questions.jsonl", known.question_lines(asked, veil, names_here(veil.people.values()))
    )
    shelf = await resources_of(tx, home.id)
    await archive.put("resources.jsonl", known.resource_lines(shelf, veil))


async def _cited(tx: Tx, articles: Iterable[Distillation]) -> dict[int, Message]:
    ids = {each.message_id for a in articles for claim in a.claims for each in claim.citations}
    return await messages.messages_by_id(tx, tuple(sorted(ids)))


async def _decisions(tx: Tx, archive: _Archive, home: Community, veil: Veil, now: datetime) -> None:
    decided: list[Review] = []
    for subject in Subject:
        decided += await reviews_since(tx, home.id, subject=subject, since=BEGINNING, until=now)
    offered: list[Suggestion] = []
    for state in SuggestionState:
        offered += await suggestions_in(tx, home.id, state, limit=ALL)
    anchors = {id_ for each in offered for id_ in each.anchor_ids}
    said = await messages.messages_by_id(tx, tuple(sorted(anchors)))
    await archive.put("reviews.jsonl", known.review_lines(decided, veil))
    await archive.put("suggestions.jsonl", known.suggestion_lines(offered, said, veil))
