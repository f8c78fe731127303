"""Pages that list: all reports, claims, places, sources; a part of a long list on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from groundcheck.ledger.store import Query, View
from groundcheck.model import Report
from groundcheck.publish import words
from groundcheck.publish.safe import one_line, shortened
from groundcheck.publish.site.links import Links, Noun
from groundcheck.publish.site.parts import (
    PER_PAGE,
    Link,
    Pager,
    Row,
    many,
    pages_of,
    place_links,
    row,
    source_title,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list: where it leads, and what stands beside it."""

    link: Link
    beside: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of a list of reports, places or sources."""

    template: ClassVar[str] = "list"

    title: str
    noun: Noun
    entries: tuple[Entry, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """A page of the list of all claims, the latest first."""

    template: ClassVar[str] = "claims"

    title: str
    rows: tuple[Row, ...]
    pager: Pager


def claims_page(view: View, at: Links, page: int = 1) -> ClaimsPage:
    """A page of all claims."""
    asked = Query(limit=PER_PAGE, skip=(page - 1) * PER_PAGE)
    rows = tuple(row(each, at) for each in view.statements(asked))
    return ClaimsPage("Claims", rows, pager("claims", view.count(), page, at))


def report_entries(view: View, at: Links) -> list[Entry]:
    """All reports, the latest first; those without a day come last."""
    entries = [report_entry(report, at) for report in view.reports()]
    # Reports come by id, and sorting keeps that order among those of one day.
    return sorted(entries, key=lambda entry: entry.day or date.min, reverse=True)


def report_entry(report: Report, at: Links) -> Entry:
    """A report with the outlet that carried it first."""
    outlet = one_line(report.publisher or "")
    return Entry(Link(words.title(report), at.report(report.id)), outlet, report.published)


def place_entries(view: View, at: Links) -> list[Entry]:
    """All places, those that most is said of first."""
    return [
        Entry(link, f"{id_} · {words.plural(count, 'claim')}")
        for id_, name, count in view.places()
        for link in place_links(((id_, name),), at)
    ]


def source_entries(view: View, at: Links, several: bool = True) -> list[Entry]:
    """All sources, those that most is on record of first.

    Without ``several`` those are left out that are no one source.
    """
    return [
        Entry(
            Link(shortened(source_title(name), 120), at.source(name)), words.plural(count, "claim")
        )
        for name, count in view.sources()
        if several or not many(name)
    ]


def list_pages(title: str, noun: Noun, entries: Sequence[Entry], at: Links) -> Iterator[ListPage]:
    """The entries in pages, at least one."""
    for page in range(1, pages_of(len(entries)) + 1):
        shown = tuple(entries[(page - 1) * PER_PAGE : page * PER_PAGE])
        yield ListPage(title, noun, shown, pager(noun, len(entries), page, at))


def pager(noun: Noun, total: int, page: int, at: Links) -> Pager:
    """Where the pages of a list of everything are."""
    return Pager(page, pages_of(total), total, lambda number: at.all(noun, number))
