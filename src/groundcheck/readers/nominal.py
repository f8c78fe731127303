"""Attribution without a verb of saying: "Jane Roe: …", "in X's view", "X's count is …".

The noun does what a verb does elsewhere, or a colon stands before words in quotation marks.
"""

from __future__ import annotations

import re

from groundcheck.model import Span
from groundcheck.readers.document import Document, within
from groundcheck.readers.frame import Frame
from groundcheck.readers.labels import HEADING
from groundcheck.readers.roles import ROLE
from groundcheck.readers.source_phrase import is_narrator, source_end, trim, valid

_RECKONING = (
    r"(?:views?|opinion|estimates?|estimation|account|telling|version|words|assessments?|reckoning"
    r"|counts?|tally|calculations?|judge?ment|figures|own\s+admission)"
)
_OWNER = r"(?P<who>(?:[\w.&-]+\s+){0,5}?[\w.&-]+?(?:'s|(?<=s)')|its|his|her|their)"
_VIEW = re.compile(
    rf"\b(?:in|by|on)\s+{_OWNER}\s+(?:own\s+|latest\s+|last\s+)*(?P<cue>{_RECKONING})\b,?",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    rf"\s*(?:but\s+|and\s+)?{_OWNER}\s+(?:own\s+|latest\s+|official\s+)*"
    r"(?P<cue>estimate|figure|count|tally|assessment|reckoning|version|calculation|answer)s?\s+"
    r"(?:(?:for|of|on)\s+(?:[\w'-]+\s+){1,6}?)?(?:is|are|was|were|stands?|stood|gives?|gave|comes?|came|has)\b",
    re.IGNORECASE,
)
_CLAIM = re.compile(
    r"\b(?P<who>(?:[Tt]he\s+(?:[a-z-]+\s+){0,2}?[a-z-]+|(?:[A-Z][\w.-]+\s+){0,4}?[A-Z][\w.-]+)"
    r"(?:'s|(?<=s)')|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s+(?:[a-z]+\s+)?"
    r"(?P<cue>claim|assertion|allegation|contention|statement)s?\s+that\s"
)
_SPEAKER_COLON = re.compile(r"\s*(?P<who>[A-ZÀ-Þ][^:\"“„«¤;.!?]{2,60}):\s*[\"“„«¤']")
_CLAUSE_COLON = re.compile(r"(?P<clause>[^:;\"“„«¤]{6,160}):\s*[\"“„«¤]")
# Before a role or a name these make it somebody that the clause only mentions.
_MENTIONED = re.compile(
    r"\b(?:of|to|for|with|by|from|at|in|on|about|against|into|near|over|under|than|like|who|which|that"
    r"|told|asked|says?|said)\s+(?:[\w'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?<=[\"”»])\s*(?:-{1,2}|[–—])\s*(?=[A-Z])")
