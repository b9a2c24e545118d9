"""A round 提炼会: a group walks through what is open, sentence by sentence; minutes at the end."""

from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel, Field

from agent.moves.errands import is_on
from community.actions.desk import desk_of
from community.actions.suggestions import offer_suggestion
from community.agenda import MINUTES, PER_CLAIM, Because, Point, agenda_of
from community.distillation import ArticleKind
from community.errors import Conflict
from community.people import Community, Member, Role
from community.store import Tx, communities, members
from community.store.conflicts import conflicts_of
from community.suggestion import Audience, Lane, Speaker, Suggestion, Why
from server.api.beside_drafts import ColleagueOut
from server.api.draft_shapes import ClaimOut, DistillationOut
from server.api.drafted_articles import shown
from server.auth import Inside
from server.deps import Deps, Given
from server.tongue import Tongue

router = APIRouter(tags=["review"])
ROUND = "review_round"


class AgendaPointOut(BaseModel):
    """One sentence of the agenda, why it is on it, and its article."""

    article_id: int
    title: str
    kind: ArticleKind
    because: Because
    claim: ClaimOut


class RoundOut(BaseModel):
    """The agenda, how long it should take, what nobody answered, and who could be in the room."""

    minutes: int
    seconds_each: int
    points: list[AgendaPointOut]
    more: int
    open_questions: list[str]
    people: list[ColleagueOut]


class MinutesIn(BaseModel):
    """The minutes as they are to be posted."""

    text: str = Field(min_length=1, max_length=4000)


class MinutesOut(BaseModel):
    """The draft the minutes became."""

    suggestion_id: int


@router.get("/communities/{community_id}/round")
async def read_round(community_id: int, here: Inside, deps: Given, language: Tongue) -> RoundOut:
    """What a group goes through now: conflicts and positions first."""
    async with deps.store.read() as tx:
        points, more = await round_agenda(tx, here.me, deps.clock())
        everyone = await members.members(tx, community_id)
        titles = {point.article.id: point.article for point in points}
        drawn = {id_: await shown(tx, each, language) for id_, each in titles.items()}
    asked = [question for each in drawn.values() for question in each.open_questions]
    return RoundOut(
        minutes=MINUTES,
        seconds_each=int(PER_CLAIM * 60),
        points=_points(points, drawn),
        more=more,
        open_questions=list(dict.fromkeys(asked)),
        people=[ColleagueOut(id=each.id, name=each.name) for each in _present(everyone, here.me)],
    )


async def round_agenda(tx: Tx, me: Member, now: datetime) -> tuple[tuple[Point, ...], int]:
    """What fits into a round now, and how many more claims are open."""
    drafts, _ = await desk_of(tx, me.community_id, me.id, now)
    open_ones = await conflicts_of(tx, me.community_id, settled=False)
    against = {id_ for each in open_ones for id_ in (each.claim_id, each.other_id)}
    points = agenda_of(drafts, against)
    every = agenda_of(drafts, against, minutes=PER_CLAIM * 10_000)
    return points, len(every) - len(points)


def _present(everyone: tuple[Member, ...], me: Member) -> list[Member]:
    """Who could sit there: who runs the round first, then by how much they carry here."""
    strong = list(Role)
    here = [each for each in everyone if each.left_at is None and not each.opted_out]
    return sorted(here, key=lambda each: (each.id != me.id, -strong.index(each.role), each.name))


def _points(points: tuple[Point, ...], drawn: dict[int, DistillationOut]) -> list[AgendaPointOut]:
    claims = {claim.id: claim for each in drawn.values() for claim in each.claims}
    return [
        AgendaPointOut(
            article_id=point.article.id,
            title=point.article.title,
            kind=point.article.kind,
            because=point.because,
            claim=claims[point.claim.id],
        )
        for point in points
    ]


@router.post("/communities/{community_id}/round/minutes", status_code=201)
async def draft_minutes(
    community_id: int, body: MinutesIn, here: Inside, deps: Given
) -> MinutesOut:
    """Bring the minutes to the group as a draft: it is posted once somebody accepts it."""
    if not is_on(here.community.settings, ROUND):
        raise Conflict("move_switched_off", move=ROUND)
    async with deps.changing() as change:
        zones = await communities.zones(change.tx, community_id)
        zone = next((each for each in zones if each.purpose == "work"), zones[0])
        draft = _draft(body.text.strip(), here.community, here.me, zone.id, deps)
        kept = await offer_suggestion(change.tx, deps.queue, draft)
        assert kept is not None
        change.tell("suggestion", community_id, kept.id, zone.id)
    return MinutesOut(suggestion_id=kept.id)


def _draft(text: str, home: Community, by: Member, zone_id: int, deps: Deps) -> Suggestion:
    now = deps.clock()
    own = by.role is Role.EXPERT
    return Suggestion(
        id=0,
        community_id=home.id,
        zone_id=zone_id,
        key=f"round:{by.id}:{now.timestamp():.3f}",
        move=ROUND,
        lane=Lane.MENTION,
        audience=Audience.PUBLIC,
        speaker=Speaker.EXPERT if own else Speaker.FACILITATOR,
        speaker_id=by.id if own else None,
        text=text,
        language=home.language,
        anchor_ids=(),
        why=Why(code="round_minutes", facts={"name": by.name}),
        confidence=1.0,
        created_at=now,
    )
