"""Codes of the domain, said in the language of the person who reads them."""

from dataclasses import replace

from pydantic import BaseModel

from community.contest import HELP
from community.people import RUNNING, Member
from community.suggestion import Why
from server.locales import sentence


class Spoken(BaseModel):
    """A reason: its code, the sentence for people, and the facts in it."""

    code: str
    text: str
    facts: dict[str, str | int | float | bool | None]


def reason_for(reader: Member, why: Why, language: str) -> Spoken:
    """A reason as this reader may see it: readings of members stay with who runs the group."""
    suits = why.facts.get(HELP)
    facts = {name: fact for name, fact in why.facts.items() if name != HELP}
    if suits is None or reader.role not in RUNNING:
        return spoken(replace(why, facts=facts), language)
    said = spoken(why, language)
    more = sentence(language, f"why.{HELP}_{suits}", {})
    return said.model_copy(update={"text": said.text + (" " if language == "en" else "") + more})


def spoken(why: Why, language: str) -> Spoken:
    """A reason in a sentence."""
    text = sentence(language, f"why.{why.code}", why.facts)
    return Spoken(code=why.code, text=text, facts=dict(why.facts))
