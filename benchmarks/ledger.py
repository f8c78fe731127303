"""A ledger of a million claims: how large it is, how fast it answers, many readers and one writer.

    python benchmarks/ledger.py FILE [--claims 1000000] [--seconds 20]

The claims are made, not read: 16 to a report, their sources, places and words as unevenly spread
as in the press (a few of each are in most of it). One in ten goes in by ``Writer.add`` like any
other, the rest are those again on other days, written straight into the tables. A FILE that is
there already is not made again. Then each question is asked of places, words and
sources by turns, and the median told; at last 50 processes ask while one writes.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, islice
from pathlib import Path
from statistics import median

from groundcheck.geo import gazetteer, regions
from groundcheck.ledger.store import Ledger, Query, marks
from groundcheck.ledger.store.connecting import connect, transaction
from groundcheck.ledger.store.opening import open_ledger
from groundcheck.ledger.store.packing import day
from groundcheck.model import (
    THE_REPORT,
    Appearance,
    Attribution,
    Claim,
    Evidence,
    Filed,
    Finding,
    Interval,
    Outcome,
    Place,
    Quantity,
    Report,
    Span,
    Step,
    When,
    claim_id,
    report_id,
)

EACH = 16
"""Claims in a report."""

TIMES = 10
"""How often what was added is written."""

BLOCK = 500
"""Reports added in one transaction."""

RUNS = 15
READERS = 50

FIRST_DAY, DAYS = date(2022, 2, 24), 1600
KINDS = ("control", "capture", "change", "event", "count", "share", "status", "opinion", "forecast")
VERDICTS = ("not covered", "depends", "agrees", "more than measured", "less than measured")
CHECKS = ("control", "geography", "arithmetic", "capture", "chronology")
COMMON = (
    "the forces of said that in on and to have taken control held advance near region town "
    "village troops army ministry per cent of area kilometres front line direction"
).split()


def often(draw: random.Random, count: int, steep: float = 1.0) -> int:
    """One of so many numbers, the first far oftener than the last."""
    return draw.choices(range(count), cum_weights=_weights(count, steep))[0]


@cache
def _weights(count: int, steep: float) -> list[float]:
    return list(accumulate(1 / (1 + at) ** steep for at in range(count)))


@cache
def places() -> tuple[tuple[str, str, str], ...]:
    """Regions and towns, those that are much in the news first."""
    named = [(id_, regions.place(id_)) for id_ in ("UA-14", "UA-23", "UA-09", "UA-65", "RU-KRS")]
    wide = [(id_, place.name, "region") for id_, place in named if place is not None]
    towns = (t for t in gazetteer.towns() if t.country == "UA" and t.region)
    order = sorted(islice(towns, 5000), key=lambda t: (t.region != "UA-14", -t.population))
    return (*wide, *((f"geonames:{t.id}", t.name, "town") for t in order[:2000]))


def words(draw: random.Random, count: int) -> str:
    """A text of so many words, half of them common ones."""
    found = [
        draw.choice(COMMON) if draw.random() < 0.5 else f"w{often(draw, 20_000)}"
        for _ in range(count)
    ]
    return " ".join(found)


def report(number: int) -> Filed:
    """One of the reports; every third is a copy of an earlier one under a line of its own."""
    draw = random.Random(number)
    body = random.Random(number - 1 if number % 3 == 1 else number)
    sentences = [f"{words(body, 20).capitalize()}." for _ in range(20)]
    text = f"Report {number} of an agency.\n{' '.join(sentences)}"
    id_ = report_id(text)
    day = FIRST_DAY + timedelta(days=draw.randrange(DAYS))
    outlet = f"Outlet {often(draw, 800)}"
    title = words(draw, 8).capitalize()
    claims = tuple(_claim(draw, id_, at, day) for at in range(EACH))
    findings = tuple(_finding(draw, each) for each in claims if draw.random() < 0.8)
    address = f"https://outlet.example/{number}"
    told = Report(id_, text, day, address, outlet, title, "en")
    where = Appearance(id_, address, day, address, outlet, title)
    return Filed(Outcome(told, claims, findings), where, "made", "1", "checks 1")


def _claim(draw: random.Random, report_: str, at: int, day: date) -> Claim:
    said = words(draw, 14)
    spans = (Span(at * 120, at * 120 + len(said)),)
    source = THE_REPORT if draw.random() < 0.3 else f"Source {often(draw, 3000)}"
    mode = "narrator" if source == THE_REPORT else "indirect"
    cue = Span(at * 120 + 90, at * 120 + 94)
    named = {often(draw, len(places())) for _ in range(draw.choice([0, 1, 1, 1, 2]))}
    when = When(None, "", f"{day}", day, day + timedelta(days=1))
    return Claim(
        claim_id(report_, spans, said),
        said,
        spans,
        KINDS[often(draw, len(KINDS), 0.7)],  # type: ignore[arg-type]
        Attribution(source, mode, cue, source, cue, "said"),  # type: ignore[arg-type]
        draw.choice(["Russian army", "Ukrainian army", None]),
        tuple(_place(spans[0], *places()[n]) for n in sorted(named)),
        (_percent(spans[0], draw.randrange(1, 100)),) if draw.random() < 0.4 else (),
        when if draw.random() < 0.5 else None,
        draw.choice(["stated", "stated", "stated", "hedged"]),
    )


def _place(span: Span, id_: str, name: str, kind: str) -> Place:
    return Place(span, name, id_, name, kind)  # type: ignore[arg-type]


def _percent(span: Span, value: int) -> Quantity:
    bounds = Interval(value - 0.5, value + 0.5)
    return Quantity(span, f"{value}%", float(value), "percent", "exact", "", bounds, bounds)


def _finding(draw: random.Random, claim: Claim) -> Finding:
    gap = round(draw.random() * 20, 3) if draw.random() < 0.4 else None
    low = round(draw.random() * 90, 2)
    steps = tuple(
        Step("measure", (f"{day}", f"{draw.randrange(30_000)} km²"), f"{low}%", "a map")
        for day in range(6)
    )
    return Finding(
        claim.id,
        CHECKS[often(draw, len(CHECKS))],
        VERDICTS[often(draw, len(VERDICTS), 0.8)],  # type: ignore[arg-type]
        f"The map shows {low} to {low + 1}% of it held.",
        stated=Interval(low, low + 2),
        found=Interval(low + 1, low + 3),
        unit="percent",
        gap=gap,
        working=steps,
        evidence=(Evidence("A maker of maps", f"{low}% held", "2025-02-20"),),
    )


def fill(path: Path, claims: int) -> None:
    """Write the claims, a part of them by ``Writer.add``, and tell how long that took."""
    began, last = time.perf_counter(), -(-claims // EACH // TIMES)
    ledger = open_ledger(path)
    with multiprocessing.Pool(1) as pool:
        made = pool.imap(report, range(last), chunksize=100)
        for start in range(0, last, BLOCK):
            with ledger.writing() as writer:
                for filed in islice(made, min(BLOCK, last - start)):
                    writer.add(filed)
            print(f"  {(start + BLOCK) * EACH:,} claims, {time.perf_counter() - began:.0f} s")
    ledger.close()
    added = time.perf_counter() - began
    multiply(path)
    print(
        f"added in {added:.0f} s, written directly in {time.perf_counter() - began - added:.0f} s"
    )


DIRECTLY = """
INSERT INTO report SELECT id + :k * :report, 'x' || :k || substr(sha, 3), text,
  'x' || :k || substr(grp, 3), first + :k * :appearance, current + :k * :reading
  FROM report WHERE id <= :report;
