"""The actor of a clause whose subject is no party by name: a pronoun, a role, nobody at all."""

from __future__ import annotations

from groundcheck.model import Span
from groundcheck.readers.actor_cues import (
    AN_ORGANISATION,
    AUXILIARY,
    AUXILIARY_FIRST,
    BARE_FORCES,
    BEGINS,
    BLAMES,
    CIVIL,
    COMES_UNDER,
    DESTROYED,
    DOWNED,
    FEW,
    HAS_DONE,
    HE,
    HIS,
    IMPERSONAL,
    IT_IS,
    ITS,
    JOINED,
    LEADING,
    OF_PEOPLE,
    OF_THEM,
    OPENED,
    OURS,
    OWN_FORCES,
    OWN_MEN,
    PEOPLE,
    RATE,
    SOLDIERS,
    SUBJECT,
    SUBJECTLESS,
    THE_OTHER,
    THEY,
    TO_HAVE,
    TOGETHER,
    VERB_FIRST,
    YOURS,
)
from groundcheck.readers.chunks import Chunk
from groundcheck.readers.classify import LENGTHS
from groundcheck.readers.clause import Clause, is_passive
from groundcheck.readers.document import starting_within, within
from groundcheck.readers.naming import Naming
from groundcheck.readers.pronouns import Antecedents
from groundcheck.readers.voices import Zone


