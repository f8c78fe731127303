"""The store of layers and boundary sets: one SQLite file, the same however it came to be.

A file's map is first staged, one transaction a file, and then packed into the block of its
year, one transaction a year. So a process that dies leaves whole maps only, and the next run
goes on where it stopped. Each row follows from the files alone and from no clock or order:
of several files on one day the one taken last is the day's map.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from groundcheck.errors import BadValue, DataError, UnreadableInput
from groundcheck.geo.layers import Ground
from groundcheck.ledger import blocks
from groundcheck.ledger.cleaning import Snapshot

_VERSION = 1
_SCHEMA = """
CREATE TABLE layer (name TEXT PRIMARY KEY, description TEXT NOT NULL, source TEXT NOT NULL);
CREATE TABLE file (layer TEXT, name TEXT, sha256 TEXT NOT NULL, day TEXT, moment TEXT NOT NULL,
  notices TEXT NOT NULL, PRIMARY KEY (layer, name)) WITHOUT ROWID;
CREATE TABLE staged (layer TEXT, name TEXT, day TEXT NOT NULL, block BLOB NOT NULL,
  PRIMARY KEY (layer, name)) WITHOUT ROWID;
CREATE TABLE year (layer TEXT, year INTEGER, block BLOB NOT NULL, PRIMARY KEY (layer, year))
  WITHOUT ROWID;
CREATE TABLE boundaries (name TEXT PRIMARY KEY, description TEXT NOT NULL, source TEXT NOT NULL);
CREATE TABLE outline (boundaries TEXT, region TEXT, shape BLOB NOT NULL, sha256 TEXT NOT NULL,
  notice TEXT NOT NULL, PRIMARY KEY (boundaries, region)) WITHOUT ROWID;
