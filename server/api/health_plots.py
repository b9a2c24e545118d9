"""The plots of a community's health, each with what it says and what to do next."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from agent.figures import contents as mixes
from agent.figures.anomalies import Anomaly, anomalies
from agent.figures.equity import lorenz
from agent.figures.newcomers import cohorts
from agent.figures.report import Figure
from agent.figures.trend import Point, by_day, trend
from agent.figures.view import NotObservable, Reading, Seen, View
from community.errors import Fact
from community.people import Member
from server.api.health_shapes import (
    AnomalyOut,
    CohortOut,
    CohortsOut,
    EdgeOut,
    FigureOut,
    MixOut,
    NetworkOut,
    PersonOut,
    PointOut,
    TalkerOut,
    TalkersOut,
    Told,
    TrendOut,
)
from server.locales import sentence

WEEKLY_FROM = 6
"""Full weeks from which a trend is drawn by week."""
TOP = 10
DRAWN = 24
"""People a network shows at most: more cannot be told apart."""
WORSE: Mapping[tuple[str, str], str] = {
    ("messages", "below"): "playbook_content",
    ("speakers", "below"): "playbook_content",
    ("reply_rate", "below"): "answer_first",
    ("first_reply", "above"): "duty",
}
"""A series that has left its band for the worse, and what to do then."""
TOLD_FOR = timedelta(days=28)
"""How long an alert stands on the page."""


class Wording:
    """The figures of a view in one language."""

    def __init__(self, view: View, figures: Sequence[Figure], language: str) -> None:
        self._view = view
        self._figures = {figure.code: figure for figure in figures}
        self._language = language
        self._people: Mapping[int, Member] = {member.id: member for member in view.members}

    def say(self, key: str, **facts: Fact) -> str:
        """A sentence."""
        return sentence(self._language, key, facts)

    def next(self, code: str) -> Told:
        """What to do next."""
        return Told(code=code, text=self.say(f"next.{code}"))

    def next_of(self, *figures: str) -> Told:
        """What the first of these figures that is out of its bounds asks for."""
        codes = [self._figures[one].next_code for one in figures]
        asked = [code for code in codes if code not in ("fine", "unseen")]
        return self.next((asked or codes)[0])

    def value(self, code: str) -> float | None:
        """The value of a figure, None where it cannot be seen."""
        reading = self._figures[code].reading
        return reading.value if isinstance(reading, Seen) else None

    def percent(self, code: str) -> int | None:
        """A share in percent."""
        value = self.value(code)
        return None if value is None else round(100 * value)

    def name(self, member_id: int) -> str | None:
        """How somebody may be called here; None for who opted out or is not known."""
        member = self._people.get(member_id)
        return None if member is None or member.opted_out else member.name

    def unseen(self, reading: Reading) -> Told | None:
        """Why a figure cannot be seen."""
        if isinstance(reading, Seen):
            return None
        text = self.say(f"unseen.{reading.reason}", **reading.facts)
        return Told(code=reading.reason, text=text)

    def figures(self) -> list[FigureOut]:
        """Every figure with its name, its meaning and what next."""
        return [self._figure(figure) for figure in self._figures.values()]

    def _figure(self, figure: Figure) -> FigureOut:
        reading = figure.reading
        return FigureOut(
            code=figure.code,
            group=figure.group,
            name=self.say(f"figure.{figure.code}"),
            meaning=self.say(f"meaning.{figure.code}"),
            unit=figure.unit,
            value=reading.value if isinstance(reading, Seen) else None,
            of=reading.of if isinstance(reading, Seen) else None,
            unseen=self.unseen(reading),
            next=self.next(figure.next_code),
        )

    def trends(self) -> list[TrendOut]:
        """Messages and speakers by week (by day in a young community), answers by week."""
        return [
            self._trend("messages", "speaker_rate"),
            self._trend("speakers", "speaker_rate"),
            self._trend("reply_rate", "reply_rate"),
            self._trend("first_reply", "first_reply_median"),
        ]

    def _trend(self, code: str, figure: str) -> TrendOut:
        points = trend(self._view, code)
        daily = code in ("messages", "speakers") and len(points) < WEEKLY_FROM
        points = by_day(self._view, code) if daily else points
        place = _place(points[-1]) if points else "in"
        return TrendOut(
            code=code,
            name=self.say(f"trend.{code}"),
            grain="day" if daily else "week",
            points=[
                PointOut(start=one.start, value=one.value, low=one.low, high=one.high)
                for one in points
            ],
            says=self._says(code, points, daily=daily),
            next=self.next(WORSE[code, place]) if (code, place) in WORSE else self.next_of(figure),
        )

    def _says(self, code: str, points: Sequence[Point], *, daily: bool) -> str:
        """The last full week or day beside what is normal."""
        last = points[-1] if points else None
        if last is None or last.value is None:
            return self.say("says.trend_unseen")
        amount = self.say(f"amount.{code}", **{_fact(code): round(last.value, 1)})
        grain = "day" if daily else "week"
        if last.low is None or last.high is None:
            return self.say(f"says.trend_young_{grain}", amount=amount)
        return self.say(
            f"says.trend_{_place(last)}_{grain}",
            amount=amount,
            low=round(last.low),
            high=round(last.high),
        )

    def cohorts(self) -> CohortsOut:
        """Who comes back."""
        percent = self.percent("cohort_return")
        key = "says.cohorts" if percent is not None else "says.cohorts_young"
        return CohortsOut(
            rows=[
                CohortOut(week=one.week, people=one.people, returned=list(one.returned))
                for one in cohorts(self._view)
            ],
            says=self.say(key, percent=percent),
            next=self.next_of("cohort_return", "d7"),
        )

    def talkers(self) -> TalkersOut:
        """Who carries the talk."""
        view = self._view
        said = {who: view.said.get(who, 0) for who in view.present}
        whole = sum(said.values())
        spoke = sorted((who for who in said if said[who]), key=lambda who: (-said[who], who))
        silent = len(said) - len(spoke)
        key = "says.talkers" if whole else "says.talkers_none"
        return TalkersOut(
            top=[
                TalkerOut(
                    name=self.name(who),
                    staff=who in view.staff,
                    messages=said[who],
                    share=said[who] / whole,
                )
                for who in spoke[:TOP]
            ],
            others=max(0, len(spoke) - TOP),
            silent=silent,
            lorenz=[round(part, 4) for part in lorenz(list(said.values()))],
            says=self.say(key, percent=self.percent("top_share"), silent=silent, count=len(said)),
            next=self.next_of("top_share", "talk_gini", "silent_share"),
        )

    def network(self) -> NetworkOut:
        """Who answers whom, the busiest people first."""
        answers = self._view.answers
        given, received = Counter[int](), Counter[int]()
        for (one, other), times in answers.items():
            given[one] += times
            received[other] += times
        busy = given + received
        drawn = sorted(busy, key=lambda who: (-busy[who], who))[:DRAWN]
        unseen = self.unseen(self._figures["isolates"].reading)
        key = "says.network" if busy else "says.network_none"
        return NetworkOut(
            people=[
                PersonOut(
                    id=who,
                    name=self.name(who),
                    staff=who in self._view.staff,
                    answered=given[who],
                    received=received[who],
                )
                for who in drawn
            ],
            edges=self._edges(frozenset(drawn)),
            left_out=len(busy) - len(drawn),
            unseen=unseen,
            says=self.say(
                "says.network_unseen" if unseen else key,
                pairs=len(answers),
                alone=int(self.value("isolates") or 0),
                percent=self.percent("facilitator_dependence"),
            ),
            next=self.next_of("connected", "facilitator_dependence", "reciprocity"),
        )

    def _edges(self, drawn: frozenset[int]) -> list[EdgeOut]:
        return [
            EdgeOut(one=one, other=other, times=times)
            for (one, other), times in sorted(self._view.answers.items())
            if one in drawn and other in drawn
        ]

    def anomalies(self, holidays: frozenset[date]) -> list[AnomalyOut]:
        """What was not as usual in the last four weeks, each cause once, the newest first."""
        found = anomalies(self._view.tallies, self._view.today, holidays)
        since: dict[str, date] = {}
        latest: dict[str, Anomaly] = {}
        for one in found:
            if self._view.today - one.day <= TOLD_FOR:
                since.setdefault(one.cause, one.day)
                latest[one.cause] = one
        told = [self._anomaly(one, since[cause]) for cause, one in latest.items()]
        return sorted(told, key=lambda one: one.day, reverse=True)

    def _anomaly(self, one: Anomaly, since: date) -> AnomalyOut:
        return AnomalyOut(
            day=since,
            cause=one.cause,
            playbook=one.playbook,
            says=self.say(f"anomaly.{one.cause}", was=round(one.was, 1), seen=round(one.now, 1)),
            next=self.next(f"playbook_{one.playbook}"),
        )

    def contents(self) -> list[MixOut]:
        """The content triangle beside its wish."""
        names = ("knowledge", "interaction", "incentive")
        counts = mixes.contents(self._view)
        return self._mix(names, counts, mixes.TARGET)

    def drivers(self) -> list[MixOut]:
        """Signs of the four drivers."""
        names = ("usefulness", "belonging", "gain", "recognition")
        return self._mix(names, mixes.drivers(self._view), (None,) * len(names))

    def _mix(
        self, names: Sequence[str], counts: Sequence[int], wished: Sequence[float | None]
    ) -> list[MixOut]:
        if not sum(counts) or isinstance(self._figures["dau"].reading, NotObservable):
            return []
        return [
            MixOut(code=code, name=self.say(f"mix.{code}"), count=count, wished=wish)
            for code, count, wish in zip(names, counts, wished, strict=True)
        ]


def _place(point: Point) -> str:
    """Where a point stands beside its band."""
    if point.value is None or point.low is None or point.high is None:
        return "in"
    return "below" if point.value < point.low else "above" if point.value > point.high else "in"


def _fact(code: str) -> str:
    """A fact named for its unit is said with it."""
    return "minutes" if code == "first_reply" else "count"
