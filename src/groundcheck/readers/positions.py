"""Where source and cue stand to what is said: at its end, in its midst, or before its rest."""

from __future__ import annotations

import re

from groundcheck.model import Span
from groundcheck.readers.source_phrase import FINITE

VERB = re.compile(rf"{FINITE.pattern}|\b(?:it|that|he|she|there)'s\b|\b\w{{3,}}ed\b|\w+n't\b|[\"¤]")
# The reporter's own words after "…, X said": they are not what X said.
_TRAILING = re.compile(
    r"\s*,\s+(?:(?:even\s+)?as|while|after|amid|when|in\s+(?:the|a|an|what)|the\s+latest|a\s+day|"
    r"(?:days|hours|weeks)\s+after|although|though|calling|describing|meaning)\b"
)
_OVER = re.compile(r"\s*(?:[;.!?]|-\s|$)")
GOES_ON = re.compile(r"\s*,\s+(?:\w+ly\s+)?[a-z]")


def with_rest(text: str, header: Span, sentence: Span) -> Span:
    """A header that ends its sentence, with the outlet and the day that close it."""
    rest = text[header.end : sentence.end]
    few = len(rest.split()) < 8 and not VERB.search(rest) and not re.search("[,;:]", rest)
    return Span(header.start, sentence.end) if few else header


def only_leads(text: str, before: Span) -> bool:
    """Whether what stands before "…, says X, …" is too little to be what X says: "Now"."""
    words = text[before.start : before.end]
    return len(words.split()) < 5 and not VERB.search(words)


def last_clause(text: str, before: Span) -> Span:
    """What a source after it covers: not what a semicolon parts from it."""
    semicolon = text.rfind("; ", before.start, before.end)
    return Span(semicolon + 2, before.end) if semicolon >= 0 else before


def is_tail(text: str, sentence: Span, left: int, header: Span) -> bool:
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
        closed and len(rest.split()) < 8 and not VERB.search(rest)
    )


def parenthetic(text: str, left: int, header: Span) -> bool:
    """ "The hills, he said, lay empty": the cue stands between commas in its own content."""
    before = text[left : header.start].rstrip()
    return (
        before.endswith((",", '"', "”", "»", "¤")) and GOES_ON.match(text, header.end) is not None
    )
