"""How many reports are read in a second, from text to JSON, and what each stage takes.

    python benchmarks/reading.py [--reports 200] [--processes 2]

The reports are made of our own annotated ones (``tests/cases``), put together to some 600
words each. A pool of processes reads them after a warm-up, once with the trained tagger and once
by the rules alone, which the speed is set beside; each figure is the median of five runs. Then
one process tells the share of each stage, and how much memory it took at most.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeVar

from groundcheck.model import Outcome, Report, report_id
from groundcheck.publish.json import render
from groundcheck.readers import Reader, RuleReader, TaggedReader, read_report
from groundcheck.readers.claims import find_claims
from groundcheck.readers.confidence import with_confidence
from groundcheck.readers.document import Document, annotate
from groundcheck.readers.tagged import with_tagged
from groundcheck.readers.voices import Framed

T = TypeVar("T")
READERS: dict[bool, Reader] = {True: TaggedReader(), False: RuleReader()}

CASES = Path(__file__).parent.parent / "tests" / "cases"
WORDS = 600
RUNS = 5


def reports(count: int) -> list[str]:
    """Texts of some 600 words, each another sequence of our own reports."""
    texts = [f.read_text(encoding="utf-8") for f in sorted(CASES.rglob("*.txt"))]
    return [_joined(texts, number) for number in range(count)]


def _joined(texts: list[str], number: int) -> str:
    bodies: list[str] = []
    words = 0
    while words < WORDS:
        body = texts[(number + len(bodies) * 7) % len(texts)].split("\n", 1)[1].strip()
        left = " ".join(body.split(" ")[: WORDS - words])
        bodies.append(left)
        words += len(left.split())
    return texts[number % len(texts)].split("\n", 1)[0] + "\n" + "\n\n".join(bodies)


def read(text: str, tagged: bool) -> int:
    """One report from text to JSON; gives the length of the JSON."""
    return len(render(read_report(_report(text), READERS[tagged]), False))


def _report(text: str) -> Report:
    return Report(report_id(text), text, date.fromisoformat(text.split(maxsplit=2)[1]))


def rate(pool: ProcessPoolExecutor, texts: list[str], tagged: bool) -> float:
    """Reports a second, the median of some runs."""
    work = partial(read, tagged=tagged)
    list(pool.map(work, texts[:40], chunksize=5))
    rates = []
    for _ in range(RUNS):
        began = time.perf_counter()
        list(pool.map(work, texts, chunksize=5))
        rates.append(len(texts) / (time.perf_counter() - began))
    return median(rates)


def shares(texts: list[str]) -> dict[str, float]:
    """Seconds of one process for each stage over all texts."""
    spent = dict.fromkeys(("what stands where", "the tagger", "claims", "confidence", "JSON"), 0.0)

    def timed(stage: str, work: Callable[[], T]) -> T:
        began = time.perf_counter()
        result = work()
        spent[stage] += time.perf_counter() - began
        return result

    def more(doc: Document, frames: Sequence[Framed]) -> Sequence[Framed]:
        return timed("the tagger", lambda: with_tagged(doc, frames))

    for text in texts:
        report = _report(text)
        doc = timed("what stands where", partial(annotate, report))
        claims = timed("claims", partial(find_claims, doc, more))
        sure = timed("confidence", partial(with_confidence, doc, claims))
        timed("JSON", partial(render, Outcome(report, sure), False))
    spent["claims"] -= spent["the tagger"]
    return spent


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    texts = reports(options.reports)
    print(f"{len(texts)} reports of {median(len(t.split()) for t in texts):.0f} words")
    with ProcessPoolExecutor(options.processes) as pool:
        alone = rate(pool, texts, tagged=False)
        both = rate(pool, texts, tagged=True)
    print(f"{options.processes} processes, by the rules alone  {alone:6.1f} reports a second")
    print(
        f"{options.processes} processes, with the tagger     {both:6.1f} reports a second", end=""
    )
    print(f"  ratio {both / alone:.2f}")
    spent = shares(texts[:60])
    for stage, seconds in spent.items():
        print(f"  {stage:<20}{seconds / sum(spent.values()):6.1%}{1000 * seconds / 60:8.1f} ms")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"at most {most:.0f} MB in one process")
    return 0


if __name__ == "__main__":
    sys.exit(main())
