"""Attribution in one sentence: who (source) says (cue) what (content), by the order of the words.

Three orders are read: the source before its content ("X said that …"), after it ("…, X said";
"… said X"; "…, according to X") and between two pieces of it. Nothing is resolved here:
``linking`` says who "he" is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from groundcheck.model import Span
from groundcheck.readers.cues import CUE, DEMANDING, DENYING, NEEDS_SUBJECT
from groundcheck.readers.document import Document, within
from groundcheck.readers.header import header_end

_DETERMINERS = frozenset(
    "the a an his her its their our my your this that these those no of such any some several "
    "new recent earlier previous latest first second to be by as".split()
)
_BREAK = re.compile(
    r"[,;:\u00a4\"“”«»]|\s-\s|\b(?:and|but|while|whereas|as|when|which|who|that|because)\b"
)
_LEAD = re.compile(
    r"(?:(?:and|but|while|whereas|meanwhile|however|as|that|when|so|in\s+all|for\s+(?:its|his|their)\s+part|separately|"
    r"also|earlier|later|then|still|yet)\b[\s,]*)+",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    r"(?:[\s,]+(?:also|later|has|have|had|then|already|separately|openly|now|repeatedly|publicly|"
    r"earlier|itself|himself|herself|themselves|again|just|only|who|which|that|is|was|are|were|"
    r"did|does|do|not|today|yesterday|recently|since|quickly|immediately))+[\s,]*$",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|took|taken|held|hold|holds|controls?|controlled|"
    r"captured|seized|lost|fell|left|killed|entered|may|might)\b"
)
_VERB = re.compile(rf"{_FINITE.pattern}|\b\w{{3,}}ed\b|\w+n't\b|[\"¤]")
_SUBJECT = re.compile(
    r"[A-Z]|\b(?:he|she|it|they|who|official|officials|officers?|general|source|sources|spokes\w+|"
    r"ministry|government|army|military|media|television|channel|broadcaster|governor|mayor|"
    r"residents?|workers|analysts?|researchers?|group|groups|monitors?|experts?|statement|"
    r"bulletin|diplomats?|commanders?|soldiers?|adviser|minister|president|police|agency|"
    r"witness(?:es)?|rebels|authorities|staff|project|institute|factions|command|militants|"
    r"milbloggers|bloggers|separatists|opposition|deputy)\b",
)
_NARRATOR = re.compile(
    r"^(?:we|our\b.*|i|us|my\b.*|one|this|that|these|there|what|here|footage.*|figures?|video.*|maps?|imagery.*)$",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(
    r"\s*[,.;:)]|\s+(?:in|of|on|at|to|from|for|by|with|and|are|were|have|had|that\s+(?:are|were|have))\b"
)
_ADDED_WORDS = re.compile(r"\s+that\b|\s*[,.:;!?\"¤]|\s+(?:on|in\s+an?)\s|$")
# The reporter's own words after "…, X said": they are not what X said.
_TRAILING = re.compile(
    r"\s*,\s+(?:(?:even\s+)?as|while|after|amid|when|in\s+(?:the|a|an|what)|the\s+latest|a\s+day|"
    r"(?:days|hours|weeks)\s+after|although|though|calling|describing|meaning)\b"
)
_SAID_OF = frozenset(
    "said says added adds wrote writes claimed announced warned reported explained insisted noted "
    "admitted stated told".split()
)
_MAX_WORDS = 24


@dataclass(frozen=True, slots=True)
class Frame:
    """One source–cue–content triple of a sentence.

    ``source`` is ``None`` where the cue takes over the source before it ("…, and added that").
    ``header`` runs over source, cue and what goes with them (the outlet, the day).
    """

    source: Span | None
    cue: Span
    header: Span
    content: Span
    denies: bool = False
    demands: bool = False


def find_frames(doc: Document, sentence: Span) -> tuple[Frame, ...]:
    """The frames of one sentence in the order of their cues."""
    frames: list[Frame] = []
    text = doc.unquoted
    left = sentence.start
    for match in CUE.finditer(text, sentence.start, sentence.end):
        cue = Span(*match.span())
        if cue.start < left or not _is_cue(text, sentence, cue):
            continue
        if match[0].lower().startswith(("according", "by the")):
            frame = _according(doc, sentence, left, cue)
        else:
            frame = _saying(doc, sentence, left, cue)
        if frame is None:
            continue
        if frames and frame.header.start < frames[-1].content.end:
            frames[-1] = _cut(frames[-1], frame)
        frames.append(frame)
        left = max(cue.end, frame.header.end if frame.header.start >= left else cue.end)
    return tuple(
        f for i, f in enumerate(frames) if len(f.content) > 2 or _passes_on(frames[i : i + 2])
    )


def _passes_on(pair: list[Frame]) -> bool:
    """Whether a frame without words of its own passes on what the next one's source said."""
    return len(pair) == 2 and 0 <= pair[1].header.start - pair[0].header.end < 6


