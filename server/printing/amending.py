"""Which claims were set right later, and by which: what a page may not show alone. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from agent.distilling import cues
from agent.distilling.corrections import corrections_in
from agent.distilling.marks import measures
from agent.distilling.sentences import unaddressed
from agent.listening.words import words
from community.conversation import Message, Talk
from community.distillation import Claim
from community.people import Community, Member, Zone

SHARED = 2
"""Words two texts of one article share when a number without a unit is of one thing."""
SHARED_AFAR = 4
"""The same of two articles and a number with its unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """A message that sets something right: what it speaks of anew, and the claims that cite it."""

    by: Message
    figures: frozenset[tuple[str, str]]
    target_ids: frozenset[int]
    claim_ids: tuple[int, ...]

    def concerns(
        self, claim: Claim, text: str, said: Mapping[int, Message], *, together: bool
    ) -> bool:
        """Whether a text of a claim says what this message set right after it was said.

        `together`: both stand in one article, so that a number with its unit is of one thing;
        elsewhere they must speak of the same in more words.
        """
        cited = {each.message_id for each in claim.citations}
        if self.by.id in cited or claim.own_words:
            return False
        if not any(id_ in said and said[id_].at < self.by.at for id_ in cited):
            return False
        same = {pair for pair in measures(unaddressed(text)) if pair in self.figures}
        if not same or cited & self.target_ids:
            return bool(same)
        if any(unit for _, unit in same):
            return together or _near(text, self.by.text, SHARED_AFAR)
        return together and _near(text, self.by.text, SHARED)


def _near(text: str, other: str, least: int) -> bool:
    return len(words(text) & words(unaddressed(other))) >= least


def amendments_in(claims: Sequence[Claim], talk: Talk) -> tuple[Amendment, ...]:
    """Every cited message that says something was wrong, oldest first."""
    right: dict[int, frozenset[str]] = {}
    targets: dict[int, frozenset[int]] = {}
    for each in corrections_in(talk):
        targets[each.by.id] = targets.get(each.by.id, frozenset()) | each.target_ids
        right[each.by.id] = right.get(each.by.id, frozenset()) | set(each.replaced.values())
    citing: dict[int, list[int]] = {}
    for claim in claims:
        for id_ in dict.fromkeys(each.message_id for each in claim.citations):
            citing.setdefault(id_, []).append(claim.id)
    return tuple(
        Amendment(
            by=message,
            figures=frozenset(
                pair
                for pair in measures(unaddressed(message.text))
                if pair[0] not in right.get(message.id, frozenset())
            ),
            target_ids=targets.get(message.id, frozenset()),
            claim_ids=tuple(citing.get(message.id, ())),
        )
        for message in talk.messages
        if message.id in targets or cues.CORRECTS.search(message.text)
    )


def talk_of(
    home: Community, zone: Zone, people: Mapping[int, Member], said: Iterable[Message]
) -> Talk:
    """The cited messages of one zone as a talk."""
    own = sorted((one for one in said if one.zone_id == zone.id), key=lambda one: (one.at, one.id))
    return Talk(community=home, zone=zone, members=people, messages=tuple(own))
