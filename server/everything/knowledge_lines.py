"""What was learned, asked, decided and put on the shelf, one object a line."""

from collections.abc import Iterator, Mapping, Sequence

from agent.answering.showing import may_show
from agent.listening.names import Names
from community.agreement import Consent, ConsentKind
from community.conversation import Message
from community.distillation import Distillation
from community.people import Member
from community.question import Question
from community.resource import Resource
from community.review import Review
from community.suggestion import Suggestion
from server.everything.talk_lines import Line
from server.everything.veil import Veil, pseudonym


def member_lines(members: Sequence[Member]) -> Iterator[Line]:
    """Everybody; who opted out by a number alone. What is guessed of people is kept nowhere."""
    for each in members:
        yield {
            "id": each.id,
            "name": pseudonym(each) if each.opted_out else each.name,
            "aliases": [] if each.opted_out else list(each.aliases),
            "platform_id": None if each.opted_out else each.external_id,
            "role": each.role.value,
            "joined_at": each.joined_at.isoformat() if each.joined_at else None,
            "left_at": each.left_at.isoformat() if each.left_at else None,
            "opted_out": each.opted_out,
        }


def consent_lines(given: Sequence[Consent], veil: Veil) -> Iterator[Line]:
    """What members agreed to and took back; birthdays stay here."""
    for each in given:
        if not veil.is_hidden(each.member_id):
            yield {
                "member": each.member_id,
                "kind": each.kind.value,
                "value": {} if each.kind is ConsentKind.MILESTONE else dict(each.value),
                "given_at": each.given_at.isoformat(),
                "revoked_at": each.revoked_at.isoformat() if each.revoked_at else None,
            }


def article_lines(articles: Sequence[Distillation], veil: Veil) -> Iterator[Line]:
    """Articles in every state, without their claims."""
    for each in articles:
        yield {
            "id": each.id,
            "title": veil.text(each.title),
            "kind": each.kind.value,
            "language": each.language,
            "topic": each.topic,
            "state": each.state.value,
            "version": each.version,
            "engine": each.engine,
            "messages": list(each.message_ids),
            "open_questions": [veil.text(text) for text in each.open_questions],
            "created_at": each.created_at.isoformat(),
            "signed_by": each.signed_by_id,
            "signed_at": each.signed_at.isoformat() if each.signed_at else None,
            "verify_by": each.verify_by.isoformat() if each.verify_by else None,
            "superseded_by": each.superseded_by_id,
        }


def claim_lines(
    articles: Sequence[Distillation], said: Mapping[int, Message], veil: Veil
) -> Iterator[Line]:
    """Claims in their order; one that rests on hidden words has no text."""
    for article in articles:
        for position, claim in enumerate(article.claims):
            cited = [each.message_id for each in claim.citations]
            text = veil.told(claim.text, cited, said)
            yield {
                "id": claim.id,
                "article": article.id,
                "position": position,
                "text": text,
                "withheld": text is None,
                "kind": claim.kind.value,
                "state": claim.state.value,
                "supported": claim.supported,
                "problems": list(claim.problems),
                "own_words": claim.own_words,
                "reviewer": claim.reviewer_id,
                "reason": claim.reason,
            }


def citation_lines(
    articles: Sequence[Distillation], said: Mapping[int, Message], veil: Veil
) -> Iterator[Line]:
    """The exact words claims rest on: `quote` is `start` to `end` of the message; none hidden."""
    for claim in (claim for article in articles for claim in article.claims):
        for each in claim.citations:
            source = said.get(each.message_id)
            if source is not None and source.to_id is None and not veil.is_hidden(source.author_id):
                yield {
                    "claim": claim.id,
                    "message": each.message_id,
                    "start": each.start,
                    "end": each.end,
                    "quote": veil.text(each.quote),
                }


def review_lines(decided: Sequence[Review], veil: Veil) -> Iterator[Line]:
    """Who decided what and when; edits in words are in the texts they led to."""
    for each in decided:
        yield {
            "id": each.id,
            "subject": each.subject.value,
            "subject_id": each.subject_id,
            "member": each.member_id,
            "decision": each.decision.value,
            "reason": veil.text(each.reason or "", each.member_id) or None,
            "at": each.at.isoformat(),
            "undone_at": each.undone_at.isoformat() if each.undone_at else None,
        }


def question_lines(asked: Sequence[Question], veil: Veil, known: Names) -> Iterator[Line]:
    """What the library was asked and which claims answered it, by name where it was passed on so.

    What nobody passed on is in it as those who look after questions may read it.
    """
    for each in asked:
        if not (each.passed_to or may_show(each.whole, known)):
            continue
        answer = each.answer
        yield {
            "id": each.id,
            "member": each.member_id if each.is_named else None,
            "text": veil.text(each.text, each.member_id),
            "at": each.at.isoformat() if each.is_named else None,
            "state": each.state.value,
            "answered": answer.answered,
            "sentences": [veil.text(one.text) for one in answer.sentences],
            "citations": [
                {"article": one.distillation_id, "claims": list(one.claim_ids)}
                for one in answer.citations
            ],
            "feedback": each.feedback,
        }


def suggestion_lines(
    offered: Sequence[Suggestion], said: Mapping[int, Message], veil: Veil
) -> Iterator[Line]:
    """Drafts and what became of them; a private one is without its words."""
    for each in offered:
        open_text = veil.told(each.text, each.anchor_ids, said)
        private = each.to_id is not None
        yield {
            "id": each.id,
            "zone": each.zone_id,
            "move": each.move,
            "lane": each.lane.value,
            "audience": each.audience.value,
            "speaker": each.speaker.value,
            "state": each.state.value,
            "text": None if private else open_text,
            "anchors": list(each.anchor_ids),
            "why": {"code": each.why.code},
            "engine": each.engine,
            "created_at": each.created_at.isoformat(),
        }


def resource_lines(shelf: Sequence[Resource], veil: Veil) -> Iterator[Line]:
    """The resource shelf."""
    for each in shelf:
        yield {
            "id": each.id,
            "title": veil.text(each.title),
            "url": each.url,
            "note": veil.text(each.note or "") or None,
            "topic": each.topic,
            "week": each.week,
            "audience": each.audience.value,
            "rights": veil.text(each.rights),
            "added_by": each.added_by_id,
            "added_at": each.added_at.isoformat(),
        }