INSERT INTO appearance SELECT a.id + :k * :appearance, a.report + :k * :report,
  published + :days, outlet, json_set(content, '$.report', r.sha, '$.published',
  date(published + :days + 1721424.5)), 'x' || :k || substr(hash, 3)
  FROM appearance a JOIN report r ON r.id = a.report + :k * :report WHERE a.id <= :appearance;
INSERT INTO reading SELECT id + :k * :reading, report + :k * :report, reader, version,
  first_claim + :k * :claim, claims, head, head_hash, 'x' || :k || substr(hash, 3)
  FROM reading WHERE id <= :reading;
INSERT INTO claim SELECT id + :k * :claim, reading + :k * :reading,
  'x' || :k || substr(name, 3), content FROM claim WHERE id <= :claim;
INSERT INTO checking SELECT id + :k * :checking, reading + :k * :reading, checked_by, content,
  'x' || :k || substr(hash, 3) FROM checking WHERE id <= :checking;
INSERT INTO statement SELECT id + :k * :claim, report + :k * :report, said + :days,
  since + :days * (since > 0), until + :days * (until > 0), kind, certainty, source, origin,
  actor, measure, key FROM statement WHERE id <= :claim;
INSERT INTO finding SELECT id + :k * :claim, position, source, kind, year_of(s.said), checked,
  verdict, unit, gap FROM finding JOIN (SELECT id AS i, said + :days AS said FROM statement) s
  ON s.i = id WHERE id <= :claim;
INSERT INTO words (rowid, claim, title, source, marks) SELECT w.rowid + :k * :claim, w.claim,
  w.title, w.source, moved(w.marks, s.said + :days) FROM words w JOIN statement s
  ON s.id = w.rowid WHERE w.rowid <= :claim;
INSERT INTO statement_place SELECT place, said + :days, id + :k * :claim, named
  FROM statement_place WHERE id <= :claim;
INSERT OR IGNORE INTO band SELECT hash + :k * 7919, report + :k * :report FROM band
  WHERE report <= :report;
