"""What two drafts have in common: their skeleton."""

import re

QUOTED = re.compile(r"“[^”]*”|「[^」]*」|『[^』]*』|\"[^\"\n]*\"")
NAMED = re.compile(r"@[^\s,，。:：;；!！?？、]+")
LETTERED = re.compile(r"([A-D1-4])[.、 ]\s?[^A-D\n?？。;；]{1,48}")


def skeleton(text: str) -> str:
    """A draft with names, quotes, options and numbers taken out: what a machine would repeat."""
    bare = QUOTED.sub("“”", text)
    bare = NAMED.sub("@", bare)
    bare = LETTERED.sub(r"\1", bare)
    return re.sub(r"\d+(?:[.:]\d+)*|\s+", "", bare).lower()