class Unnamed:
    """Finds whom a clause means that names nobody."""

    def __init__(self, who: Naming, antecedents: Antecedents) -> None:
        self._who = who
        self._antecedents = antecedents

    def actor(self, clause: Clause) -> str | None:
        """Whom a pronoun, a role or an earlier clause makes its actor, ``None`` where none does."""
        zone, match, words = clause.zone, clause.match, self._who.words(clause.chunk.span)
        head = self._who.words(clause.before) if match else words
        if OURS.search(head):
            return self._who.side(zone)
        if zone.voice.source and OWN_FORCES.search(words):
            known = self._who.side(zone)
            return known or (None if HIS.search(words) else self._before(clause))
        if BARE_FORCES.match(words):
            own = self._who.side(zone) or self._who.parties.army
            return own or (None if zone.voice.source else clause.recent)
        if IMPERSONAL.match(words):
            still = any(q.unit in LENGTHS for q in clause.chunk.figures)
            return None if still or CIVIL.search(words) else clause.recent
        if clause.counts and ((match and match.role == "falls") or IT_IS.match(words)):
            return None
        joined = OF_THEM.search(words) or TOGETHER.match(words)
        if clause.counts and match is None and joined and not DOWNED.search(words):
            return clause.prior
        if TO_HAVE.match(words) and zone.voice.source:
            return self._claimed(zone)
        meant = self._pronoun(clause, head)
        if meant or BEGINS.match(words):
            return meant or (clause.recent if clause.goes_on else None)
        if match is None and RATE.match(words):
            return None
        return self._counted(clause, head) if clause.counts else self._told(clause)

    def _claimed(self, zone: Zone) -> str | None:
        """ "X claims to have killed 40": X, unless somebody else is blamed for it."""
        frame, source = zone.voice.frame, zone.voice.source
        if frame is None or source is None or BLAMES.search(self._who.words(frame.cue)):
            return None
        return self._who.side(zone) or (source.name if source.sort == "body" else None)

    def _counted(self, clause: Clause, head: str) -> str | None:
        """Whose the people or things are that a clause counts, or who did it to them."""
        match, words = clause.match, self._who.words(clause.chunk.span)
        members, last = self._members(clause), clause.last if clause.goes_on else None
        if members or (last and VERB_FIRST.match(words)):
            return members or last
        if CIVIL.search(words):
            return None
        if DOWNED.search(words):
            return self._who.parties.opponent(clause.prior or clause.recent)
        if DESTROYED.search(words) and not match and clause.zone.voice.source:
            side = self._who.side(clause.zone)
            return side if self._who.parties.opponent(side) else last
        if match and is_passive(self._who.doc.plain, match):
            boast = match.role == "loses" or (match.role == "takes" and not CIVIL.search(words))
            return (self._who.side(clause.zone) if boast else None) or last
        if match is None and THE_OTHER.match(head) and clause.chunk.figures:
            return self._doer(clause)
        return self._told(clause)

    def _told(self, clause: Clause) -> str | None:
        """Another subject that does it, else the one whose bulletin it is, else the last one."""
        narrated = clause.zone.voice.source is None
        issuer = (self._who.issuer or None) if narrated else None
        if self._is_other(clause):
            return self._doer(clause) or issuer
        if issuer and clause.match and clause.match.role == "takes":
            return issuer
        return self._carried(clause, clause.last if clause.goes_on else None)

    def _carried(self, clause: Clause, last: str | None) -> str | None:
        """The actor of a clause without a subject: that of the clause or the words before it."""
        count = clause.kind == "count"
        return (
            (
                self._who.nearest(clause.chunk.span, clause.zone)
                if not clause.match and not count
                else None
            )
            or (None if self._of_people(clause) else last)
            or (None if count else self._fronted(clause.zone, clause.chunk))
        )

    def _of_people(self, clause: Clause) -> bool:
        share = clause.kind == "share" and clause.match is None
        return share and OF_PEOPLE.search(self._who.words(clause.chunk.span)) is not None

    def _members(self, clause: Clause) -> str | None:
        """ "52,000 Russian soldiers": those who are counted are the party's own."""
        if not clause.chunk.figures:
            return None
        figure = clause.chunk.figures[0].span
        if OWN_MEN.match(self._who.doc.plain, figure.start):
            return self._who.side(clause.zone)
        after = starting_within(self._who.actors, Span(figure.start, figure.end + 2))
        bare = len(self._who.words(Span(clause.chunk.span.start, figure.start)).split()) < FEW
        if (
            not after
            and bare
            and SOLDIERS.match(self._who.doc.plain, figure.start, figure.end + 14)
        ):
            return self._who.side(clause.zone) or self._who.parties.army or None
        if not after or not PEOPLE.search(
            self._who.doc.plain, after[0].span.start, after[0].span.end + 12
        ):
            return None
        return self._who.named(after[0], clause.zone)

    def _doer(self, clause: Clause) -> str | None:
        """A name that is no party otherwise, but does it here: "Somaliland lost Laascaanood"."""
        match, before = clause.match, clause.before
        if match and (
            match.role not in ("takes", "loses", "holds") or COMES_UNDER.search(match.text)
        ):
            return None
        names = [n for n in within(self._who.doc.names, before) if n.kind != "person"]
        if match is None:
            names = [n for n in names if n.kind == "body" or n.core.isupper()]
        if not names or any(p.span == names[-1].span for p in within(self._who.doc.places, before)):
            return None
        lead = self._who.doc.plain[before.start : names[-1].span.start]
        between = self._who.doc.plain[names[-1].span.end : before.end]
        verb = AUXILIARY if match else HAS_DONE
        if not LEADING.fullmatch(lead) or not verb.fullmatch(between):
            return None
        return names[-1].acronym or names[-1].core

    def _pronoun(self, clause: Clause, words: str) -> str | None:
        """The party that "you", "they", "it" or "his forces" means."""
        zone, side, recent = clause.zone, self._who.side(clause.zone), clause.recent
        if YOURS.search(words):
            return zone.voice.asked or recent
        begins = BEGINS.match(words) is not None
        if clause.counts and HIS.search(words):
            begins = OWN_FORCES.search(words) is not None
        stands = begins or SUBJECT.search(words) is not None
        pointed = THEY.search(words) or ITS.search(words)
        if not stands and not (clause.goes_on and pointed):
            return None
        speaker = self._itself(clause)
        if speaker:
            return speaker
        if zone.voice.source is None or not side:
            return (self._before(clause) if stands else None) or recent or side
        if THEY.search(words):
            other = self._who.parties.opponent(side) if recent in (side, None) else None
            return other or recent
        if begins and not (HE.match(words) and self._is_quoted(clause)):
            return side
        if begins:
            return recent if recent not in (None, side) else self._who.parties.opponent(side)
        return side if recent in (None, side) else recent

    def _itself(self, clause: Clause) -> str | None:
        """ "The Houthis said they had taken A", "the agency said it had fed 900": who says it."""
        source = clause.zone.voice.source
        words = self._who.words(clause.chunk.span)
        quoted = self._is_quoted(clause)
        if source is None or source.sort == "person" or quoted or not OPENED.match(words):
            return None
        side = self._who.side(clause.zone)
        body = source.sort == "body" or AN_ORGANISATION.search(source.name)
        if side or not body or not clause.counts or THEY.search(words):
            return side
        return source.name

    def _is_quoted(self, clause: Clause) -> bool:
        start = clause.chunk.span.start
        return self._who.doc.plain[start] != self._who.doc.unquoted[start]

    def _before(self, clause: Clause) -> str | None:
        mention = self._antecedents.before(clause.chunk.span.start)
        return self._who.named(mention, clause.zone) if mention else None

    def _is_other(self, clause: Clause) -> bool:
        """Whether the clause has a subject of its own that is no party we know."""
        chunk, match = clause.chunk, clause.match
        if match is None or not chunk.span.contains(match.span) or match.role == "falls":
            return False
        if any(q.span.start < match.span.start for q in chunk.figures):
            return False
        head = self._who.doc.plain[chunk.span.start : match.span.start]
        for when in within(self._who.doc.dates, Span(chunk.span.start, match.span.start)):
            if when.span:
                head = head.replace(when.span.of(self._who.doc.plain), " ")
        joined = JOINED.search(head)
        if joined or AUXILIARY_FIRST.match(head):
            return False
        return bool(head.strip()) and not SUBJECTLESS.fullmatch(head)

    def _fronted(self, zone: Zone, chunk: Chunk) -> str | None:
        return (
            self._who.nearest(Span(zone.span.start, chunk.span.start), zone)
            if chunk.span.start > zone.span.start
            else None
        )
