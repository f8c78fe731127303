"""What words such as "over", "about", "just under" commit a speaker to.

The table ``HEDGES`` is the whole rule. With ``step(x)`` the largest of {1, 5} × 10^k that
divides x and ``w(x, p) = min(step(x), p × |x|)``, a row says how far each interval reaches below
and above the figure in units of ``w(x, row.p)``; ``None`` is without limit. A share is held in
[0, 100]. A fraction ("a fifth") counts as rounded to nothing, so its ``w`` is ``p × |x|``, and a
bare one is meant to one percentage point.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from groundcheck.errors import BadValue
from groundcheck.model.interval import Interval
from groundcheck.model.quantity import Bound
from groundcheck.text.units import dimension


@dataclass(frozen=True, slots=True)
class Reach:
    """How far an interval goes from the figure, in ``w``; ``open_`` leaves the figure out."""

    below: float | None
    above: float | None
    open_: bool = False


@dataclass(frozen=True, slots=True)
class Hedge:
    """One row: its name, coarse class, ``p`` of ``w``, the two intervals, and the words.

    ``percent_reach`` are the least and the greatest distance in percentage points that a symmetric
    row may reach in a share. ``before`` and ``after`` are patterns of the words that stand before
    the figure and behind it.
    """

    key: str
    bound: Bound
    p: float
    bounds: Reach
    likely: Reach
    before: str = ""
    after: str = ""
    percent_reach: tuple[float, float] | None = None


_LITTLE = (
    r"(?:just|only just|slightly|a little|a bit|a shade|a touch|a fraction|marginally|barely"
    r"|narrowly|a hair|little)"
)
_BY_FAR = r"(?:(?:well|far|much|way|significantly|considerably|substantially|clearly) )?"
_NO = r"(?:no|not|not any|never)"
_MORE = r"(?:more|greater|higher|larger|bigger|longer|further)"
_LESS = r"(?:less|fewer|lower|smaller|shorter)"
_END = r"(?=\s*(?:[.,;:)]|$))"

HEDGES: tuple[Hedge, ...] = (
    Hedge("", "exact", 0.025, Reach(0.5, 0.5), Reach(0.5, 0.5), percent_reach=(0.0, 0.5)),
    Hedge(
        "at least", "over", 0.10, Reach(0, None), Reach(0, 1),
        rf"at (?:the )?(?:very )?least|a minimum of|minimum(?: of)?|not (?:under|below)|≥|>="
        rf"|{_NO} {_LESS} than",
        rf"or (?:more|over|above|better|higher|greater|longer)|and (?:above|more|counting)"
        rf"|at (?:the )?(?:very )?least{_END}|-?plus(?=\s)|\+|minimum(?! wages?)",
    ),
    Hedge(
        "up to", "under", 0.10, Reach(None, 0), Reach(1, 0),
        rf"(?:anything )?up to|as (?:many|much|far|high|long) as|at (?:the )?(?:very )?most"
        rf"|(?:a )?maximum(?: of)?|(?:to )?within|not (?:over|above|exceeding|to exceed)|≤|<="
        rf"|{_NO} {_MORE} than",
        rf"or (?:less|fewer|under|below|lower)|at (?:the )?(?:very )?most{_END}|maximum|tops",
    ),
    Hedge(
        "just over", "over", 0.10, Reach(0, 1, True), Reach(0, 1, True),
        rf"{_LITTLE} (?:over|above|{_MORE} than|in excess of|beyond|past|upwards? of|exceeding)",
    ),
    Hedge(
        "nearly", "nearly", 0.10, Reach(1, 0, True), Reach(1, 0, True),
        rf"{_LITTLE} (?:under|below|{_LESS} than|short of|shy of)|(?:very )?(?:close|near) to"
        r"|close on|nearly|almost|virtually|practically|not quite|approaching|nearing|shy of"
        r"|short of|getting on for|all but|next to",
    ),
    Hedge(
        "over", "over", 0.10, Reach(0, None, True), Reach(0, 1, True),
        rf"{_BY_FAR}(?:over|above|{_MORE} than|in excess of|upwards? of|beyond)|exceed(?:s|ed|ing)?"
        r"|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops|pass(?:es|ed)?(?: the)?|>",
    ),
    Hedge(
        "under", "under", 0.10, Reach(None, 0, True), Reach(1, 0, True),
        rf"{_BY_FAR}(?:under|below|{_LESS} than)|not even|<",
    ),
    Hedge(
        "about", "about", 0.05, Reach(1, 1), Reach(0.5, 0.5),
        r"(?:somewhere )?(?:about|around|some|roughly|approximately|approx\.?|circa|ca\.|c\.|maybe"
        r"|perhaps|possibly|an? (?:estimated|approximate|average of)|estimated(?: at)?"
        r"|(?:in the (?:region|order|neighbou?rhood|vicinity)|on the order|to the tune) of"
        r"|something like|more or less|broadly)|estimates? of|~|≈|∼",
        r"or (?:so|thereabouts)|-?odd|-ish|in round (?:figures|numbers|terms)|give or take",
        percent_reach=(1.0, 2.5),
    ),
    Hedge("a couple of", "about", 0.25, Reach(1, 1), Reach(0.5, 0.5)),
    Hedge("all", "exact", 0, Reach(0, 0), Reach(0, 0)),
    Hedge("between", "between", 0, Reach(0, 0), Reach(0, 0)),
)  # fmt: skip

_BY_KEY = {hedge.key: hedge for hedge in HEDGES}
_FRACTION_ALONE = 1.0


def row(key: str) -> Hedge:
    """The row of the table named ``key``; raises ``BadValue`` for no row's name."""
    if key not in _BY_KEY:
        raise BadValue(f"hedge {key!r}: no such row; one of {', '.join(map(repr, _BY_KEY))}")
    return _BY_KEY[key]


