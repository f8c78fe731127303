"""The actor of a clause: the party that holds, takes, loses or does it."""

from __future__ import annotations

from collections.abc import Sequence

from groundcheck.readers.actor_cues import (
    BLAMES,
    DENIES,
    HELD,
    IN_HANDS,
    IN_OUR_HANDS,
    MUSING,
    NOBODY,
    NOMINAL,
    OPENED,
    OWN_HANDS,
    WE,
    WON_BACK,
    YOURS,
)
from groundcheck.readers.actor_names import ActorMention
from groundcheck.readers.behind import Behind
from groundcheck.readers.clause import Clause, is_passive
from groundcheck.readers.document import Document
from groundcheck.readers.naming import Naming
from groundcheck.readers.predicates import Predicate
from groundcheck.readers.pronouns import Antecedents
from groundcheck.readers.unnamed import Unnamed
from groundcheck.readers.voices import Zone


class Subjects:
    """Finds actors; knows the parties of the report and which of them is whose opponent."""

    def __init__(self, doc: Document, actors: Sequence[ActorMention], issuer: str) -> None:
        self._doc = doc
        self._who = Naming(doc, actors, issuer)
        self._antecedents = Antecedents(doc, actors, self._who.parties.land)
        self._behind = Behind(self._who)
        self._unnamed = Unnamed(self._who, self._antecedents)

    def actor(self, clause: Clause) -> str | None:
        """The actor of a clause, ``None`` where nobody is named or meant."""
        match = clause.match
        if match and match.text.startswith(("contested", "disputed")):
            return None
        if NOBODY.match(self._who.words(clause.chunk.span)):
            return None
        owner = self._behind.owner(clause) if match and clause.kind == "status" else None
        return owner or self._behind.agent(clause) or self._of_predicate(clause)

    def asked_about(self, zone: Zone) -> str | None:
        """The party that a question is about, whom a short answer then means."""
        if YOURS.search(self._who.words(zone.span)) and zone.voice.asked:
            return zone.voice.asked
        mention = self._antecedents.subject(zone.span)
        return self._who.named(mention, zone) if mention else None

    def _of_predicate(self, clause: Clause) -> str | None:
        """What the subject is to the predicate: who does it, who loses by it, who stands idle."""
        match, zone = clause.match, clause.zone
        words = self._who.words(clause.chunk.span)
        we = WE.match(words, 0, len(clause.before) or len(words))
        ours = (
            we
            and not MUSING.match(words, we.end())
            and not (match and is_passive(self._doc.plain, match))
        )
        if ours or IN_OUR_HANDS.search(words):
            return self._who.side(zone)
        subject = self._who.nearest(clause.before, zone, clause.kind)
        if subject and OPENED.match(self._who.words(clause.before)):
            subject = self._unnamed.actor(clause) or subject
        if match and match.role == "takes" and HELD.search(match.text) and not subject:
            held = self._behind.holder(clause, match, None)
            if held:
                return held
        if match and not clause.counts:
            if is_passive(self._doc.plain, match):
                robbed = self._behind.robbed(clause.chunk, match)
                return robbed or self._undergone(clause, match, subject)
            if match.role == "falls" and self._doc.plain.startswith(" by ", match.span.end):
                return None
            if match.role == "falls":
                taker = self._behind.fallen_to(match, clause.chunk, zone)
                return taker or self._who.parties.opponent(subject) or self._taker(zone, match)
        if match and (match.role == "holds" or HELD.search(match.text)):
            in_hands = IN_HANDS.match(match.text) or match.text.startswith("remain")
            if in_hands or not subject:
                held = self._behind.holder(clause, match, subject)
                subject = held or subject or self._possessor(clause, match)
        return subject or self._announced(clause) or self._unnamed.actor(clause)

    def _possessor(self, clause: Clause, match: Predicate) -> str | None:
        """ "In its hands": the speaker's own party, else the one that the words are about."""
        end = max(match.span.end, clause.chunk.span.end)
        own = OWN_HANDS.search(self._doc.plain, match.span.start, end)
        if own is None:
            return None
        side = self._who.side(clause.zone) if clause.zone.voice.source else None
        if side and own[1].lower() != "their":
            return side
        mention = self._antecedents.before(match.span.start)
        return (self._who.named(mention, clause.zone) if mention else None) or clause.last

    def _announced(self, clause: Clause) -> str | None:
        """ "X announced the capture of A", "denied having left B": X's own deed, unless denied."""
        match, frame = clause.match, clause.zone.voice.frame
        side = self._who.side(clause.zone)
        if frame is None or match is None or match.role not in ("takes", "loses", "holds"):
            return None
        if clause.counts or not NOMINAL.fullmatch(self._who.words(clause.before)):
            return None
        other = self._who.parties.opponent(side)
        if other is None or BLAMES.match(self._who.words(frame.cue)):
            return None
        noun = match.text.endswith(" of") or self._doc.plain.startswith(" of ", match.span.end)
        return other if noun and match.role == "takes" and self._denied(clause) else side

    def _taker(self, zone: Zone, match: Predicate) -> str | None:
        """Who took it, where nobody says so: the party that was taking ground there."""
        return self._who.parties.taker(match.span.start) or self._who.side(zone)

    def _boasted(self, clause: Clause) -> str | None:
        """ "X denied that B had been taken": by the other side, for nobody denies a gain."""
        known = self._denied(clause)
        return self._who.parties.opponent(self._who.side(clause.zone)) if known else None

    def _denied(self, clause: Clause) -> bool:
        frame = clause.zone.voice.frame
        return bool(frame and DENIES.search(self._who.words(frame.cue)))

    def _undergone(self, clause: Clause, match: Predicate, subject: str | None) -> str | None:
        """A passive without agent: who lost is the subject, who took is the party that acts."""
        side = self._who.side(clause.zone)
        if match.role == "loses":
            return subject or side or clause.recent
        known = self._who.parties.opponent(subject) or self._boasted(clause) or side
        source = clause.zone.voice.source
        won_back = WON_BACK.match(match.text) is not None
        if known or (won_back and source and source.sort == "anonymous"):
            return known
        state = self._who.parties.state if won_back and source is None else None
        holder = clause.last if match.role == "holds" else None
        return state or self._who.parties.taker(match.span.start) or holder
