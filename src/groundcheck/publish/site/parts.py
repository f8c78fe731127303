"""What pages are made of: links, claims as rows of a table, and the pages of a long list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import ClassVar, Protocol, TypeVar

from groundcheck.checks.source_names import is_named
from groundcheck.model import THE_REPORT, Certainty, Kind, Statement, Verdict
from groundcheck.publish import words
from groundcheck.publish.safe import one_line, shortened
from groundcheck.publish.site.links import Links

PER_PAGE = 200
"""So many rows stand on one page of a list."""
_WORDS = 300

T = TypeVar("T")


class Page(Protocol):
    """What ``render`` makes HTML of, by the template of that name."""

    template: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a page of the site; ``path`` is ``""`` where they lead nowhere."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in a table. ``verdicts`` are those of its findings, each with the checks' names."""

    claim: Link
    said: date | None
    source: Link
    outlet: Link
    kind: Kind
    certainty: Certainty
    places: tuple[Link, ...]
    figures: str
    verdicts: tuple[tuple[Verdict, str], ...]


@dataclass(frozen=True, slots=True)
class Pager:
    """Which page of a list this is, of how many, and where the others are."""

    page: int
    pages: int
    total: int
    path: Callable[[int], str]

    @property
    def near(self) -> tuple[int, ...]:
        """The pages to lead to: the first, the last, and those around this one."""
        wanted = {1, self.pages, *range(self.page - 2, self.page + 3)}
        return tuple(sorted(page for page in wanted if 1 <= page <= self.pages))


def row(statement: Statement, at: Links) -> Row:
    """The statement as a row."""
    claim = statement.claim
    figures = [q for q in claim.quantities if q.role == "figure"]
    return Row(
        claim=Link(shortened(claim.text, _WORDS) or "no words", at.claim(claim.id)),
        said=statement.said,
        source=source_link(claim.attribution.source, at),
        outlet=Link(shortened(statement.appeared.outlet, 80), at.report(statement.report)),
        kind=claim.kind,
        certainty=claim.certainty,
        places=place_links(((place.id, place.name) for place in claim.places), at),
        figures="; ".join(words.value(quantity) for quantity in figures),
        verdicts=grouped(statement.verdicts),
    )


def source_link(name: str, at: Links) -> Link:
    """To the page of a source."""
    return Link(shortened(name, 120) or "no name", at.source(name))


def source_title(name: str) -> str:
    """What the source is called where no report stands beside it."""
    return words.OWN_VOICE if name == THE_REPORT else one_line(name) or "a source without a name"


def place_links(places: Iterable[tuple[str, str]], at: Links) -> tuple[Link, ...]:
    """To the pages of places given by id and name, each once."""
    named = dict(places)
    return tuple(Link(one_line(name) or id_, at.place(id_)) for id_, name in named.items())


def grouped(verdicts: Iterable[tuple[str, Verdict]]) -> tuple[tuple[Verdict, str], ...]:
    """Each verdict once, with the checks that came to it."""
    found: dict[Verdict, dict[str, None]] = {}
    for check, verdict in verdicts:
        found.setdefault(verdict, {})[check] = None
    return tuple(
        (verdict, ", ".join(found[verdict])) for verdict in words.VERDICTS if verdict in found
    )


def many(name: str) -> bool:
    """Whether the name stands for many: each report's own voice, or whomever none names.

    "A senior officer" of one report is no more the one of another than "the report" is.
    """
    return not is_named(name)


def pages_of(total: int) -> int:
    """How many pages so many rows take; an empty list has one."""
    return max(1, -(-total // PER_PAGE))


def batches(items: Iterable[T], size: int = PER_PAGE) -> Iterator[tuple[T, ...]]:
    """The items in tuples of ``size``, the last one shorter; at least one, which may be empty."""
    left = iter(items)
    batch = tuple(islice(left, size))
    yield batch
    while batch := tuple(islice(left, size)):
        yield batch
