"""Everything noticed in a talk at one moment; one pure function for each kind of signal.

    QUESTION             asks the room or a person; stood ≥ τ of waking hours with no answer,
                         reaction or thanks (facts waited_minutes, tau_minutes); ≤ 72 h old
    SHARE                a way, result or file of their own that nobody took up for τ
    FIRST_MESSAGE        a newcomer's first message, unanswered for min(τ, 2 h) (asks)
    JOINED               members who came today and were not greeted, one batch (members)
    NEVER_SPOKE          joined 24–72 h ago, no message yet
    BARE_CLAIM           assertion without reason or case, author present ≤ 30 min, nobody asked
                         (opens_topic; within a running topic its confidence is low)
    ABSTRACT_ADVICE      the same, of the kind "it is all about trust"
    PUSH                 notice or question to all by staff with < 3 answers after 2 h (until 26 h)
                         (replies, hours, notice)
    BURIED               a notice of today covered by ≥ 8 other messages, < 3 answers
    SILENCE              no human word for 2 working days, no announced break (work_hours)
    RIPE_FOR_SUMMARY     thread ≥ 15 messages, ≥ 4 speakers, 30 min quiet, with substance
    RIPE_FOR_DISTILLING  the same from 8 messages and 3 speakers
    DECISION             concrete proposal, ≥ 2 others agreed in words, nobody objected (agreed)
    CORRECTION           a number or date was put right (message, what it corrects)
    OUTCOME              what came of advice or a plan (我试试, tiny win)
    FLOOD                > 8 messages a minute of one author
    CHAIN                接龙, 收到, +1 in a row: needs no reply
    OFF_TOPIC            ≥ 13 messages in 15 min, 70 % light, in a work zone (buried: notice id)
    ADVERT               selling with contact, price or code, not yet handled (words)
    PERSONAL_DATA        phone, identity, card, address, plate of somebody, not yet handled
    INJECTION            an instruction to an assistant: only text
    PUT_DOWN             a share belittled, nobody stood by it since (put-down, share)
    CONFLICT             two members, ≥ 3 mutual answers, ≥ 2 harsh in the second person
    DISAGREEMENT         good-faith: leave it
    DISTRESS             somebody at the end of their strength: a person must see it (accompanied)
    GRIEF, ILLNESS       told in the last 48 h / 12 h: no programme
    PERFUNCTORY          answers to pushes shrank, copied each other or came again for two rounds
    FADING               ≥ 8 messages before, silent ≥ 14 days, not excused; or a week 70 % below
                         the mean of three steady ones (before, now)
    HELPER               answered most people, of all that a look knows
    BIRTHDAY, LEAVING    wishes going on / a goodbye staff has not answered
    EARLY_CONSENSUS      ≥ 3 said yes to a proposal within 10 min, nobody weighed it (agreed)
    AGREEMENT            ≥ 2 others share a member's point in so many words (agreed)
    ALIKE                two members told of the same matter in separate talks (later, earlier)
    MATCH                a need, and who told of having been there (need, experience)
    UNRESOLVED           asked 48–96 h ago, nobody took it up or "still not" (hours)
    STUCK                the same asked again (again, before) or two tasks missed (form)
    BARE_QUESTION        a call for help that says nothing of what it is about
    PROMISE              "I'll try it" of the last day (promise, advice)
    PROMISE_KEPT         what came of it (outcome, promise, advice)
    PROMISE_OPEN         promised 7–12 days ago, spoke since, told nothing (promise, advice)
    RETURN               back after ≥ 14 days of silence (first, last before)
    DROPPED_PUSH         answers to a push, 24 h on no word of its author back (push, answers)
    HIGH_BAR             three weeks of ever longer messages by ever fewer people
    OFFENCE              offensive by the classifier, .85 or more (words); quotes never
    HAZARD               a guard or alarm put out of use, nobody in charge spoke since
    RUMOUR               hearsay about jobs or pay that two others took up (people)
    JEST                 a joke with the assistant: nothing is owed

A signal stays as long as what it says is true: whoever acts on it remembers by message id that
they did. Nothing with confidence below .5 may be held against a person.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from agent.listening import signals_accord as accord
from agent.listening import signals_answers as answers
from agent.listening import signals_cadence as cadence
from agent.listening import signals_care as care
from agent.listening import signals_claims as claims
from agent.listening import signals_left as left
from agent.listening import signals_manners as manners
from agent.listening import signals_needs as needs
from agent.listening import signals_order as order
from agent.listening import signals_people as people
from agent.listening import signals_presence as presence
from agent.listening import signals_pushes as pushed
from agent.listening import signals_rhythm as rhythm
from agent.listening import signals_risks as risks
from agent.listening import signals_settled as settled
from agent.listening import signals_solved as closed
from agent.listening import signals_tempers as tempers
from agent.listening import signals_ties as ties
from agent.listening import signals_tries as tries
from agent.listening.scene import Scene, scene_of
from agent.listening.signal import Signal, SignalKind
from community.conversation import Link, Talk, Thread

__all__ = ["NOTICING", "Signal", "SignalKind", "scene_of", "signals_in"]

NOTICING: tuple[Callable[[Scene], Iterator[Signal]], ...] = (
    care.distress,
    tempers.conflicts,
    tempers.put_downs,
    risks.hazards,
    risks.rumours,
    order.adverts,
    order.personal_data,
    order.injections,
    order.floods,
    answers.first_messages,
    answers.questions,
    answers.shares,
    left.contributions,
    pushed.pushes,
    claims.bare_claims,
    people.joins,
    people.never_spoke,
    people.leavings,
    rhythm.decisions,
    rhythm.ripe_threads,
    settled.settled,
    closed.solved,
    rhythm.corrections,
    rhythm.outcomes,
    rhythm.silence,
    people.fading,
    people.helpers,
    people.perfunctory,
    people.birthdays,
    order.off_topic,
    order.buried,
    order.chains,
    tempers.disagreements,
    care.griefs,
    care.illnesses,
    manners.offences,
    manners.jests,
    needs.stuck,
    needs.missed_tasks,
    needs.unresolved,
    needs.bare_questions,
    ties.matches,
    ties.alike,
    accord.early_consensus,
    accord.agreements,
    accord.pile_ons,
    tries.promises,
    tries.kept_promises,
    tries.open_promises,
    presence.returns,
    presence.waning,
    cadence.dropped_pushes,
    cadence.rote_answers,
    cadence.high_bar,
)


def signals_in(
    talk: Talk,
    now: datetime,
    links: Mapping[int, Link] | None = None,
    threads: Iterable[Thread] = (),
) -> tuple[Signal, ...]:
    """All signals of a talk at `now`, gravest kinds first; `links` default to the talk's own."""
    scene = scene_of(talk if links is None else replace(talk, links=links), threads, now)
    return tuple(signal for notice in NOTICING for signal in notice(scene))
