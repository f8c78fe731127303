"""The actor of a clause: the party that holds, takes, loses or does it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from groundcheck.model import Kind, Span
from groundcheck.readers.actor_names import ActorMention
from groundcheck.readers.antecedents import Antecedents
from groundcheck.readers.chunks import Chunk
from groundcheck.readers.document import Document, starting_within, within
from groundcheck.readers.parties import Parties
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
_BY = re.compile(
    r"(?<!backed )(?<!led )(?<!supported )(?<!issued )(?<!published )(?<!released )(?<!cited )"
    r"(?<!followed )(?<!said )\bby\s+(?:the\s+)?",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(r"(?:\s+(?:has|have|had|\w+ly|also|now|still|then|since))*\s+")
_WON_BACK = re.compile(r"re|liberat|free|clear|secur|won back|taken back|tak\w+ it back")
_CIVIL = re.compile(
    r"\b(?:civilians?|residents|inhabitants|famil(?:y|ies)|children|women|households|displaced|refugees|"
    r"migrants|evacuees|returnees|detainees|patients|houses|homes|schools|hospitals|citizens|people|persons|"
    r"population|deaths?|died)\b",
    re.IGNORECASE,
)
_OF_PEOPLE = re.compile(
    r"\b(?:population|people|residents|inhabitants|children|women|civilians|them|those|cases|patients)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause with what its actor is found by; ``last`` is that of the clause before, if any.

    ``before`` is what stands before the predicate, or the figure, and may name the subject.
    """

    zone: Zone
    chunk: Chunk
    match: Predicate | None
    kind: Kind
    last: str | None
    before: Span
    words: str


