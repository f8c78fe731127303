"""What sources on record say against each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from groundcheck.ledger.contradictions import Contradiction
from groundcheck.ledger.questions.contradictions import contradictions
from groundcheck.ledger.questions.search import SaidRow, said_row
from groundcheck.ledger.store import View
from groundcheck.publish.shape import published
from groundcheck.web.api import shapes
from groundcheck.web.api.answering import of_ledger, paged
from groundcheck.web.api.parameters import PagedFilters
from groundcheck.web.guards.paths import API

router = APIRouter(prefix=API, tags=["contradictions"])


class ContradictionFilters(PagedFilters):
    """Which statements take part, and how far apart they are."""

    min_gap: float | None = Field(
        None, ge=0, allow_inf_nan=False, description="So far apart or more, each in its own unit."
    )


@dataclass(frozen=True, slots=True)
class Against:
    """Statements that do not go together: over what, and the widest gap in ``unit``.

    ``pairs`` are the ids of the claims that contradict each other.
    """

    why: tuple[str, ...]
    gap: float | None
    unit: str | None
    pairs: tuple[tuple[str, str], ...]
    statements: tuple[SaidRow, ...]


@router.get("/contradictions", response_class=Response, responses=shapes.page(Against))
async def list_contradictions(
    request: Request, asked: Annotated[ContradictionFilters, Query()]
) -> Response:
    """Statements of different sources that do not go together, the latest first."""

    def found(view: View) -> Any:
        query = replace(asked.query(view), limit=asked.limit + 1, skip=asked.skip)
        against = contradictions(view, query, asked.min_gap)
        return paged(request, (published(_row(one)) for one in against), asked.of)

    return await of_ledger(request, found)


def _row(one: Contradiction) -> Against:
    rows = tuple(said_row(statement) for statement in one.statements)
    return Against(one.why, one.gap, one.unit, one.pairs, rows)
