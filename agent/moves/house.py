"""The rules of the house: who goes against one hears it in private, kindly, once."""

from collections import Counter
from collections.abc import Iterator

from agent.breaches import Breach, breaches
from agent.house_rules import HouseRule, citation, house_rules, recognised
from agent.listening.signal import SignalKind
from agent.moves.moment import Moment
from agent.moves.move import Chance, Move
from community.suggestion import Audience, Lane

ELSEWHERE = frozenset(
    {"ad_removal", "rule_notice", "flood", "warn", "soften", "mediate", "escalate", "off_topic"}
)
"""Moves that see to a message in a way of their own."""
MOSTLY = 0.6
"""Share of a drift that is one person's, so that a private word is kinder than one to the room."""
DRIFT = 7
"""Light messages of one person."""


def when_a_house_rule_is_broken(moment: Moment) -> Iterator[Chance]:
    """A message goes against a rule that the community wrote, and nobody has seen to it.

    A matter that can be told from words alone; what cannot be told is left alone.
    """
    rules = recognised(house_rules(moment.talk.community.settings))
    for breach in breaches(moment.heard, rules):
        message = breach.message
        seen_to = ELSEWHERE & set(moment.told.get(message.id, ()))
        if message.id not in moment.troubled and not seen_to:
            yield _reminded(breach, moment)
    yield from _drifting(moment, rules)


def _reminded(breach: Breach, moment: Moment) -> Chance:
    rule = breach.rule
    cited = citation(rule.number, rule.text, rule.clause, moment.language)
    return Chance(
        anchor_ids=(breach.message.id,),
        confidence=breach.confidence,
        facts={**cited, "rule_then": rule.text, "broken": breach.matter, **moment.elsewhere},
        to_id=breach.message.author_id,
    )


def _drifting(moment: Moment, rules: tuple[HouseRule, ...]) -> Iterator[Chance]:
    """A drift that is mostly one member's, where a rule keeps the room to its subject."""
    rule = next((each for each in rules if each.aside), None)
    for signal in moment.of(SignalKind.OFF_TOPIC) if rule else ():
        said = [moment.by_id[each] for each in signal.message_ids]
        member_id, most = Counter(each.author_id for each in said).most_common(1)[0]
        lead = most >= max(DRIFT, MOSTLY * len(said))
        if lead and not moment.is_host(member_id) and member_id is not None and rule is not None:
            last = next(each for each in reversed(said) if each.author_id == member_id)
            yield _reminded(Breach(message=last, rule=rule, matter="aside"), moment)


MOVES = (
    Move(
        id="house_rule",
        lane=Lane.OPPORTUNITY,
        value=4.2,
        when=when_a_house_rule_is_broken,
        audience=Audience.PRIVATE,
        length=120,
        checks=("PRIV", "YESAND"),
        scope="member",
        rest_hours=168,
        due_hours=12,
        social=True,
        solicited=True,
    ),
)
