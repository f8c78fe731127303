"""What makers' maps show of a place over time, with claims beside it: a picture and a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from groundcheck.geo.control import ControlFigures
from groundcheck.geo.measure import Asked, Row, measure
from groundcheck.ledger.questions.about import speaks_of
from groundcheck.ledger.store import Query, View
from groundcheck.publish import words
from groundcheck.publish.chart import chart_svg
from groundcheck.publish.plots import record_marks, series_chart

_MARKS = 24
"""So many claims stand in the picture, the latest."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture, and the same as a table with the last map of each month.

    ``credit`` says whose maps it shows. ``shown`` of the ``stated`` claims that give a share of
    just this place stand in the picture.
    """

    svg: str
    credit: str
    months: tuple[Row, ...]
    shown: int
    stated: int


def timeline(view: View, place: str, figures: Sequence[ControlFigures]) -> Timeline | None:
    """The measured series with claims beside it, ``None`` where no layer covers the place."""
    covering = [one for one in figures if one.regions_of(place)]
    if not covering:
        return None
    since, until = min(f.first_day for f in covering), max(f.last_day for f in covering)
    asked = Asked((place,), since, until)
    said = view.statements(Query(place=place, kind="control"))
    of_it = (one for one in said if speaks_of(one.claim, (place,)))
    marks = list(record_marks(of_it, "percent"))
    chart = series_chart(covering, asked, "percent", marks[:_MARKS])
    if not any(band.days for band in chart.bands):
        return None
    months = measure(covering, Asked((place,), since, until, "month"))
    makers = dict.fromkeys(one.maker for one in covering)
    return Timeline(
        chart_svg(chart), words.maps_of(tuple(makers)), months, len(marks[:_MARKS]), len(marks)
    )