def _is_cue(text: str, sentence: Span, cue: Span) -> bool:
    word = text[cue.start : cue.end].lower()
    before = text[sentence.start : cue.start].split()
    last = before[-1].lower().strip(",;:(") if before else ""
    if last in _DETERMINERS or (last.endswith("'s") and word in NEEDS_SUBJECT):
        return False
    if (
        word in NEEDS_SUBJECT
        and word.endswith("s")
        and _NOUN_AFTER.match(text, cue.end, sentence.end)
    ):
        return False
    if text[cue.end : cue.end + 4] == " to h" or text[cue.end : cue.end + 6] == " to be ":
        return False
    if word in ("added", "adds", "adding") and not _ADDED_WORDS.match(text, cue.end, sentence.end):
        return False
    if word in ("puts", "put"):
        return re.compile(r"[^;.]{1,90}?\bat\s").match(text, cue.end, sentence.end) is not None
    return bool(before) or word.startswith(("according", "by the"))


def _according(doc: Document, sentence: Span, left: int, cue: Span) -> Frame | None:
    text = doc.unquoted
    end = _source_end(text, cue.end, sentence.end)
    source = _trim(text, Span(cue.end, end))
    if source is None:
        return None
    before = text[left : cue.start].strip(" ,-;:")
    stop = header_end(doc, end, sentence.end)
    if len(before.split()) < 2:
        content = _trim(text, Span(stop, sentence.end))
    elif _VERB.search(before):
        content = _trim(text, Span(left, cue.start))
    else:
        content = _trim(text, Span(left, sentence.end))
    if content is None:
        return None
    return Frame(source, cue, Span(cue.start, max(stop, end)), content)


def _source_end(text: str, start: int, limit: int) -> int:
    match = re.compile(r"[,;:]|\s-\s|[.!?](?=\s*$)|(?<=[a-z]{3})[.!?](?=\s)|¤").search(
        text, start, limit
    )
    return match.start() if match else limit


def _saying(doc: Document, sentence: Span, left: int, cue: Span) -> Frame | None:
    text = doc.unquoted
    word = text[cue.start : cue.end].lower()
    source, appositive = _source_before(text, left, cue.start)
    after = header_end(doc, cue.end, sentence.end)
    rest = text[after : sentence.end].strip(" ,.;:!?\"'”»)")
    denies, demands = word in DENYING, word in DEMANDING
    inverted = _inverted(text, sentence, left, cue)
    if inverted is not None:
        stop = header_end(doc, inverted.end, sentence.end)
        content = _trim(text, Span(left, cue.start))
        return (
            None
            if content is None
            else Frame(inverted, cue, Span(cue.start, stop), content, denies, demands)
        )
    if source is None and not appositive:
        taken_over = re.search(
            r"(?:,|\band|\bbut|\bwho|\bwhich)\s*(?:\w+ly\s+|also\s+|later\s+)?$",
            text[left : cue.start],
        )
        if not taken_over or word in NEEDS_SUBJECT:
            return None
        content = _trim(text, Span(after, sentence.end))
        if content is not None and word.endswith("ing"):
            content = _own_clause(text, content)
        subject = None if left > sentence.start else _opening_name(doc, sentence, cue)
        if content is None or (subject is None and left == sentence.start):
            return None
        return Frame(subject, cue, Span(left + taken_over.start(), after), content, denies, demands)
    if source is None or _NARRATOR.match(text[source.start : source.end]):
        return None
    start = source.start
    before = _trim(text, Span(left, start))
    if before is not None and _TRAILING.match(text, after, sentence.end):
        return Frame(source, cue, Span(start, after), before, denies, demands)
    if before is not None and _parenthetic(text, start, after, left):
        return Frame(
            source, cue, Span(start, after), Span(before.start, sentence.end), denies, demands
        )
    if before is not None and len(rest.split()) < 2:
        return Frame(source, cue, Span(start, max(after, cue.end)), before, denies, demands)
    content = _trim(text, Span(after, sentence.end))
    return (
        None
        if content is None
        else Frame(source, cue, Span(start, after), content, denies, demands)
    )


def _own_clause(text: str, content: Span) -> Span:
    """After "…, warning that": what follows the next participle is the reporter's again."""
    participle = re.compile(r",\s+(?:\w+ly\s+)?(?!including|according)\w+ing\b").search(
        text, content.start, content.end
    )
    return Span(content.start, participle.start()) if participle else content


