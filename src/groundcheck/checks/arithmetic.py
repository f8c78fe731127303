"""The report's own figures against each other.

A reckoning is made only where the text itself ties the figures together; where it ties them
loosely, figures that do not fit give ``depends`` with what else may be meant, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from groundcheck.checks.evidence import EvidenceBase
from groundcheck.checks.figures import figures_of
from groundcheck.checks.part_whole import shares_of_a_whole
from groundcheck.checks.place_shares import implied_wholes, shares_of_places
from groundcheck.checks.rates import at_that_pace, per_day
from groundcheck.checks.shares_of_one import overfull, remainders
from groundcheck.checks.sums import named_and_counted, totals
from groundcheck.model import Claim, Finding, Report


def check(report: Report, claims: tuple[Claim, ...], evidence: EvidenceBase) -> Iterator[Finding]:
    """Parts and wholes, sums, rates: each figure that others of the report give anew."""
    figures = figures_of(report.text, claims)
    reckonings = chain(
        shares_of_a_whole(figures),
        shares_of_places(figures, evidence),
        totals(figures),
        remainders(figures),
        overfull(figures),
        named_and_counted(figures, claims),
        per_day(figures),
        at_that_pace(figures),
    )
    for reckoned in reckonings:
        yield reckoned.finding()
    yield from implied_wholes(figures, evidence)
