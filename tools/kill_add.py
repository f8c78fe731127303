"""Kill ``add`` at many points, take each run up again, and compare with one nobody disturbed.

    python tools/kill_add.py --points 100

Each point is chosen at random, from a seed: before a statement of SQL, after an item was told, or
from outside at about such a moment. After each kill the ledger must verify and hold all that was
told as done; after the run was taken up again it must hold the same as the undisturbed one. Last,
two processes add at once. Prints what was found as JSON; exits with 1 where anything differed.
It forks, so that the program is loaded once, and so runs where there is ``fork``.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from groundcheck.ledger import adding
from groundcheck.ledger.store.opening import open_ledger

At = Callable[[str, bool], None]
KINDS = ("statement", "item", "outside")
SPEAKERS = ("General Sergei Orlov", "Minister Pavlo Hrytsenko", "spokesman Andriy Bondar")
REGIONS = ("Donetsk", "Luhansk", "Kherson", "Zaporizhzhia")
OUTLETS = ("The Courier", "Morning Post", "Evening News")


def write_source(path: Path, count: int) -> None:
    """Small reports; every fifth stands in a second outlet, of every seventh there is a variant."""
    lines = []
    for number in range(count):
        chance = random.Random(number)
        text = (
            f"Troops control about {chance.randint(5, 95)}% of {chance.choice(REGIONS)} region, "
            f"{chance.choice(SPEAKERS)} said on Monday. He spoke of {chance.randint(100, 9999)} "
            f"square kilometres taken since the spring. It was his {number}th word on it."
        )
        texts = [text] * (1 + (number % 5 == 0))
        texts += [f"{text} Nobody confirmed it."] * (number % 7 == 0)
        lines += [
            {
                "text": each,
                "published": f"2025-02-{number % 28 + 1:02}",
                "publisher": OUTLETS[(number + at) % 3],
                "url": f"https://{at}.example/{number}",
            }
            for at, each in enumerate(texts)
        ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def add(ledger: Path, source: Path, workers: int, at: At) -> None:
    """Add the source; ``at`` is called before each statement of SQL and after each item."""
    connect: Any = sqlite3.connect
    opened: list[sqlite3.Connection] = []

    def told(kind: str) -> None:
        at(kind, any(_inside(db) for db in opened))

    def traced(*given: Any, **more: Any) -> sqlite3.Connection:
        db: sqlite3.Connection = connect(*given, **more)
        opened.append(db)
        db.set_trace_callback(lambda _: told("statement"))
        return db

    sqlite3.connect = traced  # type: ignore[assignment]
    store = open_ledger(ledger)
    try:
        options = adding.Options(workers=workers)
        adding.add(store, [str(source)], None, options, lambda _: told("item"))
    finally:
        store.close()
        sqlite3.connect = connect


def _inside(db: sqlite3.Connection) -> bool:
    try:
        return db.in_transaction
    except sqlite3.ProgrammingError:
        return False


@dataclass(frozen=True, slots=True)
class Struck:
    """How a run ended: killed or not, how many items it had told, whether it was writing then."""

    killed: bool
    items: int
    writing: bool


def strike(ledger: Path, source: Path, workers: int, point: tuple[str, int]) -> Struck:
    """Kill a run at a point: from inside before its nth step, or from outside at about then."""
    kind, number = point
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        steps = {"statement": 0, "item": 0}

        def at(now: str, inside: bool) -> None:
            os.write(writer, b"i" if now == "item" else b"W" if inside else b"r")
            steps[now] += 1
            if now == kind and steps[now] == number:
                os.kill(os.getpid(), signal.SIGKILL)

        _run(lambda: add(ledger, source, workers, at))
    os.close(writer)
    told = b""
    sent = False
    with os.fdopen(reader, "rb", buffering=0) as pipe:
        while some := pipe.read(4096):
            told += some
            if kind == "outside" and len(told) >= number and not sent:
                os.kill(child, signal.SIGKILL)
                sent = True
    _, status = os.waitpid(child, 0)
    return Struck(os.WIFSIGNALED(status), told.count(b"i"), told.endswith(b"W"))


def at_once(ledger: Path, sources: Sequence[Path]) -> int:
    """Add sources in processes at once; how many of them fail."""
    children = []
    for source in sources:
        child = os.fork()
        if child == 0:
            _run(lambda source=source: add(ledger, source, 1, lambda *_: None))  # type: ignore[misc]
        children.append(child)
    return sum(os.waitpid(child, 0)[1] != 0 for child in children)


def _run(what: Callable[[], None]) -> None:
    """Do it, and end the forked process without what the other one has still to do."""
    failed = 1
    try:
        what()
        failed = 0
    finally:
        os._exit(failed)


def state(ledger: Path) -> tuple[str, int, list[str]]:
    """The hash of what a ledger holds, its appearances, and all that is wrong with it."""
    store = open_ledger(ledger)
    try:
        info = store.info()
        wrong = [f"{one.what}: {one.problem}" for one in store.verify()]
        return info.content, info.appearances, wrong
    finally:
        store.close()


def main() -> int:
    """Strike at every point, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--points", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reports", type=int, default=90)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = struck_at(Path(folder), given.points, given.seed, given.reports)
    print(json.dumps(found, indent=1))
    bad = ("not verified", "lost", "different", "failed at once")
    return int(any(found[name] for name in bad) or not found["same at once"])


