"""Steps over all partitions in which rows meet that belong together.

What a unit of a step writes is there as a whole or not at all, so that a step whose worker was
ended is asked only for what is missing.
"""

from __future__ import annotations

import shutil
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

from groundcheck.errors import GroundcheckError
from groundcheck.ledger.parquet_rows import parquet_parts, read

T = TypeVar("T")
Row = tuple[int, Any]
"""A row, and the bucket that it belongs to."""
_TRIES = 3


class Doing(Protocol):
    """What an engine is given: loads once a worker what is needed to do units by their numbers."""

    def begin(self) -> Callable[[int], int]:
        """Load it; what is returned does one unit and gives its number."""
        ...


Engine = Callable[[Doing, Sequence[int], int], Iterator[int]]


class Made(Protocol):
    """What a step does: ``begin`` is called once a worker, what it returns gives a unit's rows."""

    def begin(self) -> Callable[[int], Iterable[Row]]:
        """Load what is needed."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """A step by its name: what ``made`` makes of each unit goes below ``folder``."""

    folder: Path
    name: str
    made: Made

    def begin(self) -> Callable[[int], int]:
        """See ``Doing``."""
        rows = self.made.begin()

        def do(unit: int) -> int:
            by_bucket: dict[int, list[Any]] = defaultdict(list)
            for bucket, row in rows(unit):
                by_bucket[bucket].append(row)
            self._write(unit, by_bucket)
            return unit

        return do

    def _write(self, unit: int, by_bucket: dict[int, list[Any]]) -> None:
        place = self._place(unit)
        part = place.with_name(f".{uuid.uuid4().hex}")
        part.mkdir(parents=True)
        for bucket, rows in by_bucket.items():
            with (part / f"{bucket:05}.parquet").open("wb") as file:
                file.writelines(parquet_parts(rows, type(rows[0])))
        try:
            part.rename(place)
        except OSError:
            # Another worker, taken for dead, has done it meanwhile.
            shutil.rmtree(part, ignore_errors=True)
            if not place.exists():
                raise

    def _place(self, unit: int) -> Path:
        return self.folder / self.name / f"{unit:05}"

    def run(self, engine: Engine, units: int, workers: int) -> None:
        """Do all units. Raises ``GroundcheckError`` where the engine cannot."""
        reason = "a worker was ended"
        for _ in range(_TRIES):
            left = [unit for unit in range(units) if not self._place(unit).exists()]
            if not left:
                return
            try:
                for _ in engine(self, left, workers):
                    pass
            except GroundcheckError:
                raise
            except Exception as error:
                reason = " ".join(str(error).split()) or type(error).__name__
        if not all(self._place(unit).exists() for unit in range(units)):
            raise GroundcheckError(f"{self.folder}: the step {self.name} cannot be done: {reason}")


def rows_of(folder: Path, name: str, bucket: int, kind: type[T]) -> Iterator[T]:
    """The rows of a bucket that a step has made, in the order of its units."""
    for path in sorted((folder / name).glob(f"*/{bucket:05}.parquet")):
        yield from read(path, kind)
