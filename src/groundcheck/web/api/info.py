"""What the ledger holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response

from groundcheck.ledger.store import View
from groundcheck.publish.shape import published
from groundcheck.web.api import shapes
from groundcheck.web.api.answering import of_ledger
from groundcheck.web.guards.paths import API

router = APIRouter(prefix=API, tags=["info"])


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much a ledger holds, and a SHA-256 of all of it; where it lies is nobody's business."""

    version: int
    size: int
    reports: int
    appearances: int
    readings: int
    claims: int
    findings: int
    forgotten: int
    first_day: date | None
    last_day: date | None
    content: str


@router.get("/info", response_class=Response, responses=shapes.one(Holdings))
async def info(request: Request) -> Response:
    """What the ledger holds: reports, claims, findings, days, and a hash of its content."""

    def found(view: View) -> Any:
        one = view.info()
        return published(
            Holdings(
                one.version, one.size, one.reports, one.appearances, one.readings, one.claims,
                one.findings, one.forgotten, one.first_day, one.last_day, one.content,
            )
        )  # fmt: skip

    return await of_ledger(request, found)
