"""What was said, as flat rows: the quick way to look through statements."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from groundcheck.ledger.questions.search import SaidRow, search
from groundcheck.ledger.store import View
from groundcheck.publish.shape import published
from groundcheck.web.api import shapes
from groundcheck.web.api.answering import of_ledger, paged
from groundcheck.web.api.parameters import PagedFilters
from groundcheck.web.guards.paths import API

router = APIRouter(prefix=API, tags=["search"])


class SearchFilters(PagedFilters):
    """Which statements are meant, and in which order."""

    once: bool = Field(False, description="What many reports carry once, as the earliest has it.")
    oldest_first: bool = Field(False, description="The earliest first.")


@router.get("/search", response_class=Response, responses=shapes.page(SaidRow))
async def search_statements(request: Request, asked: Annotated[SearchFilters, Query()]) -> Response:
    """Statements as rows, each with who says so and where it stands, the latest first."""

    def found(view: View) -> Any:
        query = replace(asked.query(view), once=asked.once, oldest_first=asked.oldest_first)
        total = view.count(query)
        query = replace(query, limit=asked.limit + 1, skip=asked.skip)
        return paged(request, published(search(view, query)), asked.of, total)

    return await of_ledger(request, found)
