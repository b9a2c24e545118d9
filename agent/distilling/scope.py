"""All, always, never: how far a claim goes. It may not go further than its source."""

import re

_EVERY = re.compile(
    r"所有的?|全部|一律|任何|每一?[个位人次]|凡是|永远|总是|从来|一直都|人人|大家都|必然|百分之?百"
    r"|\b(?:all|every|everyone|everybody|always|never|any(?:one|body)?|each|entire|whole)\b",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"\b(?:at all|all right|after all|all hands|first of all|in all|any more|anymore|if any)\b",
    re.IGNORECASE,
)


def goes_further(said: str, source: str) -> bool:
    """Whether a claim speaks of all or of always where nothing of what it rests on does."""
    return _goes_far(said) and not _goes_far(source)


def _goes_far(text: str) -> bool:
    return _EVERY.search(_NOT_ALL.sub(" ", text)) is not None