def _opening_name(doc: Document, sentence: Span, cue: Span) -> Span | None:
    """The name that a sentence begins with, subject of a participle further on."""
    names = within(doc.names, Span(sentence.start, cue.start))
    if names and len(doc.plain[sentence.start : names[0].span.start].split()) <= 3:
        return names[0].span
    return None


def _parenthetic(text: str, start: int, after: int, left: int) -> bool:
    """ "The army, it said, was left with …": the cue stands between commas in its own content."""
    before = text[left:start].rstrip()
    return before.endswith(",") and re.match(r"\s*,\s+(?:\w+ly\s+)?[a-z]", text[after:]) is not None


def _source_before(text: str, left: int, end: int) -> tuple[Span | None, bool]:
    """The noun phrase that ends at ``end``, an appositive between commas left inside it."""
    trail = _TRAIL.search(text, left, end)
    stop = trail.start() if trail else end
    while stop > left and text[stop - 1] in " \n":
        stop -= 1
    closed = (stop > left and text[stop - 1] == ",") or (trail is not None and "," in trail[0])
    if stop > left and text[stop - 1] == ",":
        stop -= 1
    breaks = list(_BREAK.finditer(text, left, stop))
    if closed and breaks:
        opening = [m for m in breaks if m[0] == ","]
        if opening:
            inner = breaks[: breaks.index(opening[-1])]
            start = _subject_start(text, left, inner, opening[-1].start())
            return _valid(text, Span(start, stop)), True
    start = _subject_start(text, left, breaks, stop)
    return _valid(text, Span(start, stop)), False


def _subject_start(text: str, left: int, breaks: list[re.Match[str]], stop: int) -> int:
    """After the last break that is not the "and" inside a plain list of names."""
    for match in reversed(breaks):
        piece = text[match.end() : stop]
        if match[0] == "and" and not _FINITE.search(text[left : match.start()]) and piece.strip():
            continue
        return match.end()
    return left


def _valid(text: str, span: Span) -> Span | None:
    start = span.start
    lead = re.compile(r"\s*").match(text, start, span.end)
    start = lead.end() if lead else start
    conjunction = _LEAD.match(text, start, span.end)
    if conjunction:
        start = conjunction.end()
    fronted = re.compile(
        r"(?:(?:on|in|at|by|since|after|over|late|early)\s+)[^,]*?(?:,\s*|\s+(?=(?:the|a|an)\s)|"
        r"(?<=day)\s+)",
        re.IGNORECASE,
    ).match(text, start, span.end)
    if fronted:
        start = fronted.end()
    trimmed = _trim(text, Span(start, max(start, span.end)))
    if trimmed is None:
        return None
    words = text[trimmed.start : trimmed.end]
    if len(words.split()) > _MAX_WORDS or not _SUBJECT.search(words) or "¤" in words:
        return None
    head = words.split(",")[0]
    if re.search(r"\bwhat\b", head, re.IGNORECASE):
        return None
    return None if _FINITE.search(head) else trimmed


def _inverted(text: str, sentence: Span, left: int, cue: Span) -> Span | None:
    """The source in "…," said X: content before, then the cue, then a noun phrase."""
    before = text[left : cue.start].rstrip()
    word = text[cue.start : cue.end].lower()
    if not before or before[-1] not in ",¤\"”»'?!" or word not in _SAID_OF:
        return None
    if before[-1] == "," and (
        word == "told" or _source_before(text, left, cue.start)[0] is not None
    ):
        return None
    match = re.compile(
        r"\s+(?!that\b|on\b|in\b|at\b)(?=[A-Z]|(?:the|a|an|one|his|its|their)\s)"
    ).match(text, cue.end, sentence.end)
    if not match:
        return None
    end = _source_end(text, match.end(), sentence.end)
    comma = re.compile(r",\s+[^,;.]*[,.]").match(text, end, sentence.end)
    if comma and re.match(
        r",\s+(?:who|an?\b|the\b|deputy|head|chief|commander|spokes|governor|mayor)",
        text[end : end + 20],
    ):
        end = comma.end() - 1
    return _valid(text, Span(match.end(), end))


def _trim(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and text[start] in " \n,;:-":
        start += 1
    while end > start and text[end - 1] in " \n,;:-":
        end -= 1
    return Span(start, end) if end > start else None


def _cut(frame: Frame, later: Frame) -> Frame:
    """The earlier frame's content ends where the later one's header begins."""
    end = max(frame.content.start, min(frame.content.end, later.header.start))
    return Frame(
        frame.source,
        frame.cue,
        frame.header,
        Span(frame.content.start, end),
        frame.denies,
        frame.demands,
    )
