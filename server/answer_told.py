"""An answer as a message or plain text: sentences with numbers, and whose word each number is."""

from agent.answering.turns import lead_of
from community.question import Answer
from server.differences import differences_told
from server.locales import sentence

NEAREST = 2
"""Articles named where nothing answers."""


def told_as_text(given: Answer) -> str:
    """The sentences with their numbers; what one says stands on a line of its own."""
    text = ""
    for each in given.sentences:
        said = each.text + "".join(f"[{number}]" for number in each.numbers)
        gap = "\n" if lead_of(each.text)[0] else " " if each.text[:1].isascii() else ""
        text += (gap if text else "") + said
    return text


def answer_told(given: Answer, language: str) -> str:
    """An answer as a message: sentences with numbers, what differs, whose word each number is."""
    if not given.answered:
        return _refusal(given, language)
    body = told_as_text(given)
    sources = [
        sentence(
            language,
            "room.source_due" if each.due else "room.source",
            {"number": each.number, "title": each.title, "signer": each.signed_by},
        )
        for each in given.citations
    ]
    return "\n".join([body, *differences_told(given, language), *sources])


def _refusal(given: Answer, language: str) -> str:
    lines = [sentence(language, "room.nobody_knows", {})]
    if given.nearest:
        titles = [title for _, title in given.nearest[:NEAREST]]
        joined = "、".join(titles) if language == "zh" else "; ".join(titles)
        lines.append(sentence(language, "room.nearest", {"titles": joined}))
    return "\n".join(lines)
