"""Attribution in one sentence: who (source) says (cue) what (content), by the order of the words.

Three orders are read: the source before its content ("X said that …"), after it ("…, X said";
"… said X"; "…, according to X") and between two pieces of it. Nothing is resolved here:
``linking`` says who "he" is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from groundcheck.model import Span
from groundcheck.readers.cues import (
    CUE,
    DEMANDING,
    DENYING,
    NEEDS_PLURAL,
    NEEDS_SUBJECT,
    NEEDS_THAT,
    SAID_OF,
    is_phrase,
)
from groundcheck.readers.document import Document, within
from groundcheck.readers.frame import Frame
from groundcheck.readers.header import header_end
from groundcheck.readers.nominal import claim_by, without_verb
from groundcheck.readers.source_phrase import (
    FINITE,
    after_cue,
    before_cue,
    is_narrator,
    opening,
    source_end,
    trim,
    valid,
)

_DETERMINERS = frozenset(
    "the a an his her its their our my your this that these those no of such any some several "
    "new recent earlier previous latest first second to be by as".split()
)
_VERB = re.compile(
    rf"{FINITE.pattern}|\b(?:it|that|he|she|there)'s\b|\b\w{{3,}}ed\b|\w+n't\b|[\"¤]"
)
_NOUN_AFTER = re.compile(
    r"\s*[,.;:)]|\s+(?:in|of|on|at|to|from|for|by|with|and|are|were|have|had|"
    r"that\s+(?:are|were|have))\b"
)
_NAMED_AFTER_COMMA = re.compile(
    r",\s+(?:the\s+|its\s+)?(?:(?:[A-Z][\w'-]*\s+)+(?:(?:maps?|tables|figures|data|mapping|records)\s+)?|"
    r"(?:[\w'-]+\s+){0,3}(?:television|radio|media|ministry|channel|agency|broadcaster|army|military|group|"
    r"newspaper|monitor|government|tables|figures|maps?)\s+)$"
)
_PLURAL = re.compile(
    r"\b(?:they|people|police|media|data|sources|[a-z]{4,}(?:s|men|women))\b|\band\b", re.IGNORECASE
)
_ADDED_WORDS = re.compile(r"\s+that\b|\s*[,.:;!?\"¤]|\s+(?:on|in\s+an?)\s|$")
_PUTS_AT = re.compile(r"[^;.]{1,90}?\bat\s")
_TO_WHOM = r"(?:\s+(?:me|us|him|her|them|reporters|journalists|listeners|viewers|lawmakers))?"
# "Declared a safe zone" does it; "declared the town free" says it.
_DECLARED = re.compile(
    r"\s+(?:that\b|(?:on|in|at|to)\s)|\s*,?\s*[:\"¤]|\s*[.,;]|\s*$|\s+(?!an?\s|[\w\s]{0,20}\b(?:law|war|victory|"
    r"ceasefire|truce|emergency|independence|conflict)\b)(?:[\w',-]+\s+){1,9}?"
    r"(?:\w{3,}ed|free|safe|secure|under|taken|lost|won|over|complete|fallen|open|closed|clear|part\s+of)\b"
)
_SAYS_THAT = re.compile(
    _TO_WHOM
    + r"\s+that\b(?!\s+(?:day|night|year|month))|\s*,?\s*[:\"¤]|\s*[.,;]?\s*$|\s+on\s+\w+day\b"
)
_NAMES_ITSELF = re.compile(r"\s+(?:it|him|her|them)(?:self|selves)\b")
_OF = re.compile(r"\s+of\s|\s*[.,;]?\s*$")
_NUMBERS = re.compile(r"\s+(?:\w+\s+)?\d|\s+that\b")
_FOLLOWS = {
    "put": _PUTS_AT,
    "place": _PUTS_AT,
    "placed": _PUTS_AT,
    "speak": _OF,
    "spoke": _OF,
    "consider": _NUMBERS,
    "declared": _DECLARED,
    "declare": _DECLARED,
}
_TAKEN_OVER = re.compile(
    r"(?:,|\band|\bbut|\bwho|\bwhich)\s*(?:\w+ly\s+|also\s+|later\s+|(?:on|late|early)\s+\w+day\s+)?$"
)
_RELATIVE = re.compile(r"\b(?:who|which)\s*(?:\w+ly\s+|also\s+|later\s+)?$")
_MAIN_VERB = re.compile(
    r",\s+(?:\w+ly\s+)?(?:is|are|was|were|has|have|had|will|would|\w+ed|took|went|left|fell|held|lost|"
    r"withdrew|came|gave|made|told|said|met|began|won|sent|put|cut|ran|stood|rose|spoke|wrote|broke)\b"
)
_PARTICIPLE = re.compile(r",\s+(?:\w+ly\s+)?(?!including|according)\w+ing\b")
# The reporter's own words after "…, X said": they are not what X said.
_TRAILING = re.compile(
    r"\s*,\s+(?:(?:even\s+)?as|while|after|amid|when|in\s+(?:the|a|an|what)|the\s+latest|a\s+day|"
    r"(?:days|hours|weeks)\s+after|although|though|calling|describing|meaning)\b"
)
_SECOND_HALF = re.compile(r"\s*;\s+(?=(?:it|they|there|that|this|the\s+(?:rest|others?))\b)")
_RELATIVE_SUBJECT = re.compile(
    r"\s*(?P<who>(?:an?|the|one|another|two|three|several|some)\s+[^,;:]{2,40}?)\s+(?:who|which|that)\s[^,;:]{3,80}$",
    re.IGNORECASE,
)
_OVER = re.compile(r"\s*(?:[;.!?]|-\s|$)")
_GOES_ON = re.compile(r"\s*,\s+(?:\w+ly\s+)?[a-z]")


def find_frames(doc: Document, sentence: Span) -> tuple[Frame, ...]:
    """The frames of one sentence in the order of their cues."""
    frames: list[Frame] = []
    left = sentence.start
    for match in CUE.finditer(doc.unquoted, sentence.start, sentence.end):
        cue = Span(*match.span())
        if cue.start < left or not _is_cue(doc.unquoted, sentence, cue):
            continue
        frame = _frame(doc, sentence, left, cue)
        if frame is None or len(frame.content) < 1 or _only_agrees(doc.unquoted, frames, frame):
            continue
        if frames and frame.header.start < frames[-1].content.end:
            frames[-1] = _cut(frames[-1], frame)
        elif frames and frame.content.overlaps(frames[-1].content):
            frame = replace(frame, content=Span(frames[-1].content.end, frame.content.end))
        frames.append(frame)
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


def _only_agrees(text: str, frames: list[Frame], frame: Frame) -> bool:
    """Whether "…, as Y reported" stands behind words that are somebody's already."""
    after = text[max(0, frame.header.start - 5) : frame.header.start].endswith(" as ")
    return after and bool(frames) and frames[-1].content.overlaps(frame.content)


