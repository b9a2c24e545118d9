"""The five kinds of failure. Each carries a code and facts; the sentence is in the locales.

SimmerError
├── NotFound      what was asked for is not here, or not for this person
├── Conflict      somebody else was first, or the state no longer allows it
├── NotAllowed    this person may not do this
├── Invalid       the input cannot be used; the code says what to change
└── ModelFailed   a model gave nothing usable; the caller may fall back
"""

Fact = str | int | float | bool | None


class SimmerError(Exception):
    """A failure with a code that the locales turn into a sentence, and the facts it names."""

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


class NotFound(SimmerError):
    """What was asked for is not here, or not for this person."""


class Conflict(SimmerError):
    """Somebody else was first, or the state no longer allows it."""


class NotAllowed(SimmerError):
    """This person may not do this."""


class Invalid(SimmerError):
    """The input cannot be used; the code says what to change."""


class ModelFailed(SimmerError):
    """A model gave nothing usable; the caller may fall back."""
