"""Which choice decides: the outlines, contested ground, whose map, the day, what is counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from groundcheck.checks.verdicts import relate, span_of
from groundcheck.checks.wording import interval, listed
from groundcheck.model import Interval, MakersFigure

Choice = Literal["outlines", "contested", "maker", "day", "counted"]

ORDER: tuple[Choice, ...] = ("outlines", "contested", "maker", "counted", "day")

_NAMES: dict[Choice, str] = {
    "outlines": "the boundary set",
    "contested": "contested ground",
    "maker": "the map",
    "day": "the day of the map",
    "counted": "what is counted",
}
_BEFORE: dict[Choice, str] = {"outlines": "on ", "maker": "by ", "day": "on "}


class Option(NamedTuple):
    """One value that the evidence can be taken to be, and the choices that it was made by.

    ``contested`` and ``counted`` are words that can stand after the value ("without it").
    """

    value: float
    outlines: str
    contested: str
    maker: str
    day: str
    counted: str = ""


def extent(options: Sequence[Option]) -> Interval:
    """The smallest interval that holds all of the values."""
    return span_of(option.value for option in options)


def by_choice(options: Sequence[Option], choice: Choice) -> dict[str, Interval]:
    """What the values can be for each way to make one choice."""
    found: dict[str, list[float]] = {}
    for option in options:
        found.setdefault(getattr(option, choice), []).append(option.value)
    return {label: span_of(values) for label, values in found.items()}


def by_maker(values: Iterable[tuple[str, float]]) -> tuple[MakersFigure, ...]:
    """What each maker's maps alone can be taken to say, from every value with its maker."""
    found: dict[str, list[float]] = {}
    for maker, value in values:
        found.setdefault(maker, []).append(value)
    return tuple(MakersFigure(maker, span_of(own)) for maker, own in found.items())


def deciding(
    stated: Interval, options: Sequence[Option], unit: str, order: Sequence[Choice] = ORDER
) -> str:
    """The first choice that alone makes the words agree or not, with what it gives each way.

    A choice that leaves no doubt goes before those that only shift the values, of which the
    one that shifts them most is named. Where none decides alone, all that were open are.
    """
    alone = [choice for choice in order if _flips(stated, options, choice)]
    clear = [choice for choice in alone if "overlap" not in _relations(stated, options, choice)]
    shifts = [choice for choice in alone if len(set(_relations(stated, options, choice))) > 1]
    shifts.sort(key=lambda choice: -_spread(options, choice))
    for choice in (*clear, *shifts):
        return _said(stated, options, choice, unit)
    open_ = [c for c in order if len(by_choice(options, c)) > 1]
    return listed(tuple(_NAMES[choice] for choice in open_)) or "the precision of the map"


def _relations(stated: Interval, options: Sequence[Option], choice: Choice) -> list[str]:
    return [relate(stated, found) for found in by_choice(options, choice).values()]


def _spread(options: Sequence[Option], choice: Choice) -> float:
    middles = [(of.low or 0.0) + (of.high or 0.0) for of in by_choice(options, choice).values()]
    return max(middles) - min(middles)


def _flips(stated: Interval, options: Sequence[Option], choice: Choice) -> bool:
    """Whether two values that differ in this choice only stand differently to the words."""
    seen: dict[Option, set[str]] = {}
    for option in options:
        rest = option._replace(value=0.0, **{choice: ""})
        seen.setdefault(rest, set()).add(relate(stated, Interval.point(option.value)))
    return any(len(relations) > 1 for relations in seen.values())


def _said(stated: Interval, options: Sequence[Option], choice: Choice, unit: str) -> str:
    found = by_choice(options, choice)
    if choice in {"outlines", "day"}:
        found = dict(sorted(found.items()))
    if choice == "day":
        found = _first_and_other(stated, found)
    parts = (
        f"{interval(of, unit)} {_BEFORE.get(choice, '')}{label}" for label, of in found.items()
    )
    return f"{_NAMES[choice]}: {', '.join(parts)}"


def _first_and_other(stated: Interval, found: dict[str, Interval]) -> dict[str, Interval]:
    """Of many days the first, and the first one on which it was otherwise."""
    first, of_first = next(iter(found.items()))
    for label, of in found.items():
        if relate(stated, of) != relate(stated, of_first):
            return {first: of_first, label: of}
    return {first: of_first}
