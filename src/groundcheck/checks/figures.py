"""The figures of a report in the order of its text, and the words that stand between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from groundcheck.checks.verdicts import rounding
from groundcheck.model import Claim, Interval, Quantity, Span
from groundcheck.text.sentences import paragraphs, sentences
from groundcheck.text.units import convert, dimension


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity and the claim that it belongs to."""

    claim: Claim
    quantity: Quantity

    @property
    def span(self) -> Span:
        """Where the quantity stands."""
        return self.quantity.span

    @property
    def unit(self) -> str:
        """The unit of the quantity."""
        return self.quantity.unit

    @property
    def is_area(self) -> bool:
        """Whether it is an area."""
        return dimension(self.quantity.unit) == "area"


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of a report but repeated ones in another unit, sorted by where they stand."""

    text: str
    items: tuple[Figure, ...]
    sentence_starts: tuple[int, ...]
    paragraph_starts: tuple[int, ...]

    def between(self, a: Figure, b: Figure) -> str:
        """The words from the end of ``a`` (and its repetition in brackets) to ``b``."""
        return _BRACKETED.sub(" ", self.text[self._end(a) : b.span.start], count=1)

    def _end(self, a: Figure) -> int:
        """Where ``a`` ends, without the full stop that "sq. km." may have taken in."""
        return a.span.end - self.text.endswith(".", a.span.start, a.span.end)

    def after(self, a: Figure, length: int = 60) -> str:
        """The words that follow ``a``, at most ``length`` characters."""
        return self.text[a.span.end : a.span.end + length]

    def before(self, a: Figure, length: int = 60) -> str:
        """The words of the same sentence before ``a``, at most ``length`` characters."""
        start = max(a.span.start - length, self.sentence_starts[self.sentence(a)])
        return self.text[start : a.span.start]

    def sentence(self, a: Figure) -> int:
        """The index of the sentence that ``a`` stands in."""
        return max(0, bisect_right(self.sentence_starts, a.span.start) - 1)

    def paragraph(self, a: Figure) -> int:
        """The index of the paragraph that ``a`` stands in."""
        return max(0, bisect_right(self.paragraph_starts, a.span.start) - 1)

    def neighbours(self) -> Iterator[tuple[Figure, Figure]]:
        """Each figure with the next one."""
        return zip(self.items, self.items[1:], strict=False)


# "(154 square miles)": a repetition in another unit, which stands between two figures.
_BRACKETED = re.compile(r"^\s*\(\D{0,20}[\d.,]+[^()]{0,30}\)")


def figures_of(text: str, claims: Sequence[Claim]) -> Figures:
    """The figures that the claims hold, each span once."""
    found: dict[Span, Figure] = {}
    for claim in claims:
        for quantity in claim.quantities:
            if quantity.role != "conversion":
                found.setdefault(quantity.span, Figure(claim, quantity))
    items = tuple(found[span] for span in sorted(found))
    if not items:
        return Figures(text, (), (0,), (0,))
    starts = tuple(span.start for span in sentences(text)) or (0,)
    blocks = tuple(span.start for span in paragraphs(text)) or (0,)
    return Figures(text, items, starts, blocks)


def likely(figure: Figure) -> Interval:
    """What a reader takes from the words: areas in km², the rest in its own unit."""
    value = figure.quantity.likely
    if figure.is_area and figure.unit != "km2":
        return value.scaled(convert(1.0, figure.unit, "km2"))
    return value


def rounded(figure: Figure) -> Interval:
    """What the words commit to, at least all that rounds to the figure as it is written.

    A count is not rounded but counted, so its bounds are all there is. Areas are in km².
    """
    quantity, bounds = figure.quantity, figure.quantity.bounds
    if quantity.bound == "exact" and dimension(quantity.unit) != "count":
        low, high = _ends(quantity)
        lower, upper = rounding(low, 0.025).low, rounding(high, 0.025).high
        bounds = Interval(_least(bounds.low, lower), _most(bounds.high, upper))
    if figure.is_area and figure.unit != "km2":
        return bounds.scaled(convert(1.0, figure.unit, "km2"))
    return bounds


def _least(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else min(a, b)


def _most(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else max(a, b)


def loose(figure: Figure) -> Interval:
    """The widest that the words can fairly be taken: only what lies beyond it disagrees.

    Ends without limit stay. "About" and "nearly" are worth a tenth of the figure, a fraction
    in words ("a third") a twentieth.
    """
    quantity, bounds = figure.quantity, figure.quantity.bounds
    low, high = _ends(quantity)
    slack = 0.10 if quantity.bound in ("about", "nearly") else 0.0
    if not any(character.isdigit() for character in quantity.text):
        slack = max(slack, 0.05)
    wide_low = None if bounds.low is None else min(bounds.low, low * (1 - slack))
    wide_high = None if bounds.high is None else max(bounds.high, high * (1 + slack))
    wide = Interval(wide_low, wide_high)
    if figure.is_area and figure.unit != "km2":
        return wide.scaled(convert(1.0, figure.unit, "km2"))
    return wide


def _ends(quantity: Quantity) -> tuple[float, float]:
    value = quantity.value
    return value if isinstance(value, tuple) else (value, value)


def ratio(part: Interval, whole: Interval, factor: float = 100.0) -> Interval:
    """``factor`` times part by whole, both positive; an end without limit stays one."""
    low = 0.0 if part.low is None or not whole.high else factor * part.low / whole.high
    high = None if part.high is None or not whole.low else factor * part.high / whole.low
    return Interval(low, high)


def plus(intervals: Sequence[Interval]) -> Interval:
    """The sum of intervals; an end without limit makes the sum's end so."""
    lows = [value.low for value in intervals]
    highs = [value.high for value in intervals]
    low = None if None in lows else sum(end for end in lows if end is not None)
    high = None if None in highs else sum(end for end in highs if end is not None)
    return Interval(low, high)
