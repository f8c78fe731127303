"""What a ledger finds in invented news, held against the record of what was put into it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from groundcheck.ledger.comparing import contradictions, corrections, drifts
from groundcheck.ledger.store import View
from invented.model import Item
from invented.reading import matched, wrong
from invented.record import Record


@dataclass(frozen=True, slots=True)
class Score:
    """What was found beside what is known. Both are sets of the same sort of thing."""

    found: frozenset[Hashable]
    known: frozenset[Hashable]

    @property
    def precision(self) -> float:
        """The part of what was found that is known."""
        return len(self.found & self.known) / len(self.found) if self.found else 1.0

    @property
    def recall(self) -> float:
        """The part of what is known that was found."""
        return len(self.found & self.known) / len(self.known) if self.known else 1.0


class Scorer:
    """Tells which known statement each claim on record is, and scores what was found."""

    def __init__(
        self, view: View, reports: Sequence[str], items: Sequence[Item], record: Record
    ) -> None:
        """Take the ids that the items have on record, in their order."""
        self._view = view
        self._record = record
        self._reports = reports
        self.read: list[tuple[str, tuple[str, ...]]] = []
        """Each known statement of each report, with the slots that were misread."""
        self._said: dict[str, str] = {}
        for report, item in dict(zip(reports, items, strict=True)).items():
            claims = view.outcome(report).claims
            pairs = matched(item.carried, claims)
            self._said |= {claim.id: one.said.id for one, claim in pairs}
            of = {id(one): wrong(one, claim) for one, claim in pairs}
            self.read += [(report, of.get(id(one), ("missed",))) for one in item.carried]

    def scores(self) -> dict[str, Score]:
        """All that is scored, by name."""
        return {
            "contradictions": self.contradictions(),
            "copies": self.copies(),
            "drifts": self.drifts(),
            "self-corrections": self.corrections(),
        }

    def contradictions(self) -> Score:
        """Pairs of statements."""
        pairs = (pair for group in contradictions(self._view) for pair in group.pairs)
        found = (frozenset(map(self._known_as, pair)) for pair in pairs)
        return Score(frozenset(found), frozenset(self._record.contradictions))

    def corrections(self) -> Score:
        """Pairs of statements, what was taken back first."""
        found = (
            tuple(self._known_as(said.inputs[0]) for said in finding.evidence)
            for finding in corrections(self._view)
        )
        return Score(frozenset(found), frozenset(self._record.corrections))

    def drifts(self) -> Score:
        """Reports with the statement that they altered."""
        report = {claim: self._view.statement(claim).report for claim in self._drifted()}
        found = ((report[claim], self._known_as(claim)) for claim in report)
        known = ((self._reports[number - 1], said) for number, said in self._record.drifts)
        return Score(frozenset(found), frozenset(known))

    def copies(self) -> Score:
        """Pairs of different texts."""
        groups = {self._view.copies(report) for report in set(self._reports)}
        known = ({self._reports[number - 1] for number in each} for each in self._record.copies)
        return Score(frozenset(_pairs(groups)), frozenset(_pairs(known)))

    def misread(self) -> float:
        """The part of the known statements that was misread in any slot but the kind."""
        bad = sum(bool(set(slots) - {"kind"}) for _, slots in self.read)
        return bad / len(self.read) if self.read else 0.0

    def _drifted(self) -> Iterator[str]:
        return (finding.claim for finding in drifts(self._view))

    def _known_as(self, claim: str) -> str:
        """The id of the statement, or of a claim that is none of those known."""
        return self._said.get(claim, f"claim {claim}")


def _pairs(groups: Iterable[Iterable[str]]) -> Iterator[frozenset[str]]:
    for group in groups:
        yield from map(frozenset, combinations(sorted(group), 2))
