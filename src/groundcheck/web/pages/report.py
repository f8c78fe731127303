"""A report on record: its page, and the same as data."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request, Response

from groundcheck.ledger.known import Known
from groundcheck.ledger.store import Query, View
from groundcheck.publish.exports import FORMATS, Asked
from groundcheck.publish.site.parts import Page
from groundcheck.publish.site.report_page import record_of, report_page
from groundcheck.publish.site.report_parts import pages_of
from groundcheck.web.api.exports import TYPES
from groundcheck.web.guards.paths import API
from groundcheck.web.pages.answering import (
    elsewhere,
    file_of_ledger,
    known_form,
    links,
    number,
    of_ledger,
    until_last,
)
from groundcheck.web.state import state_of

router = APIRouter(include_in_schema=False)


@router.get("/report/{id}.json")
async def report_json(request: Request, id: str) -> Response:  # noqa: A002
    """To the same report in the API."""
    return elsewhere(f"{links(request).prefix}{API}/reports/{quote(id)}")


@router.get("/report/{id}.{form}")
async def report_file(
    request: Request,
    id: str,  # noqa: A002
    form: str,
) -> Response:
    """Its claims as rows, or on the ground."""
    known_form(form, ("csv", "geojson"))
    store = state_of(request).settings.store

    def made(view: View) -> bytes:
        view.report(id)
        file = FORMATS[form].file
        if file is None:
            raise LookupError(form)
        return b"".join(file(Asked(view, Query(report=id), store=store)))

    return await file_of_ledger(request, TYPES[form][0], made)


@router.get("/report/{id}")
async def report(request: Request, id: str) -> Response:  # noqa: A002
    """The report as it was given with its claims marked, and their cards."""
    page, at = number(request), links(request)

    def made(view: View) -> Page:
        outcome = record_of(view, id).outcome
        until_last(page, pages_of(len(outcome.claims)))
        return report_page(view, outcome, Known(view), at, page)

    return await of_ledger(request, made)
