"""Descriptions of layers and boundary sets: small TOML files, shipped or written by a user."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from math import inf
from pathlib import Path
from typing import Any, TypeVar

from groundcheck.errors import BadValue, UnreadableInput
from groundcheck.geo import regions
from groundcheck.geo.layers import (
    DATES,
    STATUSES,
    BoundarySet,
    Cover,
    Dating,
    Ground,
    Layer,
    Rule,
)

T = TypeVar("T")
Table = Mapping[str, Any]


def shipped(kind: str) -> tuple[str, ...]:
    """The names of the descriptions in the package; ``kind`` is "layers" or "boundaries"."""
    return tuple(sorted(_files(kind)))


@cache
def _files(kind: str) -> dict[str, str]:
    folder = resources.files("groundcheck") / "data" / kind
    return {
        entry.name.removesuffix(".toml"): entry.read_text("utf-8")
        for entry in folder.iterdir()
        if entry.name.endswith(".toml")
    }


def text_of(kind: str, name: str, file: Path | None = None) -> str:
    """The description's own words, from ``file`` or from the package.

    Raises ``BadValue`` where the package has none of that name, ``UnreadableInput`` for a file
    that cannot be read.
    """
    if file is not None:
        try:
            return file.read_text("utf-8")
        except (OSError, UnicodeError) as error:
            reason = getattr(error, "strerror", None) or "not UTF-8"
            raise UnreadableInput(f"{file}: {reason.lower()}") from None
    if name not in _files(kind):
        known = ", ".join(shipped(kind))
        raise BadValue(f"{name!r}: no description of that name comes with the package ({known})")
    return _files(kind)[name]


def read_layer(text: str, name: str) -> Layer:
    """A layer's description. Raises ``BadValue`` with ``name`` for anything it cannot mean."""
    table = _Fields(_toml(text, name), name)
    dating = _Fields(table.take("date", dict), f"{name}, [date]")
    layer = Layer(
        name=table.take("name", str),
        maker=table.take("maker", str),
        origin=table.take("origin", str, table.take("maker", str)),
        definition=table.take("definition", str),
        licence=table.take("licence", str),
        attribution=table.take("attribution", str),
        dating=_dating(dating),
        rules=tuple(_rule(_Fields(r, f"{name}, [[status]]")) for r in table.tables("status")),
        covers=tuple(_cover(_Fields(c, f"{name}, [[covers]]")) for c in table.tables("covers")),
        files=table.pattern("files"),
        collection=table.take("collection", str, ""),
        crs=table.take("crs", str, ""),
        valid_days=table.take("valid_days", int, 3),
        precision_km=float(table.take("precision_km", (int, float), 1.0)),
    )
    table.refuse_others()
    if layer.valid_days < 0 or not 0 <= layer.precision_km < inf:
        raise BadValue(f"{name}: valid_days and precision_km are not negative")
    return layer


def read_boundaries(text: str, name: str) -> BoundarySet:
    """A boundary set's description. Raises ``BadValue`` as ``read_layer`` does."""
    table = _Fields(_toml(text, name), name)
    region = _Fields(table.take("region", dict), f"{name}, [region]")
    found = BoundarySet(
        name=table.take("name", str),
        maker=table.take("maker", str),
        licence=table.take("licence", str),
        attribution=table.take("attribution", str),
        property=region.take("property", str, ""),
        pattern=region.pattern("pattern"),
        ids=region.take("ids", dict, {}),
        template=region.take("template", str, ""),
        files=table.pattern("files"),
        crs=table.take("crs", str, ""),
    )
    region.refuse_others()
    table.refuse_others()
    if bool(found.property) == (found.pattern is not None):
        raise BadValue(f"{name}, [region]: wants either property or pattern")
    if found.pattern is not None and found.pattern.groups != 1:
        raise BadValue(f"{name}, [region]: pattern wants 1 group, the region's name")
    if found.ids and not all(isinstance(each, str) for each in found.ids.values()):
        raise BadValue(f"{name}, [region]: ids are codes of regions, as text")
    if found.template and "{}" not in found.template:
        raise BadValue(f"{name}, [region]: template = {found.template!r} wants a {{}} in it")
    return found


