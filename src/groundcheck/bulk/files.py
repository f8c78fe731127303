"""Files of a run that are there as a whole or not at all, whoever is killed when."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from groundcheck.errors import DataError, InputError
from groundcheck.ledger.parquet_rows import parquet_parts
from groundcheck.model import from_json, to_json

T = TypeVar("T")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What the system will not write, as one line."""
    try:
        yield
    except OSError as error:
        raise InputError(f"{path}: {(error.strerror or str(error)).lower()}") from None


def write(path: Path, parts: Iterable[bytes], unfinished: Path) -> None:
    """Write the parts to ``path``, in place of what is there once all of them are on the disk.

    ``unfinished`` is a folder on the same disk. Two that write the same do not meet.
    """
    unfinished.mkdir(parents=True, exist_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = unfinished / uuid.uuid4().hex
    try:
        with part.open("wb") as file:
            file.writelines(parts)
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def write_rows(path: Path, rows: Sequence[Any], kind: type, unfinished: Path) -> None:
    """The same for rows of a dataclass, as Parquet."""
    write(path, parquet_parts(rows, kind), unfinished)


def write_json(path: Path, value: Any, unfinished: Path) -> None:
    """The same for a value of the model's form, as JSON."""
    text = json.dumps(to_json(value), ensure_ascii=True, indent=1) + "\n"
    write(path, [text.encode("ascii")], unfinished)


def read_json(path: Path, kind: type[T]) -> T:
    """The value that ``write_json`` wrote. Raises ``DataError`` where it is damaged."""
    try:
        return from_json(kind, json.loads(path.read_bytes()))
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: {' '.join(str(error).split())}") from None
