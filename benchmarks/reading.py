"""How many reports are read in a second, from text to JSON, and what each stage takes.

    python benchmarks/reading.py [--reports 200] [--processes 2]

The reports are made of our own annotated ones (``tests/cases``), put together to some 600
words each. A pool of processes reads them, each with one thread, after a warm-up; the figure is
the median of five runs. Then one process tells the share of each stage, and how much memory it
took at most. The alternative that the speed is set beside is the same pool with the rules alone.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median

from groundcheck.model import Report, report_id
from groundcheck.publish.json import to_json
from groundcheck.readers import read_report
from groundcheck.readers.attributing import attribution
from groundcheck.readers.rules import RuleReader

CASES = Path(__file__).parent.parent / "tests" / "cases"
WORDS = 600


def reports(count: int) -> list[str]:
    """Texts of some 600 words, each another sequence of our own reports."""
    texts = [f.read_text(encoding="utf-8") for f in sorted(CASES.glob("*.txt"))]
    made = []
    for number in range(count):
        day, words = texts[number % len(texts)].split("\n", 1)[0], 0
        parts: list[str] = []
        for step in range(len(texts)):
            body = texts[(number + step * 7) % len(texts)].split("\n", 1)[1]
            parts.append(body.strip())
            words += len(body.split())
            if words >= WORDS:
                break
        made.append(f"{day}\n" + "\n\n".join(parts))
    return made
