"""An article of a few claims, each on the words of one of two members, ready to be reviewed."""

from dataclasses import dataclass
from typing import Any

import httpx

from community.actions.distillations import keep_distillation
from community.actions.messages import record_message
from community.distillation import ArticleKind, Citation, Claim, ClaimKind, Distillation
from community.people import Role
from community.store import distillations as rows
from tests.server.house import House

SAID = (
    "家长晚上九点以后发的消息，我们第二天早上八点统一回。",
    "孩子发烧这种急事，班主任当晚就打电话。",
    "群公告里写清楚回复时间，家长就不催了。",
    "请假走小程序，不在群里一个一个回。",
    "家访前先发一句要聊什么，家长有准备。",
    "投诉别在群里吵，先打电话再补文字。",
    "作业通知下午五点前发完，晚上不补。",
    "每月评一次最耐心家长，群里少了一半抱怨。",
)


@dataclass(slots=True)
class Drafted:
    """A draft in a house, and short ways to look at it and decide on it."""

    house: House
    id: int

    async def expert(self) -> httpx.AsyncClient:
        """The browser of the expert."""
        return await self.house.as_role(Role.EXPERT)

    async def now(self) -> dict[str, Any]:
        """The draft as the expert sees it."""
        answer = await (await self.expert()).get(f"/api/distillations/{self.id}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def decide(
        self, claim: dict[str, Any], decision: str = "approve", **more: object
    ) -> httpx.Response:
        """Decide on a claim as shown."""
        body = {"decision": decision, "seen": claim["digest"], **more}
        return await (await self.expert()).post(f"/api/claims/{claim['id']}/review", json=body)

    async def sign(self) -> dict[str, Any]:
        """Approve whatever is open, and sign."""
        for claim in (await self.now())["claims"]:
            if claim["state"] == "open":
                assert (await self.decide(claim)).status_code == 200
        kept = [c["digest"] for c in (await self.now())["claims"] if c["state"] == "approved"]
        signed = await (await self.expert()).post(
            f"/api/distillations/{self.id}/sign", json={"seen": kept}
        )
        assert signed.status_code == 200, signed.text
        return signed.json()


async def drafted(
    house: House, many: int = 2, roles: tuple[Role, ...] = (Role.ACTIVE_MEMBER, Role.MEMBER)
) -> Drafted:
    """A draft of `many` claims, said by these people in turn."""
    claims: list[Claim] = []
    ids: list[int] = []
    async with house.deps.store.write() as tx:
        for at, text in enumerate(SAID[:many]):
            author = house.people[roles[at % len(roles)]]
            said = await record_message(
                tx,
                house.deps.queue,
                zone=house.zone,
                author=author,
                text=text,
                at=house.clock.now,
                key=f"said-{at}",
            )
            cited = Citation(message_id=said.id, start=0, end=len(text), quote=text)
            claims.append(Claim(id=0, text=text, kind=ClaimKind.EXPERIENCE, citations=(cited,)))
            ids.append(said.id)
        new = Distillation(
            id=0,
            community_id=house.community.id,
            zone_id=house.zone.id,
            root_id=ids[0],
            title="家长群什么时候回？",
            kind=ArticleKind.CHECKLIST,
            language="zh",
            claims=tuple(claims),
            message_ids=tuple(ids),
            created_at=house.clock.now,
        )
        kept = await keep_distillation(tx, new)
    return Drafted(house, kept.id)


async def live_texts(house: House) -> list[str]:
    """What may answer at this moment."""
    async with house.deps.store.read() as tx:
        found = await rows.live_distillations(tx, house.community.id)
        return [claim.text for one in found for claim in one.claims]
