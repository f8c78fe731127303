"""The actor of a clause: the party that holds, takes, loses or does it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from groundcheck.model import Kind, Span
from groundcheck.readers.actor_names import ActorMention, country_name
from groundcheck.readers.antecedents import Antecedents
from groundcheck.readers.chunks import Chunk
from groundcheck.readers.classify import AREAS, LENGTHS, PARTS
from groundcheck.readers.document import Document, starting_within, within
from groundcheck.readers.parties import Parties
from groundcheck.readers.predicates import Predicate
from groundcheck.readers.voices import Zone

_WE = re.compile(
    r"\W*(?:(?:that|and|but|so|today|now|yesterday|then|since\s+then|(?:in|on|at|from|of|by)\s+[^,;]{2,40}?),?\s+)?"
    r"(?:we|(?:our|my)\s+(?:\w+\s+)?(?:country|forces|troops|units|men|fighters|army|pilots|soldiers|gunners|"
    r"side|navy|militia|people|boys|guys|comrades|mujahideen|heroes|brothers|brigades?|detachments))\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:he|she|it|they)(?:\s*$|\s+(?:has|have|had|will|would|may|might|could|can|now|still|also|then|is|are|"
    r"was|were|\w+ed|\w+s|took|held|lost|won|hold|control|ran|left)\b)",
    re.IGNORECASE,
)
_MUSING = re.compile(
    r"\s+(?:have\s+|had\s+|also\s+|still\s+|now\s+|continue\s+to\s+|cannot\s+|do\s+not\s+|can\s+)*(?:assess|judge|estimat|think|thought|believ|"
    r"say|said|see|saw|know|knew|expect|count|found|find|calculat|reckon|consider|compar|put|hear|heard|understand|"
    r"report|verif|record|confirm|document|observ)",
    re.IGNORECASE,
)
_IN_OUR_HANDS = re.compile(
    r"\b(?:in|under|into|within)\s+our\s+(?:\w+\s+)?(?:hands|control|grip|rule|administration|protection)\b|"
    r"\b(?:is|are|be|was|were|been|entirely|all|now|become|became)\s+ours\b|\banswers?\s+to\s+us\b",
    re.IGNORECASE,
)
_IMPERSONAL = re.compile(
    r"\W*(?:(?:\w+\s+){0,4}?)(?:it\s+(?:is|was|had\s+been|may\s+be|might\s+be|would\s+be|has\s+been)|it's|"
    r"th(?:at|is)\s+(?:is|was)|that's)\s+(?:\w+\s+){0,3}?(?:\d|half|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a\s+(?:half|third|quarter|fifth|tenth))",
    re.IGNORECASE,
)
_IT_IS = re.compile(
    r"\W*(?:it|that|this|there)(?:\s+(?:is|was|has|had|may|would)\b|'s\b)", re.IGNORECASE
)
_IN_HANDS = re.compile(r"(?:under|in|left|leav)")
_UNDER = re.compile(
    r"\b(?:under|with|in\s+the\s+hands\s+of|left\s+to|belongs?\s+to)\s+(?:the\s+)?$", re.IGNORECASE
)
_INTO = re.compile(r"\b(?<!out of )(?:in|into|under|of)\s+(?:the\s+)?$", re.IGNORECASE)
_HANDS = re.compile(
    r"(?:'s?)?\s+(?:\w+\s+)?(?:hands|control|rule|occupation|grip|administration|influence)\b",
    re.IGNORECASE,
)
_HANDS_END = re.compile(r"\b(?:hands|control|rule|occupation)$", re.IGNORECASE)
_PEOPLE = re.compile(
    r"(?:soldiers|troops|forces|fighters|rebels|militants|insurgents|terrorists|gunmen|men|members|personnel|police|"
    r"officers|servicemen|conscripts|mercenaries|marines|\w+s)\b",
    re.IGNORECASE,
)
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
_HIS = re.compile(r"\b(?:his|her)\s", re.IGNORECASE)
_THE_OTHER = re.compile(
    r"\W*(?:for\s+)?(?:the|a|an|this|that|these|those)\s+[\w'-]+", re.IGNORECASE
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
    r"(?<!followed )(?<!said )(?<!launched )(?<!fired )\bby\s+(?:the\s+)?",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(r"(?:\s+(?:has|have|had|\w+ly|also|now|still|then|since))*\s+")
_HAS_DONE = re.compile(
    r"\s+(?:(?:has|have|had|is|are|was|were|\w+ly|also|now|still|since)\s+){0,3}(?:\w+ed\s+)?"
)
_LEADING = re.compile(r"\W*(?:\d+\.\s+)?(?:the\s+)?", re.IGNORECASE)
_WON_BACK = re.compile(r"re|liberat|free|clear|secur|won back|taken back|tak\w+ it back")
_CIVIL = re.compile(
    r"\b(?:civilians?|residents|inhabitants|famil(?:y|ies)|children|women|households|displaced|refugees|"
    r"migrants|evacuees|returnees|detainees|patients|houses|homes|schools|hospitals|citizens|people|persons|"
    r"population|deaths?|died|fled|flee|displac\w+|homeless)\b",
    re.IGNORECASE,
)
_OF_PEOPLE = re.compile(
    r"\b(?:population|people|residents|inhabitants|children|women|civilians|them|those|cases|patients)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause whose actor is asked for.

    ``goes_on`` says that a clause without a subject speaks of whom the one before it spoke of.
    """

    zone: Zone
    chunk: Chunk
    match: Predicate | None
    kind: Kind
    goes_on: bool

    @property
    def before(self) -> Span:
        """What stands before the predicate, or the figure, and may name the subject."""
        span, figures = self.chunk.span, self.chunk.figures
        if self.match:
            end = self.match.span.start if span.contains(self.match.span) else span.end
        else:
            end = figures[0].span.start if figures else span.end
        return Span(span.start, end if end > span.start or self.match else span.end)

    @property
    def counts(self) -> bool:
        """Whether it counts what is no ground: there only the words say who did it."""
        figures = self.chunk.figures
        ground = bool(figures) and figures[0].unit in (*AREAS, *PARTS, "settlements")
        return self.kind in ("count", "share") and not ground


