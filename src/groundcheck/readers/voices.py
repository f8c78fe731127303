"""Whose voice each stretch of a report is: the sentence's frames, resolved and carried on.

A stretch inside a frame's content is its source's; words in quotation marks are their
speaker's; in a transcript a turn is its speaker's; all else is the report's own voice.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from groundcheck.model import Span, When
from groundcheck.readers.actor_names import party_of
from groundcheck.readers.actors import ActorMention
from groundcheck.readers.document import Document, within
from groundcheck.readers.frames import Frame, find_frames
from groundcheck.readers.linking import Linker, Source
from groundcheck.readers.media import medium_in
from groundcheck.readers.speakers import Turn, find_turns
from groundcheck.text.quotations import Quotation

UNNAMED = Source("an unnamed speaker")
_CLOCK_ENTRY = re.compile(r"^[ \t]*\d{1,2}[:.]\d{2}\b", re.MULTILINE)
_PRESENT = re.compile(r"(?:s|puts|tells|says|writes)$")
_NESTED = re.compile(r"[\s,]*(?:that\s+)?")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks; ``source`` is ``None`` for the report's own voice. ``via`` passed it on.

    ``asked`` is the party of the one who is spoken to, in the questions of an interview.
    """

    source: Source | None = None
    frame: Frame | None = None
    medium: str | None = None
    said: When | None = None
    via: Voice | None = None
    turn: Turn | None = None
    asked: str = ""


NARRATOR = Voice()


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of one sentence in one voice."""

    span: Span
    sentence: Span
    voice: Voice


def find_zones(doc: Document, actors: Sequence[ActorMention]) -> tuple[Zone, ...]:
    """All stretches of the report with their voices, in the order of the text."""
    turns = find_turns(doc)
    by_sentence = [(s, find_frames(doc, s)) for s in doc.sentences]
    frames = [f for _, found in by_sentence for f in found]
    voices = _voices(doc, frames, Linker(doc, actors).resolve(frames), turns, actors)
    voices = _nested(doc, _carried(voices))
    pairs = dict(zip(frames, voices, strict=True))
    speakers = _speakers(doc, pairs)
    zones: list[Zone] = []
    for sentence, found in by_sentence:
        base = _turn_voice(turns, actors, sentence)
        zones += _sentence_zones(doc, sentence, [pairs[f] for f in found], base, speakers)
    return tuple(sorted(zones, key=lambda z: (z.span.start, z.span.end)))


def _turn_voice(turns: Sequence[Turn], actors: Sequence[ActorMention], sentence: Span) -> Voice:
    at = bisect_right(turns, sentence.end - 1, key=lambda t: t.span.start) - 1
    if at < 0 or sentence.end > turns[at].span.end + 1:
        return NARRATOR
    turn = turns[at]
    side = next((a.name for a in within(actors, turn.about)), "")
    if not turn.speaker:
        return Voice(asked=side)
    source = Source(turn.speaker, side or party_of(turn.speaker), "person")
    return Voice(source, medium=turn.medium, said=turn.said, turn=turn)


def _voices(
    doc: Document,
    frames: Sequence[Frame],
    sources: Sequence[Source | None],
    turns: Sequence[Turn],
    actors: Sequence[ActorMention],
) -> list[Voice]:
    live = len(_CLOCK_ENTRY.findall(doc.plain)) >= 3
    voices = []
    for frame, source in zip(frames, sources, strict=True):
        cue = doc.plain[frame.cue.start : frame.cue.end].lower()
        said = _said(doc, frame)
        if (
            said is None
            and live
            and _PRESENT.search(cue)
            and doc.report.published
            and not cue.startswith("according")
        ):
            day = doc.report.published
            said = When(None, "", day.isoformat(), day, day + timedelta(days=1))
        base = _turn_voice(turns, actors, frame.cue)
        voices.append(
            Voice(source, frame, medium_in(doc, frame), said, base if base.source else None)
        )
    return voices


def _said(doc: Document, frame: Frame) -> When | None:
    """The one day that stands with the cue, not inside what was said."""
    content = frame.content
    for when in within(doc.dates, frame.header):
        if (
            when.start
            and when.end
            and (when.end - when.start).days == 1
            and not (when.span and content.contains(when.span))
        ):
            return when
    return _fronted_day(doc, frame)


def _fronted_day(doc: Document, frame: Frame) -> When | None:
    """ "On Thursday a spokesman said": the day in front of the source."""
    if frame.content.start < frame.header.start:
        return None
    for when in within(doc.dates, Span(max(0, frame.header.start - 60), frame.header.start)):
        between = doc.unquoted[when.span.end : frame.header.start] if when.span else "."
        if (
            not re.search(r"[.;!?¤\n]", between)
            and len(between) < 40
            and when.start
            and when.end
            and (when.end - when.start).days == 1
        ):
            lead = (
                doc.unquoted[max(0, when.span.start - 4) : when.span.start].strip().lower()
                if when.span
                else ""
            )
            if lead in ("on", "late", "") or lead.endswith("on"):
                return when
    return None


def _carried(voices: Sequence[Voice]) -> list[Voice]:
    """The outlet and day of a speaker's one occasion hold for all that the speaker is given."""
    media: dict[str, set[str]] = {}
    days: dict[str, dict[str, When]] = {}
    for voice in voices:
        if voice.source and voice.medium:
            media.setdefault(voice.source.name, set()).add(voice.medium)
        if voice.source and voice.said and voice.said.edtf:
            days.setdefault(voice.source.name, {})[voice.said.edtf] = voice.said
    carried = []
    for voice in voices:
        name = voice.source.name if voice.source else ""
        medium, said = voice.medium, voice.said
        if voice.source and voice.source.sort == "person":
            known_media, known_days = media.get(name, set()), list(days.get(name, {}).values())
            medium = medium or (next(iter(known_media)) if len(known_media) == 1 else None)
            said = said or (known_days[0] if len(known_days) == 1 else None)
        elif (
            said is None and voice.source and len(days.get(name, {})) == 1 and _plain_pronoun(voice)
        ):
            said = next(iter(days[name].values()))
            medium = medium or next(iter(media.get(name, [])), None)
        carried.append(replace(voice, medium=medium, said=said))
    return carried


