"""Claims on record, each with its report and its findings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request, Response

from groundcheck.ledger.comparing import compared
from groundcheck.ledger.questions.show import show
from groundcheck.ledger.store import View
from groundcheck.model import Finding, Statement
from groundcheck.publish.answers.show import data
from groundcheck.publish.shape import published
from groundcheck.web.api import shapes
from groundcheck.web.api.answering import of_ledger, on_record, paged
from groundcheck.web.api.parameters import AskedPagedFilters, ClaimId
from groundcheck.web.guards.paths import API
from groundcheck.web.state import state_of

router = APIRouter(prefix=f"{API}/claims", tags=["claims"])


@router.get("", response_class=Response, responses=shapes.page(Statement))
async def list_claims(request: Request, asked: AskedPagedFilters) -> Response:
    """Statements on record in full, the latest first: see /search for rows."""

    def found(view: View) -> Any:
        query = asked.query(view)
        total = view.count(query)
        statements = view.statements(replace(query, limit=asked.limit + 1, skip=asked.skip))
        return paged(request, map(published, statements), asked.of, total)

    return await of_ledger(request, found)


@router.get("/{id}", response_class=Response, responses=shapes.named("Shown"))
async def one_claim(request: Request, id: ClaimId) -> Response:  # noqa: A002
    """One claim with its report, its findings, and what all else on record says beside it."""
    asking = state_of(request).asking

    def found(view: View) -> Any:
        with on_record():
            return data(show(view, id, asking.known(view)))

    return await of_ledger(request, found)


@router.get("/{id}/findings", response_class=Response, responses=shapes.page(Finding))
async def findings_of_claim(request: Request, id: ClaimId) -> Response:  # noqa: A002
    """What the checks found about the claim, and what all else on record says beside it."""
    asking = state_of(request).asking

    def found(view: View) -> Any:
        with on_record():
            against = compared(view, id, asking.known(view))
            every = published((*view.findings(id), *against))
        return {"items": every, "total": len(every), "next": None}

    return await of_ledger(request, found)
