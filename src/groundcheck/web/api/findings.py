"""Findings on record about the statements that are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request, Response

from groundcheck.ledger.store import Query, View
from groundcheck.model import Finding
from groundcheck.publish.shape import published
from groundcheck.web.api import shapes
from groundcheck.web.api.answering import of_ledger, paged
from groundcheck.web.api.parameters import AskedPagedFilters
from groundcheck.web.guards.paths import API

router = APIRouter(prefix=API, tags=["findings"])


@router.get("/findings", response_class=Response, responses=shapes.page(Finding))
async def list_findings(request: Request, asked: AskedPagedFilters) -> Response:
    """The latest findings about statements, those of the latest statements first.

    Where a check or a verdict is asked for, those findings alone. A page has the findings of as
    many statements as its limit says; the total is that of the statements.
    """

    def found(view: View) -> Any:
        query = asked.query(view)
        total = view.count(query)
        statements = view.statements(replace(query, limit=asked.limit + 1, skip=asked.skip))
        page = paged(request, statements, asked.of, total)
        ids = [one.claim.id for one in page["items"]]
        return page | {"items": published(list(_findings(view, ids, query)))}

    return await of_ledger(request, found)


def _findings(view: View, claims: list[str], query: Query) -> Iterator[Finding]:
    for claim in claims:
        for one in view.findings(claim):
            if query.check in ("", one.check) and query.verdict in (None, one.verdict):
                yield one
