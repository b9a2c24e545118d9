"""What tokens cost in money, where the person who runs the server has set prices."""

from dataclasses import dataclass

from community.suggestion import Usage
from server.settings import Settings

MILLION = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """Money for a million tokens read and written, in one currency."""

    tokens_in: float
    tokens_out: float
    currency: str

    def of(self, usage: Usage) -> float:
        """What a usage cost."""
        cost = usage.tokens_in * self.tokens_in + usage.tokens_out * self.tokens_out
        return cost / MILLION


def prices_of(settings: Settings) -> Prices | None:
    """The prices, None unless both are set."""
    if settings.llm_price_in is None or settings.llm_price_out is None:
        return None
    return Prices(
        tokens_in=settings.llm_price_in,
        tokens_out=settings.llm_price_out,
        currency=settings.llm_currency,
    )
