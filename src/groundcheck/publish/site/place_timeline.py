"""The timeline on the page of a place: all days, and all claims of how things stood in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from groundcheck.geo.control import ControlFigures
from groundcheck.geo.measure import Asked, Row, measure
from groundcheck.ledger.store import View
from groundcheck.publish.site.links import Links
from groundcheck.publish.site.timeline import drawn, past, series_of
from groundcheck.publish.site.timeline_asked import TimelineAsked
from groundcheck.publish.timeline.lanes import Clump


@dataclass(frozen=True, slots=True)
class PlaceTimeline:
    """The picture, whose maps it shows, and the last map of each month as a table.

    ``path`` is the address of the timeline's own page, ``""`` where it has none.
    """

    svg: str
    credit: str
    months: tuple[Row, ...]
    path: str


def place_timeline(
    view: View, place: str, figures: Sequence[ControlFigures], at: Links
) -> PlaceTimeline | None:
    """The maps' series with the claims beside it, ``None`` where no layer covers the place."""
    if not any(one.regions_of(place) for one in figures):
        return None
    found, asked = past(view, place, figures), TimelineAsked()
    if not any(band.days for band in series_of(found, asked).bands):
        return None
    months = measure(found.figures, Asked((place,), *found.days, "month"))
    svg = drawn(found, asked, _leads(place, at))
    return PlaceTimeline(svg, found.credit, months, at.timeline(place, ""))


def _leads(place: str, at: Links) -> Callable[[Clump], str]:
    """To the claim; several lead to the timeline of their days or, without one, to the list."""
    here, path = at.place(place), at.timeline(place, "")

    def leads(clump: Clump) -> str:
        if len(clump.claims) == 1:
            return at.to(here, at.claim(clump.claims[0].id))
        return f"{path}?{TimelineAsked().over(clump.days).query}" if path else "#claims"

    return leads
