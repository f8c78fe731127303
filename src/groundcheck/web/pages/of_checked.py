"""The pages' models of a text that was checked and is on no record."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from groundcheck.checks.proposition import statement
from groundcheck.ledger.store import View
from groundcheck.model import Claim, Entry, Finding, Outcome, Record
from groundcheck.publish.claimreview import Reviewer
from groundcheck.publish.site import claim_page as claims
from groundcheck.publish.site.claim_page import ClaimPage, Others
from groundcheck.publish.site.report_page import ReportPage, made_page
from groundcheck.publish.site.report_parts import page_of, pages_of
from groundcheck.web.kept import Checked as Held
from groundcheck.web.pages.links import Checked, Served
from groundcheck.web.problems import missing

__all__ = ["NOBODY", "Others", "claim_page", "entry", "others", "outcome", "pages", "report_page"]

NOBODY: Others = ((), 0)
"""Where there is no ledger, nobody else speaks of the same."""


def outcome(held: Held) -> Outcome:
    """The text with all that was found, what everything else on record says among it."""
    return replace(held.filed.outcome, findings=(*held.filed.outcome.findings, *held.beside))


def pages(held: Held) -> int:
    """How many pages the text has."""
    return pages_of(len(held.filed.outcome.claims))


def report_page(held: Held, at: Checked, page: int = 1) -> ReportPage:
    """A page of the text."""
    beside: dict[str, list[Finding]] = defaultdict(list)
    for one in held.beside:
        beside[one.claim].append(one)
    read = held.filed.outcome, beside
    shown = held.filed.appearance
    told = (shown,) if shown.publisher or shown.url else ()
    return made_page(read, told, at, page, kept=False)


def entry(held: Held, claim: str) -> tuple[Entry, Record]:
    """The claim as an entry of a record. Raises ``Problem`` where the text has none of that id."""
    whole = outcome(held)
    _, found = _numbered(held, claim)
    shown = held.filed.appearance
    findings = tuple(one for one in whole.findings if one.claim == claim)
    made = Entry(statement(found, shown, shown.report), findings, (shown,))
    return made, Record(whole, (made,))


def others(view: View, held: Held, claim: str, at: Served) -> Others:
    """Statements on record about the same as the claim."""
    of = entry(held, claim)[0].statement
    rows, more = claims.others_of(view, of, at)
    return rows, more + 1 if more else 0


def claim_page(held: Held, claim: str, found: Others, reviewer: Reviewer, at: Checked) -> ClaimPage:
    """The page of one of its claims."""
    number, _ = _numbered(held, claim)
    page = report_page(held, at, page_of(number))
    return claims.claim_page(entry(held, claim), page, found, reviewer)


def _numbered(held: Held, id_: str) -> tuple[int, Claim]:
    for number, claim in enumerate(held.filed.outcome.claims, 1):
        if claim.id == id_:
            return number, claim
    raise missing("this text has no such claim")
