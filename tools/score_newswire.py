"""Score what a ledger finds in invented news against the record of what was put into it.

python tools/score_newswire.py --count 5000 --seed 1

Prints a table, and exits with 1 where a precision or a recall lies below 0.95. With ``--show N``,
up to N of what was wrongly found, and of what was missed, are told of each sort.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from invented import Length, generate, recorded
from invented.scoring import Score, Scorer
from newswire import line

from groundcheck.ledger.added import Done
from groundcheck.ledger.adding import Options, add
from groundcheck.ledger.store.opening import open_ledger

FLOOR = 0.95


def main() -> None:
    """Generate, add, score."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", type=int, nargs=2, default=(60, 150))
    parser.add_argument("--show", type=int, default=0)
    asked = parser.parse_args()
    items = list(generate(asked.count, asked.seed, Length(*asked.words)))
    record = recorded(items)
    with tempfile.TemporaryDirectory() as folder:
        news = Path(folder) / "news.jsonl"
        news.write_text("".join(line(item) + "\n" for item in items), encoding="utf-8")
        start = time.perf_counter()
        ledger = open_ledger(Path(folder) / "news.ledger")
        done: list[Done] = []
        add(ledger, [str(news)], options=Options(checks=False), progress=done.append)
        added = time.perf_counter()
        scorer = Scorer(ledger, [one.report or "" for one in done], items, record)
        scores = {
            "contradictions": scorer.contradictions(),
            "copies": scorer.copies(),
            "drifts": scorer.drifts(),
            "self-corrections": scorer.corrections(),
        }
        ledger.close()
    print(f"{len(items):,} reports, {len(record.statements):,} statements; read right: "
          f"{1 - scorer.misread():.3f}; added in {added - start:.0f} s, compared in "
          f"{time.perf_counter() - added:.0f} s")  # fmt: skip
    print("\n| | planted | found | precision | recall |\n|---|---|---|---|---|")
    for name, score in scores.items():
        print(f"| {name} | {len(score.known):,} | {len(score.found):,} "
              f"| {score.precision:.3f} | {score.recall:.3f} |")  # fmt: skip
    for name, score in scores.items():
        _show(name, score, asked.show)
    low = [one for one in scores.values() if min(one.precision, one.recall) < FLOOR]
    sys.exit(1 if low else 0)


def _show(name: str, score: Score, most: int) -> None:
    for what, some in (("wrong", score.found - score.known), ("missed", score.known - score.found)):
        for one in sorted(map(repr, some))[:most]:
            print(f"{name}: {what}: {one}")


if __name__ == "__main__":
    main()
