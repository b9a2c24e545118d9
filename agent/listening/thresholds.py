"""From which chance a classifier speaks in a community: its own choice, or the default."""

from collections.abc import Mapping
from typing import Literal

OFFENCE = 0.5
ADVERT = 0.5
DEFAULTS: Mapping[str, float] = {"offence_threshold": OFFENCE, "advert_threshold": ADVERT}


def threshold_of(
    settings: Mapping[str, object], name: Literal["offence_threshold", "advert_threshold"]
) -> float:
    """A chance a community chose; the default where it is no number."""
    value = settings.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0:
        return float(value)
    return DEFAULTS[name]
