"""The map and its twins: pages, pictures, figures, and the outlines of all days of a layer."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, field_validator

from groundcheck.geo.measure import Row
from groundcheck.ledger import evidence
from groundcheck.ledger.drawable import Drawable, drawables
from groundcheck.ledger.layer_store import LayerStore, open_existing
from groundcheck.publish.json import one_line
from groundcheck.publish.png import png
from groundcheck.publish.site import map_files
from groundcheck.publish.site.links import Links
from groundcheck.publish.site.map_asked import MapAsked, Mode, places_asked
from groundcheck.publish.site.map_choice import Chosen, choose
from groundcheck.publish.site.map_page import history_key, map_page, no_map_page
from groundcheck.publish.site.map_table import series
from groundcheck.publish.site.render import render
from groundcheck.publish.tables import as_csv, as_json
from groundcheck.web.api.answering import etag, not_modified, unchanged
from groundcheck.web.problems import missing
from groundcheck.web.state import state_of

_FOREVER = "public, max-age=31536000, immutable"
T = TypeVar("T")
Words = Annotated[str, Field(max_length=200)]


class Given(BaseModel):
    """The parameters of a map's address; what is empty goes as it comes."""

    model_config = ConfigDict(populate_by_name=True)

    layer: Words = ""
    other: Words = Field("", alias="with")
    mode: Mode = "side"
    day: date | None = None
    place: Annotated[str, Field(max_length=2000)] = ""
    holder: Words = ""

    @field_validator("day", mode="before")
    @classmethod
    def _no_day(cls, value: Any) -> Any:
        return value or None

    @field_validator("mode", mode="before")
    @classmethod
    def _no_mode(cls, value: Any) -> Any:
        return value or "side"

    def asked(self) -> MapAsked:
        """The same as a value. Raises ``BadValue`` for a place that is not known."""
        places = places_asked(self.place)
        return MapAsked(self.layer, self.other, self.mode, self.day, places, self.holder)


Asked = Annotated[Given, Query()]


def router(store: Path | None, at: Links) -> APIRouter:
    """The routes of the map of what ``store`` has; links lead where ``at`` says."""
    routes = _Routes(store, at)
    made = APIRouter(include_in_schema=False)
    made.add_api_route("/map", routes.page)
    made.add_api_route("/map.{form}", routes.twin)
    made.add_api_route("/map/{layer:path}/history.topojson", routes.history)
    made.add_api_route("/map/{layer:path}/history.{key}.topojson", routes.history)
    made.add_api_route("/map/{layer:path}/figures.json", routes.figures)
    return made


class _Routes:
    """What stands at each address; all of it is made in the threads that ask."""

    def __init__(self, store: Path | None, at: Links) -> None:
        self._store = store
        self._at = at
        self._here = at.to("", at.map(""))

    async def page(self, request: Request, given: Asked) -> Response:
        """The page, or without layers what to bring."""

        def html() -> bytes:
            def drawn(store: LayerStore, chosen: Chosen) -> bytes:
                return render(map_page(store, chosen), self._here, self._at).encode()

            found = _chosen(self._store, given, drawn)
            if found is not None:
                return found
            shown = no_map_page(evidence.figures(self._store), given.asked())
            return render(shown, self._here, self._at).encode()

        return await _kept(request, html, "text/html; charset=utf-8")

    async def twin(self, request: Request, form: str, given: Asked) -> Response:
        """The same as a picture, shapes or rows."""
        if form in _ROWS:
            kind, written = _ROWS[form]
            return await _kept(request, lambda: written(_rows(self._store, given)).encode(), kind)
        if form not in _DRAWN:
            known = ", ".join((*_DRAWN, *_ROWS))
            raise missing(f"a map has no form {form!r}; there is {known}")
        kind, work = _DRAWN[form]

        def content() -> bytes:
            found = _chosen(self._store, given, work)
            if found is None:
                raise missing("there are no layers to draw; groundcheck layers add brings them")
            return found

        return await _kept(request, content, kind)

    async def history(self, request: Request, layer: str, key: str = "") -> Response:
        """The outlines of all days; under its ``key`` it never changes."""

        def content() -> bytes:
            asked = layer, "", key
            return _of_layer(self._store, asked, map_files.outlines_of_all_days)

        return await _kept(request, content, "application/json", _FOREVER if key else "")

    async def figures(
        self,
        request: Request,
        layer: str,
        rows: Annotated[str, Query(max_length=4000)] = "",
        boundaries: Words = "",
        holder: Words = "",
    ) -> Response:
        """What was measured on all days, for the page's script."""

        def work(_: LayerStore, drawn: Drawable) -> bytes:
            name = boundaries or drawn.figures.boundary_sets[0]
            ids = tuple(filter(None, rows.split(","))) or tuple(sorted(drawn.figures.covers))
            return one_line(series(drawn.figures, name, ids)).encode()

        def content() -> bytes:
            return _of_layer(self._store, (layer, holder, ""), work)

        return await _kept(request, content, "application/json")