def _plain_pronoun(voice: Voice) -> bool:
    return voice.frame is not None and (voice.frame.source is None or len(voice.frame.source) <= 4)


def _nested(doc: Document, voices: Sequence[Voice]) -> list[Voice]:
    """ "The ministry said that the commander said": the second, via the first."""
    result: list[Voice] = []
    for voice in voices:
        before = result[-1] if result else None
        if (
            before
            and before.frame
            and voice.frame
            and voice.frame.source
            and before.frame.content.end <= voice.frame.header.start
        ):
            between = doc.plain[before.frame.header.end : voice.frame.header.start]
            if before.frame.header.end <= voice.frame.header.start and _NESTED.fullmatch(between):
                result.append(replace(voice, via=before))
                continue
        result.append(voice)
    return result


def _speakers(doc: Document, pairs: dict[Frame, Voice]) -> dict[Quotation, Voice]:
    """The speaker of each quotation long enough to be more than a borrowed word."""
    frames = sorted(pairs, key=lambda f: f.cue.start)
    found: dict[Quotation, Voice] = {}
    at, last = 0, None
    nearby: list[Frame] = []
    for quotation in doc.quotations:
        while at < len(frames) and frames[at].header.start < quotation.span.end + 300:
            nearby.append(frames[at])
            at += 1
        nearby = nearby[-12:]
        inside = [f for f in nearby if f.content.overlaps(quotation.span)]
        if inside:
            last = pairs[inside[-1]]
        elif len(quotation.inner.of(doc.plain).split()) < 4:
            continue
        else:
            before = [f for f in nearby if f.cue.end <= quotation.span.start]
            if before and "\n\n" not in doc.plain[before[-1].cue.end : quotation.span.start]:
                last = pairs[before[-1]]
            elif not _runs_on(doc, quotation):
                last = Voice(UNNAMED)
        found[quotation] = last or Voice(UNNAMED)
    return found


def _runs_on(doc: Document, quotation: Quotation) -> bool:
    earlier = [q for q in doc.quotations if q.span.end <= quotation.span.start]
    return bool(earlier) and not earlier[-1].closed


def _sentence_zones(
    doc: Document,
    sentence: Span,
    voices: Sequence[Voice],
    base: Voice,
    speakers: dict[Quotation, Voice],
) -> list[Zone]:
    zones, taken = [], []
    for voice in voices:
        frame = voice.frame
        if frame is None:
            continue
        chosen = voice if voice.source else base
        zones.append(Zone(frame.content, sentence, chosen))
        taken += [frame.header, frame.content]
    for quotation, voice in _touching(speakers, sentence):
        part = Span(
            max(quotation.span.start, sentence.start), min(quotation.span.end, sentence.end)
        )
        if not any(t.overlaps(part) for t in taken):
            zones.append(
                Zone(part, sentence, voice if voice.source != UNNAMED or not base.source else base)
            )
            taken.append(part)
    return zones + [Zone(rest, sentence, base) for rest in _rest(doc, sentence, taken)]


def _touching(speakers: dict[Quotation, Voice], sentence: Span) -> list[tuple[Quotation, Voice]]:
    return [(q, v) for q, v in speakers.items() if q.span.overlaps(sentence)]


def _rest(doc: Document, sentence: Span, taken: Sequence[Span]) -> list[Span]:
    rests, at = [], sentence.start
    for span in sorted(taken):
        if span.start > at:
            rests.append(Span(at, span.start))
        at = max(at, span.end)
    if at < sentence.end:
        rests.append(Span(at, sentence.end))
    return [r for r in rests if len(doc.plain[r.start : r.end].strip(" ,.;:\"'-")) > 3]
