"""From which chance a classifier speaks in a community: its own choice, or the default."""

from collections.abc import Mapping
from typing import Literal

OFFENCE = 0.85
"""Of what is flagged from here on .97 are offences among hard cases; from .5 on .94."""
ADVERT = 0.6
"""Of five-fold scores of the read cases .988 are right from here on, and .947 are found."""
DEFAULTS: Mapping[str, float] = {"offence_threshold": OFFENCE, "advert_threshold": ADVERT}


def threshold_of(
    settings: Mapping[str, object], name: Literal["offence_threshold", "advert_threshold"]
) -> float:
    """A chance a community chose; the default where it is no number."""
    value = settings.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0:
        return float(value)
    return DEFAULTS[name]