_DRAWN: dict[str, tuple[str, Callable[[LayerStore, Chosen], bytes]]] = {
    "svg": ("image/svg+xml", lambda store, chosen: map_files.picture(store, chosen).encode()),
    "png": ("image/png", lambda store, chosen: png(map_files.picture(store, chosen))),
    "geojson": (
        "application/geo+json",
        lambda store, chosen: one_line(map_files.held_shapes(store, chosen)).encode(),
    ),
}
_ROWS: dict[str, tuple[str, Callable[[tuple[Row, ...]], str]]] = {
    "csv": ("text/csv; charset=utf-8", lambda rows: as_csv(rows, Row)),
    "json": ("application/json", lambda rows: as_json(rows, Row)),
}


def _chosen(store: Path | None, given: Given, work: Callable[[LayerStore, Chosen], T]) -> T | None:
    """What the work makes of the map that is asked for, ``None`` where nothing can be drawn."""
    asked = given.asked()
    opened = open_existing(store) if store else None
    if opened is None:
        return None
    with opened:
        chosen = choose(opened, asked)
        return None if chosen is None else work(opened, chosen)


def _rows(store: Path | None, given: Given) -> tuple[Row, ...]:
    """The figures of the map that is asked for; without layers those of the package."""
    found = _chosen(store, given, lambda _, chosen: map_files.measured(chosen))
    return no_map_page(evidence.figures(store), given.asked()).rows if found is None else found


def _of_layer(
    store: Path | None, asked: tuple[str, str, str], work: Callable[[LayerStore, Drawable], bytes]
) -> bytes:
    """What the work makes of a layer by name, holder and the key of its history."""
    name, holder, key = asked
    opened = open_existing(store) if store else None
    if opened is not None:
        with opened:
            for drawn in drawables(opened):
                same = drawn.layer.name == name and holder in ("", drawn.figures.holder)
                if same and key in ("", history_key(drawn)):
                    return work(opened, drawn)
    raise missing("there is no such layer, or it has changed since")


async def _kept(
    request: Request, make: Callable[[], bytes], kind: str, caching: str = ""
) -> Response:
    """The content, packed where the client takes that; made once while nothing changes."""
    state = state_of(request)
    packed = "gzip" in request.headers.get("accept-encoding", "") and kind != "image/png"
    tag = await etag(request, "gzip" if packed else "")
    if unchanged(request, tag):
        return not_modified(tag)

    def content() -> bytes:
        return gzip.compress(make(), 6, mtime=0) if packed else make()

    async def made() -> bytes:
        return await state.asking.do(content)

    body = await state.answers.get(tag, made)
    headers = {"ETag": tag, "Cache-Control": caching or "no-cache", "Vary": "Accept-Encoding"}
    if packed:
        headers["Content-Encoding"] = "gzip"
    return Response(body, headers=headers, media_type=kind)
