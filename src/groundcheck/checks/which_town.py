"""Which settlement a name means: only what the report says decides, never what a map shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from groundcheck.checks.evidence import EvidenceBase
from groundcheck.checks.nearby import Sentences
from groundcheck.geo.choosing import LARGE, SMALL
from groundcheck.geo.mentions import find_places
from groundcheck.geo.settlements import Settlement
from groundcheck.geo.states import find_states
from groundcheck.model import Claim, Place


@dataclass(frozen=True)
class Towns:
    """The towns of one report."""

    text: str
    sentences: Sentences
    evidence: EvidenceBase

    @cached_property
    def _places(self) -> tuple[Place, ...]:
        return find_places(self.text)

    @cached_property
    def _regions(self) -> tuple[tuple[int, str], ...]:
        """The regions that the report names, each with the sentence it stands in."""
        return tuple(
            (self.sentences.index(place.span.start), place.id)
            for place in self._places
            if place.kind == "region" and place.span is not None
        )

    @cached_property
    def _countries(self) -> frozenset[str]:
        # "Northmark" may be the town or the region: both lie in one country.
        ids = {p.id for p in self._places} | {c.id for p in self._places for c in p.candidates}
        named = {id_[:2] for id_ in ids if ":" not in id_}
        return frozenset(named | {state.country for state in find_states(self.text)})

    def candidates(self, claim: Claim, place: Place) -> tuple[Settlement, ...]:
        """The settlements that may be meant, most populous first.

        Those of countries that the report does not name are left out, and where the sentence
        names regions of their country, those of other regions.
        """
        near = self._near(claim, place)
        named = {region[:2] for region in near}
        found = self._called(place.name) or self._called(place.text)
        left = tuple(t for t in found if t.region in near or t.country not in named)
        # What the reader chose by the report's other towns is no more than one of those left.
        chosen = tuple(t for t in left if place.id == f"geonames:{t.id}")
        return chosen or left

    def _called(self, name: str) -> tuple[Settlement, ...]:
        return self.evidence.settlements(name, self._countries)

    def _near(self, claim: Claim, place: Place) -> set[str]:
        """The regions that the claim or its sentence names."""
        span = place.span or claim.spans[0]
        sentences = {self.sentences.index(span.start)}
        sentences |= {self.sentences.index(each.start) for each in claim.spans}
        named = {region for sentence, region in self._regions if sentence in sentences}
        return named | {p.id for p in claim.places if p.kind == "region"}

    def is_sure(self, town: Settlement) -> bool:
        """Whether a map of this one may speak against a claim.

        A smaller place shares its name with others that no table has, so that the report must
        name its region, as it must where the name is not its alone; a village's map never speaks
        against anything.
        """
        if self._names_region_of(town):
            return town.population >= SMALL
        return town.population >= LARGE and len(self._called(town.name)) == 1

    def is_plain(self, town: Settlement) -> bool:
        """Whether no other place can be meant: a large town, with its region named."""
        return town.population >= LARGE and self._names_region_of(town)

    def _names_region_of(self, town: Settlement) -> bool:
        return town.region in {region for _, region in self._regions}
