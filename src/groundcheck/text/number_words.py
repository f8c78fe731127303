"""The words and signs that English writes numbers with, as tables.

Values are the plain meaning of each word; scales are those of the short system (a billion is
10^9), which is the one in use in English-language reports.
"""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


SMALL = {
    "zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
DOZEN = {"dozen": 12, "dozens": 12, "doz": 12, "dozs": 12, "dzs": 12}
SCALES = {
    "thousand": 10**3, "thousands": 10**3, "tsd": 10**3, "ths": 10**3, "lakh": 10**5,
    "million": 10**6, "millions": 10**6, "mln": 10**6, "mil": 10**6, "mn": 10**6,
    "crore": 10**7, "billion": 10**9, "billions": 10**9, "bln": 10**9, "bn": 10**9,
    "trillion": 10**12, "trillions": 10**12, "tln": 10**12, "trn": 10**12,
}  # fmt: skip
"""Words and abbreviations that multiply what stands before them."""

LETTER_SCALES = {"k": 10**3, "K": 10**3, "M": 10**6, "MM": 10**6, "B": 10**9}
"""Letters that do so only when they are glued to the digits ("10k", "3.5M")."""

MONEY_SCALES = {"m": 10**6, "b": 10**9, "T": 10**12, "t": 10**12}
"""Letters that do so only in an amount of money ("£1m")."""

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
    "thousandth": 10**3, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12,
    "quarter": 4, "half": 2,
}  # fmt: skip
"""Ordinals, which are also the denominators of fractions; two of the latter are no ordinals."""

PLURAL_DENOMINATORS = {
    **{f"{word}s": value for word, value in ORDINALS.items() if word not in {"second", "half"}},
    "halves": 2,
}

VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5,
    "⅗": 3 / 5, "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅐": 1 / 7, "⅛": 1 / 8, "⅜": 3 / 8,
    "⅝": 5 / 8, "⅞": 7 / 8, "⅑": 1 / 9, "⅒": 1 / 10,
}  # fmt: skip

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")

PRONOUN_BEFORE_ONE = frozenset({"the", "this", "that", "which", "no", "any", "every", "each"})
"""Before "one" these make it a pronoun: "the one you mentioned", "no one"."""

VAGUE_BEFORE_SCALE = frozenset({"few", "several", "many", "some", "couple"})
"""Before a bare "hundred" these leave the number open: "several hundred"."""

AFTER_A_FRACTION = _words(
    "of in at to from or and but is are was were has have had by over under since more less now "
    "when while who which that as on with up down the a an its their his her our your my this "
    "these those it they he she we said before after during than"
)
"""Words after which "a third" is still a part; any other word makes it the third of a row."""

TIME_WORDS = _words(
    "second seconds minute minutes hour hours day days night nights week weeks month months year "
    "years decade decades"
)
