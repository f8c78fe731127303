"""Writing what is published: a file as a whole or not at all, a folder without what is gone.

A folder keeps a list of what was written into it, so that the next time a file which is no longer
published goes, and none goes or is overwritten that somebody else put there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from groundcheck.errors import InputError

LIST = ".groundcheck-export"
"""The name of the list: what the files are, and then the path of each on a line."""
_UNFINISHED = f"{LIST}.part"


def write_file(path: Path, parts: Iterable[bytes]) -> None:
    """Write the parts to ``path``, in place of what was there once all of them are written.

    Raises ``InputError`` where that is not possible.
    """
    part = path.with_name(f"{path.name}.part")
    with _told(path):
        try:
            with part.open("wb") as file:
                file.writelines(parts)
            part.replace(path)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def write_folder(path: Path, files: Iterable[tuple[str, bytes]], kind: str) -> int:
    """Write the files into the folder, which is made where it does not exist; how many they are.

    What an earlier run for the same ``kind`` wrote and this one does not is removed. Raises
    ``InputError`` for a folder that holds anything else, and where writing is not possible.
    """
    with _told(path):
        before = _written_before(path, kind)
        path.mkdir(parents=True, exist_ok=True)
        known: set[str] = set()
        with (path / _UNFINISHED).open("w", encoding="utf-8") as listed:
            listed.write(f"{kind}\n")
            # A run that dies leaves its files known to the next one.
            listed.writelines(f"{name}\n" for name in sorted(before))
            for name, content in files:
                known.add(name)
                listed.write(f"{name}\n")
                listed.flush()
                target = path / PurePosixPath(name)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
        _remove(path, before - known)
        _finish(path, kind, known)
        return len(known)


def _finish(path: Path, kind: str, known: set[str]) -> None:
    lines = "".join(f"{name}\n" for name in sorted(known))
    (path / _UNFINISHED).write_text(f"{kind}\n{lines}", encoding="utf-8")
    (path / _UNFINISHED).replace(path / LIST)


def _remove(path: Path, names: Iterable[str]) -> None:
    for name in sorted(names):
        target = path / PurePosixPath(name)
        target.unlink(missing_ok=True)
        # A folder that holds something else stays.
        with suppress(OSError):
            target.parent.rmdir()


def _written_before(path: Path, kind: str) -> set[str]:
    if not path.exists():
        return set()
    lists = [each for each in (path / LIST, path / _UNFINISHED) if each.is_file()]
    if not lists and any(path.iterdir()):
        raise InputError(f"{path}: is a folder with other files in it; choose another --output")
    names: set[str] = set()
    for each in lists:
        # A line that a full disk cut off names nothing that was written.
        *lines, _ = each.read_text(encoding="utf-8").split("\n")
        if lines and lines[0] != kind:
            raise InputError(f"{path}: holds an export of the format {lines[0]}, not {kind}")
        names |= {name for name in lines[1:] if _inside(name)}
    return names


def _inside(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return bool(parts) and ".." not in parts and not PurePosixPath(name).is_absolute()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(f"{path}: {(error.strerror or str(error)).lower()}") from None
