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
)

_PAGES = (home, check, report, claim, place, source, search, contradictions, lists)


def routers() -> tuple[APIRouter, ...]:
    """The routers of all pages, in the order in which they are looked through."""
    return tuple(page.router for page in _PAGES)
