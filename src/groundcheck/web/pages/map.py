"""The map and its twins: pages, pictures, figures, and the outlines of all days of a layer."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

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
_GEOJSON, _TOPOJSON = "application/geo+json", "application/json"
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
    made, here = APIRouter(include_in_schema=False), at.to("", at.map(""))

    def chosen_of(given: Given, work: Callable[[LayerStore, Chosen], str | bytes]) -> str | bytes:
        opened = open_existing(store) if store else None
        if opened is not None:
            with opened:
                chosen = choose(opened, given.asked())
                if chosen is not None:
                    return work(opened, chosen)
        raise missing("there are no layers to draw; groundcheck layers add brings them")

    @made.get("/map")
    async def page(request: Request, given: Asked) -> Response:
        def html() -> bytes:
            asked = given.asked()
            opened = open_existing(store) if store else None
            if opened is not None:
                with opened:
                    chosen = choose(opened, asked)
                    if chosen is not None:
                        return render(map_page(opened, chosen), here, at).encode()
            shown = no_map_page(evidence.figures(store), asked)
            return render(shown, here, at).encode()

        return await _kept(request, html, "text/html; charset=utf-8")

    @made.get("/map.{form}")
    async def twin(request: Request, form: str, given: Asked) -> Response:
        if form not in _TWINS:
            raise missing(f"a map has no form {form!r}; there is {', '.join(_TWINS)}")
        kind, work = _TWINS[form]

        def content() -> bytes:
            if form in ("json", "csv"):
                rows = _rows(store, given)
                told = as_csv(rows, Row) if form == "csv" else as_json(rows, Row)
                return told.encode()
            found = chosen_of(given, work)
            return found.encode() if isinstance(found, str) else found

        return await _kept(request, content, kind)

    @made.get("/map/{layer:path}/history.topojson")
    @made.get("/map/{layer:path}/history.{key}.topojson")
    async def all_days(request: Request, layer: str, key: str = "") -> Response:
        def content() -> bytes:
            return _of_layer(store, layer, "", key, map_files.outlines_of_all_days)

        return await _kept(request, content, _TOPOJSON, _FOREVER if key else "")

    @made.get("/map/{layer:path}/figures.json")
    async def figures(
        request: Request,
        layer: str,
        rows: Annotated[str, Query(max_length=4000)] = "",
        boundaries: Words = "",
        holder: Words = "",
    ) -> Response:
        def work(_: LayerStore, drawn: Drawable) -> bytes:
            name = boundaries or drawn.figures.boundary_sets[0]
            ids = tuple(filter(None, rows.split(","))) or tuple(sorted(drawn.figures.covers))
            return one_line(series(drawn.figures, name, ids)).encode()

        def content() -> bytes:
            return _of_layer(store, layer, holder, "", work)

        return await _kept(request, content, "application/json")

    return made


_TWINS: dict[str, tuple[str, Callable[[LayerStore, Chosen], str | bytes]]] = {
    "svg": ("image/svg+xml", map_files.picture),
    "png": ("image/png", lambda store, chosen: png(map_files.picture(store, chosen))),
    "geojson": (_GEOJSON, lambda store, chosen: one_line(map_files.held_shapes(store, chosen))),
    "csv": ("text/csv; charset=utf-8", lambda _, __: ""),
    "json": ("application/json", lambda _, __: ""),
}


def _rows(store: Path | None, given: Given) -> tuple[Row, ...]:
    """The figures of the map that is asked for; without layers those of the package."""
    opened = open_existing(store) if store else None
    if opened is not None:
        with opened:
            chosen = choose(opened, given.asked())
            if chosen is not None:
                return map_files.measured(chosen)
    return no_map_page(evidence.figures(store), given.asked()).rows


def _of_layer(
    store: Path | None,
    name: str,
    holder: str,
    key: str,
    work: Callable[[LayerStore, Drawable], bytes],
) -> bytes:
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
