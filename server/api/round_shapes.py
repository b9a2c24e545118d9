"""What the screens of a round are told, and what they say."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field

from community.agenda import Because
from community.distillation import ArticleKind
from community.round import RoundOutcome
from server.api.draft_shapes import ClaimOut


class TakenBackOut(BaseModel):
    """Who took back what the claim in front had come to, and whose step it was; `own`: theirs."""

    by: str
    whose: str
    own: bool


class InFrontOut(BaseModel):
    """The claim in front, why it is on the agenda, and its article; null where it is gone."""

    claim_id: int
    because: Because
    article_id: int | None
    title: str
    kind: ArticleKind | None
    claim: ClaimOut | None
    back: TakenBackOut | None


class TallyOut(BaseModel):
    """Who agrees with the claim in front and who does not; `mine` is one's own vote."""

    agree: list[str]
    against: list[str]
    mine: bool | None


class SettledOut(BaseModel):
    """What became of a claim, by whom (empty: not known), and how many voted for and against."""

    claim_id: int
    text: str
    outcome: RoundOutcome
    agree: int
    against: int
    by: str
    mine: bool


class RunningOut(BaseModel):
    """A round as it is at this moment; `seconds_left` is negative once the time is over."""

    id: int
    by: str
    began_at: datetime
    present: list[str]
    minutes: int
    seconds_left: int
    paused: bool
    total: int
    settled: list[SettledOut]
    point: InFrontOut | None
    tally: TallyOut
    open_questions: list[str]
    over: bool


class LatestOut(BaseModel):
    """The round that goes on, or the one that ended within half a day; null without either."""

    round: RunningOut | None


class BeginIn(BaseModel):
    """Who sits there."""

    present: list[Annotated[str, Field(max_length=200)]] = Field(max_length=60)


class SettleIn(BaseModel):
    """What the group does with the claim in front as it was shown; `text`: in other words."""

    claim_id: int
    outcome: RoundOutcome
    seen: str = Field(max_length=64)
    text: str | None = Field(default=None, min_length=1, max_length=2000)
    own: bool = False


class BackIn(BaseModel):
    """The claim whose settling is taken back: the last one; `anothers`: though another did it."""

    claim_id: int
    anothers: bool = False


class VoteIn(BaseModel):
    """Whether one agrees with the claim in front; null takes the vote back."""

    claim_id: int
    agrees: bool | None


class ClockIn(BaseModel):
    """Whether the clock runs."""

    running: bool