def _passes_on(pair: list[Frame]) -> bool:
    """Whether a frame without words of its own passes on what the next one's source said."""
    return len(pair) == 2 and 0 <= pair[1].header.start - pair[0].header.end < 6


def _is_cue(text: str, sentence: Span, cue: Span) -> bool:
    word = text[cue.start : cue.end].lower()
    if is_phrase(word):
        return True
    before = text[sentence.start : cue.start]
    words = before.split()
    last = words[-1].lower().strip(",;:(") if words else ""
    if not words or last in _DETERMINERS or (last.endswith("'s") and word in NEEDS_SUBJECT):
        return False
    if word in NEEDS_SUBJECT and word.endswith("s"):
        noun = _NOUN_AFTER.match(text, cue.end, sentence.end)
        named = noun and noun[0].strip() in ",.;:" and _NAMED_AFTER_COMMA.search(before)
        if noun and not named:
            return False
    if word in NEEDS_PLURAL and (last == "to" or not _PLURAL.search(" ".join(words[-5:]))):
        return False
    if text.startswith((" to h", " to be "), cue.end) and not word.startswith("claim"):
        return False
    if word.startswith("call") and _NAMES_ITSELF.match(text, cue.end):
        return False
    if word in NEEDS_THAT and not _says(text, sentence, cue):
        return False
    if word in ("added", "adds", "adding"):
        return _ADDED_WORDS.match(text, cue.end, sentence.end) is not None
    return True


def _says(text: str, sentence: Span, cue: Span) -> bool:
    """Whether an ordinary verb is one of saying here: by what follows, or closing what is said."""
    after = _FOLLOWS.get(text[cue.start : cue.end].lower().rstrip("s"), _SAYS_THAT)
    return after.match(text, cue.end, sentence.end) is not None


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
    return replace(frame, denies=word in DENYING, demands=word in DEMANDING)