def step(x: float) -> float:
    """The largest of {1, 5} × 10^k that divides ``x``: 64 → 1, 75 → 5, 800 → 100, 0.5 → 0.5.

    The digits are those of the shortest decimal that is ``x``, so 99.7 has the step 0.1.
    Zero has the step 1.
    """
    _, digits, exponent = Decimal(repr(float(x))).normalize().as_tuple()
    if not any(digits) or not isinstance(exponent, int):
        return 1.0
    return float(Decimal((0, (5 if digits[-1] == 5 else 1,), exponent)))


def w(x: float, p: float, fraction: bool = False) -> float:
    """How precise ``x`` is: its step, at most the part ``p`` of it; for a fraction that part."""
    return p * abs(x) if fraction else min(step(x), p * abs(x))


def commit(
    value: float | tuple[float, float], unit: str, hedge: str, fraction: bool = False
) -> tuple[Interval, Interval]:
    """What ``value`` of ``unit`` under the row ``hedge`` commits to, and what a reader takes.

    ``value`` is ``(low, high)`` for the row "between". ``fraction`` says that the figure was a
    fraction, given here in percent. Returns ``(bounds, likely)`` in ``unit``. Raises ``BadValue``
    for an unknown row.
    """
    if isinstance(value, tuple):
        interval = Interval(min(value), max(value))
        return interval, interval
    rule = row(hedge)
    return tuple(  # type: ignore[return-value]
        _interval(value, unit, rule, side, fraction) for side in ("bounds", "likely")
    )


def _interval(
    value: float, unit: str, rule: Hedge, side: Literal["bounds", "likely"], fraction: bool
) -> Interval:
    reach = rule.bounds if side == "bounds" else rule.likely
    width = w(value, rule.p, fraction)
    below, above = (None if part is None else part * width for part in (reach.below, reach.above))
    if fraction and not rule.key:
        below = above = _FRACTION_ALONE
    elif unit == "percent" and rule.percent_reach and below is not None:
        least, most = rule.percent_reach
        half = reach.below if side == "likely" and rule.key else 1.0
        below = above = min(max(width * (1.0 if rule.key else reach.below or 0), least), most) * (
            half or 1.0
        )
    if not rule.key and width < 1 and value == int(value) and dimension(unit) == "count":
        below = above = 0.0  # nobody counts 2.02 people
    low = None if below is None else value - below
    high = None if above is None else value + above
    low_open = bool(reach.open_ and reach.below == 0)
    high_open = bool(reach.open_ and reach.above == 0)
    if unit == "percent" and 0 <= value <= 100:
        return _share(Interval(low, high, low_open, high_open))
    return Interval(low, high, low_open, high_open)


def _share(interval: Interval) -> Interval:
    """The part of an interval of percent that lies in [0, 100], where one is left."""
    low = max(0.0, interval.low) if interval.low is not None else 0.0
    high = min(100.0, interval.high) if interval.high is not None else 100.0
    if low > high or (low == high and (interval.low_open or interval.high_open)):
        return interval
    return Interval(
        low,
        high,
        interval.low_open and low == interval.low,
        interval.high_open and high == interval.high,
    )


_BETWEEN_HEDGE_AND_FIGURE = (
    r"(?:the |just |only |now |currently |already |still |a further |another |an additional |one "
    r"|further |a total of |an estimated |a |an |some |about |around |roughly )?"
)


@cache
def before_pattern() -> re.Pattern[str]:
    """A hedge that ends where the figure begins; ``lastgroup`` leads to its row (``key_of``)."""
    rows = "|".join(rf"(?P<h{i}>{_spaced(h.before)})" for i, h in enumerate(HEDGES) if h.before)
    return re.compile(
        rf"(?<![\w-])(?:{rows})[\s\"“«']*{_spaced(_BETWEEN_HEDGE_AND_FIGURE)}[\"“«']?$", re.I
    )


@cache
def after_pattern() -> re.Pattern[str]:
    """A hedge that begins where the figure or its unit ends."""
    rows = "|".join(rf"(?P<h{i}>{_spaced(h.after)})" for i, h in enumerate(HEDGES) if h.after)
    return re.compile(rf",?\s?(?:{rows})(?!\w)(?!\s+(?:than|\d))", re.I)


def key_of(match: re.Match[str]) -> str:
    """The row's key of a match of ``before_pattern`` or ``after_pattern``."""
    return HEDGES[int((match.lastgroup or "h0")[1:])].key


def _spaced(words: str) -> str:
    return words.replace(" ", r"\s+")
