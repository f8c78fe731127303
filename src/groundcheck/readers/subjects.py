"""The actor of a clause: the party that holds, takes, loses or does it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from groundcheck.model import Kind, Span
from groundcheck.readers.actor_names import country_name
from groundcheck.readers.actors import ActorMention
from groundcheck.readers.chunks import Chunk
from groundcheck.readers.document import Document, starting_within, within
from groundcheck.readers.predicates import Predicate
from groundcheck.readers.voices import Zone

_OURS = re.compile(r"\b(?:we|our|ours|us)\b", re.IGNORECASE)
_YOURS = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_THEY = re.compile(r"\b(?:they|their|them|theirs)\b", re.IGNORECASE)
_ITS = re.compile(r"\b(?:he|she|it|its|his|her)\b", re.IGNORECASE)
_BEGINS = re.compile(
    r"\W*(?:(?:that|though|although|but|and|while)\s+)?(?:he|she|it|its|his|her)\b", re.IGNORECASE
)
_HELD = re.compile(r"\b(?:control|hands|occupation|rule)\b")
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?(?:\w+ed|taken|retaken|lost|held|put|won|overrun)$",
    re.IGNORECASE,
)
_LOCATED = re.compile(
    r"\b(?:in|of|into|from|across|inside|to|against|percent|cent|%|within|near|around|on|outside)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
_OWN_FORCES = re.compile(
    r"\b(?:his|her|its|their)\s+(?:own\s+|country's\s+)?(?:\w+\s+)?(?:country|forces|troops|units|men|"
    r"fighters|army|pilots|soldiers|gunners|columns|detachments|side|navy|militia)\b",
    re.IGNORECASE,
)
_OWN_PART = re.compile(
    r"\b(?:what|territory|land|ground|area|everything)\s+(?:that\s+|which\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_BARE_FORCES = re.compile(
    r"\W*(?:the\s+)?(?:troops|forces|soldiers|fighters|units)\s+(?:have|had|has|were|are|would|will|\w+ed|"
    r"took|left|held|hold|retook|lost)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\s+to\s+(?:the\s+)?", re.IGNORECASE)
_SUBJECTLESS = re.compile(
    r"(?:\b(?:and|but|also|has|have|had|is|are|was|were|been|being|will|would|may|might|must|can|could|should|"
    r"now|still|already|then|later|again|reportedly|probably|likely|fully|largely|since|on|in|at|by|of|the|a|an|"
    r"that|who|which|it|its|he|his|she|her|they|their|them|we|our|us|you|your|to|not|never|no|there|all|"
    r"today|yesterday|recently|only|just|from|with|both|more|than|about|some|over|under|up|down|back)\b|"
    r"\w+ly\b|[^A-Za-z])+",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+(?:the\s+)?", re.IGNORECASE)
_OF_PEOPLE = re.compile(
    r"\b(?:population|people|residents|inhabitants|children|women|civilians|them|those|cases|patients)\b",
    re.IGNORECASE,
)


class Subjects:
    """Finds actors; knows the parties of the report and which of them is whose opponent."""

    def __init__(self, doc: Document, actors: Sequence[ActorMention], issuer: str) -> None:
        self._doc = doc
        self._actors = actors
        self._issuer = issuer
        parties = Counter(a.name for a in actors if a.sort not in ("enemy", "loose"))
        self._states = {a.name for a in actors if a.sort == "state"}
        named = Counter(country_name(s.country) for s in doc.states)
        ranked = [name for name, _ in parties.most_common()] + [n for n, _ in named.most_common()]
        self._parties = list(dict.fromkeys(ranked))[:2]

    def actor(
        self, zone: Zone, chunk: Chunk, match: Predicate | None, kind: Kind, last: str | None
    ) -> str | None:
        """The actor of a clause; ``last`` is that of the clause before, where it carries on."""
        inside = match is not None and chunk.span.contains(match.span)
        before = Span(chunk.span.start, match.span.start) if match and inside else chunk.span
        if match is None and chunk.figures and chunk.figures[0].span.start > chunk.span.start:
            before = Span(chunk.span.start, chunk.figures[0].span.start)
        subject = self._nearest(before, zone, kind)
        agent = self._agent(zone, chunk, match) if match and match.role != "neutral" else None
        if agent:
            return agent
        if match and self._is_passive(match):
            return self._robbed(chunk, match) or self._undergone(zone, match, subject, last)
        if match and match.role == "falls":
            taker = self._fallen_to(match, chunk, zone) or self._opponent(subject)
            return taker or last or self._side(zone)
        if match and not subject and (match.role == "holds" or _HELD.search(match.text)):
            subject = self._holder(zone, match)
        if match and match.text.startswith(("contested", "disputed")):
            return None
        words = self._doc.plain[chunk.span.start : chunk.span.end]
        if not subject and zone.voice.source and _OWN_FORCES.search(words):
            return self._side(zone)
        if not subject and _BARE_FORCES.match(words):
            return self._side(zone) or (None if zone.voice.source else last)
        if not subject and _BEGINS.match(words):
            last = self._fronted(zone, chunk) or last
        elif not subject and self._is_other(chunk, match):
            return (self._issuer or None) if zone.voice.source is None else None
        own = zone.voice.source is None and match is not None and match.role == "takes"
        return (
            subject
            or (self._issuer if own else None)
            or self._pronoun(words[: before.end - before.start] if match else words, zone, last)
            or (self._nearest(chunk.span, zone) if match is None and kind != "count" else None)
            or (last if kind != "share" or match or not _OF_PEOPLE.search(words) else None)
            or (self._fronted(zone, chunk) if kind != "count" else None)
        )

    def _nearest(self, span: Span, zone: Zone, kind: Kind = "control") -> str | None:
        """The first party in a stretch that is not only where something is."""
        text = self._doc.plain
        for mention in starting_within(self._actors, span):
            lead = text[max(0, mention.span.start - 12) : mention.span.start]
            plain_state = (
                mention.sort == "state"
                and " " not in text[mention.span.start : mention.span.end].strip()
            )
            owner = plain_state and text[mention.span.end : mention.span.end + 2] == "'s"
            if owner or (plain_state and _LOCATED.search(lead)) or _FROM.search(lead):
                continue
            longer = text[max(0, mention.span.start - 30) : mention.span.start]
            if kind == "share" and _OWN_PART.search(longer):
                continue
            return self._named(mention, zone)
        return None

    def _named(self, mention: ActorMention, zone: Zone) -> str | None:
        if mention.sort == "enemy":
            return self._opponent(self._side(zone)) or "enemy"
        if self._means_own_army(mention, zone):
            return self._side(zone)
        return mention.name

    def _means_own_army(self, mention: ActorMention, zone: Zone) -> bool:
        """ "The army" in the mouth of a state's own people, where only states are at war."""
        words = self._doc.plain[mention.span.start : mention.span.end].lower()
        return (
            mention.sort == "army"
            and words in ("army", "military")
            and self._side(zone) in self._states
            and mention.name in self._states
        )

    def _side(self, zone: Zone) -> str | None:
        """The party of the one who speaks, if the report says or it is widely known."""
        source = zone.voice.source
        if source is None:
            return self._issuer or None
        return source.side or (source.name if source.sort in ("state", "body") else None)

    def _pronoun(self, words: str, zone: Zone, last: str | None) -> str | None:
        side, asked = self._side(zone), zone.voice.asked
        if _OURS.search(words):
            return side
        if _YOURS.search(words):
            return asked or last
        if _THEY.search(words):
            if side and last in (side, None):
                return self._opponent(side) or last
            return last
        if side and _BEGINS.match(words):
            return side
        if _ITS.search(words):
            return side if zone.voice.source and side and last in (None, side) else (last or side)
        return None

    def _is_passive(self, match: Predicate) -> bool:
        text = self._doc.plain[max(0, match.span.start - 20) : match.span.end]
        return match.role != "neutral" and _PASSIVE.search(text) is not None

    def _agent(self, zone: Zone, chunk: Chunk, match: Predicate) -> str | None:
        by = _BY.match(self._doc.plain, match.span.end + 1, chunk.span.end)
        if not by:
            return None
        rest = Span(by.end(), chunk.span.end)
        if _OURS.match(self._doc.plain, by.end()):
            return self._side(zone)
        return self._nearest(rest, zone)

    def _fallen_to(self, match: Predicate, chunk: Chunk, zone: Zone) -> str | None:
        to = _TO.match(self._doc.plain, match.span.end, chunk.span.end)
        return self._nearest(Span(to.end(), chunk.span.end), zone) if to else None

    def _is_other(self, chunk: Chunk, match: Predicate | None) -> bool:
        """Whether the clause has a subject of its own that is no party we know."""
        if match is None or not chunk.span.contains(match.span) or match.role == "falls":
            return False
        if any(q.span.start < match.span.start for q in chunk.figures):
            return False
        head = self._doc.plain[chunk.span.start : match.span.start]
        for when in within(self._doc.dates, Span(chunk.span.start, match.span.start)):
            if when.span:
                head = head.replace(when.span.of(self._doc.plain), " ")
        return bool(head.strip()) and not _SUBJECTLESS.fullmatch(head)

    def _robbed(self, chunk: Chunk, match: Predicate) -> str | None:
        """ "Was taken from X": by the other side."""
        for mention in within(
            self._actors, Span(match.span.end, max(match.span.end, chunk.span.end))
        ):
            lead = self._doc.plain[max(0, mention.span.start - 10) : mention.span.start]
            if _FROM.search(lead):
                return self._opponent(mention.name)
        return None

    def _undergone(
        self, zone: Zone, match: Predicate, subject: str | None, last: str | None
    ) -> str | None:
        """A passive without agent: who lost is the subject, who took is the party that acts."""
        if match.role == "loses":
            return subject or last
        return self._opponent(subject) or self._side(zone) or last

    def _holder(self, zone: Zone, match: Predicate) -> str | None:
        """ "In X's hands", "under X control": the party named inside the predicate."""
        text = self._doc.plain[match.span.start : match.span.end + 4]
        if _OURS.search(text) or _THEY.search(text):
            return self._pronoun(text, zone, None)
        around = Span(match.span.start, min(len(self._doc.plain), match.span.end + 90))
        inner = within(self._actors, around)
        return (
            self._named(inner[0], zone)
            if inner and inner[0].span.start <= match.span.end + 9
            else None
        )

    def _fronted(self, zone: Zone, chunk: Chunk) -> str | None:
        return (
            self._nearest(Span(zone.span.start, chunk.span.start), zone)
            if chunk.span.start > zone.span.start
            else None
        )

    def _opponent(self, party: str | None) -> str | None:
        if party in self._parties and len(self._parties) == 2:
            return self._parties[1 - self._parties.index(party)]
        return None
