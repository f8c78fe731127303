"""The sources of a bulk run: files, folders and archives of this machine, and object storage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from groundcheck.errors import InputError, UnreadableInput
from groundcheck.ledger import addresses
from groundcheck.ledger.entry_names import passed_over
from groundcheck.ledger.folders import reason_of
from groundcheck.ledger.intake import Given, IntakeOptions, Refused
from groundcheck.ledger.intake.sources import from_file, given


def require(source: str) -> None:
    """Raise ``InputError`` where the source cannot be what a bulk run reads."""
    scheme = addresses.SCHEME.match(source)
    if scheme is None:
        if not Path(source).exists():
            raise UnreadableInput(f"{addresses.shown(source)}: no such file or folder")
    elif scheme[1].lower() in ("http", "https"):
        message = "a web address; groundcheck add asks those"
        raise UnreadableInput(f"{addresses.shown(source)}: {message}")
    else:
        _listed(source)


def opened(source: str, options: IntakeOptions) -> Iterator[Given | Refused]:
    """Every text of the source, and every item that gives none, in a fixed order.

    An address like ``s3://bucket/news/`` is asked for through fsspec, with the rights that the
    storage's own library finds. Raises ``InputError`` where fsspec is not installed, and
    ``UnreadableInput`` where the storage cannot be asked.
    """
    scheme = addresses.SCHEME.match(source)
    if scheme is None:
        yield from given(source, options)
        return
    storage, names = _listed(source)
    root = names[0] if len(names) == 1 else storage._strip_protocol(source)
    for name in names:
        item = name.removeprefix(root).lstrip("/") or name.rpartition("/")[2]
        if any(map(passed_over, item.split("/"))):
            continue
        try:
            with storage.open(name, "rb") as file:
                yield from from_file(item, file, options)
        except (OSError, ValueError) as error:
            yield Refused(item, reason_of(error))


def size(source: str) -> int:
    """The bytes of a source as they lie there; 0 where that cannot be told."""
    if addresses.SCHEME.match(source):
        try:
            storage, names = _listed(source)
            return sum(storage.size(name) or 0 for name in names)
        except UnreadableInput:
            return 0
    path = Path(source)
    try:
        if path.is_dir():
            return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _listed(source: str) -> tuple[Any, list[str]]:
    """The storage, and the names of the files at or below the address, sorted."""
    shown = addresses.shown(source)
    try:
        import fsspec  # noqa: PLC0415
    except ImportError:
        message = "wants fsspec: pip install 'groundcheck[bulk]'"
        raise InputError(f"{shown}: {message}") from None
    try:
        storage, path = fsspec.core.url_to_fs(source)
        names = sorted(storage.find(path))
    except (ImportError, OSError, ValueError) as error:
        said = " ".join(str(error).split()) or type(error).__name__
        raise UnreadableInput(f"{shown}: {said}") from None
    if not names:
        raise UnreadableInput(f"{shown}: no files there")
    return storage, names
