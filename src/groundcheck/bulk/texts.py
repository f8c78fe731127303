"""The first step: every text of the sources, put with those of its partition."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from groundcheck.bulk import files
from groundcheck.bulk.plan import Plan, Tally, hash_of
from groundcheck.errors import DataError
from groundcheck.ledger.filed_folder import FAILURES, WORKING
from groundcheck.ledger.filed_rows import FailureRow
from groundcheck.ledger.intake import Given, Refused
from groundcheck.ledger.parquet_rows import read
from groundcheck.ledger.store import content
from groundcheck.model import from_json, report_id

_HELD = 2**25
"""So many characters are held for all partitions together before some are written."""
_REFUSED = 10_000


@dataclass(frozen=True, slots=True)
class TextRow:
    """A text as it was given, the ``number``-th of all; ``data`` is what else its item said."""

    report: str
    number: int
    text: str
    data: str


def folder(out: Path, partition: int) -> Path:
    """Where the texts of a partition lie."""
    return out / WORKING / "texts" / f"{partition:05}"


def split(out: Path, plan: Plan, coming: Iterable[Given | Refused]) -> Tally:
    """Write every text to its partition, and what gives none to the table of failures.

    Begins anew where an earlier try was ended. What is held does not grow with the number.
    """
    shutil.rmtree(out / WORKING / "texts", ignore_errors=True)
    writing = _Writing(out, max(2**14, _HELD // plan.partitions))
    for number, one in enumerate(coming):
        if isinstance(one, Refused):
            writing.refuse(FailureRow(one.item, None, one.reason, fault=False))
        else:
            report = report_id(one.text)
            data = content.line(replace(one, text=""))
            writing.put(plan.partition(report), TextRow(report, number, one.text, data))
    return writing.end()


@dataclass(slots=True)
class _Writing:
    out: Path
    most: int
    tally: Tally = field(default_factory=Tally)
    _held: dict[int, list[TextRow]] = field(default_factory=lambda: defaultdict(list))
    _sizes: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    _written: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    _refused: list[FailureRow] = field(default_factory=list)
    _lists: int = 0

    def put(self, partition: int, row: TextRow) -> None:
        self._held[partition].append(row)
        self._sizes[partition] += len(row.text)
        if self._sizes[partition] > self.most:
            self._write(partition)

    def refuse(self, row: FailureRow) -> None:
        self._refused.append(row)
        if len(self._refused) == _REFUSED:
            self._write_refused()

    def end(self) -> Tally:
        for partition in sorted(self._held):
            self._write(partition)
        self._write_refused()
        return self.tally

    def _write(self, partition: int) -> None:
        rows = self._held.pop(partition)
        path = folder(self.out, partition) / f"{self._written[partition]:06}.parquet"
        files.write_rows(path, rows, TextRow, self.out / WORKING / "unfinished")
        self._written[partition] += 1
        del self._sizes[partition]

    def _write_refused(self) -> None:
        # The table is there even where nothing failed, so that it can be asked.
        path = self.out / FAILURES / f"source-{self._lists:05}.parquet"
        files.write_rows(path, self._refused, FailureRow, self.out / WORKING / "unfinished")
        self.tally += Tally(failures=len(self._refused), rows=hash_of([self._refused]))
        self._refused, self._lists = [], self._lists + 1


def texts(out: Path, partition: int) -> dict[str, list[Given]]:
    """The texts of a partition by the id of their report, each as often as it was met, in order.

    Raises ``DataError`` where a file of them is damaged.
    """
    found: dict[str, list[tuple[int, Given]]] = defaultdict(list)
    for file in sorted(folder(out, partition).glob("*.parquet")):
        try:
            for row in read(file, TextRow):
                found[row.report].append((row.number, _given(row)))
        except (OSError, ValueError) as error:
            raise DataError(f"{file}: {' '.join(str(error).split())}") from None
    return {report: [one for _, one in sorted(met, key=_number)] for report, met in found.items()}


def _number(met: tuple[int, Any]) -> int:
    return met[0]


def _given(row: TextRow) -> Given:
    return replace(from_json(Given, json.loads(row.data)), text=row.text)