class Subjects:
    """Finds actors; knows the parties of the report and which of them is whose opponent."""

    def __init__(self, doc: Document, actors: Sequence[ActorMention], issuer: str) -> None:
        self._doc = doc
        self._actors = actors
        self._issuer = issuer
        self._parties = Parties(doc, actors, issuer)
        self._antecedents = Antecedents(doc, actors, self._parties.land)
        self._names = {a.name for a in actors}

    def actor(self, clause: Clause, last: str | None) -> str | None:
        """The actor of a clause; ``last`` is that of the last claim that had one."""
        match = clause.match
        if match and match.text.startswith(("contested", "disputed")):
            return None
        return self._agent(clause) or self._of_predicate(clause, last)

    def asked_about(self, zone: Zone) -> str | None:
        """The party that a question is about, whom a short answer then means."""
        if _YOURS.search(self._words(zone.span)) and zone.voice.asked:
            return zone.voice.asked
        mention = self._antecedents.subject(zone.span)
        return self._named(mention, zone) if mention else None

    def _words(self, span: Span) -> str:
        return self._doc.plain[span.start : span.end]

    def _of_predicate(self, clause: Clause, last: str | None) -> str | None:
        """What the subject is to the predicate: who does it, who loses by it, who stands idle."""
        match, zone = clause.match, clause.zone
        words = self._words(clause.chunk.span)
        we = _WE.match(words, 0, len(clause.before) or len(words))
        ours = we and not _MUSING.match(words, we.end()) and not (match and self._is_passive(match))
        if ours or _IN_OUR_HANDS.search(words):
            return self._side(zone)
        subject = self._nearest(clause.before, zone, clause.kind)
        if match and not clause.counts:
            if self._is_passive(match):
                robbed = self._robbed(clause.chunk, match)
                return robbed or self._undergone(clause, match, subject, last)
            if match.role == "falls":
                taker = self._fallen_to(match, clause.chunk, zone)
                return taker or self._parties.opponent(subject) or self._taker(zone, match)
            if match.role == "takes" and _HELD.search(match.text) and not subject:
                return self._holder(clause, match, None) or self._unnamed(clause, last)
        if match and (match.role == "holds" or _HELD.search(match.text)):
            in_hands = _IN_HANDS.match(match.text) or match.text.startswith("remain")
            if in_hands or not subject:
                subject = self._holder(clause, match, subject) or subject
        return subject or self._unnamed(clause, last)

    def _taker(self, zone: Zone, match: Predicate) -> str | None:
        """Who took it, where nobody says so: the party that was taking ground there."""
        return self._parties.taker(match.span.start) or self._side(zone)

    def _unnamed(self, clause: Clause, last: str | None) -> str | None:
        """The actor of a clause whose subject is no party by its name."""
        zone, match, words = clause.zone, clause.match, self._words(clause.chunk.span)
        head = self._words(clause.before) if match else words
        if _OURS.search(head):
            return self._side(zone)
        if zone.voice.source and _OWN_FORCES.search(words):
            known = self._side(zone)
            before = None if known or _HIS.search(words) else self._before(clause)
            return known or before
        if _BARE_FORCES.match(words):
            own = self._side(zone) or self._parties.army
            return own or (None if zone.voice.source else last)
        if _IMPERSONAL.match(words):
            still = any(q.unit in LENGTHS for q in clause.chunk.figures)
            return None if still or _CIVIL.search(words) else last
        if clause.counts and match and match.role == "falls":
            return None
        if clause.counts and _IT_IS.match(words):
            return None
        meant = self._pronoun(clause, head, last)
        if meant or _BEGINS.match(words):
            return meant or (last if clause.goes_on else None)
        if clause.counts:
            members = self._members(clause)
            if members or _CIVIL.search(words):
                return members
        if clause.counts and match and self._is_passive(match):
            return last if clause.goes_on else None
        if clause.counts and match is None and _THE_OTHER.match(head) and clause.chunk.figures:
            return self._doer(clause)
        if self._is_other(clause):
            named = self._doer(clause)
            return named or ((self._issuer or None) if zone.voice.source is None else None)
        if zone.voice.source is None and match and match.role == "takes" and self._issuer:
            return self._issuer
        return self._carried(clause, last if clause.goes_on else None)

    def _carried(self, clause: Clause, last: str | None) -> str | None:
        """The actor of a clause without a subject: that of the clause or the words before it."""
        count = clause.kind == "count"
        return (
            (
                self._nearest(clause.chunk.span, clause.zone)
                if not clause.match and not count
                else None
            )
            or (None if self._of_people(clause) else last)
            or (None if count else self._fronted(clause.zone, clause.chunk))
        )

    def _of_people(self, clause: Clause) -> bool:
        share = clause.kind == "share" and clause.match is None
        return share and _OF_PEOPLE.search(self._words(clause.chunk.span)) is not None

    def _members(self, clause: Clause) -> str | None:
        """ "52,000 Russian soldiers": those who are counted are the party's own."""
        if not clause.chunk.figures:
            return None
        figure = clause.chunk.figures[0].span
        after = starting_within(self._actors, Span(figure.start, figure.end + 2))
        if not after or not _PEOPLE.search(
            self._doc.plain, after[0].span.start, after[0].span.end + 12
        ):
            return None
        return self._named(after[0], clause.zone)

    def _doer(self, clause: Clause) -> str | None:
        """A name that is no party otherwise, but does it here: "Somaliland lost Laascaanood"."""
        match, before = clause.match, clause.before
        if match and match.role not in ("takes", "loses", "holds"):
            return None
        names = [n for n in within(self._doc.names, before) if n.kind != "person"]
        if match is None:
            names = [n for n in names if n.kind == "body" or n.core.isupper()]
        if not names or any(p.span == names[-1].span for p in within(self._doc.places, before)):
            return None
        lead = self._doc.plain[before.start : names[-1].span.start]
        between = self._doc.plain[names[-1].span.end : before.end]
        verb = _AUXILIARY if match else _HAS_DONE
        if not _LEADING.fullmatch(lead) or not verb.fullmatch(between):
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
        side = self._side(zone)
        if mention.sort != "army" or not side or side != country_name(mention.country):
            return False
        return not self._parties.land or side == self._issuer

    def _side(self, zone: Zone) -> str | None:
        """The party of the one who speaks, if the report says or it is widely known."""
        source = zone.voice.source
        if source is None:
            return self._issuer or None
        known = source.sort == "state" or (source.sort == "body" and source.name in self._names)
        return source.side or (source.name if known else None)

    def _pronoun(self, clause: Clause, words: str, last: str | None) -> str | None:
        """The party that "you", "they", "it" or "his forces" means."""
        zone, side = clause.zone, self._side(clause.zone)
        if _YOURS.search(words):
            return zone.voice.asked or last
        begins = _BEGINS.match(words) is not None
        if clause.counts and _HIS.search(words):
            begins = _OWN_FORCES.search(words) is not None
        stands = begins or _SUBJECT.search(words) is not None
        if zone.voice.source is None or not side:
            before = self._before(clause) if stands else None
            if before:
                return before
            pointed = stands or (clause.goes_on and (_THEY.search(words) or _ITS.search(words)))
            return (last or side) if pointed else None
        if not clause.goes_on and not stands:
            return None
        if _THEY.search(words):
            return self._parties.opponent(side) or last if last in (side, None) else last
        if begins:
            return side
        if _ITS.search(words):
            return side if last in (None, side) else last
        return None

    def _before(self, clause: Clause) -> str | None:
        mention = self._antecedents.before(clause.chunk.span.start)
        return self._named(mention, clause.zone) if mention else None

    def _is_passive(self, match: Predicate) -> bool:
        text = self._doc.plain[max(0, match.span.start - 20) : match.span.end]
        return match.role != "neutral" and _PASSIVE.search(text) is not None

    def _agent(self, clause: Clause) -> str | None:
        """ "By X" behind the verb, or behind the noun that it has become."""
        match, span = clause.match, clause.chunk.span
        start = match.span.start if match and span.contains(match.span) else span.start
        for by in _BY.finditer(self._doc.plain, start, span.end):
            if _OURS.match(self._doc.plain, by.end()):
                return self._side(clause.zone)
            agent = next(iter(starting_within(self._actors, Span(by.end(), by.end() + 1))), None)
            if agent and not self._doc.plain.startswith("'s", agent.span.end):
                return self._named(agent, clause.zone)
        return None

    def _fallen_to(self, match: Predicate, chunk: Chunk, zone: Zone) -> str | None:
        to = _TO.match(self._doc.plain, match.span.end, chunk.span.end)
        return self._nearest(Span(to.end(), chunk.span.end), zone) if to else None

    def _is_other(self, clause: Clause) -> bool:
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

    def _undergone(
        self, clause: Clause, match: Predicate, subject: str | None, last: str | None
    ) -> str | None:
        """A passive without agent: who lost is the subject, who took is the party that acts."""
        side = self._side(clause.zone)
        if match.role == "loses":
            return subject or side or last
        known = self._parties.opponent(subject) or side
        source = clause.zone.voice.source
        if known or (source and source.sort == "anonymous"):
            return known
        narrated = source is None and _WON_BACK.match(match.text)
        state = self._parties.state if narrated else None
        holder = last if match.role == "holds" else None
        return state or self._parties.taker(match.span.start) or holder

    def _holder(self, clause: Clause, match: Predicate, subject: str | None) -> str | None:
        """ "In X's hands", "under X control", "still with X": who is named there."""
        zone = clause.zone
        text = self._doc.plain[match.span.start : match.span.end + 4]
        if _OURS.search(text):
            return self._side(zone)
        if _THEY.search(text) or _ITS.search(text):
            return subject or self._parties.opponent(self._side(zone))
        end = max(match.span.end + 1, clause.chunk.span.end)
        for mention in starting_within(self._actors, Span(match.span.start, end)):
            lead = self._doc.plain[match.span.start : mention.span.start]
            if mention.span.start <= match.span.start + 9 or _UNDER.search(lead):
                return self._named(mention, zone)
            held = _HANDS_END.search(self._words(mention.span)) or _HANDS.match(
                self._doc.plain, mention.span.end
            )
            if held and _INTO.search(lead):
                return self._named(mention, zone)
        return None

    def _fronted(self, zone: Zone, chunk: Chunk) -> str | None:
        return (
            self._nearest(Span(zone.span.start, chunk.span.start), zone)
            if chunk.span.start > zone.span.start
            else None
        )
