"""Channel logs replayed without the future: drafts that came too early, and debts missed.

    simmer eval gate --data ../shared/datasets/irc-test --json

A question is an annotated message of a person with a question mark (half or full width): it
starts a thread or goes on one. `fir` is the share of the questions a person answered where a
draft came before that answer; `mir` the share of those nobody answered, with at least τ of log
left, where no draft came; τ is the gate's own at that message, from earlier messages only.
`needless` is the share of the answered ones where a draft came after the answer all the same.
`linked_*` are the same over questions that have another message before or after them; `capped`
is the gate as it ships, with its daily cap and its share of the talk; `others_per_100` counts
the drafts on annotated messages that are no questions, for 100 annotated messages.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from agent.decide import hear, weigh
from agent.gate_settings import GateSettings
from agent.ledger import Past, past_of
from agent.moves.moment import Moment
from agent.replay import linked_as_it_came, placeholder, remembered, scenes
from community.conversation import Talk
from community.errors import Invalid
from community.people import Community, Zone
from community.review import Ledger
from evals.irc import Log, read_logs
from evals.task import Figures, Options

NAME = "gate"
ASKED = re.compile(r"[?？]")
LINK = re.compile(r"https?://\S+")
ALWAYS_OPEN = GateSettings(open_from=0, open_until=24)
UNCAPPED = replace(ALWAYS_OPEN, posts_per_day=10**6, share_limit=1.0, share_target=1.0)
MINUTE = timedelta(minutes=1)


Drafted = tuple[datetime, int]
"""When a draft came, and which message it answers first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question of a log: when, when a person answered, and how long the log goes on."""

    id: int
    at: datetime
    answered_at: datetime | None
    ends_at: datetime
    linked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a question: its first draft, and τ when it was asked."""

    asked: Asked
    drafted_at: datetime | None
    patience: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """What came of the looks at one log: when which draft came, and τ at every minute."""

    free: tuple[Drafted, ...]
    capped: tuple[Drafted, ...]
    patience: Mapping[datetime, timedelta]


def measure(options: Options) -> Figures:
    """Fir and mir over all logs of a folder, with the daily cap off; `capped` with it on."""
    if options.data is None:
        raise Invalid("eval_needs_data", name=NAME)
    free: list[Outcome] = []
    capped: list[Outcome] = []
    others = messages = 0
    for log in read_logs(options.data):
        asked = tuple(questions_of(log))
        looks = looks_at(log)
        free += _outcomes(asked, looks.free, looks.patience)
        capped += _outcomes(asked, looks.capped, looks.patience)
        others += len(_others(log, looks.free, {each.id for each in asked}))
        messages += len(log.parents)
    return {
        **rates(free),
        **{f"linked_{key}": value for key, value in rates(_linked(free)).items()},
        "questions": len(free),
        "suggestions_per_100": _per_100(others + _drafted(free), messages),
        "others_per_100": _per_100(others, messages),
        "capped": rates(capped),
        "floor": rates(_floor(free)),
    }


def looks_at(log: Log) -> Looks:
    """As many looks a minute as there are new messages, at least one; then the same as shipped.

    A look that drafts is followed by the next while there are looks left, as in the product every
    message brings one.
    """
    came = Counter(_minute(each.at) for each in log.messages)
    free, capped = Offers(settings=UNCAPPED), Offers(settings=ALWAYS_OPEN)
    patience: dict[datetime, timedelta] = {}
    for scene in scenes(linked_as_it_came(_talk(log)), _instants(log)):
        moment = hear(scene, free.past(scene.now), UNCAPPED)
        minute = _minute(scene.now)
        patience[minute] = timedelta(minutes=moment.patience)
        for offers in (free, capped):
            offers.look(moment, max(1, came[minute]))
    return Looks(free=tuple(free.drafts), capped=tuple(capped.drafts), patience=patience)


@dataclass(slots=True, kw_only=True)
class Offers:
    """What one gate has offered in a log so far."""

    settings: GateSettings
    ledger: Ledger = field(default_factory=Ledger)
    drafts: list[Drafted] = field(default_factory=list[Drafted])

    def past(self, now: datetime) -> Past:
        """What a look at this instant knows of it."""
        return past_of(self.ledger, 1, now, self.settings)

    def look(self, heard: Moment, most: int) -> None:
        """Look until nothing is said, at most so many times."""
        for _ in range(most):
            past = self.past(heard.now)
            moment = replace(heard, settings=self.settings, told=past.told)
            candidate = weigh(moment, past).choice.candidate
            if candidate is None:
                return
            if candidate.anchor_ids:
                self.drafts.append((moment.now, candidate.anchor_ids[0]))
            offer = placeholder(candidate, moment.talk, moment.now)
            self.ledger = remembered(self.ledger, offer, moment.now)


