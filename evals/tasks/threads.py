"""Who answers whom on annotated channel logs: `simmer eval threads --data FOLDER --json`.

`f1` lets each message see the 15 that follow it, as a whole import or the re-linking of the last
minutes does; `f1_live` hears them one by one. The floors run in the same pass: always the message
before, and the untrained rule (whom it names or who named its author, else the author's own last
message, else it starts something).
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass

from agent.listening.names import named, names_of
from agent.listening.threads import link_messages
from agent.listening.words import plain
from community.conversation import MessageKind
from community.errors import Invalid
from evals.irc import Log, read_logs
from evals.scorers.clusters import Key, LinkScore, clusters, exact_f1, link_score, scaled_vi
from evals.task import Figures, Options

OWN_WITHIN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A parent for each line of a log (itself: it starts something), and the seconds it took."""

    parents: Mapping[int, int]
    seconds: float


def measure(options: Options) -> Figures:
    """Precision, recall, F1, threads, time per message, a table by log, and the floors."""
    if options.data is None:
        raise Invalid("data_missing", eval="threads")
    logs = list(read_logs(options.data))
    if not logs:
        raise Invalid("data_empty", folder=str(options.data))
    guesses = [guess(log, ahead=True) for log in logs]
    live = [guess(log, ahead=False) for log in logs]
    scores = [link_score(g.parents, log.parents) for g, log in zip(guesses, logs, strict=True)]
    total = _sum(scores)
    ours, theirs = _threads(logs, [g.parents for g in guesses])
    lines = sum(len(log.messages) for log in logs)
    return {
        "precision": _percent(total.precision),
        "recall": _percent(total.recall),
        "f1": _percent(total.f1),
        "f1_live": _percent(_score(logs, [g.parents for g in live])),
        "clusters_vi": _percent(scaled_vi(ours, theirs)),
        "exact_f1": _percent(exact_f1(ours, theirs)),
        "ms_per_message": round(1000 * sum(g.seconds for g in live) / lines, 3),
        "messages": lines,
        "floor_previous_f1": _percent(_score(logs, [previous(log) for log in logs])),
        "floor_mention_f1": _percent(_score(logs, [mention_rule(log) for log in logs])),
        "per_room": {
            log.name: {"f1": _percent(score.f1), "annotated": score.annotated}
            for log, score in zip(logs, scores, strict=True)
        },
    }


def guess(log: Log, *, ahead: bool) -> Guess:
    """What the product's linker says of a log."""
    started = time.process_time()
    links = link_messages(log.messages, log.members, ahead=ahead)
    seconds = time.process_time() - started
    return Guess(
        parents={
            link.message_id: link.message_id if link.parent_id is None else link.parent_id
            for link in links
        },
        seconds=seconds,
    )


def previous(log: Log) -> Mapping[int, int]:
    """Floor: every message answers the one said before it; lines of the room answer nothing."""
    parents: dict[int, int] = {}
    before = 0
    for message in log.messages:
        system = message.kind is MessageKind.SYSTEM
        parents[message.id] = message.id if system else before
        before = before if system else message.id
    return parents


def mention_rule(log: Log) -> Mapping[int, int]:
    """Floor: whom it names or who named its author, else its author's last, else it starts."""
    names = names_of(log.members)
    last: dict[int, int] = {}
    naming: dict[int, int] = {}
    parents: dict[int, int] = {}
    for message in log.messages:
        author = message.author_id
        if message.kind is MessageKind.SYSTEM or author is None:
            parents[message.id] = message.id
            continue
        text = plain(message.text)
        mentions = [m for m in named(text, names) if m != author and m in last]
        own = last.get(author, -OWN_WITHIN - 1)
        called = naming.get(author, -1)
        if mentions:
            parent = last[mentions[0]]
        elif called > own:
            parent = called
        elif message.id - own <= OWN_WITHIN:
            parent = own
        else:
            parent = message.id
        parents[message.id] = parent
        last[author] = message.id
        naming.update(dict.fromkeys(mentions, message.id))
    return parents


def _sum(scores: list[LinkScore]) -> LinkScore:
    return sum(scores, start=LinkScore(right=0, guessed=0, annotated=0))


def _score(logs: list[Log], guesses: list[Mapping[int, int]]) -> float:
    scored = [link_score(guess, log.parents) for guess, log in zip(guesses, logs, strict=True)]
    return _sum(scored).f1


def _threads(
    logs: list[Log], guesses: list[Mapping[int, int]]
) -> tuple[dict[Key, Key], dict[Key, Key]]:
    """Threads of the annotated lines of all logs: ours and the annotated ones."""
    kept = [(log.name, line) for log in logs for line in log.parents]
    ours = [
        ((log.name, line), (log.name, guess[line]))
        for log, guess in zip(logs, guesses, strict=True)
        for line in log.parents
    ]
    theirs = [
        ((log.name, line), (log.name, parent))
        for log in logs
        for line, parents in log.parents.items()
        for parent in parents
    ]
    return clusters(ours, kept), clusters(theirs, kept)


def _percent(share: float) -> float:
    return round(100 * share, 2)
