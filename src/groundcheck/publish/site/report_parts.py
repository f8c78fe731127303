"""A report with very many claims, cut into pages: so many claims, and the words around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from groundcheck.model import Claim, Outcome, Span

CLAIMS = 100
"""So many claims stand on one page of a report."""
_BACK = 300


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a report: the number of its first claim, its claims, and where its words stand."""

    page: int
    pages: int
    first: int
    claims: tuple[Claim, ...]
    words: Span


def part(outcome: Outcome, page: int = 1) -> Part:
    """A page of the report, the last one where it has no such page.

    Claims stand in the order of the text, and so the pages' words follow one another.
    """
    text, claims = outcome.report.text, outcome.claims
    pages = pages_of(len(claims))
    page = min(page, pages)
    start = 0 if page == 1 else _begins(text, claims, page)
    end = len(text) if page == pages else _begins(text, claims, page + 1)
    first = (page - 1) * CLAIMS
    return Part(
        page, pages, first + 1, claims[first : first + CLAIMS], Span(start, max(start, end))
    )


def page_of(number: int) -> int:
    """The page on which the claim with this number stands."""
    return (number - 1) // CLAIMS + 1


def pages_of(claims: int) -> int:
    """How many pages a report with so many claims has."""
    return max(1, page_of(claims))


def _begins(text: str, claims: Sequence[Claim], page: int) -> int:
    """Where the line begins in which the page's first claim does, or shortly before the claim.

    Never inside the claim before it, unless both begin at the same place.
    """
    before, first = (
        claims[number].spans[0].start for number in ((page - 1) * CLAIMS - 1, (page - 1) * CLAIMS)
    )
    line = text.rfind("\n", 0, first) + 1
    return min(first, max(line, first - _BACK, before + 1))
