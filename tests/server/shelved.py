"""A signed article of one sentence on one message, made without the review page."""

from community.actions.articles import sign_article
from community.actions.distillations import keep_distillation
from community.actions.messages import record_message
from community.conversation import Message
from community.distillation import (
    ArticleKind,
    Citation,
    Claim,
    ClaimKind,
    ClaimState,
    Distillation,
)
from community.people import Role
from tests.server.house import House

RULE = "家长群晚上九点以后的消息第二天早上八点统一回。"


def _one_claim(house: House, title: str, said: Message) -> Distillation:
    cited = Citation(message_id=said.id, start=0, end=len(said.text), quote=said.text)
    claim = Claim(
        id=0,
        text=said.text,
        kind=ClaimKind.EXPERIENCE,
        citations=(cited,),
        state=ClaimState.APPROVED,
    )
    return Distillation(
        id=0,
        community_id=house.community.id,
        zone_id=house.zone.id,
        root_id=said.id,
        title=title,
        kind=ArticleKind.FAQ,
        language="zh",
        claims=(claim,),
        message_ids=(said.id,),
        created_at=house.clock.now,
    )


async def article_of(house: House, title: str, text: str) -> Distillation:
    """An article signed by the expert, on one message of an active member."""
    now, author = house.clock.now, house.people[Role.ACTIVE_MEMBER]
    async with house.deps.store.write() as tx:
        said = await record_message(
            tx, house.deps.queue, zone=house.zone, author=author, text=text, at=now, key=title
        )
        kept = await keep_distillation(tx, _one_claim(house, title, said))
        return await sign_article(
            tx,
            house.deps.queue,
            distillation_id=kept.id,
            by=house.people[Role.EXPERT].id,
            at=now,
            seen=[each.digest for each in kept.approved],
        )
