"""The REST API: one module a noun, whose routes ask the ledger and give the published shapes."""

from __future__ import annotations

from fastapi import FastAPI

from groundcheck.web.api import (
    check,
    claims,
    contradictions,
    description,
    exports,
    findings,
    history,
    info,
    measurements,
    places,
    reports,
    search,
    sources,
)
from groundcheck.web.api.shapes import PROBLEM

_NOUNS = (
    check, reports, claims, findings, search, places, sources, contradictions, measurements,
    history, exports, info,
)  # fmt: skip


def include(app: FastAPI) -> None:
    """Put all routes of the API on the application."""
    app.openapi = description.maker(app)  # type: ignore[method-assign]
    for noun in _NOUNS:
        app.include_router(noun.router, responses={"default": PROBLEM})
    app.include_router(description.router)
