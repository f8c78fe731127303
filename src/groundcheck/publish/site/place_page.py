"""The page of a place: what makers' maps show of it over time, and all that was said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from groundcheck.geo.control import ControlFigures
from groundcheck.ledger.store import Query, View
from groundcheck.publish.safe import one_line
from groundcheck.publish.site.links import Links
from groundcheck.publish.site.parts import PER_PAGE, Pager, Row, pages_of, row
from groundcheck.publish.site.place_timeline import PlaceTimeline, place_timeline


@dataclass(frozen=True, slots=True)
class PlacePage:
    """A place, with everything inside it; ``timeline`` where maps cover it."""

    template: ClassVar[str] = "place"

    title: str
    id: str
    timeline: PlaceTimeline | None
    rows: tuple[Row, ...]
    pager: Pager


def place_page(
    view: View,
    place: tuple[str, str],
    figures: Sequence[ControlFigures],
    at: Links,
    page: int = 1,
) -> PlacePage:
    """A page of a place given by id and name; ``figures`` are the layers' that may cover it."""
    id_, name = place
    asked = Query(place=id_, limit=PER_PAGE, skip=(page - 1) * PER_PAGE)
    total = view.count(Query(place=id_))
    return PlacePage(
        title=one_line(name) or one_line(id_),
        id=one_line(id_),
        timeline=place_timeline(view, id_, figures, at) if page == 1 else None,
        rows=tuple(row(each, at) for each in view.statements(asked)),
        pager=Pager(page, pages_of(total), total, lambda number: at.place(id_, number)),
    )