def _toml(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadValue(f"{name}: is not TOML: {error}") from None


def _dating(table: _Fields) -> Dating:
    source = table.take("from", str)
    if source not in DATES:
        raise BadValue(f"{table.name}: from = {source!r}, wants one of {', '.join(DATES)}")
    dating = Dating(source, table.pattern("pattern"), table.take("property", str, ""))
    table.refuse_others()
    if source == "property":
        if not dating.name:
            raise BadValue(f"{table.name}: from = 'property' wants the property's name")
        return dating
    groups = 3 if source == "file name" else 1
    if dating.pattern is None or dating.pattern.groups != groups:
        raise BadValue(f"{table.name}: from = {source!r} wants a pattern with {groups} group(s)")
    return dating


def _rule(table: _Fields) -> Rule:
    status = table.take("is", str)
    if status not in STATUSES:
        raise BadValue(f"{table.name}: unknown status {status!r}, wants {', '.join(STATUSES)}")
    holder = table.take("by", str, "")
    if bool(holder) != (status == "held"):
        raise BadValue(f"{table.name}: {status!r} wants {'' if status == 'held' else 'no '}by")
    where = table.take("where", dict, {})
    table.refuse_others()
    patterns = tuple((key, _compiled(str(value), table.name)) for key, value in where.items())
    return Rule(patterns, Ground(holder, status))


def _cover(table: _Fields) -> Cover:
    country = table.take("country", str)
    known = regions.parts(country)
    if not known:
        raise BadValue(f"{table.name}: country = {country!r} is no ISO 3166-1 code")
    lists = {key: table.take(key, list, []) for key in ("only", "without", "changes_only")}
    unknown = sorted({str(code) for codes in lists.values() for code in codes} - set(known))
    if unknown:
        raise BadValue(f"{table.name}: {unknown[0]!r} is no region of {country}")
    chosen = frozenset(lists["only"] or known) - frozenset(lists["without"])
    cover = Cover(
        holder=table.take("holder", str),
        country=country,
        regions=chosen,
        partial=frozenset(lists["changes_only"]),
        contested=table.take("contested", bool, False),
    )
    table.refuse_others()
    return cover


def _compiled(pattern: str, name: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        raise BadValue(f"{name}: {pattern!r} is no regular expression: {error}") from None


class _Fields:
    """A TOML table that is read field by field, so that a misspelt field is not passed over."""

    def __init__(self, table: Table, name: str) -> None:
        self.name = name
        self._table = table
        self._taken: set[str] = set()

    def take(self, key: str, kind: type[T] | tuple[type[T], ...], *default: T) -> T:
        """The field, of type ``kind``; ``default`` where it is missing."""
        self._taken.add(key)
        if key not in self._table and default:
            return default[0]
        value = self._table.get(key)
        # To Python true and false are numbers, to whoever wrote the description they are not.
        strange = isinstance(value, bool) and kind is not bool
        if not isinstance(value, kind) or strange or value == "":
            state = "is missing" if key not in self._table else f"cannot be {value!r}"
            raise BadValue(f"{self.name}: {key} {state}")
        return value

    def tables(self, key: str) -> Sequence[Table]:
        """The tables of ``[[key]]``, at least one."""
        found = self.take(key, list)
        if not found or not all(isinstance(entry, dict) for entry in found):
            raise BadValue(f"{self.name}: wants at least one [[{key}]]")
        return found

    def pattern(self, key: str) -> re.Pattern[str] | None:
        """The field as a regular expression, ``None`` where it is missing."""
        written = self.take(key, str, "") if key in self._table else ""
        self._taken.add(key)
        return _compiled(written, self.name) if written else None

    def refuse_others(self) -> None:
        """Raise ``BadValue`` for a field that nobody asked for."""
        unknown = sorted(set(self._table) - self._taken)
        if unknown:
            raise BadValue(f"{self.name}: unknown field {unknown[0]!r}")
