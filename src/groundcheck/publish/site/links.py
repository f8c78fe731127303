"""Where pages lead: what the folder of files and the server each give addresses by."""

from __future__ import annotations

from typing import Literal, Protocol

Noun = Literal["reports", "claims", "places", "sources", "contradictions"]


class Links(Protocol):
    """The addresses of pages. An address is ``""`` where there is no such page."""

    @property
    def live(self) -> bool:
        """Whether a server answers: then pages load modules, and forms can be sent."""

    @property
    def front(self) -> str:
        """The first page."""

    @property
    def search(self) -> str:
        """The search page."""

    def menu(self) -> tuple[tuple[str, str], ...]:
        """Words and address of what every page leads to."""

    def report(self, id: str, page: int = 1) -> str:  # noqa: A002
        """A page of a report."""

    def claim(self, id: str) -> str:  # noqa: A002
        """The page of a claim."""

    def place(self, id: str, page: int = 1) -> str:  # noqa: A002
        """A page of a place."""

    def source(self, name: str, page: int = 1) -> str:
        """A page of a source."""

    def all(self, noun: Noun, page: int = 1) -> str:
        """A page of the list of all reports, claims, places, sources or contradictions."""

    def asset(self, name: str) -> str:
        """A stylesheet or script that comes with the package."""

    def twin(self, page: str, form: str) -> str:
        """What stands on the page in another form: "json", "csv", "geojson", "svg"."""

    def map(self, query: str) -> str:
        """The map that is asked for: see ``map_asked``."""

    def timeline(self, place: str, claim: str) -> str:
        """What maps show of a place over time, with a claim beside it or, for ``""``, none."""

    def to(self, here: str, there: str) -> str:
        """The link by which the page ``here`` leads to the address ``there``."""
