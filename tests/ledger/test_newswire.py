"""What was planted in thousands of invented reports is what the ledger finds, and little else."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent.parent / "tools"))

from invented import Length, generate, recorded
from invented.scoring import Scorer
from score_newswire import FLOOR, added

COUNT = 5000


# One test, so that the reports are read once, whatever number of processes the tests run in.
def test_what_was_planted_is_found(tmp_path):
    items = list(generate(COUNT, 1, Length(60, 150)))
    ledger, done = added(items, tmp_path, workers=2)
    assert len(done) == COUNT
    assert {one.what for one in done} <= {"new", "appearance", "known"}

    scorer = Scorer(ledger, [one.report for one in done], items, recorded(items))
    scores = scorer.scores()
    assert all(len(score.known) > 100 for score in scores.values())
    below = {
        name: (score.precision, score.recall)
        for name, score in scores.items()
        if min(score.precision, score.recall) < FLOOR
    }
    assert below == {}
    assert scorer.misread() < 0.04

    content = ledger.info().content
    ledger.close()
    again, done = added(items, tmp_path, workers=2)
    assert Counter(one.what for one in done) == {"known": COUNT}
    assert again.info().content == content
    again.close()
