"""How sure the source was: stated, hedged, forecast, demanded or denied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from groundcheck.model import Certainty
from groundcheck.readers.chunks import Chunk
from groundcheck.readers.classify import LENGTHS
from groundcheck.readers.cues import DEMANDED, FORECAST, HEDGED, NEGATED, REFUTED
from groundcheck.readers.document import Document
from groundcheck.readers.frame import Frame
from groundcheck.readers.voices import Zone

_OPEN = re.compile(
    r"\b(?:whether|unless)\b[^,;.]*$|\b(?:prevent|prevented|stop|stopped|keep|kept|close|far|short|refrain\w*)\s+"
    r"(?:\w+\s+){0,4}?(?:from|to|of)\s+$|\battempts?\s+to\s+$",
    re.IGNORECASE,
)
# "Readers ask who holds how much": nobody is said to hold anything.
_WHO = re.compile(
    r"\bwho\s+(?:now\s+)?(?:holds?|controls?|owns?|runs?|has|rules?|took|takes)\s+(?:what|how|which|whom?)\b"
    r"|(?<!\w)(?<!\w\s)(?<!,\s)who\s+(?:now\s+)?(?:holds?|controls?|sits?|owns?|runs?|rules?)\b",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(r"\bhow\s+(?:much|many|far|large)\b[^,;.]*$", re.IGNORECASE)
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
_FAR = 200
_PROMISED = re.compile(
    r"offer|vow|promis|pledg|threaten|expect|predict|foresee|foresaw|forecast|plan|hope",
    re.IGNORECASE,
)
_INSISTED = re.compile(r"insist|demand|want|urg|requir|call", re.IGNORECASE)
_BIDDEN = re.compile(
    r"\b(?:leave|withdraw|pull\s+(?:out|back)|hand\s+over|give\s+(?:up|back)|cede|surrender|vacate|quit|evacuate|retreat)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(r"\b(?:could|may|might|will|would|must|should)\s*,?\s*$", re.IGNORECASE)
_BREAK = re.compile(
    r"[,;:]|\s-\s|\b(?:which|who|that|where|but|although|though|while)\b", re.IGNORECASE
)
_RELATIVE = re.compile(r"\b(?:which|who)\s+$", re.IGNORECASE)
_FAILED = re.compile(r"fail(?:s|ed|ing)?|unable|refus(?:es|ed|ing)|declined", re.IGNORECASE)
_CLAIMED_THING = re.compile(
    r"\b(?:claims?|reports?|assertions?|statements?|rumou?rs?|allegations?|that)\b", re.IGNORECASE
)
_NOT_TRUE_THAT = re.compile(
    r"\b(?:is|was|'s)\s+(?:simply\s+)?(?:not\s+(?:true|correct|the\s+case|accurate)|n't\s+(?:true|correct)|untrue|false|wrong)\b[^.;]*"
    r"\bthat\s[^.;]*$",
    re.IGNORECASE,
)
# "Reports that A has fallen spread": who wrote that does not say that it fell.
_RUMOURED = re.compile(
    r"\b(?:reports?|rumou?rs?|claims?|allegations?|speculation)\s+(?:\w+\s+)?that\s[^,;.]*$",
    re.IGNORECASE,
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
    if _WHO.search(doc.plain[chunk.span.start : chunk.span.end]):
        return True
    if not chunk.figures and _HOW_MUCH.search(lead):
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
    words = _modal(doc, zone, chunk) + doc.plain[chunk.span.start : chunk.span.end]
    clause = _modal(doc, zone, chunk) + doc.plain[_clause_start(doc, zone, chunk) : chunk.span.end]
    frame = zone.voice.frame
    sentence = doc.plain[zone.sentence.start : zone.sentence.end]
    if frame and frame.denies and _is_denied(doc, frame, chunk):
        return "denied"
    part = _part(doc, zone, chunk)
    refuted = REFUTED.search(part)
    if refuted and _CLAIMED_THING.search(part[: refuted.start()]):
        return "denied"
    seeds = [p.span.start for p in chunk.predicates[:1]] or [chunk.span.start]
    if _NOT_TRUE_THAT.search(doc.plain, max(zone.sentence.start, seeds[0] - _FAR), seeds[0]):
        return "denied"
    if previous == "denied" and re.match(
        r"\s*(?:so\s+(?:is|are|was)|nor|likewise|neither)\b", sentence, re.IGNORECASE
    ):
        return "denied"
    if _FAILED.fullmatch(_governor(_lead(doc, zone, chunk)) or ""):
        return "denied"
    if _negated(words, _anchors(chunk, words)):
        return "forecast" if FORECAST.search(words) else "denied"
    if DEMANDED.search(clause) or (frame and (frame.demands or _bids(doc, frame, chunk))):
        return "demanded"
    if _RUMOURED.search(doc.plain, zone.span.start, max(zone.span.start, seeds[0])):
        return "hedged"
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


def _is_denied(doc: Document, frame: Frame, chunk: Chunk) -> bool:
    """Whether a clause is what "denies" denies, rather than something told beside it.

    "X denied that A had entered B, 63 km from C", "the gang, which denies it, took tolls".
    """
    if not frame.content.contains(chunk.span):
        return False
    between = doc.plain[frame.content.start : chunk.span.start]
    if "," not in between:
        return True
    if _RELATIVE.search(doc.plain, max(0, frame.cue.start - 12), frame.cue.start):
        return False
    figure = chunk.figures[0] if chunk.figures else None
    return not (figure and figure.unit in LENGTHS and not chunk.predicates)


def _part(doc: Document, zone: Zone, chunk: Chunk) -> str:
    """The part of the sentence between semicolons that holds the clause."""
    start = doc.plain.rfind(";", zone.sentence.start, chunk.span.start) + 1
    end = doc.plain.find(";", chunk.span.end, zone.sentence.end)
    return doc.plain[start or zone.sentence.start : end if end >= 0 else zone.sentence.end]


def _bids(doc: Document, frame: Frame, chunk: Chunk) -> bool:
    """ "Insists that the troops leave": who insists on what is not yet so demands it."""
    cue = doc.plain[frame.cue.start : frame.cue.end]
    if not _INSISTED.match(cue) or not chunk.predicates:
        return False
    return _BIDDEN.fullmatch(chunk.predicates[0].text) is not None


def _modal(doc: Document, zone: Zone, chunk: Chunk) -> str:
    """ "The group could, according to A, retake B": what was cut off before who says it."""
    frame = zone.voice.frame
    if frame is None or frame.header.end > chunk.span.start:
        return ""
    lead = _MODAL.search(
        doc.plain, zone.sentence.start, max(zone.sentence.start, frame.header.start)
    )
    return lead[0].strip(" ,") + " " if lead else ""


def _anchors(chunk: Chunk, words: str) -> list[int]:
    """Where in the words that stands which a negation must go with."""
    seeds = [p.span for p in chunk.predicates[:1]] + [q.span for q in chunk.figures[:1]]
    return [len(words) - (chunk.span.end - s.start) for s in seeds if chunk.span.contains(s)]


def _negated(words: str, anchors: Sequence[int]) -> bool:
    """Whether the words deny what they say; ``anchors`` are where predicate and figure stand."""
    for match in NEGATED.finditer(words):
        near = words[max(0, match.start() - 1) : match.end() + 30].lower()
        if re.search(
            r"\bbe(?:en)?\s+(?:\w+ly\s+)?(?:verified|confirmed|checked|established)", near
        ):
            continue
        if re.search(
            r"(?:\bnot|n't)\s+(?:only|just|more|less|least|quite|exceed|all\b|every)|no\s+(?:less|fewer)",
            near,
        ):
            continue
        ends = [(min(at, match.end()), max(at, match.start())) for at in anchors]
        if not ends or any(not _BREAK.search(words, low, high) for low, high in ends):
            return True
    return False


def _clause_start(doc: Document, zone: Zone, chunk: Chunk) -> int:
    """Where the clause with the chunk's subject begins, so that "may have" before it counts."""
    start = chunk.span.start
    if start - zone.span.start >= _NEAR:
        return start
    comma = doc.plain.rfind(",", zone.span.start, start)
    return comma if comma >= 0 and start - comma < 4 else zone.span.start
