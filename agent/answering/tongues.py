"""Whether a question is in a language the product does not speak: unanswered, it is told so.

What is in no language at all is not looked up.

Scripts are told by their characters; of the languages in Latin letters the commonest are told by
their smallest words. Pure.
"""

import re
import unicodedata

FOREIGN = 0.3
"""Share of letters of another script from which a text is in another language."""
LEAST = 2
"""Small words of another language, no English one among them, that give it away."""
_SMALL_ENGLISH = """
the a an of in on to for and or is are was do does did how what when where why who which can
should i we you my our it with this that not if there have has
"""
_SMALL_OTHERS = """
el la los las una por qué cómo dónde cuándo cuánto quién puedo para con del está son es que
le les des une où quand pourquoi comment combien est dans avec sur je nous vous qui quel quelle
peut pas du au der das ein eine wie wo wann warum wer ist sind ich wir und nicht mit für auf dem
den kann il lo gli come dove quando perché chi sono è per di uma onde como quem não de het een
hoe waar wanneer waarom zijn niet
"""
_ENGLISH = frozenset(_SMALL_ENGLISH.split())
_OTHERS = frozenset(_SMALL_OTHERS.split())
_WORD = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile(r"[aeiouyаеёиоуыэюяαεηιουω]", re.IGNORECASE)
_STUTTER = re.compile(r"(.)\1\1")
_CROWD = re.compile(r"[^aeiouy]{6}")
SHORT = 4
"""Letters up to which a word may do without a vowel: vs, sql, hrbp."""
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_KEYS = "|".join(
    side[start:end]
    for row in _ROWS
    for side in (row, row[::-1])
    for start in range(len(row))
    for end in range(len(row), start + 2, -1)
)
_DRUMMED = re.compile(rf"(?=\w{{4}})(?:{_KEYS})+$")
"""Runs of three and more neighbouring keys: qwerty, asdfasdf."""
_NOISE = re.compile(
    r"(?:ha|he|hi|ho|hia|hei|xi|ja){2,}h?|h*(?:a+h+|u+h+)|l+o+l+z*|e+m{2,}|h+m+|o{3,}h*"
)
_SOUNDS = frozenset("哈呵嘿嘻嗯啊哦噢喔唉哎诶欸呃额呜哇嗷咳嚯嘎咯吼嗨嘤啦哼呀")
ONCE_MORE = 3
"""Times one sign alone stands in a row before it is no word."""


def is_foreign(text: str) -> bool:
    """Whether it is written in a language other than Chinese and English."""
    letters = [one for one in text if one.isalpha()]
    other = sum(not _is_ours(one) for one in letters)
    if letters and other / len(letters) > FOREIGN:
        return True
    words = [word.lower() for word in _WORD.findall(text) if word[0] < "\u0250"]
    ours = sum(word in _ENGLISH for word in words)
    theirs = len({word for word in words if word in _OTHERS})
    return not _has_han(letters) and theirs >= LEAST and theirs > ours


def is_gibberish(text: str) -> bool:
    """Whether it has words, and none that could be one.

    Such are letters without a vowel or in a crowd, one letter over and over, keys drummed on, and
    mere sounds in both languages. Short ones without a vowel may be abbreviations; those in
    capitals and scripts whose letters are no vowels are left alone.
    """
    words = _WORD.findall(text)
    return bool(words) and all(_is_no_word(word) for word in words)


def _is_no_word(word: str) -> bool:
    if _has_han([*word]):
        return _is_sound(word)
    name = unicodedata.name(word[0], "")
    if not word.islower() or not name.startswith(("LATIN", "CYRILLIC", "GREEK")):
        return False
    if _DRUMMED.match(word) or _NOISE.fullmatch(word):
        return True
    plain = unicodedata.normalize("NFD", word)
    bare = not _VOWEL.search(plain)
    crowded = word.isascii() and bool(_CROWD.search(word))
    return bool(_STUTTER.search(word)) or crowded or (bare and len(word) > SHORT)


def _is_sound(word: str) -> bool:
    """Whether Chinese signs only laugh and sigh, or say one sign over and over."""
    return set(word) <= _SOUNDS or (len(word) >= ONCE_MORE and len(set(word)) == 1)


def _is_ours(letter: str) -> bool:
    return letter < "\u0250" or unicodedata.name(letter, "").startswith(("CJK", "LATIN"))


def _has_han(letters: list[str]) -> bool:
    return any(unicodedata.name(one, "").startswith("CJK") for one in letters)
