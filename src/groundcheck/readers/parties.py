"""The parties of a report: who belongs together, who is whose opponent, who took ground last."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from groundcheck.geo.states import state_of
from groundcheck.model import Span
from groundcheck.readers.actor_names import ActorMention, army_of, country_name
from groundcheck.readers.actors import home_of, is_interstate
from groundcheck.readers.document import Document, starting_within
from groundcheck.readers.predicates import find_predicates
from groundcheck.readers.sections import Sections

_OWN = ("state", "army", "police", "government")
_NEAR = 60
_WRITTEN = re.compile(r"\s*([A-Z]{3,}(?: [A-Z]{3,})?)(?=[,.]? )")
_ENEMY = re.compile(r"\b(?:enemy|adversary|invaders|occupiers|occupying\s+army)\b", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:the\s+)?$")


class Parties:
    """What can be said of the parties of one report before any clause of it is read.

    A state, its army, its police and its government are one party under several names.
    """

    def __init__(self, doc: Document, actors: Sequence[ActorMention], issuer: str) -> None:
        self._camps: dict[str, str] = {}
        self._names: dict[str, Counter[str]] = {}
        counts: Counter[str] = Counter()
        for actor in actors:
            if actor.sort in ("enemy", "loose"):
                continue
            counts[self._add(actor.name, actor.country if actor.sort in _OWN else "")] += 1
        for state in doc.states:
            counts[self._add(country_name(state.country), state.country)] += 0
        country = home_of(doc, actors)
        if issuer:
            ours = issuer in (army_of(country), country_name(country))
            counts[self._add(issuer, country if ours else "")] += 1
        self._leading = [camp for camp, _ in counts.most_common(2)]
        self._armies = {a.country: a.name for a in actors if a.sort == "army"}
        interstate = is_interstate(actors, country)
        self.land = "" if interstate else country_name(country)
        self.army = "" if interstate else self._armies.get(country, "")
        own = {self._camps[a.name] for a in actors if a.sort in _OWN}
        states = [c for c in self._leading if c in own]
        self.own = issuer or self._partisan(doc)
        self.state = self._called(states[0]) if len(states) == 1 and len(self._leading) > 1 else ""
        self._sections = Sections(doc)
        self._takers = sorted(self._taken(doc, actors))
        self._often = Counter(name for _, name in self._takers)

    def _partisan(self, doc: Document) -> str:
        """The side that a report takes: where it is written, if it speaks itself of an enemy."""
        if not _ENEMY.search(doc.unquoted):
            return ""
        written = _WRITTEN.match(doc.plain)
        country = state_of(written[1].title()) if written else None
        return country_name(country) if country in self._leading and country else ""

    def _add(self, name: str, country: str) -> str:
        camp = self._camps.setdefault(name, country or name)
        self._names.setdefault(camp, Counter())[name] += 1
        return camp

    def opponent(self, name: str | None) -> str | None:
        """The other of the two leading parties, where the one given is one of them."""
        camp = self._camps.get(name or "")
        if camp not in self._leading or len(self._leading) < 2:
            return None
        return self._called(self._leading[1 - self._leading.index(camp)])

    def _called(self, camp: str) -> str:
        """What to call a party: a state at war with another by its name, else its army first."""
        names = self._names[camp]
        state = country_name(camp)
        if state in names and all(country_name(c) in self._names[c] for c in self._leading):
            return state
        return self._armies.get(camp) or names.most_common(1)[0][0]

    def taker(self, at: int) -> str | None:
        """Who took ground last before a point of the text, else who takes most in the report."""
        before = bisect_right(self._takers, at, key=lambda t: t[0])
        part = self._sections.start(at)
        if before and self._takers[before - 1][0] >= part:
            return self._takers[before - 1][1]
        if part:
            return None
        return self._often.most_common(1)[0][0] if self._often else None

    def _taken(self, doc: Document, actors: Sequence[ActorMention]) -> Iterator[tuple[int, str]]:
        """Where a party is the one to take, by the words, or to lose to its opponent."""
        for predicate in find_predicates(doc, Span(0, len(doc.plain))):
            if predicate.role not in ("takes", "loses"):
                continue
            start, end = predicate.span.start, predicate.span.end
            within = starting_within(actors, predicate.span)
            agent = next(iter(within or self._agents(doc, actors, end)), None)
            party = agent or _subject(doc.plain, actors, start)
            if party is None or party.sort == "enemy" or party.name == self.land:
                continue
            takes = predicate.role == "takes" or (agent and not within)
            name = party.name if takes else self.opponent(party.name)
            if name:
                yield start, name

    def _agents(
        self, doc: Document, actors: Sequence[ActorMention], end: int
    ) -> Iterator[ActorMention]:
        """Whoever stands behind "by" shortly after a predicate."""
        for actor in starting_within(actors, Span(end, min(len(doc.plain), end + _NEAR))):
            if _BY.search(doc.plain, max(0, actor.span.start - 9), actor.span.start):
                yield actor


def _subject(text: str, actors: Sequence[ActorMention], at: int) -> ActorMention | None:
    near = starting_within(actors, Span(max(0, at - _NEAR), at))
    return near[-1] if near and _is_subject(text, near[-1].span.end, at) else None


def _is_subject(text: str, start: int, end: int) -> bool:
    """Whether no other clause begins between a party and its verb, and no passive is formed."""
    between = text[start:end]
    return not re.search(r"[.;:,\"“”]|\b(?:was|were|been|being|be)\s+(?:\w+ly\s+)?$", between)
