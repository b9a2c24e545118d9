"""A message that asks the library → Simmer's reply with its sources, or an honest refusal."""

from community.actions.questions import ask_question
from community.conversation import Message
from community.people import Community
from community.question import Answer
from community.store import communities, messages
from server.locales import sentence
from server.mentions import question_in
from server.work import Work

NEAREST = 2
"""Articles named where nothing answers."""


async def answer(work: Work) -> None:
    """Answer one message of the room from Simmer's own account."""
    async with work.deps.store.read() as tx:
        said = await messages.message(tx, work.number("message"))
        home = None if said is None else await communities.community(tx, said.community_id)
    if said is None or home is None or said.author_id is None or said.recalled_at is not None:
        return
    asked = question_in(said.text)
    if asked is None:
        return
    given = await (await work.deps.thinking()).ask(home, asked, work.now)
    async with work.finishing() as change:
        kept = await ask_question(
            change.tx,
            community_id=home.id,
            member_id=said.author_id,
            text=asked,
            answer=given,
            at=work.now,
            zone_id=said.zone_id,
        )
        change.tell("question", home.id, kept.id, said.zone_id)
        reply = await messages.insert_message(
            change.tx, _reply(said, home, given, work), f"answer:{said.id}"
        )
        if reply is not None:
            change.tell("message", home.id, reply.id, said.zone_id)


def _reply(said: Message, home: Community, given: Answer, work: Work) -> Message:
    return Message(
        id=0,
        community_id=home.id,
        zone_id=said.zone_id,
        author_id=None,
        at=work.now,
        text=worded(given, home.language),
        reply_to_id=said.id,
        by_simmer=True,
    )


def worded(given: Answer, language: str) -> str:
    """An answer as a message: its sentences with numbers, then whose word each number is."""
    if not given.answered:
        return _refusal(given, language)
    gap = "" if language == "zh" else " "
    body = gap.join(
        each.text + "".join(f"[{number}]" for number in each.numbers) for each in given.sentences
    )
    sources = [
        sentence(
            language,
            "room.source",
            {"number": each.number, "title": each.title, "signer": each.signed_by},
        )
        for each in given.citations
    ]
    return "\n".join([body, *sources])


def _refusal(given: Answer, language: str) -> str:
    lines = [sentence(language, "room.nobody_knows", {})]
    if given.nearest:
        titles = [title for _, title in given.nearest[:NEAREST]]
        joined = "、".join(titles) if language == "zh" else "; ".join(titles)
        lines.append(sentence(language, "room.nearest", {"titles": joined}))
    return "\n".join(lines)
