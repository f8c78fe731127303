"""The server under readers: a thousand at once, fifty requests a second, its memory for a while.

    python benchmarks/serving.py FILE [--claims 100000] [--minutes 10] [--core 0]

FILE is a ledger as ``benchmarks/ledger.py`` makes it, made where it is not there. One process
serves; the load comes from this one. Addresses are drawn from all kinds of the API, words, places,
claims and reports as unevenly as in use: a few are asked for often, and most of them once. Ends
with 1 after an error.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import httpx

from groundcheck.ledger.store import Query
from groundcheck.ledger.store.opening import open_ledger
from ledger import fill, often

READERS = 1000
RATE = 50
"""Requests a second."""
KINDS = ("control", "capture", "change", "event", "count", "share")


class Addresses:
    """Draws addresses of the API: searches most of all, then claims, reports, lists."""

    def __init__(self, path: Path) -> None:
        ledger = open_ledger(path, read_only=True)
        some = list(ledger.statements(Query(limit=5000)))
        self._claims = [one.claim.id for one in some]
        self._reports = sorted({one.report for one in some})
        self._places = [id_ for id_, _, _ in ledger.places(Query(limit=50))]
        self._sources = [name for name, _ in ledger.sources(Query(limit=200))]
        ledger.close()
        self._draw = random.Random(7)
        self._met: set[str] = set()
        self.asked = self.known = 0
        """How many addresses were drawn, and how many of them not for the first time."""

    def next(self) -> tuple[str, str]:
        """A kind of question and its address."""
        draw = self._draw
        year, word = draw.randrange(2022, 2027), f"w{often(draw, 2000)}"
        place = self._places[often(draw, len(self._places))]
        month = f"2025-{draw.randrange(1, 13):02}"
        kinds: dict[str, tuple[int, str]] = {
            "words": (25, f"search?words={word}&since={year}-01-01"),
            "place and kind": (15, f"search?place={place}&kind={draw.choice(KINDS)}"),
            "claims of a place": (10, f"claims?place={place}&since={year}-01-01&limit=20"),
            "a claim": (15, f"claims/{self._claims[often(draw, len(self._claims))]}"),
            "a report": (15, f"reports/{self._reports[often(draw, len(self._reports))]}"),
            "findings": (5, f"findings?verdict=agrees&since={year}-01-01&limit=20"),
            "a source": (3, f"sources/{self._sources[often(draw, len(self._sources))]}"),
            "measurements": (7, f"measurements?place=Donetsk&on={month}-15"),
            "history": (3, f"history/{place}?since={month}-01&until={month}-28"),
            "sources": (2, f"sources?since={year}-01-01"),
        }
        weights = [weight for weight, _ in kinds.values()]
        (kind,) = draw.choices(list(kinds), weights)
        address = f"/api/v1/{kinds[kind][1]}"
        self.asked += 1
        self.known += address in self._met
        self._met.add(address)
        return kind, address


class Load:
    """Asks, and keeps what came of it."""

    def __init__(self, client: httpx.AsyncClient, addresses: Addresses) -> None:
        self.seconds: dict[str, list[float]] = {}
        self.statuses: Counter[str] = Counter()
        self._client = client
        self._addresses = addresses

    async def ask(self) -> None:
        """One request."""
        kind, address = self._addresses.next()
        began = time.perf_counter()
        try:
            answer = await self._client.get(address)
        except httpx.HTTPError as error:
            self.statuses[type(error).__name__] += 1
            return
        self.statuses[str(answer.status_code)] += 1
        self.seconds.setdefault(kind, []).append(time.perf_counter() - began)

    def told(self, what: str) -> bool:
        """Print what came of it; whether all was well."""
        every = sorted(one for some in self.seconds.values() for one in some)
        counts = ", ".join(f"{count} × {status}" for status, count in sorted(self.statuses.items()))
        at = every[int(len(every) * 0.95)] * 1000 if every else 0
        print(f"{what}: {counts}; median {median(every) * 1000:.0f} ms, 95% {at:.0f} ms")
        for kind, some in sorted(self.seconds.items()):
            print(f"  {kind}: {len(some)}, median {median(some) * 1000:.0f} ms")
        return set(self.statuses) <= {"200"}


async def at_once(load: Load) -> None:
    """All readers ask at the same moment."""
    await asyncio.gather(*(load.ask() for _ in range(READERS)))


async def steadily(load: Load, seconds: float) -> None:
    """So many requests a second, each when its time has come, whether or not others are done."""
    began, asked = time.perf_counter(), []
    for number in range(int(RATE * seconds)):
        await asyncio.sleep(max(0.0, began + number / RATE - time.perf_counter()))
        asked.append(asyncio.create_task(load.ask()))
    await asyncio.gather(*asked)


def memory(process: int) -> float:
    """The megabytes that a process holds."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0


def cpu(process: int) -> float:
    """The seconds of the processor that a process has used, which no other load changes much."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def served(path: Path, core: str | None) -> Iterator[tuple[int, str]]:
    """The server as a process of its own: its number and its address."""
    program = [
        *(["taskset", "-c", core] if core else []),
        *(sys.executable, "-c", "from groundcheck.cli.app import main; main()", "serve"),
        *("--ledger", str(path), "--port", "0", "--per-minute", "0", "--seconds", "60"),
    ]
    with (path.parent / "serving.log").open("w") as log:
        process = subprocess.Popen(program, stderr=log)
        try:
            yield process.pid, _address(path.parent / "serving.log")
        finally:
            process.terminate()
            process.wait()


def _address(log: Path) -> str:
    while True:
        found = re.search(r"(http://\S+)/ ", log.read_text(encoding="utf-8"))
        if found:
            return found[1]
        time.sleep(0.1)


async def run(path: Path, minutes: float, core: str | None) -> bool:
    """All of it; whether there was no error."""
    addresses, well = Addresses(path), True
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=50)
    with served(path, core) as (process, address):
        async with httpx.AsyncClient(base_url=address, limits=limits, timeout=120) as client:

            async def part(what: str, work: Callable[[Load], Awaitable[None]]) -> None:
                nonlocal well
                load, began = Load(client, addresses), time.perf_counter()
                used = cpu(process)
                await work(load)
                used = (cpu(process) - used) * 1000 / load.statuses.total()
                well &= load.told(f"{what}, {time.perf_counter() - began:.0f} s")
                held = f"memory of the server: {memory(process):.0f} MB"
                print(f"  {held}; processor: {used:.1f} ms a request", flush=True)

            await part("beginning", lambda load: steadily(load, 5))
            await part(f"{READERS} at once", at_once)
            seconds = 60 * min(1.0, minutes)
            for minute in range(1, int(max(1, minutes)) + 1):
                await part(f"{RATE} a second, {minute}", lambda load: steadily(load, seconds))
            await part(f"{READERS} at once again", at_once)
    share = addresses.known / addresses.asked
    print(f"{addresses.asked:,} addresses, {share:.0%} of them drawn before")
    return well


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the ledger where it is not there, then ask."""
    options = argparse.ArgumentParser(description="The server under readers.")
    options.add_argument("file", type=Path)
    options.add_argument("--claims", type=int, default=100_000)
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--core", help="the core that the server is bound to; else any")
    given = options.parse_args(arguments)
    if not given.file.exists():
        fill(given.file, given.claims)
    if not asyncio.run(run(given.file, given.minutes, given.core)):
        sys.exit(1)


if __name__ == "__main__":
    main()
