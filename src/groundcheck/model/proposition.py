"""A proposition: what a claim is about, without who says so and how much."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from groundcheck.model.claim import Kind


@dataclass(frozen=True, slots=True)
class Proposition:
    """What claims of many reports must have in common to be set side by side.

    ``places`` are ids, sorted; ``measure`` is what is counted ("share", "area", "settlement",
    "people" …), ``""`` where nothing is. Who says so, when and how much are no part of it: they
    are what is compared.
    """

    kind: Kind
    actor: str | None
    places: tuple[str, ...]
    measure: str

    @property
    def key(self) -> str:
        """A short key: equal for equal propositions, in every ledger and at any time."""
        said = "|".join((self.kind, self.actor or "", ",".join(self.places), self.measure))
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]
