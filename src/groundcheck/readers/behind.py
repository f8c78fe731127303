"""Who is named behind a predicate: "by X", "to X", "from X", "in X's hands", "still with X"."""

from __future__ import annotations

from groundcheck.model import Span
from groundcheck.readers.actor_cues import (
    BY,
    FROM,
    GAINS_OF,
    HANDS,
    HANDS_END,
    INTO,
    ITS,
    OURS,
    PART_OF,
    THEY,
    TO,
    UNDER,
)
from groundcheck.readers.actor_names import country_name
from groundcheck.readers.chunks import Chunk
from groundcheck.readers.clause import Clause
from groundcheck.readers.document import starting_within, within
from groundcheck.readers.naming import Naming
from groundcheck.readers.predicates import Predicate
from groundcheck.readers.voices import Zone


class Behind:
    """Finds the parties that stand behind predicates."""

    def __init__(self, who: Naming) -> None:
        self._who = who

    def agent(self, clause: Clause) -> str | None:
        """ "By X" behind the verb, or behind the noun that it has become."""
        match, span = clause.match, clause.chunk.span
        start = match.span.start if match and span.contains(match.span) else span.start
        gains = GAINS_OF.match(self._who.doc.plain, start, span.end)
        for by in (gains,) if gains else BY.finditer(self._who.doc.plain, start, span.end):
            if OURS.match(self._who.doc.plain, by.end()):
                return self._who.side(clause.zone)
            agent = next(
                iter(starting_within(self._who.actors, Span(by.end(), by.end() + 1))), None
            )
            if agent and not self._who.doc.plain.startswith("'s", agent.span.end):
                return self._who.named(agent, clause.zone)
        return None

    def owner(self, clause: Clause) -> str | None:
        """ "Is recognised as part of X", "declared it part of X": X."""
        for state in starting_within(self._who.doc.states, clause.chunk.span):
            lead = self._who.doc.plain[max(0, state.span.start - 24) : state.span.start]
            if PART_OF.search(lead):
                return country_name(state.country)
        return None

    def fallen_to(self, match: Predicate, chunk: Chunk, zone: Zone) -> str | None:
        """ "Fell to X"."""
        to = TO.match(self._who.doc.plain, match.span.end, chunk.span.end)
        return self._who.nearest(Span(to.end(), chunk.span.end), zone) if to else None

    def robbed(self, chunk: Chunk, match: Predicate) -> str | None:
        """ "Was taken from X": by the other side."""
        for mention in within(
            self._who.actors, Span(match.span.end, max(match.span.end, chunk.span.end))
        ):
            lead = self._who.doc.plain[max(0, mention.span.start - 10) : mention.span.start]
            if FROM.search(lead):
                return self._who.parties.opponent(mention.name)
        return None

    def holder(self, clause: Clause, match: Predicate, subject: str | None) -> str | None:
        """ "In X's hands", "under X control", "still with X": who is named there."""
        zone = clause.zone
        text = self._who.doc.plain[match.span.start : match.span.end + 4]
        if OURS.search(text):
            return self._who.side(zone)
        if THEY.search(text) or ITS.search(text):
            return subject or self._who.parties.opponent(self._who.side(zone))
        end = max(match.span.end + 1, clause.chunk.span.end)
        for mention in starting_within(self._who.actors, Span(match.span.start, end)):
            lead = self._who.doc.plain[match.span.start : mention.span.start]
            if mention.span.start <= match.span.start + 9 or UNDER.search(lead):
                return self._who.named(mention, zone)
            held = HANDS_END.search(self._who.words(mention.span)) or HANDS.match(
                self._who.doc.plain, mention.span.end
            )
            if held and INTO.search(lead):
                return self._who.named(mention, zone)
        return None
