"""The pages for people: routers that stand beside the API, all under the same guards."""

from __future__ import annotations

from fastapi import APIRouter

from groundcheck.web.pages import (
    check,
    claim,
    contradictions,
    home,
    lists,
    place,
    report,
    search,
    source,
    timeline,
)
from groundcheck.web.pages import map as map_
from groundcheck.web.pages.links import Served
from groundcheck.web.settings import Settings

_PAGES = (home, check, report, claim, place, source, search, contradictions, lists)


def routers(settings: Settings) -> tuple[APIRouter, ...]:
    """The routers of all pages, in the order in which they are looked through."""
    drawn = map_.router(settings.store, Served(settings.prefix))
    return (drawn, timeline.router(), *(page.router for page in _PAGES))
