"""The generator's own record: what was said, copied, altered, contradicted and taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from invented.model import Carried, Item, Said


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of some reports. A report is named by its number, from 1, as lines are.

    ``drifts`` are numbers with the id of the altered statement; ``contradictions`` and
    ``corrections`` pairs of ids, the latter with what was taken back first; ``copies`` numbers of
    the reports with one wire's text.
    """

    statements: dict[str, Said]
    carried: dict[int, tuple[Carried, ...]]
    copies: tuple[tuple[int, ...], ...]
    drifts: frozenset[tuple[int, str]]
    contradictions: frozenset[frozenset[str]]
    corrections: frozenset[tuple[str, str]]

    def as_json(self) -> dict[str, Any]:
        """The record as plain values, sorted."""
        return {
            "statements": [asdict(self.statements[key]) for key in sorted(self.statements)],
            "reports": {
                number: [
                    {
                        "statement": one.said.id,
                        "source": one.source,
                        "told": asdict(one.told) if one.told else None,
                        "changed": one.changed,
                    }
                    for one in carried
                ]
                for number, carried in self.carried.items()
            },
            "copies": self.copies,
            "drifts": sorted(self.drifts),
            "contradictions": sorted(sorted(pair) for pair in self.contradictions),
            "corrections": sorted(self.corrections),
        }


def recorded(items: Iterable[Item]) -> Record:
    """The record of reports, in their order. What was never printed is no part of it."""
    carried: dict[int, tuple[Carried, ...]] = {}
    wires: dict[str, list[int]] = {}
    for number, item in enumerate(items, 1):
        carried[number] = item.carried
        if item.wire:
            wires.setdefault(item.wire, []).append(number)
    statements = {one.said.id: one.said for each in carried.values() for one in each}
    return Record(
        statements,
        carried,
        tuple(tuple(group) for group in wires.values() if len(group) > 1),
        frozenset((n, one.said.id) for n, each in carried.items() for one in each if one.changed),
        frozenset(
            frozenset((said.id, other))
            for said in statements.values()
            for other in said.against
            if other in statements
        ),
        frozenset(
            (said.corrects, said.id)
            for said in statements.values()
            if said.corrects is not None and said.corrects in statements
        ),
    )
