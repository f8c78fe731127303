"""Imports that are killed at many points, each taken up again; run by ``test_importing.py``.

python killed_imports.py FOLDER POINTS: prints as JSON at how many points a process was killed,
where inside a transaction, and the points after which the store differs from one that nobody
disturbed, and whether three processes at once come to the same. It forks, so that importing the
libraries is paid once.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import conftest
from groundcheck.ledger.layer_store import LayerStore


def importing(path: Path, at: Callable[[str, bool], None]) -> None:
    """An import that calls ``at`` before each SQL statement and at each step that it tells."""
    with LayerStore(path) as store:
        # A process that is killed loses nothing that the system already has.
        store._db.execute("PRAGMA synchronous = OFF")
        store._db.set_trace_callback(lambda _: at("statement", store._db.in_transaction))
        conftest.add(store, conftest.files(), lambda _: at("step", store._db.in_transaction))
        store._db.set_trace_callback(None)


def counted(path: Path) -> dict[str, int]:
    """How many statements and steps an import has that nobody disturbs."""
    counts = {"statement": 0, "step": 0}

    def count(kind: str, _: bool) -> None:
        counts[kind] += 1

    importing(path, count)
    return counts


def killed(path: Path, kind: str, number: int) -> bool | None:
    """Kill an import at a point; whether it was in a transaction, ``None`` where it went on."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        left = number

        def strike(now: str, inside: bool) -> None:
            nonlocal left
            left -= now == kind
            if not left:
                os.write(writer, b"1" if inside else b"0")
                os.kill(os.getpid(), signal.SIGKILL)

        try:
            importing(path, strike)
        finally:
            os._exit(0)
    os.close(writer)
    _, status = os.waitpid(child, 0)
    word = os.read(reader, 1)
    os.close(reader)
    return word == b"1" if os.WIFSIGNALED(status) else None


def at_once(path: Path) -> int:
    """Import the same files in three processes at once; how many of them fail."""
    children = []
    for turn in range(3):
        child = os.fork()
        if child == 0:
            failed = 1
            try:
                with LayerStore(path) as store:
                    made = conftest.files()
                    conftest.add(store, made[turn:] + made[:turn])
                failed = 0
            finally:
                os._exit(failed)
        children.append(child)
    return sum(os.waitpid(child, 0)[1] != 0 for child in children)


def main() -> None:
    folder, points = Path(sys.argv[1]), int(sys.argv[2])
    counts = counted(folder / "whole.sqlite")
    whole = conftest.dump(folder / "whole.sqlite")
    where = [("statement", 1 + n * counts["statement"] // points) for n in range(points)]
    where += [("step", 1 + n * counts["step"] // 10) for n in range(10)]
    struck, different = [], []
    for kind, number in where:
        path = folder / f"{kind}{number}.sqlite"
        struck.append(killed(path, kind, number))
        importing(path, lambda kind, inside: None)
        if conftest.dump(path) != whole:
            different.append([kind, number])
    failed = at_once(folder / "together.sqlite")
    found = {
        "failed at once": failed,
        "same at once": conftest.dump(folder / "together.sqlite") == whole,
        "points": len(where),
        "killed": len([one for one in struck if one is not None]),
        "in a transaction": struck.count(True),
        "different": different,
        "files": len(whole["file"]),
        "years": len(whole["year"]),
        "staged": len(whole["staged"]),
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
