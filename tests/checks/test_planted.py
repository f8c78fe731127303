"""Mistakes that were planted in reports made for building and testing: found, and no others."""

import json
from pathlib import Path

import pytest

import groundcheck

GOLD = Path(__file__).parents[3] / "shared" / "gold"
ACCUSING = ("disagrees",)
# Of the reports with a planted mistake, and of those without one.
FOUND_AT_LEAST, ACCUSED_AT_MOST = 0.75, 0.1


@pytest.mark.skipif(not GOLD.is_dir(), reason="the shared reports are not beside the repository")
def test_planted_mistakes_are_found_and_nobody_else_is_accused():
    planted, clean = [], []
    for path in sorted(GOLD.glob("*.json")):
        outcome = groundcheck.check(path.with_suffix(".txt").read_text("utf-8"))
        accused = any(finding.verdict in ACCUSING for finding in outcome.findings)
        mistakes = json.loads(path.read_text("utf-8")).get("planted")
        (planted if mistakes else clean).append(accused)
    assert sum(planted) >= FOUND_AT_LEAST * len(planted)
    assert sum(clean) <= ACCUSED_AT_MOST * len(clean)
