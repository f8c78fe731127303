"""From measured series, claims and maps to the pictures that ``chart`` and ``control_map`` draw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from groundcheck.geo.asked import name
from groundcheck.geo.control import ControlFigures
from groundcheck.geo.measure import Asked
from groundcheck.model import Claim, Interval
from groundcheck.publish.chart import Chart
from groundcheck.publish.chart_data import Band, Mark


def series_chart(
    figures: Sequence[ControlFigures], asked: Asked, unit: str, marks: Sequence[Mark] = ()
) -> Chart:
    """The series of each layer and boundary set, with ``marks`` of what is claimed.

    ``unit`` is "percent" or "km2".
    """
    bands = tuple(band for one in figures for band in _bands(one, asked, unit))
    holders = " or ".join(dict.fromkeys(one.holder for one in figures if _of(one, asked)))
    where = name("+".join(asked.places))
    what = "Share" if unit == "percent" else "Ground"
    makers = "; ".join(dict.fromkeys(one.maker for one in figures if _of(one, asked)))
    return Chart(
        title=f"{what} of {where} held by {holders or 'anyone'}, as each maker shows it",
        unit=unit,
        bands=bands,
        marks=tuple(marks),
        note=f"A band runs from held to held with contested ground. Maps: {makers or 'none'}.",
    )


def _of(figures: ControlFigures, asked: Asked) -> bool:
    return all(figures.regions_of(place) for place in asked.places)


def _bands(figures: ControlFigures, asked: Asked, unit: str) -> Iterator[Band]:
    for boundary_set in figures.boundary_sets:
        low = _values(figures, asked, (boundary_set, False, unit))
        high = _values(figures, asked, (boundary_set, figures.contested, unit))
        days = tuple(day for day in low if asked.since <= day <= asked.until)
        if days:
            yield Band(
                maker=f"{figures.maker.split(' (')[0]}, {figures.layer}, on {boundary_set}",
                days=days,
                low=tuple(low[day] for day in days),
                high=tuple(high[day] for day in days),
            )


def _values(
    figures: ControlFigures, asked: Asked, counting: tuple[str, bool, str]
) -> dict[date, float]:
    boundary_set, contested, unit = counting
    of = figures.shares if unit == "percent" else figures.areas
    return dict(of(asked.places, boundary_set, contested))


def claim_marks(
    claims: Iterable[tuple[Claim, date | None]], asked: Asked, unit: str
) -> Iterator[Mark]:
    """A mark for each claim of what is held of just these places, each given with its day."""
    for claim, day in claims:
        stated = _stated(claim, unit)
        since = claim.when.start if claim.when and claim.when.start else day
        until = claim.when.end - timedelta(days=1) if claim.when and claim.when.end else day
        if stated is not None and since and until and _speaks_of(claim, asked):
            yield Mark(
                f"{claim.attribution.source}: “{claim.text}”", since, max(since, until), stated
            )


def _speaks_of(claim: Claim, asked: Asked) -> bool:
    """Whether the claim's figure is of just these places, in one of its readings."""
    named, wanted = {place.id for place in claim.places}, set(asked.places)
    return named == wanted or (len(wanted) == 1 and wanted < named and "each" in claim.readings)


def _stated(claim: Claim, unit: str) -> Interval | None:
    if claim.kind != "control":
        return None
    return next((q.bounds for q in claim.quantities if q.unit == unit), None)
