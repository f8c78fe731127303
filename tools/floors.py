"""Hold the figures of an evaluation to the floors of ``tests/floors.toml``.

    groundcheck evaluate gold ../shared/gold --format json | python tools/floors.py gold

Reads from stdin what ``groundcheck evaluate … --format json`` prints, and prints each F1 beside
its floor in the section that is named. Exits with 1 where one is below, with 2 where stdin has no
figures or the section has a floor for what was not measured.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).parent.parent / "tests" / "floors.toml"


def main() -> int:
    """Print every figure beside its floor."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("section", help="the section of the floors, such as gold")
    section = parser.parse_args().section
    floors = dict(named(tomllib.loads(FLOORS.read_text(encoding="utf-8")).get(section, {})))
    try:
        figures = {name: row["f1"] for name, row in json.load(sys.stdin)["rows"].items()}
    except (ValueError, KeyError, TypeError):
        print("floors: stdin is not what groundcheck evaluate --format json prints")
        return 2
    missing = floors.keys() - figures.keys()
    if missing or not floors:
        print(f"floors: not measured in [{section}]: {', '.join(sorted(missing)) or 'anything'}")
        return 2
    for name, f1 in figures.items():
        mark = "below" if f1 < floors.get(name, 0) else "ok"
        print(f"{name:<17} F1 {f1:.3f}  floor {floors.get(name, 0):.3f}  {mark}")
    return int(any(figures[name] < floor for name, floor in floors.items()))


def named(floors: dict[str, Any], before: str = "") -> Iterator[tuple[str, float]]:
    """Each floor by the name of its row: that of a table, a full stop, that of the floor."""
    for name, value in floors.items():
        if isinstance(value, dict):
            yield from named(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", float(value)


if __name__ == "__main__":
    sys.exit(main())
