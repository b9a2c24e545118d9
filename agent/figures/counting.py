"""Counting a history message by message, in any order, so that it equals counting it anew."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from agent.figures.day import Row, tally_from
from agent.figures.tally import Tally
from agent.figures.utterance import SIMMER, Act, Utterance
from community.conversation import Reaction

QUICK = timedelta(minutes=30)
"""Within it a share should meet three reactions [D]."""
UNDER_A_CALL = timedelta(hours=26)
"""How long what is said under a call is its answer (T+2 h and T+24 h follow it up) [seed]."""


class Counting:
    """A history that is being counted: messages and reactions with what hangs together.

    A message may come late, twice, in a new wording, with another parent or recalled: the newest
    of each id counts. Each message makes one row of its own day, from itself, what it answers and
    what answers it; a change touches only these rows. Days are local: a day of a clock change has
    23 or 25 hours and is one day.
    """

    def __init__(self, timezone: str) -> None:
        self._zone = ZoneInfo(timezone)
        self._by_id: dict[int, Utterance] = {}
        self._children: defaultdict[int, set[int]] = defaultdict(set)
        self._reactions: defaultdict[int, dict[tuple[int, str], datetime]] = defaultdict(dict)
        self._acted: defaultdict[date, dict[tuple[int, int, str], int]] = defaultdict(dict)
        self._rows: defaultdict[date, dict[int, Row]] = defaultdict(dict)
        self._place: dict[int, date] = {}
        self._days: dict[date, Tally] = {}
        self._changed: set[date] = set()

    def day_of(self, at: datetime) -> date:
        """The local day of a moment."""
        return at.astimezone(self._zone).date()

    def hear(self, said: Utterance) -> None:
        """Count a message, or what has become of it."""
        before = self._by_id.get(said.id)
        if before == said:
            return
        if before is not None and before.parent_id is not None:
            self._children[before.parent_id].discard(said.id)
        self._by_id[said.id] = said
        if said.parent_id is not None:
            self._children[said.parent_id].add(said.id)
        for each in self._touched(said, before):
            self._write(each)

    def react(self, given: Reaction) -> None:
        """Count a reaction."""
        key = (given.member_id, given.emoji)
        self._reactions[given.message_id][key] = given.at
        self._act(given, 1)

    def unreact(self, taken: Reaction) -> None:
        """Count a reaction no more."""
        self._reactions[taken.message_id].pop((taken.member_id, taken.emoji), None)
        self._act(taken, 0)

    def _act(self, one: Reaction, times: int) -> None:
        day = self.day_of(one.at)
        self._acted[day][one.member_id, one.message_id, one.emoji] = times
        self._changed.add(day)
        self._write(one.message_id)

    def tallies(self) -> tuple[Tally, ...]:
        """Every day on which something was said or done, oldest first."""
        for day in self._changed:
            rows = [row for _, row in sorted(self._rows[day].items())]
            acted = [key[0] for key, times in self._acted[day].items() if times]
            if rows or acted:
                self._days[day] = tally_from(day, rows, acted)
            else:
                self._days.pop(day, None)
        self._changed.clear()
        return tuple(tally for _, tally in sorted(self._days.items()))

    def _touched(self, said: Utterance, before: Utterance | None) -> set[int]:
        """Whose rows a change alters: its own, two above it, its answers, thanks beside it."""
        touched = {said.id, *self._children[said.id]}
        for parent in {said.parent_id, before.parent_id if before else None} - {None}:
            assert parent is not None
            touched |= {parent, *self._thanks_under(parent)}
            above = self._by_id.get(parent)
            if above is not None and above.parent_id is not None:
                touched.add(above.parent_id)
        return touched

    def _thanks_under(self, parent_id: int) -> list[int]:
        return [
            child for child in self._children[parent_id] if Act.THANKS in self._by_id[child].acts
        ]

    def _write(self, message_id: int) -> None:
        """Make the row of a message anew."""
        said = self._by_id.get(message_id)
        if said is None:
            return
        day = self.day_of(said.at)
        place = self._place.pop(message_id, None)
        if place is not None:
            del self._rows[place][message_id]
            self._changed.add(place)
        if not said.gone:
            self._rows[day][message_id] = self._row(said)
            self._place[message_id] = day
            self._changed.add(day)

    def _row(self, said: Utterance) -> Row:
        above = self._by_id.get(said.parent_id) if said.parent_id is not None else None
        answers = self._answers(said)
        others = [
            (at - said.at, member)
            for (member, _), at in self._reactions[said.id].items()
            if member != said.author_id
        ]
        return Row(
            said=said,
            above=above,
            people=tuple(one for one in answers if one.author_id != SIMMER),
            simmer=tuple(one for one in answers if one.author_id == SIMMER),
            reacted=bool(others),
            quick=len({member for after, member in others if after <= QUICK}),
            helpers=self._helpers(said, above),
            voices=self._voices(said) if Act.CALLS in said.acts else (),
        )

    def _answers(self, said: Utterance) -> list[Utterance]:
        """What others said to it and did not recall, oldest first."""
        below = (self._by_id[child] for child in self._children[said.id])
        found = [
            one
            for one in below
            if not one.gone and one.author_id != said.author_id and one.at >= said.at
        ]
        return sorted(found, key=lambda one: (one.at, one.id))

    def _helpers(self, said: Utterance, above: Utterance | None) -> tuple[int, ...]:
        """Who helped, where this is thanks: whom it answers, or all who answered one's question."""
        if Act.THANKS not in said.acts or said.author_id == SIMMER or above is None:
            return ()
        if above.author_id != said.author_id:
            return () if above.author_id == SIMMER or above.gone else (above.author_id,)
        if Act.ASKS not in above.acts or above.gone:
            return ()
        earlier = (one for one in self._answers(above) if one.at <= said.at)
        return tuple(sorted({one.author_id for one in earlier} - {SIMMER}))

    def _voices(self, said: Utterance) -> tuple[int, ...]:
        """Who spoke under a call in time: to it, or to an answer to it."""
        below = list(self._children[said.id])
        below += [deeper for child in below for deeper in self._children[child]]
        until = said.at + UNDER_A_CALL
        spoken = (self._by_id[one] for one in below)
        return tuple(sorted({s.author_id for s in spoken if not s.gone and s.at <= until}))


def counted(
    timezone: str, said: Iterable[Utterance], reactions: Iterable[Reaction] = ()
) -> tuple[Tally, ...]:
    """Every day of a history, counted at once."""
    counting = Counting(timezone)
    for one in said:
        counting.hear(one)
    for one in reactions:
        counting.react(one)
    return counting.tallies()


def moment(seconds: int) -> datetime:
    """Seconds since 1970 as a moment."""
    return datetime.fromtimestamp(seconds, UTC)
