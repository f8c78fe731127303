"""A claim with its figures and places counted from the start of its own words.

So what reads a claim inside its report can also read one that is on record without its report.
"""

from __future__ import annotations

from dataclasses import replace

from groundcheck.model import Claim, Span

_JOIN = len(" … ")


def own_text(claim: Claim) -> Claim:
    """The claim with spans in ``claim.text``; what stands outside of it comes after its end."""
    end = len(claim.text)
    quantities = tuple(
        replace(one, span=_moved(claim, one.span) or Span(end, end)) for one in claim.quantities
    )
    places = tuple(
        replace(one, span=_moved(claim, one.span) if one.span else None) for one in claim.places
    )
    return replace(claim, spans=(Span(0, end),), quantities=quantities, places=places)


def _moved(claim: Claim, span: Span) -> Span | None:
    start = 0
    for part in claim.spans:
        if part.start <= span.start and span.end <= part.end:
            by = start - part.start
            return Span(span.start + by, span.end + by)
        start += len(part) + _JOIN
    return None
