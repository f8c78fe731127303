"""The work on one partition: each of its texts read once, and all that came of it written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from groundcheck.bulk import files
from groundcheck.bulk.plan import Tally, hash_of, in_order, month, part
from groundcheck.bulk.texts import texts
from groundcheck.errors import GroundcheckError
from groundcheck.ledger.filed_folder import CLAIMS, FAILURES, FINDINGS, REPORTS, WORKING
from groundcheck.ledger.filed_rows import (
    ClaimRow,
    FailureRow,
    FindingRow,
    ReportRow,
    claim_rows,
    finding_rows,
    report_row,
)
from groundcheck.ledger.intake import Given
from groundcheck.ledger.reading import Text, text_of
from groundcheck.model import Filed


class Beginning(Protocol):
    """What is loaded once a worker and then reads text after text, as ``ledger.Reading`` does."""

    def begin(self) -> Callable[[Text], Filed]:
        """Load it."""
        ...


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a text could not be read; ``fault`` where the program is to blame."""

    reason: str
    fault: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker on any machine is given; ``out`` is a folder that all of them see."""

    out: Path
    reading: Beginning

    def begin(self) -> Callable[[int], int]:
        """Load what is needed once; what is returned does one partition and gives its number."""
        read = self.reading.begin()

        def do(partition: int) -> int:
            met = texts(self.out, partition)
            lengths = {report: len(items[0].text) for report, items in met.items()}
            results = ((met[one], _result(read, met[one][0])) for one in in_order(lengths))
            write(self.out, partition, results)
            return partition

        return do


def _result(read: Callable[[Text], Filed], given: Given) -> Filed | Failed:
    try:
        return read(text_of(given))
    except GroundcheckError as error:
        return Failed(str(error))
    except Exception as error:
        return Failed(f"a fault of the program: {type(error).__name__}: {error}", fault=True)


def marker(out: Path, partition: int) -> Path:
    """The file that says that a partition is done, and what came of it."""
    return out / WORKING / "done" / f"{partition:05}.json"


def done(out: Path, partitions: int) -> dict[int, Tally]:
    """The partitions that are done. Raises ``DataError`` where a marker is damaged."""
    found = {number: marker(out, number) for number in range(partitions)}
    return {n: files.read_json(path, Tally) for n, path in found.items() if path.exists()}


def write(
    out: Path, partition: int, results: Iterable[tuple[Sequence[Given], Filed | Failed]]
) -> None:
    """Write what came of the texts of a partition, and last that it is done.

    Of a text that was met several times the first is read and the others are where else it stood.
    """
    made = _Tables()
    for met, result in results:
        made.put(met, result)
    unfinished = out / WORKING / "unfinished"
    for (table, where), rows in sorted(made.rows.items()):
        rows.sort(key=_place)
        path = out / table / where / part(partition)
        files.write_rows(path, rows, type(rows[0]), unfinished)
    tally = made.tally + Tally(rows=hash_of(made.rows.values()))
    files.write_json(marker(out, partition), tally, unfinished)


class _Tables:
    """The rows of a partition by table and folder."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], list[Any]] = defaultdict(list)
        self.tally = Tally()

    def put(self, met: Sequence[Given], result: Filed | Failed) -> None:
        if isinstance(result, Failed):
            report = text_of(met[0]).report.id
            self.rows[FAILURES, ""] += [
                FailureRow(one.item, report, result.reason, result.fault) for one in met
            ]
            self.tally += Tally(failures=len(met))
            return
        others = [text_of(one).appearance for one in met[1:]]
        others = [one for one in dict.fromkeys(others) if one != result.appearance]
        where = month(result.appearance.published)
        claims, findings = claim_rows(result), finding_rows(result)
        self.rows[REPORTS, where].append(report_row(result, others))
        for table, found in ((CLAIMS, claims), (FINDINGS, findings)):
            if found:
                self.rows[table, where] += found
        self.tally += Tally(1, 1 + len(others), len(claims), len(findings))


def _place(row: ReportRow | ClaimRow | FindingRow | FailureRow) -> tuple[str, int, str]:
    return row.report or "", getattr(row, "number", 0), getattr(row, "item", "")
