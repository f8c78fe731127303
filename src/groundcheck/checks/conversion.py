"""Figures of one claim in two units must say the same.

A writer converts a figure and rounds the result, or rounds both. So the figures agree where
either, converted exactly, lies within the rounding of the other. Where only a much coarser
rounding of both brings them together, it depends on that rounding; beyond it they disagree.
The hedge ("over 700") plays no part: it is the figure that was converted, not the hedge.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from groundcheck.checks.evidence import EvidenceBase
from groundcheck.checks.verdicts import gap, rounding
from groundcheck.checks.wording import amount, interval, middle
from groundcheck.model import Claim, Finding, Interval, Quantity, Report, Step, Verdict
from groundcheck.text.units import convert, dimension

SOURCE = "1 mile is exactly 1.609344 km (international yard and pound agreement, 1959)"
_MILE = 1.609344

# What a writer did when the second figure is the first one times this, per dimension.
_SLIPS: dict[str, tuple[tuple[str, str, float, str], ...]] = {
    "area": (
        ("km2", "mi2", 1 / _MILE, "the factor for lengths was used on an area"),
        ("mi2", "km2", _MILE, "the factor for lengths was used on an area"),
        ("km2", "mi2", _MILE**2, "the conversion was run the wrong way round"),
        ("mi2", "km2", _MILE**-2, "the conversion was run the wrong way round"),
        ("km2", "ha", 10.0, "100 hectares are a square kilometre, not 10"),
        ("km2", "ha", 1000.0, "100 hectares are a square kilometre, not 1,000"),
        ("ha", "km2", 0.1, "100 hectares are a square kilometre, not 10"),
        ("ha", "km2", 0.001, "100 hectares are a square kilometre, not 1,000"),
    ),
    "length": (
        ("km", "mi", _MILE, "the conversion was run the wrong way round"),
        ("mi", "km", 1 / _MILE, "the conversion was run the wrong way round"),
        ("km", "mi", 1 / 1.852, "nautical miles were taken for miles"),
        ("mi", "km", 1.852, "nautical miles were taken for miles"),
    ),
}


def check(_report: Report, claims: tuple[Claim, ...], _evidence: EvidenceBase) -> Iterator[Finding]:
    """A finding for each figure that a claim repeats in another unit of the same dimension."""
    for claim in claims:
        for first, second in _pairs(claim):
            yield _finding(claim, first, second)


def _pairs(claim: Claim) -> Iterator[tuple[Quantity, Quantity]]:
    figure: Quantity | None = None
    for quantity in sorted(claim.quantities, key=lambda q: q.span):
        if quantity.role != "conversion":
            figure = quantity if quantity.role == "figure" else figure
        elif figure is not None and _comparable(figure, quantity):
            yield figure, quantity


def _comparable(a: Quantity, b: Quantity) -> bool:
    same = dimension(a.unit) is not None and dimension(a.unit) == dimension(b.unit)
    return same and a.unit != b.unit and isinstance(a.value, tuple) == isinstance(b.value, tuple)


def _ends(quantity: Quantity) -> tuple[float, ...]:
    return quantity.value if isinstance(quantity.value, tuple) else (quantity.value,)


def _close(value: float, other: float) -> bool:
    return value in rounding(other, 0.05)


def compare(a: float, b: float, factor: float) -> tuple[Verdict, Interval, Interval]:
    """The verdict on ``a`` repeated as ``b`` with ``b = a · factor``; both as intervals of b."""
    stated, found = rounding(b, 0.05), rounding(a, 0.05).scaled(factor)
    if _close(a * factor, b) or _close(b / factor, a):
        return "agrees", stated, found
    if rounding(b, 0.25).overlaps(rounding(a, 0.25).scaled(factor)):
        return "depends", stated, found
    return "disagrees", stated, found


def likely_slip(a: Quantity, b: Quantity) -> str | None:
    """What went wrong, where a usual slip gives the second figure from the first."""
    x, y = middle(a.value), middle(b.value)
    for of, to, factor, what in _SLIPS.get(dimension(a.unit) or "", ()):
        if (of, to) == (a.unit, b.unit) and y in rounding(x * factor, 0.0).scaled(1.0):
            return what
        if (of, to) == (a.unit, b.unit) and math.isclose(x * factor, y, rel_tol=0.005):
            return what
    return None


def _finding(claim: Claim, a: Quantity, b: Quantity) -> Finding:
    factor = convert(1.0, a.unit, b.unit)
    results = [compare(x, y, factor) for x, y in zip(_ends(a), _ends(b), strict=True)]
    order: tuple[Verdict, ...] = ("disagrees", "depends", "agrees")
    verdict, stated, found = min(results, key=lambda result: order.index(result[0]))
    exact = interval(Interval(_ends(a)[0] * factor, _ends(a)[-1] * factor), b.unit)
    says = f"{amount(middle(a.value), a.unit) if len(_ends(a)) == 1 else a.text} is {exact}"
    slip = likely_slip(a, b) if verdict == "disagrees" else None
    summary = {
        "agrees": f"{says}: the two figures agree",
        "depends": f"{says}, the text has {b.text}: it depends on how far each was rounded",
        "disagrees": f"{says}, the text has {b.text}: the two figures disagree",
    }[verdict]
    working: tuple[Step, ...] = (
        Step("convert", (a.text, f"1 {a.unit} = {factor:.12g} {b.unit}"), exact, SOURCE),
        Step("allow for rounding", (a.text,), interval(found, b.unit), "half of the last place"),
        Step("allow for rounding", (b.text,), interval(stated, b.unit), "half of the last place"),
    )
    if verdict == "disagrees":
        why = slip or "no usual slip explains it"
        working += (Step("look for a usual slip", (a.text, b.text), why),)
    return Finding(
        claim=claim.id,
        check="conversion",
        verdict=verdict,
        summary=f"{summary} ({slip})" if slip else summary,
        stated=stated,
        found=found,
        unit=b.unit,
        gap=gap(stated, found) if verdict == "disagrees" else None,
        decided_by="how far each figure was rounded" if verdict == "depends" else None,
        working=working,
    )
