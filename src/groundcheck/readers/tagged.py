"""Attribution that the rules do not see: frames from the trained tagger's relations.

The tagger is asked only of sentences that may hold a claim and in which the rules find nobody
who says so, since it takes far longer than they do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

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
    asked = [s for s, frames in by_sentence if not frames and _may_claim(doc, s)]
    if not asked:
        return list(by_sentence)
    # numpy and the network take longer to load than the rules; many texts ask for neither.
    from groundcheck.readers.tagger import shipped_tagger  # noqa: PLC0415
    from groundcheck.readers.tagger_input import Layout  # noqa: PLC0415

    layout = Layout(asked, doc.quotations)
    found = shipped_tagger().relations(doc.report.text, layout)
    sure = [r for r in found if r.source and r.cue]
    by_place = sorted(sure, key=lambda r: r.cue[0].start)
    return [
        (s, frames or tuple(f for r in by_place if (f := _frame(doc, s, r))))
        for s, frames in by_sentence
    ]


def _may_claim(doc: Document, sentence: Span) -> bool:
    """Whether a sentence has a claim, by its words, and somebody who may be the one to make it."""
    if any(q.span.start <= sentence.start and sentence.end <= q.span.end for q in doc.quotations):
        return False
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
