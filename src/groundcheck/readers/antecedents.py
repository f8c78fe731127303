"""Whom "he", "it" and "they" may mean: the subjects of the sentences before, or of their own."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from groundcheck.model import Span
from groundcheck.readers.document import Document, within
from groundcheck.readers.roles import COLLECTIVE, ROLE
from groundcheck.readers.source_phrase import FINITE
from groundcheck.text.names import Name

_LEAD_WORDS = 9
_AFTER_VERB = re.compile(
    r"\b(?!(?:the|united|armed|so-called|based|appointed|named|installed|elected|retired)\b)"
    r"\w{2,}ed\s|\b(?:told|met|saw|thanked|said|says)\b",
    re.IGNORECASE,
)
_HEAD = (
    r"\s*(?:[\w' -]{0,40},\s+)?(?:an?|the|one|another|its|their|his|her)\s+(?:[\w'.-]+\s+){0,4}?"
)
_ROLE_HEAD = re.compile(rf"{_HEAD}{ROLE.pattern}(?!'s|\s+of\s+the\s+time)", re.IGNORECASE)
_BODY_HEAD = re.compile(
    rf"{_HEAD}{COLLECTIVE.pattern}(?!'s|[\w-]|\s+{ROLE.pattern})", re.IGNORECASE
)
_CLEFT = re.compile(r"^\s*It\s+(?:is|was)\s+(?:an?\s+)?")
_ARTICLE = re.compile(r"\s*(?:the\s+|but\s+the\s+|and\s+the\s+)?$", re.IGNORECASE)


def sentence_at(doc: Document, at: int) -> Span:
    """The sentence in which the character at ``at`` stands, or the last one before it."""
    sentences = doc.sentences
    if not sentences:
        return Span(at, at)
    return sentences[max(0, bisect_right(sentences, at, key=lambda s: s.start) - 1)]


def heads_sentence(doc: Document, name: Name, *, known_person: bool) -> bool:
    """Whether a name is its sentence's subject and may be a person: titled, or two words long."""
    sentence = sentence_at(doc, name.span.start)
    lead = _CLEFT.sub("", doc.plain[sentence.start : name.span.start])
    if name.kind == "body" or len(lead.split()) > _LEAD_WORDS or FINITE.search(lead):
        return False
    if _AFTER_VERB.search(lead):
        return False
    if name.kind == "person" and name.title:
        return True
    place = any(p.span == name.span for p in within(doc.places, name.span))
    return not place and not lead.strip() and (" " in name.core or known_person)


def role_subject(doc: Document, between: Span) -> Span | None:
    """The last sentence head in a stretch that is one unnamed person: "A doctor at …"."""
    sentences = doc.sentences
    first = bisect_left(sentences, between.start, key=lambda s: s.start)
    last = bisect_right(sentences, between.end - 1, key=lambda s: s.start)
    for sentence in reversed(sentences[first:last]):
        match = _ROLE_HEAD.match(doc.unquoted, sentence.start, sentence.end)
        if match:
            phrase = _phrase(match)
            return None if _tells_who(doc, sentence, phrase) else phrase
    return None


def _tells_who(doc: Document, sentence: Span, phrase: Span) -> bool:
    """Whether the phrase only says who somebody named before it is: "Ada Brook, a doctor, …"."""
    lead = doc.plain[sentence.start : phrase.start]
    name = next(iter(within(doc.names, Span(sentence.start, phrase.start))), None)
    return name is not None and " " in name.core and lead.strip() == f"{name.span.of(doc.plain)},"


def body_subject(doc: Document, at: int, last: int) -> Span | None:
    """The body at the head of the sentence in which ``at`` stands, or else of the one before it.

    "The union has lost two offices, it said" speaks of itself only where its paragraph knows no
    other source; the last source was named at ``last``.
    """
    own = sentence_at(doc, at)
    before = sentence_at(doc, own.start - 1) if own.start else own
    paragraph = doc.paragraphs[bisect_right(doc.paragraphs, at, key=lambda p: p.start) - 1]
    looked = [Span(own.start, max(own.start, at))] if last < paragraph.start else []
    looked += [before] if before.start >= paragraph.start and last < before.end else []
    for sentence in looked:
        match = _BODY_HEAD.match(doc.unquoted, sentence.start, sentence.end)
        if match and not FINITE.search(match[0]):
            return _phrase(match)
        names = within(doc.names, sentence)
        if names and names[0].kind != "person":
            lead = doc.plain[sentence.start : names[0].span.start]
            owner = doc.plain.startswith("'s", names[0].span.end)
            if _ARTICLE.fullmatch(lead) and not owner:
                return names[0].span
    return None


def _phrase(match: re.Match[str]) -> Span:
    """The noun phrase without what was fronted before it: "In Kesh, the mayor"."""
    comma = match[0].rfind(",")
    start = match.start() + comma + 1
    return Span(
        start + len(match[0][comma + 1 :]) - len(match[0][comma + 1 :].lstrip()), match.end()
    )
