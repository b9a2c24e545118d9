"""Articles a community wrote before become drafts like any other: claim beside source, to sign.

The text that was brought is kept as a message of a zone of its own, so that every claim has a
source to stand beside and a change of it reopens what rests on it.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from agent.distilling.sentences import joined, sentences_in
from community.actions.distillations import keep_distillation
from community.conversation import Message, MessageKind
from community.distillation import ArticleKind, Citation, Claim, ClaimKind, Distillation
from community.people import Community, Purpose, Zone
from community.store import Tx, communities, messages
from connectors.articles.entry import Entry
from server.locales import sentence

ZONE = "brought-articles"
CLAIM = 90
"""Characters up to which neighbouring sentences stay one claim."""
MOST_CLAIMS = 40
FILE = "file:"
"""How the outside id of a text begins that was brought in a file; its name and place follow."""
LONGEST_NAME = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """How many entries became drafts, and how many had been brought before."""

    drafts: tuple[int, ...]
    known: int


async def bring_articles(
    tx: Tx, home: Community, entries: Iterable[Entry], now: datetime, *, file: str
) -> Brought:
    """Keep every entry as a draft an expert signs; the same entry is brought once."""
    zone = await _zone(tx, home)
    drafts, known = list[int](), 0
    for number, entry in enumerate(entries, 1):
        source = replace(_source(entry, zone, now), external_id=_place(file, number))
        said = await messages.insert_message(tx, source, _key(entry))
        if said is None:
            known += 1
            continue
        claims = claims_of(said)
        if claims:
            kept = await keep_distillation(tx, _draft(entry.title, said, claims, home, now))
            drafts.append(kept.id)
    return Brought(drafts=tuple(drafts), known=known)


def _place(file: str, number: int) -> str:
    """Where an entry stood: its file by the last part of its name, and which one it was there."""
    name = file.replace("\\", "/").rpartition("/")[2]
    return f"{FILE}{' '.join(name.split())[:LONGEST_NAME]}#{number}"


def file_of(said: Message) -> str:
    """The name of the file a text was brought in; "" where it is not known."""
    place = said.external_id or ""
    brought = said.author_id is None and place.startswith(FILE)
    return place.removeprefix(FILE).rpartition("#")[0] if brought else ""


async def write_answer(tx: Tx, home: Community, entry: Entry, author_id: int, now: datetime) -> int:
    """Keep an answer a member wrote to a question as a draft, their words its source.

    What somebody says alone, somebody else signs: the two-person rule sees who wrote it.
    """
    zone = await _zone(tx, home)
    key = f"{_key(entry)}:{author_id}:{now.timestamp()}"
    said = await messages.insert_message(
        tx, replace(_source(entry, zone, now), author_id=author_id), key
    )
    assert said is not None, "its key holds the moment"
    return await draft_answer(tx, home, entry.title, said, now)


async def draft_answer(tx: Tx, home: Community, title: str, said: Message, now: datetime) -> int:
    """Make a draft under the title of a question of what somebody said to it."""
    kept = await keep_distillation(tx, _draft(title, said, claims_of(said), home, now))
    return kept.id


def claims_of(said: Message) -> tuple[Claim, ...]:
    """The sentences of a text, short neighbours together, each with its exact place."""
    claims = [
        Claim(
            id=0,
            text=" ".join(part.text.split()),
            kind=ClaimKind.FACT,
            citations=(
                Citation(message_id=said.id, start=part.start, end=part.end, quote=part.text),
            ),
        )
        for part in joined(sentences_in(said), said.text, limit=CLAIM)
        if part.text.strip()
    ]
    return tuple(claims[:MOST_CLAIMS])


async def _zone(tx: Tx, home: Community) -> Zone:
    known = await communities.shelf(tx, home.id)
    new = Zone(
        id=0,
        community_id=home.id,
        key=ZONE,
        name=sentence(home.language, "brought.zone", {}),
        purpose=Purpose.SHELF,
        muted=True,
    )
    return known or await communities.insert_zone(tx, new)


def _key(entry: Entry) -> str:
    return f"article:{hashlib.sha256(f'{entry.title}|{entry.text}'.encode()).hexdigest()[:40]}"


def _source(entry: Entry, zone: Zone, now: datetime) -> Message:
    return Message(
        id=0,
        community_id=zone.community_id,
        zone_id=zone.id,
        author_id=None,
        at=now,
        text=entry.text,
        kind=MessageKind.OTHER,
        from_history=True,
    )


def _draft(
    title: str, said: Message, claims: tuple[Claim, ...], home: Community, now: datetime
) -> Distillation:
    return Distillation(
        id=0,
        community_id=home.id,
        zone_id=said.zone_id,
        root_id=said.id,
        title=title,
        kind=ArticleKind.FAQ,
        language=home.language,
        claims=claims,
        message_ids=(said.id,),
        created_at=now,
        engine="brought",
    )
