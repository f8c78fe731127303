"""When a claim holds: the time said in the clause, or one that follows from the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from groundcheck.dates.edtf import since
from groundcheck.model import Certainty, Kind, Span, When
from groundcheck.readers.document import Document, within
from groundcheck.readers.occasions import on_day
from groundcheck.readers.voices import Zone

_PROGRESSIVE = re.compile(r"\b(?:is|are|was|were)\s+(?:\w+\s+)?\w+ing\b", re.IGNORECASE)
_STATE = re.compile(
    r"\b(?:is|are|now|currently|still|remains?|tonight|has\s+been|have\s+been|live|lives|holds?|at\s+present)\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:been|was|were|had)\b", re.IGNORECASE)
_SINCE_THEN = re.compile(r"\bsince\s+(?:then|that|the\s+\w+\s+began)\b", re.IGNORECASE)
_BEFORE_EVENT = re.compile(r"\b(?:before|until)\s+(?:the|that|their|its|his)\s+\w+", re.IGNORECASE)
_PAST = re.compile(r"\b(?:held|had|controlled|was|were|occupied|administered)\b", re.IGNORECASE)


@dataclass(slots=True)
class Times:
    """Gives claims their times; remembers the last day named, for "since then"."""

    doc: Document
    period: When | None
    last: When | None = None

    def time_of(self, zone: Zone, span: Span, kind: Kind, certainty: Certainty) -> When | None:
        """The time of one claim, ``None`` where it has none and none follows."""
        words = self.doc.plain[span.start : span.end]
        said = zone.voice.said.span if zone.voice.said else None
        own = [d for d in within(self.doc.dates, span) if d.span != said]
        if own:
            self._remember(own)
            return _best(own)
        if _SINCE_THEN.search(words) and self.last and self.last.edtf:
            return _since(self.last)
        fronted = self._fronted(zone, span, said)
        if fronted:
            self._remember([fronted])
            return fronted
        return self._following(zone, words, kind, certainty)

    def _remember(self, dates: list[When]) -> None:
        """What "since then" may mean later: a time that is already past."""
        day = self.doc.report.published
        past = [d for d in dates if d.start and (day is None or d.start <= day)]
        self.last = past[0] if past else self.last

    def _following(self, zone: Zone, words: str, kind: Kind, certainty: Certainty) -> When | None:
        if certainty in ("forecast", "demanded") or (certainty == "denied" and kind != "control"):
            return None
        if kind == "control" and _BEFORE_EVENT.search(words) and _PAST.search(words):
            return None
        if kind in ("control", "status") or _is_present(words, kind):
            return self._published(zone)
        if self.period and zone.voice.source is None and kind in ("change", "capture", "count"):
            return replace(self.period, span=None)
        return None

    def _fronted(self, zone: Zone, span: Span, said: Span | None) -> When | None:
        """A time at the head of the stretch holds for all of its clauses."""
        if span.start <= zone.span.start:
            return None
        for when in within(self.doc.dates, Span(zone.span.start, span.start)):
            if when.span is None or when.span == said:
                continue
            lead = self.doc.plain[zone.span.start : when.span.start].strip(" ,\"'")
            if len(lead.split()) <= 3 or when.text.lower().startswith(("since", "between", "over")):
                return when
        return None

    def _published(self, zone: Zone) -> When | None:
        day = self.doc.report.published
        said = zone.voice.said
        if said and said.start and said.end:
            return When(None, "", said.edtf, said.start, said.end)
        return None if day is None else on_day(day)


def _is_present(words: str, kind: Kind) -> bool:
    if kind == "change":
        return _PROGRESSIVE.search(words) is not None
    return kind in ("share", "count") and bool(_STATE.search(words)) and not _DONE.search(words)


def _best(dates: list[When]) -> When:
    """A resolved time before an unresolved one; of two, the first."""
    return next((d for d in dates if d.resolved), dates[0])


def _since(when: When) -> When:
    return When(None, "", since(when.edtf or ""), when.start, None)
