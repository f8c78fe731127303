"""Years and days of a month in words: "nineteen ninety-nine", "two thousand and ten".

The patterns give names to their parts, so that each may stand once in a pattern. Words that are
numbers of other things far more often ("two thousand", "May twelve") are read as a date only
where the clause ends behind them or a year follows.
"""

from __future__ import annotations

import re

_ONES = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split(),
        start=1,
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_G = r"[ \t\u00a0-]+"
_ONE = "|".join(list(_ONES)[:9])
_TEEN = r"(?:thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve"
_NUMBER = rf"(?:{_TEEN}|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|{_ONE})\b"
_REST = rf"(?:,?{_G}(?:and{_G})?(?:hundred\b|zero\b|oh\b|{_NUMBER})){{0,4}}"
_CLAUSE_ENDS = r"(?=\s*(?:$|[.,;:!?)\]}”\"–—\n])|\s+(?:and|or|but|until|till|when|while|to)\b)"
_CENTURY = rf"(?:{_TEEN}|twenty)(?={_G}(?:hundred|zero|oh|ten|eleven|twelve|[a-z]+t(?:y|een))\b)"

YEAR = rf"(?:(?:one|two){_G}thousand\b|{_CENTURY}){_REST}{_CLAUSE_ENDS}"
"""A year from 1000 on: by thousands and hundreds, or by century and year."""

ANY_YEAR = rf"(?:{_ONE}){_G}hundred\b{_REST}{_CLAUSE_ENDS}"
"""A year before 1000, which only the word "year" before it makes one."""

DAY = rf"(?:(?:twenty|thirty)(?:{_G}(?:{_ONE})\b)?|{_TEEN})\b"
"""A day of the month as a plain number, from ten on: a smaller one counts something."""

YEAR_STARTS = ("one", "two", "twenty", *list(_ONES)[9:])
"""The words that a year begins with."""

DAY_STARTS = ("twenty", "thirty", *list(_ONES)[9:])
"""The words that a day of the month begins with."""


def number(words: str) -> int:
    """The year or day that ``words`` spell; of two numbers side by side the first is a century."""
    total, current = 0, 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "thousand":
            total, current = total + (current or 1) * 1000, 0
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in ("zero", "oh"):
            current *= 100
        elif word in _ONES or word in _TENS:
            value = _ONES.get(word) or _TENS[word]
            side_by_side = 10 <= current < 100 and (value >= 10 or current % 10)
            current = current * 100 + value if side_by_side else current + value
    return total + current
