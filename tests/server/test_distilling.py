"""A finished thread is distilled once as it stands, and a failed one is not tried for ever."""

from datetime import timedelta

from agent.decide import linked
from community.people import Role
from community.store import jobs as rows
from community.store import messages
from server.jobs.distil import distil_ripe
from tests.server.house import House

LEASE = timedelta(minutes=1)
ASKED = "请问晚上九点以后家长在群里发消息，你们第二天怎么回？"
TOLD = "我们班定了规矩：晚上九点以后的消息第二天早上八点统一回，孩子发烧的除外。"


async def _say(house: House, role: Role, text: str, reply_to: int | None = None) -> int:
    client = await house.as_role(role)
    body = {"text": text, "key": f"key-of-{text}", "reply_to": reply_to}
    posted = await client.post(f"/api/zones/{house.zone.id}/messages", json=body)
    return posted.json()["id"]


async def _look_for_threads(house: House) -> int:
    """Ask for what is ripe; the result is how many jobs wait."""
    async with house.deps.store.read() as tx:
        talk = linked(await messages.talk(tx, house.zone.id, now=house.clock.now))
    await distil_ripe(house.deps, talk, house.clock.now)
    async with house.deps.store.read() as tx:
        return await rows.count_jobs(tx, "distil")


async def _give_up(house: House) -> None:
    async with house.deps.store.write() as tx:
        claim = await rows.claim_job(tx, now=house.clock.now, lease=LEASE)
        while claim is not None:
            if claim.job.name == "distil":
                await rows.bury_job(tx, claim, error="no")
            else:
                await rows.finish_job(tx, claim)
            claim = await rows.claim_job(tx, now=house.clock.now, lease=LEASE)


async def test_a_thread_whose_job_was_given_up_waits_until_it_goes_on(house: House) -> None:
    asked = await _say(house, Role.MEMBER, ASKED)
    house.clock.turn(minutes=2)
    await _say(house, Role.ACTIVE_MEMBER, TOLD, asked)
    house.clock.turn(hours=2)
    assert await _look_for_threads(house) == 1
    assert await _look_for_threads(house) == 1
    await _give_up(house)
    assert await _look_for_threads(house) == 0
    await _say(house, Role.MEMBER, "这条规矩我们班也定了，第一周就有家长说好。", asked)
    house.clock.turn(hours=2)
    assert await _look_for_threads(house) == 1
