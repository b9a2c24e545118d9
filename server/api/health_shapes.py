"""What the health of a community looks like from outside."""

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel


class Told(BaseModel):
    """A code and its sentence."""

    code: str
    text: str


class FigureOut(BaseModel):
    """A figure: `value` is null where it cannot be observed, and `unseen` says why.

    `unit` is people, count, share (0-1), seconds or ratio; `of` is how many cases it rests on.
    """

    code: str
    group: str
    name: str
    meaning: str
    unit: Literal["people", "share", "count", "seconds", "ratio"]
    value: float | None
    of: int | None
    unseen: Told | None
    next: Told


class PointOut(BaseModel):
    """A week or a day, its value and its normal band."""

    start: date
    value: float | None
    low: float | None
    high: float | None


class PlotOut(BaseModel):
    """What every plot says in one sentence, and what to do next."""

    says: str
    next: Told


class TrendOut(PlotOut):
    """A series; `grain` says what a point stands for."""

    code: str
    name: str
    grain: Literal["week", "day"]
    points: list[PointOut]


class CohortOut(BaseModel):
    """The people of a week and the share of them back 1, 2, … weeks later; null where unknown."""

    week: date
    people: int
    returned: list[float | None]


class CohortsOut(PlotOut):
    """The grid, earliest week first."""

    rows: list[CohortOut]


class TalkerOut(BaseModel):
    """Somebody and what they said in 28 days; `name` is null for who wants not to be named."""

    name: str | None
    staff: bool
    messages: int
    share: float


class TalkersOut(PlotOut):
    """Who carries the talk: the first ten, and what the quietest 1 … n hold together."""

    top: list[TalkerOut]
    others: int
    silent: int
    lorenz: list[float]


class PersonOut(BaseModel):
    """Somebody in the network of answers; `name` is null for who wants not to be named."""

    id: int
    name: str | None
    staff: bool
    answered: int
    received: int


class EdgeOut(BaseModel):
    """One person answered another so many times in 28 days."""

    one: int
    other: int
    times: int


class NetworkOut(PlotOut):
    """Who answers whom, the busiest first; `left_out` people are not drawn."""

    people: list[PersonOut]
    edges: list[EdgeOut]
    left_out: int
    unseen: Told | None


class WaitingOneOut(BaseModel):
    """A message that waits; `text` is null for who wants not to be quoted."""

    message_id: int
    zone_id: int
    name: str | None
    text: str | None
    at: datetime
    due_at: datetime


class WaitingOut(PlotOut):
    """What waits for an answer now, the soonest due first."""

    messages: list[WaitingOneOut]
    more: int


class AnomalyOut(PlotOut):
    """Something that was not as usual; `playbook` is what to turn to."""

    day: date
    cause: str
    playbook: str


class MixOut(BaseModel):
    """A count and its name."""

    code: str
    name: str
    count: int
    wished: float | None


class HealthOut(BaseModel):
    """The health of a community. `counting`: much is new, ask again shortly."""

    state: Literal["ready", "counting", "empty"]
    at: datetime
    members: int
    days: int
    figures: list[FigureOut]
    trends: list[TrendOut]
    cohorts: CohortsOut | None
    talkers: TalkersOut | None
    network: NetworkOut | None
    waiting: WaitingOut | None
    anomalies: list[AnomalyOut]
    contents: list[MixOut]
    drivers: list[MixOut]
