"""Is reading linear? One, ten and a hundred copies of a text through every primitive.

Prints the time for one copy and its ratio to the time when one copy is read alone, both
measured in the same run, and exits with 1 where a ratio passes the limit.

    python benchmarks/linear.py examples/front-report.txt
"""

from __future__ import annotations

import argparse
import gc
import importlib
import sys
import time
from collections.abc import Callable
from pathlib import Path

COPIES = (1, 10, 100)
# Below this many seconds in all a ratio shows memory being filled, not a growing method.
JUDGED = 0.05
MARKS = "".join(f"{mark}word {n} of it. " for n in range(1250) for mark in "\"“„«‹‘'”")
SAMPLE = (
    "Col. Jane Roe of the Hill Army (HA) said on Monday: “We hold 40% of the Lake region.” "
    "The council put it at about 300 sq. km (116 square miles), up from 250 in March.\n\n"
    '"They left," she told the Herald. It was not the soldiers\' own figure, she added.\n\n'
) * 6
PRIMITIVES = (
    "text.paragraphs:paragraphs",
    "text.sentences:sentences",
    "text.quotations:quotations",
    "text.names:find_names",
    "text.language:looks_english",
    "text.numbers:find_numbers",
    "text.quantities:find_quantities",
)
Reader = Callable[[str], object]


def main() -> int:
    """Measure, print the table, and say by the exit code whether all of it is linear."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("text", nargs="?", type=Path, help="a report; without it a made-up one")
    parser.add_argument("--limit", type=float, default=2.0, help="highest ratio allowed (2)")
    options = parser.parse_args()
    report = options.text.read_text(encoding="utf-8") if options.text else SAMPLE
    worst = 0.0
    print(f"{'':24}{'text':>8}" + "".join(f"{f'x{n}, ms/copy':>15}" for n in COPIES) + "   ratio")
    for name, reader in readers():
        for kind, text in (("report", report), ("marks", MARKS)):
            copies = COPIES if kind == "report" else COPIES[:2]
            times = [per_copy(reader, text, n) for n in copies]
            ratio = times[-1] / times[0]
            judged = times[-1] * copies[-1] >= JUDGED
            worst = max(worst, ratio if judged else 0.0)
            cells = "".join(f"{1000 * one:15.3f}" for one in times)
            print(f"{name:24}{kind:>8}{cells:<45}{ratio:8.2f}", flush=True)
    print(f"highest ratio {worst:.2f}, limit {options.limit:.2f}")
    return int(worst > options.limit)


def readers() -> list[tuple[str, Reader]]:
    """The functions that exist in this version, by name."""
    found: list[tuple[str, Reader]] = []
    for entry in PRIMITIVES:
        module, function = entry.split(":")
        try:
            reader = getattr(importlib.import_module(f"groundcheck.{module}"), function)
        except (ImportError, AttributeError):
            print(f"{function}: not there, left out", file=sys.stderr)
        else:
            found.append((function, reader))
    read = getattr(importlib.import_module("groundcheck"), "read", None)
    try:
        if read is not None:
            read("")
            found.append(("groundcheck.read", read))
    except ImportError:
        print("groundcheck.read: not there, left out", file=sys.stderr)
    return found


def per_copy(reader: Reader, text: str, copies: int) -> float:
    """Seconds for one of ``copies``, the best of several runs, the collector switched off."""
    whole = "\n\n".join([text] * copies)
    runs = min(20, max(2, 200_000 // len(whole)))
    best = float("inf")
    if copies == 1:
        reader(whole)
    for _ in range(runs):
        gc.collect()
        gc.disable()
        began = time.perf_counter()
        reader(whole)
        best = min(best, time.perf_counter() - began)
        gc.enable()
    return best / copies


if __name__ == "__main__":
    sys.exit(main())
