"""Attribution in one sentence: who (source) says (cue) what (content), by the order of the words.

Three orders are read: the source before its content ("X said that …"), after it ("…, X said";
"… said X"; "…, according to X") and between two pieces of it. Nothing is resolved here:
``linking`` says who "he" is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from groundcheck.model import Span
from groundcheck.readers.cue_tests import is_cue
from groundcheck.readers.cues import CUE, DEMANDING, DENYING, NEEDS_SUBJECT, SAID_OF, is_phrase
from groundcheck.readers.document import Document, within
from groundcheck.readers.frame import Frame
from groundcheck.readers.header import header_end
from groundcheck.readers.nominal import claim_by, without_verb
from groundcheck.readers.positions import (
    GOES_ON,
    VERB,
    is_tail,
    last_clause,
    only_leads,
    parenthetic,
    with_rest,
)
from groundcheck.readers.roles import COLLECTIVE, ROLE
from groundcheck.readers.source_phrase import (
    after_cue,
    before_cue,
    is_narrator,
    opening,
    source_end,
    trim,
    valid,
)

_TAKEN_OVER = re.compile(
    r"(?:,|\band|\bbut|\bwho|\bwhich)\s*(?:\w+ly\s+|also\s+|later\s+|(?:on|late|early)\s+\w+day\s+)?$"
)
_RELATIVE = re.compile(r"\b(?:who|which)\s*(?:\w+ly\s+|also\s+|later\s+)?$")
_MAIN_VERB = re.compile(
    r",\s+(?:\w+ly\s+)?(?:is|are|was|were|has|have|had|will|would|\w+ed|took|went|left|fell|held|lost|"
    r"withdrew|came|gave|made|told|said|met|began|won|sent|put|cut|ran|stood|rose|spoke|wrote|broke)\b"
)
_PARTICIPLE = re.compile(r",\s+(?:\w+ly\s+)?(?!including|according)\w+ing\b")
_SECOND_HALF = re.compile(r"\s*;\s+(?=(?:it|they|there|that|this|the\s+(?:rest|others?))\b)")
_APPOSITIVE = re.compile(r",\s+(?:an?|the|its|their|his|her|whose)\s[^,;:.]{3,90}")
# "… called the claim that X had taken Y false".
_FALSE = re.compile(
    r"^(?:the|this|that|such|these|those|any|all)?\s*(?:claims?|reports?|statements?|allegations?)\b.*"
    r"\b(?:false|untrue|baseless|unfounded|wrong|invented|fabricated|a\s+lie|lies|nonsense|propaganda)\W*$",
    re.IGNORECASE | re.DOTALL,
)
# "…, says Yerevan;": what stands behind the verb can be nothing but who says it.
_NAME_CLOSES = re.compile(
    r"\s+(?:the\s+)?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|"
    r"Sep|Oct|Nov|Dec)[a-z]*\b|(?:Yester|To)day\b|Tonight\b)"
    r"[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)*\s*(?:;|\.?\s*$)"
)
_WHO_IT_IS = re.compile(
    rf",\s+an?\s+(?:[\w'.-]+\s+){{0,6}}?(?:{ROLE.pattern}|{COLLECTIVE.pattern})(?=,)", re.IGNORECASE
)
_ASIDE = re.compile(r",\s+(?:which|who|whom|where|whose\s+\w+)\s*$")
_ASIDE_ENDS = re.compile(r",\s+(?!(?:and|or)\b)")
_RELATIVE_SUBJECT = re.compile(
    r"\s*(?P<who>(?:an?|the|one|another|two|three|several|some)\s+[^,;:]{2,40}?)\s+(?:who|which|that)\s[^,;:]{3,80}$",
    re.IGNORECASE,
)


def find_frames(doc: Document, sentence: Span) -> tuple[Frame, ...]:
    """The frames of one sentence in the order of their cues."""
    frames: list[Frame] = []
    left = sentence.start
    for match in CUE.finditer(doc.unquoted, sentence.start, sentence.end):
        cue = Span(*match.span())
        if cue.start < left or not is_cue(doc.unquoted, sentence, cue):
            continue
        frame = _frame(doc, sentence, left, cue)
        if frame is None or len(frame.content) < 1 or _only_agrees(doc.unquoted, frames, frame):
            continue
        if frame.source is None and frames:
            frame = replace(frame, source=_main_subject(doc, sentence, frames[-1], frame))
        if frames and frame.header.start < frames[-1].content.end:
            frames[-1] = _cut(frames[-1], frame)
        if frames and frame.content.overlaps(frames[-1].content):
            if frame.content.end <= frames[-1].content.end:
                continue
            frame = replace(frame, content=Span(frames[-1].content.end, frame.content.end))
        outer = frames[-1] if frames else None
        frames.append(frame)
        if outer and _ASIDE.search(doc.unquoted, left, frame.header.start):
            frames += _goes_on_after(doc.unquoted, sentence, outer, frame)
        left = max(cue.end, frame.header.end if frame.header.start >= left else cue.end)
    if not frames:
        return without_verb(doc, sentence)
    frames += _goes_on(doc.unquoted, sentence, frames[-1])
    return tuple(
        f for i, f in enumerate(frames) if len(f.content) > 2 or _passes_on(frames[i : i + 2])
    )


def _goes_on(text: str, sentence: Span, last: Frame) -> list[Frame]:
    """ "That was invented, he said; it was 14": the second half is his as well."""
    match = _SECOND_HALF.match(text, last.header.end, sentence.end)
    if match is None or last.content.start > last.header.start:
        return []
    nowhere = Span(match.end(), match.end())
    return [replace(last, header=nowhere, content=Span(match.end(), sentence.end))]


def _goes_on_after(text: str, sentence: Span, outer: Frame, aside: Frame) -> list[Frame]:
    """ "He said the town, which X claims to hold, was empty": the rest is his again."""
    rest = trim(text, Span(aside.content.end, sentence.end))
    if rest is None or outer.content.start > aside.header.start:
        return []
    nowhere = Span(rest.start, rest.start)
    return [replace(outer, header=nowhere, content=rest)]


def _main_subject(doc: Document, sentence: Span, aside: Frame, frame: Frame) -> Span | None:
    """ "X, which Y accuses of it, called it a lie and insisted that …": X is who insists."""
    text = doc.unquoted
    opened = _ASIDE.search(text, sentence.start, aside.header.start)
    closed = _MAIN_VERB.search(text, aside.header.end, frame.header.start)
    if opened is None or closed is None:
        return None
    return valid(text, Span(sentence.start, opened.start()))


def _only_agrees(text: str, frames: list[Frame], frame: Frame) -> bool:
    """Whether "…, as Y reported" stands behind words that are somebody's already."""
    after = text[max(0, frame.header.start - 5) : frame.header.start].endswith(" as ")
    return after and bool(frames) and frames[-1].content.overlaps(frame.content)


