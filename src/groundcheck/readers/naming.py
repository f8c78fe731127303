"""What a named party is called in somebody's mouth, and which party a stretch of text names."""

from __future__ import annotations

from collections.abc import Sequence

from groundcheck.model import Kind, Span
from groundcheck.readers.actor_cues import BETWEEN, FROM, HELPED, ITS_OWN, LOCATED, OWN_PART, OWNS
from groundcheck.readers.actor_names import ActorMention, country_name
from groundcheck.readers.document import Document, starting_within
from groundcheck.readers.parties import Parties
from groundcheck.readers.voices import Zone


class Naming:
    """The parties of one report as their mentions name them, and the sides of its speakers."""

    def __init__(self, doc: Document, actors: Sequence[ActorMention], issuer: str) -> None:
        self.doc = doc
        self.actors = actors
        self.issuer = issuer
        self.parties = Parties(doc, actors, issuer)
        self._known = {a.name for a in actors}

    def words(self, span: Span) -> str:
        """The plain words at a span."""
        return self.doc.plain[span.start : span.end]

    def side(self, zone: Zone) -> str | None:
        """The party of the one who speaks, if the report says or it is widely known."""
        source = zone.voice.source
        if source is None:
            return self.issuer or None
        known = source.sort == "state" or (source.sort == "body" and source.name in self._known)
        return source.side or (source.name if known else None)

    def nearest(self, span: Span, zone: Zone, kind: Kind = "control") -> str | None:
        """The first party in a stretch that is not only where something is."""
        text = self.doc.plain
        for mention in starting_within(self.actors, span):
            lead = text[max(0, mention.span.start - 12) : mention.span.start]
            plain_state = (
                mention.sort == "state"
                and " " not in text[mention.span.start : mention.span.end].strip()
            )
            owner = plain_state and text[mention.span.end : mention.span.end + 2] == "'s"
            owner = owner or OWNS.match(text, mention.span.end) is not None
            helper = HELPED.search(text, max(0, mention.span.start - 72), mention.span.start)
            helper = helper or BETWEEN.search(
                text, max(0, mention.span.start - 56), mention.span.start
            )
            if owner or helper or (plain_state and LOCATED.search(lead)) or FROM.search(lead):
                continue
            if mention.sort in ("army", "police") and ITS_OWN.search(lead):
                if self.side(zone) and zone.voice.source:
                    return self.side(zone)
                continue
            longer = text[max(0, mention.span.start - 30) : mention.span.start]
            if kind == "share" and OWN_PART.search(longer):
                continue
            return self.named(mention, zone)
        return None

    def named(self, mention: ActorMention, zone: Zone) -> str | None:
        """What to call a party that a voice mentions: its enemy by the enemy's name."""
        if mention.sort == "enemy":
            side = self.side(zone) or self.parties.own
            return self.parties.opponent(side) or "enemy"
        if self._means_own_army(mention, zone):
            return self.side(zone)
        return mention.name

    def _means_own_army(self, mention: ActorMention, zone: Zone) -> bool:
        """ "The army" in the mouth of a state's own people, where only states are at war."""
        side = self.side(zone)
        if mention.sort != "army" or not side or side != country_name(mention.country):
            return False
        return not self.parties.land or side == self.issuer