def struck_at(folder: Path, points: int, seed: int, reports: int) -> dict[str, Any]:
    """Strike at ``points`` points and add at once, all in ``folder``."""
    source = folder / "news.jsonl"
    write_source(source, reports)
    counts = {"statement": 0, "item": 0}

    def count(kind: str, _: bool) -> None:
        counts[kind] += 1

    whole = folder / "whole.sqlite"
    add(whole, source, 1, count)
    expected, _, wrong = state(whole)
    counts["outside"] = sum(counts.values())
    chance = random.Random(seed)
    found: dict[str, Any] = {
        "points": points, "items": counts["item"], "statements": counts["statement"],
        "killed": 0, "killed while writing": 0, "killed before the first item was told": 0,
        "not verified": wrong, "lost": [], "different": [],
    }  # fmt: skip
    for number in range(points):
        kind = KINDS[number % len(KINDS)]
        point = kind, chance.randint(1, counts[kind])
        workers = 1 + number // len(KINDS) % 2
        ledger = folder / f"{number}.sqlite"
        struck = strike(ledger, source, workers, point)
        found["killed"] += struck.killed
        found["killed while writing"] += struck.killed and struck.writing
        found["killed before the first item was told"] += struck.killed and not struck.items
        _, held, wrong = state(ledger)
        found["not verified"] += wrong
        if held < struck.items:
            found["lost"].append([*point, struck.items - held])
        strike(ledger, source, workers, ("never", 0))
        content, _, wrong = state(ledger)
        found["not verified"] += wrong
        if content != expected:
            found["different"].append(list(point))
        print(f"{number + 1}/{points}: {point} {struck}", file=sys.stderr)
    lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
    halves = [folder / "first" / "news.jsonl", folder / "second" / "news.jsonl"]
    # Each has blank lines for what the other has alone, so that items have the same names.
    third = len(lines) // 3
    for path, left_out in zip(halves, (range(2 * third, len(lines)), range(third)), strict=True):
        path.parent.mkdir()
        kept = ["\n" if at in left_out else line for at, line in enumerate(lines)]
        path.write_text("".join(kept), encoding="utf-8")
    together = folder / "together.sqlite"
    found["failed at once"] = at_once(together, halves)
    content, _, wrong = state(together)
    found["same at once"] = content == expected and not wrong
    return found


if __name__ == "__main__":
    sys.exit(main())
