"""A question the library could not answer, brought to the group or to who may know, as a draft."""

import re
from collections import Counter
from datetime import datetime, timedelta

from community.actions.suggestions import offer_suggestion
from community.conversation import Message
from community.distillation import Distillation
from community.errors import Conflict
from community.people import Community, Member, Role, Zone
from community.question import WAITING, Question
from community.store import Tx, communities, members, messages
from community.store.distillations import distillation, live_distillations
from community.store.questions import question
from community.store.suggestions import suggestion
from community.suggestion import Audience, Lane, Speaker, Suggestion, Why
from server.bringing import draft_answer
from server.deps import Deps
from server.locales import sentence

LONGEST = 160
"""Characters of the question that are quoted."""
WORTH = timedelta(days=7)
"""How long such a draft is worth something."""
SOON = timedelta(hours=24)
LEAST = (25, 10)
"""Characters of a reply from which it may be an answer, in English and in Chinese."""
_RELAY = re.compile(r"relay:(\d+)(?::(expert))?(?::\d+)?")


async def relay_question(tx: Tx, deps: Deps, asked: Question, home: Community) -> Suggestion | None:
    """Offer the draft that brings a question on; the asker is not named, a person decides."""
    zone = await _zone_of(tx, asked)
    expert = await expert_for(tx, asked) if asked.passed_to == "expert" else None
    if asked.passed_to == "expert" and expert is None:
        raise Conflict("no_expert")
    draft = _draft(asked, home, zone, expert, deps.clock())
    return await offer_suggestion(tx, deps.queue, draft)


async def draft_of_reply(tx: Tx, home: Community, said: Message, now: datetime) -> int | None:
    """Make a draft of what an expert replied to a question that was brought to them.

    None for every other reply, and for one too short to be an answer.
    """
    asked = await _replied_to(tx, said)
    least = LEAST[home.language == "zh"]
    if asked is None or asked.state not in WAITING or len(said.text.strip()) < least:
        return None
    return await draft_answer(tx, home, asked.whole, said, now)


async def _replied_to(tx: Tx, said: Message) -> Question | None:
    """The question a message answers, where it replies to the private line that brought it."""
    line = await messages.message(tx, said.reply_to_id) if said.reply_to_id else None
    if line is None or line.suggestion_id is None or line.to_id != said.author_id:
        return None
    brought = await suggestion(tx, line.suggestion_id)
    found = _RELAY.fullmatch(brought.key) if brought else None
    return await question(tx, int(found[1])) if found and found[2] else None


async def relayed_in(tx: Tx, article: Distillation) -> frozenset[int]:
    """The questions an article was made for: it holds the line that brought one, or a reply."""
    said = await messages.messages_by_id(tx, (article.root_id, *article.message_ids))
    above = {each.reply_to_id for each in said.values() if each.reply_to_id is not None}
    lines = {**said, **await messages.messages_by_id(tx, tuple(sorted(above)))}
    drafts = {each.suggestion_id for each in lines.values() if each.suggestion_id is not None}
    brought = [await suggestion(tx, id_) for id_ in sorted(drafts)]
    found = (_RELAY.fullmatch(each.key) for each in brought if each is not None)
    return frozenset(int(each[1]) for each in found if each is not None)


async def _zone_of(tx: Tx, asked: Question) -> Zone:
    zones = await communities.zones(tx, asked.community_id)
    here = next((zone for zone in zones if zone.id == asked.zone_id), None)
    return here or next((zone for zone in zones if zone.purpose == "work"), zones[0])


async def expert_for(tx: Tx, asked: Question) -> Member | None:
    """Who signed the nearest article, else the expert who signed most; never the asker."""
    everyone = {each.id: each for each in await members.members(tx, asked.community_id)}
    for article_id, _ in asked.answer.nearest:
        article = await distillation(tx, article_id)
        signer = everyone.get(article.signed_by_id or 0) if article else None
        if signer is not None and _may_know(signer, asked):
            return signer
    signed = Counter(each.signed_by_id for each in await live_distillations(tx, asked.community_id))
    experts = [each for each in everyone.values() if each.role is Role.EXPERT]
    experts.sort(key=lambda each: -signed[each.id])
    return next((each for each in experts if _may_know(each, asked)), None)


def _may_know(member: Member, asked: Question) -> bool:
    return member.left_at is None and member.id != asked.member_id and not member.opted_out


def _key(asked: Question, expert: Member | None) -> str:
    """What a draft is known by: once each time a question waits, however often it is handed on."""
    again = f":{len(asked.declined)}" if asked.declined else ""
    return f"relay:{asked.id}{':expert' if expert else ''}{again}"


def _draft(
    asked: Question, home: Community, zone: Zone, expert: Member | None, now: datetime
) -> Suggestion:
    words = " ".join(asked.text.split())
    quoted = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    code = "relay.group" if expert is None else "relay.expert"
    name = "" if expert is None else expert.name
    return Suggestion(
        id=0,
        community_id=home.id,
        zone_id=zone.id,
        key=_key(asked, expert),
        move="open_question" if expert is None else "expert_handoff",
        lane=Lane.OBLIGATION,
        audience=Audience.PUBLIC if expert is None else Audience.PRIVATE,
        speaker=Speaker.FACILITATOR,
        text=sentence(home.language, code, {"question": quoted, "name": name}),
        language=home.language,
        anchor_ids=(),
        why=Why(code="relayed" if expert is None else "relayed_expert", facts={"name": name}),
        confidence=1.0,
        created_at=now,
        to_id=None if expert is None else expert.id,
        due_at=now + SOON,
        expires_at=now + WORTH,
    )
