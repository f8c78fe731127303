"""When and to whom something was said: the day and the outlet of each frame.

What stands with the cue ("told X on Friday") is taken first; what one speaker says on one
occasion shares its day and outlet, so they are carried to all that this speaker is given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from groundcheck.dates.edtf import day_after, of_day
from groundcheck.model import Span, When
from groundcheck.readers.document import Document, within
from groundcheck.readers.entities import Source
from groundcheck.readers.frame import Frame
from groundcheck.readers.media import medium_in

_CLOCK_ENTRY = re.compile(r"^[ \t]*\d{1,2}[:.]\d{2}\b", re.MULTILINE)
_PRESENT = re.compile(
    r"\b(?!according)(?:\w+s|say|claim|report|insist|believe|admit|warn|deny|speak)$"
)
_STOPS = re.compile(r"[.;!?¤\n]")
_REACHED = re.compile(
    r",\s+(?:(?:when|who\s+was)\s+)?(?:reached|contacted|interviewed|asked|speaking|questioned|quoted|cited|"
    r"talking|writing|addressing|briefing|in\s+an?\s+\w+)\b"
)
_FRONT = 60
_ENTRIES = 3


@dataclass(frozen=True, slots=True)
class Occasion:
    """The outlet that something was said to and the time it was said; either may be unknown."""

    medium: str | None = None
    said: When | None = None

    @property
    def day(self) -> When | None:
        """The time where it is one day."""
        return self.said if self.said and is_day(self.said) else None


def is_day(when: When) -> bool:
    """Whether a time is one known day."""
    return when.start is not None and when.end is not None and (when.end - when.start).days == 1


def find_occasions(
    doc: Document, frames: Sequence[Frame], sources: Sequence[Source | None]
) -> list[Occasion]:
    """One occasion a frame, what is carried included."""
    live = _live_days(doc)
    own = [Occasion(medium_in(doc, f), _said(doc, f) or _now(doc, f, live)) for f in frames]
    shared = _shared(sources, own)
    return [
        _carried(s, f, o, shared[s.name]) if s else o
        for s, f, o in zip(sources, frames, own, strict=True)
    ]


def _shared(sources: Sequence[Source | None], own: Sequence[Occasion]) -> dict[str, Occasion]:
    """The only outlet and the only day that a source is given anywhere, by its name."""
    media: dict[str, set[str]] = {}
    days: dict[str, dict[str | None, When]] = {}
    for source, occasion in zip(sources, own, strict=True):
        name = source.name if source else ""
        media.setdefault(name, set()).update([occasion.medium] if occasion.medium else [])
        days.setdefault(name, {}).update({d.edtf: d for d in [occasion.day] if d})
    return {
        name: Occasion(
            next(iter(media[name])) if len(media[name]) == 1 else None,
            next(iter(days[name].values())) if len(days[name]) == 1 else None,
        )
        for name in media
    }


def _said(doc: Document, frame: Frame) -> When | None:
    """The time that stands with the cue, not inside what was said."""
    with_cue = [
        when
        for when in within(doc.dates, frame.header)
        if when.resolved and when.span and when.span.start >= frame.cue.start
    ]
    return next(
        (w for w in with_cue if is_day(w)),
        with_cue[0] if with_cue else _reached(doc, frame) or _fronted(doc, frame),
    )


def _reached(doc: Document, frame: Frame) -> When | None:
    """ "X, reached by phone on Tuesday, said": the day on which the source was spoken to."""
    reached = _REACHED.search(doc.unquoted, frame.header.start, frame.cue.start)
    if reached is None:
        return None
    days = within(doc.dates, Span(reached.start(), frame.cue.start))
    return next((d for d in days if is_day(d)), None)


def _fronted(doc: Document, frame: Frame) -> When | None:
    """ "On Thursday a spokesman said": the day in front of the source."""
    start = frame.header.start
    if frame.content.start < start or frame.source is None:
        return None
    for when in within(doc.dates, Span(max(0, start - _FRONT), start)):
        if when.span is None or not is_day(when):
            continue
        between = doc.unquoted[when.span.end : start]
        lead = doc.unquoted[max(0, when.span.start - 5) : when.span.start].strip().lower()
        if not _STOPS.search(between) and (
            lead in ("", "late", "early", "dated") or lead.endswith(("on", "dated"))
        ):
            return when
    return None


def _live_days(doc: Document) -> tuple[tuple[int, When], ...]:
    """In a live report, where each day of it begins: at the top, and at a line that is a date."""
    if len(_CLOCK_ENTRY.findall(doc.plain)) < _ENTRIES or doc.report.published is None:
        return ()
    lines = [
        (when.span.start, when)
        for when in doc.dates
        if when.span and is_day(when) and _is_line(doc.plain, when.span)
    ]
    return ((0, on_day(doc.report.published)), *lines)


def _is_line(text: str, span: Span) -> bool:
    """Whether nothing but a mark or a weekday stands beside these words in their line."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)]
    return len(re.findall(r"\w+", line)) <= len(re.findall(r"\w+", text[span.start : span.end])) + 1


def _now(doc: Document, frame: Frame, live: Sequence[tuple[int, When]]) -> When | None:
    """In a live report "says" is said on the day of its entry."""
    cue = doc.plain[frame.cue.start : frame.cue.end].lower()
    if not live or not _PRESENT.fullmatch(cue):
        return None
    return live[bisect_right(live, frame.cue.start, key=lambda day: day[0]) - 1][1]


def on_day(day: date) -> When:
    """A day that follows from the report and was not said."""
    return When(None, "", of_day(day), day, day_after(day))


def _carried(source: Source, frame: Frame, occasion: Occasion, shared: Occasion) -> Occasion:
    """A person's only outlet and day hold throughout; a body's only for "it said" after it."""
    pronoun = frame.source is None or len(frame.source) <= 4
    if source.sort != "person" and not pronoun:
        return occasion
    return Occasion(occasion.medium or shared.medium, occasion.said or shared.said)
