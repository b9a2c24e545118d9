"""What is read of members, for those who run the community: a guess, its grounds, what helps."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from agent.helping import HELPS
from agent.listening.barriers import Evidence, Reading
from community.contest import About, Contest
from community.conversation import Message
from community.people import Member
from community.store import Tx, contests, members, messages
from server.auth import Inside
from server.deps import Given
from server.locales import sentence
from server.tongue import Tongue

router = APIRouter(tags=["people"])
CONTESTED = "contested"
Voice = Literal["reading", "mine"]
"""Said of somebody to those who run the community, or to the member themself."""


class GroundOut(BaseModel):
    """A message a guess rests on; a recalled one has no words."""

    id: int
    zone_id: int
    author: str | None
    at: datetime
    text: str
    recalled: bool


class EvidenceOut(BaseModel):
    """One thing that was seen, in a sentence, and the messages that show it."""

    code: str
    text: str
    messages: list[GroundOut]


class ContestOut(BaseModel):
    """What a member said against a guess."""

    id: int
    about: About
    text: str
    at: datetime
    withdrawn_at: datetime | None


class GuessOut(BaseModel):
    """One guess: 'unknown' where too little was seen, 'contested' where its member says no.

    `confidence` is 0–1 and 0 for a segment, which is counted and not guessed.
    """

    about: About
    code: str
    text: str
    confidence: float
    evidence: list[EvidenceOut]
    contest: ContestOut | None


class ReadingOut(BaseModel):
    """What is read of one member now; `helps` says what tends to help, where a guess is usable."""

    member_id: int
    segment: GuessOut
    barrier: GuessOut
    helps: str | None


class ReadingsOut(BaseModel):
    """What is read of the members; who opted out or left is not among them."""

    readings: list[ReadingOut]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What is needed to show readings: messages, names, and what is contested."""

    messages: Mapping[int, Message]
    members: Mapping[int, Member]
    contests: Sequence[Contest]
    language: str
    voice: Voice

    def against(self, member_id: int, about: About) -> Contest | None:
        """What the member says against this guess now."""
        mine = (each for each in self.contests if each.member_id == member_id)
        return next((each for each in mine if each.about is about), None)

    def quotable(self, said: Message) -> bool:
        """Whether it may be shown: public, and by nobody who asked not to be quoted."""
        author = self.members.get(said.author_id or 0)
        return said.to_id is None and not (author is not None and author.opted_out)


@router.get("/communities/{community_id}/readings")
async def list_readings(community_id: int, _: Inside, deps: Given, language: Tongue) -> ReadingsOut:
    """What is read of every member who is here and did not opt out, read anew each time."""
    thinking = await deps.thinking()
    found = await thinking.readings(community_id, deps.clock())
    async with deps.store.read() as tx:
        grounds = await grounds_of(tx, community_id, found.values(), language, "reading")
    return ReadingsOut(readings=[reading_out(each, grounds) for each in found.values()])


async def grounds_of(
    tx: Tx, community_id: int, found: Collection[Reading], language: str, voice: Voice
) -> Grounds:
    """The messages behind these readings, and what is contested."""
    rests = {
        id_
        for each in found
        for evidence in (*each.evidence, *each.segment_evidence)
        for id_ in evidence.message_ids
    }
    return Grounds(
        messages=await messages.messages_by_id(tx, tuple(sorted(rests))),
        members={each.id: each for each in await members.members(tx, community_id)},
        contests=await contests.open_contests(tx, community_id),
        language=language,
        voice=voice,
    )


def reading_out(reading: Reading, grounds: Grounds) -> ReadingOut:
    """A reading as a page shows it; of what is contested nothing is shown but that it is."""
    contested = grounds.against(reading.member_id, About.BARRIER) is not None
    suits = HELPS.get(reading.barrier) if reading.usable and not contested else None
    return ReadingOut(
        member_id=reading.member_id,
        segment=_guess(reading, About.SEGMENT, grounds),
        barrier=_guess(reading, About.BARRIER, grounds),
        helps=sentence(grounds.language, f"helps.{suits}", {}) if suits else None,
    )


def _guess(reading: Reading, about: About, grounds: Grounds) -> GuessOut:
    against = grounds.against(reading.member_id, about)
    code = reading.barrier.value if about is About.BARRIER else reading.segment.value
    evidence = reading.evidence if about is About.BARRIER else reading.segment_evidence
    said = CONTESTED if against else code
    return GuessOut(
        about=about,
        code=said,
        text=sentence(grounds.language, f"{grounds.voice}.{about.value}.{said}", {}),
        confidence=0.0 if against or about is About.SEGMENT else reading.confidence,
        evidence=[] if against else [_evidence(each, grounds) for each in evidence],
        contest=contest_out(against) if against else None,
    )


def contest_out(each: Contest) -> ContestOut:
    """A contest as its member and those who run the community see it."""
    return ContestOut(
        id=each.id, about=each.about, text=each.text, at=each.at, withdrawn_at=each.withdrawn_at
    )


def _evidence(each: Evidence, grounds: Grounds) -> EvidenceOut:
    known = [grounds.messages[id_] for id_ in each.message_ids if id_ in grounds.messages]
    return EvidenceOut(
        code=each.code,
        text=sentence(grounds.language, f"act.seen.{each.code}", each.facts),
        messages=[_ground(said, grounds) for said in known if grounds.quotable(said)],
    )


def _ground(said: Message, grounds: Grounds) -> GroundOut:
    author = grounds.members.get(said.author_id or 0)
    return GroundOut(
        id=said.id,
        zone_id=said.zone_id,
        author=author.name if author else None,
        at=said.at,
        text=said.text,
        recalled=said.recalled_at is not None,
    )
