"""A report as a client gives it: its text, or the address where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field, model_validator

from groundcheck.ledger.intake import About, Given, IntakeOptions, Refused
from groundcheck.ledger.intake.making import Found, made
from groundcheck.ledger.reading import Text, text_of
from groundcheck.web.guards.token import needs_token
from groundcheck.web.problems import Problem
from groundcheck.web.state import state_of

ITEM = "api"
"""What a text is called that was given without an address."""


class GivenReport(BaseModel):
    """A report: ``text`` or ``address``, and what is known of it."""

    model_config = ConfigDict(extra="forbid")

    text: str | None = Field(None, min_length=1, description="The report's text, as it is.")
    address: str | None = Field(
        None, max_length=2000, description="Where the page stands; wants the token."
    )
    published: date | None = Field(
        None, description="The day of publication; goes before one at the head of the text."
    )
    publisher: str | None = Field(None, max_length=500)
    title: str | None = Field(None, max_length=1000, description="Not read as part of the text.")
    url: str | None = Field(None, max_length=2000, description="Where the text given stands.")
    language: str | None = Field(None, max_length=35)

    @model_validator(mode="after")
    def _one_of_both(self) -> GivenReport:
        if (self.text is None) == (self.address is None):
            raise ValueError("wants either text or address")
        return self


async def text_given(
    request: Request, given: GivenReport, token: str | None = None
) -> tuple[Text, Given]:
    """The text to read, fetched where an address is given; ``token`` is what a form has.

    Raises ``Problem``: 401 or 403 where an address may not be fetched, 422 where there is no text.
    """
    one = await _fetched(request, given, token) if given.address is not None else _pasted(given)
    return text_of(one), one


async def _fetched(request: Request, given: GivenReport, token: str | None) -> Given:
    state = state_of(request)
    needs_token(request, "fetches an address", token)
    if not state.settings.allow_fetch:
        raise Problem(403, "this server fetches no addresses; see --allow-fetch")
    one = await state.fetching.text(given.address or "")
    said = {
        name: value
        for name in ("published", "publisher", "title", "language")
        if (value := getattr(given, name)) is not None
    }
    return replace(one, **said)


def _pasted(given: GivenReport) -> Given:
    found = Found(given.text or "", None, given.url, given.publisher, None, given.language)
    about = About(published=given.published)
    one = made(given.url or ITEM, found, about, IntakeOptions())
    if isinstance(one, Refused):
        raise Problem(422, f"text: {one.reason}")
    return replace(one, title=" ".join((given.title or "").split()) or None)
