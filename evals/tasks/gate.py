"""Channel logs replayed without the future: drafts that came too early, and debts missed.

    simmer eval gate --data ../shared/datasets/irc-test --json

A question is an annotated message of a person with a question mark (half or full width): it
starts a thread or goes on one. `fir` is the share of the questions a person answered where a
draft came before that answer; `mir` the share of those nobody answered, with at least τ of log
left, where no draft came; τ is the gate's own at that message, from earlier messages only.
`linked_*` are the same over questions that have another message before or after them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from agent.gate_settings import GateSettings
from agent.replay import Replayed, replay
from community.conversation import Talk
from community.errors import Invalid
from community.people import Community, Zone
from evals.irc import Log, read_logs
from evals.task import Figures, Options

NAME = "gate"
ASKED = re.compile(r"[?？]")
LINK = re.compile(r"https?://\S+")
ALWAYS_OPEN = GateSettings(open_from=0, open_until=24)
UNCAPPED = replace(ALWAYS_OPEN, posts_per_day=10**6, share_limit=1.0, share_target=1.0)
MINUTE = timedelta(minutes=1)


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


def measure(options: Options) -> Figures:
    """Fir and mir over all logs of a folder, with the daily cap off; `capped` with it on."""
    if options.data is None:
        raise Invalid("eval_needs_data", name=NAME)
    free: list[Outcome] = []
    capped: list[Outcome] = []
    drafts = messages = 0
    for log in read_logs(options.data):
        asked = tuple(questions_of(log))
        looks = tuple(replay(_talk(log), _instants(log), settings=UNCAPPED))
        known, drafted = _patience(looks), _drafts(looks)
        free += _outcomes(asked, drafted, known)
        capped += _outcomes(asked, list(_within_cap(drafted)), known)
        other = {each.id for each in asked}
        drafts += sum(look.candidate is not None and not _about(look, other) for look in looks)
        messages += sum(each.author_id is not None for each in log.messages)
    return {
        **rates(free),
        **{f"linked_{key}": value for key, value in rates(_linked(free)).items()},
        "questions": len(free),
        "suggestions_per_100": round(100 * (drafts + _drafted(free)) / messages, 2),
        "others_per_100": round(100 * drafts / messages, 2),
        "capped": rates(capped),
        "floor": rates(_floor(free)),
    }


def rates(outcomes: list[Outcome]) -> Figures:
    """fir, mir, balanced accuracy, and how many were left out for want of log."""
    answered = [each for each in outcomes if each.asked.answered_at is not None]
    orphans = [each for each in outcomes if each.asked.answered_at is None]
    judged = [each for each in orphans if each.asked.at + each.patience <= each.asked.ends_at]
    early = sum(_too_early(each) for each in answered)
    missed = sum(each.drafted_at is None for each in judged)
    fir, mir = early / max(1, len(answered)), missed / max(1, len(judged))
    return {
        "fir": round(fir, 4),
        "mir": round(mir, 4),
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


def _drafts(looks: tuple[Replayed, ...]) -> list[tuple[datetime, int]]:
    """When each draft came and which message it answers first."""
    return [
        (look.at, look.candidate.anchor_ids[0])
        for look in looks
        if look.candidate is not None and look.candidate.anchor_ids
    ]


def _within_cap(drafts: list[tuple[datetime, int]]) -> Iterator[tuple[datetime, int]]:
    """The drafts of a day that has only so many posts."""
    spent: list[datetime] = []
    for at, anchor in drafts:
        spent = [each for each in spent if at - each < timedelta(hours=24)]
        if len(spent) < ALWAYS_OPEN.posts_per_day:
            spent.append(at)
            yield at, anchor


def _outcomes(
    asked: tuple[Asked, ...],
    drafts: list[tuple[datetime, int]],
    known: Mapping[datetime, timedelta],
) -> list[Outcome]:
    first: dict[int, datetime] = {}
    for at, anchor in drafts:
        first.setdefault(anchor, at)
    return [
        Outcome(asked=each, drafted_at=first.get(each.id), patience=known[_minute(each.at)])
        for each in asked
    ]


def _patience(looks: tuple[Replayed, ...]) -> Mapping[datetime, timedelta]:
    return {_minute(look.at): timedelta(minutes=look.decided.moment.patience) for look in looks}


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


def _about(look: Replayed, asked: set[int]) -> bool:
    return bool(look.candidate and set(look.candidate.anchor_ids[:1]) & asked)


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
