"""Codes of the domain, said in the language of the person who reads them."""

from pydantic import BaseModel

from community.suggestion import Why
from server.locales import sentence


class Spoken(BaseModel):
    """A reason: its code, the sentence for people, and the facts in it."""

    code: str
    text: str
    facts: dict[str, str | int | float | bool | None]


def spoken(why: Why, language: str) -> Spoken:
    """A reason in a sentence."""
    text = sentence(language, f"why.{why.code}", why.facts)
    return Spoken(code=why.code, text=text, facts=dict(why.facts))
