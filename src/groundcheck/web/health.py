"""Whether the server works, and how much it does, for whoever watches over it."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from groundcheck.errors import GroundcheckError
from groundcheck.web.metrics import MEDIA_TYPE
from groundcheck.web.problems import busy
from groundcheck.web.state import state_of

router = APIRouter(include_in_schema=False)


@router.get("/healthz")
async def healthz(request: Request) -> dict[str, str]:
    """That it answers, and that the ledger can be read where there is one; else 503."""
    try:
        version = await state_of(request).asking.version()
    except GroundcheckError:
        raise busy("the ledger cannot be read") from None
    return {"status": "ok", "ledger": "there" if version[0] else "none yet"}


@router.get("/metrics")
async def metrics(request: Request) -> Response:
    """Counts in the text format of Prometheus."""
    state = state_of(request)
    return Response(state.metrics.text(state.gauges()), media_type=MEDIA_TYPE)
