"""Whether a text is English, as far as its letters and words of grammar tell."""

from __future__ import annotations

import re

from groundcheck.text.wordlists import ENGLISH

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 100_000
_ENOUGH_WORDS = 8
_LATIN_SHARE = 0.6
_GRAMMAR_SHARE = 0.1


def looks_english(text: str) -> bool:
    """Whether at least 60% of the letters are Latin and 10% of the words English grammar.

    Fewer than 8 words are too few to count, so that the letters alone decide; a text without
    letters has nothing against it. The first 100,000 characters stand for the whole. Running
    English has 25 to 45% of such words, headlines 15, its neighbours 0 to 6.
    """
    words = _WORD.findall(text[:_SAMPLE])
    letters = sum(map(len, words))
    latin = sum(_is_latin(letter) for word in words for letter in word)
    if latin < _LATIN_SHARE * letters:
        return False
    grammar = sum(word.lower() in ENGLISH for word in words)
    return len(words) < _ENOUGH_WORDS or grammar >= _GRAMMAR_SHARE * len(words)


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or "\u1e00" <= letter < "\u1f00"
