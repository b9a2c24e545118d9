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
SHORT = 2
"""Letters up to which a word may do without a vowel: hr, pm, vs."""


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
    """Whether it has words, and none that could be one: no vowel, or one letter over and over.

    Abbreviations in capitals and scripts whose letters are no vowels are left alone.
    """
    words = _WORD.findall(text)
    return bool(words) and all(_is_no_word(word) for word in words)


def _is_no_word(word: str) -> bool:
    name = unicodedata.name(word[0], "")
    if not word.islower() or not name.startswith(("LATIN", "CYRILLIC", "GREEK")):
        return False
    plain = unicodedata.normalize("NFD", word)
    return len(word) > SHORT and (not _VOWEL.search(plain) or bool(_STUTTER.search(word)))


def _is_ours(letter: str) -> bool:
    return letter < "\u0250" or unicodedata.name(letter, "").startswith(("CJK", "LATIN"))


def _has_han(letters: list[str]) -> bool:
    return any(unicodedata.name(one, "").startswith("CJK") for one in letters)
