"""The noun phrase that names a source, before its cue, after it, or at the head of the sentence."""

from __future__ import annotations

import re

from groundcheck.model import Span
from groundcheck.readers.document import Document, within
from groundcheck.readers.roles import SPEAKERS

_BREAK = re.compile(
    r",(?!(?<=\d,)\s\d{4}\b)|(?<!\d):|:(?!\d)|[;\u00a4\"“”«»]|\s-\s|\b(?:and|but|while|whereas|as|when|which|whom|who|that|because|if)\b"
)
_LEAD = re.compile(
    r"(?:(?:and|but|while|whereas|meanwhile|however|as|that|when|so|in\s+all|separately|also|"
    r"for\s+(?:its|his|their)\s+part|earlier|later|then|still|yet|even|though|although|since|because|now|today|"
    r"tonight|yesterday|so\s+far|overall|all\s+told|instead|indeed|perhaps|in\s+(?:short|fact|return|turn))\b[\s,]*)+",
    re.IGNORECASE,
)
_FRONTED = re.compile(
    r"(?:on|late|early)\s+\w+day$|"
    r"(?:on|in|at|by|since|after|over|late|early)\s+[^,]*?(?:,\s*|\s+(?=(?:the|a|an)\s)|(?<=day)\s+)|"
    r"in\s+(?:its|his|her|their|an?|the)\s+(?:\w+\s+){0,3}?(?:report|statement|bulletin|briefing|address|"
    r"update|post|summary|communiqu[eé]|message|letter|note|video|interview|comment|speech|broadcast|release|"
    r"article|dispatch|telegram|tweet|thread|call|audio|recording|clip)\s+(?:there\s+|(?:on|to)\s+[A-Z]\w+,?\s+)?",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    r"(?:[\s,]+(?:also|later|has|have|had|then|already|separately|openly|now|repeatedly|publicly|"
    r"earlier|reportedly|itself|himself|herself|themselves|again|just|only|who|which|that|did|does|do|not|"
    r"today|yesterday|recently|since|quickly|immediately|"
    r"(?!(?:family|assembly|ally|reply|rally|supply|bully|anomaly)\b)(?-i:[a-z]{3,}ly)))+[\s,]*$",
    re.IGNORECASE,
)
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|took|taken|held|hold|holds|controls?|controlled|"
    r"captured|seized|lost|fell|left|killed|entered|may|might)\b"
)
_SUBJECT = re.compile(
    rf"[A-Z]|{SPEAKERS}|\b(?:he|she|it|they|who|officials|media|television|residents|workers|men|women|people|"
    r"statement|bulletin|witnesses|militaries|ministries|authorities|factions|milbloggers|opposition|radio|paper|"
    r"villagers|website|station|site|survey|study|letter|reply|communiqu[eé]|document|agreement|report|data|"
    r"partners|policemen|militiamen|families|locals|elders|survivors|others|everyone|some|many|several|"
    r"sources?|parents|spokespeople|colleagues|aides|loyalists|mediators|fishermen|relatives|neighbours)\b"
)
_NARRATOR = re.compile(
    r"(?:we|our\b(?!\s+(?:\w+\s+)?(?:correspondent|reporter)).*|i|you|us|my\b.*|one|this|that|these|there|what|here|figures?|maps?|"
    r"(?:[\w-]+\s+){0,2}(?:footage|videos?|imagery|photos?|photographs?)\b.*)",
    re.IGNORECASE,
)
# What cannot speak, though it may count, show or add: a place, a line, what a preposition leads.
_NO_SPEAKER = re.compile(
    r"(?:on|in|at|to|from|of|by|for|with|into|near|since|until)(?:\s|$)|(?:(?:the|this|that|its|their|a|an|each|every)\s+)?"
    r"(?:[\w-]+\s+)?(?:region|province|district|town|city|village|territory|area|commune|county|township|oblast|"
    r"road|highway|bridge|river|border|war|battle|fighting|offensive|toll|number|total|population)$",
    re.IGNORECASE,
)
_LAST_OF_LEAD = re.compile(
    r"(?:[Oo]n|[Ii]n|[Aa]t)\s.{3,80}?\s(?P<who>the\s+(?:[a-z-]+\s+){0,2}?"
    rf"{SPEAKERS})$"
)
_PRONOUN = re.compile(r"\s(?P<who>it|he|she|they)$", re.IGNORECASE)
_GROUP_THAT = re.compile(
    r"\b(?:group|organi[sz]ation|official|institute|project|agency|collective|network|team|website|man|woman|"
    r"officer|analyst|monitor|residents|people)\s+$",
    re.IGNORECASE,
)
_PRESENTED = re.compile(
    r"\b(?:presented|identified|described|introduced|known|named|listed|acting|serving)\s+$"
)
_AFTER_CUE = re.compile(r"\s+(?!that\b|on\b|in\b|at\b)(?=[A-Z]|(?:the|a|an|one|his|its|their)\s)")
_END = re.compile(r"[,;:]|\s-\s|[.!?](?=\s*$)|¤")
_APPOSITIVE = re.compile(
    r",\s+(?:(?:who|an?|the|deputy|head|chief|commander|spokes\w+|governor|mayor)\b[^,;]*|"
    r"(?:[A-Z][\w'’.-]*\s*){1,5})(?=[,.]|$)"
)
_TITLE_STOP = re.compile(
    r"\b(?:Gen|Col|Lt|Maj|Brig|Capt|Adm|Sgt|Gov|Sen|Rep|Dr|Mr|Mrs|Ms|St|U\.S|U\.N|No)\.$"
)
_PASSIVE = re.compile(
    r"\b(?:is|was|are|were|been|be|being)\s+(?:\w+ly\s+|also\s+)?$", re.IGNORECASE
)
_MAX_WORDS = 24


