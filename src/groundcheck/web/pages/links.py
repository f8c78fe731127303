"""The addresses of the pages that the server gives, under the prefix that it stands under."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from groundcheck.publish.site.links import Noun
from groundcheck.web.pages.names import in_path


@dataclass(frozen=True, slots=True)
class Served:
    """See ``Links``; every address begins with ``prefix``."""

    prefix: str = ""
    live: ClassVar[bool] = True

    @property
    def front(self) -> str:
        """The first page, where a text can be given."""
        return f"{self.prefix}/"

    @property
    def search(self) -> str:
        """The search, by what stands in its query."""
        return f"{self.prefix}/search"

    @property
    def check(self) -> str:
        """Where a text is sent to be checked."""
        return f"{self.prefix}/check"

    def menu(self) -> tuple[tuple[str, str], ...]:
        """The lists of everything, the search, and the API."""
        return (
            ("Check a text", self.front),
            ("Search", self.search),
            ("Reports", self.all("reports")),
            ("Places", self.all("places")),
            ("Map", self.map("")),
            ("Sources", self.all("sources")),
            ("Contradictions", self.all("contradictions")),
            ("API", f"{self.prefix}/api/v1/"),
        )

    def report(self, id: str, page: int = 1) -> str:  # noqa: A002
        """A page of a report on record."""
        return _paged(f"{self.prefix}/report/{id}", page)

    def claim(self, id: str) -> str:  # noqa: A002
        """The page of a claim on record."""
        return f"{self.prefix}/claim/{id}"

    def place(self, id: str, page: int = 1) -> str:  # noqa: A002
        """A page of a place."""
        return _paged(f"{self.prefix}/place/{in_path(id)}", page)

    def source(self, name: str, page: int = 1) -> str:
        """A page of a source."""
        return _paged(f"{self.prefix}/source/{in_path(name)}", page)

    def all(self, noun: Noun, page: int = 1) -> str:
        """A page of the list of all reports, claims, places, sources or contradictions."""
        return _paged(f"{self.prefix}/{noun}", page)

    def found(self, asked: dict[str, str], page: int = 1) -> str:
        """The search for what is asked for."""
        given = {name: said for name, said in asked.items() if said}
        if page > 1:
            given["page"] = str(page)
        return f"{self.search}?{urlencode(given, errors='replace')}" if given else self.search

    def asset(self, name: str) -> str:
        """A stylesheet or script that comes with the package."""
        return f"{self.prefix}/static/{name}"

    def twin(self, page: str, form: str) -> str:
        """The same address with an ending, before its query."""
        path, mark, query = page.partition("?")
        return f"{path}.{form}{mark}{query}"

    def map(self, query: str) -> str:
        """The map that is asked for."""
        return f"{self.prefix}/map{'?' if query else ''}{query}"

    def timeline(self, place: str, claim: str) -> str:
        """What maps show of a place over time, with the claim beside it."""
        path = f"{self.prefix}/timeline/{in_path(place)}"
        return f"{path}?{urlencode({'claim': claim})}" if claim else path

    def to(self, here: str, there: str) -> str:  # noqa: ARG002
        """A whole path, which leads there from everywhere; ``there`` may lack the prefix."""
        return there if there.startswith("/") else f"{self.prefix}/{there}"


@dataclass(frozen=True, slots=True)
class Checked(Served):
    """The same for a text that was checked and is on no record: its claims stand under ``id``."""

    id: str = ""

    def report(self, id: str, page: int = 1) -> str:  # noqa: A002, ARG002
        """A page of the text."""
        return _paged(f"{self.prefix}/checked/{self.id}", page)

    def claim(self, id: str) -> str:  # noqa: A002
        """The page of one of its claims."""
        return f"{self.prefix}/checked/{self.id}/{id}"

    def place(self, id: str, page: int = 1) -> str:  # noqa: A002
        """What is on record of a place, which need not be anything."""
        return self.found({"place": id}, page)

    def source(self, name: str, page: int = 1) -> str:
        """What is on record of a source, which need not be anything."""
        return self.found({"source": name}, page)

    def timeline(self, place: str, claim: str) -> str:  # noqa: ARG002
        """That of a region, without the claim, which is on no record."""
        return "" if ":" in place else f"{self.prefix}/timeline/{in_path(place)}"


def _paged(path: str, page: int) -> str:
    return path if page == 1 else f"{path}?page={page}"
