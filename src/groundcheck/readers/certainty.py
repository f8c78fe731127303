"""How sure the source was: stated, hedged, forecast, demanded or denied."""

from __future__ import annotations

import re

from groundcheck.model import Certainty
from groundcheck.readers.chunks import Chunk
from groundcheck.readers.cues import DEMANDED, FORECAST, HEDGED, NEGATED, REFUTED
from groundcheck.readers.document import Document
from groundcheck.readers.voices import Zone

_OPEN = re.compile(
    r"\b(?:whether|unless)\b[^,;.]*$|\b(?:prevent|prevented|stop|stopped|keep|kept|close|far|short|refrain\w*)\s+"
    r"(?:\w+\s+){0,4}?(?:from|to|of)\s+$|\battempts?\s+to\s+$",
    re.IGNORECASE,
)
# "Readers ask who holds how much": nobody is said to hold anything.
_WHO = re.compile(
    r"\bwho\s+(?:now\s+)?(?:holds?|controls?|owns?|runs?|has|rules?|took|takes)\s+(?:what|how|which|whom?)\b"
    r"|^\W*who\s+(?:now\s+)?(?:holds?|controls?|sits?|owns?|runs?|rules?)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\W*(?:even\s+)?(?:if|whether|unless|were)\b(?!\s+(?:\w+\s+){1,4}accurate)", re.IGNORECASE
)
_INFINITIVE = re.compile(
    r"(?:(?P<governor>[\w']+)\s+)?(?:\w+ly\s+)?\bto\s+(?:\w+ly\s+)?$", re.IGNORECASE
)
# After these "to take" is still said, hedged, foreseen or demanded, each with its own rule.
_SETTLED = re.compile(
    r"claims?|claimed|claiming|appears?|appeared|seems?|seemed|believed|thought|said|reported|known|understood|"
    r"feared|managed|continued?s?|began|begun|went|go|going|likely|expected|expects?|vow\w*|promis\w*|pledg\w*|"
    r"offer\w*|plan\w*|intend\w*|aims?|set|has|have|had|must|needs?|ought|forced|ordered|told|urged|asked|about|"
    r"able|helped|allowed|risks?|course|command|army|troops|forces|them|him|it|units",
    re.IGNORECASE,
)
# So far before a predicate or a clause are the words looked for that colour it.
_LEAD = 60
_NEAR = 40
_PROMISED = re.compile(r"offer|vow|promis|pledg|threaten", re.IGNORECASE)
_FAILED = re.compile(r"fail(?:s|ed|ing)?|unable|refus(?:es|ed|ing)|declined", re.IGNORECASE)
_CLAIMED_THING = re.compile(
    r"\b(?:claims?|reports?|assertions?|statements?|rumou?rs?|allegations?|that)\b", re.IGNORECASE
)
_PRESENT_FALL = re.compile(
    r"\bfalls\s+before\b|\bby\s+(?:next|the\s+end\s+of\s+next)\b", re.IGNORECASE
)


def is_open(doc: Document, zone: Zone, chunk: Chunk) -> bool:
    """Whether the clause is only tried, asked or supposed: nothing is said to be so.

    "Tried to take A", "whether B had fallen", "if C is lost", "to take D, they need".
    """
    text = doc.plain
    if not chunk.predicates or not chunk.span.contains(chunk.predicates[0].span):
        return False
    lead = _lead(doc, zone, chunk)
    if _WHO.search(doc.plain, chunk.span.start, chunk.span.end):
        return True
    if _OPEN.search(lead) or _CONDITION.match(text, chunk.span.start, chunk.span.end):
        return True
    governor = _governor(lead)
    return governor is not None and not (
        _SETTLED.fullmatch(governor) or _FAILED.fullmatch(governor)
    )


def _governor(lead: str) -> str | None:
    """The word that an infinitive at the end of ``lead`` hangs on, "" where it hangs on none.

    "tried" in "tried to", ``None`` where no "to" stands there.
    """
    infinitive = _INFINITIVE.search(lead)
    return (infinitive["governor"] or "") if infinitive else None


def _lead(doc: Document, zone: Zone, chunk: Chunk) -> str:
    """The words of the sentence right before the clause's predicate, "" where it has none."""
    if not chunk.predicates:
        return ""
    at = chunk.predicates[0].span.start
    return doc.plain[max(zone.sentence.start, at - _LEAD) : at]


def certainty_of(doc: Document, zone: Zone, chunk: Chunk, previous: Certainty | None) -> Certainty:
    """The certainty of one clause. ``previous`` is that of the sentence before, for "So is …"."""
    words = doc.plain[chunk.span.start : chunk.span.end]
    clause = doc.plain[_clause_start(doc, zone, chunk) : chunk.span.end]
    frame = zone.voice.frame
    sentence = doc.plain[zone.sentence.start : zone.sentence.end]
    if frame and frame.denies and frame.content.contains(chunk.span):
        return "denied"
    if REFUTED.search(sentence) and _CLAIMED_THING.search(sentence[:60]):
        return "denied"
    if previous == "denied" and re.match(
        r"\s*(?:so\s+(?:is|are|was)|nor|likewise|neither)\b", sentence, re.IGNORECASE
    ):
        return "denied"
    if _FAILED.fullmatch(_governor(_lead(doc, zone, chunk)) or ""):
        return "denied"
    if _negated(words):
        return "forecast" if FORECAST.search(words) else "denied"
    if DEMANDED.search(clause) or (frame and frame.demands):
        return "demanded"
    if HEDGED.search(clause) and not (FORECAST.search(words) and re.search(r"\bwill\b", words)):
        return (
            "forecast"
            if re.search(r"\b(?:may|might|could|likely)\s+(?:soon\s+)?fall\b", words)
            else "hedged"
        )
    if frame and _PROMISED.search(doc.plain, frame.cue.start, frame.cue.end):
        return "forecast"
    if frame and HEDGED.search(doc.plain[frame.header.start : frame.header.end]):
        return "hedged"
    if FORECAST.search(clause) or _PRESENT_FALL.search(words):
        return "forecast"
    return "stated"


def _negated(words: str) -> bool:
    match = NEGATED.search(words)
    if not match:
        return False
    near = words[max(0, match.start() - 1) : match.end() + 30].lower()
    if re.search(r"\bbe(?:en)?\s+(?:\w+ly\s+)?(?:verified|confirmed|checked|established)", near):
        return False
    return not re.search(r"\bnot\s+(?:only|just|more|less|least)|no\s+(?:more|less|fewer)", near)


def _clause_start(doc: Document, zone: Zone, chunk: Chunk) -> int:
    """Where the clause with the chunk's subject begins, so that "may have" before it counts."""
    start = chunk.span.start
    if start - zone.span.start >= _NEAR:
        return start
    comma = doc.plain.rfind(",", zone.span.start, start)
    return comma if comma >= 0 and start - comma < 4 else zone.span.start
