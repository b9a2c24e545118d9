"""What a run of the facilitate graph comes to: an observation, and a suggestion or none."""

from dataclasses import replace
from datetime import datetime, timedelta

from agent.decide import Decided
from agent.gate import next_look_at
from agent.look_state import State
from agent.moves.catalogue import MOVES
from agent.moves.moment import Moment
from agent.owing.obligations import due_of
from agent.recall import speaker_of
from agent.replay import placeholder
from community.contest import HELP
from community.heard import Mark
from community.suggestion import Candidate, Lane, Look, Observation, Suggestion, Why

SILENT = "stay_silent"
URGENT = timedelta(minutes=30)
"""A danger is due so soon."""
OWED = timedelta(hours=4)
"""What is due at no moment of its own should be dealt with so soon."""


def look_of(state: State) -> Look:
    """The look a run comes to; a dropped draft is silence with the checks it failed."""
    decided = state.decided
    assert decided is not None
    failed = ",".join(result.code for result in state.checks if not result.passed)
    suggestion = None if failed or state.completion is None else suggestion_of(state, decided)
    observation = Observation(
        community_id=state.talk.community.id,
        zone_id=state.talk.zone.id,
        at=state.now,
        move=suggestion.move if suggestion else SILENT,
        why=_seen(suggestion) if suggestion else _why_silent(state, decided, failed),
        signals=signals_of(decided.moment),
        candidates=decided.choice.weighed,
        engine=state.completion.engine if state.completion else "none",
        prompt_version=state.completion.prompt_version if state.completion else "",
        usage=state.usage,
        failure=state.failure,
    )
    at = next_look_at(decided.moment, decided.choice)
    marks = marks_of(decided.moment)
    return Look(observation=observation, suggestion=suggestion, next_look_at=at, marks=marks)


def signals_of(moment: Moment) -> tuple[str, ...]:
    """The kinds of signals heard at a look, each once, in the order they were noticed."""
    return tuple(dict.fromkeys(signal.kind.value for signal in moment.signals))


def marks_of(moment: Moment) -> tuple[Mark, ...]:
    """The signals as marks at their first message, the surest of each kind."""
    found: dict[tuple[int, str], Mark] = {}
    for signal in sorted(moment.signals, key=lambda each: each.confidence):
        if signal.message_ids:
            at = (signal.message_ids[0], signal.kind.value)
            found[at] = Mark(
                id=0,
                community_id=moment.talk.community.id,
                zone_id=moment.talk.zone.id,
                message_id=at[0],
                kind=at[1],
                member_ids=signal.member_ids,
                confidence=signal.confidence,
                noticed_at=moment.now,
                facts=signal.facts,
            )
    return tuple(found.values())


def _seen(suggestion: Suggestion) -> Why:
    """The reason as the flight recorder keeps it: nothing of what is read of a member."""
    facts = {name: fact for name, fact in suggestion.why.facts.items() if name != HELP}
    return replace(suggestion.why, facts=facts)


def _why_silent(state: State, decided: Decided, failed: str) -> Why:
    candidate = decided.choice.candidate
    if candidate is None:
        return decided.choice.why
    if state.completion is None:
        return Why(code="no_words", facts={"move": candidate.move})
    return Why(code="draft_failed", facts={"move": candidate.move, "checks": failed})


def suggestion_of(state: State, decided: Decided) -> Suggestion:
    """The chosen move with its words, who says them, and until when they are worth something."""
    candidate, completion, brief = decided.choice.candidate, state.completion, state.brief
    assert candidate is not None
    assert completion is not None
    assert brief is not None
    speaker = speaker_of(MOVES[candidate.move].speaker, decided.moment)
    return replace(
        placeholder(candidate, state.talk, state.now),
        text=completion.value.text,
        language=brief.language,
        why=_why(candidate.why, brief.help),
        speaker_id=speaker.id if speaker else None,
        checks=state.checks,
        alternatives=state.alternatives,
        engine=completion.engine,
        prompt_version=completion.prompt_version,
        usage=state.usage,
        due_at=_due(candidate, decided, state.now),
    )


def _why(why: Why, suits: str | None) -> Why:
    """The reason, with the kind of help it was worded for where there is one."""
    return replace(why, facts={**why.facts, HELP: suits}) if suits else why


def _due(candidate: Candidate, decided: Decided, now: datetime) -> datetime | None:
    """When it should be dealt with: a danger soon, a debt when it is due; the rest may lapse."""
    if candidate.lane is Lane.SAFETY:
        return now + URGENT
    if candidate.lane not in {Lane.OBLIGATION, Lane.MENTION}:
        return None
    moment = decided.moment
    first = candidate.anchor_ids[0] if candidate.anchor_ids else 0
    anchor = moment.by_id.get(first)
    owed = due_of(moment.heard, anchor, moment.settings) if anchor is not None else None
    return owed or now + OWED
