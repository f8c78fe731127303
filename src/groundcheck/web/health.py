"""Whether the server works, for whoever watches over it."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter(include_in_schema=False)


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """That it answers."""
    return {"status": "ok"}