def is_narrator(words: str) -> bool:
    """Whether the words name the writer's own side: "we", "our mapping"."""
    return _NARRATOR.fullmatch(words) is not None


def before_cue(text: str, left: int, end: int) -> tuple[Span | None, bool]:
    """The noun phrase that ends at ``end``, and whether an appositive closes it.

    ``None`` where none stands there or the verb is passive ("it is said").
    """
    if _PASSIVE.search(text, max(left, end - 24), end):
        return None, True
    trail = _TRAIL.search(text, left, end)
    stop = trail.start() if trail else end
    while stop > left and text[stop - 1] in " \n":
        stop -= 1
    closed = (stop > left and text[stop - 1] == ",") or (trail is not None and "," in trail[0])
    if stop > left and text[stop - 1] == ",":
        stop -= 1
    breaks = list(_BREAK.finditer(text, left, stop))
    commas = [m for m in breaks if m[0] == ","] if closed else []
    if commas:
        inner = breaks[: breaks.index(commas[-1])]
        return valid(text, Span(_subject_start(text, left, inner, commas[-1].start()), stop)), True
    return valid(text, Span(_subject_start(text, left, breaks, stop), stop)), False


def _subject_start(text: str, left: int, breaks: list[re.Match[str]], stop: int) -> int:
    """After the last break that is not the "and" inside a plain list of names."""
    for match in reversed(breaks):
        piece = text[match.end() : stop]
        if match[0] == "and" and not FINITE.search(text[left : match.start()]) and piece.strip():
            continue
        if match[0] == "as" and _PRESENTED.search(
            text, max(left, match.start() - 16), match.start()
        ):
            continue
        relative = match[0] in ("that", "which", "who") and piece.strip()
        if relative and _GROUP_THAT.search(text, max(left, match.start() - 24), match.start()):
            continue
        return match.end()
    return left


def valid(text: str, span: Span) -> Span | None:
    """The span without what only leads into it, ``None`` where it names nobody."""
    start = span.start
    while start < span.end and text[start] in " \n":
        start += 1
    for lead in (_LEAD, _FRONTED):
        match = lead.match(text, start, span.end)
        start = match.end() if match else start
    trimmed = trim(text, Span(start, max(start, span.end)))
    if trimmed is None:
        return None
    words = text[trimmed.start : trimmed.end]
    pronoun = _PRONOUN.search(words)
    if pronoun:
        return Span(trimmed.start + pronoun.start("who"), trimmed.end)
    head = words.split(",")[0]
    last = _LAST_OF_LEAD.match(words)
    if last:
        return Span(trimmed.start + last.start("who"), trimmed.end)
    if _NO_SPEAKER.match(words):
        return None
    if {words.split()[0].lower(), words.split()[-1].lower()} & {"we", "i", "you"}:
        return None
    if len(words.split()) > _MAX_WORDS or "¤" in words or not _SUBJECT.search(words):
        return None
    return None if FINITE.search(head) or re.search(r"\bwhat\b", head, re.IGNORECASE) else trimmed


def after_cue(text: str, cue: Span, limit: int) -> Span | None:
    """The source in "said X": a noun phrase right after the cue, with its appositive."""
    match = _AFTER_CUE.match(text, cue.end, limit)
    if not match:
        return None
    end = source_end(text, match.end(), limit)
    more = _APPOSITIVE.match(text, end, limit)
    return valid(text, Span(match.end(), more.end() if more else end))


def source_end(text: str, start: int, limit: int) -> int:
    """Where a source that begins at ``start`` ends; the stop of a title ends nothing."""
    for match in _END.finditer(text, start, limit):
        if match[0] != "." or not _TITLE_STOP.search(
            text, max(start, match.start() - 6), match.end()
        ):
            return match.start()
    return limit


def opening(doc: Document, sentence: Span, cue: Span) -> Span | None:
    """What a sentence begins with, where a participle further on has it for its subject."""
    names = within(doc.names, Span(sentence.start, cue.start))
    lead = doc.plain[sentence.start : names[0].span.start] if names else ""
    if names and len(lead.split()) <= 2 and not FINITE.search(lead):
        return names[0].span
    verb = FINITE.search(doc.plain, sentence.start, cue.start)
    return valid(doc.plain, Span(sentence.start, verb.start())) if verb else None


def trim(text: str, span: Span) -> Span | None:
    """The span without white space, marks and quotation marks at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in " \n,;:-\"“”'":
        start += 1
    while end > start and text[end - 1] in " \n,;:-":
        end -= 1
    return Span(start, end) if end > start else None
