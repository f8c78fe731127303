"""Who says so, where a neighbouring sentence tells it: "That is the estimate of Jane Roe".

Looked back from: "That figure is the ministry's.", "So, at least, says the mayor.". Looked on
to: "Here is the count, from the army.". Run on from one sentence to the next: "Another 40 are
held", "A fifth of these", "the same map gives it 12%".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from groundcheck.model import Span
from groundcheck.readers.document import Document, within
from groundcheck.readers.frame import Frame
from groundcheck.readers.nominal import signed
from groundcheck.readers.source_phrase import is_narrator, source_end, valid

_NOUN = (
    r"(?:claims?|counts?|estimates?|figures?|tally|version|view|account|assessments?|reckoning|numbers?|"
    r"calculations?|judge?ment|word|story|reading|toll|verdict|map|data|information)"
)
_POINTS = (
    rf"(?:(?:that|this|those|these|both|all\s+(?:this|that)|such)(?:\s+(?:last\s+)?{_NOUN})?"
    rf"|the\s+{_NOUN})"
)
_BACK = (
    re.compile(
        rf"\s*(?:but\s+|and\s+)?(?:{_POINTS}|it|such)\s+(?:at\s+least\s+|at\s+any\s+rate\s+)?(?:is|was|are|were)\s+"
        rf"(?:at\s+least\s+|only\s+|also\s+)?(?:the\s+|an?\s+)?(?:\w+\s+)?(?P<cue>{_NOUN})\s+"
        r"(?:of|from|by|(?:given|offered|put\s+forward|put\s+about|published)\s+by)\s+(?=\w)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\s*(?:but\s+|and\s+)?{_POINTS}\s+(?P<cue>comes?|came|stems?|is\s+drawn|was\s+drawn|is\s+taken|were?\s+given"
        r"|was\s+given|(?:is|are|was|were)\s+according)\s+(?:straight\s+|only\s+|all\s+)?(?:from|by|to)\s+(?=\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\s*(?:or\s+)?so,?\s+(?:at\s+least,?\s+|at\s+any\s+rate,?\s+)?"
        r"(?P<cue>says?|said|claims?|claimed|runs\s+the\s+account\s+of)\s+(?=\w)",
        re.IGNORECASE,
    ),
)
_OWNED = re.compile(
    rf"\s*(?:but\s+|and\s+)?(?:{_POINTS}|that)\s+(?P<cue>is|was|are|were)\s+(?:at\s+least\s+)?"
    rf"(?P<who>(?:[\w.&-]+\s+){{0,5}}?[\w.&-]+?)(?:'s|(?<=s)')(?:\s+(?:own\s+)?{_NOUN})?\s*[.,;]",
    re.IGNORECASE,
)
_WHAT = re.compile(
    r"\s*(?:(?:or\s+)?so|(?:that|this|such)(?:,?\s+at\s+(?:least|any\s+rate),?)?\s+(?:is|was)"
    r"(?:,?\s+at\s+(?:least|any\s+rate),?)?\s+what)\s+(?P<who>[^,;:.]{2,60}?)\s+"
    r"(?P<cue>says?|said|claims?|claimed|reports?|reported|maintains?|insists?|believes?|tells?\s+us|told\s+\w+)\b"
    r"(?!\s+\w+\s+\w+\s+\w+\s+\w+)",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    rf"\s*(?:here\s+(?:is|are)|here's|now\s+for|first,?|next,?|then)\s+(?:the\s+|a\s+)?(?:[\w-]+\s+){{0,3}}?"
    rf"(?P<cue>{_NOUN}),?\s+(?:of|from|by|according\s+to|as\s+given\s+by)\s+(?=\w)",
    re.IGNORECASE,
)
_MANY = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
    r"|(?:a\s+)?(?:hundred|dozen|thousand|half|third|quarter|fifth|sixth|tenth)|two[\s-]thirds|three[\s-]quarters"
    r"|most|many|several|some|nine[\s-]tenths)"
)
_ABOUT = (
    r"(?:(?:about|around|some|nearly|almost|roughly|at\s+least|more\s+than|over|just|only|up\s+to"
    r"|another|a\s+further)\s+)*"
)
_FINITE = (
    r"(?:is|are|was|were|has|have|had|took|came|went|fell|died|did|do|does|will|would|remain\w*"
    r"|follow\w*|live\w*)\b"
)
_RUNS_ON = re.compile(
    rf"\s*(?:and\s+|but\s+)?(?:of\s+(?:these|those|them|the\s+(?:latter|rest))\b"
    rf"|{_ABOUT}{_MANY}\s+(?:of\s+(?:them|these|those|which|whom)\b|in\s+\w+\s+{_FINITE})"
    rf"|(?:another|a\s+further|the\s+other)\s+(?:\w+\s+)?{_MANY}\s+(?:more\s+)?{_FINITE}"
    rf"|the\s+(?:rest|others?|remainder|remaining\s+{_MANY})\s+{_FINITE})",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\bthe\s+same\s+(?:account|map|report|source|sources|official|survey|poll|study|tally|count|figures|data|statement"
    r"|document|memo|memorandum|bulletin|list|table|letter|post|message|interview|briefing|estimate|spokes\w+)\b",
    re.IGNORECASE,
)

Framed = tuple[Span, tuple[Frame, ...]]


def with_following(doc: Document, by_sentence: Sequence[Framed]) -> list[Framed]:
    """The sentences with the frames that their neighbours give them, where they have none."""
    found = list(by_sentence)
    for i, (sentence, frames) in enumerate(found):
        before = found[i - 1] if i and _together(doc, found[i - 1][0], sentence) else None
        if before and not before[1] and (said := _points_back(doc, before[0], sentence)):
            found[i - 1] = (before[0], (replace(said, content=before[0]),))
            found[i] = (sentence, ())
        elif frames:
            continue
        elif before and (last := _whole(before)) and _goes_on(doc, sentence, last):
            nothing_own = replace(last, content=sentence)
            found[i] = (sentence, (nothing_own,))
        elif before and not before[1] and (said := _phrase(doc, _FORWARD, before[0])):
            found[i] = (sentence, (replace(said, content=sentence),))
    return found


def _together(doc: Document, before: Span, sentence: Span) -> bool:
    return "\n\n" not in doc.plain[before.end : sentence.start]


def _is_quote(doc: Document, sentence: Span) -> bool:
    """Whether a sentence ends with the quotation that it stands in."""
    around = Span(max(0, sentence.start - 1), sentence.end + 1)
    return any(q.closed and q.span.end >= sentence.end - 1 for q in within(doc.quotations, around))


def _points_back(doc: Document, before: Span, sentence: Span) -> Frame | None:
    """The frame of a sentence that only says whose the one before is."""
    if _is_quote(doc, before) and (found := signed(doc, sentence)):
        return found
    for pattern in _BACK:
        if found := _phrase(doc, pattern, sentence):
            return found
    for pattern in (_OWNED, _WHAT):
        match = pattern.match(doc.unquoted, sentence.start, sentence.end)
        source = valid(doc.unquoted, Span(*match.span("who"))) if match else None
        if match and source and not is_narrator(match["who"]):
            return Frame(source, Span(*match.span("cue")), sentence, sentence)
    return None


def _phrase(doc: Document, pattern: re.Pattern[str], sentence: Span) -> Frame | None:
    text = doc.unquoted
    match = pattern.match(text, sentence.start, sentence.end)
    if match is None:
        return None
    source = valid(text, Span(match.end(), source_end(text, match.end(), sentence.end)))
    if source is None or is_narrator(source.of(text)):
        return None
    return Frame(source, Span(*match.span("cue")), sentence, sentence)


def _whole(before: Framed) -> Frame | None:
    """The frame in whose voice a sentence ends, its own words or those that only name it."""
    sentence, frames = before
    last = frames[-1] if frames else None
    reach = max(last.header.end, last.content.end) if last else 0
    return last if last and reach >= sentence.end - 2 else None


def _goes_on(doc: Document, sentence: Span, last: Frame) -> bool:
    """Whether a sentence leaves out what only the one before names, or names the same paper."""
    text = doc.unquoted
    if _RUNS_ON.match(text, sentence.start, sentence.end):
        return True
    return last.source is not None and bool(_SAME.search(text, sentence.start, sentence.end))
