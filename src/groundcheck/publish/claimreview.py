"""Findings about claims as schema.org's ClaimReview, in JSON-LD.

There is no ``ratingValue``: the vocabulary asks for none, and a number between a best and a worst
would say how true a claim is, which no finding does. The rating is its verdict's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from groundcheck.model import Appearance, Claim, Entry, Finding, Record, Verdict
from groundcheck.publish import words
from groundcheck.publish.claimants import author, credit, manner, organization
from groundcheck.publish.json import one_line, written
from groundcheck.publish.safe import visible

CONTEXT = "https://schema.org"
SOFTWARE = "Groundcheck"
CHECKS = (
    *("control", "change", "capture"),
    *("arithmetic", "conversion", "geography", "chronology", "corroboration", "drift"),
)
"""The order in which findings count: the first check that has an answer gives the rating."""
_OF_ITSELF = ("arithmetic", "conversion", "chronology")
_SILENT: tuple[Verdict, ...] = ("not covered", "not checkable")
_WITHHELD = ("denied", "demanded")
_NOT_IN_IRI = re.compile(r'[\s<>"{}|\\^`]')
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/(\d{4}(-\d\d(-\d\d)?)?|\.\.))?")


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who publishes: a name (``""`` is the program itself), where, and the day of publication."""

    name: str = ""
    base_url: str = ""
    day: date | None = None


NOBODY = Reviewer()
"""The program in its own name, without an address or a day."""


def lines(records: Iterable[Record], reviewer: Reviewer) -> Iterator[bytes]:
    """A review a line, a report's at a time."""
    for record in records:
        found = [review(entry, record, reviewer) for entry in record.entries if reviewed(entry)]
        yield "".join(f"{one_line(one)}\n" for one in found).encode()


def files(records: Iterable[Record], reviewer: Reviewer) -> Iterator[tuple[str, bytes]]:
    """A file a review, named by the id of its claim."""
    for record in records:
        for entry in record.entries:
            if reviewed(entry):
                whole = written(review(entry, record, reviewer))
                yield f"{entry.statement.claim.id}.json", whole.encode()


def reviewed(entry: Entry) -> bool:
    """Whether there is a review of the statement.

    One that was checked, by more than itself, and stands for its copies: see ``reviewable``.
    """
    checked = any(_weighs(one) for one in entry.findings)
    return checked and entry.leads and reviewable(entry.statement.claim)


def reviewable(claim: Claim) -> bool:
    """Whether there may be a review of the claim.

    None of what is more likely no claim at all, nor of what its source denies or demands: its
    words beside the name would say the opposite.
    """
    sure = claim.confidence is None or claim.confidence.claim >= words.UNSURE
    return sure and claim.certainty not in _WITHHELD


def review(entry: Entry, record: Record, reviewer: Reviewer) -> dict[str, Any]:
    """The review as JSON-LD. ``record`` is that of the entry."""
    claim = entry.statement.claim
    verdict, main = rating(entry.findings)
    base = reviewer.base_url.rstrip("/")
    evidence = [words.evidence(item) for found in entry.findings for item in found.evidence]
    made = {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "@id": f"urn:groundcheck:review:{claim.id}",
        "url": f"{base}/{page(claim.id)}" if base else None,
        "datePublished": _iso(reviewer.day),
        "author": _software() if not reviewer.name else _publisher(reviewer.name, base),
        "claimReviewed": claim.text,
        "reviewBody": "\n".join((*map(_told, _in_order(entry.findings)), words.PLEDGE)),
        "reviewRating": {
            "@type": "Rating",
            "alternateName": verdict,
            "reviewAspect": main[0].check,
            "ratingExplanation": " ".join(one.summary for one in main),
        },
        "citation": list(dict.fromkeys(evidence)),
        "itemReviewed": _claim(entry, record),
    }
    return _given(made)


def is_address(url: str) -> bool:
    """Whether it is an address on the web: http(s) to a host, with nothing unseen or odd in it.

    Any other scheme could run a script, open a file or start a program.
    """
    if url != visible(url) or _NOT_IN_IRI.search(url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def page(claim: str) -> str:
    """Where the page about a claim lies under the base address."""
    return f"claims/{claim}.html"


def rating(findings: Sequence[Finding]) -> tuple[Verdict, tuple[Finding, ...]]:
    """The verdict that stands for all, and the findings that give it.

    They are those of the first of ``CHECKS`` that has an answer, or of the first where none has.
    That a report agrees with itself or with the calendar is no answer to what it claims. Where a
    claim can be taken in several ways and the answers differ, it depends.
    """
    weighty = [one for one in findings if _weighs(one)]
    answers = [one for one in weighty if one.verdict not in _SILENT]
    ordered = _in_order(answers or weighty or findings)
    main = tuple(one for one in ordered if one.check == ordered[0].check)
    verdicts = {one.verdict for one in main}
    if len(verdicts) == 1:
        return main[0].verdict, main
    return ("depends" if answers else "not covered"), main


def _weighs(finding: Finding) -> bool:
    return finding.verdict != "agrees" or finding.check not in _OF_ITSELF


def _in_order(findings: Sequence[Finding]) -> list[Finding]:
    places = {check: number for number, check in enumerate(CHECKS)}
    return sorted(findings, key=lambda one: (places.get(one.check, len(places)), one.check))


def _told(finding: Finding) -> str:
    return f"{words.taken(finding)}: {finding.verdict}. {finding.summary}"


def _claim(entry: Entry, record: Record) -> dict[str, Any]:
    one = entry.statement
    claim = one.claim
    shown = sorted((*entry.appearances, *entry.copies), key=lambda each: each.published or date.max)
    first = next((each for each in shown if each.published), None)
    time = claim.when.edtf if claim.when else None
    return _given(
        {
            "@type": "Claim",
            "@id": f"urn:groundcheck:claim:{claim.id}",
            "text": claim.text,
            "description": manner(claim),
            "inLanguage": record.outcome.report.language,
            "author": author(claim, one.appeared),
            "creditText": credit(claim),
            "datePublished": _iso(one.said),
            "temporalCoverage": time if time and _ISO.fullmatch(time) else None,
            "about": {"@type": "Thing", "name": claim.actor} if claim.actor else None,
            "spatialCoverage": [
                {"@type": "Place", "name": place.name, "identifier": place.id}
                for place in claim.places
            ],
            "claimInterpreter": _software(),
            "appearance": [_appearance(each) for each in shown],
            "firstAppearance": _appearance(first) if first else None,
        }
    )


def _appearance(shown: Appearance) -> dict[str, Any]:
    """A work of no narrower kind, since a page may be an article or not.

    Where it was brought from is left out: it may be the path of a file.
    """
    return _given(
        {
            "@type": "CreativeWork",
            "identifier": f"urn:groundcheck:report:{shown.report}",
            "url": shown.url if shown.url and is_address(shown.url) else None,
            "publisher": organization(shown.publisher) if shown.publisher else None,
            "datePublished": _iso(shown.published),
            "headline": shown.title,
        }
    )


def _software() -> dict[str, Any]:
    """The vocabulary lets a person or a body interpret and review, and no program."""
    says = "A program that reads reports; no person has looked at what it found here."
    return organization(SOFTWARE) | {"description": says}


def _publisher(name: str, base: str) -> dict[str, Any]:
    return organization(name) | ({"url": base} if base else {})


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _given(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value not in (None, "", [])}
