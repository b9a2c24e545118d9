"""simmer ask: ask a community's signed library, exactly from SQL, server or not."""

import argparse
import json

from community.question import Answer
from server.deps import Deps
from server.differences import differences_told, with_differences
from server.finding import community_called
from server.platform_ids import platform_ids
from server.terminal import run_beside, said, tongue


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what is asked, and whom."""
    parser.add_argument("question")
    parser.add_argument("--community", required=True, help="short name or name of the community")
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")


def run(arguments: argparse.Namespace) -> int:
    """Ask and print; a refusal is an answer too, so the exit code is 0."""

    async def ask(deps: Deps) -> int:
        async with deps.store.read() as tx:
            home = await community_called(tx, arguments.community)
        thinking = await deps.thinking()
        await thinking.library.catch_up()
        given = await thinking.ask(home, arguments.question, deps.clock())
        async with deps.store.read() as tx:
            given = await with_differences(tx, home, given)
            cited = {id_ for each in given.citations for id_ in each.message_ids}
            names = await platform_ids(tx, cited)
        if arguments.json:
            print(json.dumps(as_json(given, names), ensure_ascii=False))
        else:
            print("\n".join(as_text(given)))
        return 0

    return run_beside(ask)


def as_json(given: Answer, names: dict[int, str]) -> dict[str, object]:
    """An answer for machines; messages go by the platform's ids."""
    return {
        "answered": given.answered,
        "sentences": [
            {"text": each.text, "numbers": list(each.numbers)} for each in given.sentences
        ],
        "citations": [
            {
                "number": each.number,
                "article_id": each.distillation_id,
                "title": each.title,
                "passage": each.passage,
                "signed_by": each.signed_by,
                "signed_at": each.signed_at.isoformat(),
                "message_ids": [names[id_] for id_ in each.message_ids if id_ in names],
            }
            for each in given.citations
        ],
        "differences": [
            {"numbers": list(each.numbers), "keepers": list(each.keepers)}
            for each in given.differences
        ],
        "nearest": [{"id": id_, "title": title} for id_, title in given.nearest],
        "engine": given.engine,
        "failure": given.failure,
    }


def as_text(given: Answer) -> list[str]:
    """An answer for people."""
    if not given.answered:
        nearest = [f"  · {title}" for _, title in given.nearest]
        return [said("ask.nobody_knows"), *nearest]
    lines = [
        each.text + "".join(f"[{number}]" for number in each.numbers) for each in given.sentences
    ]
    sources = [
        said("ask.source", number=each.number, title=each.title, signer=each.signed_by)
        for each in given.citations
    ]
    return [*lines, *differences_told(given, tongue()), "", *sources]
