"""Whose voice each stretch of a report is: the sentence's frames, resolved and carried on.

A stretch inside a frame's content is its source's; words in quotation marks are their
speaker's; in a transcript a turn is its speaker's; all else is the report's own voice.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from groundcheck.model import Span, When
from groundcheck.readers.actor_names import ActorMention
from groundcheck.readers.antecedents import sentence_at
from groundcheck.readers.document import Document, starting_within
from groundcheck.readers.entities import Source
from groundcheck.readers.following import with_following
from groundcheck.readers.frame import Frame
from groundcheck.readers.frames import find_frames
from groundcheck.readers.linking import Linker
from groundcheck.readers.occasions import find_occasions
from groundcheck.readers.sides import guest_side
from groundcheck.readers.turn import Turn
from groundcheck.text.quotations import Quotation

UNNAMED = Source("an unnamed speaker", sort="anonymous")
_WORDS_OF_A_QUOTE = 4
_NESTED_QUOTES = 4
_LOOK = 200
_TODAY = re.compile(r"today|tonight|(?:earlier )?this (?:morning|afternoon|evening)", re.IGNORECASE)
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
Framed = tuple[Span, tuple[Frame, ...]]
MoreFrames = Callable[[Document, Sequence[Framed]], Sequence[Framed]]


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of one sentence in one voice."""

    span: Span
    sentence: Span
    voice: Voice


def find_zones(
    doc: Document,
    actors: Sequence[ActorMention],
    turns: Sequence[Turn] = (),
    more: MoreFrames | None = None,
) -> tuple[Zone, ...]:
    """All stretches of the report with their voices, in the order of the text.

    ``turns`` are those of a transcript, if it is one (``speakers.find_turns``). ``more`` is
    asked for frames that the rules did not find.
    """
    sentences = [_without_label(turns, s) for s in doc.sentences]
    by_sentence: Sequence[Framed] = [(s, find_frames(doc, s)) for s in sentences]
    if more:
        by_sentence = more(doc, by_sentence)
    by_sentence = with_following(doc, by_sentence)
    frames = [f for _, found in by_sentence for f in found]
    voices = _voices(doc, frames, turns, actors)
    pairs = dict(zip(frames, voices, strict=True))
    speakers = _speakers(doc, pairs)[::-1]
    side = guest_side(doc, actors, turns)
    open_: list[tuple[Quotation, Voice]] = []
    zones: list[Zone] = []
    for sentence, found in by_sentence:
        base = _turn_voice(turns, side, sentence)
        while speakers and speakers[-1][0].span.start < sentence.end:
            open_.append(speakers.pop())
        open_ = [(q, v) for q, v in open_ if q.span.end > sentence.start][-_NESTED_QUOTES:]
        zones += _sentence_zones(doc, sentence, [pairs[f] for f in found], base, open_)
    return tuple(sorted(zones, key=lambda z: (z.span.start, z.span.end)))


def _without_label(turns: Sequence[Turn], sentence: Span) -> Span:
    """A turn's first sentence without the speaker's label before it."""
    at = bisect_right(turns, sentence.end - 1, key=lambda t: t.label.start) - 1
    if at < 0 or not turns[at].label.overlaps(sentence):
        return sentence
    return Span(min(max(turns[at].span.start, sentence.start), sentence.end), sentence.end)


def _turn_at(turns: Sequence[Turn], sentence: Span) -> Turn | None:
    """The last turn that begins before the sentence ends."""
    at = bisect_right(turns, sentence.end - 1, key=lambda t: t.span.start) - 1
    return turns[at] if at >= 0 else None


def _turn_voice(turns: Sequence[Turn], side: str, sentence: Span) -> Voice:
    turn = _turn_at(turns, sentence)
    if turn is None or sentence.end > turn.span.end + 1:
        return NARRATOR
    if not turn.speaker:
        return Voice(asked=side, said=turn.said)
    source = Source(turn.speaker, side, "person")
    return Voice(source, medium=turn.medium, said=turn.said, turn=turn)


def _voices(
    doc: Document,
    frames: Sequence[Frame],
    turns: Sequence[Turn],
    actors: Sequence[ActorMention],
) -> list[Voice]:
    sources = Linker(doc, actors).resolve(frames)
    side = guest_side(doc, actors, turns)
    occasions = find_occasions(doc, frames, sources)
    voices = []
    for frame, source, occasion in zip(frames, sources, occasions, strict=True):
        base = _turn_voice(turns, side, frame.cue)
        via = base if base.source else None
        medium = occasion.medium or base.medium
        said = _of_turn(occasion.said, base) or (base.said if via else None)
        voices.append(Voice(source, frame, medium, said, via, base.turn))
    return _nested(doc, voices)


