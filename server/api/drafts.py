"""A draft as the queue page shows it: what it answers, why, where it goes and who speaks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel

from community.actions.consequences import CHANGED
from community.actions.seeing import may_accept
from community.conversation import Message
from community.delivery import Capabilities, Delivery
from community.people import Member, Zone
from community.store import Tx, communities, members, messages, outbox
from community.suggestion import (
    Alternative,
    Audience,
    CheckResult,
    Lane,
    Speaker,
    Suggestion,
    SuggestionState,
    Usage,
)
from server.api.cited_messages import CitedOut, cited_in
from server.auth import Here
from server.consequences import EffectOut, effects_of
from server.deps import Deps
from server.locales import sentence
from server.platforms import capabilities_of
from server.pricing import Prices, prices_of
from server.sentences import Spoken, reason_for


class AnchorOut(BaseModel):
    """A message a draft answers."""

    id: int
    author: str | None
    text: str
    at: datetime


class CheckOut(BaseModel):
    """One check of a draft, in a sentence."""

    code: str
    text: str
    passed: bool


class CostOut(BaseModel):
    """What a draft cost with all its attempts, in tokens; `money` only where prices are set."""

    tokens_in: int
    tokens_out: int
    money: float | None
    currency: str


class WordingOut(BaseModel):
    """Another wording, and the messages behind the marks in it."""

    text: str
    cited: list[CitedOut]


class ZoneRef(BaseModel):
    """Where it is posted."""

    id: int
    name: str


class PlatformOut(BaseModel):
    """What the platform takes: characters of one text, and whether one to a member alone."""

    max_characters: int
    private: bool


class SuggestionOut(BaseModel):
    """A drafted move. `may_accept` is False where it would be posted in another's name.

    `speaker_name` is the reader's own where they may accept: it is posted as whoever accepts it.
    `cited` are the messages behind the marks in the text.

    `delivery` says what became of an accepted one: pending, sending, sent, refused, unknown,
    or copied (posted by hand). `alternatives` are other wordings that passed every check, best
    first; `cost` is None where no model was asked. `effect` says what accepting does besides, as
    long as it is open; `not_done` why it was not done after all. `disclosure` names who
    drafted it, for people to read.
    """

    id: int
    move: str
    lane: Lane
    audience: Audience
    speaker: Speaker
    speaker_name: str | None
    to_name: str | None
    text: str
    alternatives: list[WordingOut]
    anchors: list[AnchorOut]
    cited: list[CitedOut]
    why: Spoken
    rule: str
    confidence: float
    checks: list[CheckOut]
    created_at: datetime
    due_at: datetime | None
    snoozed_until: datetime | None
    from_history: bool
    zone: ZoneRef
    platform: PlatformOut
    engine: str
    cost: CostOut | None
    disclosure: str
    state: SuggestionState
    may_accept: bool
    delivery: str | None
    effect: EffectOut | None
    not_done: str | None


@dataclass(frozen=True, slots=True)
class _Around:
    """What is known around some drafts."""

    zones: Mapping[int, Zone]
    members: Mapping[int, Member]
    anchors: Mapping[int, Message]
    deliveries: Mapping[int, Delivery]
    effects: Mapping[int, EffectOut]
    platform: PlatformOut
    prices: Prices | None

    def name(self, member_id: int | None) -> str | None:
        found = self.members.get(member_id or 0)
        return found.name if found else None


async def shown(
    tx: Tx, found: Sequence[Suggestion], here: Here, language: str, deps: Deps
) -> list[SuggestionOut]:
    """Drafts with everything a person needs to decide on them; money where there are prices."""
    anchor_ids = tuple({anchor for each in found for anchor in each.anchor_ids})
    community_id = here.community.id
    around = _Around(
        {zone.id: zone for zone in await communities.zones(tx, community_id)},
        {member.id: member for member in await members.members(tx, community_id)},
        await messages.messages_by_id(tx, anchor_ids),
        await outbox.deliveries_of(tx, [each.id for each in found]),
        await effects_of(tx, found, here.community, language),
        _platform(capabilities_of(deps, here.community)),
        prices_of(deps.settings),
    )
    return [_out(each, around, here.me, language) for each in found]


def _platform(takes: Capabilities) -> PlatformOut:
    return PlatformOut(max_characters=takes.max_characters, private=takes.private)


def _speaker_name(each: Suggestion, around: _Around, me: Member) -> str | None:
    """Whose name it carries: Simmer's, else of whoever may accept it, else of the one meant."""
    if each.speaker is Speaker.SIMMER:
        return "Simmer"
    return me.name if may_accept(each, me) else around.name(each.speaker_id)


def _out(each: Suggestion, around: _Around, me: Member, language: str) -> SuggestionOut:
    delivery = around.deliveries.get(each.id)
    text = delivery.text if delivery else each.text
    return SuggestionOut(
        id=each.id,
        move=each.move,
        lane=each.lane,
        audience=each.audience,
        speaker=each.speaker,
        speaker_name=_speaker_name(each, around, me),
        to_name=around.name(each.to_id),
        text=text,
        alternatives=[_other(other, each, around) for other in each.sound],
        anchors=_anchors(each, around),
        cited=cited_in(text, each.anchor_ids, around.anchors, around.members),
        why=reason_for(me, each.why, language),
        rule=sentence(language, f"rule.{each.move}", {}),
        confidence=round(each.confidence, 3),
        checks=[_checked(check, language) for check in each.checks],
        created_at=each.created_at,
        due_at=each.due_at,
        snoozed_until=each.snoozed_until,
        from_history=each.from_history,
        zone=ZoneRef(id=each.zone_id, name=around.zones[each.zone_id].name),
        platform=around.platform,
        engine=each.engine,
        cost=_cost(each.usage, around.prices),
        disclosure=_disclosure(each, language),
        state=each.state,
        may_accept=may_accept(each, me),
        delivery=delivery.state.value if delivery else None,
        effect=around.effects.get(each.id),
        not_done=_not_done(delivery, language),
    )


def _checked(check: CheckResult, language: str) -> CheckOut:
    text = sentence(language, f"check.{check.code}", check.facts)
    return CheckOut(code=check.code, text=text, passed=check.passed)


def _not_done(delivery: Delivery | None, language: str) -> str | None:
    if delivery is None or delivery.error not in CHANGED:
        return None
    return sentence(language, f"error.{delivery.error}", {})


def _anchors(each: Suggestion, around: _Around) -> list[AnchorOut]:
    found = [around.anchors[id_] for id_ in each.anchor_ids if id_ in around.anchors]
    return [
        AnchorOut(id=said.id, author=around.name(said.author_id), text=said.text, at=said.at)
        for said in found
    ]


def _other(other: Alternative, each: Suggestion, around: _Around) -> WordingOut:
    cited = cited_in(other.text, each.anchor_ids, around.anchors, around.members)
    return WordingOut(text=other.text, cited=cited)


def _cost(usage: Usage, prices: Prices | None) -> CostOut | None:
    if usage == Usage():
        return None
    return CostOut(
        tokens_in=usage.tokens_in,
        tokens_out=usage.tokens_out,
        money=round(prices.of(usage), 6) if prices else None,
        currency=prices.currency if prices else "",
    )


def _disclosure(each: Suggestion, language: str) -> str:
    kind = "offline" if each.engine == "offline" else "model"
    return sentence(language, f"disclosure.{kind}", {"engine": each.engine})
