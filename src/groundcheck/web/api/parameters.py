"""What may be asked for in an address: the same filters as on the command line, and pages."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Path, Query
from pydantic import BaseModel, ConfigDict, Field

from groundcheck.ledger.questions.filters import SLOTS, query_asked
from groundcheck.ledger.store import Query as Asked
from groundcheck.ledger.store import View
from groundcheck.model import Certainty, Kind, Verdict

MOST = 200
"""Items of a page at most."""
_DEEPEST = 10_000_000

Words = Annotated[str, Field(max_length=500)]
ReportId = Annotated[
    str, Path(pattern="^[0-9a-f]{64}$", description="The SHA-256 of the report's text.")
]
ClaimId = Annotated[str, Path(pattern="^[0-9a-f]{16}$", description="The claim's id.")]


class Page(BaseModel):
    """Which page of a list."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(50, ge=1, le=MOST, description="Items of a page.")
    skip: int = Field(0, ge=0, le=_DEEPEST, description="Items before the page.")

    @property
    def of(self) -> tuple[int, int]:
        """The most that the page holds, and how many stand before it."""
        return self.limit, self.skip


class Filters(BaseModel):
    """Which statements are meant; all that is given must hold."""

    model_config = ConfigDict(extra="forbid")

    words: Words = Field("", description='These words; "a phrase", begin*.')
    source: Words = Field("", description="Said by this source.")
    origin: Words = Field("", description="This one's in the end, whoever passes it on.")
    outlet: Words = Field("", description="Carried by this outlet.")
    actor: Words = Field("", description="About what this one holds, takes or does.")
    place: Words = Field("", description="There or inside: a name, ISO 3166 code or id.")
    kind: Kind | None = None
    certainty: Certainty | None = None
    check: Words = Field("", description="With a finding of this check.")
    verdict: Verdict | None = None
    since: date | None = Field(None, description="Said from this day on.")
    until: date | None = Field(None, description="Said up to this day.")

    def query(self, view: View) -> Asked:
        """The question. Raises ``BadValue`` for a place or source that is not on record."""
        given = {name: str(getattr(self, name) or "") for name in SLOTS}
        return query_asked(given, view)


class PagedFilters(Filters, Page):
    """Which statements are meant, and which page of them."""


AskedPage = Annotated[Page, Query()]
AskedFilters = Annotated[Filters, Query()]
AskedPagedFilters = Annotated[PagedFilters, Query()]
