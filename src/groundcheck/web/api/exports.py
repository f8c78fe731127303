"""What is on record as a file, sent as it is made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from fastapi import APIRouter, Request, Response

from groundcheck.ledger.store import View
from groundcheck.publish.claimreview import Reviewer
from groundcheck.publish.exports import FORMATS, Asked
from groundcheck.web.api.answering import etag, not_modified, unchanged
from groundcheck.web.api.parameters import AskedFilters
from groundcheck.web.guards.paths import API
from groundcheck.web.state import state_of
from groundcheck.web.streaming import StreamResponse

router = APIRouter(prefix=API, tags=["exports"])

TYPES = {
    "csv": ("text/csv; charset=utf-8", "csv"),
    "parquet": ("application/vnd.apache.parquet", "parquet"),
    "jsonl": ("application/jsonl", "jsonl"),
    "geojson": ("application/geo+json", "geojson"),
    "claimreview": ("application/jsonl", "jsonl"),
}
"""The formats that are one file: their media types, and how their names end."""
_RESPONSES = {
    200: {
        "description": "The file.",
        "content": {kind: {} for kind, _ in TYPES.values()},
    },
    304: {"description": "It is as it was when the ETag was given."},
}


@router.get("/exports/{format}", response_class=Response, responses=_RESPONSES)  # type: ignore[arg-type]
async def export(
    request: Request,
    format: Literal["csv", "parquet", "jsonl", "geojson", "claimreview"],  # noqa: A002
    asked: AskedFilters,
) -> Response:
    """The statements asked for as one file, with where they appeared and what was found."""
    state = state_of(request)
    today = state.outside.today()
    tag = await etag(request, str(today) if format == "claimreview" else "")
    if unchanged(request, tag):
        return not_modified(tag)

    def parts(view: View) -> Iterator[bytes]:
        made = FORMATS[format].file
        if made is None:
            raise LookupError(format)
        query, reviewer = asked.query(view), Reviewer(day=today)
        return made(Asked(view, query, reviewer, state.settings.store))

    kind, ending = TYPES[format]
    headers = {
        "ETag": tag,
        "Cache-Control": "no-cache",
        "Content-Disposition": f'attachment; filename="groundcheck-{format}.{ending}"',
    }
    return StreamResponse(await state.streams.begin(parts), headers, kind)
