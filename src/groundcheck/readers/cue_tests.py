"""Whether a verb is one of saying where it stands, by the words right before and after it."""

from __future__ import annotations

import re

from groundcheck.model import Span
from groundcheck.readers.cues import NEEDS_PLURAL, NEEDS_SUBJECT, NEEDS_THAT, is_phrase

_DETERMINERS = frozenset(
    "the a an his her its their our my your this that these those no of such any some several "
    "new recent earlier previous latest first second to be by as".split()
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
    _TO_WHOM + r"\s+that\b(?!\s+(?:day|night|year|month))|\s*,?\s*[:\"¤]|\s*[.,;]?\s*$"
    r"|\s+on\s+\w+day\s+that\b"
)
_NAMES_ITSELF = re.compile(r"\s+(?:it|him|her|them)(?:self|selves)\b")
_OF = re.compile(r"\s+of\s|\s*[.,;]?\s*$")
_STANDS = re.compile(r"\s+(?:is|are|was|were|has|have|had|fell|passed|came)\b")
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


def is_cue(text: str, sentence: Span, cue: Span) -> bool:
    """Whether the verb at ``cue`` says something: not a noun, a passive, or another sense of it."""
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
    if text[cue.start : cue.end] == "Said" and words[-1][:1].isupper():
        return False
    if word in ("state", "states") and _is_land(text, words, cue):
        return False
    if word.startswith(("gave", "give")) and text.startswith(" up", cue.end):
        return False
    if word.startswith("call") and _NAMES_ITSELF.match(text, cue.end):
        return False
    if word in NEEDS_THAT and not _says(text, sentence, cue):
        return False
    if word in ("added", "adds", "adding"):
        return _ADDED_WORDS.match(text, cue.end, sentence.end) is not None
    return True


def _is_land(text: str, words: list[str], cue: Span) -> bool:
    """Whether "state" is what a region is: "of Jonglei state.", "Unity and Jonglei states are"."""
    if text[cue.start : cue.end] == "States" and words[-1] == "United":
        return True
    if not words[-1][:1].isupper() or text.startswith(" that", cue.end):
        return False
    if text[cue.start : cue.end].islower() and text[cue.start : cue.end].endswith("e"):
        return True
    return words[-2:-1] == ["and"] or _STANDS.match(text, cue.end) is not None


def _says(text: str, sentence: Span, cue: Span) -> bool:
    """Whether an ordinary verb is one of saying here: by what follows, or closing what is said."""
    after = _FOLLOWS.get(text[cue.start : cue.end].lower().rstrip("s"), _SAYS_THAT)
    return after.match(text, cue.end, sentence.end) is not None
