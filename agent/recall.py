"""What is known when a chosen move is worded: the brief, made by code from the talk alone."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from agent.copying import worth_copying
from agent.ledger import Past
from agent.left_out import without
from agent.listening import cues
from agent.listening.pain_words import shortened
from agent.listening.words import is_han, plain, words
from agent.moves.brief import Brief, Line
from agent.moves.catalogue import MOVES
from agent.moves.moment import Moment, is_human
from agent.moves.move import Move
from agent.wording.domains import domains_in
from agent.wording.ladder import level_of
from community.conversation import Message, MessageKind
from community.people import Member, Role
from community.suggestion import ASKED, Audience, Candidate, Speaker, SuggestionState

AROUND = 12
"""Messages around an anchor that are shown."""
CITED = 40
"""Messages of a thread a summary may cite."""
CLAUSE = {True: 16, False: 45}
"""Characters of the clause that stands for a pain point in a question."""
PEERS = 3
TOPICS = 5
TOPIC_CHARACTERS = 60
OWN = 30
"""Last own texts a draft may not repeat."""
ACTIVE = timedelta(days=14)
HAN = re.compile(r"[\u3400-\u9fff]")
FRAMES = frozenset({"scaffold_public", "scaffold_private", "ask_better"})
"""Moves that offer a frame."""
BY_TRADE = ASKED | FRAMES
"""Moves that are worded by the line of work of the community."""
TOLD_TRADE = BY_TRADE | {"welcome"}
"""Moves that are told what the community works at."""
MEDIATES = frozenset({"mediate", "mediate_other"})
WHOLE_THREAD = frozenset({"summary", "digest_kb", "decision_log"}) | MEDIATES
BEGINNING = 4
"""Messages before the first heated one that show what a quarrel began with."""
ACCEPTED = 3
ACCEPTED_CHARACTERS = {"zh": 400, "en": 1000}
"""What the examples of the community's own may take in a prompt, all together."""


def brief_for(candidate: Candidate, moment: Moment, past: Past) -> Brief:
    """The brief of a candidate. Who opted out is neither named nor quoted."""
    anchors = [moment.by_id[each] for each in candidate.anchor_ids if each in moment.by_id]
    anchor = anchors[0] if anchors else None
    language = language_of(anchor, moment.language)
    around = _lines(_around(candidate, anchor, moment), moment)
    brief = Brief(
        move=candidate.move,
        language=language,
        community=moment.talk.community.name,
        zone=moment.talk.zone.name,
        purpose=moment.talk.zone.purpose.value,
        lines=around,
        anchor=next(iter(_lines([anchor] if anchor else [], moment)), None),
        others=_lines([*anchors[1:], *_buried(candidate, moment)], moment),
        peers=tuple(_peers(anchor, moment)) if anchor else (),
        names=tuple(_addressed(candidate, anchors, moment)),
        host=name_of(host_of(moment)),
        expert=name_of(expert_of(moment)),
        speaker=name_of(spoken_by(MOVES[candidate.move], moment)),
        phrases=tuple(worth_copying(candidate.move, anchor, around, moment, language))
        if anchor and _named(anchor, moment)
        else (),
        topics=tuple(_topics(moment)),
        facts=tuple((key, str(value)) for key, value in candidate.why.facts.items()),
        accepted=_accepted(candidate, moment, past, language),
        avoid=tuple(offer.text for offer in reversed(past.offers[-OWN:]) if offer.text),
        domains=_domains(moment, language) if candidate.move in TOLD_TRADE else (),
        asked=_asked(past) if candidate.move in ASKED else (),
        level=_level(candidate, moment, language),
        variant=variant_of(candidate),
    )
    return without(brief, moment.talk.members.values())


def _buried(candidate: Candidate, moment: Moment) -> list[Message]:
    """The message a fact names as covered by what came after it."""
    covered = candidate.why.facts.get("buried")
    found = moment.by_id.get(covered) if isinstance(covered, int) else None
    return [found] if found and found.id not in candidate.anchor_ids else []


