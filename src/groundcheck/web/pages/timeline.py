"""A place over time: the page, and the same as a picture, a table or data."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from threading import Lock
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from groundcheck.ledger.asking import Layers
from groundcheck.ledger.evidence import figures
from groundcheck.ledger.questions.measured import Maps
from groundcheck.ledger.questions.places import place_asked
from groundcheck.ledger.store import View
from groundcheck.ledger.store.memory import MemoryLedger
from groundcheck.publish.png import png
from groundcheck.publish.site.parts import Page
from groundcheck.publish.site.timeline import Past, drawn, past
from groundcheck.publish.site.timeline_asked import TimelineAsked
from groundcheck.publish.site.timeline_page import timeline_page
from groundcheck.publish.site.timeline_rows import TimelineRow, timeline_rows
from groundcheck.publish.tables import as_csv, as_json
from groundcheck.web.api.answering import on_record
from groundcheck.web.asking import Version
from groundcheck.web.pages.answering import (
    file_of_ledger,
    known_form,
    links,
    of_ledger,
    until_last,
)
from groundcheck.web.pages.names import from_path
from groundcheck.web.pages.place import name_of
from groundcheck.web.state import state_of

Words = Annotated[str, Field(max_length=500)]
_MOST = 50


class Given(BaseModel):
    """The parameters of a timeline's address; what is empty goes without saying."""

    model_config = ConfigDict(extra="forbid")

    since: date | None = None
    until: date | None = None
    unit: Literal["percent", "km2"] = "percent"
    source: list[Words] = Field([], max_length=_MOST)
    kind: list[Words] = Field([], max_length=_MOST)
    certainty: list[Words] = Field([], max_length=_MOST)
    claim: Words = ""
    page: int = Field(1, ge=1, le=1_000_000)

    @field_validator("since", "until", mode="before")
    @classmethod
    def _no_day(cls, value: Any) -> Any:
        return value or None

    @model_validator(mode="after")
    def _in_order(self) -> Given:
        if self.since and self.until and self.since > self.until:
            raise ValueError("since is after until")
        return self

    @property
    def asked(self) -> TimelineAsked:
        """The same as a value."""
        return TimelineAsked(
            self.since,
            self.until,
            self.unit,
            tuple(self.source),
            tuple(self.kind),
            tuple(self.certainty),
            self.claim,
            self.page,
        )


Asked = Annotated[Given, Query()]


class Recent:
    """The places that were asked for last, read once: many ask for other days of the same one."""

    def __init__(self, most: int = 4) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[Version, str], Past] = OrderedDict()
        self._lock = Lock()

    def get(self, key: tuple[Version, str], read: Callable[[], Past]) -> Past:
        """What is on record of the place of that id, as of that version of the ledger."""
        with self._lock:
            found = self._kept.get(key)
        if found is None:
            found = read()
        with self._lock:
            self._kept[key] = found
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found


def router() -> APIRouter:
    """The routes, and what they have read of the places that were asked for last."""
    made, recent = APIRouter(include_in_schema=False), Recent()
    # Maps have a past where no claim is on record yet.
    nothing = MemoryLedger()

    async def reader(request: Request, step: str) -> Callable[[View], Past]:
        state, words = state_of(request), from_path(step)
        version, store = await state.asking.version(), state.settings.store

        def read(view: View) -> Past:
            with on_record():
                place = place_asked(view, words)
            return recent.get((version, place), lambda: past(view, place, figures(store)))

        return read

    @made.get("/timeline/{step}.{form}")
    async def data(request: Request, step: str, form: str, given: Asked) -> Response:
        """The picture, or the maps and claims of the days asked for as rows."""
        known_form(form, _FORMS)
        kind, written = _FORMS[form]
        read = await reader(request, step)

        def content(view: View) -> bytes:
            return written(read(view), given.asked)

        return await file_of_ledger(request, kind, content, nothing)

    @made.get("/timeline/{step}")
    async def page(request: Request, step: str, given: Asked) -> Response:
        """What is on record of a place over time."""
        at, store = links(request), state_of(request).settings.store
        read = await reader(request, step)

        def shown(view: View) -> Page:
            found = read(view)
            maps = Maps(Layers(store), found.place)
            page = timeline_page(found, name_of(view, found.place), given.asked, maps, at)
            until_last(page.pager.page, page.pager.pages)
            return page

        return await of_ledger(request, shown, nothing)

    return made


def _picture(of: Past, asked: TimelineAsked) -> str:
    return drawn(of, asked, lambda _: "")


_FORMS: dict[str, tuple[str, Callable[[Past, TimelineAsked], bytes]]] = {
    "svg": ("image/svg+xml", lambda of, asked: _picture(of, asked).encode()),
    "png": ("image/png", lambda of, asked: png(_picture(of, asked))),
    "csv": ("text/csv", lambda of, asked: as_csv(timeline_rows(of, asked), TimelineRow).encode()),
    "json": (
        "application/json",
        lambda of, asked: as_json(timeline_rows(of, asked), TimelineRow).encode(),
    ),
}
