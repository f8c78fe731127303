"""What reports of a bulk run say beside each other: copies, propositions, what was altered.

As a ledger of the same reports answers, without one: statements of one proposition meet in one
bucket, and there each is asked for as in a ledger that holds nothing else but all the names.
"""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from groundcheck.bulk import copying, files
from groundcheck.bulk.copying import Pair, Places
from groundcheck.bulk.plan import Ended, part
from groundcheck.bulk.steps import Engine, Row, Step, rows_of
from groundcheck.checks.proposition import statement
from groundcheck.errors import InputError
from groundcheck.ledger import comparing
from groundcheck.ledger.filed_folder import CLAIMS, DONE
from groundcheck.ledger.filed_rows import ClaimRow, FindingRow, appearances, claim, finding_row
from groundcheck.ledger.parquet_rows import read
from groundcheck.ledger.store import Query, View, content
from groundcheck.ledger.store.copying import tied
from groundcheck.ledger.store.memory import earliest
from groundcheck.model import Statement, from_json

WORKING = ".groundcheck-compare"
COMPARED = "compared"
_STATEMENTS, _FOUND = "statements", "found"


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A report that has copies, and the id of their group: the smallest in it."""

    report: str
    copies_of: str


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement on its way to the others of its proposition; ``data`` is all of it as JSON."""

    report: str
    number: int
    data: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """The name of a source of statements."""

    name: str


@dataclass(frozen=True, slots=True)
class PropositionRow:
    """The ``number``-th statement of a proposition that two or more speak of, oldest first."""

    proposition: str
    number: int
    claim: str
    report: str
    copies_of: str


@dataclass(frozen=True, slots=True)
class Compared:
    """How many reports are copies, propositions have several statements, and findings there are."""

    copies: int
    propositions: int
    drifts: int
    corrections: int


def compare(out: Path, engine: Engine, workers: int) -> Compared:
    """Write ``compared`` beside the tables of a bulk run, in place of what was there.

    Raises ``InputError`` where ``out`` holds no run that has ended.
    """
    if not (out / DONE).is_file():
        raise InputError(f"{out}: holds no bulk run that has ended")
    with files.told(out):
        plan = files.read_json(out / DONE, Ended).plan
        folder = out / WORKING
        shutil.rmtree(folder, ignore_errors=True)
        at = Places(out, folder, plan)
        for name, step in copying.STEPS:
            Step(folder, name, step(at)).run(engine, plan.partitions, workers)
        groups = _groups(folder)
        files.write_json(folder / "groups.json", tuple(groups.items()), folder / "unfinished")
        Step(folder, _STATEMENTS, Statements(at)).run(engine, plan.partitions, workers)
        Step(folder, _FOUND, Found(at)).run(engine, plan.partitions, workers)
        compared = _written(at, groups)
        shutil.rmtree(folder)
    return compared


def _groups(folder: Path) -> dict[str, str]:
    pairs = [(pair.one, pair.other) for pair in rows_of(folder, copying.COPIES, 0, Pair)]
    return dict(sorted(tied({one for pair in pairs for one in pair}, pairs, _yes).items()))


def _yes(_: str, __: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Statements:
    """Of each partition its statements by their propositions, and the names in them."""

    at: Places

    def begin(self) -> Callable[[int], Iterator[Row]]:
        """See ``Made``."""
        groups = dict(files.read_json(self.at.folder / "groups.json", tuple[tuple[str, str], ...]))
        return lambda partition: self._rows(partition, groups)

    def _rows(self, partition: int, groups: dict[str, str]) -> Iterator[Row]:
        count = self.at.plan.partitions
        names: set[str] = set()
        for number, said in enumerate(self._statements(partition, groups)):
            names.add(said.claim.attribution.source)
            bucket = int(said.proposition.key, 16) % count
            yield bucket, StatementRow(said.report, number, content.line(said))
        # One bucket more, which every worker reads later.
        for name in sorted(names):
            yield count, SourceRow(name)

    def _statements(self, partition: int, groups: dict[str, str]) -> Iterator[Statement]:
        first = {
            row.report: min(appearances(row), key=earliest) for row in self.at.reports(partition)
        }
        paths = sorted((self.at.out / CLAIMS).glob(f"*/{part(partition)}"))
        rows = [row for path in paths for row in read(path, ClaimRow)]
        for row in sorted(rows, key=lambda one: (one.report, one.number)):
            yield statement(claim(row), first[row.report], groups.get(row.report, row.report))


@dataclass(frozen=True, slots=True)
class _Bucket:
    """What the comparison asks a ledger for, of the statements of some propositions."""

    said: Sequence[tuple[Statement, ...]]
    names: Sequence[str]

    def sources(self) -> tuple[tuple[str, int], ...]:
        """All names; how often each stands there is asked by nobody."""
        return tuple((name, 0) for name in self.names)

    def places(self) -> tuple[tuple[str, str, int], ...]:
        """None: only statements on one place are compared by them."""
        return ()

    def propositions(self, _: Query) -> Iterator[tuple[Statement, ...]]:
        """All of them."""
        return iter(self.said)


@dataclass(frozen=True, slots=True)
class Found:
    """Of each bucket of statements the propositions, and what was altered or taken back."""

    at: Places

    def begin(self) -> Callable[[int], Iterator[Row]]:
        """See ``Made``."""
        rows = rows_of(self.at.folder, _STATEMENTS, self.at.plan.partitions, SourceRow)
        names = sorted({row.name for row in rows})
        return lambda bucket: self._rows(bucket, names)

    def _rows(self, bucket: int, names: Sequence[str]) -> Iterator[Row]:
        rows = list(rows_of(self.at.folder, _STATEMENTS, bucket, StatementRow))
        rows.sort(key=lambda row: (row.report, row.number))
        said = _by_proposition(from_json(Statement, json.loads(row.data)) for row in rows)
        for together in said:
            key = together[0].proposition.key
            for number, one in enumerate(together):
                yield 0, PropositionRow(key, number, one.claim.id, one.report, one.group)
        report = {one.claim.id: one.report for together in said for one in together}
        view = cast(View, _Bucket(said, names))
        for to, asked in ((1, comparing.drifts), (2, comparing.corrections)):
            for number, found in enumerate(asked(view)):
                yield to, finding_row(report[found.claim], number, found)


def _by_proposition(statements: Iterable[Statement]) -> list[tuple[Statement, ...]]:
    """Those of one proposition together, by key, oldest first, where there are two or more."""
    held: dict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        held[one.proposition.key].append(one)
    return [
        tuple(sorted(together, key=lambda one: (one.said is None, one.said)))
        for _, together in sorted(held.items())
        if len(together) > 1
    ]


def _written(at: Places, groups: dict[str, str]) -> Compared:
    """Move what was found to its tables; how much it is."""
    copied = [CopyRow(report, group) for report, group in groups.items()]
    tables: list[tuple[str, type, list[Any]]] = [("copies", CopyRow, copied)]
    kinds = (("propositions", PropositionRow), ("drifts", FindingRow), ("corrections", FindingRow))
    for bucket, (name, kind) in enumerate(kinds):
        tables.append((name, kind, list(rows_of(at.folder, _FOUND, bucket, kind))))
    for name, kind, rows in tables:
        path = at.out / COMPARED / f"{name}.parquet"
        files.write_rows(path, rows, kind, at.folder / "unfinished")
    propositions = {row.proposition for row in tables[1][2]}
    return Compared(len(copied), len(propositions), len(tables[2][2]), len(tables[3][2]))
