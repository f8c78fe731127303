"""A text that is given to be checked, and the pages about it, which are on no record."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from groundcheck.ledger.store import View
from groundcheck.publish.claimreview import Reviewer
from groundcheck.publish.json import render as as_json
from groundcheck.web.api.given import text_given
from groundcheck.web.compared import compared
from groundcheck.web.kept import Checked as Held
from groundcheck.web.pages import claim_files, of_checked
from groundcheck.web.pages.answering import known_form, number, of_nothing_kept, until_last
from groundcheck.web.pages.form import form_given
from groundcheck.web.pages.links import Checked, Served
from groundcheck.web.problems import missing
from groundcheck.web.state import state_of

router = APIRouter(include_in_schema=False)

_GONE = "this text is no longer kept; it can be checked again"


@router.post("/check")
async def check(request: Request) -> Response:
    """Read and check a text, keep it for a while, and lead to it; nothing goes on record."""
    state = state_of(request)
    given, token = await form_given(request)
    text, _ = await text_given(request, given, token)
    filed, found = await compared(state, await state.readings.read(text))
    id_ = state.kept.keep(Held(filed, found))
    at = Checked(request.scope.get("root_path", ""), id_)
    headers = {"Cache-Control": "no-store"}
    return RedirectResponse(at.report(""), 303, headers)


@router.get("/checked/{id}.json")
async def checked_json(request: Request, id: str) -> Response:  # noqa: A002
    """The text with its claims and findings, as ``groundcheck check --format json``."""
    held = _held(request, id)
    body = await asyncio.to_thread(lambda: as_json(of_checked.outcome(held), checked=True))
    return Response(body, headers={"Cache-Control": "no-store"}, media_type="application/json")


@router.get("/checked/{id}")
async def checked(request: Request, id: str) -> Response:  # noqa: A002
    """The text with its claims marked, and their cards."""
    held, page, at = _held(request, id), number(request), _at(request, id)
    until_last(page, of_checked.pages(held))
    return await of_nothing_kept(request, lambda: of_checked.report_page(held, at, page), at)


@router.get("/checked/{id}/{claim}.{form}")
async def checked_claim_file(
    request: Request,
    id: str,  # noqa: A002
    claim: str,
    form: str,
) -> Response:
    """One of its claims to copy: as text, a picture, or a ClaimReview."""
    known_form(form, claim_files.TYPES)
    held = _held(request, id)
    reviewer = Reviewer(day=state_of(request).outside.today())
    entry, record = of_checked.entry(held, claim)
    made = await asyncio.to_thread(claim_files.made, form, entry, record, reviewer)
    return Response(made, headers={"Cache-Control": "no-store"}, media_type=claim_files.TYPES[form])


@router.get("/checked/{id}/{claim}")
async def checked_claim(request: Request, id: str, claim: str) -> Response:  # noqa: A002
    """One of its claims, with who else speaks of the same on record."""
    held, at, state = _held(request, id), _at(request, id), state_of(request)
    reviewer = Reviewer(day=state.outside.today())
    of_checked.entry(held, claim)
    others = of_checked.NOBODY
    if state.settings.ledger.exists():

        def asked(view: View) -> of_checked.Others:
            return of_checked.others(view, held, claim, Served(at.prefix))

        others = await state.asking.ask(asked)
    return await of_nothing_kept(
        request, lambda: of_checked.claim_page(held, claim, others, reviewer, at), at
    )


def _held(request: Request, id_: str) -> Held:
    held = state_of(request).kept.get(id_)
    if held is None:
        raise missing(_GONE)
    return held


def _at(request: Request, id_: str) -> Checked:
    return Checked(request.scope.get("root_path", ""), id_)
