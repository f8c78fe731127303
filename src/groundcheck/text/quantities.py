"""Quantities in a text: hedge, number and unit, with what the words commit to.

A figure is drafted for every number that says how much; then neighbours are joined: ranges,
a unit said once for two figures, a part with its whole, a figure with its conversion.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from groundcheck.model.quantity import Quantity, Role
from groundcheck.model.span import Span
from groundcheck.text import hedges, shares, units
from groundcheck.text.compound_units import with_rate
from groundcheck.text.counted import Counted, measure_after, money_before, noun_after, one_of
from groundcheck.text.nonfigures import NonFigures
from groundcheck.text.numbers import Number, find_numbers


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_HEDGE_WINDOW = 64
_UNKNOWN = "number"
_POINTED = re.compile(r"(?<![\d.])\d{1,3}\.\d{3}(?![\d.])")


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities of ``text`` in order, none overlapping; never raises for any text.

    The span of each covers hedge, number and unit ("over 800 square kilometers"). A figure
    behind which no unit stands has the unit ``number`` and ``unit_said`` false.
    """
    drafts = _drafts(text, tuple(_single(find_numbers(text))))
    _share_units(text, drafts)
    _join_wholes(text, drafts)
    _join_conversions(text, drafts)
    found = [_quantity(text, draft) for draft in drafts]
    taken = iter(
        sorted(found + _hundreds(text) + _ones(text), key=lambda q: (q.span.start, -q.span.end))
    )
    kept: list[Quantity] = []
    for quantity in taken:
        if not kept or quantity.span.start >= kept[-1].span.end:
            kept.append(quantity)
    return tuple(kept)


@dataclass(slots=True)
class _Draft:
    """A figure in the making; ``begin`` is where the number begins, ``start`` the hedge."""

    start: int
    begin: int
    end: int
    value: float
    high: float | None = None
    unit: str = _UNKNOWN
    hedge: str = ""
    fraction: bool = False
    said: bool = False
    role: Role = "figure"


def _single(numbers: Iterable[Number]) -> Iterable[Number]:
    """The numbers, with "nine out of 12", which is two figures, taken apart."""
    for number in numbers:
        if number.parts and number.parts[1].value > 10 and number.parts[1].value not in {100, 1000}:
            yield from number.parts
        else:
            yield number


_ABOUT = r"(?:(?:about|around|some|over|nearly|almost)\s+)?"
_JOIN_RANGE = re.compile(
    rf"\s?[-–—‐‑−]\s?|[-‐‑]?\s+(?P<to>to|till)\s+{_ABOUT}|\s+(?P<and>and)\s+{_ABOUT}|\s+(?P<or>or)\s+"
)
_BETWEEN = re.compile(
    r"\bbetween\s+(?:(?:about|around|some|roughly|approximately|an estimated)\s+)?$", re.I
)
_FROM = re.compile(r"\bfrom\s+(?:(?:about|around|some|roughly|over|nearly)\s+)?$", re.I)
_RANGES = re.compile(r"\brang(?:e|es|ed|ing)\s+$", re.I)
_SPENT = re.compile(
    r"\b(?:spen[dt]s?|spending|costs?|costing|pa(?:y|ys|id)|worth|budgets?|priced?|raised|invest\w*"
    r"|earn\w*|fined?|donat\w+|loans?|grants?|salary)\b[^.;]*$",
    re.I,
)
_CHANGE = re.compile(
    r"\b(?:up|down|rose|risen|rising|rises|fell|fallen|falling|falls|grew|grown|growing|increas\w+|decreas\w+|dropp?\w*|shr[aui]nk\w*|"
    r"cut|reduc\w+|rais\w+|declin\w+|went|gone|going|climb\w*|expand\w*|chang\w+|lower\w*|doubl\w+|jump\w*|moved|slid|slipp\w+|widen\w*)\b"
    r"[^.;]{0,32}$",
    re.I,
)


