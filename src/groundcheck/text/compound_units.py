"""What a unit is counted per: dollars per hour, joules per square metre, kilometres per day.

A rate written with a stroke ("12 km²/day") is never the thing itself, whatever the unit. Said in
words ("12 km² a day") the figure keeps the unit of ground, people or things that it counts, and
what it is per stays in the text, where the checks of rates read it; money, mass and energy have
no such checks, and take the whole unit.
"""

from __future__ import annotations

import re
from functools import cache

from groundcheck.text.other_units import OTHER_SPELLINGS
from groundcheck.text.units import PER, SPELLINGS, dimension

_ONE: tuple[tuple[str, str], ...] = (
    (r"(?i:seconds?|secs?)|s", "second"),
    (r"(?i:days?)|d", "day"),
    (r"(?i:weeks?)|wk", "week"),
    (r"(?i:months?)", "month"),
    (r"(?i:years?|yrs?)", "year"),
)
"""Units of time as they stand below the line: always one of them, and by a letter too."""

_BELOW = (*_ONE, *OTHER_SPELLINGS, *SPELLINGS)
_POWERS = {"²": "square ", "2": "square ", "³": "cubic ", "3": "cubic ", "": ""}
_STROKE = re.compile(r"[^\S\n]?/[^\S\n]?(?=[^\W\d])")
_WORD = re.compile(r"[^\S\n](?:per|(?P<article>an?|each|every))[^\S\n]")
_SOME_TIME = re.compile(r"\s+(?:ago|earlier|later|before|after|old|from|or|and)\b")
_SHORTEST_AFTER_AN_ARTICLE = 3
_MOST = 2


@cache
def _below_pattern() -> re.Pattern[str]:
    units = "|".join(rf"(?P<u{i}>{spelling})" for i, (spelling, _) in enumerate(_BELOW))
    return re.compile(rf"(?:{units})(?:\^?(?P<power>[²³23]))?(?![\w²³^])")


def with_rate(text: str, unit: str, end: int) -> tuple[str, int]:
    """``unit``, whose words end at ``end``, with what it is per, and where all its words end."""
    spelled_out = dimension(unit) == "other"
    for _ in range(_MOST):
        gap = _STROKE.match(text, end) or (_WORD.match(text, end) if spelled_out else None)
        below = _below_pattern().match(text, gap.end()) if gap else None
        if gap is None or below is None or _SOME_TIME.match(text, below.end()):
            break
        if gap.re is _WORD and gap["article"] and len(below[0]) < _SHORTEST_AFTER_AN_ARTICLE:
            break
        name = _BELOW[int(next(g for g, v in below.groupdict().items() if v)[1:])][1]
        unit, end = f"{unit}{PER}{_POWERS[below['power'] or '']}{name}", below.end()
        spelled_out = True
    return unit, end
