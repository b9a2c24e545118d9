"""Whom the work is for: who moves by themselves, who is moved by others, who is not there.

self_driven   began a thread unprompted in at least two of the last four weeks, or went along
              unprompted in three of them
stirrable     none of that, and on at least two days spoke after a push or their name, went
              along in what others began, or reacted
absent        no word and no reaction in 28 days, and here for as long
unknown       anything else: too new, or too little was seen
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from agent.listening.acts import Act, Traces

MONTH = timedelta(days=28)
WEEK = timedelta(days=7)
BEGUN_WEEKS, WENT_ALONG_WEEKS = 2, 3
STIRRED_DAYS = 2
MOVED = ("stirred", "joined_in", "started", "reacted")


class Segment(StrEnum):
    """The part of the community a member is in by what they did in four weeks."""

    SELF_DRIVEN = "self_driven"
    STIRRABLE = "stirrable"
    ABSENT = "absent"
    UNKNOWN = "unknown"


def segment_in(traces: Traces, now: datetime) -> tuple[Segment, Mapping[str, tuple[Act, ...]]]:
    """The segment and the acts of the last four weeks that show it, by kind."""
    recent = [act for act in traces.acts if now - MONTH < act.at <= now]
    begun = tuple(act for act in recent if act.code == "started")
    along = tuple(act for act in recent if act.code == "joined_in")
    if _weeks(begun, now) >= BEGUN_WEEKS:
        return Segment.SELF_DRIVEN, {"started": begun}
    if _weeks((*begun, *along), now) >= WENT_ALONG_WEEKS:
        return Segment.SELF_DRIVEN, {"joined_in": (*begun, *along)}
    shown = {code: tuple(act for act in recent if act.code == code) for code in MOVED}
    days = {act.at.date() for acts in shown.values() for act in acts}
    if len(days) >= STIRRED_DAYS:
        return Segment.STIRRABLE, {code: acts for code, acts in shown.items() if acts}
    there = any(act.code in {"spoke", "reacted"} for act in recent)
    if not there and traces.since is not None and now - traces.since >= MONTH:
        return Segment.ABSENT, {"silent": ()}
    return Segment.UNKNOWN, {}


def _weeks(acts: tuple[Act, ...], now: datetime) -> int:
    """In how many of the last four weeks, counted back from now."""
    return len({(now - act.at) // WEEK for act in acts})