CREATE TABLE figures (layer TEXT, inputs TEXT NOT NULL, content BLOB NOT NULL,
  PRIMARY KEY (layer)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class File:
    """One file of a layer as it was imported; ``day`` is ``None`` where it was refused."""

    name: str
    sha256: str
    day: date | None
    moment: str
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stored:
    """A layer or boundary set in the store: its description's own words, and where it is from."""

    name: str
    description: str
    source: str


@dataclass(frozen=True, slots=True)
class StoredOutline:
    """The outline of a region in one boundary set, with the SHA-256 of its file."""

    region: str
    shape: BaseGeometry
    sha256: str
    notice: str


class LayerStore:
    """The store in the file ``path``, made where it does not exist; use it in a ``with``.

    Raises ``DataError`` for a file that is no store, or one of a later version.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = str(path)
        self._ready = False
        try:
            if self.path != ":memory:":
                Path(path).parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self.path, timeout=60, isolation_level=None)
        except (sqlite3.Error, OSError) as error:
            raise self._unusable(error) from None
        try:
            self._prepare()
        except sqlite3.Error as error:
            raise self._unusable(error) from None
        finally:
            if not self._ready:
                self._db.close()

    def _prepare(self) -> None:
        if self._version() == 0:
            with self._writing():
                # Another process may have made it in the meantime.
                if self._version() == 0:
                    self._make()
            # Readers in between may forbid it, and the store works without.
            with suppress(sqlite3.OperationalError):
                self._db.execute("PRAGMA journal_mode = WAL")
        version = self._version()
        if version != _VERSION:
            raise DataError(
                f"{self.path}: a store of version {version}; this program knows {_VERSION}"
            )
        self._ready = True

    def _make(self) -> None:
        if self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise DataError(f"{self.path}: is a database of something else")
        for statement in _SCHEMA.split(";"):
            self._db.execute(statement)
        self._db.execute(f"PRAGMA user_version = {_VERSION}")

    def _version(self) -> int:
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        return int(version)

    def _unusable(self, error: Exception) -> DataError:
        return DataError(f"{self.path}: cannot be used as a store of layers ({error})")

    def __enter__(self) -> LayerStore:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise DataError(f"{self.path}: cannot be written ({error})") from None
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """All that is read in this ``with`` is of one moment, whoever writes meanwhile."""
        self._rows("BEGIN")
        try:
            yield
        finally:
            self._db.execute("ROLLBACK")

    def _rows(self, query: str, *values: object) -> list[Any]:
        try:
            return self._db.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise DataError(f"{self.path}: cannot be read ({error})") from None

    # Layers ---------------------------------------------------------------------------------

    def layers(self) -> tuple[Stored, ...]:
        """The layers by name."""
        return tuple(Stored(*row) for row in self._rows("SELECT * FROM layer ORDER BY name"))

    def layer(self, name: str) -> Stored:
        """One layer. Raises ``BadValue`` where there is none of that name."""
        for stored in self.layers():
            if stored.name == name:
                return stored
        known = ", ".join(stored.name for stored in self.layers()) or "none yet"
        raise BadValue(f"{name!r}: no layer of that name has been added ({known})")

    def put_layer(self, stored: Stored) -> None:
        """Keep a layer's description. Raises ``BadValue`` where another one is in force."""
        for known in self.layers():
            if known.name == stored.name and known.description != stored.description:
                raise BadValue(
                    f"{stored.name}: was added with another description; remove it first"
                )
        with self._writing():
            self._db.execute(
                "INSERT INTO layer VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET source = "
                "excluded.source",
                (stored.name, stored.description, stored.source),
            )

    def remove_layer(self, name: str) -> None:
        """Take a layer out with all that came with it."""
        self.layer(name)
        with self._writing():
            self._db.execute("DELETE FROM layer WHERE name = ?", (name,))
            for table in ("file", "staged", "year", "figures"):
                self._db.execute(f"DELETE FROM {table} WHERE layer = ?", (name,))  # noqa: S608

    def files(self, layer: str) -> tuple[File, ...]:
        """Every file of the layer that was looked at, by name."""
        rows = self._rows(
            "SELECT name, sha256, day, moment, notices FROM file WHERE layer = ? ORDER BY name",
            layer,
        )
        return tuple(
            File(name, digest, _day(day), moment, tuple(json.loads(notices)))
            for name, digest, day, moment, notices in rows
        )

    def stage(self, layer: str, file: File, snapshot: Snapshot | None) -> None:
        """Keep what a file shows until its year is packed; ``None`` where it was refused."""
        words = json.dumps(file.notices, ensure_ascii=False)
        with self._writing():
            self._db.execute(
                "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?)",
                (layer, file.name, file.sha256, _iso(file.day), file.moment, words),
            )
            if snapshot is not None:
                block = blocks.encode({snapshot.day: snapshot.grounds}, small=False)
                self._db.execute(
                    "INSERT OR REPLACE INTO staged VALUES (?, ?, ?, ?)",
                    (layer, file.name, str(snapshot.day), block),
                )

    def staged_years(self, layer: str) -> tuple[int, ...]:
        """The years that have maps waiting to be packed."""
        rows = self._rows(
            "SELECT DISTINCT substr(day, 1, 4) FROM staged WHERE layer = ? ORDER BY 1", layer
        )
        return tuple(int(year) for (year,) in rows)

    def pack(self, layer: str, year: int) -> None:
        """Put the staged maps of a year into its block."""
        # What another process stages must not come between reading and writing.
        with self._writing():
            packed = blocks.encode(self._year(layer, year, day_files(self.files(layer))))
            self._db.execute("INSERT OR REPLACE INTO year VALUES (?, ?, ?)", (layer, year, packed))
            self._db.execute(
                "DELETE FROM staged WHERE layer = ? AND substr(day, 1, 4) = ?",
                (layer, f"{year:04}"),
            )

    def _year(
        self, layer: str, year: int, chosen: Mapping[date, File]
    ) -> dict[date, dict[Ground, BaseGeometry]]:
        """The maps of a year: its block, and what is staged of the files that are ``chosen``."""
        packed = self._rows("SELECT block FROM year WHERE layer = ? AND year = ?", layer, year)
        staged = self._rows(
            "SELECT name, day, block FROM staged WHERE layer = ? AND substr(day, 1, 4) = ?",
            layer,
            f"{year:04}",
        )
        days: dict[date, dict[Ground, BaseGeometry]] = {}
        for (block,) in packed:
            days |= blocks.decode(block, f"{self.path}: {layer} {year}")
        for name, day, block in staged:
            if chosen[date.fromisoformat(day)].name == name:
                days |= blocks.decode(block, f"{self.path}: the map of {name}")
        return dict(sorted(days.items()))

    def tidy(self) -> None:
        """Give back the room that staged maps took, if nobody else is at work."""
        # It wants room itself, and all maps are in: no reason to fail.
        with suppress(sqlite3.OperationalError):
            self._db.execute("VACUUM")

    def maps(
        self, layer: str, year: int | None = None
    ) -> dict[date, Mapping[Ground, BaseGeometry]]:
        """The layer's maps by day, all or those of one year, packed or not."""
        chosen = day_files(self.files(layer))
        years = {day.year for day in chosen} if year is None else {year}
        found: dict[date, Mapping[Ground, BaseGeometry]] = {}
        for each in sorted(years):
            found |= self._year(layer, each, chosen)
        return found

    # Boundary sets --------------------------------------------------------------------------

    def boundaries(self) -> tuple[Stored, ...]:
        """The boundary sets by name."""
        return tuple(Stored(*row) for row in self._rows("SELECT * FROM boundaries ORDER BY name"))

    def put_boundaries(self, stored: Stored, outlines: tuple[StoredOutline, ...]) -> None:
        """Keep a boundary set, in place of what was there under its name."""
        with self._writing():
            self._db.execute(
                "INSERT OR REPLACE INTO boundaries VALUES (?, ?, ?)",
                (stored.name, stored.description, stored.source),
            )
            self._db.execute("DELETE FROM outline WHERE boundaries = ?", (stored.name,))
            self._db.executemany(
                "INSERT INTO outline VALUES (?, ?, ?, ?, ?)",
                [
                    (stored.name, o.region, shapely.to_wkb(o.shape), o.sha256, o.notice)
                    for o in outlines
                ],
            )

    def remove_boundaries(self, name: str) -> None:
        """Take a boundary set out. Raises ``BadValue`` where there is none of that name."""
        known = [stored.name for stored in self.boundaries()]
        if name not in known:
            listed = ", ".join(known) or "none yet"
            raise BadValue(f"{name!r}: no boundaries of that name have been added ({listed})")
        with self._writing():
            self._db.execute("DELETE FROM boundaries WHERE name = ?", (name,))
            self._db.execute("DELETE FROM outline WHERE boundaries = ?", (name,))

    def outlines(self, name: str) -> tuple[StoredOutline, ...]:
        """The outlines of a boundary set, by region."""
        rows = self._rows(
            "SELECT region, shape, sha256, notice FROM outline WHERE boundaries = ? "
            "ORDER BY region",
            name,
        )
        return tuple(
            StoredOutline(region, shapely.from_wkb(shape), digest, notice)
            for region, shape, digest, notice in rows
        )

    # Figures that were derived from both, kept so as not to derive them again -----------------

    def figures(self, layer: str, inputs: str) -> bytes | None:
        """What was kept for these inputs, ``None`` where it is of others."""
        rows = self._rows(
            "SELECT content FROM figures WHERE layer = ? AND inputs = ?", layer, inputs
        )
        return rows[0][0] if rows else None

    def put_figures(self, layer: str, inputs: str, content: bytes) -> None:
        """Keep figures, in place of those of other inputs."""
        with self._writing():
            self._db.execute(
                "INSERT OR REPLACE INTO figures VALUES (?, ?, ?)", (layer, inputs, content)
            )


def day_files(files: tuple[File, ...]) -> dict[date, File]:
    """Of the files on each day the one whose map stands for it: taken last, by moment and name."""
    found: dict[date, File] = {}
    for file in sorted(files, key=lambda file: (file.moment, file.name)):
        if file.day is not None:
            found[file.day] = file
    return dict(sorted(found.items()))


def open_existing(path: Path) -> LayerStore | None:
    """The store where there is one; ``None`` where nothing was ever added."""
    try:
        return LayerStore(path) if path.exists() else None
    except OSError as error:
        raise UnreadableInput(f"{path}: {error.strerror}") from None


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _iso(day: date | None) -> str | None:
    return None if day is None else str(day)
