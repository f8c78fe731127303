"""A first draft of a layer's description, from a look at some of its files.

It guesses where the day is written and lists the values that tell shapes apart; what each of
them means only a person can say, so every status is left to be filled in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from itertools import islice

from groundcheck.errors import BadValue
from groundcheck.ledger.features import describe
from groundcheck.ledger.formats import read_features
from groundcheck.ledger.sources import Item, items

_LOOKED_AT = 3
_DATED = (
    ("file name", r"(\d{4})-(\d{2})-(\d{2})"),
    ("file name", r"(\d{4})(\d{2})(\d{2})"),
    ("unix time", r"(\d{10})"),
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"-?[\d.]+(?:e-?\d+)?|null|true|false")
_FEW = 12
"""A property with more values than this names shapes and hardly their status."""


def draft(name: str, source: str, refused: Callable[[str, str], None]) -> str:
    """The draft as TOML. Raises ``BadValue`` where the source has no map file."""
    looked_at = list(islice(items(source, refused), _LOOKED_AT))
    if not looked_at:
        raise BadValue(f"{source}: holds no map file")
    collection = _collection(looked_at[0].data)
    features = [
        feature
        for item in looked_at
        for feature in read_features(item.data, item.name, collection)
        if feature.geometry is None or feature.geometry.area > 0
    ]
    values = describe(features)
    return "\n".join(
        [
            f"# Drafted from {len(looked_at)} file(s), beginning with {looked_at[0].name}.",
            "# Fill in what stands in <…>, and say of each status what it is.",
            f"name = {json.dumps(name)}",
            'maker = "<whose maps these are>"',
            'origin = "<whose survey they rest on in the end>"',
            'definition = "<what the maker counts as held>"',
            'licence = "<its terms>"',
            'attribution = "<how it wants to be named>"',
            *([f'collection = "{collection}"'] if collection else []),
            "valid_days = 3",
            "precision_km = 1.0",
            "",
            *_date(looked_at, values),
            *_statuses(values),
            "[[covers]]",
            'holder = "<who holds the ground that is shown>"',
            'country = "<ISO 3166-1 code of the country it lies in>"',
            "contested = false",
            "",
        ]
    )


def _collection(data: bytes) -> str:
    """The key under which a wrapped collection stands, ``""`` where none is."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return ""
    if isinstance(found, dict) and "type" not in found:
        for key, value in found.items():
            if isinstance(value, dict) and "features" in value:
                return str(key)
    return ""


def _date(looked_at: list[Item], values: dict[str, dict[str, int]]) -> list[str]:
    for source, pattern in _DATED:
        if all(re.search(pattern, item.name) for item in looked_at):
            return ["[date]", f'from = "{source}"', f"pattern = '{pattern}'", ""]
    for key, found in values.items():
        if found and all(_ISO.match(value) for value in found):
            return ["[date]", 'from = "property"', f"property = {json.dumps(key)}", ""]
    return ["[date]", 'from = "<file name, unix time or property>"', ""]


def _tells(values: Iterable[str]) -> bool:
    """Whether values can name statuses: dates and bare numbers do not."""
    return not all(_ISO.match(value) or _NUMBER.fullmatch(value) for value in values)


def _statuses(values: dict[str, dict[str, int]]) -> list[str]:
    lines = []
    few = {key: found for key, found in values.items() if len(found) <= _FEW and _tells(found)}
    for key, found in few.items():
        for value, count in found.items():
            pattern = f"^{re.escape(value)}"
            lines += [
                f"# {count} shape(s)",
                "[[status]]",
                'is = "<held, contested or none>"',
                'by = "<holder, where held>"',
                f"where = {{ {json.dumps(key)} = {json.dumps(pattern, ensure_ascii=False)} }}",
                "",
            ]
    if not lines:
        lines = ["[[status]]", 'is = "held"', 'by = "<holder>"', ""]
    return lines