def rates(outcomes: list[Outcome]) -> Figures:
    """fir, mir, needless, balanced accuracy, and how many were left out for want of log."""
    answered = [each for each in outcomes if each.asked.answered_at is not None]
    orphans = [each for each in outcomes if each.asked.answered_at is None]
    judged = [each for each in orphans if each.asked.at + each.patience <= each.asked.ends_at]
    early = sum(_too_early(each) for each in answered)
    needless = sum(each.drafted_at is not None for each in answered) - early
    missed = sum(each.drafted_at is None for each in judged)
    fir, mir = early / max(1, len(answered)), missed / max(1, len(judged))
    return {
        "fir": round(fir, 4),
        "mir": round(mir, 4),
        "needless": round(needless / max(1, len(answered)), 4),
        "balanced_accuracy": round(1 - (fir + mir) / 2, 4),
        "answered": len(answered),
        "orphans": len(judged),
        "excluded": len(orphans) - len(judged),
    }


def questions_of(log: Log) -> Iterator[Asked]:
    """The annotated questions of a log and their first answer by somebody else."""
    by_id = {each.id: each for each in log.messages}
    answers: dict[int, list[datetime]] = {}
    followed: set[int] = set()
    for child, parents in log.parents.items():
        for parent in parents - {child}:
            followed.add(parent)
            if by_id[child].author_id not in {None, by_id[parent].author_id}:
                answers.setdefault(parent, []).append(by_id[child].at)
    for line, parents in log.parents.items():
        message = by_id[line]
        if message.author_id is None or not ASKED.search(LINK.sub("", message.text)):
            continue
        yield Asked(
            id=line,
            at=message.at,
            answered_at=min(answers.get(line, ()), default=None),
            ends_at=log.messages[-1].at,
            linked=line in followed or bool(parents - {line}),
        )


def _talk(log: Log) -> Talk:
    community = Community(
        id=1,
        slug="log",
        name=log.name,
        language="en",
        timezone="Etc/UTC",
        created_at=log.messages[0].at,
    )
    return Talk(
        community=community,
        zone=Zone(id=1, community_id=1, key="log", name=log.name),
        members={member.id: member for member in log.members},
        messages=tuple(each for each in log.messages if each.author_id is not None),
    )


def _instants(log: Log) -> list[datetime]:
    """Every minute of the log, at its end: logs know no seconds."""
    start, end = log.messages[0].at, log.messages[-1].at
    count = int((end - start) / MINUTE) + 1
    return [start + MINUTE * (number + 1) - timedelta(seconds=1) for number in range(count)]


def _others(log: Log, drafts: tuple[Drafted, ...], asked: set[int]) -> list[int]:
    """Annotated messages that are no questions and got a draft."""
    return [anchor for _, anchor in drafts if anchor in log.parents and anchor not in asked]


def _per_100(count: int, messages: int) -> float:
    return round(100 * count / max(1, messages), 2)


def _outcomes(
    asked: tuple[Asked, ...],
    drafts: tuple[Drafted, ...],
    known: Mapping[datetime, timedelta],
) -> list[Outcome]:
    first: dict[int, datetime] = {}
    for at, anchor in drafts:
        first.setdefault(anchor, at)
    return [
        Outcome(asked=each, drafted_at=first.get(each.id), patience=known[_minute(each.at)])
        for each in asked
    ]


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


def _drafted(outcomes: list[Outcome]) -> int:
    return sum(each.drafted_at is not None for each in outcomes)


def _linked(outcomes: list[Outcome]) -> list[Outcome]:
    return [each for each in outcomes if each.asked.linked]


def _too_early(outcome: Outcome) -> bool:
    answered = outcome.asked.answered_at
    drafted = outcome.drafted_at
    return answered is not None and drafted is not None and drafted < answered


def _floor(outcomes: list[Outcome]) -> list[Outcome]:
    """Always draft after τ, whoever answered, if the answer had not come by then."""
    return [replace(each, drafted_at=each.asked.at + each.patience) for each in outcomes]