class Subjects:
    """Finds actors; knows the parties of the report and which of them is whose opponent."""

    def __init__(self, doc: Document, actors: Sequence[ActorMention], issuer: str) -> None:
        self._doc = doc
        self._actors = actors
        self._issuer = issuer
        self._states = {a.name for a in actors if a.sort == "state"}
        self._parties = Parties(doc, actors, issuer)
        self._antecedents = Antecedents(doc, actors)

    def actor(
        self, zone: Zone, chunk: Chunk, match: Predicate | None, kind: Kind, last: str | None
    ) -> str | None:
        """The actor of a clause; ``last`` is that of the clause before, where it carries on."""
        span = chunk.span
        before = span
        if match and span.contains(match.span):
            before = Span(span.start, match.span.start)
        elif match is None and chunk.figures and chunk.figures[0].span.start > span.start:
            before = Span(span.start, chunk.figures[0].span.start)
        words = self._doc.plain[span.start : span.end]
        clause = _Clause(zone, chunk, match, kind, last, before, words)
        if match and match.text.startswith(("contested", "disputed")):
            return None
        return self._agent(clause) or self._of_predicate(clause)

    def _of_predicate(self, clause: _Clause) -> str | None:
        """What the subject is to the predicate: who does it, who loses by it, who stands idle."""
        match, zone = clause.match, clause.zone
        subject = self._nearest(clause.before, zone, clause.kind)
        if match and self._is_passive(match):
            return self._robbed(clause.chunk, match) or self._undergone(clause, match, subject)
        if match and match.role == "falls":
            taker = self._fallen_to(match, clause.chunk, zone) or self._parties.opponent(subject)
            return taker or self._parties.taker(match.span.start) or self._side(zone)
        if match and (match.role == "holds" or _HELD.search(match.text)):
            in_hands = _HELD.search(match.text) is not None
            if in_hands or not subject:
                subject = self._holder(zone, match) or subject
        return subject or self._unnamed(clause)

    def _unnamed(self, clause: _Clause) -> str | None:
        """The actor of a clause whose subject is no party by its name."""
        zone, words, match = clause.zone, clause.words, clause.match
        head = words[: len(clause.before)] if match else words
        if _OURS.search(head):
            return self._side(zone)
        if zone.voice.source and _OWN_FORCES.search(words):
            return self._side(zone)
        if _BARE_FORCES.match(words):
            own = self._side(zone) or self._parties.army
            return own or (None if zone.voice.source else clause.last)
        if clause.kind in ("count", "share"):
            members = self._members(clause)
            if members or _CIVIL.search(words):
                return members
        meant = self._pronoun(clause, head)
        if meant or _BEGINS.match(words):
            return meant or clause.last
        if self._is_other(clause):
            named = self._doer(clause)
            return named or ((self._issuer or None) if zone.voice.source is None else None)
        if zone.voice.source is None and match and match.role == "takes" and self._issuer:
            return self._issuer
        return self._carried(clause)

    def _carried(self, clause: _Clause) -> str | None:
        """The actor of a clause without a subject: that of the clause or the words before it."""
        count = clause.kind == "count"
        return (
            (
                self._nearest(clause.chunk.span, clause.zone)
                if not clause.match and not count
                else None
            )
            or (None if self._of_people(clause) else clause.last)
            or (None if count else self._fronted(clause.zone, clause.chunk))
        )

    def _of_people(self, clause: _Clause) -> bool:
        share = clause.kind == "share" and clause.match is None
        return share and _OF_PEOPLE.search(clause.words) is not None

    def _members(self, clause: _Clause) -> str | None:
        """ "52,000 Russian soldiers": those who are counted are the party's own."""
        if not clause.chunk.figures:
            return None
        figure = clause.chunk.figures[0].span
        after = starting_within(self._actors, Span(figure.start, figure.end + 2))
        return self._named(after[0], clause.zone) if after else None

    def _doer(self, clause: _Clause) -> str | None:
        """A name that is no party otherwise, but does it here: "Somaliland lost Laascaanood"."""
        match = clause.match
        if match is None or match.role not in ("takes", "loses", "holds"):
            return None
        names = [n for n in within(self._doc.names, clause.before) if n.kind != "person"]
        if not names or any(
            p.span == names[-1].span for p in within(self._doc.places, clause.before)
        ):
            return None
        lead = self._doc.plain[clause.before.start : names[-1].span.start]
        between = self._doc.plain[names[-1].span.end : match.span.start]
        if lead.strip().lower() not in ("", "the") or not _AUXILIARY.fullmatch(between):
            return None
        return names[-1].acronym or names[-1].core

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
            return self._parties.opponent(self._side(zone)) or "enemy"
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

    def _pronoun(self, clause: _Clause, words: str) -> str | None:
        """The party that "you", "they", "it" or "his forces" means."""
        zone, last, side = clause.zone, clause.last, self._side(clause.zone)
        if _YOURS.search(words):
            return zone.voice.asked or last
        begins = _BEGINS.match(words) is not None
        if zone.voice.source is None:
            if begins or _THEY.search(words) or _ITS.search(words):
                before = self._antecedents.before(clause.chunk.span.start) if begins else None
                return (self._named(before, zone) if before else None) or last or side
            return None
        if _THEY.search(words):
            if side and last in (side, None):
                return self._parties.opponent(side) or last
            return last
        if side and begins:
            return side
        if _ITS.search(words):
            return side if side and last in (None, side) else (last or side)
        return None

    def _is_passive(self, match: Predicate) -> bool:
        text = self._doc.plain[max(0, match.span.start - 20) : match.span.end]
        return match.role != "neutral" and _PASSIVE.search(text) is not None

    def _agent(self, clause: _Clause) -> str | None:
        """ "By X" behind the verb, or behind the noun that it has become."""
        match, span = clause.match, clause.chunk.span
        start = match.span.start if match and span.contains(match.span) else span.start
        for by in _BY.finditer(self._doc.plain, start, span.end):
            if _OURS.match(self._doc.plain, by.end()):
                return self._side(clause.zone)
            agent = next(iter(starting_within(self._actors, Span(by.end(), by.end() + 1))), None)
            if agent:
                return self._named(agent, clause.zone)
        return None

    def _fallen_to(self, match: Predicate, chunk: Chunk, zone: Zone) -> str | None:
        to = _TO.match(self._doc.plain, match.span.end, chunk.span.end)
        return self._nearest(Span(to.end(), chunk.span.end), zone) if to else None

    def _is_other(self, clause: _Clause) -> bool:
        """Whether the clause has a subject of its own that is no party we know."""
        chunk, match = clause.chunk, clause.match
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
                return self._parties.opponent(mention.name)
        return None

    def _undergone(self, clause: _Clause, match: Predicate, subject: str | None) -> str | None:
        """A passive without agent: who lost is the subject, who took is the party that acts."""
        side = self._side(clause.zone)
        if match.role == "loses":
            return subject or side or clause.last
        state = self._parties.state if _WON_BACK.match(match.text) else None
        return (
            self._parties.opponent(subject)
            or side
            or state
            or self._parties.taker(match.span.start)
            or (clause.last if match.role == "holds" else None)
        )

    def _holder(self, zone: Zone, match: Predicate) -> str | None:
        """ "In X's hands", "under X control": the party named inside the predicate."""
        text = self._doc.plain[match.span.start : match.span.end + 4]
        if _OURS.search(text):
            return self._side(zone)
        if _THEY.search(text):
            return self._parties.opponent(self._side(zone))
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
