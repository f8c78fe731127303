"""A claim to copy: as text, as a picture, or as a ClaimReview."""

from __future__ import annotations

from collections.abc import Callable

from groundcheck.errors import GroundcheckError
from groundcheck.model import Entry, Record
from groundcheck.publish import words
from groundcheck.publish.claim_picture import claim_svg
from groundcheck.publish.claim_text import claim_text
from groundcheck.publish.claimreview import Reviewer, review, reviewed
from groundcheck.publish.json import written
from groundcheck.publish.png import png
from groundcheck.publish.safe import writable
from groundcheck.web.problems import Problem, missing

TYPES: dict[str, str] = {
    "txt": "text/plain; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jsonld": "application/ld+json",
}


def made(form: str, entry: Entry, record: Record, reviewer: Reviewer) -> bytes:
    """The file, in a form of ``TYPES``.

    Raises ``Problem``: 404 where there is no review, 501 where no PNG can be drawn.
    """
    if form == "jsonld":
        if not reviewed(entry):
            raise missing("there is no ClaimReview of this claim; of copies the earliest has one")
        return writable(written(review(entry, record, reviewer))).encode()
    if form == "png":
        try:
            return png(_svg(entry, record))
        except GroundcheckError:
            raise Problem(501, "this server draws no PNG; the picture is there as SVG") from None
    shown: Callable[[Entry, Record], str] = _svg if form == "svg" else _text
    return writable(shown(entry, record)).encode()


def _text(entry: Entry, record: Record) -> str:
    return claim_text(entry.statement.claim, entry.findings, _stands(entry, record))


def _svg(entry: Entry, record: Record) -> str:
    return claim_svg(entry.statement.claim, entry.findings, _stands(entry, record))


def _stands(entry: Entry, record: Record) -> str:
    shown = entry.statement.appeared
    title = words.title(record.outcome.report)
    outlet = shown.publisher or ""
    return ", ".join(filter(None, (title, outlet, str(shown.published or ""))))
