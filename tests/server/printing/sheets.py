"""Articles made of what named members said, and the desk they are printed from."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from community.agreement import Consent, ConsentKind
from community.conversation import Message
from community.distillation import ArticleKind, Citation, Claim, ClaimKind, Distillation
from community.people import Member, Role
from server.printing.outside import Words
from server.printing.standing import Desk, desk_of
from server.shelving import Shelf
from tests.builders import MONDAY, a_community, a_member, a_zone, said

ANN, BO = a_member(1, "阿敏"), a_member(2, "尹倩")
GU = a_member(3, "顾老师", Role.EXPERT)
CHEN = a_member(4, "陈默")
ADDRESS = "https://simmer.example.org/c/group/library/1"
ROOT = 900
Said = Sequence[tuple[Member, str]]


def article_of(
    title: str, *claims: Said, kind: ArticleKind = ArticleKind.FAQ, language: str = "zh"
) -> tuple[Distillation, dict[int, Message]]:
    """An article whose claims run together what members said, as distilling writes them."""
    messages: dict[int, Message] = {}
    made: list[Claim] = []
    for at, turns in enumerate(claims, 1):
        cited: list[Citation] = []
        for member, text in turns:
            id_ = len(messages) + 1
            messages[id_] = replace(said(id_, member, text), at=MONDAY + timedelta(minutes=id_))
            cited.append(Citation(message_id=id_, start=0, end=len(text), quote=text))
        joint = "；" if language == "zh" else " … "
        text = joint.join(text for _, text in turns)
        made.append(Claim(id=at, text=text, kind=ClaimKind.FACT, citations=tuple(cited)))
    article = Distillation(
        id=1,
        community_id=1,
        zone_id=1,
        root_id=ROOT,
        title=title,
        kind=kind,
        language=language,
        claims=tuple(made),
        message_ids=tuple(messages),
        created_at=MONDAY,
        signed_by_id=GU.id,
        signed_at=MONDAY,
        verify_by=MONDAY + timedelta(days=90),
    )
    return article, messages


def changed(article: Distillation, claim_id: int, **fields: object) -> Distillation:
    """The same article with one claim otherwise."""
    claims = tuple(
        replace(claim, **fields) if claim.id == claim_id else claim  # pyright: ignore[reportArgumentType]
        for claim in article.claims
    )
    return replace(article, claims=claims)


def a_desk(
    article: Distillation,
    messages: dict[int, Message],
    *,
    language: str = "zh",
    **fields: object,
) -> Desk:
    """A desk with one article on it."""
    given: dict[str, object] = {
        "home": a_community(language),
        "articles": (article,),
        "topics": {article.id: "家校"},
        "people": {member.id: member for member in (ANN, BO, GU, CHEN)},
        "consents": {},
        "quotes": {},
        "said": messages,
        "zones": {1: a_zone()},
        "answered": {},
        "kept_in": frozenset[int](),
    }
    shelf = Shelf(**(given | fields))  # pyright: ignore[reportArgumentType]
    return desk_of(shelf, Words(language=language))


def credit(member: Member, shape: str, nickname: str = "") -> Consent:
    """What somebody agreed to be called outside."""
    return Consent(
        id=member.id,
        community_id=1,
        member_id=member.id,
        kind=ConsentKind.CREDIT,
        given_at=MONDAY,
        value={"shape": shape, "nickname": nickname},
    )
