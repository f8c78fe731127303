"""Events that are only named: "last year's incursion", "the raid of May 11"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from groundcheck.dates.edtf import days_of
from groundcheck.model import Span, When
from groundcheck.readers.document import Document, within

_EVENT = (
    r"(?:invasion|incursion|(?:counter-?)?offensive|annexation|war|coup|uprising|revolution|cease-?fire|"
    r"truce|siege|raid|attack|assault|battle|referendum|elections?|withdrawal|retreat|pullout|"
    r"operation|strike|massacre|mutiny|takeover|occupation|blockade|accords?|agreement|resolutions?)"
)
_AFTER = re.compile(
    rf"(?:'s)?\s+(?:(?!and\b|or\b|in\b|the\b)[\w-]+\s+){{0,2}}?{_EVENT}\b", re.IGNORECASE
)
_BEFORE = re.compile(
    rf"\b(?:the|a|an|its|their|his)\s+(?:[\w'-]+\s+){{0,4}}?{_EVENT}(?:\s+(?:on|against|at|in|of)\s+[\w'-]+)?\s+of\s+$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:since|before|until|after|by)\s+(?:the\s+)?", re.IGNORECASE)


def find_dated_events(doc: Document, stretch: Span) -> Iterator[tuple[Span, When]]:
    """Each event that a date in the stretch names, as its words and its time."""
    for when in within(doc.dates, stretch):
        if when.span is None or not when.resolved:
            continue
        lead = _LEAD.match(doc.plain, when.span.start, when.span.end)
        start = lead.end() if lead else when.span.start
        after = _AFTER.match(doc.plain, when.span.end, stretch.end)
        if after and (
            after[0].startswith("'s") or "'s" in doc.plain[start : when.span.end] or lead is None
        ):
            yield Span(start, after.end()), _at(when, Span(start, when.span.end), doc)
            continue
        before = _BEFORE.search(
            doc.plain, max(stretch.start, when.span.start - 80), when.span.start
        )
        if before:
            yield Span(before.start(), when.span.end), when


def _at(when: When, span: Span, doc: Document) -> When:
    """The time itself where the words said "since" it or "before" it."""
    edtf = when.edtf or ""
    point = edtf.removesuffix("/..").removeprefix("../")
    words = span.of(doc.report.text)
    if point == edtf:
        return replace(when, span=span, text=words)
    start, end = days_of(point)
    return When(span, words, point, start, end)
