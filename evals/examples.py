"""Twenty drafts of each sample community, as a facilitator would see them: docs/examples.md.

    python -m evals.examples

Every n-th offered draft of the whole replay, so that nobody chose the good ones.
"""

import asyncio
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from agent.hours import local
from agent.models.offline import OfflineModel
from agent.moves.catalogue import MOVES
from community.conversation import Talk
from community.suggestion import Audience, Candidate
from evals.drafted import Drafted, drafts_of, instants
from evals.tasks.drafts import sample_talks
from server.locales import sentence

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "examples.md"
SHOWN = 20
LONGEST = 90
"""Characters of a message that is answered."""
HEAD = """# Twenty drafts of each sample, unchosen

What the queue held while the five weeks of both sample communities were replayed with no model, no
key and no network: every n-th draft, whatever it looks like. `make docs` writes this page anew.
"""


async def _found() -> list[tuple[Talk, tuple[Drafted, ...]]]:
    return [
        (talk, await drafts_of(talk, instants(talk), OfflineModel()))
        for talk in await sample_talks()
    ]


def page(found: Sequence[tuple[Talk, Sequence[Drafted]]]) -> str:
    """The page for both communities."""
    return "\n".join([HEAD, *(line for talk, drafts in found for line in _section(talk, drafts))])


def _section(talk: Talk, drafts: Sequence[Drafted]) -> Iterator[str]:
    offered = [each for each in drafts if each.offered]
    yield f"## {talk.community.name}\n"
    yield f"{len(offered)} drafts over {len(talk.messages)} messages; {SHOWN} of them:\n"
    for place in range(min(SHOWN, len(offered))):
        yield from _entry(place + 1, offered[place * len(offered) // SHOWN], talk)


def _entry(number: int, each: Drafted, talk: Talk) -> Iterator[str]:
    language, candidate = talk.community.language, each.decided.choice.candidate
    assert candidate is not None
    assert each.draft is not None
    names = json.loads(
        (ROOT / "server" / "locales" / language / "web.json").read_text(encoding="utf-8")
    )
    when = local(each.at, talk.community.timezone).strftime("%m-%d %H:%M")
    private = MOVES[each.move].audience is not Audience.PUBLIC
    mark = (" · 私下" if language == "zh" else " · in private") if private else ""
    yield f"### {number}. {names[f'move.{each.move}']}{mark} · {when}\n"
    yield f"*{sentence(language, f'why.{candidate.why.code}', candidate.why.facts)}*\n"
    yield from _answered(candidate, talk)
    yield "\n".join(f"    {line}" for line in each.draft.text.splitlines()) + "\n"


def _answered(candidate: Candidate, talk: Talk) -> Iterator[str]:
    said = next((one for one in talk.messages if one.id in candidate.anchor_ids[:1]), None)
    if said is None or said.author_id is None or talk.members[said.author_id].opted_out:
        return
    words = " ".join(said.text.split())
    words = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    yield f"> **{talk.members[said.author_id].name}**: {words}\n"


if __name__ == "__main__":
    PAGE.write_text(page(asyncio.run(_found())), encoding="utf-8")
