"""Reports on record, and taking in another one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from groundcheck.ledger.added import Done, What
from groundcheck.ledger.questions.show import on_record as shown
from groundcheck.ledger.store import View
from groundcheck.model import Appearance
from groundcheck.model import Report as Whole
from groundcheck.publish.answers.show import data
from groundcheck.publish.json import one_line
from groundcheck.publish.shape import published
from groundcheck.web.api import shapes
from groundcheck.web.api.answering import of_ledger, on_record, paged
from groundcheck.web.api.given import GivenReport, text_given
from groundcheck.web.api.parameters import AskedPagedFilters, ReportId
from groundcheck.web.guards.paths import API
from groundcheck.web.guards.token import needs_token
from groundcheck.web.problems import Problem
from groundcheck.web.state import state_of

router = APIRouter(prefix=f"{API}/reports", tags=["reports"])


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report without its text; ``id`` is the SHA-256 of the text."""

    id: str
    published: date | None
    url: str | None
    publisher: str | None
    title: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Added:
    """What came of a report: its id, whether it was ``new``, and how many claims went in."""

    report: str
    what: What
    claims: int


@router.get("", response_class=Response, responses=shapes.page(ReportRow))
async def list_reports(request: Request, asked: AskedPagedFilters) -> Response:
    """Reports that hold a statement that is asked for, by id; without a filter all of them."""

    def found(view: View) -> Any:
        query = replace(asked.query(view), limit=asked.limit + 1, skip=asked.skip)
        return paged(request, (published(_row(one)) for one in view.reports(query)), asked.of)

    return await of_ledger(request, found)


@router.post("", response_class=Response, status_code=201, responses=shapes.made(Added))
async def add_report(request: Request, given: GivenReport) -> Response:
    """Read and check a report and take it into the ledger; wants the token.

    201 where it is new or was read anew, 200 where it was known, 410 where it was forgotten.
    """
    needs_token(request, "writes to the ledger")
    state = state_of(request)
    text, one = await text_given(request, given)
    done = await state.writing.known(one)
    if done is None:
        done = await state.writing.add(await state.readings.read(text))
    return _told(request, done, text.report.id)


@router.get("/{id}", response_class=Response, responses=shapes.named("Shown"))
async def one_report(
    request: Request,
    id: ReportId,  # noqa: A002
    compared: Annotated[
        bool, Query(description="With what all else on record says beside each claim.")
    ] = False,
) -> Response:
    """One report with its claims, its findings, and where it appeared."""
    asking = state_of(request).asking

    def found(view: View) -> Any:
        known = asking.known(view) if compared else None
        with on_record():
            return data(shown(view, id, compared=compared, known=known))

    return await of_ledger(request, found)


@router.get("/{id}/appearances", response_class=Response, responses=shapes.page(Appearance))
async def appearances_of_report(request: Request, id: ReportId) -> Response:  # noqa: A002
    """Where the report stood, earliest first."""

    def found(view: View) -> Any:
        with on_record():
            every = published(view.appearances(id))
        return {"items": every, "total": len(every), "next": None}

    return await of_ledger(request, found)


def _row(report: Whole) -> ReportRow:
    return ReportRow(
        report.id, report.published, report.url, report.publisher, report.title, report.language
    )


def _told(request: Request, done: Done, report: str) -> Response:
    if done.what == "forgotten":
        raise Problem(410, "this report was forgotten, and is not taken in again")
    if done.what == "refused":
        raise Problem(422, f"the report was not taken in: {done.reason}")
    status = 201 if done.what in ("new", "reading") else 200
    body = one_line(published(Added(report, done.what, done.claims))) + "\n"
    headers = {"Location": f"{request.url.path}/{report}", "Cache-Control": "no-store"}
    return Response(body, status, headers, media_type="application/json")
