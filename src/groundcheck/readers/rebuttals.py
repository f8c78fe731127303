"""Sentences that only say of the claim before that it is not so: "That is untrue"."""

from __future__ import annotations

import re
from dataclasses import replace

from groundcheck.model import Claim, Span, claim_id
from groundcheck.readers.attributing import attribution
from groundcheck.readers.pieces import tidy
from groundcheck.readers.voices import Zone
from groundcheck.readers.walk import Walk

_CLAIM = (
    r"(?:that|this|it|they|both|(?:the|this|that|these|those|such)\s+(?:\w+\s+)?"
    r"(?:claims?|reports?|statements?|figures?|numbers?|rumou?rs?|news|story|stories|assertions?|allegations?))"
)
_IS_FALSE = re.compile(
    rf"[\s\"“]*(?:but\s+|and\s+|no,?\s+)?{_CLAIM}(?:\s+(?:is|are|was|were)|'s)\s+[\w\s]{{0,20}}?"
    r"(?P<false>false|untrue|baseless|unfounded|groundless|invented|fabricated|a\s+lie|lies|fake|"
    r"wrong|not\s+(?:\w+\s+)?(?:true|correct|the\s+case|so|accurate))\b(?!\s+(?:that|to)\b)",
    re.IGNORECASE,
)
_ONLY_IT = re.compile(
    rf"[\s\"“]*(?:{_CLAIM})?(?:\s*,)?(?:\s*(?:on\s+\w+day|yesterday|today))?[\s.,;\"”]*",
    re.IGNORECASE,
)
# So far from the claim may a word stand that denies it.
_FAR = 400
_WORDS = 12


def rebuttal(walk: Walk, zone: Zone, last: Claim | None) -> list[Claim]:
    """The ``last`` claim once more, as denied by whoever speaks in this stretch."""
    if last is None or last.certainty == "denied" or not _is_near(zone, last):
        return []
    span = _refuting(walk, zone)
    if span is None:
        return []
    return [
        replace(
            last,
            id=claim_id(walk.doc.report.id, [span], last.kind),
            text=span.of(walk.doc.report.text),
            spans=(span,),
            attribution=attribution(walk.doc, zone.voice, span),
            when=replace(last.when, span=None) if last.when else None,
            certainty="denied",
        )
    ]


def _is_near(zone: Zone, last: Claim) -> bool:
    return 0 <= zone.sentence.start - last.spans[0].end < _FAR


def _refuting(walk: Walk, zone: Zone) -> Span | None:
    """The words that deny: the whole sentence of "X denies this", else the clause itself."""
    frame, words = zone.voice.frame, walk.words(zone.span)
    if frame and frame.denies and _ONLY_IT.fullmatch(words):
        start = min(zone.span.start, frame.header.start)
        return tidy(walk.doc, Span(start, max(zone.span.end, frame.header.end)))
    false = _IS_FALSE.match(words)
    if false is None or len(words[false.end() :].split()) > _WORDS:
        return None
    return tidy(walk.doc, Span(zone.span.start, zone.span.start + false.end()))
