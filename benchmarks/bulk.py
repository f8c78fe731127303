"""Bulk runs: what an engine costs beside a bare pool of processes, two workers beside one, memory.

    python benchmarks/bulk.py [--reports 2000] [--words 100 3000] [--runs 5] [--engines local,daft]

The reports are those of ``tools/newswire.py``. Every way of reading them is timed by turns with the
others, so that other work on the machine is shared fairly; beside it is told how long the same way
takes for a report in a sentence, which is its start, and is subtracted before ways are compared.
The pool reads the texts and writes nothing. Every run must come to the same rows.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from groundcheck.bulk import running
from groundcheck.bulk.running import Options, bulk
from groundcheck.ledger.intake import Given
from groundcheck.ledger.intake.sources import given
from groundcheck.ledger.reading import Reading, Text, text_of
from groundcheck.model import Filed

_NEWSWIRE = Path(__file__).parent.parent / "tools" / "newswire.py"
_PAGE = os.sysconf("SC_PAGE_SIZE")
_read: Callable[[Text], Filed]


@dataclass(frozen=True, slots=True)
class Watched:
    """Reads as ``Reading`` does, and notes the memory of its process after every report."""

    notes: Path

    def begin(self) -> Callable[[Text], Filed]:
        """Load what is needed once."""
        read = Reading(checks=False).begin()
        notes = (self.notes / str(os.getpid())).open("w")

        def watched(text: Text) -> Filed:
            filed = read(text)
            resident = int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE
            notes.write(f"{resident}\n")
            notes.flush()
            return filed

        return watched


def begin() -> None:
    """What each process of the bare pool loads."""
    global _read  # noqa: PLW0603
    _read = Reading(checks=False).begin()


def read_one(text: Any) -> Any:
    """What the bare pool does."""
    return len(_read(text).outcome.claims)


def pool(source: Path, workers: int) -> str:
    """Read every text once by a pool of processes; how many claims there are."""
    texts: dict[str, Text] = {}
    for one in given(str(source)):
        if isinstance(one, Given):
            text = text_of(one)
            texts.setdefault(text.report.id, text)
    with multiprocessing.get_context("spawn").Pool(workers, begin) as processes:
        found: Iterable[int] = processes.imap_unordered(read_one, texts.values(), chunksize=8)
        return str(sum(found))


def engine(name: Any, source: Path, workers: int) -> str:
    """The same by a bulk run; the hash of its rows."""
    with tempfile.TemporaryDirectory() as folder:
        options = Options(name, workers, checks=False)
        return bulk([str(source)], Path(folder) / "out", options).tally.rows


def alone(way: str, source: Path) -> None:
    """One way in a process of its own, since runners of engines do not go away."""
    name, _, workers = way.partition(" ")
    done = pool(source, int(workers)) if name == "pool" else engine(name, source, int(workers))
    print(done)


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds from the start to the end, seconds of processors, and what it came to."""

    wall: float
    processor: float
    came_to: str


def timed(way: str, source: Path) -> Took:
    """How long a way takes. Processes that Ray leaves behind are not counted in ``processor``."""
    begun, before = time.perf_counter(), _processor()
    command = [sys.executable, "-W", "ignore", __file__, "--way", way, "--source", str(source)]
    made = subprocess.run(command, check=True, capture_output=True, text=True)
    wall, processor = time.perf_counter() - begun, _processor() - before
    return Took(wall, processor, made.stdout.split()[-1])


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compared(source: Path, tiny: Path, ways: list[str], runs: int) -> None:
    """Time the ways by turns and print a table; what is compared is without the start."""
    starts: dict[str, list[Took]] = {way: [] for way in ways}
    whole: dict[str, list[Took]] = {way: [] for way in ways}
    for _ in range(runs):
        for way in ways:
            starts[way].append(timed(way, tiny))
            whole[way].append(timed(way, source))
    wall = {w: _middle(whole[w], "wall") - _middle(starts[w], "wall") for w in ways}
    cost = {w: _middle(whole[w], "processor") - _middle(starts[w], "processor") for w in ways}
    print("\n| way, workers | start | then | beside the pool | processors | beside the pool |")
    print("|---|---|---|---|---|---|")
    for way in ways:
        bare = f"pool {way.partition(' ')[2]}"
        print(
            f"| {way} | {_middle(starts[way], 'wall'):.1f} s | {wall[way]:.1f} s "
            f"| {wall[way] / wall[bare]:.2f} | {cost[way]:.1f} s | {cost[way] / cost[bare]:.2f} |"
        )
    print(f"\nscaling from one worker to two: {wall['local 1'] / wall['local 2'] / 2:.2f}"
          f" (the pool: {wall['pool 1'] / wall['pool 2'] / 2:.2f})")  # fmt: skip
    came_to = {took.came_to for w in ways if not w.startswith("pool") for took in whole[w]}
    print("all engines came to the same rows" if len(came_to) == 1 else f"DIFFERENT: {came_to}")
    if len(came_to) != 1:
        sys.exit(1)


def _middle(took: list[Took], what: str) -> float:
    found: float = median(getattr(one, what) for one in took)
    return found


def memory(source: Path) -> None:
    """The memory of each of two workers over all reports: after a tenth of them, at last, most."""
    with tempfile.TemporaryDirectory() as folder:
        notes = Path(folder) / "notes"
        notes.mkdir()
        setattr(running, "Reading", lambda *_: Watched(notes))  # noqa: B010
        bulk([str(source)], Path(folder) / "out", Options("local", 2, checks=False))
        print(
            "\n| worker, reports | after a tenth | half | at last | most |\n|---|---|---|---|---|"
        )
        for file in sorted(notes.iterdir()):
            held = [int(one) / 2**20 for one in file.read_text().split()]
            shown = (held[len(held) // 10], held[len(held) // 2], held[-1], max(held))
            print(f"| {len(held):,} | " + " | ".join(f"{one:.0f} MB" for one in shown) + " |")


def main() -> None:
    """Generate, time, watch."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--words", type=int, nargs=2, default=(100, 3000))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--engines", default="local")
    parser.add_argument("--memory", action="store_true", help="watch the memory alone")
    parser.add_argument("--way", help=argparse.SUPPRESS)
    parser.add_argument("--source", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.way:
        alone(asked.way, asked.source)
        return
    folder = Path(tempfile.mkdtemp())
    try:
        low, high = asked.words
        made = [_NEWSWIRE, "--count", asked.reports, "--words", low, high, "--out", folder]
        subprocess.run([sys.executable, *map(str, made)], check=True, stdout=subprocess.DEVNULL)
        source, tiny = folder / "news.jsonl", folder / "tiny.jsonl"
        tiny.write_text('{"text": "A sentence."}\n')
        print(f"{asked.reports:,} reports of {low} to {high} words, medians of {asked.runs}; "
              f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")  # fmt: skip
        if not asked.memory:
            further = [f"{name} 2" for name in asked.engines.split(",") if name != "local"]
            ways = ["pool 1", "pool 2", "local 1", "local 2", *further]
            compared(source, tiny, ways, asked.runs)
        memory(source)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