WRITING = re.compile(
    r"\b(?:banners?|signs?|signboards?|posters?|placards?|slogans?|graffiti|inscriptions?|plaques?|leaflets?"
    r"|stickers?|captions?|headlines?|motto|chant\w*|songs?|labels?|lines?)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_HUMBLE = 9


def without_verb(doc: Document, sentence: Span) -> tuple[Frame, ...]:
    """The frame of a sentence in which no verb says that something is said."""
    found = (
        _by_colon(doc, sentence)
        or _in_view(doc.unquoted, sentence)
        or _own_figure(doc.unquoted, sentence)
        or _own_claim(doc.unquoted, sentence)
        or _before_colon(doc, sentence)
    )
    return (found,) if found else ()


def claim_by(doc: Document, sentence: Span, cue: Span) -> Frame | None:
    """ "A claim by X that …": only with "that", else nothing is said to be claimed."""
    text = doc.unquoted
    that = text.find(" that ", cue.end, sentence.end)
    source = trim(text, Span(cue.end, that)) if that > 0 else None
    content = trim(text, Span(that + 6, sentence.end)) if that > 0 else None
    if source is None or content is None or len(text[source.start : source.end].split()) > 8:
        return None
    return Frame(source, cue, Span(cue.start, that + 6), content)


def _by_colon(doc: Document, sentence: Span) -> Frame | None:
    """'Jane Roe: "…"', with no verb at all."""
    text = doc.unquoted
    match = _SPEAKER_COLON.match(text, sentence.start, sentence.end)
    source = valid(text, Span(*match.span("who"))) if match else None
    if match is None or source is None or not within(doc.names, source):
        return None
    if HEADING.match(match["who"]):
        return None
    cue = Span(match.end("who"), match.end("who") + 1)
    content = trim(text, Span(cue.end, sentence.end))
    return Frame(source, cue, Span(source.start, cue.end), content) if content else None


def signed(doc: Document, sentence: Span) -> Frame | None:
    """'"…" — Jane Roe, mayor of Kesh, on Friday': the words of the one named behind the dash."""
    text = doc.plain
    match = _SIGNED.search(text, max(0, sentence.start - 5), sentence.start + 5)
    if match is None:
        return None
    end = source_end(text, match.end(), sentence.end)
    source = valid(text, Span(match.end(), end))
    names = within(doc.names, source) if source else ()
    if source is None or not names or names[0].span.start > source.start + 40:
        return None
    header = Span(match.start(), sentence.end)
    return Frame(source, Span(match.start(), match.end()), header, sentence)


def _before_colon(doc: Document, sentence: Span) -> Frame | None:
    """'The mayor does not hide his anger: "…"': the words are the subject's before the colon."""
    text = doc.unquoted
    match = _CLAUSE_COLON.match(text, sentence.start, sentence.end)
    if match is None or WRITING.search(match["clause"]):
        return None
    clause = Span(*match.span("clause"))
    source = _subject(doc, clause)
    content = trim(text, Span(clause.end + 1, sentence.end))
    if source is None or content is None:
        return None
    cue = Span(clause.end, clause.end + 1)
    return Frame(source, cue, Span(source.start, cue.end), content)


def _subject(doc: Document, clause: Span) -> Span | None:
    """Who does what the clause tells: the first person in it whom no preposition leads to."""
    text = doc.unquoted
    people = [
        Span(*m.span())
        for p in (ROLE, _PRONOUN)
        for m in p.finditer(text, clause.start, clause.end)
    ]
    people += [n.span for n in within(doc.names, clause) if n.kind == "person"]
    for person in sorted(people):
        lead = text[clause.start : person.start]
        after_fronted = lead.rsplit(",", 1)[-1]
        if len(after_fronted.split()) > _HUMBLE or _MENTIONED.search(after_fronted):
            continue
        start = person.start - len(after_fronted.lstrip())
        return Span(start, max(person.end, start + 1))
    return None


def _in_view(text: str, sentence: Span) -> Frame | None:
    """ "In X's view, …", "…, by X's count"."""
    match = _VIEW.search(text, sentence.start, sentence.end)
    if match is None or is_narrator(match["who"]):
        return None
    source = _owner(text, match)
    before = trim(text, Span(sentence.start, match.start()))
    content = before
    if before is not None and len(text[before.start : before.end].split()) > 2:
        rest = text[match.end() : sentence.end].strip(" ,.;:\"'")
        if rest and not match[0].endswith(","):
            return None
    else:
        content = trim(text, Span(match.end(), sentence.end))
    if source is None or content is None:
        return None
    return Frame(source, Span(*match.span("cue")), Span(*match.span()), content)


def _own_figure(text: str, sentence: Span) -> Frame | None:
    """ "The governor's estimate is twice as high": what somebody's own figure is, he says."""
    match = _FIGURE.match(text, sentence.start, sentence.end)
    if match is None or is_narrator(match["who"]):
        return None
    source = _owner(text, match)
    if source is None:
        return None
    return Frame(source, Span(*match.span("cue")), Span(match.start(), match.start()), sentence)


def _own_claim(text: str, sentence: Span) -> Frame | None:
    """ "She repeated her claim that …", "nobody believed X's claim that …"."""
    match = _CLAIM.search(text, sentence.start, sentence.end)
    if match is None or is_narrator(match["who"]):
        return None
    source = _owner(text, match)
    content = trim(text, Span(match.end(), sentence.end))
    if source is None or content is None:
        return None
    return Frame(source, Span(*match.span("cue")), Span(*match.span()), content)


def _owner(text: str, match: re.Match[str]) -> Span | None:
    """The owner without the sign of possession; "its" and "their" stand for themselves."""
    start, end = match.span("who")
    end -= 2 if text[end - 2 : end] == "'s" else int(text[end - 1] == "'")
    who = trim(text, Span(start, end))
    return (
        who
        if match["who"].lower() in ("its", "his", "her", "their") or who is None
        else valid(text, who)
    )
