"""Checking a text: read and held against maps and the ledger, and not kept."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request, Response

from groundcheck.publish.json import render
from groundcheck.web.api import shapes
from groundcheck.web.api.given import GivenReport, text_given
from groundcheck.web.compared import compared
from groundcheck.web.guards.paths import API
from groundcheck.web.state import state_of

router = APIRouter(prefix=API, tags=["check"])


@router.post("/check", response_class=Response, responses=shapes.named("Outcome"))
async def check_text(request: Request, given: GivenReport) -> Response:
    """The claims of a text with what every check finds about them; nothing is stored.

    Where there is a ledger, what others on record say of the same is among the findings.
    """
    state = state_of(request)
    text, _ = await text_given(request, given)
    filed, found = await compared(state, await state.readings.read(text))
    outcome = replace(filed.outcome, findings=(*filed.outcome.findings, *found))
    body = await state.asking.do(lambda: render(outcome, checked=True).encode())
    headers = {"Cache-Control": "no-store"}
    return Response(body, headers=headers, media_type="application/json")
