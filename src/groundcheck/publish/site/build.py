"""The folder: every page of a ledger with its path, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import resources

from groundcheck.geo.control import ControlFigures
from groundcheck.ledger.exporting import records
from groundcheck.ledger.known import Known
from groundcheck.ledger.store import Query, View
from groundcheck.model import Record
from groundcheck.publish.claimreview import NOBODY, Reviewer
from groundcheck.publish.site import listing
from groundcheck.publish.site.addresses import Addresses
from groundcheck.publish.site.claim_page import claim_pages
from groundcheck.publish.site.contradictions_page import contradictions_pages
from groundcheck.publish.site.front import front_page
from groundcheck.publish.site.parts import Page, pages_of
from groundcheck.publish.site.place_page import place_page
from groundcheck.publish.site.render import render
from groundcheck.publish.site.report_page import report_pages
from groundcheck.publish.site.search_page import index_parts, search_page
from groundcheck.publish.site.source_page import source_page

File = tuple[str, bytes]
"""A path within the folder, with slashes, and what stands there."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the pages are made with: the layers' figures, who reviews, and where pages stand."""

    figures: tuple[ControlFigures, ...] = ()
    reviewer: Reviewer = NOBODY
    at: Addresses = field(default_factory=Addresses)


def site(view: View, setting: Setting = Setting()) -> Iterator[File]:
    """Every file of the folder, each path once; the same for the same content.

    Pages are made as they are asked for, so that no more than one report is held at a time; of
    the lists of reports, places and sources, the titles are.
    """
    at = setting.at
    yield from assets(at)
    yield _file(at.front, front_page(view, at), at)
    names = Known(view)
    for record in records(view):
        yield from _report(view, record, names, setting)
    yield from _lists(view, at)
    for place in view.places():
        yield from _place(view, place[:2], setting)
    for name, count in view.sources():
        for page in range(1, pages_of(count) + 1):
            yield _file(at.source(name, page), source_page(view, name, at, page), at)
    yield _file(at.search, search_page(view, at), at)
    yield from index_parts(view, at)


def assets(at: Addresses) -> Iterator[File]:
    """The stylesheets and scripts that pages ask for."""
    base = resources.files("groundcheck.publish") / "static" / "base.css"
    yield at.asset("base.css"), base.read_bytes()
    own = resources.files("groundcheck.publish.site") / "static"
    for each in sorted(own.iterdir(), key=lambda file: file.name):
        yield at.asset(each.name), each.read_bytes()


def _report(view: View, record: Record, names: Known, setting: Setting) -> Iterator[File]:
    at, report = setting.at, record.outcome.report.id
    for page in report_pages(view, record.outcome, names, at):
        yield _file(at.report(report, page.pager.page), page, at)
        for each in claim_pages(view, record, page, setting.reviewer, at):
            yield _file(at.claim(each.card.claim.id), each, at)


def _lists(view: View, at: Addresses) -> Iterator[File]:
    for page in range(1, pages_of(view.count()) + 1):
        yield _file(at.all("claims", page), listing.claims_page(view, at, page), at)
    for shown in contradictions_pages(view, at):
        yield _file(at.all("contradictions", shown.pager.page), shown, at)
    for each in (
        *listing.list_pages("Reports", "reports", listing.report_entries(view, at), at),
        *listing.list_pages("Places", "places", listing.place_entries(view, at), at),
        *listing.list_pages("Sources", "sources", listing.source_entries(view, at), at),
    ):
        yield _file(at.all(each.noun, each.pager.page), each, at)


def _place(view: View, place: tuple[str, str], setting: Setting) -> Iterator[File]:
    for page in range(1, pages_of(view.count(Query(place=place[0]))) + 1):
        made = place_page(view, place, setting.figures, setting.at, page)
        yield _file(setting.at.place(place[0], page), made, setting.at)


def _file(path: str, page: Page, at: Addresses) -> File:
    # UTF-8 has no form for a lone surrogate, and what is shown has none.
    return path, render(page, path, at).encode()
