"""The folder that a bulk run fills: its tables, and taking what is in them into a ledger.

Each table is a folder of Parquet files, one folder a month of publication, one file a partition.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from groundcheck.errors import DataError
from groundcheck.ledger import addresses
from groundcheck.ledger.filed_rows import ClaimRow, FailureRow, FindingRow, ReportRow, filed
from groundcheck.ledger.intake.given import Refused
from groundcheck.ledger.parquet_rows import read
from groundcheck.model import Filed

DONE = "groundcheck-bulk.json"
"""What a run that has ended leaves beside the tables: what it was, and how much came of it."""
WORKING = ".groundcheck-bulk"
"""The folder of what is needed until then."""

REPORTS, CLAIMS, FINDINGS, FAILURES = "reports", "claims", "findings", "failures"

T = TypeVar("T")


def is_filled(source: str) -> bool:
    """Whether the source is the folder of a bulk run, ended or not."""
    folder = Path(source)
    try:
        return (folder / DONE).is_file() or (folder / WORKING).is_dir()
    except (OSError, ValueError):
        return False


def taken(source: str) -> Iterator[Filed | Refused]:
    """All that the folder holds, and what was refused when it was filled.

    A run that has not ended is refused as a whole, since it cannot be told what is missing.
    """
    folder, shown = Path(source), addresses.shown(source)
    if not (folder / DONE).is_file():
        yield Refused(shown, "a bulk run that has not ended; the same command ends it")
        return
    for file in sorted((folder / FAILURES).glob("*.parquet")):
        yield from (Refused(row.item, row.reason) for row in read(file, FailureRow))
    for file in sorted((folder / REPORTS).glob("*/*.parquet")):
        try:
            yield from _of_file(folder, file.relative_to(folder / REPORTS))
        except (DataError, OSError, ValueError) as error:
            said = " ".join(str(error).split())
            yield Refused(f"{shown}/{file.relative_to(folder)}", f"cannot be read: {said}")


def _of_file(folder: Path, name: Path) -> Iterator[Filed]:
    reports = read(folder / REPORTS / name, ReportRow)
    claims = _read_if_there(folder / CLAIMS / name, ClaimRow)
    findings = _read_if_there(folder / FINDINGS / name, FindingRow)
    yield from filed(reports, claims, findings)


def _read_if_there(path: Path, kind: type[T]) -> list[T]:
    """A table has no file where it has no row."""
    return read(path, kind) if path.exists() else []
