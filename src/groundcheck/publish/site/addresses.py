"""Where each page stands: paths that any file system and any browser takes, from ids of any kind.

An id may be a code, a number or somebody's name with quotes, slashes and dots in it. What is no
plain code becomes a few plain letters of it with a hash, so that two ids never share a page and
no path leads out of the folder.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
import unicodedata
from typing import ClassVar

from groundcheck.publish.site.links import Noun

_HASH = re.compile(r"[0-9a-f]{16,64}")
_CODE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
_PLAIN = re.compile(r"[^a-z0-9]+")
_LONGEST, _DIGITS = 48, 10


def file_name(id: str) -> str:  # noqa: A002
    """A name of lower-case letters, digits and hyphens; no two ids have the same one."""
    if _HASH.fullmatch(id):
        return id
    if _CODE.fullmatch(id):
        return id.lower()
    letters = unicodedata.normalize("NFKD", id).encode("ascii", "ignore").decode().lower()
    plain = _PLAIN.sub("-", letters).strip("-")[:_LONGEST].strip("-")
    digest = hashlib.sha256(id.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    return f"{plain}-{digest}" if plain else digest


def relative(here: str, there: str) -> str:
    """The address of ``there`` as a link in the page ``here``; a fragment stays."""
    return posixpath.relpath(there, posixpath.dirname(here) or ".")


class Addresses:
    """The addresses of a folder of files: see ``Links``."""

    live: ClassVar[bool] = False
    front: ClassVar[str] = "index.html"
    search: ClassVar[str] = "search.html"

    def menu(self) -> tuple[tuple[str, str], ...]:
        """The lists of everything, and the search."""
        return (
            ("Reports", self.all("reports")),
            ("Claims", self.all("claims")),
            ("Places", self.all("places")),
            ("Sources", self.all("sources")),
            ("Contradictions", self.all("contradictions")),
            ("Search", self.search),
        )

    def report(self, id: str, page: int = 1) -> str:  # noqa: A002
        """A page of a report."""
        return _paged(f"reports/{file_name(id)}", page)

    def claim(self, id: str) -> str:  # noqa: A002
        """The page of a claim."""
        return f"claims/{file_name(id)}.html"

    def place(self, id: str, page: int = 1) -> str:  # noqa: A002
        """A page of a place."""
        return _paged(f"places/{file_name(id)}", page)

    def source(self, name: str, page: int = 1) -> str:
        """A page of a source."""
        return _paged(f"sources/{file_name(name)}", page)

    def all(self, noun: Noun, page: int = 1) -> str:
        """A page of the list of all reports, claims, places, sources or contradictions."""
        return _paged(f"{noun}/index", page)

    def asset(self, name: str) -> str:
        """A stylesheet or script that comes with the package."""
        return f"static/{name}"

    def twin(self, page: str, form: str) -> str:  # noqa: ARG002
        """There is none: ``groundcheck export`` writes the other forms as files of their own."""
        return ""

    def map(self, query: str) -> str:  # noqa: ARG002
        """There is none."""
        return ""

    def timeline(self, place: str, claim: str) -> str:  # noqa: ARG002
        """There is none beside the place's page."""
        return ""

    def to(self, here: str, there: str) -> str:
        """A path from file to file."""
        return relative(here, there)

    def index_part(self, number: int) -> str:
        """A part of the index that the search page looks through."""
        return f"search/part-{number}.js"


def _paged(stem: str, page: int) -> str:
    # A name has no dot, so that a second page never takes another page's place.
    return f"{stem}.html" if page == 1 else f"{stem}.{page}.html"