def _drafts(text: str, numbers: tuple[Number, ...]) -> list[_Draft]:
    not_figures = NonFigures(text)
    drafts: list[_Draft] = []
    previous_end, day_until, year_until = 0, -1, -1
    i = 0
    while i < len(numbers):
        number = numbers[i]
        following = numbers[i + 1] if i + 1 < len(numbers) else None
        chained = _chained(text, number, (day_until, year_until), not_figures)
        window = text[max(previous_end, number.span.start - _HEDGE_WINDOW) : number.span.start]
        day_until = year_until = -1
        if not_figures.inside(number):
            pass
        elif chained or number.kind == "ordinal":
            if number.value > 31:
                year_until = number.span.end
            elif chained or not_figures.is_day(number, False):
                day_until = number.span.end
        elif number.kind == "fraction":
            draft = _share(text, numbers, i, window)
            if draft is None and _IMPROPER.match(number.text) and number.value > 1:
                draft = _figure(text, number, None, window, not_figures)
            if draft is not None:
                drafts.append(draft)
                i += draft.high is not None
        else:
            draft = _figure(text, number, following, window, not_figures)
            if draft is not None:
                drafts.append(draft)
                i += draft.high is not None
            elif number.value > 31:
                year_until = number.span.end
            else:
                day_until = number.span.end
        previous_end = drafts[-1].end if drafts else 0
        i += 1
    return drafts


# A quarter is a part of the year too: "five quarters" are no five fourths.
_IMPROPER = re.compile(r"(?!.*\bquarters?$)[a-z][a-z\s-]+$", re.I)
_OF_A_UNIT = re.compile(r"\s+(?:of\s+)?an?(?=\s)")


def _share(text: str, numbers: tuple[Number, ...], i: int, window: str) -> _Draft | None:
    """A fraction as a share, as a range of shares, or as so much of a unit ("half a percent")."""
    number, end = numbers[i], numbers[i].span.end
    start, key = _hedge_before(window, number.span.start)
    if not number.parts:
        article = _OF_A_UNIT.match(text, end)
        counted = measure_after(text, article.end() if article else end)
        if counted is not None:
            draft = _Draft(start, number.span.start, end, number.value, hedge=key)
            return _finished(text, draft, counted)
    share = _Draft(
        start, number.span.start, end, 100 * number.value, None, "percent", key, fraction=True,
        said=True,
    )  # fmt: skip
    second = numbers[i + 1] if i + 1 < len(numbers) else number
    joined = _JOIN_RANGE.fullmatch(text, end, second.span.start)
    if joined and second.kind == "fraction" and number.value < second.value <= 1:
        between = _BETWEEN.search(window)
        if (between or not joined["and"]) and shares.is_share(text, second, hedged=True):
            share.high, share.hedge, share.end = 100 * second.value, "between", second.span.end
            if between:
                share.start = share.begin - len(window) + between.start()
            return share
    return share if shares.is_share(text, number, bool(key)) else None


def _chained(text: str, number: Number, until: tuple[int, int], not_figures: NonFigures) -> bool:
    """Whether the number goes on a row of days ("5 and 6") or years ("2014 to 2016")."""
    day, year = (end >= 0 and not_figures.chained(text[end : number.span.start]) for end in until)
    if day and number.kind == "cardinal" and 1 <= number.value <= 31:
        return measure_after(text, number.span.end) is None
    return year and not_figures.is_year(number, counted=False, hedged=False)


# "Percent of twenty" for twenty percent: only where no number stands before the word.
_PERCENT_OF = re.compile(r"(?:^|[.,;:(])\s*per\s?cents?\s+of\s+$", re.I)


def _figure(
    text: str, number: Number, following: Number | None, window: str, not_figures: NonFigures
) -> _Draft | None:
    """A draft for a cardinal, ``None`` where it is a date or a name."""
    span = number.span
    money = money_before(text, span.start)
    begin = money[1] if money else span.start
    window = window[: len(window) - (span.start - begin)]
    start, key = _hedge_before(window, begin)
    key = key or ("a couple of" if number.rough else "")
    after = hedges.after_pattern().match(text, span.end)
    end = span.end
    if after is not None:
        key, end = key or hedges.key_of(after), after.end()
    counted = measure_after(text, end) or noun_after(text, end, number.value)
    if counted and counted.unit == "pound" and _SPENT.search(window):
        counted = counted._replace(unit="pound sterling")
    turned = _PERCENT_OF.search(window)
    if turned and counted is None:
        begin = span.start - len(turned[0].lstrip(" .,;:("))
        return _Draft(begin, begin, end, number.value, unit="percent", said=True)
    is_counted = counted is not None
    doubtful = text[start:begin].strip().lower() in {"over", "within", "under"}
    if not_figures.is_day(number, is_counted):
        return None
    if not_figures.is_year(number, is_counted, bool(key) and not doubtful):
        return None
    draft = _Draft(start, begin, end, number.value, hedge=key)
    draft.unit = money[0] if money else _UNKNOWN
    if following and (spread := _tolerance(text, draft, number, following)):
        return spread
    ranged = _range(text, draft, number, following, window, not_figures) if following else None
    if ranged is not None and money is not None:
        return _finished(text, ranged, Counted(*with_rate(text, money[0], ranged.end)))
    if ranged is not None:
        unit = measure_after(text, ranged.end) or noun_after(text, ranged.end, 2)
        return _finished(text, ranged, unit)
    if not_figures.is_designation(number, is_counted or money is not None, bool(key)):
        return None
    if money is not None:
        return _finished(text, draft, Counted(*with_rate(text, money[0], end)))
    if number.value == 1 and number.spelled and not is_counted and not key:
        return None
    return _finished(text, draft, counted)


