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
from collections.abc import Sequence
from pathlib import Path

from groundcheck.ledger.added import Done
from groundcheck.ledger.adding import Options, add
from groundcheck.ledger.store.opening import open_ledger
from groundcheck.ledger.store.sqlite import SqliteLedger
from invented import Item, Length, generate, recorded
from invented.scoring import Score, Scorer
from newswire import line

FLOOR = 0.95


def main() -> None:
    """Generate, add, score."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", type=int, nargs=2, default=(60, 150))
    parser.add_argument("--show", type=int, default=0)
    asked = parser.parse_args()
    items = list(generate(asked.count, asked.seed, Length(*asked.words)))
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        ledger, done = added(items, Path(folder))
        ready = time.perf_counter()
        record = recorded(items)
        scorer = Scorer(ledger, [one.report or "" for one in done], items, record)
        scores = scorer.scores()
        ledger.close()
    print(
        f"{len(items):,} reports, {len(record.statements):,} statements,"
        f" {1 - scorer.misread():.1%} read right; added in {ready - start:.0f} s,"
        f" compared in {time.perf_counter() - ready:.0f} s"
    )
    print("\n| | planted | found | precision | recall |\n|---|---|---|---|---|")
    for name, score in scores.items():
        print(f"| {name} | {len(score.known):,} | {len(score.found):,} "
              f"| {score.precision:.3f} | {score.recall:.3f} |")  # fmt: skip
    for name, score in scores.items():
        _show(name, score, asked.show)
    low = [one for one in scores.values() if min(one.precision, one.recall) < FLOOR]
    sys.exit(1 if low else 0)


def added(
    items: Sequence[Item], folder: Path, workers: int = 0
) -> tuple[SqliteLedger, tuple[Done, ...]]:
    """A ledger in the folder with all of the items, and what came of each, in their order.

    What is there already is added again. ``workers`` are as in ``Options``.
    """
    news = folder / "news.jsonl"
    news.write_text("".join(line(item) + "\n" for item in items), encoding="utf-8")
    ledger = open_ledger(folder / "news.ledger")
    done: list[Done] = []
    add(ledger, [str(news)], options=Options(False, workers=workers), progress=done.append)
    return ledger, tuple(done)


def _show(name: str, score: Score, most: int) -> None:
    for what, some in (("wrong", score.found - score.known), ("missed", score.known - score.found)):
        for one in sorted(map(repr, some))[:most]:
            print(f"{name}: {what}: {one}")


if __name__ == "__main__":
    main()
