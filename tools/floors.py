"""Hold the reader to the floors of ``tests/floors.toml`` on reports outside the repository.

    python tools/floors.py ../shared/gold

Runs the folder's own ``score.py`` over the installed ``groundcheck read`` and compares what it
prints with the section ``[gold]``. Exits with 1 where a report fails or a figure is below its
floor, with 2 where the folder has no ``score.py``.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

FLOORS = Path(__file__).parent.parent / "tests" / "floors.toml"


def main() -> int:
    """Print every figure beside its floor."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("gold", type=Path, help="a folder with score.py and annotated reports")
    folder = parser.parse_args().gold
    scorer = folder / "score.py"
    if not scorer.exists():
        print(f"floors: {scorer}: not there", file=sys.stderr)
        return 2
    groundcheck = shlex.quote(str(Path(sys.executable).with_name("groundcheck")))
    reader = f"{groundcheck} read {{file}} --format json"
    done = subprocess.run(
        [sys.executable, str(scorer), str(folder), "--json", "--reader", reader],
        capture_output=True,
        text=True,
        check=False,
    )
    if not done.stdout.strip():
        print(f"floors: {scorer}: {done.stderr.strip()}", file=sys.stderr)
        return 2
    return compare(json.loads(done.stdout))


def compare(figures: dict[str, dict[str, float]]) -> int:
    """1 where a figure is below its floor or a report failed, else 0."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["gold"]
    failed = int(figures.pop("failed"))  # type: ignore[call-overload]
    below = 0
    for name, figure in figures.items():
        floor = floors.get(name, 0.0)
        below += figure["f1"] < floor
        mark = "below" if figure["f1"] < floor else "ok"
        print(f"{name:<11} F1 {figure['f1']:.3f}  floor {floor:.3f}  {mark}")
    print(f"reports failed: {failed}")
    return 1 if below or failed else 0


if __name__ == "__main__":
    sys.exit(main())
