"""One way to say that a figure was worked out anew from others of the same report."""

from __future__ import annotations

from dataclasses import dataclass

from groundcheck.checks.figures import Figure, loose, rounded
from groundcheck.checks.verdicts import gap
from groundcheck.checks.wording import commits, interval
from groundcheck.model import Evidence, Finding, Interval, Step, Verdict


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What other figures make of ``figure``: ``found``, and ``widest`` taking all loosely.

    ``says`` is the reckoning in words ("26 of 45 is 57.8%"), ``doubt`` what else the words
    might mean: with a doubt, figures that do not fit give ``depends``, never ``disagrees``.
    """

    figure: Figure
    found: Interval
    widest: Interval
    says: str
    steps: tuple[Step, ...]
    doubt: str | None = None
    evidence: tuple[Evidence, ...] = ()

    def finding(self) -> Finding:
        """The finding on the claim of the figure."""
        quantity = self.figure.quantity
        stated = rounded(self.figure)
        unit = "km2" if self.figure.is_area else quantity.unit
        verdict, decided_by = self._verdict(stated)
        end = {
            "agrees": f"“{quantity.text}” agrees",
            "depends": f"the text has “{quantity.text}”; it depends on {decided_by}",
            "disagrees": f"the text has “{quantity.text}”, which disagrees",
        }[verdict]
        return Finding(
            claim=self.figure.claim.id,
            check="arithmetic",
            verdict=verdict,
            summary=f"{self.says}: {end}",
            stated=stated,
            found=self.found,
            unit=unit,
            gap=gap(stated, self.found) if verdict == "disagrees" else None,
            decided_by=decided_by,
            working=(
                Step("take the words", (quantity.text,), commits(quantity)),
                *self.steps,
                Step("compare", (interval(stated, unit), interval(self.found, unit)), verdict),
            ),
            evidence=self.evidence,
        )

    def _verdict(self, stated: Interval) -> tuple[Verdict, str | None]:
        if stated.overlaps(self.found):
            return "agrees", None
        if self.doubt is not None:
            return "depends", self.doubt
        if loose(self.figure).overlaps(self.widest):
            return "depends", "how far the figures were rounded"
        return "disagrees", None
