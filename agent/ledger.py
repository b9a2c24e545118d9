"""What was offered before, as the gate needs it: cool-downs, budget and back-off."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from agent.gate_settings import GateSettings
from agent.moves.move import Move
from community.conversation import Thread
from community.review import Decision, DismissReason, Ledger, Subject
from community.suggestion import Audience, Candidate, Lane, Suggestion, SuggestionState

UNASKED = frozenset({Lane.OPPORTUNITY, Lane.CALENDAR})
WHOLE = frozenset({"summary", "digest_kb", "decision_log"})
"""Moves about a whole thread: they share it, and leave its single messages to others."""
KEPT = frozenset({"summary", "digest_kb"})
"""Of these one is enough for a thread."""
FOLLOWING = frozenset({"followup_push", "host_first", "scaffold_public"})
"""A push is followed up twice: after two hours, and once more on the next day."""
NEXT_ROUND = timedelta(hours=18)
OCCASION = "on"
"""The fact that names the day or hour a move is made for: for one occasion it is made once."""
TOO_MANY = DismissReason.TOO_MANY
HANDLED = DismissReason.ALREADY_DONE
"""A dismissal because somebody was faster says nothing against the move."""
ONE_OF_SEVERAL = frozenset({"seed_post"})
"""Moves that ask one of several people in turn: who passes one over wants another, or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """The offers of 30 days in one community, its questions of 90, read once for a look."""

    now: datetime
    zone_id: int
    settings: GateSettings
    offers: tuple[Suggestion, ...]
    dismissed: Mapping[str, tuple[datetime, ...]]
    edited: Mapping[int, str] = field(default_factory=dict[int, str])
    """What people made of an offer, or which other wording they took, by its id."""

    @property
    def told(self) -> dict[int, tuple[str, ...]]:
        """Moves offered on each message."""
        found: dict[int, tuple[str, ...]] = {}
        for offer in self.offers:
            for anchor in () if offer.move in WHOLE else offer.anchor_ids[:1]:
                found[anchor] = (*found.get(anchor, ()), offer.move)
        return found

    @property
    def unasked_today(self) -> int:
        """Public posts nobody asked for in 24 h: delivered, or pending and so reserved."""
        return sum(offer.lane in UNASKED for offer in self._public_today())

    @property
    def public_today(self) -> int:
        """All public posts of 24 h, delivered or pending."""
        return len(self._public_today())

    @property
    def last_public(self) -> datetime | None:
        """When the last unasked public post was drafted."""
        times = [each.created_at for each in self._public_today() if each.lane in UNASKED]
        return max(times, default=None)

    def _public_today(self) -> list[Suggestion]:
        start = self.now - timedelta(hours=24)
        return [
            offer
            for offer in self.offers
            if offer.audience is Audience.PUBLIC
            and offer.zone_id == self.zone_id
            and offer.created_at > start
            and self._stands(offer)
        ]

    def _stands(self, offer: Suggestion) -> bool:
        """Delivered or still pending: what was dismissed or lapsed gives its place back."""
        if offer.state in {SuggestionState.DISMISSED, SuggestionState.EXPIRED}:
            return False
        lapsed = offer.expires_at is not None and offer.expires_at < self.now
        return offer.state is SuggestionState.ACCEPTED or not lapsed

    def rests(self, candidate: Candidate, move: Move, thread_of: Mapping[int, Thread]) -> bool:
        """Whether this move was offered lately for the same message, thread, member or room.

        Never two moves on one message, whatever the lane, except that a danger outranks.
        """
        anchor = candidate.anchor_ids[0] if candidate.anchor_ids else None
        for offer in self.offers:
            if _is_same_occasion(offer, candidate):
                return True
            before = offer.anchor_ids[0] if offer.anchor_ids else None
            if anchor is not None and before == anchor:
                if self._follows_again(offer, candidate):
                    continue
                if _excludes(offer, candidate, move):
                    return True
            alike = offer.move == candidate.move or {offer.move, candidate.move} <= KEPT
            fresh = offer.created_at > self.now - timedelta(hours=move.rest_hours)
            if alike and fresh and self._same_scope(offer, candidate, move, thread_of):
                return True
        return False

    def _follows_again(self, offer: Suggestion, candidate: Candidate) -> bool:
        """Whether it is the second follow-up of a push, a day after the first and the last."""
        if not {offer.move, candidate.move} <= FOLLOWING:
            return False
        first = offer.anchor_ids[0] if offer.anchor_ids else None
        before = [
            each
            for each in self.offers
            if each.move in FOLLOWING and each.anchor_ids[:1] == (first,)
        ]
        return len(before) == 1 and offer.created_at <= self.now - NEXT_ROUND

    def _same_scope(
        self,
        offer: Suggestion,
        candidate: Candidate,
        move: Move,
        thread_of: Mapping[int, Thread],
    ) -> bool:
        if move.scope == "room":
            return offer.zone_id == self.zone_id
        if move.scope == "member":
            return candidate.to_id is not None and offer.to_id == candidate.to_id
        if move.scope == "message" or not candidate.anchor_ids:
            return False
        here = thread_of.get(candidate.anchor_ids[0])
        return any(
            (there := thread_of.get(anchor)) is not None
            and here is not None
            and there.root_id == here.root_id
            for anchor in offer.anchor_ids[:1]
        )

    def lately(self, moves: frozenset[str], hours: float) -> bool:
        """Whether one of these moves was offered in this room in the last hours."""
        start = self.now - timedelta(hours=hours)
        return any(
            offer.move in moves and offer.created_at > start and offer.zone_id == self.zone_id
            for offer in self.offers
        )

    def slowed(self, move_id: str) -> bool:
        """Two dismissals in seven days: the move counts half."""
        return self._lately(move_id, self.settings.dismissal_days) >= self.settings.dismissals_slow

    def switched_off(self, move_id: str) -> bool:
        """Four dismissals in seven days switch a move off for two weeks."""
        window = timedelta(days=self.settings.dismissal_days)
        times = self.dismissed.get(move_id, ())
        for end in times:
            near = sum(end - window <= each <= end for each in times)
            if near >= self.settings.dismissals_off:
                return self.now - end < timedelta(days=self.settings.off_days)
        return False

    def _lately(self, move_id: str, days: int) -> int:
        start = self.now - timedelta(days=days)
        return sum(each > start for each in self.dismissed.get(move_id, ()))


