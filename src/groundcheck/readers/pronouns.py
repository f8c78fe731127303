"""Whom a pronoun means, by where the parties were named before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from groundcheck.model import Span
from groundcheck.readers.actor_names import ActorMention
from groundcheck.readers.document import Document, starting_within
from groundcheck.readers.placed import Placed

# A party behind one of these words is not what its sentence is about.
_ASIDE = re.compile(
    r"\b(?:in|of|into|from|across|inside|to|against|within|near|around|on|outside|with|by|for|than|over|like|"
    r"percent|cent|%)\s+(?:the\s+|its\s+|their\s+)?$",
    re.IGNORECASE,
)
_LEAD = 16
_SENTENCES_BACK = 2


class Antecedents:
    """Finds the party that the sentence of a pronoun, or one shortly before it, is about.

    ``land`` is the country of a war within: there its name is the ground and no party.
    """

    def __init__(self, doc: Document, actors: Sequence[ActorMention], land: str) -> None:
        self._doc = doc
        self._actors = Placed(a for a in actors if a.sort != "state" or a.name != land)

    def before(self, at: int) -> ActorMention | None:
        """The subject of the sentence so far, else that of one of the two before it."""
        sentences = self._doc.sentences
        here = bisect_right(sentences, at, key=lambda s: s.start) - 1
        for index in range(here, max(-1, here - _SENTENCES_BACK - 1), -1):
            span = sentences[index]
            found = self.subject(Span(span.start, max(span.start, min(span.end, at))))
            if found:
                return found
        return None

    def subject(self, span: Span) -> ActorMention | None:
        """The first party in a stretch that is more than a place, a victim or a helper in it."""
        text = self._doc.plain
        for mention in starting_within(self._actors, span):
            lead = text[max(span.start, mention.span.start - _LEAD) : mention.span.start]
            owner = text[mention.span.end : mention.span.end + 2] == "'s"
            if mention.sort == "enemy" or _ASIDE.search(lead):
                continue
            if owner and mention.sort == "state":
                continue
            return mention
        return None
