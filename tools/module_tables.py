"""The tables of modules in docs/architecture.md, made from the modules' own first lines.

    python tools/module_tables.py [--check]

The words before each table are kept; a package without a chapter gets one, to be described by
hand.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "groundcheck"
PAGE = ROOT / "docs" / "architecture.md"
HEAD = "| module | |\n|---|---|\n"


def main() -> None:
    """Rewrite the page, or with ``--check`` exit with 1 where it is not as it would be written."""
    options = argparse.ArgumentParser(description="The tables of modules.")
    options.add_argument("--check", action="store_true")
    old = PAGE.read_text(encoding="utf-8")
    new = rewritten(old)
    if not options.parse_args().check:
        PAGE.write_text(new, encoding="utf-8")
    elif new != old:
        sys.exit("docs/architecture.md: run python tools/module_tables.py")


def rewritten(page: str) -> str:
    """The page with every table as the modules say it."""
    before, rest = page.split("\n## Modules\n", 1)
    chapters, _, after = rest.partition("\n## ")
    lead, *written = re.split(r"^### ", chapters, flags=re.MULTILINE)
    known = {chapter.split("\n", 1)[0]: chapter.split("\n", 1)[1] for chapter in written}
    names = [*known, *(name for name in sorted(_packages()) if name not in known)]
    made = "".join(
        f"### {name}\n{_words(known.get(name, ''), name)}{_table(name)}\n"
        for name in names
        if name in _packages()
    )
    return f"{before}\n## Modules\n{lead}{made.rstrip()}\n\n## {after}"


def _packages() -> set[str]:
    return {file.parent.name for file in SOURCE.rglob("__init__.py") if file.parent != SOURCE}


def _words(chapter: str, name: str) -> str:
    words = chapter.split("| module |", 1)[0]
    return words if words.strip() else f"\n{_first_line(_folder(name) / '__init__.py')}.\n\n"


def _folder(name: str) -> Path:
    return next(f.parent for f in SOURCE.rglob("__init__.py") if f.parent.name == name)


def _table(name: str) -> str:
    modules = sorted(f for f in _folder(name).glob("*.py") if f.stem != "__init__")
    return HEAD + "".join(f"| `{m.stem}` | {_first_line(m)} |\n" for m in modules)


def _first_line(module: Path) -> str:
    said = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    return (said.splitlines() or [""])[0].rstrip(".").replace("``", "`")


if __name__ == "__main__":
    main()
