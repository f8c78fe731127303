"""From measured series, claims and maps to the pictures that ``chart`` and ``control_map`` draw."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from groundcheck.errors import BadValue
from groundcheck.geo.asked import name
from groundcheck.geo.control import ControlFigures
from groundcheck.geo.measure import Asked
from groundcheck.ledger.asking import Layers
from groundcheck.ledger.questions.about import speaks_of
from groundcheck.ledger.questions.history import Wanted
from groundcheck.model import Claim, Interval, Outcome, Statement, When
from groundcheck.publish.chart import chart_svg
from groundcheck.publish.chart_data import Band, Chart, Mark
from groundcheck.publish.timeline import Timeline, claimed, timeline_svg
from groundcheck.publish.words import whose

_DAY = timedelta(days=1)
_MOST = 40
"""So many claims can each be told in words below a picture."""


def series_chart(
    figures: Sequence[ControlFigures],
    asked: Asked,
    unit: str,
    marks: Sequence[Mark] = (),
    *,
    beyond: bool = False,
) -> Chart:
    """The series of each layer and boundary set, with claims beside them.

    ``unit`` is "percent" or "km2". With ``beyond`` the maps before the first day and after the last
    are there too, so that lines run on to both.
    """
    bands = tuple(band for one in figures for band in _bands(one, asked, unit, beyond))
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


def record_svg(layers: Layers, place: str, wanted: Wanted, statements: Sequence[Statement]) -> str:
    """A picture of the series of a place with what is on record about it.

    Few claims are numbered and told in words; many stand in a timeline by source. Raises
    ``BadValue`` where no layer covers it and nothing was claimed in that unit.
    """
    marks = tuple(sorted(record_marks(statements, wanted.unit), key=lambda mark: mark.until))
    days = [mark.since for mark in marks], [mark.until for mark in marks]
    figures = layers.figures()
    since = wanted.since or min((*days[0], *(one.first_day for one in figures)))
    until = wanted.until or max((*days[1], *(one.last_day for one in figures)))
    chart = series_chart(figures, Asked((place,), since, until), wanted.unit, marks)
    if not chart.bands and not marks:
        raise BadValue(f"{name(place)}: no layer covers it and no claim on record gives a figure")
    if len(marks) <= _MOST:
        return chart_svg(chart)
    holders = {one.holder for one in figures if one.regions_of(place)}
    return timeline_svg(Timeline(replace(chart, marks=()), claimed(statements, holders)))


def _of(figures: ControlFigures, asked: Asked) -> bool:
    return all(figures.regions_of(place) for place in asked.places)


def _bands(figures: ControlFigures, asked: Asked, unit: str, beyond: bool) -> Iterator[Band]:
    for boundary_set in figures.boundary_sets:
        low = _values(figures, asked, (boundary_set, False, unit))
        high = _values(figures, asked, (boundary_set, figures.contested, unit))
        days = _shown(tuple(low), asked, beyond)
        if days:
            yield Band(
                maker=f"{figures.maker.split(' (')[0]}, {figures.layer}, on {boundary_set}",
                days=days,
                low=tuple(low[day] for day in days),
                high=tuple(high[day] for day in days),
            )


def _shown(days: tuple[date, ...], asked: Asked, beyond: bool) -> tuple[date, ...]:
    first, end = bisect_left(days, asked.since), bisect_right(days, asked.until)
    return days[max(0, first - beyond) : end + beyond]


def _values(
    figures: ControlFigures, asked: Asked, counting: tuple[str, bool, str]
) -> dict[date, float]:
    boundary_set, contested, unit = counting
    of = figures.shares if unit == "percent" else figures.areas
    return dict(of(asked.places, boundary_set, contested))


def report_marks(outcome: Outcome, asked: Asked, unit: str) -> Iterator[Mark]:
    """What a report claims of the same places, in the same unit."""
    for claim in outcome.claims:
        day = outcome.report.published
        when = claim.when or When(None, "", None)
        last = when.end - _DAY if when.end else day
        if speaks_of(claim, asked.places):
            yield from _mark(claim, unit, (when.start or day, last), "")


def record_marks(statements: Iterable[Statement], unit: str) -> Iterator[Mark]:
    """What statements on record claim, in the same unit, each with the outlet that carried it."""
    for one in statements:
        last = one.until - _DAY if one.until else one.said
        yield from _mark(one.claim, unit, (one.since or one.said, last), one.appeared.outlet)


def _mark(
    claim: Claim, unit: str, days: tuple[date | None, date | None], outlet: str
) -> Iterator[Mark]:
    stated, (since, until) = _stated(claim, unit), days
    if stated is not None and since and until:
        carried = f" ({outlet})" if outlet else ""
        label = f"{whose(claim)}: “{claim.text}”{carried}"
        yield Mark(label, since, max(since, until), stated)


def _stated(claim: Claim, unit: str) -> Interval | None:
    if claim.kind != "control":
        return None
    return next((q.bounds for q in claim.quantities if q.unit == unit), None)
