"""Whether a slot of a found claim is what an annotator wrote: names, places, figures."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from groundcheck.evaluation.counts import Counts

SLOTS = (
    "kind", "actor", "places", "quantities", "time",
    "source", "mode", "certainty", "medium", "said_on",
)  # fmt: skip
_UNITS = {
    "%": "percent",
    "person": "people",
    "settlement": "settlements",
    "day": "days",
    "week": "weeks",
    "month": "months",
    "year": "years",
}
_TITLES = frozenset("the a an gen col lt maj mr ms president general".split())
_NEAR = 0.005
"""The part of a figure (of 1, where it is less) by which two are the same."""


def slot(name: str, wanted: Any, given: Any) -> Counts:
    """How much of the slot ``name`` is right; both sides in the published form of a claim.

    Each place and each figure counts by itself. A name is right where the words of one are among
    those of the other, titles left out.
    """
    if name == "quantities":
        return _each(wanted or [], given or [], _same_figure)
    if name == "places":
        return _each(wanted or [], given or [], _same_place)
    if name in ("actor", "source", "medium"):
        return _name(wanted, given)
    right = wanted is not None and wanted == given
    return Counts(int(right), int(wanted is not None), int(given is not None))


def _each(wanted: Sequence[Any], given: Sequence[Any], same: Callable[[Any, Any], bool]) -> Counts:
    left = list(given)
    for one in wanted:
        hit = next((i for i, other in enumerate(left) if same(one, other)), None)
        if hit is not None:
            del left[hit]
    return Counts(len(given) - len(left), len(wanted), len(given))


def _same_figure(wanted: dict[str, Any], given: dict[str, Any]) -> bool:
    """Whether value, unit and bound are all the same."""
    return (
        _unit(wanted["unit"]) == _unit(given["unit"])
        and _same_value(wanted["value"], given["value"])
        and bool(wanted["bound"] == given["bound"])
    )


def _unit(unit: str) -> str:
    plain = unit.casefold().replace("²", "2")
    return _UNITS.get(plain, plain)


def _same_value(one: Any, other: Any) -> bool:
    a, b = (value if isinstance(value, list) else [value] for value in (one, other))
    return (
        isinstance(one, list) == isinstance(other, list)
        and len(a) == len(b)
        and all(abs(x - y) <= _NEAR * max(1.0, abs(x)) for x, y in zip(a, b, strict=True))
    )


def _same_place(wanted: Sequence[str], given: dict[str, Any]) -> bool:
    """``wanted`` is every id of the place that is right: its code, or ``name:`` and its name."""
    ids = {given["id"], *(f"name:{given[key]}" for key in ("name", "text") if given[key])}
    return not {_folded(one) for one in wanted}.isdisjoint(_folded(one) for one in ids)


def _name(wanted: Any, given: str | None) -> Counts:
    names = [_folded(one) for one in (wanted if isinstance(wanted, list) else [wanted]) if one]
    if not names:
        return Counts(0, 0, int(bool(given)))
    if not given:
        return Counts(0, 1, 0)
    have = _folded(given)
    right = any(
        one == have or (have and not (_less(one, have) and _less(have, one))) for one in names
    )
    return Counts(int(right), 1, 1)


def _less(one: str, other: str) -> bool:
    """Whether ``one`` has a word that the other has not."""
    return bool(set(one.split()) - set(other.split()))


def _folded(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().casefold()
    kept = "".join(sign if sign.isalnum() else " " for sign in plain).split()
    return " ".join(word for word in kept if word not in _TITLES)