"""
"""All that belongs to a report once more under other ids and on other days."""


def multiply(path: Path) -> None:
    """Write what is there ``TIMES`` times in all, straight into the tables."""

    def moved(marked: str, said: int) -> str:
        kept = [mark for mark in marked.split() if mark[0] in "kp"]
        days = [marks.UNDATED] if not said else marks.of_statement(0, (), day(said)).split()[1:]
        return " ".join([kept[0], *days, *kept[1:]])

    with closing(connect(str(path), write=True)) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        db.create_function("moved", 2, moved)
        db.create_function("year_of", 1, lambda said: date.fromordinal(said).year)
        last = {
            table: db.execute(f"SELECT max(id) FROM {table}").fetchone()[0]  # noqa: S608
            for table in ("report", "appearance", "reading", "claim", "checking")
        }
        for k in range(1, TIMES):
            with transaction(db):
                for statement in DIRECTLY.split(";")[:-1]:
                    db.execute(statement, {**last, "k": k, "days": k * 37 % 211})


def history(ledger: Ledger, place: str) -> int:
    """What a page about a place needs: the newest statements, and how many there were when."""
    newest = list(ledger.statements(Query(place=place, limit=200)))
    return len(newest) + len(ledger.months(Query(place=place)))


def found(ledger: Ledger, query: Query) -> int:
    """The first fifty that a search gives."""
    return len(list(ledger.statements(query)))


def questions() -> dict[str, list[Callable[[Ledger], int]]]:
    """Each question of the page about benchmarks, of several places, words and sources."""
    wide = ["UA-14", "UA-23", "UA-09", "UA-65", "RU-KRS", "name:Donbas", "UA"]
    year = {"since": date(2024, 3, 10), "until": date(2025, 3, 9), "limit": 50}
    searches = [
        Query(words=said, kind=kind, place=place, **year)  # type: ignore[arg-type]
        for said in ("control", "control w0", "w3 w17", '"the forces"', "adv* w250", "w19000")
        for kind, place in (("control", "UA-14"), ("capture", "UA"), ("forecast", "UA-65"))
    ]
    bare = [Query(words=said, limit=50) for said in ("control", "w0 w1", "w5000", "town w40 w41")]
    return {
        "history of a region": [lambda v, p=p: history(v, p) for p in wide],  # type: ignore[misc]
        "full text, with filters": [lambda v, q=q: found(v, q) for q in searches],  # type: ignore[misc]
        "full text alone": [lambda v, q=q: found(v, q) for q in bare],  # type: ignore[misc]
        "source, the most frequent": [lambda v: len(v.tally(Query(source="Source 0")))],
        "the report's own voice": [lambda v: len(v.tally(Query(source=THE_REPORT)))],
    }


def ask(ledger: Ledger) -> None:
    """Ask every question, and tell the median and the slowest of each."""
    for name, asked in questions().items():
        slow = {}
        for at, one in enumerate(asked):
            times = []
            for _ in range(max(3, RUNS // len(asked))):
                began = time.perf_counter()
                one(ledger)
                times.append(time.perf_counter() - began)
            slow[at] = median(times)
        order = sorted(slow.values())
        print(f"{name}: median {median(order) * 1000:.0f} ms, slowest {order[-1] * 1000:.0f} ms")


def reader(path: str, until: float, told: multiprocessing.Queue[int]) -> None:
    """Ask until the time is over; tells how many questions were answered."""
    ledger = open_ledger(path, read_only=True)
    draw, asked, done = random.Random(), questions(), 0
    while time.time() < until:
        draw.choice(draw.choice(list(asked.values())))(ledger)
        done += 1
    ledger.close()
    told.put(done)


def together(path: Path, seconds: float) -> None:
    """Fifty readers and a writer at once; tells what they did. Exits with 1 after an error."""
    told: multiprocessing.Queue[int] = multiprocessing.Queue()
    ledger, written, number = open_ledger(path), 0, time.time_ns()
    more = [report(number + at) for at in range(300)]
    until = time.time() + seconds
    readers = [
        multiprocessing.Process(target=reader, args=(str(path), until, told))
        for _ in range(READERS)
    ]
    for each in readers:
        each.start()
    while time.time() < until and written < len(more):
        with ledger.writing() as writer:
            writer.add(more[written])
        written += 1
    answered = sum(told.get() for _ in readers)
    for each in readers:
        each.join()
    failed = sum(each.exitcode != 0 for each in readers)
    print(f"{READERS} readers: {answered} questions answered, {failed} errors; {written} reports")
    if failed:
        sys.exit(1)


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the ledger where it is not there, then ask."""
    options = argparse.ArgumentParser(description="A ledger of a million claims.")
    options.add_argument("file", type=Path)
    options.add_argument("--claims", type=int, default=1_000_000)
    options.add_argument("--seconds", type=float, default=20)
    given = options.parse_args(arguments)
    if not given.file.exists():
        fill(given.file, given.claims)
    ledger = open_ledger(given.file)
    began = time.perf_counter()
    info = ledger.info()
    print(f"{info.reports:,} reports, {info.claims:,} claims, {info.findings:,} findings")
    print(f"{info.size:,} bytes, {info.size / info.claims:.0f} a claim")
    print(f"info: {time.perf_counter() - began:.1f} s")
    ask(ledger)
    ledger.close()
    together(given.file, given.seconds)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"memory of the writer: {peak} MB at most")


if __name__ == "__main__":
    main()
