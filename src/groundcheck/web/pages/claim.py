"""A claim on record: its page, the same as data, and what can be copied of it."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request, Response

from groundcheck.ledger.comparing import compared
from groundcheck.ledger.store import View
from groundcheck.model import Entry, Record
from groundcheck.publish.claimreview import Reviewer
from groundcheck.publish.site.claim_page import claim_page, others_of
from groundcheck.publish.site.parts import Page
from groundcheck.publish.site.report_page import one_card, record_of
from groundcheck.web.guards.paths import API
from groundcheck.web.pages import claim_files
from groundcheck.web.pages.answering import elsewhere, file_of_ledger, known_form, links, of_ledger
from groundcheck.web.state import state_of

router = APIRouter(include_in_schema=False)


@router.get("/claim/{id}.json")
async def claim_json(request: Request, id: str) -> Response:  # noqa: A002
    """To the same claim in the API."""
    return elsewhere(f"{links(request).prefix}{API}/claims/{quote(id)}")


@router.get("/claim/{id}.{form}")
async def claim_file(request: Request, id: str, form: str) -> Response:  # noqa: A002
    """The claim to copy: as text, a picture, or a ClaimReview."""
    known_form(form, claim_files.TYPES)
    reviewer = Reviewer(day=state_of(request).outside.today())

    def made(view: View) -> bytes:
        return claim_files.made(form, *_entry(view, id), reviewer)

    return await file_of_ledger(request, claim_files.TYPES[form], made)


@router.get("/claim/{id}")
async def claim(request: Request, id: str) -> Response:  # noqa: A002
    """The claim's card, where it appeared, and who else speaks of the same."""
    at, reviewer = links(request), Reviewer(day=state_of(request).outside.today())

    def made(view: View) -> Page:
        entry, record = _entry(view, id)
        page = one_card(view, record.outcome, (id, compared(view, id)), at)
        return claim_page((entry, record), page, others_of(view, entry.statement, at), reviewer)

    return await of_ledger(request, made)


def _entry(view: View, id_: str) -> tuple[Entry, Record]:
    record = record_of(view, view.statement(id_).report)
    return next(one for one in record.entries if one.statement.claim.id == id_), record