def _accepted(candidate: Candidate, moment: Moment, past: Past, language: str) -> tuple[str, ...]:
    """Examples of the community's own: what one person was told in private is never among them."""
    kept: list[str] = []
    for offer in reversed(past.offers):
        fits = offer.move == candidate.move and offer.language == language
        public = offer.state is SuggestionState.ACCEPTED and offer.audience is Audience.PUBLIC
        quotes = any(_unquotable(anchor, moment) for anchor in offer.anchor_ids)
        text = past.edited.get(offer.id, offer.text) if fits and public and not quotes else ""
        room = ACCEPTED_CHARACTERS[language] - sum(map(len, kept))
        if text and len(text) <= room:
            kept.append(text)
    return tuple(kept[:ACCEPTED])


def _unquotable(message_id: int, moment: Moment) -> bool:
    message = moment.by_id.get(message_id)
    return message is not None and _named(message, moment) is None


def _asked(past: Past) -> tuple[str, ...]:
    return tuple(offer.text for offer in past.offers if offer.move in ASKED and offer.text)


def _level(candidate: Candidate, moment: Moment, language: str) -> int:
    """The rung of who it is for; for a frame to the room, of the middle one of who spoke."""
    if candidate.move not in FRAMES:
        return 0
    said: dict[int, list[str]] = {}
    for each in moment.heard.spoken:
        if each.author_id is not None and not moment.heard.is_staff(each):
            said.setdefault(each.author_id, []).append(each.text)
    if candidate.to_id is not None:
        return level_of(said.get(candidate.to_id, ()), language)
    levels = sorted(level_of(texts, language) for texts in said.values())
    return levels[(len(levels) - 1) // 2] if levels else 0


def _domains(moment: Moment, language: str) -> tuple[str, ...]:
    said = (moment.heard.text(each) for each in moment.heard.spoken)
    return domains_in((moment.talk.community.name, *said), language)


def variant_of(candidate: Candidate) -> int:
    """A number that depends on the move and its anchors alone, so that a replay words the same."""
    raw = f"{candidate.move}:{candidate.anchor_ids}:{candidate.to_id}"
    return int.from_bytes(hashlib.sha256(raw.encode()).digest()[:4], "big")


def language_of(anchor: Message | None, default: str) -> str:
    """The language of the message answered where that is plain, else the community's."""
    text = plain(anchor.text) if anchor else ""
    han = len(HAN.findall(text))
    latin = len(re.findall(r"[A-Za-z]{2,}", text))
    if han > latin:
        return "zh"
    return "en" if latin >= 5 and not han else default  # noqa: PLR2004


def _around(candidate: Candidate, anchor: Message | None, moment: Moment) -> list[Message]:
    if anchor is None:
        return [each for each in moment.heard.spoken[-AROUND:] if is_human(each)]
    if candidate.move in WHOLE_THREAD:
        chosen = set(candidate.anchor_ids)
        if candidate.move in MEDIATES:
            chosen |= _began(chosen, moment)
        return [each for each in moment.talk.messages if each.id in chosen][-CITED:]
    thread = moment.thread_of.get(anchor.id)
    near = list(thread.messages) if thread else [anchor]
    place = next((at for at, each in enumerate(near) if each.id == anchor.id), 0)
    return near[max(0, place - AROUND // 2) : place + AROUND]


def _began(heated: set[int], moment: Moment) -> set[int]:
    """What a quarrel began with, and what both said between the heated lines."""
    hot = [each for each in moment.talk.messages if each.id in heated]
    if not hot:
        return set()
    said = moment.heard.in_thread(hot[0])
    both = {each.author_id for each in hot}
    before = [each.id for each in said if each.at < hot[0].at][-BEGINNING:]
    until = [each for each in said if hot[0].at < each.at < hot[-1].at]
    between = [each.id for each in until if each.author_id in both]
    link = moment.heard.links.get(hot[0].id)
    parent = {link.parent_id} if link and link.parent_id else set[int]()
    return {*before, *between, *parent}


def _lines(messages: Iterable[Message], moment: Moment) -> tuple[Line, ...]:
    return tuple(
        Line(message_id=each.id, name=name, text=each.text)
        for each in messages
        if (name := _named(each, moment)) and each.text
    )


def _named(message: Message, moment: Moment) -> str | None:
    """What the group calls the author, None where nobody may be quoted."""
    member = moment.member(message)
    return None if member is None or member.opted_out else member.name


def spoken_by(move: Move, moment: Moment) -> Member | None:
    """In whose name a draft is posted; None where it is a note, or Simmer's own."""
    return None if move.audience is Audience.FACILITATOR else speaker_of(move.speaker, moment)


def speaker_of(speaker: Speaker, moment: Moment) -> Member | None:
    """The member who speaks in a role; None where Simmer itself does."""
    if speaker is Speaker.FACILITATOR:
        return host_of(moment)
    return expert_of(moment) if speaker is Speaker.EXPERT else None


def name_of(member: Member | None) -> str | None:
    """What the group calls a member."""
    return member.name if member else None


def host_of(moment: Moment) -> Member | None:
    """Who leads the room: a facilitator before an owner before an assistant."""
    return _first(moment, (Role.FACILITATOR, Role.OWNER, Role.ASSISTANT))


def expert_of(moment: Moment) -> Member | None:
    """The expert who may be asked or may speak."""
    return _first(moment, (Role.EXPERT, Role.LEADER))


def _first(moment: Moment, roles: Iterable[Role]) -> Member | None:
    present = [each for each in moment.talk.members.values() if not each.left_at]
    for role in roles:
        for member in sorted(present, key=lambda each: each.id):
            if member.role is role and not member.opted_out:
                return member
    return None


def _addressed(candidate: Candidate, anchors: Iterable[Message], moment: Moment) -> Iterator[str]:
    """Members the draft speaks to by name: those the condition names, else the first author."""
    raw = candidate.why.facts.get("names")
    if isinstance(raw, str) and raw:
        yield from raw.split("、")
        return
    to = moment.talk.members.get(candidate.to_id or 0)
    if to is not None and not to.opted_out:
        yield to.name
        return
    for anchor in anchors:
        if name := _named(anchor, moment):
            yield name
            return


def _peers(anchor: Message, moment: Moment) -> Iterator[Line]:
    """Who said something on the same subject before: active, consenting, likeliest first."""
    wanted = words(plain(anchor.text))
    best: dict[int, tuple[float, Message]] = {}
    present = {each.author_id for each in moment.heard.spoken if moment.now - each.at <= ACTIVE}
    for said in moment.heard.spoken:
        author = said.author_id
        if author is None or author == anchor.author_id or author not in present:
            continue
        score = _nearness(wanted, said)
        if score > best.get(author, (0.0, said))[0] and said.at < moment.now:
            best[author] = (score, said)
    ranked = sorted(best.values(), key=lambda each: (-each[0], -each[1].id))
    yield from _lines([said for _, said in ranked[: PEERS * 2]], moment)[:PEERS]


def _nearness(wanted: frozenset[str], said: Message) -> float:
    """Shared content words over the root of how much was said; questions know less."""
    if said.kind is not MessageKind.TEXT:
        return 0.0
    text = plain(said.text)
    content = words(text)
    shared = len(wanted & content)
    if shared < 2:  # noqa: PLR2004
        return 0.0
    return shared / (len(content) ** 0.5) * (0.5 if cues.ASKS.search(text) else 1.0)


def _topics(moment: Moment) -> Iterator[str]:
    """What is hard for the members, in short words of their own.

    First the pain points, each in one clause; then what was asked in the last two weeks, most
    answered first.
    """
    for pain in moment.talk.pains:
        if clause := shortened(pain.said, CLAUSE[is_han(pain.said)]):
            yield clause
    recent = [each for each in moment.heard.spoken if moment.now - each.at <= ACTIVE]
    asked = [
        each
        for each in recent
        if cues.SEEKS.search(plain(each.text)) and len(each.text) <= 4 * TOPIC_CHARACTERS
    ]
    ranked = sorted(asked, key=lambda each: -len(moment.heard.answers(each)))
    for each in ranked[:TOPICS]:
        if _named(each, moment):
            yield plain(each.text)[:TOPIC_CHARACTERS]