def _according(doc: Document, sentence: Span, left: int, cue: Span) -> Frame | None:
    """ "…, according to X", "according to X, …" and "…, according to X, …"."""
    text = doc.unquoted
    end = source_end(text, cue.end, sentence.end)
    source = trim(text, Span(cue.end, end))
    before = text[left : cue.start].strip(" ,-;:")
    stop = header_end(doc, end, sentence.end)
    if len(before.split()) < 2:
        content = trim(text, Span(stop, sentence.end))
    elif _VERB.search(before):
        whole = trim(text, Span(left, cue.start))
        content = None if whole is None else _last_clause(text, whole)
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
        if content and _only_leads(text, content) and _GOES_ON.match(text, stop):
            content = Span(content.start, sentence.end)
        return None if content is None else Frame(inverted, cue, Span(cue.start, stop), content)
    if source is None and not appositive:
        source = _long_subject(text, left, cue)
    if source is None and not appositive:
        return _taken_over(doc, sentence, left, cue) if word not in NEEDS_SUBJECT else None
    if source is None or is_narrator(text[source.start : source.end]):
        return None
    after = header_end(doc, cue.end, sentence.end)
    header = Span(source.start, max(after, cue.end))
    before = trim(text, Span(left, source.start))
    if before is not None and _is_tail(text, sentence, left, header):
        return Frame(source, cue, _with_rest(text, header, sentence), _last_clause(text, before))
    if before is not None and _parenthetic(text, left, header):
        return Frame(source, cue, header, Span(before.start, sentence.end))
    content = trim(text, Span(after, sentence.end))
    if content is not None and _RELATIVE.search(text, left, cue.start):
        content = _until(_MAIN_VERB, text, content)
    return None if content is None else Frame(source, cue, header, content)


def _long_subject(text: str, left: int, cue: Span) -> Span | None:
    """The source whose relative clause runs up to its cue: "A man who sat there and … said"."""
    match = _RELATIVE_SUBJECT.match(text, left, cue.start)
    return valid(text, Span(*match.span("who"))) if match else None


def _with_rest(text: str, header: Span, sentence: Span) -> Span:
    """A header that ends its sentence, with the outlet and the day that close it."""
    rest = text[header.end : sentence.end]
    few = len(rest.split()) < 8 and not _VERB.search(rest) and not re.search("[,;:]", rest)
    return Span(header.start, sentence.end) if few else header


def _only_leads(text: str, before: Span) -> bool:
    """Whether what stands before "…, says X, …" is too little to be what X says: "Now"."""
    words = text[before.start : before.end]
    return len(words.split()) < 5 and not _VERB.search(words)


def _last_clause(text: str, before: Span) -> Span:
    """What a source after it covers: not what a semicolon parts from it."""
    semicolon = text.rfind("; ", before.start, before.end)
    return Span(semicolon + 2, before.end) if semicolon >= 0 else before


def _is_tail(text: str, sentence: Span, left: int, header: Span) -> bool:
    """Whether source and cue end what stands before them: "…, X said on Friday"."""
    if _TRAILING.match(text, header.end, sentence.end) or _OVER.match(
        text, header.end, sentence.end
    ):
        return True
    if text[max(left, header.end - 5) : header.end].strip() == "that":
        return False
    rest = text[header.end : sentence.end].strip(" ,.;:!?\"'”»)")
    closed = text[left : header.start].rstrip()[-1:] in (",", '"', "”", "»", "¤", "'")
    apart = text[left : header.start].rstrip()[-1:] in (";", ":")
    return (len(rest.split()) < 2 and not apart) or (
        closed and len(rest.split()) < 8 and not _VERB.search(rest)
    )


def _parenthetic(text: str, left: int, header: Span) -> bool:
    """ "The hills, he said, lay empty": the cue stands between commas in its own content."""
    before = text[left : header.start].rstrip()
    return (
        before.endswith((",", '"', "”", "»", "¤")) and _GOES_ON.match(text, header.end) is not None
    )


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
    names = within(doc.names, Span(left, taken.start()))
    return names[-1].span if names and taken.start() - names[-1].span.end < 2 else None


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
    if before[-1] == "," and (word == "told" or before_cue(text, left, cue.start)[0] is not None):
        return None
    return after_cue(text, cue, sentence.end)


def _cut(frame: Frame, later: Frame) -> Frame:
    """The earlier frame's content ends where the later one's header begins."""
    end = max(frame.content.start, min(frame.content.end, later.header.start))
    return replace(frame, content=Span(frame.content.start, end))