def _passes_on(pair: list[Frame]) -> bool:
    """Whether a frame without words of its own passes on what the next one's source said."""
    return len(pair) == 2 and 0 <= pair[1].header.start - pair[0].header.end < 6


def _frame(doc: Document, sentence: Span, left: int, cue: Span) -> Frame | None:
    word = doc.unquoted[cue.start : cue.end].lower()
    if word.startswith(("according", "by the", "per", "as per")):
        frame = _according(doc, sentence, left, cue)
    elif is_phrase(word):
        frame = claim_by(doc, sentence, cue)
    else:
        frame = _saying(doc, sentence, left, cue)
    if frame is None:
        return None
    if word.startswith("call") and _FALSE.search(frame.content.of(doc.plain)):
        return replace(frame, denies=True)
    return replace(frame, denies=word in DENYING, demands=word in DEMANDING)


def _according(doc: Document, sentence: Span, left: int, cue: Span) -> Frame | None:
    """ "…, according to X", "according to X, …" and "…, according to X, …"."""
    text = doc.unquoted
    end = source_end(text, cue.end, sentence.end)
    source = trim(text, Span(cue.end, end))
    before = text[left : cue.start].strip(" ,-;:")
    who = _WHO_IT_IS.match(text, end, sentence.end)
    stop = header_end(doc, who.end() if who else end, sentence.end)
    if len(before.split()) < 2:
        content = trim(text, Span(stop, sentence.end))
    elif VERB.search(before):
        whole = trim(text, Span(left, cue.start))
        content = None if whole is None else last_clause(text, whole)
    else:
        content = trim(text, Span(left, sentence.end))
    if source is None or content is None:
        return None
    return Frame(source, cue, Span(cue.start, max(stop, end)), content)


