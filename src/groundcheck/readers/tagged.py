"""Attribution that the rules do not see: frames from the trained tagger's relations.

The tagger is asked only of sentences that may hold a claim and in which the rules find nobody
who says so, since it takes far longer than they do.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from groundcheck.model import AttributionRelation, Span, hull
from groundcheck.readers.cues import CUE, DEMANDING, DENYING
from groundcheck.readers.document import Document, starting_within, within
from groundcheck.readers.frame import Frame
from groundcheck.readers.header import header_end
from groundcheck.readers.nominal import WRITING
from groundcheck.readers.predicates import find_predicates
from groundcheck.readers.roles import SPEAKERS
from groundcheck.readers.source_phrase import is_narrator
from groundcheck.readers.voices import Framed

_SPEAKER = re.compile(
    rf"{SPEAKERS}|\b(?:television|radio|media|press|images?|imagery|footage|data|figures|maps?|reports?|"
    r"stud(?:y|ies)|surveys?|records|locals)\b",
    re.IGNORECASE,
)
_LEAST = 0.5
# The rules know such a cue and saw nobody who speaks by it.
_LEAST_AGAINST_THE_RULES = 0.8
_PASSIVE = re.compile(r"(?:is|was|are|were|has|have|had|'s)\b", re.IGNORECASE)


def with_tagged(doc: Document, by_sentence: Sequence[Framed]) -> list[Framed]:
    """The sentences with their frames, those of the tagger where there are no others."""
    quoted = _Quoted(doc)
    asked = [s for s, f in by_sentence if not f and s not in quoted and _may_claim(doc, s)]
    if not asked:
        return list(by_sentence)
    # numpy and the network take longer to load than the rules; many texts ask for neither.
    from groundcheck.readers.tagger import shipped_tagger  # noqa: PLC0415
    from groundcheck.readers.tagger_input import Layout  # noqa: PLC0415

    layout = Layout(asked, doc.quotations)
    found: dict[Span, list[Frame]] = {sentence: [] for sentence in asked}
    for relation in shipped_tagger().relations(doc.report.text, layout):
        if relation.source and relation.cue:
            at = bisect_right(asked, relation.cue[0].start, key=lambda s: s.start) - 1
            frame = _frame(doc, asked[at], relation)
            found[asked[at]] += [frame] if frame else []
    return [(s, frames or tuple(found.get(s, ()))) for s, frames in by_sentence]


class _Quoted:
    """The stretches that lie wholly inside somebody's quotation."""

    def __init__(self, doc: Document) -> None:
        self._starts = [q.span.start for q in doc.quotations]
        self._reach = list(accumulate((q.span.end for q in doc.quotations), max))

    def __contains__(self, sentence: Span) -> bool:
        before = bisect_right(self._starts, sentence.start)
        return before > 0 and self._reach[before - 1] >= sentence.end


def _may_claim(doc: Document, sentence: Span) -> bool:
    """Whether a sentence has a claim, by its words, and somebody who may be the one to make it."""
    named = any(name.kind in ("person", "body") for name in within(doc.names, sentence))
    if not named and not _SPEAKER.search(doc.plain, sentence.start, sentence.end):
        return False
    return bool(starting_within(doc.quantities, sentence)) or bool(find_predicates(doc, sentence))


def _frame(doc: Document, sentence: Span, relation: AttributionRelation) -> Frame | None:
    """The relation as a frame of this sentence, ``None`` where it is another's or nobody's."""
    source, cue = hull(relation.source), hull(relation.cue)
    known = CUE.search(doc.plain, cue.start, cue.end) is not None
    if relation.confidence < (_LEAST_AGAINST_THE_RULES if known else _LEAST):
        return None
    content = [piece for piece in relation.content if sentence.contains(piece)]
    if not content or not sentence.contains(hull([source, cue])):
        return None
    if is_narrator(source.of(doc.plain)) or _is_nobody(source.of(doc.plain), cue.of(doc.plain)):
        return None
    header = hull([source, cue])
    said = hull(content)
    if header.end <= said.start:
        header = Span(header.start, min(header_end(doc, header.end, sentence.end), said.start))
    word = cue.of(doc.plain).lower().split()[-1]
    return Frame(source, cue, header, said, word in DENYING, word in DEMANDING)


def _is_nobody(source: str, cue: str) -> bool:
    """ "It is said", "I am told", "a banner read", a heading: nobody says it."""
    if WRITING.search(source) or cue == ":":
        return True
    first = source.lower().split()[0]
    return first in ("i", "we") or (first in ("it", "there") and bool(_PASSIVE.match(cue)))
