"""How names of towns are compared: as spelled, and by the class of spellings that they are of.

A class holds the ways in which one name is written in Latin letters: "Kharkiv" and "Kharkov",
"Luhansk" and "Lugansk", "Deir ez-Zor" and "Dayr az Zawr". Rules make it, no list of names.
Different names can be of one class, so it serves only where no spelling is the very same.
"""

from __future__ import annotations

import re
import unicodedata


def key(name: str) -> str:
    """How spellings are compared: without case, accents, hyphens, apostrophes and spaces.

    Ways to write the same Cyrillic letters in Latin ones come out alike: "Avdeyevka" and
    "Avdeevka", "Krasnyi" and "Krasny".
    """
    bare = _SOFT_J.sub("i", _NOT_LETTERS.sub("", _bare(name)))
    return _I_BEFORE_E.sub("e", _MANY_I.sub("i", bare))


def classes(name: str) -> frozenset[str]:
    """The classes that a name is of: one, and a second one where its "q" may stand for a "g".

    "Qubadli" is written "Gubadly" and "Qamishli" is written "Kamishli". Short names are too like
    each other, and the rules are for Latin letters: all others are in a class with their key alone.
    """
    alone = frozenset({f"={key(name)}"})
    bare = _bare(name)
    words = [word for part in _GAPS.split(bare) if (word := _NOT_LETTERS.sub("", part))]
    joined = "".join(_without_articles(words))
    if not _LATIN.fullmatch(joined):
        return alone
    sounds = {_sound(joined), _sound(joined.replace("q", "g"))}
    return alone if min(map(len, sounds)) < _SHORT else frozenset(sounds)


_LETTERS = str.maketrans("ıłøđəæ", "ilodea")
# Combining marks are no letters, apostrophes that count as letters are named.
_NOT_LETTERS = re.compile(r"[^\w]+|[ʰ-˿ᴬ-ᵪ_]+")
_GAPS = re.compile(r"[\s‐‑–.-]+")
_LATIN = re.compile(r"[a-z0-9]+")
# "Ljubimivka" is "Liubymivka", but the "j" of "Manbij" is a sound of its own.
_SOFT_J = re.compile("(?<=[bcfghklmnprstvwxz])j")
_MANY_I = re.compile("[iy]+")
_I_BEFORE_E = re.compile("ie")

_SHORT = 5
_SAINTS = frozenset({"saint", "sainte", "sankt", "ste"})
# The Arabic article: "al" before any word, "ash" only before one that begins with "sh".
_ARTICLE = re.compile(r"[aeu](sh|[dlnrstz])")
_GLUED = re.compile(r"[aeu](?:l(?=.)|sh(?=sh)|([dnrstz])(?=\1))")

# In this order, letters before endings and vowels, and again until nothing changes: each shortens
# the word or moves a letter towards the one that stands for its class.
_SOUNDS = tuple(
    pair.split()
    for pair in "dzh j/dj j/tch ch/ph p/kh x/gh h/g h/zh z/th t/dh d/q k/w u/y i".split("/")
)
_ENDINGS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        # "-iv" and "-ov", "-ivka" and "-evka".
        ("(?<=[a-z])[aeiou]+v(?=[^aeiou]|$)", "v"),
        # "Raqqa" and "Raqqah", "Krasne" and "Krasnoye", "Bilohorivka" and "Bilohorivky".
        ("(?<=[a-z]{2}[^aeiou])[aeiou]+h?$", ""),
        ("oo|ou|au", "u"),
        ("[ae]i(?![aeiou])|ee|ea|ae", "i"),
        # "Kupiansk", "Kupyansk" and "Kupansk".
        ("i(?=[aeou])", ""),
    )
)
_DOUBLED = re.compile(r"([a-z])\1+")


def _bare(name: str) -> str:
    return unicodedata.normalize("NFKD", name).casefold().translate(_LETTERS)


def _without_articles(words: list[str]) -> list[str]:
    kept = []
    for at, word in enumerate(words):
        follows = words[at + 1] if at + 1 < len(words) else ""
        article = _ARTICLE.fullmatch(word)
        if follows and (word in ("al", "el", "ul") or (article and follows.startswith(article[1]))):
            continue
        kept.append("st" if word in _SAINTS and follows else _unglued(word))
    return kept


def _unglued(word: str) -> str:
    """ "Ezzor" is "ez-Zor", and "Albab" is "Al-Bab"; other names lose as much everywhere."""
    glued = _GLUED.match(word)
    return word[glued.end() :] if glued else word


def _sound(word: str) -> str:
    while (simpler := _simpler(word)) != word:
        word = simpler
    return word


def _simpler(word: str) -> str:
    word = _SOFT_J.sub("i", word)
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    for pattern, sound in _ENDINGS:
        word = pattern.sub(sound, word)
    return _DOUBLED.sub(r"\1", word.replace("e", "i").replace("o", "u"))
