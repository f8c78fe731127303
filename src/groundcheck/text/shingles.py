"""Words of a text without its typing, and runs of them, by which texts are found alike."""

from __future__ import annotations

import re
import unicodedata

from groundcheck.text.header import find_header

LENGTH = 6
"""Words in a shingle: long enough that few stand in two texts by chance."""

_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:'[^\W_]+)*")
_PERCENT = re.compile(r"\bper ?cent\b")
_APOSTROPHES = str.maketrans("’‘ʼ´`", "'''''")

Shingle = tuple[str, ...]


def words(text: str) -> tuple[str, ...]:
    """The words and figures in order, without case, marks, signs, spacing and the header.

    A percentage is its figure alone, since outlets write the sign each in their own way.
    """
    header = find_header(text)
    body = text[header[0].end :] if header else text
    plain = unicodedata.normalize("NFKC", body).casefold().translate(_APOSTROPHES)
    return tuple(_WORD.findall(_PERCENT.sub(" ", plain)))


def shingles(said: tuple[str, ...], length: int = LENGTH) -> frozenset[Shingle]:
    """Every run of ``length`` words; of fewer words the one run that they are."""
    if len(said) <= length:
        return frozenset({said}) if said else frozenset()
    return frozenset(said[at : at + length] for at in range(len(said) - length + 1))


def is_figure(word: str) -> bool:
    """Whether a word is written in digits."""
    return word[0].isdigit()
