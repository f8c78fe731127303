"""Looking through everything on record, with counts to narrow it down by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, get_args

from fastapi import APIRouter, Request, Response

from groundcheck.errors import BadValue
from groundcheck.ledger.questions.filters import query_asked
from groundcheck.ledger.store import Query, View
from groundcheck.model import Kind, Verdict
from groundcheck.publish.safe import shortened
from groundcheck.publish.site.parts import PER_PAGE, Link, Page, Pager, Row, pages_of, row
from groundcheck.web.pages.answering import (
    links,
    number,
    of_ledger,
    statements_elsewhere,
    until_last,
)
from groundcheck.web.pages.links import Served
from groundcheck.web.problems import Problem, of_error

router = APIRouter(include_in_schema=False)

FIELDS = ("words", "source", "place", "kind", "verdict", "since", "until")
_LONGEST = 500
_OFFERED = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to narrow the search: where it leads, how many there are, whether it is chosen.

    A chosen one leads to the search without it.
    """

    link: Link
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """The choices of one slot."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class FoundPage:
    """What was found; ``wrong`` says why nothing can be. ``asked`` are the fields as given."""

    template: ClassVar[str] = "found"

    title: str
    asked: dict[str, str]
    kinds: tuple[str, ...]
    verdicts: tuple[str, ...]
    rows: tuple[Row, ...]
    facets: tuple[Facet, ...]
    pager: Pager
    wrong: str = ""


@router.get("/search.{form}")
async def search_data(request: Request, form: str) -> Response:
    """To the same search in the API."""
    return statements_elsewhere(request, form, _asked(request))


@router.get("/search")
async def search(request: Request) -> Response:
    """Statements on record that are asked for, the latest first."""
    asked, page, at = _asked(request), number(request), links(request)
    return await of_ledger(request, lambda view: _found(view, asked, page, at))


def _asked(request: Request) -> dict[str, str]:
    """The fields that say something; raises ``Problem`` where one says too much."""
    given = {name: request.query_params.get(name, "").strip() for name in FIELDS}
    if any(len(said) > _LONGEST for said in given.values()):
        raise Problem(422, f"a field of more than {_LONGEST} letters")
    return {name: said for name, said in given.items() if said}


def _found(view: View, asked: dict[str, str], page: int, at: Served) -> Page:
    try:
        query = query_asked(asked, view)
        total = view.count(query)
        until_last(page, pages_of(total))
    except BadValue as error:
        return _page(asked, Pager(1, 1, 0, lambda _: at.search), wrong=of_error(error).detail)
    shown = replace(query, limit=PER_PAGE, skip=(page - 1) * PER_PAGE)
    return _page(
        asked,
        Pager(page, pages_of(total), total, lambda other: at.found(asked, other)),
        rows=tuple(row(each, at) for each in view.statements(shown)),
        facets=tuple(_facets(view, query, asked, at)),
    )


def _page(
    asked: dict[str, str],
    pager: Pager,
    rows: tuple[Row, ...] = (),
    facets: tuple[Facet, ...] = (),
    wrong: str = "",
) -> FoundPage:
    kinds, verdicts = get_args(Kind), get_args(Verdict)
    return FoundPage("Search", asked, kinds, verdicts, rows, facets, pager, wrong)


def _facets(view: View, query: Query, asked: dict[str, str], at: Served) -> Iterator[Facet]:
    """The most frequent of each slot among what was found; none of a slot without a choice."""
    of, some = _Narrowing(asked, at), replace(query, limit=_OFFERED)
    kinds: tuple[Kind, ...] = () if query.kind else get_args(Kind)
    verdicts: tuple[Verdict, ...] = () if query.verdict else get_args(Verdict)
    sources = ((name, name, count) for name, count in view.sources(some) if name)
    yield from of.facet(
        "Kind", "kind", ((one, one, view.count(replace(query, kind=one))) for one in kinds)
    )
    yield from of.facet("Who says", "source", sources)
    yield from of.facet("Place", "place", view.places(some))
    compared = ((one, one, view.count(replace(query, verdict=one))) for one in verdicts)
    yield from of.facet("How it compares", "verdict", compared)


@dataclass(frozen=True, slots=True)
class _Narrowing:
    asked: dict[str, str]
    at: Served

    def facet(
        self, title: str, slot: str, found: Iterable[tuple[str, str, int]]
    ) -> Iterator[Facet]:
        """The choices of a slot, given by value, name and count."""
        if slot in self.asked:
            said = self.asked[slot]
            without = {name: value for name, value in self.asked.items() if name != slot}
            leave = Link(shortened(said, 60), self.at.found(without))
            yield Facet(title, (Choice(leave, 0, chosen=True),))
            return
        choices = tuple(
            Choice(Link(shortened(name, 60), self.at.found(self.asked | {slot: value})), count)
            for value, name, count in found
            if count
        )
        if len(choices) > 1:
            yield Facet(title, choices)