_TOLERANCE = re.compile(r"\s?(?:±|\+\s?/\s?[-–−])\s?")


def _tolerance(text: str, draft: _Draft, first: Number, second: Number) -> _Draft | None:
    """A figure with how far it may be off, "57 ± 3 percent", as the range that it gives."""
    own = measure_after(text, first.span.end)
    end, off = second.span.end, second.value
    if not _TOLERANCE.fullmatch(text, own.end if own else first.span.end, second.span.start):
        return None
    unit = measure_after(text, end) or own or noun_after(text, end, 2)
    made = _Draft(draft.start, draft.begin, end, first.value - off, first.value + off)
    made.hedge = "between"
    return _finished(text, made, unit and Counted((own or unit).unit, max(end, unit.end)))


def _range(
    text: str, draft: _Draft, first: Number, second: Number, window: str, not_figures: NonFigures
) -> _Draft | None:
    """The draft of a range where ``second`` is its other end, with the unit not yet read."""
    if (
        second.kind != "cardinal"
        or second.span.start - first.span.end > 48
        or not_figures.inside(second)
    ):
        return None
    own = measure_after(text, first.span.end)
    sign = money_before(text, second.span.start)
    begin = sign[1] if sign and sign[0] == draft.unit else second.span.start
    joined = _JOIN_RANGE.fullmatch(text, own.end if own else first.span.end, begin)
    if joined is None:
        return None
    between, origin = _BETWEEN.search(window), _FROM.search(window)
    low = first.value
    if second.scale > 1 and first.scale == 1 and low < second.value / second.scale:
        low *= second.scale
    unit = measure_after(text, second.span.end)
    if own and (unit is None or unit.unit != own.unit):
        return None
    if not between and not (origin and _RANGES.search(window[: origin.start()])):
        if joined["and"] or low >= second.value:
            return None
        if joined["or"] and (own or second.value - low > max(1.0, 0.5 * low)):
            return None
        if origin and (own or _CHANGE.search(window[: origin.start()])):
            return None
    counted = unit or noun_after(text, second.span.end, 2)
    if not counted and not_figures.is_day(second, False):
        return None
    if counted and draft.unit != _UNKNOWN and sign is None and second.scale == 1:
        return None
    start = between.start() if between else draft.start
    if origin and not between:
        start = min(start, draft.begin - len(window) + origin.start())
    elif between:
        start = draft.begin - len(window) + between.start()
    return _Draft(start, draft.begin, second.span.end, low, second.value, hedge="between")


def _thousands(words: str, value: float) -> int:
    """ "213.000 displaced" are as many thousands: there is no fraction of a person or a village."""
    return 1000 if value < 1000 and _POINTED.search(words) else 1


def _finished(text: str, draft: _Draft, counted: Counted | None) -> _Draft:
    """The draft with its unit, multiples and trailing hedge taken in."""
    if counted is not None:
        draft.unit, draft.end, draft.said = counted.unit, counted.end, True
        unit, factor = units.MULTIPLES.get(draft.unit, (draft.unit, 1))
        draft.unit, draft.value = unit, draft.value * factor
        draft.high = None if draft.high is None else draft.high * factor
    # A hyphen before a count or an area is a dash; a spelled "minus" is meant.
    dashed = text[draft.begin] in "-−" and draft.value < 0
    if dashed and units.dimension(draft.unit) in {"count", "area", "length"}:
        draft.value = -draft.value
        draft.begin = draft.start = draft.begin + 1
    if counted is not None and draft.unit in ("people", "settlements"):
        draft.value *= _thousands(text[draft.begin : draft.end], draft.value)
    after = hedges.after_pattern().match(text, draft.end)
    if after is not None and draft.high is None and not draft.hedge:
        draft.hedge, draft.end = hedges.key_of(after), after.end()
    return draft


