"""Write the published JSON Schemas to docs/schema, or with --check say whether they are current."""

from __future__ import annotations

import sys
from pathlib import Path

from groundcheck.publish.command_schema import COMMANDS, render

FOLDER = Path(__file__).parent.parent / "docs" / "schema"


def main() -> int:
    """Write each schema; with ``--check`` write nothing and return 1 where one is stale."""
    stale = []
    for command in COMMANDS:
        path = FOLDER / f"{command}.json"
        if path.exists() and path.read_text(encoding="utf-8") == render(command):
            continue
        stale.append(path.name)
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(render(command), encoding="utf-8")
    print(f"docs/schema: {', '.join(stale) or 'nothing'} {'stale' if stale else 'to do'}")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