def _saying(doc: Document, sentence: Span, left: int, cue: Span) -> Frame | None:
    text = doc.unquoted
    source, appositive = before_cue(text, left, cue.start)
    word = text[cue.start : cue.end].lower()
    inverted = _inverted(text, sentence, left, cue)
    if inverted is not None:
        content = trim(text, Span(left, cue.start))
        stop = header_end(doc, inverted.end, sentence.end)
        if content and only_leads(text, content) and GOES_ON.match(text, stop):
            content = Span(content.start, sentence.end)
        return None if content is None else Frame(inverted, cue, Span(cue.start, stop), content)
    if source is None and not appositive:
        source = _long_subject(text, left, cue)
    relative = _RELATIVE.search(text, left, cue.start) is not None
    if source is None and (not appositive or relative):
        return _taken_over(doc, sentence, left, cue) if word not in NEEDS_SUBJECT else None
    if source is None or is_narrator(text[source.start : source.end]):
        return None
    named = _named_before(doc, sentence.start, source, cue)
    after = header_end(doc, cue.end, sentence.end)
    header = Span(source.start, max(after, cue.end))
    before = trim(text, Span(left, source.start))
    if before is not None and is_tail(text, sentence, left, header):
        return Frame(named, cue, with_rest(text, header, sentence), last_clause(text, before))
    if before is not None and parenthetic(text, left, header):
        return Frame(named, cue, header, Span(before.start, sentence.end))
    content = trim(text, Span(after, sentence.end))
    if content is not None and relative:
        content = _until(_MAIN_VERB, text, content)
    elif content is not None and _ASIDE.search(text, left, source.start):
        content = _until(_ASIDE_ENDS, text, content)
    return None if content is None else Frame(named, cue, header, content)


def _named_before(doc: Document, left: int, source: Span, cue: Span) -> Span:
    """The name whose apposition was taken for the source: "the Desk, a group in Y, which says"."""
    if not _RELATIVE.search(doc.unquoted, max(left, source.end), cue.start):
        return source
    names = within(doc.names, Span(left, source.start))
    if not names or doc.plain[names[-1].span.end : source.start] not in (", ", ", a ", ", the "):
        return source
    return names[-1].span


def _long_subject(text: str, left: int, cue: Span) -> Span | None:
    """The source whose relative clause runs up to its cue: "A man who sat there and … said"."""
    match = _RELATIVE_SUBJECT.match(text, left, cue.start)
    return valid(text, Span(*match.span("who"))) if match else None


def _taken_over(doc: Document, sentence: Span, left: int, cue: Span) -> Frame | None:
    """A cue without source of its own: "…, and added that", "…, warning that", "who said"."""
    text = doc.unquoted
    taken = _TAKEN_OVER.search(text, left, cue.start)
    after = header_end(doc, cue.end, sentence.end)
    content = trim(text, Span(after, sentence.end))
    if not taken or content is None:
        return None
    if text[cue.start : cue.end].endswith("ing"):
        content = _until(_PARTICIPLE, text, content)
    elif _RELATIVE.search(text, left, cue.start):
        content = _until(_MAIN_VERB, text, content)
    source = _antecedent(doc, left, taken) or (
        opening(doc, sentence, cue) if left == sentence.start else None
    )
    if source is None and left == sentence.start:
        return None
    return Frame(source, cue, Span(taken.start(), after), content)


def _antecedent(doc: Document, left: int, taken: re.Match[str]) -> Span | None:
    """The name right before ", which said": what the relative clause is about."""
    if not _RELATIVE.search(taken[0]):
        return None
    end = taken.start()
    while end > left and doc.unquoted[end - 1] in " \n,":
        end -= 1
    names = within(doc.names, Span(left, end))
    people = [n for n in names if n.kind == "person"]
    if people and _APPOSITIVE.fullmatch(doc.unquoted, people[-1].span.end, end):
        return people[-1].span
    return names[-1].span if names and names[-1].span.end == end else None


def _until(pattern: re.Pattern[str], text: str, content: Span) -> Span:
    """The content up to where the reporter's own clause goes on."""
    match = pattern.search(text, content.start, content.end)
    return Span(content.start, match.start()) if match else content


def _inverted(text: str, sentence: Span, left: int, cue: Span) -> Span | None:
    """The source in '"…," said X': content before, then the cue, then a noun phrase."""
    before = text[left : cue.start].rstrip()
    word = text[cue.start : cue.end].lower()
    if not before or before[-1] not in ",¤\"”»'?!" or word not in SAID_OF:
        return None
    if before[-1] == "," and word == "told":
        return None
    closes = _NAME_CLOSES.match(text, cue.end, sentence.end) is not None
    if before[-1] == "," and not closes and before_cue(text, left, cue.start)[0] is not None:
        return None
    return after_cue(text, cue, sentence.end)


def _cut(frame: Frame, later: Frame) -> Frame:
    """The earlier frame's content ends where the later one's header begins."""
    end = max(frame.content.start, min(frame.content.end, later.header.start))
    return replace(frame, content=Span(frame.content.start, end))