def _hedge_before(window: str, start: int) -> tuple[int, str]:
    match = hedges.before_pattern().search(window)
    if match is None:
        return start, ""
    return start - len(window) + match.start(), hedges.key_of(match)


_SHARED = re.compile(r"\s+(?:and|or|to|&)\s+|,\s+")


def _share_units(text: str, drafts: list[_Draft]) -> None:
    """In "12, 15 and 18 percent" every figure takes the unit that stands behind the last."""
    last = ""
    for first, second in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        joined = text[first.end : second.start]
        if first.said or not second.said or first.hedge or not _SHARED.fullmatch(joined):
            last = ""
            continue
        if joined.startswith(",") and last != second.unit:
            continue
        first.unit, first.said, last = second.unit, True, second.unit


_PART_OF = re.compile(r"\s+(?:out\s+)?of\s+((?:[\w'’-]+\s+){0,4})")
_OF_WORDS = _words(
    """the a an total its their his her our your all these those some about around roughly nearly
    almost over more than at least estimated just"""
)


def _join_wholes(text: str, drafts: list[_Draft]) -> None:
    for part, whole in pairwise(drafts):
        match = _PART_OF.fullmatch(text, part.end, whole.begin)
        if match is None:
            continue
        between = match[1].split()
        owned = any(re.search(r"['’]s?$", word) for word in between)
        if not owned and not all(word.lower() in _OF_WORDS for word in between):
            continue
        whole.role = "whole"
        if not part.said and whole.said:
            part.unit, part.said = whole.unit, True
        elif not whole.said and part.said and part.unit != "percent":
            whole.unit, whole.said = part.unit, True


_ALSO = re.compile(
    r"\s*(?:[(\[/=]|,?\s(?:or|i\.e\.|that is|equal to|equivalent to))\s*(?:the equivalent of\s+)?"
)


def _join_conversions(text: str, drafts: list[_Draft]) -> None:
    for first, second in pairwise(drafts):
        measure = units.FACTORS.get(first.unit)
        other = units.FACTORS.get(second.unit)
        if measure is None or other is None or measure[0] != other[0] or first.unit == second.unit:
            continue
        if measure[0] in {"area", "length"} and _ALSO.fullmatch(text, first.end, second.start):
            second.role = "conversion"
            second.hedge = second.hedge or ("" if first.high is not None else first.hedge)


def _hundreds(text: str) -> list[Quantity]:
    return [
        _quantity(text, _Draft(w.start, w.start, w.end, 100.0, None, "percent", w.hedge, said=True))
        for w in shares.wholes(text)
    ]


def _ones(text: str) -> list[Quantity]:
    found = []
    for begin, counted in one_of(text):
        start, key = _hedge_before(text[max(0, begin - _HEDGE_WINDOW) : begin], begin)
        draft = _Draft(start, begin, counted.end, 1.0, hedge=key)
        found.append(_quantity(text, _finished(text, draft, counted)))
    return found


def _quantity(text: str, draft: _Draft) -> Quantity:
    span = Span(draft.start, draft.end)
    value = (
        draft.value
        if draft.high is None
        else (min(draft.value, draft.high), max(draft.value, draft.high))
    )
    bounds, likely = hedges.commit(value, draft.unit, draft.hedge, draft.fraction)
    shown = _rounded(value) if draft.fraction else value
    bound = hedges.row(draft.hedge).bound
    return Quantity(
        span,
        span.of(text),
        shown,
        draft.unit,
        bound,
        draft.hedge,
        bounds,
        likely,
        draft.role,
        draft.said,
    )


def _rounded(value: float | tuple[float, float]) -> float | tuple[float, float]:
    return (round(value[0], 2), round(value[1], 2)) if isinstance(value, tuple) else round(value, 2)
