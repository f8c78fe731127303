"""When a claim holds: the time said in the clause, or one that follows from the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from groundcheck.dates.edtf import since
from groundcheck.dates.expressions import find_dates
from groundcheck.model import Certainty, Kind, Span, When
from groundcheck.readers.chunks import Chunk
from groundcheck.readers.cues import COUNTING
from groundcheck.readers.document import Document, within
from groundcheck.readers.occasions import is_day, on_day
from groundcheck.readers.pieces import has_verb
from groundcheck.readers.tenses import PARTICIPLE, Tense, tense_of
from groundcheck.readers.voices import Voice, Zone

_PROGRESSIVE = re.compile(r"\b(?:is|are|was|were)\s+(?:\w+\s+)?\w+ing\b", re.IGNORECASE)
_SINCE_THEN = re.compile(r"\bsince\s+(?:then|that|the\s+\w+\s+began)\b", re.IGNORECASE)
_BEFORE_EVENT = re.compile(r"\b(?:before|until)\s+(?:the|that|their|its|his)\s+\w+", re.IGNORECASE)
_PAST = re.compile(r"\b(?:held|had|controlled|was|were|occupied|administered)\b", re.IGNORECASE)
# Counted from the day on which they are said, whatever else stands in the text.
_FROM_TODAY = re.compile(
    r"\b(?:past|last|next|coming|this|ago|today|yesterday|tomorrow|tonight|so\s+far)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:(?:in|during|on|at)\s+which|when|where)\s*$", re.IGNORECASE)
# A figure of what the one before counted: it holds when that one does.
_PART_OF_THEM = re.compile(
    r"\b(?:of\s+(?:them|these|those|whom|which|the\s+total)|that\s+(?:number|figure|total))\b(?!\s+left\b)|"
    r"^that\s+(?:is|was|makes|means)\b",
    re.IGNORECASE,
)
_SINCE_CLAUSE = re.compile(r"[\s,]*since\s+", re.IGNORECASE)
_BEFELL = re.compile(rf"\s*(?:{PARTICIPLE})\b", re.IGNORECASE)
_SET_AGAINST = re.compile(
    r"\b(?:compared|against|up\s+from|down\s+from|as\s+against|from)\b", re.IGNORECASE
)
# "75%, up from 20%": what was so at some time before.
_BASELINE = re.compile(
    r"\b(?:(?:up|down|ris(?:e|es|en|ing)|rose|gr[eo]w(?:n|s|ing)?|increas(?:ed?|es|ing)|climbed|jumped"
    r"|fell|falls?|fallen|falling|dropped|shrank|shrunk|declined|decreased)\s+from"
    r"|compared\s+(?:with|to)|(?:as\s+|,\s*)against)\s+$|^\W*against\s+$",
    re.IGNORECASE,
)
_VICTIMS = re.compile(
    r"\b(?:killed|dead|deaths?|died|wounded|injured|hurt|missing|captured|destroyed|executed|"
    r"rescued|arrested|detained|toll|casualties|losses|strikes?|attacks?|sorties|raids?)\b",
    re.IGNORECASE,
)
# So far before a clause stand the words that tie it to the one before.
_OPENING = 12
_TIE = 16
_SCENE = 250
# How large a land is and how far one place lies from another is so on any day.
_LIES = re.compile(
    r"\b(?:km|kilomet(?:re|er)s?|miles?|m|met(?:re|er)s?)\s*(?:\([^)]*\)\s*)?(?:to\s+the\s+)?"
    r"(?:(?:due\s+)?(?:north|south|east|west)\w*|long\b|wide\b|across\b|upstream|downstream|inland)",
    re.IGNORECASE,
)
_WEEKS = 62
_AND = re.compile(r"\s*,?\s*(?:and\s|,)")


@dataclass(slots=True)
class Times:
    """Gives claims their times; remembers the last day named, for "since then".

    ``given`` is the time of the last claim, for the figures that only go on from it;
    ``scene`` the last one that was said in so many words, for the toll of what happened then.
    """

    doc: Document
    period: When | None
    last: When | None = None
    given: When | None = None
    scene: When | None = None

    def time_of(self, zone: Zone, chunk: Chunk, kind: Kind, certainty: Certainty) -> When | None:
        """The time of one claim, ``None`` where it has none and none follows."""
        found = self._time_of(zone, chunk, kind, certainty)
        if not chunk.figures or not _SET_AGAINST.search(self._lead(zone, chunk)):
            self.given = replace(found, span=None) if found else None
        return found

    def _time_of(self, zone: Zone, chunk: Chunk, kind: Kind, certainty: Certainty) -> When | None:
        span = chunk.span
        words = self.doc.plain[span.start : span.end]
        said = zone.voice.said.span if zone.voice.said else None
        own = [d for d in within(self.doc.dates, span) if d.span != said]
        if own:
            own = self._as_said(zone, own)
            self._remember(own)
            self.scene = _best(own, chunk)
            return self.scene
        if _SINCE_THEN.search(words) and self.last and self.last.edtf:
            return _since(self.last)
        fronted = (
            self._fronted(zone, span, said) or self._relative(zone, span) or self._since(zone, span)
        )
        if fronted:
            self._remember([fronted])
            self.scene = fronted if fronted.span else self.scene
            return fronted
        shared = self._shared(zone, chunk) if kind in ("count", "change", "capture") else None
        return shared or self._following(zone, chunk, kind, certainty)

    def _as_said(self, zone: Zone, own: list[When]) -> list[When]:
        """ "The past week" of words said on another day than the report is the week before it."""
        day = _day_of(zone.voice)
        if day is None or day == self.doc.report.published:
            return own
        return [self._anchored(when, day) for when in own]

    def _anchored(self, when: When, day: date) -> When:
        if when.span is None or not _FROM_TODAY.search(when.text):
            return when
        again = find_dates(when.text, day)
        found = again[0] if len(again) == 1 and again[0].resolved else None
        return replace(found, span=when.span, text=when.text) if found else when

    def _remember(self, dates: list[When]) -> None:
        """What "since then" may mean later: a time that is already past."""
        day = self.doc.report.published
        past = [d for d in dates if d.start and (day is None or d.start <= day)]
        self.last = past[0] if past else self.last

    def _following(self, zone: Zone, chunk: Chunk, kind: Kind, certainty: Certainty) -> When | None:
        words = self.doc.plain[chunk.span.start : chunk.span.end]
        tense = None if self._is_reduced(chunk) else tense_of(words)
        if certainty in ("forecast", "demanded") or (
            certainty == "denied" and kind not in ("control", "count", "share")
        ):
            return None
        of_them = chunk.figures and _PART_OF_THEM.search(words)
        if of_them and (self.given or self._goes_on(zone, chunk)):
            return self.given
        if kind == "control" and _BEFORE_EVENT.search(words) and _PAST.search(words):
            return None
        if kind in ("control", "share", "status") and self._is_baseline(chunk):
            return self._before(zone)
        if kind == "count" and (COUNTING.search(words) or _LIES.search(words)):
            return None
        if kind in ("control", "status") or self._is_present(zone, words, kind, tense):
            return self._published(zone)
        if self.period and zone.voice.source is None and kind in ("change", "capture", "count"):
            return replace(self.period, span=None)
        if kind == "count" and tense == "past":
            return self._of_the_scene(chunk)
        if tense is None and chunk.figures and not _SET_AGAINST.search(self._lead(zone, chunk)):
            if self._goes_on(zone, chunk):
                return self.given
            return None if kind == "change" or _VICTIMS.search(words) else self._published(zone)
        return None

    def _is_present(self, zone: Zone, words: str, kind: Kind, tense: Tense | None) -> bool:
        """Whether a figure tells how things stand: so they do on the day it is said."""
        if kind == "change":
            return _PROGRESSIVE.search(words) is not None
        if kind not in ("share", "count"):
            return False
        if tense == "state":
            return zone.voice.source is not None
        return tense == "present"

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

    def _relative(self, zone: Zone, span: Span) -> When | None:
        """ "On 7 October, in which 1,200 were killed": the time right before the clause."""
        tie = self.doc.plain[max(zone.span.start, span.start - _TIE) : span.start]
        if not _RELATIVE.search(tie):
            return None
        before = within(self.doc.dates, Span(zone.span.start, span.start))
        return replace(before[-1], span=None) if before and before[-1].resolved else None

    def _since(self, zone: Zone, span: Span) -> When | None:
        """ "Since they took A in May" after a clause is when that clause begins to hold."""
        begins = _SINCE_CLAUSE.match(self.doc.plain, span.end, zone.span.end)
        if begins is None:
            return None
        named = within(self.doc.dates, Span(begins.end(), zone.span.end))
        return _since(named[0]) if named and named[0].resolved else None

    def _is_reduced(self, chunk: Chunk) -> bool:
        """Whether the clause is only a figure and what befell it: "251 taken hostage"."""
        if not chunk.figures or chunk.figures[0].span.start - chunk.span.start > _OPENING:
            return False
        return _BEFELL.match(self.doc.plain, chunk.figures[-1].span.end, chunk.span.end) is not None

    def _of_the_scene(self, chunk: Chunk) -> When | None:
        """The toll of what was told, with its day, right before in the same paragraph."""
        scene = self.scene
        if scene is None or scene.span is None or not chunk.figures:
            return None
        if chunk.span.start - scene.span.end > _SCENE or not is_closed(scene):
            return None
        if "\n" in self.doc.plain[scene.span.end : chunk.span.start]:
            return None
        return replace(scene, span=None)

    def _shared(self, zone: Zone, chunk: Chunk) -> When | None:
        """ "47 soldiers and 84 policemen in July": one time for both figures."""
        rest = Span(chunk.span.end, zone.span.end)
        when = next(iter(within(self.doc.dates, rest)), None)
        if not chunk.figures or when is None or when.span is None or not when.resolved:
            return None
        between = Span(chunk.span.end, when.span.start)
        words = self.doc.plain[between.start : between.end]
        joined = _AND.match(words) and within(self.doc.quantities, between)
        return replace(when, span=None) if joined and not has_verb(words) else None

    def _goes_on(self, zone: Zone, chunk: Chunk) -> bool:
        """Whether another clause with a claim stands before this one in its sentence."""
        return chunk.span.start - zone.span.start > _OPENING

    def _lead(self, zone: Zone, chunk: Chunk) -> str:
        """The clause with the words that tie it to what stands before it."""
        start = max(zone.span.start, chunk.span.start - _OPENING)
        return self.doc.plain[start : chunk.figures[0].span.start]

    def _is_baseline(self, chunk: Chunk) -> bool:
        """Whether the figure is the earlier one, which another is set against."""
        if not chunk.figures:
            return False
        lead = self.doc.plain[chunk.span.start : chunk.figures[0].span.start]
        return _BASELINE.search(lead) is not None

    def _before(self, zone: Zone) -> When | None:
        """Some time before the words were said."""
        day = self._published(zone)
        if day is None or day.start is None:
            return None
        until = day.start - timedelta(days=1)
        return When(None, "", f"../{until}", None, day.start)

    def _published(self, zone: Zone) -> When | None:
        day = self.doc.report.published
        said = zone.voice.said or (zone.voice.via.said if zone.voice.via else None)
        if said and said.start and said.end:
            return When(None, "", said.edtf, said.start, said.end)
        return None if day is None else on_day(day)


def _day_of(voice: Voice) -> date | None:
    """The day on which the words were said, where one is known."""
    said = voice.said or (voice.via.said if voice.via else None)
    return said.start if said and is_day(said) else None


def _best(dates: list[When], chunk: Chunk) -> When:
    """A resolved time before an unresolved one; of two, the one that is nearest to the figure."""
    resolved = [d for d in dates if d.resolved] or dates
    if not chunk.figures or len(resolved) == 1:
        return resolved[0]
    figure = chunk.figures[0].span
    return min(resolved, key=lambda d: _apart(d.span, figure) if d.span else 0)


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def is_closed(when: When) -> bool:
    """Whether a time has both a beginning and an end, no longer than some weeks apart."""
    return bool(when.start and when.end and (when.end - when.start).days <= _WEEKS)


def _since(when: When) -> When:
    return When(None, "", since(when.edtf or ""), when.start, None)
