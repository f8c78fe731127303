"""A report with everything that the primitives see in it, found once and looked up by place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from groundcheck.dates.expressions import find_clock_times, find_dates
from groundcheck.geo.mentions import find_places
from groundcheck.geo.states import StateMention, find_states
from groundcheck.model import Place, Quantity, Report, Span, When
from groundcheck.readers.placed import Placed, starting_within, within
from groundcheck.text.header import find_header
from groundcheck.text.names import Name, find_names
from groundcheck.text.quantities import find_quantities
from groundcheck.text.quotations import Quotation, quotations
from groundcheck.text.sentences import paragraphs, sentences

__all__ = ["Document", "annotate", "starting_within", "within"]

# One character for one, so that offsets stay what they were.
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\t": " ", "–": "-", "—": "-", "−": "-"}
)
_QUOTED = "¤"
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z'. -]+(?:,[ ][A-Z][\w. -]{1,30}){0,3}"
    r"|[A-Z][\w'-]+(?:[ ][A-Z][\w'-]+)?,[ ](?:[A-Z][a-z]+,[ ])?[A-Z][a-z]{2,8}\.?[ ]\d{1,2})"
    r"(?:[ ]\([A-Z][\w ]+\))?[ ]+-+[ ]+(?=\S)"
)
_LEAD = re.compile(r"(?:[•*]\s*|-\s+)?(?:\d{1,2}[:.]\d{2}(?:\s*-+)?\s+)?")
_LINE_ENDS = re.compile(r"[\r\n]")
_LONGEST_SENTENCE = 2000


@dataclass(frozen=True, slots=True)
class Document:
    """The annotations of one report; all spans count in ``report.text``.

    ``plain`` is the text with typographic apostrophes, dashes and spaces made plain and the
    leading day header blanked; ``unquoted`` is ``plain`` with all that stands inside
    quotation marks blotted out. Both have the length of the text.
    """

    report: Report
    plain: str
    unquoted: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[When, ...]
    places: tuple[Place, ...]
    states: tuple[StateMention, ...]
    names: tuple[Name, ...]


def annotate(report: Report) -> Document:
    """Run every primitive over the report, once."""
    text = _without_header(report.text)
    parts = paragraphs(text)
    text = _unwrapped(text, parts)
    plain = text.translate(_PLAIN)
    quoted = quotations(text)
    dates = find_dates(text, report.published)
    taken = sorted([d.span for d in dates if d.span] + list(find_clock_times(text)))
    return Document(
        report=report,
        plain=plain,
        unquoted=_blot(plain, quoted),
        paragraphs=parts,
        sentences=tuple(_without_lead(plain, s) for s in _short(text, sentences(text))),
        quotations=Placed(quoted),
        quantities=Placed(q for q in find_quantities(text) if not _touches(taken, q.span)),
        dates=Placed(dates),
        places=Placed(find_places(text)),
        states=Placed(find_states(text)),
        names=Placed(find_names(text)),
    )


def _touches(taken: Sequence[Span], span: Span) -> bool:
    after = bisect_left(taken, span.end, key=lambda s: s.start)
    return any(t.overlaps(span) for t in taken[max(0, after - 2) : after])


def _without_header(text: str) -> str:
    header = find_header(text)
    return " " * header[0].end + text[header[0].end :] if header else text


def _unwrapped(text: str, parts: Sequence[Span]) -> str:
    """The text with a blank for each end of a line inside a paragraph, where only width ends it."""
    pieces, done = [], 0
    for part in parts:
        pieces += [text[done : part.start], _LINE_ENDS.sub(" ", part.of(text))]
        done = part.end
    return "".join(pieces) + text[done:]


def _without_lead(plain: str, sentence: Span) -> Span:
    """A bullet or the time of a live entry is no part of what is said, nor is a dateline."""
    lead = _LEAD.match(plain, sentence.start, sentence.end)
    start = lead.end() if lead and lead.end() < sentence.end else sentence.start
    return _without_dateline(plain, Span(start, sentence.end))


def _without_dateline(plain: str, sentence: Span) -> Span:
    """ "KYIV — Troops have …": the place of writing is no part of what is said."""
    dateline = _DATELINE.match(plain, sentence.start, sentence.end)
    return Span(dateline.end(), sentence.end) if dateline else sentence


def _short(text: str, found: Sequence[Span]) -> Iterator[Span]:
    """Sentences, those beyond all measure cut at white space so that work on each stays bounded."""
    for sentence in found:
        start = sentence.start
        while sentence.end - start > _LONGEST_SENTENCE:
            space = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
            cut = space if space > start else start + _LONGEST_SENTENCE
            yield Span(start, cut)
            start = cut
        yield Span(start, sentence.end)


def _blot(plain: str, quoted: Sequence[Quotation]) -> str:
    pieces, done = [], 0
    for quotation in quoted:
        start, end = max(done, quotation.inner.start), quotation.inner.end
        if end > start:
            pieces += [plain[done:start], _QUOTED * (end - start)]
            done = end
    return "".join(pieces) + plain[done:]