def _of_turn(said: When | None, base: Voice) -> When | None:
    """ "Today" in a post or a transcript is the day of that, not of the report."""
    today = said is not None and _TODAY.fullmatch(said.text) is not None
    return base.said if today and base.source and base.said else said


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
            one_sentence = sentence_at(doc, before.frame.cue.start).contains(voice.frame.cue)
            if (
                one_sentence
                and before.frame.header.end <= voice.frame.header.start
                and _NESTED.fullmatch(between)
            ):
                result.append(replace(voice, via=before))
                continue
        result.append(voice)
    return result


def _speakers(doc: Document, pairs: dict[Frame, Voice]) -> list[tuple[Quotation, Voice]]:
    """The speaker of each quotation long enough to be more than a borrowed word."""
    frames = sorted(pairs, key=lambda f: f.cue.start)
    found: list[tuple[Quotation, Voice]] = []
    at, last_end, last, previous = 0, 0, Voice(UNNAMED), None
    nearby: list[Frame] = []
    for quotation in doc.quotations:
        while at < len(frames) and frames[at].header.start < quotation.span.end + 300:
            nearby.append(frames[at])
            at += 1
        nearby = nearby[-12:]
        inside = [f for f in nearby if f.content.overlaps(quotation.span)]
        runs_on = previous is not None and not previous.closed
        previous = quotation
        if inside:
            last = pairs[inside[-1]]
        elif _is_short(doc, quotation):
            continue
        elif before := [f for f in nearby if f.cue.end <= quotation.span.start]:
            between = doc.plain[before[-1].cue.end : quotation.span.start]
            near = max(last_end, _closed_at(doc, before[-1], quotation))
            apart = _other_words(doc.plain[near : quotation.span.start]) or (
                "\n\n" in between and not _quotes(doc, before[-1])
            )
            last = last if apart and runs_on else Voice(UNNAMED) if apart else pairs[before[-1]]
        elif not runs_on:
            last = Voice(UNNAMED)
        found.append((quotation, last))
        last_end = quotation.span.end
    return found


def _closed_at(doc: Document, frame: Frame, quotation: Quotation) -> int:
    """Where a frame's own words end: with its sentence, if a quotation only follows that."""
    end = max(frame.header.end, frame.content.end)
    sentence = sentence_at(doc, frame.cue.start)
    return max(end, sentence.end) if sentence.end <= quotation.span.start else end


def _quotes(doc: Document, frame: Frame) -> bool:
    """Whether a frame gave its source's own words, which a new paragraph may go on with."""
    near = Span(max(0, frame.content.start - 2), frame.content.end + 2)
    return any(not _is_short(doc, q) for q in starting_within(doc.quotations, near))


def _is_short(doc: Document, quotation: Quotation) -> bool:
    """Whether only a word or two are borrowed, which are nobody's sentence."""
    inner = quotation.inner
    words = doc.plain[inner.start : min(inner.end, inner.start + _LOOK)].split()
    return len(words) < _WORDS_OF_A_QUOTE


def _other_words(between: str) -> bool:
    """Whether something else is told before a quotation goes on: "A banner read: …"."""
    return len(re.findall(r"\w+", between)) > 1


def _sentence_zones(
    doc: Document,
    sentence: Span,
    voices: Sequence[Voice],
    base: Voice,
    quoted: Sequence[tuple[Quotation, Voice]],
) -> list[Zone]:
    zones, taken = [], []
    for voice in voices:
        frame = voice.frame
        if frame is None:
            continue
        chosen = voice if voice.source else base
        if len(frame.content) > 2 and frame.content.overlaps(sentence):
            zones.append(Zone(frame.content, sentence, chosen))
        taken += [part for part in (frame.header, frame.content) if sentence.contains(part)]
    for quotation, voice in quoted:
        part = Span(
            max(quotation.span.start, sentence.start), min(quotation.span.end, sentence.end)
        )
        if not any(t.overlaps(part) for t in taken):
            zones.append(
                Zone(part, sentence, voice if voice.source != UNNAMED or not base.source else base)
            )
            taken.append(part)
    return zones + [Zone(rest, sentence, base) for rest in _rest(doc, sentence, taken)]


def _rest(doc: Document, sentence: Span, taken: Sequence[Span]) -> list[Span]:
    rests, at = [], sentence.start
    for span in sorted(taken):
        if span.start > at:
            rests.append(Span(at, span.start))
        at = max(at, span.end)
    if at < sentence.end:
        rests.append(Span(at, sentence.end))
    return [r for r in rests if len(doc.plain[r.start : r.end].strip(" ,.;:\"'-")) > 3]
