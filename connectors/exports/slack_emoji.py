"""Slack's short names of the commonest emoji; others keep their name between colons."""

import re

EMOJI = {
    "+1": "👍", "thumbsup": "👍", "-1": "👎", "thumbsdown": "👎", "heart": "❤️", "tada": "🎉",
    "joy": "😂", "laughing": "😆", "smile": "😄", "simple_smile": "🙂",
    "slightly_smiling_face": "🙂",
    "grin": "😁", "wink": "😉", "heart_eyes": "😍", "thinking_face": "🤔", "eyes": "👀",
    "raised_hands": "🙌", "clap": "👏", "pray": "🙏", "muscle": "💪", "ok_hand": "👌",
    "wave": "👋", "point_up": "☝️", "fire": "🔥", "100": "💯", "rocket": "🚀", "star": "⭐",
    "white_check_mark": "✅", "heavy_check_mark": "✔️", "x": "❌", "warning": "⚠️", "bulb": "💡",
    "cry": "😢", "sob": "😭", "sweat_smile": "😅", "sunglasses": "😎", "rofl": "🤣",
    "hugging_face": "🤗", "hug": "🤗", "party_popper": "🎉", "birthday": "🎂", "coffee": "☕",
    "beers": "🍻", "trophy": "🏆", "sparkles": "✨", "handshake": "🤝", "question": "❓",
}  # fmt: skip

SHORT = re.compile(r"(?<![a-zA-Z0-9_/]):([a-z0-9_+'-]+):(?::skin-tone-\d:)?(?![a-zA-Z0-9_])")
"""A short name in a text; between digits or in an address a colon means something else."""


def with_emoji(text: str) -> str:
    """The text with its emoji shown; names Slack's own users gave stay as they are."""
    return SHORT.sub(lambda found: EMOJI.get(found[1], found[0]), text)


def emoji_of(name: str) -> str:
    """The emoji of this short name, without its skin tone."""
    short = name.split("::", maxsplit=1)[0]
    return EMOJI.get(short, f":{short}:"[:40])