def _is_same_occasion(offer: Suggestion, candidate: Candidate) -> bool:
    """Whether this move was offered for the same day or hour and the same person."""
    on = candidate.why.facts.get(OCCASION)
    alike = offer.move == candidate.move and offer.to_id == candidate.to_id
    return on is not None and alike and offer.why.facts.get(OCCASION) == on


def _excludes(offer: Suggestion, candidate: Candidate, move: Move) -> bool:
    """Whether an offer on the same message rules the candidate out."""
    if offer.move == candidate.move and move.scope == "message":
        return True
    if move.scope in {"member", "room"} or {offer.move, candidate.move} & WHOLE:
        return False
    return candidate.lane is not Lane.SAFETY


def past_of(ledger: Ledger, zone_id: int, now: datetime, settings: GateSettings) -> Past:
    """The ledger as of `now`; an undone review counts for nothing."""
    offers = tuple(each for each in ledger.suggestions if each.created_at <= now)
    moves = {each.id: each.move for each in offers}
    here = {each.id for each in offers if each.zone_id == zone_id}
    return Past(
        now=now,
        zone_id=zone_id,
        settings=settings,
        offers=offers,
        dismissed=_dismissals(ledger, now, moves, here),
        edited=_edits(ledger, now),
    )


def _edits(ledger: Ledger, now: datetime) -> dict[int, str]:
    return {
        review.subject_id: review.text
        for review in sorted(ledger.reviews, key=lambda each: each.at)
        if review.subject is Subject.SUGGESTION
        and review.decision in {Decision.EDIT, Decision.ACCEPT}
        and review.undone_at is None
        and review.at <= now
        and review.text
    }


def _dismissals(
    ledger: Ledger, now: datetime, moves: Mapping[int, str], here: Collection[int]
) -> dict[str, tuple[datetime, ...]]:
    found: dict[str, list[datetime]] = {}
    for review in sorted(ledger.reviews, key=lambda each: each.at):
        counts = (
            review.subject is Subject.SUGGESTION
            and review.decision is Decision.DISMISS
            and review.undone_at is None
            and review.reason != HANDLED
            and (moves.get(review.subject_id) not in ONE_OF_SEVERAL or review.reason == TOO_MANY)
            and review.at <= now
            and review.subject_id in here
        )
        if counts:
            found.setdefault(moves[review.subject_id], []).append(review.at)
    return {move: tuple(times) for move, times in found.items()}
